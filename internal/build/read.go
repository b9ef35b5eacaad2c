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

// Reader reads content files, apart from one another.
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
// again, and nothing ever needs to be thrown away for being stale. What Get
// and Recall hand over is another's once use has returned. A note is one value, given in parts, under a
// name, which takes the place of the last one and may be lost; Recall reports whether there
// is one.
type Memo interface {
	Get(key string, use func(reading []byte)) bool
	Put(key string, reading []byte)
	Hold(key string) bool // reports whether there is a reading, which the next run is to find too
	Recall(name string, use func(note []byte)) bool
	Note(name string, value ...[]byte)
}

// Read reads one file, or remembers it.
func (r *Reader) Read(c Content) Reading { return r.ReadAll([]Content{c})[0] }

// ReadAll reads files, or remembers them, each by itself and in their order.
func (r *Reader) ReadAll(files []Content) []Reading {
	out := make([]Reading, len(files))
	var drafts []draft
	size := 0
	for i, c := range files {
		d := draft{Content: c, reading: &out[i]}
		if r.open(&d) {
			drafts = append(drafts, d)
			size += len(d.bytes)
		}
		if size >= event.Company || i == len(files)-1 {
			r.river(drafts)
			drafts, size = nil, 0
		}
	}
	return out
}

// draft is a file on its way to a reading.
type draft struct {
	Content
	key     string // of the memo
	bytes   []byte
	reading *Reading
	foreign bool // it tells nothing, for its prose is in a language that is not read
}

// open reports whether a file is to be read, for it is not remembered, and could be
// opened.
func (r *Reader) open(d *draft) bool {
	remembered := false
	if d.Digest != "" {
		d.key = r.key(d.Path, d.Digest)
		if *d.reading, remembered = r.remembered(d.Content, d.key); remembered {
			return false
		}
	}
	var err error
	if d.bytes, err = d.Content.Read(); err != nil {
		d.reading.Diagnostics = unreadable(d.Path, err)
		return false
	}
	digest := Digest(d.bytes)
	if now := r.key(d.Path, digest); now != d.key {
		d.key = now
		if *d.reading, remembered = r.remembered(d.Content, d.key); remembered {
			return false
		}
	}
	d.reading.Digest = digest
	return true
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

// river takes files from bytes to mentions, one stage after the other.
func (r *Reader) river(drafts []draft) {
	docs := make([]event.Document, 0, len(drafts))
	told := make([]*draft, 0, len(drafts)) // those of docs
	for i := range drafts {
		d := &drafts[i]
		f := article.Decoded(source.File{Path: d.Path, Bytes: d.bytes})
		d.bytes = f.Bytes
		d.reading.Article, d.reading.Diagnostics = r.parse(f)
		if a := d.reading.Article; a != nil {
			a.Extract = a.Extract && r.Extract
			docs = append(docs, event.NewDocument(a, d.bytes, event.Options{Language: r.Language}))
			told = append(told, d)
		}
	}
	event.PrepareAll(docs, r.Gazetteer)
	for i, mentions := range event.FindAll(docs) {
		told[i].foreign = len(mentions) == 0 && docs[i].Extract && len(docs[i].Blocks) > 0 && docs[i].Foreign()
		docs[i].Close()
		told[i].take(mentions)
	}
	for i := range drafts {
		r.remember(drafts[i].reading, drafts[i].Content, drafts[i].key)
	}
}

// take gives a reading what its file tells, and lets go of what only reading needed.
func (d *draft) take(mentions []event.Mention) {
	out := d.reading
	out.Mentions = mentions
	if n := len(mentions); n > maxTold && !isTable(d.Path) {
		f := source.File{Path: d.Path, Bytes: d.bytes}
		out.Diagnostics = append(out.Diagnostics, f.Warn(mentions[maxTold].Span(),
			fmt.Sprintf("the article tells %d events; those behind the first %d are left out", n, maxTold), "split it into several articles"))
		out.Mentions = mentions[:maxTold]
	}
	if d.foreign {
		f := source.File{Path: d.Path, Bytes: d.bytes}
		out.Diagnostics = append(out.Diagnostics, f.Warn(source.Span{}, "nothing is told of the article, whose prose is in a language that is not read",
			"English prose is read; in any language list events in its front matter, or dates in a list or table"))
	}
	out.Article.Set = nil
	out.Refs = site.Refs(out.Article.Body)
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
	return kind == ".csv" || kind == ".tsv" || kind == ".toml"
}

// maxTold is how many events one file of prose may tell. Ten thousand tellings of one
// day in one file are no article, and cost what a chronology of years does.
const maxTold = 2000
