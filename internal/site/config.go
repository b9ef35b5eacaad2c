package site

// Config is a site's configuration, as dateline.toml gives it; the zero value
// of a key means what its comment says.
type Config struct {
	Title    string         `toml:"title"`    // masthead
	Subtitle string         `toml:"subtitle"` // standfirst
	BaseURL  string         `toml:"baseURL"`  // absolute, with a trailing slash; "" means "/"
	Language string         `toml:"language"` // of the page and, by default, of the articles; "" means "en"
	Theme    string         `toml:"theme"`    // a folder of themes/; "" means "broadsheet"
	Order    string         `toml:"order"`    // "newest" (default) or "oldest" first
	Lanes    []string       `toml:"lanes"`    // the principals, by canonical name; empty: the most frequent
	Eras     []Era          `toml:"eras"`
	Extract  Extract        `toml:"extract"`
	Publish  Publish        `toml:"publish"`
	Feeds    Feeds          `toml:"feeds"`
	Top      Top            `toml:"top"`
	Params   map[string]any `toml:"params"` // for themes
}

// Era is a named span of time, drawn in the overview band.
type Era struct {
	Name string `toml:"name"`
	From string `toml:"from"` // a date to any grain
	To   string `toml:"to"`
}

// Extract says what is taken from prose.
type Extract struct {
	Enabled       bool `toml:"enabled"`       // default true; false: explicit events alone
	MinImportance int  `toml:"minImportance"` // 1 (default) to 3
}

// Publish says what is published, and how.
type Publish struct {
	Events   string   `toml:"events"`   // "pages" (default) or "anchors" on the year's page
	Articles string   `toml:"articles"` // "full" (default), "mentions" or "link"
	Cards    int      `toml:"cards"`    // social cards for the top n events
	CardFont string   `toml:"cardFont"` // a font file below the site's folder, for letters that the program's lack
	OEmbed   bool     `toml:"oembed"`   // default true
	Exports  []string `toml:"exports"`  // names of formats; nil means all, empty none
}

// Feeds says which events feed.xml and feed.json hold, the newest telling first.
type Feeds struct {
	By    string `toml:"by"`    // "newest" (default): those told last; "rank": those of the highest rank
	Count int    `toml:"count"` // how many, 100 by default
	From  string `toml:"from"`  // a date to any grain: none that ended before; "" is all time
	To    string `toml:"to"`    // none that began after
}

// Top says which events the page of the most important ones lists; there is
// one of all time asked for, and one of each of its years.
type Top struct {
	Count int    `toml:"count"` // how many each lists; 0, the default: there are no such pages
	From  string `toml:"from"`  // as in Feeds
	To    string `toml:"to"`
}

// Default is the configuration of a site that sets nothing.
func Default() Config {
	return Config{
		Language: "en", Theme: "broadsheet", Order: "newest", BaseURL: "/",
		Extract: Extract{Enabled: true, MinImportance: 1},
		Publish: Publish{Events: "pages", Articles: "full", OEmbed: true},
		Feeds:   Feeds{By: "newest", Count: 100},
	}
}
