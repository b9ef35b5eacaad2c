package card

import (
	"strings"

	"golang.org/x/image/font"
)

// wrap breaks a text into lines that are no wider than so many pixels, but for
// a word that is wider by itself.
func wrap(f font.Face, text string, width int) []string {
	var out []string
	for word := range strings.FieldsSeq(text) {
		if k := len(out) - 1; k >= 0 && font.MeasureString(f, out[k]+" "+word).Ceil() <= width {
			out[k] += " " + word
			continue
		}
		out = append(out, word)
	}
	for i, l := range out {
		out[i] = fit(f, l, width)
	}
	return out
}

// fit is a text, cut with an ellipsis where it is wider than so many pixels.
func fit(f font.Face, text string, width int) string {
	if font.MeasureString(f, text).Ceil() <= width {
		return text
	}
	letters := []rune(text)
	for n := len(letters) - 1; n > 0; n-- {
		if cut := strings.TrimRight(string(letters[:n]), " ,.;:") + "…"; font.MeasureString(f, cut).Ceil() <= width {
			return cut
		}
	}
	return ""
}
