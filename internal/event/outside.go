package event

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// outside is why an act stands in the text without being told by it, or "".
func (a *act) outside(dct calendar.Date) string {
	switch {
	case a.entitled():
		return "the words of a title"
	case a.pictured(dct):
		return "what a picture shows"
	case a.rule == a.b.g.plain && a.status == planned && !a.passive && a.verb.Tense == clause.Present && a.verbIs(anAwaiting):
		return "what is only awaited"
	case a.onPaper():
		return "what a paper says that nobody adopts here"
	case a.ofPage():
		return "what a page says of itself"
	}
	return ""
}

// entitled reports whether an act is a gerund in a quotation that begins with one: the
// title of a paper, the theme of a forum. Nobody does it.
func (a *act) entitled() bool {
	b := a.b
	q := b.Quote(a.trigger.From)
	if q < 0 || a.nominal || a.verb == nil || !a.verb.Ing || a.verb.Finite || a.speech >= 0 {
		return false
	}
	i := b.Quotes[q].From
	for i < a.trigger.From && b.Words[i].Kind == sentence.Open {
		i++
	}
	v := b.verbOf(b.of(i))
	return v != nil && v.Ing && !v.Finite && v.From-i <= 1
}

// pictured reports whether an act stands in the caption of a picture: a sentence in the
// present that ends with the day, written out with its year and without a preposition, on
// which the picture was taken: a man waits for a bus in Lima, Peru April 30, 2009.
func (a *act) pictured(dct calendar.Date) bool {
	b := a.b
	if a.nominal || !dct.Known() || !a.date.known() || a.date.when.Days() != 1 || a.date.when.Last() >= dct.First() || a.date.basis != "own" && a.date.basis != "sentence" {
		return false
	}
	s := b.sentenceOf(a.trigger.From)
	last := s.To - 1
	if b.Words[last].Kind == sentence.Punct {
		last--
	}
	x := b.expr(last)
	if x == nil || x.To != last+1 || x.When != a.date.when || b.Words[last].Kind != sentence.Number || len(b.Words[last].Text) != 4 || b.is(aPreposition, x.From-1) || b.word(x.From-1).Text == "," {
		return false
	}
	for i := range b.parse.Verbs {
		v := &b.parse.Verbs[i]
		if v.From >= s.From && v.To <= s.To && v.Finite && v.Tense == clause.Past {
			return false
		}
	}
	return true
}

// ofPage reports whether the subject of an act is the page that it stands on: this article
// was amended on Friday.
func (a *act) ofPage() bool {
	e := a.b.core(a.subject)
	return e.Len() >= 2 && a.b.is(aPage, e.To-1) && a.b.is(aNear, e.To-2) && a.b.Quote(a.trigger.From) < 0
}

// onPaper reports whether an act is what a paper says, in a participle behind it, of which it
// is not told that somebody makes it his own: they blocked a resolution condemning the raid,
// or one backing a plan condemning it.
func (a *act) onPaper() bool {
	if a.nominal {
		return false
	}
	b := a.b
	for c := a.clause; c >= 0; c = b.parse.Clauses[c].Parent {
		v := b.verbOf(c)
		if v == nil || !v.Ing || v.Finite {
			return false
		}
		if b.says(c) {
			return true
		}
	}
	return false
}

// says reports whether a paper that nobody adopts is the subject of participle clause c.
func (b *block) says(c int) bool {
	k := &b.parse.Clauses[c]
	if k.Kind != clause.Participial || !empty(k.Marker) || k.Parent < 0 || k.From == 0 || b.word(k.From-1).Text == "," || !b.hasGroup(k.Subject, &paperNouns) {
		return false
	}
	w := b.verbOf(k.Parent)
	return w != nil && !b.g.is(anAdopting, w.Base) && w.To <= k.Subject.From
}
