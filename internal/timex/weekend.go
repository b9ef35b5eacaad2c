package timex

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// weekendThen reports whether the weekend is one beside the day that the passage has told
// just told, of some weeks ago or more: on the Friday they had stopped him; over the weekend
// he confessed. The past perfect looks back from that day, the past goes on from it.
func (r *resolver) weekendThen(c *core) bool {
	if c.unit != "weekend" || c.rule.anchor != fromBare || r.narrative || r.said.Known() || !r.last.Known() || r.last != r.day || r.dayIn != r.index || r.text.Sentence(c.from)-r.lastAt.sentence > 1 {
		return false
	}
	return r.doc.DCT.First()-r.day.First() > 2*7 && r.direction(c) < 0
}

// someWeekend reports whether c is a weekend of which only the kind is told, as no weekend
// that is meant has it: a Friday before a long weekend.
func (r *resolver) someWeekend(c *core) bool {
	ws := r.text.Words
	return c.unit == "weekend" && c.rule.anchor == fromBare && c.to-c.from == 1 && c.from >= 2 && ws[c.from-1].Kind == sentence.Letters && ws[c.from-1].Text[0] >= 'a' && !r.leansOn(c.from-1) && r.in("one", ws[c.from-2])
}

// weekend resolves the weekend of the week of base, or so many weeks on or back.
func (r *resolver) weekend(base calendar.Date, shift int, c *core, e *Expr) {
	w := base.In(calendar.Week)
	if day := base.Weekday(); r.weekendThen(c) {
		if r.bygone(c) && day < 6 {
			shift = -1
		}
	} else if shift == 0 && day > 0 && (c.rule.anchor == fromBare && day < 6 && r.direction(c) <= 0 || c.rule.anchor == fromNow && day < 4 && r.direction(c) < 0) {
		shift = -1
	}
	w = w.Add(shift, calendar.Week)
	if !w.Known() {
		return
	}
	e.When, e.Value = weekendOf(w)
}
