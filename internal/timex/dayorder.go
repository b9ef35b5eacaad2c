package timex

import "strings"

// dayOrder tells the day from the month in dates like 9/3/2025, in which either
// number may be the day. The other dates of the document decide: those in
// figures that can be read in one way only, else those with the month in
// letters, as they are mostly written (3 September, September 3); else the
// region of the language (en-GB); else the rule.
func (f *finder) dayOrder(found []core) {
	sure, likely, open := 0, 0, 0
	for i := range found {
		switch c := &found[i]; {
		case c.rule.op == opSlash && c.order == eitherOrder:
			open++
		case c.rule.op == opSlash:
			sure += int(c.order)
		case c.rule.op == opDate:
			likely += int(c.order)
		}
	}
	if open == 0 {
		return
	}
	votes := sure
	if votes == 0 {
		votes = likely
	}
	if _, region, ok := strings.Cut(f.doc.Language, "-"); ok && votes == 0 {
		if _, ok := f.words.named("dayfirst", region); ok {
			votes = 1
		}
	}
	for i := range found {
		c := &found[i]
		ruled := c.rule.form == "dayfirst"
		if c.rule.op == opSlash && c.order == eitherOrder && votes != 0 && ruled != (votes > 0) {
			c.month, c.dom = c.dom, c.month
		}
	}
}

// order is which of the day and the month a date has first.
type order int8

const (
	monthFirst  order = -1
	eitherOrder order = 0
	dayFirst    order = 1
)
