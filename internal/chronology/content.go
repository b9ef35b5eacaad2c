package chronology

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is one word of a sentence. Start says that it begins a sentence or a
// quotation, where a capital letter means nothing.
type word struct {
	text   string
	start  bool
	before rune // the character just before it that is no space
	after  rune // the character just after it
}

// split cuts a sentence into words: letters and digits, with what binds them
// inside (full-scale, U.S., 1,500, O'Brien). A possessive 's is left out.
func split(s string) []word {
	var out []word
	start, before := true, rune(0)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			if strings.ContainsRune(".!?:“\"", r) {
				start = true
			}
			if !unicode.IsSpace(r) {
				before = r
			}
			i += n
			continue
		}
		j := end(s, i)
		w := word{text: s[i:j], start: start, before: before}
		w.text = strings.TrimSuffix(strings.TrimSuffix(w.text, "'s"), "’s")
		w.after, _ = utf8.DecodeRuneInString(s[j:])
		out = append(out, w)
		start, before = false, 0
		i = j
	}
	return out
}

// end is where the word that begins at i ends.
func end(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			i += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		if strings.ContainsRune("-'’.,", r) && (unicode.IsLetter(next) || unicode.IsDigit(next)) {
			i += n
			continue
		}
		break
	}
	return i
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

// ownClause is how much more the words of the headline and the trigger weigh:
// they are the event's own clause, the others those of the whole sentence,
// which may tell of much else.
const ownClause = 2

// content are the stems of the content words that tell the event, each once,
// sorted, weighed by where it stands; figures and named things are noted on
// the way.
func (t *telling) content() []term {
	known := map[string]bool{}
	for i, list := range [][]string{t.Actors, t.Places, t.Agents, t.Targets} {
		for _, name := range list {
			for _, w := range split(name) {
				if i < 2 || capital(w.text) { // an object may be told by common words too
					known[stem(w.text)] = true
				}
			}
		}
	}
	ws := split(t.text())
	t.figures = figures(ws)
	weight := map[string]float64{}
	for i, w := range ws {
		if dayOfMonth(ws, i) {
			continue
		}
		t.answer = t.answer || words()["answers"].has(strings.ToLower(w.text))
		s, ok := topical(w, known)
		if !ok {
			continue
		}
		weight[s] = 1
		if words()["occasions"].has(strings.ToLower(w.text)) {
			t.occasions = append(t.occasions, s)
		}
		if capital(w.text) && !w.start {
			t.names = append(t.names, s)
		}
	}
	t.trigger, t.clause = stems(t.Trigger.Text, known), stems(t.Headline, known)
	for _, s := range slices.Concat(t.trigger, t.clause) {
		weight[s] = ownClause
	}
	t.light = len(t.trigger) == 0 && t.Trigger.Text != ""
	for _, w := range split(t.Trigger.Text) {
		t.outcome = t.outcome || words()["outcomes"].has(strings.ToLower(w.text))
	}
	slices.Sort(t.occasions)
	t.occasions = slices.Compact(t.occasions)
	slices.Sort(t.names)
	t.names = slices.Compact(t.names)
	out := make([]term, 0, len(weight))
	for s, n := range weight {
		out = append(out, term{s, n})
	}
	slices.SortFunc(out, func(a, b term) int { return cmp.Compare(a.word, b.word) })
	return out
}

// stems are those of the topical words of a text, sorted.
func stems(text string, known map[string]bool) []string {
	var out []string
	ws := split(text)
	for i, w := range ws {
		if s, ok := topical(w, known); ok && !dayOfMonth(ws, i) {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// topical is the stem of a word that says something of the topic.
func topical(w word, known map[string]bool) (string, bool) {
	lower, s := strings.ToLower(w.text), stem(w.text)
	none := words()["stop"].has(lower) || words()["light"].has(lower) || words()["calendar"].has(strings.TrimRight(lower, ".")) || known[s] || len(s) < 2 || year(s)
	return s, !none
}

func capital(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(first)
}

// dayOfMonth reports whether a word is a number beside the name of a month or
// weekday: a date, no topic.
func dayOfMonth(ws []word, i int) bool {
	number, _ := numeral(ws[i].text)
	calendar := func(k int) bool {
		return k >= 0 && k < len(ws) && words()["calendar"].has(strings.TrimRight(strings.ToLower(ws[k].text), "."))
	}
	return number != "" && len(number) <= 2 && (calendar(i-1) || calendar(i+1))
}

// year reports whether a word is a year as one writes it: a date, no topic.
func year(s string) bool {
	return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20")) && strings.Trim(s, "0123456789") == ""
}
