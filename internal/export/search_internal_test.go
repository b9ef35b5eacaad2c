package export

import (
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/theme"
)

// TestSearchParts: whatever a file holds, all files together hold every event
// once, the first the latest ones, and it names the others.
func TestSearchParts(t *testing.T) {
	words, err := os.ReadFile("../../themes/broadsheet/strings/en.toml")
	if err != nil {
		t.Fatal(err)
	}
	in := site.Input{Config: site.Default(), Theme: theme.New([]theme.Layer{{Files: map[string][]byte{"strings/en.toml": words}}})}
	for i := range 7 {
		in.Events = append(in.Events, &chronology.Event{ID: "e" + strconv.Itoa(i)})
	}
	c, err := newChronicle(in)
	if err != nil {
		t.Fatal(err)
	}
	for few := 1; few <= 8; few++ {
		var got []string
		var more []string
		files := searchFormats(c, few)
		for i, f := range files {
			var part struct {
				More   []string
				Events []found
			}
			b, err := f.write(c)
			if err == nil {
				err = json.Unmarshal(b, &part)
			}
			if err != nil {
				t.Fatal(err)
			}
			if i == 0 {
				more = part.More
			} else if f.File != more[i-1] || len(part.More) > 0 {
				t.Errorf("%s is not the %dth of %q", f.File, i, more)
			}
			if len(part.Events) > few {
				t.Errorf("%s holds %d events, more than %d", f.File, len(part.Events), few)
			}
			var ids []string
			for _, e := range part.Events {
				ids = append(ids, e.ID)
			}
			got = append(ids, got...)
		}
		if len(files) != len(more)+1 || !slices.Equal(got, []string{"e0", "e1", "e2", "e3", "e4", "e5", "e6"}) {
			t.Errorf("files of %d hold %q", few, got)
		}
	}
}
