package article

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"path"
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"github.com/dateline-ssg/dateline/internal/source"
)

// Decoded is f with its text in UTF-8, where the file itself says that it is in
// another encoding: UTF-16 by its byte-order mark, a page by the charset that it
// declares. Lines stay lines and characters stay characters, so that places
// printed for people are those of the file. What is in no encoding that it
// names, or is not well formed in it, is left as it is, for Parse to refuse:
// nothing is guessed.
func Decoded(f source.File) source.File {
	b := f.Bytes
	switch {
	case bytes.HasPrefix(b, littleEndian):
		f.Bytes = fromUTF16(b, binary.LittleEndian)
	case bytes.HasPrefix(b, bigEndian):
		f.Bytes = fromUTF16(b, binary.BigEndian)
	case isPagePath(f.Path) && invalid(b) >= 0:
		name := declared(b)
		if name == "" {
			break
		}
		enc, _ := charset.Lookup(name)
		if out, err := enc.NewDecoder().Bytes(b); err == nil && !bytes.ContainsRune(out, utf8.RuneError) {
			f.Bytes = out
		}
	}
	return f
}

// littleEndian and bigEndian are the byte-order marks of UTF-16.
var littleEndian, bigEndian = []byte{0xff, 0xfe}, []byte{0xfe, 0xff}

// fromUTF16 is the text of b behind its byte-order mark; b itself where half a
// character is missing.
func fromUTF16(b []byte, order binary.ByteOrder) []byte {
	if len(b)%2 != 0 {
		return b
	}
	units := make([]uint16, 0, len(b)/2)
	for at := 2; at < len(b); at += 2 {
		units = append(units, order.Uint16(b[at:]))
	}
	out := string(utf16.Decode(units))
	if strings.ContainsRune(out, utf8.RuneError) {
		return b
	}
	return []byte(out)
}

// maxSize bounds an article: what is longer is no article, and Markdown's
// costliest inputs grow faster than their length.
const maxSize = 1 << 20

// readable reports whether the file can be an article, and says why not.
func (r *reader) readable() bool {
	most := maxSize
	if r.isPage() {
		most = maxPage
	}
	if n := len(r.Bytes); n > most {
		r.fail(source.Span{}, fmt.Sprintf("the file has %d bytes, more than the %d that an article may have", n, most), "split it into several articles")
		return false
	}
	return r.encoded()
}

// encoded reports whether the file's bytes are text, and says why not.
func (r *reader) encoded() bool {
	b := r.Bytes
	switch {
	case bytes.HasPrefix(b, littleEndian) || bytes.HasPrefix(b, bigEndian):
		r.fail(source.Span{Start: 0, End: 2}, "the file is in UTF-16", "save it as UTF-8")
	case signature(b) != "":
		r.fail(source.Span{}, "the file is "+signature(b)+", not text", "keep it in static/, or give it its own file name extension")
	default:
		if i := bytes.IndexByte(b, 0); i >= 0 {
			r.fail(source.Span{Start: i, End: i + 1}, "a NUL byte", "the file may be binary or in UTF-16; save it as UTF-8 text")
			break
		}
		if i := invalid(b); i >= 0 {
			hint := "save the file as UTF-8"
			if name := declared(b); name != "" && r.isPage() {
				hint = "the page says it is in " + name + "; convert it: iconv -f " + name + " -t utf-8"
			}
			r.fail(source.Span{Start: i, End: i + 1}, fmt.Sprintf("the byte 0x%02X is not UTF-8", b[i]), hint)
		}
	}
	r.start = 0
	if bytes.HasPrefix(b, []byte("\ufeff")) {
		r.start = 3
	}
	if !r.failed && len(bytes.TrimSpace(b[r.start:])) == 0 {
		r.warn(source.Span{}, "the file is empty", "write the article, or remove the file")
		r.empty = true
	}
	return !r.failed && !r.empty
}

// invalid is the offset of the first byte that is not UTF-8, or -1.
func invalid(b []byte) int {
	if utf8.Valid(b) {
		return -1
	}
	for i := 0; i < len(b); {
		c, n := utf8.DecodeRune(b[i:])
		if c == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// signatures are the first bytes of files that are often misnamed.
var signatures = []struct{ head, name string }{
	{"\x89PNG\r\n", "a PNG image"}, {"\xff\xd8\xff", "a JPEG image"}, {"GIF8", "a GIF image"},
	{"%PDF-", "a PDF document"}, {"PK\x03\x04", "a zip archive or office document"},
	{"\x1f\x8b", "a gzip archive"}, {"{\\rtf", "an RTF document"}, {"\xd0\xcf\x11\xe0", "an office document"},
}

// signature names what b is when it is no text, or "".
func signature(b []byte) string {
	for _, s := range signatures {
		if bytes.HasPrefix(b, []byte(s.head)) {
			return s.name
		}
	}
	return ""
}

// isPage reports whether the file's name says that it is HTML.
func (r *reader) isPage() bool { return isPagePath(r.Path) }

func isPagePath(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		return true
	}
	return false
}

// isMarkdown reports whether the file's name says that it is Markdown.
func (r *reader) isMarkdown() bool {
	switch strings.ToLower(path.Ext(r.Path)) {
	case ".md", ".markdown":
		return true
	}
	return false
}

var charsetName = regexp.MustCompile(`(?i)charset\s*=\s*["']?\s*([a-z0-9_:.-]+)`)

// declared is the name of the encoding that a page declares, "" for none, an
// unknown one, and UTF-8.
func declared(b []byte) string {
	m := charsetName.FindSubmatch(b[:min(len(b), 4096)])
	if m == nil {
		return ""
	}
	if _, name := charset.Lookup(string(m[1])); name != "utf-8" {
		return name
	}
	return ""
}
