package timex

import (
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// within reports whether c is the end of a stretch or says when something
// else was: "until the fall of the city in February", "before March".
func (r *resolver) within(c *core) bool {
	ws := r.text.Words
	if r.sinceThen(c) || r.measured(c) {
		return true
	}
	for i, n := c.from-1, 0; i >= 0 && n < 7; i, n = i-1, n+1 {
		if m, ok := r.words.get("still", ws[i]); ok && m.n == 2 && i > 0 && r.negates(i-1) {
			return false // it was not until 1896 that a doctor used it
		} else if ok && (n == 0 || m.n == 2 || n == 1 && r.leansOn(i+1)) {
			return true // fewer than in March 2008
		}
		if ws[i].Kind != sentence.Letters {
			return false
		}
		if _, ok := r.tense(ws, i); ok {
			return false
		}
	}
	return false
}

// measured reports whether c says when something was that a length of time before it is
// measured from: twelve days after its launch on 2 December.
func (r *resolver) measured(c *core) bool {
	p, ws := r.before, r.text.Words
	if p == nil || p.Passage != c.passage || p.Type != Duration || p.To >= c.from || c.from-p.To > 7 {
		return false
	}
	if m, ok := r.words.get("still", ws[p.To]); !ok || m.n != 1 {
		return false
	}
	for i := p.To + 1; i < c.from; i++ {
		if _, verb := r.tense(ws, i); verb || ws[i].Kind != sentence.Letters {
			return false
		}
	}
	return true
}

// sinceThen reports whether c stands in a clause that says from when or until when
// what is told around it has been so: since he left the accord in May 2018.
func (r *resolver) sinceThen(c *core) bool {
	p := r.text.Clauses
	if p == nil || c.from >= len(p.Of) || p.Of[c.from] < 0 {
		return false
	}
	k := p.Clauses[p.Of[c.from]]
	if k.Kind != clause.Subordinate || k.Marker.Len() != 1 || k.Marker.From < 0 {
		return false
	}
	m, ok := r.words.get("toward", r.text.Words[k.Marker.From])
	return ok && m.n < 0
}

// negates reports whether word i is a negation.
func (r *resolver) negates(i int) bool {
	_, ok := r.words.get("negation", r.text.Words[i])
	return ok
}

// leansOn reports whether word i is a preposition of time.
func (r *resolver) leansOn(i int) bool {
	_, ok := r.words.get("beside", r.text.Words[i])
	return ok
}

// flashback reports whether the verb before c is a past perfect.
func (r *resolver) flashback(c *core) bool {
	ws := r.text.Words
	for i := c.from - 1; i >= 0 && i > c.from-reach; i-- {
		if _, ok := r.words.get("perfect", ws[i]); ok {
			return true
		}
		if ws[i].Text == "." {
			break
		}
	}
	return false
}
