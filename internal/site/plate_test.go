package site_test

import (
	"bytes"
	"maps"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/theme"
)

// TestPlates: pages are the same whether plates or the interpreter draw them.
// To each template something is added that writes nothing and that no plate
// knows.
func TestPlates(t *testing.T) {
	for _, events := range []string{"pages", "anchors"} {
		c := config()
		c.Publish.Events = events
		in := sample(t, 60, c)
		want := drawn(t, in)
		var slow []theme.Layer
		for _, l := range layers(t) {
			l.Files = maps.Clone(l.Files)
			for name, b := range l.Files {
				if strings.HasSuffix(name, ".html") {
					l.Files[name] = append(bytes.Clone(b), "{{if false}}{{1.5}}{{end}}"...)
				}
			}
			slow = append(slow, l)
		}
		in.Theme = theme.New(slow)
		for name, b := range drawn(t, in) {
			if !bytes.Equal(b, want[name]) {
				t.Errorf("%s differs", name)
			}
		}
	}
}
