package event

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// connectives reckons dates from one another where a clause says how many days
// lie between: four days after gunmen had killed, a week before the vote.
func (b *block) connectives(acts []*act) {
	if !b.has(anAfter, anUpper) {
		return
	}
	for _, a := range acts {
		up, x, ok := a.lagging()
		if !ok {
			continue
		}
		told := false
		for ; ; up = b.parse.Clauses[up].Parent {
			for _, p := range acts {
				if p.nominal || p.clause != up {
					continue
				}
				told = told || p.date.known()
				a.reckon(p, x)
			}
			if k := b.parse.Clauses[up]; told || k.Kind != clause.Infinitive || k.Parent < 0 {
				break // agreed on Monday to shut it, a day after …
			}
		}
		b.goOn(a, acts)
		if e := b.exprIn(up); !told && x.n != 0 && e >= 0 && !a.date.known() {
			a.shift(b.exprs[e].When, x.sign*x.n, x.unit) // the ban ended on that day, six months after
		}
	}
	b.silent(acts)
	b.measured(acts)
}

// lagging is the clause around the one with "after" or "before" that tells an act, or whose
// verb brings it about or begins it, and how far apart the two lie: a day after an award had
// led them to stop; a day before the massacre began.
func (a *act) lagging() (up int, x lag, ok bool) {
	b, ci := a.b, a.clause
	if ci < 0 {
		return 0, x, false
	}
	v := b.verbOf(ci)
	switch {
	case a.nominal && (v == nil || !b.g.is(aPhase, v.Base) || !b.parse.Clauses[ci].Subject.Contains(a.trigger)):
		return 0, x, false
	case b.kindIs(ci, clause.Infinitive) && a.status == happened:
		ci = b.parse.Clauses[ci].Parent
	}
	k := b.parse.Clauses[ci]
	if k.Kind != clause.Subordinate || k.Parent < 0 || empty(k.Marker) {
		return 0, x, false
	}
	x, ok = b.lag(k.Marker)
	return k.Parent, x, ok
}

// came is how far an act lies from what the text has told, of which clause from, around it,
// only says that it came: the notice came a day after they had listed the firms and barred
// their chips; the ban comes a week after talks broke down.
func (a *act) came() (x lag, from int, ok bool) {
	b, ci := a.b, a.clause
	if ci < 0 || a.nominal {
		return lag{}, 0, false
	}
	if b.kindIs(ci, clause.Coordinate) {
		ci = b.parse.Clauses[ci].Parent
	}
	k := b.parse.Clauses[ci]
	if k.Kind != clause.Subordinate || k.Parent < 0 || empty(k.Marker) || b.exprIn(k.Parent) >= 0 {
		return lag{}, 0, false
	}
	x, ok = b.lag(k.Marker)
	v := b.verbOf(k.Parent)
	ok = ok && v != nil && v.To <= k.From && v.Finite && v.Modality == clause.Plain && v.Tense != clause.Future && b.g.is(aComing, v.Base)
	return x, k.Parent, ok && b.pointsBack(b.parse.Clauses[k.Parent].Subject)
}

// measured dates the nouns from which an act is reckoned: two days after the arrest of
// her brother, ten days before the vote.
func (b *block) measured(acts []*act) {
	for _, n := range acts {
		if !n.nominal || n.date.basis == "own" || n.clause < 0 {
			continue
		}
		np, k := b.nounPhrase(n.trigger), b.parse.Clauses[n.clause]
		if k.Kind == clause.Subordinate && k.Marker.To == np.From {
			continue // days after an attack had hurt six
		}
		x, ok := b.lag(sentence.Extent{From: max(np.From-3, b.sentenceOf(np.From).From), To: np.From})
		if !ok || b.is(aStretch, np.From) || !b.lengthEnds(np.From-2) {
			continue
		}
		if from := b.reckonedFrom(n, acts); from.known() {
			if n.date = x.from(from); n.date.when.Single() && from.when.Single() && n.date.when.From.Coarser(from.when.From.Grain) {
				n.date = dating{} // ten days before an election, in September
			}
			if b.dct.Known() && n.date.known() && n.date.when.First() > b.dct.Last() {
				n.status = planned // ten days before the vote
			}
		}
	}
}

// lengthEnds reports whether a length of time, or "the day", ends with word i: ten days
// before the vote, and not two days, the ministry said after protests.
func (b *block) lengthEnds(i int) bool {
	if e := b.expr(i); e != nil {
		return e.Type == timex.Duration
	}
	return b.is(aOneday, i)
}

// reckonedFrom is the date of what a noun act is reckoned from: the verb of its clause, or
// of the one that this describes, or an event which is its subject.
func (b *block) reckonedFrom(n *act, acts []*act) dating {
	for k := b.beside(n); k >= 0; k = b.parse.Clauses[k].Parent {
		for _, a := range acts {
			subject := a.nominal && b.parse.Clauses[k].Subject.Contains(a.trigger)
			if a != n && a.date.known() && (a.clause == k && !a.nominal || subject) && b.Sentence(a.trigger.From) == b.Sentence(n.trigger.From) {
				return a.date
			}
		}
		if b.parse.Clauses[k].Kind != clause.Participial {
			break
		}
	}
	return dating{}
}

// beside is the clause that a noun is reckoned in: the one around its own where that is itself
// reckoned and an "and" puts the noun beside it: a week after Chile left and two days after a
// raid.
func (b *block) beside(n *act) int {
	k := b.parse.Clauses[n.clause]
	if k.Kind != clause.Subordinate || k.Parent < 0 || empty(k.Marker) || b.side(k.Marker) == 0 {
		return n.clause
	}
	if e := b.expr(b.nounPhrase(n.trigger).From - 2); e != nil && b.is(aJoiner, b.before(e)) {
		return k.Parent
	}
	return n.clause
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
			x, ok := b.lag(k.Marker)
			e := b.exprIn(i)
			if !ok || x.n == 0 || e < 0 {
				continue
			}
			if length := b.expr(k.Marker.To - 2); length != nil && b.is(aFor, b.before(length)) {
				continue // camped for a month before they left
			}
			p.shift(b.exprs[e].When, -x.sign*x.n, x.unit)
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

// lag is how far what a clause or a noun behind "after" or "before" tells lies from what
// is told around it: n units; hours, of the same day; or days, of how many the text does
// not say.
type lag struct {
	sign  int // -1 earlier, 1 later
	n     int // 0 where no number is told
	unit  calendar.Grain
	hours bool
	days  bool
}

// lag reads the words up to "after" or "before", which end a marker.
func (b *block) lag(marker sentence.Extent) (lag, bool) {
	x := lag{sign: b.side(marker)}
	if x.sign == 0 {
		return x, false
	}
	if x.n, x.unit = b.lapse(marker); x.n > 0 {
		return x, true
	}
	if e := b.lengthIn(marker); e != nil {
		x.hours, x.days = strings.HasPrefix(e.Value, "PT"), e.Value == "PXD"
	}
	return x, x.hours || x.days
}

// from is the date of what lies x from a dated act, or none.
func (x lag) from(d dating) dating {
	switch {
	case x.hours && d.when.Days() == 1:
		return dating{d.when, "", "connective"}
	case x.days && d.when.Days() <= aFewDays && x.sign < 0:
		return dating{calendar.Between(calendar.Civil(d.when.First()-aFewDays), calendar.Civil(d.when.Last()-1)), "", "connective"}
	case x.days && d.when.Days() <= aFewDays:
		return dating{calendar.Between(calendar.Civil(d.when.First()+1), calendar.Civil(d.when.Last()+aFewDays)), "", "connective"}
	case x.n != 0:
		return reckonedOn(d.when, x.sign*x.n, x.unit)
	}
	return dating{}
}

// reckon dates one of two acts, where a lies x from p, by the other.
func (a *act) reckon(p *act, x lag) {
	switch {
	case p.date.known() && !a.date.known():
		a.date = x.from(p.date)
	case a.date.known() && !p.date.known():
		x.sign = -x.sign
		p.date = x.from(a.date)
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

// lengthIn is the length of time among the words that end a marker, or nil: hours after,
// a few days before.
func (b *block) lengthIn(marker sentence.Extent) *timex.Expr {
	for k := marker.To - 1; k >= max(0, marker.From-4); k-- {
		if e := b.expr(k); e != nil {
			if e.Type != timex.Duration {
				return nil
			}
			return e
		}
	}
	return nil
}

// lapse is the number of days, weeks, months or years that the words before
// "after" or "before" say, or 0; so where they say it roughly: about a week after.
func (b *block) lapse(marker sentence.Extent) (int, calendar.Grain) {
	for k := marker.To - 1; k >= max(0, marker.From-4); k-- {
		e := b.expr(k)
		if e == nil || e.Type != timex.Duration || len(e.Value) < 3 || e.Value[0] != 'P' {
			continue
		}
		if e.Mod != "" || b.is(aRough, b.before(e)) || k < marker.From && b.is(aVessel, b.before(e)) {
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

// shift dates an act n units from a date.
func (a *act) shift(from calendar.Range, n int, unit calendar.Grain) {
	if d := reckonedOn(from, n, unit); d.known() {
		a.date = d
	}
}

// reckonedOn is n units from a date, no finer than what is counted: two weeks from a day
// are a day, two months from a day a month, two years a month or year.
func reckonedOn(from calendar.Range, n int, unit calendar.Grain) dating {
	if from.Single() && from.From.Grain == calendar.Month && unit == calendar.Day && max(n, -n) <= aFewDays {
		return dating{from, "APPROX", "connective"} // five days from some day of May
	}
	if from.Single() && from.From.Grain == calendar.Month && unit == calendar.Day {
		first, last := calendar.Civil(from.First()+n).In(calendar.Year), calendar.Civil(from.Last()+n).In(calendar.Year)
		if first == last {
			return dating{calendar.Of(first), "", "connective"} // ten days from some day of May
		}
	}
	if !from.Single() || from.From.Grain > unit {
		return dating{}
	}
	return dating{calendar.Of(counted(from.From, n, unit)), "", "connective"}
}
