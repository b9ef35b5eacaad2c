package actor

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// document is a text with a passage a line.
func document(s string, dct calendar.Date) Document {
	d := Document{DCT: dct, Language: "en"}
	at := 0
	for line := range strings.Lines(s) {
		if t := strings.TrimRight(line, "\n"); t != "" {
			x := sentence.Split([]sentence.Piece{{Text: t, Span: source.Span{Start: at, End: at + len(t)}}}, sentence.For("en"))
			d.Passages = append(d.Passages, x)
			d.Clauses = append(d.Clauses, clause.Find(x, "en"))
		}
		at += len(line)
	}
	return d
}

var vias = [...]string{"name", "surname", "title", "pronoun", "metonym", "adjective", "introduced", "noun"}
var kindNames = [...]string{"unknown", "person", "body", "company", "outlet", "state", "place", "occasion"}

// show is the references, one a line: words, actor, kind, how.
func show(d Document, refs []Ref) string {
	var b strings.Builder
	for _, r := range refs {
		poss := ""
		if r.Possessive {
			poss = " 's"
		}
		fmt.Fprintf(&b, "%s = %s, %s, %s%s\n", d.Passages[r.Passage].String(r.Extent), r.Actor.Name, kindNames[r.Actor.Kind], vias[r.Via], poss)
	}
	return b.String()
}

// TestGolden reads testdata/*.txtar: DATE-NAME.txt is a text written on that
// day, DATE-NAME.want its references.
func TestGolden(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, path := range paths {
		a, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var out []txtar.File
		for i, f := range a.Files {
			name, ok := strings.CutSuffix(f.Name, ".txt")
			if !ok {
				continue
			}
			day, _ := dayOf(name[:10])
			d := document(string(f.Data), day)
			refs := Default().Find(d)
			judge(t, d, refs)
			got := show(d, refs)
			out = append(out, f, txtar.File{Name: name + ".want", Data: []byte(got)})
			if *update {
				continue
			}
			if i+1 == len(a.Files) || a.Files[i+1].Name != name+".want" {
				t.Errorf("%s: %s has no .want", path, f.Name)
			} else if want := string(a.Files[i+1].Data); got != want {
				t.Errorf("%s: %s\n got:\n%s\nwant:\n%s", path, f.Name, got, want)
			}
		}
		if *update {
			a.Files = out
			if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestExamples(t *testing.T) {
	for _, err := range Default().set.Test() {
		t.Error(err)
	}
}

// TestOneHolder: an office has one holder at a time.
func TestOneHolder(t *testing.T) {
	g := Default()
	several := map[string]bool{"special envoy|united states": true, "special envoy|russia": true}
	for key, hs := range g.holders {
		if several[key] {
			continue
		}
		for i, a := range hs {
			if a.to != 0 && a.to <= a.from {
				t.Errorf("%s: %s holds it for no time", key, g.entries[a.entry].Name)
			}
			for _, b := range hs[:i] {
				if (a.to == 0 || b.from < a.to) && (b.to == 0 || a.from < b.to) {
					t.Errorf("%s: %s and %s hold it at one time", key, g.entries[a.entry].Name, g.entries[b.entry].Name)
				}
			}
		}
	}
}

// TestData: what actors belong to is an actor; no name stands twice; every
// office of a role that titles can name is known.
func TestData(t *testing.T) {
	g := Default()
	seen := map[string]Kind{}
	for _, e := range g.entries {
		if k, ok := seen[e.Name]; ok && k != State && e.Kind != Place {
			t.Errorf("%s stands twice", e.Name)
		}
		seen[e.Name] = e.Kind
	}
	for _, e := range g.entries {
		if _, ok := seen[e.Country]; e.Country != "" && !ok {
			t.Errorf("%s belongs to %s, which is no actor", e.Name, e.Country)
		}
	}
}

func TestLookup(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"Zelenskyy", "Volodymyr Zelensky"}, {"moscow", "Russia"}, {"the United Nations", "United Nations"},
		{"Russian President Vladimir Putin", "Vladimir Putin"}, {"Fed", "Federal Reserve"}, {"nobody", ""},
	} {
		got := ""
		if a := Default().Lookup(c.name); a != nil {
			got = a.Name
		}
		if got != c.want && !(c.name == "moscow" && got == "Moscow") {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// TestAliases: every canonical name and alias of the annotators' list names
// its actor.
func TestAliases(t *testing.T) {
	shared := os.Getenv("DATELINE_SHARED")
	if shared == "" {
		t.Skip("DATELINE_SHARED is not set: no list of aliases")
	}
	b, err := os.ReadFile(filepath.Join(shared, "gold", "aliases.json"))
	if err != nil {
		t.Fatal(err)
	}
	var list map[string][]string
	if err := json.Unmarshal(b, &list); err != nil {
		t.Fatal(err)
	}
	for name, aliases := range list {
		for _, a := range append(aliases, name) {
			if got := Default().Lookup(a); got == nil || got.Name != name {
				t.Errorf("%s: got %+v, want %s", a, got, name)
			}
		}
	}
}

func TestWith(t *testing.T) {
	g, ds := Default().With(source.File{Path: "actors.toml", Bytes: []byte(`
[[actors]]
name = "Jane Roe"
kind = "person"
aliases = ["J. Roe"]
colour = "red"
[[actors.roles]]
title = "energy minister of Utopia"
from = "2024-01-01"

[[actors]]
name = "Donald Trump"
aliases = ["The Donald"]

[[actors]]
name = "X"
kind = "planet"
`)})
	var got []string
	for _, d := range ds {
		got = append(got, d.String())
	}
	want := "actors.toml:6:1: unknown key actors.colour; actors have name, kind, country, aliases and roles; roles have title, from and to\n" +
		"actors.toml:16:9: no kind planet; kinds are person, body, company, outlet, state, place and occasion"
	if g := strings.Join(got, "\n"); g != want {
		t.Errorf("got\n%s\nwant\n%s", g, want)
	}
	if a := g.Lookup("J. Roe"); a == nil || a.Name != "Jane Roe" || len(a.Roles) != 1 {
		t.Errorf("J. Roe is %+v", a)
	}
	if a := g.Lookup("The Donald"); a == nil || a.Name != "Donald Trump" || a.Kind != Person {
		t.Errorf("The Donald is %+v", a)
	}
	if Default().Lookup("J. Roe") != nil {
		t.Error("the default gazetteer has changed")
	}
	if _, ds := Default().With(source.File{Path: "actors.toml", Bytes: []byte("[[actors]\n")}); len(ds) != 1 || ds[0].Level != source.Error {
		t.Errorf("a broken file: %v", ds)
	}
}

// TestWithRoles: whoever the site says holds an office holds it, from the day or
// month that stands there in quotation marks or without; a title that names no
// state is of the actor's own.
func TestWithRoles(t *testing.T) {
	g, ds := Default().With(source.File{Path: "actors.toml", Bytes: []byte(`
[[actors]]
name = "Wanda Moreau"
kind = "person"
country = "France"
[[actors.roles]]
title = "foreign minister"
from = 2031-02-03
to = "2031"

[[actors]]
name = "Pablo Ruiz"
kind = "person"
country = "USA"
roles = [{ title = "president of the United States", from = "2031-03" }, { title = "envoy", from = "soon" }, { from = "2031" }]

[[actors]]
name = "Y"
country = "Narnia"

[[actors]]
name = "Utopia"
kind = "state"

[[actors]]
name = "Z"
country = "Utopia"
`)})
	for _, c := range []struct{ office, of, on, want string }{
		{"foreign minister", "France", "2031-02-03", "Wanda Moreau"},
		{"foreign minister", "France", "2031-12-31", "Wanda Moreau"},
		{"foreign minister", "France", "2032-01-01", "Jean-Noel Barrot"},
		{"president", "United States", "2031-02-28", "Donald Trump"},
		{"president", "the United States", "2031-03-01", "Pablo Ruiz"},
	} {
		on, _ := calendar.ParseDate(c.on)
		if i := g.holder(c.office, c.of, on); i < 0 || g.entries[i].Name != c.want {
			t.Errorf("the %s of %s on %s is not %s", c.office, c.of, c.on, c.want)
		}
	}
	if a := g.Lookup("Pablo Ruiz"); a == nil || a.Country != "United States" {
		t.Errorf("of the USA is %+v", a)
	}
	want := []string{
		`actors.toml:12:9: a role without a title; write title = "foreign minister"`,
		`actors.toml:12:9: role envoy: no day soon; write from = "2025-09-03", "2025-09" or "2025"`,
		`actors.toml:18:9: no country Narnia; write its name as the page shows it, such as United States, or add it as an actor of the kind state in front of this one`,
	}
	if len(ds) != len(want) {
		t.Fatalf("%v", ds)
	}
	for i, d := range ds {
		if d.String() != want[i] {
			t.Errorf("got\n%s\nwant\n%s", d, want[i])
		}
	}
	if _, ds := Default().With(source.File{Path: "actors.toml", Bytes: []byte("[[actors]]\nname = \"Y\"\naliases = \"Z\"\n")}); len(ds) != 1 ||
		ds[0].String() != `actors.toml:3:11: actors.aliases cannot be a string; write a list: aliases = ["one", "two"]` {
		t.Errorf("a text for a list: %v", ds)
	}
}

func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		if _, err := read(); err != nil {
			b.Fatal(err)
		}
	}
}

// judge holds references to their law: ordered, disjoint, inside the text.
func judge(t *testing.T, d Document, refs []Ref) {
	t.Helper()
	p, at := 0, 0
	for _, r := range refs {
		if r.Passage != p {
			if r.Passage < p {
				t.Fatalf("%+v after passage %d", r, p)
			}
			p, at = r.Passage, 0
		}
		if r.From < at || r.Len() <= 0 || r.To > len(d.Passages[p].Words) || r.Actor == nil || r.Actor.Name == "" {
			t.Fatalf("%+v after word %d", r, at)
		}
		at = r.To
	}
}

func FuzzFind(f *testing.F) {
	day := calendar.NewDay(2025, 9, 10)
	for _, s := range []string{
		"Russian President Vladimir Putin met President Xi. He said “I am.”", "the US Treasury Secretary's aide, Mr. von der Li",
		"Trump-Putin-Xi summit in Beijing of the Bank of China (BOC)", "Sino-Russian–US-led U.S. president of the", "",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := document(s, day)
		judge(t, d, Default().Find(d))
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("Russian President Vladimir Putin met Xi in Beijing on Monday. He said the US Treasury Secretary would visit Moscow, the Kremlin spokesman told Reuters.\n", 100)
	d := document(text, calendar.NewDay(2025, 9, 10))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Default().Find(d)
	}
}
