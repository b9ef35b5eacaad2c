package clause

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// tag is a set of readings of a word: what it may be, one bit each.
type tag uint64

const (
	determiner tag = 1 << iota
	pronoun
	object
	adverb
	negation
	preposition
	coordinator
	subordinator
	condition
	relative
	question
	that
	to
	timeWord
	adjective
	noun
	name
	plural
	be
	have
	do
	modal
	base
	third
	past
	part
	ing
	number
	comma
	stop
	dash
	hyphen
	opening
	closing
	possessive
	of
	start // before the first word, in conditions
	end   // after the last
	month
	prefix
	suffix
)

// tagNames are the readings as rule files name them.
var tagNames = map[string]tag{
	"determiner": determiner, "pronoun": pronoun, "object": object, "adverb": adverb, "negation": negation,
	"preposition": preposition, "coordinator": coordinator, "subordinator": subordinator, "condition": condition,
	"relative": relative, "question": question, "that": that, "to": to, "time": timeWord, "adjective": adjective,
	"noun": noun, "name": name, "plural": plural, "be": be, "have": have, "do": do, "modal": modal,
	"base": base, "s": third, "past": past, "part": part, "ing": ing, "number": number, "comma": comma,
	"stop": stop, "hyphen": hyphen, "possessive": possessive, "of": of, "start": start, "end": end, "month": month, "prefix": prefix, "suffix": suffix,
	"verb": base | third, "ed": past | part,
}

const (
	verbal  = base | third | past | part | ing
	helping = be | have | do | modal
	// closed classes: a capital does not make a name of them.
	closed = determiner | pronoun | object | negation | preposition | coordinator | subordinator | condition | relative | question | that | to | helping
	// thenWord is a word of a phrase that says since when: two days after that.
	thenWord = timeWord | adverb
	// nominal words stand inside a noun phrase.
	nominal = determiner | pronoun | object | adjective | noun | name | number | timeWord | possessive | hyphen
	// breaks end a stretch in which a word may be sought.
	breaks = comma | stop | dash | opening | closing
)

// word is the readings of a word before its neighbours are asked. first says
// that its capital means nothing.
func (l *lexicon) word(w *sentence.Word, first bool) (tag, *entry) {
	switch w.Kind {
	case sentence.Number:
		return number, nil
	case sentence.Open:
		return opening, nil
	case sentence.Close:
		return closing, nil
	case sentence.Punct:
		return mark(w.Text), nil
	}
	if w.Text[0] == '\'' || w.Text[0] >= utf8.RuneSelf {
		switch w.Text {
		case "'s", "’s", "'S", "’S":
			return possessive, nil
		}
	}
	k := l.known.Get(w)
	if k == nil {
		k = &unknown
	}
	t := k.tags
	if sentence.Capital(w.Text) {
		if t&suffix != 0 {
			return name | suffix, nil
		}
		if t&month != 0 {
			return timeWord | name, nil
		}
		if t&timeWord != 0 {
			return t & (timeWord | noun | name), k.entry
		}
		if upper(w.Text) || !first && t&closed == 0 {
			return name, nil
		}
		if t == 0 && k.forms == 0 {
			return name, nil
		}
	}
	t = t&^month | k.forms
	if t == 0 {
		t = l.byEnding(folded(w.Text))
	}
	return t, k.whole
}

// folded is sentence.Fold, which leaves most words as they are.
func folded(w string) string {
	for i := range len(w) {
		if w[i]-'a' >= 26 {
			return sentence.Fold(w)
		}
	}
	return w
}

// unknown is a word that no list has.
var unknown known

// joined is e with the readings of an irregular verb; e itself never changes.
func joined(e *entry, readings []phrase.Reading) *entry {
	out := entry{lemmas: readings}
	if e != nil {
		out.tags, out.aux = e.tags, e.aux
	}
	return &out
}

// mark is the reading of a punctuation mark.
func mark(s string) tag {
	switch s {
	case ",":
		return comma
	case "-", "‐", "‑":
		return hyphen
	case "–", "—", "--", "---", "(", ")", "[", "]", "/", "|", "•":
		return dash
	case "$", "€", "£", "¥", "%", "#", "@", "+", "°":
		return number
	case "'", "’", "*", "_", "~":
		return 0
	case "&":
		return coordinator
	}
	return stop
}

// upper reports whether w is written in capitals and longer than one letter.
func upper(w string) bool {
	return utf8.RuneCountInString(w) > 1 && strings.IndexFunc(w, unicode.IsLower) < 0
}

// lemma is the base form of a word read as one of forms.
func (l *lexicon) lemma(e *entry, text string, forms tag) string {
	if e != nil {
		for _, r := range e.lemmas {
			if formTags[r.Form]&forms != 0 {
				return r.Lemma
			}
		}
	}
	w := strings.ToLower(text)
	for _, c := range stems(w, forms) {
		if x := l.words[c]; x != nil && x.tags&base != 0 {
			return c
		}
	}
	if s := stems(w, forms); len(s) > 0 {
		return s[0]
	}
	return w
}

// stems are the base forms that a regular form may have, the likeliest first.
func stems(w string, forms tag) []string {
	cut := func(n int) string { return w[:len(w)-n] }
	switch {
	case forms&ing != 0 && strings.HasSuffix(w, "ing") && len(w) > 5:
		return stemsOf(cut(3))
	case forms&(past|part) != 0 && strings.HasSuffix(w, "ied") && len(w) > 4:
		return []string{cut(3) + "y"}
	case forms&(past|part) != 0 && strings.HasSuffix(w, "ed") && len(w) > 4:
		return stemsOf(cut(2))
	case forms&third != 0 && strings.HasSuffix(w, "ies") && len(w) > 4:
		return []string{cut(3) + "y"}
	case forms&third != 0 && strings.HasSuffix(w, "s") && len(w) > 3:
		return []string{cut(1)}
	}
	return nil
}

// stemsOf restores what an ending cut off: impos(ed), plann(ed), walk(ed).
func stemsOf(s string) []string {
	n := len(s)
	if s[n-1] == s[n-2] {
		if strings.ContainsRune("lsz", rune(s[n-1])) {
			return []string{s, s[:n-1]}
		}
		return []string{s[:n-1], s}
	}
	for _, e := range [...]string{"at", "iz", "is", "as", "os", "us", "uc", "ac", "nc", "v", "dg", "ng", "rg", "ur", "bl", "u"} {
		if strings.HasSuffix(s, e) {
			return []string{s + "e", s}
		}
	}
	return []string{s, s + "e"}
}
