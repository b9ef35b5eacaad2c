package edit

import (
	"cmp"
	"strings"

	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
)

// Card is an event as an editor looks at it: what the chronology says of it,
// and beside it what each telling says and which rule read it.
type Card struct {
	ID       string    `json:"id"`
	Headline string    `json:"headline"`
	Date     string    `json:"date"`
	Type     string    `json:"type"`
	Status   string    `json:"status"`
	Note     string    `json:"note"`
	Pinned   bool      `json:"pinned"`
	Types    []string  `json:"types"`    // that it may have
	Statuses []string  `json:"statuses"` // likewise
	Tellings []Telling `json:"tellings"` // the first stands for the event
}

// Telling is what one sentence says, as it was read.
type Telling struct {
	Source    string   `json:"source"`    // outlet, else the article
	Published string   `json:"published"` // day, "" where unknown
	Before    string   `json:"before"`    // of the quotation, up to the trigger
	Trigger   string   `json:"trigger"`   // the words that tell that something happened
	After     string   `json:"after"`     // the rest of it
	Headline  string   `json:"headline"`
	Date      string   `json:"date"`  // as the event record writes it, "" where undated
	Basis     string   `json:"basis"` // own, sentence, connective …: on what the date rests
	Type      string   `json:"type"`
	Status    string   `json:"status"`
	Cues      []string `json:"cues"` // the words by which the status was read
	Rule      string   `json:"rule"`
	Split     string   `json:"split"` // words by which it can be split off, "" if it cannot
}

// Look is the card of an event.
func Look(e *chronology.Event) Card {
	c := Card{ID: e.ID, Headline: e.Headline, Date: e.Date, Type: e.Type, Status: e.Status, Note: e.Note,
		Pinned: e.Pinned, Statuses: chronology.Statuses(), Tellings: []Telling{}}
	for _, leaf := range event.Leaves() {
		c.Types = append(c.Types, leaf.Name)
	}
	for i, m := range e.Told {
		t := Telling{Source: cmp.Or(m.Outlet, m.Title, m.Doc), Published: m.DCT, Headline: m.Headline,
			Date: strings.TrimSpace(m.Mod + " " + m.Date), Basis: m.DateBasis, Type: m.Type, Status: m.Status, Cues: m.StatusCues,
			Rule: m.Rule, Split: Words(e.Told, i)}
		t.Before, t.Trigger, t.After = around(m)
		c.Tellings = append(c.Tellings, t)
	}
	return c
}

// around is the quotation of a telling, cut before and behind its trigger. The
// text that is shown has no markup, so the trigger is looked for in it, from
// about where the bytes have it.
func around(m *event.Mention) (before, trigger, after string) {
	text := cmp.Or(m.Text, m.Quote)
	if m.Text == "" && m.DateBasis == "explicit" {
		text = cmp.Or(m.Headline, m.Quote) // its bytes are a row of a table, which nobody reads
	}
	word := m.Trigger.Text
	if word == "" {
		return text, "", ""
	}
	best, want := -1, m.Trigger.Start-m.SentenceStart
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			break
		}
		if at += i; best < 0 || distance(at, want) < distance(best, want) {
			best = at
		}
		at += len(word)
	}
	if best < 0 {
		return text, "", ""
	}
	return text[:best], word, text[best+len(word):]
}

func distance(a, b int) int { return max(a-b, b-a) }

// fewWords is with how many words of a sentence the search for those that only
// it has begins.
const fewWords = 5

// Words are the first words of the sentence of a telling, as few as no other
// sentence of the event begins or goes on with; "" if every telling of the
// event has the same sentence. Tellings with the very same sentence are split
// off together.
func Words(told []*event.Mention, i int) string {
	ws := strings.Fields(cmp.Or(told[i].Text, told[i].Quote))
	if len(ws) == 0 {
		return ""
	}
	holders := func(words string) int {
		n := 0
		for _, m := range told {
			if chronology.Holds(m, words) {
				n++
			}
		}
		return n
	}
	whole := holders(strings.Join(ws, " "))
	if whole == len(told) {
		return ""
	}
	for n := min(fewWords, len(ws)); n < len(ws); n++ {
		if words := strings.Join(ws[:n], " "); holders(words) == whole {
			return words
		}
	}
	return strings.Join(ws, " ")
}
