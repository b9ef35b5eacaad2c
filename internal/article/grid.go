package article

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// rows are the entries of the table whose cells are the blocks from from on: one a
// row, where the table is a chronicle. It is one where a column holds dates of
// what another says: the first, or one that is called so, and not when somebody
// was born. A row is said by that cell, its other cells are read for nothing;
// where the table does not call the column what happened, the cell has to tell it.
func rows(bs []Block, from int, data dateWords) []entry {
	cells := bs[from:]
	dates, dated := dateColumn(cells, data)
	if dates == 0 {
		return nil
	}
	tells, named := tellingColumn(cells, dates, data)
	if tells == 0 {
		return nil
	}
	var out []entry
	var over entry // the date that stands in several rows
	last := 0      // of them
	for i := 0; i < len(cells); {
		j := i
		e := entry{as: asRow, sure: true, loose: !named, block: from + i}
		for ; j < len(cells) && cells[j].Grid.Row == cells[i].Grid.Row; j++ {
			switch c := &cells[j]; {
			case c.Grid.Head || len(c.Words) == 0:
			case c.Grid.Column == dates && dated[j]:
				e.from, e.to = readSpan(c.Words, data)
				over, last = e, c.Grid.Row+c.Grid.Rows
			case c.Grid.Column == tells && e.tells == 0:
				e.tells = from + j
			}
		}
		if e.from.grain == calendar.None && cells[i].Grid.Row <= last {
			e.from, e.to = over.from, over.to
		}
		e.blocks = j - i
		if e.from.grain != calendar.None && e.tells > 0 {
			out = append(out, e)
		}
		i = j
	}
	return out
}

// dateColumn is the first column of which more than half of the cells are a
// date and no more, and which cells are; 0 where none is. A table that names its
// columns calls it so, in another it is the first.
func dateColumn(cells []Block, data dateWords) (column int, dated []bool) {
	dated = make([]bool, len(cells))
	all, dates, called := map[int]int{}, map[int]int{}, map[int]bool{}
	heads := false
	for i := range cells {
		c := &cells[i]
		if c.Grid.Head {
			heads = true
			called[c.Grid.Column] = called[c.Grid.Column] || names(c.Words, "date", data)
		}
		if c.Grid.Head || len(c.Words) == 0 {
			continue
		}
		all[c.Grid.Column]++
		if from, to := readSpan(c.Words, data); from.grain != calendar.None && to.to == len(c.Words) {
			dated[i] = true
			dates[c.Grid.Column]++
		}
	}
	for i := range cells {
		if c := cells[i].Grid.Column; dated[i] && 2*dates[c] > all[c] && (called[c] || !heads && c == 1) && (column == 0 || c < column) {
			column = c
		}
	}
	return column, dated
}

// prosaic is how many words the cells of a column have at least, in the middle,
// which says what happened though its name does not say so.
const prosaic = 4

// tellingColumn is the column that says what happened: the one that is called
// so, else the one of most words, if these are as many as a sentence has.
func tellingColumn(cells []Block, dates int, data dateWords) (column int, named bool) {
	words, count := map[int]int{}, map[int]int{}
	for i := range cells {
		switch c := &cells[i]; {
		case c.Grid.Column == dates:
		case !c.Grid.Head:
			words[c.Grid.Column] += lettered(c.Words)
			count[c.Grid.Column]++
		case names(c.Words, "event", data):
			return c.Grid.Column, true
		}
	}
	for c := range words {
		if column == 0 || words[c] > words[column] || words[c] == words[column] && c < column {
			column = c
		}
	}
	if column == 0 || words[column] < prosaic*count[column] {
		return 0, false
	}
	return column, false
}

// lettered is how many words are of letters.
func lettered(ws []sentence.Word) int {
	n := 0
	for i := range ws {
		if ws[i].Kind == sentence.Letters {
			n++
		}
	}
	return n
}

// names reports whether the head of a column says that it holds the dates, or
// the events, of its table.
func names(ws []sentence.Word, what string, data dateWords) bool {
	d := dateReader{ws, data}
	for i := range ws {
		if v, ok := d.is(i, "column"); ok && v == what {
			return true
		}
	}
	return false
}

// gridWalk counts the rows and columns of a table while its elements are read.
type gridWalk struct {
	table, row, column int
	over               []int // of each column, in how many rows to come a cell above it stands
}

// table begins a table and gives how to end it: tables may stand in cells.
func (h *htmlWalk) table() (end func()) {
	outer := h.rows
	h.tables++
	h.rows = gridWalk{table: h.tables}
	return func() { h.rows = outer }
}

// enter is where the cells of a row, or a cell, stand.
func (g *gridWalk) enter(n *node) Grid {
	if n.tag == "tr" {
		for i := range g.over {
			g.over[i] = max(g.over[i]-1, 0)
		}
		g.row, g.column = g.row+1, 0
		return Grid{}
	}
	for g.column < len(g.over) && g.over[g.column] > 0 {
		g.column++
	}
	at := Grid{Table: g.table, Row: g.row, Column: g.column + 1, Rows: spanned(n, "rowspan") - 1}
	at.Head = n.tag == "th" && g.row == 1 && n.attr["scope"] != "row"
	for range spanned(n, "colspan") {
		for len(g.over) <= g.column {
			g.over = append(g.over, 0)
		}
		g.over[g.column] = at.Rows + 1
		g.column++
	}
	return at
}

// maxSpan is the most rows or columns that a cell is taken to stand in.
const maxSpan = 200

// spanned is how many rows or columns a cell stands in.
func spanned(n *node, attr string) int {
	return min(max(number(n.attr[attr]), 1), maxSpan)
}
