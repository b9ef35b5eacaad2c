package export

import (
	"cmp"

	"github.com/dateline-ssg/dateline/internal/site"
)

// jsonFeed is JSON Feed 1.1.
type jsonFeed struct {
	Version     string     `json:"version"`
	Title       string     `json:"title"`
	HomePage    string     `json:"home_page_url"`
	Feed        string     `json:"feed_url"`
	Description string     `json:"description,omitempty"`
	Language    string     `json:"language,omitempty"`
	Authors     []feedName `json:"authors"`
	Items       []feedItem `json:"items"`
}

type feedName struct {
	Name string `json:"name"`
}

type feedItem struct {
	ID        string     `json:"id"`
	URL       string     `json:"url"`
	Title     string     `json:"title"`
	HTML      string     `json:"content_html"`
	Published string     `json:"date_published"`
	Modified  string     `json:"date_modified"`
	Authors   []feedName `json:"authors,omitempty"`
	Tags      []string   `json:"tags,omitempty"`
	Dateline  feedFacts  `json:"_dateline"`
}

// feedFacts are our own fields: the specification gives names that begin with
// an underscore to extensions.
type feedFacts struct {
	About      string   `json:"about"`
	Date       string   `json:"date"`
	Precision  string   `json:"precision"`
	Actors     []string `json:"actors"`
	Type       string   `json:"type"`
	Status     string   `json:"status"`
	Confidence string   `json:"confidence"`
	Sources    []string `json:"sources"`
}

// writeJSONFeed writes what writeAtom does, as JSON.
func writeJSONFeed(c *chronicle) ([]byte, error) {
	cfg := c.in.Config
	f := jsonFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: cfg.Title, HomePage: c.to.Page(""), Feed: c.to.Page("feed.json"),
		Description: cfg.Subtitle, Language: cfg.Language, Authors: []feedName{{cmp.Or(cfg.Title, "Dateline")}}, Items: []feedItem{},
	}
	for _, e := range c.fed() {
		first, last := published(e)
		item := feedItem{
			ID: c.identity(e.ID), URL: c.to.Event(e), Title: c.title(e), HTML: c.says(e),
			Published: stamp(cmp.Or(first, c.in.Now)), Modified: stamp(cmp.Or(last, c.in.Now)),
			Tags:     append(append([]string{}, e.Actors...), site.TypeText(c.words, e.Type)),
			Dateline: feedFacts{c.to.Page("data/"), e.Date, e.Precision, some(e.Actors), e.Type, e.Status, e.Confidence, []string{}},
		}
		seen := map[string]bool{}
		for _, m := range e.Told {
			if s := site.Outlet(m); s != "" && !seen[s] {
				seen[s] = true
				item.Dateline.Sources = append(item.Dateline.Sources, s)
				item.Authors = append(item.Authors, feedName{s})
			}
		}
		f.Items = append(f.Items, item)
	}
	return indented(f)
}
