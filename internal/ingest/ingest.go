// Package ingest reads chronologies that were made elsewhere.
//
// What comes in are the bytes of a table, a TimelineJS file or a Markwhen
// document; what goes out are explicit events with their places in the file.
// Each format is one file of this package.
//
//	timelinejs   the JSON of TimelineJS, or its spreadsheet saved as CSV
//	markwhen     a Markwhen document
//	csv          our own table, or TimelineJS's spreadsheet, told by its header
//
// A date is taken as finely as it is written and no finer: what has a month
// and no day is a month. Whatever the format cannot say stays empty; an event
// that cannot be dated is left out with a warning that names its place.
//
// What other formats have and an explicit event has not is left out: colours,
// backgrounds, eras, and groups that are not the name of a type. Our own
// record, where an export of ours left it in the file, is read back whole.
package ingest

import (
	"fmt"
	"html"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

// Formats are the names of the formats that Read knows.
var Formats = []string{"csv", "markwhen", "timelinejs"}

// Read reads a file of a format into the events it tells, in the order of the
// file. A file that is not of the format is an error diagnostic and gives no
// events.
func Read(format string, f source.File) ([]article.Explicit, []source.Diagnostic) {
	if i := badUTF8(f.Bytes); i >= 0 {
		return nil, []source.Diagnostic{f.Err(source.Span{Start: i, End: i + 1}, "not UTF-8", "save the file as UTF-8")}
	}
	var events []article.Explicit
	var ds []source.Diagnostic
	switch format {
	case "csv":
		if isSheet(f) {
			events, ds = readSheet(f)
		} else {
			events, ds = readTable(f)
		}
	case "markwhen":
		events, ds = readMarkwhen(f)
	case "timelinejs":
		if strings.HasPrefix(strings.TrimLeft(string(f.Bytes), "\ufeff \t\r\n"), "{") {
			events, ds = readTimelineJS(f)
		} else {
			events, ds = readSheet(f)
		}
	default:
		return nil, []source.Diagnostic{f.Err(source.Span{}, fmt.Sprintf("unknown format %q", format), "one of "+strings.Join(Formats, ", "))}
	}
	source.Sort(ds)
	return events, ds
}

// readTable reads our own table, which the articles' room knows.
func readTable(f source.File) ([]article.Explicit, []source.Diagnostic) {
	named := f
	named.Path = strings.TrimSuffix(f.Path, ".csv") + ".csv"
	a, ds := article.ParseTable(named)
	for i := range ds {
		ds[i].File = f.Path
	}
	if a == nil {
		return nil, ds
	}
	return a.Events, ds
}

// badUTF8 is where the first byte stands that is not UTF-8, or -1.
func badUTF8(b []byte) int {
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

var (
	unread = regexp.MustCompile(`(?is)<(script|style|iframe)\b.*?</(script|style|iframe)\s*>`)
	breaks = regexp.MustCompile(`(?i)<(/p|br|/li|/div|/blockquote)\b[^>]*>`)
	tags   = regexp.MustCompile(`<[a-zA-Z/!][^>]*>`)
)

// plain is text out of the markup that other tools allow in it.
func plain(s string) string {
	if strings.ContainsAny(s, "<&") {
		s = unread.ReplaceAllString(s, " ")
		s = breaks.ReplaceAllString(s, "$0 ")
		s = html.UnescapeString(tags.ReplaceAllString(s, ""))
	}
	return strings.Join(strings.Fields(s), " ")
}

// typeNamed is the type of that name, or of its plural, "" if there is none: a
// group, a tag or a category may name a type.
func typeNamed(s string) string {
	s = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(s)), " ", "_")
	for _, leaf := range event.Leaves() {
		if leaf.Name == s || leaf.Name+"s" == s {
			return leaf.Name
		}
	}
	return ""
}

// linked is an address that a page may link to, "" for any other.
func linked(s string) string {
	s = strings.TrimSpace(s)
	lower := strings.ToLower(s)
	if strings.HasPrefix(lower, "https://") || strings.HasPrefix(lower, "http://") {
		return s
	}
	return ""
}

// pictured is the picture at an address, if its name says that it is one.
func pictured(url, caption, credit, alt string) article.Image {
	bare, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(url)), "?")
	for _, end := range []string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"} {
		if strings.HasSuffix(bare, end) && !strings.HasPrefix(bare, "javascript:") && !strings.HasPrefix(bare, "data:") {
			return article.Image{Path: strings.TrimSpace(url), Alt: plain(alt), Caption: plain(caption), Credit: plain(credit)}
		}
	}
	return article.Image{}
}
