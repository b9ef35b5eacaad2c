package event

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// small is a phrase for the middle of a line: its article without a capital.
func small(b *block, s string) string {
	first, rest, ok := strings.Cut(s, " ")
	if w := (sentence.Word{Text: first}); ok && (b.g.is(aDeterminer, w) || b.g.is(aPreposition, w) || b.g.is(aPlural, w) || b.g.is(aNumeral, w)) {
		return strings.ToLower(first) + " " + rest
	}
	return s
}

// anyName reports whether a name stands in e, of an actor or a place.
func (b *block) anyName(e sentence.Extent) bool {
	for i := e.From; i < e.To; i++ {
		if r := b.ref(i); r != nil && r.Actor != nil || b.expr(i) == nil && i > b.sentenceOf(i).From && sentence.Capital(b.Words[i].Text) {
			return true
		}
	}
	return false
}

// named reports whether the person whom the pronoun at word i means, and no
// other, is named in its sentence.
func (b *block) named(i int) bool {
	p := b.ref(i)
	if p == nil || p.Actor == nil || p.Actor.Kind != actor.Person || !b.onePerson(i) {
		return false
	}
	for _, r := range b.refsIn(b.sentenceOf(i)) {
		if r.Actor.Name == p.Actor.Name && r.Via != actor.ByPronoun {
			return true
		}
	}
	return false
}

// onePerson reports whether at most one person is named in the sentence of
// word i: then "his" can mean nobody else.
func (b *block) onePerson(i int) bool {
	sent := b.sentenceOf(i)
	var name string
	for _, r := range b.refsIn(sent) {
		if r.Actor.Kind != actor.Person || r.Via == actor.ByPronoun {
			continue
		}
		if name != "" && name != r.Actor.Name {
			return false
		}
		name = r.Actor.Name
	}
	return true
}

// own is the possessive of a name.
func own(s string) string {
	if strings.HasSuffix(s, "s") {
		return s + "’"
	}
	return s + "’s"
}

// naming is a noun phrase for a headline: a known person by surname, a pronoun
// by whom it means, other phrases without title, article and apposition. It is
// "" for a pronoun that means nobody known.
func (a *act) naming(e sentence.Extent) string {
	b := a.b
	if empty(e) {
		return ""
	}
	if a.first() && e == a.subject {
		return shortName(a.speaker())
	}
	e = b.bare(e)
	if b.possessiveEnd(e) {
		if m := b.means[e.From]; m.surely {
			return b.ofOwner(e, m)
		}
		if r := b.ref(e.From); r != nil && r.Actor != nil && (r.Actor.Kind == actor.State || r.Actor.Kind == actor.Person) {
			return "" // Chile's was dismissed: not Chile
		}
	}
	if r := b.ref(e.From); !empty(e) && e.Len() == 1 && (r != nil && r.Via == actor.ByAdjective || b.is(anAdverb, e.From)) {
		return "" // the noun that it describes is out of sight
	}
	if e.Len() > 2 && b.is(aThird, e.To-1) && b.is(aPreposition, e.To-2) && !b.is(anOf, e.To-2) {
		e.To -= 2 // part of the road across it
	}
	if m := b.means[e.From]; m.surely && e.Len() > 1 && b.oneOfSeveral(e) {
		return b.oneOf(e, m)
	}
	if empty(e) || b.elliptic(e) || b.theRest(e) || possessive(&b.Words[e.From]) {
		return ""
	}
	if e.Len() > 2 && b.is(aPronoun, e.From) && b.is(aJoiner, e.From+1) {
		who, rest := b.meant(e.From), a.naming(sentence.Extent{From: e.From + 2, To: e.To})
		if who == "" || rest == "" {
			return ""
		}
		return who + " " + b.Words[e.From+1].Text + " " + rest
	}
	if e.Len() == 1 && (b.is(aPronoun, e.From) || b.is(aPossessive, e.From) || b.is(aRelative, e.From) || b.is(aDeterminer, e.From)) {
		return b.meant(e.From)
	}
	if r := b.ref(e.To - 1); b.is(aPossessive, e.From) && (r == nil || r.Actor == nil || r.Actor.Kind != actor.Person || r.Via == actor.ByPronoun || r.To < e.To) {
		who := b.meant(e.From)
		if who == "" || b.is(anImpersonal, e.From) || !b.named(e.From) {
			return "" // whose it is would be a guess
		}
		return own(who) + " " + b.closed(b.trim(sentence.Extent{From: e.From + 1, To: e.To}, 9))
	}
	for k := e.From; k < e.To; k++ {
		if b.inVerb(k) && (b.verbOf(b.of(k)).Finite || k == e.From) && !b.inverted(e) {
			return "" // no noun phrase: the bounds of the subject are not known
		}
	}
	if name := b.nameAtEnd(e); name != "" && e.Len() > 7 {
		return name
	}
	return b.fitting(e, longestNoun)
}

// inverted reports whether a noun phrase stands between the words of the verb
// whose subject it is: only in May did | the ministers | sign.
func (b *block) inverted(e sentence.Extent) bool {
	v := b.verbOf(b.of(e.From))
	return v != nil && v.From < e.From && e.To <= v.Head
}

// nameAtEnd is the name of two words or more that ends a noun phrase, or "".
func (b *block) nameAtEnd(e sentence.Extent) string {
	k := e.To
	for k > e.From && b.properName(k-1) && !b.is(aTitle, k-1) {
		k--
	}
	if e.To-k < 2 || k == e.From || !lower(b.Words[k-1].Text) && !b.is(aTitle, k-1) || b.is(aPreposition, k-1) {
		return ""
	}
	if b.endsWith(e, actor.Place) || b.endsWith(e, actor.State) {
		return "" // a girl of eleven from the far south-west of Lima
	}
	return b.String(sentence.Extent{From: k, To: e.To})
}

// bare is a noun phrase without what stands before it in its sentence and
// belongs to no noun phrase: times, adverbs, another clause.
func (b *block) bare(e sentence.Extent) sentence.Extent {
	if b.is(aPreposition, e.From-1) && b.expr(e.From-1) == nil {
		for k := e.From; k < e.To-1; k++ {
			if b.Words[k].Text == "," && !b.is(anAdverb, k+1) {
				e.From = k + 1 // after talks in Lima, Merkel: what stands before is no subject
				break
			}
		}
	}
	e = b.core(e)
	for n := -1; n != e.Len(); {
		n = e.Len()
		e = b.afterTime(e)
		for e.Len() > 1 && (b.is(aConjunction, e.From) || b.is(anAdverb, e.From)) && !(b.is(aRough, e.From) && b.Words[e.From+1].Kind == sentence.Number) {
			e.From++ // but nearly 200 people
		}
	}
	for e.Len() > 1 && b.is(anAdverb, e.To-1) && !(e.Len() == 2 && b.ordinalHead(e)) {
		e.To--
	}
	for k := e.To - 2; k > e.From; k-- {
		if b.is(anOpener, k) && b.Words[k].Kind == sentence.Letters {
			e.From = k + 1 // what stands before a conjunction belongs to another clause
			break
		}
	}
	e = b.lastName(e)
	return e
}

// meant is how a headline calls whom a pronoun means, or "": he is a person,
// it is none.
func (b *block) meant(i int) string {
	r := b.ref(i)
	if r == nil || r.Actor == nil || b.means[i].surely {
		return b.antecedent(i)
	}
	person := r.Actor.Kind == actor.Person
	if b.unsaid(i) {
		return "" // ordered her to leave: she did not order it
	}
	if b.is(aPersonal, i) && !person || b.is(anImpersonal, i) && person {
		return ""
	}
	return shortName(r.Actor)
}

// unsaid reports whether the object pronoun at word i is taken for the one who acts
// upon it: then it is not said whom it means.
func (b *block) unsaid(i int) bool {
	r := b.ref(i)
	return b.is(aPatient, i) && r != nil && r.Actor != nil && b.doesIt(r, i)
}

// doesIt reports whether the person whom the pronoun at word i is taken for is the
// subject of its own clause, or of the one that this hangs on.
func (b *block) doesIt(p *actor.Ref, i int) bool {
	s := b.parse.Clauses[b.of(i)].Subject
	if s.From <= i && i < s.To && b.of(i) >= 0 {
		if c := b.parse.Clauses[b.of(i)].Parent; c >= 0 {
			s = b.parse.Clauses[c].Subject
		}
	}
	for _, r := range b.refsIn(s) {
		if r.Actor == p.Actor && r.From != p.From && r.Actor.Kind == actor.Person {
			return true
		}
	}
	return false
}

// lastName is the name that ends a noun phrase, where the words before it are
// no part of it: after their first day of talks Xi.
func (b *block) lastName(e sentence.Extent) sentence.Extent {
	r := b.ref(max(e.To-1, 0))
	if r == nil || r.To != e.To || r.From <= e.From || r.Actor == nil || r.Via == actor.ByTitle || r.Via == actor.ByAdjective || r.Via == actor.ByPronoun {
		return e
	}
	k := r.From - 1
	for k >= e.From && (b.is(aTitle, k) && !b.is(anOf, k) || b.is(anArticle, k) || b.ref(k) != nil && b.ref(k).Via == actor.ByAdjective) {
		k--
	}
	if k < e.From {
		return e
	}
	if r.Actor.Kind == actor.State || r.Actor.Kind == actor.Place {
		for j := k; j >= e.From; j-- {
			if b.is(aPreposition, j) {
				return e // officials in neighbouring Chile, a girl from south-west Lima
			}
		}
	}
	w := &b.Words[k]
	if w.Kind == sentence.Letters && lower(w.Text) && !b.is(aPreposition, k) && !b.is(aConjunction, k) && !b.is(aDeterminer, k) && !b.is(aTitle, k) {
		for k++; k < e.To-1 && b.is(aTitle, k) && lower(b.Words[k].Text); k++ {
			// former transport minister | Ana Ruiz: without what is said of it the title is another
		}
		return sentence.Extent{From: k, To: e.To}
	}
	return e
}

// afterTime is a noun phrase without the time phrase that it begins with.
func (b *block) afterTime(e sentence.Extent) sentence.Extent {
	if empty(e) {
		return e
	}
	if x := b.expr(e.From); x != nil && x.To < e.To && !possessive(b.word(x.To)) {
		e.From = x.To
		for e.From < e.To && b.Words[e.From].Kind == sentence.Punct {
			e.From++
		}
	}
	return e
}

// shortName is how a headline calls an actor whom the sentence means by
// another word.
func shortName(x *actor.Actor) string {
	if x == nil {
		return ""
	}
	if x.Kind == actor.Person && len(x.Roles) > 0 && x.Sort != "" {
		first, _, _ := strings.Cut(x.Sort, " ")
		words := strings.Fields(x.Name)
		for i, w := range words {
			if strings.EqualFold(w, first) {
				from := i
				for from > 0 && lower(words[from-1]) {
					from-- // von der Leyen
				}
				return strings.Join(words[from:i+1], " ")
			}
		}
	}
	return x.Name
}

// trim is a noun phrase of at most n words: names short, articles before names
// and titles gone, asides out.
func (b *block) trim(e sentence.Extent, n int) string {
	out := &b.room.joiner
	out.clear()
	if x := b.expr(e.From); x != nil && x.From < e.From {
		e.From = x.To // the middle of a time phrase
	}
	depth, gap := 0, false
	for i := e.From; i < e.To; i++ {
		w := b.Words[i]
		switch {
		case w.Text == "(" && w.Space:
			depth++
			continue
		case w.Text == ")" && depth > 0:
			depth--
			gap = gap || b.word(i+1).Space
			continue
		case depth > 0 || w.Kind == sentence.Open || w.Kind == sentence.Close || w.Text == "[" || w.Text == "]":
			gap = gap || w.Space
			continue
		}
		w.Space = w.Space || gap
		gap = false
		if x := b.expr(i); x != nil && x.From == i && x.When.Known() && x.Type != timex.Duration && possessive(b.word(x.To)) && x.To+1 < e.To {
			w.Text = b.g.said("the") // Tuesday night's address
			out.word(w, w.Space || i == e.From)
			out.at = append(out.at, i)
			i = x.To
			continue
		}
		if x := b.expr(i); x != nil && x.From == i && i == e.From && x.When.Known() && x.Type != timex.Duration && !possessive(b.word(x.To)) {
			i = x.To - 1
			continue
		}
		if x := b.expr(i + 1); x != nil && x.From == i+1 && i > e.From && x.When.Known() && x.Type != timex.Duration && x.To <= e.To && b.is(aPreposition, i) && !b.inPair(x) && !possessive(b.word(x.To)) {
			i = x.To - 1 // the package of 18 July
			continue
		}
		if r := b.ref(i); r != nil && r.From == i && r.Actor != nil && r.To <= e.To && r.Actor.Kind == actor.Person && r.Via != actor.ByPronoun && r.Via != actor.ByTitle {
			if out.officer(b, r, w) {
				i = r.To - 1
				continue
			}
		}
		if b.is(anArticle, i) && (i == e.From || out.empty()) && b.ref(i+1) != nil && b.ref(i+1).Via != actor.ByTitle && b.ref(i+1).Via != actor.ByAdjective {
			continue
		}
		if b.is(aFirst, i) && b.is(aPossessive, i) && b.Quote(i) < 0 {
			w.Text = b.g.said("the") // handed in my notice
		}
		out.word(w, w.Space || i == e.From)
		out.at = append(out.at, i)
		if out.n >= n {
			break
		}
	}
	return out.String()
}

// inPair reports whether time x is one of two numbers that a mark joins: the 2011/12 budget.
func (b *block) inPair(x *timex.Expr) bool {
	joined := func(i int) bool {
		return b.word(i).Text == "/" && !b.word(i).Space && !b.word(i+1).Space && b.word(i-1).Kind == sentence.Number && b.word(i+1).Kind == sentence.Number
	}
	return joined(x.To) || joined(x.From-1)
}

// surname is the word of a reference that is the person's family name.
func (b *block) surname(r *actor.Ref) (int, bool) {
	first, _, _ := strings.Cut(r.Actor.Sort, " ")
	for i := r.From; i < r.To; i++ {
		if strings.EqualFold(b.Words[i].Text, first) {
			return i, true
		}
	}
	return 0, false
}

// closed cuts words off the end of a phrase that cannot end one: a
// preposition, an article, a conjunction, a comma.
func (b *block) closed(s string) string {
	for {
		i := strings.LastIndexByte(s, ' ')
		last := strings.TrimRight(s[i+1:], ",;:")
		w := b.g.classes(last)
		if w.Has(aStanding) && i > 0 && b.g.is(aCopula, sentence.Word{Text: lastWord(s[:i])}) {
			return s // the report is due, the talks are over
		}
		if w.Has(aParticle) {
			if f := strings.Fields(s); len(f) > 3 && b.g.is(aCopula, sentence.Word{Text: f[len(f)-3]}) {
				return s // the talks had been broken off
			}
		}
		if w.Has(anArticle) && i > 0 && sentence.Capital(last) && sentence.Capital(lastWord(s[:i])) {
			return s // Influenza A
		}
		if i < 0 || last != "" && !w.Has(aPreposition) && !w.Has(anArticle) && !w.Has(aConjunction) && !w.Has(aPossessive) && !w.Has(aHanging) && last != "-" && last != "—" && last != "–" {
			return strings.TrimRight(s, " ,;:")
		}
		s = s[:i]
	}
}

// plain is words as they stand, without titles and asides.
func (b *block) plain(e sentence.Extent) string { return b.trim(e, most) }
