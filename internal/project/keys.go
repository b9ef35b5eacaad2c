package project

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/source"
)

// knownKeys are the dotted keys of the configuration, in the order of its type.
var knownKeys = keysOf(reflect.TypeFor[site.Config](), "")

func keysOf(t reflect.Type, prefix string) []string {
	var keys []string
	for field := range t.Fields() {
		key := prefix + field.Tag.Get("toml")
		keys = append(keys, key)
		of := field.Type
		if of.Kind() == reflect.Slice {
			of = of.Elem()
		}
		if of.Kind() == reflect.Struct {
			keys = append(keys, keysOf(of, key+".")...)
		}
	}
	return keys
}

// nearestKey is the known key that was meant, "" if none is near. A key in
// the wrong table is as near as one with a letter too many.
func nearestKey(key string) string {
	best, least := "", 4
	table, name := cutLast(key)
	for _, known := range knownKeys {
		knownTable, knownName := cutLast(known)
		d := distance(strings.ToLower(name), strings.ToLower(knownName))
		if d > len(knownName)/3 {
			continue
		}
		if knownTable != table {
			d++
		}
		if d < least {
			best, least = known, d
		}
	}
	return best
}

func cutLast(key string) (table, name string) {
	if i := strings.LastIndexByte(key, '.'); i >= 0 {
		return key[:i], key[i+1:]
	}
	return "", key
}

// distance is the number of letters to put in, take out or change.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		last := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := last
			if a[i] != b[j] {
				change++
			}
			last = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// valuePlaces finds where the values of a TOML text that has been decoded
// stand, by dotted key; tables of a list are numbered from 0. A table stands
// where its name does. shift is added to every place.
func valuePlaces(text []byte, shift int) map[string]source.Span {
	places := map[string]source.Span{}
	counts := map[string]int{}
	table := ""
	var p unstable.Parser
	p.Reset(text)
	for p.NextExpression() {
		e := p.Expression()
		key, at := dotted(e.Key(), shift)
		switch e.Kind {
		case unstable.Table:
			table = key + "."
			places[key] = at
		case unstable.ArrayTable:
			name := fmt.Sprintf("%s[%d]", key, counts[key])
			counts[key]++
			table = name + "."
			places[name] = at
		case unstable.KeyValue:
			places[table+key] = valueSpan(e.Value(), at, shift)
		}
	}
	return places
}

func dotted(keys unstable.Iterator, shift int) (string, source.Span) {
	var parts []string
	var at source.Span
	for keys.Next() {
		n := keys.Node()
		if len(parts) == 0 {
			at.Start = int(n.Raw.Offset) + shift
		}
		at.End = int(n.Raw.Offset+n.Raw.Length) + shift
		parts = append(parts, string(n.Data))
	}
	return strings.Join(parts, "."), at
}

// valueSpan is where a value stands; its key if the parser does not say.
func valueSpan(v *unstable.Node, key source.Span, shift int) source.Span {
	if v.Raw.Length == 0 {
		return key
	}
	return source.Span{Start: int(v.Raw.Offset) + shift, End: int(v.Raw.Offset+v.Raw.Length) + shift}
}
