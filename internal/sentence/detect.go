package sentence

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// frequent is what tells a language from others, from CODE/frequent.txt.
type frequent struct {
	code    string
	letters map[rune]bool // of its alphabet, small
	never   map[rune]bool // of its neighbours' alphabets
	always  map[rune]bool // one of them stands in every longer text
	words   map[string]bool
}

// detectable are the languages that have such a file, in order of their
// codes.
var detectable = sync.OnceValue(func() []frequent {
	names, err := fs.Glob(files, "*/frequent.txt")
	if err != nil {
		panic(err) // the pattern is ours
	}
	var out []frequent
	for _, name := range names {
		b, err := files.ReadFile(name)
		if err != nil {
			panic(err) // embedded: our own mistake
		}
		out = append(out, readFrequent(path.Dir(name), string(b)))
	}
	return out
})

// readFrequent reads lines of the form "class: letters" and "words: word …".
func readFrequent(code, s string) frequent {
	f := frequent{code: code, words: map[string]bool{}}
	for line := range strings.Lines(s) {
		class, list, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(class, "#") {
			continue
		}
		switch class {
		case "letters":
			f.letters = runes(list)
		case "never":
			f.never = runes(list)
		case "always":
			f.always = runes(list)
		case "words":
			for _, w := range strings.Fields(list) {
				f.words[w] = true
			}
		}
	}
	return f
}

func runes(s string) map[rune]bool {
	out := map[rune]bool{}
	for _, r := range s {
		if unicode.IsLetter(r) {
			out[r] = true
		}
	}
	return out
}

// Detect is the language of a text: the expected one unless most letters of
// the text are not of its alphabet; where none is expected, or that one is
// ruled out, the one whose most frequent words the text has most. It is the
// expected code, also where that is "", if nothing tells.
func Detect(text, expected string) string {
	t := sampled(text)
	base, _, _ := strings.Cut(strings.ToLower(expected), "-")
	if base != "" {
		i := slices.IndexFunc(detectable(), func(f frequent) bool { return f.code == base })
		if i < 0 || 2*detectable()[i].own(&t) >= t.letters {
			return expected
		}
	}
	best, most := expected, 0
	for i := range detectable() {
		f := &detectable()[i]
		if n := f.evidence(&t); n > most {
			best, most = f.code, n
		}
	}
	return best
}

// enough is how much of a text is looked at, in bytes; long is from how many
// letters on it must have those that its language always has; share is one in
// how many letters may be a neighbour's, as names have them.
const (
	enough = 4096
	long   = 400
	share  = 100
)

// sample is the letters and words of the beginning of a text.
type sample struct {
	letters int
	ascii   [utf8.RuneSelf]int
	beyond  map[rune]int
	text    string // in small letters
}

func sampled(text string) sample {
	if len(text) > enough {
		text = text[:enough]
		for !utf8.ValidString(text[len(text)-1:]) && len(text) > enough-utf8.UTFMax {
			text = text[:len(text)-1]
		}
	}
	s := sample{text: strings.ToLower(text)}
	for _, r := range s.text {
		switch {
		case r < utf8.RuneSelf:
			if 'a' <= r && r <= 'z' {
				s.ascii[r]++
				s.letters++
			}
		case unicode.IsLetter(r):
			if s.beyond == nil {
				s.beyond = map[rune]int{}
			}
			s.beyond[r]++
			s.letters++
		}
	}
	return s
}

// of is how often the letter stands in the sample.
func (s *sample) of(r rune) int {
	if r < utf8.RuneSelf {
		return s.ascii[r]
	}
	return s.beyond[r]
}

// words are the runs of letters of the sample.
func (s *sample) words(yield func(string) bool) {
	from := -1
	for i, r := range s.text {
		letter := 'a' <= r && r <= 'z' || r >= utf8.RuneSelf && unicode.IsLetter(r)
		switch {
		case letter && from < 0:
			from = i
		case !letter && from >= 0:
			if !yield(s.text[from:i]) {
				return
			}
			from = -1
		}
	}
	if from >= 0 {
		yield(s.text[from:])
	}
}

// own is how many letters of a sample are of the alphabet of f.
func (f *frequent) own(s *sample) int { return s.sum(f.letters) }

func (s *sample) sum(of map[rune]bool) int {
	n := 0
	for r := range of { // a sum has no order
		n += s.of(r)
	}
	return n
}

// evidence is how many words of a sample are frequent ones of f; 0 where its
// letters show that it is another language.
func (f *frequent) evidence(s *sample) int {
	if 2*f.own(s) < s.letters || share*s.sum(f.never) > s.letters || s.letters > long && len(f.always) > 0 && s.sum(f.always) == 0 {
		return 0
	}
	n := 0
	for w := range s.words {
		if f.words[w] {
			n++
		}
	}
	return n
}
