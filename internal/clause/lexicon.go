package clause

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

//go:embed */*.rules
var files embed.FS

// lexicon is what a language's rule files say.
type lexicon struct {
	words   map[string]*entry
	known   *phrase.Dict[known] // all words that any list has; true because lists do not change once read
	forms   *phrase.Forms
	markers *phrase.Set
	context []context
	readers readers // of context
	endings map[string]tag
	ends    [256][]ending       // last byte → the endings that have it, the longest first
	listed  map[string]list     // words of closed lists
	verbs   map[string]verbs    // lemmas of lists of verbs
	lemmas  *phrase.Dict[verbs] // the same, as words
	// Lemmas that grammar needs: be, have, go.
	copula, having, doing, going string
}

// entry is one word with all that it may be.
type entry struct {
	tags   tag
	lemmas []phrase.Reading
	aux    []auxiliary
	takes  answer // whether a clause may follow it as a past form without a marker
}

// answer is yes, no, or unknown.
type answer uint8

const (
	unanswered answer = iota
	yes
	no
)

// auxiliary is what an auxiliary adds to its verb group. what is its class:
// be, have, do or modal.
type auxiliary struct {
	what     tag
	form     tag // base, part or ing where it is no finite form
	tense    Tense
	modality Modality
	negated  bool
	subject  bool // the word begins with its subject: they're
}

var lexicons = sentence.ByLanguage[*lexicon]{Else: "en", Make: readLexicon}

// lexiconOf is the lexicon of a language, English where none is said; nil
// where it has no files: another language's words would be read wrong.
func lexiconOf(code string) *lexicon { return lexicons.Of(code) }

func readLexicon(code string) (*lexicon, error) {
	if _, err := fs.Stat(files, code); err != nil {
		return nil, nil // a language without files
	}
	l := &lexicon{
		words: make(map[string]*entry, expected), forms: phrase.FormsOf(code),
		endings: map[string]tag{}, listed: map[string]list{}, verbs: map[string]verbs{},
	}
	for _, f := range []struct {
		name string
		read func([]phrase.Rule) error
	}{
		{"words", l.readWords}, {"auxiliaries", l.readAuxiliaries}, {"verbs", l.readVerbs},
		{"reporting", l.readReporting}, {"markers", nil}, {"context", l.readContext},
	} {
		path := code + "/" + f.name + ".rules"
		b, err := files.ReadFile(path)
		if err != nil {
			return nil, err
		}
		rules, err := phrase.Parse(source.File{Path: path, Bytes: b})
		if err != nil {
			return nil, err
		}
		if f.read != nil {
			if err := f.read(rules); err != nil {
				return nil, fmt.Errorf("%s: %v", path, err)
			}
		}
		if f.name == "markers" {
			if l.markers, err = phrase.Compile(rules, phrase.Options{Language: code}); err != nil {
				return nil, err
			}
		}
	}
	l.know()
	return l, nil
}

// expected is about how many words the files of a language have.
const expected = 10_000

// entryOf is the entry of a lower-case word, made where there is none.
func (l *lexicon) entryOf(w string) *entry {
	e := l.words[w]
	if e == nil {
		e = &entry{}
		l.words[w] = e
	}
	return e
}

// said is the words of a rule of single words.
func said(r phrase.Rule) []string {
	var out []string
	for _, s := range r.Say {
		out = append(out, strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return c == '|' || c == ' ' })...)
	}
	return out
}

func (l *lexicon) readWords(rules []phrase.Rule) error {
	for _, r := range rules {
		if r.Get("class") == "" {
			if err := l.readEndings(r); err != nil {
				return err
			}
			continue
		}
		t, ok := tagNames[r.Get("class")]
		if !ok {
			return fmt.Errorf("rule %s: no class %q", r.Name, r.Get("class"))
		}
		for _, w := range said(r) {
			l.entryOf(w).tags |= t
		}
	}
	return nil
}

// readEndings reads what unknown words are by their ending.
func (l *lexicon) readEndings(r phrase.Rule) error {
	for _, v := range r.All("ending") {
		f := strings.Fields(v)
		if len(f) < 2 || len(f[0]) > maxEnding {
			return fmt.Errorf("rule %s: %q is no ending with its readings", r.Name, v)
		}
		for _, name := range f[1:] {
			t, ok := tagNames[name]
			if !ok {
				return fmt.Errorf("rule %s: no reading %q", r.Name, name)
			}
			l.endings[f[0]] |= t
		}
	}
	return nil
}

// maxEnding is the length of the longest ending.
const maxEnding = 5

// known is what the lists say of a word: its readings and its entry in this
// room's files, the readings of verbs' forms, both entries together, and the
// lists that it stands in.
type known struct {
	tags, forms  tag
	lists        list
	entry, whole *entry
}

// know fills l.known and l.lemmas.
func (l *lexicon) know() {
	l.lemmas = phrase.NewDict(l.verbs)
	for text, t := range l.endings {
		last := text[len(text)-1]
		l.ends[last] = append(l.ends[last], ending{text, t})
	}
	for _, of := range l.ends {
		slices.SortFunc(of, func(a, b ending) int { return len(b.text) - len(a.text) })
	}
	all := make(map[string]known, len(l.words))
	defer func() {
		for w, in := range l.listed {
			k := all[w]
			k.lists = in
			all[w] = k
		}
		for _, k := range all {
			if k.whole != nil {
				l.answer(k.whole)
			}
		}
		l.known = phrase.NewDict(all)
	}()
	for w, e := range l.words {
		all[w] = known{tags: e.tags, entry: e, whole: e}
	}
	if l.forms == nil {
		return
	}
	for w, readings := range l.forms.All() {
		k := all[w]
		for _, r := range readings {
			k.forms |= formTags[r.Form]
		}
		if k.entry == nil || len(k.entry.lemmas) == 0 {
			k.whole = joined(k.entry, readings)
		}
		all[w] = k
	}
}

// ending is how unknown words end, and what they are then.
type ending struct {
	text string
	tag  tag
}

// byEnding guesses the readings of a word that no list has, in small letters, by
// its longest known ending, before which two letters stand; a noun where none is
// known.
func (l *lexicon) byEnding(w string) tag {
	for _, e := range l.ends[w[len(w)-1]] {
		if len(e.text)+2 <= len(w) && strings.HasSuffix(w, e.text) {
			return e.tag
		}
	}
	return noun
}

func (l *lexicon) readAuxiliaries(rules []phrase.Rule) error {
	tenses := map[string]Tense{"": NoTense, "past": Past, "present": Present, "future": Future}
	modalities := map[string]Modality{"": Plain, "possible": Possible, "conditional": Conditional, "obligation": Obligation, "ability": Ability}
	for _, r := range rules {
		tense, ok := tenses[r.Get("tense")]
		modality, ok2 := modalities[r.Get("modality")]
		if !ok || !ok2 {
			return fmt.Errorf("rule %s: no such tense or modality", r.Name)
		}
		a := auxiliary{
			what: tagNames[r.Get("class")], form: tagNames[r.Get("form")], tense: tense, modality: modality,
			negated: has(r, "negated"), subject: has(r, "subject"),
		}
		if r.Name == "lemmas" {
			l.copula, l.having, l.doing, l.going = r.Get("be"), r.Get("have"), r.Get("do"), r.Get("go")
			l.verbs[r.Get("passive")] |= ofPassive
			continue
		}
		for _, w := range said(r) {
			e := l.entryOf(w)
			e.tags |= a.what
			if a.subject {
				e.tags |= pronoun
			}
			e.aux = append(e.aux, a)
		}
	}
	return nil
}

func has(r phrase.Rule, key string) bool {
	return slices.ContainsFunc(r.Attrs, func(a phrase.Attr) bool { return a.Key == key })
}

var formTags = [...]tag{phrase.Base: base, phrase.S: third, phrase.Past: past, phrase.Part: part, phrase.Ing: ing}

// readVerbs makes every form of every verb that the file lists, marks which
// of them are nouns too, and adds the irregular verbs of the language.
func (l *lexicon) readVerbs(rules []phrase.Rule) error {
	for _, r := range rules {
		for _, lemmas := range r.All("lemmas") {
			for w := range strings.FieldsSeq(lemmas) {
				l.verb(w)
				if r.Name == "noun" {
					l.entryOf(w).tags |= noun
					for _, s := range l.forms.Of(w, phrase.S) {
						l.entryOf(s).tags |= noun | plural
					}
				}
			}
		}
		for _, words := range r.All("words") {
			for w := range strings.FieldsSeq(words) {
				e := l.entryOf(w)
				e.tags |= noun
				if strings.HasSuffix(w, "ing") {
					e.tags |= ing
				}
			}
		}
	}
	return nil
}

// verb adds every form of one verb.
func (l *lexicon) verb(lemma string) {
	for form := range phrase.Form(len(formTags)) {
		for _, w := range l.forms.Of(lemma, form) {
			e := l.entryOf(w)
			e.tags |= formTags[form]
			r := phrase.Reading{Lemma: lemma, Form: form}
			if !slices.Contains(e.lemmas, r) {
				e.lemmas = append(e.lemmas, r)
			}
		}
	}
}

// answer settles what is asked of an entry again and again.
func (l *lexicon) answer(e *entry) {
	i := slices.IndexFunc(e.lemmas, func(r phrase.Reading) bool { return formTags[r.Form]&past != 0 })
	switch {
	case i < 0:
	case l.takesClause(e.lemmas[i].Lemma):
		e.takes = yes
	default:
		e.takes = no
	}
}

// takesClause reports whether a clause may follow word i, read as a past form,
// without a marker.
func (p *parser) takesClause(i int) bool {
	if e := p.entries[i]; e != nil && e.takes != unanswered {
		return e.takes == yes
	}
	return p.lex.takesClause(p.lex.lemma(p.entries[i], p.Words[i].Text, past))
}

// takesClause reports whether a clause may follow the verb without a marker.
func (l *lexicon) takesClause(lemma string) bool { return l.verbs[lemma]&(ofReport|ofThink) != 0 }
