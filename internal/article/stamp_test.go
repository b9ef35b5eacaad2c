package article

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/source"
)

// TestStamps: the day of a text that a line above it prints, behind a place or a time of
// day; and what is no such line.
func TestStamps(t *testing.T) {
	for _, c := range []struct{ above, want string }{
		{"Brussels, 17 October 2018", "2018-10-17"},
		{"New Delhi, March 5, 2021", "2021-03-05"},
		{"Port Louis, Monday, 4 May 2020", "2020-05-04"},
		{"Published: 12:01 AM, 5 August 2022", "2022-08-05"},
		{"Posted: 06:30, May 3, 2024", "2024-05-03"},
		{"Created at 9:15 p.m. GMT, 3 May 2024", "2024-05-03"},
		{"Brussels, October", "-"},
		{"The treaty, 17 October 2018", "-"},
		{"Brussels, 17 October 2018: the ministers meet", "-"},
	} {
		a, _ := Parse(source.File{Path: "a.txt", Bytes: []byte("Joint communiqué of the ministers\n\n" + c.above + "\n\nThe ministers met for two days and agreed on a list.\n\nThey will meet again.\n")}, Options{})
		if got := a.DCT.String(); got != c.want && !(c.want == "-" && !a.DCT.Known()) {
			t.Errorf("%q: the day is %s, want %s", c.above, got, c.want)
		}
	}
	a, _ := Parse(source.File{Path: "a.txt", Bytes: []byte("Brussels, 17 October 2018\n\nThe ministers met for two days and agreed on a list.\n")}, Options{})
	if a.DCT.Known() {
		t.Errorf("a title with a place is the day %s", a.DCT)
	}
}

// TestPointedAuthor: a graph's article that only points to who wrote it.
func TestPointedAuthor(t *testing.T) {
	for _, c := range []struct{ author, want string }{
		{`{"@id":"#p1"}`, "Karla Vogt"},
		{`[{"@id":"#p1"},{"@id":"#p2"}]`, "Karla Vogt, Ana Ruiz"},
		{`{"@id":"#p1","name":"K. Vogt"}`, "K. Vogt"},
		{`{"@id":"#p3"}`, ""},
	} {
		page := `<html><head><title>The lock</title><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"The lock","datePublished":"2024-08-15","author":` + c.author +
			`},{"@type":"Person","@id":"#p1","name":"Karla Vogt"},{"@type":"Person","@id":"#p2","name":"Ana Ruiz"}]}</script></head><body><p>The lock was opened on Monday.</p></body></html>`
		a, _ := Parse(source.File{Path: "a.html", Bytes: []byte(page)}, Options{})
		if a.Author != c.want {
			t.Errorf("%s: the author is %q, want %q", c.author, a.Author, c.want)
		}
	}
}
