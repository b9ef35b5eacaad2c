package chronology

import (
	"encoding/binary"
	"fmt"
	"iter"
	"math"
)

// hostBid is a bid for the cluster of a span and number.
type hostBid struct {
	of    span
	at    int
	fit   float64
	venue bool
}

// offer notes the bids of one guest in one month.
func (l *linking) offer(of span, at int, bids []hostBid) {
	b := guestKey(of, at)
	b = binary.BigEndian.AppendUint64(b, l.n)
	l.n++
	b = binary.AppendUvarint(b, uint64(len(bids)))
	for _, x := range bids {
		b = binary.AppendUvarint(x.of.key(b), uint64(x.at))
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(x.fit))
		b = append(b, mark(x.venue))
	}
	l.offers.add(b)
}

func mark(is bool) byte {
	if is {
		return 1
	}
	return 0
}

// guestKey puts guests into the order in which they are placed.
func guestKey(of span, at int) []byte {
	return binary.BigEndian.AppendUint32(of.key(nil), uint32(at))
}

// number is that of the cluster of a span, which the lines of the steps may lack.
func (l *linking) number(of span, at int, problem string) int64 {
	b := l.units[of]
	if int64(at) >= b.n {
		panic(broken{fmt.Errorf("cluster %d of %s %s: give the lines of all stretches", at, of, problem)})
	}
	return b.first + int64(at)
}

// guests are the clusters that bid in any month, each with all its bids, in the
// order in which they are placed.
func (l *linking) guests() iter.Seq[*cluster] {
	return func(yield func(*cluster) bool) {
		var guest *cluster
		for _, record := range l.offers.each() {
			in := cursor{record}
			of, at := spanOfKey(in.take(spanKey)), int(binary.BigEndian.Uint32(in.take(4)))
			in.take(8)
			if guest == nil || guest.of != of || guest.at != at {
				if guest != nil && !yield(guest) {
					return
				}
				clear(l.met)
				guest = l.up(l.number(of, at, "bids and is not there"))
				guest.of, guest.at = of, at
			}
			for range in.size() {
				host := l.up(l.number(spanOfKey(in.take(spanKey)), in.size(), "is bid for and not there"))
				fit := math.Float64frombits(binary.LittleEndian.Uint64(in.take(8)))
				guest.offered = append(guest.offered, bid{host, fit, in.take(1)[0] > 0})
			}
		}
		if guest != nil {
			yield(guest)
		}
	}
}

// place joins the guests to their hosts, and then those to each other that took
// place at one occasion.
func (l *linking) place() {
	for c := range l.guests() {
		switch c.place(); {
		case c.into != nil:
			l.join(c)
		case c.day != nil:
			l.change(c.number, func(s *state) { s.day = int64(c.day.at) + 1 })
			b := append(keyText(nil, c.day.Date), guestKey(c.of, c.at)...)
			l.days.add(binary.BigEndian.AppendUint64(b, uint64(c.number)))
		}
	}
	var day []*cluster
	date := ""
	end := func() {
		ofOneDay(day)
		for _, c := range day {
			if c.into != nil {
				l.join(c)
				l.change(c.number, func(s *state) { s.day = 0 })
			}
		}
		day = day[:0]
		clear(l.met)
	}
	for _, record := range l.days.each() {
		n := len(record) - 8
		if key := string(record[:n-spanKey-4]); key != date {
			end()
			date = key
		}
		c := l.up(int64(binary.BigEndian.Uint64(record[n:])))
		c.day = l.take(ref(l.state(c.number).day - 1))
		day = append(day, c)
	}
	end()
}
