package timex

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// resolver turns what was recognised into values, in the order of the text.
// It keeps the reference times: the publication date and what the story has
// reached.
type resolver struct {
	*language
	doc   Document
	text  *Passage
	index int
	// narrative says that the publication date is no reference for the text:
	// it is unknown, or the text's own dates contradict it.
	narrative bool
	chronicle bool // it gives many years, and few words tie it to a day of writing
	retold    bool // it gives many years, more than days of the week of writing
	current   bool // most days without a year are of the weeks around publication
	point          // just told, whatever for
	// done is the same without what lies after publication: past acts do not
	// follow a plan.
	done point
	// former is the point from which the story was brought to the days of writing.
	former point
	// story is the date that the narration has reached; it does not move to
	// what is only looked at from there.
	story calendar.Date
	// tentative says that the story only stands at a date for want of another.
	tentative bool
	ahead     calendar.Date // a date far ahead of the story that did not move it
	leapt     place         // where it stands
	// local is the year that a heading or an opening of this passage has gone
	// to in a text that else speaks from its publication date; 0 for none.
	local    int
	localIn  int             // the only sentence that it holds for, or -1
	section  int             // the same, for all passages under a heading, or that answer
	quarter  calendar.Date   // the quarter that is reported on
	wide     bool            // a longer part of the year is reported on
	entry    calendar.Date   // the date that stands alone before a passage, as in a diary
	under    calendar.Date   // the date that the heading above begins with
	clock    clock           // the last clock time told
	written  calendar.Date   // the date of the dateline, where it is not that of publication
	cores    []core          // what was recognised in this passage
	own      []Expr          // the expressions of this passage, zero where not yet resolved
	dateline *core           // what gave the publication date; nil where it was given
	carried  calendar.Date   // the last day that the passage before tells
	lead     calendar.Date   // the first day that a report tells, of the last ones before publication
	said     calendar.Date   // the day of speaking, while a quotation is resolved
	act      calendar.Date   // the day of what was last told with the day on which somebody said so
	actAt    place           // where it stands
	days     []calendar.Date // days of former years that were told
	named    calendar.Date   // the day whose weekday was last told with it
	namedIn  int             // the passage of named
	before   *Expr           // the expression before
	prior    Expr
}

// point is the date just told: of any grain, and the last ones that are a day, a
// month or finer, and a decade or finer.
type point struct {
	last, day, month, year calendar.Date
	lastAt                 place // where last stands
	dayIn                  int   // the passage of day
	dayLed                 bool  // day opened its sentence
	lastLed                bool  // last did
	lookedBack             bool  // it was told in the past perfect
}

// tell moves p to a date that is told.
func (p *point) tell(d calendar.Date, at place, led bool) {
	p.last, p.lastAt, p.lastLed = d, at, led
	if d.Grain == calendar.Day {
		p.day, p.dayIn, p.dayLed = d, at.passage, led
	}
	if d.Grain <= calendar.Month {
		p.month = d
	}
	if d.Grain <= calendar.Decade {
		p.year = d // a century is of no story: it was not the 15th century; the next year they met
	}
}

// pastPlan reports whether c, which counts from what is told, counts from what has
// happened though a plan has been told since: they said that it would be ready by
// November. The next day he left.
// "Earlier in the day" then is of the day of writing.
func (r *resolver) pastPlan(c *core) bool {
	if c.rule.op == opShift && c.unit == "day" && c.shift == 0 && c.rule.form != "again" {
		return false
	}
	return !r.narrative && c.rule.anchor == fromStory && r.done.last.Known() && r.last.First() > r.doc.DCT.Last() && r.direction(c) < 0
}

// clock is a time of a day, in minutes.
type clock struct {
	day    calendar.Date
	minute int
	zulu   bool
	to     int // the word of its passage behind it
	in     int // its passage
}

// place is a sentence of a passage.
type place struct {
	passage, sentence int
}

func newResolver(lang *language, doc Document, found []core) *resolver {
	r := &resolver{language: lang, doc: doc}
	if !doc.DCT.Known() {
		r.doc.DCT, r.dateline = lang.dateline(doc, found)
	}
	r.narrative = !r.doc.DCT.Known() || r.contradicts(found) && !r.ofTheDay(found)
	years, deictic, days := 0, 0, 0
	for i := range found {
		if found[i].isOfDays() {
			days++
		}
		if found[i].hasYear {
			years++
		} else if found[i].isDeictic() {
			deictic++
		}
	}
	r.chronicle = years >= 8 && years > 2*deictic
	r.retold = years >= 8 && 2*years > 3*days
	r.current = r.doc.DCT.Known() && r.recentDays(found) > 0
	return r
}

// contradicts reports whether the dates of a text show that it does not speak
// from its publication date: most of its years are well before it, or are of
// a chronicle that runs on behind it, and few words tie the text to a day of
// writing. Years to come alone may be plans; months of them, many, are told.
func (r *resolver) contradicts(found []core) bool {
	dct := r.doc.DCT
	years, old, later, beyond, deictic := 0, 0, 0, 0, r.recentDays(found)
	for i := range found {
		c := &found[i]
		switch {
		case c.yearOnly() && r.namesIn(&r.doc.Passages[c.passage], c): // the 1991 law
		case c.hasYear && !c.short:
			years++
			switch {
			case c.bc || c.year < int(dct.Year)-1:
				old++
			case c.year > int(dct.Year):
				beyond++
				if c.month > 0 {
					later++
				}
			}
		case c.isDeictic():
			deictic++
		}
	}
	switch {
	case later >= 4 && beyond*4 >= years && later > 3*deictic:
		return true
	case years >= long:
		return old*2 >= years && old > 6*deictic
	}
	return old >= 4 && old*4 >= years*3 && old > 3*deictic || old*3 >= years*2 && r.runsOn(found, deictic)
}

// runsOn reports whether a text that opens with a day of a former year goes on from it as
// a story does, in days and months without their year: on 6 June 1944 they landed; on the
// 7th … in September. Few words tie it to a day of writing, which are deictic of them.
func (r *resolver) runsOn(found []core, deictic int) bool {
	steps, from := 0, 0
	for i := range found {
		c := &found[i]
		if c.isDeictic() && c.rule.anchor == fromStory {
			deictic-- // that July, the following March
		}
		switch {
		case c.rule.op != opDate && c.rule.op != opDays:
		case from == 0 && c.hasYear && c.dom > 0 && !c.bc:
			from = c.year
		case from == 0 && (c.hasYear || c.month > 0 || c.weekday > 0):
			return false
		case !c.hasYear && !c.rule.hasDir && (c.month > 0 || c.dom > 0):
			steps++
		}
	}
	return from != 0 && from < int(r.doc.DCT.Year)-1 && steps >= 4 && steps > 4*deictic
}

// recentDays is how many different days without a year are of the weeks around publication, where
// most of those that a text names are: who writes of August 15th and August 18th on the
// 21st ties the text to that day as "last week" would, however many former years stand
// beside them. The days of a history are of all the year.
func (r *resolver) recentDays(found []core) int {
	if r.doc.DCT.Grain != calendar.Day {
		return 0
	}
	days, recent := 0, 0
	seen := map[calendar.Date]bool{}
	for i := range found {
		d := r.nearDay(&found[i])
		if !d.Known() || seen[d] {
			continue
		}
		seen[d] = true
		if days++; distance(d, r.doc.DCT) <= recently {
			recent++
		}
	}
	if recent < 3 || recent*2 <= days {
		return 0
	}
	return recent
}

// ofTheDay reports whether a text, however old what it tells, is written on the
// days around its publication: the obituary of her who died on Monday; the column that
// begins with a call on February 12th and then looks back for years. A long
// history is not, and neither is one that has told a day of its own before the
// weekday.
func (r *resolver) ofTheDay(found []core) bool {
	years, told, tied := 0, false, false
	for i := range found {
		c := &found[i]
		if c.hasYear {
			years++
			told = told || c.dom > 0 && c.year < int(r.doc.DCT.Year)-1
		}
		tied = tied || !told && c.isOfDays() && r.doc.Passages[c.passage].Quote(c.from) < 0 && !r.namesDay(c)
		if d := r.nearDay(c); years == 0 && d.Known() && distance(d, r.doc.DCT) <= recently {
			tied = true
		}
		tied = tied || years == 1 && c.hasYear && r.ofThoseWeeks(c)
	}
	return tied && years < long
}

// ofThoseWeeks reports whether c is a day with its year, of the weeks before publication.
func (r *resolver) ofThoseWeeks(c *core) bool {
	if c.rule.op != opDate || c.bc || c.dom == 0 || c.month == 0 || r.doc.Passages[c.passage].Heading {
		return false
	}
	d := c.inYear(c.year)
	ago := r.doc.DCT.First() - d.First()
	return d.Known() && ago >= 0 && ago <= recently
}

// nearDay is the day nearest to publication that c says without its year, or zero.
func (r *resolver) nearDay(c *core) calendar.Date {
	if c.rule.op != opDate || c.hasYear || c.hasShift || c.dom == 0 || c.month == 0 || c.link > 0 || c.rule.hasDir || r.doc.Passages[c.passage].Heading {
		return calendar.Date{}
	}
	return c.near(r.doc.DCT)
}

// isOfDays reports whether c only has a meaning within days of the writing:
// Monday, yesterday, last week.
func (c *core) isOfDays() bool {
	switch c.rule.op {
	case opDate:
		return c.weekday > 0 && c.dom == 0 && c.nth == 0 && c.rule.anchor == fromNow
	case opShift:
		return c.rule.anchor == fromNow && (c.unit == "week" || c.unit == "day" && c.shift != 0)
	case opPart:
		return c.rule.hasShift && c.rule.anchor == fromNow
	}
	return false
}

// namesDay reports whether a weekday is part of a name, or one of its kind: Black
// Friday, on a Sunday.
func (r *resolver) namesDay(c *core) bool {
	if c.weekday == 0 || c.from == 0 {
		return false
	}
	w := r.doc.Passages[c.passage].Words[c.from-1]
	return r.in("one", w) || w.Kind == sentence.Letters && sentence.Capital(w.Text) && !r.in("beside", w)
}

// long is how many years a long history says at least.
const long = 30

// isDeictic reports whether c only has a meaning from a day of writing.
func (c *core) isDeictic() bool {
	switch c.rule.op {
	case opDate:
		return c.weekday > 0 && c.dom == 0 || c.rule.hasDir
	case opShift:
		return c.rule.anchor == fromNow
	case opMove:
		return c.rule.anchor == fromNow
	case opPart:
		return c.rule.hasShift && c.rule.anchor == fromNow
	}
	return false
}

// enter begins a passage.
func (r *resolver) enter(i int) {
	r.carried = calendar.Date{}
	if r.text != nil {
		for k := range r.own {
			if e := &r.own[k]; r.tellsDay(e) && (r.cores[k].isOfDays() || r.topical(e.When.From)) {
				r.carried = e.When.From // not of what a paragraph has looked back to
			}
		}
	}
	asked := 0 // the year of a question that the passage before ended with
	if t := r.text; t != nil && !r.narrative && r.localIn < 0 && len(t.Sentences) > 0 && t.asks(t.Sentences[len(t.Sentences)-1]) {
		asked = r.local
	}
	r.text = &r.doc.Passages[i]
	r.index = i
	if r.text.Heading {
		r.section, r.under = 0, calendar.Date{}
	}
	if r.entry = r.under; r.text.Written.Known() {
		r.entry = r.text.Written
	}
	if r.local, r.localIn = r.section, -1; asked != 0 {
		r.local = asked
	}
}

// now is the date that deictic words count from.
func (r *resolver) now() (calendar.Date, Reference) {
	switch {
	case r.said.Known():
		return r.said, Speech
	case r.entry.Known():
		return r.entry, Story
	case r.written.Known():
		return r.written, Story
	}
	if !r.narrative {
		return r.doc.DCT, DCT
	}
	if r.day.Known() && r.last.Known() && r.last.Grain <= calendar.Day {
		return r.day, Story
	}
	return r.last, Story
}

// nowOf is now for c: what is told in the present or future tense is of the day of
// writing, however old what the text tells, and so are last Friday, last May, March last
// year and ten days ago.
func (r *resolver) nowOf(c *core) (calendar.Date, Reference) {
	base, ref := r.now()
	if !r.narrative || ref != Story || r.entry.Known() || r.written.Known() || r.doc.DCT.Grain != calendar.Day {
		return base, ref
	}
	friday := c.weekday > 0 && c.dom == 0 && c.rule.hasDir && c.rule.anchor == fromNow && c.rule.dir < 0
	lastYear := c.hasShift && c.shiftFrom == fromNow && c.month > 0
	ago := c.rule.op == opMove && c.rule.anchor == fromNow && c.rule.sign < 0 && c.unit == "day"
	lastMay := c.month > 0 && !c.hasYear && c.rule.hasDir && c.rule.anchor == fromNow && c.rule.dir < 0
	if r.isPresent(c) || friday || lastYear || lastMay || ago {
		return r.doc.DCT, DCT
	}
	return base, ref
}

// told is the date just told with at least the fineness g, or the reference
// time of the document.
func (r *resolver) told(g calendar.Grain) (calendar.Date, Reference) {
	d := r.last
	if d.Coarser(g) || !d.Known() {
		switch {
		case g <= calendar.Week:
			d = r.day
		case g <= calendar.Month:
			d = r.month
		default:
			d = r.year
		}
	}
	if d.Known() {
		return d, Story
	}
	if !r.narrative {
		return r.doc.DCT, DCT
	}
	return calendar.Date{}, Story
}
