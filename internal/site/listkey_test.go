package site_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dateline-ssg/dateline/internal/site"
)

// TestListKeys takes events from a site whose lists are cut, and gives some other
// headlines, actors and types: a file whose key stays has the same bytes. The page of an
// actor that shows newer events keeps its key when an old one has another headline.
func TestListKeys(t *testing.T) {
	chance := rand.New(rand.NewPCG(6, 1))
	c := config()
	c.Publish.Events = "anchors"
	in := sample(t, 1500, c)
	for i := range in.Events {
		in.Events[i].Rank = float64(chance.IntN(4000)) / 8
	}
	in.Past = &site.Past{}
	before, drawn := keyed(t, in)
	for step := range 4 {
		in.Events = slices.Clone(in.Events)
		i := min(step, 1) * chance.IntN(len(in.Events)) // the oldest at first
		e := *in.Events[i]
		switch step {
		case 0:
			e.Headline += " again"
		case 1:
			e.Actors = append(slices.Clone(e.Actors), people[chance.IntN(len(people))])
		case 2:
			e.Type = "other"
		}
		if in.Events[i] = &e; step == 3 {
			in.Events = slices.Delete(in.Events, i, i+1)
		}
		after, redrawn := keyed(t, in)
		for path, key := range after {
			if key == before[path] && !bytes.Equal(drawn[path], redrawn[path]) {
				t.Errorf("step %d: %s shows something else under the same key", step, path)
			}
			if step == 0 && key != before[path] && path == "actors/"+site.Slug(in.Events[i].Actors[0])+"/index.html" {
				t.Errorf("%s shows newer events, and has another key for an old one", path)
			}
		}
		plain := in
		plain.Past = nil
		keys, _ := keyed(t, plain)
		for path, key := range after {
			if keys[path] != key {
				t.Errorf("step %d: %s has another key with a past", step, path)
			}
		}
		before, drawn = after, redrawn
	}
}
