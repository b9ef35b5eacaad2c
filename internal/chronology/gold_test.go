package chronology

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/event"
)

// annotated reads from the folder of the annotated articles.
func annotated(t *testing.T, parts ...string) []byte {
	t.Helper()
	dir := os.Getenv("DATELINE_SHARED")
	if dir == "" {
		t.Skip("DATELINE_SHARED names no folder of annotated articles")
	}
	b, err := os.ReadFile(filepath.Join(append([]string{dir}, parts...)...))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// kindsOfActors is enough of a gazetteer for the annotated articles.
func kindsOfActors(name string) *actor.Actor {
	states := map[string]bool{"United States": true, "Russia": true, "China": true, "India": true, "Ukraine": true}
	persons := map[string]string{"Donald Trump": "United States", "Vladimir Putin": "Russia", "Xi Jinping": "China",
		"Kim Jong Un": "North Korea", "Scott Bessent": "United States", "David O'Sullivan": "European Union"}
	switch {
	case states[name]:
		return &actor.Actor{Name: name, Kind: actor.State}
	case persons[name] != "":
		return &actor.Actor{Name: name, Kind: actor.Person, Country: persons[name]}
	case name == "Shanghai Cooperation Organization", name == "European Union":
		return &actor.Actor{Name: name, Kind: actor.Body}
	case name == "Financial Times":
		return &actor.Actor{Name: name, Kind: actor.Outlet}
	case name == "Gazprom", name == "Rusal":
		return &actor.Actor{Name: name, Kind: actor.Company, Country: "Russia"}
	}
	return nil
}

// sharedWords stands for the trigger, which the annotation does not give: the
// words of the headline that the sentence has too.
func sharedWords(headline, sentence string) string {
	var out []string
	in := map[string]bool{}
	for _, w := range split(nil, sentence) {
		in[stem(w.text)] = !w.start && w.text == strings.ToLower(w.text)
	}
	for _, w := range split(nil, headline) {
		if in[stem(w.text)] && !words()["stop"].has(w.text) {
			out = append(out, w.text)
		}
	}
	return strings.Join(out, " ")
}

// TestAnnotated merges the annotated events of several articles, each with
// all its tellings, and holds the result to the annotated clusters and to the
// pairs that are to be kept apart.
func TestAnnotated(t *testing.T) {
	text, dct := map[string]string{}, map[string]string{}
	for line := range bytes.Lines(annotated(t, "seeds", "seeds.jsonl")) {
		var d struct{ ID, DCT, Text string }
		if err := json.Unmarshal(line, &d); err != nil {
			t.Fatal(err)
		}
		text[d.ID], dct[d.ID] = d.Text, d.DCT
	}
	var mentions []*event.Mention
	for line := range bytes.Lines(annotated(t, "gold", "events.jsonl")) {
		var g struct {
			event.Mention
			Mentions     [][2]int `json:"mentions"`
			CrossDocDate bool     `json:"cross_doc_date"`
		}
		if err := json.Unmarshal(line, &g); err != nil {
			t.Fatal(err)
		}
		spans := append([][2]int{{g.SentenceStart, g.SentenceEnd}}, g.Mentions...)
		for i, s := range spans {
			m := g.Mention
			m.SentenceStart, m.SentenceEnd, m.Quote, m.DCT = s[0], s[1], text[m.Doc][s[0]:s[1]], dct[m.Doc]
			if i > 0 {
				m.ID += string(rune('a' + i))
			}
			m.Trigger.Text = sharedWords(m.Headline, m.Quote)
			if g.CrossDocDate {
				m.Date, m.Precision = "", "none"
			}
			mentions = append(mentions, &m)
		}
	}
	events, _ := Merge(mentions, Options{Actor: kindsOfActors})
	at := map[string]string{}
	for _, e := range events {
		for _, m := range e.Mentions {
			at[m.ID] = e.ID
		}
		if testing.Verbose() && len(e.Mentions) > 1 {
			t.Log(e.ID, e.Mentions)
		}
	}
	var clusters []struct {
		EventIDs []string `json:"event_ids"`
	}
	var apart []struct{ Pair []string }
	if err := json.Unmarshal(annotated(t, "gold", "clusters.json"), &clusters); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(annotated(t, "gold", "nonmerge.json"), &apart); err != nil {
		t.Fatal(err)
	}
	for _, c := range clusters {
		if slices.ContainsFunc(c.EventIDs, func(id string) bool { return at[id] == "" || at[id] != at[c.EventIDs[0]] }) {
			t.Errorf("not merged: %v", c.EventIDs)
		}
	}
	for _, p := range apart {
		if at[p.Pair[0]] == at[p.Pair[1]] && at[p.Pair[0]] != "" {
			t.Errorf("merged: %v", p.Pair)
		}
	}
	for a, x := range at {
		for b, y := range at {
			if len(a) == 7 && len(b) == 7 && a < b && x == y && !slices.ContainsFunc(clusters, func(c struct {
				EventIDs []string `json:"event_ids"`
			}) bool {
				return slices.Contains(c.EventIDs, a) && slices.Contains(c.EventIDs, b)
			}) {
				t.Errorf("merged, though annotated as two events: %s %s", a, b)
			}
		}
	}
}

// read is the mentions of an article in plain text.
func read(id, dct, outlet, text string) []*event.Mention {
	day, _ := calendar.ParseDate(dct)
	a := article.Plain(text, article.Meta{ID: id, DCT: day, Source: article.Outlet{Name: outlet}})
	ms, _ := event.Read(a, []byte(text), actor.Default(), event.Options{ID: id})
	var out []*event.Mention
	for i := range ms {
		out = append(out, &ms[i])
	}
	return out
}

// TestWholePath reads the annotated articles, merges what they tell, and holds
// the result to the annotated clusters and to the pairs that are to be kept
// apart, by the scorer of the shared material.
func TestWholePath(t *testing.T) {
	var mentions []*event.Mention
	for line := range bytes.Lines(annotated(t, "seeds", "seeds.jsonl")) {
		var d struct{ ID, DCT, Source, Text string }
		if err := json.Unmarshal(line, &d); err != nil {
			t.Fatal(err)
		}
		mentions = append(mentions, read(d.ID, d.DCT, d.Source, d.Text)...)
	}
	lines := map[string]*bytes.Buffer{"mentions": {}, "events": {}}
	for _, m := range mentions {
		b, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		lines["mentions"].Write(append(b, '\n'))
	}
	events, _ := Merge(mentions, Options{Actor: actor.Default().Lookup})
	for _, e := range events {
		b, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		lines["events"].Write(append(b, '\n'))
	}
	args := []string{filepath.Join(os.Getenv("DATELINE_SHARED"), "gold", "score_merge.py")}
	for _, name := range []string{"mentions", "events"} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, lines[name].Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, "--"+name, path)
	}
	out, err := exec.Command("python3", args...).CombinedOutput()
	if t.Logf("%s", out); err != nil {
		t.Errorf("the scorer: %v", err)
	}
}
