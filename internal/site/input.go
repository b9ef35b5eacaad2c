package site

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/source"
	"github.com/dateline-ssg/dateline/internal/theme"
)

// Input is all that the pages depend on.
type Input struct {
	Config Config
	Events []*chronology.Event // finished; hidden ones left out
	// Moved are ids that were published and whose addresses lead to another
	// event now, by its id.
	Moved    map[string]string
	Articles []Article // published ones; drafts left out
	// Actor is what the gazetteer knows of somebody, by canonical name: nil for
	// who is not in it. It may itself be nil.
	Actor func(name string) *actor.Actor
	Theme *theme.Set
	// CardFont is the file that Config.Publish.CardFont names; it may have no
	// Bytes.
	CardFont source.File
	Now      string // YYYY-MM-DD; what lies after it is scheduled
	Version  string // of the program; a new one draws every page again
	// Imprints are those of Events, one each; nil to have them made.
	Imprints []Imprint
	Past     *Past  // of this process; may be nil
	Looks    *Looks // likewise
	rest     *dealt // see Alone
}

// Article is what the pages show of one article.
type Article struct {
	Path     string // of the file, below the site's folder: "content/a/b.md"
	Slug     string
	Title    string
	Summary  string
	Author   string
	Source   article.Outlet
	Outlets  []article.Outlet
	URL      string // of the original
	Language string
	Tags     []string
	Image    article.Image
	Date     string // publication date, ISO 8601; "" where unknown
	Updated  string
	Extract  bool
	Refs     []string // as Refs finds them in the text
	// Digest is a hash over the file's bytes: equal digests, equal bodies.
	Digest string `json:"-"`
	// Body gives the text as it is shown. It is called only when the page is
	// drawn, from several goroutines; nil means that there is no text.
	Body func() ([]article.Bit, error) `json:"-"`
}

// FromArticle is a as the pages show it, with its body in memory.
func FromArticle(a *article.Article, digest string) Article {
	out := Article{
		Path: a.Path, Slug: a.Slug, Title: a.Title, Summary: a.Summary, Author: a.Author,
		Source: a.Source, Outlets: a.Outlets, URL: a.URL, Language: a.Language, Tags: a.Tags,
		Image: a.Image, Extract: a.Extract, Digest: digest,
	}
	if a.DCT.Known() {
		out.Date = a.DCT.String()
	}
	if a.Updated.Known() {
		out.Updated = a.Updated.String()
	}
	if len(a.Body) > 0 {
		body := a.Body
		out.Refs = Refs(body)
		out.Body = func() ([]article.Bit, error) { return body, nil }
	}
	return out
}
