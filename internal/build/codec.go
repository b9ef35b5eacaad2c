package build

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"reflect"
	"sync"
)

// The codec writes values of any type of data: fields in their order, numbers
// as varints, lists with their length, each text once. It names no field and
// no type, so what it wrote is read back by the same program alone; a reading's
// key holds the program's version.
//
//	number of texts, their lengths, their bytes; then the value, where a text
//	is its number (0 for the empty one)
//
// Reading takes one piece of memory for all texts of a value. The rejected
// way, encoding/gob, describes every type anew in every value, and took as
// long as a third of the merging.

var errCodec = errors.New("not what the codec wrote")

// written is a value as it is written, and its texts.
type written struct {
	value []byte
	bytes []byte
	sizes []byte
	at    map[string]uint64
}

func (t *written) add(s string) {
	if s == "" {
		t.value = append(t.value, 0)
		return
	}
	n, ok := t.at[s]
	if !ok {
		n = uint64(len(t.at) + 1)
		t.at[s] = n
		t.bytes = append(t.bytes, s...)
		t.sizes = binary.AppendUvarint(t.sizes, uint64(len(s)))
	}
	t.value = binary.AppendUvarint(t.value, n)
}

// rooms keeps the room in which values were written, for the next of its size.
// It is true because a room is emptied before it is used.
var rooms = sync.Pool{New: func() any { return &written{at: map[string]uint64{}} }}

// roomy is how many texts a room that is kept may have had.
const roomy = 1 << 12

// write writes a value, which stands there until done.
func write(v any) *written {
	t := rooms.Get().(*written)
	r := reflect.ValueOf(v)
	shapeOf(r.Type()).write(t, r)
	return t
}

// done ends the use of t, whose room others may take.
func (t *written) done() {
	if len(t.at) <= roomy {
		clear(t.at)
		t.value, t.bytes, t.sizes = t.value[:0], t.bytes[:0], t.sizes[:0]
		rooms.Put(t)
	}
}

// length is how many bytes append adds.
func (t *written) length() int {
	var room [binary.MaxVarintLen64]byte
	return binary.PutUvarint(room[:], uint64(len(t.at))) + len(t.sizes) + len(t.bytes) + len(t.value)
}

func (t *written) append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(t.at)))
	b = append(b, t.sizes...)
	b = append(b, t.bytes...)
	return append(b, t.value...)
}

// marshal is a value as unmarshal reads it.
func marshal(v any) []byte {
	t := write(v)
	defer t.done()
	return t.append(make([]byte, 0, t.length()))
}

// marshalOf is that of a value that has about so many texts: many, for which a table
// would grow time and again.
func marshalOf(v any, texts int) []byte {
	t := &written{at: make(map[string]uint64, texts)}
	r := reflect.ValueOf(v)
	shapeOf(r.Type()).write(t, r)
	return t.append(make([]byte, 0, t.length()))
}

// unmarshal sets what v points to, which is a zero value. Bytes that marshal did not write for that
// type are an error, or some other value of it.
func unmarshal(b []byte, v any) error {
	in := desks.Get().(*unread)
	defer in.done()
	in.rest, in.bad = b, false
	count := in.natural()
	if count > uint64(len(b)) {
		return errCodec
	}
	total := uint64(0)
	for range count {
		n := in.natural()
		if total += n; n > uint64(len(b)) || total > uint64(len(b)) {
			return errCodec
		}
		in.sizes = append(in.sizes, n)
	}
	if in.bad || total > uint64(len(in.rest)) {
		return errCodec
	}
	all := string(in.rest[:total])
	in.rest = in.rest[total:]
	in.texts = append(in.texts, "")
	for _, n := range in.sizes {
		in.texts, all = append(in.texts, all[:n]), all[n:]
	}
	r := reflect.ValueOf(v).Elem()
	shapeOf(r.Type()).read(in, r)
	if in.bad || len(in.rest) > 0 {
		return errCodec
	}
	return nil
}

// unread is what unmarshal has still to read; bad once something was wrong.
type unread struct {
	rest  []byte
	texts []string
	sizes []uint64
	bad   bool
	room  []string // for lists of texts; what of it was given is a value's
}

// desks keeps the lists of texts with which values were read, for the next. No
// value rests on them: they are emptied before.
var desks = sync.Pool{New: func() any { return &unread{} }}

// done ends the use of in.
func (in *unread) done() {
	if cap(in.texts) <= roomy {
		clear(in.texts)
		in.rest, in.texts, in.sizes = nil, in.texts[:0], in.sizes[:0]
		desks.Put(in)
	}
}

func (in *unread) natural() uint64 {
	if len(in.rest) > 0 && in.rest[0] < 0x80 {
		n := in.rest[0]
		in.rest = in.rest[1:]
		return uint64(n)
	}
	v, n := binary.Uvarint(in.rest)
	if n <= 0 {
		in.bad, in.rest = true, nil
		return 0
	}
	in.rest = in.rest[n:]
	return v
}

func (in *unread) text() string {
	n := in.natural()
	if n >= uint64(len(in.texts)) {
		in.bad = true
		return ""
	}
	return in.texts[n]
}

// list is room for a list of n texts: values have many that are short.
func (in *unread) list(n int) []string {
	const piece = 64
	if n > len(in.room) {
		in.room = make([]string, max(n, piece))
	}
	out := in.room[:n:n]
	in.room = in.room[n:]
	return out
}

// shape is how values of one type are written and read.
type shape struct {
	write func(*written, reflect.Value)
	read  func(*unread, reflect.Value)
}

var shapes sync.Map // reflect.Type → *shape

func shapeOf(t reflect.Type) *shape {
	if s, ok := shapes.Load(t); ok {
		return s.(*shape)
	}
	s := newShape(t)
	shapes.Store(t, s)
	return s
}

// noData is the shape of what has no value to write. A list of such things, or
// a pointer, may be none; else it is our own mistake.
func noData(t reflect.Type, why string) *shape {
	return &shape{
		func(*written, reflect.Value) { panic(fmt.Sprintf("build: a reading holds a %s, %s", t, why)) },
		func(in *unread, _ reflect.Value) { in.bad = true }}
}

func newShape(t reflect.Type) *shape {
	switch t.Kind() {
	case reflect.String:
		return &shape{
			func(t *written, v reflect.Value) { t.add(v.String()) },
			func(in *unread, v reflect.Value) {
				if s := in.text(); s != "" {
					v.SetString(s)
				}
			}}
	case reflect.Bool:
		return &shape{
			func(t *written, v reflect.Value) { t.value = append(t.value, map[bool]byte{true: 1}[v.Bool()]) },
			func(in *unread, v reflect.Value) { v.SetBool(in.natural() != 0) }}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return &shape{
			func(t *written, v reflect.Value) {
				n := v.Int()
				t.value = binary.AppendUvarint(t.value, uint64(n)<<1^uint64(n>>63))
			},
			func(in *unread, v reflect.Value) {
				n := in.natural()
				v.SetInt(int64(n>>1) ^ -int64(n&1))
			}}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return &shape{
			func(t *written, v reflect.Value) { t.value = binary.AppendUvarint(t.value, v.Uint()) },
			func(in *unread, v reflect.Value) { v.SetUint(in.natural()) }}
	case reflect.Float64:
		return &shape{
			func(t *written, v reflect.Value) {
				t.value = binary.AppendUvarint(t.value, math.Float64bits(v.Float()))
			},
			func(in *unread, v reflect.Value) { v.SetFloat(math.Float64frombits(in.natural())) }}
	case reflect.Slice:
		return sliceShape(t)
	case reflect.Pointer:
		return pointerShape(t)
	case reflect.Struct:
		return structShape(t)
	}
	return noData(t, "which is no data")
}

// sliceShape writes the length and one more, so that no list differs from an
// empty one.
func sliceShape(t reflect.Type) *shape {
	one, least := shapeOf(t.Elem()), int(min(t.Elem().Size(), 1))
	return &shape{
		func(t *written, v reflect.Value) {
			if v.IsNil() {
				t.value = append(t.value, 0)
				return
			}
			t.value = binary.AppendUvarint(t.value, uint64(v.Len())+1)
			for i := range v.Len() {
				one.write(t, v.Index(i))
			}
		},
		func(in *unread, v reflect.Value) {
			n := in.natural()
			if n == 0 || in.bad {
				return
			}
			if n--; n*uint64(least) > uint64(len(in.rest)) { // each takes a byte at least
				in.bad = true
				return
			}
			if n == 0 {
				v.Set(reflect.MakeSlice(t, 0, 0))
				return
			}
			if texts, ok := v.Addr().Interface().(*[]string); ok {
				*texts = in.list(int(n))
				for i := range *texts {
					(*texts)[i] = in.text()
				}
				return
			}
			v.SetZero()
			v.Grow(int(n)) // no header of a list is made, as by MakeSlice
			v.SetLen(int(n))
			for i := range int(n) {
				one.read(in, v.Index(i))
			}
		}}
}

func pointerShape(t reflect.Type) *shape {
	one := shapeOf(t.Elem())
	return &shape{
		func(t *written, v reflect.Value) {
			if v.IsNil() {
				t.value = append(t.value, 0)
				return
			}
			t.value = append(t.value, 1)
			one.write(t, v.Elem())
		},
		func(in *unread, v reflect.Value) {
			if in.natural() != 0 {
				to := reflect.New(t.Elem())
				one.read(in, to.Elem())
				v.Set(to)
			}
		}}
}

// structShape writes fields in their order. A field that is a function is no
// part of the value.
func structShape(t reflect.Type) *shape {
	var fields []int
	var each []*shape
	var whole []bool // a zero of it is one byte, which is 0
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Type.Kind() == reflect.Func {
			continue
		}
		if !f.IsExported() {
			return noData(t, "whose field "+f.Name+" is its own")
		}
		fields, each, whole = append(fields, i), append(each, shapeOf(f.Type)), append(whole, f.Type.Kind() != reflect.Struct)
	}
	return &shape{
		func(t *written, v reflect.Value) {
			for k, i := range fields {
				each[k].write(t, v.Field(i))
			}
		},
		func(in *unread, v reflect.Value) {
			for k, i := range fields {
				if whole[k] && len(in.rest) > 0 && in.rest[0] == 0 { // as most are
					in.rest = in.rest[1:]
					continue
				}
				each[k].read(in, v.Field(i))
			}
		}}
}
