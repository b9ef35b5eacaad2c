package site_test

import (
	"html"
	"regexp"
	"strings"
	"testing"
)

// TestCite: whatever can be cited says how, with its own address and a day
// that its own articles give.
func TestCite(t *testing.T) {
	in := sample(t, 40, config())
	in.Now = "2031-01-01" // of another article
	cite := regexp.MustCompile(`class="cite">([^<]*)<`)
	kinds := map[string]int{}
	for path, b := range drawn(t, in) {
		page := string(b)
		kind := regexp.MustCompile(`<body id="embed" class="k-(event|list|year|month|article)"`).FindStringSubmatch(page)
		if kind == nil {
			continue
		}
		kinds[kind[1]]++
		said := cite.FindStringSubmatch(page)
		if said == nil {
			t.Errorf("%s does not say how to cite it", path)
			continue
		}
		line := html.UnescapeString(said[1])
		if addr := strings.TrimSuffix(path, "index.html"); !strings.HasSuffix(line, "/"+addr) {
			t.Errorf("%s is cited as %q", path, line)
		}
		if strings.Contains(line, "2031") || !strings.Contains(line, "As of") {
			t.Errorf("%s changes with other articles: %q", path, line)
		}
	}
	for _, kind := range []string{"event", "list", "year", "month", "article"} {
		if kinds[kind] == 0 {
			t.Errorf("no page of the kind %s", kind)
		}
	}
}
