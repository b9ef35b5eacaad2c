package timex

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

//go:embed */*.rules */words.txt
var files embed.FS

// op is what is done with the words of a rule.
type op uint8

const (
	noOp      op = iota
	opDate       // read day, month, year, weekday, season out of the slots
	opISO        // 2025-09-03
	opSlash      // 9/3/2025
	opDotted     // 03.09.2025
	opShift      // this, last, next unit
	opMove       // n units before or after
	opCount      // n units
	opQuarter    // the third quarter
	opHalf       // the first half
	opDecade     // the 1990s
	opCent       // the 19th century
	opPart       // this morning
	opClock      // 10:35
	opSet        // every Friday
	opValue      // a fixed value
	opSetVal     // a fixed value of type SET
	opHoliday    // Christmas 1991
	opWeek       // the week of March 6
	opDays       // May 5-7; March 12, 13 and 14
	opYears      // 1914-18
	opRate       // a million a year
)

var opNames = map[string]op{
	"date": opDate, "iso": opISO, "slashes": opSlash, "dotted": opDotted, "shift": opShift, "move": opMove,
	"count": opCount, "quarter": opQuarter, "half": opHalf, "decade": opDecade, "century": opCent, "part": opPart,
	"clock": opClock, "set": opSet, "value": opValue, "setvalue": opSetVal,
	"holiday": opHoliday, "days": opDays, "years": opYears, "rate": opRate, "week": opWeek,
}

// anchor is what a rule's words are reckoned from.
type anchor uint8

const (
	fromNow   anchor = iota // the day of writing or speaking; in a narrative the story
	fromStory               // the date just told
	fromBare                // "the quarter", "the weekend": whichever is meant
)

var anchorNames = map[string]anchor{"": fromNow, "now": fromNow, "story": fromStory, "bare": fromBare}

// rule is a phrase.Rule, read.
type rule struct {
	name     string
	op       op
	anchor   anchor
	dir      int
	hasDir   bool
	shift    int
	hasShift bool
	sign     int
	unit     string
	n        float64
	value    string
	mod      string
	part     string
	at       string
	vague    bool
	left     string // the mod it gives to what follows
	right    string // the mod it gives to what precedes
	to       []string
	drop     string
	form     string // how a year is written: era, short; or indefinite, for a count without a number
	skip     int    // words of the pattern before the expression
	trim     int    // and after it
	only     string // narrative, ahead, free or alone: where alone it holds
	on       string // the day of a holiday
	bc       bool   // its year is before the common era
	behind   string // the class of the word that it must stand behind
	unless   string // the class of the word that it must not stand behind
	firm     bool   // no negative rule rules it out
	bare     bool   // stands before no determiner: "over the past week" is no more than that week
}

// language is the compiled rules of a language.
type language struct {
	set   *phrase.Set
	rules []rule // by the index of set.Rules
	words *lexicon
	code  string
	past  *phrase.Dict[struct{}]
	// spells knows the words that a number may begin with, "a" of "a hundred"
	// among them.
	spells spelling
}

var languages = sentence.ByLanguage[*language]{Else: "en", Make: compile}

// languageOf is the rules of a language, or nil where there are none.
func languageOf(code string) *language { return languages.Of(code) }

func compile(code string) (*language, error) {
	entries, err := fs.ReadDir(files, code)
	if err != nil {
		return nil, nil // no rules for this language
	}
	l := &language{code: code, past: pastForms(code)}
	b, err := files.ReadFile(path.Join(code, "words.txt"))
	if err != nil {
		return nil, err
	}
	lex, rules, err := readWords(code+"/words.txt", string(b), sentence.For(code))
	if err != nil {
		return nil, err
	}
	l.words = lex
	for w, ms := range lex.words { // the order does not matter: bits are set
		for _, m := range ms {
			if m.class == "number" || m.class == "hundred" || m.class == "tens" {
				l.spells.add(w)
			}
		}
	}
	for _, p := range lex.phrases {
		l.spells.add(p.words[0])
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".rules") {
			continue
		}
		name := path.Join(code, e.Name())
		b, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		more, err := phrase.Parse(source.File{Path: name, Bytes: b})
		if err != nil {
			return nil, err
		}
		rules = append(rules, more...)
	}
	for _, r := range rules {
		c, err := read(r)
		if err != nil {
			return nil, fmt.Errorf("%s:%d:1: rule %s: %v", r.File, r.Line, r.Name, err)
		}
		l.rules = append(l.rules, c)
	}
	l.set, err = phrase.Compile(rules, phrase.Options{Language: code, Classes: lex.classes(), Kinds: kinds, First: firsts, Last: lasts})
	return l, err
}

// read gives the attributes of a rule their meaning.
func read(r phrase.Rule) (rule, error) {
	c := rule{
		name: r.Name, unit: r.Get("unit"), value: r.Get("value"), mod: r.Get("mod"), part: r.Get("part"), at: r.Get("at"),
		vague: r.Get("vague") != "", bc: r.Get("era") != "", bare: r.Get("bare") != "", firm: r.Get("firm") != "", behind: r.Get("behind"), unless: r.Get("unless"), left: r.Get("left"), right: r.Get("right"), drop: r.Get("drop"), only: r.Get("only"), on: r.Get("on"), form: r.Get("form"), to: strings.Fields(r.Get("to")),
	}
	if r.Get("class") != "" {
		return c, nil
	}
	var ok bool
	if c.op, ok = opNames[r.Get("op")]; !ok && c.left == "" && c.right == "" && c.drop == "" {
		return c, fmt.Errorf("no operation %q", r.Get("op"))
	}
	if c.anchor, ok = anchorNames[r.Get("anchor")]; !ok {
		return c, fmt.Errorf("no anchor %q", r.Get("anchor"))
	}
	for _, x := range []struct {
		key string
		to  *int
		has *bool
	}{{"dir", &c.dir, &c.hasDir}, {"shift", &c.shift, &c.hasShift}, {"sign", &c.sign, nil}, {"skip", &c.skip, nil}, {"trim", &c.trim, nil}} {
		s := r.Get(x.key)
		if s == "" {
			continue
		}
		n, err := strconv.Atoi(s)
		if err != nil {
			return c, fmt.Errorf("%s is no number: %q", x.key, s)
		}
		*x.to = n
		if x.has != nil {
			*x.has = true
		}
	}
	if s := r.Get("n"); s != "" {
		n, err := strconv.ParseFloat(s, 64)
		if err != nil {
			return c, fmt.Errorf("n is no number: %q", s)
		}
		c.n = n
	}
	return c, nil
}

func (r *rule) applies(kind string) bool { return slices.Contains(r.to, kind) }
