package export

import (
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"github.com/zeebo/xxh3"

	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/theme"
)

// format is how one format is written.
type format struct {
	site.Format
	write func(*chronicle) ([]byte, error)
}

// writers write the formats of site.Formats, by name.
var writers = map[string]func(*chronicle) ([]byte, error){
	"json": writeJSON, "jsonl": writeJSONL, "csv": writeCSV, "ics": writeICS,
	"atom": writeAtom, "jsonfeed": writeJSONFeed, "timelinejs": writeTimelineJS,
	"timelinejs-csv": writeTimelineJSTable, "vis": writeVis, "search": writeSearch,
}

// chronicle is what every format is written from.
type chronicle struct {
	in    site.Input
	words *theme.Words
	dates func(value, mod string) string // in words
	to    site.Addresses
}

func newChronicle(in site.Input) (*chronicle, error) {
	words, err := in.Theme.Words(in.Config.Language)
	if err != nil {
		return nil, err
	}
	return &chronicle{in: in, words: words, dates: site.DateTexts(words), to: site.AddressesOf(in)}, nil
}

// Pages are the files that the configuration asks for, none of them drawn,
// sorted by path. The Atom feed is always among them; the JSON Schema goes
// with events.json. The words of the theme, which some formats use, may give
// a *source.Failure.
func Pages(in site.Input) ([]site.Page, error) {
	c, err := newChronicle(in)
	if err != nil {
		return nil, err
	}
	seed := c.seed()
	var pages []site.Page
	add := func(f format) {
		sum := xxh3.HashString128(seed + " " + f.File).Bytes()
		pages = append(pages, site.Page{
			Path: f.File, Key: hex.EncodeToString(sum[:]),
			Draw: func() ([]byte, error) { return f.write(c) },
		})
	}
	for _, f := range site.Formats {
		switch {
		case !site.Exports(in.Config, f.Name):
		case f.Name == "search":
			for _, part := range searchFormats(c, fewFound) {
				add(part)
			}
		default:
			add(format{f, writers[f.Name]})
		}
	}
	if site.Exports(in.Config, "json") {
		add(format{site.Format{File: "events.schema.json"}, func(*chronicle) ([]byte, error) { return schema, nil }})
	}
	slices.SortFunc(pages, func(a, b site.Page) int {
		if a.Path < b.Path {
			return -1
		}
		return 1
	})
	return pages, nil
}

// Write writes the chronology in the format of that name (of site.Formats),
// whatever the configuration publishes.
func Write(name string, in site.Input) ([]byte, error) {
	write, ok := writers[name]
	if !ok {
		var names []string
		for _, f := range site.Formats {
			names = append(names, f.Name)
		}
		return nil, fmt.Errorf("there is no format %q; the formats are %v", name, names)
	}
	c, err := newChronicle(in)
	if err != nil {
		return nil, err
	}
	return write(c)
}

// seed is a hash over all that any format holds: equal seeds, equal files.
func (c *chronicle) seed() string {
	h := xxh3.New()
	e := json.NewEncoder(h)
	// Of the configuration only what files show: a new list of formats does
	// not change those that stay.
	cfg := c.in.Config
	for _, v := range []any{
		c.in.Version, c.in.Theme.Hash(), c.in.Now, cfg.Title, cfg.Subtitle, cfg.BaseURL, cfg.Language, cfg.Eras, cfg.Publish.Events, cfg.Feeds.Filled(),
	} {
		_ = e.Encode(v) // strings and eras always encode, and a hash takes all
	}
	imprints := c.in.Imprints
	if imprints == nil {
		imprints = c.in.Past.Imprints(c.in.Events)
	}
	var rank [8]byte
	for i, ev := range c.in.Events {
		binary.LittleEndian.PutUint64(rank[:], math.Float64bits(ev.Rank))
		_, _ = h.Write(imprints[i][:])
		_, _ = h.Write(rank[:])
	}
	sum := h.Sum128().Bytes()
	return hex.EncodeToString(sum[:])
}
