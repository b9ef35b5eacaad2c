package chronology

import (
	"iter"
	"maps"
	"slices"
)

// sweep merges one month after the other, of tellings that come in the order in
// which months need them, and holds of them those that a later month needs, too:
// done is told of the clusters of which none does. What it returns are the
// stretches of all months, in order, and what may be one across their edges.
func sweep(tellings iter.Seq2[span, *telling], done func(*unit)) ([]*Stretch, func(before, after *unit) []edge) {
	next, stop := iter.Pull2(tellings)
	defer stop()
	var (
		out    []*Stretch
		across = map[*unit][]edge{} // by the month before
		s      = newShelf()
		before *Stretch
		month  int
	)
	at, t, ok := next()
	for ok || len(s.told) > 0 {
		if len(s.told) == 0 {
			month = at.from
		}
		for ; ok && at.from == month; at, t, ok = next() {
			s.told[at] = append(s.told[at], t)
		}
		spans := s.seen(month)
		now := s.merge(month, spans)
		if before != nil {
			if before.month == month-1 {
				across[before.units[0]] = edges(before.units[0], now.units[0])
			}
			done(before.units[0])
		}
		for _, at := range spans {
			if at.to > month {
				continue
			}
			u := s.unit(at)
			delete(s.told, at)
			delete(s.units, at)
			if u.drop(); at.level != own {
				done(u)
			}
		}
		clear(s.bids)
		out = append(out, now)
		before = now
		month++
	}
	if before != nil {
		done(before.units[0])
	}
	return out, func(before, _ *unit) []edge { return across[before] }
}

// seen are the spans that a month sees, its own first.
func (s *shelf) seen(month int) []span {
	out := []span{{month, month, own}}
	for at := range maps.Keys(s.told) {
		if at.from <= month && month <= at.to && at.level != own {
			out = append(out, at)
		}
	}
	slices.SortFunc(out, span.compare)
	return out
}
