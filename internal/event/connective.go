package event

import (
	"strings"

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
// February, in which they spoke of wheat.
func (b *block) inWhich(acts []*act) {
	for _, a := range acts {
		k := b.parse.Clauses[a.clause]
		if a.nominal || a.date.known() || k.Kind != clause.Relative || k.Marker.Len() < 2 || !b.is(anAt, k.Marker.From) || a.verb.Perfect {
			continue
		}
		for _, n := range acts {
			if n.nominal && n.clause == k.Parent && n.date.known() && n.trigger.To <= k.From && k.From-n.trigger.To <= 8 {
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
	if e.Reference != timex.DCT || e.Extent.Len() > 2 {
		return
	}
	switch d := a.date.when.From; {
	case d.Grain == calendar.Day && d.First()-dct.Last() < 7 && a.b.Words[e.To-1].Kind == sentence.Letters:
		a.date.when = calendar.Of(d.Add(-7, calendar.Day))
	case d.Grain == calendar.Month && d.First()-dct.Last() < 365:
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

// connectives reckons dates from one another where a clause says how many days
// lie between: four days after gunmen had killed, a week before the vote.
func (b *block) connectives(acts []*act) {
	for _, a := range acts {
		k := b.parse.Clauses[a.clause]
		if a.nominal || k.Kind != clause.Subordinate || k.Parent < 0 || empty(k.Marker) {
			continue
		}
		sign := b.side(k.Marker)
		n, unit := b.lapse(k.Marker)
		hours := b.withinHours(k.Marker)
		if sign == 0 || n == 0 && !hours {
			continue
		}
		told := false
		for _, p := range acts {
			if p.nominal || p.clause != k.Parent {
				continue
			}
			told = true
			b.reckon(a, p, sign*n, unit, hours)
		}
		b.goOn(a, acts)
		if e := b.exprIn(k.Parent); !told && !hours && e >= 0 && !a.date.known() {
			a.shift(dating{b.exprs[e].When, b.exprs[e].Mod, "own"}, sign*n, unit) // the ban ended on that day, six months after
		}
	}
	b.silent(acts)
}

// silent reckons the acts of clauses around one that gives a day and tells no act: three
// days after the voters had had their say on 1 May, he left.
func (b *block) silent(acts []*act) {
	for _, p := range acts {
		if p.nominal || p.date.known() && p.date.basis != "sentence" && p.date.basis != "carried" {
			continue
		}
		for i := range b.under(p.clause) {
			k := b.parse.Clauses[i]
			if k.Kind != clause.Subordinate || k.Parent != p.clause || empty(k.Marker) || b.verbOf(i) == nil {
				continue
			}
			n, unit := b.lapse(k.Marker)
			sign, e := b.side(k.Marker), b.exprIn(i)
			if sign == 0 || n == 0 || e < 0 {
				continue
			}
			if x := b.expr(k.Marker.To - 2); x != nil && b.is(aFor, b.before(x)) {
				continue // camped for a month before they left
			}
			p.shift(dating{b.exprs[e].When, b.exprs[e].Mod, "own"}, -sign*n, unit)
		}
	}
}

// goOn gives what goes on with "and" from an act that is reckoned its date: a day after
// they had listed the firms and barred their chips.
func (b *block) goOn(a *act, acts []*act) {
	if a.date.basis != "connective" {
		return
	}
	for _, x := range acts {
		k := b.parse.Clauses[x.clause]
		if !x.nominal && k.Kind == clause.Coordinate && k.Parent == a.clause && x.date.basis != "own" && b.exprIn(x.clause) < 0 {
			x.date = a.date
		}
	}
}

// reckon dates one of two acts, that lie n units apart or only hours, by the other.
func (b *block) reckon(a, p *act, n int, unit calendar.Grain, hours bool) {
	switch {
	case hours && p.date.known() && !a.date.known() && p.date.when.Days() == 1:
		a.date = dating{p.date.when, "", "connective"}
	case hours && a.date.known() && !p.date.known() && a.date.when.Days() == 1:
		p.date = dating{a.date.when, "", "connective"}
	case hours:
	case p.date.known() && !a.date.known():
		a.shift(p.date, n, unit)
	case a.date.known() && !p.date.known():
		p.shift(a.date, -n, unit)
	}
}

// side is on which side of the clause around it the clause of a marker lies in time: -1,
// earlier, behind "after"; 1, later, behind "before"; 0 for other markers.
func (b *block) side(marker sentence.Extent) int {
	switch {
	case b.is(anAfter, marker.To-1):
		return -1
	case b.is(anUpper, marker.To-1):
		return 1
	}
	return 0
}

// withinHours reports whether the words before "after" or "before" say that no
// more than hours lie between.
func (b *block) withinHours(marker sentence.Extent) bool {
	for k := marker.To - 1; k >= max(0, marker.From-4); k-- {
		if e := b.expr(k); e != nil {
			return e.Type == timex.Duration && strings.HasPrefix(e.Value, "PT")
		}
	}
	return false
}

// lapse is the number of days, weeks, months or years that the words before
// "after" or "before" say, or 0; so where they say it roughly: about a week after.
func (b *block) lapse(marker sentence.Extent) (int, calendar.Grain) {
	for k := marker.To - 1; k >= max(0, marker.From-4); k-- {
		e := b.expr(k)
		if e == nil || e.Type != timex.Duration || len(e.Value) < 3 || e.Value[0] != 'P' {
			continue
		}
		if e.Mod != "" || b.is(aRough, b.before(e)) {
			return 0, calendar.None
		}
		n := 0
		for _, c := range e.Value[1 : len(e.Value)-1] {
			if c < '0' || c > '9' {
				return 0, calendar.None
			}
			n = 10*n + int(c-'0')
		}
		unit := map[byte]calendar.Grain{'D': calendar.Day, 'W': calendar.Week, 'M': calendar.Month, 'Y': calendar.Year}[e.Value[len(e.Value)-1]]
		if unit == calendar.None {
			return 0, unit
		}
		return n, unit
	}
	for _, u := range units {
		if i := marker.To - 2; b.is(u.class, i) && b.is(anArticle, i-1) && (b.is(anAfter, i+1) || b.is(anUpper, i+1)) {
			return 1, u.Grain // the day after she left
		}
	}
	return 0, calendar.None
}

// shift dates an act n units from another; it is no finer than what is counted: two
// weeks from a day are a day, two months from a day a month, two years a month or year.
func (a *act) shift(from dating, n int, unit calendar.Grain) {
	if !from.when.Single() || from.when.From.Grain > unit {
		return
	}
	a.date = dating{calendar.Of(counted(from.when.From, n, unit)), "", "connective"}
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
