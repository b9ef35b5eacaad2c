package timex

import (
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// Words around a date that make it lie ahead of what the verb by itself would tell.

// awaited reports whether c is still to come by the words before it: ahead of Friday's
// vote; they cancelled sixty flights for Thursday.
func (r *resolver) awaited(c *core) bool {
	ws, i := r.text.Words, c.opening()-1
	if c.weekday == 0 || c.dom > 0 || i < 1 {
		return false
	}
	if r.summoned(c) {
		return true
	}
	m, of := r.words.get("genitive", ws[i])
	if of && m.n == 0 && r.in("ahead", ws[i-1]) {
		return true
	}
	p, at := r.words.get("beside", ws[i])
	if !at || p.n != 2 || c.to < len(ws) && r.in("genitive", ws[c.to]) {
		return false
	}
	v := r.verb(c)
	return v != nil && v.Head < c.from && v.Tense == clause.Past && !v.Perfect && !v.Passive
}

// summoned reports whether c is when people are to come together whom the verb before it
// calls to it: called for a rally on Monday, is calling for a strike on Friday.
func (r *resolver) summoned(c *core) bool {
	v, ws := r.verb(c), r.text.Words
	if v == nil || v.Head+1 >= c.from || v.Perfect && v.Tense == clause.Past || !r.in("summons", v.Base) {
		return false
	}
	if p, ok := r.words.get("beside", ws[v.Head+1]); !ok || p.n != 2 {
		return false
	}
	for i := v.Head + 2; i < c.from && i <= v.Head+phraseReach; i++ {
		if r.in("gathering", ws[i]) {
			return true
		}
	}
	return false
}

// onCondition reports whether c stands in a condition that is not yet met: unless it rains
// before Saturday; they would act if nobody had left by Friday.
func (r *resolver) onCondition(c *core) bool {
	p := r.text.Clauses
	if p == nil || c.from >= len(p.Of) || p.Of[c.from] < 0 {
		return false
	}
	k := &p.Clauses[p.Of[c.from]]
	if k.Marker.Len() != 1 || k.Marker.From < 0 || !r.in("condition", r.text.Words[k.Marker.From]) || k.Verb < 0 {
		return false
	}
	v := &p.Verbs[k.Verb]
	if v.Tense == clause.Present {
		return true
	}
	if k.Parent < 0 || p.Clauses[k.Parent].Verb < 0 {
		return false
	}
	then := &p.Verbs[p.Clauses[k.Parent].Verb]
	return then.Modality == clause.Conditional && !then.Perfect
}

// expects reports whether the verb before c says that what c is the day of is still to
// come: investors await Friday's report.
func (r *resolver) expects(c *core) bool {
	v := r.verb(c)
	if v == nil || v.Head >= c.from || v.Perfect && v.Tense == clause.Past {
		return false
	}
	m, ok := r.words.get("prospect", v.Base)
	return ok && m.n < promised
}

// arranged reports whether c, between its subject and a verb of arranging, is when that
// was done: lawmakers on Tuesday scheduled a vote.
func (r *resolver) arranged(c *core, v *clause.Verb) bool {
	return v.Finite && v.Tense == clause.Past && !v.Passive && !v.Perfect && v.Modality == clause.Plain && c.weekday > 0 && v.From == c.to && !r.opens(c)
}

// sequel reports whether v only says that one thing comes after another.
func (r *resolver) sequel(v *clause.Verb) bool {
	_, ok := r.words.get("sequel", v.Base)
	return ok
}

// reduced reports whether a participle stands behind what it tells of, as a relative
// clause without its pronoun does.
func (r *resolver) reduced(v *clause.Verb) bool {
	ws, s := r.text.Words, r.text.Sentence(v.From)
	if s < 0 || v.From == r.text.Sentences[s].From {
		return false
	}
	return ws[v.From-1].Kind == sentence.Letters && ws[v.From].Text != v.Lemma || ws[v.From-1].Text == "," // please put it on 2 March
}

// outstanding reports whether v is a copula and what follows it lies ahead: is
// due in court on Friday.
func (r *resolver) outstanding(v *clause.Verb) bool {
	ws := r.text.Words
	if _, be := r.words.get("copula", v.Base); !be || v.To >= len(ws) {
		return false
	}
	m, ok := r.words.get("tense", ws[v.To])
	return ok && m.value == "F"
}

// prospects reports whether v says that something is to come.
func (r *resolver) prospects(v *clause.Verb) bool {
	if _, ok := r.words.get("prospect", v.Base); ok {
		return true
	}
	return r.in("fixes", r.text.Words[v.Head])
}

// plans reports whether a verb of prospect with its infinitive stands between
// an opening c and v, which then is a participle: on Tuesday the league plans to
// show a film made last week.
func (r *resolver) plans(c *core, v *clause.Verb) bool {
	if v.From <= c.to || v.Len() > 1 || v.Tense != clause.Past || !r.opens(c) {
		return false
	}
	ws := r.text.Words
	for i := c.to + 1; i < v.From-2 && i < c.to+reach; i++ {
		if m, ok := r.words.get("infinitive", ws[i+1]); !ok || m.n != 2 || ws[i].Kind != sentence.Letters || ws[i-1].Kind != sentence.Letters {
			continue
		}
		if m, ok := r.words.get("tense", ws[i]); ok && m.value == "F" {
			return true
		}
	}
	return false
}
