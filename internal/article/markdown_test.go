package article

import (
	"html"
	"strings"
	"testing"
	"time"

	"github.com/dateline-ssg/dateline/internal/source"
)

func parse(t *testing.T, path, text string) *Article {
	t.Helper()
	a, ds := Parse(source.File{Path: path, Bytes: []byte(text)}, Options{})
	if a == nil {
		t.Fatalf("%s: no article: %v", path, ds)
	}
	return a
}

// TestHostile feeds what is known to cost Markdown parsers more than linear
// time. Each must be refused or read soon.
func TestHostile(t *testing.T) {
	deep := func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.Repeat("  ", i) + "- a\n")
		}
		return b.String()
	}
	for name, text := range map[string]string{
		"emphasis":     strings.Repeat("**a_", 20_000),
		"links":        strings.Repeat("[a](", 20_000),
		"brackets":     strings.Repeat("[", 100_000),
		"images":       strings.Repeat("![a", 30_000),
		"code":         strings.Repeat("`a``", 100_000),
		"autolinks":    strings.Repeat("<a", 100_000),
		"comments":     strings.Repeat("<!-- a", 100_000),
		"entities":     strings.Repeat("&", 300_000),
		"deep list":    deep(700),
		"one line":     strings.Repeat("- ", 10_000) + "a",
		"quotations":   strings.Repeat(">", 100_000) + "a",
		"wide table":   strings.Repeat("|a", 5000) + "|\n" + strings.Repeat("|-", 5000) + "|\n" + strings.Repeat("|\n", 100_000),
		"rules":        strings.Repeat("- - -\n", 100_000),
		"headings":     strings.Repeat("# a\n", 100_000),
		"references":   strings.Repeat("[a]: b\n", 50_000) + strings.Repeat("[a] ", 700),
		"footnotes":    strings.Repeat("[^a]: b\n\n", 20_000) + strings.Repeat("[^a] ", 700),
		"paragraphs":   strings.Repeat(strings.Repeat("**a_", 300)+"\n\n", 400),
		"linkify":      strings.Repeat("www.a.b ", 100_000),
		"addresses":    strings.Repeat("a@", 200_000),
		"numbered":     strings.Repeat("2. "+strings.Repeat("**a_", 30)+"\n", 5000),
		"bullets":      strings.Repeat("- "+strings.Repeat("**a_", 30)+"\n", 5000),
		"setext":       strings.Repeat("a\n=\n", 100_000),
		"tildes":       strings.Repeat("~~a~", 50_000),
		"line breaks":  strings.Repeat("a  \n", 200_000),
		"empty quotes": strings.Repeat("> \n", 200_000),
	} {
		if name != "deep list" && len(text) > maxSize {
			text = text[:maxSize]
		}
		began := time.Now()
		Parse(source.File{Path: "a.md", Bytes: []byte(text)}, Options{})
		took := time.Since(began)
		t.Logf("%s: %d bytes in %v", name, len(text), took)
		if took > 10*time.Second {
			t.Errorf("%s: %d bytes took %v", name, len(text), took)
		}
	}
}

// TestPlaces holds the law that the bytes of each word say its text.
func TestPlaces(t *testing.T) {
	text := "---\ntitle: x\ndate: 2025-01-02\n---\n# Heading *one* &amp; two\n\n" +
		"On **May** 3\\. Caf&eacute; and\nnew [line](http://x.org/a_b) http://y.org/c? `code here`.\n\n" +
		"> quoted\n> lines &quot;here&quot;\n\n- item one\n  goes on\n- **12 May 2025** — item\n\n" +
		"| a | b |\n|---|---|\n| 3 May | x\\|y |\n\nTerm\n: what it says\n\nNote[^1] <b>bold</b> ![pic](a.png) end.\n\n[^1]: The note.\n"
	a := parse(t, "a.md", text)
	for _, b := range a.Blocks {
		for _, w := range b.Words {
			raw := text[w.Start:w.End]
			if got := html.UnescapeString(raw); got != w.Text && !strings.Contains(raw, "\\"+w.Text) && w.Text != picture {
				t.Errorf("word %q stands for %q", w.Text, raw)
			}
		}
	}
	var b strings.Builder
	for _, bit := range a.Body {
		b.WriteString(bit.Markup + html.EscapeString(bit.Text))
	}
	t.Log(b.String())
}
