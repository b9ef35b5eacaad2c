// Package timex finds which words mean which dates.
//
// What comes in are the blocks of a document, read into words and clauses,
// and its publication date (DCT), which may be unknown; what goes out are
// TIMEX3 expressions, resolved against the DCT, the date that the story has
// reached, and the day of speaking of each quotation. A value is never finer
// than the words.
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

// Passage is one block with its clauses. Heading passages move the story.
type Passage struct {
	*sentence.Text
	Clauses *clause.Parse
	Heading bool
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
	// Whole is the range that a and b of "from a to b" say together, set on
	// both; zero for all others. "3–5 March" is one expression, whose When is
	// the range.
	Whole     calendar.Range
	Reference Reference
	Anchor    calendar.Date // the date reckoned from; zero for Itself
	Why       string        // one clause for a person: "past tense: the Tuesday before"
}
