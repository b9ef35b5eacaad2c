package chronology

import (
	"cmp"
	"math"
	"slices"

	"github.com/dateline-ssg/dateline/internal/actor"
)

// The parts of an event's own merit, each between 0 and 1, and what each is
// worth.
const (
	ownVoices     = 1.5 // independent outlets that tell it: 1 → 0, 2 → .5, 4 → 1
	ownPrincipals = 1.5 // how many of its first actors the chronology is about
	ownKind       = .5  // how far its type is from neutral
	ownImportance = 2   // 1 → 0, 2 → .5, 3 → 1
	ownPosition   = .5  // how early the document tells it that tells it first
	ownBackground = 1   // taken off, for what is only background
	ownUnmade     = .5  // taken off, for a plan or threat
)

const (
	// rankOwn is what one point of its own merit is worth beside the echo of
	// its day: a fortieth, for what the documents return to decides.
	rankOwn = .025
	// rankPinned is added for what the editor pinned: more than any echo.
	rankPinned = 100
)

// neighbourDays is how far away in time a neighbour stands: on the next day a
// like event is news, not a repetition.
const neighbourDays = 0

// neighboursLooked bounds with how many neighbours an event is compared, in the
// order of date and name: on a day of hundreds of events more find nothing new.
const neighboursLooked = 64

// rank gives every event a number, larger first: the sum of its parts.
func rank(ds []*draft, principals []string, lookup func(string) *actor.Actor) {
	about := map[string]bool{}
	for _, name := range principals {
		about[name] = true
	}
	if len(about) == 0 {
		about = frequent(ds, 3)
	}
	ends := map[string]int{} // document → where its last mention ends
	for _, d := range ds {
		for _, t := range d.told {
			ends[t.Doc] = max(ends[t.Doc], t.SentenceEnd)
		}
	}
	for _, d := range ds {
		d.Rank = ownVoices*math.Min(1, math.Log2(float64(outlets(d.told, lookup)))/2) +
			ownPrincipals*share(d.Actors, about) +
			ownKind*math.Abs(kindOf(d.Type).score)/10 +
			ownImportance*float64(max(d.Importance, 1)-1)/2 +
			ownPosition*position(d.told, ends)
		if d.Background {
			d.Rank -= ownBackground
		}
		if d.Status == "planned" || d.Status == "threatened" {
			d.Rank -= ownUnmade
		}
	}
	heard := echoes(ds)
	for _, d := range ds {
		d.Rank = rankOwn*d.Rank + heard[d.Date].credit(d)
	}
	redundancy(ds)
	for _, d := range ds {
		if d.Pinned {
			d.Rank += rankPinned
		}
		d.Rank = math.Round(d.Rank*1000) / 1000
	}
}

// frequent are the n names that most events have.
func frequent(ds []*draft, n int) map[string]bool {
	count := map[string]int{}
	for _, d := range ds {
		for _, name := range d.Actors {
			count[name]++
		}
	}
	var names []string
	for name := range count {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	out := map[string]bool{}
	for _, name := range names[:min(n, len(names))] {
		out[name] = true
	}
	return out
}

// share is how many of the first two names are among those it is about.
func share(names []string, about map[string]bool) float64 {
	n := 0.0
	for _, name := range names {
		if about[name] {
			n++
		}
	}
	return math.Min(n/2, 1)
}

// position is 1 for what a document begins with, towards 0 for its end; of
// several documents the one that tells it first.
func position(ts []*telling, ends map[string]int) float64 {
	top := 0.0
	for _, t := range ts {
		if end := ends[t.Doc]; end > 0 {
			top = math.Max(top, 1-float64(t.SentenceStart)/float64(end))
		}
	}
	return top
}

// redundancy takes off what a neighbour in time of higher rank has said
// already: a page that shows the best should not show one thing thrice.
func redundancy(ds []*draft) {
	type day struct {
		d     *draft
		first int
	}
	var by []day
	for _, d := range ds {
		if n, ok := parseDay(d.Date); ok {
			by = append(by, day{d, n})
		}
	}
	slices.SortStableFunc(by, func(a, b day) int { return cmp.Compare(a.first, b.first) })
	off := make([]float64, len(by))
	for i, x := range by {
		for j := i + 1; j < min(len(by), i+1+neighboursLooked) && by[j].first <= x.first+neighbourDays; j++ {
			y := by[j]
			like := overlapOf(x.d.told[0], y.d.told[0]).dot
			if x.d.Rank >= y.d.Rank {
				off[j] = math.Max(off[j], like)
			} else {
				off[i] = math.Max(off[i], like)
			}
		}
	}
	for i, x := range by {
		x.d.Rank -= off[i] * math.Max(x.d.Rank, 0)
	}
}
