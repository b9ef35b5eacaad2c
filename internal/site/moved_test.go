package site_test

import (
	"strings"
	"testing"
)

// TestMoved: an address once published leads to the event that took it in,
// and to nothing else.
func TestMoved(t *testing.T) {
	in := sample(t, 10, config())
	live, other := in.Events[0].ID, in.Events[1].ID
	in.Moved = map[string]string{"2024-01-01-old": live, "2024-01-01-older": live, other: live, "2024-01-01-lost": "no-such-event"}
	site := drawn(t, in)
	for _, old := range []string{"2024-01-01-old", "2024-01-01-older"} {
		page := string(site["events/"+old+"/index.html"])
		to := "/sub/path/events/" + live + "/"
		for _, want := range []string{
			`<link rel="canonical" href="https://example.org` + to + `">`,
			`<meta http-equiv="refresh" content="0; url=` + to + `">`,
			`<a href="` + to + `">`, `content="noindex"`,
		} {
			if !strings.Contains(page, want) {
				t.Errorf("%s: no %s in\n%s", old, want, page)
			}
		}
		if strings.Contains(string(site["sitemap.xml"]), old) {
			t.Errorf("the sitemap lists %s", old)
		}
	}
	if page := string(site["events/"+other+"/index.html"]); strings.Contains(page, "refresh") {
		t.Error("an event that is there leads away")
	}
	if _, ok := site["events/2024-01-01-lost/index.html"]; ok {
		t.Error("a page leads to no event")
	}
}
