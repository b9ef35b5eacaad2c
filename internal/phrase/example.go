package phrase

import (
	"fmt"
	"strings"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// Example is a yes or no line, read: its text without the brackets and the
// words that stood in them, or no words where there are none. Want is what
// follows " => ", for owners whose examples also say a result.
type Example struct {
	Text  string
	Words []sentence.Word
	sentence.Extent
	Want string
}

// Example reads a yes or no line.
func (s *Set) Example(line string) Example {
	text, want, _ := strings.Cut(line, " => ")
	before, rest, ok := strings.Cut(strings.TrimSpace(text), "[")
	inside, after, closed := strings.Cut(rest, "]")
	if !ok || !closed {
		t := strings.TrimSpace(text)
		return Example{Text: t, Words: sentence.Words(t, 0, s.lang), Want: strings.TrimSpace(want)}
	}
	e := Example{Text: before + inside + after, Want: strings.TrimSpace(want)}
	e.Words = sentence.Words(e.Text, 0, s.lang)
	for _, w := range e.Words {
		if w.End <= len(before) {
			e.From++
		}
		if w.Start < len(before)+len(inside) {
			e.To++
		}
	}
	return e
}

// Test runs the yes and no lines of every rule and returns an error for each
// that does not hold, with file, line and rule.
func (s *Set) Test() []error {
	var errs []error
	for i, r := range s.Rules {
		for _, line := range r.Yes {
			if e := s.Example(line); !s.matches(i, e) {
				errs = append(errs, fmt.Errorf("%s:%d: rule %s must match %q", r.File, r.Line, r.Name, line))
			}
		}
		for _, line := range r.No {
			if e := s.Example(line); s.matches(i, e) {
				errs = append(errs, fmt.Errorf("%s:%d: rule %s must not match %q", r.File, r.Line, r.Name, line))
			}
		}
	}
	return errs
}

// matches reports whether rule i matches the example: its bracketed words
// exactly, or anything in it where there are none.
func (s *Set) matches(i int, e Example) bool {
	if s.Rules[i].Get("class") != "" {
		for k, w := range e.Words {
			if r, ok := s.Class(s.Rules[i].Get("class"), w); ok && r == &s.Rules[i] && (e.Len() == 0 || e.From == k) {
				return true
			}
		}
		return false
	}
	for _, m := range s.Find(nil, e.Words) {
		if m.Rule == i && (e.Len() == 0 || m.From == e.From && m.To == e.To) {
			return true
		}
	}
	return false
}
