package site_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/piprate/json-gold/ld"
)

// schemaOrg is what https://schema.org says of the types that pages use: the
// properties that each may have, its parents' included, and what a property
// may hold where that is another node.
var schemaOrg = map[string][]string{
	"Article":        {"headline", "url", "inLanguage", "isPartOf", "image", "temporalCoverage", "mentions", "citation", "datePublished", "dateModified", "author", "publisher", "isBasedOn"},
	"CreativeWork":   {"name", "abstract", "url", "author", "publisher", "datePublished"},
	"CollectionPage": {"name", "url", "inLanguage", "image", "description", "dateModified"},
	"Dataset":        {"name", "url", "distribution", "description"},
	"DataDownload":   {"encodingFormat", "contentUrl"},
	"Thing":          {"name", "url"},
	"Organization":   {"name"},
	"BreadcrumbList": {"itemListElement"},
	"ListItem":       {"position", "name", "item"},
}

var schemaOrgRange = map[string][]string{
	"isPartOf": {"CreativeWork"}, "citation": {"CreativeWork"}, "mentions": {"Thing"}, "publisher": {"Organization"},
	"distribution": {"DataDownload"}, "itemListElement": {"ListItem"},
}

const vocabulary = "https://schema.org/"

// context stands for the one at schema.org, which no test may fetch.
type context struct{}

func (context) LoadDocument(u string) (*ld.RemoteDocument, error) {
	if u != "https://schema.org" {
		return nil, fmt.Errorf("a page's JSON-LD asks for %s", u)
	}
	return &ld.RemoteDocument{DocumentURL: u, Document: map[string]any{"@context": map[string]any{"@vocab": vocabulary}}}, nil
}

// TestStructuredData: a processor that is not ours reads what every page says
// of itself, loses nothing of it, and finds only words that schema.org has.
func TestStructuredData(t *testing.T) {
	options := ld.NewJsonLdOptions("")
	options.DocumentLoader = context{}
	options.ProcessingMode = ld.JsonLd_1_1
	kinds := map[string]int{}
	for name, page := range drawn(t, sample(t, 40, config())) {
		_, rest, ok := bytes.Cut(page, []byte(`<script type="application/ld+json">`))
		if !ok {
			continue
		}
		text, _, _ := bytes.Cut(rest, []byte("</script>"))
		var doc any
		if err := json.Unmarshal(text, &doc); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		nodes, err := ld.NewJsonLdProcessor().Expand(doc, options)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if list, ok := doc.([]any); ok && len(list) != len(nodes) {
			t.Errorf("%s: %d of %d nodes are left", name, len(nodes), len(list))
		}
		for _, n := range nodes {
			kinds[node(t, name, n.(map[string]any))]++
		}
	}
	for _, kind := range []string{"Article", "CollectionPage", "Dataset", "BreadcrumbList"} {
		if kinds[kind] == 0 {
			t.Errorf("no page says that it is a %s: %v", kind, kinds)
		}
	}
}

// node holds an expanded node to the vocabulary and returns its type.
func node(t *testing.T, page string, n map[string]any) string {
	t.Helper()
	types, _ := n["@type"].([]any)
	if len(types) != 1 {
		t.Errorf("%s: a node of types %v", page, types)
		return ""
	}
	kind := strings.TrimPrefix(types[0].(string), vocabulary)
	if schemaOrg[kind] == nil {
		t.Errorf("%s: a %s", page, kind)
	}
	for key, values := range n {
		property, ok := strings.CutPrefix(key, vocabulary)
		switch {
		case key == "@type" || key == "@id":
			continue
		case !ok || !slices.Contains(schemaOrg[kind], property):
			t.Errorf("%s: a %s has no %s", page, kind, key)
		case property == "url" && kind != "CreativeWork" && !strings.HasPrefix(fmt.Sprint(values), "[map[@value:https://example.org/sub/path/"):
			t.Errorf("%s: a %s at %v", page, kind, values)
		}
		for _, v := range values.([]any) {
			m, _ := v.(map[string]any)
			if _, plain := m["@value"]; plain == (schemaOrgRange[property] != nil) {
				t.Errorf("%s: %s of a %s is %v", page, property, kind, v)
			} else if !plain && !slices.Contains(schemaOrgRange[property], node(t, page, m)) {
				t.Errorf("%s: %s of a %s is %v", page, property, kind, v)
			}
		}
	}
	return kind
}
