package export

import (
	"bytes"
	_ "embed"
	"encoding/json"
)

// schema describes events.json.
//
//go:embed events.schema.json
var schema []byte

// writeJSON writes the chronology as one object, an event a line.
func writeJSON(c *chronicle) ([]byte, error) {
	var b bytes.Buffer
	title, err := marshal(c.in.Config.Title)
	if err != nil {
		return nil, err
	}
	updated, err := marshal(c.in.Now)
	if err != nil {
		return nil, err
	}
	b.WriteString(`{"title":` + string(title) + `,"updated":` + string(updated) + `,"events":[`)
	for i, e := range c.in.Events {
		if i > 0 {
			b.WriteByte(',')
		}
		line, err := marshal(c.record(e))
		if err != nil {
			return nil, err
		}
		b.WriteByte('\n')
		b.Write(line)
	}
	b.WriteString("\n]}\n")
	return b.Bytes(), nil
}

// writeJSONL writes one event a line.
func writeJSONL(c *chronicle) ([]byte, error) {
	var b bytes.Buffer
	for _, e := range c.in.Events {
		line, err := marshal(c.record(e))
		if err != nil {
			return nil, err
		}
		b.Write(line)
		b.WriteByte('\n')
	}
	return b.Bytes(), nil
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
