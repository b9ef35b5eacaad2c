package export_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/dateline-ssg/dateline/internal/export"
)

// TestSchema: a validator that is not ours takes the published schema, holds
// events.json to it, and refuses what the schema forbids.
func TestSchema(t *testing.T) {
	pages, err := export.Pages(input(t))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, p := range pages {
		if strings.HasSuffix(p.Path, ".json") {
			if files[p.Path], err = p.Draw(); err != nil {
				t.Fatal(err)
			}
		}
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(files["events.schema.json"]))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("https://dateline.example/events.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("https://dateline.example/events.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	check := func(text []byte) error {
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		return schema.Validate(value)
	}
	if err := check(files["events.json"]); err != nil {
		t.Errorf("events.json: %v", err)
	}
	for _, wrong := range []string{`{}`, `[]`, `{"title":"x","updated":"2025-09-03","events":[{}]}`} {
		if check([]byte(wrong)) == nil {
			t.Errorf("the schema takes %s", wrong)
		}
	}
}
