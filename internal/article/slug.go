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
	s = slugged.Replace(s)
	return strings.Trim(slug.Make(s), "-")
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
