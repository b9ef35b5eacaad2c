package article

import (
	"bytes"
	"regexp"
)

// shortcode are the tags by which other generators call a template from the
// midst of the prose (Hugo, Jekyll and Liquid, kramdown's attributes). They
// are no prose: {{< figure src="a.png" >}}, {% include a.html %}, {: .note }.
// What stands in {{ }} alone may be meant as text, and is shown as it is.
var shortcode = regexp.MustCompile(`\{\{<[^\n]*?>\}\}|\{\{%[^\n]*?%\}\}|\{%[^\n]*?%\}|\{:[ \t]?[.#a-z][^\n{}]*\}`)

// withoutShortcodes is Markdown with spaces in the place of shortcodes, so
// that every offset stays; nil where there are none. Fenced code is left alone.
func withoutShortcodes(b []byte) []byte {
	if !bytes.Contains(b, []byte("{%")) && !bytes.Contains(b, []byte("{{")) && !bytes.Contains(b, []byte("{:")) {
		return nil
	}
	out := bytes.Clone(b)
	var fence []byte
	for at := 0; at < len(b); {
		end := nextLine(b, at)
		line := b[at:end]
		mark := bytes.TrimLeft(line, " ")
		switch {
		case fence != nil:
			if bytes.HasPrefix(mark, fence) {
				fence = nil
			}
		case bytes.HasPrefix(mark, []byte("```")) || bytes.HasPrefix(mark, []byte("~~~")):
			fence = mark[:3]
		default:
			for _, m := range shortcode.FindAllIndex(line, -1) {
				for i := m[0]; i < m[1]; i++ {
					out[at+i] = ' '
				}
			}
		}
		at = end
	}
	return out
}
