package chronology

import "github.com/dateline-ssg/dateline/internal/event"

// Event is what all its mentions tell. Its JSON is the line that the command
// merge writes; the order of the fields is part of the contract.
type Event struct {
	ID         string      `json:"id"`
	Date       string      `json:"date"`
	Dates      []DateVote  `json:"dates"` // every date told, the chosen one first
	Mod        string      `json:"mod,omitempty"`
	Precision  string      `json:"precision"`
	Headline   string      `json:"headline"`
	Actors     []string    `json:"actors"`
	Places     []string    `json:"places"`
	Type       string      `json:"type"`
	Plover     string      `json:"plover"`
	Status     string      `json:"status"`     // as of a mention, or cancelled
	Confidence string      `json:"confidence"` // Confirmed Reported Disputed Planned Threatened Cancelled
	Importance int         `json:"importance"`
	Rank       float64     `json:"rank"` // larger first, comparable within a chronology
	Background bool        `json:"background,omitempty"`
	Mentions   []MentionID `json:"mentions"` // the first represents the event
	Links      []Link      `json:"links"`
	Copies     []Copy      `json:"copies,omitempty"` // documents that say nothing of their own here

	// Told is the mentions themselves, in the order of Mentions.
	Told []*event.Mention `json:"-"`
	// Note and Corrections are the editor's; Pinned events come first in rank.
	Note        string       `json:"note,omitempty"`
	Corrections []Correction `json:"corrections,omitempty"`
	Pinned      bool         `json:"pinned,omitempty"`

	// Formerly are ids whose addresses lead to this event now, sorted.
	Formerly []string `json:"-"`

	found    *evidence        // what it is found again by, as the texts tell it; see grounds
	from     *draft           // of which that is to be gathered, where it is not known yet
	key      evidenceKey      // of it, once it was asked for
	line     string           // the same as text, once it was asked for; see lineLike
	absorbed []entry          // events that the editor made a part of it
	rated    rated            // what its rank is made of
	undated  []*event.Mention // of Told, those that an occasion dates, as the text gives them; nil for others
}

// DateVote is one date that some documents give.
type DateVote struct {
	Date string   `json:"date"`
	Docs []string `json:"docs"`
}

// Copy is a document whose text is that of another that tells the event before
// it: the two count once as corroboration.
type Copy struct {
	Doc string `json:"doc"`
	Of  string `json:"of"`
}

// MentionID names a mention among all documents.
type MentionID struct {
	Doc string `json:"doc"`
	ID  string `json:"id"`
}

// Link is a relation to another event: cancels, plans, follows, responds_to,
// part_of, reports.
type Link struct {
	Rel string `json:"rel"`
	ID  string `json:"id"`
}

// Correction is an editor's correction with its date.
type Correction struct {
	Date string `json:"date"`
	Text string `json:"text"`
}
