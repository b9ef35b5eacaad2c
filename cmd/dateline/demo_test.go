package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// inCI says that nothing may be skipped; tests unset CI for the command.
var inCI = os.Getenv("CI") == "true"

// buildSite builds a folder into another and returns what it prints.
func buildSite(t *testing.T, source, output string, more ...string) string {
	t.Helper()
	var out, said bytes.Buffer
	args := append([]string{"build", "--source", source, "--output", output}, more...)
	if code := run(t.Context(), args, streams{nil, &out, &said}); code != statusOK {
		t.Fatalf("dateline %s: exit status %d\n%s", strings.Join(args, " "), code, said.String())
	}
	return out.String() + said.String()
}

// tree is every file below a folder.
func tree(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, p)
		if err == nil {
			files[filepath.ToSlash(name)], err = os.ReadFile(p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// sameTree reports every file in which two trees differ.
func sameTree(t *testing.T, what string, a, b map[string][]byte) {
	t.Helper()
	for name := range a {
		if !bytes.Equal(a[name], b[name]) {
			t.Errorf("%s: %s differs", what, name)
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			t.Errorf("%s: %s is in one alone", what, name)
		}
	}
}

// TestDemo builds the demo chronology as it is published under a sub-path and
// holds it to the promises.
func TestDemo(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("CI", "")
	dir := demo(t)
	const base = "https://me.github.io/repo/"
	cold := filepath.Join(t.TempDir(), "cold")
	if said := buildSite(t, dir, cold, "--base-url", base); strings.Count(said, "\n") != 1 {
		t.Errorf("the demo has something to complain of:\n%s", said)
	}
	site := tree(t, cold)

	t.Run("same bytes", func(t *testing.T) {
		again, warm := filepath.Join(t.TempDir(), "again"), filepath.Join(t.TempDir(), "warm")
		buildSite(t, dir, warm, "--base-url", base)
		buildSite(t, dir, again, "--base-url", base, "--clean-cache")
		sameTree(t, "warm and cold", site, tree(t, warm))
		sameTree(t, "two builds", site, tree(t, again))
	})
	t.Run("every event is said", func(t *testing.T) { everyEventIsSaid(t, dir, site) })
	t.Run("every link leads somewhere", func(t *testing.T) { everyLinkLeads(t, base, site) })
	t.Run("valid", func(t *testing.T) { valid(t, cold) })
}

// TestSeeds builds the saved articles that stand beside the checkout.
func TestSeeds(t *testing.T) {
	shared := os.Getenv("DATELINE_SHARED")
	if shared == "" {
		t.Skip("DATELINE_SHARED is unset: the saved articles are not here")
	}
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("CI", "true") // the folder is not ours: no events.lock in it
	source := filepath.Join(shared, "sites", "seeds")
	one, two := filepath.Join(t.TempDir(), "one"), filepath.Join(t.TempDir(), "two")
	buildSite(t, source, one)
	buildSite(t, source, two)
	site := tree(t, one)
	sameTree(t, "two builds", site, tree(t, two))
	everyEventIsSaid(t, source, site)
	everyLinkLeads(t, "https://example.org/chronology/", site)
}

// everyEventIsSaid: nothing stands on the page without a sentence of a
// content file that says it, word for word.
func everyEventIsSaid(t *testing.T, dir string, site map[string][]byte) {
	var chronology struct {
		Events []struct {
			ID       string
			Headline string
			Mentions []struct{ Doc, Quote string }
		}
	}
	if err := json.Unmarshal(site["events.json"], &chronology); err != nil {
		t.Fatal(err)
	}
	if len(chronology.Events) == 0 {
		t.Fatal("no events")
	}
	for _, e := range chronology.Events {
		if len(e.Mentions) == 0 {
			t.Errorf("%s: no mention", e.ID)
		}
		for _, m := range e.Mentions {
			text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(m.Doc)))
			if err != nil {
				t.Fatal(err)
			}
			if m.Quote == "" || !strings.Contains(asRead(m.Doc, text), asRead("", []byte(m.Quote))) {
				t.Errorf("%s: %s does not say %q", e.ID, m.Doc, m.Quote)
			}
		}
		if e.Headline == "" {
			t.Errorf("%s: no headline", e.ID)
		}
	}
}

var inlineLink = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)

// asRead is the text of a content file without emphasis and entities, its
// white space folded.
func asRead(name string, text []byte) string {
	s := string(text)
	switch path.Ext(name) {
	case ".md", ".markdown":
		s = strings.ReplaceAll(inlineLink.ReplaceAllString(s, "$1"), "*", "")
	case ".html":
		s = html.UnescapeString(s)
	case ".csv":
		s = strings.ReplaceAll(s, `""`, `"`)
	}
	return strings.Join(strings.Fields(s), " ")
}

// links are the addresses that a page leads to, and the ids it has.
func links(page []byte) (hrefs, ids []string) {
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return hrefs, ids
		case html.StartTagToken, html.SelfClosingTagToken:
			for _, a := range z.Token().Attr {
				switch a.Key {
				case "href", "src", "xlink:href":
					hrefs = append(hrefs, a.Val)
				case "id":
					ids = append(ids, a.Val)
				}
			}
		}
	}
}

// everyLinkLeads: every link of every page that stays on the site leads to a
// file and to an id in it.
func everyLinkLeads(t *testing.T, base string, site map[string][]byte) {
	root, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	ids, hrefs := map[string][]string{}, map[string][]string{}
	for name, page := range site {
		if strings.HasSuffix(name, ".html") {
			hrefs[name], ids[name] = links(page)
		}
	}
	for name, list := range hrefs {
		at, err := root.Parse(strings.TrimSuffix(name, "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		for _, href := range list {
			to, err := at.Parse(href)
			if err != nil {
				t.Errorf("%s: %q: %v", name, href, err)
				continue
			}
			if to.Host != root.Host || to.Scheme != root.Scheme {
				continue
			}
			below, inside := strings.CutPrefix(to.Path, root.Path)
			if !inside {
				t.Errorf("%s: %s leaves the site", name, href)
				continue
			}
			file := below
			if file == "" || strings.HasSuffix(file, "/") {
				file = path.Join(file, "index.html")
			}
			if _, ok := site[file]; !ok {
				t.Errorf("%s: %s leads nowhere", name, href)
			} else if to.Fragment != "" && !slices.Contains(ids[file], to.Fragment) {
				t.Errorf("%s: %s: the page has no such place", name, href)
			}
		}
	}
}
