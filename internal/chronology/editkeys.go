package chronology

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

// statuses are what an editor may set a status to.
var statuses = []string{"happened", "planned", "threatened", "reported", "denied", "cancelled"}

// Statuses are what an editor may set a status to.
func Statuses() []string { return slices.Clone(statuses) }

// read fills the edit from a table of this name. What a key cannot have is
// left out and said.
func (e *edit) read(f source.File, name string, values map[string]any) []source.Diagnostic {
	switch {
	case name == entryName:
	case strings.ContainsAny(name, " \t"): // an id has no blanks
		e.Sentence = name
	default:
		e.ID = name
	}
	var ds []source.Diagnostic
	for _, key := range slices.Sorted(maps.Keys(values)) {
		if problem, hint := e.set(name, key, values[key]); problem != "" {
			ds = append(ds, f.Warn(e.at(key), problem, hint))
		}
	}
	if e.ID == "" && e.Sentence == "" {
		ds = append(ds, f.Warn(e.at(""), "this edit names no event", `add event = "ID", or sentence = "words of a sentence that tells it"`))
	}
	return ds
}

// set takes the value of one key, or says what is wrong with it.
func (e *edit) set(name, key string, v any) (problem, hint string) {
	ok := true
	switch key {
	case "event":
		if name != entryName {
			return unknown(key)
		}
		e.ID, ok = textOf(v)
	case "sentence":
		e.Sentence, ok = textOf(v)
	case "hide":
		e.Hide, ok = choiceOf(v)
	case "pin":
		e.Pin, ok = choiceOf(v)
	case "headline":
		e.Headline, ok = textOf(v)
	case "note":
		e.Note, ok = textOf(v)
	case "date":
		e.Date, problem, hint = dayOf(v)
	case "type":
		e.Type, ok = textOf(v)
		if _, known := kinds()[e.Type]; ok && !known {
			problem, hint = fmt.Sprintf("unknown type %q", e.Type), "one of "+typeNames()
			e.Type = ""
		}
	case "status":
		e.Status, ok = textOf(v)
		if ok && !slices.Contains(statuses, e.Status) {
			problem, hint = fmt.Sprintf("unknown status %q", e.Status), "one of "+strings.Join(statuses, ", ")
			e.Status = ""
		}
	case "importance":
		n, whole := v.(int64)
		if !whole || n < 1 || n > 3 {
			return fmt.Sprintf("importance %v", v), "1, 2 or 3"
		}
		e.Importance = int(n)
	case "merge":
		e.Merge, ok = textsOf(v)
	case "split":
		e.Split, ok = textsOf(v)
	case "correction":
		e.Correction, problem, hint = correctionsOf(v)
	default:
		return unknown(key)
	}
	if !ok {
		return fmt.Sprintf("%s cannot be %v", key, v), `write hide = true, headline = "text", merge = ["ID"], as the case may be`
	}
	return problem, hint
}

func unknown(key string) (problem, hint string) {
	return fmt.Sprintf("unknown key %q", key),
		"an edit may hide, pin, merge, split, or set date, headline, type, status, importance, note, correction"
}

// textOf is a text that says something.
func textOf(v any) (string, bool) {
	s, ok := v.(string)
	s = strings.TrimSpace(s)
	return s, ok && s != ""
}

// textsOf is a list of texts, or one alone.
func textsOf(v any) ([]string, bool) {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	var out []string
	for _, x := range list {
		s, ok := textOf(x)
		if !ok {
			return nil, false
		}
		out = append(out, s)
	}
	return out, true
}

func choiceOf(v any) (choice, bool) {
	b, ok := v.(bool)
	switch {
	case !ok:
		return unsaid, false
	case b:
		return yes, true
	}
	return no, true
}

// dayOf is a date as it was written, quoted or not.
func dayOf(v any) (date, problem, hint string) {
	date = strings.TrimSpace(fmt.Sprint(v))
	if _, ok := calendar.Parse(date); !ok {
		return "", fmt.Sprintf("%q is no date", date), "write 2025-09-03, 2025-09, 2025-W36, 2025 or a range as a/b"
	}
	return date, "", ""
}

// correctionsOf reads corrections; one that is not whole is left out.
func correctionsOf(v any) (out []Correction, problem, hint string) {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	for _, x := range list {
		values, ok := x.(map[string]any)
		text, said := textOf(values["text"])
		if !ok || !said || len(values) != 2 || values["date"] == nil {
			problem, hint = "a correction is its date and its text", `write correction = [{date = 2025-03-01, text = "…"}]`
			continue
		}
		date, wrong, how := dayOf(values["date"])
		if wrong != "" {
			problem, hint = wrong, how
			continue
		}
		out = append(out, Correction{date, text})
	}
	return out, problem, hint
}

// typeNames are the types in the order of their families.
func typeNames() string {
	var names []string
	for _, leaf := range event.Leaves() {
		names = append(names, leaf.Name)
	}
	return strings.Join(names, ", ")
}
