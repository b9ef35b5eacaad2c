package event

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
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
		case b.is("after", e.To) && !b.is("stretch", e.To):
			x.sign = 1
		case b.is("upper", e.To) && !b.is("by", e.To):
			x.sign = -1
		default:
			continue
		}
		x.n, x.unit = b.lapse(sentence.Extent{From: e.To, To: e.To + 1})
		return x, true
	}
	return apart{}, false
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
	for end < len(b.Words) && end < x.noun+6 && !b.inVerb(end) && b.Words[end].Kind == sentence.Letters && !b.is("preposition", end) && !b.is("conjunction", end) {
		end++
	}
	np := sentence.Extent{From: x.noun, To: end}
	if !b.is("definite", x.noun) || np.Len() < 2 {
		return dating{}
	}
	if at, ok := b.hasGroup([]string{"meeting", "visit", "call"}, np); ok {
		if o := s.nearest(singular(lowerText(b.word(at.To-1))), b.index); o != nil {
			from = o.when
		}
	}
	if !from.known() && s.when.known() && s.block == b.index && (np.Len() == 2 || !b.is("article", x.noun)) && !b.is("of", end) {
		from = s.when // the vote, that announcement
	}
	if !from.known() || !from.when.Single() || from.when.From.Grain > x.unit {
		return dating{}
	}
	return dating{calendar.Of(from.when.From.In(x.unit).Add(x.sign*x.n, x.unit)), "", "connective"}
}
