package chronology

import (
	"bytes"
	"strings"
	"testing"
)

func TestReadMentions(t *testing.T) {
	in := "\ufeff{\"doc\":\"a\",\"id\":\"m1\",\"date\":\"2025\",\"precision\":\"year\",\"sentence_start\":0,\"sentence_end\":3,\"quote\":\"x y\",\"new\":1}\n" +
		"\n{\"doc\":\"a\",\"id\":\"m1\"}\n{\"doc\":\"a\"}\nnot json\n{\"doc\":\"b\",\"id\":\"m1\",\"actors\":null}"
	ms, ds, err := ReadMentions(strings.NewReader(in), "-")
	if err != nil || len(ms) != 2 {
		t.Fatalf("%d mentions, %v", len(ms), err)
	}
	var got []string
	for _, d := range ds {
		got = append(got, d.String())
	}
	want := []string{
		"-:3:1: mention m1 of a again, first on line 1; a line of extract is wanted; this one is left out",
		"-:4:1: a mention without id; a line of extract is wanted; this one is left out",
		"-:5:1: not a mention: invalid character 'o' in literal null (expecting 'u'); a line of extract is wanted; this one is left out",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

// TestWriteEvents holds the line of the contract: its fields, their order, no
// null where a list is meant, and no escapes that only HTML needs.
func TestWriteEvents(t *testing.T) {
	ms := tenEvents()[:1]
	ms[0].Headline, ms[0].Actors = "A & B <meet>", nil
	events, _ := Merge(ms, Options{})
	var b bytes.Buffer
	if err := WriteEvents(&b, events); err != nil {
		t.Fatal(err)
	}
	want := `{"id":"2025-01-10-b-meet","date":"2025-01-10","dates":[{"date":"2025-01-10","docs":["doc0"]}],"precision":"day",` +
		`"headline":"A & B <meet>","actors":[],"places":[],"type":"sanction","plover":"","status":"happened","confidence":"Reported",` +
		`"importance":2,"rank":1.062,"mentions":[{"doc":"doc0","id":"m1"}],"links":[]}` + "\n"
	if b.String() != want {
		t.Errorf("got  %swant %s", b.String(), want)
	}
}
