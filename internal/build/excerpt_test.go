package build

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/dateline-ssg/dateline/internal/chronology"
)

// TestExcerpted: an excerpt keeps all that an event shows but its tellings, which are
// named; a field that it forgets would be lost on the page of an article drawn alone.
func TestExcerpted(t *testing.T) {
	e := &chronology.Event{}
	full(t, reflect.ValueOf(e).Elem())
	x := excerptOf(e)
	var back excerpted
	if err := unmarshal(marshal(x), &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(e, back.event(), cmpopts.IgnoreUnexported(chronology.Event{}), cmpopts.IgnoreFields(chronology.Event{}, "Told")); diff != "" {
		t.Error(diff)
	}
}

// full gives every exported field of a value something.
func full(t *testing.T, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("Lima")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(7)
	case reflect.Float64:
		v.SetFloat(.5)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		if v.Type().Elem().Kind() != reflect.Pointer {
			full(t, v.Index(0))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				full(t, v.Field(i))
			}
		}
	default:
		t.Fatalf("an event holds a %s: it is to be given something here", v.Type())
	}
}
