package event

import (
	"unicode"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// dateline is where the report begins after the place, day and agency in front
// of it, or 0 where there is none: SEOUL, Sept. 5 (Agency) — …; LIMA: …;
// Quito, 8 March (Agency) A minister …; (Agency) Police …. A single small name
// before a dash is one only where the text goes on with a capital.
func dateline(words []sentence.Word) int {
	if len(words) < 4 {
		return 0
	}
	if words[0].Text == "(" && len(words) > 3 && words[2].Text == ")" && sentence.Capital(words[1].Text) && sentence.Capital(words[3].Text) {
		return 3
	}
	if words[0].Kind != sentence.Letters || !sentence.Capital(words[0].Text) {
		return 0
	}
	all := true // every name so far is written in capitals
	for i := 1; i < min(len(words)-1, 14); i++ {
		w := words[i]
		all = all && (words[i-1].Kind != sentence.Letters || capitals(words[i-1].Text))
		switch {
		case w.Text == "--" || (w.Text == "—" || w.Text == "–" || w.Text == "-") && w.Space:
			if i > 3 || capitals(words[0].Text) || words[i-1].Text == ")" || i <= 3 && opens(words[i+1]) && !again(words[i+1:]) {
				return i + 1
			}
			return 0
		case w.Text == ":" && all && i <= 4:
			return i + 1
		case w.Text == ")" && i > 2 && words[i-2].Text == "(" && words[1].Text == "," && sentence.Capital(words[i+1].Text):
			return i + 1
		case w.Kind == sentence.Letters && !sentence.Capital(w.Text) || w.Text == "." || w.Text == "?":
			return 0
		}
	}
	return 0
}

// opens reports whether a sentence may begin with a word.
func opens(w sentence.Word) bool {
	return w.Kind == sentence.Letters && sentence.Capital(w.Text) || w.Kind == sentence.Number
}

// again reports whether a second dash closes what a first one opened: then
// what stands between them is an aside.
func again(words []sentence.Word) bool {
	for _, w := range words {
		if (w.Text == "—" || w.Text == "–" || w.Text == "-" || w.Text == "--") && w.Space {
			return true
		}
	}
	return false
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

// skipDateline lets the clauses of a block begin behind its dateline or label:
// what stands there is neither a subject nor the date of an event.
func (b *block) skipDateline() {
	from := dateline(b.Words)
	if from == 0 {
		from = b.label()
	}
	b.skip(from)
}

// skip lets the clauses of a block begin at word from.
func (b *block) skip(from int) {
	if from == 0 || from >= len(b.Words) {
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
		c := &b.parse.Clauses[i]
		if c.Verb < 0 || c.Subject.From >= c.Subject.To {
			continue
		}
		e := b.expr(c.Subject.From)
		v := &b.parse.Verbs[c.Verb]
		if b.pointing(c, v) {
			if !mended {
				p := *b.parse
				p.Clauses = append(p.Clauses[:0:0], p.Clauses...)
				b.parse, mended = &p, true
			}
			c = &b.parse.Clauses[i]
			c.Kind, c.Subject = clause.Main, sentence.Extent{From: b.afterComma(c.Marker.To, v.From), To: v.From}
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

// stampWords is how many words a stamp has at most: 20 June 11 16:14 GMT.
const stampWords = 8

// overReport reports whether a sentence is no more than what stands over a report, and has
// no mark of its own at its end: a dateline, with the names of the writers, or the line that says
// when the page was changed.
func (b *block) overReport(s sentence.Extent) bool {
	last := s.To - 1
	if s.Len() < 6 {
		return false
	}
	if b.endsWithPoint(s) {
		return true
	}
	if b.g.is(aDash, b.Words[last]) && b.Words[last-1].Text == ")" {
		return true
	}
	for n := 0; n < 2 && last > s.From+5 && b.Words[last].Kind == sentence.Letters && sentence.Capital(b.Words[last].Text); n++ {
		last--
		if b.clockAt(last-2) && last+1 < s.To {
			return b.is(aPreposition, last-3) && b.inVerb(last-4) || s.Len() <= stampWords && b.Words[s.From].Kind == sentence.Number
		}
	}
	return false
}

// endsWithPoint reports whether a sentence is the dateline of a block and ends with a point
// of its own: places, the day and, behind a bracket, slash or dash, the agency, and not one
// word that is written small. MOSCOW, July 4. /Agency/.
func (b *block) endsWithPoint(s sentence.Extent) bool {
	if s.From > 0 || !capitals(b.Words[0].Text) || b.Words[s.To-1].Text != "." || !b.hasDay(s) {
		return false
	}
	marked := false
	for i := s.From; i < s.To; i++ {
		w := &b.Words[i]
		if w.Kind == sentence.Letters && !sentence.Capital(w.Text) {
			return false
		}
		marked = marked || w.Text == "/" || w.Text == "(" || i > s.From && (w.Text == "-" || b.g.is(aDash, *w)) && w.Space
	}
	return marked
}

// pointing reports whether the "that" of a clause belongs to a phrase in front
// of it: on that topic, the minister declared.
func (b *block) pointing(c *clause.Clause, v *clause.Verb) bool {
	return c.Kind == clause.Complement && c.Marker.Len() == 1 && b.is(aThat, c.Marker.From) && b.is(aPreposition, c.Marker.From-1) &&
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
