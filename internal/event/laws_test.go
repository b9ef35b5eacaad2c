package event

import (
	"bytes"
	"encoding/json"
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/source"
)

// lawful checks what is promised of every mention, whatever the text: its
// quotation is exactly its bytes, its trigger stands in it, its headline fits,
// and the same input gives the same bytes.
func lawful(t *testing.T, text string, dct calendar.Date) {
	t.Helper()
	read := func() []Mention {
		a := article.Plain(text, article.Meta{ID: "x", DCT: dct})
		ms, _ := Read(a, []byte(text), actor.Default(), Options{})
		return ms
	}
	ms := read()
	last := 0
	for _, m := range ms {
		if m.SentenceStart < last || m.SentenceEnd <= m.SentenceStart || m.SentenceEnd > len(text) {
			t.Fatalf("spans out of order or of the file: %d %d after %d", m.SentenceStart, m.SentenceEnd, last)
		}
		last = m.SentenceStart
		if m.Quote != text[m.SentenceStart:m.SentenceEnd] {
			t.Fatalf("the quotation is not its bytes: %q", m.Quote)
		}
		if m.Trigger.Start < m.SentenceStart || m.Trigger.End > m.SentenceEnd {
			t.Fatalf("trigger %v outside of its sentence", m.Trigger)
		}
		if n := len(strings.Fields(m.Headline)); n == 0 || n > most {
			t.Fatalf("a headline of %d words: %q", n, m.Headline)
		}
		if (m.Date == "") != (m.Precision == "none") || (m.Date == "") != (m.DateBasis == "none") {
			t.Fatalf("date %q, precision %q, basis %q do not agree", m.Date, m.Precision, m.DateBasis)
		}
		if _, ok := calendar.Parse(m.Date); m.Date != "" && !ok {
			t.Fatalf("no date: %q", m.Date)
		}
		if m.Status == "planned" && dct.Known() {
			if r, _ := calendar.Parse(m.Date); r.Known() && r.Last() < dct.First() {
				t.Fatalf("a plan for %s, told on %s", m.Date, m.DCT)
			}
		}
		if _, ok := LeafOf(m.Type); !ok {
			t.Fatalf("no type %q", m.Type)
		}
	}
	again, _ := json.Marshal(read())
	once, _ := json.Marshal(ms)
	if !bytes.Equal(again, once) {
		t.Fatal("the same text gives other mentions")
	}
}

func FuzzLaws(f *testing.F) {
	f.Add("On Monday Merkel met Macron in Paris. “We will impose tariffs on Peru unless it yields,” she said.")
	f.Add("SEOUL, Sept. 5 — The navy fired (live) rounds on Tuesday; the talks, agreed in mid-May, were called off [by whom?].")
	f.Add("He said that “the —")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 5000 {
			return
		}
		lawful(t, text, calendar.NewDay(2025, 9, 10))
		lawful(t, text, calendar.Date{})
	})
}

func TestLawsOfArticles(t *testing.T) {
	for _, a := range annotatedArticles(t) {
		lawful(t, string(a.file.Bytes), calendar.NewDay(2024, 2, 24))
	}
}

// What a heading with a day tells is of the kind that its words are.
func TestHeadingKind(t *testing.T) {
	for heading, want := range map[string]string{
		"Chile announces tariffs on tea from Peru":   "tariff",
		"Chile and Peru settle on a pact in Lima":    "agreement",
		"Chile’s president meets Peru’s in Arequipa": "meeting",
	} {
		f := source.File{Path: "steps.md", Bytes: []byte("---\ntitle: Steps\ndate: 2025-05-01\n---\n\n## 3 April 2025: " + heading + "\n\nThe weather was fair.\n")}
		a, ds := article.Parse(f, article.Options{})
		if a == nil {
			t.Fatal(ds)
		}
		if ms, _ := Read(a, f.Bytes, actor.Default(), Options{}); len(ms) != 1 || ms[0].Type != want {
			t.Errorf("%s: %+v", heading, ms)
		}
	}
}

func TestExplicit(t *testing.T) {
	const text = `---
title: Steps
date: 2025-05-01
events:
  - date: 2025-04-02
    headline: Peru opens the pass
    type: agreement
---

## 3 April 2025: Chile closes the pass

Emmanuel Macron met Narendra Modi in Paris on Monday.

## 4 April 2025

Emmanuel Macron met Narendra Modi in Paris.

| When | What happened |
|---|---|
| 5 April 2025 | Peru, which had waited for a year and a half and had sent three envoys to ask for it, signs a treaty with Chile in Lima. |
| 7 April | Sanctions on Peru |

- March 2025: Chile closed the mine on 3 March 2025
- January 2025–April 2025: Chile closed the mine on 3 March 2025
`
	f := source.File{Path: "steps.md", Bytes: []byte(text)}
	a, ds := article.Parse(f, article.Options{})
	if a == nil {
		t.Fatal(ds)
	}
	ms, _ := Read(a, f.Bytes, actor.Default(), Options{})
	var got []string
	for _, m := range ms {
		got = append(got, m.Date+" "+m.DateBasis+" "+m.Type+" "+m.Headline+" "+strings.Join(m.Actors, ","))
	}
	want := []string{"2025-04-02 explicit agreement Peru opens the pass ", "2025-04-03 explicit meeting Chile closes the pass Chile",
		"2025-04-04 explicit meeting Macron meets Modi in Paris Emmanuel Macron,Narendra Modi",
		"2025-04-05 explicit agreement Peru signs a treaty with Chile in Lima Peru,Chile", "2025-04-07 explicit other Sanctions on Peru Peru",
		"2025-03-03 explicit other Chile closed the mine on 3 March 2025 Chile", "2025-01/2025-04 explicit other Chile closed the mine on 3 March 2025 Chile"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestFingerprint(t *testing.T) {
	body := strings.Repeat("The ministers of both countries signed a treaty on fishing in the northern sea and praised it. ", 3) +
		"Nobody else was asked, and the harbour stayed open all day long for the boats that came back late."
	print := func(s string) string { return Fingerprint(article.Plain(s, article.Meta{}).Blocks) }
	one, copied, other := print(body), print("Reprinted. "+body), print(strings.Repeat("A train left the rails near the old bridge, and forty people were hurt. ", 5))
	if d := bitsApart(one, one); d != 0 {
		t.Errorf("a text is %d bits from itself", d)
	}
	if d := bitsApart(one, copied); d > 8 {
		t.Errorf("a copy is %d bits away", d)
	}
	if d := bitsApart(one, other); d < 15 {
		t.Errorf("another text is only %d bits away", d)
	}
	if d := bitsApart(one, ""); d != 64 {
		t.Errorf("no fingerprint is %d bits away", d)
	}
}

// bitsApart is the number of bits in which two fingerprints differ, or 64 where
// one is none. Manku, Jain and Das Sarma (2007) take up to 3 of 64 bits as a
// near-duplicate.
func bitsApart(a, b string) int {
	x, err1 := strconv.ParseUint(a, 16, 64)
	y, err2 := strconv.ParseUint(b, 16, 64)
	if err1 != nil || err2 != nil {
		return 64
	}
	return bits.OnesCount64(x ^ y)
}
