package timex

import (
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// What a limit of time tells of, until Friday or by Friday: what is over then, or
// what is to come.

// had reports whether a past perfect stands before c: what was done by then.
func (r *resolver) had(c *core) bool {
	ws := r.text.Words
	for i := c.from - 1; i >= 0 && i > c.from-near && ws[i].Kind == sentence.Letters; i-- {
		if _, ok := r.words.get("perfect", ws[i]); ok {
			return true
		}
	}
	return false
}

// hadBy reports whether the verb behind c is a past perfect: and by June it had
// added two.
func (r *resolver) hadBy(c *core) bool {
	v := r.verb(c)
	return v != nil && v.From >= c.to && v.Perfect && v.Tense == clause.Past
}

// hoped reports whether the verb of c is the infinitive of what somebody had hoped
// or planned: had hoped to last until spring.
func (r *resolver) hoped(c *core) bool {
	v := r.verb(c)
	if v == nil || !v.Infinite || v.From == 0 {
		return false
	}
	p, ws := r.text.Clauses, r.text.Words
	if k := p.Clauses[p.Of[c.from]].Parent; k >= 0 && p.Clauses[k].Verb >= 0 && r.prospects(&p.Verbs[p.Clauses[k].Verb]) {
		return true
	}
	for i := v.From - 1; i >= 0 && i >= v.From-2; i-- {
		if r.bindsAhead(ws[i]) {
			return true
		}
	}
	return false
}

// closed reports whether what c is the latest time of has been reached: it was
// used a thousand times by Friday. An order or a wish looks ahead: they were
// told to leave by Friday.
func (r *resolver) closed(c *core) bool {
	v := r.verb(c)
	if v == nil || v.Tense != clause.Past || v.Modality != clause.Plain || v.Infinite {
		return false
	}
	if _, be := r.words.get("copula", v.Base); !v.Passive && !be && !(v.Ing && v.Finite) {
		return false
	}
	_, bound := r.words.get("bound", v.Base)
	_, prospect := r.words.get("prospect", v.Base)
	return !bound && !prospect
}

// lasted reports whether what is told until c went on, or was not so, until then:
// the siege lasted until Friday; they did not agree until Friday.
func (r *resolver) lasted(c *core) bool {
	v := r.verb(c)
	if v == nil || !v.Finite || v.Tense != clause.Past || v.Perfect || v.Modality != clause.Plain || v.Head > c.from {
		return false
	}
	_, lasting := r.words.get("lasting", v.Base)
	return v.Negated || lasting && !v.Passive
}
