package chronology

import (
	"errors"

	"github.com/dateline-ssg/dateline/internal/event"
)

// Kept is an event as it is written down for a later run that has the same
// mentions: all of it, with numbers in place of the mentions. What is read
// back is the event, down to the evidence by which the lock finds it again.
type Kept struct {
	ID, Date, Mod, Precision, Headline string
	Type, Plover, Status, Confidence   string
	Dates                              []DateVote
	Actors, Places                     []string
	Importance                         int
	Rank                               float64
	Background, Pinned                 bool
	Links                              []Link
	Note                               string
	Corrections                        []Correction
	Copies                             []Copy
	Dated                              []KeptDate
	Formerly                           []string
	Told                               []int // in a list of mentions that writer and reader have
	Evidence                           KeptEvidence
	Absorbed                           []KeptEntry
}

// KeptDate is the date that an occasion gave to the mention of a number in Told.
type KeptDate struct {
	Of                   int
	Date, Mod, Precision string
}

// KeptEvidence is by what a lock finds an event again.
type KeptEvidence struct {
	Date, Kind string
	Actors     []string
	Told       []uint64
}

// KeptEntry is an event that the editor made a part of another.
type KeptEntry struct {
	ID       string
	Away     bool
	Evidence KeptEvidence
}

// Keep is e with its mentions numbered by number.
func Keep(e *Event, number func(*event.Mention) int) Kept {
	k := Kept{
		ID: e.ID, Date: e.Date, Mod: e.Mod, Precision: e.Precision, Headline: e.Headline,
		Type: e.Type, Plover: e.Plover, Status: e.Status, Confidence: e.Confidence,
		Dates: e.Dates, Actors: e.Actors, Places: e.Places, Importance: e.Importance, Rank: e.Rank,
		Background: e.Background, Pinned: e.Pinned, Links: e.Links, Note: e.Note,
		Corrections: e.Corrections, Copies: e.Copies, Formerly: e.Formerly, Evidence: e.evidence.kept(),
	}
	for i, m := range e.Told {
		if i < len(e.undated) && e.undated[i] != nil {
			k.Dated = append(k.Dated, KeptDate{i, m.Date, m.Mod, m.Precision})
			m = e.undated[i]
		}
		k.Told = append(k.Told, number(m))
	}
	for _, a := range e.absorbed {
		k.Absorbed = append(k.Absorbed, KeptEntry{a.id, a.away, a.evidence.kept()})
	}
	return k
}

var errKept = errors.New("not an event of these mentions")

// Event is the event that was kept, of these mentions. It shares its lists
// with k. The error is of a number that no mention has.
func (k *Kept) Event(mentions []*event.Mention) (*Event, error) {
	e := &Event{
		ID: k.ID, Date: k.Date, Mod: k.Mod, Precision: k.Precision, Headline: k.Headline,
		Type: k.Type, Plover: k.Plover, Status: k.Status, Confidence: k.Confidence,
		Dates: k.Dates, Actors: k.Actors, Places: k.Places, Importance: k.Importance, Rank: k.Rank,
		Background: k.Background, Pinned: k.Pinned, Links: k.Links, Note: k.Note,
		Corrections: k.Corrections, Copies: k.Copies, Formerly: k.Formerly, evidence: k.Evidence.evidence(),
		Mentions: make([]MentionID, len(k.Told)), Told: make([]*event.Mention, len(k.Told)),
	}
	for i, n := range k.Told {
		if n < 0 || n >= len(mentions) {
			return nil, errKept
		}
		m := mentions[n]
		e.Told[i], e.Mentions[i] = m, MentionID{m.Doc, m.ID}
	}
	if len(k.Dated) > 0 {
		e.undated = make([]*event.Mention, len(e.Told))
	}
	for _, d := range k.Dated {
		if d.Of < 0 || d.Of >= len(e.Told) {
			return nil, errKept
		}
		m := *e.Told[d.Of]
		m.Date, m.Mod, m.Precision, m.DateBasis = d.Date, d.Mod, d.Precision, "occasion"
		e.undated[d.Of], e.Told[d.Of] = e.Told[d.Of], &m
	}
	for _, a := range k.Absorbed {
		e.absorbed = append(e.absorbed, entry{a.ID, a.Away, a.Evidence.evidence()})
	}
	return e, nil
}

func (e evidence) kept() KeptEvidence { return KeptEvidence{e.date, e.kind, e.actors, e.told} }

func (k KeptEvidence) evidence() evidence { return evidence{k.Date, k.Kind, k.Actors, k.Told} }
