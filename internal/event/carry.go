package event

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// carried is the date that the narrative stands at.
func (s *story) carried(a *act) (dating, bool) {
	if a.halted = s.halted(a, unfit[:]); a.halted != "" {
		return dating{}, false
	}
	if !s.when.known() && !a.repeats() && !a.earlier() {
		return dating{s.aside.when, s.aside.mod, "carried"}, true
	}
	if a.halted = s.halted(a, halts[:]); a.halted != "" {
		return dating{}, false
	}
	if d, ok := a.besideDay(s.when.when); ok {
		return d, d.known()
	}
	if d := a.mainDay(); d.known() {
		return d, true
	}
	if d, ok := a.soonAfter(s.when.when); ok {
		return d, d.known()
	}
	if s.aside.known() {
		switch {
		case a.goesFrom(), a.b.withinHoursIn(a.clause) && a.b.Sentence(a.trigger.From)-s.asideIn <= 1:
			return dating{s.aside.when, s.aside.mod, "carried"}, true
		case !s.daily:
			a.halted = "behind a look back" // a history goes on, but not from when
			return dating{}, false
		}
	}
	return dating{s.when.when, s.when.mod, "carried"}, true
}

// atThatTime is the month or year that the sentence before an act's own has told last, where
// the act says that it was of that time: was the bill for December, when they had been
// expelled. At the time he declined. Of a day it would be too fine.
func (s *story) atThatTime(a *act) (dating, bool) {
	b := a.b
	sent := b.sentenceOf(a.trigger.From)
	k := max(sent.From, b.from)
	if !b.is(anAt, k) || !b.is(aDefinite, k+1) || !b.is(aJuncture, k+2) || b.expr(k) != nil || b.is(aPreposition, k+3) || b.marks(k+3) || b.is(aMoment, k+3) || !a.main() || a.repeats() {
		return dating{}, false
	}
	for i := len(b.exprs) - 1; i >= 0; i-- {
		e := &b.exprs[i]
		if e.To > k || e.Type != timex.Date || !e.When.Known() {
			continue
		}
		if b.Sentence(k)-b.Sentence(e.From) != 1 || e.When.Days() < aMonthLong || b.dct.Known() && e.When.Last() >= b.dct.First() {
			break
		}
		return dating{e.When, e.Mod, "carried"}, true
	}
	return dating{}, false
}

// aMonthLong is how many days a month has at least.
const aMonthLong = 28

// voicesOn reports whether an act is words behind others of its block that were of the
// report's own day, not of that of the story: he said they were ready. She called it a ruse.
func (s *story) voicesOn(a *act) bool {
	return a.words() && a.main() && s.voiced == a.b.index+1 && s.when.when != s.news.when
}

// backTo reports whether an act goes on, with a pronoun, from what its paragraph began
// by looking back to: the force had come in May. It left the town.
func (s *story) backTo(a *act) bool {
	return s.aside.known() && (a.goesFrom() || a.b.is(aWithin, a.b.sentenceOf(a.trigger.From).From) || a.subject.Len() == 1 && a.b.is(aPersonal, a.subject.From))
}

// ofWhoThinks reports whether an act is words of somebody whom the text has brought in by
// what he thinks, in the present: his words are of no day that is told of others.
func (a *act) ofWhoThinks() bool {
	m, ok := a.b.means[a.subject.From]
	if !ok || !a.words() || a.subject.Len() != 1 || m.b != a.b {
		return false
	}
	v := m.b.verbOf(m.b.of(m.From))
	return v != nil && v.Finite && v.Tense == clause.Present && !v.Perfect
}

// besideUndated reports whether an act in the simple past goes on behind a clause of its
// sentence that looks back to a time which nothing tells, so that it may be of that: he had
// asked them for help; the allies agreed.
func (a *act) besideUndated() bool {
	k := a.b.parse.Clauses[a.clause]
	v := a.b.verbOf(k.Parent)
	return k.Kind == clause.Coordinate && empty(k.Marker) && v != nil && v.Finite && v.Perfect && v.Tense == clause.Past && !a.verb.Perfect && a.b.exprIn(k.Parent) < 0
}

// looksBackTo reports whether an act is words of what had been done by then, on a day within
// when: so they are of a later one. He recalled that he had met them that very day.
func (a *act) looksBackTo(when calendar.Range) bool {
	c := a.said()
	v := a.b.verbOf(c)
	if !a.words() || v == nil || !v.Finite || !v.Perfect || v.Tense != clause.Past {
		return false
	}
	i := a.b.exprIn(c)
	return i >= 0 && when.Contains(a.b.exprs[i].When)
}

// inBetween reports whether an act's sentence opens with words that put it between two times
// that were told, and so at neither: in between, he had called.
func (a *act) inBetween() bool {
	b := a.b
	k := max(b.sentenceOf(a.trigger.From).From, b.from)
	return b.is(aPreposition, k) && b.is(aBetween, k+1) && b.expr(k+2) == nil
}

// endsLater reports whether a clause behind an act says that it came before a later day than
// the story's, so that it lies between: nine were killed before he fled in February.
func (a *act) endsLater(when calendar.Range) bool {
	b := a.b
	for i := range b.under(a.clause) {
		k := b.parse.Clauses[i]
		if k.Kind != clause.Subordinate || k.Parent != a.clause || empty(k.Marker) || k.From < a.trigger.To || !b.is(anUpper, k.Marker.To-1) || b.is(aBy, k.Marker.From) {
			continue
		}
		if e := b.exprIn(i); e >= 0 && b.exprs[e].When.First() > when.Last() {
			return true
		}
	}
	return false
}

// offset reports whether a clause in front of an act says how many days or more lie
// between them: two days after he left, they printed it.
func (a *act) offset() bool {
	b := a.b
	if b.onNth(b.sentenceOf(a.trigger.From).From) {
		return true
	}
	for i := range b.under(a.clause) {
		k := b.parse.Clauses[i]
		if k.Kind != clause.Subordinate || empty(k.Marker) || k.From > a.trigger.From || b.side(k.Marker) == 0 {
			continue
		}
		if n, _ := b.lapse(k.Marker); n > 0 {
			return true
		}
		if e := b.expr(k.Marker.To - 2); e != nil && e.Type == timex.Duration && !strings.HasPrefix(e.Value, "PT") {
			return true // about two weeks after he left
		}
	}
	return false
}

// precedes reports whether a clause says that an act came before a day that is past, or,
// where it stands behind the act, long past: long before the war began on 4 March, Chile had
// left; firms borrowed freely before the crash of 2008 hit them.
func (a *act) precedes(dct calendar.Date) bool {
	b := a.b
	for i := range b.under(a.clause) {
		k := b.parse.Clauses[i]
		if k.Kind != clause.Subordinate || empty(k.Marker) || b.side(k.Marker) <= 0 {
			continue
		}
		past := dct.First()
		if k.From > a.trigger.From {
			past -= aMonthLong
		}
		for n := range b.exprs {
			if e := &b.exprs[n]; e.When.Known() && e.When.Last() < past && b.hangs(b.of(e.From), i) {
				return true
			}
		}
	}
	return false
}

// onSomeDay reports whether words of an act's clause before its verb say on which day it was by
// what was then, which nothing dates: on the eve of the poll, on election day.
func (a *act) onSomeDay() bool {
	b := a.b
	for i := b.parse.Clauses[a.clause].From; i+2 < a.trigger.From; i++ {
		if !b.is(aPreposition, i) || b.of(i) != a.clause || b.expr(i+1) != nil || b.expr(i+2) != nil {
			continue
		}
		named := b.is(anEve, i+2) || b.is(aOneday, i+2)
		if b.is(aDefinite, i+1) && named && b.is(anOf, i+3) || b.is(aOneday, i+2) && b.plainWord(i+1) && b.Words[i+1].Kind == sentence.Letters {
			return true
		}
	}
	return false
}

// onNth reports whether the words from i on count days or weeks from one that they do not
// say: in the second week, on the third day.
func (b *block) onNth(i int) bool {
	return b.is(aPreposition, i) && b.is(anArticle, i+1) && b.is(anOrdinal, i+2) && b.is(aUnit, i+3) && b.expr(i) == nil && b.expr(i+2) == nil && b.expr(i+3) == nil
}

// doneBy reports whether an act's clause says by which later day it was done, so that
// it lies between the story's day and that one: by mid-August they were pushed back.
func (a *act) doneBy(when calendar.Range) bool {
	b := a.b
	for i := range b.exprs {
		e := &b.exprs[i]
		if e.When.Known() && e.When.Last() > when.Last() && b.of(e.From) == a.clause && (b.is(aBy, b.before(e)) || b.upToThen(e)) {
			return true
		}
	}
	return false
}

// adrift reports whether an act's clause, or one that hangs on it, says only that it was
// some time after what was told: speaking to a paper a few days later, he called it a ruse.
// So it does of a week or month beside one that nothing tells: in May he left; the following
// week she was named.
func (a *act) adrift() bool {
	b := a.b
	for i := range b.exprs {
		e := &b.exprs[i]
		if e.Type != timex.Date || e.When.Known() || e.Extent.Len() < 2 || b.Sentence(e.From) != b.Sentence(a.trigger.From) || !b.is(aLater, e.To-1) && !b.turns(e) {
			continue
		}
		if c := b.of(e.From); c == a.clause || c == b.goesOnFrom(a.clause) || c >= 0 && b.parse.Clauses[c].Kind == clause.Participial && b.parse.Clauses[c].Parent == b.goesOnFrom(a.clause) {
			return true
		}
	}
	return false
}

// turns reports whether an expression is the week, month or year before or after one that the
// text does not tell. Of a day beside another the month is still that.
func (b *block) turns(e *timex.Expr) bool {
	return (b.is(aTurning, e.From) || b.is(aTurning, e.From+1)) && strings.Contains(e.Value, "XX") && !strings.HasSuffix(e.Value, "XX-XX")
}

// lastTime reports whether an act's subject begins with the words that it was the last or the
// first time of such, which is then to be told: the last time a king came it was 1956.
func (a *act) lastTime() bool {
	b := a.b
	k := a.b.sentenceOf(a.trigger.From).From
	return b.is(anArticle, k) && b.is(anOrdinal, k+1) && b.is(aJuncture, k+2) && !b.is(aPreposition, k+3) && b.of(k) == a.clause
}

// goesFrom reports whether an act says that it came right after what was told last:
// then he left.
func (a *act) goesFrom() bool {
	first := a.b.goesOnFrom(a.clause) // then he left, and spoke of a truce
	for i := a.b.sentenceOf(a.trigger.From).From; i < a.trigger.From+2; i++ {
		if a.b.is(aThereupon, i) && (a.b.of(i) == a.clause || a.b.of(i) == first) {
			return true
		}
	}
	return false
}

// besideDay is the day that a clause beside an act's own, before it in its
// sentence, tells, where the story stands at a week or month that has it: in an
// interview, printed as he dined on 12 July, he said. A later day than the story's
// says that the story has gone on, but not to when: Rubio, who met Lavrov on
// Thursday, came away.
func (a *act) besideDay(when calendar.Range) (dating, bool) {
	b := a.b
	sent := b.sentenceOf(a.trigger.From)
	for i := range b.exprs {
		e := &b.exprs[i]
		if e.From < sent.From || e.To > a.trigger.From || !b.usable(e) || e.When.Days() > 1 || b.of(e.From) == a.clause || !b.hangs(b.of(e.From), a.clause) {
			continue
		}
		switch {
		case when.Days() > 1 && when.Contains(e.When):
			return dating{e.When, e.Mod, "sentence"}, true
		case e.When.First() > when.Last() && (!b.dct.Known() || e.When.First() <= b.dct.Last()):
			return dating{}, true
		}
	}
	return dating{}, false
}

// mainDay is the day that a main clause before an act's own, in its sentence, tells
// of the past: Chile recalled its envoy on 6 March; Brazil tested a missile.
func (a *act) mainDay() dating {
	b, sent, out := a.b, a.b.sentenceOf(a.trigger.From), dating{}
	for i := range b.exprs {
		e := &b.exprs[i]
		if e.From < max(sent.From, b.from) || e.To > a.trigger.From || !b.usable(e) || e.When.Days() > 1 || b.dct.Known() && e.When.First() > b.dct.Last() {
			continue
		}
		c := b.of(e.From)
		if c >= 0 && a.says >= 0 && b.parse.Speeches[a.says].Contains(e.Extent) {
			continue // Peru sold the port on 4 March, the minister said
		}
		if c < 0 || c == a.clause || b.parse.Clauses[b.goesOnFrom(c)].Kind != clause.Main || b.Quote(e.From) >= 0 {
			continue
		}
		if v := b.verbOf(c); v != nil && v.Finite && v.Tense == clause.Past && !v.Perfect {
			out = dating{e.When, e.Mod, "sentence"}
		}
	}
	return out
}

// hangs reports whether clause c hangs on clause on, over others or directly.
func (b *block) hangs(c, on int) bool {
	for n := 0; c >= 0 && n < 6; n++ {
		if c == on {
			return true
		}
		c = b.parse.Clauses[c].Parent
	}
	return false
}

// repeats reports whether an act's clause says how often: a habit has no day.
func (a *act) repeats() bool {
	for i := range a.b.exprs {
		if e := &a.b.exprs[i]; e.Type == timex.Set && a.b.of(e.From) == a.clause {
			return true
		}
	}
	return false
}

// earlier reports whether an act is told as before what was told last, or long
// after it: earlier he had asked for more; only later did he say so.
func (a *act) earlier() bool {
	b, sent := a.b, a.b.sentenceOf(a.trigger.From)
	return b.is(anEarlier, sent.From) || b.is(aLong, sent.From) && b.is(aLater, sent.From+1)
}

// speaks is the day of the same speaker's last dated words, where he goes on
// in the same block, or "also" in the next.
func (s *story) speaks(a *act) (dating, bool) {
	if !a.rule.speech && a.leaf.Family != "words" || a.earlier() || a.verb.Perfect {
		return dating{}, false
	}
	switch a.b.parse.Clauses[a.clause].Kind {
	case clause.Relative, clause.Subordinate, clause.Condition:
		return dating{}, false
	}
	who := a.b.speakerActor(a.agent())
	if who == nil {
		return dating{}, false
	}
	d, ok := s.spoke[who.Name]
	at := s.spokeAt[who.Name]
	if !ok || a.b.index-at > 2 {
		return dating{}, false
	}
	if a.b.index != at && !a.also() {
		return dating{}, false
	}
	if day, ok := a.besideDay(d.when); ok {
		return day, day.known()
	}
	return dating{d.when, d.mod, "carried"}, true
}
