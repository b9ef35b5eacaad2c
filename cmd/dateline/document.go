package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// document is a line that tag and extract read.
type document struct {
	ID       string  `json:"id"`
	DCT      *string `json:"dct"`
	Title    string  `json:"title"`
	Source   string  `json:"source"`
	URL      string  `json:"url"`
	Language string  `json:"language"`
	Text     string  `json:"text"`

	dct calendar.Date
}

// readDocument reads one line of a stream. What is wrong with it is a badLine.
func readDocument(data []byte) (document, error) {
	var d document
	if !utf8.Valid(data) {
		return d, badLine{1, "the line is not UTF-8", "convert it to UTF-8"}
	}
	if err := json.Unmarshal(data, &d); err != nil {
		return d, jsonProblem(err)
	}
	if d.ID == "" {
		return d, badLine{1, "the line has no id", `give it one: {"id": "…"}`}
	}
	if d.DCT != nil && *d.DCT != "" {
		r, ok := calendar.Parse(*d.DCT)
		if !ok || r.From.Grain != calendar.Day || r.From != r.To {
			return d, badLine{1, fmt.Sprintf("the dct %q is no date", *d.DCT), "write YYYY-MM-DD, or null"}
		}
		d.dct = r.From
	}
	return d, nil
}

// jsonProblem is an error of the JSON decoder with its column.
func jsonProblem(err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return badLine{int(syntax.Offset), "the line is not JSON: " + syntax.Error(), "write one object a line"}
	}
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return badLine{int(kind.Offset), fmt.Sprintf("the key %q holds a %s", kind.Field, kind.Value), "write a " + kind.Type.String()}
	}
	return badLine{1, "the line is not JSON: " + err.Error(), "write one object a line"}
}
