package site

import (
	"encoding/xml"
	"slices"
	"testing"
)

// TestSitemaps: every address is in exactly one list, no list is too long, and
// sitemap.xml leads to all of them.
func TestSitemaps(t *testing.T) {
	addrs := []string{"", "2025/", "about/", "data/", "events/a/", "events/b&c/", "lanes/"}
	for few := 1; few <= len(addrs)+1; few++ {
		files := sitemaps(addrs, few)
		var got []string
		for path, list := range files {
			if len(list) > few && path != sitemapPath {
				t.Errorf("%s lists %d addresses, more than %d", path, len(list), few)
			}
			if path != sitemapPath || len(addrs) <= few {
				got = append(got, list...)
			} else if len(list) != len(files)-1 {
				t.Errorf("%d lists, of which the index names %v", len(files)-1, list)
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, addrs) {
			t.Errorf("lists of %d hold %q", few, got)
		}
	}
	var index struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
		Locs    []string `xml:"sitemap>loc"`
	}
	b, err := newAddress("https://example.org/x/").sitemap("sitemapindex", "sitemap", sitemaps(addrs, 4)[sitemapPath])
	if err == nil {
		err = xml.Unmarshal(b, &index)
	}
	if err != nil || !slices.Equal(index.Locs, []string{"https://example.org/x/sitemap-1.xml", "https://example.org/x/sitemap-2.xml"}) {
		t.Error(err, index.Locs, string(b))
	}
}
