package timex

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// A dateline says where and when a report was written: LONDON, 12 March
// (Agency) —. Where the publication date is unknown, a full date that stands
// alone at the head of the text takes its place.

// lead is how many words stand before the end of a dateline at most.
const lead = 14

// head is in how many passages from the first a dateline is looked for.
const head = 3

// dateline is the day that a text without a publication date gives at its
// head, and the words that say so; the zero Date and nil where there is none.
func (l *language) dateline(doc Document, found []core) (calendar.Date, *core) {
	for i := range found {
		c := &found[i]
		if c.passage >= head {
			break
		}
		ws := doc.Passages[c.passage].Words
		if c.dom == 0 || c.link == 1 || i+1 < len(found) && found[i+1].link == 1 || !c.hasYear || c.short || c.bc || !l.leads(ws, c) {
			continue
		}
		if d := c.inYear(c.year); d.Grain == calendar.Day {
			return d, c
		}
	}
	return calendar.Date{}, nil
}

// leads reports whether c is a dateline of its passage: only names and marks
// before it, and behind it the end of the passage, a bracket or a dash.
func (l *language) leads(ws []sentence.Word, c *core) bool {
	if c.to > lead {
		return false
	}
	for _, w := range ws[:c.from] {
		if w.Kind == sentence.Letters && w.Text[0] >= 'a' && w.Text[0] <= 'z' {
			return false
		}
	}
	if c.from > 0 {
		if _, ok := l.words.get("beside", ws[c.from-1]); ok {
			return false // On 12 March – so it is said –
		}
	}
	if c.to == len(ws) {
		return true
	}
	switch ws[c.to].Text {
	case "(", "—", "–", "--", "-", ":", "/", "_":
		return true
	}
	return false
}

// wire is by how many days a dateline may differ from the publication date, and what a
// report is about may lie before it.
const wire = 4

// dated takes note of a dateline: from it, not from the publication date, the
// text counts.
func (r *resolver) dated(c *core, d calendar.Date) {
	if r.index >= head || r.narrative || d.Grain != calendar.Day || c.dom == 0 || r.text.Heading || !r.leads(r.text.Words, c) {
		return
	}
	if ago := r.doc.DCT.First() - d.First(); ago != 0 && ago >= -wire && ago <= wire {
		r.written = d
	}
}
