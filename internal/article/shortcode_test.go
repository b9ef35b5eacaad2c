package article

import (
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

// TestShortcodes: tags of other generators are no prose, and what stands
// beside them keeps its place.
func TestShortcodes(t *testing.T) {
	for text, want := range map[string]string{
		"{{< figure src=\"a.png\" title=\"A { brace }\" >}}\n\nTalks began.": "Talks began.",
		"{{% notice tip %}}\nTalks began.\n{{% /notice %}}":                  "Talks began.",
		"{% include a.html b=\"c\" %}\n\nTalks began.\n{: .note }":           "Talks began.",
		"Talks{{< ref 1 >}} began é.":                                        "Talks began é.",
		"Talks {{ x }} began.":                                               "Talks {{ x }} began.",
		"- Talks 100% {began}.":                                              "Talks 100% {began}.",
		"{{< unclosed\n\nTalks began.":                                       "{{< unclosed Talks began.",
	} {
		file := "---\ntitle: x\ndate: 2025-01-02\n---\n" + text
		a, ds := Parse(source.File{Path: "a.md", Bytes: []byte(file)}, Options{})
		var got []string
		for _, b := range a.Blocks {
			all := sentence.Extent{To: len(b.Words)}
			got = append(got, b.String(all))
			for _, w := range b.Words {
				if file[w.Start:w.End] != w.Text {
					t.Errorf("%q: the word %q stands at %q", text, w.Text, file[w.Start:w.End])
				}
			}
		}
		if s := strings.Join(got, " "); s != want || len(ds) > 0 {
			t.Errorf("%q: got %q %v, want %q", text, s, ds, want)
		}
	}
	code := "```\n{% raw %}\n```\n"
	if got := withoutShortcodes([]byte(code)); string(got) != code {
		t.Errorf("code became %q", got)
	}
}
