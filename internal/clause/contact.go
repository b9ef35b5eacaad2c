package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// contact gives the verb of the innermost clause, last, to a relative that nothing marks,
// where the clause then waits for g: the deal | Ruiz had signed in May | was torn up. It
// reports whether it did. Two noun phrases stand before such a verb, and none that could
// be what was done behind it, nor before g.
func (p *parser) contact(last Verb, g group, np sentence.Extent) bool {
	c := p.top()
	if c.Kind != Main && c.Kind != Coordinate && c.Kind != Complement || p.stack[len(p.stack)-1] != len(p.out.Clauses)-1 || np.Len() > 0 || last.Passive || last.To == g.From && (g.bare || last.is(ofReport|ofThink)) {
		return false
	}
	if p.tags[last.To]&(nominal|that|comma) != 0 && p.tags[last.To]&(preposition|adverb) == 0 && last.To < g.From {
		return false
	}
	whose := p.describer(last.From, c.From)
	if whose < 0 {
		return false
	}
	v := c.Verb
	p.push(Relative, whose, sentence.Extent{})
	p.top().Verb = v
	p.pop(g.From)
	return true
}

// unmarked is where a relative that nothing marks begins, not before word lo, in which verb
// g tells what was done to the noun before its subject, and no verb is left behind it for that
// noun; else -1: tore up the pact | Ruiz had signed in May.
func (p *parser) unmarked(g group, lo int, s sentence.Extent) int {
	if g.Passive || g.with || p.tagAt(g.To, s)&(preposition|timeWord|stop|end) == 0 || p.tagAt(g.To, s)&(determiner|name|that) != 0 {
		return -1
	}
	if m := p.later(int(p.groupAt[g.From])); m < len(p.found) && p.found[m].From < int(p.nextBreak[g.To]) {
		return -1
	}
	return p.describer(g.From, lo)
}

// contacts is where bare group k begins a relative that nothing marks, with its subject,
// where it is the verb of one and no participle; else -1: the deal | Trump signed in May | is
// dead; they praised the steps | the bank announced.
func (p *parser) contacts(k int, s sentence.Extent) int {
	g, c := &p.found[k], p.top()
	if after := p.tagAt(g.To, s); !g.bare || after&(preposition|timeWord|stop|end) == 0 && !p.dated(g.To, min(g.To+2, s.To)) && (k+1 == len(p.found) || p.found[k+1].From != g.To) {
		return -1
	}
	lo := max(c.From, c.Marker.To)
	if c.Verb >= 0 {
		lo = max(lo, p.out.Verbs[c.Verb].To)
	}
	from := p.describer(g.From, lo)
	if from >= 0 && c.Verb < 0 && !p.reduced(k, s) {
		return -1
	}
	return from
}

// describer is where the subject of a verb at word i begins, right behind another noun
// phrase, not before word lo; else -1: the deal | Ruiz, a trip | he, steps | the bank.
func (p *parser) describer(i, lo int) int {
	for i-1 > lo && p.tags[i-1]&adverb != 0 && p.tags[i-1]&(noun|name|pronoun|determiner) == 0 {
		i-- // a promise it first | made
	}
	from := i
	for from > lo && p.tags[from-1] == name {
		from--
	}
	switch {
	case i-from > 1 && from > lo && !p.is(aStyle, from) && p.tags[from-1]&plural == 0:
		return -1 // the columnist Ana Ruiz; but the goods North Korea sold
	case from < i:
	case i-1 > lo && p.tags[i-1]&pronoun != 0 && p.tags[i-1]&(determiner|object|noun) == 0:
		from--
	default:
		own := p.nounPhrase(i, lo)
		if own.Len() < 2 || own.To != i || p.tags[own.From]&determiner == 0 {
			return -1
		}
		from = own.From
	}
	if from == lo || p.tags[from-1]&noun == 0 || p.tags[from-1]&(name|timeWord|number) != 0 {
		return -1
	}
	np := p.nounPhrase(from, lo)
	if np.Len() == 0 || np.To != from || np.From > lo && p.tags[np.From-1]&preposition != 0 && !p.is(aParticle, np.From-1) {
		return -1
	}
	if p.tags[np.From]&determiner != 0 && np.Len() > 1 && !p.is(aSpeaker, from-1) || p.tags[np.From]&determiner == 0 && p.tags[from-1]&plural != 0 && p.tags[from]&determiner == 0 {
		return from
	}
	return -1
}
