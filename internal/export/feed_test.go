package export_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/mmcdole/gofeed"

	"github.com/dateline-ssg/dateline/internal/export"
	"github.com/dateline-ssg/dateline/internal/site"
)

// TestFeeds: both feeds hold the events that the configuration chooses, the
// newest telling first.
func TestFeeds(t *testing.T) {
	ranks := map[string]float64{"coarse": 3, "day": 1, "span": 2, "plan": 5, "undated": 4}
	for _, c := range []struct {
		feeds site.Feeds
		want  string
	}{
		{site.Feeds{}, "plan span day coarse undated"},
		{site.Feeds{Count: 2}, "plan span"},
		{site.Feeds{By: "rank", Count: 2}, "plan undated"},
		{site.Feeds{By: "rank", Count: 3}, "plan coarse undated"},
		{site.Feeds{By: "rank", Count: 2, To: "2025"}, "span coarse"},
		{site.Feeds{From: "2025-02-20", To: "2025-03"}, "span coarse"},
	} {
		in := input(t)
		in.Config.Feeds = c.feeds
		for _, e := range in.Events {
			e.Rank = ranks[e.ID]
		}
		for _, name := range []string{"atom", "jsonfeed"} {
			f, err := gofeed.NewParser().ParseString(string(write(t, name, in)))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, i := range f.Items {
				got = append(got, i.GUID[strings.LastIndex(i.GUID, ":")+1:])
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("%s of %+v holds %v, want %s", name, c.feeds, got, c.want)
			}
		}
	}
}

// TestFeedKeys: what the feeds are to hold is in the key by which a file is
// known to be as it was.
func TestFeedKeys(t *testing.T) {
	keyOf := func(f site.Feeds) string {
		in := input(t)
		in.Config.Feeds = f
		pages, err := export.Pages(in)
		if err != nil {
			t.Fatal(err)
		}
		return pages[slices.IndexFunc(pages, func(p site.Page) bool { return p.Path == "feed.xml" })].Key
	}
	if keyOf(site.Feeds{}) != keyOf(site.Default().Feeds) {
		t.Error("the defaults are another feed than none")
	}
	if keyOf(site.Feeds{}) == keyOf(site.Feeds{By: "rank"}) {
		t.Error("a feed by rank has the key of the newest")
	}
}
