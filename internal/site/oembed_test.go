package site_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// oembedSchema is what oembed.com asks of an answer of type rich: its required
// parameters, and the three of a thumbnail together or not at all.
const oembedSchema = `{
"type":"object",
"required":["version","type","html","width","height"],
"properties":{
 "version":{"const":"1.0"},"type":{"const":"rich"},
 "html":{"type":"string","pattern":"^<blockquote><a href=\"https://[^\"]+\">.+</a></blockquote><iframe src=\"https://[^\"]+\" width=\"[0-9]+\" height=\"[0-9]+\" title=\"[^\"]+\"></iframe>$"},
 "width":{"type":"integer","minimum":1},"height":{"type":"integer","minimum":1},
 "title":{"type":"string","minLength":1},"provider_name":{"type":"string"},"provider_url":{"type":"string","format":"uri"},
 "cache_age":{"type":"integer"},
 "thumbnail_url":{"type":"string","format":"uri"},"thumbnail_width":{"type":"integer"},"thumbnail_height":{"type":"integer"}},
"dependentRequired":{
 "thumbnail_url":["thumbnail_width","thumbnail_height"],
 "thumbnail_width":["thumbnail_url","thumbnail_height"],
 "thumbnail_height":["thumbnail_url","thumbnail_width"]}}`

// TestOEmbed holds every answer to the specification, and every page that has
// one to naming it before anything long stands in its head: WordPress reads
// the first 150 kB, up to the end of the head.
func TestOEmbed(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(oembedSchema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("https://oembed.example/rich.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("https://oembed.example/rich.json")
	if err != nil {
		t.Fatal(err)
	}
	conf := config()
	conf.Publish.Cards = 3
	pages, n := drawn(t, sample(t, 40, conf)), 0
	for name, answer := range pages {
		dir, ok := strings.CutSuffix(name, "oembed.json")
		if !ok {
			continue
		}
		n++
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(answer))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		page := pages[dir+"index.html"]
		at, style := bytes.Index(page, []byte(name+`"`)), bytes.Index(page, []byte("<style>"))
		if at < 0 || at > bytes.Index(page, []byte("</head>")) || style >= 0 && at > style {
			t.Errorf("%sindex.html names its answer at %d, its style begins at %d", dir, at, style)
		}
	}
	if n != 41 {
		t.Errorf("%d answers; want one for each of 40 events and one for the whole", n)
	}
}
