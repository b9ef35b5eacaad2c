package export

import (
	"strconv"

	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/site"
)

// found is an event as the page's search finds it. The names are short
// because a reader fetches the whole file.
type found struct {
	ID       string   `json:"id"`
	URL      string   `json:"url"` // with the base path, no host
	Date     string   `json:"date"`
	Headline string   `json:"headline"`
	Actors   []string `json:"actors"`
	Text     string   `json:"text"` // places, kind, sources, and the sentences that tell it
}

// fewFound is how many events one file of the index holds: what a reader
// waits for before the first hit.
const fewFound = 10_000

// writeSearch writes the index that the front page searches when it does not
// hold all events itself, as one file.
func writeSearch(c *chronicle) ([]byte, error) { return c.searchPart(c.in.Events, nil) }

// searchFile is the name of a part of the index, the first has the newest
// events.
func searchFile(part int) string {
	if part == 0 {
		return "search-index.json"
	}
	return "search-index-" + strconv.Itoa(part+1) + ".json"
}

// searchParts are events by the file of the index that holds them, the latest
// first.
func searchParts(events []*chronology.Event, few int) [][]*chronology.Event {
	var out [][]*chronology.Event
	for end := len(events); end > 0; end -= few {
		out = append(out, events[max(0, end-few):end])
	}
	if out == nil {
		out = append(out, nil)
	}
	return out
}

// searchFormats are the files of the index.
func searchFormats(c *chronicle, few int) []format {
	parts := searchParts(c.in.Events, few)
	var more []string
	for i := 1; i < len(parts); i++ {
		more = append(more, searchFile(i))
	}
	var out []format
	for i, part := range parts {
		next := more
		if i > 0 {
			next = nil
		}
		out = append(out, format{site.Format{File: searchFile(i)}, func(c *chronicle) ([]byte, error) { return c.searchPart(part, next) }})
	}
	return out
}

// searchPart writes events, and the names of the files that go on where the
// first one ends.
func (c *chronicle) searchPart(events []*chronology.Event, more []string) ([]byte, error) {
	out := struct {
		More   []string `json:"more,omitempty"`
		Events []found  `json:"events"`
	}{more, []found{}}
	for _, e := range events {
		text := append([]string{site.TypeText(c.words, e.Type)}, e.Places...)
		for _, m := range e.Told {
			text = append(text, site.Outlet(m), site.Said(m))
		}
		out.Events = append(out.Events, found{
			e.ID, c.to.EventPath(e), c.dates(e.Date, e.Mod), e.Headline, some(e.Actors), join(text),
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
