package build

import (
	"slices"

	"github.com/zeebo/xxh3"

	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/source"
)

// A build in which nothing is told that the last one was not told opens neither the
// archive nor any other reading: events, ids, ranks and lists are functions of what
// is told, so all stands as it stood but the pages of the articles whose text has
// changed. What that build has to know of the last one is little.
//
// The law: it gives what a build gives that knows nothing. A text that has changed
// has another fingerprint, which decides which documents are near-duplicates; so it
// must have been like no other's, and be like none.

// standing is what a build leaves for the next one in which nothing else is told.
type standing struct {
	Of    string // hash over the input but its content files, with the lock of that build
	Now   string
	Files []stands
	Rest  site.Rest
	Pages []string // but static files
	Keys  []string
	Said  []source.Diagnostic

	Articles, Events int
}

// stands is one content file as it stood.
type stands struct {
	Path, Digest string
	Key          string // of its reading
	Told         string
	Prints       []string // fingerprints of the documents in it that tell something
	Rest         string   // Imprint of the page of its article but for the text; "" where it has none
}

// StandingNote is the name of the note that a standing is.
const StandingNote = "standing"

// stand leaves how a build stands to the next one: of this process, or of another,
// with the excerpts that the memo does not have yet. made are the pages but for
// static files.
func (r *Reader) stand(in Input, readings []Reading, laid *site.Past, out *Output, made []site.Page) {
	if r.Memo == nil || in.Version == "" {
		return
	}
	s := r.standing(in, readings, laid, out)
	if r.Past != nil {
		r.Past.stood = &stood{s, made, out.Chronology, r.Past.excerpt, in.around(), out.Lock, true}
		return
	}
	told := mentionsIn(readings)
	for i := range s.Files {
		f := &s.Files[i]
		if f.Rest == "" {
			continue
		}
		take, rest, _ := laid.Excerpt(f.Path)
		if key := excerptKey(rest); !r.Memo.Hold(key) {
			if x, ok := told.write(take()); ok {
				r.Memo.Put(key, marshal(x))
			}
		}
	}
	s.pages(made)
	s.note(r.Memo)
}

// note leaves s to the next process.
func (s *standing) note(memo Memo) {
	const each = 6 // texts of a file
	memo.Note(StandingNote, guarded(marshalOf(*s, each*len(s.Files)+2*len(s.Pages))))
}

// pages takes down the pages of a build but for static files.
func (s *standing) pages(made []site.Page) {
	s.Pages, s.Keys = make([]string, len(made)), make([]string, len(made))
	for i, p := range made {
		s.Pages[i], s.Keys[i] = p.Path, p.Key
	}
}

// standing is how a build stands, but for its pages.
func (r *Reader) standing(in Input, readings []Reading, laid *site.Past, out *Output) *standing {
	after := in.after(digests(readings), out.Lock)
	s := &standing{Of: after.around(), Now: now(in, publishable(readings, in.Drafts)), Rest: laid.Rest(), Said: out.Diagnostics, Articles: out.Articles, Events: out.Events}
	s.Files = make([]stands, len(readings))
	for i, reading := range readings {
		path := in.Content[i].Path
		s.Files[i] = stands{Path: path, Digest: reading.Digest, Key: r.key(path, reading.Digest), Told: reading.Told, Prints: printsOf(reading)}
		if _, rest, ok := laid.Excerpt(path); ok {
			s.Files[i].Rest = string(rest[:])
		}
	}
	return s
}

// printsOf are the fingerprints of the documents in a file that tell something, each
// once.
func printsOf(r Reading) []string {
	var out []string
	for i := range r.Mentions {
		if print := r.Mentions[i].Fingerprint; len(out) == 0 || out[len(out)-1] != print && !slices.Contains(out, print) {
			out = append(out, print)
		}
	}
	return out
}

// mentionsIn finds what articles tell among readings.
func mentionsIn(readings []Reading) mentionsOf {
	byPath := make(map[string][]event.Mention, len(readings))
	for _, r := range readings {
		if r.Article != nil {
			byPath[r.Article.Path] = r.Mentions
		}
	}
	return func(path string) []event.Mention { return byPath[path] }
}

// guarded is a note with a hash over it before it: what it says is believed.
func guarded(note []byte) []byte {
	sum := xxh3.Hash128(note).Bytes()
	return append(sum[:], note...)
}

// unguarded is the note again, nil where it is not whole.
func unguarded(b []byte) []byte {
	if len(b) < 16 || xxh3.Hash128(b[16:]).Bytes() != [16]byte(b[:16]) {
		return nil
	}
	return b[16:]
}
