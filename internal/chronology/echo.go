package chronology

import "math"

// echo is what all tellings of one date say together. A chronology of few lines
// is one of the days that documents return to; of a day it shows what most of
// its tellings are about. (That the documents that name a date measure its
// weight best: Tran et al. 2013, Gholipour Ghalandari and Ifrim 2020. Nearness
// to the centre of all sentences: Radev et al. 2004.)
type echo struct {
	heard  float64            // documents that tell it, each by how near it is to the collection's subject
	centre map[uint32]float64 // word → weight in all its tellings
	like   float64            // the greatest likeness of an event to the centre
	most   float64            // the greatest merit of an event
}

const (
	// quiet is what one document is worth before a second is heard.
	quiet = 1
	// towards is the power of the likeness to the centre: between 0, where all
	// events of a day are alike, and 1.
	towards = .5
	// ownMerit is how much one point of an event's own parts is worth beside
	// its likeness to the centre, from 0 to 1.
	ownMerit = .1
)

// echoes are the echoes of the dates of events. Near-duplicates count as one
// document; the coarser a date is, the less it says that many give it.
func echoes(ds []*draft) map[string]*echo {
	out := map[string]*echo{}
	heard := map[[2]string]float64{} // date and document
	for _, d := range ds {
		for _, t := range d.told {
			if !t.dated() {
				continue
			}
			x := out[t.Date]
			if x == nil {
				x = &echo{centre: map[uint32]float64{}}
				out[t.Date] = x
			}
			key := [2]string{t.Date, t.copies}
			if more := float64(t.topical)/float64(1+t.level) - heard[key]; more > 0 {
				heard[key] += more
				x.heard += more
			}
			for _, v := range t.vector {
				x.centre[v.word] += v.weight() * t.unit
			}
		}
	}
	for _, d := range ds {
		if x := out[d.Date]; x != nil {
			x.like = math.Max(x.like, x.likeness(d))
		}
	}
	for _, d := range ds {
		if x := out[d.Date]; x != nil {
			x.most = math.Max(x.most, x.merit(d))
		}
	}
	return out
}

// likeness is how near the telling that represents an event is to the centre.
func (x *echo) likeness(d *draft) float64 {
	sum := 0.0
	for _, v := range d.told[0].vector {
		sum += v.weight() * x.centre[v.word]
	}
	return sum * d.told[0].unit
}

// merit is what an event has to show among those of its day; Rank holds its
// own parts.
func (x *echo) merit(d *draft) float64 {
	if x.like == 0 {
		return 1
	}
	return math.Pow(x.likeness(d)/x.like, towards) + ownMerit*math.Max(d.Rank, 0)
}

// credit is the part of its date's weight that an event has: all of it for the
// one with the greatest merit. What has no date has none.
func (x *echo) credit(d *draft) float64 {
	if x == nil || x.most == 0 {
		return 0
	}
	return math.Log(1+x.heard/quiet) * x.merit(d) / x.most
}
