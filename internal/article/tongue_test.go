package article

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/source"
)

// TestLanguage holds who decides what language an article is read in.
func TestLanguage(t *testing.T) {
	const (
		english = "The two sides met in Geneva on Friday, and the talks will go on."
		russian = "Стороны встретились в Женеве в пятницу, и переговоры будут продолжены."
		said    = "---\nlanguage: de\n---\n"
	)
	for _, c := range []struct{ name, text, site, want string }{
		{"a.md", said + russian, "ru", "de"},
		{"a.md", russian, "", "ru"},
		{"a.md", english, "", "en"},
		{"a.txt", russian, "en", "ru"}, // no letter of it is English
		{"a.txt", english, "en-GB", "en-GB"},
		{"a.html", "<!doctype html><html lang=\"ru\"><body><p>" + english + "</p></body></html>", "en", "ru"},
		{"a.html", "<!doctype html><html><body><p>" + russian + "</p></body></html>", "", "ru"},
		{"a.txt", "12345", "", ""},
	} {
		a, _ := Parse(source.File{Path: c.name, Bytes: []byte(c.text)}, Options{Language: c.site})
		if a == nil || a.Language != c.want {
			t.Errorf("%s %.30q in a site in %q: got %+v, want %q", c.name, c.text, c.site, a, c.want)
		}
	}
	if a := Plain(russian, Meta{}); a.Language != "ru" {
		t.Errorf("plain text: got %q", a.Language)
	}
	if a := Plain(russian, Meta{Language: "uk"}); a.Language != "uk" {
		t.Errorf("plain text that says its language: got %q", a.Language)
	}
}
