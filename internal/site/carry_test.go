package site_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dateline-ssg/dateline/internal/site"
)

// TestCarried lays a site out again and again, with other events, articles, tags,
// addresses and lanes: pages with a past have the keys and bytes of those without.
func TestCarried(t *testing.T) {
	chance := rand.New(rand.NewPCG(5, 8))
	in := sample(t, 24, config())
	all, past := slices.Clone(in.Events), &site.Past{}
	for step := range 27 {
		in.Events, in.Articles = slices.Clone(in.Events), slices.Clone(in.Articles)
		i, a := chance.IntN(len(in.Events)), &in.Articles[chance.IntN(len(in.Articles))]
		switch step % 9 {
		case 1:
			e := *in.Events[i]
			e.Headline += " again"
			in.Events[i] = &e
		case 2:
			a.Tags = append(slices.Clone(a.Tags), fmt.Sprintf("tag %d", chance.IntN(3)))
		case 3:
			a.Slug = fmt.Sprintf("moved-%d", step)
		case 4:
			a.Language = "fr"
		case 5:
			in.Events = slices.Delete(in.Events, i, i+1)
		case 6:
			in.Events = slices.Clone(all)
		case 7:
			e := *in.Events[i]
			e.Actors = append(slices.Clone(e.Actors), fmt.Sprintf("Actor %d", chance.IntN(20)))
			in.Events[i] = &e
		case 8:
			in.Config.Lanes = []string{people[chance.IntN(len(people))]}
		}
		in.Past = past
		with := drawAll(t, in)
		keys := keysOf(t, in)
		in.Past = nil
		for path, want := range drawAll(t, in) {
			if !bytes.Equal(with[path], want) {
				t.Fatalf("step %d: %s with a past differs", step, path)
			}
		}
		if want := keysOf(t, in); !slices.Equal(keys, want) {
			for k := range min(len(want), len(keys)) {
				if want[k] != keys[k] {
					t.Fatalf("step %d: with a past %s, without %s", step, keys[k], want[k])
				}
			}
		}
	}
}

// TestKnownOnce tells a past of events in another process, for a run that cannot
// be laid out: the next, to which other things may be known of actors, takes no
// marks from it.
func TestKnownOnce(t *testing.T) {
	in, past := sample(t, 24, config()), &site.Past{}
	plain := drawAll(t, in)
	in.Past = past
	keysOf(t, in)
	known := past.Found(in.Events)
	for i := range known.Marks {
		known.Marks[i] += "-of-then"
	}
	in.Past = &site.Past{}
	in.Past.Know(in.Events, known)
	clash := in
	clash.Articles = append(slices.Clone(in.Articles), in.Articles[0])
	if _, _, err := site.Pages(clash); err == nil {
		t.Fatal("two articles have one address")
	}
	for path, b := range drawAll(t, in) {
		if !bytes.Equal(b, plain[path]) {
			t.Fatalf("%s has marks of another run", path)
		}
	}
}

// keysOf are the paths and keys of all pages, in order.
func keysOf(t *testing.T, in site.Input) []string {
	t.Helper()
	pages, _, err := site.Pages(in)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, p := range pages {
		out = append(out, p.Path+" "+p.Key)
	}
	return out
}
