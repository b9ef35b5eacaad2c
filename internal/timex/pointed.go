package timex

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// Weekdays that an article points into the days which the story tells.

// pointed reports whether c is a weekday with an article, which points into the
// days that the story tells: they met on the 3rd; on the Friday they parted. The
// story stands less than a season back, and the weekday is not yet to come.
func (r *resolver) pointed(c *core) bool {
	ws := r.text.Words
	if c.rule.hasDir || c.rule.hasShift || c.from == 0 || !r.day.Known() || !r.last.Known() || r.last != r.day && !(r.last.Grain == calendar.Week && r.dayIn == r.index) || r.direction(c) > 0 {
		return false
	}
	if r.behindPointed(c) || r.inNamed(c) {
		return true
	}
	if m, ok := r.words.get("article", ws[c.from-1]); !ok || m.n != 2 {
		return false
	}
	if r.justBefore(c) {
		return true
	}
	if c.to < len(ws) && ws[c.to].Kind == sentence.Letters && !r.leansOn(c.to) && !r.thereafter(c) {
		if _, ok := r.words.get("clear", ws[c.to]); !ok && ws[c.to].Text[0] >= 'a' && !r.begins(c.to) {
			return false // the Friday prayers
		}
	}
	return !r.doc.DCT.Known() || r.day.First()+7 <= r.doc.DCT.Last()
}

// pointedAt is how many days after the day of the story c is, which points to one near it.
func (r *resolver) pointedAt(c *core) int {
	switch ahead := c.daysAfter(r.day); {
	case r.justBefore(c) && ahead == 0:
		return -7
	case r.justBefore(c), r.bygone(c) && ahead > 0:
		return ahead - 7 // was dead by the Wednesday, because he had said on the Monday
	case ahead == 0 && r.thereafter(c):
		return 7
	default:
		return ahead
	}
}

// thereafter reports whether c is the first such weekday after the story's day: voted on
// the 3rd and signed it on the Friday after.
func (r *resolver) thereafter(c *core) bool {
	ws := r.text.Words
	return c.to < len(ws) && r.in("thereafter", ws[c.to]) && (c.to+1 == len(ws) || ws[c.to+1].Kind == sentence.Punct)
}

// justBefore reports whether c is the last such weekday before the story's day: banned it on
// the 8th; they had bought the last of it the Friday before.
func (r *resolver) justBefore(c *core) bool {
	ws := r.text.Words
	return c.to < len(ws) && r.in("therebefore", ws[c.to]) && (c.to+1 == len(ws) || ws[c.to+1].Kind != sentence.Letters && ws[c.to+1].Kind != sentence.Number)
}

// behindPointed reports whether the time told before c in its passage is one of the story,
// a week or more back, which c goes on with: shares fell that Friday; by Sunday he had given
// in. What begins with "by" goes on with any: he fled before midnight. By Sunday all was over.
func (r *resolver) behindPointed(c *core) bool {
	p := r.before
	if p == nil || c.at == 0 || p.Passage != c.passage || p.Reference != Story || r.text.Sentence(c.from)-r.text.Sentence(p.From) > 1 {
		return false
	}
	x := &r.cores[c.at-1]
	if x.from != p.From || r.day.First()+7 > r.doc.DCT.Last() {
		return false
	}
	at := c.opening() - 1
	return x.weekday > 0 || p.When.Single() && p.When.From == r.day && at == r.text.Sentences[r.text.Sentence(c.from)].From && r.isBy(r.text.Words[at])
}

// pastIt is the day that a weekday with an article says, counted from what a noun names
// behind it, where that is what the story stands at: on the Sunday after the quarrel.
func (r *resolver) pastIt(c *core) (calendar.Date, bool) {
	ws := r.text.Words
	if c.rule.hasDir || c.rule.hasShift || c.from == 0 || c.to+1 >= len(ws) || !r.in("article", ws[c.from-1]) || !r.in("article", ws[c.to+1]) {
		return calendar.Date{}, false
	}
	if d := r.toldAfter(c); d.Known() {
		side := 1
		if r.in("therebefore", ws[c.to]) {
			side = -1
		} else if !r.in("thereafter", ws[c.to]) {
			return calendar.Date{}, false
		}
		return d.Add(side*((side*(c.weekday-d.Weekday())+6+7)%7+1), calendar.Day), true
	}
	if !r.in("thereafter", ws[c.to]) || r.doc.DCT.Known() && r.day.First()+7 > r.doc.DCT.Last() {
		return calendar.Date{}, false // before the vote: which may be still to come
	}
	return r.day.Add((c.weekday-r.day.Weekday()+6)%7+1, calendar.Day), r.day.Known()
}

// toldAfter is the day that a relative behind the noun behind c gives to what c is counted
// from: on the Monday after the raid, which took place on 4 March.
func (r *resolver) toldAfter(c *core) calendar.Date {
	x := r.text.Clauses
	if c.at+1 >= len(r.cores) || x == nil {
		return calendar.Date{}
	}
	next := &r.cores[c.at+1]
	if next.month == 0 || next.dom == 0 || next.rule.op != opDate || next.from >= len(x.Of) || r.text.Sentence(next.from) != r.text.Sentence(c.from) || next.from-c.to > 2*phraseReach {
		return calendar.Date{}
	}
	k := x.Of[next.from]
	if k < 0 || x.Clauses[k].Kind != clause.Relative || x.Clauses[k].From <= c.to+1 || x.Clauses[k].From-c.to > phraseReach {
		return calendar.Date{}
	}
	var said Expr
	if r.date(next, &said); !said.When.Single() {
		return calendar.Date{}
	}
	return said.When.From
}
