package theme

import (
	"errors"
	htmltemplate "html/template"
	"regexp"
	"strconv"
	"strings"

	"github.com/dateline-ssg/dateline/internal/source"
)

// place is how text/template and html/template begin their errors:
// "template: NAME:LINE:COL: ", the column missing where parsing failed.
var place = regexp.MustCompile(`^(?:html/)?template: ?([^:]+):(\d+):(?:(\d+):)? ?`)

// culprit is a word that such an error quotes.
var culprit = regexp.MustCompile(`"([^"]+)"|<([^>]+)>`)

// templateError is err, which parsing or executing a template gave, as an
// Error with its place. name is the file to blame where err names none.
func (s *Set) templateError(name string, err error) *source.Failure {
	var known *source.Failure
	if errors.As(err, &known) {
		return known
	}
	text, line, col := err.Error(), 0, 0
	if m := place.FindStringSubmatch(text); m != nil {
		name, text = m[1], text[len(m[0]):]
		line, _ = strconv.Atoi(m[2])
		col, _ = strconv.Atoi(m[3])
		if m[3] != "" {
			col++ // text/template counts bytes of the line from 0
		}
	}
	var escape *htmltemplate.Error
	if errors.As(err, &escape) && escape.Line > 0 {
		line, text = escape.Line, escape.Description
		if escape.Name != "" {
			name = escape.Name
		}
	}
	if i := strings.Index(text, "executing "); i == 0 {
		// executing "main" at <.Foo>: problem — the name says nothing the place does not.
		if j := strings.Index(text, " at <"); j > 0 {
			text = "at <" + text[j+len(" at <"):]
		}
	}
	text = strings.TrimPrefix(text, "html/template:"+name+": ")
	if i := strings.Index(text, ": {state"); i > 0 {
		text = text[:i] // the engine's own state says nothing to an author
	}
	problem := "this template cannot be used: " + text
	f, ok := s.Find(name)
	if !ok {
		return &source.Failure{Diagnostics: []source.Diagnostic{
			{File: name, Level: source.Error, Problem: problem, Hint: hintFor(text)},
		}}
	}
	return &source.Failure{Diagnostics: []source.Diagnostic{f.Err(spanOf(f, line, col, text), problem, hintFor(text))}}
}

// spanOf is the place of an error in f: the column where it is known, else
// the first word of the line that text quotes, else the first action.
func spanOf(f source.File, line, col int, text string) source.Span {
	start := 0
	for n := 1; n < line; n++ {
		i := strings.IndexByte(string(f.Bytes[start:]), '\n')
		if i < 0 {
			break
		}
		start += i + 1
	}
	row, _, _ := strings.Cut(string(f.Bytes[start:]), "\n")
	if col > 0 && col <= len(row)+1 {
		return source.Span{Start: start + col - 1, End: start + col - 1}
	}
	for _, m := range culprit.FindAllStringSubmatch(text, -1) {
		word := m[1] + m[2]
		if i := strings.Index(row, word); i >= 0 {
			return source.Span{Start: start + i, End: start + i + len(word)}
		}
	}
	if i := strings.Index(row, "{{"); i >= 0 {
		return source.Span{Start: start + i, End: start + i + 2}
	}
	return source.Span{Start: start, End: start}
}

// hintFor is what to do about an error of the template engine.
func hintFor(text string) string {
	switch {
	case strings.Contains(text, "unexpected EOF"), strings.Contains(text, "unclosed action"):
		return "close every {{if}}, {{range}}, {{with}} and {{define}} with {{end}}"
	case strings.Contains(text, "not defined"):
		return "use a function or template that exists; the built-in templates show them all"
	case strings.Contains(text, "non-text context"):
		return "close every quote, tag, script and style that the template opens"
	case strings.Contains(text, "can't evaluate field"):
		return "use a field of the page's view; see package site"
	case strings.Contains(text, "no such template"):
		return "name a file by its path, as in {{template \"partials/event.html\" .}}"
	}
	return "compare the file with the built-in one of the same name"
}
