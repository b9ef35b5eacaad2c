package chronology

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

// Edits is the editor's decisions, as edits.toml gives them: one table an
// event, named by the event's id.
type Edits struct {
	file source.File
	list []edit // in the order of the file
}

// edit is one table.
type edit struct {
	ID         string       `toml:"-"`
	Hide       bool         `toml:"hide"`
	Pin        bool         `toml:"pin"`
	Date       any          `toml:"date"` // a string, or a TOML date
	Headline   string       `toml:"headline"`
	Type       string       `toml:"type"`
	Status     string       `toml:"status"`
	Importance int          `toml:"importance"`
	Note       string       `toml:"note"`
	Merge      []string     `toml:"merge"`
	Split      []string     `toml:"split"`
	Correction []correction `toml:"correction"`

	places map[string]source.Span // of the table's name under "", and of its keys
}

type correction struct {
	Date any    `toml:"date"`
	Text string `toml:"text"`
}

// Len is how many events the editor has decided on.
func (e Edits) Len() int { return len(e.list) }

// statuses are what an editor may set a status to.
var statuses = []string{"happened", "planned", "threatened", "reported", "denied", "cancelled"}

// ParseEdits reads edits.toml. A file that is no TOML is an error and decides
// nothing; an unknown key, or a value that a key cannot have, is a warning,
// and the rest is used.
func ParseEdits(f source.File) (Edits, []source.Diagnostic) {
	e := Edits{file: f}
	var tables map[string]edit
	var ds []source.Diagnostic
	decoder := toml.NewDecoder(strings.NewReader(strings.TrimPrefix(string(f.Bytes), "\ufeff"))).DisallowUnknownFields()
	err := decoder.Decode(&tables)
	var unknown *toml.StrictMissingError
	var bad *toml.DecodeError
	switch {
	case errors.As(err, &unknown):
		for _, u := range unknown.Errors {
			key := u.Key()
			ds = append(ds, f.Warn(spanAt(f, &u), fmt.Sprintf("unknown key %q", key[len(key)-1]),
				"an edit may hide, pin, merge, split, or set date, headline, type, status, importance, note, correction"))
		}
	case errors.As(err, &bad):
		problem := strings.TrimPrefix(bad.Error(), "toml: ")
		if strings.Contains(problem, "cannot decode") { // into a type that is none of the editor's business
			problem = "this is not what an edit consists of"
		}
		return e, []source.Diagnostic{f.Err(spanAt(f, bad), problem, "an edit is a table named by an event's id: [ID]")}
	case err != nil:
		return e, []source.Diagnostic{f.Err(source.Span{}, strings.TrimPrefix(err.Error(), "toml: "), "an edit is a table named by an event's id: [ID]")}
	}
	for id, places := range placesOf(f) {
		if t, ok := tables[id]; ok {
			t.ID, t.places = id, places
			ds = append(ds, t.check(f)...)
			e.list = append(e.list, t)
		}
	}
	slices.SortFunc(e.list, func(a, b edit) int { return a.places[""].Start - b.places[""].Start })
	source.Sort(ds)
	return e, ds
}

// spanAt is where a decoding error is, as bytes of the file.
func spanAt(f source.File, err *toml.DecodeError) source.Span {
	row, col := err.Position()
	offset := 0
	for range row - 1 {
		i := strings.IndexByte(string(f.Bytes[offset:]), '\n')
		if i < 0 {
			break
		}
		offset += i + 1
	}
	offset = min(offset+max(col-1, 0), len(f.Bytes))
	return source.Span{Start: offset, End: offset}
}

// check looks at the values of an edit and drops what cannot be.
func (e *edit) check(f source.File) []source.Diagnostic {
	var ds []source.Diagnostic
	warn := func(key, problem, hint string) { ds = append(ds, f.Warn(e.at(key), problem, hint)) }
	if date := dateOf(e.Date); date != "" {
		if _, ok := calendar.Parse(date); !ok {
			warn("date", fmt.Sprintf("%q is no date", date), "write 2025-09-03, 2025-09, 2025-W36, 2025 or a range as a/b")
			e.Date = nil
		}
	}
	if _, ok := kinds()[e.Type]; e.Type != "" && !ok {
		warn("type", fmt.Sprintf("unknown type %q", e.Type), "one of "+typeNames())
		e.Type = ""
	}
	if e.Status != "" && !slices.Contains(statuses, e.Status) {
		warn("status", fmt.Sprintf("unknown status %q", e.Status), "one of "+strings.Join(statuses, ", "))
		e.Status = ""
	}
	if e.Importance < 0 || e.Importance > 3 {
		warn("importance", fmt.Sprintf("importance %d", e.Importance), "1, 2 or 3")
		e.Importance = 0
	}
	return ds
}

// typeNames are the types in the order of their families.
func typeNames() string {
	var names []string
	for _, leaf := range event.Leaves() {
		names = append(names, leaf.Name)
	}
	return strings.Join(names, ", ")
}

// at is where a key of the edit stands, or else the name of its table.
func (e *edit) at(key string) source.Span {
	if s, ok := e.places[key]; ok {
		return s
	}
	return e.places[""]
}

// dateOf is a date as it was written, quoted or not.
func dateOf(v any) string {
	if v == nil {
		return ""
	}
	return strings.TrimSpace(fmt.Sprint(v))
}

// placesOf is where each table and its keys stand: id → key → span.
func placesOf(f source.File) map[string]map[string]source.Span {
	bom := 0
	if strings.HasPrefix(string(f.Bytes), "\ufeff") {
		bom = len("\ufeff")
	}
	out := map[string]map[string]source.Span{}
	note := func(id, key string, r unstable.Range) {
		if out[id] == nil {
			out[id] = map[string]source.Span{}
		}
		s := source.Span{Start: bom + int(r.Offset), End: bom + int(r.Offset+r.Length)}
		for _, k := range []string{"", key} {
			if _, ok := out[id][k]; !ok {
				out[id][k] = s
			}
		}
	}
	p := unstable.Parser{}
	p.Reset(f.Bytes[bom:])
	var table []string
	for p.NextExpression() {
		n := p.Expression()
		var keys []string
		var at unstable.Range
		for it := n.Key(); it.Next(); {
			if k := it.Node(); len(keys) == 0 || n.Kind == unstable.KeyValue {
				at = k.Raw
				keys = append(keys, string(k.Data))
			} else {
				keys = append(keys, string(k.Data))
			}
		}
		if n.Kind == unstable.KeyValue {
			keys = append(slices.Clone(table), keys...)
		} else {
			table = keys
		}
		if len(keys) == 1 {
			note(keys[0], "", at)
		} else if len(keys) > 1 {
			note(keys[0], keys[1], at)
		}
	}
	return out
}
