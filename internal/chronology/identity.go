package chronology

import (
	"cmp"
	"math/bits"
	"slices"
	"strconv"
	"strings"
)

// name gives every draft its id. Without a lock an id is a matter of the events
// of its year, for it begins with the year and is only to differ from others.
func (l *ledger) name(drafts []*draft, lock Lock) {
	if !lock.empty() {
		if l.ids == nil || !l.ids.lock.same(lock) {
			l.ids = newRegistry(lock)
		}
		for _, d := range drafts {
			d.named = l.turn
		}
		l.ids.name(drafts, func(d *draft) bool { return d.named == l.turn })
		l.named, l.years = nil, newRoll[string]()
		return
	}
	l.ids = nil
	for _, d := range drafts {
		if d.named == 0 || d.named != l.turn-1 || d.by != nil {
			d.Formerly, d.by = nil, nil
			l.years.add(d, d.year())
		}
		d.named = l.turn
	}
	for _, d := range l.named {
		if d.named != l.turn {
			l.years.touch(d.year())
		}
	}
	l.named = drafts
	l.years.settle(func(d *draft) bool { return d.named == l.turn }, byFirst, func(_ string, ds []*draft) {
		christen(ds)
	})
}

// christen gives ids to events in order, of which no other event could have one.
func christen(ds []*draft) {
	taken := make(map[string]bool, len(ds))
	for _, d := range ds {
		d.ID = fresh(d, func(id string) bool { return taken[id] })
		taken[d.ID] = true
	}
}

// byFirst orders drafts by the first telling of their clusters.
func byFirst(a, b *draft) int { return a.earliest().compare(*b.earliest()) }

// gather is the evidence of a draft, whose lists are taken out of these.
func (d *draft) gather(texts *pool[string], sketches *pool[uint64]) evidence {
	e := evidence{date: strings.ReplaceAll(d.Date, " ", ""), kind: typeSlug(d.Type),
		actors: texts.some(len(d.Actors))[:0], told: sketches.take(len(d.told))[:0]}
	for _, name := range d.Actors {
		if s := d.slugOf(name); s != "" {
			e.actors = append(e.actors, s)
		}
	}
	for _, t := range d.told {
		e.told = append(e.told, t.sketch)
	}
	e.sort()
	return e
}

// typeSlug is a type as an address writes it.
func typeSlug(name string) string {
	if k, ok := kinds()[name]; ok {
		return k.slug
	}
	return slugged(name)
}

// slugOf is the name of an actor as an address writes it.
func (d *draft) slugOf(name string) string {
	for _, t := range d.told {
		for _, p := range t.who {
			if p.name == name {
				return p.slug
			}
		}
	}
	return slugged(name)
}

func byTelling(e evidence) []string {
	keys := []string{"on " + e.date + " " + e.kind}
	for _, a := range e.actors {
		keys = append(keys, "on "+e.date+" by "+a)
	}
	for _, n := range e.told {
		keys = append(keys, strconv.FormatUint(n, 16))
	}
	return keys
}

func byActor(e evidence) []string {
	var keys []string
	for _, a := range e.actors {
		keys = append(keys, e.kind+" "+a)
	}
	return keys
}

// assign gives ids to the drafts without one, the best pairs first. Of events
// that one sentence tells, each keeps the id that its own words made. known are
// the ids under a key, in order; there tells whether any draft tells a sentence.
func assign(drafts []*draft, lock Lock, known func(key string) []string, keys func(evidence) []string, given map[string]bool, there func(sketch uint64) bool) {
	type pair struct {
		likeness float64
		named    int // bytes of the id that the draft's own date and headline give
		draft    int
		id       string
	}
	var pairs []pair
	for i, d := range drafts {
		if d.ID != "" {
			continue
		}
		seen := map[string]bool{}
		a := d.called()
		name := strings.Join(append([]string{a.date}, a.words...), "-")
		for _, key := range keys(*d.grounds()) {
			for _, id := range alongside(known(key), name) {
				if seen[id] {
					continue
				}
				seen[id] = true
				line, _ := lock.line(id)
				if s := resemblance(*d.grounds(), line, there); s > 0 {
					pairs = append(pairs, pair{s, commonPrefix(name, id), i, id})
				}
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.likeness, a.likeness), cmp.Compare(b.named, a.named), cmp.Compare(a.id, b.id), cmp.Compare(a.draft, b.draft))
	})
	for _, p := range pairs {
		if drafts[p.draft].ID == "" && !given[p.id] {
			drafts[p.draft].ID = p.id
			given[p.id] = true
		}
	}
}

// rivals is how many ids under one key are looked at to either side of where
// the event's own would stand: ids begin with dates, so these are the nearest
// in time.
const rivals = 40

func alongside(ids []string, name string) []string {
	at, _ := slices.BinarySearch(ids, name)
	return ids[max(0, at-rivals):min(len(ids), at+rivals)]
}

// commonPrefix is how many bytes two texts begin with in common.
func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// nearBits is how many of 64 bits the sketches of a sentence and of the same
// sentence with a word or two changed may differ in.
const nearBits = 14

// reworded reports whether x is the sketch of a sentence that was y with a word or two
// changed, where the latter is not there any more.
func reworded(x, y uint64, there func(sketch uint64) bool) bool {
	return !there(y) && bits.OnesCount64(x^y) <= nearBits
}

// resemblance is how well evidence fits a line of the lock, 0 where it is no
// ground for being the same event. A telling in common is the best ground, or
// one reworded: a sketch that is near, where the lock's own is not there any
// more. Without one, day, type and actors must agree.
func resemblance(a evidence, line entry, there func(sketch uint64) bool) float64 {
	b := line.evidence()
	told, count := 0.0, 0
	for _, x := range a.told {
		best := 0.0
		for _, y := range b.told {
			if x == y {
				best = 1
				break
			}
			if reworded(x, y, there) {
				best = .7
			}
		}
		told += best
		if best > 0 {
			count++
		}
	}
	if n := min(len(a.told), len(b.told)); n > 0 {
		told = min(told/float64(n), 1)
	}
	actors := 0.0
	if all := len(a.actors) + len(b.actors); all > 0 {
		n := common(a.actors, b.actors)
		actors = float64(n) / float64(all-n)
	}
	sameKind, sameDate := a.kind == b.kind, a.date == b.date
	switch {
	case told >= .5 && (sameKind || sameDate && actors > 0):
	case told > 0 && sameKind && actors >= .5:
	case told == 0 && sameKind && sameDate && actors >= .6:
	default:
		return 0
	}
	s := 4*told + 2*actors + .01*float64(count)
	if sameKind {
		s++
	}
	if sameDate {
		s++
	}
	if !line.away {
		s += .25
	}
	return s
}
