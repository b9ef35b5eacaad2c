package event

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// apart is a time between an act and something that its clause names: a day
// after those talks, two weeks before the vote, within hours of it.
type apart struct {
	sign int // -1 before, 1 after, 0 on its day
	n    int // 0 where the text does not say how many
	unit calendar.Grain
	noun int  // the word behind "after"
	last bool // only added behind the act: they left, months after
}

// reckons reports whether the text says how far it is.
func (x apart) reckons() bool { return x.n > 0 || x.sameDay() }

// sameDay reports whether the act is of the day of what its clause names.
func (x apart) sameDay() bool { return x.sign == 0 && x.unit == calendar.Day }

// apart reads the time between in an act's own clause.
func (a *act) apart() (apart, bool) {
	b := a.b
	for i := range b.exprs {
		e := &b.exprs[i]
		if e.Type != timex.Duration || b.of(e.From) != a.clause && !b.expressionClause(b.of(e.From)) || b.Sentence(e.From) != b.Sentence(a.trigger.From) {
			continue
		}
		x := apart{noun: e.To + 1, last: e.From > a.trigger.To && b.word(e.From-1).Text == ","}
		if b.is(anOf, e.To) && b.is(aWithin, e.From-1) {
			if e.Value[len(e.Value)-1] == 'H' || strings.HasPrefix(e.Value, "PT") {
				x.unit = calendar.Day // within hours of the vote
			}
			return x, true
		}
		switch {
		case b.is(anAfter, e.To) && !b.is(aStretch, e.To):
			x.sign = 1
		case b.is(anUpper, e.To) && !b.is(aBy, e.To):
			x.sign = -1
		default:
			continue
		}
		x.n, x.unit = b.lapse(sentence.Extent{From: e.To, To: e.To + 1})
		if x.n == 0 && e.Value[len(e.Value)-1] == 'Y' {
			x.unit = calendar.Year
		}
		return x, true
	}
	return b.pointedBack(a)
}

// withinTheDay reports whether an act's clause says that only hours lie between it and
// what was told or is told: hours earlier he had urged; hours before he sat down.
func (a *act) withinTheDay() bool {
	b := a.b
	for i := range b.exprs {
		e := &b.exprs[i]
		if e.Type == timex.Date && !e.When.Known() && b.is(anHour, e.To-2) && b.of(e.From) == a.clause && (b.is(aLater, e.To-1) || b.is(anEarlier, e.To-1)) {
			return true // a few hours later
		}
		if e.Type != timex.Duration || !strings.HasPrefix(e.Value, "PT") || b.of(e.From) != a.clause && !b.expressionClause(b.of(e.From)) || b.Sentence(e.From) != b.Sentence(a.trigger.From) {
			continue
		}
		if b.is(anEarlier, e.To-1) || b.is(anEarlier, e.To) || b.is(aLater, e.To-1) || b.is(aLater, e.To) || b.is(anUpper, e.To) && !b.is(aBy, e.To) || b.is(anAfter, e.To) && !b.is(aStretch, e.To) {
			return true
		}
	}
	return false
}

// units are the classes of the words for one day, week, month or year.
var units = []struct {
	class
	calendar.Grain
}{{aOneday, calendar.Day}, {aOneweek, calendar.Week}, {aOnemonth, calendar.Month}, {aOneyear, calendar.Year}}

// pointedBack reads "the week before that", "the day after the vote", "on the
// very evening of the vote" in an act's clause.
func (b *block) pointedBack(a *act) (apart, bool) {
	if !b.has(aOneday, aPart, aOneweek, aOnemonth, aOneyear) {
		return apart{}, false
	}
	sent := b.sentenceOf(a.trigger.From)
	for k := sent.From; k+3 < sent.To; k++ {
		if b.plainWord(k) || !b.is(anArticle, k) || b.of(k) != a.clause && !b.expressionClause(b.of(k)) {
			continue
		}
		at := k + 1
		for b.is(aVery, at) {
			at++
		}
		if (b.is(aOneday, at) || b.is(aPart, at)) && b.is(anOf, at+1) && b.is(aDefinite, at+2) && b.expr(at+2) == nil && b.of(at+2) == b.of(k) {
			return apart{unit: calendar.Day, noun: at + 2}, true
		}
		if !b.is(aThat, at+2) && !(b.is(aDefinite, at+2) && !b.begins(at+2)) {
			continue
		}
		for _, u := range units {
			switch {
			case !b.is(u.class, at) && !(u.Grain == calendar.Day && b.is(aPart, at)):
			case b.is(anAfter, at+1) && !b.is(aStretch, at+1):
				return apart{sign: 1, n: 1, unit: u.Grain, noun: at + 2}, true
			case b.is(anUpper, at+1) && !b.is(aBy, at+1):
				return apart{sign: -1, n: 1, unit: u.Grain, noun: at + 2}, true
			}
		}
	}
	return apart{}, false
}

// begins reports whether the phrase at word i is the subject of a verb: the day
// after the minister had left.
func (b *block) begins(i int) bool {
	end := b.phraseEnd(i)
	return end < len(b.Words) && b.inVerb(end)
}

// phraseEnd is the end of the noun phrase that begins at word i: the first verb,
// preposition, conjunction or mark behind it, a name behind its noun, or another phrase.
func (b *block) phraseEnd(i int) int {
	end := i
	for end < len(b.Words) && end < i+6 && b.Words[end].Kind == sentence.Letters && !b.inVerb(end) && (end == i || !b.closesPhrase(i, end)) {
		end++
	}
	return end
}

// closesPhrase reports whether the noun phrase that begins at word i is over before word end.
func (b *block) closesPhrase(i, end int) bool {
	for _, c := range [...]class{aPreposition, aConjunction, aDeterminer, aThat, aPronoun} {
		if b.is(c, end) {
			return true
		}
	}
	name := end > i+1 && sentence.Capital(b.Words[end].Text) && !sentence.Capital(b.Words[end-1].Text)
	return name || b.parse.Clauses[b.of(end)].Subject.From == end // the day of the raid | police arrested him
}

// besideApart reports whether an act is a participle of a clause that is reckoned from
// what nothing dates: two days before the vote they signed it, asking for more.
func (a *act) besideApart() bool {
	k := a.b.parse.Clauses[a.clause]
	if k.Kind != clause.Participial {
		return false
	}
	x, ok := (&act{b: a.b, clause: k.Parent, trigger: a.trigger}).apart()
	return ok && !x.last && x.unit != calendar.Year
}

// reckoned is the date of an act that lies x from what its clause names: an
// occasion that the document dates, or what the story told last, where the
// noun only points at it. What it was done before or after by a description
// of its own (the death of the king) is not looked for.
func (s *story) reckoned(a *act, x apart) dating {
	b := a.b
	if !x.reckons() || a.repeats() {
		return dating{}
	}
	from := dating{}
	end := b.phraseEnd(x.noun)
	np := sentence.Extent{From: x.noun, To: end}
	pointing := np.Len() == 1 && b.is(aThat, x.noun)
	if x.sameDay() && !pointing && (np.Len() == 1 || np.Len() > 1 && sentence.Capital(b.Words[x.noun+1].Text)) && lower(b.Words[x.noun].Text) && s.when.when.Days() == 1 && s.block == b.index {
		return dating{s.when.when, "", "connective"} // within minutes of publication
	}
	if !b.is(aDefinite, x.noun) || np.Len() < 2 && !pointing {
		return dating{}
	}
	if at, ok := b.findGroup(&talkNouns, np); ok {
		if o := s.nearest(singular(lowerText(b.word(at.To-1))), b.index); o != nil {
			from = o.when
		} else if s.lastTalk != nil && b.index-s.lastTalk.block <= 4 && b.is(anArticle, x.noun) && np.Len() == 2 && b.hasGroup(at, &meetingNouns) {
			from = s.lastTalk.when // three days before the summit: the meeting just told of
		}
	}
	if !from.known() && !pointing && !b.is(anOf, end) && !b.distinguished(np) {
		from, _ = s.named(singular(lowerText(b.word(end-1))), b, x.noun)
	}
	if !from.known() && s.when.known() && s.block == b.index && (np.Len() <= 2 || !b.is(anArticle, x.noun)) && !b.is(anOf, end) && (x.sign > 0 || x.sign < 0 && (pointing || a.verb.Perfect)) {
		from = s.when // the vote, that announcement
	}
	if !from.known() || !from.when.Single() || from.when.From.Grain > x.unit {
		return dating{}
	}
	return dating{calendar.Of(counted(from.when.From, x.sign*x.n, x.unit)), "", "connective"}
}

// distinguished reports whether a noun phrase has a name in it, which tells which of
// several is meant.
func (b *block) distinguished(np sentence.Extent) bool {
	for k := np.From + 1; k < np.To; k++ {
		if sentence.Capital(b.Words[k].Text) {
			return true
		}
	}
	return false
}

// cameOn is the day of what the subject of clause c points back to, of which it says that it
// came: what the story told last, or, where the paragraph before told that, and in the present,
// the news of a day's report. A visit or vote that comes may be due; it has the day on which
// it was told to have been.
func (s *story) cameOn(b *block, c int) dating {
	past := b.verbOf(c).Tense == clause.Past
	if past && s.when.known() {
		return s.when
	}
	e := b.parse.Clauses[c].Subject
	if d, ok := s.named(singular(lowerText(b.word(e.To-1))), b, e.From); ok {
		return d
	}
	if _, ok := b.findGroup(&dueNouns, e); ok || past && (s.last.when != s.news.when || b.index-s.lastAt > 1) {
		return dating{}
	}
	return s.news
}

// reckon dates an act by how far it lies from something that is told or named. It tells
// whether that settles its date, be it none, and else whether one may be carried to it.
func (s *story) reckon(a *act) (settled, carries bool) {
	if x, c, ok := a.came(); ok {
		if d := s.cameOn(a.b, c); d.when.Single() && d.when.From.Grain == calendar.Day {
			a.date = x.from(d)
		}
		if a.date.known() || !x.hours {
			return true, false
		}
	}
	carries = true
	if x, ok := a.apart(); ok { // three days after that announcement: reckoned, or not dated
		a.date = s.reckoned(a, x)
		if !a.date.known() && a.withinTheDay() {
			a.date = s.hoursFrom(a)
		}
		if a.date.known() || x.unit != calendar.Year && !x.sameDay() && !x.last {
			return true, false
		}
		carries = !x.sameDay() && x.unit == calendar.Year // years after they had broken off, it may be of the story's day
	}
	if a.main() && a.withinTheDay() {
		if a.date = s.hoursFrom(a); a.date.known() {
			return true, false
		}
	}
	return false, carries
}
