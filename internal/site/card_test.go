package site_test

import (
	"encoding/json"
	"path"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/source"
)

// TestCards: the weightiest events have a card, all other pages share the
// chronology's, and who embeds is told of them.
func TestCards(t *testing.T) {
	c := config()
	c.Publish.Cards = 3
	in := sample(t, 20, c)
	for i, e := range in.Events {
		e.Rank = float64(i)
	}
	in.Events[18].Headline = "회담" // no letter of it can be drawn
	pages, _ := pagesOf(t, in)
	var cards []string
	for name := range pages {
		if path.Base(name) == "card.png" && name != "card.png" {
			cards = append(cards, name)
		}
	}
	if len(cards) != 2 || pages["card.png"] == nil {
		t.Errorf("cards: %v", cards)
	}
	top, low := in.Events[19].ID, in.Events[0].ID
	const base = "https://example.org/sub/path/"
	for name, want := range map[string]string{
		"index.html":                    base + "card.png",
		"events/" + top + "/index.html": base + "events/" + top + "/card.png",
		"events/" + low + "/index.html": base + "card.png",
		"actors/boris-kuhn/index.html":  base + "card.png",
	} {
		page := string(pages[name])
		if !strings.Contains(page, `<meta property="og:image" content="`+want+`">`) || !strings.Contains(page, `"summary_large_image"`) {
			t.Errorf("%s is not shared by %s", name, want)
		}
	}
	var answer struct {
		Thumb string `json:"thumbnail_url"`
		Wide  int    `json:"thumbnail_width"`
		High  int    `json:"thumbnail_height"`
	}
	if err := json.Unmarshal(pages["events/"+top+"/oembed.json"], &answer); err != nil {
		t.Fatal(err)
	}
	if answer.Thumb != base+"events/"+top+"/card.png" || answer.Wide != 1200 || answer.High != 630 {
		t.Errorf("oEmbed: %+v", answer)
	}
	in.Config.Title = "삼국"
	_, warnings := pagesOf(t, in)
	if len(warnings) != 1 || warnings[0].String() != "dateline.toml: a title or headline has no social card, since no font has these letters of it: 국담삼회; "+
		`put a font that has them into the site's folder and name it: [publish] cardFont = "fonts/name.ttf"` {
		t.Errorf("what cannot be drawn is said so: %v", warnings)
	}
	in.CardFont = source.File{Path: "fonts/x.ttf", Bytes: []byte("x")}
	if _, warnings = pagesOf(t, in); len(warnings) != 1 || !strings.HasPrefix(warnings[0].String(), "fonts/x.ttf: this is no font for publish.cardFont: ") {
		t.Errorf("a broken font is said so: %v", warnings)
	}
	in.CardFont = source.File{}
	without, _ := pagesOf(t, in)
	if page := string(without["index.html"]); strings.Contains(page, "og:image") || !strings.Contains(page, `"twitter:card" content="summary"`) {
		t.Error("a title that cannot be drawn has a card")
	}
}

// pagesOf draws a site, and returns what it has to say.
func pagesOf(t *testing.T, in site.Input) (map[string][]byte, []source.Diagnostic) {
	t.Helper()
	pages, warnings, err := site.Pages(in)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, p := range pages {
		if out[p.Path], err = p.Draw(); err != nil {
			t.Fatal(p.Path, err)
		}
	}
	return out, warnings
}
