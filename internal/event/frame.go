package event

import (
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// chunk is a phrase of a clause after its trigger: a noun phrase with the
// preposition before it, a time phrase, or the start of a clause inside.
type chunk struct {
	sentence.Extent
	prep   string // lower case; "" for a bare noun phrase
	time   bool   // it says when
	comma  bool   // a comma, dash or bracket stands before it
	clause int    // the innermost clause of its first word
}

// tail cuts the words from word i to the end of clause c and of the clauses
// inside it into chunks. "of" does not begin one: what follows belongs to the
// noun before.
func (b *block) tail(c, i int) []chunk {
	if m := &b.lastTail; m.i != i || m.c != c || i == 0 {
		m.c, m.i, m.chunks = c, i, b.cut(c, i)
	}
	return b.lastTail.chunks
}

// tailed is a tail that was cut: the rules that are tried for one verb mostly
// ask for the same. Nobody changes the chunks of a tail.
type tailed struct {
	c, i   int
	chunks []chunk
}

// roughly reports whether word i makes the figure behind it a rough one and
// leads no phrase: killed over 200 people.
func (b *block) roughly(i int) bool {
	if n := b.word(i + 1); b.is(aRough, i) && n.Kind == sentence.Number {
		return len(n.Text) > 1 && b.expr(i+1) == nil
	}
	return b.is(aRough, i) && b.is(aCurrency, i+1) && b.word(i+2).Kind == sentence.Number // over $500 billion
}

// atLeast reports whether words i and i+1 say of the figure behind them that it is the least or
// the most, and lead no phrase: killed at least nine people.
func (b *block) atLeast(i int) bool {
	return b.is(aPreposition, i) && b.is(aBounding, i+1) && (b.word(i+2).Kind == sentence.Number || b.is(aPlural, i+2)) && b.expr(i+2) == nil
}

// vague reports whether an expression names no time that could be told in
// days: former, now, recently.
func vague(e *timex.Expr) bool { return strings.HasSuffix(e.Value, "_REF") }

// era reports whether an expression is only an adjective inside the phrase that
// is open: a former minister, the current chairman.
func (b *block) era(e *timex.Expr, open bool) bool {
	return vague(e) && e.Extent.Len() == 1 && (open || b.is(aDeterminer, e.Extent.From-1) || !b.is(aPreposition, e.To)) && b.word(e.To).Kind == sentence.Letters &&
		!b.is(aPreposition, e.To) && !b.is(aDeterminer, e.To) && !b.is(aConjunction, e.To) && !b.inVerb(e.To)
}

// describing reports whether word i may be a further adjective of a noun
// phrase that has only one: small, of no closed class, no verb, with a word of
// the same phrase behind it; be they joined by hyphens, or quoted.
func (b *block) describing(i int) bool {
	for n, k := 0, i; n < 2; n++ {
		if n > 0 && b.word(k).Kind == sentence.Close {
			k++
		}
		w := b.word(k)
		if w.Kind != sentence.Letters || !lower(w.Text) || b.of(k) != b.of(i-1) || b.inVerb(k) || b.expr(k) != nil {
			return false
		}
		for _, c := range []class{aPreposition, aDeterminer, aConjunction, aRelative, aPronoun, anAdverb} {
			if b.is(c, k) {
				return false
			}
		}
		for k++; b.glued(k); k += 2 {
		}
	}
	return true
}

// glued reports whether a hyphen at word i joins the words around it to one.
func (b *block) glued(i int) bool {
	return b.word(i).Text == "-" && !b.word(i).Space && !b.word(i+1).Space && b.word(i+1).Kind == sentence.Letters
}

// describedOnce reports whether the word before word i is the only one between it and what
// a noun phrase begins with: a new |, its “far-reaching |, Peru's illegal |.
func (b *block) describedOnce(i int) bool {
	for i--; b.glued(i - 1); i -= 2 {
	}
	if !lower(b.word(i).Text) {
		return false
	}
	if b.word(i-1).Kind == sentence.Open {
		if i--; b.is(aPreposition, i-1) {
			return true // accused him of “weak |
		}
	}
	return b.is(anArticle, i-1) || b.is(aPossessive, i-1) || possessive(b.word(i-1))
}

// breaks reports whether a mark ends a phrase: not a hyphen inside a word, a
// slash, a currency sign or a percent sign.
func breaks(w, next *sentence.Word) bool {
	switch w.Text {
	case "-", "/", "&", "%", "$", "€", "£", "+", "#", "@", "°":
		return w.Space && next.Space
	case ".", "?", "!", ",", ";", ":", "–", "—", "--", "…", "...", "|", "•":
		return w.Text != "–" || w.Space || next.Space
	}
	return false
}

// inside reports whether clause k is c or hangs on it without being a clause
// of its own right: what is said, a relative, an infinitive.
func (b *block) inside(c, k int) bool {
	for n := 0; k >= 0 && n < 8; n++ {
		if k == c {
			return true
		}
		k = b.parse.Clauses[k].Parent
	}
	return false
}

// objectOf is the bare noun phrase after the trigger, or, where the trigger
// ends in a preposition, what follows that; empty where none stands there.
func objectOf(chunks []chunk, c int, b *block) sentence.Extent {
	for i, ch := range chunks {
		if ch.time && i == 0 {
			continue // "met on Friday the …" has no object; "signed Friday a …" has
		}
		if i > 0 && b.is(aJoiner, ch.From) {
			return sentence.Extent{} // her father died in 2003 and her mother in 2011
		}
		if ch.comma || ch.prep != "" || ch.time || ch.clause != c && b.opened(ch) {
			return sentence.Extent{}
		}
		if ch.clause != c && b.verbOf(ch.clause) != nil && b.parse.Clauses[ch.clause].From >= ch.From {
			return sentence.Extent{}
		}
		e := ch.Extent
		if e.Len() > 1 && b.is(aParticle, e.From) {
			e.From++ // drew up | a plan
		}
		return b.list(e, chunks[i+1:])
	}
	return sentence.Extent{}
}

// behindSetOff is chunks, the tail of the verb of clause c that ends before word i, without
// a phrase or a time between commas that parts the verb from its object: signed, with
// disgust, | a law.
func (b *block) behindSetOff(c, i int, chunks []chunk) []chunk {
	if chunks[0].From != i+1 && chunks[0].From != i+2 || chunks[0].prep == "" && !chunks[0].time {
		return chunks
	}
	for k, ch := range chunks[1:] {
		switch {
		case ch.comma && ch.prep == "" && !ch.time && ch.clause == c && (b.is(anArticle, ch.From) || b.is(aPossessive, ch.From)):
			out := slices.Clone(chunks[k+1:])
			out[0].comma = false
			return out
		case ch.comma:
			return chunks
		}
	}
	return chunks
}

// memberOf is the end of noun phrase e, what stands behind its "of", where participle v of
// clause ci tells of that and not of what stands before: the release of | a man | kidnapped
// in May; the number of | people | going to Lima; the results of | the vote | held in May.
func (b *block) memberOf(ci int, v *clause.Verb, e sentence.Extent) sentence.Extent {
	if b.parse.Clauses[ci].Kind != clause.Participial || v.Finite || empty(e) || e.To != v.From || !b.is(aDefinite, e.From) {
		return e
	}
	for i := e.To - 2; i > e.From; i-- {
		if !b.is(anOf, i) {
			continue
		}
		member, of := sentence.Extent{From: i + 1, To: e.To}, sentence.Extent{From: e.From, To: i}
		held := b.g.is(aLight, v.Base)
		switch {
		case held && b.hasGroup(of, &heldNouns):
			continue // the outcome of | the meeting of ministers | held in May
		case b.human(member) && !b.human(of) && !b.is(aTelling, i-1), held && b.hasGroup(member, &heldNouns):
			return member
		}
		return e
	}
	return e
}

// shared is the object of verb v of clause ci that stands behind the second verb of a
// pair, at word i: they arrested and questioned | the driver. It is empty where v is
// not a verb that somebody is the victim of, since others need none.
func (b *block) shared(ci int, v *clause.Verb, i int) []chunk {
	c := b.of(i)
	w := b.verbOf(c)
	if c == ci || w == nil || w.From != i || w.Passive || !b.g.is(aVictim, v.Base) {
		return nil
	}
	tail := b.tail(c, w.To)
	if len(tail) == 0 || tail[0].clause != c || tail[0].time || tail[0].comma || tail[0].prep != "" {
		return nil
	}
	both := tail[0]
	both.clause = ci
	return []chunk{both}
}

// only reports whether a phrase that begins with a preposition is no more than
// that, or one and what joins another to it: to and | from.
func (b *block) only(e sentence.Extent) bool {
	return e.Len() == 1 || e.Len() == 2 && b.is(aJoiner, e.From+1)
}

// opened reports whether a chunk begins with the word that opens what is said:
// said that if they came “we will leave”.
func (b *block) opened(ch chunk) bool {
	k := b.parse.Clauses[ch.clause]
	return k.Kind == clause.Complement && !empty(k.Marker) && k.Marker.From == ch.From
}

// list joins to a noun phrase the members of a list that follow it: A, B and C.
func (b *block) list(e sentence.Extent, rest []chunk) sentence.Extent {
	for _, ch := range rest {
		if !ch.comma || ch.prep != "" || ch.time || !b.nameOrNumber(ch.From) {
			break
		}
		for k := ch.From; k < ch.To; k++ {
			if b.is(aJoiner, k) {
				return sentence.Extent{From: e.From, To: ch.To}
			}
		}
	}
	return e
}

func (b *block) nameOrNumber(i int) bool {
	if b.is(aConjunction, i) {
		i++
	}
	return sentence.Capital(b.word(i).Text) || b.ref(i) != nil
}

// agentBy is the noun phrase after "by", which does the act of a passive verb, that
// of clause c. What another verb did at a time of its own is no part of it.
func agentBy(chunks []chunk, c int, b *block) sentence.Extent {
	for i, ch := range chunks {
		if i > 0 && chunks[i-1].prep != "" && chunks[i-1].To == ch.From && b.is(aConnective, chunks[i-1].From) && b.expr(ch.From-1) == nil {
			break // was shut after a ruling by Chile
		}
		if ch.clause != c && b.parse.Clauses[ch.clause].Kind == clause.Coordinate && b.verbOf(ch.clause) != nil && b.exprIn(ch.clause) >= 0 {
			break // was frozen in May, and in June seized by Peru
		}
		if ch.clause != c && b.actsItself(ch.clause) {
			break // the stock was hit after they had spoken of fees paid by funds
		}
		if ch.clause != c && b.purposeBehind(ch.clause, c) {
			break // was set up in May to watch purchases by Chile
		}
		e := sentence.Extent{From: ch.From + 1, To: ch.To}
		if b.is(aBy, ch.From) && !ch.time && ch.Len() > 1 && !b.numberFirst(e.From) && b.expr(e.From) == nil && !b.ingAt(e.From) && b.canAct(e) {
			return e
		}
	}
	return sentence.Extent{}
}

// purposeBehind reports whether clause k is an infinitive with an object that says what for
// something was done, and no part of the passive of clause c, which it would stand right
// behind: was told to leave the hall by the judge.
func (b *block) purposeBehind(k, c int) bool {
	v, w := b.verbOf(c), b.verbOf(k)
	return v != nil && w != nil && w.Infinite && !w.Passive && b.parse.Clauses[k].Kind == clause.Infinitive && w.From > v.To && !empty(objectOf(b.tail(k, w.To), k, b))
}

// actsItself reports whether who stands behind "by" in clause c acts there, and not in
// the clause around it.
func (b *block) actsItself(c int) bool {
	v := b.verbOf(c)
	switch b.parse.Clauses[c].Kind {
	case clause.Subordinate, clause.Complement, clause.Condition, clause.Relative:
		return v != nil
	case clause.Participial:
		return v != nil && v.Passive
	}
	return false
}

// titled reports whether an expression is the first word of a name: the Daily
// Observer.
func (b *block) titled(e *timex.Expr) bool {
	return e.Type == timex.Set && e.Extent.Len() == 1 && sentence.Capital(b.Words[e.From].Text) && b.sentenceOf(e.From).From != e.From && sentence.Capital(b.word(e.To).Text)
}

// canAct reports whether a noun phrase can act: it names somebody, or begins
// with a determiner, or is plural. By fax, by phone, by car are means; by a landslide says how it was won.
func (b *block) canAct(e sentence.Extent) bool {
	if b.is(aTally, e.To-1) && !b.is(aDefinite, e.From) {
		return false
	}
	return b.names(e) || b.official(e) || b.is(aDeterminer, e.From) || b.plural(e) || e.Len() > 1
}

func (b *block) numberFirst(i int) bool { return b.word(i).Kind == sentence.Number }

// ingAt reports whether a gerund stands at word i: by closing the border.
func (b *block) ingAt(i int) bool {
	v := b.verbOf(b.of(i))
	return v != nil && v.Ing && v.From <= i && i < v.To
}
