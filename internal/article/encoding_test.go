package article

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/source"
)

// TestDecoded: a file that says in which encoding it is, is read in it, with the
// places that an editor shows; one that does not, or that is not well formed in it,
// is left as it is.
func TestDecoded(t *testing.T) {
	for _, c := range []struct{ name, path, in, want string }{
		{"UTF-8", "a.md", "caf\u00e9", "caf\u00e9"},
		{"page that is UTF-8 whatever it says", "a.html", "<meta charset=windows-1252><p>caf\u00e9", "<meta charset=windows-1252><p>caf\u00e9"},
		{"Word page", "a.htm", "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\">\r\n<p>\x93Two\x94 \x96 \x80 5", "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\">\r\n<p>\u201cTwo\u201d \u2013 \u20ac 5"},
		{"Russian page", "a.html", "<meta charset=windows-1251><p>\xcc\xe8\xf0", "<meta charset=windows-1251><p>\u041c\u0438\u0440"},
		{"little endian", "a.txt", "\xff\xfea\x00\n\x00\x1c\x20", "a\n\u201c"},
		{"big endian", "a.csv", "\xfe\xff\x00d\x00,\xd8\x3d\xde\x00", "d,\U0001f600"},
		{"half a character", "a.txt", "\xff\xfea\x00b", "\xff\xfea\x00b"},
		{"lone surrogate", "a.txt", "\xfe\xff\xd8\x3d", "\xfe\xff\xd8\x3d"},
		{"text that declares nothing", "a.txt", "caf\xe9", "caf\xe9"},
		{"page that declares nothing", "a.html", "<p>caf\xe9", "<p>caf\xe9"},
		{"page that is not what it declares", "a.html", "<meta charset=shift_jis><p>\x81", "<meta charset=shift_jis><p>\x81"},
	} {
		if got := string(Decoded(source.File{Path: c.path, Bytes: []byte(c.in)}).Bytes); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
