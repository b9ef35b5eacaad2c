package build

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/article"
)

// random sets every part of a value that is data.
func random(r *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(strings.Repeat(string(rune('a'+r.IntN(26))), r.IntN(4)))
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(int8(r.Uint64())))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(uint64(uint8(r.Uint64())))
	case reflect.Float64:
		v.SetFloat(r.NormFloat64())
	case reflect.Slice:
		if n := r.IntN(4); n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n-1, n-1))
			for i := range n - 1 {
				random(r, v.Index(i))
			}
		}
	case reflect.Pointer:
		if r.IntN(4) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			random(r, v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				random(r, v.Field(i))
			}
		}
	}
}

// TestCodec: what is read is what was written, whatever fields a reading has.
func TestCodec(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var want, got Reading
		random(r, reflect.ValueOf(&want).Elem())
		if want.Article != nil {
			want.Article.Blocks = nil // which no reading has
		}
		if err := unmarshal(marshal(want), &got); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("read %+v\nwrote %+v", got, want)
		}
	}
}

// FuzzUnmarshal: bytes of any kind give a value or an error, in bounded memory.
func FuzzUnmarshal(f *testing.F) {
	f.Add(marshal(Reading{Digest: "x", Refs: []string{"a", "b", "a"}, Article: &article.Article{Title: "T"}}))
	f.Add([]byte{0})
	f.Fuzz(func(t *testing.T, b []byte) {
		var one, two Reading
		if unmarshal(b, &one) != nil {
			return
		}
		if err := unmarshal(marshal(one), &two); err != nil || !reflect.DeepEqual(one, two) {
			t.Errorf("what was read does not come back: %v", err)
		}
	})
}
