package chronology

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/event"
)

// threeSteps merges as many machines would, each so many months: each step sees
// only the lines that the step before has written, and a month only the mentions
// that are spread to it.
func threeSteps(t *testing.T, ms []*event.Mention, atOnce int, opts Options) string {
	t.Helper()
	c := NewCensus()
	for _, m := range ms {
		c.Add(m)
	}
	var facts, lines bytes.Buffer
	found, err := c.Facts()
	if err := errors.Join(err, found.Write(&facts)); err != nil {
		t.Fatal(err)
	}
	f, err := ReadFacts(bytes.NewReader(facts.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	months := f.Months()
	rand.New(rand.NewSource(1)).Shuffle(len(months), func(i, j int) { months[i], months[j] = months[j], months[i] })
	for part := range slices.Chunk(months, atOnce) {
		var some []*event.Mention
		for _, m := range ms {
			if slices.ContainsFunc(Spread(m), func(month calendar.Date) bool { return slices.Contains(part, month) }) {
				some = append(some, m)
			}
		}
		for _, s := range MergeMonths(part, some, f, opts) {
			if err := s.Write(&lines); err != nil {
				t.Fatal(err)
			}
		}
	}
	spilled, again := lines.String(), facts.String()
	ss, err := ReadStretches(io.MultiReader(&lines, &facts), opts.Actor)
	if err != nil {
		t.Fatal(err)
	}
	events, _ := LinkStretches(ss, opts)
	held := lined(t, events)
	events = nil
	err = LinkLines(strings.NewReader(again+spilled), opts, &heldRoom{}, 0, func(e *Event) error {
		events = append(events, e)
		return nil
	})
	if got := lined(t, events); err != nil || got != held {
		t.Errorf("spilled: %v: %s", err, firstDifference(got, held))
	}
	return held
}

func lined(t *testing.T, events []*Event) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteEvents(&b, events); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestThreeSteps holds the law of the parallel form: the three steps together
// give the bytes of the one process.
func TestThreeSteps(t *testing.T) {
	for name, ms := range map[string][]*event.Mention{"cases": allMentions(t), "made up": manyMentions(3000), "lively": livelyMentions(1500), "edges": edgeMentions()} {
		opts := Options{Actor: people}
		events, _ := Merge(ms, opts)
		want := lined(t, events)
		for _, atOnce := range []int{1, 5} {
			if got := threeSteps(t, ms, atOnce, opts); got != want {
				t.Errorf("%s, %d months at once: three steps differ from one:\n%s", name, atOnce, firstDifference(got, want))
			}
		}
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "got  " + g[i] + "\nwant " + w[i]
		}
	}
	return "one is longer"
}

// edgeMentions tell of a call at the edge of two months by dates of all kinds.
func edgeMentions() []*event.Mention {
	var out []*event.Mention
	for i, d := range []struct{ date, precision, mod string }{
		{"2025-01-31", "day", ""}, {"2025-02-01", "day", ""}, {"2025-01-31", "day", "APPROX"}, {"2025-W05", "week", ""},
		{"2025-01", "month", "END"}, {"2025-02", "month", "START"}, {"2025-01/2025-02", "range", ""}, {"2025-01-30/2025-02-03", "range", ""},
		{"2025-Q1", "quarter", ""}, {"2024-WI", "season", ""}, {"2025-H1", "half", ""}, {"2025", "year", ""}, {"202", "decade", ""},
		{"2023/2026", "range", ""}, {"", "none", ""},
	} {
		m := *tenEvents()[1] // a call
		m.Trigger.Text = "talk by phone"
		m.Doc, m.ID, m.DCT = "doc"+string(rune('a'+i)), "m1", "2025-03-01"
		m.Date, m.Precision, m.Mod = d.date, d.precision, d.mod
		out = append(out, &m)
	}
	return out
}

// TestEdge: what the edge of a month cuts is one event all the same, and what
// is told by a week, a month, a season or a year joins it; what covers years
// does not.
func TestEdge(t *testing.T) {
	events, _ := Merge(edgeMentions(), Options{Actor: people})
	var got strings.Builder
	for _, e := range events {
		fmt.Fprintln(&got, e.Date, len(e.Mentions))
	}
	if want := "202 1\n2023/2026 1\n2025-01-31 13\n"; got.String() != want {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
}

// TestWrongLines: what is no line of a step is said with its number.
func TestWrongLines(t *testing.T) {
	for in, want := range map[string]string{
		"{\"facts\":{\"seldom\":3}}\n{\"cluster\":{\"of\":\"2025-01\",\"n\":0},\"told\":[]}":                                                                                               "line 2: cluster 0 of 2025-01 is empty or given twice",
		"{\"facts\":{\"seldom\":3}}\n" + strings.Repeat("{\"cluster\":{\"of\":\"2025-01\",\"n\":0},\"told\":[{}]}\n", 2):                                                                   "line 3: cluster 0 of 2025-01 is empty or given twice",
		"{\"facts\":{\"seldom\":3}}\n{\"cluster\":{\"of\":\"some day\",\"n\":0},\"told\":[{}]}":                                                                                            "line 2: \"some day\" is neither a month nor a span of months",
		"{\"facts\":{\"seldom\":3}}\n{\"cluster\":{\"of\":\"2025-01\",\"n\":0},\"told\":[{}]}\n{\"guest\":{\"of\":\"2025-01\",\"n\":0},\"bids\":[{\"of\":\"2025-01\",\"n\":7,\"fit\":1}]}": "cluster 7 of 2025-01 is bid for and not there: give the lines of all stretches",
		"{}":                      "line 1: neither facts nor a cluster nor bids",
		"nothing":                 "line 1: not a line of a merging step: invalid character 'o' in literal null (expecting 'u')",
		"{\"month\":\"2025-13\"}": "line 1: \"2025-13\" is no month",
		"{\"cluster\":{\"of\":\"2025-01\",\"n\":0},\"told\":[{}]}":                         "no facts among the lines: read what merge --facts has written before those of the stretches",
		"{\"facts\":{\"seldom\":3}}\n{\"guest\":{\"of\":\"2025-01\",\"n\":0},\"bids\":[]}": "cluster 0 of 2025-01 bids and is not there: give the lines of all stretches",
	} {
		_, err := ReadStretches(strings.NewReader(in), nil)
		if err == nil || err.Error() != want {
			t.Errorf("%s\ngot  %v\nwant %s", in, err, want)
		}
		err = LinkLines(strings.NewReader(in), Options{}, &heldRoom{}, 0, func(*Event) error { return nil })
		if err == nil || err.Error() != want {
			t.Errorf("%s\nlinked: got  %v\nwant %s", in, err, want)
		}
	}
}
