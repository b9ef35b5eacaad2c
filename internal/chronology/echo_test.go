package chronology

import (
	"fmt"
	"testing"

	"github.com/dateline-ssg/dateline/internal/event"
)

// telling of a sanction by one document, with no actors to compare.
func heardOf(doc, date, precision, quote string) *event.Mention {
	return &event.Mention{Doc: doc, ID: "m1", DCT: "2024-06-01", Date: date, Precision: precision, DateBasis: "own",
		SentenceEnd: len(quote), Quote: quote, Text: quote, Headline: quote, Type: "other", Status: "happened", Importance: 1}
}

// What most documents return to comes first; of its day, what most of them
// tell; and a year that many name outranks no such day.
func TestRankFollowsWhatDocumentsReturnTo(t *testing.T) {
	var ms []*event.Mention
	for i := range 4 {
		ms = append(ms, heardOf(fmt.Sprintf("flood%d", i), "2024-05-02", "day", fmt.Sprintf("The river broke the dam and flooded %d villages", i+10)))
		ms = append(ms, heardOf(fmt.Sprintf("year%d", i), "2023", "year", fmt.Sprintf("Engineers had warned %d times of the river and the dam", i+2)))
	}
	ms = append(ms,
		heardOf("flood9", "2024-05-02", "day", "A football club dismissed its coach"),
		heardOf("alone", "2024-05-09", "day", "The river reached the city behind the dam"))
	events, _ := Merge(ms, Options{})
	top := events[0]
	best := map[string]*Event{}
	for _, e := range events {
		if e.Rank > top.Rank {
			top = e
		}
		if best[e.Date] == nil || e.Rank > best[e.Date].Rank {
			best[e.Date] = e
		}
	}
	if top.Date != "2024-05-02" || top.Headline == "A football club dismissed its coach" {
		t.Errorf("first is %s %q (%.3f)", top.Date, top.Headline, top.Rank)
	}
	if a, b := best["2024-05-02"].Rank, best["2023"].Rank; a <= b {
		t.Errorf("the year ranks %.3f, the day %.3f", b, a)
	}
	for _, e := range events {
		if e.Headline == "A football club dismissed its coach" && e.Rank >= top.Rank {
			t.Errorf("what one of five documents tells ranks %.3f, the day's first %.3f", e.Rank, top.Rank)
		}
	}
}
