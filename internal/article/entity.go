package article

import (
	"cmp"
	"html"
	"regexp"
	"strings"
	"unicode"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// entity is the length and text of a character reference at the start of s, or
// 0. One without its semicolon is read as browsers do.
func entity(s string) (int, string) {
	n := 1
	for n < len(s) && n < 33 && (s[n] == '#' || '0' <= s[n] && s[n] <= '9' || 'a' <= s[n] && s[n] <= 'z' || 'A' <= s[n] && s[n] <= 'Z') {
		n++
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	raw := s[:n]
	text := html.UnescapeString(raw)
	for text != raw && text != "" && raw != "" && raw[len(raw)-1] != ';' && raw[len(raw)-1] == text[len(text)-1] {
		raw, text = raw[:len(raw)-1], text[:len(text)-1]
	}
	if text == raw || text == "" {
		return 0, ""
	}
	return len(raw), atomic(text, len(raw))
}

// isNoteMark reports whether an element is the mark of a note: [1], [a], or a link
// within the page that says no more than a figure or a sign: 1, *, ↑.
func (h *htmlWalk) isNoteMark(n *node) bool {
	s := strings.TrimSpace(h.said([]*node{n}, 8))
	switch {
	case len(s) >= 8 || s == "":
		return false
	case n.tag == "sup" && s[0] == '[' && s[len(s)-1] == ']' && len(s) > 2:
		return true
	case !h.withinPage(n):
		return false
	}
	s = strings.Trim(s, "[]()")
	return number(s) > 0 && len(s) <= 3 || strings.IndexFunc(s, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) < 0
}

// withinPage reports whether n is, or holds, a link to another place of its page.
func (h *htmlWalk) withinPage(n *node) bool {
	n = firstOf(n, "a")
	return n.tag == "a" && strings.HasPrefix(n.attr["href"], "#")
}

// clockOf is the element in which a time element says the time of day, apart from
// what it says besides: 2h ago 16.40. It is nil where there is none.
func (h *htmlWalk) clockOf(n *node) *node {
	for _, c := range n.nodes {
		if c.tag != "" && clockOnly.MatchString(strings.TrimSpace(h.said([]*node{c}, 12))) {
			return c
		}
	}
	return nil
}

// clockOnly is a time of day, perhaps with its zone.
var clockOnly = regexp.MustCompile(`^\d{1,2}[.:]\d{2}( ?[APap]\.?[Mm]\.?)?( [A-Z]{2,5})?$`)

// said is the text of elements up to the next line break, at least n bytes of it
// where it has as many.
func (h *htmlWalk) said(nodes []*node, n int) string {
	var b strings.Builder
	for _, c := range nodes {
		if c.tag == "br" || b.Len() >= n {
			break
		}
		c.walk(func(c *node) bool {
			if c.tag == "" {
				b.WriteString(html.UnescapeString(h.Text(c.Span)))
			}
			return b.Len() < n
		})
	}
	return b.String()
}

// entryStart is how many bytes of a line show whether an entry begins it.
const entryStart = 80

// beginsEntry reports whether the line that elements are begins with a date and
// the mark behind it, as the lines of a chronicle do.
func (h *htmlWalk) beginsEntry(nodes []*node) bool {
	language := cmp.Or(h.language, fallback)
	ws := sentence.Words(strings.TrimSpace(h.said(nodes, entryStart)), 0, sentence.For(language))
	from, to := readSpan(ws, dateWordsOf(language))
	if from.grain == calendar.None {
		return false
	}
	_, separated := afterDate(ws, to.to)
	return separated
}
