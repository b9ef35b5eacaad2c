package event

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPack: mentions that are packed say what they said, also with lists that are
// empty or not there, and none of their lists runs on into the next.
func TestPack(t *testing.T) {
	made := func() []Mention {
		return []Mention{
			{ID: "m1", Quote: "Lima &amp; Quito sign.", Text: "Lima & Quito sign.", Trigger: Trigger{Text: "sign"},
				Actors: []string{"Lima", "Quito"}, Agents: []string{"Lima & Quito"}, Targets: []string{}, StatusCues: []string{"will"}},
			{ID: "m2", Date: "2021-05", Quote: "They met.", Text: "They met.", Headline: "Lima meets Quito",
				Actors: []string{"Lima"}, Places: []string{"Cusco"}, Attribution: "Ana Ruiz"},
		}
	}
	got := made()
	pack(got)
	_ = append(got[0].Actors, "nobody")
	if diff := cmp.Diff(made(), got); diff != "" {
		t.Error(diff)
	}
	for _, list := range got[0].lists() {
		if cap(*list) > len(*list) {
			t.Errorf("room behind %q", *list)
		}
	}
}
