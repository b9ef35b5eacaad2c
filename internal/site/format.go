package site

import "slices"

// Format is a form in which the whole chronology is published beside its
// pages. Package export writes them; the pages list and link them.
type Format struct {
	Name string // in the configuration: "json"
	File string // "events.json"
	Type string // media type
}

// Formats are all formats, in the order in which a page lists them.
var Formats = []Format{
	{"json", "events.json", "application/json"},
	{"jsonl", "events.jsonl", "application/jsonl"},
	{"csv", "events.csv", "text/csv"},
	{"ics", "events.ics", "text/calendar"},
	{"atom", "feed.xml", "application/atom+xml"},
	{"jsonfeed", "feed.json", "application/feed+json"},
	{"timelinejs", "timelinejs.json", "application/json"},
	{"timelinejs-csv", "timelinejs.csv", "text/csv"},
	{"vis", "vis.json", "application/json"},
	{"search", "search-index.json", "application/json"},
}

// Exports reports whether a configuration publishes a format, by its name or
// its file. The Atom feed is always published.
func Exports(c Config, format string) bool {
	for _, f := range Formats {
		if f.Name == format || f.File == format {
			return f.Name == "atom" || c.Publish.Exports == nil ||
				slices.Contains(c.Publish.Exports, f.Name) || slices.Contains(c.Publish.Exports, f.File)
		}
	}
	return false
}
