package event

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/sentence"
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
		for i := range b.exprs {
			second := &b.exprs[i]
			if second.From < a.verb.To || b.of(second.From) != a.clause || !b.usable(second) || !second.When.Single() {
				continue
			}
			j := b.joinerBefore(a, second.From)
			first := b.datedBefore(a, j)
			if j < 0 || first < 0 || b.exprs[first].When == second.When {
				continue
			}
			if echo := a.echo(j, i); echo != nil {
				out = append(out, echo)
				a.upTo(j)
				break
			}
		}
	}
	sortActs(out)
	return out
}

// others reports whether e begins with actors who did to the same thing what a's
// subject did: Peru signed the pact on 4 May, Chile and Brazil on 9 June.
func (a *act) others(e sentence.Extent) bool {
	b := a.b
	// Finland joined NATO in April, Sweden in May
	states := b.hasKind(a.subject, actor.State) && b.hasKind(a.object, actor.Body) && b.hasKind(e, actor.State)
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
const widestGap = 10

// joinerBefore is the "and" behind a's verb that opens what is told again up to
// word i, or -1: no verb stands between.
func (b *block) joinerBefore(a *act, i int) int {
	for k := i - 1; k >= max(a.verb.To+1, i-widestGap); k-- {
		switch {
		case b.of(k) != a.clause || b.inVerb(k):
			return -1
		case b.is(aJoiner, k) && (b.expr(k-1) != nil || b.Words[k-1].Text == ","):
			return k
		case b.Words[k].Text == "," && b.expr(k-1) != nil && k+1 < i && a.others(sentence.Extent{From: k + 1, To: i}):
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

// echo is the act that stands behind the "and" at word j with expression i, or
// nil where nothing tells of what it is.
func (a *act) echo(j, i int) *act {
	b := a.b
	e := &b.exprs[i]
	again := b.room.act()
	*again = *a
	again.expr, again.date = i, dating{e.When, e.Mod, "own"}
	again.again = sentence.Extent{From: j + 1, To: e.To}
	var rest []chunk
	for _, ch := range a.chunks {
		if ch.From < j || ch.time {
			continue
		}
		for ch.From < ch.To && (b.is(aJoiner, ch.From) || b.is(anAdverb, ch.From) || b.is(anAlso, ch.From)) {
			ch.From++
		}
		if ch.Len() > 0 && !(ch.Len() == 1 && b.is(aPreposition, ch.From)) {
			ch.comma = false
			rest = append(rest, ch)
		}
	}
	what := sentence.Extent{From: j + 1, To: j + 1}
	if len(rest) > 0 && rest[0].prep == "" && rest[0].From < e.From {
		what = rest[0].Extent
	}
	if !empty(what) && (b.Words[j].Text == "," || a.others(what)) {
		again.subject, again.who = what, b.closed(b.plain(what))
		if again.chunks = nil; !empty(a.object) {
			again.chunks = []chunk{{Extent: a.object, clause: a.clause}}
		}
		return again
	}
	switch {
	case len(rest) == 0:
		again.upTo(j) // once more the same
		return again
	case rest[0].prep != "" && rest[0].prep == lowerText(b.word(a.trigger.To-1)):
		rest[0].From, rest[0].prep = rest[0].From+1, "" // met with A, and with B
		again.object, again.chunks = rest[0].Extent, rest
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

// standIn is the noun phrase e with the noun of the subject where a word only
// stands for it: the Danish ones, those on oil.
func (b *block) standIn(e, subject sentence.Extent) string {
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
