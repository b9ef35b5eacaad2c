package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// acts reports whether e is more than numbers.
func (p *parser) acts(e sentence.Extent) bool {
	for i := e.From; i < e.To; i++ {
		if p.tags[i]&(noun|name|pronoun|object) != 0 {
			return true
		}
	}
	return false
}

// subjects finds the subject of every clause that has a verb.
func (p *parser) subjects() {
	for c := range p.out.Clauses {
		cl := &p.out.Clauses[c]
		if cl.Verb < 0 {
			continue
		}
		g := p.groups_[cl.Verb]
		if cl.Kind == Condition && p.came(cl, &g.Verb) {
			cl.Kind = Subordinate
		}
		switch {
		case g.inverted.Len() > 0:
			cl.Subject = g.inverted
		case g.with:
			cl.Subject = sentence.Extent{From: g.From, To: g.From + 1}
		default:
			cl.Subject = p.own(c, g)
		}
		if cl.Subject.Len() == 0 && !p.orders(cl, g) {
			cl.Subject = p.inherited(c, g)
		}
	}
}

// orders reports whether clause cl stands in brackets and begins with a base form: nobody of
// its sentence does that: he looked well or drunk (take your pick).
func (p *parser) orders(cl *Clause, g group) bool {
	return g.baseForm && g.From == g.Head && g.From > 0 && p.Words[g.From-1].Text == "(" && cl.From >= g.From-1
}

// came reports whether clause cl opens like a condition and tells what came to pass, of
// the past as what is told around it: once the truce ended, they left.
func (p *parser) came(cl *Clause, v *Verb) bool {
	if cl.Marker.Len() != 1 || p.tags[cl.Marker.From]&subordinator == 0 || cl.Parent < 0 || p.out.Clauses[cl.Parent].Verb < 0 {
		return false
	}
	simple := func(v *Verb) bool { return v.Finite && v.Tense == Past && v.Modality == Plain }
	return simple(v) && simple(&p.out.Verbs[p.out.Clauses[cl.Parent].Verb])
}

// pastBracket is the word behind the bracket that closes what a clause at word from opens
// with, before word to, or 0: (Update 9:15 a.m. in Lima) | the ministers met.
func (p *parser) pastBracket(from, to int) int {
	if from < to && p.tags[from]&dash != 0 && p.Words[from].Text != "(" {
		from++
	}
	if from >= to || p.Words[from].Text != "(" {
		return 0
	}
	for i := from + 1; i < to; i++ {
		if p.Words[i].Text == ")" {
			return i + 1
		}
	}
	return 0
}

// own is the noun phrase of clause c before its verb: the first stretch
// between commas that is one, with the rest of a list, or the one right before
// the verb, since an apposition ends with a comma (In their call, the sixth
// this year, Macron said); else what follows a verb of saying that has nothing
// before it (“…,” said Xi).
func (p *parser) own(c int, g group) sentence.Extent {
	cl := &p.out.Clauses[c]
	lo := max(cl.From, cl.Marker.To, g.From-maxReach, p.pastBracket(cl.From, g.From))
	none := sentence.Extent{From: g.From, To: g.From}
	if cl.Kind == Infinitive || p.listedBefore(cl, g) {
		return none
	}
	out := p.firstStretch(c, g, lo)
	if out.Len() == 0 {
		out = p.nameBefore(g.From, lo)
	}
	if out.Len() == 0 && cl.Kind == Relative && p.tags[cl.Marker.From]&that != 0 && cl.Marker.To < g.From && p.tags[cl.Marker.To] == determiner && p.dated(cl.Marker.To, g.From) {
		out = sentence.Extent{From: cl.Marker.To, To: g.From} // the plants that the winter had spared
	}
	if out.Len() == 0 && g.Finite && (cl.Kind == Main || cl.Kind == Coordinate) {
		out = p.secondPhrase(g.From, lo)
	}
	if out.Len() == 0 && g.is(ofReport) && !g.is(ofInverted) && g.Finite && cl.Parent >= 0 && cl.Marker.Len() == 0 && g.From == cl.From && g.From > 0 && p.tags[g.From-1]&comma != 0 {
		if np := p.phraseBehindComma(g.From-1, p.out.Clauses[cl.Parent].From); np.Len() > 0 && np.To == g.From-1 && np.From > 0 && p.tags[np.From-1]&closing != 0 {
			return np // “…,” the lawyer Ana Ruiz, told reporters
		}
	}
	if out.Len() == 0 && g.is(ofReport) && g.is(ofInverted) && !g.is(ofNaming) && g.Finite && !p.inSeries(c) && (cl.Kind == Main || cl.Kind == Coordinate && cl.Marker.Len() == 0) && g.From > 0 && (g.From == lo || p.tags[g.From-1]&breaks != 0) {
		if out = p.following(g.To); out.Len() > 0 && p.tags[out.From]&number != 0 && p.tags[g.From-1]&closing == 0 {
			out = none // …, announced $1.5 billion in aid
		}
	}
	if out.Len() == 0 && g.is(ofPresents) && g.Finite && (cl.Kind == Main || cl.Kind == Coordinate) && g.From > lo && p.tags[lo]&(preposition|adverb) != 0 && p.tagAt(g.To, p.Sentences[p.Sentence(g.From)])&adverb == 0 {
		if np := p.following(g.To); p.named(np.From, np.To) {
			out = np // In May came the duties
		}
	}
	if out.Len() == 0 && cl.Kind == Coordinate && cl.Marker.Len() == 0 && cl.Parent >= 0 {
		out = p.behindStop(cl)
	}
	if out.Len() == 0 {
		return none
	}
	if out.Len() > 1 && p.is(aFloating, out.To-1) && p.tags[out.To-2]&(name|plural|pronoun) != 0 && p.tags[out.To]&comma == 0 {
		out.To-- // Peru and Chile all | left, Vega himself | signed
	}
	return out
}

// firstStretch is the first stretch of clause c between commas, from word lo up to its verb
// g, that is a noun phrase, with the rest of a list, or the one right before the verb.
func (p *parser) firstStretch(c int, g group, lo int) sentence.Extent {
	var out sentence.Extent
	from := lo
	for i := lo; i <= g.From; i++ {
		if i < g.From && p.out.Of[i] == c && (p.tags[i]&breaks == 0 || p.inPhrase(i)) && (i != g.helper.From || g.helper.Len() == 0) {
			continue
		}
		stretch := p.phrase(from, i)
		if !p.named(stretch.From, stretch.To) || i < g.From && (p.occupied(stretch) || p.lapsed(stretch)) {
			stretch.To = stretch.From
		}
		if out.Len() == 0 {
			out = stretch
		} else if stretch.Len() > 0 && p.joins(from, i) {
			out.To = stretch.To
		} else if stretch.Len() > 0 && i == g.From && p.acts(stretch) {
			out = stretch
		}
		for i+1 < g.From && p.out.Of[i+1] != c {
			i++
		}
		from = i + 1
	}
	return out
}

// lapsed reports whether a phrase begins with how much earlier or later something was, and so
// is in front of a subject: Hours earlier in Lima, | Ruiz, the minister, had left.
func (p *parser) lapsed(e sentence.Extent) bool {
	i := e.From
	for i < e.To && p.tags[i]&(number|determiner|adjective|timeWord) != 0 && p.tags[i]&preposition == 0 {
		i++
	}
	return i > e.From && i+1 < e.To && p.tags[i-1]&timeWord != 0 && p.tags[i]&adverb != 0 && p.tags[i+1]&preposition != 0 && p.tags[i+1]&of == 0
}

// behindStop is the noun phrase behind the semicolon before clause cl, where an aside with
// a verb of its own parts the two: …; the firm, whose ships had come, | stopped work.
func (p *parser) behindStop(cl *Clause) sentence.Extent {
	lo, i := p.out.Clauses[cl.Parent].From, cl.From-1
	for i > lo && cl.From-i < maxReach && p.Words[i].Text != ";" {
		i--
	}
	to := i + 1
	for to < cl.From && p.tags[to]&(comma|dash) == 0 && p.out.Of[to] == cl.Parent {
		to++
	}
	if i <= lo || p.Words[i].Text != ";" || p.tags[to]&comma == 0 {
		return sentence.Extent{From: cl.From, To: cl.From}
	}
	for _, v := range p.out.Verbs {
		if v.From > i && v.To <= cl.From && p.out.Of[v.From] == cl.Parent {
			return sentence.Extent{From: cl.From, To: cl.From}
		}
	}
	return p.phrase(i+1, to)
}

// occupied reports whether a phrase begins with what somebody does, and so is no member
// of a list of subjects: Writing in a blog, | Ruiz of Hope and Sons left.
func (p *parser) occupied(e sentence.Extent) bool {
	if e.Len() < 3 || p.tags[e.From+1]&preposition == 0 || p.tags[e.From+1]&of != 0 {
		return false
	}
	t, _ := p.lex.word(&p.Words[e.From], true)
	return t&ing != 0
}

// listedBefore reports whether only the end of a list stands between the "and"
// that opens a clause and the one right before its verb: the towns of A | and B
// and ordered.
func (p *parser) listedBefore(cl *Clause, g group) bool {
	if cl.Kind != Coordinate || cl.Marker.Len() == 0 || p.tags[cl.Marker.From]&coordinator == 0 {
		return false
	}
	i := g.From - 1
	for i > cl.Marker.To && p.passes(p.tags[i]) {
		i--
	}
	return i >= cl.Marker.To && p.tags[i]&coordinator != 0
}

// nameBefore is the name right before word i where a common noun stands before
// it that a phrase in front of the clause ends with (On the day of the parade
// Trump), or a word that may open the clause (a year after Trump).
func (p *parser) nameBefore(i, lo int) sentence.Extent {
	to := i
	for to > lo && p.passes(p.tags[to-1]) {
		to--
	}
	if to > lo && p.tags[to-1]&^plural == pronoun && !p.is(aThere, to-1) {
		return sentence.Extent{From: to - 1, To: to} // in a talk that she gave in May | he said
	}
	from := to
	for from > lo && (p.tags[from-1] == name || from < to && from-1 > lo && p.tags[from-1]&coordinator != 0 && p.tags[from-2] == name) {
		from--
	}
	if from == to || from <= lo || p.tags[from-1]&(noun|timeWord|subordinator) == 0 && p.tags[max(from-2, 0)]&hyphen == 0 && !p.dayOf(from-1) && !p.is(anAnaphor, from-1) || p.tags[from-1]&name != 0 && p.tags[from-1]&timeWord == 0 {
		return sentence.Extent{From: i, To: i}
	}
	return sentence.Extent{From: from, To: to}
}

// secondPhrase is the noun phrase with a determiner right before word i where
// another one ends before it, that of a clause in front without a comma: To plug
// the hole | the ministry announced. So is a plural behind the noun of a phrase in front:
// At the summit | ministers signed.
func (p *parser) secondPhrase(i, lo int) sentence.Extent {
	from := p.pluralTail(i, lo)
	if from < i && from > lo+2 && p.tags[lo]&preposition != 0 && p.tags[lo]&of == 0 && p.tags[lo+1]&determiner != 0 && p.tags[from-1]&(noun|timeWord) != 0 {
		return sentence.Extent{From: from, To: i}
	}
	np := p.nounPhrase(i, lo)
	if np.Len() < 2 || np.From <= lo || p.tags[np.From]&determiner == 0 || p.tags[np.From-1]&(noun|name|verbal) == 0 || p.tags[np.From-1]&preposition != 0 {
		return sentence.Extent{From: i, To: i}
	}
	return np
}

// pluralTail is where the plural right before word i begins with its adjectives, or i.
func (p *parser) pluralTail(i, lo int) int {
	if i <= lo || p.tags[i-1]&plural == 0 || p.tags[i-1]&(name|timeWord|pronoun) != 0 {
		return i
	}
	from := i - 1
	for from > lo && p.tags[from-1]&adjective != 0 && p.tags[from-1]&(noun|determiner) == 0 {
		from--
	}
	return from
}

// joins reports whether a coordinator stands among the words.
func (p *parser) joins(from, to int) bool {
	for i := from; i < to; i++ {
		if p.tags[i]&coordinator != 0 {
			return true
		}
	}
	return false
}
