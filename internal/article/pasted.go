package article

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// pastedRows is the fewest lines that are a table, as a spreadsheet gives it.
const pastedRows = 3

// pasted reads lines between empty ones as a table, if they are one that was
// copied from a spreadsheet or a file: most have cells that tabs separate, or
// the first names a column of dates and one of events, between commas or
// semicolons, and all have as many cells. It reports whether they are.
func (r *reader) pasted(lines []line, all string) bool {
	if len(lines) < pastedRows {
		return false
	}
	rows := cellsOf(lines, all, '\t')
	if rows == nil {
		mark := separator(lines[0].text)
		if rows = cellsOf(lines, all, mark); rows == nil || !r.namesTable(rows[0]) {
			return false
		}
	}
	headed := r.namesTable(rows[0])
	r.tables++
	for i, cells := range rows {
		for k, c := range cells {
			if c.text == "" {
				continue
			}
			p := part{kind: Cell, span: c.Span, grid: Grid{Table: r.tables, Row: i + 1, Column: k + 1, Head: i == 0 && headed}}
			p.pieces = r.one(sentence.Piece{Text: all[c.Start:c.End], Span: c.Span})
			r.parts = append(r.parts, p)
		}
	}
	return true
}

// cellsOf are the cells of lines that a mark separates; nil where they are no
// table: one of them has none of it, or, but for tabs, more or fewer than the
// first.
func cellsOf(lines []line, all string, mark byte) [][]value {
	marked := 0 // a quick look first: most lines are prose
	for _, l := range lines {
		if strings.IndexByte(l.text, mark) >= 0 {
			marked++
		}
	}
	if 5*marked < 4*len(lines) {
		return nil
	}
	var rows [][]value
	for i, l := range lines {
		c := csvReader{text: all[:l.End], at: l.Start, comma: mark, open: -1}
		row, _ := c.row()
		if len(row) < 2 && mark != '\t' || i > 0 && mark != '\t' && len(row) != len(rows[0]) {
			return nil
		}
		rows = append(rows, row)
	}
	tabbed := 0
	for _, row := range rows {
		if len(row) > 1 {
			tabbed++
		}
	}
	if 5*tabbed < 4*len(rows) {
		return nil
	}
	return rows
}

// namesTable reports whether cells name a column of dates and one of what
// happened.
func (r *reader) namesTable(cells []value) bool {
	dates, events := false, false
	for _, c := range cells {
		ws := sentence.Words(c.text, 0, sentence.For(fallback))
		for _, data := range datesIn() {
			dates = dates || names(ws, "date", data)
			events = events || names(ws, "event", data)
		}
	}
	return dates && events
}
