package timex

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// direction is where a verb looks from the day of writing: -1 back, +1
// ahead, 0 unknown.
func (r *resolver) direction(c *core) int {
	if c.from > 0 {
		if m, ok := r.words.get("toward", r.text.Words[c.from-1]); ok {
			return m.n
		}
	}
	if r.text.Clauses != nil {
		if d, ok := r.governed(c); ok {
			return d
		}
	}
	return r.around(c)
}

// governed is the direction of the verb group of the clause that c stands in.
func (r *resolver) governed(c *core) (int, bool) {
	p := r.text.Clauses
	if c.from >= len(p.Of) {
		return 0, false
	}
	for k := p.Of[c.from]; k >= 0 && k < len(p.Clauses); k = p.Clauses[k].Parent {
		if v := p.Clauses[k].Verb; v >= 0 && v < len(p.Verbs) {
			if d, ok := verbDirection(p.Verbs[v]); ok {
				return d, true
			}
		}
	}
	return 0, false
}

func verbDirection(v clause.Verb) (int, bool) {
	switch {
	case v.Infinite || v.Tense == clause.Future || v.Modality != clause.Plain:
		return 1, true
	case v.Tense == clause.Past || v.Perfect:
		return -1, true
	case v.Tense == clause.Present:
		return 0, true
	}
	return 0, false
}

// reach bounds how far a verb is looked for.
const reach = 30

// around is the direction of the last verb before c in its sentence, else of
// the first one after it.
func (r *resolver) around(c *core) int {
	ws := r.text.Words
	s := sentence.Extent{From: 0, To: len(ws)}
	if i := r.text.Sentence(c.from); i >= 0 {
		s = r.text.Sentences[i]
	}
	for i := c.from - 1; i >= s.From && i > c.from-reach; i-- {
		if d, ok := r.tense(ws, i); ok {
			return d
		}
	}
	for i := c.to; i < s.To && i < c.to+reach; i++ {
		if d, ok := r.tense(ws, i); ok {
			return d
		}
	}
	return 0
}

// tense is the direction of word i as a verb; false where it is none.
func (r *resolver) tense(ws []sentence.Word, i int) (int, bool) {
	w := ws[i]
	if w.Kind != sentence.Letters {
		return 0, false
	}
	if m, ok := r.words.get("tense", w); ok {
		switch m.value {
		case "P", "H":
			return -1, true
		case "F":
			return 1, true
		}
		return 0, true
	}
	if w.Text[0] < 'a' {
		return 0, false
	}
	if forms := phrase.FormsOf("en"); forms != nil {
		for _, x := range forms.Readings(w.Text) {
			if x.Form == phrase.Past || x.Form == phrase.Part {
				return -1, true
			}
		}
	}
	if len(w.Text) > 4 && strings.HasSuffix(w.Text, "ed") && w.Text != "hundred" && !strings.HasSuffix(w.Text, "eed") {
		return -1, true
	}
	return 0, false
}
