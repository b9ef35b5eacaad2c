// Package article reads a content file into an Article.
//
// What comes in is the bytes of one .md, .txt or .html file; what goes out is
// what its front matter and page say of it (title, date, author, source) and
// its prose as blocks whose words point into the file. Page furniture is set
// aside by rules (LANGUAGE/furniture.rules, any/furniture.rules) and never
// becomes a block. The text is never changed.
//
// Parse reads articles, ParseTable hand-made chronologies (.csv, .tsv, .toml), Plain
// raw text. What is promised: every place is a byte offset of the file as it
// is, through front matter, Markdown syntax and HTML entities; blocks are in
// the order of the file; markup in Body is safe to publish; and what a file
// holds costs bounded time, or is refused with a diagnostic that says where.
package article

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

// Article is one content file, read.
type Article struct {
	Path     string // of the file, below the site's folder
	Slug     string // of its page; no date prefix
	Title    string
	Summary  string
	Author   string
	Source   Outlet   // who tells it
	Outlets  []Outlet // whom it rests on, where it names them
	URL      string   // of the original
	Language string   // code: front matter's, the page's, the site's or detected; "" where nothing tells
	Tags     []string
	Image    Image
	DCT      calendar.Date // publication date; zero where unknown
	Dated    DatedBy
	Updated  calendar.Date
	Draft    bool
	Extract  bool // false: its prose gives no events
	Events   []Explicit
	Blocks   []Block
	Body     []Bit
	Set      []Furniture // what was set aside, in order

	close func() // gives the room of the words of Blocks back
}

// DatedBy says where an article's date comes from.
type DatedBy uint8

const (
	Undated DatedBy = iota
	ByFrontMatter
	ByFileName
	ByPage // metadata of an HTML page
	ByLine // a line of its own at the top
)

// Outlet is a newspaper, an agency, a site.
type Outlet struct {
	Name, URL string
}

// Image is an article's picture, shown with its events. Path is as written.
type Image struct {
	Path, Alt, Caption, Credit string
}

// Explicit is an event that the author wrote down as one: an item of the
// front matter, a row of a table, or a heading, list item or paragraph of a
// chronicle that begins with a date. Its fields are those of the event record;
// When is the date as a TIMEX3 value or range. Block is the first block of its
// text, or -1, and Blocks their number; what happened is told from word From of
// block Tells on. Prose is of a headline that is only the beginning of what
// stands there: of a line that is too long for one, or of the text below a mere
// date. A Loose event is that of a paragraph of a chronicle, of the prose below
// a month or a year, or of a row whose table does not call that cell what
// happened: it counts where that prose, which is read as any other, tells an
// act, and nothing of that date.
type Explicit struct {
	When       string
	Mod        string
	Headline   string
	Text       string
	Type       string
	Actors     []string
	Places     []string
	Status     string
	Source     Outlet
	URL        string
	Importance int
	Image      Image
	source.Span
	Block, Blocks int
	Tells, From   int
	Prose, Loose  bool
}

// BlockKind is what a block of prose is.
type BlockKind uint8

const (
	Paragraph BlockKind = iota
	Heading
	Item    // of a list
	Quote   // a block quotation
	Cell    // of a table
	Caption // of a picture; no event comes from it
	Teaser  // a standfirst or lead line that repeats the body; no event comes from it
)

// Block is one block of prose, read into words.
type Block struct {
	Kind  BlockKind
	Level int // of a heading, 1–6
	source.Span
	*sentence.Text
	Grid   Grid // of a cell
	Item   int  // the list item or term that it stands in, from 1; 0 where it stands in none
	Number int  // that its list gives it; 0 where none does
	Asks   bool // a question of an interview: what follows it answers
	// Written is the day of the message that it stands in, where that is quoted in
	// another: its words count from there.
	Written calendar.Date
}

// Grid is where a cell stands: its table, row and column, each from 1, tables
// in the order of the article; zero for what is no cell. Rows is in how many rows
// below its own it stands as well; Head is of a cell that names its column.
type Grid struct {
	Table, Row, Column, Rows int
	Head                     bool
}

// Bit is a part of the article as it is shown: either markup that is safe to
// write as it is, or text with its place in the file (to be escaped), so that
// a later stage can mark spans in it. A text bit whose length differs from its
// span's is atomic, as a sentence.Piece is.
type Bit struct {
	Markup string
	Text   string
	source.Span
}

// Furniture is a part of the page that is no prose.
type Furniture struct {
	source.Span
	Rule string
}
