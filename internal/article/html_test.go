package article

import (
	"strings"
	"testing"
	"time"

	"github.com/dateline-ssg/dateline/internal/source"
)

// TestHostilePages feeds pages that cost careless readers more than linear
// time.
func TestHostilePages(t *testing.T) {
	prose := "<p>The ministers met again on Monday, and again they parted without a word to the press.</p>"
	for name, text := range map[string]string{
		"deep":       strings.Repeat("<div>", 100_000),
		"deep prose": strings.Repeat("<div>", 400) + strings.Repeat(prose, 3000),
		"bold":       strings.Repeat("<b>", 100_000) + prose,
		"mixed":      strings.Repeat("<b><p><i>", 400) + prose,
		"format":     strings.Repeat("<p><b><i>a", 50_000),
		"ends":       strings.Repeat("<div>", 450) + strings.Repeat("</p>", 300_000),
		"lists":      strings.Repeat("<li>a", 100_000),
		"tables":     strings.Repeat("<table><tr><td>", 150) + prose,
		"cells":      "<table>" + strings.Repeat("<td>a", 100_000),
		"links":      strings.Repeat("<a href=x>a", 50_000),
		"attributes": "<p " + strings.Repeat("a", 500_000) + ">" + prose,
		"many":       "<p " + strings.Repeat("a=1 b ", 100_000) + ">" + prose,
		"entities":   "<p>" + strings.Repeat("&", 500_000),
		"breaks":     strings.Repeat("a<br>", 100_000),
		"paragraphs": strings.Repeat(prose, 20_000),
		"unclosed":   "<!--" + strings.Repeat("-", 500_000),
		"script":     "<script>" + strings.Repeat("<", 500_000),
	} {
		began := time.Now()
		Parse(source.File{Path: "a.html", Bytes: []byte(text)}, Options{})
		took := time.Since(began)
		t.Logf("%s: %d bytes in %v", name, len(text), took)
		if took > time.Minute {
			t.Errorf("%s: %d bytes took %v", name, len(text), took)
		}
	}
}
