package event

import (
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

// Trace is what was seen and refused, in the order of the text.
type Trace []Refusal

// Refusal says of one sentence what looked like an event and which rule
// refused it. Without a trigger Rule is "" and Trigger the zero Span.
type Refusal struct {
	Block    int
	Sentence source.Span
	Trigger  source.Span
	Text     string // of the trigger
	Rule     string
	Why      string
	Cues     []string // the words that decided
}

func (t *Trace) add(b *block, sent sentence.Extent, a *act, why string) {
	if t == nil {
		return
	}
	r := Refusal{Block: b.index, Sentence: b.Span(sent), Why: why}
	if a != nil {
		r.Trigger, r.Text, r.Rule, r.Cues = b.Span(a.trigger), b.String(a.trigger), a.rule.Name, a.cueTexts()
	}
	*t = append(*t, r)
}
