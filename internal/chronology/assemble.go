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

	first  place      // of the first telling of the cluster, in its order
	guests []*cluster // that have come to the cluster
	day    *telling   // as of the cluster
	hidden bool       // by the editor
	when   calendar.Range
	begins int    // first day of when, before all days where it is not known
	read   string // the date that when was read from

	address address // see called
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

// assemble makes an event of a cluster.
func assemble(c *cluster, lookup func(string) *actor.Actor) *draft {
	d := newDraft(c, lookup)
	d.evidence = d.gather()
	return d
}

// newDraft is an event of a cluster, without the evidence by which a lock knows it.
func newDraft(c *cluster, lookup func(string) *actor.Actor) *draft {
	e, told := compose(c, lookup)
	d := &draft{Event: e, told: told, Date: e.Date, Status: e.Status, first: c.told[0].place()}
	d.date()
	return d
}

// compose is what the tellings of a cluster say together, and these in the
// order in which they speak for it.
func compose(c *cluster, lookup func(string) *actor.Actor) (*Event, []*telling) {
	told := slices.Clone(c.told)
	date, votes := elect(told)
	status := latest(told)
	lead := slices.MinFunc(told, func(a, b *telling) int { return represents(a, b, date, status) })
	slices.SortStableFunc(told, func(a, b *telling) int {
		return cmp.Or(order(a != lead, b != lead), cmp.Compare(a.DCT, b.DCT), cmp.Compare(a.Doc, b.Doc),
			cmp.Compare(a.SentenceStart, b.SentenceStart), compareMentions(a.Mention, b.Mention))
	})
	e := &Event{
		Date: date.Date, Mod: date.Mod, Precision: date.Precision, Dates: votes,
		Headline: lead.Headline, Type: majority(told), Status: status,
		Actors: given(told, func(t *telling) []string { return t.Actors }, lookup),
		Places: given(told, func(t *telling) []string { return t.Places }, nil),
		Links:  []Link{}, Mentions: []MentionID{}, Background: true,
	}
	for _, t := range told {
		e.Mentions = append(e.Mentions, MentionID{t.Doc, t.ID})
		e.Told = append(e.Told, t.Mention)
		if t.undated != nil {
			e.undated = append(e.undated, make([]*event.Mention, len(e.Told)-len(e.undated))...)
			e.undated[len(e.Told)-1] = t.undated
		}
		e.Importance = max(e.Importance, t.Importance)
		e.Background = e.Background && t.Background
		if e.Plover == "" && t.Type == e.Type {
			e.Plover = t.Plover
		}
	}
	e.Confidence = confidence(told, status, lookup)
	e.Copies = copiesAmong(told)
	return e, told
}

// copiesAmong are the documents that are near-duplicates of one before them.
func copiesAmong(told []*telling) []Copy {
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

// bases are the ways of dating, the surest first.
var bases = []string{"explicit", "own", "sentence", "connective", "occasion", "carried", "document", "tense", "none", ""}

// elect picks the date: what an author wrote down as an event outranks what
// was extracted; then the finest; then the one that most independent
// documents give; then the surest way of dating; then the earliest. The votes
// are every date told, the chosen one first, the others in order of time.
func elect(ts []*telling) (*telling, []DateVote) {
	docs := map[string]map[string]bool{}
	voices := map[string]map[string]bool{}
	for _, t := range ts {
		if !t.dated() {
			continue
		}
		if docs[t.Date] == nil {
			docs[t.Date], voices[t.Date] = map[string]bool{}, map[string]bool{}
		}
		docs[t.Date][t.Doc] = true
		voices[t.Date][t.copies] = true
	}
	winner := slices.MinFunc(ts, func(a, b *telling) int {
		return cmp.Or(
			order(!a.dated(), !b.dated()),
			order(a.DateBasis != "explicit", b.DateBasis != "explicit"),
			cmp.Compare(a.when.Days(), b.when.Days()),
			cmp.Compare(len(voices[b.Date]), len(voices[a.Date])),
			cmp.Compare(slices.Index(bases, a.DateBasis), slices.Index(bases, b.DateBasis)),
			a.when.Compare(b.when), order(a.Mod == "", b.Mod == ""), compareMentions(a.Mention, b.Mention))
	})
	votes := []DateVote{}
	for date, in := range docs {
		v := DateVote{Date: date}
		for doc := range in {
			v.Docs = append(v.Docs, doc)
		}
		slices.Sort(v.Docs)
		votes = append(votes, v)
	}
	slices.SortFunc(votes, func(a, b DateVote) int {
		return cmp.Or(order(a.Date != winner.Date, b.Date != winner.Date), compareDates(a.Date, b.Date))
	})
	return winner, votes
}

// compareDates orders dates as written by time, equal ones by spelling.
func compareDates(a, b string) int {
	x, _ := calendar.Parse(a)
	y, _ := calendar.Parse(b)
	return cmp.Or(x.Compare(y), cmp.Compare(a, b))
}

// latest is the status of an event: a plan that was carried out has happened,
// whatever the older documents say. What is told as happened on a day that
// lies after its document was still a plan.
func latest(ts []*telling) string {
	has := map[string]bool{}
	for _, t := range ts {
		if t.DateBasis == "explicit" && t.Status != "" {
			return t.Status
		}
		s := t.Status
		if dct, ok := parseDay(t.DCT); ok && s == "happened" && t.dated() && t.first > dct+1 {
			s = "planned"
		}
		has[s] = true
	}
	for _, s := range []string{"happened", "reported", "denied", "planned", "threatened"} {
		if has[s] {
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

// given are the names that the representative gives, then those that at
// least two documents or a third of the tellings give: one sentence's slip is
// not spread over the event. Persons come before bodies before states where
// lookup knows them.
func given(ts []*telling, names func(*telling) []string, lookup func(string) *actor.Actor) []string {
	out := []string{}
	docs, count := map[string]map[string]bool{}, map[string]int{}
	for i, t := range ts {
		for _, n := range names(t) {
			if docs[n] == nil {
				docs[n] = map[string]bool{}
			}
			docs[n][t.Doc] = true
			count[n]++
			if i == 0 && !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	var more []string
	for n, in := range docs {
		if !slices.Contains(out, n) && (len(in) > 1 || count[n]*3 >= len(ts) && len(out) < 2) {
			more = append(more, n)
		}
	}
	slices.SortFunc(more, func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	out = append(out, more...)
	if lookup != nil {
		slices.SortStableFunc(out, func(a, b string) int { return cmp.Compare(standing(lookup(a)), standing(lookup(b))) })
	}
	return out
}

// standing is the place of an actor among actors: persons, bodies, states.
func standing(a *actor.Actor) int {
	switch {
	case a == nil:
		return 1
	case a.Kind == actor.Person:
		return 0
	case a.Kind == actor.State, a.Kind == actor.Place:
		return 2
	}
	return 1
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
