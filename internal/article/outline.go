package article

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

const (
	maxHeading = 80  // characters of a line that can be a heading of plain text
	maxTitle   = 200 // characters of a first line that can be a title
	minProse   = 100 // characters from which a line is surely prose
)

// headings finds in plain text the lines that are no paragraphs: a short line
// without end punctuation between paragraphs is a heading.
func (r *reader) headings() {
	for i := range r.parts {
		p := &r.parts[i]
		if p.kind != Paragraph || i+1 == len(r.parts) || !r.headingLike(*p) {
			continue
		}
		if next := r.parts[i+1]; next.kind == Item || len(next.text()) >= minProse || next.kind == Paragraph && ends(next.text()) {
			p.kind, p.level = Heading, 2
		}
	}
}

// headingLike reports whether a part is one short line that ends no sentence.
func (r *reader) headingLike(p part) bool {
	s := p.text()
	if s == "" || len(s) > utf8.UTFMax*maxHeading || ends(s) || utf8.RuneCountInString(s) > maxHeading || strings.Contains(s, "\n") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "”\"’'»)"))
	return !unicode.IsLower(first) && !strings.ContainsRune(",;:-–—@", last) && strings.IndexFunc(s, unicode.IsLetter) >= 0 && len(strings.Fields(s)) <= 14
}

// ends reports whether s ends like a sentence.
func ends(s string) bool {
	s = strings.TrimRight(s, "”\"’')]»")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…。！？", r)
}

// text is what p says, as it stands.
func (p part) text() string {
	if p.said == "" {
		return sentence.Join(p.pieces).Text
	}
	return p.said
}

// lead judges the lines at the top, once furniture is gone: a first line that
// is no sentence is the title, where there is none; with a title it is a
// standfirst. A line that repeats a sentence further down is a teaser.
func (r *reader) lead() {
	var top []*part
	for i := range r.parts {
		if p := &r.parts[i]; !p.set && !p.untold && (p.kind == Paragraph || p.kind == Item || p.kind == Heading) {
			if top = append(top, p); len(top) == 4 {
				break
			}
		}
	}
	above := len(top) > 1 || len(top) == 1 && slices.ContainsFunc(r.parts, func(p part) bool { return p.kind == Cell })
	if above && !ends(top[0].text()) && !(r.dated(top[0]) && r.dated(top[min(1, len(top)-1)])) || len(top) > 0 && top[0].kind == Heading && top[0].level == 1 {
		r.titled(top[0])
	}
	for _, p := range top[:min(3, len(top))] {
		if p.kind != Heading && p.kind != Teaser && r.repeated(p) {
			p.kind = Teaser
			r.summary(p.text())
		}
	}
}

// dated reports whether a part begins with a date and goes on: an entry, and no
// title where the next is one as well.
func (r *reader) dated(p *part) bool {
	from, to := readSpan(p.words, dateWordsOf(r.language))
	return from.grain != calendar.None && to.to < len(p.words)
}

// titled makes of the first line a title or a standfirst.
func (r *reader) titled(p *part) {
	a := r.article
	s := strings.Join(strings.Fields(p.text()), " ")
	n := utf8.RuneCountInString(s)
	switch {
	case loose(s) == loose(a.Title) && s != "":
		p.kind, p.level, p.untold = Heading, 1, true
	case a.Title == "" && p.kind == Heading && p.level <= 1:
		a.Title, p.untold = s, true
	case a.Title == "" && p.kind != Item && !r.isMarkdown() && n <= maxTitle:
		a.Title, p.kind, p.level, p.untold = s, Heading, 1, true
	case p.kind == Paragraph && n > 20 && n <= 2*maxTitle && !strings.HasSuffix(s, ":"):
		p.kind = Teaser
		r.summary(s)
	}
}

// summary is the article's, unless it has one.
func (r *reader) summary(s string) {
	if r.article.Summary == "" {
		r.article.Summary = strings.Join(strings.Fields(s), " ")
	}
}

// repeated reports whether another part holds all that p says.
func (r *reader) repeated(p *part) bool {
	var raw []string
	for w := range strings.FieldsSeq(p.text()) {
		if raw = append(raw, w); len(raw) == 3 {
			break
		}
	}
	if len(raw) < 3 {
		return false
	}
	inner := raw[1] + " " + raw[2] // a quick look first: these stand unchanged where the line is repeated
	var s, other []byte
	for i := range r.parts {
		q := &r.parts[i]
		if q == p || q.set || q.span.Start <= p.span.Start || !strings.Contains(q.text(), inner) {
			continue
		}
		if s == nil {
			if s = appendLoose(nil, p.text()); bytes.Count(s, []byte(" ")) < 7 {
				return false
			}
		}
		if other = appendLoose(other[:0], q.text()); bytes.Contains(other, s) {
			return true
		}
	}
	return false
}

// loose is the words of s in small letters, without any marks.
func loose(s string) string { return string(appendLoose(nil, s)) }

// appendLoose appends loose of s to dst, which is empty.
func appendLoose(dst []byte, s string) []byte {
	dst = slices.Grow(dst, len(s))
	gap := false
	for i := 0; i < len(s); {
		small, n := rune(inLoose[s[i]]), 1
		if s[i] >= utf8.RuneSelf {
			small, n = utf8.DecodeRuneInString(s[i:])
			if small = unicode.ToLower(small); !unicode.IsLetter(small) && !unicode.IsDigit(small) {
				small = 0
			}
		}
		i += n
		if small == 0 {
			gap = true
			continue
		}
		if gap && len(dst) > 0 {
			dst = append(dst, ' ')
		}
		dst, gap = utf8.AppendRune(dst, small), false
	}
	return dst
}

// inLoose are the small letters and the digits of ASCII, 0 for what is left out.
var inLoose = func() (t [utf8.RuneSelf * 2]byte) {
	for c := range byte(utf8.RuneSelf) {
		if r := unicode.ToLower(rune(c)); unicode.IsLetter(r) || unicode.IsDigit(r) {
			t[c] = byte(r)
		}
	}
	return t
}()

// compact drops what was set aside from the blocks; from the body too, except
// in Markdown, where what its author wrote is shown. The title is not shown
// twice.
func (r *reader) compact() {
	kept := r.parts[:0]
	var hidden []part
	for _, p := range r.parts {
		if !p.set {
			kept = append(kept, p)
		}
		if p.from < p.to && (p.untold || p.set && !r.isMarkdown()) {
			hidden = append(hidden, p)
		}
	}
	r.parts = kept
	if len(hidden) == 0 {
		return
	}
	slices.SortFunc(hidden, func(a, b part) int { return a.from - b.from })
	var body []Bit
	at := 0
	for _, p := range hidden {
		if p.from >= at {
			body = append(body, r.article.Body[at:p.from]...)
			at = p.to
		}
	}
	r.article.Body = pruned(append(body, r.article.Body[at:]...))
}
