package site

import "html/template"

// HomePage is the front page, in either order, and the page for one that is
// embedded.
type HomePage struct {
	Frame
	Count     string // "214 events"
	Span      string // "20 January 2017 – 31 October 2026"
	Updated   Date
	Band      *Band
	Filter    Filter
	Scheduled []Item // the next ones, soonest first
	Later     []Item // the scheduled ones after them
	Groups    []Group
	Shown     int
	Total     int
	Newest    Ref    // newest first
	Oldest    Ref    // oldest first
	Years     []Ref  // newest first
	More      *Ref   // where the list goes on, nil where it is whole
	Sources   []Ref  // by how much they tell
	Search    string // URL of the search index, "" where it is not published
	Cite      string
}

// Filter is what the list can be filtered by.
type Filter struct {
	Actors   []Choice
	Families []Choice
	Statuses []Choice
	Sources  []Choice // outlets by name; empty where there is but one
	Periods  []Choice // years, or decades where years would be too many; newest first
}

// Choice is one thing to filter by.
type Choice struct {
	Key   string // in the address: "vladimir-putin"
	ID    string // of the input, or class of the option: the style sheet's rules need it
	Name  string
	Lane  int
	Count int
	Types []string // of a family: the last parts of the addresses of those that occur
}

// EventPage is one event.
type EventPage struct {
	Frame
	Event          *Event
	Earlier, Later *Relation
	Embed, OEmbed  string // what to paste elsewhere; where its oEmbed answer is
	Quotable       string // how to cite it
}

// MovedPage stands at an address from which an event has gone into another.
type MovedPage struct {
	Frame // Canonical is the address of the other
	To    Relation
}

// ArticlePage is one article with the events that it tells marked in it.
type ArticlePage struct {
	Frame
	Article  ArticleRef
	Body     template.HTML // "" where the text is not shown
	Mentions bool          // the events are shown; else only title, source and link
	Events   []Item
	Lost     []string // anchors of tellings that have no place in Body
	Cite     string   // how to cite this page
}

// ArticleRef is an article in a list.
type ArticleRef struct {
	Ref
	Summary, Author string
	Source          Ref
	Original        string // URL
	When, Updated   Date
	Tags            []Ref
	Image           *Picture
	Language        string
	Outlets         []Ref
}

// ArticlesPage is the index of articles, newest first, or those of a year or month.
type ArticlesPage struct {
	Frame
	Articles []ArticleRef
	Volumes  []Ref // above a thousand articles: years and months, which have lists of their own
}

// TermsPage is the index of actors, types, tags or sources, of the pairs of
// lanes, or of events by their years.
type TermsPage struct {
	Frame
	Of     string // actors types tags sources pairs events
	Terms  []Ref
	Groups []TermGroup // the types by family; empty for the others
	Pairs  []Ref       // of lanes, for actors
}

// TermGroup is some terms under a title.
type TermGroup struct {
	Title string
	Terms []Ref
}

// ListPage is the events of one actor, type, tag, source, pair, year, month.
type ListPage struct {
	Frame
	Count  string
	Band   *Band
	Groups []Group
	Years  []Ref  // where the list is split by years
	Months []Ref  // of a year
	Cut    string // says that only the weightiest are listed
	More   *Ref   // where the list goes on, nil where it is whole
	// All is a list of links to the events of a crowded year that the page does
	// not show, each with its id as anchor; "" where the page shows them all, or
	// events have pages of their own.
	All      template.HTML
	Onward   bool // there are too many of them: a script leads from such an anchor to the page of its month
	Prev     *Ref // the stretch before, in time
	Next     *Ref
	Pairs    []Ref        // of an actor that is a lane
	With     []Ref        // of an actor: with whom, by how often; of two lanes the page of the pair
	Articles []ArticleRef // of a source
	Link     *Ref         // of a source: its own site
	Cite     string       // how to cite this page
}

// LanesPage is the lanes through the years.
type LanesPage struct {
	Frame
	Years []LaneYear // newest first
}

// DataPage lists the formats.
type DataPage struct {
	Frame
	Formats  []FormatRef
	Schema   string
	Embed    string
	Feeds    []Ref
	CiteLine string
}

// FormatRef is a file in another format.
type FormatRef struct {
	Ref
	File  string // "events.ics"
	About string
}

// AboutPage is the method.
type AboutPage struct {
	Frame
	Events, Articles, Sources int
	Confidence                []Word
	Precision                 []Word
	Statuses                  []Word
	Basis                     []Word
	CiteLine                  string
}

// Word is a term of the page and what it means.
type Word struct{ Name, Meaning string }

// EmbedPage is what another site shows in a frame.
type EmbedPage struct {
	Frame
	Events []Item // the newest
	All    Ref
	Parts  string // names of the scripts that hold all events, newest first; behind a slash the day to which one reaches beyond its year or month
	From   string // URL before such a name
}

// KindChoice is a family of kinds of event to ask for, with its kinds.
type KindChoice struct {
	Choice
	Types []Choice
}

// HelpPage says how to embed.
type HelpPage struct {
	Frame
	OEmbed, Quote  string       // what to paste: an address, a quotation with a script
	Element, Plain string       // an element with a script, a frame
	Live           string       // URL of the embedded page
	Actors         []Choice     // whom the frame can be asked for
	Kinds          []KindChoice // and which kinds
	Asks           []Word       // pieces of its address and what they ask for
	Hosts          []Word       // kinds of sites, and what to do there
}
