package site_test

import (
	"strings"
	"testing"
)

// TestCanonical: a page tells search engines its whole address, and nothing
// where the site knows no host: half an address is a mistake to them.
func TestCanonical(t *testing.T) {
	for base, want := range map[string]string{"https://example.org/sub/": "https://example.org/sub/", "/sub/": "", "": ""} {
		c := config()
		c.BaseURL = base
		in := sample(t, 10, c)
		in.Moved = map[string]string{"2024-01-01-old": in.Events[0].ID}
		for name, b := range drawn(t, in) {
			page := string(b)
			if !strings.HasSuffix(name, ".html") || strings.HasPrefix(name, "embed/parts/") {
				continue
			}
			if n := strings.Count(page, `<link rel="canonical" href="`+want); want != "" && n != 1 {
				t.Errorf("%s, %s: %d canonical addresses", base, name, n)
			}
			if name == "embed/index.html" && strings.Contains(page, "noindex") == strings.Contains(page, `<link rel="canonical" href="`+want+`">`) {
				t.Errorf("%q: what is framed must lead to the front page, or be hidden", base)
			}
			if want == "" && (strings.Contains(page, `rel="canonical"`) || strings.Contains(page, `"og:url"`)) {
				t.Errorf("%q, %s: a canonical address without a host", base, name)
			}
		}
	}
}
