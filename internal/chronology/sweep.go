package chronology

import (
	"iter"
	"maps"
	"slices"
)

// sweep merges one month after the other, of tellings that come in the order in
// which months need them, and holds of them those that a later month needs, too.
// It gives the stretches of all months in order, each with what may be one across
// the edge with the month before.
func sweep(tellings iter.Seq2[span, *telling], take func(now *Stretch, across []edge)) {
	next, stop := iter.Pull2(tellings)
	defer stop()
	var (
		s      = newShelf()
		before *Stretch
		month  int
	)
	s.passing = true
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
		var across []edge
		if before != nil && before.month == month-1 {
			across = edges(before.units[0], now.units[0])
		}
		for _, at := range spans {
			if at.to > month {
				continue
			}
			u := s.unit(at)
			delete(s.told, at)
			delete(s.units, at)
			u.drop()
		}
		clear(s.bids)
		take(now, across)
		before = now
		month++
	}
}

// swept are the stretches that sweep gives, and the edges of each unit with the
// next.
func swept(tellings iter.Seq2[span, *telling]) ([]*Stretch, func(before, after *unit) []edge) {
	var out []*Stretch
	across := map[*unit][]edge{} // by the month after
	sweep(tellings, func(now *Stretch, edges []edge) {
		out = append(out, now)
		across[now.units[0]] = edges
	})
	return out, func(_, after *unit) []edge { return across[after] }
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
