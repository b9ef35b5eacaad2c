package chronology

import "math"

// echo is what all tellings of one date say together. A chronology of few lines
// is one of the days that documents return to; of a day it shows what its
// tellings are about. (That the documents that name a date measure its
// weight best: Tran et al. 2013, Gholipour Ghalandari and Ifrim 2020. Nearness
// to the centre of all sentences: Radev et al. 2004.)
type echo struct {
	date    string
	heard   float64            // documents that tell it, each by how near it is to the collection's subject
	heardOf map[string]float64 // of these, what each has added, copies as one
	centre  means              // word → its weights in the tellings that have it
}

const (
	// ownMerit is how much one point of an event's own parts is worth beside
	// its likeness to the centre, from 0 to 1.
	ownMerit = .13
	// sharePower is how much more a word of the whole collection counts than
	// one of a single day.
	sharePower = 1.1
	// meanPower is how far a word's weights in the tellings that have it are
	// averaged: 1 is their mean, 0 their sum.
	meanPower = .7
	// carriedHeard is what a document that gives a date only in another sentence
	// counts beside one that says it of what it tells.
	carriedHeard = .5
)

// usual is what a word of a class is worth in likeness to the centre.
var usual = func() (out [rarest + 1]float64) {
	for class, share := range shares {
		out[class] = math.Pow(share, sharePower)
	}
	return out
}()

// newEcho is the echo of a date of which nobody has told yet.
func newEcho(date string) *echo {
	x := &echo{}
	x.begin(date)
	return x
}

// begin begins with another date, in the room of the one before.
func (x *echo) begin(date string) {
	if x.date, x.heard = date, 0; len(x.heardOf) < 64 {
		clear(x.heardOf) // which takes as long as it has room
	} else {
		x.heardOf = nil
	}
	if x.heardOf == nil {
		x.heardOf = map[string]float64{}
	}
	x.centre.begin()
}

// hear adds an event with tellings of the date: events are to be heard in order.
// Near-duplicates count as one document; the coarser a date is, the less it says
// that many give it, and a date that is carried says less than one that is said.
func (x *echo) hear(d *draft) {
	for _, t := range d.told {
		if !t.dated() || t.Date != x.date {
			continue
		}
		if more := t.saysDate()*float64(t.topical)/float64(1+t.level) - x.heardOf[t.copies]; more > 0 {
			x.heardOf[t.copies] += more
			x.heard += more
		}
		for _, v := range t.vector {
			m := x.centre.of(v.word)
			m.sum += v.weight() * t.unit
			m.n++
		}
	}
}

// averaging is what a sum of n weights is divided by.
func averaging(n float64) float64 {
	if n < 2 {
		return 1
	}
	return math.Pow(n, meanPower)
}

// saysDate is how much a telling's words say that it is of its date.
func (t *telling) saysDate() float64 {
	switch t.DateBasis {
	case "explicit", "own", "sentence", "occasion", "tense":
		return 1
	}
	return carriedHeard
}

// likeness is how near the telling that represents an event is to the centre,
// and its words to what the whole collection speaks of: a day's most peculiar
// words are seldom those of what it is remembered for.
func (x *echo) likeness(d *draft) float64 {
	sum := 0.0
	for _, v := range d.told[0].vector {
		m := x.centre.get(v.word)
		sum += v.weight() * m.sum / averaging(m.n) * usual[v.class]
	}
	return sum * d.told[0].unit
}

// credits are the parts of the date's weight that the events under it have, of
// which the likeness to the centre and the own merit are given: all of it for the
// one that has most to show among them. What has no date has none.
func (x *echo) credits(likeness, merit []float64) []float64 {
	like, most := 0.0, 0.0
	for _, s := range likeness {
		like = math.Max(like, s)
	}
	out := make([]float64, len(likeness))
	for i := range out {
		out[i] = 1
		if like != 0 {
			out[i] = likeness[i]/like + ownMerit*math.Max(merit[i], 0)
		}
		most = math.Max(most, out[i])
	}
	for i := range out {
		if x.heard == 0 || most == 0 {
			out[i] = 0
		} else {
			out[i] = math.Log1p(x.heard) * out[i] / most
		}
	}
	return out
}
