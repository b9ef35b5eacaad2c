package edit

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

func file(text string) source.File { return source.File{Path: "edits.toml", Bytes: []byte(text)} }

// said is an error as the user reads it.
func said(err error) string {
	var f *source.Failure
	switch {
	case err == nil:
		return ""
	case errors.As(err, &f):
		return f.Diagnostics[0].String()
	}
	return "no failure: " + err.Error()
}

func TestAppend(t *testing.T) {
	for _, c := range []struct {
		text string
		d    Decision
		want string
	}{
		{"", Decision{Event: "a", Verb: Hide}, "[[edit]]\nevent = \"a\"\nhide = true\n"},
		{"# mine\n", Decision{Event: "a", Verb: Unpin}, "# mine\n\n[[edit]]\nevent = \"a\"\npin = false\n"},
		{"[b]\npin = true", Decision{Event: "a", Verb: Show}, "[b]\npin = true\n[[edit]]\nevent = \"a\"\nhide = false\n"},
		{"[b]\r\npin = true\r\n", Decision{Event: "a", Verb: Pin}, "[b]\r\npin = true\r\n\r\n[[edit]]\r\nevent = \"a\"\r\npin = true\r\n"},
		{"", Decision{Event: "a", Verb: Headline, Values: []string{" Say \"yes\" \\ \x01 "}}, "[[edit]]\nevent = \"a\"\nheadline = \"Say \\\"yes\\\" \\\\ \\u0001\"\n"},
		{"", Decision{Event: "two words", Verb: Date, Values: []string{"2025-W36"}}, "[[edit]]\nsentence = \"two words\"\ndate = \"2025-W36\"\n"},
		{"", Decision{Event: "a", Verb: Merge, Values: []string{"b", "c"}}, "[[edit]]\nevent = \"a\"\nmerge = [\"b\", \"c\"]\n"},
		{"", Decision{Event: "a", Verb: Note, Values: []string{"one\ntwo"}}, "[[edit]]\nevent = \"a\"\nnote = \"one\\ntwo\"\n"},
		{"", Decision{Event: "a", Verb: Correct, Values: []string{"It was the 12th."}, On: "2025-03-01"},
			"[[edit]]\nevent = \"a\"\ncorrection = [{date = \"2025-03-01\", text = \"It was the 12th.\"}]\n"},
	} {
		out, e, err := Append(file(c.text), c.d)
		if err != nil || string(out.Bytes) != c.want {
			t.Errorf("%v: %v\ngot  %q\nwant %q", c.d, said(err), out.Bytes, c.want)
			continue
		}
		if back := Remove(out, e); string(back.Bytes) != c.text {
			t.Errorf("taken back: %q\nwas %q", back.Bytes, c.text)
		}
	}
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		text string
		d    Decision
		want string
	}{
		{"[a\n", Decision{Event: "a", Verb: Hide}, "edits.toml:1:3: "},
		{"edit = 1\n", Decision{Event: "a", Verb: Hide}, "edits.toml:1:1: this is not what an edit consists of"},
		{"[edit]\nevent = \"b\"\n", Decision{Event: "a", Verb: Hide}, "no entry can be added here; "},
		{"", Decision{Verb: Hide}, "no event is named; give its id"},
		{"", Decision{Event: "a", Verb: "burn", Values: []string{"x"}}, "there is no decision \"burn\"; hide, pin"},
		{"", Decision{Event: "a", Verb: Hide, Values: []string{"x"}}, "hide takes no value"},
		{"", Decision{Event: "a", Verb: Date, Values: []string{"soon"}}, "\"soon\" is no date; write 2025-09-03"},
		{"", Decision{Event: "a", Verb: Date, Values: []string{"2025", "2026"}}, "date takes one value, not 2"},
		{"", Decision{Event: "a", Verb: Type, Values: []string{"phone"}}, "unknown type \"phone\"; one of "},
		{"", Decision{Event: "a", Verb: Status, Values: []string{"maybe"}}, "unknown status \"maybe\"; one of "},
		{"", Decision{Event: "a", Verb: Headline, Values: []string{" "}}, "the headline is empty; to take a decision back, undo it"},
		{"", Decision{Event: "a", Verb: Headline, Values: []string{"\xff"}}, "\"\\xff\" is not UTF-8"},
		{"", Decision{Event: "a", Verb: Merge}, "merge needs a value"},
		{"", Decision{Event: "a", Verb: Merge, Values: []string{"a"}}, "an event cannot be merged with itself"},
		{"", Decision{Event: "a", Verb: Correct, Values: []string{"x"}, On: "then"}, "\"then\" is no date"},
	} {
		out, _, err := Append(file(c.text), c.d)
		if !strings.HasPrefix(said(err), c.want) || string(out.Bytes) != c.text {
			t.Errorf("%q %v: got %s\nwant %s", c.text, c.d, said(err), c.want)
		}
	}
}

func TestLast(t *testing.T) {
	const text = "[b]\nhide = true\n\n[[edit]]\nevent = \"a\"\npin = true\n\n[[edit]]\nevent = \"c\"\nmerge = [\"a\"]\n\n[[edit]]\nsentence = \"some words\"\n# why\nnote = \"\"\"\n# no comment\n[[edit]]\n\"\"\" # so\ntype = \"call\"\n"
	events := []*chronology.Event{{ID: "told", Told: []*event.Mention{{Quote: "Some  WORDS of a sentence.", Text: "Some WORDS of a sentence."}}},
		{ID: "a", Told: []*event.Mention{{Quote: "Another of a sort.", Text: "Another of a sort."}}}}
	for _, c := range []struct{ id, says, problem string }{
		{"told", "note = \"\"\"\n# no comment\n[[edit]]\n\"\"\" # so\ntype = \"call\"", ""}, // named by a sentence of it
		{"of a  Sort", "merge = [\"a\"]", ""},                                               // named by its id
		{"of a sentence", "note = \"\"\"\n# no comment\n[[edit]]\n\"\"\" # so\ntype = \"call\"", ""},
		{"words of none", "", "no entry speaks of words of none; see edits.toml for what there is"},
		{"", "note = \"\"\"\n# no comment\n[[edit]]\n\"\"\" # so\ntype = \"call\"", ""},
		{"a", "merge = [\"a\"]", ""},
		{"some words", "note = \"\"\"\n# no comment\n[[edit]]\n\"\"\" # so\ntype = \"call\"", ""},
		{"b", "", "edits.toml:1:2: this table was written by hand; delete here what is no longer to hold"},
		{"d", "", "no entry speaks of d; see edits.toml for what there is"},
	} {
		e, err := Last(file(text), c.id, events)
		if e.Says != c.says || said(err) != c.problem {
			t.Errorf("%q: %q, %s", c.id, e.Says, said(err))
		}
	}
	if _, err := Last(file("# none\n"), "", nil); said(err) != "there is nothing to take back" {
		t.Error(said(err))
	}
	// What the user wrote between the lines of an entry stays.
	e, _ := Last(file(text), "some words", nil)
	if got, want := string(Remove(file(text), e).Bytes), strings.SplitAfter(text, "merge = [\"a\"]\n")[0]+"\n# why\n"; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// originals are files as users have them.
var originals = []string{
	"", "\n", "\n\n", "# only a remark", "\ufeff# with a mark\n", "\ufeff",
	"[a]\nhide = true # as said\n\n# why not\n[b]\ndate = 2025-02-12\n\n[[b.correction]]\ndate = 2025-03-01\ntext = \"x\"",
	"[a]\r\nhide = true\r\n# end\r\n",
	"a.hide = true\nb = {pin = true}\n",
	"[[edit]]\nevent = \"a\"\nhide = true\n[b]\nnote = '''\n[[edit]]\n'''\n[[edit]]\nevent = \"c\"\nmerge = [\n  \"d\", # one\n  # another\n]\n\n# last words",
}

// TestUndoAll holds the law: after any decisions, taking them back in any
// order gives the bytes that were there before.
func TestUndoAll(t *testing.T) {
	for seed := range uint64(600) {
		r := rand.New(rand.NewPCG(seed, 1))
		text := originals[r.IntN(len(originals))]
		was, err := Entries(file(text))
		if err != nil {
			t.Fatal(err)
		}
		f := file(text)
		ours := 0
		for range 1 + r.IntN(12) {
			if entries, _ := Entries(f); ours > 0 && r.IntN(3) == 0 {
				f = Remove(f, entries[len(was)+r.IntN(ours)])
				ours--
				continue
			}
			out, e, err := Append(f, decision(r))
			if err != nil {
				t.Fatalf("seed %d: %s\n%s", seed, said(err), f.Bytes)
			}
			if got := string(out.Bytes[e.Span.Start:e.Span.End]); !strings.HasPrefix(got, "[[edit]]") || e.Span.End != len(out.Bytes) {
				t.Fatalf("seed %d: the entry is %q", seed, got)
			}
			f = out
			ours++
		}
		for ; ours > 0; ours-- {
			entries, err := Entries(f)
			if err != nil || len(entries) != len(was)+ours {
				t.Fatalf("seed %d: %d entries, want %d (%v)", seed, len(entries), len(was)+ours, err)
			}
			f = Remove(f, entries[len(was)+r.IntN(ours)])
		}
		if string(f.Bytes) != text {
			t.Fatalf("seed %d:\ngot  %q\nwant %q", seed, f.Bytes, text)
		}
	}
}

// decision is any one.
func decision(r *rand.Rand) Decision {
	ids := []string{"a", "b", "2025-02-12-x", "words of a sentence", "quo\"ted\\ words"}
	texts := []string{"One", "[[edit]]", "# no remark", "two\nlines", "a \"b\" 'c' \\", "\"\"\"", "день"}
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	d := Decision{Event: pick(ids)}
	switch r.IntN(8) {
	case 0:
		d.Verb = []Verb{Hide, Show, Pin, Unpin}[r.IntN(4)]
	case 1:
		d.Verb, d.Values = Date, []string{pick([]string{"2025", "2025-02-12", "2025-W36", "2025-02/2025-03"})}
	case 2:
		d.Verb, d.Values = Type, []string{"call"}
	case 3:
		d.Verb, d.Values = Status, []string{"planned"}
	case 4:
		d.Verb, d.Values = Merge, []string{pick(ids) + "-other", "z"}
	case 5:
		d.Verb, d.Values = Split, []string{pick(texts), pick(texts)}
	case 6:
		d.Verb, d.Values, d.On = Correct, []string{pick(texts)}, "2025-03-01"
	default:
		d.Verb, d.Values = []Verb{Headline, Note}[r.IntN(2)], []string{pick(texts)}
	}
	return d
}

// FuzzEntries holds on any file: entries are ordered and disjoint, and a
// decision taken back leaves no trace.
func FuzzEntries(f *testing.F) {
	for _, text := range originals {
		f.Add(text, "words")
	}
	f.Fuzz(func(t *testing.T, text, value string) {
		entries, err := Entries(file(text))
		if err != nil {
			return
		}
		end := 0
		for _, e := range entries {
			if e.Span.Start < end || e.Span.End <= e.Span.Start || e.Span.End > len(text) {
				t.Fatalf("%q: %v", text, e)
			}
			for _, line := range e.lines {
				if line.Start < end || line.End <= line.Start {
					t.Fatalf("%q: %v", text, e)
				}
				end = line.End
			}
		}
		out, e, err := Append(file(text), Decision{Event: "a", Verb: Note, Values: []string{value}})
		if err != nil {
			return
		}
		if edits, ds := chronology.ParseEdits(out); edits.Len() == 0 || slices.ContainsFunc(ds, func(d source.Diagnostic) bool { return d.Level == source.Error }) {
			t.Fatalf("%q: %v", out.Bytes, ds)
		}
		if back := Remove(out, e); string(back.Bytes) != text {
			t.Fatalf("got %q, was %q", back.Bytes, text)
		}
	})
}

func TestWords(t *testing.T) {
	told := func(sentences ...string) (out []*event.Mention) {
		for _, s := range sentences {
			out = append(out, &event.Mention{Quote: s, Text: s})
		}
		return out
	}
	for _, c := range []struct {
		told []*event.Mention
		want string
	}{
		{told("They met in Oslo on Monday to talk.", "They met in Rome."), "They met in Oslo on"},
		{told("They met in Oslo on Monday to talk.", "They met in  Oslo ON Monday."), "They met in Oslo on Monday to"},
		{told("They met", "They met in Rome."), ""},
		{told("They met in Oslo.", "They met in Oslo.", "Talks began."), "They met in Oslo."},
		{told("They met in Oslo."), ""},
		{told("", "x"), ""},
	} {
		if got := Words(c.told, 0); got != c.want {
			t.Errorf("%s: %q, want %q", fmt.Sprint(c.told[0].Quote), got, c.want)
		}
	}
}

func TestLook(t *testing.T) {
	m := &event.Mention{Doc: "d", Outlet: "The Gazette", DCT: "2025-02-13", Text: "He spoke; later they spoke again.", Quote: "He spoke; later they *spoke* again.",
		SentenceStart: 100, Trigger: event.Trigger{Text: "spoke", Start: 122, End: 127}, Date: "2025-02-12", DateBasis: "own", Rule: "talk", Type: "call"}
	c := Look(&chronology.Event{ID: "x", Headline: "They speak", Told: []*event.Mention{m}})
	got := c.Tellings[0]
	if got.Before != "He spoke; later they " || got.Trigger != "spoke" || got.After != " again." || got.Basis != "own" || got.Rule != "talk" || got.Source != "The Gazette" || got.Split != "" {
		t.Errorf("%+v", got)
	}
	row := &event.Mention{Doc: "d", Headline: "They speak", Quote: "{date: 2025-02-12, headline: They speak}", DateBasis: "explicit"}
	if got := Look(&chronology.Event{ID: "x", Told: []*event.Mention{row}}).Tellings[0]; got.Before != "They speak" {
		t.Errorf("an event of a table is told as %q", got.Before)
	}
	if len(c.Types) < 10 || !slices.Contains(c.Statuses, "cancelled") {
		t.Errorf("%+v", c)
	}
}
