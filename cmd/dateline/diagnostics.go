package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/fatih/color"
	"golang.org/x/term"

	"github.com/dateline-ssg/dateline/internal/source"
)

// terminal reports whether w is a terminal that a person looks at.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// printer writes diagnostics for people: a line each, and on a terminal the
// line of the file with a caret under the bad word.
type printer struct {
	w      io.Writer
	rich   bool
	errors int
	warned int
}

func newPrinter(w io.Writer) *printer {
	return &printer{w: w, rich: terminal(w)}
}

// print writes ds in order.
func (p *printer) print(ds []source.Diagnostic) {
	for _, d := range ds {
		if d.Level == source.Error {
			p.errors++
		} else {
			p.warned++
		}
		if !p.rich {
			fmt.Fprintln(p.w, d)
			continue
		}
		paint := color.New(color.FgYellow)
		if d.Level == source.Error {
			paint = color.New(color.FgRed, color.Bold)
		}
		fmt.Fprintln(p.w, paint.Sprint(d.Level)+" "+d.String())
		if d.Line != "" && d.Pos.Col > 0 {
			fmt.Fprintf(p.w, "    %s\n    %s%s\n", d.Line, caretIndent(d), paint.Sprint(strings.Repeat("^", caretWidth(d))))
		}
	}
}

// caretIndent is the white space before the caret; tabs stay tabs.
func caretIndent(d source.Diagnostic) string {
	var b strings.Builder
	for i, r := range []rune(d.Line) {
		if i >= d.Pos.Col-1 {
			break
		}
		if r != '\t' {
			r = ' '
		}
		b.WriteRune(r)
	}
	return b.String()
}

// caretWidth is how many characters the caret underlines: the span as far as
// it lies on its line.
func caretWidth(d source.Diagnostic) int {
	rest := len([]rune(d.Line)) - (d.Pos.Col - 1)
	return max(1, min(d.Span.Len(), rest))
}

// rigour says what a warning means for the exit status.
type rigour bool

const (
	lenient rigour = false
	strict  rigour = true // a warning is an error
)

// status is the exit status that the diagnostics ask for.
func (p *printer) status(r rigour) error {
	if p.errors > 0 || r == strict && p.warned > 0 {
		return status(statusSite)
	}
	return nil
}

// jsonDiagnostic is a diagnostic as `check --json` writes it.
type jsonDiagnostic struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Col     int    `json:"col"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Level   string `json:"level"`
	Problem string `json:"problem"`
	Hint    string `json:"hint,omitempty"`
}

// printJSON writes one diagnostic a line.
func printJSON(w io.Writer, ds []source.Diagnostic) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, d := range ds {
		err := enc.Encode(jsonDiagnostic{d.File, d.Pos.Line, d.Pos.Col, d.Span.Start, d.Span.End,
			d.Level.String(), d.Problem, d.Hint})
		if err != nil {
			return err
		}
	}
	return nil
}
