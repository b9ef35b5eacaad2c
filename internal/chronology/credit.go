package chronology

import (
	"encoding/binary"
	"iter"
	"math"
)

// noted goes through what was found of events, in their order.
type noted struct {
	next func() (int64, []byte, bool)
	stop func()
	now  []byte // of an event that has not been reached
}

func newNoted(s *sorting) *noted {
	n := &noted{}
	n.next, n.stop = iter.Pull2(s.each())
	n.advance()
	return n
}

func (n *noted) advance() {
	_, record, ok := n.next()
	if n.now = nil; ok {
		n.now = record
	}
}

// of gives what was found of the next event, without its number.
func (n *noted) of(number int64, do func(note []byte)) {
	for n.now != nil && int64(binary.BigEndian.Uint64(n.now)) == number {
		do(n.now[8:])
		n.advance()
	}
}

// weigh gives an event its links and its merit by what was noted of it.
func (a *annals) weigh(number int64, d *draft, notes *noted) {
	top := 0.0
	notes.of(number, func(note []byte) {
		switch in := (cursor{note[1:]}); note[0] {
		case itsCancelling:
			d.cancelledBy++
		case itsPlace:
			top = math.Max(top, math.Float64frombits(binary.BigEndian.Uint64(in.b)))
		case itsLink:
			in.take(4)
			d.links = append(d.links, relative{in.text(), &draft{ID: in.text()}})
		}
	})
	own := d.parts(a.about.names, top)
	d.own = &own
	d.merit = d.own.sum()
}

// Marks of what an event has to do with a date.
const (
	tellsOf = 1 << iota
	standsUnder
)

// appraise finds the merit of events and notes it under the dates that they tell.
func (a *annals) appraise() {
	notes := newNoted(a.notes)
	defer notes.stop()
	for k := range a.stand.n {
		d, dates, _ := a.read(k)
		a.weigh(k, d, notes)
		under := false
		for _, date := range dates {
			marks := byte(tellsOf)
			if date == d.Date {
				marks, under = tellsOf|standsUnder, true
			}
			a.noteDate(date, k, marks, d.merit)
		}
		if !under {
			a.noteDate(d.Date, k, standsUnder, d.merit)
		}
	}
}

func (a *annals) noteDate(date string, number int64, marks byte, merit float64) {
	b := binary.BigEndian.AppendUint64(keyText(nil, date), uint64(number))
	a.shown.add(binary.BigEndian.AppendUint64(append(b, marks), math.Float64bits(merit)))
}

// credit finds what part of the weight of its date each event has.
func (a *annals) credit() {
	var told, under []int64
	var merit []float64
	date := ""
	end := func() {
		if len(under) > 0 {
			a.creditOf(newEcho(date), told, under, merit)
		}
		told, under, merit = told[:0], under[:0], merit[:0]
	}
	for _, record := range a.shown.each() {
		in := cursor{record}
		if of := in.key(); of != date {
			end()
			date = of
		}
		number := int64(binary.BigEndian.Uint64(in.take(8)))
		marks := in.take(1)[0]
		if marks&tellsOf > 0 {
			told = append(told, number)
		}
		if marks&standsUnder > 0 {
			under = append(under, number)
			merit = append(merit, math.Float64frombits(binary.BigEndian.Uint64(in.b)))
		}
	}
	end()
}

func (a *annals) creditOf(x *echo, told, under []int64, merit []float64) {
	for _, k := range told {
		x.hear(a.open(k))
	}
	likeness := make([]float64, len(under))
	for i, k := range under {
		likeness[i] = x.likeness(a.open(k))
	}
	for i, credit := range x.credits(likeness, merit) {
		b := append(binary.BigEndian.AppendUint64(nil, uint64(under[i])), 0)
		a.credits.add(binary.BigEndian.AppendUint64(b, math.Float64bits(rankOwn*merit[i]+credit)))
	}
}

// show gives the events to take, in order, each once those of its day that
// follow can change its rank no more.
func (a *annals) show(take func(*Event) error) error {
	notes, credits := newNoted(a.notes), newNoted(a.credits)
	defer notes.stop()
	defer credits.stop()
	var day repetition
	first := 0
	for k := range a.stand.n {
		brief, _, refs := a.read(k)
		d := a.drawn(refs)
		d.ID, d.rating = brief.ID, brief.rating
		a.weigh(k, d, notes)
		credits.of(k, func(note []byte) { d.credited = math.Float64frombits(binary.BigEndian.Uint64(note[1:])) })
		var done []*draft
		if !d.when.Known() || d.begins != first {
			if done = day.end(); d.when.Known() {
				first = d.begins
			}
		}
		if d.when.Known() {
			if o := day.next(d); o != nil {
				done = append(done, o)
			}
		} else {
			d.round(d.credited)
			done = append(done, d)
		}
		for _, o := range done {
			if err := take(o.event()); err != nil {
				return err
			}
		}
	}
	for _, o := range day.end() {
		if err := take(o.event()); err != nil {
			return err
		}
	}
	return nil
}
