package chronology

import (
	"cmp"
	"encoding/binary"
	"slices"

	"github.com/zeebo/xxh3"

	"github.com/dateline-ssg/dateline/internal/event"
)

// staying are, for each of the mentions that a document has now, the one of those
// it had that says the same, nil where none does: it stays, with all that was
// made of it. Where in the document a mention stands decides nothing but the
// order of those of one date, so those stay that stand in the order in which
// they stood: a sentence that is put in before them takes nothing away.
func staying(old []*held, now []*event.Mention) []*held {
	out := make([]*held, len(now))
	if len(old) == 0 || len(now) == 0 {
		return out
	}
	named := twice(old, now)
	by := map[xxh3.Uint128][]*held{}
	for _, h := range old {
		key := h.sum(named)
		by[key] = append(by[key], h)
	}
	var pairs []int // of now, those that have one of old
	for i, m := range now {
		if list := by[saying(m, named)]; len(list) > 0 {
			out[i], by[saying(m, named)] = list[0], list[1:]
			pairs = append(pairs, i)
		}
	}
	slices.SortFunc(pairs, func(i, j int) int { return compareInText(out[i].raw.Mention, out[j].raw.Mention) })
	last := -1
	for _, i := range pairs {
		if last >= 0 && compareInText(now[last], now[i]) >= 0 {
			out[i] = nil
			continue
		}
		last = i
	}
	return out
}

// twice reports whether any name stands for two mentions of a list: then names
// decide what is told twice.
func twice(old []*held, now []*event.Mention) bool {
	was, is := make(map[MentionID]bool, len(old)), make(map[MentionID]bool, len(now))
	for _, h := range old {
		was[MentionID{h.raw.Doc, h.raw.ID}] = true
	}
	for _, m := range now {
		is[MentionID{m.Doc, m.ID}] = true
	}
	return len(was) < len(old) || len(is) < len(now)
}

// compareInText orders mentions by document and place, as those of one date are.
func compareInText(a, b *event.Mention) int {
	return cmp.Or(cmp.Compare(a.Doc, b.Doc), cmp.Compare(a.SentenceStart, b.SentenceStart), cmp.Compare(a.Trigger.Start, b.Trigger.Start),
		cmp.Compare(a.SentenceEnd, b.SentenceEnd), len(a.ID)-len(b.ID), cmp.Compare(a.ID, b.ID))
}

// sum is the saying of a mention that is held.
func (h *held) sum(named bool) xxh3.Uint128 {
	if h.brief != nil {
		return withName(*h.brief, h.raw.Mention, named)
	}
	return saying(h.raw.Mention, named)
}

func saying(m *event.Mention, named bool) xxh3.Uint128 { return withName(sayingOf(m), m, named) }

func withName(sum xxh3.Uint128, m *event.Mention, named bool) xxh3.Uint128 {
	if named {
		sum.Lo ^= xxh3.HashString(m.ID)
	}
	return sum
}

// sayingOf is a hash over all of a mention that merging reads: not where in its
// document it stands, nor what that is called and like.
func sayingOf(m *event.Mention) xxh3.Uint128 {
	var room [1 << 11]byte
	b := room[:0]
	for _, text := range []string{m.Doc, m.DCT, m.Outlet, m.URL, m.Date, m.Mod, m.Precision, m.DateBasis, m.Quote, m.Text, m.Trigger.Text,
		m.Headline, m.Type, m.Plover, m.Status, m.Attribution} {
		b = appendText(b, text)
	}
	for _, list := range [][]string{m.Actors, m.Agents, m.Targets, m.Places} {
		b = binary.AppendUvarint(b, uint64(len(list)))
		for _, text := range list {
			b = appendText(b, text)
		}
	}
	for _, n := range []int{m.Importance, m.SentenceEnd - m.SentenceStart, m.Trigger.Start - m.SentenceStart, m.Trigger.End - m.Trigger.Start} {
		b = binary.AppendVarint(b, int64(n))
	}
	return xxh3.Hash128(append(b, mark(m.Background)))
}
