package sentence

import (
	"io/fs"
	"math/bits"
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
	letters []rune // of its alphabet, small
	never   []rune // of its neighbours' alphabets
	always  []rune // one of them stands in every longer text
}

// detectors are the languages that have such a file, in order of their codes,
// and which of them, one bit each, have a word among their most frequent.
type detectors struct {
	languages []frequent
	words     map[string]uint32
}

var detectable = sync.OnceValue(func() detectors {
	names, err := fs.Glob(files, "*/frequent.txt")
	if err != nil {
		panic(err) // the pattern is ours
	}
	d := detectors{words: map[string]uint32{}}
	for _, name := range names {
		b, err := files.ReadFile(name)
		if err != nil {
			panic(err) // embedded: our own mistake
		}
		d.add(path.Dir(name), string(b))
	}
	return d
})

// add reads lines of the form "class: letters" and "words: word …".
func (d *detectors) add(code, s string) {
	f := frequent{code: code}
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
				d.words[w] |= 1 << len(d.languages)
			}
		}
	}
	d.languages = append(d.languages, f)
}

// runes are the letters of s, each once.
func runes(s string) []rune {
	var out []rune
	for _, r := range s {
		if unicode.IsLetter(r) && !slices.Contains(out, r) {
			out = append(out, r)
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
	d := detectable()
	base, _, _ := strings.Cut(strings.ToLower(expected), "-")
	if base != "" {
		i := slices.IndexFunc(d.languages, func(f frequent) bool { return f.code == base })
		if i < 0 || 2*t.sum(d.languages[i].letters) >= t.letters {
			return expected
		}
	}
	may := uint32(0) // the languages that the letters do not rule out
	for i := range d.languages {
		if d.languages[i].fits(&t) {
			may |= 1 << i
		}
	}
	var count [32]int // of each language's frequent words
	for w := range t.words {
		for in := d.words[w] & may; in != 0; in &= in - 1 {
			count[bits.TrailingZeros32(in)]++
		}
	}
	best, most := expected, 0
	for i := range d.languages {
		if count[i] > most {
			best, most = d.languages[i].code, count[i]
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

// sum is how many letters of a sample are of a list.
func (s *sample) sum(of []rune) int {
	n := 0
	for _, r := range of {
		n += s.of(r)
	}
	return n
}

// fits reports whether the letters of a sample may be those of f.
func (f *frequent) fits(s *sample) bool {
	return 2*s.sum(f.letters) >= s.letters && share*s.sum(f.never) <= s.letters && (s.letters <= long || len(f.always) == 0 || s.sum(f.always) > 0)
}
