package event

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// afterTalks dates words and agreements by the meeting after which they came,
// where the day of that is told: announced after a summit on Monday.
func (b *block) afterTalks(acts []*act) {
	for _, a := range acts {
		if a.date.known() || a.nominal || a.leaf.Family != "words" && a.leaf.Family != "deals" {
			continue
		}
		for _, n := range acts {
			if n.nominal && n.clause == a.clause && n.date.known() && n.date.when.Days() == 1 && (n.leaf.Name == "meeting" || n.leaf.Name == "call" || n.leaf.Name == "visit") {
				k := b.nounPhrase(n.trigger).From - 1
				if b.is(anAfter, k) && !b.is(aStretch, k) {
					a.date = dating{n.date.when, n.date.mod, "connective"}
				}
			}
		}
	}
}

// inWhich dates what a relative tells of an occasion by the day of that: a call on 12
// February, in which they spoke of wheat; and words by that of what is told with it: a
// declaration followed on 4 May, in which they promised to leave.
func (b *block) inWhich(acts []*act) {
	for _, a := range acts {
		k := b.parse.Clauses[a.clause]
		if a.nominal || a.date.known() || k.Kind != clause.Relative || k.Marker.Len() < 2 || !b.is(anAt, k.Marker.From) || a.verb.Perfect {
			continue
		}
		for _, n := range acts {
			near := n.nominal && (k.From-n.trigger.To <= 8 || n.expr >= 0 && k.From-b.exprs[n.expr].To <= 1) || !n.nominal && a.words() && n.date.when.Days() <= 31 && b.word(k.From-1).Text == ","
			if near && n.clause == k.Parent && n.date.known() && n.trigger.To <= k.From {
				a.date = dating{n.date.when, n.date.mod, "sentence"}
			}
		}
	}
}

// back moves the date of a past act that its expression puts into the future:
// a bare weekday or month takes the direction of the tense.
func (a *act) back(dct calendar.Date) {
	if !dct.Known() || a.expr < 0 || !a.date.when.Single() || a.date.when.First() <= dct.Last() || !a.past() || a.status == planned {
		return
	}
	e := &a.b.exprs[a.expr]
	if a.words() && a.verb != nil && a.verb.Finite && a.date.basis == "sentence" {
		a.expr, a.date = -1, dating{} // he arrives tomorrow, his office announced
		return
	}
	if !a.bare(e) {
		return // next Tuesday
	}
	if d := a.date.when.From; d.Grain == calendar.Day {
		a.date.when = calendar.Of(d.Add(-7, calendar.Day))
	} else {
		a.date.when = calendar.Of(d.Add(-1, calendar.Year).In(calendar.Month))
	}
}

// forward moves a bare weekday that was taken for the last one to the next
// where the present tense tells what is due: on Tuesday the court rules.
func (a *act) forward(dct calendar.Date) {
	if !dct.Known() || dct.Grain != calendar.Day || a.expr < 0 || a.nominal || a.rule.speech || a.words() || a.status != happened || !a.date.when.Single() {
		return
	}
	v, e, d := a.verb, &a.b.exprs[a.expr], a.date.when.From
	if !v.Finite || v.Tense != clause.Present || v.Perfect || v.Modality != clause.Plain || v.Ing || e.Reference != timex.DCT || e.Extent.Len() > 1 || d.Grain != calendar.Day {
		return
	}
	if n := dct.First() - d.First(); n > 0 && n < 7 && a.b.Words[e.From].Kind == sentence.Letters && !a.b.is(anAdverb, e.From) {
		a.date.when = calendar.Of(d.Add(7, calendar.Day))
	}
}

// ahead moves the date of what somebody said would come: the first such
// weekday after he said it, not after publication.
func (a *act) ahead(acts []*act) {
	if a.nominal || a.status != planned || a.verb.Modality != clause.Conditional || a.expr < 0 || !a.date.when.Single() || a.date.when.From.Grain != calendar.Day {
		return
	}
	e := &a.b.exprs[a.expr]
	if e.Reference != timex.DCT || e.Extent.Len() > 1 {
		return
	}
	for _, s := range acts {
		if s == a || !s.date.known() || s.date.when.Days() != 1 || !s.contains(a) {
			continue
		}
		n := (a.date.when.First() - s.date.when.First()) % 7
		if n <= 0 {
			n += 7
		}
		a.date.when = calendar.Of(calendar.Civil(s.date.when.First() + n))
	}
}

// fits reports whether an act can have been, or be due, when its date says:
// the past is not after publication, a plan is not before it.
func (a *act) fits(dct calendar.Date) bool {
	if !dct.Known() || !a.date.known() {
		return true
	}
	if a.verb != nil && a.verb.Finite && a.verb.Tense == clause.Present && !a.verb.Perfect && a.status == happened && a.date.when.First() > dct.Last() {
		a.status = planned // opens on Monday
	}
	if a.status == planned {
		if a.nominal && a.date.when.Last() < dct.First() {
			a.status = happened // before the invasion of 2022
			return true
		}
		return a.date.when.Last() >= dct.First()
	}
	return a.date.when.First() <= dct.Last()
}
