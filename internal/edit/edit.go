// Package edit writes an editor's decisions into edits.toml and takes them
// back.
//
// What comes in are the bytes of the file and one decision; what goes out are
// the new bytes. Promised:
//
//   - A decision is one entry at the end of the file, a table [[edit]] with
//     the event and one key. Nothing else of the file changes: comments, order
//     and blanks are the user's.
//   - Taking an entry back removes its own lines and nothing else. After any
//     decisions, taking them back in any order gives the bytes that were there
//     before.
//   - The file that comes out can be read, and its last entry is one that
//     chronology understands; whether it finds its event only a build can say
//     (see Entry.Refused).
//
// What the decisions mean is chronology's (see chronology.ParseEdits). Later
// entries outrank earlier ones, so nothing is ever rewritten: a second
// headline is a second entry, and the first holds again when that is taken
// back.
package edit

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/source"
)

// Verb is what is decided.
type Verb string

const (
	Hide     Verb = "hide"     // not shown
	Show     Verb = "show"     // shown after all
	Pin      Verb = "pin"      // before all others in rank
	Unpin    Verb = "unpin"    // at its own rank after all
	Date     Verb = "date"     // one value, a day, week, month, year or range
	Headline Verb = "headline" // one value
	Type     Verb = "type"     // one value, a leaf type
	Status   Verb = "status"   // one value
	Merge    Verb = "merge"    // the ids of events that become part of this one
	Split    Verb = "split"    // words of the sentences that tell another event
	Note     Verb = "note"     // one value
	Correct  Verb = "correct"  // one value, and the day of the correction
)

// Decision is one thing that an editor decides of one event.
type Decision struct {
	// Event is the event's id; with a blank in it, words of a sentence that
	// tells it.
	Event  string   `json:"event"`
	Verb   Verb     `json:"verb"`
	Values []string `json:"values,omitempty"`
	On     string   `json:"on,omitempty"` // the day of a correction
}

// refuse is a failure for the user.
func refuse(problem, hint string) error {
	return &source.Failure{Diagnostics: []source.Diagnostic{{Level: source.Error, Problem: problem, Hint: hint}}}
}

// Append adds a decision to the file and returns the new file with the entry
// that was added. The error is a *source.Failure: the file is broken, or the
// decision is none.
func Append(f source.File, d Decision) (source.File, Entry, error) {
	if _, err := Entries(f); err != nil {
		return f, Entry{}, err
	}
	line, err := d.line()
	if err != nil {
		return f, Entry{}, err
	}
	nl := "\n"
	if i := strings.IndexByte(string(f.Bytes), '\n'); i > 0 && f.Bytes[i-1] == '\r' {
		nl = "\r\n"
	}
	var b strings.Builder
	b.Write(f.Bytes)
	if len(f.Bytes) > 0 {
		b.WriteString(nl) // a blank line, or the end of a last line that had none
	}
	key := "event"
	if strings.ContainsAny(d.Event, " \t") {
		key = "sentence"
	}
	b.WriteString("[[edit]]" + nl + key + " = " + source.QuoteTOML(d.Event) + nl + line + nl)
	out := source.File{Path: f.Path, Bytes: []byte(b.String())}
	entries, err := Entries(out)
	if err != nil {
		return f, Entry{}, refuse("no entry can be added here", `"edit" is the name of the entries: call nothing else so in this file`)
	}
	added := entries[len(entries)-1]
	_, ds := chronology.ParseEdits(out)
	if err := added.Refused(ds); err != nil {
		return f, Entry{}, err
	}
	return out, added, nil
}

// line is the key of a decision with its value.
func (d Decision) line() (string, error) {
	if strings.TrimSpace(d.Event) == "" {
		return "", refuse("no event is named", "give its id, the last part of the address of its page")
	}
	for _, s := range append([]string{d.Event, d.On}, d.Values...) {
		if !utf8.ValidString(s) {
			return "", refuse(fmt.Sprintf("%q is not UTF-8", s), "type it again")
		}
	}
	for _, s := range d.Values {
		if strings.TrimSpace(s) == "" {
			return "", refuse(fmt.Sprintf("the %s is empty", d.Verb), "to take a decision back, undo it")
		}
	}
	switch d.Verb {
	case Hide, Show, Pin, Unpin:
		if len(d.Values) > 0 {
			return "", refuse(fmt.Sprintf("%s takes no value", d.Verb), "")
		}
	case Merge, Split:
		if len(d.Values) == 0 {
			return "", refuse(fmt.Sprintf("%s needs a value", d.Verb), "merge takes ids of events, split words of a sentence")
		}
	default:
		if len(d.Values) != 1 {
			return "", refuse(fmt.Sprintf("%s takes one value, not %d", d.Verb, len(d.Values)), "")
		}
	}
	switch d.Verb {
	case Hide, Pin:
		return string(d.Verb) + " = true", nil
	case Show:
		return "hide = false", nil
	case Unpin:
		return "pin = false", nil
	case Date, Headline, Type, Status, Note:
		return string(d.Verb) + " = " + source.QuoteTOML(strings.TrimSpace(d.Values[0])), nil
	case Merge, Split:
		var list []string
		for _, s := range d.Values {
			if s == d.Event {
				return "", refuse("an event cannot be merged with itself", "name another one")
			}
			list = append(list, source.QuoteTOML(s))
		}
		return string(d.Verb) + " = [" + strings.Join(list, ", ") + "]", nil
	case Correct:
		return "correction = [{date = " + source.QuoteTOML(d.On) + ", text = " + source.QuoteTOML(strings.TrimSpace(d.Values[0])) + "}]", nil
	}
	return "", refuse(fmt.Sprintf("there is no decision %q", d.Verb), "hide, pin, date, headline, type, status, merge, split, note or correct")
}
