package event

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// The rules of dating, first that applies: own, sentence, connective, occasion,
// carried, tense. The first three are here; what looks beyond the sentence is
// in story.go.

// usable reports whether an expression can date an act: it is resolved, and
// no word before it makes it a bound or a stretch.
func (b *block) usable(e *timex.Expr) bool {
	if e.From < b.from || !e.When.Known() || e.Type == timex.Duration || e.Type == timex.Set {
		return false
	}
	return !b.is("stretch", b.before(e))
}

// pairs mends expressions that are told in two parts: "31 August and 1
// September" is one stretch, "last week, on Thursday" one day.
func (b *block) pairs() {
	for i := 0; i+1 < len(b.exprs); i++ {
		x, y := &b.exprs[i], &b.exprs[i+1]
		if !x.When.Single() || !y.When.Single() || y.From-x.To > 3 || x.Type == timex.Duration || y.Type == timex.Duration {
			continue
		}
		switch {
		case x.When.From.Grain == calendar.Day && y.When.From.Grain == calendar.Day && y.From-x.To == 1 && b.is("joiner", x.To) && y.When.First()-x.When.First() == 1:
			both := calendar.Between(x.When.From, y.When.From)
			x.When, y.When = both, both
		case x.When.From.Grain == calendar.Week && y.When.From.Grain == calendar.Day && !x.When.Contains(y.When) && y.Extent.Len() == 1:
			day := calendar.Civil(x.When.First() + y.When.From.Weekday() - 1)
			y.When = calendar.Of(day)
		}
	}
}

// lookBack gives "the past week", "the last ten days" the days up to
// publication.
func (b *block) lookBack(dct calendar.Date) {
	if !dct.Known() || dct.Grain != calendar.Day {
		return
	}
	for i := range b.exprs {
		e := &b.exprs[i]
		if e.Type != timex.Duration || e.When.Known() || len(e.Value) != 3 || e.Value[0] != 'P' {
			continue
		}
		unit := map[byte]int{'D': 1, 'W': 7}[e.Value[2]]
		n := int(e.Value[1]-'0') * unit
		for k := e.From; k < e.To && n > 0 && n < 32; k++ {
			if b.is("elapsed", k) {
				e.When = calendar.Between(dct.Add(-n, calendar.Day), dct)
				break
			}
		}
	}
}

// before is the word before an expression and its article.
func (b *block) before(e *timex.Expr) int {
	k := e.From - 1
	for b.is("article", k) {
		k--
	}
	return k
}

// ownDates gives the acts of one sentence the expressions that belong to them.
func (b *block) ownDates(acts []*act) {
	for i := range b.exprs {
		e := &b.exprs[i]
		if !b.usable(e) {
			continue
		}
		if n := b.nounOwner(acts, e); n != nil {
			n.offer(i, "own")
			if b.bounds(n, e) {
				continue
			}
		}
		for _, a := range acts {
			if !a.nominal && b.Sentence(a.trigger.From) == b.Sentence(e.From) && b.attached(a, e) {
				a.offer(i, "own")
			}
		}
	}
	for _, a := range acts {
		if a.expr < 0 {
			b.stretch(a)
		}
	}
}

// offer takes expression i where it is finer than what the act has, or as
// fine and nearer.
func (a *act) offer(i int, basis string) {
	e := &a.b.exprs[i]
	if a.expr >= 0 {
		old := &a.b.exprs[a.expr]
		if e.Type == timex.Time && old.Type == timex.Date && old.When.Days() == 1 {
			return // at 4 am on Friday: the day is said by the date
		}
		if old.Type == timex.Time && e.Type == timex.Date && e.When.Days() == 1 {
			a.expr, a.date = i, dating{e.When, e.Mod, basis}
			return
		}
		if e.When.Days() > old.When.Days() {
			return
		}
		if e.When.Days() == old.When.Days() && distance(e.Extent, a.trigger) >= distance(old.Extent, a.trigger) {
			return
		}
	}
	a.expr = i
	a.date = dating{e.When, e.Mod, basis}
}

func distance(e, t sentence.Extent) int {
	if e.From >= t.To {
		return e.From - t.To
	}
	return t.From - e.To
}

// nounOwner is the noun act that an expression describes: it stands in front
// of it (last month's call), or follows it with nothing but phrases of place
// and person between (the invasion of Ukraine in 2022).
func (b *block) nounOwner(acts []*act, e *timex.Expr) *act {
	var best *act
	for _, a := range acts {
		if !a.nominal || b.Sentence(a.trigger.From) != b.Sentence(e.From) {
			continue
		}
		switch {
		case e.To <= a.trigger.From && a.trigger.From-e.To <= 4 && b.premodifies(e, a.trigger.From):
			return a
		case e.From >= a.trigger.To && e.From-a.trigger.To <= 14 && b.of(e.From) == a.clause && b.follows(a, e.From):
			if best == nil || a.trigger.From > best.trigger.From {
				best = a
			}
		}
	}
	return best
}

// premodifies reports whether nothing parts an expression from the noun at i.
func (b *block) premodifies(e *timex.Expr, i int) bool {
	if b.of(e.From) != b.of(i) {
		return false
	}
	for k := e.To; k < i; k++ {
		if w := b.Words[k]; possessive(w) || w.Text == "-" {
			continue
		}
		if b.Words[k].Kind == sentence.Punct || b.is("preposition", k) || b.is("determiner", k) || b.is("conjunction", k) || b.inVerb(k) || b.is("pronoun", k) {
			return false
		}
	}
	return true
}

// follows reports whether no verb and no comma stands between a noun act and
// word i.
func (b *block) follows(a *act, i int) bool {
	for k := a.trigger.To; k < i; k++ {
		if b.inVerb(k) || b.Words[k].Text == "," && k < i-1 || b.is("conjunction", k) && !b.is("joiner", k) {
			return false
		}
	}
	if v := b.verbOf(a.clause); v != nil && v.To <= a.trigger.From {
		// "announced a summit on Monday": the day may be the verb's. It is the
		// noun's where the noun stands in a phrase of its own.
		return b.inPhrase(a.trigger.From, v.To)
	}
	return true
}

// inPhrase reports whether word i stands behind a preposition after word from.
func (b *block) inPhrase(i, from int) bool {
	for k := i - 1; k >= from; k-- {
		if b.is("preposition", k) {
			return true
		}
	}
	return false
}

// bounds reports whether a noun act with its date only bounds the verb of its
// clause: after the call of 3 May, ahead of the summit on Friday.
func (b *block) bounds(a *act, e *timex.Expr) bool {
	k := min(a.trigger.From, e.From) - 1
	for ; k >= 0 && k >= a.trigger.From-8 && b.of(k) == a.clause; k-- {
		if b.is("at", k) {
			return false
		}
		if b.is("preposition", k) {
			return true
		}
	}
	return true
}

// attached reports whether an expression stands in the clause of a verb act,
// or in a clause inside it that has no act to take it.
func (b *block) attached(a *act, e *timex.Expr) bool {
	c := b.of(e.From)
	if c == a.clause {
		return true
	}
	if b.beforeItsVerb(c, e) {
		return b.parse.Clauses[c].Parent == a.clause
	}
	if b.expressionClause(c) {
		return b.parse.Clauses[c].Parent == a.clause
	}
	return false
}

// beforeItsVerb reports whether an expression stands in a coordinate clause
// whose "and" only joins two names: A and B in December, and led to.
func (b *block) beforeItsVerb(c int, e *timex.Expr) bool {
	if c < 0 || b.parse.Clauses[c].Kind != clause.Coordinate {
		return false
	}
	v := b.verbOf(c)
	if v == nil || e.To > v.From {
		return false
	}
	for k := e.To; k < v.From; k++ {
		if b.is("conjunction", k) {
			return true
		}
	}
	return false
}

// expressionClause reports whether a clause has no verb: a marker and a noun
// phrase, as in "days after the imposition".
func (b *block) expressionClause(c int) bool { return c >= 0 && b.parse.Clauses[c].Verb < 0 }

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
				if b.is("after", k) && !b.is("stretch", k) {
					a.date = dating{n.date.when, n.date.mod, "connective"}
				}
			}
		}
	}
}

// back moves the date of a past act that its expression puts into the future:
// a bare weekday or month takes the direction of the tense.
func (a *act) back(dct calendar.Date) {
	if !dct.Known() || a.expr < 0 || !a.date.when.Single() || a.date.when.First() <= dct.Last() || !a.past() {
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

// past reports whether an act is told as past.
func (a *act) past() bool {
	if a.nominal {
		return a.status == happened || a.status == reported
	}
	v := a.verb
	return v.Tense == clause.Past && v.Finite || v.Perfect || v.Passive && !v.Finite
}

// stretch dates an act by "in the past week": the stretch that ends on the
// day from which it is reckoned.
func (b *block) stretch(a *act) {
	for i := range b.exprs {
		e := &b.exprs[i]
		if e.Type == timex.Duration && e.When.Known() && b.of(e.From) == a.clause {
			a.offer(i, "own")
		}
	}
}

// sentenceDates passes dates on between the clauses of a sentence: to a
// participle, a coordinate verb, and both ways across when, while, as.
func (b *block) sentenceDates(acts []*act) {
	byClause := map[int]*act{}
	for _, a := range acts {
		if !a.nominal {
			byClause[a.clause] = a
		}
	}
	for _, a := range acts {
		if a.date.known() {
			continue
		}
		c := a.clause
		sequel := false // behind "which was followed by"
		for n := 0; c >= 0 && n < 6; n++ {
			k := b.parse.Clauses[c]
			if k.Parent < 0 || !b.passes(c, a) && !((sequel || a.verb != nil && a.verb.Ing) && k.Kind == clause.Infinitive && c != a.clause) {
				break
			}
			sequel = sequel || k.Kind == clause.Relative
			if e := b.exprIn(k.Parent); e >= 0 && !sequel && !b.claimed(acts, e, k.Parent) {
				x := &b.exprs[e]
				a.expr, a.date = e, dating{x.When, x.Mod, "sentence"}
				break
			}
			if p := byClause[k.Parent]; p != nil && p.date.known() && p.date.basis != "none" && (!sequel || p.date.when.Days() >= 7) {
				a.date = dating{p.date.when, p.date.mod, "sentence"}
				a.expr = p.expr
				break
			}
			c = k.Parent
		}
		if a.date.known() {
			continue
		}
		if i := b.inInfinitive(a); i >= 0 {
			x := &b.exprs[i]
			a.expr, a.date = i, dating{x.When, x.Mod, "sentence"}
			continue
		}
		for i, k := range b.parse.Clauses {
			if k.Parent == a.clause && (b.simultaneous(i) || b.speaking(i)) {
				if e := b.exprIn(i); e >= 0 {
					x := &b.exprs[e]
					a.expr, a.date = e, dating{x.When, x.Mod, "sentence"}
					break
				}
			}
		}
	}
}

// inInfinitive is the expression that stands behind an infinitive and yet
// dates the past act that governs it, since it lies in the past: he amended
// his request to create a bank at the summit on 1 September. Or -1.
func (b *block) inInfinitive(a *act) int {
	if a.nominal || !a.past() || a.status != happened || !b.dct.Known() {
		return -1
	}
	for i := range b.exprs {
		e := &b.exprs[i]
		c := b.of(e.From)
		if c < 0 || b.parse.Clauses[c].Kind != clause.Infinitive || b.parse.Clauses[c].Parent != a.clause || !b.usable(e) {
			continue
		}
		if e.When.Last() < b.dct.First() {
			return i
		}
	}
	return -1
}

// exprIn is the first usable expression of a clause, or -1.
func (b *block) exprIn(c int) int {
	for i := range b.exprs {
		if b.of(b.exprs[i].From) == c && b.usable(&b.exprs[i]) {
			return i
		}
	}
	return -1
}

// claimed reports whether an expression describes a noun act and says nothing
// of the clause it stands in.
func (b *block) claimed(acts []*act, i, c int) bool {
	for _, a := range acts {
		if a.nominal && a.expr == i && a.clause == c {
			return true
		}
	}
	return false
}

// passes reports whether a clause shares the date of the clause it hangs on.
func (b *block) passes(c int, a *act) bool {
	k := b.parse.Clauses[c]
	p := b.verbOf(k.Parent)
	switch k.Kind {
	case clause.Participial:
		// ", agreed in May, …" has a time of its own; ", announcing …" shares.
		v := b.verbOf(c)
		return v == nil || v.Ing
	case clause.Coordinate:
		return p == nil || !p.Infinite || a.verb != nil && a.verb.Infinite
	case clause.Infinitive:
		return false
	case clause.Subordinate:
		return b.simultaneous(c)
	case clause.Relative:
		v := b.verbOf(c)
		return v != nil && b.g.is("sequel", sentence.Word{Text: v.Lemma})
	}
	return false
}

// speaking reports whether a clause is a participle of the same moment as the
// clause it hangs on: speaking in Oslo on Tuesday, he said.
func (b *block) speaking(c int) bool {
	v := b.verbOf(c)
	return b.parse.Clauses[c].Kind == clause.Participial && v != nil && v.Ing && v.To-v.From <= 2
}

// connectives reckons dates from one another where a clause says how many days
// lie between: four days after gunmen had killed, a week before the vote.
func (b *block) connectives(acts []*act) {
	for _, a := range acts {
		k := b.parse.Clauses[a.clause]
		if a.nominal || k.Kind != clause.Subordinate || k.Parent < 0 || empty(k.Marker) {
			continue
		}
		sign := 0
		switch {
		case b.is("after", k.Marker.To-1):
			sign = -1
		case b.is("upper", k.Marker.To-1):
			sign = 1
		}
		n, unit := b.lapse(k.Marker)
		if sign == 0 || n == 0 {
			continue
		}
		for _, p := range acts {
			if p.nominal || p.clause != k.Parent {
				continue
			}
			switch {
			case p.date.known() && !a.date.known():
				a.shift(p.date, sign*n, unit)
			case a.date.known() && !p.date.known():
				p.shift(a.date, -sign*n, unit)
			}
		}
	}
}

// lapse is the number of days, weeks, months or years that the words before
// "after" or "before" say, or 0.
func (b *block) lapse(marker sentence.Extent) (int, calendar.Grain) {
	for k := marker.To - 1; k >= max(0, marker.From-4); k-- {
		e := b.expr(k)
		if e == nil || e.Type != timex.Duration || len(e.Value) < 3 || e.Value[0] != 'P' {
			continue
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
	return 0, calendar.None
}

// shift dates an act n units from another; it is no finer than the unit.
func (a *act) shift(from dating, n int, unit calendar.Grain) {
	if !from.when.Single() || from.when.From.Grain > unit {
		return
	}
	a.date = dating{calendar.Of(from.when.From.In(unit).Add(n, unit)), "", "connective"}
}

// simultaneous reports whether a subordinate clause tells of the same time:
// when, while, as.
func (b *block) simultaneous(c int) bool {
	k := b.parse.Clauses[c]
	if k.Kind != clause.Subordinate || empty(k.Marker) {
		return false
	}
	return b.is("simultaneous", k.Marker.From) && k.Marker.Len() == 1
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
