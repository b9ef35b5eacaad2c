package timex

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/phrase"
)

// wednesday is the publication date of the rules' examples.
var wednesday = calendar.NewDay(2025, 9, 10)

// TestExamples runs the yes and no lines of every rule of every language.
func TestExamples(t *testing.T) {
	dirs, err := files.ReadDir(".")
	if err != nil || len(dirs) < 2 {
		t.Fatalf("%d languages, %v", len(dirs), err)
	}
	for _, d := range dirs {
		t.Run(d.Name(), func(t *testing.T) { testExamples(t, languageOf(d.Name())) })
	}
}

func testExamples(t *testing.T, l *language) {
	for i, r := range l.set.Rules {
		c := l.rules[i]
		if c.op == noOp {
			if r.Get("class") == "" {
				testModifier(t, l, r)
			}
			continue
		}
		if len(r.Yes) == 0 || len(r.No) == 0 {
			t.Errorf("%s:%d: rule %s has no example, or none where it must not match", r.File, r.Line, r.Name)
		}
		for _, line := range r.Yes {
			x := l.set.Example(line)
			if !strings.Contains(got(x.Text, l.code), line[strings.Index(line, "["):strings.Index(line, "]")+1]+" "+x.Want) {
				t.Errorf("%s:%d: rule %s: %s\n\tgot %s", r.File, r.Line, r.Name, line, got(x.Text, l.code))
			}
		}
		for _, line := range r.No {
			for _, e := range Text(line, wednesday, l.code) {
				if e.Rule == r.Name {
					t.Errorf("%s:%d: rule %s matches %q in %q", r.File, r.Line, r.Name, line[e.Start:e.End], line)
				}
			}
		}
	}
}

func testModifier(t *testing.T, l *language, r phrase.Rule) {
	matches := func(line string) (exact, any bool) {
		x := l.set.Example(line)
		var v view
		v.read(x.Words, l)
		for _, m := range l.set.Find(nil, v.words) {
			if l.rules[m.Rule].name == r.Name {
				any = true
				exact = exact || v.at[m.From] == x.From && v.at[m.To] == x.To
			}
		}
		return exact, any
	}
	for _, line := range r.Yes {
		if exact, _ := matches(line); !exact {
			t.Errorf("%s:%d: rule %s does not match %q", r.File, r.Line, r.Name, line)
		}
	}
	for _, line := range r.No {
		if _, any := matches(line); any {
			t.Errorf("%s:%d: rule %s matches in %q", r.File, r.Line, r.Name, line)
		}
	}
	if len(r.Yes) == 0 || len(r.No) == 0 {
		t.Errorf("%s:%d: rule %s has no example, or none where it must not match", r.File, r.Line, r.Name)
	}
}

// got is what Find makes of a text, as the examples write it.
func got(text, code string) string {
	var b strings.Builder
	for _, e := range Text(text, wednesday, code) {
		fmt.Fprintf(&b, "[%s] %s (%s); ", text[e.Start:e.End], e.Value, e.Rule)
	}
	return b.String()
}
