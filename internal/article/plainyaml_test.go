package article

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-ssg/dateline/internal/source"
)

// FuzzPlainYAML: what is read as plain is read as the parser reads it, but for
// the place of the whole.
func FuzzPlainYAML(f *testing.F) {
	for _, s := range []string{
		"title: One day\ndate: 2025-09-03\n", "title: \"A: b, 'c'\"\nauthor: 'Ana \"B\" Ruiz'", "draft: true\nn: 0x1F\nm: 1_000",
		"a: null", "a: ~", "a: b #c", "a: b - c", "a: b\na: c", "a: \"\\n\"", "a: ''", "a:  b", "a: b ", "true: no", "a: 1.5e3\nb: 12e03", "a: - b", "a: b\n\n",
		"a: 2025-09-03T10", "a: 0o17", "a: 1-2/3 (4)", "a: ...", "a: .5", "y: n.", "a: nan\nb: inf", "a: \" b\"", "a: b\n b: c", "a: 'x'\nb: \"y\" ",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, ok := plainYAML(s)
		if !ok {
			return
		}
		want, err := yamlValue([]byte(s))
		if err != nil {
			t.Fatalf("%q is plain, and to the parser: %v", s, err)
		}
		want.Span = source.Span{}
		if d := cmp.Diff(want, got, cmp.AllowUnexported(value{}, pair{})); d != "" {
			t.Errorf("%q: -parser +plain\n%s", s, d)
		}
	})
}

// TestPlainYAML: what most front matter says is plain.
func TestPlainYAML(t *testing.T) {
	for s, want := range map[string]bool{
		"title: Talks in Geneva\ndate: 2025-09-03\nauthor: \"A. Ruiz\"\n": true,
		"title: Talks: the second day\n":                                  false,
		"tags: [a, b]\n":                                                  false,
		"title: >\n  folded\n":                                            false,
		"title: 'It''s'\n":                                                false,
		"title: Straße\n":                                                 false,
		"":                                                                false,
	} {
		if _, got := plainYAML(s); got != want {
			t.Errorf("%q: plain is %t", s, got)
		}
	}
}
