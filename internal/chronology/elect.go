package chronology

import (
	"cmp"
	"slices"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// bases are the ways of dating, the surest first.
var bases = []string{"explicit", "own", "sentence", "connective", "occasion", "carried", "document", "tense", "none", ""}

// elect picks the date: what an author wrote down as an event outranks what
// was extracted; then the finest; then the one that most independent
// documents give; then the surest way of dating; then the earliest. The votes
// are every date told, the chosen one first, the others in order of time.
func (r *drafter) elect(ts []*telling) (*telling, []DateVote) {
	if len(ts) == 1 && ts[0].dated() { // most
		return ts[0], r.votes.list(DateVote{ts[0].Date, r.texts.list(ts[0].Doc)})
	}
	winner := elected(ts)
	votes := votesOf(ts)
	slices.SortFunc(votes, func(a, b DateVote) int {
		return cmp.Or(order(a.Date != winner.Date, b.Date != winner.Date), compareDates(a.Date, b.Date))
	})
	return winner, votes
}

// elected is the telling that has the date.
func elected(ts []*telling) *telling {
	if len(ts) == 1 {
		return ts[0]
	}
	voices := voicesOf(ts)
	return slices.MinFunc(ts, func(a, b *telling) int {
		return cmp.Or(
			order(!a.dated(), !b.dated()),
			order(a.DateBasis != "explicit", b.DateBasis != "explicit"),
			cmp.Compare(a.when.Days(), b.when.Days()),
			cmp.Compare(voices[b.Date], voices[a.Date]),
			cmp.Compare(slices.Index(bases, a.DateBasis), slices.Index(bases, b.DateBasis)),
			a.when.Compare(b.when), order(a.Mod == "", b.Mod == ""), compareMentions(a.Mention, b.Mention))
	})
}

// dateBy is a date and who gives it.
type dateBy struct{ date, who string }

// datesBy are the dates that are told, each with whom it is told by, once and in
// order.
func datesBy(ts []*telling, who func(*telling) string) []dateBy {
	out := make([]dateBy, 0, len(ts))
	for _, t := range ts {
		if t.dated() {
			out = append(out, dateBy{t.Date, who(t)})
		}
	}
	slices.SortFunc(out, func(a, b dateBy) int { return cmp.Or(cmp.Compare(a.date, b.date), cmp.Compare(a.who, b.who)) })
	return slices.Compact(out)
}

// voicesOf is how many independent documents give each date.
func voicesOf(ts []*telling) map[string]int {
	out := map[string]int{}
	for _, x := range datesBy(ts, func(t *telling) string { return t.copies }) {
		out[x.date]++
	}
	return out
}

// votesOf are the dates, each with the documents that give it.
func votesOf(ts []*telling) []DateVote {
	votes := []DateVote{}
	for i, x := range datesBy(ts, func(t *telling) string { return t.Doc }) {
		if i == 0 || votes[len(votes)-1].Date != x.date {
			votes = append(votes, DateVote{Date: x.date})
		}
		v := &votes[len(votes)-1]
		v.Docs = append(v.Docs, x.who)
	}
	return votes
}

// compareDates orders dates as written by time, equal ones by spelling.
func compareDates(a, b string) int {
	x, _ := calendar.Parse(a)
	y, _ := calendar.Parse(b)
	return cmp.Or(x.Compare(y), cmp.Compare(a, b))
}
