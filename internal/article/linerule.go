package article

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

// lineRule is how a rule of furniture is applied. Its keys in the file:
//
//	line   whole: the pattern is the whole line; start: the line begins with it
//	at     top, bottom, edge (either) or any: where the line stands
//	max    the most words of such a line
//	brief  yes: a longer line that ends like a sentence is left
//	takes  rest: an appeal, which goes on; list: the links below it go too
//	then   names, networks or date: what follows the pattern, to the end
//	gives  author, biography, source, date or updated: what the article learns
//	cue    yes: no line of its own, but a mark of appeals
type lineRule struct {
	*phrase.Rule
	whole bool
	at    string
	max   int
	takes string
	then  string
	gives string
	cue   bool
	brief bool
}

// lineRules are the rules of a language and those of all languages.
type lineRules struct {
	sets  []*phrase.Set
	rules [][]lineRule // by set
}

// verdict is the rule that a line fell under.
type verdict struct {
	*lineRule
	match phrase.Match
}

var ruleSets = sentence.ByLanguage[*lineRules]{Make: readLineRules}

// lineRulesOf are the rules for a language. Rules that do not compile are our
// own mistake, and a test reads them all.
func lineRulesOf(language string) *lineRules { return ruleSets.Of(language) }

func readLineRules(language string) (*lineRules, error) {
	l := &lineRules{}
	folders := []string{"any"}
	if language != "any" {
		folders = append(folders, language)
	}
	for _, folder := range folders {
		name := folder + "/furniture.rules"
		b, err := rules.ReadFile(name)
		if err != nil {
			continue // no rules for this language
		}
		if err := l.add(source.File{Path: "internal/article/" + name, Bytes: b}, folder); err != nil {
			return nil, err
		}
	}
	return l, nil
}

func (l *lineRules) add(f source.File, language string) error {
	rs, err := phrase.Parse(f)
	if err != nil {
		return err
	}
	set, err := phrase.Compile(rs, phrase.Options{Language: language, Classes: lineClasses, Kinds: lineKinds})
	if err != nil {
		return err
	}
	lines := make([]lineRule, len(rs))
	for i := range rs {
		r := &set.Rules[i]
		lines[i] = lineRule{
			Rule: r, whole: r.Get("line") == "whole", at: r.Get("at"), max: number(r.Get("max")),
			takes: r.Get("takes"), then: r.Get("then"), gives: r.Get("gives"), cue: r.Get("cue") == "yes", brief: r.Get("brief") == "yes",
		}
		if lines[i].max == 0 {
			lines[i].max = 60
		}
		if !lines[i].cue && r.Get("class") == "" && (r.Get("line") == "" || r.Get("at") == "") {
			return fmt.Errorf("%s:%d:1: rule %s needs the keys line and at", r.File, r.Line, r.Name)
		}
	}
	l.sets = append(l.sets, set)
	l.rules = append(l.rules, lines)
	return nil
}

// lineClasses are the classes that patterns of furniture name.
var lineClasses = map[string]func(sentence.Word) bool{
	"number":   nil,
	"word":     nil,
	"name":     isName,
	"currency": func(w sentence.Word) bool { return strings.Contains("$ € £ ¥ ₽ ₹", w.Text) },
	"date":     isDatePart,
}

// lineKinds are the kinds of word that they can hold.
var lineKinds = map[string][]sentence.Kind{
	"number": {sentence.Number}, "word": {sentence.Letters}, "name": {sentence.Letters}, "currency": {sentence.Punct},
}

// isName reports whether w can stand in a person's or a place's name: it has a
// capital and is no word of dates.
func isName(w sentence.Word) bool {
	if w.Kind != sentence.Letters {
		return false
	}
	r, _ := utf8.DecodeRuneInString(w.Text)
	if unicode.IsLower(r) {
		return isSmall(w, "particle")
	}
	return dateWordsOf(fallback).Get(&w) == nil
}

// nameWords reads any/names.txt once.
var nameWords = sync.OnceValue(func() dateWords { return readWords("any/names.txt") })

// isSmall reports whether w is a small word of bylines in that use.
func isSmall(w sentence.Word, use string) bool {
	uses := nameWords().Get(&w)
	return uses != nil && slices.ContainsFunc(*uses, func(x dateWord) bool { return x.value == use })
}

// isDatePart reports whether w can stand in a printed date with a time.
func isDatePart(w sentence.Word) bool {
	if w.Kind == sentence.Number {
		return true
	}
	if w.Kind == sentence.Letters {
		return dateWordsOf(fallback).Get(&w) != nil || strings.ToUpper(w.Text) == w.Text || strings.HasSuffix(w.Text, ".m.")
	}
	return strings.Contains(",:|-–./·+", w.Text)
}

// judge is the rule that a line of words falls under at a place, if any. Of
// several the first of the file counts.
func (l *lineRules) judge(words []sentence.Word, here place) (verdict, bool) {
	n, lead := len(words), 0
	for n > 0 && words[n-1].Kind != sentence.Letters && words[n-1].Kind != sentence.Number {
		n--
	}
	for lead < n && strings.Contains("([»›→▶•>*", words[lead].Text) {
		lead++
	}
	words = words[lead:]
	n -= lead
	for k, set := range l.sets {
		best := verdict{}
		for _, m := range set.Start(nil, words) {
			r := &l.rules[k][m.Rule]
			if r.cue || len(words) > r.max || !here.is(r.at) || r.whole && !l.whole(r, words[:max(n, 0)], m.To) {
				continue
			}
			if best.lineRule == nil || m.Rule < best.match.Rule {
				m.To += lead // back in the line's own words
				best = verdict{r, m}
			}
		}
		if best.lineRule != nil {
			return best, true
		}
	}
	return verdict{}, false
}

// whole reports whether nothing but what the rule allows follows word to.
func (l *lineRules) whole(r *lineRule, words []sentence.Word, to int) bool {
	if r.then == "" {
		return to >= len(words)
	}
	if r.then == "names" && (to >= len(words) || len(words)-to > 12 || !isName(words[to]) || isSmall(words[to], "particle")) {
		return false
	}
	if r.then == "date" && to >= len(words) {
		return false
	}
	for _, w := range words[to:] {
		ok := w.Kind == sentence.Punct && strings.Contains(",|/·•&", w.Text)
		switch r.then {
		case "names":
			ok = ok || isName(w) || isSmall(w, "joiner") || isSmall(w, "between")
		case "networks":
			ok = ok || l.network(w)
		case "date":
			ok = isDatePart(w)
		}
		if !ok {
			return false
		}
	}
	return true
}

// network reports whether w is the name of a social network.
func (l *lineRules) network(w sentence.Word) bool {
	for _, s := range l.sets {
		if _, ok := s.Class("network", w); ok {
			return true
		}
	}
	return false
}

// cues counts the different marks of an appeal in words.
func (l *lineRules) cues(words []sentence.Word) int {
	seen := map[string]bool{}
	for k, set := range l.sets {
		for _, m := range set.Find(nil, words) {
			if l.rules[k][m.Rule].cue {
				seen[strings.ToLower(words[m.From].Text)] = true
			}
		}
	}
	return len(seen)
}

// place is where a line stands.
type place struct{ top, bottom bool }

func (p place) is(at string) bool {
	switch at {
	case "top":
		return p.top
	case "bottom":
		return p.bottom
	case "edge":
		return p.top || p.bottom
	}
	return true
}
