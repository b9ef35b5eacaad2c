package site_test

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// mostMarkup is how much a front page of 500 events may weigh, packed, above
// its words alone: all that a first view fetches, style and script included. It
// is a little above what it is, because the page of docs/performance.md has as
// little room below 80 kB.
const mostMarkup = 23_400

// TestWeight holds what is between a reader and the words of a long page.
func TestWeight(t *testing.T) {
	c := config()
	site := drawn(t, sample(t, 500, c))
	page := site["index.html"]
	weight := packed(t, page)
	for _, a := range builtin(t).Assets() {
		if a.Name == "assets/main.js" || a.Name == "assets/icon.svg" {
			weight += packed(t, a.Bytes)
		}
	}
	var words strings.Builder
	for n := range parse(t, "index.html", page).root.Descendants() {
		if n.Type == html.TextNode && n.Parent.Data != "style" && n.Parent.Data != "script" {
			words.WriteString(n.Data + " ")
		}
	}
	if above := weight - packed(t, []byte(words.String())); above > mostMarkup {
		t.Errorf("%d bytes packed, %d above the words of the page; %d is the most", weight, above, mostMarkup)
	} else {
		t.Logf("%d bytes packed, %d above the words", weight, above)
	}
}

func packed(t *testing.T, b []byte) int {
	t.Helper()
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := z.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Len()
}
