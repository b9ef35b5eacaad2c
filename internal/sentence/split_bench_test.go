package sentence

import (
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/source"
)

// BenchmarkSplit reads a paragraph of news prose as one piece.
func BenchmarkSplit(b *testing.B) {
	text := strings.Repeat("The minister’s plane landed at 4:30 p.m. on Sept. 3, and Mr. Berg said: “We have time.” "+
		"Talks on the $1.5bn loan, which the U.S. delegation had put off twice, went on for eleven hours; nobody signed. ", 50)
	pieces := []Piece{{text, source.Span{Start: 0, End: len(text)}}}
	lang := For("en")
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Split(pieces, lang)
	}
}
