package clause

import (
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// ownSubject begins a clause at the coordinator at word i where what follows it, from word j
// on, is the subject of group g and nothing else.
func (p *parser) ownSubject(i, j, g int, s sentence.Extent, afterComma bool) {
	v, at := p.found[g], j
	if p.tags[j]&preposition != 0 {
		at = p.afterPreposition(j, int(p.nextBreak[j])) // and within hours | the envoy
	}
	switch apart := v.From >= int(p.nextBreak[j]); {
	case apart && (p.asideThenVerb(at, s) || p.relativeThenVerb(j, g)): // and the meeting, planned for May, was put off
	case !apart && afterComma && p.gerundThenVerb(j, g): // , but a law barring ships passed in May
	case apart, !v.Finite, v.bare && p.tagAt(v.To, s)&preposition != 0 && v.To-j > maxPhrase:
		return
	}
	if p.top().Verb < 0 || p.waiting() >= 0 || p.saidOfBoth(i, j) || p.firstSubject(i) || p.markedLater(j, v.From) {
		return
	}
	if p.tags[j]&(subordinator|condition) != 0 && p.opens(j, j+1, s, p.tags[j]&preposition == 0) {
		return
	}
	if k := p.target(func(c *Clause) bool {
		return c.Kind != Relative && p.out.Verbs[c.Verb].Finite && (!afterComma || c.Kind == Main || c.Kind == Coordinate)
	}); k >= 0 {
		p.replace(k, i)
	}
}

// gerundThenVerb reports whether group g is a form in -ing that describes the noun phrase at word
// j, and the finite verb of this is the next, before any mark or marker.
func (p *parser) gerundThenVerb(j, g int) bool {
	v, m := p.found[g], p.later(g)
	if !v.Ing || v.Finite || m != g+1 || m == len(p.found) || p.found[m].From >= int(p.nextBreak[j]) || p.found[m].From == v.To {
		return false
	}
	if np := p.nounPhrase(v.From, j); np.From != j || np.To != v.From {
		return false
	}
	if p.found[m].bare && p.nounPhrase(p.found[m].From, v.To).From != v.To {
		return false // a storm bringing snow to a region used to rain
	}
	for i := v.To; i < p.found[m].From; i++ {
		if p.tags[i]&(coordinator|comma|pronoun) != 0 && p.tags[i]&determiner == 0 {
			return false
		}
	}
	return true
}

// behindTime reports whether nothing but a time stands between the coordinator at word i
// and group g, which shares its subject then: was stopped in May, | and in June confiscated;
// blocked the port, | and that same month closed the mine.
func (p *parser) behindTime(i, g int, s sentence.Extent) bool {
	v := &p.found[g]
	if v.From-1 > i+1 && p.tags[i+1]&comma != 0 && p.tags[v.From-1]&comma != 0 {
		return (v.bare || v.Finite && v.Tense == Past) && p.when(i+2, v.From-1) // and, on 4 May, | shut the port
	}
	if v.bare && p.tags[i+1]&preposition != 0 && (p.agentless(g, s) || p.top().Verb < 0) && p.dated(i+2, v.From) {
		return true // condemned it as a farce, | and on Friday left the talks
	}
	return (v.bare || v.Finite && v.Tense == Past) && v.From > i+1 && p.dated(i+1, v.From)
}
