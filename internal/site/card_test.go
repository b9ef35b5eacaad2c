package site_test

import (
	"encoding/json"
	"path"
	"strings"
	"testing"
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
	in.Events[18].Headline = "会谈" // no letter of it can be drawn
	site := drawn(t, in)
	var cards []string
	for name := range site {
		if path.Base(name) == "card.png" && name != "card.png" {
			cards = append(cards, name)
		}
	}
	if len(cards) != 2 || site["card.png"] == nil {
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
		page := string(site[name])
		if !strings.Contains(page, `<meta property="og:image" content="`+want+`">`) || !strings.Contains(page, `"summary_large_image"`) {
			t.Errorf("%s is not shared by %s", name, want)
		}
	}
	var answer struct {
		Thumb string `json:"thumbnail_url"`
		Wide  int    `json:"thumbnail_width"`
		High  int    `json:"thumbnail_height"`
	}
	if err := json.Unmarshal(site["events/"+top+"/oembed.json"], &answer); err != nil {
		t.Fatal(err)
	}
	if answer.Thumb != base+"events/"+top+"/card.png" || answer.Wide != 1200 || answer.High != 630 {
		t.Errorf("oEmbed: %+v", answer)
	}
	in.Config.Title = "三方"
	if page := string(drawn(t, in)["index.html"]); strings.Contains(page, "og:image") || !strings.Contains(page, `"twitter:card" content="summary"`) {
		t.Error("a title that cannot be drawn has a card")
	}
}
