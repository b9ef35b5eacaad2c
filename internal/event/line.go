package event

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// line is a headline under construction.
type line struct {
	s    string
	n    int
	said bool // what is said stands in it
}

func newLine(s string) *line { return &line{s: s, n: count(s)} }

func (l *line) add(s string) {
	if s == "" {
		return
	}
	l.s += " " + s
	l.n += count(s)
}

func (l *line) left() int { return most - l.n }

func (l *line) String() string { return l.s }

// count is the number of words of s.
func count(s string) int {
	n, before := 0, byte(white) // that it counts as white space before s
	for i := range len(s) {
		c := spacing[s[i]]
		if c == beyond {
			return countBeyond(s)
		}
		n += int(before &^ c)
		before = c
	}
	return n
}

// countBeyond is count where s has more than ASCII.
func countBeyond(s string) int {
	n, in := 0, false
	for _, c := range s {
		switch {
		case unicode.IsSpace(c):
			in = false
		case !in:
			n, in = n+1, true
		}
	}
	return n
}

// spacing says of a byte whether it is white space; beyond where that is for its
// neighbours to say, too.
var spacing = func() (t [256]byte) {
	for c := range t {
		switch {
		case c >= utf8.RuneSelf:
			t[c] = beyond
		case c == ' ' || '\t' <= c && c <= '\r':
			t[c] = white
		}
	}
	return t
}()

const white = 1

// finish is a line with a capital, of at most 14 words, or "".
func (a *act) finish(s string) string {
	if s = spaced(s); !a.endsVerb(s) {
		s = a.b.closed(s)
	}
	s = strings.ReplaceAll(strings.TrimRight(s, " ,;:-–—"), " ,", ",")
	if n := count(s); n > most || n < 2 {
		return ""
	}
	return capital(s)
}

// endsVerb reports whether a line ends with the word that belongs to its verb, and
// nothing that it governs follows that in the text: the canal is handed over.
func (a *act) endsVerb(s string) bool {
	b, last := a.b, a.trigger.To-1
	if a.verb != nil && !a.nominal && a.particled() {
		return strings.HasSuffix(s, " "+b.Words[last+1].Text)
	}
	if a.verb == nil || last <= a.verb.Head || !b.is(aStanding, last) || !strings.HasSuffix(s, " "+b.Words[last].Text) {
		return false
	}
	return len(a.chunks) == 0 || a.chunks[0].time || a.chunks[0].comma || a.chunks[0].clause != a.clause
}

// spaced is s with one space wherever it has white space, and none around it.
func spaced(s string) string {
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf || '\t' <= c && c <= '\r' || c == ' ' && (i == 0 || i+1 == len(s) || s[i+1] == ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s // as nearly always
}

// joiner joins words with the spaces of the text.
type joiner struct {
	parts []string
	space []bool
	at    []int
	n     int
}

func (j *joiner) empty() bool { return len(j.parts) == 0 }

func (j *joiner) word(w sentence.Word, space bool) {
	if space || j.n == 0 {
		j.n++
	}
	j.parts = append(j.parts, w.Text)
	j.space = append(j.space, space)
}

// clear is j without words, with its room.
func (j *joiner) clear() { *j = joiner{parts: j.parts[:0], space: j.space[:0], at: j.at[:0]} }

// dropTitle takes off the titles at the end: Treasury Secretary, President.
func (j *joiner) dropTitle(b *block) {
	for first := true; len(j.parts) > 0; first = false {
		w := b.g.classes(j.parts[len(j.parts)-1])
		if first && w.Has(aPreposition) {
			return
		}
		last := len(j.at) - 1
		adj := false
		if last >= 0 {
			if r := b.ref(j.at[last]); r != nil && r.Actor != nil && r.Actor.Kind != actor.Person {
				adj = r.Via == actor.ByAdjective || r.Actor.Kind == actor.State || r.Via == actor.ByTitle || r.Actor.Kind == actor.Body || r.Actor.Kind == actor.Company && !first
			}
		}
		if !w.Has(aTitle) && !w.Has(anOfficial) && !adj && !(len(j.parts) == 1 && (w.Has(anArticle) || w.Has(aPossessive))) {
			return
		}
		if j.space[len(j.space)-1] {
			j.n--
		}
		j.parts, j.space = j.parts[:len(j.parts)-1], j.space[:len(j.space)-1]
		if last >= 0 {
			j.at = j.at[:last]
		}
	}
	j.n = 0
}

// dropOwner takes off the name at the end that says whose office the one behind it
// holds: Nordhal | chief executive Ana Ruiz.
func (j *joiner) dropOwner(b *block) {
	for n := len(j.at); n > 0 && len(j.parts) == n && b.properName(j.at[n-1]); n-- {
		if j.space[n-1] {
			j.n--
		}
		j.parts, j.space, j.at = j.parts[:n-1], j.space[:n-1], j.at[:n-1]
	}
}

// officer adds the family name of a person r in office, whose first word is w, in place
// of the titles before it. Of another only the titles go, and it reports false.
func (j *joiner) officer(b *block, r *actor.Ref, w sentence.Word) bool {
	titled, known := len(j.parts), len(r.Actor.Roles) > 0
	if known && b.is(aTitle, r.From) {
		j.dropOwner(b)
	}
	j.dropTitle(b)
	k, ok := b.surname(r)
	if !known || !ok {
		return false
	}
	from := k
	for from > r.From && lower(b.Words[from-1].Text) && strings.Contains(r.Actor.Name, " "+b.Words[from-1].Text+" ") {
		from-- // von der Leyen
	}
	j.word(b.Words[from], w.Space || len(j.parts) < titled)
	for from++; from <= k; from++ {
		j.word(b.Words[from], true)
	}
	return true
}

func (j *joiner) String() string {
	var s strings.Builder
	n := len(j.parts)
	for _, p := range j.parts {
		n += len(p)
	}
	s.Grow(n)
	for i, p := range j.parts {
		if i > 0 && j.space[i] {
			s.WriteByte(' ')
		}
		s.WriteString(p)
	}
	return s.String()
}
