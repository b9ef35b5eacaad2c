package event

import (
	"unicode"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// dateline is where the report begins after the place and day in front of it:
// SEOUL, Sept. 5 (Agency) — the word after the dash, or 0 where there is none.
func dateline(words []sentence.Word) int {
	if len(words) < 4 || words[0].Kind != sentence.Letters || !capitals(words[0].Text) && !upper(words[0].Text) {
		return 0
	}
	for i := 1; i < min(len(words), 14); i++ {
		w := words[i]
		switch {
		case (w.Text == "—" || w.Text == "–" || w.Text == "--" || w.Text == "-") && w.Space:
			if i > 3 || capitals(words[0].Text) || words[i-1].Text == ")" {
				return i + 1
			}
			return 0
		case w.Kind == sentence.Letters && !upper(w.Text) || w.Text == "." || w.Text == "?":
			return 0
		}
	}
	return 0
}

// capitals reports whether a word is written in capitals.
func capitals(s string) bool {
	if utf8.RuneCountInString(s) < 3 {
		return false
	}
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// skipDateline lets the clauses of a block begin behind its dateline: what
// stands there is neither a subject nor the date of an event.
func (b *block) skipDateline() {
	from := dateline(b.Words)
	if from == 0 {
		return
	}
	b.from = from
	p := *b.parse
	p.Clauses = append(p.Clauses[:0:0], p.Clauses...)
	for i := range p.Clauses {
		c := &p.Clauses[i]
		if c.Subject.From >= from || c.Verb < 0 || c.Subject.From >= c.Subject.To {
			continue
		}
		if v := p.Verbs[c.Verb]; v.From > from {
			c.Subject = sentence.Extent{From: from, To: v.From}
		}
	}
	b.parse = &p
}

// mendSubjects puts right the subjects that lie in a time phrase: on March 24,
// 2010, the United States returned it. The subject is what follows the phrase.
func (b *block) mendSubjects() {
	mended := false
	for i := range b.parse.Clauses {
		c := b.parse.Clauses[i]
		if c.Verb < 0 || c.Subject.From >= c.Subject.To {
			continue
		}
		e := b.expr(c.Subject.From)
		v := b.parse.Verbs[c.Verb]
		if b.pointing(c, v) {
			c.Kind, c.Subject.From, c.Subject.To = clause.Main, b.afterComma(c.Marker.To, v.From), v.From
			if !mended {
				p := *b.parse
				p.Clauses = append(p.Clauses[:0:0], p.Clauses...)
				b.parse, mended = &p, true
			}
			b.parse.Clauses[i] = c
			continue
		}
		if e == nil || c.Subject.To > e.To || e.To >= v.From || possessive(b.word(e.To)) {
			continue
		}
		from := e.To
		for from < v.From && b.Words[from].Kind == sentence.Punct {
			from++
		}
		if from == v.From || v.From-from > 20 {
			continue
		}
		if !mended {
			p := *b.parse
			p.Clauses = append(p.Clauses[:0:0], p.Clauses...)
			b.parse, mended = &p, true
		}
		b.parse.Clauses[i].Subject = sentence.Extent{From: from, To: v.From}
	}
}

// pointing reports whether the "that" of a clause belongs to a phrase in front
// of it: on that topic, the minister declared.
func (b *block) pointing(c clause.Clause, v clause.Verb) bool {
	return c.Kind == clause.Complement && c.Marker.Len() == 1 && b.is("that", c.Marker.From) && b.is("preposition", c.Marker.From-1) &&
		b.afterComma(c.Marker.To, v.From) < v.From
}

// afterComma is the word behind the first comma from i on, or end.
func (b *block) afterComma(i, end int) int {
	for ; i < end; i++ {
		if b.Words[i].Text == "," {
			return min(i+1, end)
		}
	}
	return end
}
