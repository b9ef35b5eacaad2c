package site

import (
	"html/template"
	"slices"
)

// This file and viewpage.go are what themes are written against: the values
// that templates are drawn with, here what all pages share, there one value a
// kind of page. Fields are added, never renamed or taken away within a
// major version. Every URL already holds the base path; every date and word
// is already in the language of the site.

// Frame is what every page has.
type Frame struct {
	Site        *Site
	Kind        string // of page: home event article articles terms term year month top lanes data about embed help moved missing
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
	Quotes         []Quote // never empty for an event with a telling
	First          *Quote  // the telling that stands for the event, nil if there is none
	Others         []Quote // the other tellings
	Sources        int     // how many outlets tell it, copies of one text counted once
	Links          []Relation
	Tags           []Ref
	Image          *Picture
	Note           string
	Corrections    []Correction
	Rail           string // name of its mark on the rail, "" for none

	origin string
}

// Full is URL with scheme and host, where the site has them.
func (e *Event) Full() string { return e.origin + e.URL }

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
	Gap   string // "7 weeks without an entry", "" for none
	Sub   string // "March 2025, day unknown" before the first such
	Brief bool   // it stands as one line: the list has weightier ones, or the page has its sentence elsewhere
	x     *index
	e     *entry
}

// Event is the event itself, made when a template asks for it.
func (i Item) Event() *Event { return i.x.event(i.e) }

// Card is the event as partials/event.html draws it, or, where it is brief, as
// partials/line.html does. Lists that are drawn one after the other have it drawn once.
func (i Item) Card() (template.HTML, error) {
	if i.Brief {
		return i.x.line(i.e)
	}
	return i.x.card(i.e)
}
