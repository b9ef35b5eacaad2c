package actor

import (
	"slices"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

// TestLife: in a text about one person the pronouns are that person's, but for
// those of whoever else acts in the sentence.
func TestLife(t *testing.T) {
	const portrait = `Angela Merkel was born in Hamburg, where she learnt to read.
Merkel left the institute in 1990. Christine Lagarde received her in Bonn. She lived there until May.
She went to Oslo in the autumn. Theresa May heard her twice.
Nancy Pelosi said that she was sorry. Angela Merkel thanked her.
Merkel grew old. She flew to Lima and spoke of it.`
	read := func(title string) []string {
		var doc Document
		doc.Title = title
		for _, s := range strings.Split(portrait, "\n") {
			x := sentence.Split([]sentence.Piece{{Text: s, Span: source.Span{End: len(s)}}}, sentence.For("en"))
			doc.Passages = append(doc.Passages, x)
			doc.Clauses = append(doc.Clauses, clause.Find(x, "en"))
		}
		var got []string
		for _, r := range Default().Find(doc) {
			if r.Via == ByPronoun {
				got = append(got, r.Actor.Name)
			}
		}
		return got
	}
	const merkel, pelosi = "Angela Merkel", "Nancy Pelosi"
	want := []string{merkel, merkel, merkel, merkel, merkel, pelosi, pelosi, merkel}
	if got := read("Merkel, who learnt to read"); !slices.Equal(got, want) {
		t.Errorf("the pronouns mean %q; want %q", got, want)
	}
	if got := read("A week in Berlin"); slices.Equal(got, want) {
		t.Errorf("the pronouns mean %q whatever the title says", got)
	}
}

// TestOther: whoever acts on him in a second verb is not himself he.
func TestOther(t *testing.T) {
	var doc Document
	for _, s := range []string{"Vladimir Putin said so on Monday. Robert Fico flew to Moscow, and spoke to him for an hour."} {
		x := sentence.Split([]sentence.Piece{{Text: s, Span: source.Span{End: len(s)}}}, sentence.For("en"))
		doc.Passages = append(doc.Passages, x)
		doc.Clauses = append(doc.Clauses, clause.Find(x, "en"))
	}
	for _, r := range Default().Find(doc) {
		if r.Via == ByPronoun && r.Actor.Name != "Vladimir Putin" {
			t.Errorf("him is %s", r.Actor.Name)
		}
	}
}

// TestShortLife: who is named at the head of a text and seldom after is he from then on,
// where nobody else is named in two of its passages and most have the pronoun.
func TestShortLife(t *testing.T) {
	read := func(title string) []string {
		var doc Document
		doc.Title = title
		for _, s := range []string{
			"Henry Kissinger died on Monday.",
			"Kissinger taught law, and in 1971 he flew to Peking.",
			"Richard Nixon went there a year later. He sent nine ships to the bay.",
			"Sacked by Jimmy Carter, he wrote three books.",
			"In May he told guests that the war would end.",
		} {
			x := sentence.Split([]sentence.Piece{{Text: s, Span: source.Span{End: len(s)}}}, sentence.For("en"))
			doc.Passages = append(doc.Passages, x)
			doc.Clauses = append(doc.Clauses, clause.Find(x, "en"))
		}
		var got []string
		for _, r := range Default().Find(doc) {
			if r.Via == ByPronoun {
				got = append(got, r.Actor.Name)
			}
		}
		return got
	}
	const kissinger, nixon = "Henry Kissinger", "Richard Nixon"
	if got, want := read("The man who knew: Henry Kissinger"), []string{kissinger, nixon, kissinger, kissinger}; !slices.Equal(got, want) {
		t.Errorf("the pronouns mean %q; want %q", got, want)
	}
	if got := read("A week in Peking"); len(got) > 2 && got[2] == kissinger {
		t.Errorf("the pronouns mean %q whatever the title says", got)
	}
}
