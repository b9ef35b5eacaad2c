package site

import (
	"html/template"
	"slices"
)

// This file is what themes are written against: the values that templates
// are drawn with. Fields are added, never renamed or taken away within a
// major version. Every URL already holds the base path; every date and word
// is already in the language of the site.

// Frame is what every page has.
type Frame struct {
	Site        *Site
	Kind        string // of page: home event article articles terms term year month lanes data about embed help moved missing
	Title       string // of the document, without the site's
	Description string
	URL         string // of this page
	Canonical   string // with scheme and host, "" where the base URL has none
	Trail       []Ref  // from the front page to this one, itself left out
	Alternate   []Alternate
	Rails       []Rail   // the marks that this page uses
	Card        *Picture // by which the page is shared, 1200 by 630; nil for none
	JSONLD      any      // of schema.org, written as JSON in a script element; nil for none
	Index       bool     // search engines may list it

	x *index
}

// Marks is a style sheet with the marks that this page uses: each an outline,
// drawn by partials/rail.html, of what shows of the colours of the lanes.
func (f Frame) Marks() (template.CSS, error) { return f.x.marksOf(f.Rails) }

// Site is what all pages show of the site.
type Site struct {
	Title, Subtitle string
	Language, Dir   string // Dir is "ltr" or "rtl"
	Home            string // URL of the front page
	Order           string // "newest" or "oldest"
	Nav             []Ref
	Lanes           []Lane
	Params          map[string]any // theme's, then the site's
	Theme           string
	Light, Dark     string // colours of the ground
	Feeds           []Alternate
	Version         string
	OEmbed          bool
}

// Ref is a link with its words. Count is how many events are behind it.
type Ref struct {
	Name, URL string
	Count     int
	Here      bool // the page is below it
}

// Alternate is another form of a page.
type Alternate struct{ Type, Title, URL string }

// Lane is a principal: a line of the rail, a row of the band.
type Lane struct {
	Ref
	Number int    // from 1: colour and shape
	Shape  string // as of Mark
	Short  string // surname
}

// Event is an event as every page shows it.
type Event struct {
	ID             string
	Anchor         string // its id in a list, "" where it has a page of its own
	URL            string // of its page, or its place on the year's page
	Full           string // the same with scheme and host
	Headline       string
	When           Date
	Dates          []Told // where sources differ: every date with who tells it
	Type           Ref
	Family         string
	Status         string // happened planned threatened reported denied cancelled
	StatusWord     string
	Confidence     string // Confirmed Reported Disputed Planned Threatened Cancelled
	ConfidenceWord string
	ConfidenceWhy  string
	Importance     int
	Background     bool
	Scheduled      bool
	Actors         []ActorRef
	Places         []string
	Quotes         []Quote // the first stands for the event; never empty for an event with a telling
	Sources        int     // how many outlets tell it, copies of one text counted once
	Links          []Relation
	Tags           []Ref
	Image          *Picture
	Note           string
	Corrections    []Correction
	Rail           string // name of its mark on the rail, "" for none
}

// First is the telling that stands for the event, nil if there is none.
func (e *Event) First() *Quote {
	if len(e.Quotes) == 0 {
		return nil
	}
	return &e.Quotes[0]
}

// Others are the other tellings.
func (e *Event) Others() []Quote {
	if len(e.Quotes) < 2 {
		return nil
	}
	return e.Quotes[1:]
}

// Voice is an outlet and its tellings.
type Voice struct {
	Source Ref
	First  []Quote // a few, shown
	Rest   []Quote // folded away
}

// fewTellings is how many tellings of one outlet stand open on an event's page.
const fewTellings = 3

// Voices are the tellings by outlet, in the order in which each first comes.
func (e *Event) Voices() []Voice {
	var out []Voice
	for _, q := range e.Quotes {
		i := slices.IndexFunc(out, func(v Voice) bool { return v.Source == q.Source })
		if i < 0 {
			i = len(out)
			out = append(out, Voice{Source: q.Source})
		}
		if v := &out[i]; len(v.First) < fewTellings {
			v.First = append(v.First, q)
		} else {
			v.Rest = append(v.Rest, q)
		}
	}
	return out
}

// ActorRef is one who took part. Lane is its number, 0 for none.
type ActorRef struct {
	Ref
	Lane  int
	Shape string
	Class string // "" for one with a lane, or that nobody can ask for: the filters need it
}

// Told is a date and who tells it.
type Told struct {
	Date
	By []Ref
}

// Quote is one telling: the sentences that tell the event, and whose they are.
type Quote struct {
	Text        string
	Language    string // where it is not the site's
	Dir         string // of that language: "ltr" or "rtl"
	Source      Ref    // who tells it: outlet or article; its page here
	Author      string
	Date        Date   // when it was published
	URL         string // of the original, "" where unknown
	Article     string // our page of the article, at the sentence; "" for none
	Title       string // of the article
	Attribution string // who says so, where the text says it
	Status      string // where it is not the event's: a denial beside a report
	StatusWord  string
	Event       Date   // the date that this telling gives
	CopyOf      Ref    // the outlet or article whose text its document repeats; "" for none
	Class       string // of the line of its source, "" for none: the filters need it
}

// Relation is a link to another event.
type Relation struct {
	Rel, Word string
	Event     Ref
	When      Date
}

// Picture is an image with its words.
type Picture struct{ URL, Alt, Caption, Credit string }

// Correction is an editor's correction.
type Correction struct {
	When Date
	Text string
}

// Group is a stretch of a list: a month, a year.
type Group struct {
	ID    string // anchor: "2025-03", "2025", "undated"
	Title string
	URL   string // of the page of that stretch; "" on the front page, where it stands itself
	Count int
	Gap   string // as of Item, before the whole group
	Items []Item
	Class string // of the section, "" for none: the filters need it
}

// Item is an event in a list, and what stands before it.
type Item struct {
	Gap string // "7 weeks without an entry", "" for none
	Sub string // "March 2025, day unknown" before the first such
	x   *index
	e   *entry
}

// Event is the event itself, made when a template asks for it.
func (i Item) Event() *Event { return i.x.event(i.e) }

// Card is the event as partials/event.html draws it. It is drawn once for all
// the lists that show it.
func (i Item) Card() (template.HTML, error) { return i.x.card(i.e) }

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

// ArticlesPage is the index of articles, newest first.
type ArticlesPage struct {
	Frame
	Articles []ArticleRef
}

// TermsPage is the index of actors, types, tags or sources.
type TermsPage struct {
	Frame
	Of     string // actors types tags sources
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
	// All is a list of links to the events of a crowded year that the page does
	// not show, each with its id as anchor; "" where the page shows them all, or
	// events have pages of their own.
	All      template.HTML
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
