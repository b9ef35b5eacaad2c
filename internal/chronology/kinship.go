package chronology

import (
	"bytes"
	"encoding/binary"
	"math"
	"slices"

	"github.com/zeebo/xxh3"
)

// outlook is what decides whether an event may be related to another before
// either is taken up: whom both are of, when they begin.
type outlook struct {
	who         uint64 // a bit for each of its actors, which several may share
	begins      int32
	first, last int32 // when the other end of a relation of it begins
	reckoned    bool  // if a sentence dates another event by it, for it has no other relation to give
	connective  bool  // the sentence that represents it dates it by another event
}

func outlookOf(d *draft) outlook {
	s := outlook{begins: int32(d.when.First()), connective: d.told[0].DateBasis == "connective"}
	for _, name := range d.Actors {
		s.who |= 1 << (xxh3.HashString(name) % 64)
	}
	first, last, ok := horizon(d)
	if s.reckoned = !ok; !ok {
		first, last = d.before()
	}
	s.first, s.last = int32(first), int32(last)
	return s
}

// may reports whether an event may be related to another.
func (s outlook) may(o outlook) bool {
	return s.who&o.who != 0 && s.first <= o.begins && o.begins <= s.last && (!s.reckoned || o.connective)
}

const outlookSize = 21

func (s outlook) append(b []byte) []byte {
	b = binary.LittleEndian.AppendUint64(b, s.who)
	for _, n := range []int32{s.begins, s.first, s.last} {
		b = binary.LittleEndian.AppendUint32(b, uint32(n))
	}
	return append(b, mark(s.reckoned)|mark(s.connective)<<1)
}

func readOutlook(b []byte) outlook {
	n := func(at int) int32 { return int32(binary.LittleEndian.Uint32(b[at:])) }
	return outlook{binary.LittleEndian.Uint64(b), n(8), n(12), n(16), b[20]&1 > 0, b[20]&2 > 0}
}

// noteTales notes where an event is told.
func (a *annals) noteTales(number int64, d *draft) {
	s := outlookOf(d)
	for i, t := range d.told {
		b := keyInt(keyText(nil, t.Doc), t.SentenceStart)
		b = binary.BigEndian.AppendUint64(b, uint64(number))
		b = binary.BigEndian.AppendUint32(b, uint32(t.SentenceEnd))
		b = append(b, mark(t.DateBasis == "connective")|mark(i < spokesmen)<<1)
		a.tales.add(s.append(b))
	}
}

// noteMeetings notes by whom and when an event is a meeting, or looks for one.
func (a *annals) noteMeetings(number int64, d *draft) {
	s := outlookOf(d)
	for k, keys := range [][]string{meetingDay(d), askedDay(d), meetingKeys(d), askedKeys(d)} {
		for _, key := range keys {
			if k < 2 {
				key = d.Date + key // on that day alone
			}
			h := xxh3.HashString128(string(rune('a'+k/2)) + key).Bytes()
			b := binary.BigEndian.AppendUint64(h[:], uint64(number))
			a.meets.add(s.append(append(b, byte(k%2))))
		}
	}
}

// teller is a tale with the number of its event.
type teller struct {
	number int64
	speaks bool // for the event, where it is compared
	outlook
}

// relate finds the relations of events: those that may be related are noted in
// pairs, by document and by meeting, and then the events taken up in order, each
// with those that it may be related to.
func (a *annals) relate() {
	pairs := a.sorting()
	note := func(from, to int64) {
		b := binary.BigEndian.AppendUint64(nil, uint64(from))
		pairs.add(binary.BigEndian.AppendUint64(b, uint64(to)))
	}
	a.eachDoc(func(list []tale, more []teller) {
		a.noteEarly(list, more)
		pairsBeside(list, more, note)
	})
	a.eachMeeting(note)
	a.eachPair(pairs, a.kin)
}

// pairsBeside notes which events that a document tells beside each other may be
// related.
func pairsBeside(list []tale, more []teller, note func(from, to int64)) {
	for i, x := range more {
		if !x.speaks {
			continue
		}
		start := int(list[i].start)
		from, to := toldBeside(list, start, int(list[i].end))
		for _, o := range more[from:to] {
			if o.number != x.number && x.may(o.outlook) {
				note(x.number, o.number)
			}
		}
		for k := whereFrom(list, start); x.reckoned && k < len(list) && int(list[k].start) == start; k++ {
			if list[k].reckoned && more[k].number != x.number {
				note(x.number, reckoning)
				break
			}
		}
	}
}

// kin notes to which of some events one is related, and which of them it cancels.
func (a *annals) kin(number int64, among []int64, reckoned bool) {
	d := a.open(number)
	if _, _, ok := horizon(d); !ok && !reckoned {
		return
	}
	var met []*draft
	numbers := map[*draft]int64{}
	for _, k := range among {
		if o := a.open(k); d.shares(o) {
			met = append(met, o)
			numbers[o] = k
		}
	}
	for i, r := range d.related(met) {
		b := append(binary.BigEndian.AppendUint64(nil, uint64(number)), itsLink)
		b = binary.BigEndian.AppendUint32(b, uint32(i))
		a.notes.add(appendText(appendText(b, r.rel), r.to.ID))
		if r.rel == cancels && d.Status == "happened" {
			a.notes.add(append(binary.BigEndian.AppendUint64(nil, uint64(numbers[r.to])), itsCancelling))
		}
	}
}

// What is noted of an event.
const (
	itsCancelling = iota // one more event cancels it
	itsPlace             // how early in a document it is told
	itsLink              // a relation to another
)

// reckoning stands in a pair for the sentence that dates another event by one.
const reckoning = math.MaxInt64

// eachDoc gives what each document tells, in the order of the text.
func (a *annals) eachDoc(do func(list []tale, more []teller)) {
	var list []tale
	var more []teller
	var doc []byte
	for _, record := range a.tales.each() {
		n := len(record) - outlookSize - 21
		if !bytes.Equal(record[:n], doc) {
			do(list, more)
			list, more, doc = list[:0], more[:0], append(doc[:0], record[:n]...)
		}
		in := cursor{record[n:]}
		x := tale{start: int32(binary.BigEndian.Uint64(in.take(8)) ^ 1<<63)}
		number := int64(binary.BigEndian.Uint64(in.take(8)))
		x.end = int32(binary.BigEndian.Uint32(in.take(4)))
		marks := in.take(1)[0]
		x.reckoned = marks&1 > 0
		list, more = append(list, x), append(more, teller{number, marks&2 > 0, readOutlook(in.b)})
	}
	do(list, more)
}

// noteEarly notes how early in a document events are told.
func (a *annals) noteEarly(list []tale, more []teller) {
	for i, x := range list {
		b := append(binary.BigEndian.AppendUint64(nil, uint64(more[i].number)), itsPlace)
		a.notes.add(binary.BigEndian.AppendUint64(b, math.Float64bits(early(whereFrom(list, int(x.start)), len(list)))))
	}
}

// eachMeeting notes for each event that looks for meetings those that stand
// nearest to it under a key.
func (a *annals) eachMeeting(note func(from, to int64)) {
	type asks struct {
		teller
		left int
	}
	var key, last []byte
	var before []teller
	var open []asks
	for _, record := range a.meets.each() {
		if bytes.Equal(record, last) {
			continue
		}
		if last = append(last[:0], record...); !bytes.Equal(record[:16], key) {
			key, before, open = append(key[:0], record[:16]...), before[:0], open[:0]
		}
		x := teller{number: int64(binary.BigEndian.Uint64(record[16:])), outlook: readOutlook(record[25:])}
		if record[24] > 0 {
			for _, o := range before {
				if x.may(o.outlook) {
					note(x.number, o.number)
				}
			}
			open = append(open, asks{x, around})
			continue
		}
		for i := range open {
			if open[i].left--; open[i].may(x.outlook) {
				note(open[i].number, x.number)
			}
		}
		for len(open) > 0 && open[0].left == 0 {
			open = open[1:]
		}
		if before = append(before, x); len(before) > around {
			before = before[1:]
		}
	}
}

// eachPair gives each event with those that it may be related to, in order, and
// whether another is dated by it.
func (a *annals) eachPair(pairs *sorting, do func(number int64, among []int64, reckoned bool)) {
	number := int64(-1)
	var among []int64
	end := func() {
		if number < 0 {
			return
		}
		among = slices.Compact(among)
		reckoned := len(among) > 0 && among[len(among)-1] == reckoning
		if reckoned {
			among = among[:len(among)-1]
		}
		if len(among) > 0 {
			do(number, among, reckoned)
		}
	}
	for _, record := range pairs.each() {
		if from := int64(binary.BigEndian.Uint64(record)); from != number {
			end()
			number, among = from, among[:0]
		}
		among = append(among, int64(binary.BigEndian.Uint64(record[8:])))
	}
	end()
}
