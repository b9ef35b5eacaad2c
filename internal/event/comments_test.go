package event

import (
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestComments: what readers write below an article is told by nobody, be the day of each
// comment before it or in its words; one stamp alone is the article's own.
func TestComments(t *testing.T) {
	dct, _ := calendar.ParseDate("2012-05-06")
	const report = "Chile shut its ports on 4 May. "
	for _, c := range []struct{ text, want string }{
		{report + "Wake up. May 5, 2012 at 5:21 pm | Peru invaded us all over again. May 5, 2012 at 5:40 pm | Chile sold its soul.", "Chile shuts its ports"},
		{report + "At 10:16 am on 5 May 2012, miner12 wrote: Peru invaded Chile on Monday. At 11:02 am on 5 May 2012, anna wrote: Chile invaded Peru.", "Chile shuts its ports"},
		{report + "5th May 2012 - 10:52 Peru invaded Chile. 5th May 2012 - 11:05 Chile invaded Peru.", "Chile shuts its ports"},
		{"May 5, 2012 at 5:21 pm | Chile shut its ports on 4 May. Peru invaded Chile on 3 May.", "Chile shuts its ports|Peru invades Chile"},
		{report + "At 10:16 the army entered Lima. Peru invaded Chile on 3 May.", "Chile shuts its ports|The army enters Lima|Peru invades Chile"},
	} {
		a := article.Plain(c.text, article.Meta{ID: "a", DCT: dct})
		ms, _ := Read(a, []byte(c.text), actor.Default(), Options{ID: "a"})
		var got []string
		for _, m := range ms {
			if m.DateBasis == "own" {
				got = append(got, m.Headline)
			}
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, g, c.want)
		}
	}
}
