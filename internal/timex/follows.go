package timex

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
)

// onward is how many days a story of another year goes on by itself.
const onward = 120

// nearlyYear is within how many days a date without a year may still be told of one.
const nearlyYear = 330

// follows is the date that c says soon after the point that the story has
// reached in an earlier year than that of publication, where the text looks
// back; else the zero Date.
func (r *resolver) follows(c *core, dir int) calendar.Date {
	if r.said.Known() {
		return calendar.Date{}
	}
	if dir > 0 {
		return r.aheadThen(c)
	}
	if d := r.dayAfter(c); d.Known() {
		return d
	}
	if d := r.dwelt(c, dir); d.Known() {
		return d
	}
	if last := r.last; last.Known() && !last.Coarser(calendar.Season) && last.Year < r.doc.DCT.Year-1 && !r.chronicle {
		if v := r.verb(c); v != nil && v.Perfect && v.Tense == clause.Past && !(v.From >= c.to && c.from > 0 && r.in("toward", r.text.Words[c.from-1])) {
			if r.lastAt == (place{r.index, r.text.Sentence(c.from)}) {
				return r.passed(c, last) // failed in August 2005, after he had been elected in June
			}
			if c.dom > 0 || last.Grain != calendar.Day || r.index != r.lastAt.passage || r.text.Sentence(c.from)-r.lastAt.sentence > 3 {
				return calendar.Date{}
			}
			return r.passed(c, last) // he had signed it in August
		}
		if !r.dwellsOn(c, dir) {
			return calendar.Date{}
		}
		return r.next(c, last, r.stays(c, dir))
	}
	if v := r.verb(c); v != nil && v.Perfect && v.Tense == clause.Past && r.lastAt == (place{r.index, r.text.Sentence(c.from)}) && r.last.Grain <= calendar.Month && r.last.Year == r.doc.DCT.Year-1 && !r.sinceLast(c) {
		return r.passed(c, r.last) // in November 2022 it sold what had been banned on Oct. 7
	}
	if !r.story.Known() || r.story.Coarser(calendar.Month) || r.story.Year >= r.doc.DCT.Year || r.story.Year < r.doc.DCT.Year-1 && !r.chronicle {
		return calendar.Date{}
	}
	if r.story.Year < r.doc.DCT.Year-1 && r.last.Year >= r.doc.DCT.Year-1 && r.recalled(c) {
		return calendar.Date{} // eight months ago he vowed it. In January she called
	}
	if d := r.latest(c, dir); d.Known() && (!r.chronicle || r.current && !r.atDay()) && r.lastAt != (place{r.index, r.text.Sentence(c.from)}) {
		ago := r.doc.DCT.First() - d.Last()
		if ago <= monthBack || ago <= half && r.lastAt.passage != r.index {
			return calendar.Date{} // who means another year here says so
		}
	}
	return r.next(c, r.story, onward)
}

// stays is how many days the story of a former year may go on to c: nearly a year where
// what c says from the day of writing lies months back, so that who means it may say the year.
func (r *resolver) stays(c *core, dir int) int {
	if r.lookedBack && r.lastAt != (place{r.index, r.text.Sentence(c.from)}) {
		return onward // she had fled in January 1990. In September 100,000 left
	}
	d := r.latest(c, dir)
	if d.Known() && r.doc.DCT.First()-d.Last() > 3*monthBack && (r.lastAt.passage == r.index && !r.recalled(c) || d.Year < r.doc.DCT.Year) {
		return nearlyYear
	}
	return onward
}

// atDay reports whether the passage has just told of a day, from which days without a year
// go on; a month or a year is rather only named.
func (r *resolver) atDay() bool { return r.last.Grain == calendar.Day && r.lastAt.passage == r.index }

// aWeek is within how many days a story of another year surely goes on with a day and
// its month, aMonth within how many it does where it lingers there.
const (
	aWeek  = 7
	aMonth = 31
)

// dayAfter is the day that c says within a week after one of an earlier year that was told
// last: since the night of 2 August 2022 … On 3 August she met the president. A passage
// that lingers in that year goes on so for a month: by the end of that August he had left.
// On 9 September they met.
func (r *resolver) dayAfter(c *core) calendar.Date {
	if c.dom == 0 || c.month == 0 || c.rule.hasDir || !r.last.Known() || r.last.Year >= r.doc.DCT.Year || r.index-r.lastAt.passage > 1 {
		return calendar.Date{}
	}
	within := aWeek
	if r.lingers(c) {
		within = aMonth
	}
	if r.last.Grain != calendar.Day && (within == aWeek || r.last.Grain > calendar.Month) {
		return calendar.Date{}
	}
	d := c.near(r.last)
	if n := d.First() - r.last.First(); !d.Known() || n <= 0 || d.First()-r.last.Last() > within {
		return calendar.Date{}
	}
	return d
}

// lingers reports whether the two times told before c in its passage are of one earlier
// year, the last of them in its sentence or the one before.
func (r *resolver) lingers(c *core) bool {
	if c.at < 2 || r.lastAt.passage != r.index || r.text.Sentence(c.from)-r.lastAt.sentence > 1 || r.last.Year >= r.doc.DCT.Year {
		return false
	}
	for _, e := range r.own[c.at-2 : c.at] {
		if e.Type != Date || !e.When.Single() || e.When.From.Grain > calendar.Month || e.When.From.Year != r.last.Year {
			return false
		}
	}
	return true
}

// sinceLast reports whether c has been between what was told last, some months ago, and
// publication: one bank failed in December; in January another had closed.
func (r *resolver) sinceLast(c *core) bool {
	return r.doc.DCT.First()-r.last.Last() <= half && r.passed(c, r.doc.DCT).First() > r.last.Last()
}

// latest is the date that c says where it looks back from the publication date: the
// last one up to it, where the verb does; else rather one that is near ahead than one
// almost a year ago.
func (r *resolver) latest(c *core, dir int) calendar.Date {
	if dir < 0 {
		return r.passed(c, r.doc.DCT)
	}
	return r.nearest(c, r.doc.DCT, -1)
}

// dwelt is the date that c says within a year of what the passage has just told of
// a former year, in a text that retells years and where nothing has brought the
// passage back to the days of writing: the road was blocked on 12 December 2022; on
// 23 April they put up a checkpoint.
func (r *resolver) dwelt(c *core, dir int) calendar.Date {
	last := r.last
	if !r.retold || !last.Known() || last.Coarser(calendar.Season) || r.lastAt.passage != r.index || r.doc.DCT.First()-last.Last() <= half || r.recalled(c) {
		return calendar.Date{}
	}
	apart := r.text.Sentence(c.from) - r.lastAt.sentence
	v := r.verb(c)
	had := v != nil && v.Perfect && v.Tense == clause.Past
	if d := r.latest(c, dir); apart > 0 && !(had && apart == 1) && d.Known() && !r.ofNow(c, d) && r.doc.DCT.First()-d.Last() <= monthBack {
		return calendar.Date{}
	}
	if had {
		return r.passed(c, last)
	}
	for year := int(last.Year); year <= int(last.Year)+1; year++ {
		if d := c.inYear(year); d.Known() && d.Last() >= last.First() && d.First() <= r.doc.DCT.Last() {
			return d
		}
	}
	return calendar.Date{}
}

// recalled reports whether a word before c in its passage counts from the days of
// writing: on Friday, last week, this year.
func (r *resolver) recalled(c *core) bool {
	for k := range r.cores[:c.at] {
		if x := &r.cores[k]; x.passage == c.passage && x.rule.anchor == fromNow && (x.isDeictic() || x.isOfDays()) {
			return true
		}
	}
	return false
}

// next is the first date that c says from a date on, where that is soon. A paragraph that
// names the month of the day that the one before has come to means that of another year.
func (r *resolver) next(c *core, from calendar.Date, within int) calendar.Date {
	if c.dom == 0 && c.month > 0 && c.mod == "" && from.Grain == calendar.Day && r.lastAt.passage != r.index && c.inYear(int(from.Year)).Contains(from) {
		return calendar.Date{}
	}
	for year := int(from.Year); year <= int(from.Year)+1; year++ {
		d := c.inYear(year)
		if c.isOn(d) && d.Last() >= from.First() && d.First()-from.Last() <= within && d.First() <= r.doc.DCT.Last() {
			return d
		}
		within = min(within, onward) // in August 1998 it defaulted; the bans of July … are of no 1999
	}
	return calendar.Date{}
}

// dwellsOn reports whether the text goes on to tell of the days that it has just
// named, years ago: it had begun on 1 December 2018; on the 10th …, in January ….
// A month that has only just passed is rather the one before publication.
func (r *resolver) dwellsOn(c *core, dir int) bool {
	d := r.latest(c, dir)
	if !d.Known() || r.index-r.lastAt.passage > 1 {
		return false
	}
	ago := r.doc.DCT.First() - d.Last()
	if dir < 0 && r.ofNow(c, d) && r.index == r.lastAt.passage {
		return true
	}
	if r.lastAt == (place{r.index, r.text.Sentence(c.from)}) && dir < 0 {
		return true
	}
	return ago > monthBack && r.index == r.lastAt.passage || c.dom > 0 && ago > 4*monthBack || d.Year < r.doc.DCT.Year && ago > 3*monthBack && !r.recalled(c)
}

// ofNow reports whether c names the very month d of publication, which who means it rather
// calls this month.
func (r *resolver) ofNow(c *core, d calendar.Date) bool {
	return c.dom == 0 && c.month > 0 && d.Contains(r.doc.DCT)
}

// passed is the last date that c says up to a date.
func (r *resolver) passed(c *core, to calendar.Date) calendar.Date {
	d := c.inYear(int(to.Year))
	if d.Known() && d.First() > to.Last() {
		d = c.inYear(int(to.Year) - 1)
	}
	return d
}
