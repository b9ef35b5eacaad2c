package site_test

import (
	"bytes"
	"cmp"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/site"
)

// cardID is the event to which a card leads.
var cardID = regexp.MustCompile(`<h3><a href="?/events/([^/]+)/`)

// TestTop: the page of the most important events, and that of each year, list
// those of the highest rank of the time asked for, and no others.
func TestTop(t *testing.T) {
	c := site.Default()
	c.Top = site.Top{Count: 7, From: "2024-06"}
	in := sample(t, 120, c)
	pages := drawn(t, in)
	asked := site.PeriodOf("2024-06", "")
	best := func(year string) []string {
		all := slices.DeleteFunc(slices.Clone(in.Events), func(e *chronology.Event) bool {
			return !asked.Holds(e.Date) || !strings.HasPrefix(e.Date, year)
		})
		slices.SortStableFunc(all, func(a, b *chronology.Event) int { return cmp.Compare(b.Rank, a.Rank) })
		var ids []string
		for _, e := range all[:7] {
			ids = append(ids, e.ID)
		}
		slices.Sort(ids)
		return ids
	}
	for _, year := range []string{"", "2024", "2025"} {
		path := strings.TrimSuffix("top/"+year, "/") + "/index.html"
		var got []string
		for _, m := range cardID.FindAllSubmatch(pages[path], -1) {
			got = append(got, string(m[1]))
		}
		slices.Sort(got)
		if want := best(year); !slices.Equal(got, want) {
			t.Errorf("%s lists\n%v, want\n%v", path, got, want)
		}
	}
	for page, link := range map[string]string{"about/index.html": "/top/", "top/index.html": "/top/2025/", "top/2025/index.html": "/top/"} {
		if !bytes.Contains(pages[page], []byte(`"`+link+`"`)) {
			t.Errorf("%s has no link to %s", page, link)
		}
	}
	for path, b := range drawn(t, sample(t, 120, site.Default())) {
		if strings.HasPrefix(path, "top/") || bytes.Contains(b, []byte(`"/top/"`)) {
			t.Errorf("%s, though nobody asked for the most important", path)
		}
	}
}

func TestLinksToTop(t *testing.T) {
	for _, events := range []string{"pages", "anchors"} {
		c := config()
		c.Top.Count, c.Publish.Events = 30, events
		crawl(t, sample(t, 60, c))
	}
}

// TestPeriod: a date lies in a period where any of its days does.
func TestPeriod(t *testing.T) {
	for _, c := range []struct {
		from, to, date string
		want           bool
	}{
		{"", "", "", true},
		{"2025", "", "", false},
		{"2025", "", "2024-12-31", false},
		{"2025", "", "2025-01-01", true},
		{"2025-02", "2025-02", "2025-02-28", true},
		{"2025-02", "2025-02", "2025-03-01", false},
		{"2025-02-10", "", "2025-02", true},
		{"", "2025-02-10", "2025-02", true},
		{"", "2025-02-10", "2025-02-08/2025-02-12", true},
		{"", "BC0044", "BC0100", true},
		{"BC0044", "", "BC0100", false},
	} {
		if got := site.PeriodOf(c.from, c.to).Holds(c.date); got != c.want {
			t.Errorf("from %q to %q: %q is %v", c.from, c.to, c.date, got)
		}
	}
}
