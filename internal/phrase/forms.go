package phrase

import (
	"embed"
	"fmt"
	"iter"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
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
	endings  []ending
	readings map[string][]Reading
}

// ending makes the forms of verbs whose base matches.
type ending struct {
	base  *regexp.Regexp
	forms [count]string // "-e+ing": cut e, add ing
}

// Reading is one way to read a word as a form of a known verb.
type Reading struct {
	Lemma string
	Form  Form
}

var formsOf sync.Map // code → *Forms; true because the files are embedded

// FormsOf is the forms of the language with the given code, or nil if there
// are none.
func FormsOf(code string) *Forms {
	code, _, _ = strings.Cut(strings.ToLower(code), "-")
	if f, ok := formsOf.Load(code); ok {
		return f.(*Forms)
	}
	b, err := formFiles.ReadFile(code + "/forms.txt")
	if err != nil {
		return nil
	}
	f, err := parseForms(string(b))
	if err != nil {
		panic(fmt.Sprintf("%s/forms.txt: %v", code, err)) // embedded: our own mistake
	}
	formsOf.Store(code, f)
	return f
}

// parseForms reads lines "ending REGEXP s past part ing", "verb base s past
// part ing" (forms with several spellings have them joined by /), and "verbs
// word word …" for regular verbs worth knowing by all their forms.
func parseForms(s string) (*Forms, error) {
	f := &Forms{rows: map[string][count][]string{}, readings: map[string][]Reading{}}
	var regular []string
	n := 0
	for line := range strings.Lines(s) {
		n++
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		switch {
		case fields[0] == "ending" && len(fields) == 6:
			re, err := regexp.Compile(fields[1] + "$")
			if err != nil {
				return nil, fmt.Errorf("line %d: %v", n, err)
			}
			f.endings = append(f.endings, ending{re, [count]string{"", fields[2], fields[3], fields[4], fields[5]}})
		case fields[0] == "verb" && len(fields) == 6:
			var row [count][]string
			for i, w := range fields[1:] {
				row[i] = strings.Split(w, "/")
			}
			f.rows[fields[1]] = row
		case fields[0] == "verbs":
			regular = append(regular, fields[1:]...)
		default:
			return nil, fmt.Errorf("line %d: not an ending, a verb or verbs", n)
		}
	}
	for _, w := range regular {
		if _, ok := f.rows[w]; !ok {
			f.rows[w] = f.regular(w)
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

// regular is the forms of a verb by its ending.
func (f *Forms) regular(base string) [count][]string {
	row := [count][]string{{base}}
	for _, e := range f.endings {
		if !e.base.MatchString(base) {
			continue
		}
		for form := S; form < count; form++ {
			cut, add, _ := strings.Cut(e.forms[form], "+")
			if add == "2" || strings.HasPrefix(add, "2") { // double the last letter
				add = base[len(base)-1:] + add[1:]
			}
			row[form] = []string{strings.TrimSuffix(base, strings.TrimPrefix(cut, "-")) + add}
		}
		break
	}
	return row
}

// Inflect is the forms of a verb, all of them or those that wanted names,
// joined by full stops ("past.part"). Unknown names give nothing.
func (f *Forms) Inflect(lemma, wanted string) []string {
	row, ok := f.rows[lemma]
	if !ok {
		row = f.regular(lemma)
	}
	var out []string
	add := func(form int) {
		for _, w := range row[form] {
			if !slices.Contains(out, w) {
				out = append(out, w)
			}
		}
	}
	if wanted == "" {
		for form := range row {
			add(form)
		}
		return out
	}
	for name := range strings.SplitSeq(wanted, ".") {
		if form := slices.Index(formNames[:], name); form >= 0 {
			add(form)
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
