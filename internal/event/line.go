package event

import (
	"encoding/binary"
	"math/bits"
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

// count is the number of words of s, which has no control characters but white space.
func count(s string) int {
	n, before := 0, uint64(1) // whether white space stands before the eight bytes at hand
	for ; s != ""; s = s[min(8, len(s)):] {
		x := eight(s)
		if x&high != 0 {
			return n + countBeyond(s, before != 0)
		}
		words := (x + (0x80-'!')*ones) & high >> 7 // a one for each byte that is no white space
		n += bits.OnesCount64(words & (^words<<8 | before))
		before = ^words >> 56 & 1
	}
	return n
}

// ones has the lowest bit of each of eight bytes, high the highest.
const (
	ones = 0x0101010101010101
	high = 0x8080808080808080
)

// eight is the first eight bytes of s as a number, spaces behind its end.
func eight(s string) uint64 {
	if len(s) >= 8 {
		return binary.LittleEndian.Uint64([]byte(s[:8]))
	}
	x := uint64(' ' * ones)
	for i := len(s) - 1; i >= 0; i-- {
		x = x<<8 | uint64(s[i])
	}
	return x
}

// countBeyond is count where s has more than ASCII, behind white space or not.
func countBeyond(s string, space bool) int {
	n, in := 0, !space
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
		if n := j.postOf(b); !first && n > 0 {
			j.cutTo(len(j.parts) - n) // ambassador to the UN Ana Ruiz
			continue
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
		j.cutTo(len(j.parts) - 1)
	}
	j.n = 0
}

// cutTo is j without its words from n on.
func (j *joiner) cutTo(n int) {
	for _, space := range j.space[n:] {
		if space {
			j.n--
		}
	}
	j.parts, j.space, j.at = j.parts[:n], j.space[:n], j.at[:max(len(j.at)-len(j.parts)+n, 0)]
}

// postBehind is how many words at the end are a post with its name: representative | to the UN.
func (j *joiner) postBehind(b *block) int {
	n := len(j.parts)
	for n > 0 && b.ref(j.at[n-1]) != nil {
		n--
	}
	k := joiner{parts: j.parts[:n], at: j.at[:n]}
	if post := k.postOf(b); n < len(j.parts) && post > 0 {
		return len(j.parts) - n + post
	}
	return 0
}

// postOf is how many words at the end say where a title before them is held, when that
// name is off: ambassador | to the | UN; else 0.
func (j *joiner) postOf(b *block) int {
	n := len(j.parts)
	k := n - 1
	if k > 0 && b.g.classes(j.parts[k]).Has(anArticle) {
		k--
	}
	if k < 1 {
		return 0
	}
	prep, held := b.g.classes(j.parts[k]), b.g.classes(j.parts[k-1])
	if !prep.Has(anOf) && !prep.Has(aPurpose) || !held.Has(aTitle) && !held.Has(anOfficial) {
		return 0
	}
	return n - k
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

// keepsTitle reports whether a word that describes the title of a person r stands before it:
// the new | prime minister Ana Ruiz.
func (j *joiner) keepsTitle(b *block, r *actor.Ref) bool {
	n := len(j.at)
	if len(j.parts) != n {
		return false
	}
	n -= j.postBehind(b)
	for n > 0 && (b.is(aTitle, j.at[n-1]) || b.is(anOfficial, j.at[n-1])) && !b.is(anOf, j.at[n-1]) {
		n--
	}
	if n == 0 || n == len(j.at) && !b.is(aTitle, r.From) {
		return false
	}
	i := j.at[n-1]
	return lower(j.parts[n-1]) && !b.is(aPreposition, i) && !b.is(aConjunction, i) && !b.is(aDeterminer, i) && !b.is(aPossessive, i) && !b.is(aRelative, i) && !b.inVerb(i)
}

// officer adds the family name of a person r in office, whose first word is w, in place
// of the titles before it. Of another only the titles go, and it reports false.
func (j *joiner) officer(b *block, r *actor.Ref, w sentence.Word) bool {
	titled, known := len(j.parts), len(r.Actor.Roles) > 0
	if j.keepsTitle(b, r) {
		return false
	}
	if known && b.is(aTitle, r.From) {
		j.dropOwner(b)
	}
	j.dropTitle(b)
	k, ok := b.surname(r)
	if !known || !ok {
		return false
	}
	if len(j.parts) < titled || !strings.Contains(r.Actor.Name, b.Words[r.From].Text) {
		j.dropDeterminer(b)
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

// dropDeterminer takes off the word at the end that belonged to a title that has gone: with
// his | Russian counterpart Vladimir Putin.
func (j *joiner) dropDeterminer(b *block) {
	if n := len(j.parts) - 1; n >= 0 {
		if w := b.g.classes(j.parts[n]); w.Has(anArticle) || w.Has(aPossessive) {
			j.cutTo(n)
		}
	}
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
