package event

import "github.com/dateline-ssg/dateline/internal/clause"

// halt is a reason why the date that the story stands at is not that of an act.
type halt struct {
	name  string // as explain says it
	holds func(*story, *act) bool
}

// unfit are the reasons that lie in the clause of an act: its kind, or its tense. Each of
// them, and of halts, has its case in TestHalts.
var unfit = [...]halt{
	{"nothing dated goes before it in its paragraph", func(s *story, a *act) bool { return !s.when.known() && !s.backTo(a) }},
	{"told as past before the past", func(_ *story, a *act) bool { return a.verb == nil || a.verb.Perfect }},
	{"in a clause that only describes", func(_ *story, a *act) bool { return a.describing() }},
	{"in a clause that gives no moment", func(_ *story, a *act) bool { return a.momentless() }},
}

// halts are the reasons that lie in what the story has told: an act is of another time than
// the one before it, or may be.
var halts = [...]halt{
	{"a habit", func(_ *story, a *act) bool { return a.repeats() }},
	{"earlier, or long after", func(_ *story, a *act) bool { return a.earlier() }},
	{"words of the report’s own day, in a paragraph of their own", func(s *story, a *act) bool { return s.reports(a) }},
	{"words behind others of the report’s own day", func(s *story, a *act) bool { return s.voicesOn(a) }},
	{"words that come back to the report’s day", func(s *story, a *act) bool { return s.returns(a) }},
	{"behind a participle of another time", func(s *story, a *act) bool { return s.behindParticiple(a) }},
	{"a participle in a sentence of other times", func(s *story, a *act) bool { return s.leftBehind(a) }},
	{"a participle of a clause that is counted from what has no day", func(_ *story, a *act) bool { return a.besideApart() }},
	{"behind a clause before the past that has no day", func(_ *story, a *act) bool { return a.besideUndated() }},
	{"words that look back to that day", func(s *story, a *act) bool { return a.looksBackTo(s.when.when) }},
	{"in between", func(_ *story, a *act) bool { return a.inBetween() }},
	{"before a later day", func(s *story, a *act) bool { return a.endsLater(s.when.when) }},
	{"done by a later day", func(s *story, a *act) bool { return a.doneBy(s.when.when) }},
	{"counted from what has no day", func(_ *story, a *act) bool { return a.offset() }},
	{"on a day that is told by what was then", func(_ *story, a *act) bool { return a.onSomeDay() }},
	{"words of somebody brought in by what he thinks", func(_ *story, a *act) bool { return a.ofWhoThinks() }},
}

// halted is the first of such reasons that holds of an act, or "".
func (s *story) halted(a *act, reasons []halt) string {
	for _, why := range reasons {
		if why.holds(s, a) {
			return why.name
		}
	}
	return ""
}

// describing reports whether an act stands in a clause that describes what was named: a
// relative or what goes on from one, a condition, an infinitive, what is said.
func (a *act) describing() bool {
	k := a.b.parse.Clauses[a.clause].Kind
	if a.b.parse.Clauses[a.b.goesOnFrom(a.clause)].Kind == clause.Relative {
		return true
	}
	return k == clause.Complement || !a.main() && k != clause.Participial && k != clause.Subordinate
}

// momentless reports whether the word that opens an act's clause gives it no moment: since
// he returned to office, while talks went on.
func (a *act) momentless() bool {
	k := a.b.parse.Clauses[a.clause]
	return k.Kind == clause.Subordinate && (empty(k.Marker) || !a.b.is(aMoment, k.Marker.From))
}

// leftBehind reports whether an act is told by a participle, or goes on from one, in a
// sentence whose own times are others than that of the story.
func (s *story) leftBehind(a *act) bool {
	return a.b.parse.Clauses[a.b.goesOnFrom(a.clause)].Kind == clause.Participial && a.b.leaves(s.when.when, a.b.sentenceOf(a.trigger.From))
}

// behindParticiple reports whether a participle in front of an act's clause tells what was done
// to its subject at another time than that of the story: sacked in 2004, he wrote a book.
func (s *story) behindParticiple(a *act) bool {
	b, on := a.b, a.b.goesOnFrom(a.clause)
	for i := range b.exprs {
		e := &b.exprs[i]
		c := b.of(e.From)
		if c < 0 || e.To > a.trigger.From || !b.usable(e) || b.parse.Clauses[c].Kind != clause.Participial || b.parse.Clauses[c].Parent != on || b.parse.Clauses[c].From > b.parse.Clauses[on].Subject.From {
			continue
		}
		if v := b.verbOf(c); v != nil && v.Passive && !s.when.when.Contains(e.When) && !e.When.Contains(s.when.when) {
			return true
		}
	}
	return false
}
