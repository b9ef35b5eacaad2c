package timex

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// counts are the figures of the TempEval-3 definition: relaxed matches
// overlap, one to one, equal spans paired first; strict ones have equal
// spans; value ones are relaxed matches with the right value.
type counts struct {
	gold, system, relaxed, strict, value int
}

// f1 is the F1 score × 100 of so many right ones.
func (c counts) f1(right int) float64 {
	if c.gold+c.system == 0 {
		return 0
	}
	return 200 * float64(right) / float64(c.gold+c.system)
}

// add scores one document. Expressions that are optional or page furniture
// count neither for nor against; nullOK accepts any value where none is given.
func (c *counts) add(wanted, got []gold, nullOK bool) {
	var want, free []gold
	for _, g := range wanted {
		if g.Optional || g.Boilerplate {
			free = append(free, g)
		} else {
			want = append(want, g)
		}
	}
	pairs := pair(want, got)
	c.gold += len(want)
	for j, s := range got {
		if !slices.ContainsFunc(pairs, func(p [2]int) bool { return p[1] == j }) &&
			slices.ContainsFunc(free, func(g gold) bool { return s.Start < g.End && g.Start < s.End }) {
			continue
		}
		c.system++
	}
	for _, p := range pairs {
		g, s := want[p[0]], got[p[1]]
		c.relaxed++
		if g.Start == s.Start && g.End == s.End {
			c.strict++
		}
		if g.Value == s.Value || slices.Contains(g.Alt, s.Value) || nullOK && g.Value == "" {
			c.value++
		}
	}
}

func pair(want, got []gold) [][2]int {
	var pairs [][2]int
	usedW, usedG := map[int]bool{}, map[int]bool{}
	take := func(fits func(a, b gold) bool) {
		for i, w := range want {
			for j, g := range got {
				if !usedW[i] && !usedG[j] && fits(w, g) {
					usedW[i], usedG[j] = true, true
					pairs = append(pairs, [2]int{i, j})
				}
			}
		}
	}
	take(func(a, b gold) bool { return a.Start == b.Start && a.End == b.End })
	take(func(a, b gold) bool { return a.Start < b.End && b.Start < a.End })
	return pairs
}

// floors are the scores that must not be lost: lines "set relaxed strict
// value". They only rise.
func floors(t *testing.T) map[string][3]float64 {
	t.Helper()
	f, err := os.Open("testdata/floors.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := map[string][3]float64{}
	for s := bufio.NewScanner(f); s.Scan(); {
		if s.Text() == "" || strings.HasPrefix(s.Text(), "#") {
			continue
		}
		var name string
		var x [3]float64
		if _, err := fmt.Sscan(s.Text(), &name, &x[0], &x[1], &x[2]); err != nil {
			t.Fatalf("testdata/floors.txt: %q: %v", s.Text(), err)
		}
		out[name] = x
	}
	return out
}

func TestScores(t *testing.T) {
	least := floors(t)
	for _, s := range sets {
		t.Run(s.name, func(t *testing.T) {
			var c counts
			for _, d := range documents(t, s.file) {
				c.add(d.Timexes, s.predict(d), strings.HasPrefix(s.name, "wikiwars"))
			}
			x := [3]float64{c.f1(c.relaxed), c.f1(c.strict), c.f1(c.value)}
			t.Logf("%s %.1f %.1f %.1f", s.name, x[0], x[1], x[2])
			floor, ok := least[s.name]
			if !ok {
				t.Fatalf("testdata/floors.txt has no line for %s", s.name)
			}
			for i, what := range [...]string{"relaxed", "strict", "value"} {
				if x[i] < floor[i]-0.05 {
					t.Errorf("%s F1 is %.1f; it was %.1f", what, x[i], floor[i])
				}
			}
		})
	}
}

func TestScorer(t *testing.T) {
	var c counts
	c.add([]gold{{Start: 0, End: 4, Value: "2025"}, {Start: 10, End: 14, Value: "a", Alt: []string{"b"}}, {Start: 20, End: 24, Optional: true}},
		[]gold{{Start: 0, End: 4, Value: "2025"}, {Start: 8, End: 12, Value: "b"}, {Start: 20, End: 24}, {Start: 30, End: 34}}, false)
	if want := (counts{gold: 2, system: 3, relaxed: 2, strict: 1, value: 2}); c != want {
		t.Errorf("got %+v, want %+v", c, want)
	}
}
