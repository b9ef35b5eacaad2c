package site_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dateline-ssg/dateline/internal/export"
	"github.com/dateline-ssg/dateline/internal/site"
)

// TestRank gives some events other ranks, of many on few days, so that lists are cut
// and ordered by them: a page whose key stays has the same bytes, with a past and
// without, and where one rank alone is another most keys stay.
func TestRank(t *testing.T) {
	chance := rand.New(rand.NewPCG(3, 9))
	for _, publish := range []string{"pages", "anchors"} {
		c := config()
		c.Publish.Events, c.Top.Count, c.Publish.Cards = publish, 20, 20
		in := sample(t, 1500, c)
		for i := range in.Events {
			in.Events[i].Date, in.Events[i].Rank = in.Events[i/5*5].Date, float64(chance.IntN(40))/8
		}
		in.Past = &site.Past{}
		before, drawn := keyed(t, in)
		for _, times := range []int{1, 200} {
			in.Events = slices.Clone(in.Events)
			for range times {
				e := in.Events[chance.IntN(len(in.Events))]
				other := *e
				other.Rank = float64(chance.IntN(48)) / 8
				in.Events[slices.Index(in.Events, e)] = &other
			}
			after, redrawn := keyed(t, in)
			same := 0
			for path, key := range after {
				if key == before[path] {
					if same++; !bytes.Equal(drawn[path], redrawn[path]) {
						t.Errorf("%s, %d other ranks: %s shows something else under the same key", publish, times, path)
					}
				}
			}
			if same < len(after)/2 && times == 1 {
				t.Errorf("%s: for one rank %d of %d files have other keys", publish, len(after)-same, len(after))
			}
			plain := in
			plain.Past = nil
			keys, _ := keyed(t, plain)
			for path, key := range after {
				if keys[path] != key {
					t.Errorf("%s, %d other ranks: %s has another key with a past", publish, times, path)
				}
			}
			before, drawn = after, redrawn
		}
	}
}

// keyed are the keys and bytes of all files of a site, exports included, by path.
func keyed(t *testing.T, in site.Input) (keys map[string]string, drawn map[string][]byte) {
	t.Helper()
	pages, _, err := site.Pages(in)
	if err != nil {
		t.Fatal(err)
	}
	more, err := export.Pages(in)
	if err != nil {
		t.Fatal(err)
	}
	keys, drawn = map[string]string{}, map[string][]byte{}
	for _, p := range slices.Concat(pages, more) {
		keys[p.Path] = p.Key
		if drawn[p.Path], err = p.Draw(); err != nil {
			t.Fatal(err)
		}
	}
	return keys, drawn
}
