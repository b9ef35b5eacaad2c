// Package timex finds which words mean which dates.
//
// What comes in are the blocks of a document, read into words and clauses,
// and its publication date (DCT), which may be unknown; what goes out are
// TIMEX3 expressions, resolved against the DCT, the date that the story has
// reached, and the day of speaking of each quotation. A value is never finer
// than the words.
//
// # How
//
// Find walks each passage once with the rules of its language: numbers are
// read into one word each (view), the trie finds all rules (package phrase),
// the leftmost longest are kept (choose), neighbours that say one date are
// joined (compose), modifiers widen them (modify). Then they are resolved in
// the order of the text (resolver), quotations after the narrator's words.
//
// # Reference time
//
// There is no mode. A deictic word counts from the DCT, in a quotation from
// the day of speaking, under a dated entry from that date. A date without
// its year takes the direction of the verb that governs it, or goes on from
// the story where the story is in an earlier year. A document without a DCT,
// or whose own dates contradict it, is a narrative: the story is its
// reference. The story moves to headings, to dates that open sentences, and
// to the others unless they stand in brackets or quotations, end a stretch
// (until the fall of …), lie ahead, look back in the past perfect, or only
// name a thing (the 2003 invasion).
//
// Where the DCT is unknown, a full date at the head of the text takes its
// place; where it is known, deictic words count from a dateline of the days
// around it. A noun may tell more than the verb: the planned visit lies ahead,
// Tuesday's ruling behind. A length of time is a date where it says when
// something will be (the talks resume in two weeks), as fine as it is counted.
//
// # Rule files
//
// A language is a folder, and all that is known of it stands there. words.txt
// has classes of words with values, among them the endings of verbs (ending:
// ed=P), what is written behind digits (ordinalsuffix: th st nd rd) and the
// marks that part clauses, for a language whose clauses nobody reads; the
// .rules files are in the notation of package phrase, in which examples end
// in " => VALUE". Their keys:
//
//	op      what is done with the slots: date, iso, slashes, dotted, days, years,
//	        week, holiday, shift, move, count, rate, quarter, half, decade,
//	        century, part, clock, set, setvalue, value
//	dir     direction in which a date without its year is looked for: -1 0 1
//	anchor  what it counts from: now (the default), story, bare (either)
//	shift   units from the reference; sign and n for "n units ago"; unit
//	n       alone: the ordinal that no number says (second half, last day of May), or
//	        the minutes past the hour
//	value   a fixed value; mod, part, at (a clock time), on (of a holiday)
//	vague   a number that is not said: several, few
//	form    how a year, date or count is written: era, low (without the era that
//	        another says), short, again (of the year that follows), indefinite,
//	        dayfirst, nth (of its month), dom (a day without its month), last (day of
//	        the month), turn (of the year: the one to come, or just begun); day, week,
//	        month: to what a distance is exact (two weeks ago today)
//	era     the year is one before the common era
//	only    where alone it holds: narrative, ahead, free (no noun after it),
//	        framed (not one word of a compound), alone (no word after it),
//	        clause (no word after it but one that goes on with the clause),
//	        phrase (no word after it but a preposition that tells on)
//	skip    words of the pattern before the expression; trim: after it
//	left    the mod that a phrase gives to what follows it; right: to what
//	        precedes; to: the kinds it goes with; bare: stands before no article
//	behind  the class of the word before, for a modifier that is another word else;
//	unless  the class of the word behind which it is another word
//	drop    expressions that a phrase rules out: all, year, day, month, season,
//	        count, part (of what follows)
//	firm    no phrase rules it out
//
// Of rules that match the same words the first holds, in the order of the
// files' names and of their lines.
package timex

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

// Type is the TIMEX3 type.
type Type uint8

const (
	Date Type = iota
	Time
	Duration
	Set
)

var typeNames = [...]string{"DATE", "TIME", "DURATION", "SET"}

func (t Type) String() string { return typeNames[t] }

// Reference is what an expression was reckoned from.
type Reference uint8

const (
	Itself   Reference = iota // it says its date in full, or needs none
	DCT                       // the publication date
	Story                     // the date that the story has reached
	Speech                    // the day of speaking of the quotation it stands in
	Previous                  // an expression beside it: the other half of a range
)

var referenceNames = [...]string{"itself", "dct", "story", "speech", "previous"}

func (r Reference) String() string { return referenceNames[r] }

// Passage is one block with its clauses. Heading passages move the story, and so
// does what an interviewer says of the time that he asks for.
type Passage struct {
	*sentence.Text
	Clauses *clause.Parse
	Heading bool
	Asks    bool
	Written calendar.Date // the day on which it was written, where that is another than the document's
}

// Expr is one time expression.
type Expr struct {
	Passage int
	sentence.Extent
	source.Span
	Type  Type
	Value string // TIMEX3: 2025-09-03, 2025-W36, P2D, PAST_REF, XXXX-WXX-2, "" where nothing is known
	Mod   string // START, MID, END, APPROX, BEFORE, AFTER, ON_OR_BEFORE, ON_OR_AFTER, LESS_THAN, MORE_THAN, …
	Rule  string
	// When is the days that a resolved DATE or TIME covers; zero for
	// durations, sets and what could not be resolved.
	When calendar.Range
	// Whole is the range that a and b of "from a to b" and of "3–5 March" say
	// together, set on both; zero for all others.
	Whole     calendar.Range
	Reference Reference
	Anchor    calendar.Date // the date reckoned from; zero for Itself
	Why       string        // one clause for a person: "past tense: the Tuesday before"
	Dateline  bool          // it stands for the publication date that the document lacks
}
