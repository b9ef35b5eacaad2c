package article

import (
	"fmt"
	"path"
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/source"
)

// maxTable bounds a table of events. Its rows are read in linear time.
const maxTable = 16 << 20

// columnNames are the names that columns of a table may have, and the fields
// they stand for.
var columnNames = map[string]string{
	"date": "date", "start date": "date", "when": "date", "day": "date",
	"headline": "headline", "title": "headline", "event": "headline",
	"text": "text", "description": "text", "quote": "text", "type": "type", "actors": "actors", "actor": "actors",
	"places": "places", "place": "places", "location": "places", "status": "status",
	"source": "source", "outlet": "source", "url": "url", "link": "url", "importance": "importance",
	"mod": "mod", "image": "image",
}

// ours are the columns of events.csv beside these, which follow from the others or
// are of the site that it was exported from.
var ours = map[string]bool{"id": true, "precision": true, "confidence": true, "author": true, "published": true, "sources": true, "page": true}

// ParseTable reads a hand-made chronology: a .csv or .tsv file with a header row, or a
// .toml file whose [[events]] stand beside the keys of front matter. Each row
// is an Explicit with its place; a row that cannot be read is a warning and
// left out, a date that cannot be is an error.
func ParseTable(f source.File) (*Article, []source.Diagnostic) {
	r := newReader(f, Options{})
	r.article.Extract = false
	if r.tabular() {
		if strings.EqualFold(path.Ext(f.Path), ".toml") {
			r.toml()
		} else {
			r.csv()
		}
		r.titledByName()
	}
	source.Sort(r.diagnostics)
	if r.failed || r.empty {
		return nil, r.diagnostics
	}
	return r.article, r.diagnostics
}

// tabular is readable with the size of a table.
func (r *reader) tabular() bool {
	if len(r.Bytes) > maxTable {
		r.fail(source.Span{}, fmt.Sprintf("the table has %d bytes, more than %d", len(r.Bytes), maxTable), "split it")
		return false
	}
	return r.encoded()
}

// toml reads the whole file as one block of front matter.
func (r *reader) toml() {
	v, err := r.decode(matter{format: "toml", block: source.Span{Start: r.start, End: len(r.Bytes)}})
	if err != nil {
		r.mattered(err, r.start)
		return
	}
	r.field(v)
	if len(r.article.Events) == 0 && !r.failed {
		r.warn(source.Span{}, "the table has no events", "write [[events]] with date and headline")
	}
}

// csv reads rows below a header. Commas, semicolons or tabs separate columns,
// whichever the header has most of.
func (r *reader) csv() {
	c := csvReader{text: string(r.Bytes), at: r.start, open: -1}
	c.comma = separator(c.text[c.at:])
	header, ok := c.row()
	for ok && len(header) == 1 && strings.TrimSpace(header[0].text) == "" {
		header, ok = c.row()
	}
	columns := make([]string, len(header))
	has := map[string]bool{}
	for i, h := range header {
		name := strings.ToLower(strings.Join(strings.Fields(h.text), " "))
		columns[i] = columnNames[name]
		if columns[i] == "" && name != "" && !ours[name] {
			r.warn(h.Span, fmt.Sprintf("the column %q is not known", h.text), "known are date, headline, type, actors, places, status, source, url, text")
		}
		if has[columns[i]] && columns[i] != "" {
			r.fail(h.Span, fmt.Sprintf("two columns for %s", columns[i]), "keep one")
		}
		has[columns[i]] = true
	}
	if !has["date"] || !has["headline"] && !has["text"] {
		r.fail(source.Span{Start: r.start, End: r.start}, "the first row does not name the columns date and headline", "begin with date,headline,type,actors,places,status,source,url,text")
		return
	}
	r.identify(value{})
	for {
		row, ok := c.row()
		if !ok {
			break
		}
		r.row(columns, row)
	}
	if c.open >= 0 {
		r.fail(source.Span{Start: c.open, End: c.open + 1}, "a quotation mark that is not closed", "close it, or write a mark that is text twice")
	}
}

// row makes an event of a row.
func (r *reader) row(columns []string, row []value) {
	v := value{kind: table}
	blank := true
	for i, cell := range row {
		v.Span = source.Span{Start: row[0].Start, End: cell.End}
		if strings.TrimSpace(cell.text) == "" {
			continue
		}
		blank = false
		if i >= len(columns) {
			r.warn(cell.Span, fmt.Sprintf("more cells than the %d columns", len(columns)), "put text with a separator in quotation marks")
			continue
		}
		if columns[i] == "actors" || columns[i] == "places" {
			cell = listed(cell)
		}
		if columns[i] != "" {
			v.pairs = append(v.pairs, pair{columns[i], cell.Span, cell})
		}
	}
	if blank {
		return
	}
	if e, ok := r.event(v); ok {
		e.Span = v.Span
		r.article.Events = append(r.article.Events, e)
	}
}

// listed is a cell as a list of what semicolons separate; where there are none
// and the cell was quoted, commas do not: they are part of names.
func listed(cell value) value {
	out := value{kind: list, Span: cell.Span}
	for s := range strings.SplitSeq(cell.text, ";") {
		if s = strings.TrimSpace(s); s != "" {
			out.items = append(out.items, value{kind: scalar, text: s, Span: cell.Span})
		}
	}
	return out
}

// separator is the mark that stands most often in the first line.
func separator(s string) byte {
	line, _, _ := strings.Cut(strings.TrimLeft(s, " \r\n"), "\n")
	best := byte(',')
	for _, c := range []byte{';', '\t', '|'} {
		if strings.Count(line, string(c)) > strings.Count(line, string(best)) {
			best = c
		}
	}
	return best
}

// csvReader reads cells with their places, which encoding/csv does not give to
// the byte. Quoted cells may hold separators, line breaks and doubled marks.
type csvReader struct {
	text  string
	at    int
	comma byte
	open  int // where a quotation mark opens that is not closed, or -1
}

// row is the next row, or false at the end.
func (c *csvReader) row() ([]value, bool) {
	if c.at >= len(c.text) {
		return nil, false
	}
	var cells []value
	for {
		cell := c.cell()
		cells = append(cells, cell)
		if c.at < len(c.text) && c.text[c.at] == c.comma {
			c.at++
			continue
		}
		if strings.HasPrefix(c.text[c.at:], "\r\n") {
			c.at++
		}
		c.at++
		return cells, true
	}
}

// cell is the next cell; its span is that of its text, inside the marks.
func (c *csvReader) cell() value {
	for c.at < len(c.text) && c.text[c.at] == ' ' {
		c.at++
	}
	if c.at < len(c.text) && c.text[c.at] == '"' {
		return c.quoted()
	}
	start := c.at
	for c.at < len(c.text) && c.text[c.at] != c.comma && c.text[c.at] != '\n' && c.text[c.at] != '\r' {
		c.at++
	}
	text := strings.TrimRight(c.text[start:c.at], " ")
	return value{kind: scalar, text: text, Span: source.Span{Start: start, End: start + len(text)}}
}

func (c *csvReader) quoted() value {
	c.open = c.at
	c.at++
	start := c.at
	var b strings.Builder
	for c.at < len(c.text) {
		if c.text[c.at] != '"' {
			b.WriteByte(c.text[c.at])
			c.at++
			continue
		}
		if strings.HasPrefix(c.text[c.at:], `""`) {
			b.WriteByte('"')
			c.at += 2
			continue
		}
		end := c.at
		c.at++
		c.open = -1
		for c.at < len(c.text) && c.text[c.at] != c.comma && c.text[c.at] != '\n' && c.text[c.at] != '\r' {
			b.WriteByte(c.text[c.at]) // text after the closing mark: kept
			c.at++
		}
		return value{kind: scalar, text: strings.TrimSpace(b.String()), Span: source.Span{Start: start, End: end}}
	}
	return value{kind: scalar, text: b.String(), Span: source.Span{Start: start, End: c.at}}
}

// titledByName gives a table without a title that of its file.
func (r *reader) titledByName() {
	a := r.article
	if a.Title == "" {
		name, _ := datedName(r.Path)
		a.Title = sentenceCase(name)
	}
	if a.Dated == Undated {
		a.DCT = calendar.Date{}
	}
}

// sentenceCase makes a title of a file's name.
func sentenceCase(name string) string {
	s := strings.Join(strings.FieldsFunc(name, func(c rune) bool { return c == '-' || c == '_' || c == ' ' }), " ")
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
