package chronology

import (
	"encoding/binary"
	"fmt"
)

// linesSpilled is what the lines of the months have told, on a scratch, in any
// order: clusters by span and number, with the line that gave each, and bids.
type linesSpilled struct {
	*linking
	clusters *sorting
	known    bool // there is a cluster
}

func newLinesSpilled(s *spill) *linesSpilled {
	return &linesSpilled{linking: newLinking(s), clusters: s.sorting()}
}

// cluster keeps a cluster that a line gave, of a span and with a number in it.
func (l *linesSpilled) cluster(line int, of span, at int, c *cluster) {
	l.known = true
	for _, t := range c.told {
		t.at = l.put(t.said)
	}
	b := keyInt(append(keyInt(nil, of.from), guestKey(of, at)...), line)
	l.clusters.add(append(b, l.written(c).bytes()...))
}

// bids keeps a line of bids, or says what is wrong with it.
func (l *linesSpilled) bids(r record) string {
	of, ok := parseSpan(r.Guest.Of)
	if !ok {
		return r.Guest.nowhere()
	}
	bids := make([]hostBid, len(r.Bids))
	for i, b := range r.Bids {
		host, ok := parseSpan(b.Of)
		if !ok {
			return b.nowhere()
		}
		bids[i] = hostBid{host, b.N, b.Fit, b.Venue}
	}
	l.offer(of, r.Guest.N, bids)
	return ""
}

// linked puts the clusters into the table month by month, and together across
// the edges of the months. The error is of a cluster that is given twice, or not.
func (l *linesSpilled) linked(f Facts) (*linking, error) {
	l.facts = f
	var before, now *unit
	end := func() {
		if before != nil && before.span.from == now.span.from-1 {
			for _, c := range mend(edges(before, now)) {
				l.join(c)
			}
		}
		before = now
	}
	for _, record := range l.clusters.each() {
		in := cursor{record[8:]}
		of, at := spanOfKey(in.take(spanKey)), int(binary.BigEndian.Uint32(in.take(4)))
		line := int(binary.BigEndian.Uint64(in.take(8)) ^ 1<<63)
		switch name, due := (numbered{of.String(), at}), l.units[of].n; {
		case int64(at) < due:
			return nil, fmt.Errorf("line %d: %s", line, name.again())
		case int64(at) > due:
			return nil, fmt.Errorf("cluster %d of %s is not there: give the lines of all stretches", due, of)
		}
		s := stateOf(in.b)
		c := &cluster{number: l.enter(of, s), of: of, at: at, level: s.level, first: s.first, last: s.last, rest: rest{l.linking, s.refs, s.told}}
		if of.level != own {
			continue
		}
		if now == nil || now.span != of {
			if now != nil {
				end()
			}
			now = &unit{span: of}
		}
		now.clusters = append(now.clusters, c)
	}
	if now != nil {
		end()
	}
	return l.linking, nil
}
