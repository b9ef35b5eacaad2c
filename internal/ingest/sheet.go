package ingest

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/source"
)

// sheet is TimelineJS's spreadsheet: columns by their name in small letters.
type sheet struct {
	file    source.File
	lines   []int // offsets at which lines start
	columns map[string]int
}

// isSheet reports whether the first row names the spreadsheet's columns.
func isSheet(f source.File) bool {
	line, _, _ := strings.Cut(strings.TrimPrefix(string(f.Bytes), "\ufeff"), "\n")
	names := map[string]bool{}
	for _, name := range strings.Split(line, ",") {
		names[strings.ToLower(strings.Trim(strings.TrimSpace(name), `"`))] = true
	}
	return names["headline"] && (names["year"] || names["start date"] && (names["end date"] || names["media"] || names["tag"]))
}

// readSheet reads the spreadsheet saved as CSV. Blank rows are passed over;
// rows of the types title and era are no events.
func readSheet(f source.File) ([]article.Explicit, []source.Diagnostic) {
	text := string(f.Bytes)
	bom := len(text) - len(strings.TrimPrefix(text, "\ufeff"))
	s := &sheet{file: f, lines: []int{bom}, columns: map[string]int{}}
	for i := bom; i < len(text); i++ {
		if text[i] == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	r := csv.NewReader(strings.NewReader(text[bom:]))
	r.FieldsPerRecord = -1
	r.LazyQuotes = true
	header, err := r.Read()
	if err != nil {
		return nil, []source.Diagnostic{f.Err(source.Span{}, "the table is empty", "the first row names the columns: Year, Month, Day, …, Headline, Text")}
	}
	for i, name := range header {
		name = strings.ToLower(strings.TrimSpace(name))
		if _, ok := s.columns[name]; !ok && name != "" {
			s.columns[name] = i
		}
	}
	if !s.has("headline") || !s.has("year") && !s.has("start date") {
		return nil, []source.Diagnostic{f.Err(source.Span{Start: bom, End: bom}, "the first row names no columns Year and Headline", "save the whole sheet as CSV, its first row included")}
	}
	return s.rows(r)
}

func (s *sheet) has(column string) bool { _, ok := s.columns[column]; return ok }

// rows reads what stands below the header.
func (s *sheet) rows(r *csv.Reader) ([]article.Explicit, []source.Diagnostic) {
	var events []article.Explicit
	var ds []source.Diagnostic
	for {
		row, err := r.Read()
		if err == io.EOF {
			return events, ds
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			at := s.offset(bad.Line, bad.Column)
			ds = append(ds, s.file.Err(source.Span{Start: at, End: at}, "not CSV: "+bad.Err.Error(), "save the sheet as CSV again"))
			return events, ds
		}
		if strings.TrimSpace(strings.Join(row, "")) == "" {
			continue
		}
		line, col := r.FieldPos(0)
		last, _ := r.FieldPos(len(row) - 1)
		at := source.Span{Start: s.offset(line, col), End: s.endOf(last)}
		get := func(column string) string {
			if i, ok := s.columns[column]; ok && i < len(row) {
				return strings.TrimSpace(row[i])
			}
			return ""
		}
		if kind := strings.ToLower(get("type")); kind == "title" || kind == "era" {
			continue
		}
		e, problem := sheetEvent(get)
		if problem != "" {
			ds = append(ds, s.file.Warn(at, problem, "the row is left out; it needs a year and a headline"))
			continue
		}
		e.Span = at
		events = append(events, e)
	}
}

// sheetEvent is the event of one row, or what is wrong with it.
func sheetEvent(get func(string) string) (article.Explicit, string) {
	e := article.Explicit{
		Headline: plain(get("headline")), Text: plain(get("text")), Block: -1,
		Image: pictured(get("media"), get("media caption"), get("media credit"), get("alt text")),
	}
	for _, column := range []string{"group", "tag", "type"} {
		if e.Type == "" {
			e.Type = typeNamed(get(column))
		}
	}
	if e.Image.Path == "" {
		e.URL = linked(get("media"))
	}
	from, problem := dateOf(get("year"), get("month"), get("day"))
	to, _ := dateOf(get("end year"), get("end month"), get("end day"))
	if old := get("start date"); old != "" {
		from, to, problem = written(old), written(get("end date")), ""
		if !from.Known() {
			problem = fmt.Sprintf("%q is no date", old)
		}
	}
	if problem != "" {
		return e, problem
	}
	if to == (calendar.Date{}) {
		to = from
	}
	e.When = span(from, to)
	if e.Headline == "" {
		e.Headline, e.Text = e.Text, ""
	}
	if e.Headline == "" {
		return e, "neither headline nor text"
	}
	return e, ""
}

// offset is the byte of a line and column, both from 1, the column in bytes.
func (s *sheet) offset(line, col int) int {
	if line < 1 || line > len(s.lines) {
		return len(s.file.Bytes)
	}
	return min(s.lines[line-1]+max(col-1, 0), len(s.file.Bytes))
}

// endOf is the end of the line with that number.
func (s *sheet) endOf(line int) int {
	end := len(s.file.Bytes)
	if line >= 1 && line < len(s.lines) {
		end = s.lines[line]
	}
	return len(strings.TrimRight(string(s.file.Bytes[:end]), "\r\n"))
}
