// Package source holds what every stage after it points back to: a file's
// bytes, places in them, and what is to be said about such a place.
//
// The only coordinate is the byte offset in the content file. Lines and
// columns are made here, once, for people.
package source

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// File is one content file: a slash-separated path below the site's folder
// and its text in UTF-8, never changed: the bytes as they are on disk, but for a
// file in another encoding (article.Decoded).
type File struct {
	Path  string
	Bytes []byte
}

// Span is a range of bytes in a file, End exclusive. The zero Span is the
// empty range at the start of the file.
type Span struct {
	Start, End int
}

// Len is the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Join is the smallest span that holds both s and o.
func (s Span) Join(o Span) Span {
	return Span{min(s.Start, o.Start), max(s.End, o.End)}
}

// Pos is a place as an editor shows it: line and column from 1, the column
// counted in characters. The zero Pos means that a diagnostic concerns the
// file as a whole.
type Pos struct {
	Line, Col int
}

// Pos converts a byte offset. Offsets outside the file are moved to its ends.
// A byte-order mark takes no column.
func (f File) Pos(offset int) Pos {
	offset = min(max(offset, 0), len(f.Bytes))
	head := string(f.Bytes[:offset])
	line := 1 + strings.Count(head, "\n")
	if i := strings.LastIndexByte(head, '\n'); i >= 0 {
		head = head[i+1:]
	} else {
		head = strings.TrimPrefix(head, "\ufeff")
	}
	return Pos{line, 1 + utf8.RuneCountInString(head)}
}

// Text is the part of the file that s names, cut to the file's bounds.
func (f File) Text(s Span) string {
	start := min(max(s.Start, 0), len(f.Bytes))
	return string(f.Bytes[start:min(max(s.End, start), len(f.Bytes))])
}

// Level tells what a diagnostic means for the build.
type Level uint8

const (
	Warning Level = iota // worth knowing; the file is used
	Error                // the file is left out, the rest of the site is built
)

func (l Level) String() string {
	if l == Error {
		return "error"
	}
	return "warning"
}

// Diagnostic is one thing to say about one place. Problem and Hint are lower
// case without a full stop; Line is the text of the line it is on, for the
// caret under the bad word.
type Diagnostic struct {
	File    string
	Span    Span
	Pos     Pos
	Level   Level
	Problem string
	Hint    string
	Line    string
}

// maxLine bounds the bytes of a line that a diagnostic quotes.
const maxLine = 240

// Diagnose makes a diagnostic of s in f.
func (f File) Diagnose(level Level, s Span, problem, hint string) Diagnostic {
	d := Diagnostic{File: f.Path, Span: s, Level: level, Problem: problem, Hint: hint}
	d.Pos = f.Pos(s.Start)
	start := min(max(s.Start, 0), len(f.Bytes))
	from := strings.LastIndexByte(string(f.Bytes[:start]), '\n') + 1
	to := len(f.Bytes)
	if i := strings.IndexByte(string(f.Bytes[start:]), '\n'); i >= 0 {
		to = start + i
	}
	if to-from <= maxLine {
		d.Line = strings.ToValidUTF8(strings.Trim(string(f.Bytes[from:to]), "\r\ufeff"), "\ufffd")
	}
	return d
}

// Warn is Diagnose with level Warning.
func (f File) Warn(s Span, problem, hint string) Diagnostic {
	return f.Diagnose(Warning, s, problem, hint)
}

// Err is Diagnose with level Error.
func (f File) Err(s Span, problem, hint string) Diagnostic {
	return f.Diagnose(Error, s, problem, hint)
}

// String is the line that every command prints: file:line:col: problem; hint.
func (d Diagnostic) String() string {
	var b strings.Builder
	if d.File != "" {
		b.WriteString(d.File)
		if d.Pos.Line > 0 {
			fmt.Fprintf(&b, ":%d:%d", d.Pos.Line, d.Pos.Col)
		}
		b.WriteString(": ")
	}
	b.WriteString(d.Problem)
	if d.Hint != "" {
		b.WriteString("; ")
		b.WriteString(d.Hint)
	}
	return b.String()
}

// Sort puts diagnostics in the order of files, then of places.
func Sort(ds []Diagnostic) {
	slices.SortStableFunc(ds, func(a, b Diagnostic) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(a.Problem, b.Problem))
	})
}
