package site_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestEmbedDocs: docs/embedding.md names all that a frame can be asked for and
// every message by which it says how high it is, and asks for nothing else.
func TestEmbedDocs(t *testing.T) {
	b, err := os.ReadFile("../../docs/embedding.md")
	if err != nil {
		t.Fatal(err)
	}
	doc := string(b)
	script, ok := builtin(t).Find("assets/framed.js")
	if !ok {
		t.Fatal("no framed.js")
	}
	grow, _ := builtin(t).Find("embed.js")
	asks := regexp.MustCompile(`asks = \[(.*?)\]`).FindStringSubmatch(string(grow.Bytes))
	if asks == nil {
		t.Fatal("embed.js asks for nothing")
	}
	for _, ask := range regexp.MustCompile(`"(\w+)"`).FindAllStringSubmatch(asks[1], -1) {
		if !strings.Contains(doc, "`"+ask[1]+"=") {
			t.Errorf("%s= is not told", ask[1])
		}
	}
	for _, told := range regexp.MustCompile("`(\\w+)=").FindAllStringSubmatch(doc, -1) {
		if !strings.Contains(asks[1], `"`+told[1]+`"`) {
			t.Errorf("%s= is told, and nobody asks for it", told[1])
		}
	}
	for _, word := range []string{"dateline:height", "secret", "pymxPYMx", "childId", "embed-size"} {
		if !strings.Contains(string(script.Bytes), word) || !strings.Contains(doc, word) {
			t.Errorf("%s is not in both", word)
		}
	}
}
