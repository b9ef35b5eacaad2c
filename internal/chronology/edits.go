package chronology

import (
	"cmp"
	"maps"
	"slices"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/dateline-ssg/dateline/internal/source"
)

// Edits is the editor's decisions, as edits.toml gives them, in the order of
// the file: what stands later outranks what stands earlier.
type Edits struct {
	file source.File
	list []edit
}

// edit is one table: decisions on one event.
type edit struct {
	ID         string // of the event, "" where only a sentence names it
	Sentence   string // words of a sentence that tells it; they count where no event has the id
	Hide, Pin  choice
	Date       string
	Headline   string
	Type       string
	Status     string
	Importance int
	Note       string
	Merge      []string
	Split      []string
	Correction []Correction

	places places
}

// choice is what an editor says of something that is or is not.
type choice uint8

const (
	unsaid choice = iota
	yes
	no
)

// among is what holds after the choice where old held before.
func (c choice) among(old bool) bool { return c == yes || c == unsaid && old }

// places are where a table stands: its name under "", and each of its keys.
type places map[string]source.Span

// at is where a key of the edit stands, or else the name of its table.
func (e *edit) at(key string) source.Span {
	if s, ok := e.places[key]; ok {
		return s
	}
	return e.places[""]
}

// entryName is the name of the tables that name their event by a key.
const entryName = "edit"

// Len is how many tables of decisions there are.
func (e Edits) Len() int { return len(e.list) }

// ParseEdits reads edits.toml: [ID] tables, and [[edit]] entries that name
// their event. A file that is no TOML is an error and decides nothing; an
// unknown key, or a value that a key cannot have, is a warning, and the rest
// is used.
func ParseEdits(f source.File) (Edits, []source.Diagnostic) {
	const hint = "an edit is a table named by an event's id: [ID], or an entry [[edit]]"
	none := Edits{file: f}
	var doc map[string]any
	err := toml.Unmarshal(f.TOML(), &doc)
	if err != nil {
		return none, []source.Diagnostic{f.BadTOML(err, hint)}
	}
	e := none
	var ds []source.Diagnostic
	where := placesOf(f)
	for _, name := range slices.Sorted(maps.Keys(doc)) {
		at := where[name]
		list, ok := doc[name].([]any)
		if !ok {
			list = []any{doc[name]}
		}
		for i, value := range list {
			t := edit{places: at[min(i, len(at)-1)]}
			values, ok := value.(map[string]any)
			if !ok {
				return none, []source.Diagnostic{f.Err(t.at(""), "this is not what an edit consists of", hint)}
			}
			ds = append(ds, t.read(f, name, values)...)
			if t.ID != "" || t.Sentence != "" {
				e.list = append(e.list, t)
			}
		}
	}
	slices.SortStableFunc(e.list, func(a, b edit) int { return cmp.Compare(a.places[""].Start, b.places[""].Start) })
	source.Sort(ds)
	return e, ds
}

// placesOf is where the tables of each name stand, in the order of the file.
// A name that the file holds has at least one place.
func placesOf(f source.File) map[string][]places {
	out := map[string][]places{}
	p := unstable.Parser{}
	p.Reset(f.TOML())
	bom := len(f.Bytes) - len(f.TOML())
	var table []string
	for p.NextExpression() {
		n := p.Expression()
		var keys []string
		var spans []source.Span
		for it := n.Key(); it.Next(); {
			r := it.Node().Raw
			keys = append(keys, string(it.Node().Data))
			spans = append(spans, source.Span{Start: bom + int(r.Offset), End: bom + int(r.Offset+r.Length)})
		}
		if len(keys) == 0 {
			continue
		}
		at := spans[0]
		if n.Kind == unstable.KeyValue {
			keys = append(slices.Clone(table), keys...)
		} else {
			table = keys
		}
		name := keys[0]
		if len(out[name]) == 0 || n.Kind == unstable.ArrayTable && len(keys) == 1 {
			out[name] = append(out[name], places{"": at})
		}
		if here := out[name][len(out[name])-1]; len(keys) > 1 {
			if n.Kind != unstable.KeyValue {
				at = spans[1]
			}
			if _, ok := here[keys[1]]; !ok {
				here[keys[1]] = at
			}
		}
	}
	return out
}

// TableOf is where the table named by an event's id stands in edits.toml.
func TableOf(f source.File, id string) (source.Span, bool) {
	at := placesOf(f)[id]
	if len(at) == 0 || id == entryName {
		return source.Span{}, false
	}
	return at[0][""], true
}
