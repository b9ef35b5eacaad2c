package chronology

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/event"
)

// livelyMentions are n mentions of a few people over two years, of all that one
// event can be to another: they invite, cancel, answer, speak at what others
// date, and are told beside each other.
func livelyMentions(n int) []*event.Mention {
	r := rand.New(rand.NewSource(3))
	people := []string{"Donald Trump", "Vladimir Putin", "Xi Jinping", "Volodymyr Zelensky", "Marta Lund", "Ana Reis"}
	sites := []string{"Geneva", "Oslo", "Lima", "Riga", "Cairo"}
	acts := []struct{ kind, trigger, text string }{
		{"meeting", "held the summit", "%s and %s held the %s summit"},
		{"meeting", "met", "%s met %s in %s"},
		{"visit", "visited", "%s visited %s near %s"},
		{"call", "spoke by phone", "%s spoke by phone with %s about %s"},
		{"invitation", "invited", "%s invited %s to %s"},
		{"cancellation", "called off", "%s called off the visit to %s at %s"},
		{"statement", "said", "%[1]s said at the %[3]s summit that %[2]s was calm"},
		{"statement", "declared", "%s declared peace to %s at the %s summit"},
		{"accusation", "accused", "%s accused %s in response over %s"},
		{"sanction", "sanctioned", "%s sanctioned 12 firms of %s in retaliation for %s"},
		{"publication", "reported", "Herald reported that %s met %s in %s"},
	}
	status := []string{"happened", "happened", "planned", "threatened", "denied"}
	basis := []string{"sentence", "own", "connective", "carried"}
	start, _ := calendar.Parse("2025-01-01")
	var out []*event.Mention
	for len(out) < n {
		doc, at := fmt.Sprint("lively", len(out)), 0
		published := calendar.Civil(start.First() + r.Intn(730))
		near := published.First() - r.Intn(90)
		print := fmt.Sprintf("%016x", r.Uint64()|1)
		for i := range 8 {
			a := acts[r.Intn(len(acts))]
			who := r.Perm(len(people))
			site := sites[r.Intn(len(sites))]
			m := &event.Mention{Doc: doc, ID: fmt.Sprint("m", i+1), DCT: published.String(), Outlet: fmt.Sprint("Paper ", r.Intn(5)), Fingerprint: print,
				Actors: []string{people[who[0]], people[who[1]]}, Type: a.kind, Status: status[r.Intn(len(status))], DateBasis: basis[r.Intn(len(basis))],
				Importance: 1 + r.Intn(3), Background: r.Intn(9) == 0}
			m.Quote = fmt.Sprintf(a.text, m.Actors[0], m.Actors[1], site) + strings.Repeat(" again", r.Intn(2)) + "."
			m.Headline = strings.TrimSuffix(m.Quote, ".")
			m.SentenceStart, m.SentenceEnd = at, at+len(m.Quote)
			if r.Intn(6) > 0 {
				at += len(m.Quote) + 1 + r.Intn(30)
			}
			m.Trigger = event.Trigger{Text: a.trigger, Start: m.SentenceStart}
			m.Agents = m.Actors[:1]
			if a.kind == "publication" {
				m.Actors = append(m.Actors, "Herald")
			}
			if r.Intn(3) == 0 {
				m.Places = []string{site}
			}
			day := calendar.Civil(near + r.Intn(3))
			if r.Intn(4) == 0 {
				day = calendar.Civil(near + r.Intn(150))
			}
			if grain := []calendar.Grain{calendar.Day, calendar.Day, calendar.Day, calendar.Week, calendar.Month, calendar.Quarter, calendar.Year, 0}[r.Intn(8)]; grain == 0 {
				m.Precision, m.DateBasis = "none", "none"
			} else {
				m.Date, m.Precision = day.In(grain).String(), calendar.Of(day.In(grain)).Precision()
			}
			out = append(out, m)
		}
		if r.Intn(5) == 0 { // printed a second time
			for _, m := range slices.Clone(out[len(out)-8:]) {
				c := *m
				c.Doc, c.Outlet = doc+"copy", "Paper 9"
				out = append(out, &c)
			}
		}
	}
	return out
}

// TestLively: the made-up mentions are lively enough to test anything with.
func TestLively(t *testing.T) {
	events, _ := Merge(livelyMentions(4000), Options{Actor: people})
	count := map[string]int{}
	for _, e := range events {
		for _, l := range e.Links {
			count[l.Rel]++
		}
		if slices.ContainsFunc(e.undated, func(m *event.Mention) bool { return m != nil }) {
			count["dated by an occasion"]++
		}
		count[e.Status]++
		count["copies"] += len(e.Copies)
	}
	for _, what := range []string{cancels, plans, follows, respondsTo, partOf, reports, "dated by an occasion", "cancelled", "copies"} {
		if count[what] < 5 {
			t.Errorf("%d %s", count[what], what)
		}
	}
	t.Log(len(events), count)
}
