package chronology

import (
	"slices"

	"github.com/dateline-ssg/dateline/internal/event"
)

// Contract is what merging sees of where the sentences stand that a document tells: in
// which order they begin and end, and for each how many that begin no earlier stand
// beside it and nearby. starts and ends have a number for each mention, counted over all
// bounds; near has two. Where it is the same in two texts, and so is what they tell, the
// same is made of both.
func Contract(mentions []event.Mention) (starts, ends, near []int) {
	bounds := make([]int, 0, 2*len(mentions))
	begins := make([]int, 0, len(mentions))
	for i := range mentions {
		m := &mentions[i]
		bounds, begins = append(bounds, m.SentenceStart, m.SentenceEnd), append(begins, m.SentenceStart)
	}
	slices.Sort(begins)
	slices.Sort(bounds)
	bounds = slices.Compact(bounds)
	for i := range mentions {
		m := &mentions[i]
		start, _ := slices.BinarySearch(bounds, m.SentenceStart)
		end, _ := slices.BinarySearch(bounds, m.SentenceEnd)
		starts, ends = append(starts, start), append(ends, end)
		from, _ := slices.BinarySearch(begins, m.SentenceStart)
		for _, gap := range [...]int{beside, nearby} {
			to, _ := slices.BinarySearch(begins, m.SentenceEnd+gap)
			near = append(near, max(0, to-from))
		}
	}
	return starts, ends, near
}
