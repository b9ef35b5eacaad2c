package event

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// contentChunk is the chunk that begins what is said, or -1. What stands in quotation
// marks behind an act that is none of words is nobody's there: left Lima: “We are friends”.
func (a *act) contentChunk() int {
	skip := -1 // the clause of a relative
	for i, ch := range a.chunks {
		if ch.clause >= 0 && ch.clause != a.clause && a.b.parse.Clauses[ch.clause].Kind == clause.Complement && (a.b.parse.Clauses[ch.clause].Parent == a.clause || a.spans(a.b.parse.Clauses[ch.clause].Parent)) {
			if i > 0 && a.chunks[i-1].prep != "" && (a.chunks[i-1].Len() == 1 || a.b.is(anOf, ch.From-1)) || a.b.ofItsDay(ch) {
				skip = ch.clause // on that occasion, on how to begin, in the west of what was then Chile
			}
			if ch.clause == skip {
				continue
			}
			if a.relative(i) || a.follows(i) || a.b.likened(ch) || ch.comma && a.says < 0 && !a.words() && a.b.Words[ch.From].Kind == sentence.Open {
				skip = ch.clause
				continue
			}
			return i
		}
	}
	return -1
}

// tellsFinite reports whether what is said from chunk i on has a finite verb: not he ordered
// | his men to leave.
func (a *act) tellsFinite(i int) bool {
	v := a.b.verbWithin(a.chunks[i].clause)
	return v == nil || v.Finite
}

// ofItsDay reports whether a chunk only says which day or moment the words before it mean:
// told the court of the day | the king died.
func (b *block) ofItsDay(ch chunk) bool {
	i := ch.From - 1
	return !ch.comma && !b.is(aThat, ch.From) && b.is(aDefinite, i-1) && (b.is(aUnit, i) || b.is(aMoment, i))
}

// follows reports whether chunk i only says what came of the object told before it:
// declared a drought, meaning | that wells would close.
func (a *act) follows(i int) bool {
	return i > 1 && a.b.is(aThat, a.chunks[i].From) && a.chunks[i-1].comma && a.chunks[i-1].Len() == 1 && !empty(a.object) && a.object.To < a.chunks[i-1].From
}

// likened reports whether a chunk is a quoted comparison, which says nothing by
// itself: sanctions “like they have never seen before”.
func (b *block) likened(ch chunk) bool {
	i := ch.From
	for i < ch.To && b.word(i).Kind == sentence.Open {
		i++
	}
	return b.word(i-1).Kind == sentence.Open && b.is(aPreposition, i) && b.is(aComparison, i)
}

// relative reports whether chunk i only looks like what is said and describes
// the noun before it: an order that puts …, the duty that he had put.
func (a *act) relative(i int) bool {
	b, ch := a.b, a.chunks[i]
	if !b.is(aThat, ch.From) || i == 0 {
		return false
	}
	if v := b.verbOf(b.of(ch.From + 1)); b.inVerb(ch.From+1) && (v == nil || v.Finite || !v.Ing) {
		return true // not: said that raising duties would
	}
	return !a.rule.speech && !ch.comma && !a.chunks[i-1].time && !empty(a.object) && !b.personal(a.object) && !b.official(a.object)
}

// headless reports whether what is said begins with its verb, or with what
// belongs to words before it: its subject stands elsewhere.
func (b *block) headless(ch chunk) bool {
	if ch.time {
		return true
	}
	v := b.verbOf(ch.clause)
	if b.word(ch.From+1).Kind == sentence.Number {
		return false // about 100 people took part
	}
	if v != nil && v.Finite && v.From == ch.From+1 && b.is(aThat, ch.From) {
		return true // that would happen soon
	}
	return v != nil && v.Finite && v.From == ch.From || ch.prep != "" && !b.is(aBy, ch.From) && !b.is(anOpener, ch.From) && b.Quote(ch.From) < 0 && (v == nil || ch.To > v.From)
}

// asideAt is where the subject of what is said begins, if it begins with a word that
// opens it and only an aside between commas stands between the two; else 0.
func (b *block) asideAt(ch chunk) int {
	k, that := b.parse.Clauses[ch.clause], ch.From
	if ch.comma {
		that = ch.From - 2 // what opens it belongs to the verb: complained that
	} else if ch.Len() != 1 {
		return 0
	}
	if !b.is(aThat, that) || b.word(that+1).Text != "," || k.Verb < 0 || k.Subject.From <= ch.To || b.word(k.Subject.From-1).Text != "," {
		return 0
	}
	return k.Subject.From
}

// A saying is what an act says, on its way into a line.
type saying struct {
	*act
	line   *line
	from   int          // its first chunk
	verb   *clause.Verb // its verb, or nil
	begun  int          // the word up to which it says nothing yet
	parts  []string     // its phrases, as contentParts gives them
	halved int          // the clause that a longer cut found to be without its end
	short  bool         // whether a longer cut is unfinished
	broken string       // as much as fits of what no cut leaves complete
}

// addContent adds what is said from chunk i on: as many phrases of it as there
// is room for, so that the last can end it. It reports whether any fits.
func (a *act) addContent(l *line, i int) bool {
	b, at := a.b, a.chunks[i].From
	v := b.verbWithin(a.chunks[i].clause)
	s := saying{act: a, line: l, from: i, verb: v, begun: b.openedBy(at), parts: a.contentParts(i, v), halved: len(b.parse.Clauses)}
	if b.is(aThat, at) && a.verb != nil && !a.verbIs(aSaying) && !strings.HasSuffix(l.s, ":") {
		s.parts[0] = strings.TrimRight(lowerText(&b.Words[at])+" "+s.parts[0], " ") // told him that
	}
	if b.word(at-1).Text == ":" {
		s.parts[0] = small(b, s.parts[0]) // wrote: The port is shut
	}
	for n := len(s.parts); n > 0 && s.begins(n); n-- {
		if text := s.cut(n); text != "" {
			if s.inHisWords() {
				text = "“" + text + "”" // we are shocked
			}
			l.add(text)
			l.said = true
			return true
		}
	}
	s.breakOff()
	return l.said
}

// begins reports whether n phrases say anything: a subject without its verb does not.
func (s *saying) begins(n int) bool {
	last := s.chunks[s.from+n-1]
	return (s.verb == nil || last.To > s.verb.Head) && last.To > s.begun
}

// cut is what n phrases say, where they can stand alone and have room, or "".
func (s *saying) cut(n int) string {
	b, k := s.b, s.from+n-1
	last, more := s.chunks[k], k+1 < len(s.chunks)
	in := b.of(last.To - 1)
	if in == s.halved {
		return ""
	}
	text := b.closed(spaced(strings.Join(s.parts[:n], " ")))
	if s.line.n+count(text) > most || b.dangles(text) || b.severed(text, last) {
		return ""
	}
	if more && b.takenAs(last, s.chunks[k+1]) {
		s.halved = in
		return ""
	}
	if more && b.halved(s.verb, last, s.chunks[k+1]) {
		s.halved = in
	}
	if more && s.chunks[k+1].clause != s.clause && (s.halved == in || b.wanted(s.chunks[k+1]) || b.leans(last, s.chunks[k+1])) {
		if s.broken == "" && s.line.n+count(text) < most && n > 1 {
			s.broken = text
		}
		return ""
	}
	if b.unfinished(sentence.Extent{From: s.chunks[s.from].From, To: last.To}) {
		if s.short = true; b.awaited(last.To) {
			s.halved = in
		}
		return ""
	}
	if s.short && count(text) < leastSaid {
		return ""
	}
	return text
}

// inHisWords reports whether what is said is quoted, and speaks of the speaker or begins
// as a sentence does.
func (s *saying) inHisWords() bool {
	b, at := s.b, s.chunks[s.from].From
	if b.word(at).Kind == sentence.Open {
		at++
	}
	q := b.Quote(at)
	return q >= 0 && (b.is(aFirst, at) || sentence.Capital(b.Words[at].Text) && b.ref(at) == nil && b.Quotes[q].From >= at-1)
}

// breakOff ends a line with as much of what is said as there is room for, and with dots
// where that is not all, if the line says nothing without it.
func (s *saying) breakOff() {
	b, l := s.b, s.line
	if !strings.HasSuffix(l.s, ":") && s.words() {
		return
	}
	if s.broken == "" && s.begun == 0 {
		f := strings.Fields(strings.Join(s.parts, " "))
		from, room := s.chunks[s.from].From, min(l.left()-1, len(f))
		if room > 3 && b.finite(sentence.Extent{From: from, To: min(from+room, len(b.Words))}) {
			s.broken = b.closed(strings.Join(f[:room], " "))
			if end := s.from + len(s.parts); room == len(f) && !(end < len(s.chunks) && b.wanted(s.chunks[end])) {
				l.add(s.broken)
				l.said = true
				return
			}
		}
	}
	if s.broken != "" {
		l.add(s.broken + " …")
		l.said = true
	}
}

// contentParts are the phrases of what is said from chunk i on, one for each chunk, where v
// is its verb: "" for the word that opens it and for an aside in front of it.
func (a *act) contentParts(i int, v *clause.Verb) []string {
	b := a.b
	var parts []string
	inner := -1 // the clause of the last governed gerund
	aside := b.asideAt(a.chunks[i])
	for k := i; k < len(a.chunks); k++ {
		ch := a.chunks[k]
		if ch.From < aside && !b.is(aThat, ch.From) {
			parts = append(parts, "") // said that, like its rival, the firm had …
			continue
		}
		subject := v != nil && ch.From < v.From && !ch.comma // those who had paid | will get it back
		if k > i && !subject && ch.From != aside && (ch.comma || ch.clause == a.clause || b.of(ch.From) != a.chunks[i].clause && b.apart(ch, a.chunks[i].clause) && !b.governed(ch) && b.of(ch.From) != inner) {
			break
		}
		if b.governed(ch) {
			inner = b.of(ch.From)
		}
		if k == i && ch.Len() == 1 && b.is(aThat, ch.From) {
			parts = append(parts, "") // said that, if they came, “we will leave”
			continue
		}
		parts = append(parts, b.chunkText(ch))
	}
	return parts
}

// verbWithin is the verb of clause c, or, where it has none, that of the quotation
// that goes on inside of it.
func (b *block) verbWithin(c int) *clause.Verb {
	if v := b.verbOf(c); v != nil {
		return v
	}
	for k := range b.under(c) {
		if v := b.verbOf(k); v != nil && b.parse.Clauses[k].Kind == clause.Complement {
			return v
		}
	}
	return nil
}

// governed reports whether a chunk is a gerund that the verb before it governs:
// stop sending.
func (b *block) governed(ch chunk) bool {
	v := b.verbOf(b.of(ch.From))
	return v != nil && v.Ing && !v.Finite && v.From == ch.From && !ch.comma && ch.prep == ""
}

// leans reports whether a chunk ends in a verb that leans on the preposition of
// the next (thinking about) or on a rough figure (sell | over 200 planes), or in an adjective that wants it (equivalent to).
func (b *block) leans(ch, next chunk) bool {
	return !next.time && !next.comma && ((b.is(aLeaning, next.From) || b.roughly(next.From)) && b.inVerb(ch.To-1) || next.prep != "" && b.is(aLeaner, ch.To-1))
}

// severed reports whether words that close a chunk were taken off s behind its verb, which
// wants what they begin: will face a | “vacuum”.
func (b *block) severed(s string, ch chunk) bool {
	v := b.verbOf(b.of(ch.To - 1))
	return v != nil && v.From >= ch.From && v.Head < ch.To-1 && !v.Passive && b.Words[v.Head].Text == lastWord(s) && !b.is(anAdverb, v.Head+1)
}

// openedBy is the end of the clause that what is said, from word that on, opens with and
// that says nothing yet: told them that, since nobody had come, | it would go on; else 0.
func (b *block) openedBy(that int) int {
	if !b.is(aThat, that) || !b.is(anOpener, that+1) {
		return 0
	}
	if k := b.parse.Clauses[b.of(that+1)]; k.Kind == clause.Subordinate {
		return k.To
	}
	return 0
}

// halved reports whether what is said with verb v breaks off between chunk ch and the
// next, which begins what somebody told in it, or on what condition it would be so:
// said the envoy had told them | that …; said it would sink | if …
func (b *block) halved(v *clause.Verb, ch, next chunk) bool {
	if told := b.verbOf(b.of(ch.To - 1)); told != nil && told.Finite && b.is(aThat, next.From) && b.complements(next, ch) && b.g.is(aSaying, told.Base) {
		return true
	}
	k := next.clause
	return v != nil && v.Modality == clause.Conditional && k >= 0 && b.parse.Clauses[k].Kind == clause.Condition && b.parse.Clauses[k].From == next.From
}

// wanted reports whether what stands before a chunk is not complete without
// it: an object, an infinitive or a gerund that its verb governs.
func (b *block) wanted(ch chunk) bool {
	if ch.time || ch.comma {
		return false
	}
	if b.is(aPurpose, ch.From) {
		v := b.verbOf(b.of(ch.From + 1))
		return v != nil && v.Infinite && ch.From <= v.From && v.From <= ch.From+1
	}
	if ch.prep != "" || b.is(anOpener, ch.From) || b.is(aConjunction, ch.From) || b.is(anAdverb, ch.From) {
		return false
	}
	return true
}

// apart reports whether a chunk begins a clause that what is said can do
// without: a relative, a condition keeps its place.
func (b *block) apart(ch chunk, c int) bool {
	for k := ch.clause; k >= 0 && k != c; k = b.parse.Clauses[k].Parent {
		switch b.parse.Clauses[k].Kind {
		case clause.Infinitive, clause.Complement, clause.Condition:
		default:
			return true
		}
	}
	return false
}

// dangles reports whether a line ends in a word that wants another: an
// auxiliary, a "to", a "not".
func (b *block) dangles(s string) bool {
	last := b.g.classes(lastWord(s))
	return last.Has(aCopula) || last.Has(anAuxiliary) || last.Has(aDeterminer) || last.Has(anAdverb)
}
