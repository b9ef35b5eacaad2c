package export

import (
	"bytes"
	"cmp"
	_ "embed"
	"encoding/json"

	"github.com/dateline-ssg/dateline/internal/chronology"
)

// schema describes events.json.
//
//go:embed events.schema.json
var schema []byte

// writeJSON writes the chronology as one object, an event a line.
func writeJSON(c *chronicle) ([]byte, error) {
	w := newJSON()
	w.text(`{"title":`)
	w.value(c.in.Config.Title)
	w.text(`,"updated":`)
	w.value(c.in.Now)
	w.text(`,"events":`)
	listed(w, c.in.Events, func(e *chronology.Event) any { return c.record(e) })
	w.text("}\n")
	return w.b.Bytes(), w.err
}

// writeJSONL writes one event a line.
func writeJSONL(c *chronicle) ([]byte, error) {
	w := newJSON()
	for _, e := range c.in.Events {
		w.value(c.record(e))
		w.text("\n")
	}
	return w.b.Bytes(), w.err
}

// jsonWriter writes JSON as marshal does, value after value.
type jsonWriter struct {
	b   bytes.Buffer
	enc *json.Encoder
	err error // the first
}

func newJSON() *jsonWriter {
	w := &jsonWriter{}
	w.enc = json.NewEncoder(&w.b)
	w.enc.SetEscapeHTML(false)
	return w
}

func (w *jsonWriter) text(s string) { w.b.WriteString(s) }

func (w *jsonWriter) value(v any) {
	if err := w.enc.Encode(v); err != nil {
		w.err = cmp.Or(w.err, err)
		return
	}
	w.b.Truncate(w.b.Len() - 1) // the end of the line, which an encoder writes
}

// listed writes a list, an item a line.
func listed[T any](w *jsonWriter, items []T, item func(T) any) {
	w.text("[")
	for i, one := range items {
		if i > 0 {
			w.text(",")
		}
		w.text("\n")
		w.value(item(one))
	}
	w.text("\n]")
}

// marshal writes a value as JSON with <, > and & as they are: what is written
// stands in files of its own, never inside HTML.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

// indented is marshal over several lines.
func indented(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(v)
	return b.Bytes(), err
}
