package sentence

import (
	"encoding/binary"
	"strings"
	"unicode/utf8"
)

// Fold is a word as word lists have it: lower case, straight apostrophe.
func Fold(s string) string { return strings.ToLower(strings.ReplaceAll(s, "’", "'")) }

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

// high has the highest bit of each of eight bytes, small the bit by which
// small letters differ from capitals.
const (
	high  = 0x8080808080808080
	small = 0x2020202020202020
)

// keyOf is a hash of a word in any case, with any apostrophe: words of equal
// Fold have equal keys. It is never 0.
func keyOf(s string) uint32 {
	h, ok := hash(s)
	if !ok {
		h = hashAll(Fold(s))
	}
	return h
}

// hash is the hash of ASCII text in any case, eight bytes a step; false for
// other text.
func hash(s string) (uint32, bool) {
	h, n := uint64(len(s)), len(s)
	for ; len(s) > 8; s = s[8:] {
		x := word(s)
		if x&high != 0 {
			return 0, false
		}
		h = mix(h ^ (x | small))
	}
	x := tail(s)
	if x&high != 0 {
		return 0, false
	}
	return finish(h^(x|small>>(8*(8-len(s))&63)), n), true
}

// hashAll is the hash of folded text of any letters.
func hashAll(s string) uint32 {
	h, n := uint64(len(s)), len(s)
	for ; len(s) > 8; s = s[8:] {
		h = mix(h ^ (word(s) | small))
	}
	return finish(h^(tail(s)|small>>(8*(8-len(s))&63)), n)
}

func word(s string) uint64 { return binary.LittleEndian.Uint64([]byte(s[:8])) }

// tail is up to eight bytes.
func tail(s string) uint64 {
	if len(s) == 8 {
		return word(s)
	}
	x := uint64(0)
	for i := len(s) - 1; i >= 0; i-- {
		x = x<<8 | uint64(s[i])
	}
	return x
}

// mix spreads the bits of h, by the multiplier of splitmix64 (Steele, Lea and
// Flood 2014).
func mix(h uint64) uint64 {
	h *= 0xbf58476d1ce4e5b9
	return h ^ h>>29
}

func finish(h uint64, n int) uint32 {
	h = mix(h + uint64(n))
	return uint32(h>>32) | 1
}
