package article

import (
	"cmp"
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

// Options say how a file is read where it does not say so itself.
type Options struct {
	Language string // code of the site's language; "" means that it is detected
}

// Meta is what is known of a text that comes without front matter.
type Meta struct {
	ID       string // becomes the article's path and slug
	DCT      calendar.Date
	Title    string
	Source   Outlet
	URL      string
	Language string // code; "" means that it is detected
}

// Parse reads a content file (.md, .markdown, .html, .htm; any other name is
// read as plain text). A diagnostic of level Error means that the file is left
// out: the article is then nil. It is nil also for an empty file, which is
// only a warning.
func Parse(f source.File, opts Options) (*Article, []source.Diagnostic) {
	r := newReader(f, opts)
	r.shown = true
	if r.readable() && r.head() {
		r.prose()
		r.finish()
	}
	source.Sort(r.diagnostics)
	if r.failed || r.empty {
		return nil, r.diagnostics
	}
	return r.article, r.diagnostics
}

// Plain reads raw text without front matter. Offsets are bytes of text as it
// is given. It makes no Body: the text is not going to be shown as a page.
func Plain(text string, meta Meta) *Article {
	r := newReader(source.File{Path: meta.ID, Bytes: []byte(text)}, Options{Language: meta.Language})
	a := r.article
	a.Slug, a.Title, a.Source, a.URL, a.DCT = slugOf(meta.ID), meta.Title, meta.Source, meta.URL, meta.DCT
	a.Language = meta.Language
	if meta.DCT != (calendar.Date{}) {
		a.Dated = ByFrontMatter
	}
	r.lines(text)
	r.finish()
	return a
}

// reader is one file being read.
type reader struct {
	source.File
	article     *Article
	language    string // to read in
	diagnostics []source.Diagnostic
	failed      bool
	empty       bool
	shown       bool // it is a page of the site: a body and a title are wanted
	start       int  // where the body begins: after byte-order mark and front matter
	parts       []part
	room        *room // of the words of parts
	items       int   // of lists, so far
	tables      int   // so far
	column      int   // where the second column of print begins; 0 where no text stands in two
	ones        []sentence.Piece
	said        said // what front matter said, so that a page's own metadata does not outvote it
}

// said holds the keys of the front matter that were given.
type said map[string]bool

// part is a block before it is read into words.
type part struct {
	kind   BlockKind
	level  int  // of a heading
	grid   Grid // of a cell
	item   int  // as of Block
	number int  // as of Block
	span   source.Span
	pieces []sentence.Piece
	words  []sentence.Word // of its pieces; nil where they are not cut yet
	said   string          // its text; "" where it is not joined yet
	from   int             // its bits of the body, its own tags included
	to     int
	linked int  // bytes of its text that are links
	set    bool // set aside as furniture
	untold bool // read, but not shown: the page has it elsewhere
	asks   bool // a question of an interview

	written calendar.Date // as of Block
}

func newReader(f source.File, opts Options) *reader {
	r := &reader{File: f, language: opts.Language, said: said{}, room: rooms.Get().(*room)}
	r.article = &Article{Path: f.Path, Extract: true, close: r.room.close}
	return r
}

// warn and fail add a diagnostic; after fail there is no article.
func (r *reader) warn(s source.Span, problem, hint string) {
	r.diagnostics = append(r.diagnostics, r.Warn(s, problem, hint))
}

func (r *reader) fail(s source.Span, problem, hint string) {
	r.diagnostics = append(r.diagnostics, r.Err(s, problem, hint))
	r.failed = true
}

// prose reads the body by the kind of the file.
func (r *reader) prose() {
	switch {
	case r.isMarkdown():
		r.markdown()
	case r.isPage():
		r.html()
	default:
		r.lines(string(r.Bytes))
	}
}

// maxBlock is how many words a block may have, far above any paragraph; a text
// without paragraphs is cut into several.
const maxBlock = 3000

// fallback is the language of what nothing tells it of.
const fallback = "en"

// tongue settles the language that the article is read in: its own word, else
// the site's unless the letters are not of it, else what the text shows.
func (r *reader) tongue() {
	if r.article.Language == "" {
		r.article.Language = sentence.Detect(r.beginning(), r.language)
	}
	r.language = cmp.Or(r.article.Language, fallback)
}

// beginning is as much of the text as its language is told by.
func (r *reader) beginning() string {
	var b strings.Builder
	b.Grow(min(len(r.Bytes)+len(r.parts), enough))
	for _, p := range r.parts {
		for _, piece := range p.pieces {
			b.WriteString(piece.Text[:min(len(piece.Text), enough)])
		}
		if b.WriteByte('\n'); b.Len() > enough {
			break
		}
	}
	return b.String()
}

// enough is how many bytes of a text tell its language.
const enough = 1 << 13

// finish turns parts into blocks, with page furniture set aside.
func (r *reader) finish() {
	if r.failed {
		return
	}
	r.tongue()
	r.furnish()
	r.lead()
	r.interview()
	if r.shown && !r.isMarkdown() && !r.isPage() {
		r.compose()
	}
	r.compact()
	lang := sentence.For(r.language)
	r.article.Blocks = make([]Block, 0, len(r.parts))
	for i := range r.parts {
		p := &r.parts[i]
		if len(p.words) == 0 {
			continue
		}
		t := sentence.Read(p.words, lang)
		if len(t.Words) <= maxBlock {
			r.article.Blocks = append(r.article.Blocks, Block{Kind: p.kind, Level: p.level, Span: p.span, Text: t, Grid: p.grid, Item: p.item, Number: p.number, Asks: p.asks, Written: p.written})
			continue
		}
		for _, t := range t.Parts(maxBlock) {
			span := t.Span(sentence.Extent{To: len(t.Words)})
			r.article.Blocks = append(r.article.Blocks, Block{Kind: p.kind, Level: p.level, Span: span, Text: t, Grid: p.grid, Item: p.item, Number: p.number, Asks: p.asks, Written: p.written})
		}
	}
	r.explicit()
	r.complain()
}
