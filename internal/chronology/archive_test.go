package chronology

import (
	"math/rand"
	"slices"
	"testing"

	"github.com/dateline-ssg/dateline/internal/event"
)

// TestArchive: what was written down is written down again in the same bytes,
// whether the mentions are there or not, and no part of it is an archive.
func TestArchive(t *testing.T) {
	docs := byDocument(livelyMentions(300))
	k := NewKeeper(people)
	for doc, list := range docs {
		k.Put(doc, list)
	}
	if k.Archive() != nil {
		t.Error("an archive of what was not merged")
	}
	events, _ := k.Events(Options{Actor: people})
	b := slices.Concat(k.Archive()...)
	for _, there := range []bool{true, false} {
		told := func(doc string) ([]*event.Mention, bool) { return docs[doc], there }
		o, err := OpenArchive(b, people, told)
		if err != nil {
			t.Fatal(err)
		}
		for doc, list := range docs {
			o.Put(doc, list)
		}
		if got, want := lined(t, o.Shown()), lined(t, events); there && got != want {
			t.Error(firstDifference(got, want))
		}
		o.Events(Options{Actor: people})
		if !slices.Equal(slices.Concat(o.Archive()...), b) {
			t.Error("another archive")
		}
		r := rand.New(rand.NewSource(1))
		for range 200 {
			if _, err := OpenArchive(b[:r.Intn(len(b))], people, told); err == nil {
				t.Error("a part of an archive was taken for one")
			}
			other := slices.Clone(b)
			other[r.Intn(len(b))] ^= 1 << r.Intn(8)
			OpenArchive(other, people, told) // whatever comes of it; the note has a sum
		}
	}
}
