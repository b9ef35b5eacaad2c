package chronology

import (
	"strconv"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/source"
)

func editsFile(text string) source.File {
	return source.File{Path: "edits.toml", Bytes: []byte(text)}
}

func TestParseEdits(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"[a]\nhide = true\n\n[b]\ndate = 2025-02-12\n[[b.correction]]\ndate = 2025-03-01\ntext = \"The day was wrong\"\n", ""},
		{"[a]\nhidden = true\n", "edits.toml:2:1: unknown key \"hidden\"; an edit may hide, pin, merge, split, or set date, headline, type, status, importance, note, correction"},
		{"[a]\ndate = \"soon\"\n", "edits.toml:2:1: \"soon\" is no date; write 2025-09-03, 2025-09, 2025-W36, 2025 or a range as a/b"},
		{"[a]\n  type = \"phone\"\n", "edits.toml:2:3: unknown type \"phone\"; one of " + typeNames()},
		{"[a]\nstatus = \"maybe\"\n", "edits.toml:2:1: unknown status \"maybe\"; one of happened, planned, threatened, reported, denied, cancelled"},
		{"[a]\nimportance = 7\n", "edits.toml:2:1: importance 7; 1, 2 or 3"},
		{"[[edit]]\nevent = \"a\"\nhide = true\n\n[[edit]]\nsentence = \"some words\"\ncorrection = [{date = 2025-03-01, text = \"x\"}]\n\n[\"other words\"]\npin = false\n", ""},
		{"[[edit]]\nhide = true\n\n[[edit]]\nevent = \"a\"\n pin = \"no\"\n",
			"edits.toml:1:3: this edit names no event; add event = \"ID\", or sentence = \"words of a sentence that tells it\"" +
				"edits.toml:6:2: pin cannot be no; write hide = true, headline = \"text\", merge = [\"ID\"], as the case may be"},
		{"[a]\nevent = \"b\"\n", "edits.toml:2:1: unknown key \"event\"; an edit may hide, pin, merge, split, or set date, headline, type, status, importance, note, correction"},
		{"[a]\ncorrection = [{text = \"x\"}]\n", "edits.toml:2:1: a correction is its date and its text; write correction = [{date = 2025-03-01, text = \"…\"}]"},
		{"[[a.correction]]\ndate = \"soon\"\ntext = \"x\"\n", "edits.toml:1:5: \"soon\" is no date; write 2025-09-03, 2025-09, 2025-W36, 2025 or a range as a/b"},
	} {
		_, ds := ParseEdits(editsFile(c.text))
		got := ""
		for _, d := range ds {
			got += d.String()
			if d.Level != source.Warning {
				t.Errorf("%q: %v", c.text, d.Level)
			}
		}
		if got != c.want {
			t.Errorf("%q:\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestEditsThatAreNoTOML(t *testing.T) {
	for _, text := range []string{"[a\nhide = true", "[a]\nhide = yes", "[a]\nhide = true\n[a]\npin = true\n", "hide = true"} {
		e, ds := ParseEdits(editsFile(text))
		if len(ds) != 1 || ds[0].Level != source.Error || e.Len() != 0 {
			t.Errorf("%q: %v", text, ds)
		}
	}
}

// FuzzEdits holds the law of the edits: whatever stands in the file, every
// diagnostic has a place in it, and merging goes on.
func FuzzEdits(f *testing.F) {
	f.Add("[2025-02-12-trump-putin-talk-phone]\nhide = true\nmerge = [\"x\"]\nsplit = [\"y\"]\n")
	f.Add("\ufeff[a]\ndate = 2025-02-12T00:00:00Z\n[[a.correction]]\ndate = 1\n")
	f.Add("a.b.c = 1\n[a.d]\nx = {y = 2}\n")
	f.Fuzz(func(t *testing.T, text string) {
		e, ds := ParseEdits(editsFile(text))
		events, more := Merge(tenEvents(), Options{Edits: e})
		for _, d := range append(ds, more...) {
			if d.Span.Start < 0 || d.Span.End < d.Span.Start || d.Span.End > len(text) || d.Problem == "" {
				t.Errorf("%q: place %v", text, d)
			}
		}
		if len(events) > 11 {
			t.Errorf("%d events of ten mentions", len(events))
		}
	})
}

// TestEdits merges by hand and splits by hand, with the lock in between: the
// decisions find their events again.
func TestEdits(t *testing.T) {
	const text = `
[2025-02-12-trump-putin-talk-phone]
merge = ["2025-02-18-delegations-meet-riyadh"]
headline = "Call, and talks in Riyadh"
pin = true
date = 2025-02-13

[2025-10-30-trump-meets-xi-busan]
hide = true

[no-such-event]
note = "x"
`
	edits, ds := ParseEdits(editsFile(text))
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	var lock Lock
	for round := range 3 {
		events, ds := Merge(tenEvents(), Options{Actor: people, Lock: lock, Edits: edits})
		if len(ds) != 1 || !strings.HasPrefix(ds[0].String(), `edits.toml:11:2: no event "no-such-event"`) {
			t.Errorf("round %d: %v", round, ds)
		}
		if len(events) != 8 {
			t.Errorf("round %d: %d events", round, len(events))
		}
		found := false
		for _, e := range events {
			if e.ID == "2025-02-12-trump-putin-talk-phone" {
				found = true
				if len(e.Mentions) != 2 || e.Headline != "Call, and talks in Riyadh" || !e.Pinned || e.Date != "2025-02-13" ||
					e.Dates[0].Date != "2025-02-13" || strings.Join(e.Formerly, "") != "2025-02-18-delegations-meet-riyadh" {
					t.Errorf("round %d: %+v", round, e)
				}
			} else if e.Rank > 50 {
				t.Errorf("%s has the rank of a pinned event", e.ID)
			}
		}
		if !found {
			t.Errorf("round %d: the event is not there", round)
		}
		lock, _ = ParseLock(source.File{Bytes: lock.Renew(events).Bytes()})
	}
	// The decision taken back, the two are two again, each under its own id.
	events, _ := Merge(tenEvents(), Options{Actor: people, Lock: lock})
	if len(events) != 10 {
		t.Errorf("%d events after all", len(events))
	}
	ids := map[string]bool{}
	for _, e := range events {
		ids[e.ID] = true
	}
	if !ids["2025-02-12-trump-putin-talk-phone"] || !ids["2025-02-18-delegations-meet-riyadh"] || !ids["2025-10-30-trump-meets-xi-busan"] {
		t.Errorf("ids lost: %v", ids)
	}
}

func TestSplit(t *testing.T) {
	ms := tenEvents()
	second := *ms[1]
	second.Doc, second.Quote, second.Headline = "other", "Trump rang Putin up for a second talk.", "Trump rings up Putin"
	ms = append(ms, &second)
	whole, _ := Merge(ms, Options{Actor: people})
	if len(whole) != 10 || len(whole[1].Mentions) != 2 {
		t.Fatalf("%d events before", len(whole))
	}
	id := whole[1].ID
	edits, _ := ParseEdits(editsFile("[" + id + "]\nsplit = [\"second  TALK\", \"not there\"]\n"))
	var lock Lock
	var part string
	for round := range 3 {
		events, ds := Merge(ms, Options{Actor: people, Edits: edits, Lock: lock})
		if len(events) != 11 {
			t.Fatalf("round %d: %d events", round, len(events))
		}
		if len(ds) != 1 || !strings.HasPrefix(ds[0].String(), `edits.toml:2:1: no sentence of this event holds "not there"`) {
			t.Errorf("%v", ds)
		}
		for _, e := range events {
			if e.Lead().Quote == second.Quote {
				if part == "" {
					part = e.ID
				}
				if e.ID != part || e.ID == id {
					t.Errorf("round %d: the part is %s, was %s", round, e.ID, part)
				}
			}
		}
		lock, _ = ParseLock(source.File{Bytes: lock.Renew(events).Bytes()})
	}
}

// TestEntries holds that entries are carried out in the order of the file,
// that a sentence finds its event, and that what finds none is said at the
// place where it is named.
func TestEntries(t *testing.T) {
	const call = "2025-02-12-trump-putin-talk-phone"
	for _, c := range []struct{ text, want string }{
		{"[[edit]]\nevent = \"" + call + "\"\nheadline = \"One\"\n[[edit]]\nevent = \"" + call + "\"\nheadline = \"Two\"\n", "Two"},
		{"[" + call + "]\nhide = true\n\n[[edit]]\nevent = \"" + call + "\"\nhide = false\nheadline = \"Here\"\n", "Here"},
		{"[[edit]]\nsentence = \"" + tenEvents()[1].Quote[:12] + "\"\nheadline = \"Found\"\n", "Found"},
		{"[[edit]]\nevent = \"gone\"\nsentence = \"" + tenEvents()[1].Quote[:12] + "\"\nheadline = \"Found\"\n", "Found"},
		{"[[edit]]\nsentence = \"no such words\"\nhide = true\n", "edits.toml:2:1: no event is told by a sentence with \"no such words\"; copy a few words of the sentence as the page quotes it, or delete this edit"},
		{"# why\n[[edit]]\nevent = \"gone\"\nhide = true\n", "edits.toml:3:1: no event \"gone\"; its articles may have changed: look the event up on the page and take its new id, or delete this edit"},
		{"[\"e\\tr\"]\nhide = true\n", "edits.toml:1:2: no event is told by a sentence with \"e\\tr\"; copy a few words of the sentence as the page quotes it, or delete this edit"},
	} {
		edits, ds := ParseEdits(editsFile(c.text))
		if len(ds) > 0 {
			t.Fatal(c.text, ds)
		}
		events, ds := Merge(tenEvents(), Options{Actor: people, Edits: edits})
		got := ""
		for _, d := range ds {
			got += d.String()
		}
		for _, e := range events {
			if e.ID == call && got == "" {
				got = e.Headline
			}
		}
		if got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestMergeThenSplit takes a telling off an event that it was merged into, or
// leaves it there and takes off the others: each goes on under its own id, over
// builds.
func TestMergeThenSplit(t *testing.T) {
	const call, talks = "2025-02-12-trump-putin-talk-phone", "2025-02-18-delegations-meet-riyadh"
	before := map[string]string{} // id → sentence
	events, _ := Merge(tenEvents(), Options{Actor: people})
	for _, e := range events {
		before[e.ID] = e.Lead().Quote
	}
	for _, off := range []string{call, talks} {
		log := "[[edit]]\nevent = \"" + call + "\"\nmerge = [\"" + talks + "\"]\n[[edit]]\nevent = \"" + call + "\"\nsplit = [" + strconv.Quote(before[off]) + "]\n"
		edits, ds := ParseEdits(editsFile(log))
		if len(ds) > 0 {
			t.Fatal(ds)
		}
		var lock Lock
		for round := range 3 {
			events, ds := Merge(tenEvents(), Options{Actor: people, Edits: edits, Lock: lock})
			if len(ds) > 0 || len(events) != len(before) {
				t.Fatalf("%s, round %d: %d events, %v", off, round, len(events), ds)
			}
			for _, e := range events {
				if before[e.ID] != e.Lead().Quote {
					t.Errorf("%s, round %d: %s tells %q", off, round, e.ID, e.Lead().Quote)
				}
			}
			lock, _ = ParseLock(source.File{Bytes: lock.Renew(events).Bytes()})
			for _, e := range events {
				if into, ok := lock.Gone()[e.ID]; ok {
					t.Errorf("%s, round %d: the address of %s, which is there, leads to %s", off, round, e.ID, into)
				}
			}
		}
	}
}
