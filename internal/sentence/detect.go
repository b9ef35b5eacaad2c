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
	in        []uint32         // the same, by entry: these words are the first of the vocabulary
	short     [1 << 9]struct { // the same, of the short ones in ASCII; open addressing
		packed uint64
		in     uint32
	}
}

var detectable = sync.OnceValue(func() *detectors {
	names, err := fs.Glob(files, "*/frequent.txt")
	if err != nil {
		panic(err) // the pattern is ours
	}
	d := &detectors{words: map[string]uint32{}}
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
				e := Learn(w)
				d.words[w] |= 1 << len(d.languages)
				d.in = append(d.in, make([]uint32, max(0, int(e)+1-len(d.in)))...)
				d.in[e] = d.words[w]
				if x, ok := pack(w); ok {
					i := d.place(x)
					d.short[i].packed, d.short[i].in = x, d.words[w]
				}
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
// ruled out, the one whose most frequent words the text has most; a text too
// short to have one is of the only language with its alphabet, if that is not
// the alphabet that half of the world writes with. It is the expected code, also
// where that is "", if nothing tells.
func Detect(text, expected string) string {
	d := detectable()
	text = begin(text)
	t := lettersOf(text)
	if code := base(expected); code != "" {
		i := slices.IndexFunc(d.languages, func(f frequent) bool { return f.code == code })
		if i < 0 || 2*t.sum(d.languages[i].letters) >= t.letters {
			return expected
		}
	}
	d.count(&t, text, d.fitting(&t))
	best, most := expected, 0
	for i := range d.languages {
		if t.frequent[i] > most {
			best, most = d.languages[i].code, t.frequent[i]
		}
	}
	if most == 0 {
		return d.byScript(&t, expected)
	}
	return best
}

// byScript is the only language that a sample beyond ASCII may be of by its
// letters, else the expected code.
func (d *detectors) byScript(t *sample, expected string) string {
	only := ""
	for i := range d.languages {
		if f := &d.languages[i]; f.letters[0] >= utf8.RuneSelf && t.letters > 0 && f.fits(t) {
			if only != "" {
				return expected
			}
			only = f.code
		}
	}
	if only == "" {
		return expected
	}
	return only
}

// enough is how much of a text is looked at, in bytes; long is from how many
// letters on it must have those that its language always has; share is one in
// how many letters may be a neighbour's, as names have them.
const (
	enough = 4096
	long   = 400
	share  = 100
)

// sample is the letters of the beginning of a text, and how many of its words
// are among the most frequent of each language.
type sample struct {
	letters  int
	ascii    [utf8.RuneSelf]int
	beyond   map[rune]int
	frequent [32]int
}

// begin is as much of a text as is looked at.
func begin(text string) string {
	if len(text) > enough {
		text = text[:enough]
		for !utf8.ValidString(text[len(text)-1:]) && len(text) > enough-utf8.UTFMax {
			text = text[:len(text)-1]
		}
	}
	return text
}

// lettersOf is the letters of a text.
func lettersOf(text string) sample {
	var s sample
	var plain [utf8.RuneSelf]int
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			plain[c]++
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsLetter(r) {
			s.add(unicode.ToLower(r))
			s.letters++
		}
		i += size
	}
	for c := 'a'; c <= 'z'; c++ {
		n := plain[c] + plain[unicode.ToUpper(c)]
		s.ascii[c] += n
		s.letters += n
	}
	return s
}

// fitting is the languages that the letters of a sample may be of, one bit each.
func (d *detectors) fitting(s *sample) (fit uint32) {
	for i := range d.languages {
		if d.languages[i].fits(s) {
			fit |= 1 << i
		}
	}
	return fit
}

// count counts the words of a text that are among the most frequent of some
// languages. Where it is one language, its first word is enough.
func (d *detectors) count(s *sample, text string, of uint32) {
	if of == 0 {
		return
	}
	from, packed, plain := 0, uint64(0), true // the word at hand
	for i := 0; i <= len(text); {
		size := 1
		if i < len(text) {
			c := text[i]
			if small := smallLetter[c]; small != 0 {
				packed = packed<<8 | uint64(small)
				i++
				continue
			}
			if c >= utf8.RuneSelf {
				var r rune
				if r, size = utf8.DecodeRuneInString(text[i:]); unicode.IsLetter(r) {
					plain = false
					i += size
					continue
				}
			}
		}
		if w := text[from:i]; w != "" {
			for in := of & d.among(w, packed, plain); in != 0; in &= in - 1 {
				s.frequent[bits.TrailingZeros32(in)]++
				if of&(of-1) == 0 {
					return
				}
			}
		}
		i += size
		from, packed, plain = i, 0, true
	}
}

// smallLetter is the small form of a letter of ASCII, 0 for another byte.
var smallLetter = func() (t [256]byte) {
	for c := byte('a'); c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = c, c
	}
	return t
}()

// add counts a letter that was written beyond ASCII.
func (s *sample) add(r rune) {
	if r < utf8.RuneSelf {
		s.ascii[r]++
		return
	}
	if s.beyond == nil {
		s.beyond = map[rune]int{}
	}
	s.beyond[r]++
}

// among is the languages that have a word, of ASCII where it is plain, among
// their most frequent.
func (d *detectors) among(w string, packed uint64, plain bool) uint32 {
	if plain && len(w) <= maxPacked {
		return d.short[d.place(packed)].in
	}
	return d.words[strings.ToLower(w)]
}

// place is where a packed word stands in the table of the short ones, or
// would stand.
func (d *detectors) place(packed uint64) int {
	i := int(mix(packed)>>32) & (len(d.short) - 1)
	for d.short[i].packed != packed && d.short[i].packed != 0 {
		i = (i + 1) & (len(d.short) - 1)
	}
	return i
}

// maxPacked is how many letters of ASCII make one number.
const maxPacked = 8

// pack is a short word of ASCII in small letters as a number.
func pack(w string) (x uint64, ok bool) {
	for i := range len(w) {
		if w[i] < 'a' || w[i] > 'z' {
			return 0, false
		}
		x = x<<8 | uint64(w[i])
	}
	return x, len(w) <= maxPacked
}

// of is how often the letter stands in the sample.
func (s *sample) of(r rune) int {
	if r < utf8.RuneSelf {
		return s.ascii[r]
	}
	return s.beyond[r]
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
