package site_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
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

// TestCompany: an actor's page says with whom how often, the most often first.
func TestCompany(t *testing.T) {
	in := sample(t, 200, config())
	pages := drawn(t, in)
	n := map[string]int{}
	for _, e := range in.Events {
		for _, a := range e.Actors {
			if a != "Northland" && strings.Contains(strings.Join(e.Actors, ";")+";", "Northland;") {
				n[a]++
			}
		}
	}
	page := string(pages["actors/northland/index.html"])
	_, page, _ = strings.Cut(page, `id="with"`)
	page, _, _ = strings.Cut(page, "</ul>")
	last := 1 << 30
	for item := range strings.SplitSeq(page, "<li>") {
		name, rest, ok := strings.Cut(item, "</a> <small>")
		if !ok {
			continue
		}
		name = name[strings.LastIndexByte(name, '>')+1:]
		count := 0
		if _, err := fmt.Sscan(strings.TrimSuffix(strings.TrimSpace(rest), "</small></li>"), &count); err != nil || count != n[name] || count > last {
			t.Errorf("with %s %q times after %d, want %d", name, rest, last, n[name])
		}
		delete(n, name)
		last = count
	}
	if len(n) > 0 || last == 1<<30 {
		t.Errorf("the page of Northland leaves out %v", n)
	}
}
