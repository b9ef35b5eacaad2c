package timex

import "github.com/dateline-ssg/dateline/internal/calendar"

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
	last      calendar.Date // the date just told, of any grain
	day       calendar.Date // the last one that is a day
	month     calendar.Date // a month or finer
	year      calendar.Date // any with a year
}

func newResolver(lang *language, doc Document, found []core) *resolver {
	r := &resolver{language: lang, doc: doc}
	r.narrative = !doc.DCT.Known() || contradicts(doc.DCT, found)
	return r
}

// contradicts reports whether the dates of a text show that it does not speak
// from its publication date: many full years, most of them well before it,
// and few words that tie the text to a day of writing.
func contradicts(dct calendar.Date, found []core) bool {
	years, old, deictic := 0, 0, 0
	for i := range found {
		c := &found[i]
		switch {
		case c.hasYear && !c.short:
			years++
			if c.bc || c.year < int(dct.Year)-1 {
				old++
			}
		case c.isDeictic():
			deictic++
		}
	}
	return old >= 4 && old*4 >= years*3 && old > 3*deictic
}

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
	r.text = &r.doc.Passages[i]
	r.index = i
}

// now is the date that deictic words count from.
func (r *resolver) now() (calendar.Date, Reference) {
	if !r.narrative {
		return r.doc.DCT, DCT
	}
	if r.day.Known() && r.last.Known() && r.last.Grain <= calendar.Day {
		return r.day, Story
	}
	return r.last, Story
}

// told is the date just told with at least the fineness g, or the reference
// time of the document.
func (r *resolver) told(g calendar.Grain) (calendar.Date, Reference) {
	d := r.last
	if d.Coarser(g) || !d.Known() {
		switch {
		case g <= calendar.Day:
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

// tell moves the story to an expression's date.
func (r *resolver) tell(e *Expr) {
	d := e.When.From
	if e.Type == Duration || e.Type == Set || !d.Known() {
		return
	}
	r.last = d
	if d.Grain == calendar.Day {
		r.day = d
	}
	if d.Grain <= calendar.Month {
		r.month = d
	}
	r.year = d
}
