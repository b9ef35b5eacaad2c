package export

import (
	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/site"
)

// Record is an event as the JSON formats write it: the fields that the
// command merge writes, in its order, each mention with what it says and who
// says it, and last the address of the event.
type Record struct {
	ID          string                  `json:"id"`
	Date        string                  `json:"date"`
	Dates       []chronology.DateVote   `json:"dates"`
	Mod         string                  `json:"mod,omitempty"`
	Precision   string                  `json:"precision"`
	Headline    string                  `json:"headline"`
	Actors      []string                `json:"actors"`
	Places      []string                `json:"places"`
	Type        string                  `json:"type"`
	Plover      string                  `json:"plover"`
	Status      string                  `json:"status"`
	Confidence  string                  `json:"confidence"`
	Importance  int                     `json:"importance"`
	Rank        float64                 `json:"rank"`
	Background  bool                    `json:"background,omitempty"`
	Mentions    []Mention               `json:"mentions"`
	Links       []chronology.Link       `json:"links"`
	Copies      []chronology.Copy       `json:"copies,omitempty"`
	Note        string                  `json:"note,omitempty"`
	Corrections []chronology.Correction `json:"corrections,omitempty"`
	Pinned      bool                    `json:"pinned,omitempty"`
	URL         string                  `json:"url"`
}

// Mention is one telling.
type Mention struct {
	Doc    string `json:"doc"`
	ID     string `json:"id"`
	Quote  string `json:"quote"`            // the sentences, as they are read
	Source string `json:"source"`           // what a row of a table names, else outlet, else title
	Author string `json:"author,omitempty"` //
	Date   string `json:"date"`             // of publication, "" where unknown
	Link   string `json:"link,omitempty"`   // of the original
	Title  string `json:"title,omitempty"`  // of the article
}

// record is an event as a Record. Empty lists are written as such, never as
// null.
func (c *chronicle) record(e *chronology.Event) Record {
	r := Record{
		ID: e.ID, Date: e.Date, Dates: some(e.Dates), Mod: e.Mod, Precision: e.Precision, Headline: e.Headline,
		Actors: some(e.Actors), Places: some(e.Places), Type: e.Type, Plover: e.Plover, Status: e.Status,
		Confidence: e.Confidence, Importance: e.Importance, Rank: e.Rank, Background: e.Background,
		Mentions: []Mention{}, Links: some(e.Links), Copies: e.Copies, Note: e.Note, Corrections: e.Corrections, Pinned: e.Pinned,
		URL: c.to.Event(e),
	}
	for i := range r.Dates {
		if r.Dates[i].Docs == nil {
			r.Dates = append([]chronology.DateVote(nil), r.Dates...)
			r.Dates[i].Docs = []string{}
		}
	}
	for _, m := range e.Told {
		r.Mentions = append(r.Mentions, Mention{
			Doc: m.Doc, ID: m.ID, Quote: site.Said(m), Source: voice(m), Author: m.Author,
			Date: m.DCT, Link: m.URL, Title: m.Title,
		})
	}
	return r
}

// voice is whose word a telling is: the source that a row of a table names, else the
// outlet of the document, else its title.
func voice(m *event.Mention) string {
	if m.DateBasis == "explicit" && m.Attribution != "" {
		return m.Attribution
	}
	return site.Outlet(m)
}

func some[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// published is the earliest day on which an article told the event, and the
// latest; "" where no article has a date.
func published(e *chronology.Event) (first, last string) {
	for _, m := range e.Told {
		if m.DCT == "" {
			continue
		}
		if first == "" || m.DCT < first {
			first = m.DCT
		}
		last = max(last, m.DCT)
	}
	for _, c := range e.Corrections {
		last = max(last, c.Date)
	}
	return first, last
}
