package chronology

import (
	"reflect"
	"slices"

	"github.com/zeebo/xxh3"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

// Keeper holds the mentions of documents and what was made of them, so that a
// changed document costs its own mentions and the spans of time they touch.
// Its events are those that Merge makes of the same mentions, byte for byte:
// whatever it remembers is a function of tellings that have not changed. It is
// not for several goroutines at once.
type Keeper struct {
	reader *reader
	kept   map[string][]*held // by document
	helds  pool[held]
	census *Census
	facts  Facts
	shelf  *shelf
	gone   []*telling // placed, and taken away since
	fresh  []*held    // not placed yet
	moved  []*telling // whose mentions are others
	ledger *ledger
}

// held is one mention: as it alone says, and as the collection weighs it.
type held struct {
	raw    *said
	placed *telling
	brief  *xxh3.Uint128 // its mention is of an archive, and holds what decides anything: what it said, by sayingOf; else nil
}

// NewKeeper is a keeper of nothing. lookup gives what is known of a canonical
// name, nil if nothing; it may be nil.
func NewKeeper(lookup func(string) *actor.Actor) *Keeper {
	r := newReader(lookup)
	return &Keeper{reader: r, kept: map[string][]*held{}, census: NewCensus(),
		shelf: newShelf(), ledger: newLedger(r.lookup)}
}

// Put replaces all that a document tells; by none it is taken away. Mentions
// that say what they said before cost little, wherever in the document they
// stand now. They must not be changed afterwards.
func (k *Keeper) Put(doc string, mentions []*event.Mention) {
	old := k.kept[doc]
	if slices.EqualFunc(old, mentions, func(h *held, m *event.Mention) bool { return h.raw.Mention == m }) {
		return
	}
	was := staying(old, mentions)
	now := make([]*held, len(mentions))
	stays := make(map[*held]bool, len(old))
	for i, m := range mentions {
		if h := was[i]; h != nil {
			k.move(h, m)
			now[i], stays[h] = h, true
			continue
		}
		h := k.helds.one()
		h.raw = k.reader.tell(m)
		k.census.add(h.raw, 1)
		now[i], k.fresh = h, append(k.fresh, h)
	}
	k.print(old, mentions)
	for _, h := range old {
		if !stays[h] {
			k.census.add(h.raw, -1)
			if h.placed != nil {
				k.gone = append(k.gone, h.placed)
			}
			h.raw = nil // it may still stand among the fresh
		}
	}
	if k.kept[doc] = now; len(now) == 0 {
		delete(k.kept, doc)
	}
}

// move gives a telling the mention that says the same now.
func (k *Keeper) move(h *held, m *event.Mention) {
	if h.raw.Mention == m || h.brief == nil && reflect.DeepEqual(h.raw.Mention, m) {
		return
	}
	h.raw.Mention, h.brief = m, nil
	if h.placed != nil {
		h.placed.moved = true
		k.moved = append(k.moved, h.placed)
	}
}

// print takes over the fingerprints of documents that told what is old and tell
// what is new.
func (k *Keeper) print(old []*held, now []*event.Mention) {
	prints := make(map[string]uint64, 1)
	for _, h := range old {
		prints[h.raw.Doc] = 0
	}
	for i, m := range now {
		if i == 0 || m.Doc != now[i-1].Doc || m.Fingerprint != now[i-1].Fingerprint {
			n, ok := signature(m.Fingerprint)
			if was := prints[m.Doc]; !ok {
				prints[m.Doc] = was
			} else if was == 0 || n < was {
				prints[m.Doc] = n
			}
		}
	}
	for doc, n := range prints {
		k.census.copies.set(doc, n)
	}
}

// Events are the events of all that is held, in order of date. The diagnostics
// are of edits that no longer find what they were made for.
func (k *Keeper) Events(opts Options) ([]*Event, []source.Diagnostic) {
	k.weigh()
	clusters := together(k.shelf.stretches(), k.shelf.edgesOf)
	drafts := make([]*draft, len(clusters))
	atOnce(len(clusters), func() func(int) {
		r := &drafter{lookup: k.reader.lookup}
		return func(i int) { drafts[i] = clusters[i].drafted(r, len(k.moved) > 0) }
	})
	for _, t := range k.moved {
		t.moved = false
	}
	k.moved = nil
	return k.ledger.events(drafts, opts)
}

// Shown are the events that were given last; of a keeper that was opened, by the
// one that was written down.
func (k *Keeper) Shown() []*Event { return k.ledger.given() }

// Rest lets go of what is fast to make again and much to hold: by what the clusters
// of the months that changed last are found.
func (k *Keeper) Rest() {
	for _, u := range k.shelf.units {
		u.drop()
	}
}

// weigh brings the facts up to date and places what they, or a document, have
// changed.
func (k *Keeper) weigh() {
	old := k.facts
	k.facts = k.census.facts()
	in := k.fresh
	if words, docs, all := k.facts.differ(old); all || len(words) > 0 || len(docs) > 0 {
		for _, list := range k.kept {
			for _, h := range list {
				if h.placed != nil && (all || docs[h.raw.Doc] || h.raw.uses(words)) {
					k.gone = append(k.gone, h.placed)
					in = append(in, h)
				}
			}
		}
	}
	in = slices.DeleteFunc(in, func(h *held) bool { return h.raw == nil })
	placed := make([]*telling, len(in))
	atOnce(len(in), func() func(int) {
		var r weigher
		return func(i int) {
			in[i].placed = r.weighed(in[i].raw, k.facts)
			placed[i] = in[i].placed
		}
	})
	k.shelf.change(k.gone, placed)
	k.gone, k.fresh = nil, nil
}

// uses reports whether one of the words is among those of the telling.
func (t *said) uses(words map[uint32]bool) bool {
	return len(words) > 0 && slices.ContainsFunc(t.terms, func(x term) bool { return words[x.word] })
}
