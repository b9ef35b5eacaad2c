package chronology

import "math/bits"

// sieve knows of most keys that it does not have: a bit stands for each key that
// it has, and for others by chance. (Bloom 1970, with one hash: keys are hashes.)
type sieve struct {
	bits   []uint64
	coarse int // 64 less the bits of a place
}

// empty makes room for about so many bits, of which none is set.
func (s *sieve) empty(size int) {
	n := 1 << bits.Len(uint(max(size, 64)-1)) / 64
	if cap(s.bits) < n {
		s.bits = make([]uint64, n)
	}
	s.bits = s.bits[:n]
	clear(s.bits)
	s.coarse = 64 - bits.Len(uint(n*64-1))
}

func (s *sieve) place(key uint64) uint64 { return key * 0x9FB21C651E98DF25 >> s.coarse }

func (s *sieve) add(key uint64) {
	at := s.place(key)
	s.bits[at/64] |= 1 << (at % 64)
}

// may reports whether the sieve may have a key.
func (s *sieve) may(key uint64) bool {
	at := s.place(key)
	return s.bits[at/64]>>(at%64)&1 > 0
}
