package article

import (
	"strings"
	"testing"

	"github.com/gosimple/slug"
)

// FuzzSlug: a slug that needs no tables is the one made with them.
func FuzzSlug(f *testing.F) {
	for _, s := range []string{"", "12", "A b_C", "--x..y-", "One/Two: (3), 4", "Müller", "a & b", "it's", " -"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, ok := plainSlug(s); ok {
			if want := strings.Trim(slug.Make(slugged.Replace(s)), "-"); got != want {
				t.Errorf("%q: %q, with tables %q", s, got, want)
			}
		}
	})
}
