package sentence

import (
	"embed"
	"strings"
)

//go:embed */abbreviations.txt */frequent.txt
var files embed.FS

// Language holds what splitting needs to know of a language: its abbreviations,
// as data in CODE/abbreviations.txt. The zero Language knows none.
type Language struct {
	abbreviations map[string]use
	starters      map[string]bool
	says          map[string]bool
	restarts      map[string]bool
	begins        map[string]beginning
	leads         map[string]bool // what a name with an article of its own may follow: in The Hague
	letters       map[string]bool // names of one letter, that are no initials: on X
	stamps        map[string]bool // updated, before "at" and a time of day
	stampEnds     map[string]bool // what may stand behind that time
}

// use is how an abbreviation stands in a sentence.
type use uint8

const (
	endsNone        use = 1 + iota // never ends a sentence: Mr., e.g.
	notBeforeNumber                // ends none before a number: Sept., No.
	beforeNumber                   // is one only before a number: no., p.
	mayEnd                         // ends one where the next word is one that begins sentences: Inc., U.S.
)

// beginning is how a word begins a sentence without a mark before it, where the next word
// is in small letters and it is no part of a name.
type beginning uint8

const (
	openings beginning = 1 + iota // behind a word in small letters: … at dusk While the …
	articles                      // behind a name too, and before an abbreviation: … CNN The strike …, … at dusk The EU …
)

var languages = ByLanguage[Language]{Make: readLanguage}

// For is the language with the given code ("en", "en-GB"); unknown codes have
// no abbreviations.
func For(code string) Language { return languages.Of(code) }

func readLanguage(code string) (Language, error) {
	l := Language{abbreviations: map[string]use{}, starters: map[string]bool{}, says: map[string]bool{}, restarts: map[string]bool{}, begins: map[string]beginning{}, leads: map[string]bool{}, letters: map[string]bool{}, stamps: map[string]bool{}, stampEnds: map[string]bool{}}
	if b, err := files.ReadFile(code + "/abbreviations.txt"); err == nil {
		l.read(string(b))
	}
	return l, nil
}

// read takes lines of the form "class: word word …".
func (l Language) read(s string) {
	for line := range strings.Lines(s) {
		class, list, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(class, "#") {
			continue
		}
		for _, w := range strings.Fields(list) {
			w = strings.TrimSuffix(w, ".")
			switch class {
			case "never":
				l.abbreviations[w] = endsNone
			case "number":
				l.abbreviations[w] = notBeforeNumber
			case "before":
				l.abbreviations[w] = beforeNumber
			case "says":
				l.says[w] = true
			case "restarts":
				l.restarts[w] = true
			case "articles":
				l.begins[w] = articles
			case "begins":
				l.begins[w] = openings
			case "leads":
				l.leads[w] = true
			case "letters":
				l.letters[w] = true
			case "stamps":
				l.stamps[w] = true
			case "stampends":
				l.stampEnds[w] = true
			case "may":
				l.abbreviations[w] = mayEnd
			case "starters":
				l.starters[w] = true
			}
		}
	}
}

// Abbreviation reports whether w, given without its full stop, is written
// with one. One that stands only before numbers is not.
func (l Language) Abbreviation(w string) bool {
	u := l.abbreviations[w]
	return u != 0 && u != beforeNumber
}

// Starter reports whether w, as written, is a word that often begins sentences.
func (l Language) Starter(w string) bool { return l.starters[strings.TrimSuffix(w, ".")] }
