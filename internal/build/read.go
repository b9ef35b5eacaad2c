package build

import (
	"encoding/hex"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/zeebo/xxh3"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/source"
)

// Reading is all that one file gives: its article, without the words that
// only the reading needed, and what it tells. Article is nil where the file
// is left out, and a diagnostic says why.
type Reading struct {
	Article     *article.Article
	Mentions    []event.Mention
	Diagnostics []source.Diagnostic
	Digest      string   // hash of the file's bytes
	Told        string   // hash over all but digest, text and fingerprints: equal hashes, the same told; "" where there is no memo
	Refs        []string // links in its text to files beside it
	// Body gives the text as it is shown, from the memo or the file: of all
	// that a site holds, its texts are the most, and few are drawn at a time.
	// Nil where there is no text, or Article holds it.
	Body func() ([]article.Bit, error)
}

// Reader reads content files, one at a time and apart from one another.
type Reader struct {
	Version   string // of the program and its rules
	Language  string // where an article does not say its own
	Extract   bool   // false: explicit events alone
	Gazetteer *actor.Gazetteer
	Actors    []byte // what the site added to the gazetteer
	Memo      Memo   // may be nil
	Past      *Past  // may be nil
}

// Memo keeps readings by key, in memory or on disk. A key is a hash of all
// that a reading depends on (the program, its options, the site's actors, the
// file's path and bytes), so what is kept under it is what Read would make
// again, and nothing ever needs to be thrown away for being stale. What Get hands
// over is another's once use has returned. A note is one value under a name, which
// takes the place of the last one and may be lost; Recall of none is nil.
type Memo interface {
	Get(key string, use func(reading []byte)) bool
	Put(key string, reading []byte)
	Hold(key string) bool // reports whether there is a reading, which the next run is to find too
	Recall(name string) []byte
	Note(name string, value []byte)
}

// Read reads one file, or remembers it.
func (r *Reader) Read(c Content) Reading {
	key := ""
	if c.Digest != "" {
		key = r.key(c.Path, c.Digest)
		if reading, ok := r.remembered(c, key); ok {
			return reading
		}
	}
	b, err := c.Read()
	if err != nil {
		return Reading{Diagnostics: unreadable(c.Path, err)}
	}
	f := source.File{Path: c.Path, Bytes: b}
	digest := Digest(b)
	if now := r.key(c.Path, digest); now != key {
		key = now
		if reading, ok := r.remembered(c, key); ok {
			return reading
		}
	}
	reading := r.read(f, digest)
	r.remember(&reading, c, key)
	return reading
}

// unreadable is what is said of a file that could not be read.
func unreadable(path string, err error) []source.Diagnostic {
	var failure *source.Failure
	if errors.As(err, &failure) {
		return failure.Diagnostics
	}
	return []source.Diagnostic{{File: path, Level: source.Error, Problem: "the file cannot be read: " + err.Error(), Hint: "see that it is there, and that this user may read it"}}
}

// key is the hash of all that read depends on.
func (r *Reader) key(path, digest string) string {
	h := xxh3.New()
	for _, part := range []string{r.Version, r.Language, map[bool]string{true: "prose"}[r.Extract], string(r.Actors), path, digest} {
		h.WriteString(part)
		h.Write([]byte{0})
	}
	sum := h.Sum128().Bytes()
	return hex.EncodeToString(sum[:])
}

// read is the river for one file, from bytes to mentions.
func (r *Reader) read(f source.File, digest string) Reading {
	out := Reading{Digest: digest}
	table := isTable(f.Path)
	out.Article, out.Diagnostics = r.parse(f)
	a := out.Article
	if a == nil {
		return out
	}
	if !r.Extract {
		a.Extract = false
	}
	doc := event.Prepare(a, f.Bytes, r.Gazetteer, event.Options{Language: r.Language})
	out.Mentions = event.Find(doc)
	doc.Close()
	if n := len(out.Mentions); n > maxTold && !table {
		out.Diagnostics = append(out.Diagnostics, f.Warn(out.Mentions[maxTold].Span(),
			fmt.Sprintf("the article tells %d events; those behind the first %d are left out", n, maxTold), "split it into several articles"))
		out.Mentions = out.Mentions[:maxTold]
	}
	a.Set = nil
	out.Refs = site.Refs(a.Body)
	return out
}

// parse is the article of a file.
func (r *Reader) parse(f source.File) (*article.Article, []source.Diagnostic) {
	if isTable(f.Path) {
		return article.ParseTable(f)
	}
	return article.Parse(f, article.Options{Language: r.Language})
}

func isTable(name string) bool {
	kind := strings.ToLower(path.Ext(name))
	return kind == ".csv" || kind == ".toml"
}

// maxTold is how many events one file of prose may tell. Ten thousand tellings of one
// day in one file are no article, and cost what a chronology of years does.
const maxTold = 2000
