package chronology

import (
	"math"
	"slices"
)

// echo is what all tellings of one date say together. A chronology of few lines
// is one of the days that documents return to; of a day it shows what its
// tellings are about. (That the documents that name a date measure its
// weight best: Tran et al. 2013, Gholipour Ghalandari and Ifrim 2020. Nearness
// to the centre of all sentences: Radev et al. 2004.)
type echo struct {
	heard  float64         // documents that tell it, each by how near it is to the collection's subject
	centre map[uint32]mean // word → its weights in the tellings that have it
	like   float64         // the greatest likeness of an event to the centre
	most   float64         // the greatest merit of an event
}

// mean is a sum, and of how many.
type mean struct{ sum, n float64 }

const (
	// ownMerit is how much one point of an event's own parts is worth beside
	// its likeness to the centre, from 0 to 1.
	ownMerit = .13
	// sharePower is how much more a word of the whole collection counts than
	// one of a single day.
	sharePower = 1.2
)

// usual is what a word of a class is worth in likeness to the centre.
var usual = func() (out [rarest + 1]float64) {
	for class, share := range shares {
		out[class] = math.Pow(share, sharePower)
	}
	return out
}()

// echoOf is the echo of a date: told are the events, in order, with tellings of
// it, shown those that stand under it. Near-duplicates count as one document;
// the coarser a date is, the less it says that many give it.
func echoOf(date string, told, shown []*draft) *echo {
	x := &echo{centre: map[uint32]mean{}}
	heard := map[string]float64{} // by document
	for _, d := range told {
		for _, t := range d.open().told {
			if !t.dated() || t.Date != date {
				continue
			}
			if more := float64(t.topical)/float64(1+t.level) - heard[t.copies]; more > 0 {
				heard[t.copies] += more
				x.heard += more
			}
			for _, v := range t.vector {
				m := x.centre[v.word]
				x.centre[v.word] = mean{m.sum + v.weight()*t.unit, m.n + 1}
			}
		}
	}
	for _, d := range shown {
		x.like = math.Max(x.like, x.likeness(d))
	}
	for _, d := range shown {
		x.most = math.Max(x.most, x.merit(d))
	}
	return x
}

// likeness is how near the telling that represents an event is to the centre,
// and its words to what the whole collection speaks of: a day's most peculiar
// words are seldom those of what it is remembered for.
func (x *echo) likeness(d *draft) float64 {
	sum := 0.0
	for _, v := range d.open().told[0].vector {
		m := x.centre[v.word]
		sum += v.weight() * m.sum / math.Max(m.n, 1) * usual[v.class]
	}
	return sum * d.told[0].unit
}

// merit is what an event has to show among those of its day.
func (x *echo) merit(d *draft) float64 {
	if x.like == 0 {
		return 1
	}
	return x.likeness(d)/x.like + ownMerit*math.Max(d.rating.merit, 0)
}

// credit is the part of its date's weight that an event has: all of it for the
// one with the greatest merit. What has no date has none.
func (x *echo) credit(d *draft) float64 {
	if x.heard == 0 || x.most == 0 {
		return 0
	}
	return math.Log1p(x.heard) * x.merit(d) / x.most
}

// days are the events by what their ranks rest on.
type days struct {
	ends  map[string]int // document → where its last telling ends
	dates roll[string]   // events under the dates of their tellings
	shown roll[string]   // events under their own
	first roll[int]      // events by their first day
}

func newDays() *days {
	return &days{map[string]int{}, newRoll[string](), newRoll[string](), newRoll[int]()}
}

// touch notes that an event has gone, or stands elsewhere in the order.
func (n *days) touch(d *draft) {
	n.dates.touch(datesTold(d)...)
	n.shown.touch(d.Date)
	n.first.touch(firstDay(d)...)
}

func (n *days) add(d *draft) {
	n.dates.add(d, datesTold(d)...)
	n.shown.add(d, d.Date)
	n.first.add(d, firstDay(d)...)
}

// datesTold are the dates that the tellings of an event give.
func datesTold(d *draft) []string {
	var out []string
	for _, t := range d.told {
		if t.dated() && !slices.Contains(out, t.Date) {
			out = append(out, t.Date)
		}
	}
	return out
}

// firstDay is the day with which an event begins, none where it has no date.
func firstDay(d *draft) []int {
	if !d.when.Known() {
		return nil
	}
	return []int{d.when.First()}
}

// settle finds the echo of the dates touched, and the ranks of the days in
// which anything has changed by it.
func (n *days) settle(here func(*draft) bool) {
	for date := range n.dates.touched {
		n.shown.touch(date)
	}
	for date := range n.shown.touched {
		n.dates.touch(date)
	}
	n.dates.settle(here, compareDrafts, nil)
	n.shown.settle(here, compareDrafts, func(date string, ds []*draft) {
		if len(ds) == 0 {
			return
		}
		x := echoOf(date, n.dates.lists[date], ds)
		for _, d := range ds {
			if credited := rankOwn*d.rating.merit + x.credit(d); credited != d.credited {
				d.credited = credited
				if first := firstDay(d); first != nil {
					n.first.touch(first[0])
				} else {
					d.round(credited)
				}
			}
		}
	})
	n.first.settle(here, compareDrafts, func(_ int, ds []*draft) { redundancy(ds) })
}
