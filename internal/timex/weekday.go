package timex

import (
	"fmt"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// weekday resolves a bare weekday.
func (r *resolver) weekday(c *core, e *Expr) {
	base, ref := r.nowOf(c)
	if base.Grain != calendar.Day || c.rule.anchor == fromStory {
		base, ref = r.told(calendar.Day)
		if r.narrative {
			base, ref = r.overtaken(c, base, ref, calendar.Day)
		}
	}
	if d, ok := r.pastIt(c); ok {
		e.Anchor, e.Reference, e.Why = d, Story, "of the days around what is told"
		r.set(e, d, "")
		return
	}
	if r.pointed(c) {
		e.Anchor, e.Reference, e.Why = r.day, Story, "the next one in the story"
		r.set(e, r.day.Add(r.pointedAt(c), calendar.Day), "")
		return
	}
	if base.Grain != calendar.Day && r.doc.DCT.Known() && r.reportedOn(c) {
		base, ref = r.doc.DCT, DCT
	}
	if base.Grain != calendar.Day {
		e.Value = fmt.Sprintf("XXXX-WXX-%d", c.weekday)
		return
	}
	if r.weekdayBeside(c, e) || r.besideDay(c, e) {
		return
	}
	e.Anchor, e.Reference = base, ref
	ahead := c.daysAfter(base)
	dir := c.rule.dir
	if !c.rule.hasDir {
		dir = r.direction(c)
		if dir == 0 {
			dir = -1
			if c.quoted { // "they are coming on Monday"
				dir = 1
			}
		}
		if r.narrative && ref != DCT {
			dir = 1
		}
	}
	ahead, e.Why = r.turn(c, ahead, dir, ref)
	if ahead == 0 && dir < 0 && ref == DCT && r.weekBefore(c) {
		ahead, e.Why = -7, "between the days told around it"
	}
	if dir > 0 && c.rule.unit == "week" && !c.rule.hasShift && ahead <= soon && (ahead == 1 || ahead+base.Weekday() <= 7) && ref != Story {
		ahead += 7 // of the next week: who means tomorrow says so
	}
	d := base.Add(ahead, calendar.Day)
	if r.narrative && r.doc.DCT.Grain == calendar.Day && d.First() > r.doc.DCT.Last() && base.First() <= r.doc.DCT.Last() && r.direction(c) < 0 {
		d = d.Add(-1, calendar.Week) // who died on Friday has died before it is told
	}
	if c.rule.hasShift {
		d = d.Add(c.rule.shift, calendar.Week) // Thursday week
	}
	r.set(e, d, "")
}

// besideDay explains a weekday that is said with its day: 16 October, a Thursday.
const besideDay = "the day beside it"

// weekBefore reports whether c, the weekday of publication, is rather that of the week before,
// since its passage tells of a day in the week before that one right before it, and goes on
// to a weekday in between: last Thursday they met; on Friday he came, and on Monday he left.
func (r *resolver) weekBefore(c *core) bool {
	if c.rule.hasDir || c.at == 0 || c.at+1 >= len(r.cores) || r.last.Grain != calendar.Day || r.lastAt.passage != r.index || r.text.Sentence(c.from)-r.lastAt.sentence > 1 {
		return false
	}
	day := r.doc.DCT.Add(-1, calendar.Week)
	if n := day.First() - r.last.First(); n <= 0 || n >= aWeek {
		return false
	}
	next := &r.cores[c.at+1]
	return next.weekday > 0 && next.dom == 0 && !next.rule.hasDir && next.weekday != c.weekday && next.rule.op == opDate && !next.quoted && r.text.Sentence(next.from)-r.text.Sentence(c.from) <= 1 && r.direction(next) < 0
}

// daysAfter is how many days after base the next weekday of c is: 0 to 6.
func (c *core) daysAfter(base calendar.Date) int { return (c.weekday - base.Weekday() + 7) % 7 }

// inWeek reports whether c, so many days ahead of a day, lies in the week of that day, which
// begins on Monday: that Friday, told of a Wednesday; not that Monday.
func (c *core) inWeek(ahead int) bool {
	since := (c.weekday - ahead + 6) % 7 // how many days after Monday the other day is
	return since+ahead < 7
}

// turn is how many days from its reference weekday c lies in direction dir, where the
// first one not before that is so many ahead, and why.
func (r *resolver) turn(c *core, ahead, dir int, ref Reference) (int, string) {
	switch {
	case c.rule.hasDir && dir == 0 && c.rule.anchor == fromStory && ref == Story && c.inWeek(ahead):
		return ahead, "of the week of the story"
	case c.rule.hasDir && dir == 0, dir > 0 && !c.rule.hasDir && r.mayBeOver(c):
		if dir := r.direction(c); ahead > 3 && !(c.rule.hasDir && dir > 0) || ahead > 0 && c.rule.hasDir && dir < 0 {
			ahead -= 7
		}
		return ahead, "the nearest one"
	case dir < 0:
		yesterday := c.rule.hasDir && !c.rule.hasShift && ahead == 6 && ref == DCT
		if ahead > 0 || c.rule.hasDir || ref == DCT && r.besideToday(c) {
			ahead -= 7
		}
		if yesterday {
			ahead -= 7 // last Wednesday, written on a Thursday
		}
		return ahead, "looking back: the last one"
	}
	if ahead == 0 && c.rule.hasDir && !c.rule.hasShift {
		ahead = 7
	}
	return ahead, "looking ahead: the next one"
}

// besideToday reports whether the sentence of c tells of today, too, which the
// weekday then is not: on Monday they put it off until today. Of words in quotation
// marks it says nothing: “the vote today was fair,” he said on Monday.
func (r *resolver) besideToday(c *core) bool {
	s := r.text.Sentences[r.text.Sentence(c.from)]
	i := c.at
	for i > 0 && r.cores[i-1].from >= s.From {
		i--
	}
	for ; i < len(r.cores) && r.cores[i].from < s.To; i++ {
		x := &r.cores[i]
		if x.rule.op == opShift && x.unit == "day" && x.shift == 0 && x.rule.anchor == fromNow && (r.text.Quote(x.from) < 0 || r.text.Quote(c.from) >= 0) {
			return true
		}
	}
	return false
}

// inNamed reports whether c stands among weekdays of the story: its passage has told of a day
// of weeks ago, no more than one from where the story stands, which weekday it was, and of
// none of the days of writing since. On 26 February 2022, a Saturday, they met; by Monday
// the banks were shut.
func (r *resolver) inNamed(c *core) bool {
	if r.narrative || !r.named.Known() || r.namedIn != r.index || distance(r.named, r.day) > 7 || r.named.First()+2*7 >= r.doc.DCT.First() {
		return false
	}
	for k := range r.cores[:c.at] {
		if x := &r.cores[k]; x.passage == c.passage && x.rule.anchor == fromNow && x.isDeictic() && x.weekday == 0 {
			return false
		}
	}
	return r.direction(c) < 0
}

// begins reports whether word i is the first of the subject of its clause.
func (r *resolver) begins(i int) bool {
	p := r.text.Clauses
	if p == nil || i >= len(p.Of) || p.Of[i] < 0 {
		return false
	}
	return p.Clauses[p.Of[i]].Subject.From == i
}

// soon is within how many days nobody says next Thursday for Thursday.
const soon = 3

// weekdayBeside resolves a weekday by what stands right before it: "16
// October, a Thursday", "last week, on Thursday", "on Tuesday and Wednesday".
func (r *resolver) weekdayBeside(c *core, e *Expr) bool {
	ws := r.text.Words
	named := false
	if c.from > 0 && !c.rule.hasDir {
		_, named = r.words.get("one", ws[c.from-1])
		named = named && !r.describes(c) || r.ofMonth(c) || r.nthOf(c)
	}
	p := r.before
	if p == nil || p.Passage != c.passage || !p.When.Single() || p.To > c.from || c.from-p.To > 3 || r.text.Sentence(p.From) != r.text.Sentence(c.from) {
		if named {
			e.Value = fmt.Sprintf("XXXX-WXX-%d", c.weekday)
		}
		return named
	}
	d := p.When.From
	switch {
	case named && d.Grain == calendar.Week && c.link == 0 && r.leadsTo(p.To, c.from):
		d = calendar.Civil(d.First() + c.weekday - 1)
		e.Why = "of the week beside it" // a week later, on a Tuesday
	case named && d.Weekday() == c.weekday:
		e.Why = besideDay
	case named:
		e.Value = fmt.Sprintf("XXXX-WXX-%d", c.weekday)
		return true
	case d.Grain == calendar.Week && c.link == 0 && r.leadsTo(p.To, c.from):
		d = calendar.Civil(d.First() + c.weekday - 1)
		e.Why = "of the week beside it"
	case d.Grain == calendar.Day && c.link > 0 && p.Rule == c.rule.name:
		e.Why = "the nearest one to the day beside it"
		ahead := (c.weekday-d.Weekday()+10)%7 - 3
		if ahead < 0 && c.link == 1 {
			ahead += 7 // from Monday through Friday
		}
		d = d.Add(ahead, calendar.Day)
	default:
		return false
	}
	e.Anchor, e.Reference = p.When.From, Previous
	r.set(e, d, "")
	return true
}

// ofMonth reports whether c is some weekday of the month behind it, which a word may
// describe: on a grey Tuesday in February 2015.
func (r *resolver) ofMonth(c *core) bool {
	ws := r.text.Words
	if c.from < 2 || c.at+1 >= len(r.cores) || ws[c.from-1].Text[0] < 'a' || !r.in("one", ws[c.from-2]) {
		return false
	}
	x := &r.cores[c.at+1]
	return x.passage == c.passage && x.from == c.to+1 && x.month > 0 && x.dom == 0 && r.in("beside", ws[c.to])
}

// nthOf reports whether c is counted from what somebody began, of which no day is told:
// on his first Monday in office.
func (r *resolver) nthOf(c *core) bool {
	ws := r.text.Words
	if c.from < 2 || !r.in("ordinal", ws[c.from-1]) {
		return false
	}
	m, ok := r.words.get("article", ws[c.from-2])
	return ok && m.n == 1
}

// besideDay resolves a weekday by today, tomorrow or yesterday, which it is told in one
// breath with: it will not end tomorrow, or Friday.
func (r *resolver) besideDay(c *core, e *Expr) bool {
	p := r.before
	if p == nil || c.at == 0 || c.rule.hasDir || p.Passage != c.passage || !p.When.Single() || c.from-p.To < 1 || c.from-p.To > 2 || r.linkAt(c.from-1) != 2 {
		return false
	}
	x := &r.cores[c.at-1]
	if x.from != p.From || x.rule.op != opShift || x.unit != "day" || x.isTime() || c.from-p.To == 2 && r.text.Words[p.To].Text != "," {
		return false
	}
	d := p.When.From
	ahead := (c.weekday-d.Weekday()+6)%7 + 1
	if x.shift < 0 || x.shift == 0 && r.direction(c) < 0 {
		ahead -= 7
	}
	e.Anchor, e.Reference, e.Why = d, Previous, "the nearest one to the day beside it"
	r.set(e, d.Add(ahead, calendar.Day), "")
	return true
}

// leadsTo reports whether nothing but a comma, a preposition and an article
// stands between two words: last week, on the Thursday; but not in two weeks ago and
// on Monday.
func (r *resolver) leadsTo(from, to int) bool {
	for i := from; i < to; i++ {
		if w := &r.text.Words[i]; w.Text != "," && !r.leansOn(i) && !r.in("article", *w) && !r.in("one", *w) {
			return false
		}
	}
	return true
}

// describes reports whether c only describes what took place on it, which is
// the day that the bare name would mean: in a Wednesday statement, a Friday hearing.
func (r *resolver) describes(c *core) bool {
	ws := r.text.Words
	if c.from < 2 || c.to >= len(ws) || ws[c.to].Kind != sentence.Letters || ws[c.to].Text[0] < 'a' {
		return false
	}
	for _, other := range [...]string{"before", "clear", "beside", "which"} {
		if r.in(other, ws[c.to]) {
			return false
		}
	}
	if r.in("within", ws[c.from-2]) {
		return true
	}
	for i := c.to; i < len(ws) && i < c.to+3 && ws[i].Kind == sentence.Letters; i++ {
		if r.in("outcome", ws[i]) || r.in("fixture", ws[i]) || r.in("occasion", ws[i]) {
			return true
		}
	}
	return false
}

// reportedOn reports whether c is when something was said to the writer: he
// said Saturday.
func (r *resolver) reportedOn(c *core) bool {
	ws := r.text.Words
	i := c.from - 1
	if i > 0 {
		if _, ok := r.words.get("beside", ws[i]); ok {
			i--
		}
	}
	if i < 0 {
		return false
	}
	_, ok := r.words.get("says", ws[i])
	return ok
}
