package chronology

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
	"strconv"
	"strings"
)

// name gives every draft its id. Without a lock an id is a matter of the events
// of its year, for it begins with the year and is only to differ from others.
func (l *ledger) name(drafts []*draft, lock Lock) {
	if len(lock.entries)+len(lock.gone) > 0 {
		slices.SortFunc(drafts, byFirst)
		for _, d := range drafts {
			d.ID, d.Formerly, d.named = "", nil, 0
		}
		identify(drafts, lock)
		l.named, l.years = nil, newRoll[string]()
		return
	}
	for _, d := range drafts {
		if d.named == 0 || d.named != l.turn-1 {
			d.Formerly = nil
			l.years.add(d, d.address.year())
		}
		d.named = l.turn
	}
	for _, d := range l.named {
		if d.named != l.turn {
			l.years.touch(d.address.year())
		}
	}
	l.named = drafts
	l.years.settle(func(d *draft) bool { return d.named == l.turn }, byFirst, func(_ string, ds []*draft) {
		taken := make(map[string]bool, len(ds))
		for _, d := range ds {
			d.ID = fresh(d, taken)
			taken[d.ID] = true
		}
	})
}

// byFirst orders drafts by the first telling of their clusters.
func byFirst(a, b *draft) int { return a.first.compare(b.first) }

// identify gives every draft its id: the one under which the lock knows it,
// else one made of its date and headline. Two drafts never share one, and an
// id of the lock is never given to another event.
func identify(drafts []*draft, lock Lock) {
	taken := map[string]bool{}
	for id := range lock.entries {
		taken[id] = true
	}
	for id := range lock.gone {
		taken[id] = true
	}
	matched := recognise(drafts, lock)
	for _, d := range drafts {
		if d.ID == "" {
			d.ID = fresh(d, taken)
			taken[d.ID] = true
		}
	}
	followers(drafts, lock, matched)
}

// gather is the evidence of a draft.
func (d *draft) gather() evidence {
	e := evidence{date: strings.ReplaceAll(d.Date, " ", ""), kind: slugged(d.Type)}
	for _, name := range d.Actors {
		if s := slugged(name); s != "" {
			e.actors = append(e.actors, s)
		}
	}
	for _, t := range d.told {
		e.told = append(e.told, t.sketch)
	}
	e.sort()
	return e
}

// recognise gives the ids of the lock to the drafts that they stand for, the
// surest first, and returns the ids given. First those that share a sentence
// or a day are compared; then what is left by type and actor.
func recognise(drafts []*draft, lock Lock) map[string]bool {
	matched := map[string]bool{}
	if len(lock.entries) == 0 {
		return matched
	}
	there := map[uint64]bool{}
	for _, d := range drafts {
		for _, n := range d.evidence.told {
			there[n] = true
		}
	}
	ids := make([]string, 0, len(lock.entries))
	for id := range lock.entries {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	unchanged(drafts, lock, ids, matched)
	for _, keys := range []func(evidence) []string{byTelling, byActor} {
		known := map[string][]string{}
		for _, id := range ids {
			if !matched[id] {
				for _, key := range keys(lock.entries[id].evidence) {
					known[key] = append(known[key], id)
				}
			}
		}
		assign(drafts, lock, known, keys, matched, there)
	}
	return matched
}

// unchanged gives the ids of the lock to the drafts that have all of their
// evidence and share it with nobody: most, from one build to the next.
func unchanged(drafts []*draft, lock Lock, ids []string, matched map[string]bool) {
	bearers := map[string][]*draft{}
	var key []byte
	for _, d := range drafts {
		key = d.evidence.appendKey(key[:0])
		bearers[string(key)] = append(bearers[string(key)], d)
	}
	known := map[string][]string{}
	for _, id := range ids {
		if e := lock.entries[id]; !e.away {
			key = e.appendKey(key[:0])
			if len(bearers[string(key)]) == 1 {
				known[string(key)] = append(known[string(key)], id)
			}
		}
	}
	for key, list := range known {
		if len(list) == 1 {
			bearers[key][0].ID, matched[list[0]] = list[0], true
		}
	}
}

// appendKey appends all of the evidence, so that equal evidence has equal keys.
func (e evidence) appendKey(b []byte) []byte {
	b = append(append(append(b, e.date...), ' '), e.kind...)
	for _, a := range e.actors {
		b = append(append(b, ' '), a...)
	}
	b = append(b, '\n')
	for _, n := range e.told {
		b = binary.LittleEndian.AppendUint64(b, n)
	}
	return b
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
// that one sentence tells, each keeps the id that its own words made. there are
// the sketches of all drafts.
func assign(drafts []*draft, lock Lock, known map[string][]string, keys func(evidence) []string, matched map[string]bool, there map[uint64]bool) {
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
		name := strings.Join(append([]string{d.address.date}, d.address.words...), "-")
		for _, key := range keys(d.evidence) {
			for _, id := range alongside(known[key], name) {
				if seen[id] {
					continue
				}
				seen[id] = true
				if s := resemblance(d.evidence, lock.entries[id], there); s > 0 {
					pairs = append(pairs, pair{s, commonPrefix(name, id), i, id})
				}
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.likeness, a.likeness), cmp.Compare(b.named, a.named), cmp.Compare(a.id, b.id), cmp.Compare(a.draft, b.draft))
	})
	for _, p := range pairs {
		if drafts[p.draft].ID == "" && !matched[p.id] {
			drafts[p.draft].ID = p.id
			matched[p.id] = true
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

// resemblance is how well evidence fits a line of the lock, 0 where it is no
// ground for being the same event. A telling in common is the best ground, or
// one reworded: a sketch that is near, where the lock's own is not there any
// more. Without one, day, type and actors must agree.
func resemblance(a evidence, b entry, there map[uint64]bool) float64 {
	told, count := 0.0, 0
	for _, x := range a.told {
		best := 0.0
		for _, y := range b.told {
			if x == y {
				best = 1
				break
			}
			if !there[y] && bits.OnesCount64(x^y) <= nearBits {
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
	if !b.away {
		s += .25
	}
	return s
}

// followers tells every event which addresses lead to it now: those that the
// lock sends there, and those of events whose sentences have become its own.
func followers(drafts []*draft, lock Lock, matched map[string]bool) {
	byID := map[string]*draft{}
	bySentence := map[uint64][]*draft{}
	for _, d := range drafts {
		byID[d.ID] = d
		for _, n := range d.evidence.told {
			bySentence[n] = append(bySentence[n], d)
		}
	}
	for id := range lock.gone {
		if d := byID[lock.Follow(id)]; d != nil && byID[id] == nil {
			d.Formerly = append(d.Formerly, id)
		}
	}
	for id, e := range lock.entries {
		if matched[id] || e.away {
			continue
		}
		if d := successor(e, bySentence); d != nil {
			d.Formerly = append(d.Formerly, id)
		}
	}
	for _, d := range drafts {
		slices.Sort(d.Formerly)
		d.Formerly = slices.Compact(d.Formerly)
	}
}

// successor is the event that tells a sentence of one that is no more: of those
// that share an actor with it the first, else one that names none where the
// other does, for then nothing speaks against it. It is nil where there is none.
func successor(e entry, bySentence map[uint64][]*draft) *draft {
	var silent *draft
	for _, n := range e.told {
		for _, d := range bySentence[n] {
			if common(d.evidence.actors, e.actors) > 0 {
				return d
			}
			if silent == nil && (len(e.actors) == 0 || len(d.evidence.actors) == 0) {
				silent = d
			}
		}
	}
	return silent
}
