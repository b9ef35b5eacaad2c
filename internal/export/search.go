package export

import "github.com/dateline-ssg/dateline/internal/site"

// found is an event as the page's search finds it. The names are short
// because a reader fetches the whole file.
type found struct {
	ID       string   `json:"id"`
	URL      string   `json:"url"` // with the base path, no host
	Date     string   `json:"date"`
	Headline string   `json:"headline"`
	Actors   []string `json:"actors"`
	Text     string   `json:"text"` // places, kind and sources
}

// writeSearch writes the index that the front page searches when it does not
// hold all events itself.
func writeSearch(c *chronicle) ([]byte, error) {
	out := struct {
		Events []found `json:"events"`
	}{[]found{}}
	for _, e := range c.in.Events {
		text := append([]string{site.TypeText(c.words, e.Type)}, e.Places...)
		for _, m := range e.Told {
			text = append(text, site.Outlet(m))
		}
		out.Events = append(out.Events, found{
			e.ID, c.to.EventPath(e), site.DateText(c.words, e.Date, e.Mod), e.Headline, some(e.Actors), join(text),
		})
	}
	return marshal(out)
}

// join joins texts by spaces, each once.
func join(texts []string) string {
	seen := map[string]bool{}
	var out string
	for _, t := range texts {
		if t != "" && !seen[t] {
			seen[t] = true
			out += t + " "
		}
	}
	return out
}
