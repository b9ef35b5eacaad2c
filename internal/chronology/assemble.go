package chronology

import (
	"cmp"
	"math"
	"slices"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/event"
)

// draft is an event while it is made, with the tellings it is made of. What
// stands here beside Event holds, and that of Event does not.
type draft struct {
	*Event
	told             []*telling // the first represents it
	ID, Date, Status string
	Formerly         []string
	Pinned           bool

	first  *place     // of the first telling of the cluster, in its order; see earliest
	guests []*cluster // that have come to the cluster
	day    *telling   // as of the cluster
	hidden bool       // by the editor
	when   calendar.Range
	begins int    // first day of when, before all days where it is not known
	read   string // the date that when was read from

	address *address // see called; of a draft that was written down, else nil
	entered
}

// place is where a mention stands among all, in the order of compareMentions.
type place struct {
	date, doc, id       string
	start, trigger, end int
}

func (t *telling) place() place {
	return place{t.Date, t.Doc, t.ID, t.SentenceStart, t.Trigger.Start, t.SentenceEnd}
}

// earliest is where the first telling of an event stands, found once somebody asks.
func (d *draft) earliest() *place {
	if d.first == nil {
		at := slices.MinFunc(d.told, func(x, y *telling) int { return compareMentions(x.Mention, y.Mention) }).place()
		d.first = &at
	}
	return d.first
}

func (a place) compare(b place) int {
	if a.date != b.date {
		return cmp.Compare(a.date, b.date)
	}
	return cmp.Or(cmp.Compare(a.doc, b.doc), cmp.Compare(a.start, b.start),
		cmp.Compare(a.trigger, b.trigger), cmp.Compare(a.end, b.end), len(a.id)-len(b.id), cmp.Compare(a.id, b.id))
}

// redate reads the date where the editor has changed it.
func (d *draft) redate() {
	if d.read != d.Date {
		d.date()
	}
}

// date reads the date.
func (d *draft) date() {
	d.when, _ = calendar.Parse(d.Date)
	d.read, d.begins = d.Date, math.MinInt
	if d.when.Known() {
		d.begins = d.when.First()
	}
}

// sample is the tellings that speak for the event where it is compared.
func (d *draft) sample() []*telling { return d.told[:min(len(d.told), spokesmen)] }

// drafter makes events of clusters. It is for one goroutine; the zero value but
// for lookup is ready.
type drafter struct {
	lookup   func(string) *actor.Actor
	events   pool[Event]
	drafts   pool[draft]
	grounds  pool[evidence]
	ids      pool[MentionID]
	mentions pool[*event.Mention]
	votes    pool[DateVote]
	texts    pool[string]
	sketches pool[uint64]
}

// apart makes events that are let go of one by one.
func (r *drafter) apart() {
	r.events.apart, r.drafts.apart, r.ids.apart, r.mentions.apart, r.grounds.apart = true, true, true, true, true
	r.votes.apart, r.texts.apart, r.sketches.apart = true, true, true
}

// assemble makes an event of a cluster.
func (r *drafter) assemble(c *cluster) *draft {
	d := r.draft(c)
	d.found = r.grounds.one()
	*d.found = d.gather(&r.texts, &r.sketches)
	return d
}

// draft is an event of a cluster, without the evidence by which a lock knows it.
func (r *drafter) draft(c *cluster) *draft {
	d := r.drafts.one()
	d.Event, d.told = r.compose(c)
	d.Date, d.Status = d.Event.Date, d.Event.Status
	d.date()
	return d
}

// compose is what the tellings of a cluster say together, and these in the
// order in which they speak for it.
func (r *drafter) compose(c *cluster) (*Event, []*telling) {
	told := c.told[:len(c.told):len(c.told)]
	if len(told) > 1 {
		told = slices.Clone(told)
	}
	date, votes := r.elect(told)
	status := latest(told)
	lead := slices.MinFunc(told, func(a, b *telling) int { return represents(a, b, date, status) })
	slices.SortStableFunc(told, func(a, b *telling) int {
		return cmp.Or(order(a != lead, b != lead), cmp.Compare(a.DCT, b.DCT), cmp.Compare(a.Doc, b.Doc),
			cmp.Compare(a.SentenceStart, b.SentenceStart), compareMentions(a.Mention, b.Mention))
	})
	e := r.events.one()
	*e = Event{
		Date: date.Date, Mod: date.Mod, Precision: date.Precision, Dates: votes,
		Headline: lead.Headline, Type: majority(told), Status: status,
		Actors: given(told, func(t *telling) []string { return t.Actors }, r.lookup),
		Places: given(told, func(t *telling) []string { return t.Places }, nil),
		Links:  []Link{}, Mentions: r.ids.take(len(told)), Told: r.mentions.take(len(told)), Background: true,
	}
	for i, t := range told {
		e.Mentions[i], e.Told[i] = MentionID{t.Doc, t.ID}, t.Mention
		if t.undated != nil {
			e.undated = append(e.undated, make([]*event.Mention, i+1-len(e.undated))...)
			e.undated[i] = t.undated
		}
		e.Importance = max(e.Importance, t.Importance)
		e.Background = e.Background && t.Background
		if e.Plover == "" && t.Type == e.Type {
			e.Plover = t.Plover
		}
	}
	e.Confidence = confidence(told, status, r.lookup)
	e.Copies = copiesAmong(told)
	return e, told
}

// copiesAmong are the documents that are near-duplicates of one before them.
func copiesAmong(told []*telling) []Copy {
	if len(told) < 2 {
		return nil
	}
	var out []Copy
	first, seen := map[string]string{}, map[string]bool{}
	for _, t := range told {
		if seen[t.Doc] {
			continue
		}
		seen[t.Doc] = true
		if of, ok := first[t.copies]; ok {
			out = append(out, Copy{t.Doc, of})
		} else {
			first[t.copies] = t.Doc
		}
	}
	return out
}

// order sorts false before true.
func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// outcomes are the statuses of a mention, what has come about first.
var outcomes = []string{"happened", "reported", "denied", "planned", "threatened"}

// latest is the status of an event: a plan that was carried out has happened,
// whatever the older documents say. What is told as happened on a day that
// lies after its document was still a plan.
func latest(ts []*telling) string {
	has := 0
	for _, t := range ts {
		if t.DateBasis == "explicit" && t.Status != "" {
			return t.Status
		}
		s := t.Status
		if dct, ok := parseDay(t.DCT); ok && s == "happened" && t.dated() && t.first > dct+1 {
			s = "planned"
		}
		has |= 1 << (slices.Index(outcomes, s) + 1) // another than these says nothing
	}
	for i, s := range outcomes {
		if has>>(i+1)&1 > 0 {
			return s
		}
	}
	return "happened"
}

// parseDay is the day number of a document's date.
func parseDay(s string) (int, bool) {
	r, ok := calendar.Parse(s)
	if !ok {
		return 0, false
	}
	return r.First(), true
}

// represents orders tellings by how well they stand for the event: what the
// author wrote down; the chosen date; the status of the event; a headline;
// the sentence that names more of the actors, the headline that says more of
// what was done; the shorter sentence.
func represents(a, b *telling, date *telling, status string) int {
	return cmp.Or(
		order(a.DateBasis != "explicit", b.DateBasis != "explicit"),
		order(a.Date != date.Date, b.Date != date.Date),
		order(a.Status != status, b.Status != status),
		order(a.Headline == "", b.Headline == ""),
		order(a.Background, b.Background),
		cmp.Compare(min(len(b.who), 2), min(len(a.who), 2)),
		cmp.Compare(min(len(b.clause), 3), min(len(a.clause), 3)),
		cmp.Compare(a.length, b.length),
		compareMentions(a.Mention, b.Mention))
}

// majority is the type that most tellings give, of equals the one told first;
// a kind that could not be read gives way to any that was. An explicit event
// decides alone.
func majority(ts []*telling) string {
	if len(ts) == 1 {
		return ts[0].Type
	}
	count := map[string]int{}
	for _, t := range ts {
		if t.DateBasis == "explicit" && t.Type != "" {
			return t.Type
		}
		if t.Type != "other" {
			count[t.Type]++
		}
	}
	top := ts[0].Type
	for _, t := range ts {
		if count[t.Type] > count[top] {
			top = t.Type
		}
	}
	return top
}

// confidence is derived from who tells the event, and from its status.
func confidence(ts []*telling, status string, lookup func(string) *actor.Actor) string {
	switch status {
	case "cancelled":
		return "Cancelled"
	case "threatened":
		return "Threatened"
	case "planned":
		return "Planned"
	}
	if slices.ContainsFunc(ts, func(t *telling) bool { return t.Status == "denied" }) || status == "denied" {
		return "Disputed"
	}
	if outlets(ts, lookup) > 1 || slices.ContainsFunc(ts, func(t *telling) bool { return primary(t, lookup) }) {
		return "Confirmed"
	}
	return "Reported"
}

// Lead is the mention that represents the event.
func (e *Event) Lead() *event.Mention {
	if len(e.Told) == 0 {
		return nil
	}
	return e.Told[0]
}
