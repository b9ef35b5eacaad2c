package site

import (
	"encoding/binary"
	"encoding/hex"
	"encoding/json"

	"github.com/zeebo/xxh3"
)

// sum is a hash over all that one part of a page shows.
type sum [16]byte

// key gathers what a page shows. Every part is written with its length, so
// that no two different pages write the same bytes.
type key struct{ h *xxh3.Hasher }

// newKey begins the key of a page of a kind. The seed holds what all pages
// show: templates, configuration, version.
func newKey(seed sum, kind string) key {
	k := key{xxh3.New()}
	k.h.Write(seed[:])
	return k.str(kind)
}

func (k key) str(parts ...string) key {
	var n [8]byte
	for _, p := range parts {
		binary.LittleEndian.PutUint64(n[:], uint64(len(p)))
		k.h.Write(n[:])
		k.h.WriteString(p)
	}
	return k
}

// any writes a value as JSON, whose order of fields and of map keys is fixed.
func (k key) any(v any) key {
	b, err := json.Marshal(v)
	if err != nil { // only a value that is no data, such as a function, cannot be written
		panic("site: " + err.Error())
	}
	return k.str(string(b))
}

func (k key) entries(es []*entry) key {
	var n [8]byte
	binary.LittleEndian.PutUint64(n[:], uint64(len(es)))
	k.h.Write(n[:])
	for _, e := range es {
		k.h.Write(e.sum[:])
	}
	return k
}

func (k key) sum() sum { return k.h.Sum128().Bytes() }

func (k key) hex() string {
	s := k.sum()
	return hex.EncodeToString(s[:])
}
