package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// contact gives the verb of the innermost clause, last, to a relative that nothing marks,
// where the clause then waits for g: the deal | Ruiz had signed in May | was torn up. It
// reports whether it did. Two noun phrases stand before such a verb, and none that could
// be what was done behind it, nor before g.
func (p *parser) contact(last Verb, g group, np sentence.Extent) bool {
	c := p.top()
	if c.Kind != Main && c.Kind != Coordinate && c.Kind != Complement || p.stack[len(p.stack)-1] != len(p.out.Clauses)-1 || np.Len() > 0 || last.Passive || last.To == g.From && g.bare {
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

// describer is where the subject of a verb at word i begins, right behind another noun
// phrase with its determiner, not before word lo; else -1: the deal | Ruiz, a trip | he.
func (p *parser) describer(i, lo int) int {
	from := i
	for from > lo && p.tags[from-1] == name {
		from--
	}
	if from == i && i-1 > lo && p.tags[i-1]&pronoun != 0 && p.tags[i-1]&(determiner|object|noun) == 0 {
		from--
	}
	if from == i {
		return -1
	}
	if np := p.nounPhrase(from, lo); np.Len() > 1 && np.To == from && p.tags[np.From]&determiner != 0 && p.tags[from-1]&noun != 0 && p.tags[from-1]&(name|timeWord) == 0 {
		return from
	}
	return -1
}
