package phrase

import (
	"embed"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

//go:embed */forms.txt
var formFiles embed.FS

// Form is a form of a verb.
type Form uint8

const (
	Base Form = iota // meet
	S                // meets
	Past             // met
	Part             // met, the past participle
	Ing              // meeting
	count
)

var formNames = [count]string{"base", "s", "past", "part", "ing"}

// Forms knows the forms of a language's verbs, from CODE/forms.txt: irregular
// verbs as rows, the others by their endings.
type Forms struct {
	rows     map[string][count][]string // lemma → forms
	prefixes []string                   // that a verb of whole may have
	whole    map[string]*ending         // base → the ending of its line
	endings  [256][]ending              // last byte of a base → those that it may have, in the order of the file
	readings map[string][]Reading
}

// ending is how the forms of verbs are made whose base ends in end.
type ending struct {
	end   string
	forms [count]string // "-e+ing": cut e, add ing
}

// Reading is one way to read a word as a form of a known verb.
type Reading struct {
	Lemma string
	Form  Form
}

var formsOf = sentence.ByLanguage[*Forms]{Make: readForms}

// FormsOf is the forms of the language with the given code, or nil if there
// are none.
func FormsOf(code string) *Forms { return formsOf.Of(code) }

func readForms(code string) (*Forms, error) {
	b, err := formFiles.ReadFile(code + "/forms.txt")
	if err != nil {
		return nil, nil // no forms of this language
	}
	f, err := parseForms(string(b))
	if err != nil {
		return nil, fmt.Errorf("forms.txt: %w", err)
	}
	return f, nil
}

// parseForms reads lines "endings s past part ing end end ^base …", "prefixes
// word …", "verb base s past part ing" (forms with several spellings have them
// joined by /), and "verbs word word …" for regular verbs worth knowing by all
// their forms.
func parseForms(s string) (*Forms, error) {
	f := &Forms{rows: map[string][count][]string{}, whole: map[string]*ending{}, readings: map[string][]Reading{}}
	var regular []string
	n := 0
	for line := range strings.Lines(s) {
		n++
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		switch {
		case fields[0] == "endings" && len(fields) >= 5:
			f.end(fields[1:5], fields[5:])
		case fields[0] == "prefixes":
			f.prefixes = append(f.prefixes, fields[1:]...)
		case fields[0] == "verb" && len(fields) == 6:
			var row [count][]string
			for i, w := range fields[1:] {
				row[i] = strings.Split(w, "/")
			}
			f.rows[fields[1]] = row
		case fields[0] == "verbs":
			regular = append(regular, fields[1:]...)
		default:
			return nil, fmt.Errorf("line %d: not endings, prefixes, a verb or verbs", n)
		}
	}
	for _, w := range regular {
		if _, ok := f.rows[w]; !ok {
			var row [count][]string
			for form := range count {
				row[form] = []string{f.regular(w, form)}
			}
			f.rows[w] = row
		}
	}
	for lemma, row := range f.rows {
		for form, words := range row {
			for _, w := range words {
				f.readings[w] = append(f.readings[w], Reading{lemma, Form(form)})
			}
		}
	}
	for _, rs := range f.readings { // the map has no order
		slices.SortFunc(rs, func(a, b Reading) int {
			if a.Lemma != b.Lemma {
				return strings.Compare(a.Lemma, b.Lemma)
			}
			return int(a.Form) - int(b.Form)
		})
	}
	return f, nil
}

// end adds a line of endings.
func (f *Forms) end(forms, ends []string) {
	e := ending{forms: [count]string{S: forms[0], Past: forms[1], Part: forms[2], Ing: forms[3]}}
	for _, end := range ends {
		if base, ok := strings.CutPrefix(end, "^"); ok {
			f.whole[base] = &e
			continue
		}
		of := e
		of.end = end
		last := end[len(end)-1]
		f.endings[last] = append(f.endings[last], of)
	}
	if len(ends) == 0 { // any other
		for last := range f.endings {
			f.endings[last] = append(f.endings[last], e)
		}
	}
}

// endingOf is the first line of endings that a base has: of whole bases, with
// a prefix or without, then of ends.
func (f *Forms) endingOf(base string) *ending {
	if base == "" {
		return nil
	}
	if e := f.whole[base]; e != nil {
		return e
	}
	for _, p := range f.prefixes {
		if rest, ok := strings.CutPrefix(base, p); ok && f.whole[rest] != nil {
			return f.whole[rest]
		}
	}
	may := f.endings[base[len(base)-1]]
	for i := range may {
		if strings.HasSuffix(base, may[i].end) {
			return &may[i]
		}
	}
	return nil
}

// regular is a form of a verb by its ending, or "".
func (f *Forms) regular(base string, form Form) string {
	e := f.endingOf(base)
	if form == Base || e == nil {
		return base
	}
	cut, add, _ := strings.Cut(e.forms[form], "+")
	if strings.HasPrefix(add, "2") { // double the last letter
		add = base[len(base)-1:] + add[1:]
	}
	return strings.TrimSuffix(base, strings.TrimPrefix(cut, "-")) + add
}

// Of is the ways to write one form of a verb.
func (f *Forms) Of(lemma string, form Form) []string {
	if row, ok := f.rows[lemma]; ok {
		return row[form]
	}
	if w := f.regular(lemma, form); w != "" {
		return []string{w}
	}
	return nil
}

// Inflect is the forms of a verb, all of them or those that wanted names,
// joined by full stops ("past.part"). Unknown names give nothing.
func (f *Forms) Inflect(lemma, wanted string) []string {
	var out []string
	add := func(form Form) {
		for _, w := range f.Of(lemma, form) {
			if !slices.Contains(out, w) {
				out = append(out, w)
			}
		}
	}
	if wanted == "" {
		for form := range count {
			add(form)
		}
		return out
	}
	for name := range strings.SplitSeq(wanted, ".") {
		if form := slices.Index(formNames[:], name); form >= 0 {
			add(Form(form))
		}
	}
	return out
}

// All is every word that the language's file knows as a form of a verb, with
// its readings, in no order.
func (f *Forms) All() iter.Seq2[string, []Reading] { return maps.All(f.readings) }

// Readings is every way to read a lower-case word as a form of a verb that
// the language's file knows.
func (f *Forms) Readings(word string) []Reading { return f.readings[word] }
