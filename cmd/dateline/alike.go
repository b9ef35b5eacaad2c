package main

import (
	"fmt"
	"io"

	"github.com/dateline-ssg/dateline/internal/chronology"
)

// printAlike writes the events that may be one, each with its id, for an editor
// who looks for what is told twice.
func printAlike(w io.Writer, pairs []chronology.Alike) {
	for _, p := range pairs {
		apart := ""
		if p.Apart != "" {
			apart = "  kept apart by: " + p.Apart
		}
		fmt.Fprintf(w, "%.2f%s\n", p.Score, apart)
		for _, e := range []*chronology.Event{p.A, p.B} {
			fmt.Fprintf(w, "    %s  %s\n", e.ID, e.Headline)
		}
	}
}
