package site_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// TestLanesAsFiles: the picture of a year is a file that stands alone: XML, with
// whole addresses, an arc for those who met and a head for those acted upon.
func TestLanesAsFiles(t *testing.T) {
	pages := drawn(t, sample(t, 400, config()))
	page := pages["lanes/index.html"]
	n, tips, bars := 0, 0, 0
	for name, svg := range pages {
		if !strings.HasPrefix(name, "lanes/") || !strings.HasSuffix(name, ".svg") {
			continue
		}
		n++
		if !bytes.Contains(page, []byte(strings.TrimPrefix(name, "lanes/"))) {
			t.Errorf("the page of the lanes does not lead to %s", name)
		}
		for d := xml.NewDecoder(bytes.NewReader(svg)); ; {
			tok, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			el, ok := tok.(xml.StartElement)
			for _, a := range el.Attr {
				switch {
				case ok && a.Name.Local == "href" && !strings.HasPrefix(a.Value, "https://"):
					t.Errorf("%s leads to %q", name, a.Value)
				case a.Value == "tip":
					tips++
				case a.Value == "bar":
					bars++
				}
			}
		}
	}
	if n == 0 || tips == 0 || tips >= bars {
		t.Errorf("%d years have %d arcs, %d of them with a head; want some of each kind", n, bars, tips)
	}
}
