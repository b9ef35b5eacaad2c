package site

import (
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"math"
	"reflect"
	"sync"

	"github.com/zeebo/xxh3"
)

// sum is a hash over all that one part of a page shows.
type sum [16]byte

// key gathers what a page shows. Every part is written with its length, so
// that no two different pages write the same bytes.
type key struct{ h *xxh3.Hasher }

// newKey begins the key of a page of a kind. The seed holds what all pages
// show: templates, configuration, version.
func newKey(seed sum, kind string) key { return key{xxh3.New()}.begin(seed, kind) }

// begin begins another key in the place of one that is done.
func (k key) begin(seed sum, kind string) key {
	k.h.Reset()
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

// any writes a value of data: all that its JSON would hold.
func (k key) any(v any) key {
	var room [1024]byte
	b := appendData(room[:0], reflect.ValueOf(v))
	var n [8]byte
	binary.LittleEndian.PutUint64(n[:], uint64(len(b)))
	k.h.Write(n[:])
	k.h.Write(b)
	return k
}

// appendData writes a value so that no two of its type write the same bytes:
// fields in their order, texts and lists with their length. It takes a tenth
// of the time of writing JSON, as which maps are written, for their order.
func appendData(b []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.String:
		b = binary.AppendUvarint(b, uint64(v.Len()))
		return append(b, v.String()...)
	case reflect.Bool:
		return append(b, byte(boolean(v.Bool())))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return binary.AppendVarint(b, v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return binary.AppendUvarint(b, v.Uint())
	case reflect.Float32, reflect.Float64:
		return binary.LittleEndian.AppendUint64(b, math.Float64bits(v.Float()))
	case reflect.Slice, reflect.Array:
		b = binary.AppendUvarint(b, uint64(v.Len()))
		for i := range v.Len() {
			b = appendData(b, v.Index(i))
		}
		return b
	case reflect.Pointer:
		if v.IsNil() {
			return append(b, 0)
		}
		return appendData(append(b, 1), v.Elem())
	case reflect.Struct:
		for _, i := range dataFields(v.Type()) {
			b = appendData(b, v.Field(i))
		}
		return b
	}
	text, err := json.Marshal(v.Interface())
	if err != nil { // only a value that is no data, such as a function, cannot be written
		panic("site: " + err.Error())
	}
	b = binary.AppendUvarint(b, uint64(len(text)))
	return append(b, text...)
}

var fieldsByType sync.Map // reflect.Type → []int

// dataFields are the fields of a struct that its JSON holds.
func dataFields(t reflect.Type) []int {
	if known, ok := fieldsByType.Load(t); ok {
		return known.([]int)
	}
	var out []int
	for i := range t.NumField() {
		if f := t.Field(i); f.IsExported() && f.Tag.Get("json") != "-" {
			out = append(out, i)
		}
	}
	fieldsByType.Store(t, out)
	return out
}

// sums writes what is a hash already, of which there are as many each time.
func (k key) sums(sums ...sum) key {
	for _, s := range sums {
		k.h.Write(s[:])
	}
	return k
}

func (k key) entries(es []*entry) key {
	var n [8]byte
	binary.LittleEndian.PutUint64(n[:], uint64(len(es)))
	k.h.Write(n[:])
	var room [64 * len(sum{})]byte // the hash takes many at once in less time
	b := room[:0]
	for _, e := range es {
		if b = append(b, e.sum[:]...); len(b) == len(room) {
			k.h.Write(b)
			b = room[:0]
		}
	}
	k.h.Write(b)
	return k
}

// ranks adds the ranks of entries, where a file holds them.
func (k key) ranks(es []*entry) key {
	var n [8]byte
	for _, e := range es {
		binary.LittleEndian.PutUint64(n[:], math.Float64bits(e.ev.Rank))
		k.h.Write(n[:])
	}
	return k
}

func (k key) sum() sum { return k.h.Sum128().Bytes() }

func (k key) hex() string {
	s := k.sum()
	return hex.EncodeToString(s[:])
}
