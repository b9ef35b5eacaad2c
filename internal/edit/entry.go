package edit

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

// Entry is one [[edit]] of the file.
type Entry struct {
	Event string      // its id, else the words of its sentence
	Says  string      // what it decides, as the file has it: hide = true
	Span  source.Span // from its first line to the end of its last

	path     string
	lines    []source.Span // its own lines, with their ends; what stands between is the user's
	merges   []string
	sentence bool // Event are words of a sentence
}

// Names reports whether the entry has this name of an event: its id, the id of
// one that becomes a part of another, words of a sentence.
func (e Entry) Names(name string) bool { return e.Event == name || slices.Contains(e.merges, name) }

// Concerns reports whether the entry speaks of an event, by whatever name.
func (e Entry) Concerns(ev *chronology.Event) bool {
	return e.Names(ev.ID) || e.sentence && tells(ev, e.Event)
}

// tells reports whether a sentence that tells an event holds words.
func tells(ev *chronology.Event, words string) bool {
	return slices.ContainsFunc(ev.Told, func(m *event.Mention) bool { return chronology.Holds(m, words) })
}

// Refused is what diagnostics, of this file among others, have against the entry, as a
// *source.Failure without a place, since the entry is not in the file yet; nil
// if nothing.
func (e Entry) Refused(ds []source.Diagnostic) error {
	for _, d := range ds {
		if d.File == e.path && d.Span.Start >= e.Span.Start && d.Span.Start < e.Span.End {
			return refuse(d.Problem, d.Hint)
		}
	}
	return nil
}

// Entries are the [[edit]] tables of edits.toml in order. The error is a
// *source.Failure: the file is no TOML.
func Entries(f source.File) ([]Entry, error) {
	if _, ds := chronology.ParseEdits(f); len(ds) > 0 {
		if i := slices.IndexFunc(ds, func(d source.Diagnostic) bool { return d.Level == source.Error }); i >= 0 {
			return nil, &source.Failure{Diagnostics: ds[i : i+1]}
		}
	}
	var doc map[string]any
	if err := toml.Unmarshal(f.TOML(), &doc); err != nil {
		return nil, errors.New("edits.toml was read and cannot be read again: " + err.Error()) // not after ParseEdits
	}
	tables, _ := doc["edit"].([]any)
	out := scan(f)
	for i := range min(len(out), len(tables)) {
		t, _ := tables[i].(map[string]any)
		out[i].name(t)
	}
	return out, nil
}

// name takes the entry's event from the values of its table.
func (e *Entry) name(t map[string]any) {
	id, _ := t["event"].(string)
	if id == "" {
		id, e.sentence = t["sentence"].(string)
	}
	e.Event = strings.TrimSpace(id)
	merges, _ := t["merge"].([]any)
	for _, m := range merges {
		if id, ok := m.(string); ok {
			e.merges = append(e.merges, strings.TrimSpace(id))
		}
	}
}

// scan finds the lines of the entries.
//
// The parser tells where a key begins but not where its value ends; so a
// value ends with the last byte before the next expression that is no blank.
func scan(f source.File) []Entry {
	list := expressions(f)
	var out []Entry
	inside := false
	for i, x := range list {
		if x.comment {
			continue
		}
		if x.table {
			inside = len(x.keys) > 0 && x.keys[0] == "edit"
			if inside && x.array && len(x.keys) == 1 {
				out = append(out, Entry{path: f.Path})
			}
		}
		if !inside || len(out) == 0 {
			continue
		}
		next := len(f.Bytes)
		if i+1 < len(list) {
			next = list[i+1].start
			if !list[i+1].comment {
				next = lineStart(f.Bytes, next) // of a table its brackets come first
			}
		}
		start := lineStart(f.Bytes, x.start)
		end := lineEnd(f.Bytes, start+len(bytes.TrimRight(f.Bytes[start:next], " \t\r\n")))
		e := &out[len(out)-1]
		if len(e.lines) == 0 {
			e.Span.Start = start
		}
		e.Span.End = end
		e.lines = append(e.lines, source.Span{Start: start, End: end})
		if text := strings.TrimSpace(string(f.Bytes[start:end])); !x.table && x.keys[0] != "event" && x.keys[0] != "sentence" {
			e.Says = strings.TrimSpace(e.Says + "\n" + text)
		}
	}
	return out
}

// expr is a key with its value, the header of a table, or a comment.
type expr struct {
	start   int
	comment bool
	keys    []string
	array   bool // of tables
	table   bool // a header of either kind
}

// expressions are those of a file, in its order.
func expressions(f source.File) []expr {
	bom := len(f.Bytes) - len(f.TOML())
	var list []expr
	p := unstable.Parser{KeepComments: true}
	p.Reset(f.TOML())
	for p.NextExpression() {
		n := p.Expression()
		if n.Kind == unstable.Comment {
			list = append(list, expr{start: bom + int(n.Raw.Offset), comment: true})
			continue
		}
		x := expr{start: -1, array: n.Kind == unstable.ArrayTable, table: n.Kind != unstable.KeyValue}
		for it := n.Key(); it.Next(); {
			if x.start < 0 {
				x.start = bom + int(it.Node().Raw.Offset)
			}
			x.keys = append(x.keys, string(it.Node().Data))
		}
		if x.start >= 0 {
			list = append(list, x)
		}
	}
	return list
}

// lineStart is where the line of an offset begins, after a byte order mark.
func lineStart(b []byte, at int) int {
	start := bytes.LastIndexByte(b[:at], '\n') + 1
	if start == 0 && bytes.HasPrefix(b, []byte("\ufeff")) {
		start = len("\ufeff")
	}
	return start
}

// lineEnd is the offset behind the line of an offset and its line break.
func lineEnd(b []byte, at int) int {
	if i := bytes.IndexByte(b[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(b)
}

// Remove takes an entry out of the file it was found in. Comments on lines of
// their own stay.
func Remove(f source.File, e Entry) source.File {
	var rest []byte
	at := e.Span.Start
	for _, line := range e.lines {
		rest = append(rest, f.Bytes[at:line.Start]...)
		at = line.End
	}
	remarks := len(rest) > 0
	rest = append(rest, f.Bytes[at:]...)
	head := f.Bytes[:e.Span.Start]
	// The line break that Append put before the entry goes with it, but where
	// two lines of the user's would become one, or where remarks stay.
	before := bytes.TrimSuffix(bytes.TrimSuffix(head, []byte("\n")), []byte("\r"))
	if blank(before) && !remarks || len(rest) == 0 || rest[0] == '\n' || bytes.HasPrefix(rest, []byte("\r\n")) {
		head = before
	}
	return source.File{Path: f.Path, Bytes: slices.Concat(head, rest)}
}

// blank reports whether nothing stands on the last line of b.
func blank(b []byte) bool {
	return len(b) == 0 || b[len(b)-1] == '\n' || bytes.Equal(b, []byte("\ufeff"))
}

// Nth is the entry of a number from 0, below 0 the last, if it still is about
// the event and says what it is expected to. The error is a *source.Failure.
func Nth(f source.File, n int, event, says string) (Entry, error) {
	entries, err := Entries(f)
	if err != nil {
		return Entry{}, err
	}
	if n < 0 {
		n = len(entries) - 1
	}
	if n < 0 || n >= len(entries) || entries[n].Event != event || entries[n].Says != says {
		return Entry{}, refuse("edits.toml has changed meanwhile", "reload the page and try again")
	}
	return entries[n], nil
}

// Last is the last entry of the file, or the last that speaks of an event. The
// event is named by its id or, with a blank in the name, by words of a
// sentence; among the events of the chronology an entry is found that calls it
// by the other. "" means any event. The error is a *source.Failure that says
// what there is.
func Last(f source.File, name string, events []*chronology.Event) (Entry, error) {
	entries, err := Entries(f)
	if err != nil {
		return Entry{}, err
	}
	var meant []*chronology.Event
	for _, ev := range events {
		if ev.ID == name || strings.ContainsAny(name, " \t") && tells(ev, name) {
			meant = append(meant, ev)
		}
	}
	for _, e := range slices.Backward(entries) {
		if name == "" || e.Names(name) || slices.ContainsFunc(meant, e.Concerns) {
			return e, nil
		}
	}
	if name == "" {
		return Entry{}, refuse("there is nothing to take back", "")
	}
	if at, ok := chronology.TableOf(f, name); ok {
		return Entry{}, &source.Failure{Diagnostics: []source.Diagnostic{
			f.Err(at, "this table was written by hand", "delete here what is no longer to hold")}}
	}
	return Entry{}, refuse("no entry speaks of "+name, "see edits.toml for what there is")
}
