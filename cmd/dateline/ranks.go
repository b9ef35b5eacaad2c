package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/dateline-ssg/dateline/internal/chronology"
)

// printRanks writes events by rank, each with the parts of which it is the sum,
// for an editor who asks why one stands above another.
func printRanks(w io.Writer, events []*chronology.Event) {
	events = slices.Clone(events)
	slices.SortStableFunc(events, func(a, b *chronology.Event) int { return cmp.Compare(b.Rank, a.Rank) })
	for _, e := range events {
		fmt.Fprintf(w, "%.3f  %s  %s\n   ", e.Rank, e.ID, e.Headline)
		for _, p := range e.Parts() {
			fmt.Fprintf(w, " %s %+.3f", p.Name, p.Value)
		}
		fmt.Fprintln(w)
	}
}
