package build

import (
	"net/url"
	"path"
	"strings"

	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/source"
)

// pictures warns of each picture that an article or one of its events is to be
// shown with and that is no file of the site.
func pictures(readings []Reading, assets []Asset) []source.Diagnostic {
	there := map[string]bool{}
	for _, a := range assets {
		there[a.Path] = true
	}
	var out []source.Diagnostic
	for _, r := range readings {
		images := []article.Image{r.Article.Image}
		for _, e := range r.Article.Events {
			images = append(images, e.Image)
		}
		told := map[string]bool{"": true}
		for _, i := range images {
			if p := published(r.Article.Path, i.Path); !told[p] && !there[p] {
				out = append(out, source.Diagnostic{File: r.Article.Path, Level: source.Warning,
					Problem: "the picture " + i.Path + " is no file of the site",
					Hint:    "put it beside the article, or into static/ and write its path with a slash before it"})
				told[p] = true
			}
		}
	}
	return out
}

// published is where a picture that an article names lies below public/, ""
// where it lies elsewhere on the web.
func published(articlePath, name string) string {
	u, err := url.Parse(name)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" {
		return ""
	}
	if rest, ok := strings.CutPrefix(u.Path, "/"); ok {
		return path.Clean(rest)
	}
	return "media/" + strings.TrimPrefix(path.Join(path.Dir(articlePath), u.Path), "content/")
}
