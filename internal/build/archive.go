package build

import (
	"encoding/binary"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/source"
)

// What merging knows is kept by the memo too, under one name: an archive of the
// keeper, with the digests of the articles whose mentions it was made of. The
// next process puts into it what has changed since then, and merges no more than
// that. So the archive needs not be the newest, nor of the same articles: it may
// be lost, and one of a program, of a language or of actors that are others is
// not opened.
//
//	length of the archived, archived, chronology's archive

// archived is what an archive was made of.
type archived struct {
	Of      string // see archiveOf
	Paths   []string
	Digests []string
	Wanted  string // what the events were shown for
	Said    []source.Diagnostic
	Known   string   // of each event its imprint and the number of its mark in Rails; see know
	Lanes   string   // as site.Known has it
	Rails   []string // every mark, once
}

// ArchiveNote is the name of the note that the archive is.
const ArchiveNote = "merged"

// archiveOf is a hash over all that mentions and what merging makes of them
// depend on besides the articles; "" where nothing is kept between runs.
func archiveOf(in Input) string {
	if in.Version == "" {
		return ""
	}
	h := newHash()
	h.text("merged", in.Version, in.Config.Language, string(in.Actors.Bytes))
	h.value(in.Config.Extract.Enabled)
	return h.sum()
}

// due reports whether an archive is to be written: to write one costs what it
// costs to put so many articles into the one that is there.
func (t *merged) due(published []Reading) bool {
	return t.behind*articlesWorth >= max(len(published), 1)
}

const articlesWorth = 100

// archive is an archive of all published articles, in parts, for an input with a lock;
// nil where none can be.
func (t *merged) archive(published []Reading, in Input) func(lock []byte, past *site.Past) [][]byte {
	of, state := archiveOf(in), t.keeper.Archive()
	if of == "" || state == nil {
		return nil
	}
	events, said := t.events, t.said
	return func(lock []byte, past *site.Past) [][]byte {
		if lock != nil {
			in.Lock.Bytes = lock
		}
		a := archived{Of: of, Wanted: wantedOf(in), Said: said}
		a.know(past.Found(events))
		for _, r := range published {
			a.Paths, a.Digests = append(a.Paths, r.Article.Path), append(a.Digests, r.Digest)
		}
		head := marshal(a)
		return append([][]byte{binary.AppendUvarint(nil, uint64(len(head))), head}, state...)
	}
}

// open opens the archive that the memo has, and reports whether there is one
// that can be used.
func (t *merged) open(memo Memo, published []Reading, in Input, names *actor.Gazetteer) (ok bool) {
	if memo != nil && archiveOf(in) != "" {
		memo.Recall(ArchiveNote, func(note []byte) { ok = t.openNote(note, published, in, names) })
	}
	return ok
}

// openNote opens an archive as the memo lends it: what is read of it is copied.
func (t *merged) openNote(note []byte, published []Reading, in Input, names *actor.Gazetteer) bool {
	head, state, err := split(note)
	var a archived
	if err != nil || unmarshal(head, &a) != nil || a.Of != archiveOf(in) || len(a.Paths) != len(a.Digests) {
		return false
	}
	digests := make(map[string]string, len(a.Paths))
	for i, path := range a.Paths {
		digests[path] = a.Digests[i]
		t.told[path] = nil // of an article that is gone
	}
	for _, r := range published {
		delete(t.told, r.Article.Path)
		if digests[r.Article.Path] == r.Digest {
			t.told[r.Article.Path] = r.Mentions
		}
	}
	t.keeper, err = chronology.OpenArchive(state, names.Lookup, func(path string) ([]*event.Mention, bool) {
		told := t.told[path]
		return pointers(told), len(told) > 0
	})
	if err != nil {
		t.keeper, t.told = nil, map[string][]event.Mention{}
		return false
	}
	t.wanted, t.events, t.said = a.Wanted, t.keeper.Shown(), a.Said
	t.opened, t.given = a.known(len(t.events)), t.events
	return true
}

// know writes down what a run found of events.
func (a *archived) know(k site.Known) {
	a.Lanes, a.Rails = k.Lanes, k.Marks
	b := make([]byte, 0, len(k.Imprints)*knownSize)
	for i, imprint := range k.Imprints {
		b = binary.LittleEndian.AppendUint32(append(b, imprint[:]...), k.Rails[i])
	}
	a.Known = string(b)
}

const knownSize = len(site.Imprint{}) + 4

// known is what know wrote down of so many events, nothing of those that it does
// not reach.
func (a *archived) known(n int) *site.Known {
	k := &site.Known{Lanes: a.Lanes, Imprints: make([]site.Imprint, n), Rails: make([]uint32, n), Marks: a.Rails}
	for i := range n {
		if len(a.Known) < (i+1)*knownSize {
			break
		}
		one := a.Known[i*knownSize:][:knownSize]
		if at := binary.LittleEndian.Uint32([]byte(one[len(site.Imprint{}):])); int(at) < len(a.Rails) {
			copy(k.Imprints[i][:], one)
			k.Rails[i] = at
		}
	}
	return k
}

// pointers are the mentions of a list.
func pointers(list []event.Mention) []*event.Mention {
	out := make([]*event.Mention, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out
}
