package clause

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// context is one rule that reads an ambiguous word by its neighbours.
type context struct {
	rule                         *phrase.Rule
	word                         tag   // one reading of it
	also                         []tag // and one of each
	left, right, unleft, unright tag
	segment, subject             string // what of its segment, and of the subject before it
	takes                        bool   // a clause may follow the verb that it may be
	as                           tag
}

func (l *lexicon) readContext(rules []phrase.Rule) error {
	for i := range rules {
		r := &rules[i]
		c := context{rule: r}
		for _, a := range r.Attrs {
			if a.Key == "segment" || a.Key == "subject" {
				if !slices.Contains(surroundings[a.Key], a.Value) {
					return fmt.Errorf("rule %s: no %s %q", r.Name, a.Key, a.Value)
				}
				if a.Key == "segment" {
					c.segment = a.Value
				} else {
					c.subject = a.Value
				}
				continue
			}
			if a.Key == "takes" {
				c.takes = true
				continue
			}
			for w := range strings.FieldsSeq(a.Value) {
				t, ok := tagNames[w]
				if !ok {
					return fmt.Errorf("rule %s: no reading %q", r.Name, w)
				}
				switch a.Key {
				case "word":
					if c.word == 0 {
						c.word = t
						continue
					}
					c.also = append(c.also, t)
				case "left":
					c.left |= t
				case "right":
					c.right |= t
				case "unleft":
					c.unleft |= t
				case "unright":
					c.unright |= t
				case "as":
					c.as |= t
				default:
					return fmt.Errorf("rule %s: no key %q", r.Name, a.Key)
				}
			}
		}
		if c.word == 0 {
			return fmt.Errorf("rule %s: no word", r.Name)
		}
		l.context = append(l.context, c)
	}
	if len(l.context) > mostRules {
		return fmt.Errorf("%d rules; a language may have %d", len(l.context), mostRules)
	}
	for i := range l.context {
		l.readers.add(i, &l.context[i])
	}
	return nil
}

// holds reports whether the word has all the readings that the rule asks for.
func (c *context) holds(t tag) bool {
	for _, w := range c.also {
		if t&w == 0 {
			return false
		}
	}
	return true
}

// read gives every word of sentence s its readings.
func (p *parser) read(s sentence.Extent) {
	title := p.titleCase(s)
	for i := s.From; i < s.To; i++ {
		first := i == s.From || title || p.tags[i-1]&(opening|stop) != 0 || i == s.From+1 && p.tags[i-1]&dash != 0
		if first && !title && i+1 < s.To && p.capital(i) && p.capital(i+1) && !p.calendarWord(i+1) {
			if t, _ := p.lex.word(&p.Words[i], true); t&(closed|ing) == 0 && !p.lex.takesClause(lower(p.Words[i].Text)) {
				first = false // Mark Rutte, but not Recall Lavrov's words
			}
		}
		p.tags[i], p.entries[i] = p.lex.word(&p.Words[i], first)
		if !title && i > s.From+1 && p.tags[i]&preposition != 0 && len(p.Words[i].Text) > 4 && p.capital(i) && p.capital(i-1) && p.tags[i-1]&breaks == 0 {
			p.tags[i] = name // the Ever Given
		}
		if !title && i > s.From && p.tags[i-1] == name && p.surname(i, s) {
			p.tags[i] = name // Liu He, Theresa May
		}
		if p.tags[i]&(preposition|name) != 0 && p.is(anOf, i) {
			p.tags[i] |= of
		}
		if p.tags[i]&base != 0 && p.tags[i]&adjective != 0 && i+1 < s.To && p.capital(i+1) && p.calendarWord(i+1) {
			p.tags[i] &^= base // told senators last Wednesday
		}
		if i > s.From {
			p.readPair(i, s)
		}
	}
	p.compounds(s)
	p.degrees(s)
	p.supposals(s)
	p.segments(s)
	for i := s.From; i < s.To; i++ {
		if p.tags[i]&helping != 0 {
			p.foresee(i, s)
		}
		p.resolve(i, s)
	}
}

// readPair mends the reading of word i-1, or of i, where the two show what they are.
func (p *parser) readPair(i int, s sentence.Extent) {
	t, before := p.tags[i], p.tags[i-1]
	switch {
	case t&suffix != 0:
		p.tags[i] = name
		if before&comma != 0 && p.tagAt(i-2, s)&name != 0 {
			p.tags[i-1] = name // Volta, Inc.
		}
	case t&timeWord != 0 && before&preposition != 0 && before&(ing|adjective) != 0 && i-2 >= s.From && p.tags[i-2] == determiner:
		p.tags[i-1] = adjective // in May of the following year
	case t&modal != 0 && before&possessive != 0 && p.tagAt(i-2, s)&(name|noun) != 0:
		p.tags[i] = noun // Chile's might
	case t&past != 0 && before&adverb != 0 && before&adjective != 0 && p.tagAt(i-2, s)&name != 0:
		p.tags[i-1] = adverb // Reuters first reported
	case t&(past|part) != 0 && t&(noun|adjective) == 0 && before&determiner != 0 && p.is(aPaired, i-1) && p.tagAt(i-2, s)&(name|noun|pronoun|helping) != 0:
		p.tags[i-1] = adverb // Chile neither joined nor left
		if p.is(aDenial, i-1) {
			p.tags[i-1] |= negation // has neither joined nor left
		}
	case t&timeWord != 0 && t&plural == 0 && before&base != 0 && before&adjective != 0 && p.tagAt(i-2, s)&(to|helping|adverb|negation) == 0:
		p.tags[i-1] &^= base // told lawmakers last month
	case t&preposition != 0 && before&third != 0 && before&noun != 0 && !(i+1 < s.To && p.Words[i+1].Kind == sentence.Number) && p.lex.verbs[p.lex.lemma(p.entries[i-1], p.Words[i-1].Text, third)]&ofTransitive != 0:
		p.tags[i-1] &^= third // the American sanctions on Peru
	case (t&timeWord != 0 || t&(noun|adjective) != 0 && t&(pronoun|determiner|adverb|preposition|name) == 0) && before&that != 0 && (p.pointing(i-1, s) || t&timeWord != 0 && (p.ends(i+1, s) || p.thatTime(i, s)) || t&plural == 0 && p.closesPhrase(i, s)):
		p.tags[i-1] = determiner // to that text
	}
}

// closesPhrase reports whether noun i ends a phrase that a preposition and "that" open,
// since what stands behind it is no verb: a motion in that sense in May.
func (p *parser) closesPhrase(i int, s sentence.Extent) bool {
	if t := p.tagAt(i-2, s); t&preposition == 0 || t&subordinator != 0 {
		return false
	}
	if p.ends(i+1, s) {
		return true
	}
	t, _ := p.lex.word(&p.Words[i+1], false)
	return t&(preposition|coordinator) != 0 && t&(verbal|subordinator) == 0
}

// ends reports whether a mark stands at word i, or the sentence ends there: began that May,
// and lasted a year.
func (p *parser) ends(i int, s sentence.Extent) bool {
	return i >= s.To || p.Words[i].Kind == sentence.Punct || p.Words[i].Kind == sentence.Close
}

// surname reports whether word i behind a name, which is a pronoun or a month elsewhere,
// is part of it; not behind a preposition: in Lima May was dry.
func (p *parser) surname(i int, s sentence.Extent) bool {
	if !p.capital(i) || len(p.Words[i].Text) < 2 || p.tags[i]&pronoun == 0 && p.tags[i] != timeWord|name || i+1 < s.To && p.Words[i+1].Kind == sentence.Number {
		return false
	}
	for i--; i > s.From && p.tags[i] == name; {
		i--
	}
	return p.tags[i]&preposition == 0 || p.is(aBy, i)
}

// titleCase reports whether capitals mean nothing in s: a headline of at
// least three longer words, without a full stop, in which none of them is
// written small.
func (p *parser) titleCase(s sentence.Extent) bool {
	n := 0
	if p.Words[s.To-1].Text == "." {
		return false
	}
	for i := s.From; i < s.To; i++ {
		if w := p.Words[i]; w.Kind == sentence.Letters && len(w.Text) > 3 {
			if !p.capital(i) {
				return false
			}
			n++
		}
	}
	return n >= 3
}

// calendarWord reports whether word i is of a date: Last Thursday names nobody.
func (p *parser) calendarWord(i int) bool {
	t, _ := p.lex.word(&p.Words[i], false)
	return t&timeWord != 0
}

func (p *parser) capital(i int) bool {
	c := p.Words[i].Text[0]
	return 'A' <= c && c <= 'Z' || c >= 0x80 && p.Words[i].Kind == sentence.Letters
}

// compounds reads words joined by hyphens as one: US-led is an adjective,
// build-up a noun; none of its parts is a verb.
func (p *parser) compounds(s sentence.Extent) {
	for i := s.From + 1; i+1 < s.To; i++ {
		if p.tags[i]&(stop|dash) != 0 && p.tags[i-1] == number && p.tags[i+1] == number && !p.Words[i].Space && !p.Words[i+1].Space {
			p.tags[i] = hyphen // 12:30, 24/7
			continue
		}
		if p.tags[i]&coordinator != 0 && !p.Words[i].Space && !p.Words[i+1].Space && p.Words[i].Kind == sentence.Punct {
			p.tags[i] = hyphen // AT&T
		}
		if p.tags[i]&(hyphen|dash) == 0 || p.Words[i].Space || p.Words[i+1].Space || p.Words[i+1].Kind == sentence.Open {
			if p.tags[i]&hyphen != 0 {
				p.tags[i] = dash
			}
			continue
		}
		if p.tags[i]&dash != 0 && !(p.tags[i-1] == name && p.tags[i+1] == name && p.Words[i].Text == "–") {
			continue
		}
		p.tags[i] = hyphen
		if p.doneBy(i, s) {
			p.tags[i-1], p.tags[i], p.tags[i+1] = adverb, adverb, base
			continue
		}
		if k := p.lex.known.Get(&p.Words[i-1]); k != nil && k.tags&prefix != 0 {
			switch before := p.tagAt(i-2, s); {
			case p.tags[i+1]&(past|part) == 0 || before&(name|noun|pronoun|helping|coordinator|determiner|possessive) == 0:
				p.tags[i-1] = adjective
			case before&(determiner|possessive) != 0:
				p.tags[i-1], p.tags[i+1] = adjective, adjective // the re-elected president
			default:
				p.tags[i-1], p.tags[i] = adverb, adverb // re-elected Vega
			}
			continue
		}
		if t := p.tags[i+1]; t&past != 0 && i+2 < s.To && p.tags[i+2]&(determiner|object) != 0 && p.tags[i-1] != name {
			p.tags[i-1], p.tags[i] = adverb, adverb // test-fired a missile
			continue
		}
		if p.tags[i-1] != name {
			p.tags[i-1] = adjective | p.tags[i-1]&(name|number)
		}
		if t := p.tags[i+1]; t&past != 0 && i+2 < s.To && p.tags[i+2]&(determiner|object) != 0 {
			continue
		} else if t&(past|part|ing|adjective) != 0 && t&noun == 0 {
			p.tags[i+1] = adjective
		} else if t == number && p.tags[i-1] == name && !(i+2 < s.To && p.tags[i+2]&(hyphen|plural) != 0) {
			p.tags[i+1] = name // an F-22 | shot it down
		} else if t != name && t != number {
			p.tags[i+1] = noun | t&(plural|timeWord) // in mid-June
		}
	}
}

// doneBy reports whether the hyphen at word i stands within a verb behind "to" or a modal
// that has an object: to fast-track a case, will re-examine it.
func (p *parser) doneBy(i int, s sentence.Extent) bool {
	return p.tags[i+1]&(base|part) == base && p.tagAt(i-2, s)&(to|modal|do) != 0 && p.tagAt(i-2, s)&noun == 0 && p.tagAt(i+2, s)&(determiner|object|name) != 0 && p.tagAt(i+2, s)&hyphen == 0
}

// segments numbers the stretches between boundaries and counts in each the
// words that are surely finite verbs.
func (p *parser) segments(s sentence.Extent) {
	p.finite = p.finite[:0]
	p.finite = append(p.finite, 0)
	for i := s.From; i < s.To; i++ {
		t := p.tags[i]
		if t&(breaks|coordinator|relative|that|condition) != 0 || t&subordinator != 0 && (t&preposition == 0 || p.subjectAt(i+1, s) || p.actsThen(i+1, s)) {
			p.finite = append(p.finite, 0)
		}
		p.segment[i] = int32(len(p.finite) - 1)
		if t&(be|have|do|modal) != 0 && !p.nonfinite(i) && p.tagAt(i-1, s)&to == 0 || t&past != 0 && t&(noun|adjective) == 0 && p.tagAt(i-1, s)&(determiner|be|have) == 0 && !p.undergone(i, s) {
			p.finite[len(p.finite)-1]++
			if p.takesClause(i) {
				p.finite = append(p.finite, 0)
			}
		}
	}
}

// tagAt is the readings of word i, or those of the edge.
func (p *parser) tagAt(i int, s sentence.Extent) tag {
	switch {
	case i < s.From:
		return start
	case i >= s.To:
		return end
	}
	return p.tags[i]
}

// maxPassed bounds the adverbs between a word and the neighbour it is read by.
const maxPassed = 4

// resolve reads one word by the first context rule that applies.
func (p *parser) resolve(i int, s sentence.Extent) {
	t := p.tags[i]
	if t&(verbal|possessive) == 0 || t&(be|have|do) != 0 && t&timeWord == 0 {
		return
	}
	if i > s.From && i+1 < s.To && p.Words[i-1].Text == "(" && p.Words[i+1].Text == ")" {
		p.tags[i] = adjective // Ruiz (left) and Vega
		return
	}
	if t&base != 0 && p.wantsBase(i, s) {
		p.tags[i] = base
		return
	}
	l, r := i-1, i+1
	for n := 0; n < maxPassed && p.passes(p.tagAt(l, s)); n++ {
		l--
	}
	if l > s.From && p.tags[l-1]&(be|have|name|plural) != 0 && p.is(aFloating, l) {
		l-- // had both visited, the firms all suspended it
	}
	if t&(past|part) != 0 {
		for n := 0; n < maxPassed && p.passes(p.tagAt(r, s)); n++ {
			r++
		}
	}
	if l > s.From && (p.Words[l].Kind == sentence.Open || p.tags[l] == 0) && p.tags[l-1]&(determiner|possessive) != 0 {
		l-- // a “planned visit”: the mark parts nothing
	}
	left, right := p.tagAt(l, s), p.tagAt(r, s)
	if l > s.From && left&number != 0 && (p.dayOf(l) || p.tags[l-1]&preposition != 0 && p.year(l)) {
		left = timeWord // and on May 6 raised taxes, and in 2014 raised taxes
	}
	rules := p.lex.readers.of(t, left, right)
	for k := rules.take(); k >= 0; k = rules.take() {
		c := &p.lex.context[k]
		if !c.holds(t) || !p.subjectFits(c, l, s) || !p.segmentFits(c, i, s) || c.takes && !p.lex.takesClause(p.lex.lemma(p.entries[i], p.Words[i].Text, c.word)) {
			continue
		}
		p.tags[i] = c.as&t | c.as&(noun|adjective|adverb|be) | t&(plural|timeWord)*(c.as&noun/noun)
		break
	}
	read := p.tags[i]
	if read&(base|third) != 0 && read&noun == 0 && left&(to|modal|do) == 0 || read&past != 0 && read&noun == 0 && t&noun != 0 {
		p.finite[p.segment[i]]++
	}
}

// wantsBase reports whether word i stands behind a modal, do, or to, with
// nothing but adverbs between, some of which may be adjectives elsewhere: will
// not only ban.
func (p *parser) wantsBase(i int, s sentence.Extent) bool {
	l, plain := i-1, true
	for n := 0; n < maxPassed && p.tagAt(l, s)&(adverb|negation) != 0 && p.tagAt(l, s)&(helping|to) == 0; n++ {
		plain = plain && p.tags[l]&(determiner|adjective|preposition) == 0
		l--
	}
	t := p.tagAt(l, s)
	return t&modal != 0 || t&do != 0 && l < i-1 || t&to != 0 && plain
}

// passes reports whether a neighbour is only an adverb.
func (p *parser) passes(t tag) bool {
	return t&(adverb|negation) != 0 && t&(determiner|pronoun|preposition|noun|subordinator|adjective|base) == 0
}
