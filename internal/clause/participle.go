package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// finitePast decides whether a bare word in -ed (or an irregular one whose
// past and participle are the same) is a finite past: they signed, or the
// deal signed in Beijing.
func (p *parser) finitePast(k int, s sentence.Extent) bool {
	g := p.found[k]
	before, after := p.before(g.From, s), p.tagAt(g.To, s)
	c := p.top()
	switch {
	case c.Verb >= 0 && p.out.Verbs[c.Verb].To == g.From && p.out.Verbs[c.Verb].is(ofNaming):
		return false // which they called rigged
	case p.trails(k, s), p.attributed(g.From), p.attributes(k):
		return true
	case g.is(ofNaming) && before&noun != 0 && after == name && c.Verb < 0 && p.later(k) < len(p.found) && p.oneUnknown(g.From, max(g.From-maxPhrase, 0)):
		return false // a seller named Ruiz, 26, left
	case p.letsGo(k):
		return true
	case p.besideAbsolute(g), c.Verb < 0 && c.Kind == Main && p.absolute(k, s):
		return false
	case c.Verb >= 0 && p.causes(p.out.Verbs[c.Verb]) && p.nounPhrase(g.From, p.out.Verbs[c.Verb].To).From == p.out.Verbs[c.Verb].To:
		return false // get it settled
	case before&pronoun != 0 && before&determiner == 0, before&(relative|that) != 0:
		return true
	case before&(subordinator|condition) != 0 && p.markedAt(g.From, s):
		return false // as planned
	case c.Kind == Relative && c.Verb >= 0 && p.out.Verbs[c.Verb].To == g.From && p.waiting() >= 0:
		return true // men from a firm that did not exist | appeared
	case before&preposition != 0 && before&of == 0 && p.waiting() >= 0 && c.Kind == Participial && p.later(k) == len(p.found):
		return true // a shell fired from the hills outside | killed four
	case before&preposition != 0, before&(base|third|ing) != 0 && before&noun == 0:
		return false
	case p.objectRelative(k):
		return true
	case p.byAgent(g, s):
		return p.quoted(g.From) && c.Verb < 0 && p.later(k) == len(p.found)
	case p.contacts(k, s) >= 0:
		return true
	case before&(start|opening|stop) != 0 && c.Verb < 0:
		return p.later(k) == len(p.found)
	case before&comma != 0:
		return p.finiteAfterComma(k, s)
	case before&(closing) != 0 && !p.quotedNoun(g.From):
		return true
	}
	if c.Verb < 0 {
		if c.Kind == Participial || p.governed(k, s) || p.interjected(k, s) || p.apposedTo(k) && p.verbBehindComma(k, s) {
			return false
		}
		// Where another clause further out waits too, the later verb is its.
		if m := p.later(k); g.is(ofActive) && m < len(p.found) && p.found[m].bare {
			return true // presided over the signing of deals valued at 9 million euros
		}
		return p.waits() > 1 || !p.reduced(k, s)
	}
	if p.waiting() >= 0 {
		return !p.reduced(k, s) || after&(relative|that) != 0
	}
	return p.finiteBehind(k, s)
}

// letsGo reports whether group k leads an infinitive without "to", right behind it, that nobody
// is said to do, and an object behind that: Peru | let | go two envoys.
func (p *parser) letsGo(k int) bool {
	g := p.found[k]
	if !g.is(ofBare) || k+1 == len(p.found) || p.found[k+1].From != g.To || !p.found[k+1].leansBack() {
		return false
	}
	i := p.found[k+1].To
	return i < len(p.tags) && p.tags[i]&(determiner|name|number|object|noun|plural) != 0 && p.tags[i]&(preposition|timeWord) == 0
}

// objectRelative reports whether group k is the verb of a relative that has a subject of its
// own, since the clause around it waits too and only one verb is left for that: the law,
// which the house passed by a wide margin, | has held.
func (p *parser) objectRelative(k int) bool {
	g, c := p.found[k], p.top()
	if c.Kind != Relative || c.Verb >= 0 || c.Marker.Len() != 1 || p.tags[c.Marker.From]&(relative|that) == 0 || p.waits() < 2 {
		return false
	}
	if np := p.nounPhrase(g.From, c.Marker.From); np.Len() == 0 || np.From != c.Marker.To || np.To != g.From {
		return false
	}
	m := p.later(k)
	return m < len(p.found) && p.later(m) == len(p.found)
}

// finiteBehind decides for a group behind the verb of its clause: what follows a noun
// phrase there is a participle, unless the phrase can be a subject of its own.
func (p *parser) finiteBehind(k int, s sentence.Extent) bool {
	g, last := p.found[k], p.out.Verbs[p.top().Verb]
	after := p.tagAt(g.To, s)
	np := p.nounPhrase(g.From, last.To)
	if out := p.phraseBehindComma(g.From, last.To); np.Len() > 0 && out.From < np.From && p.tagAt(out.From-1, s)&stop != 0 {
		return !p.reduced(k, s) // …: a period on two loans expired
	}
	if all := p.listPhrase(g.From, last.To); all.Len() > np.Len() && p.tagAt(all.From-1, s)&stop != 0 {
		return !p.reduced(k, s) // …: students and staff returned
	}
	if np.Len() > 0 && (p.tagAt(np.From-1, s)&stop != 0 || p.tags[np.From-1]&(adverb|pronoun) != 0 && p.tags[np.From-1]&preposition == 0 && p.tagAt(p.beforeTime(np.From-1, last.To), s)&stop != 0) {
		return !p.reduced(k, s) // …; the army left; there Chile signed
	}
	if np.Len() > 0 && np.To == g.From && p.tags[np.From]&(determiner|name|pronoun) != 0 && p.tagAt(np.From-1, s)&timeWord != 0 && p.tagAt(np.From-2, s) == determiner && (after&(determiner|name|object) != 0 || after&(noun|preposition|timeWord) == noun) {
		return !p.reduced(k, s) // on the day the two leaders signed a pact
	}
	if np.Len() > 0 && np.To == g.From && p.tags[np.From] == name && p.tagAt(np.From-1, s)&comma != 0 && after&(name|determiner|object|pronoun) != 0 && after&(timeWord|preposition) == 0 {
		return !p.reduced(k, s) // Chile left in May, Peru signed the pact
	}
	if np.Len() > 0 && (p.frontedTime(np.From, last.To) || p.setOff(k)) {
		return !p.reduced(k, s) // the news was elsewhere: on Friday the king left
	}
	if out := p.phraseBehindComma(g.From, last.To); np.Len() > 0 && (np.From == p.fresh || out.From == p.fresh) && p.tagAt(p.fresh-1, s)&comma != 0 && p.setForward(max(last.To, p.lastFrom()+1)) >= 0 {
		return !p.reduced(k, s) // …, and, two days later, the governor resigned
	}
	if np.Len() > 0 && g.is(ofReport) && p.tagAt(np.From-1, s)&comma != 0 && p.tags[np.From]&name != 0 && p.tags[np.To-1]&name != 0 && np.To == g.From && after&(subordinator|stop|timeWord) != 0 {
		return true // …, Judge Ruiz announced before she left
	}
	if np.Len() == 0 && last.is(ofClausal) {
		np = p.timed(g.From, last.To)
	}
	if last.is(ofReport|ofThink) && np.Len() > 0 && !last.Passive {
		np.From = p.saidWhen(np) // say on Friday | police opened fire
		if np.From == last.To && p.unmet(g) && !last.is(ofClausal) {
			return false // recalled the pact signed in May
		}
		if np.From == last.To || last.is(ofClausal) && p.joinedBy(np, last.To) == last.To {
			return after&preposition == 0 || g.is(ofActive) || !p.reduced(k, s) // said people killed in the raid were guards
		}
		return p.tagAt(np.From-1, s)&(noun|object|name|timeWord|comma) != 0
	}
	if np.Len() > 0 && p.tags[np.From] == name && p.tagAt(np.From-1, s)&(noun|closing) != 0 && p.tagAt(np.From-1, s)&(plural|name) == 0 {
		return true // the deal Trump signed
	}
	return false
}

// unmet reports whether nothing stands behind group g that it could be done to, though
// such a verb is never without: signed | on Monday.
func (p *parser) unmet(g group) bool {
	return g.is(ofObjects) && g.To < len(p.tags) && p.tags[g.To]&that == 0 && !p.is(aParticle, g.To) && p.objectless(g)
}

// attributed reports whether word i follows a verb of saying in a relative that
// has its own subject: the boy who doctors say | died.
func (p *parser) attributed(i int) bool {
	c := p.top()
	if c.Kind != Relative || c.Verb < 0 {
		return false
	}
	v := p.out.Verbs[c.Verb]
	return v.To == i && v.From > c.Marker.To && v.Finite && !v.Passive && v.is(ofReport|ofThink)
}

// governed reports whether the noun phrase before group k hangs on the
// preposition that its clause begins with, and the clause proper comes behind a
// comma: under the terms signed in Riyadh, both armies must leave.
func (p *parser) governed(k int, s sentence.Extent) bool {
	g, c := p.found[k], p.top()
	lo := max(c.From, c.Marker.To)
	np := p.phraseBehindComma(g.From, lo)
	nested := p.nounPhrase(g.From, lo).From != np.From // a letter to the Senate
	if np.Len() == 0 || np.From != lo+1 || p.tags[lo]&preposition == 0 || p.tags[lo]&(subordinator|determiner) != 0 || p.tags[np.To-1]&name != 0 && !nested || p.tagAt(g.To, s)&(preposition|timeWord) == 0 && !p.dated(g.To, min(g.To+2, s.To)) && !(p.tags[lo]&of != 0 && p.tagAt(g.To, s)&comma != 0) {
		return false
	}
	m := p.later(k)
	if m == len(p.found) {
		return false
	}
	for i := g.To; i < p.found[m].From; i++ {
		if p.tags[i]&comma != 0 {
			from := p.listPhrase(p.found[m].From, i).From
			for from > i+2 && p.tags[from-1]&comma != 0 && p.tags[from-2] == name {
				from -= 2 // Peru, Chile and Brazil
			}
			return p.tagAt(i+1, s)&nominal != 0 && from == i+1
		}
	}
	return false
}

// interjected reports whether group k stands in a phrase that a preposition opens between
// the subject and its verb, and that two commas set off: the king, in a letter | printed that
// evening, refused.
func (p *parser) interjected(k int, s sentence.Extent) bool {
	g, lo := p.found[k], max(p.top().From, p.top().Marker.To)
	i := g.From - 1
	for i > lo && p.tags[i]&(comma|stop) == 0 {
		i--
	}
	if i <= lo || p.tags[i]&comma == 0 || p.tags[i+1]&preposition == 0 || p.tags[i+1]&subordinator != 0 || p.tags[lo]&preposition != 0 || k+1 == len(p.found) || !p.found[k+1].Finite {
		return false
	}
	if np := p.nounPhrase(i, lo); np.From != lo || np.To != i {
		return false
	}
	for i = g.To; i < p.found[k+1].From; i++ {
		if p.tags[i]&comma != 0 {
			return p.pass(i+1, s, nil) == p.found[k+1].From
		}
	}
	return false
}

// trails reports whether g is a verb of saying with its subject behind a
// comma or a quotation: …, the Kremlin said; …, the ministry in Lima said.
func (p *parser) trails(k int, s sentence.Extent) bool {
	g := p.found[k]
	after := p.tagAt(g.To, s)
	if p.top().Verb < 0 || !g.is(ofReport|ofThink) || p.byAgent(g, s) {
		return false
	}
	np := p.phraseBehindComma(g.From, p.out.Verbs[p.top().Verb].To)
	if np.Len() == 0 {
		np = p.apposed(g.From, p.out.Verbs[p.top().Verb].To)
	}
	switch {
	case np.Len() == 0 || p.tagAt(np.From-1, s)&(comma|closing) == 0:
		return false
	case g.is(ofTrailing) || after&(end|stop|comma|closing) != 0:
		return true
	}
	// …, the ministry announced after the talks: it speaks, and no other verb
	// is left for it.
	return g.is(ofReport) && after&(preposition|timeWord|adverb) != 0 && p.alone(k, s) && p.speaks(np)
}

// alone reports whether no finite verb follows group k before a comma.
func (p *parser) alone(k int, s sentence.Extent) bool {
	m := p.later(k)
	if m == len(p.found) {
		return true
	}
	for i := p.found[k].To; i < p.found[m].From; i++ {
		if p.tags[i]&comma != 0 {
			return true
		}
	}
	return false
}

// speaks reports whether a noun phrase names a person or who speaks for one.
func (p *parser) speaks(np sentence.Extent) bool {
	for i := np.From; i < np.To; i++ {
		if p.is(aSpeaker, i) {
			return true
		}
	}
	return p.tags[np.To-1] == name
}

// phraseBehindComma is the noun phrase before word i with the phrases of place
// and the bracket that describe it.
func (p *parser) phraseBehindComma(i, lo int) sentence.Extent {
	np := p.nounPhrase(p.beforeBracket(i, lo), lo)
	for n := 0; n < 2 && np.Len() > 0 && np.From-1 > lo && p.tags[np.From-1]&preposition != 0; n++ {
		outer := p.nounPhrase(np.From-1, lo)
		if outer.Len() == 0 {
			break
		}
		np.From = outer.From
	}
	return np
}

// apposed is the noun phrase behind a comma that another one, between two more
// commas, parts from word i, and of which one names who may speak: …, the
// speaker, Ana Ruiz, wrote. Else it is empty.
func (p *parser) apposed(i, lo int) sentence.Extent {
	none := sentence.Extent{From: i, To: i}
	if i-1 <= lo || p.tags[i-1]&comma == 0 {
		return none
	}
	in := p.phraseBehindComma(i-1, lo)
	if in.Len() == 0 || in.From-1 <= lo || p.tags[in.From-1]&comma == 0 {
		return none
	}
	out := p.phraseBehindComma(in.From-1, lo)
	if out.Len() == 0 || out.To != in.From-1 || out.From-1 < lo || p.tags[out.From-1]&(comma|closing) == 0 || !p.speaks(out) && !p.speaks(in) || p.tags[out.From]&(determiner|name) == 0 {
		return none
	}
	return out
}

// beforeBracket is i, or the word that opens the bracket which closes before i:
// the World Bank (WB) said.
func (p *parser) beforeBracket(i, lo int) int {
	if i-1 <= lo || p.Words[i-1].Text != ")" {
		return i
	}
	for k := i - 2; k > lo && k > i-8; k-- {
		if p.Words[k].Text == "(" {
			return k
		}
	}
	return i
}

// causes reports whether v is a verb whose object a participle may follow.
func (p *parser) causes(v Verb) bool {
	return v.is(ofPassive|ofCommands) || v.Lemma == p.lex.having
}

// before is the readings of the word before i, adverbs passed over, and behind a comma
// what may be one: the pact, first signed in May.
func (p *parser) before(i int, s sentence.Extent) tag {
	l := i - 1
	for n := 0; n < maxPassed && p.passes(p.tagAt(l, s)); n++ {
		l--
	}
	t := p.tagAt(l, s)
	if t&adverb != 0 && t&adjective != 0 && l == i-1 && p.tagAt(l-1, s)&comma != 0 {
		return comma
	}
	return t
}

// markedAt reports whether the marker of the innermost clause ends before i.
func (p *parser) markedAt(i int, s sentence.Extent) bool {
	c := p.top()
	return c.Marker.Len() > 0 && c.Verb < 0 && p.pass(c.Marker.To, s, nil) == i
}

func (p *parser) quoted(i int) bool { return p.Quote(i) >= 0 }

// later is the first finite group after k before a hard stop, or the number
// of groups.
func (p *parser) later(k int) int {
	i := p.found[k].To
	for m := k + 1; m < len(p.found) && m <= k+maxLater; m++ {
		for ; i < p.found[m].From; i++ {
			if p.tags[i]&stop != 0 {
				return len(p.found)
			}
		}
		if p.found[m].Finite {
			return m
		}
	}
	return len(p.found)
}

// describesNext reports whether participle k describes the subject of a clause behind a
// semicolon or colon, whose verb is still to come: they left; the talks | planned for May
// were put off; on Monday Vega, | angered by it, resigned.
func (p *parser) describesNext(k int) bool {
	g, m := p.found[k], p.later(k)
	if m == len(p.found) {
		return false
	}
	if p.tags[g.From-1]&comma == 0 {
		return p.nounPhrase(g.From, p.stopped).Len() > 0
	}
	next := p.found[m]
	return p.tags[next.From-1]&comma != 0 && p.tags[g.From-2]&(name|pronoun) != 0 && p.nounPhrase(g.From-1, p.stopped).Len() > 0
}

// participle opens a clause for a participle, unless one waits for it.
func (p *parser) participle(k int, s sentence.Extent) {
	g, c := p.found[k], p.top()
	if c.Verb < 0 && c.Kind != Complement && (c.Kind == Participial || c.Marker.Len() > 0 && p.pass(c.Marker.To, s, nil) >= g.From) {
		return
	}
	if c.Verb >= 0 {
		if p.absoluteToo(g) {
			return
		}
		if p.stopped > p.out.Verbs[c.Verb].From && p.stopped < g.From && p.describesNext(k) {
			from := max(p.stopped, p.lastFrom()+1)
			p.popTo(p.floor, from) // they left; the talks | planned for May were put off
			p.replace(p.floor, from)
			p.top().Marker.To = from
		} else {
			p.attach(g.From, s)
		}
	}
	p.push(Participial, g.From, sentence.Extent{})
}
