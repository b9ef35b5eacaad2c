package article

import (
	"net/url"
	"strings"

	"github.com/gosimple/slug"
)

var slugged = strings.NewReplacer("’", "", "'", "", "_", "-")

// slugOf makes a part of an address of a text in any script, "" of one that
// has no letters.
func slugOf(s string) string {
	if plain, ok := plainSlug(s); ok {
		return plain
	}
	s = slugged.Replace(s)
	return strings.Trim(slug.Make(s), "-")
}

// plainSlug is slugOf where nothing is to be put into other letters, so that
// the tables for all scripts are not made for it; false for other text.
func plainSlug(s string) (string, bool) {
	out := make([]byte, 0, len(s))
	for i := range len(s) {
		switch c := s[i]; {
		case 'A' <= c && c <= 'Z':
			out = append(out, c|0x20)
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			out = append(out, c)
		case strings.IndexByte(" -_./:,()", c) < 0:
			return "", false
		case len(out) > 0 && out[len(out)-1] != '-':
			out = append(out, '-')
		}
	}
	return strings.TrimSuffix(string(out), "-"), true
}

// safeURL reports whether a link to s can do no more than lead somewhere.
func safeURL(s string) bool {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil {
		return false
	}
	switch strings.ToLower(u.Scheme) {
	case "", "http", "https", "mailto", "tel":
		return true
	}
	return false
}
