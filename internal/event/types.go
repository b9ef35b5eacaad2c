// Package event turns prose into mentions: who did what to whom, when, and
// who says so.
//
// What comes in are a document's blocks with their clauses, time expressions
// and actors; what goes out are mentions, one for each telling, in the order
// of the text. A mention carries its quotation and its source along, so that
// no later stage opens the article again. Promised: a quotation is exactly the
// bytes of its span; a date is no finer than the words that give it; a
// headline has at most 14 words and says nothing that its clause does not say;
// the same document gives the same mentions.
//
// # How an event is found
//
// The rule files in CODE/ are compiled into one trie (rules.go). A verb group
// gives at most one act, by the rule that asks for most (act.go); a noun gives
// one where no verb uses it up. Rules stand on a verb, a nominal, a group (a
// noun that an act may be about and that alone is none: "the sanctions risk"),
// or an operator. A rule may ask for a group in its object or subject, or near
// by, and for conditions (needs.go). A verb of no rule is an act of the type
// other, if it has a day of its own; what it is by the nouns beside it, kinds
// say (kind.go).
//
// Operators are composed from the trigger outwards (status.go): will, may, if,
// not, "plans to", "it is said that". What remains possible, wished for,
// conditional, negated or generic gives nothing, and the trace says so. Words
// that announce a punitive act of the speaker's own side, for the future or
// upon a condition, are a threat (threat.go).
//
// Dating tries its rules in order and names the one that applied: own and
// sentence (date.go, attach.go; for what is planned due.go), connective
// (connective.go), occasion (occasion.go), carried (story.go, carry.go) and
// tense (report.go; for the entries of a live page live.go). In the prose below
// a dated heading nothing else is read (explicit.go).
package event

import "github.com/dateline-ssg/dateline/internal/source"

// Mention is one telling of one event. Its JSON is the line that the command
// extract writes; the order of the fields is part of the contract.
type Mention struct {
	Doc         string `json:"doc"`
	ID          string `json:"id"` // unique in the document: "m1", "m2", … in the order of the text
	DCT         string `json:"dct"`
	Outlet      string `json:"outlet,omitempty"`
	URL         string `json:"url,omitempty"`
	Author      string `json:"author,omitempty"`
	Fingerprint string `json:"fingerprint"` // of the document: near-duplicates have similar ones

	Date      string `json:"date"` // TIMEX3 value or range; "" with precision none
	Mod       string `json:"mod,omitempty"`
	Precision string `json:"precision"`  // day week month season quarter half year decade range none
	DateBasis string `json:"date_basis"` // own sentence connective carried occasion tense document explicit none

	SentenceStart int     `json:"sentence_start"` // bytes of the text; the sentences that tell it, no more
	SentenceEnd   int     `json:"sentence_end"`
	Quote         string  `json:"quote"` // exactly those bytes
	Trigger       Trigger `json:"trigger"`

	Headline string   `json:"headline"` // at most 14 words, present tense
	Actors   []string `json:"actors"`   // canonical names: persons, then bodies, then states
	Agents   []string `json:"agents"`   // as the text writes them
	Targets  []string `json:"targets"`
	Places   []string `json:"places"`

	Type        string   `json:"type"`   // a leaf type: meeting, call, tariff …
	Plover      string   `json:"plover"` // root, with -mode where there is one
	Status      string   `json:"status"` // happened planned threatened reported denied
	StatusCues  []string `json:"status_cues"`
	Attribution string   `json:"attribution"` // who says so, where the text says it
	Importance  int      `json:"importance"`  // 1 to 3
	Background  bool     `json:"background,omitempty"`
	Rule        string   `json:"rule"`

	// Text is the quotation as it is read: entities decoded, markup gone.
	Text string `json:"-"`
	// Title, Slug, Path and Image are the article's, for the pages.
	Title string `json:"-"`
	Slug  string `json:"-"`
	Path  string `json:"-"`
	Image string `json:"-"`
	Alt   string `json:"-"`
}

// Trigger is the words that tell the event.
type Trigger struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Span is the bytes that tell the event.
func (m *Mention) Span() source.Span { return source.Span{Start: m.SentenceStart, End: m.SentenceEnd} }
