package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// nounPhrase is the noun phrase that ends before word i, not before word lo:
// the words of a plain phrase up to its determiner, with what "of" adds.
func (p *parser) nounPhrase(i, lo int) sentence.Extent {
	to := i
	for to > lo && p.passes(p.tags[to-1]) {
		to--
	}
	from := to
	for from > lo && to-from < maxReach {
		t := p.tags[from-1]
		if t&of != 0 && from < to && from-1 > lo && p.tags[from-2]&(nominal) != 0 {
			from--
			continue
		}
		if t&nominal == 0 || t&(verbal|helping) != 0 && t&(noun|adjective) == 0 || t&that != 0 && t&determiner == 0 {
			break
		}
		if t&(pronoun|object) != 0 && t&(determiner|noun|number) == 0 && from < to {
			break // told him | output would rise
		}
		from--
		if t&determiner != 0 && t&(pronoun|adjective) == 0 || t&pronoun != 0 && t&(determiner|noun) == 0 {
			if t&determiner == 0 && from > lo+1 && p.tags[from-1]&number != 0 {
				continue // the bank and five others
			}
			if from > lo+1 && p.tags[from-1]&of != 0 {
				continue
			}
			break
		}
	}
	if from == to || p.dated(from, to) || !p.named(from, to) {
		return sentence.Extent{From: i, To: i}
	}
	return sentence.Extent{From: from, To: to}
}

// listPhrase is the noun phrase that ends before word i with those that "and" joins to it.
func (p *parser) listPhrase(i, lo int) sentence.Extent {
	np := p.nounPhrase(i, lo)
	for n := 0; n < maxListed && np.Len() > 0 && np.From-1 > lo && p.tags[np.From-1]&coordinator != 0; n++ {
		before := p.nounPhrase(np.From-1, lo)
		if before.Len() == 0 || before.To != np.From-1 {
			break
		}
		np.From = before.From
	}
	return np
}

// maxListed bounds the phrases that "and" joins.
const maxListed = 3

// named reports whether one of the words can be what a noun phrase is about.
func (p *parser) named(from, to int) bool {
	for i := from; i < to; i++ {
		if p.tags[i]&(noun|name|pronoun|object|number|plural) != 0 || p.tags[i] == determiner {
			return true
		}
	}
	return false
}

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

// own is the noun phrase of clause c before its verb: the first stretch
// between commas that is one, with the rest of a list, or the one right before
// the verb, since an apposition ends with a comma (In their call, the sixth
// this year, Macron said); else what follows a verb of saying that has nothing
// before it (“…,” said Xi).
func (p *parser) own(c int, g group) sentence.Extent {
	cl := &p.out.Clauses[c]
	lo := max(cl.From, cl.Marker.To, g.From-maxReach)
	none := sentence.Extent{From: g.From, To: g.From}
	if cl.Kind == Infinitive || p.listedBefore(cl, g) {
		return none
	}
	var out sentence.Extent
	from := lo
	for i := lo; i <= g.From; i++ {
		if i < g.From && p.out.Of[i] == c && (p.tags[i]&breaks == 0 || p.inPhrase(i)) && (i != g.helper.From || g.helper.Len() == 0) {
			continue
		}
		stretch := p.phrase(from, i)
		if !p.named(stretch.From, stretch.To) || i < g.From && p.occupied(stretch) {
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
	if out.Len() == 0 {
		out = p.nameBefore(g.From, lo)
	}
	if out.Len() == 0 && cl.Kind == Relative && p.tags[cl.Marker.From]&that != 0 && cl.Marker.To < g.From && p.tags[cl.Marker.To] == determiner && p.dated(cl.Marker.To, g.From) {
		out = sentence.Extent{From: cl.Marker.To, To: g.From} // the plants that the winter had spared
	}
	if out.Len() == 0 && g.Finite && (cl.Kind == Main || cl.Kind == Coordinate) {
		out = p.secondPhrase(g.From, lo)
	}
	if out.Len() == 0 && p.lex.report[g.Lemma] && !p.lex.inverted[g.Lemma] && g.Finite && cl.Parent >= 0 && cl.Marker.Len() == 0 && g.From == cl.From && g.From > 0 && p.tags[g.From-1]&comma != 0 {
		if np := p.phraseBehindComma(g.From-1, p.out.Clauses[cl.Parent].From); np.Len() > 0 && np.To == g.From-1 && np.From > 0 && p.tags[np.From-1]&closing != 0 {
			return np // “…,” the lawyer Ana Ruiz, told reporters
		}
	}
	if out.Len() == 0 && p.lex.report[g.Lemma] && p.lex.inverted[g.Lemma] && !p.lex.naming[g.Lemma] && g.Finite && !p.inSeries(c) && (cl.Kind == Main || cl.Kind == Coordinate && cl.Marker.Len() == 0) && g.From > 0 && (g.From == lo || p.tags[g.From-1]&breaks != 0) {
		if out = p.following(g.To); out.Len() > 0 && p.tags[out.From]&number != 0 && p.tags[g.From-1]&closing == 0 {
			out = none // …, announced $1.5 billion in aid
		}
	}
	if out.Len() == 0 && p.lex.presents[g.Lemma] && g.Finite && (cl.Kind == Main || cl.Kind == Coordinate) && g.From > lo && p.tags[lo]&(preposition|adverb) != 0 && p.tagAt(g.To, p.Sentences[p.Sentence(g.From)])&adverb == 0 {
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
	return out
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
// the hole | the ministry announced.
func (p *parser) secondPhrase(i, lo int) sentence.Extent {
	np := p.nounPhrase(i, lo)
	if np.Len() < 2 || np.From <= lo || p.tags[np.From]&determiner == 0 || p.tags[np.From-1]&(noun|name|verbal) == 0 || p.tags[np.From-1]&preposition != 0 {
		return sentence.Extent{From: i, To: i}
	}
	return np
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

// phrase is the noun phrase among the words, without the adverbs and dates
// before it and behind it; empty where they begin with prepositions that no
// noun phrase follows, or are no more than a date.
func (p *parser) phrase(from, to int) sentence.Extent {
	for from < to && p.leads(from) {
		from++
	}
	from = p.behindThen(p.behindMeasure(from, to), to)
	for first := from; from < to && p.tags[from]&preposition != 0 && p.tags[from]&(determiner|adjective) == 0 && !p.roughly(from, to); {
		if from > first && p.counts(from+1, to) {
			break // On Tuesday about a thousand people
		}
		from = p.afterPreposition(from, to) // after six hours with the minister
	}
	if from < to && p.dated(from, to) {
		return sentence.Extent{From: to, To: to} // Last Thursday
	}
	for to > from && p.tags[to-1]&nominal == 0 {
		to--
	}
	for to > from && p.dated(to-1, to) && to-1 > from {
		to--
	}
	for to-1 > from && p.tags[to-1]&preposition != 0 && p.tags[to-1]&nominal == 0 {
		to-- // Trump on Tuesday
	}
	for j := to - 1; j > from && p.tags[j]&(number|timeWord) != 0; j-- {
		if p.tags[j-1]&preposition != 0 && p.tags[j-1]&of == 0 {
			to = j - 1 // the speech on 3 May
		}
	}
	if from < to && p.dated(from, to) {
		return sentence.Extent{From: to, To: to}
	}
	if to-1 > from && p.is(aThere, to-1) && p.tags[to-2]&(noun|name) != 0 && (from == 0 || p.tags[from-1]&preposition == 0) {
		to-- // the flag there was lowered
	}
	if to-1 > from && p.tags[to-1]&pronoun != 0 && p.tags[to-1]&(determiner|number|adjective|noun) == 0 && p.tags[to-2]&(coordinator|of) == 0 && !(p.tags[to-2]&number != 0 && to-3 > from && p.tags[to-3]&coordinator != 0) && (p.tags[to-2]&preposition == 0 || p.tags[to-2]&(noun|name|adverb) != 0) {
		from = to - 1 // With the minister he
	}
	return sentence.Extent{From: from, To: max(from, to)}
}

// counts reports whether a number begins at word i: 30, a thousand.
func (p *parser) counts(i, to int) bool {
	if i < to && p.tags[i]&determiner != 0 {
		i++
	}
	return i < to && p.tags[i]&number != 0
}

// roughly reports whether a rough number of something begins at word i: around
// 200 workers, and not over 20 years.
func (p *parser) roughly(i, to int) bool {
	j := i + 1
	if !p.counts(j, to) || !p.is(aRough, i) {
		return false
	}
	for j < to && p.tags[j]&(number|determiner) != 0 {
		j++
	}
	return j < to && p.tags[j]&timeWord == 0 && p.tags[j]&(noun|name|adjective) != 0
}

// leads reports whether word i may stand before a noun phrase and is no part
// of it.
func (p *parser) leads(i int) bool {
	t := p.tags[i]
	if t&adverb != 0 && i+1 < len(p.tags) && p.tags[i+1]&preposition != 0 && p.tags[i+1]&(of|noun|subordinator) == 0 {
		return true // Back in March
	}
	if t&adverb != 0 && t&coordinator == 0 && p.roughly(i, len(p.tags)) {
		return false // On Friday, | nearly 200 people
	}
	return t&(coordinator|negation) != 0 || t&(adverb) != 0 && t&(determiner|pronoun|adjective|noun|preposition) == 0 || t&nominal == 0 && t&preposition == 0
}

// afterPreposition is where the noun phrase begins that follows a leading
// prepositional phrase without a comma: On Monday Putin, In Moscow the minister.
func (p *parser) afterPreposition(i, to int) int {
	j := i + 1
	for j < to && p.ofDate(i, j, to) {
		j++
	}
	if j > i+1 && p.dated(i+1, j) && !(p.tags[i+1]&determiner != 0 && (p.tags[j-1]&(number|name) != 0 || p.capital(j-1)) && j < to && p.tags[j]&noun != 0) {
		return j // On Monday | Putin, but not in a 16 July press conference, a Monday statement
	}
	if p.ordinal(i+2) && p.tags[i+1] == determiner && i+3 < to && p.tags[i+3]&(name|determiner|pronoun) != 0 {
		return i + 3 // On the 21st | Ruiz
	}
	if j == i+2 && p.year(i+1) && j < to && (p.tags[j]&(name|determiner|pronoun) != 0 || p.tags[j]&plural != 0 && p.tags[j]&noun != 0 || p.roughly(j, to)) {
		return j // In 1941 | Moscow
	}
	for j = i + 2; j < to; j++ {
		t := p.tags[j]
		if p.ordinal(j) && p.tags[j-1] == determiner && j+1 < to && p.tags[j+1]&(name|pronoun) != 0 {
			return j + 1 // in the afternoon of the 9th | Ruiz
		}
		if t&pronoun != 0 && t&determiner == 0 || t&determiner != 0 && p.tags[j-1]&(preposition|adjective|determiner|coordinator) == 0 || t&number != 0 && p.tags[j-1]&name != 0 && p.tags[i+1]&name != 0 && j+1 < to && p.tags[j+1]&plural != 0 {
			return j // in Peru two lenders
		}
		if p.tags[i+1] == name && p.tags[j-1] == name && t&adjective != 0 && t&(noun|timeWord|name) == 0 {
			return j // in Oman heavy security
		}
	}
	for j = i + 2; j < to && p.tags[j-1] == name; j++ {
		if p.tags[j]&plural != 0 && p.tags[j]&(name|timeWord) == 0 {
			return j // In Minsk talks resumed
		}
	}
	return to
}

// following is the noun phrase that begins at word i.
func (p *parser) following(i int) sentence.Extent {
	to := i
	for to < len(p.tags) && to-i < maxPhrase && p.tags[to]&(nominal|of|hyphen) != 0 && p.tags[to]&(verbal|helping|that) == 0 {
		if p.dated(to, to+1) || p.tags[to]&pronoun != 0 && to > i && p.tags[to]&determiner == 0 {
			break
		}
		to++
	}
	if s := p.Sentence(i); s >= 0 {
		to = min(to, p.Sentences[s].To)
	}
	return sentence.Extent{From: i, To: max(i, to)}
}
