package event

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// rest adds the phrases after the trigger, as many as there is room for.
func (a *act) rest(l *line) { a.restWithout(l, sentence.Extent{}) }

// restWithout adds them but for what overlaps skip.
func (a *act) restWithout(l *line, skip sentence.Extent) {
	b := a.b
	content := a.contentChunk()
	before := *l // the line without its last phrase
	verb, moved := a.verbBehind(), a.moved()
	for i, ch := range a.chunks {
		if ch.From >= verb {
			break
		}
		ch = a.asFar(i, ch, verb)
		if i > content && ch.comma && ch.Len() == 1 && b.is(anAdverb, ch.From) {
			break // a truce, later extended
		}
		if i == 0 && !a.nominal && ch.From == a.verb.Head+1 && ch.Len() > 2 && a.b.is(aPreposition, ch.From+1) && a.particled() {
			ch.From++ // flew on | to Lima: the verb says it
		}
		if !empty(skip) && ch.Overlaps(skip) || a.saysElsewhere(i, ch, moved) {
			continue
		}
		if ch.prep == "" && a.measures(i) {
			if b.is(aConnective, ch.To) {
				break
			}
			continue
		}
		if i < content && (ch.prep != "" || ch.comma || ch.clause != a.clause && b.parse.Clauses[ch.clause].Kind == clause.Participial) {
			continue // told reporters in Bonn that …: what is said matters more
		}
		if i == content {
			a.addContent(l, i)
		}
		if i == content || a.endsLine(i, ch) {
			break
		}
		if a.hollowPhrase(i, ch) {
			continue
		}
		s := a.phraseText(i, ch, moved, most-l.n)
		if s == "" || ch.prep != "" && b.bareDays(s) {
			if a.carries(i, ch, s) {
				break
			}
			continue
		}
		if b.linked(*l, before, i, a.chunks) {
			if !a.parallel(i) {
				break // declared an emergency and in Lima, where …: another clause
			}
			s = lowerText(b.word(ch.From-1)) + " " + s // for an end to tolls | and for ferries
		}
		if !a.hasRoom(l, before, i, ch, s) {
			break
		}
		before = *l
		if ch.comma && a.listGoesOn(i) && !b.is(aConjunction, ch.From) {
			l.s += ","
		}
		l.add(s)
	}
}

// saysElsewhere reports whether the line needs no chunk i, cut to ch: the date, the subject
// or the verb's particle says it, or it is an adverb alone, or a participle that leads to a
// time. A time that the act was moved to stays in the line.
func (a *act) saysElsewhere(i int, ch chunk, moved bool) bool {
	b := a.b
	if ch.Len() == 0 || ch.time && (ch.clause == a.clause && !(moved && b.expr(ch.To-1) == &b.exprs[a.expr]) && !b.declared(b.expr(ch.To-1)) || a.dates(ch)) {
		return true
	}
	if b.is(anAdverb, ch.From) && ch.Len() == 1 || ch.Overlaps(a.subject) || a.leadsToTime(i) || i > 0 && a.leadsToTime(i-1) {
		return true
	}
	return i == 0 && !a.nominal && ch.From == a.verb.Head+1 && (ch.Len() <= 2 || ch.time) && a.particled()
}

// hollowPhrase reports whether chunk i, cut to ch, tells nothing: speak | of it | by phone;
// | for the days | from 9 to 11 May.
func (a *act) hollowPhrase(i int, ch chunk) bool {
	if ch.prep == "" {
		return false
	}
	return ch.Len() == 2 && a.b.is(aThing, ch.From+1) || a.b.is(aDaily, ch.To-1) && ch.Len() <= 3 && i+1 < len(a.chunks) && a.chunks[i+1].time
}

// hasRoom reports whether line l, which was before without its last phrase, has room for s,
// which chunk i is as far as ch goes, and for what this wants. Where it has not, it is ended.
func (a *act) hasRoom(l *line, before line, i int, ch chunk, s string) bool {
	n := l.n + count(s)
	if n > most {
		a.overfull(l, before, i, ch)
		return false
	}
	wants := a.wantsNext(ch, i) && n+count(a.b.closed(a.b.chunkText(a.chunks[i+1]))) > most
	return !wants && !a.cutBehind(i, ch, n)
}

// overfull ends a line that has no room for chunk i, as far as ch goes: with the beginning
// of a first phrase, or without the one before where that wants this: in an attempt |.
func (a *act) overfull(l *line, before line, i int, ch chunk) {
	b := a.b
	switch {
	case i > 0 && b.hangsOn(a.chunks[i-1], ch) && strings.HasSuffix(l.s, " "+b.Words[ch.From-1].Text):
		*l = *newLine(strings.TrimSuffix(l.s, " "+b.Words[ch.From-1].Text))
	case i == 0 && ch.prep == "":
		l.add(b.closed(b.fit(ch, most-l.n)))
	case i > 0 && b.is(aPurpose, ch.From) && a.chunks[i-1].prep != "":
		if s := b.closed(b.fit(ch, most-l.n)); count(s) > 2 {
			l.add(s) // for a law to end the grants | and the tariff that
		} else {
			*l = before
		}
	}
}

// carries reports whether what follows may hang on chunk i, as far as ch goes, of which the
// line has nothing but s: after years | of blocking; or a phrase of many words.
func (a *act) carries(i int, ch chunk, s string) bool {
	of := i+1 < len(a.chunks) && a.b.is(anOf, a.chunks[i+1].From) && a.chunks[i+1].From == ch.To
	return of || s == "" && ch.Len() > most/2
}

// phraseText is chunk i of an act, as far as ch goes, in its line, which has room for so many
// words, where moved says that the line has the act's time.
func (a *act) phraseText(i int, ch chunk, moved bool, room int) string {
	b := a.b
	switch {
	case ch.Len() == 1 && b.is(anAlong, ch.From) && i > 0 && a.chunks[i-1].Len() == 1 && b.is(aPronoun, a.chunks[i-1].From):
		return lowerText(&b.Words[ch.From]) // cut it off
	case ch.time && ch.prep == "" && (moved || b.declared(b.expr(ch.To-1))):
		return b.String(ch.Extent) // sets 9 May, declares Monday a holiday
	}
	s := b.closed(b.chunkText(ch))
	if all := b.list(ch.Extent, a.chunks[i+1:]); ch.prep != "" && b.listsNames(ch, all) {
		return b.ofAll(s, all, room)
	}
	return s
}

// endsLine reports whether the line of an act is over before chunk i, as far as ch goes.
func (a *act) endsLine(i int, ch chunk) bool {
	b := a.b
	switch {
	case a.nominal && ch.prep == "" && !b.is(anOf, ch.From) && !(i == 0 && b.is(aPreposition, a.trigger.To-1)):
		return true // so is the noun phrase
	case i > 0 && ch.prep == "" && a.chunks[i-1].time && a.chunks[i-1].comma && a.chunks[i-1].To == ch.From:
		return true // named Ruiz, until now | his deputy, as
	case ch.comma && !a.listGoesOn(i), ch.clause != a.clause && !a.headlineTakes(ch):
		return true
	case (b.is(aRelative, ch.From) && !b.demonstrates(ch.From) || b.is(aConjunction, ch.From)) && ch.prep == "" && !a.listGoesOn(i):
		return !a.tellsWith(i, ch)
	}
	// On that occasion: what belongs together is told apart.
	return ch.prep != "" && ch.Len() == 1 && i+1 < len(a.chunks) && b.is(aThat, a.chunks[i+1].From)
}

// wantsNext reports whether ch, which is chunk i as far as it goes, says nothing
// without the next: to make clear | that they had left, to call | a vote.
func (a *act) wantsNext(ch chunk, i int) bool {
	if i+1 >= len(a.chunks) {
		return false
	}
	b, next := a.b, a.chunks[i+1]
	return i > 0 && b.is(aPurpose, ch.From) && b.complements(next, ch) || b.purposeOnly(ch) && b.leans(ch, next)
}

// hangsOn reports whether chunk ch ends in an adjective or a participle of its noun that
// wants the next: of men close | to Ruiz; in a raid led | by Peru.
func (b *block) hangsOn(ch, next chunk) bool {
	last := ch.To - 1
	if next.From != ch.To || next.prep == "" || next.time || b.is(aCopula, last-1) || b.is(anAdverb, last-1) {
		return false
	}
	v := b.verbOf(b.of(last))
	return b.is(aLeaner, last) && ch.Len() > 2 && !b.inVerb(last) || b.is(aBy, next.From) && v != nil && v.Head == last && v.Passive && !v.Finite && v.Len() == 1
}

// cutBehind reports whether a line that ends with chunk i, as far as ch goes, and then has n
// words, breaks off behind a verb whose object or words stand behind it and are left
// out: gave a speech | defending and explaining; answered | by saying that they had left.
func (a *act) cutBehind(i int, ch chunk, n int) bool {
	b := a.b
	v := b.verbOf(b.of(ch.To - 1))
	if i+1 >= len(a.chunks) || v == nil || v.Head != ch.To-1 && !(v.Head == ch.To-2 && b.is(aParticle, ch.To-1)) || v.From < ch.From || v.Passive || v.Finite && !v.Infinite {
		return false
	}
	next := a.chunks[i+1]
	if next.From != ch.To {
		return false
	}
	if w := b.verbOf(next.clause); b.complements(next, ch) && w != nil && w.From > next.From+1 {
		return n+count(b.closed(b.chunkText(next))) > most || !a.tellsWith(i+1, next) || a.endsLine(i+1, next) // saying | that
	}
	if k := b.parse.Clauses[next.clause]; k.Kind == clause.Condition && k.From == next.From {
		return true // to see | if
	}
	if b.is(aJoiner, next.From) {
		return b.inVerb(next.From+1) && !b.verbOf(b.of(next.From+1)).Finite
	}
	return b.wanted(next) && (n+count(b.closed(b.chunkText(next))) > most || !a.headlineTakes(next))
}

// tellsWith reports whether chunk i, cut to ch, is what the infinitive or form in -ing right
// before it tells, with its verb: urged them to ensure | that the talks begin.
func (a *act) tellsWith(i int, ch chunk) bool {
	if i == 0 {
		return false
	}
	before, v, told := a.chunks[i-1], a.b.verbOf(ch.clause), a.b.verbOf(a.b.of(a.chunks[i-1].To-1))
	return v != nil && told != nil && v.Finite && v.From > ch.From+1 && v.To <= ch.To && told.Head == before.To-1 && (told.Infinite || told.Ing) && a.b.complements(ch, before)
}

// dates reports whether a time phrase of an infinitive says when the act was,
// and not when what is planned is to be: tried to land on Friday.
func (a *act) dates(ch chunk) bool {
	x := a.b.expr(ch.To - 1)
	if x == nil || x.When != a.date.when || a.b.parse.Clauses[ch.clause].Kind != clause.Infinitive && !a.gerund(ch.clause) || a.verb == nil {
		return false
	}
	for m := range a.b.opsAt(a.verb, overInfinitive) {
		if a.b.g.rules[m.Rule].makes == planned {
			return false
		}
	}
	return true
}

// gerund reports whether clause c is a gerund that the act's verb governs, right
// behind it: stopped selling, succeeded in selling.
func (a *act) gerund(c int) bool {
	v, k := a.b.verbOf(c), a.b.parse.Clauses[c]
	if v == nil || !v.Ing || v.Finite || k.Parent != a.clause {
		return false
	}
	m := k.Marker.From
	return v.From == a.trigger.To || v.From == m+1 && (m == a.trigger.To || a.b.expr(m-1) != nil) && a.b.is(aGerund, m)
}

// measures reports whether chunk i says how long before or after something an act
// was, which the rest of the line does not tell: crashed minutes after taking off.
func (a *act) measures(i int) bool {
	b, ch := a.b, a.chunks[i]
	n := ch.To
	if x := b.expr(ch.To - 1); !(x != nil && x.From == ch.From || ch.Len() <= 2 && (b.is(aUnit, ch.To-1) || ch.Len() == 1 && b.is(aWhile, ch.From))) {
		return false
	}
	return b.is(aConnective, n) || b.is(anAgo, n) || ch.Len() == 1 && b.is(aWhile, ch.From)
}

// complements reports whether chunk next begins what is said by the clause of ch.
func (b *block) complements(next, ch chunk) bool {
	k := b.parse.Clauses[next.clause]
	return k.Kind == clause.Complement && k.From == next.From && k.Parent == b.of(ch.To-1)
}

// demonstrates reports whether the "that" at word i points at the noun behind it and
// opens no clause: reversed that policy.
func (b *block) demonstrates(i int) bool {
	k := b.parse.Clauses[b.of(i)]
	return b.is(aThat, i) && k.Marker.From != i && b.inVerb(i-1) && b.word(i+1).Kind == sentence.Letters && k.Verb >= 0 && b.parse.Verbs[k.Verb].To == i
}

// verbBehind is the verb whose subject a noun act is, or behind all words: the
// accord between Chile and Peru | lapses.
func (a *act) verbBehind() int {
	if v := a.b.verbOf(a.clause); a.nominal && v != nil && v.From >= a.trigger.To {
		return v.From
	}
	return len(a.b.Words)
}

// purposeOnly reports whether a chunk is no more than an infinitive.
func (b *block) purposeOnly(ch chunk) bool { return b.is(aPurpose, ch.From) && ch.Len() == 2 }

// bareDays reports whether a phrase names a stretch without its length or its
// days, which stood in an expression: for the days from … to ….
func (b *block) bareDays(s string) bool {
	s = strings.TrimSpace(s)
	if at := strings.LastIndexByte(s, ' '); !b.g.is(aDaily, sentence.Word{Text: s[at+1:]}) {
		return false
	}
	w := strings.Fields(s)
	return len(w) > 1 && b.g.is(aDaily, sentence.Word{Text: w[len(w)-1]}) && (len(w) == 2 || len(w) == 3 && b.g.is(aDefinite, sentence.Word{Text: w[1]}))
}

// headlineTakes reports whether a clause inside belongs into the headline:
// what is said or asked, and what somebody is to do.
func (a *act) headlineTakes(ch chunk) bool {
	for k := ch.clause; k >= 0 && k != a.clause; k = a.b.parse.Clauses[k].Parent {
		switch a.b.parse.Clauses[k].Kind {
		case clause.Infinitive:
		case clause.Complement:
		case clause.Condition:
			if a.status != threatened {
				return false
			}
		case clause.Participial:
			if a.gerund(k) && !ch.comma {
				continue // ruled out putting in more money
			}
			if a.b.is(aPreposition, ch.From) || ch.comma {
				return a.b.is(aGerund, ch.From)
			}
		default:
			return false
		}
	}
	return true
}

// chunkText is a chunk for a headline.
func (b *block) chunkText(ch chunk) string {
	e := ch.Extent
	if one := (sentence.Extent{From: e.From, To: e.From + 1}); b.meansThing(one) {
		return small(b, b.antecedent(e.From)) + " " + b.trim(sentence.Extent{From: e.From + 1, To: e.To}, most+1)
	}
	if e.Len() == 1 && b.is(aPatient, e.From) {
		if b.unsaid(e.From) {
			return lowerText(&b.Words[e.From]) // who it is would be a guess
		}
		if who := b.meant(e.From); who != "" {
			return who
		}
		return lowerText(&b.Words[e.From])
	}
	if e.Len() > 2 && b.is(aPatient, e.From) && b.is(anArticle, e.From+1) && !b.unsaid(e.From) {
		if who := b.meant(e.From); who != "" { // handed him | a list
			return who + " " + b.chunkText(chunk{Extent: sentence.Extent{From: e.From + 1, To: e.To}})
		}
	}
	if e.Len() == 2 && ch.prep != "" && b.is(aPatient, e.From+1) && b.named(e.From+1) {
		return b.withNames(e)
	}
	for i := e.From; i < e.To; i++ {
		if b.is(aRelative, i) && i > e.From && (b.of(i) != b.of(e.From) || !b.is(aPreposition, i-1) && !b.is(aConjunction, i-1)) {
			e.To = i
			break
		}
	}
	if b.is(aThat, e.From) && e.Len() > 1 && !b.demonstrates(e.From) && !b.subjectThat(e.From) {
		e.From++
	}
	return b.trim(e, most+1)
}

// subjectThat reports whether the word at i opens a relative whose subject it is, as its
// verb follows at once: said a shell | that hit the port had come from Peru.
func (b *block) subjectThat(i int) bool {
	v := b.verbOf(b.of(i + 1))
	return v != nil && v.Finite && v.From == i+1 && b.kindIs(b.of(i), clause.Relative)
}

// paired reports whether the joiner at word i joins the second of two that a word behind
// from has announced: both the north | and the south.
func (b *block) paired(from, i int) bool {
	for k := from; k < i && b.is(aJoiner, i); k++ {
		if b.is(aBoth, k) {
			return true
		}
	}
	return false
}

// fit is as much of a chunk as has room and can stand: up to an "of", an
// "and", or its whole first phrase.
func (b *block) fit(ch chunk, n int) string {
	if n < 2 {
		return ""
	}
	best := ""
	for i := ch.From + 1; i < ch.To; i++ {
		if b.Words[i].Text == "," || b.is(aJoiner, i) || b.is(aPreposition, i) {
			s := b.trim(sentence.Extent{From: ch.From, To: i}, most+1)
			if count(s) <= n && !b.inVerb(i-1) && !b.paired(ch.From, i) && !b.is(aComparing, i) { // not: a Briton living, more | than nine
				best = s
			}
		}
	}
	return best
}
