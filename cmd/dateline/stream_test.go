package main

import (
	"io"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/event"
)

// A line waits for no other one that has not come, and long lines stand alone.
func TestCompanies(t *testing.T) {
	r, w := io.Pipe()
	got := make(chan int)
	go func() {
		readCompanies(r, func(c *company) bool {
			got <- len(c.lines)
			return true
		})
		close(got)
	}()
	long := strings.Repeat("x", event.Company) + "\n"
	for _, step := range []struct {
		in   string
		want []int
	}{
		{"a\nb\n\nc", []int{2}},
		{"c\n", []int{1}},
		{long + long, []int{1, 1}},
	} {
		if _, err := io.WriteString(w, step.in); err != nil {
			t.Fatal(err)
		}
		for _, want := range step.want {
			if n := <-got; n != want {
				t.Errorf("after %.8q: a company of %d lines, want %d", step.in, n, want)
			}
		}
	}
	if _, err := io.WriteString(w, "d"); err != nil {
		t.Fatal(err)
	}
	w.Close()
	if n := <-got; n != 1 {
		t.Errorf("at the end: a company of %d lines, want 1", n)
	}
}
