package event

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// gapped adds the acts that a clause tells behind "and" without their verb: the
// rules take effect in May, and the Danish ones in June; it met in 2006 and again
// in 2009; they agreed in March to ten days, and in May to twenty. Each has the
// verb of its clause, a date of its own, and whatever else is told again.
func (b *block) gapped(acts []*act) []*act {
	if len(b.exprs) < 2 {
		return acts
	}
	out := acts
	for _, a := range acts {
		if a.nominal || a.verb == nil || !a.verb.Finite || a.words() || a.quoted() {
			continue
		}
		gaps := b.gaps(a)
		told := false
		for n, g := range gaps {
			end := len(b.Words)
			if n+1 < len(gaps) {
				end = gaps[n+1].joiner
			}
			if echo := a.echo(g.joiner, g.expr, end); echo != nil {
				out, told = append(out, echo), true
			}
		}
		if told {
			a.upTo(gaps[0].joiner)
		}
	}
	sortActs(out)
	return out
}

// gap is where a clause tells again, without its verb: the "and" or comma before it, and
// its expression.
type gap struct{ joiner, expr int }

// gaps are where the clause of an act goes on without its verb.
func (b *block) gaps(a *act) []gap {
	var out []gap
	for i := range b.exprs {
		second := &b.exprs[i]
		if second.From < a.verb.To || b.of(second.From) != a.clause || !b.usable(second) || !second.When.Single() || b.word(second.To).Text == "," && b.inVerb(second.To+1) {
			continue // rose in April and, but for a dip on Tuesday, has stood still
		}
		j := b.joinerBefore(a, second.From)
		first := b.datedBefore(a, j)
		if j < 0 || first < 0 || b.exprs[first].When == second.When {
			continue
		}
		if n := len(out) - 1; n >= 0 && (out[n].joiner == j || b.exprs[out[n].expr].To == j && b.exprs[out[n].expr].From == out[n].joiner+2 && b.Words[j].Text == "," && b.word(out[n].joiner+1).Text == ",") {
			if second.When.CompareGrain(b.exprs[out[n].expr].When) < 0 {
				out[n].expr = i // and, two years on, in Lima in June
			}
			continue
		}
		out = append(out, gap{j, i})
	}
	return out
}

// others reports whether e begins with actors who did to the same thing what a's
// subject did: Peru signed the pact on 4 May, Chile and Brazil on 9 June.
func (a *act) others(e sentence.Extent) bool {
	b := a.b
	// Finland joined NATO in April, Sweden in May
	states := b.hasKind(a.subject, actor.State) && b.hasKind(a.object, actor.Body) && b.hasKind(e, actor.State)
	if b.howMany(e) && !empty(a.object) {
		e.To-- // Denmark one
	}
	if a.passive || !b.names(a.subject) || (b.names(a.object) || !b.common(a.object)) && !states {
		return false
	}
	for k := e.From; k < e.To; k++ {
		if b.is(aPreposition, k) && k > e.From {
			return k == e.To-1
		}
		if r := b.ref(k); (r == nil || r.Actor == nil || r.Possessive || r.Via == actor.ByAdjective) && !b.properName(k) && !b.is(aJoiner, k) && !b.is(anArticle, k) {
			return false
		}
	}
	return !empty(e) && !b.is(aJoiner, e.To-1)
}

// widestGap is how many words may stand between "and" and the second date.
const widestGap = 14

// joinerBefore is the "and" behind a's verb that opens what is told again up to
// word i, or -1: no verb stands between.
func (b *block) joinerBefore(a *act, i int) int {
	for k := i - 1; k >= max(a.verb.To+1, i-widestGap); k-- {
		switch {
		case b.of(k) != a.clause || b.inVerb(k):
			return -1
		case b.is(aJoiner, k) && (b.expr(k-1) != nil || b.Words[k-1].Text == ","):
			return k
		case b.Words[k].Text == "," && a.inverted() && (k+1 == i || k+2 == i && b.is(anAt, k+1)):
			return k
		case b.Words[k].Text == "," && b.expr(k-1) != nil && k+1 < i && (a.others(sentence.Extent{From: k + 1, To: i}) || a.alike(sentence.Extent{From: k + 1, To: i}) || a.elsewhere(sentence.Extent{From: k + 1, To: i})):
			return k
		}
	}
	return -1
}

// datedBefore is the date of a's clause before word j that is a's own, or -1.
func (b *block) datedBefore(a *act, j int) int {
	for i := len(b.exprs) - 1; i >= 0; i-- {
		if e := &b.exprs[i]; e.To <= j && b.of(e.From) == a.clause && b.usable(e) && e.When.Single() {
			return i
		}
	}
	return -1
}

// echo is the act that stands behind the "and" or comma at word j with expression i and
// ends before word end, or nil where nothing tells of what it is.
func (a *act) echo(j, i, end int) *act {
	b := a.b
	e := &b.exprs[i]
	again := b.room.act()
	*again = *a
	again.expr, again.date = i, dating{e.When, e.Mod, "own"}
	again.again = sentence.Extent{From: j + 1, To: e.To}
	rest := a.between(j, end)
	if b.word(j+1).Text == "," && len(rest) > 0 && rest[0].prep == "" && b.word(rest[0].To).Text == "," {
		rest = rest[1:] // and, once more, by a strike
	}
	what := sentence.Extent{From: j + 1, To: j + 1}
	if len(rest) > 0 && rest[0].prep == "" && rest[0].From < e.From {
		what = rest[0].Extent
	}
	if !empty(what) && !a.elsewhere(what) && (b.Words[j].Text == "," || a.others(what)) {
		return a.retold(again, what, e)
	}
	if a.inverted() && empty(what) && len(rest) > 0 && rest[0].prep == "" && rest[0].From >= e.To && !b.is(aSubstitute, rest[0].From) {
		again.subject, again.who = rest[0].Extent, b.closed(b.plain(rest[0].Extent))
		again.again.To, again.chunks = rest[0].To, rest[1:]
		return again
	}
	switch {
	case len(rest) == 0:
		again.upTo(j) // once more the same
		return again
	case rest[0].prep != "" && rest[0].prep == lowerText(b.word(a.trigger.To-1)):
		rest[0].From, rest[0].prep = rest[0].From+1, "" // met with A, and with B
		again.object, again.chunks = rest[0].Extent, rest
	case !empty(what) && (a.passive || empty(a.object)) && what.Len() == 1 && b.common(what) && !b.is(aPlural, what.From):
		return nil // to open on Monday and | close on Friday
	case !empty(what) && (a.passive || empty(a.object)):
		if again.who = b.standIn(what, a.subject); again.who == "" {
			return nil
		}
		again.subject, again.chunks = what, rest[1:]
		if len(rest) > 1 && b.is(aSubstitute, what.To-1) && rest[1].From == what.To {
			again.subject.To = rest[1].To
			again.who, again.chunks = again.who+" "+b.closed(b.plain(rest[1].Extent)), rest[2:] // those on oil
		}
	case !empty(what):
		again.object, again.chunks = what, rest
	default:
		again.chunks = rest
		if !empty(a.object) {
			again.chunks = append([]chunk{{Extent: a.object, clause: a.clause}}, rest...)
		}
	}
	return again
}

// between is the chunks of an act between words j and end that are no times, without the
// words that join them.
func (a *act) between(j, end int) []chunk {
	b := a.b
	var rest []chunk
	for _, ch := range a.chunks {
		if ch.From < j || ch.From >= end || ch.time {
			continue
		}
		ch.To = min(ch.To, end)
		for ch.From < ch.To && (b.is(aJoiner, ch.From) || b.is(anAdverb, ch.From) || b.is(anAlso, ch.From)) {
			ch.From++
		}
		if ch.Len() > 0 && !(ch.Len() == 1 && b.is(aPreposition, ch.From)) {
			ch.comma = false
			rest = append(rest, ch)
		}
	}
	return rest
}

// retold is an act told again of another subject, what, at expression e: with the
// object behind that (Peru, on Friday, | a field hospital; Peru | one in April), else
// with the one of a.
func (a *act) retold(again *act, what sentence.Extent, e *timex.Expr) *act {
	b, object := a.b, a.object
	if n := what.To - 1; b.howMany(what) && !empty(object) {
		what.To, object = n, sentence.Extent{From: n, To: n + 1}
	}
	for _, ch := range a.chunks {
		if ch.From >= e.To && ch.To <= again.again.To+widestGap && ch.prep == "" && !ch.time && (b.is(anArticle, ch.From) || b.is(aPossessive, ch.From)) && ch.clause == a.clause && !empty(a.object) {
			object = ch.Extent
			break
		}
	}
	again.subject, again.who = what, b.closed(b.plain(what))
	if b.is(aSubstitute, what.To-1) || b.possessiveEnd(what) {
		if again.who = b.standIn(what, a.subject); again.who == "" {
			return nil
		}
	}
	if again.object, again.chunks = object, nil; !empty(object) {
		again.chunks = []chunk{{Extent: object, clause: a.clause}}
	}
	return again
}

// elsewhere reports whether e says of another place, behind the same preposition, what
// a's clause says of one: began in Norway in 2013, in Germany a year later.
func (a *act) elsewhere(e sentence.Extent) bool {
	b := a.b
	if b.is(aPreposition, e.To-1) {
		e.To--
	}
	if e.Len() < 2 || e.Len() > 4 || !b.is(aPreposition, e.From) || b.phraseEnd(e.From+1) < e.To || !b.placeIn(sentence.Extent{From: e.From + 1, To: e.To}) {
		return false
	}
	for _, ch := range a.chunks {
		if ch.To <= e.From && ch.clause == a.clause && ch.prep != "" && ch.prep == lowerText(&b.Words[e.From]) && !ch.time {
			return true
		}
	}
	return false
}

// inverted reports whether an act's subject stands behind its verb: in May came the ban.
func (a *act) inverted() bool { return !empty(a.subject) && a.subject.From >= a.verb.To }

// howMany reports whether e ends with how many of what was told before: Denmark one.
func (b *block) howMany(e sentence.Extent) bool {
	n := e.To - 1
	return e.Len() > 1 && lower(b.Words[n].Text) && (b.is(aPlural, n) && singular(b.Words[n].Text) == b.Words[n].Text || b.is(aNumeral, n)) || e.Len() > 1 && b.Words[n].Kind == sentence.Number
}

// alike reports whether e, behind a comma and before a time that ends its clause, is of
// the sort of a's subject, where a has no object: Lima fell on Friday, Arica on Monday;
// the first ship sailed in May, the second ship in June.
func (a *act) alike(e sentence.Extent) bool {
	b := a.b
	if x := b.expr(e.To); x != nil && b.word(x.To).Kind == sentence.Letters && !b.is(aJoiner, x.To) {
		return false // fell in May, the third month of losses this year
	}
	if b.is(anAt, e.To-1) {
		e.To--
	}
	if empty(e) || !empty(a.object) || empty(a.subject) || b.phraseEnd(e.From) < e.To || e.Len() > 4 {
		return false
	}
	of := func(x sentence.Extent) int {
		switch {
		case b.possessiveEnd(x):
			return 3
		case b.is(anArticle, x.From) || b.is(aPossessive, x.From):
			return 1
		case sentence.Capital(b.Words[x.From].Text) && (b.properName(x.To-1) || b.ref(x.To-1) != nil && b.ref(x.To-1).Actor != nil && b.ref(x.To-1).Via != actor.ByAdjective):
			return 2
		}
		return 0
	}
	return of(e) > 0 && of(e) == of(b.bare(a.subject))
}

// standIn is the noun phrase e with the noun of the subject where a word only
// stands for it: the Danish ones, those on oil.
func (b *block) standIn(e, subject sentence.Extent) string {
	if b.possessiveEnd(e) {
		if b.means[subject.From].b == nil {
			return ""
		}
		return b.ofOwner(e, b.means[subject.From])
	}
	noun := ""
	for k := subject.From; k < subject.To && !b.is(aPreposition, k) && b.word(k).Text != ","; k++ {
		noun = b.Words[k].Text
	}
	if noun == "" || subject.Len() == 1 && b.is(aPronoun, subject.From) {
		return ""
	}
	var out []string
	for k := e.From; k < e.To; k++ {
		switch {
		case b.is(aSubstitute, k):
			out = append(out, noun)
		case k == e.From && b.is(anArticle, k):
		default:
			out = append(out, b.Words[k].Text)
		}
	}
	return b.closed(strings.Join(out, " "))
}

// upTo cuts what an act tells off before word j.
func (a *act) upTo(j int) {
	for i, ch := range a.chunks {
		if ch.To > j {
			if ch.To = min(ch.To, j); ch.From < ch.To {
				a.chunks = append(append([]chunk(nil), a.chunks[:i]...), ch)
			} else {
				a.chunks = a.chunks[:i:i]
			}
			break
		}
	}
	a.end = j
	if a.object.To > j {
		a.object.To = max(a.object.From, j)
	}
}
