package chronology

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"
)

// word is one word of a sentence. Start says that it begins a sentence or a
// quotation, where a capital letter means nothing.
type word struct {
	*lexeme
	text   string
	start  bool
	before rune // the character just before it that is no space
	after  rune // the character just after it
}

// stem is a word cut short: at five letters where it has at most seven, else
// at six. Truncation finds adopts and adopted one word, in any language with
// endings, without its grammar.
func stem(s string) string {
	s = strings.ToLower(strings.ReplaceAll(s, ".", ""))
	rs := []rune(s)
	switch n := len(rs); {
	case n > 7:
		return string(rs[:6])
	case n > 5:
		return string(rs[:5])
	case n > 3:
		return strings.TrimSuffix(s, "s")
	}
	return s
}

// read notes what the words of a mention say: the stems of the content words
// that tell the event, each once, in order; figures and named things; whether
// it tells an answer, or what an occasion issued.
func (t *said) read(r *reader) {
	t.namesIn(r)
	r.terms, r.names, r.occasions, r.held, r.venue = r.terms[:0], r.names[:0], r.occasions[:0], r.held[:0], r.venue[:0]
	text := t.text()
	ws := r.split(text)
	t.words, t.length = xxh3.HashString(text), len(text)
	drawn := sketchOf(ws)
	t.figures = figures(ws)
	for i, w := range ws {
		if dayOfMonth(ws, i) {
			continue
		}
		t.answer = t.answer || w.has(ofAnswer)
		if !r.topical(w) {
			continue
		}
		r.terms = append(r.terms, termOf(w, wholeSentence))
		if w.has(ofOccasion) {
			r.occasions = append(r.occasions, w.stem)
			r.named(ws, i)
		}
		if w.has(capitalised) && !w.start {
			r.names = append(r.names, w.stem)
		}
	}
	t.names = r.set(r.names)
	r.trigger = r.cut(r.trigger, t.Trigger.Text)
	r.headline = r.cut(r.headline, t.Headline)
	held := false
	for _, w := range r.trigger {
		t.outcome = t.outcome || w.has(ofOutcome)
		t.passed, t.rejected = t.passed || w.has(ofPassed), t.rejected || w.has(ofRejected)
		held = held || w.has(ofOccasion|ofHolding)
	}
	t.sketch = drawn.of(r.trigger)
	r.heads = r.heads[:0]
	t.clause = r.stems(r.headline)
	t.outcome = t.outcome || issues(r.headline)
	for _, w := range r.headline {
		t.again = t.again || w.has(ofAgain)
		t.goods |= w.goods
	}
	if len(r.held) > 0 && !held && !beginsWithOccasion(r.headline) {
		r.held = r.held[:0] // who only spoke of a summit on some day says nothing of its day
	}
	t.feast = feastOf(r.set(r.occasions), r.set(r.held), r.set(r.venue))
	r.heads = r.heads[:0]
	t.trigger = r.stems(r.trigger)
	t.light = len(t.trigger) == 0 && t.Trigger.Text != ""
	t.terms = r.marked(headOf(t.Type))
}

// issues reports whether a headline tells what an occasion itself gave out: the
// summit adopts a declaration, ends with a communiqué.
func issues(headline []word) bool {
	held := false
	for _, w := range headline {
		if w.has(ofOutcome) && held {
			return true
		}
		held = held || w.has(ofOccasion)
	}
	return false
}

// namesIn gathers the words of the names in a mention.
func (t *said) namesIn(r *reader) {
	r.known = r.known[:0]
	for _, list := range [][]string{t.Actors, t.Places} {
		for _, name := range list {
			r.known = append(r.known, r.party(name).words...)
		}
	}
	for _, list := range [][]string{t.Agents, t.Targets} {
		for _, name := range list {
			for _, w := range r.split(name) {
				if w.has(capitalised) { // an object may be told by common words too
					r.known = append(r.known, w.stem)
				}
			}
		}
	}
}

// stems are those of the topical words of the trigger or headline, in order;
// their terms weigh more.
func (r *reader) stems(ws []word) []uint32 {
	out := r.names[:0]
	for i, w := range ws {
		if r.topical(w) && !dayOfMonth(ws, i) {
			out = append(out, w.stem)
			r.terms = append(r.terms, termOf(w, ownClause))
			r.heads = append(r.heads, w.head)
		}
	}
	r.names = out
	return r.set(out)
}

// split cuts a text into words, which are good until the next is cut.
func (r *reader) split(s string) []word {
	r.words = r.cut(r.words, s)
	return r.words
}

// cut is split into the room of another list.
func (r *reader) cut(room []word, s string) []word {
	room = split(room[:0], s)
	for i := range room {
		room[i].lexeme = r.lexeme(room[i].text)
	}
	return room
}

// topical reports whether a word says something of the topic.
func (r *reader) topical(w word) bool { return !w.has(empty) && !slices.Contains(r.known, w.stem) }

func capital(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(first)
}

// dayOfMonth reports whether a word is a number beside the name of a month or
// weekday: a date, no topic.
func dayOfMonth(ws []word, i int) bool {
	if n := ws[i].digits; n == 0 || n > 2 {
		return false
	}
	return i > 0 && ws[i-1].has(ofCalendar) || i+1 < len(ws) && ws[i+1].has(ofCalendar)
}

// year reports whether a word is a year as one writes it: a date, no topic.
func year(s string) bool {
	return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20")) && strings.Trim(s, "0123456789") == ""
}
