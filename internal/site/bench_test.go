package site_test

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/site"
)

// BenchmarkPages plans a site of 5,000 events and 2,500 articles; -draw of it
// is BenchmarkDraw.
func BenchmarkPages(b *testing.B) {
	in := sample(b, 5000, config())
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := site.Pages(in); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDraw plans and draws the same site, events as anchors.
func BenchmarkDraw(b *testing.B) {
	c := config()
	c.Publish.Events = "anchors"
	c.Publish.OEmbed = false
	in := sample(b, 5000, c)
	b.ReportAllocs()
	for b.Loop() {
		pages, _, err := site.Pages(in)
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for _, p := range pages {
			bytes, err := p.Draw()
			if err != nil {
				b.Fatal(err)
			}
			n += len(bytes)
		}
		b.ReportMetric(float64(n)/1e6, "MB-out")
		b.ReportMetric(float64(len(pages)), "pages")
	}
}
