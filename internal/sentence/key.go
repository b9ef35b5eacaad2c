package sentence

import (
	"encoding/binary"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold is a word as word lists have it: lower case, straight apostrophe.
func Fold(s string) string { return strings.ToLower(strings.ReplaceAll(s, "’", "'")) }

// AppendFold appends Fold of s to dst.
func AppendFold(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == '’' {
			r = '\''
		}
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
		i += n
	}
	return dst
}

// Folds reports whether Fold of s is folded, without making it.
func Folds(s, folded string) bool {
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			return Fold(s) == folded
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if i >= len(folded) || folded[i] != c {
			return false
		}
	}
	return len(s) == len(folded)
}

// ones has the lowest bit of each of eight bytes, high the highest.
const (
	ones = 0x0101010101010101
	high = 0x8080808080808080
)

// key is a word in any case, with any apostrophe, as a table of words looks it
// up: the length of its Fold, and of a short one its bytes, of another a hash.
// Words of equal Fold have equal keys; short ones with equal keys, equal Fold.
type key struct {
	text uint64
	size uint32
}

// short is how many bytes stand in a key as they are.
const short = 8

// plain is the length and the key of the word at s[i:] where it is fewer than eight
// letters of ASCII with a space or a comma behind them, as most are: it is read in one
// step. The length is 0 for all others.
func plain(s string, i int) (int, key) {
	if len(s)-i < 8 {
		return 0, key{}
	}
	x := binary.LittleEndian.Uint64([]byte(s[i : i+8]))
	low := (x | 0x20*ones) &^ high
	letters := (low + (0x80-'a')*ones) &^ (low + (0x7f-'z')*ones) &^ x & high
	n := bits.TrailingZeros64(^letters&high) / 8
	if n == 0 || n == 8 || s[i+n] != ' ' && s[i+n] != ',' {
		return 0, key{}
	}
	return n, key{low & (1<<(8*n) - 1), uint32(n)}
}

func keyOf(s string) key {
	if len(s) <= short {
		if x := load(s); x&high == 0 {
			return key{lower(x), uint32(len(s))}
		}
	} else if h, ok := hash(s); ok {
		return key{h, uint32(len(s))}
	}
	folded := Fold(s)
	if len(folded) <= short {
		return key{load(folded), uint32(len(folded))}
	}
	return key{hashAll(folded), uint32(len(folded))}
}

// hash is the hash of ASCII text in any case, eight bytes a step; false for
// other text.
func hash(s string) (uint64, bool) {
	h := uint64(0)
	for ; len(s) > 8; s = s[8:] {
		x := load(s[:8])
		if x&high != 0 {
			return 0, false
		}
		h = mix(h ^ lower(x))
	}
	x := load(s)
	return mix(h ^ lower(x)), x&high == 0
}

// hashAll is the hash of folded text of any letters.
func hashAll(s string) uint64 {
	h := uint64(0)
	for ; len(s) > 8; s = s[8:] {
		h = mix(h ^ load(s[:8]))
	}
	return mix(h ^ load(s))
}

// lower is eight bytes of ASCII in small letters.
func lower(x uint64) uint64 {
	capitals := (x + (0x80-'A')*ones) &^ (x + (0x7f-'Z')*ones) & high
	return x | capitals>>2
}

// load is up to eight bytes as a number.
func load(s string) uint64 {
	b, n := []byte(s), len(s)
	switch {
	case n == 8:
		return binary.LittleEndian.Uint64(b)
	case n >= 4: // the two halves overlap where they are equal
		return uint64(binary.LittleEndian.Uint32(b)) | uint64(binary.LittleEndian.Uint32(b[n-4:]))<<(8*(n-4)&63)
	case n >= 2:
		return uint64(binary.LittleEndian.Uint16(b)) | uint64(b[n-1])<<(8*(n-1)&63)
	case n == 1:
		return uint64(b[0])
	}
	return 0
}

// mix spreads the bits of h, by the multiplier of splitmix64 (Steele, Lea and
// Flood 2014).
func mix(h uint64) uint64 {
	h *= 0xbf58476d1ce4e5b9
	return h ^ h>>29
}
