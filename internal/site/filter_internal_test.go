package site

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestFamiliesInStyle: where no script runs, a family hides by the links to its
// types, which the style sheet knows, and to no others; what is of no family
// has none of these links.
func TestFamiliesInStyle(t *testing.T) {
	b, err := os.ReadFile("../../themes/broadsheet/assets/filter.css")
	if err != nil {
		t.Fatal(err)
	}
	for i, family := range Families {
		_, rule, _ := strings.Cut(string(b), "#f-t"+letter(i)+":checked")
		rule, _, _ = strings.Cut(rule, "\n")
		n := 0
		for leaf, of := range families {
			if linked := strings.Contains(rule, `[href$="/types/`+Slug(leaf)+`/"]`); linked != (of == family || family == "other") {
				t.Errorf("%s: the rule for it and the type %s, which is of %s: %s", family, leaf, of, rule)
			} else if linked {
				n++
			}
		}
		if n == 0 || n != strings.Count(rule, "/types/") {
			t.Errorf("%s: %d types", family, n)
		}
	}
}

// TestPeriods: years can be asked for while there is a letter for each, above
// that decades; of one year its months; what has no year has no class.
func TestPeriods(t *testing.T) {
	year := []Group{{ID: "2025-12"}, {ID: "2025-03"}, {ID: "2025"}, {ID: "2025-on"}}
	if got := fmt.Sprint(classByPeriod(year)); got != "[2025-12 2025-03]" || year[1].Class != "yb" || year[2].Class != "" || year[3].Class != "" {
		t.Errorf("of one year: %s, %v", got, year)
	}
	if got := classByPeriod(year[:1]); got != nil {
		t.Errorf("of one month: %v", got)
	}
	groups := func(from, to int) (out []Group) {
		for y := to; y >= from; y-- {
			out = append(out, Group{ID: fmt.Sprintf("%04d-05", y)}, Group{ID: fmt.Sprintf("%04d", y)})
		}
		return append(out, Group{ID: "undated"})
	}
	for _, c := range []struct {
		from, to, n int
		last        string
	}{{2001, 2026, 26, "2001"}, {2000, 2026, 3, "200"}, {1200, 1900, 0, ""}} {
		gs := groups(c.from, c.to)
		got := classByPeriod(gs)
		if len(got) != c.n || c.n > 0 && (got[c.n-1] != c.last || gs[0].Class != "ya" || gs[1].Class != "ya" || gs[len(gs)-2].Class != "y"+letter(c.n-1)) {
			t.Errorf("%d to %d: %v, %v", c.from, c.to, got, gs[0])
		}
		if last := gs[len(gs)-1]; last.Class != "" {
			t.Errorf("%s has the class %s", last.ID, last.Class)
		}
	}
}
