// Package clause finds verb groups, clause bounds, and who is quoted or
// reported to say what.
//
// What comes in is one block of words; what goes out are ranges of them. It
// knows no dates, actors or events.
package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// Tense of a verb group. A participle without an auxiliary has none.
type Tense uint8

const (
	NoTense Tense = iota
	Past
	Present
	Future // will, shall, is to, is going to
)

// Modality is what a modal makes of the verb after it.
type Modality uint8

const (
	Plain       Modality = iota
	Possible             // may, might, could
	Conditional          // would, should … if
	Obligation           // must, should, has to
	Ability              // can
)

// Verb is one verb group: had not been imposed. Head is the word of the main
// verb; Lemma its base form in lower case, and Base that as a word that has been
// looked up, for those who ask their lists for it.
type Verb struct {
	sentence.Extent
	Head     int
	Lemma    string
	Base     sentence.Word
	lists    verbs
	Tense    Tense
	Modality Modality
	Perfect  bool
	Ing      bool // progressive, or a bare participle in -ing
	Passive  bool // also a bare past participle
	Negated  bool
	Finite   bool
	Infinite bool // to-infinitive
}

// Kind is how a clause stands in its sentence.
type Kind uint8

const (
	Main        Kind = iota
	Coordinate       // and met …; shares the subject of the one before where it has none
	Subordinate      // while, as, after, before, because, although …
	Condition        // if, unless, in case, on condition, provided, once
	Relative         // who, which, that
	Participial      // ", with X ordering", ", ending …", "chaired by Xi"
	Complement       // what is said, known, asked: that …
	Infinitive       // to …
)

// Clause is a stretch of one sentence with at most one verb group of its own.
// Parent is the index of the clause it hangs on, or -1; Verb the index of its
// verb group, or -1 (a nominal clause). Marker is the words that open it
// (while, who, that, if); Subject the words of the noun phrase before the
// verb, inherited from Parent where it has none of its own.
type Clause struct {
	sentence.Extent
	Kind    Kind
	Parent  int
	Verb    int
	Marker  sentence.Extent
	Subject sentence.Extent
}

// Speech is a span of quotation or reported speech: what is said, the verb
// (or "according to") that says so, and who says it. Verb and Speaker may be
// empty.
type Speech struct {
	sentence.Extent // what is said, with its marks
	Verb            sentence.Extent
	Speaker         sentence.Extent
	Direct          bool // within quotation marks
}

// Parse is what is found in one block. Clauses are ordered by From; every
// word is in exactly one innermost clause, which Of gives.
type Parse struct {
	Verbs    []Verb
	Clauses  []Clause
	Speeches []Speech
	Of       []int // word → innermost clause
}
