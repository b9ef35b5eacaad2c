package site_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/site"
)

// Many articles are listed once each, by years and by the months of full years; the
// index lists the newest and leads to all.
func TestVolumes(t *testing.T) {
	in := sample(t, 20, config())
	first := len(in.Articles)
	for i := range 1600 {
		a := &article.Article{Path: fmt.Sprintf("content/many/n-%d.md", i), Slug: fmt.Sprintf("n-%d", i), Title: "A note from the strait", Extract: true}
		switch {
		case i < 1200:
			a.DCT = calendar.Civil(calendar.NewDay(2031, 1, 1).First() + i%365)
		case i < 1500:
			a.DCT = calendar.NewDay(2029, 5, 1+i%28)
		}
		in.Articles = append(in.Articles, site.FromArticle(a, fmt.Sprint("note ", i)))
	}
	pages := drawn(t, in)
	index := string(pages["articles/index.html"])
	if n := strings.Count(index, "<h3>"); n != 200 {
		t.Errorf("the index lists %d articles, want the newest 200", n)
	}
	listed := map[string]int{}
	for addr, want := range map[string]int{"2031/03/articles/": 0, "2031/12/articles/": 0, "2029/articles/": 300, "undated/articles/": 100} {
		if !strings.Contains(index, addr) {
			t.Errorf("the index does not lead to %s", addr)
		}
		if n := strings.Count(string(pages[addr+"index.html"]), "<h3>"); n < 90 || want > 0 && n != want {
			t.Errorf("%s lists %d articles", addr, n)
		}
	}
	for path, b := range pages {
		if strings.HasSuffix(path, "/articles/index.html") {
			for i := first; i < len(in.Articles); i++ {
				listed[in.Articles[i].Slug] += strings.Count(string(b), "/articles/"+in.Articles[i].Slug+"/\"")
			}
		}
	}
	for i := first; i < len(in.Articles); i++ {
		if slug := in.Articles[i].Slug; listed[slug] != 1 {
			t.Fatalf("%s is listed %d times", slug, listed[slug])
		}
	}
	crawl(t, in)
}
