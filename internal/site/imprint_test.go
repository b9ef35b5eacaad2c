package site_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/site"
)

// unshown are the fields of a mention that its event's imprint does not hold.
var unshown = map[string]bool{"Fingerprint": true, "SentenceStart": true, "SentenceEnd": true, "Trigger": true, "StatusCues": true, "Rule": true}

// TestImprint changes every field of a telling. Either the event has another
// imprint, or no page shows the field, and no export: only the page of the
// article itself, whose key holds the article.
func TestImprint(t *testing.T) {
	c := config()
	c.Publish.Exports = nil // all
	plain := drawAll(t, sample(t, 12, c))
	kind := reflect.TypeFor[event.Mention]()
	for i := range kind.NumField() {
		name := kind.Field(i).Name
		in := sample(t, 12, c)
		before := imprintsOf(in.Events)
		for _, ev := range in.Events {
			for j, m := range ev.Told {
				other := *m
				change(reflect.ValueOf(&other).Elem().Field(i))
				if name == "SentenceStart" && m.SentenceEnd > 0 {
					other.SentenceEnd++ // it stays a sentence
				}
				ev.Told[j] = &other
			}
		}
		if after := imprintsOf(in.Events); !unshown[name] {
			for k := range before {
				if len(in.Events[k].Told) > 0 && before[k] == after[k] {
					t.Fatalf("an event told with another %s has the same imprint", name)
				}
			}
			continue
		}
		for path, b := range drawAll(t, in) {
			if !strings.HasPrefix(path, "articles/") && !bytes.Equal(b, plain[path]) {
				t.Errorf("%s shows the %s of a telling, which is no part of the imprint", path, name)
			}
		}
	}
}

func imprintsOf(events []*chronology.Event) []site.Imprint { return (*site.Past)(nil).Imprints(events) }

func change(f reflect.Value) {
	switch f.Kind() {
	case reflect.String:
		f.SetString(f.String() + "x")
	case reflect.Int:
		if f.Int() > 0 { // what has no sentence gets none
			f.SetInt(f.Int() + 1)
		}
	case reflect.Bool:
		f.SetBool(!f.Bool())
	case reflect.Slice:
		f.Set(reflect.Append(f, reflect.New(f.Type().Elem()).Elem()))
	case reflect.Struct:
		for i := range f.NumField() {
			change(f.Field(i))
		}
	}
}

// drawAll is every file of a site, exports included.
func drawAll(t *testing.T, in site.Input) map[string][]byte {
	t.Helper()
	_, drawn := keyed(t, in)
	return drawn
}
