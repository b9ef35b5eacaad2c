// Package actor knows who is meant.
//
// What comes in are the blocks of a document and its date; what goes out are
// references: which words name which person, body, company, state or place.
// Names, aliases and date-restricted roles are data; a site adds its own.
package actor

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// Kind is what an actor is.
type Kind uint8

const (
	Unknown Kind = iota
	Person
	Body     // government, ministry, alliance, agency, court
	Company  //
	Outlet   // newspaper, news agency, broadcaster
	State    //
	Place    // city, region, building: where, never who
	Occasion // a summit or forum with a name: when and where, never who
)

// Actor is one canonical person, body, company, state or place.
type Actor struct {
	Name    string // canonical, as shown: "Donald Trump"
	Kind    Kind
	Country string // canonical name of the state it belongs to; "" if none
	Hosts   string // of a place: the canonical name of the body that sits there; "" if none
	Sort    string // key for sorting people: "trump donald"; "" means Name
	Pronoun string // "he" or "she" where known
	Roles   []Role
}

// Role is an office held for a time. A zero From or To is open.
type Role struct {
	Title    string // "president of the United States"
	From, To calendar.Date
}

// Via says how the words name the actor.
type Via uint8

const (
	ByName      Via = iota // the full name or an alias
	BySurname              // after the full name, or a principal
	ByTitle                // "the Treasury Secretary", by the article's date
	ByPronoun              // he, she, they, it: the last that fits
	ByMetonym              // Washington, Beijing, the White House
	ByAdjective            // Russian, Sino-: belongs to, seldom acts
	Introduced             // not in the gazetteer; the text introduces it in full
	ByNoun                 // the bloc, the ministry: the last body named that can be called so
)

// Ref is one reference to an actor. Possessive is true where 's follows.
type Ref struct {
	Passage int
	sentence.Extent
	Actor      *Actor
	Via        Via
	Possessive bool
}
