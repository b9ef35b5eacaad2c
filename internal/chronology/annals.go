package chronology

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// annals are the events of what is on a scratch, by their numbers in the order in
// which they are shown. They are what a ledger is for events that are held, made
// once and from the beginning: in place of lists in memory there are records in
// an order, gone through once, and what is decided of an event, or of those that
// stand together under a name, a document or a date, is decided by the functions
// of the ledger.
type annals struct {
	*linking
	drafter drafter
	about   *subject
	stand   column   // where the record of each event stands
	tales   *sorting // who is told where, by document
	meets   *sorting // who meets, and who looks for meetings, by actors
	notes   *sorting // what was found of an event, by its number
	shown   *sorting // events by the dates of their tellings
	credits *sorting // of events, by number

	young, old map[int64]*draft // taken up lately, and before that
	told       int              // tellings of the young
}

// tell gives the events to take, in order of date.
func (l *linking) tell(opts Options, take func(*Event) error) error {
	l.place()
	a := &annals{linking: l, drafter: drafter{lookup: l.lookup}, about: newSubject(), stand: newColumn(l.disk), tales: l.sorting(), meets: l.sorting(),
		notes: l.sorting(), shown: l.sorting(), credits: l.sorting(), young: map[int64]*draft{}}
	a.drafter.apart()
	a.enrol(a.order(a.name()))
	a.about.change(opts.Principals)
	a.relate()
	a.appraise()
	a.credit()
	return a.show(take)
}

// name makes events of the clusters, and returns them by what their ids begin with.
func (a *annals) name() *sorting {
	out := a.sorting()
	for c := range a.wholes() {
		d := a.drafter.draft(c)
		called, first := d.called(), d.earliest()
		b := keyText(nil, d.least())
		for _, text := range []string{called.date, strings.Join(called.words, " "), d.Type, d.Date, first.date, first.doc, first.id} {
			b = appendText(b, text)
		}
		for _, n := range []int{first.start, first.trigger, first.end} {
			b = binary.AppendVarint(b, int64(n))
		}
		day := int64(0)
		if c.day != nil {
			day = int64(c.day.at) + 1
		}
		b = binary.AppendUvarint(b, uint64(day))
		for _, t := range c.told {
			b = binary.AppendUvarint(b, uint64(t.at))
		}
		out.add(b)
	}
	return out
}

// order gives ids to events, and returns them in the order in which they are
// shown.
func (a *annals) order(unordered *sorting) *sorting {
	out := a.sorting()
	var ds []*draft
	refs := map[*draft]string{}
	least := ""
	christened := func() {
		slices.SortFunc(ds, byFirst)
		christen(ds)
		for _, d := range ds {
			b := keyText(keyText(keyRange(nil, d.when), d.Date), d.ID)
			out.add(append(b, refs[d]...))
		}
		ds = ds[:0]
		clear(refs)
	}
	for _, record := range unordered.each() {
		in := cursor{record}
		first := in.key()
		if len(ds) > 0 && !strings.HasPrefix(first, least) {
			christened()
		}
		if len(ds) == 0 {
			least = first
		}
		d := &draft{Event: &Event{}, first: &place{}, address: &address{}}
		words := ""
		for _, text := range []*string{&d.address.date, &words, &d.Type, &d.Date, &d.first.date, &d.first.doc, &d.first.id} {
			*text = in.text()
		}
		d.address.words = strings.Fields(words)
		for _, n := range []*int{&d.first.start, &d.first.trigger, &d.first.end} {
			*n = in.signed()
		}
		d.date()
		ds, refs[d] = append(ds, d), string(in.b)
	}
	christened()
	return out
}

// keyRange adds what puts dates into the order of their Compare.
func keyRange(b []byte, r calendar.Range) []byte {
	if !r.Known() {
		return append(b, 0)
	}
	b = append(b, 1)
	for _, n := range []int{r.First(), r.Last(), r.From.Last(), int(r.From.Grain), r.To.First(), int(r.To.Grain)} {
		b = keyInt(b, n)
	}
	return b
}

// dropRange passes over what keyRange has written.
func (c *cursor) dropRange() {
	if c.take(1)[0] > 0 {
		c.take(6 * 8)
	}
}

// enrol takes the events up in order and notes under what they are found.
func (a *annals) enrol(inOrder *sorting) {
	for _, record := range inOrder.each() {
		in := cursor{record}
		in.dropRange()
		in.key()
		id := in.key()
		refs := string(in.b)
		d := a.drawn(refs)
		d.ID = id
		d.hear(a.lookup)
		a.stand.push(a.disk.frame(a.record(d, refs)))
		a.noteTales(a.stand.n-1, d)
		a.noteMeetings(a.stand.n-1, d)
		a.about.count(d.Actors, 1)
	}
}

// drawn makes the event of tellings that stand somewhere.
func (a *annals) drawn(refs string) *draft {
	in := cursor{[]byte(refs)}
	var day *telling
	if at := in.size(); at > 0 {
		day = a.take(ref(at - 1))
	}
	var told []*telling
	for len(in.b) > 0 {
		told = append(told, a.take(ref(in.size())))
	}
	onDay(told, day)
	return a.drafter.draft(newCluster(told))
}

// record is what is written down of an event: what its merit is made of, and
// where its tellings stand.
func (a *annals) record(d *draft, refs string) []byte {
	var b []byte
	for _, text := range []string{d.ID, d.Date, d.Status, d.Type} {
		b = appendText(b, text)
	}
	b = binary.AppendUvarint(b, uint64(len(d.Actors)))
	for _, name := range d.Actors {
		b = binary.AppendUvarint(b, a.coder.number(name))
	}
	dates := datesTold(d)
	b = binary.AppendUvarint(b, uint64(len(dates)))
	for _, date := range dates {
		b = appendText(b, date)
	}
	b = binary.AppendVarint(b, int64(d.Importance))
	b = binary.LittleEndian.AppendUint64(append(b, mark(d.Background)), math.Float64bits(d.voices))
	return append(b, refs...)
}

// read is the event of a record without its tellings, the dates that they give,
// and where they stand.
func (a *annals) read(number int64) (d *draft, dates []string, refs string) {
	in := cursor{a.disk.framed(a.stand.get(number))}
	d = &draft{Event: &Event{}}
	for _, text := range []*string{&d.ID, &d.Date, &d.Status, &d.Type} {
		*text = in.text()
	}
	for range in.size() {
		d.Actors = append(d.Actors, a.coder.texts[in.size()])
	}
	for range in.size() {
		dates = append(dates, in.text())
	}
	d.Importance = in.signed()
	d.Background = in.take(1)[0] > 0
	d.heard, d.voices = true, math.Float64frombits(binary.LittleEndian.Uint64(in.take(8)))
	return d, dates, string(in.b)
}

// fewestTaken is how many tellings of events may be taken up at least.
const fewestTaken = 1 << 10

// open takes an event up, with its tellings. It is the same one for as long as it
// has been asked for lately.
func (a *annals) open(number int64) *draft {
	if d := a.young[number]; d != nil {
		return d
	}
	d := a.old[number]
	if d == nil {
		brief, _, refs := a.read(number)
		d = a.drawn(refs)
		d.ID = brief.ID
	}
	if a.told += len(d.told); a.told > max(a.memory>>14, fewestTaken) {
		a.old, a.young, a.told = a.young, map[int64]*draft{}, len(d.told)
	}
	a.young[number] = d
	return d
}
