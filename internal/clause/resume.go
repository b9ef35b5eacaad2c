package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// resumes reports whether group k may be the verb of a noun phrase behind the last
// semicolon, from which an aside parts it and which has no other.
func (p *parser) resumes(k int, s sentence.Extent) bool {
	i := p.stopped
	for i < p.found[k].From && p.tags[i]&nominal != 0 && p.tags[i]&(verbal|helping) == 0 {
		i++
	}
	if i == p.stopped || p.tags[i]&comma == 0 || !p.named(p.stopped, i) || i+1 >= p.found[k].From-1 {
		return false
	}
	for m := k - 1; m >= 0 && p.found[m].From > p.stopped; m-- {
		if p.found[m].Finite && !p.related(i, p.found[m].From) {
			return false
		}
	}
	m := p.laterFree(k)
	return m == len(p.found) || p.before(p.found[m].From, s)&coordinator != 0
}

// related reports whether a relative stands between words lo and hi, which a verb
// behind it belongs to.
func (p *parser) related(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if p.tags[i]&relative != 0 {
			return true
		}
	}
	return false
}

// quotedNoun reports whether the quotation that ends before word i is part of a noun
// phrase: the “friendship without limits” | proclaimed in Lima.
func (p *parser) quotedNoun(i int) bool {
	k := p.Quote(i - 1)
	if k < 0 || p.Quotes[k].From == 0 {
		return false
	}
	return p.tags[p.Quotes[k].From-1]&(determiner|adjective|of|possessive) != 0
}

// inPhrase reports whether a mark at word i begins or ends a quotation that is part of a noun
// phrase, on both sides: a meeting of the “Friends of Peru” group.
func (p *parser) inPhrase(i int) bool {
	q := p.Quote(i)
	if p.tags[i]&(opening|closing) == 0 || q < 0 {
		return false
	}
	e := p.Quotes[q]
	if e.From == 0 || e.To >= len(p.tags) || p.tags[e.To]&(noun|name) == 0 {
		return false
	}
	if e.Len() == 3 && p.tags[e.From-1] == name && p.tags[e.From+1] == name && p.tags[e.To] == name {
		return true // Juan “Juanito” Vega
	}
	if p.tags[e.From-1]&(determiner|adjective|of|possessive) == 0 {
		return false
	}
	for k := e.From; k < e.To; k++ {
		if p.tags[k]&(verbal|helping) != 0 && p.tags[k]&(noun|adjective|name) == 0 {
			return false
		}
	}
	return true
}

// laterFree is the first finite group after k before a hard stop that no word of its
// own clause marks (that, who, when), or the number of groups.
func (p *parser) laterFree(k int) int {
	i := p.found[k].To
	for m := k + 1; m < len(p.found) && m <= k+maxLater; m++ {
		marked := false
		if w := &p.found[m-1]; m-1 > k && w.Ing && !w.Finite && w.is(ofReport|ofThink) {
			marked = true // called on them to stay, saying there were mines
		}
		for ; i < p.found[m].From; i++ {
			switch t := p.tags[i]; {
			case t&stop != 0:
				return len(p.found)
			case t&comma != 0:
				marked = false
			case t&(that|relative) != 0 && t&determiner == 0 || t&(that) != 0 && p.found[m-1].is(ofReport|ofThink):
				marked = true
			}
		}
		if p.found[m].Finite && !marked && !p.onlySays(m, p.found[k].To) {
			return m
		}
		i = p.found[m].To
	}
	return len(p.found)
}

// onlySays reports whether group m, behind word lo, only says who says what stands before
// it: the bridge, opened in 1932, collapsed on Monday, the ministry said.
func (p *parser) onlySays(m, lo int) bool {
	g := &p.found[m]
	if !g.is(ofReport|ofThink) || g.To >= len(p.tags) {
		return false
	}
	np := p.phraseBehindComma(g.From, lo)
	if np.Len() == 0 || np.To != g.From || np.From-1 <= lo || p.tags[np.From-1]&comma == 0 {
		return false
	}
	after := p.tags[g.To]
	return after&(stop|comma|closing) != 0 || after&(preposition|timeWord|adverb) != 0 && (g.is(ofTrailing) || g.is(ofReport) && p.speaks(np))
}

// asideThenVerb reports whether a noun phrase begins at word j that an aside
// between commas parts from its finite verb.
func (p *parser) asideThenVerb(j int, s sentence.Extent) bool {
	k := int(p.nextBreak[j])
	if k >= s.To || p.tags[k]&comma == 0 || p.nounPhrase(k, j).From != j || p.tags[j]&(determiner|name|number|plural) == 0 {
		return false
	}
	for i := k + 1; i < s.To && i-k < 2*maxPhrase; i++ {
		if p.tags[i]&(stop|coordinator) != 0 {
			return false
		}
		if p.tags[i]&comma != 0 {
			n := p.pass(i+1, s, nil)
			if n >= s.To {
				return false
			}
			g := int(p.groupAt[n])
			return g < len(p.found) && p.found[g].From == n && p.found[g].Finite && !p.found[g].baseForm
		}
	}
	return false
}

// relativeThenVerb reports whether a noun phrase begins at word j that a relative clause
// parts from its finite verb, where g is the next verb group: and all who came voted.
func (p *parser) relativeThenVerb(j, g int) bool {
	k := int(p.nextBreak[j])
	if g == len(p.found) || k >= len(p.tags) || p.tags[k]&relative == 0 || p.tags[k]&subordinator != 0 || p.nounPhrase(k, j-1).From != j {
		return false
	}
	lo := p.found[g].To
	for i := g + 1; i < len(p.found); i++ {
		for ; lo < p.found[i].From; lo++ {
			if p.tags[lo]&(breaks|coordinator|subordinator|relative|that) != 0 && p.tags[lo]&preposition == 0 {
				return false
			}
		}
		if p.found[i].Finite && !p.found[i].baseForm {
			return true
		}
	}
	return false
}

// finiteAfterComma decides for a participle behind a comma.
func (p *parser) finiteAfterComma(k int, s sentence.Extent) bool {
	g := p.found[k]
	next := g.To
	for next < s.To && p.passes(p.tags[next]) {
		next++
	}
	after := p.tagAt(next, s)
	if p.waiting() == len(p.stack)-1 {
		// The clause waits for its verb: an apposition has ended, or one begins.
		if m := p.later(k); m < len(p.found) && g.is(ofNaming) && after&(opening|name|determiner) != 0 && p.tags[p.found[m].From-1]&(comma|closing) != 0 {
			return false // her boat, named “Star”, sank
		}
		if g.is(ofKeeps) && after&that != 0 && p.verbBehindComma(k, s) {
			return false // , angry and frustrated that they had lost, left
		}
		if g.is(ofGiving) && after&(determiner|number|noun) != 0 && p.verbBehindComma(k, s) {
			return false // , awarded a prize last week, left
		}
		if after&determiner != 0 && after&(preposition|timeWord) == 0 && (p.tagAt(next+1, s)|p.tagAt(next+2, s))&timeWord == 0 {
			return true // , halved a duty: a participle has no object
		}
		if m := p.laterFree(k); m < len(p.found) && after&(preposition|determiner|timeWord|adverb) != 0 && !p.enclosed(g.From) && !p.coordinatedLater(k, m, s) && !p.saysNext(k) {
			return false
		}
		return after&(subordinator|question) == 0 || !p.verbBehindComma(k, s)
	}
	if p.stopped > 0 && p.resumes(k, s) {
		return true // they agreed; Chile, calling it a farce, left
	}
	if after&(that|question) != 0 && g.is(ofReport) && !g.is(ofAddressee) {
		return true // he attacked the pact, wondered aloud whether
	}
	if after&(preposition|to) != 0 || after&coordinator != 0 && p.serial(g.From) && !g.is(ofKeeps) && k+1 < len(p.found) && p.found[k+1].From == p.pass(next+1, s, nil) {
		return p.joinedLater(k, s)
	}
	return after&(determiner|name|number|possessive|noun|object) != 0
}

// serial reports whether only a comma stands between the finite verb of the open clause
// and the verb at word i: they were beaten, | robbed and left for dead.
func (p *parser) serial(i int) bool {
	c := p.top()
	if c.Verb < 0 {
		return false
	}
	v := p.out.Verbs[c.Verb]
	for i--; i > v.To && p.passes(p.tags[i]); {
		i--
	}
	return v.Finite && i == v.To && p.tags[i]&comma != 0
}

// coordinatedLater reports whether group m, the next one behind k that is free, is
// joined to it by "and", with a subject of its own or without, and no verb behind a
// comma is left for what stands before k: the bank, based in Rome, | filed for
// protection and will close. Two participles that "and" joins leave such a verb.
func (p *parser) coordinatedLater(k, m int, s sentence.Extent) bool {
	v := &p.found[m]
	joined := p.before(v.From, s)&coordinator != 0
	for i := p.found[k].To + 1; i < v.From; i++ {
		switch {
		case p.tags[i]&coordinator != 0 && p.tags[i-1]&comma != 0:
			joined = true // dragged on, and the storm failed
		case p.tags[i]&comma != 0:
			joined = false
		}
	}
	return joined && !p.verbBehindComma(k, s)
}

// verbBehindComma reports whether a finite verb behind group k, or a word that may be
// one before an object, stands right behind a comma: the summit, agreed when the envoy
// came, | opened; the pact, signed in Oslo, | bound Chile.
func (p *parser) verbBehindComma(k int, s sentence.Extent) bool {
	for m, i := k+1, p.found[k].To; m < len(p.found) && m <= k+maxLater; m++ {
		for ; i < p.found[m].From; i++ {
			if p.Words[i].Text == ";" {
				return false // at dawn, from two sides, the rebels attacked; this, if true, is new
			}
		}
		if v := &p.found[m]; v.Finite && v.inverted.Len() == 0 && p.before(v.From, s)&comma != 0 {
			return true
		}
	}
	for i := p.found[k].To + 1; i < s.To && i < p.found[k].To+maxReach; i++ {
		if p.tags[i]&past != 0 && p.tags[i]&adjective != 0 && p.tags[i-1]&comma != 0 && p.tagAt(i+1, s)&(name|determiner|object) != 0 {
			return true
		}
	}
	return false
}

// enclosed reports whether two noun phrases stand between the commas of the
// clause before word i: a subject and its apposition.
func (p *parser) enclosed(i int) bool {
	c := p.top()
	n, from := 0, max(c.From, c.Marker.To, i-maxReach)
	for j := from; j < i; j++ {
		if p.tags[j]&comma == 0 {
			continue
		}
		if np := p.phrase(from, j); np.Len() > 0 && p.named(np.From, np.To) {
			n++
		}
		from = j + 1
	}
	return n > 1
}

// joinedLater reports whether "and" and another past follow group k: a list
// of what one subject did.
func (p *parser) joinedLater(k int, s sentence.Extent) bool {
	if k++; k < len(p.found) && p.found[k].Infinite {
		k++ // failed to agree on a truce, and cancelled
	}
	if k >= len(p.found) {
		return false
	}
	v := &p.found[k]
	if simple := v.Finite && v.Tense == Past && v.Len() == 1 && v.From == v.Head; !v.bare && !(simple && p.tagAt(v.From-2, s)&comma == 0) {
		return false // shook hands, posed for pictures and went in
	}
	return v.From > 0 && p.before(v.From, s)&coordinator != 0
}

// likeBase reports whether a past form without auxiliaries may be a base form as well:
// put, let.
func (p *parser) likeBase(v *group) bool {
	if !v.Finite || v.Tense != Past || v.Perfect || v.From != v.Head {
		return false
	}
	t, _ := p.lex.word(&p.Words[v.Head], false)
	return t&base != 0
}

// likeBefore gives group k behind a comma, one of several that one subject did or
// underwent, what it leaves out: was held at the airport, questioned for hours and put
// on a plane; had signed the pact, failed to agree on a truce, and left.
func (p *parser) likeBefore(k int, s sentence.Extent) {
	c, g := p.top(), &p.found[k]
	if c.Kind == Coordinate && c.Verb < 0 && c.Parent >= 0 && p.agentless(k, s) && p.counts(g.From-1, g.From) && p.nounPhrase(g.From, c.From).From == g.From-1 {
		if w := p.out.Clauses[c.Parent].Verb; w >= 0 && p.out.Verbs[w].Passive && p.out.Verbs[w].Finite {
			g.Passive, g.bare = true, false // nine were killed | and 20 wounded
			return
		}
	}
	if c.Verb < 0 || p.before(g.From, s)&comma == 0 {
		return
	}
	if v := p.out.Verbs[c.Verb]; v.Passive && v.Finite && p.agentless(k, s) && p.agentBehind(g.Verb) {
		g.Passive, g.bare = true, false
		g.Perfect, g.Tense, g.Modality = v.Perfect, v.Tense, v.Modality
		return
	}
	if !p.joinedLater(k, s) {
		return
	}
	switch v := p.out.Verbs[c.Verb]; {
	case v.Passive && v.Finite && p.agentless(k, s) && p.agentless(k+1, s):
		g.Passive, g.bare = true, false
		g.Perfect, g.Tense, g.Modality = v.Perfect, v.Tense, v.Modality
	case v.Perfect && v.Finite && !v.Passive:
		g.Perfect, g.Tense, g.bare = true, v.Tense, false
	}
}

// agentBehind reports whether who did it stands behind verb v, before a mark: was agreed on
// Friday, | signed this morning in Lima by Ruiz.
func (p *parser) agentBehind(v Verb) bool {
	for i := v.To; i < len(p.tags) && i < int(p.nextBreak[v.From]); i++ {
		if p.is(aBy, i) && i+1 < len(p.tags) {
			return p.tags[i+1]&(name|determiner) != 0 && p.tags[i+1]&(number|timeWord|ing) == 0
		}
		if p.tags[i]&verbal != 0 && p.tags[i]&(noun|adjective) == 0 {
			return false
		}
	}
	return false
}

// apposedTo reports whether the noun phrase before group k, with what a preposition hangs
// on it, stands behind a comma and describes the one that begins the clause: Ruiz, a lawyer
// of the poor | elected in May, left. Who says something between commas describes nobody.
func (p *parser) apposedTo(k int) bool {
	g, lo := p.found[k], max(p.top().From, p.top().Marker.To)
	np := p.hanging(p.nounPhrase(g.From, lo), lo)
	if g.is(ofReport) || np.Len() == 0 || np.From-1 <= lo || p.tags[np.From-1]&comma == 0 || p.tags[lo]&preposition != 0 {
		return false
	}
	return p.phrase(lo, np.From-1).Len() > 0
}

// hanging is the noun phrase np with those before it, from word lo on, that it hangs on by a
// preposition: a lawyer | of the poor.
func (p *parser) hanging(np sentence.Extent, lo int) sentence.Extent {
	for n := 0; n < maxListed && np.Len() > 0 && np.From-1 > lo && p.tags[np.From-1]&preposition != 0; n++ {
		before := p.nounPhrase(np.From-1, lo)
		if before.Len() == 0 || before.To != np.From-1 {
			break
		}
		np.From = before.From
	}
	return np
}

// interposed reports whether group k says between two commas who says what stands around
// it, and from where: Vega, | the palace said on Friday, has left.
func (p *parser) interposed(k int, s sentence.Extent) (int, bool) {
	g := &p.found[k]
	c := p.top()
	says := g.is(ofReport) || g.is(ofThink) && p.tagAt(g.From-1, s)&pronoun != 0 || g.is(ofPresents) && g.From > s.From && p.is(anExpletive, g.From-1)
	if c.Verb >= 0 && p.stopped <= p.out.Verbs[c.Verb].From || !g.Finite || g.Passive || !says || k+1 == len(p.found) || len(p.stack) != p.floor+1 {
		return 0, false
	}
	lo := max(c.From, c.Marker.To)
	if c.Verb >= 0 {
		lo = p.stopped // …; the crew, he said on Friday, had left
	}
	np := p.phraseBehindComma(g.From, lo)
	if np.Len() == 0 || np.From-1 <= lo || p.tags[np.From-1]&comma == 0 || p.tags[lo]&preposition != 0 || p.phrase(lo, np.From-1).Len() == 0 {
		return 0, false
	}
	i := p.behindAddressee(g.Verb)
	for i < s.To && (p.tags[i]&timeWord != 0 || p.tags[i]&(number|adverb|preposition) != 0 && p.tags[i]&(noun|name) == 0) {
		i++
	}
	next := &p.found[k+1]
	return np.From, i < s.To && p.tags[i]&comma != 0 && next.Finite && next.inverted.Len() == 0 && next.From == p.pass(i+1, s, nil)
}
