package event

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// apart is a time between an act and something that its clause names: a day
// after those talks, two weeks before the vote.
type apart struct {
	sign int // -1 before, 1 after
	n    int // 0 where the text does not say how many
	unit calendar.Grain
	noun int // the word behind "after"
}

// apart reads the time between in an act's own clause.
func (a *act) apart() (apart, bool) {
	b := a.b
	for i := range b.exprs {
		e := &b.exprs[i]
		if e.Type != timex.Duration || b.of(e.From) != a.clause && !b.expressionClause(b.of(e.From)) || b.Sentence(e.From) != b.Sentence(a.trigger.From) {
			continue
		}
		x := apart{noun: e.To + 1}
		switch {
		case b.is(anAfter, e.To) && !b.is(aStretch, e.To):
			x.sign = 1
		case b.is(anUpper, e.To) && !b.is(aBy, e.To):
			x.sign = -1
		default:
			continue
		}
		x.n, x.unit = b.lapse(sentence.Extent{From: e.To, To: e.To + 1})
		return x, true
	}
	return b.pointedBack(a)
}

// units are the classes of the words for one day, week, month or year.
var units = []struct {
	class
	calendar.Grain
}{{aOneday, calendar.Day}, {aOneweek, calendar.Week}, {aOnemonth, calendar.Month}, {aOneyear, calendar.Year}}

// pointedBack reads "the week before that" in an act's clause.
func (b *block) pointedBack(a *act) (apart, bool) {
	sent := b.sentenceOf(a.trigger.From)
	for k := sent.From; k+3 < sent.To; k++ {
		if !b.is(aThat, k+3) || !b.is(anArticle, k) || b.of(k) != a.clause && !b.expressionClause(b.of(k)) {
			continue
		}
		for _, u := range units {
			switch {
			case !b.is(u.class, k+1):
			case b.is(anAfter, k+2) && !b.is(aStretch, k+2):
				return apart{sign: 1, n: 1, unit: u.Grain, noun: k + 3}, true
			case b.is(anUpper, k+2) && !b.is(aBy, k+2):
				return apart{sign: -1, n: 1, unit: u.Grain, noun: k + 3}, true
			}
		}
	}
	return apart{}, false
}

// besideApart reports whether an act is a participle of a clause that is
// reckoned: signed it the week before that, asking for more.
func (a *act) besideApart() bool {
	k := a.b.parse.Clauses[a.clause]
	if k.Kind != clause.Participial {
		return false
	}
	_, ok := a.b.pointedBack(&act{b: a.b, clause: k.Parent, trigger: a.trigger})
	return ok
}

// reckoned is the date of an act that lies x from what its clause names: an
// occasion that the document dates, or what the story told last, where the
// noun only points at it. What it was done before or after by a description
// of its own (the death of the king) is not looked for.
func (s *story) reckoned(a *act, x apart) dating {
	b := a.b
	if x.n == 0 || a.repeats() {
		return dating{}
	}
	from := dating{}
	end := x.noun
	for end < len(b.Words) && end < x.noun+6 && !b.inVerb(end) && b.Words[end].Kind == sentence.Letters && !b.is(aPreposition, end) && !b.is(aConjunction, end) {
		end++
	}
	np := sentence.Extent{From: x.noun, To: end}
	pointing := np.Len() == 1 && b.is(aThat, x.noun)
	if !b.is(aDefinite, x.noun) || np.Len() < 2 && !pointing {
		return dating{}
	}
	if at, ok := b.hasGroup([]string{"meeting", "visit", "call"}, np); ok {
		if o := s.nearest(singular(lowerText(b.word(at.To-1))), b.index); o != nil {
			from = o.when
		}
	}
	if !from.known() && s.when.known() && s.block == b.index && (np.Len() <= 2 || !b.is(anArticle, x.noun)) && !b.is(anOf, end) {
		from = s.when // the vote, that announcement
	}
	if !from.known() || !from.when.Single() || from.when.From.Grain > x.unit {
		return dating{}
	}
	return dating{calendar.Of(from.when.From.In(x.unit).Add(x.sign*x.n, x.unit)), "", "connective"}
}
