package site_test

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/site"
)

// lineID is the event to which a line leads.
var lineID = regexp.MustCompile(`<p class="b[^>]*><span[^>]*>[^<]*</span><span><a href=/sub/path/events/([^/]+)/>`)

// fullID is the event to which a card leads.
var fullID = regexp.MustCompile(`<h3><a href="?/sub/path/events/([^/]+)/`)

func ids(of *regexp.Regexp, page []byte) []string {
	var out []string
	for _, m := range of.FindAllSubmatch(page, -1) {
		out = append(out, string(m[1]))
	}
	slices.Sort(out)
	return out
}

// TestBrief: the page of an actor has all of its events, the hundred of the
// highest rank and what is planned in full, each other as a line.
func TestBrief(t *testing.T) {
	in := sample(t, 600, config())
	pages := drawn(t, in)
	brief := 0
	for _, who := range people {
		var of []*chronology.Event
		for _, e := range in.Events {
			if slices.Contains(e.Actors, who) {
				of = append(of, e)
			}
		}
		slices.SortStableFunc(of, func(a, b *chronology.Event) int { return cmp.Compare(b.Rank, a.Rank) })
		page := pages["actors/"+strings.ToLower(strings.ReplaceAll(who, " ", "-"))+"/index.html"]
		full, lines := ids(fullID, page), ids(lineID, page)
		if len(full)+len(lines) != len(of) {
			t.Errorf("%s: %d events in full and %d as lines, of %d", who, len(full), len(lines), len(of))
		}
		for i, e := range of {
			in, least := slices.Contains(full, e.ID), of[min(len(of), 100)-1].Rank
			if want := e.Rank > least || e.Status == "planned"; want && !in {
				t.Errorf("%s: %s has rank %v, the %dth, and stands as a line", who, e.ID, e.Rank, i+1)
			}
			if e.Rank < least && e.Status != "planned" && !slices.Contains(lines, e.ID) {
				t.Errorf("%s: %s has rank %v, the %dth, and no line", who, e.ID, e.Rank, i+1)
			}
		}
		brief += len(lines)
	}
	if brief == 0 {
		t.Error("no page has more than a hundred events: this test shows nothing")
	}
}

// TestToldAbove: below an article an event is a line where the text above has
// its sentence marked, else it is told there.
func TestToldAbove(t *testing.T) {
	in := sample(t, 60, config())
	lines, full := 0, 0
	pages := drawn(t, in)
	for _, a := range in.Articles {
		if !a.Extract {
			continue
		}
		path := "articles/" + a.Slug + "/index.html"
		page := pages[path]
		for _, e := range in.Events {
			var marked, told bool
			for _, m := range e.Told {
				if m.Path == a.Path {
					told = true
					marked = marked || m.SentenceEnd > m.SentenceStart && bytes.Contains(page, []byte(`<mark id="`+m.ID+`">`))
				}
			}
			line, card := slices.Contains(ids(lineID, page), e.ID), slices.Contains(ids(fullID, page), e.ID)
			switch brief := marked && e.Status != "planned"; {
			case told != (line || card) || line && card:
				t.Errorf("%s: %s told %v, as a line %v, in full %v", path, e.ID, told, line, card)
			case line != (told && brief):
				t.Errorf("%s: %s marked %v, and a line %v", path, e.ID, marked, line)
			}
			lines += count(line)
			full += count(card)
		}
	}
	if lines == 0 || full == 0 {
		t.Errorf("%d lines, %d cards: this test shows nothing", lines, full)
	}
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// TestFullMonth: a month with more events than a page holds is cut, and leads
// to its own page; it does not bring its whole year along.
func TestFullMonth(t *testing.T) {
	in := sample(t, 4, config())
	one := in.Events[0]
	in.Events = nil
	for i := range 700 {
		e := *one
		e.ID = "made-up-" + string(rune('a'+i/26)) + string(rune('a'+i%26))
		e.Date, e.Precision, e.Status, e.Told = "2024-03-01", "day", "happened", []*event.Mention{one.Told[0]}
		in.Events = append(in.Events, &e)
	}
	pages := drawn(t, in)
	page := string(pages["index.html"])
	if n := strings.Count(page, `<article class="e`); n != 600 {
		t.Errorf("%d events on the front page, want 600", n)
	}
	if !strings.Contains(page, `<p class="more"><a href="/sub/path/2024/03/">`) {
		t.Error("no link to the month, where the list goes on")
	}
}

// TestOnward: a year with thousands of events links to none of those that it
// does not show; a script goes from their old anchors to their months.
func TestOnward(t *testing.T) {
	c := config()
	c.Publish.Events = "anchors"
	in := sample(t, 4, c)
	one := in.Events[0]
	in.Events = nil
	for i := range 3000 {
		e := *one
		e.ID = fmt.Sprintf("2024-%02d-made-up-%d", i%12+1, i)
		e.Date, e.Precision, e.Status = e.ID[:7]+"-01", "day", "happened"
		in.Events = append(in.Events, &e)
	}
	pages, _, err := site.Pages(in)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pages {
		if p.Path != "2024/index.html" {
			continue
		}
		b, err := p.Draw()
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(b, []byte(`<li id="`)) || !bytes.Contains(b, []byte(`location.replace("../"+m[1]+"/"+m[2]+"/"+location.hash)`)) {
			t.Error("the page of a year with 3,000 events links to all of them, or does not lead on")
		}
		if len(b) > 300_000 {
			t.Errorf("the page of a year has %d bytes", len(b))
		}
	}
}
