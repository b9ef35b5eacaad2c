package article

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

// TestInterview: which blocks ask, in the forms in which interviews are printed. The
// want is the number of each block that asks.
func TestInterview(t *testing.T) {
	for _, c := range []struct{ name, path, text, want string }{
		{"labels", "a.txt", "Talk\n\nQ: You went to Lima in 2004?\n\nA: Yes. In May.\n\nQ: And then?\n\nA: We left.\n", "[1 3]"},
		{"names", "a.txt", "Talk\n\nANA RUIZ: The mill was sold in 1998. Why?\n\nJON AAS: It was old.\n\nANA RUIZ: Then it burned in 2003.\n\nJON AAS: In June, yes.\n", "[1 3]"},
		{"bold", "a.md", "# Talk\n\nShe met us.\n\n**Why did you go in 1998?**\n\nI had to.\n\n**And in 2003?**\n\nThey asked.\n", "[2 4]"},
		{"bold in a page", "a.html", "<h1>Talk</h1><p>She met us in the garden of the old house by the river, and poured tea for all.</p><p><b>Why did you go in 1998?</b></p><p>I had to go, for nobody else would have gone there in such a winter, and I was young.</p><p><b>The mill burned in 2003.</b></p><p>It did.</p><p><b>Who lit it?</b></p><p>Nobody knows.</p>", "[2 4 6]"},
		{"slanted", "a.md", "# Talk\n\n*Why did you go?*\n\nI had to.\n\n*And in 2003?*\n\nThey asked.\n", "[1 3]"},
		{"one bold question", "a.md", "# Talk\n\n**Why did you go?**\n\nI had to.\n\nThey asked.\n", "[]"},
		{"bold lines", "a.md", "# Talk\n\n**The mill**\n\nIt burned. Who lit it?\n\n**The bridge**\n\nIt fell.\n", "[]"},
		{"notes", "a.txt", "Rules\n\nNote: keep off the grass.\n\nTime: noon.\n\nNote: no dogs.\n\nTime: one.\n", "[]"},
	} {
		a, _ := Parse(source.File{Path: c.path, Bytes: []byte(c.text)}, Options{})
		got := []int{}
		for i, b := range a.Blocks {
			if b.Asks {
				got = append(got, i)
			}
		}
		if fmt.Sprint(got) != c.want {
			var lines []string
			for _, b := range a.Blocks {
				lines = append(lines, b.String(sentence.Extent{To: len(b.Words)}))
			}
			t.Errorf("%s: %v ask, want %s:\n%s", c.name, got, c.want, strings.Join(lines, "\n"))
		}
	}
}
