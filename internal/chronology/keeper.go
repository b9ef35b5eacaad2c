package chronology

import (
	"reflect"
	"slices"

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
	census *Census
	facts  Facts
	shelf  *shelf
	gone   []*telling // placed, and taken away since
	fresh  []*held    // not placed yet
	ledger *ledger
}

// held is one mention: as it alone says, and as the collection weighs it.
type held struct {
	raw    *said
	placed *telling
}

// NewKeeper is a keeper of nothing. lookup gives what is known of a canonical
// name, nil if nothing; it may be nil.
func NewKeeper(lookup func(string) *actor.Actor) *Keeper {
	r := newReader(lookup)
	return &Keeper{reader: r, kept: map[string][]*held{}, census: NewCensus(),
		shelf: newShelf(), ledger: newLedger(r.lookup)}
}

// Put replaces all that a document tells; by none it is taken away. Mentions
// that say what they said before cost nothing. They must not be changed
// afterwards.
func (k *Keeper) Put(doc string, mentions []*event.Mention) {
	if slices.EqualFunc(k.kept[doc], mentions, func(h *held, m *event.Mention) bool { return h.raw.Mention == m }) {
		return
	}
	old := map[MentionID]*held{}
	for _, h := range k.kept[doc] {
		old[MentionID{h.raw.Doc, h.raw.ID}] = h
	}
	prints := newCopies()
	now := make([]*held, 0, len(mentions))
	for _, m := range mentions {
		prints.note(m.Doc, m.Fingerprint)
		id := MentionID{m.Doc, m.ID}
		if h := old[id]; h != nil && reflect.DeepEqual(h.raw.Mention, m) {
			delete(old, id)
			now = append(now, h)
			continue
		}
		h := &held{raw: k.reader.tell(m)}
		k.census.add(h.raw, 1)
		now = append(now, h)
		k.fresh = append(k.fresh, h)
	}
	for _, h := range k.kept[doc] {
		k.told(h.raw.Doc, prints)
		if old[MentionID{h.raw.Doc, h.raw.ID}] == h {
			k.census.add(h.raw, -1)
			if h.placed != nil {
				k.gone = append(k.gone, h.placed)
			}
			h.raw = nil // it may still stand among the fresh
		}
	}
	for _, h := range now {
		k.told(h.raw.Doc, prints)
	}
	if k.kept[doc] = now; len(now) == 0 {
		delete(k.kept, doc)
	}
}

// told takes over the fingerprint that a document has now.
func (k *Keeper) told(doc string, prints *copies) { k.census.copies.set(doc, prints.prints[doc]) }

// Events are the events of all that is held, in order of date. The diagnostics
// are of edits that no longer find what they were made for.
func (k *Keeper) Events(opts Options) ([]*Event, []source.Diagnostic) {
	k.weigh()
	clusters := together(k.shelf.stretches(), k.shelf.edgesOf)
	drafts := make([]*draft, len(clusters))
	atOnce(len(clusters), func(i int) { drafts[i] = clusters[i].drafted(k.reader.lookup) })
	return k.ledger.events(drafts, opts)
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
	atOnce(len(in), func(i int) {
		in[i].placed = in[i].raw.weighed(k.facts)
		placed[i] = in[i].placed
	})
	k.shelf.change(k.gone, placed)
	k.gone, k.fresh = nil, nil
}

// uses reports whether one of the words is among those of the telling.
func (t *said) uses(words map[uint32]bool) bool {
	return len(words) > 0 && slices.ContainsFunc(t.terms, func(x term) bool { return words[x.word] })
}
