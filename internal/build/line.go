package build

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/event"
)

// Line is a document of a stream: one JSON object a line, by which any engine
// that moves lines can read any number of articles. Unknown keys are ignored.
type Line struct {
	ID       string  `json:"id"`
	DCT      *string `json:"dct"` // YYYY-MM-DD; null or "" where unknown
	Title    string  `json:"title"`
	Source   string  `json:"source"`
	URL      string  `json:"url"`
	Language string  `json:"language"`
	Text     string  `json:"text"`

	Day calendar.Date `json:"-"` // DCT
}

// BadLine is a line that cannot be used: the rest of the stream goes on.
type BadLine struct {
	Col     int // of the byte, from 1
	Problem string
	Hint    string
}

func (b BadLine) Error() string { return b.Problem }

// ReadLine reads one line of a stream. Its error is a BadLine.
func ReadLine(data []byte) (Line, error) {
	var l Line
	if !utf8.Valid(data) {
		return l, BadLine{1, "the line is not UTF-8", "convert it to UTF-8"}
	}
	if err := json.Unmarshal(data, &l); err != nil {
		return l, jsonProblem(err)
	}
	if l.ID == "" {
		return l, BadLine{1, "the line has no id", `give it one: {"id": "…"}`}
	}
	if l.DCT != nil && *l.DCT != "" {
		r, ok := calendar.Parse(*l.DCT)
		if !ok || r.From.Grain != calendar.Day || r.From != r.To {
			return l, BadLine{1, fmt.Sprintf("the dct %q is no date", *l.DCT), "write YYYY-MM-DD, or null"}
		}
		l.Day = r.From
	}
	return l, nil
}

// jsonProblem is an error of the JSON decoder with its column.
func jsonProblem(err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return BadLine{int(syntax.Offset), "the line is not JSON: " + syntax.Error(), "write one object a line"}
	}
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) && kind.Field == "" {
		return BadLine{1, "the line holds no object, but JSON of the kind " + kind.Value, "write one object a line"}
	}
	if errors.As(err, &kind) {
		return BadLine{int(kind.Offset), fmt.Sprintf("the key %q holds a %s", kind.Field, kind.Value), "write a " + kind.Type.String()}
	}
	return BadLine{1, "the line is not JSON: " + err.Error(), "write one object a line"}
}

// Mentions are what a document tells, in the order of its text. The language
// is that of texts that do not say theirs, "" to detect it.
func (l *Line) Mentions(names *actor.Gazetteer, language string) []event.Mention {
	return AllMentions([]*Line{l}, names, language)[0]
}

// AllMentions are what documents tell, of each by itself, which takes less time than
// one after the other where they are up to event.Company of text.
func AllMentions(lines []*Line, names *actor.Gazetteer, language string) [][]event.Mention {
	docs := make([]event.Document, len(lines))
	for i, l := range lines {
		a := article.Plain(l.Text, article.Meta{ID: l.ID, DCT: l.Day, Title: l.Title,
			Source: article.Outlet{Name: l.Source}, URL: l.URL, Language: cmp.Or(l.Language, language)})
		docs[i] = event.NewDocument(a, []byte(l.Text), event.Options{ID: l.ID})
	}
	event.PrepareAll(docs, names)
	out := event.FindAll(docs)
	for i := range docs {
		docs[i].Close()
	}
	return out
}

// WriteMentions writes one mention a line, as chronology.ReadMentions reads it.
func WriteMentions(w io.Writer, mentions []event.Mention) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for i := range mentions {
		if err := enc.Encode(&mentions[i]); err != nil {
			return err
		}
	}
	return nil
}
