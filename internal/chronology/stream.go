package chronology

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

// ReadMentions reads lines of mentions as EachMention does, and returns all.
func ReadMentions(r io.Reader, name string) ([]*event.Mention, []source.Diagnostic, error) {
	var out []*event.Mention
	ds, err := EachMention(r, name, nil, 0, func(m *event.Mention) { out = append(out, m) })
	return out, ds, err
}

// EachMention reads lines of mentions, as the command extract writes them, and
// gives each to take. name is what diagnostics call the input. A line that
// cannot be read is an error diagnostic, and the rest goes on; empty lines and
// unknown keys are passed over; a mention that is given twice counts once. To
// know that it holds a number of each, or, with a scratch, no more than about so
// many bytes: some mentions come last then. The error is the reader's or the
// scratch's.
func EachMention(r io.Reader, name string, to Scratch, memory int, take func(*event.Mention)) (ds []source.Diagnostic, err error) {
	defer mended(&err)
	complain := func(line int, problem string) {
		ds = append(ds, source.Diagnostic{File: name, Pos: source.Pos{Line: line, Col: 1}, Level: source.Error,
			Problem: problem, Hint: "a line of extract is wanted; this one is left out"})
	}
	again := func(line, first int, m *event.Mention) {
		complain(line, fmt.Sprintf("mention %s of %s again, first on line %d", m.ID, m.Doc, first))
	}
	seen := newSeen(to, memory)
	br := bufio.NewReaderSize(r, 1<<16)
	for n := 1; err == nil; n++ {
		var line []byte
		line, err = br.ReadBytes('\n')
		text := bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\ufeff")))
		if len(text) == 0 {
			continue
		}
		m, problem := ReadMention(text)
		if problem != "" {
			complain(n, problem)
			continue
		}
		switch first, off := seen.first(m, n, text); {
		case first > 0:
			again(n, first, m)
		case !off:
			take(m)
		}
	}
	if err != io.EOF {
		return ds, err
	}
	seen.late(func(line, first int, text []byte) {
		if m, _ := ReadMention(text); first > 0 {
			again(line, first, m)
		} else {
			take(m)
		}
	})
	slices.SortStableFunc(ds, func(a, b source.Diagnostic) int { return cmp.Compare(a.Pos.Line, b.Pos.Line) })
	return ds, nil
}

// jsonProblem is an error of the JSON decoder in words that name none of Go's types.
func jsonProblem(err error) string {
	var kind *json.UnmarshalTypeError
	switch {
	case !errors.As(err, &kind):
		return strings.TrimPrefix(err.Error(), "json: ")
	case kind.Field == "":
		return "the line holds no object, but JSON of the kind " + kind.Value
	}
	return fmt.Sprintf("the key %q holds a value of the kind %s", kind.Field, kind.Value)
}

// ReadMention reads one line of extract, or says what is wrong with it.
func ReadMention(line []byte) (*event.Mention, string) {
	if !utf8.Valid(line) {
		return nil, "not UTF-8"
	}
	m := &event.Mention{}
	if err := json.Unmarshal(line, m); err != nil {
		return nil, "not a mention: " + jsonProblem(err)
	}
	switch {
	case m.Doc == "":
		return nil, "a mention without doc"
	case m.ID == "":
		return nil, "a mention without id"
	case m.SentenceStart < 0 || m.SentenceEnd < m.SentenceStart:
		return nil, fmt.Sprintf("sentence from %d to %d", m.SentenceStart, m.SentenceEnd)
	}
	return m, ""
}

// EventWriter writes one event a line, with the fields in the order of the
// contract. Make one with NewEventWriter.
type EventWriter struct {
	out *bufio.Writer
	enc *json.Encoder
}

// NewEventWriter is one that writes to w.
func NewEventWriter(w io.Writer) *EventWriter {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return &EventWriter{out, enc}
}

// Write writes an event.
func (w *EventWriter) Write(e *Event) error { return w.enc.Encode(e) }

// Flush writes what is held back, to be called after the last event.
func (w *EventWriter) Flush() error { return w.out.Flush() }

// WriteEvents writes events in the order given.
func WriteEvents(w io.Writer, events []*Event) error {
	out := NewEventWriter(w)
	for _, e := range events {
		if err := out.Write(e); err != nil {
			return err
		}
	}
	return out.Flush()
}
