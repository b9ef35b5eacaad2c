package edit

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/chronology"
)

// Near are the ids of a chronology that may have been meant by one that it
// does not have: those that begin as it does, at least with its year, the
// longest beginning first, at most three.
func Near(events []*chronology.Event, id string) []string {
	type near struct {
		id   string
		same int
	}
	var out []near
	for _, e := range events {
		n := 0
		for n < min(len(id), len(e.ID)) && id[n] == e.ID[n] {
			n++
		}
		if n >= len("2025-") {
			out = append(out, near{e.ID, n})
		}
	}
	slices.SortFunc(out, func(a, b near) int { return cmp.Or(cmp.Compare(b.same, a.same), strings.Compare(a.id, b.id)) })
	var ids []string
	for _, n := range out[:min(3, len(out))] {
		ids = append(ids, n.id)
	}
	return ids
}
