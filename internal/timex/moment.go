package timex

import (
	"fmt"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// timeValue is the part of a value after its day.
func timeValue(c *core) string {
	if c.time {
		s := fmt.Sprintf("T%02d:%02d", c.hour, c.min)
		if c.zulu {
			s += "Z"
		}
		return s
	}
	return "T" + c.part
}

// timeOfDay resolves a part of a day or a clock time without a date.
func (r *resolver) timeOfDay(c *core, e *Expr) {
	base, ref := r.now()
	if c.rule.anchor == fromStory || !c.rule.hasShift {
		if d, from := r.told(calendar.Day); d.Grain == calendar.Day {
			base, ref = d, from
		}
	}
	e.Type = Time
	if c.day != nil {
		var day Expr
		if c.day.rule.op == opShift {
			r.shift(c.day, &day)
		} else {
			r.date(c.day, &day)
		}
		if day.When.Known() {
			e.Anchor, e.Reference, e.Why = day.When.From, Previous, "the day that follows it"
			e.When = day.When
			e.Value = e.When.String() + timeValue(c)
			return
		}
	}
	if _, ok := r.words.get("habit", r.text.Words[max(0, c.from-1)]); ok && c.part == "NI" && c.rule.op == opPart && c.out-c.in == 1 {
		// They travelled at night: on any.
		e.Value = "XXXX-XX-XX" + timeValue(c)
		return
	}
	base, ref = r.reached(c, base, ref)
	if c.rule.anchor == fromStory && c.rule.shift < 0 {
		base = r.outset(c, base)
	}
	if base.Grain != calendar.Day {
		e.Value = "XXXX-XX-XX" + timeValue(c)
		return
	}
	e.Anchor, e.Reference = base, ref
	d := base.Add(c.rule.shift, calendar.Day)
	e.When = calendar.Of(d)
	e.Value = d.String() + timeValue(c)
}

// reached is base, or the publication date where base is a day of a plan told
// before and c is of what has happened.
func (r *resolver) reached(c *core, base calendar.Date, ref Reference) (calendar.Date, Reference) {
	if !r.narrative && r.doc.DCT.Grain == calendar.Day && ref == Story && base.First() > r.doc.DCT.Last() && r.direction(c) < 0 {
		return r.doc.DCT, DCT
	}
	return base, ref
}

// outset is base, or where base is the last of two dates told together the
// first: they met on 23 and 24 January, and the night before they had dined.
func (r *resolver) outset(c *core, base calendar.Date) calendar.Date {
	for k := c.at - 1; k > 0 && k >= c.at-around; k-- {
		if !r.own[k].When.Single() || r.own[k].When.From != base {
			continue
		}
		if first := r.own[k-1].When; r.cores[k].link > 0 && first.Single() && first.From.Grain == base.Grain && first.From.Before(base) {
			return first.From
		}
		break
	}
	return base
}
