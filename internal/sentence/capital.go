package sentence

import (
	"unicode"
	"unicode/utf8"
)

// Capital reports whether a word begins with a capital: Lima, Ägypten; not 3rd.
func Capital(w string) bool {
	return w != "" && (w[0]-'A' < 26 || w[0] >= utf8.RuneSelf && capitalBeyond(w))
}

// capitalBeyond is Capital beyond ASCII. It is apart, so that Capital costs no call.
func capitalBeyond(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}
