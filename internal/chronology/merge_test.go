package chronology

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

var update = flag.Bool("update", false, "rewrite the golden cases")

// mentionsOf reads the short lines of a golden case: trigger is its words
// alone, and what is left out is filled in.
func mentionsOf(t *testing.T, text []byte) []*event.Mention {
	t.Helper()
	var out []*event.Mention
	count, offset := map[string]int{}, map[string]int{}
	for line := range bytes.Lines(text) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var short struct {
			event.Mention
			Trigger string `json:"trigger"`
		}
		if err := json.Unmarshal(line, &short); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		m := short.Mention
		count[m.Doc]++
		m.ID = fmt.Sprintf("m%d", count[m.Doc])
		m.SentenceStart = offset[m.Doc]
		m.SentenceEnd = m.SentenceStart + len(m.Quote)
		offset[m.Doc] = m.SentenceEnd + 1
		m.Trigger = event.Trigger{Text: short.Trigger, Start: m.SentenceStart, End: m.SentenceStart + len(short.Trigger)}
		if m.Precision == "" {
			r, ok := calendar.Parse(m.Date)
			if !ok {
				t.Fatalf("no date in %s", line)
			}
			m.Precision = r.Precision()
		}
		if m.Status == "" {
			m.Status = "happened"
		}
		if m.Importance == 0 {
			m.Importance = 2
		}
		out = append(out, &m)
	}
	return out
}

// people is the gazetteer of the tests.
func people(name string) *actor.Actor {
	a := &actor.Actor{Name: name}
	switch name {
	case "Donald Trump":
		a.Kind, a.Country = actor.Person, "United States"
	case "Vladimir Putin":
		a.Kind, a.Country = actor.Person, "Russia"
	case "Xi Jinping":
		a.Kind, a.Country = actor.Person, "China"
	case "Volodymyr Zelensky":
		a.Kind, a.Country = actor.Person, "Ukraine"
	case "Marta Lund", "Ana Reis", "Ivo Kern":
		a.Kind = actor.Person
	case "Russia", "China", "India", "Ukraine", "United States", "Norway":
		a.Kind = actor.State
	case "European Union", "Shanghai Cooperation Organization", "Council of the European Union":
		a.Kind = actor.Body
	case "Herald":
		a.Kind = actor.Outlet
	case "Arctic LNG 2", "Gazprom", "Rosneft":
		a.Kind, a.Country = actor.Company, "Russia"
	default:
		return nil
	}
	return a
}

// show is an event in a golden case.
func show(e *Event) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %s %s %s:", e.ID, e.Date, e.Type, e.Status, e.Confidence)
	for _, m := range e.Mentions {
		fmt.Fprintf(&b, " %s.%s", m.Doc, m.ID)
	}
	for _, v := range e.Dates[1:] {
		fmt.Fprintf(&b, "; %s in %s", v.Date, strings.Join(v.Docs, ", "))
	}
	for _, l := range e.Links {
		fmt.Fprintf(&b, "; %s %s", l.Rel, l.ID)
	}
	return b.String() + "\n"
}

func TestMerge(t *testing.T) {
	files, err := filepath.Glob("testdata/merge/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			ar := txtar.Parse(b)
			parts := map[string][]byte{}
			for _, f := range ar.Files {
				parts[f.Name] = f.Data
			}
			opts := Options{Actor: people}
			var got strings.Builder
			var ds []source.Diagnostic
			if text, ok := parts["edits.toml"]; ok {
				opts.Edits, ds = ParseEdits(source.File{Path: "edits.toml", Bytes: text})
			}
			events, more := Merge(mentionsOf(t, parts["mentions"]), opts)
			for _, e := range events {
				got.WriteString(show(e))
			}
			for _, d := range append(ds, more...) {
				got.WriteString(d.String() + "\n")
			}
			if *update {
				ar.Files = append(withoutFile(ar.Files, "want"), txtar.File{Name: "want", Data: []byte(got.String())})
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(parts["want"]); got.String() != want {
				t.Errorf("got\n%swant\n%s", got.String(), want)
			}
		})
	}
}

func withoutFile(files []txtar.File, name string) []txtar.File {
	var out []txtar.File
	for _, f := range files {
		if f.Name != name {
			out = append(out, f)
		}
	}
	return out
}

// allMentions are those of all golden cases, with documents of their own.
func allMentions(t *testing.T) []*event.Mention {
	t.Helper()
	files, err := filepath.Glob("testdata/merge/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var all []*event.Mention
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range mentionsOf(t, ar.Files[0].Data) {
			m.Doc = strings.TrimSuffix(filepath.Base(file), ".txtar") + "/" + m.Doc
			all = append(all, m)
		}
	}
	return all
}

// TestOrderOfMentions holds the third promise: the same mentions in any order
// give the same bytes.
func TestOrderOfMentions(t *testing.T) {
	mentions := allMentions(t)
	write := func() (string, string) {
		events, _ := Merge(mentions, Options{Actor: people})
		var b bytes.Buffer
		if err := WriteEvents(&b, events); err != nil {
			t.Fatal(err)
		}
		return b.String(), string(Lock{}.Renew(events).Bytes())
	}
	events, lock := write()
	if strings.Count(events, "\n") < 20 {
		t.Fatalf("only %d events", strings.Count(events, "\n"))
	}
	r := rand.New(rand.NewSource(1))
	for i := range 100 {
		r.Shuffle(len(mentions), func(i, j int) { mentions[i], mentions[j] = mentions[j], mentions[i] })
		if e, l := write(); e != events || l != lock {
			t.Fatalf("shuffle %d gives other bytes:\n%s\n%s", i, e, events)
		}
	}
}

// TestEvents holds every event to what the contract says of any event.
func TestEvents(t *testing.T) {
	mentions := allMentions(t)
	given := len(mentions)
	events, ds := Merge(mentions, Options{Actor: people})
	if len(ds) > 0 {
		t.Errorf("diagnostics without edits: %v", ds)
	}
	ids, used := map[string]bool{}, map[MentionID]bool{}
	for i, e := range events {
		if ids[e.ID] || !valid(e.ID) {
			t.Errorf("id %q is not unique, or no id", e.ID)
		}
		ids[e.ID] = true
		if i > 0 && compareDates(events[i-1].Date, e.Date) > 0 {
			t.Errorf("%s stands after %s", e.Date, events[i-1].Date)
		}
		if len(e.Told) == 0 || len(e.Told) != len(e.Mentions) || e.Headline == "" || e.Dates[0].Date != e.Date {
			t.Errorf("%s: not whole: %+v", e.ID, e)
		}
		for _, m := range e.Mentions {
			if used[m] {
				t.Errorf("%v tells two events", m)
			}
			used[m] = true
		}
	}
	for _, e := range events {
		for _, l := range e.Links {
			if !ids[l.ID] || l.ID == e.ID {
				t.Errorf("%s links to %s", e.ID, l.ID)
			}
		}
	}
	if len(mentions) != given {
		t.Error("the input was changed")
	}
}

func TestNothing(t *testing.T) {
	events, ds := Merge(nil, Options{})
	if len(events) != 0 || len(ds) != 0 {
		t.Errorf("of nothing: %v %v", events, ds)
	}
}
