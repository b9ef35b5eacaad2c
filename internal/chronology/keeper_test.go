package chronology

import (
	"fmt"
	"maps"
	"math/rand"
	"reflect"
	"slices"
	"testing"

	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

// byDocument are mentions by their document.
func byDocument(ms []*event.Mention) map[string][]*event.Mention {
	out := map[string][]*event.Mention{}
	for _, m := range ms {
		out[m.Doc] = append(out[m.Doc], m)
	}
	return out
}

// editDocuments changes the documents in one of the ways in which an author
// does, and returns the names of those changed.
func editDocuments(r *rand.Rand, docs map[string][]*event.Mention, stock []*event.Mention) []string {
	names := make([]string, 0, len(docs))
	for name := range docs {
		names = append(names, name)
	}
	slices.Sort(names)
	name := names[r.Intn(len(names))]
	clone := func(list []*event.Mention) []*event.Mention {
		out := make([]*event.Mention, len(list))
		for i, m := range list {
			c := *m
			out[i] = &c
		}
		return out
	}
	switch r.Intn(6) {
	case 0: // a new article, which may be a copy
		fresh := fmt.Sprintf("new%d", r.Intn(1000))
		docs[fresh] = clone(docs[name])
		for _, m := range docs[fresh] {
			m.Doc = fresh
			if r.Intn(2) == 0 {
				m.Quote += " " + stock[r.Intn(len(stock))].Quote
			}
			m.Fingerprint = fmt.Sprintf("%016x", uint64(r.Intn(4))*0x0101010101010101+uint64(r.Intn(2)))
		}
		return []string{fresh}
	case 1: // taken away
		if len(names) > 3 {
			delete(docs, name)
		}
		return []string{name}
	case 2: // renamed
		fresh := fmt.Sprintf("renamed%d", r.Intn(1000))
		list := clone(docs[name])
		for _, m := range list {
			m.Doc = fresh
		}
		delete(docs, name)
		docs[fresh] = list
		return []string{name, fresh}
	case 3: // a sentence more
		list := clone(docs[name])
		m := *stock[r.Intn(len(stock))]
		m.Doc, m.ID = name, fmt.Sprintf("x%d", r.Intn(1000))
		docs[name] = append(list, &m)
	case 4: // a better date, or none
		list := clone(docs[name])
		m := list[r.Intn(len(list))]
		m.Date, m.Precision = fmt.Sprintf("20%d-%02d-%02d", 15+r.Intn(10), 1+r.Intn(12), 1+r.Intn(28)), "day"
		if r.Intn(4) == 0 {
			m.Date, m.Precision = "", "none"
		}
		docs[name] = list
	default: // a word changed
		list := clone(docs[name])
		m := list[r.Intn(len(list))]
		m.Quote += fmt.Sprintf(" reworded w%corda", 'a'+r.Intn(26))
		docs[name] = list
	}
	return []string{name}
}

// decided is what a keeper may be asked with: nothing, the lock of an earlier
// build, an editor's decisions on some events, other principals.
func decided(t *testing.T, r *rand.Rand, events []*Event) Options {
	opts := Options{Actor: people}
	if len(events) == 0 {
		return opts
	}
	some := func() *Event { return events[r.Intn(len(events))] }
	switch r.Intn(5) {
	case 0:
		opts.Lock = Lock{}.Renew(events)
	case 1:
		a, b, c := some(), some(), some()
		if a.ID == b.ID || b.ID == c.ID || a.ID == c.ID {
			break
		}
		var ds []source.Diagnostic
		opts.Edits, ds = ParseEdits(source.File{Path: "edits.toml", Bytes: fmt.Appendf(nil,
			"[%q]\nhide = true\n[%q]\ndate = 2019-03-04\nstatus = \"planned\"\npin = true\n[%q]\nmerge = [%q]\nheadline = \"Another\"\n", a.ID, b.ID, c.ID, b.ID)})
		if len(ds) > 0 {
			t.Fatal(ds)
		}
	case 2:
		opts.Principals = append(opts.Principals, some().Actors...)
	}
	return opts
}

// reopened is now and then the keeper of another process, to which what some
// documents tell is not known.
func reopened(t *testing.T, r *rand.Rand, k *Keeper, docs map[string][]*event.Mention) *Keeper {
	if r.Intn(2) == 0 {
		return k
	}
	b := slices.Concat(k.Archive()...)
	o, err := OpenArchive(b, people, func(doc string) ([]*event.Mention, bool) { return docs[doc], r.Intn(4) > 0 })
	if err != nil {
		t.Fatal(len(b), err)
	}
	for _, doc := range slices.Sorted(maps.Keys(docs)) {
		o.Put(doc, docs[doc])
	}
	return o
}

// TestKeeper holds the law of the keeper: after any edits of the articles, and
// whatever it is asked with, its events are those of a merge from scratch: their
// ids and the addresses that lead to them, tellings, dates, links and ranks. In
// every other run all are asked for with a lock that is renewed now and then.
func TestKeeper(t *testing.T) {
	for seed := range int64(12) {
		r := rand.New(rand.NewSource(seed))
		ms := slices.Concat(manyMentions(200), allMentions(t), livelyMentions(400))
		docs := byDocument(ms)
		k := NewKeeper(people)
		for name, list := range docs {
			k.Put(name, list)
		}
		opts := Options{Actor: people}
		for n := range 25 {
			for _, name := range editDocuments(r, docs, ms) {
				k.Put(name, docs[name])
			}
			if n%3 == 1 {
				continue // several edits between two looks
			}
			var all []*event.Mention
			for _, list := range docs {
				all = append(all, list...)
			}
			events, _ := k.Events(opts)
			scratch, _ := Merge(all, opts)
			if got, want := lined(t, events), lined(t, scratch); got != want {
				t.Fatalf("seed %d, edit %d:\n%s", seed, n, firstDifference(got, want))
			}
			for i, e := range events {
				if !slices.Equal(e.Formerly, scratch[i].Formerly) {
					t.Fatalf("seed %d, edit %d: %v lead to %s, want %v", seed, n, e.Formerly, e.ID, scratch[i].Formerly)
				}
				if !reflect.DeepEqual(e.Told, scratch[i].Told) || !reflect.DeepEqual(e.grounds(), scratch[i].grounds()) || !reflect.DeepEqual(e.rated, scratch[i].rated) {
					t.Fatalf("seed %d, edit %d: %s is told otherwise", seed, n, e.ID)
				}
			}
			k = reopened(t, r, k, docs)
			lock := opts.Lock
			if opts = decided(t, r, events); seed%2 == 1 {
				if opts.Lock = lock; r.Intn(3) == 0 {
					opts.Lock = lock.Renew(events)
				}
			}
		}
	}
}
