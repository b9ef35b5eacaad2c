package event

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// most is the length of a headline in words.
const most = 14

// headline composes a line from the act's clause: who, the verb in the
// present, whom and what, where. It says nothing that the sentence does not
// say, and leaves out no negation, modal or number that belongs to the verb.
// It is "" where no sound line can be made.
func (a *act) headline() string {
	if a.nominal {
		return a.nounLine()
	}
	who := a.naming(a.person(a.subject))
	if a.gap() {
		return ""
	}
	if a.passive && !empty(a.by) && !a.participial() {
		return a.activeLine()
	}
	if who == "" {
		return ""
	}
	plural := a.b.plural(a.b.bare(a.subject)) || a.were()
	line := newLine(who)
	line.add(a.verbWords(plural))
	if s := a.quotation(newLine(who).left()); s != "" {
		return a.finish(who + ": " + s)
	}
	n := line.n
	a.rest(line, a.trigger.To)
	if k := a.contentChunk(); k >= 0 && !line.said && a.words() {
		short := newLine(who + ":")
		if !a.addContent(short, k) {
			return ""
		}
		return a.finish(short.String())
	}
	if a.words() && line.n == n {
		return "" // says, and nothing that is said
	}
	return a.finish(line.String())
}

// person is the subject of a relative clause with who: the name that ends the
// words before it, not the thing that it belongs to.
func (a *act) person(e sentence.Extent) sentence.Extent {
	k := a.b.parse.Clauses[a.clause]
	if k.Kind != clause.Relative || empty(k.Marker) || !a.b.is("whom", k.Marker.From) {
		return e
	}
	for i := e.To - 1; i >= e.From; i-- {
		if r := a.b.ref(i); r != nil && r.Actor != nil && r.Actor.Kind == actor.Person && r.From >= e.From {
			return sentence.Extent{From: r.From, To: e.To}
		}
	}
	return e
}

// gap reports whether a relative clause leaves its object to the words before
// it (the piano that his mother bought), or may hang on either of two nouns
// (the return of the council, which …): then its own words are no line.
func (a *act) gap() bool {
	k := a.b.parse.Clauses[a.clause]
	if k.Kind != clause.Relative || empty(k.Marker) {
		return false
	}
	if a.subject.From >= k.From {
		return a.subject.From > k.Marker.From && !a.b.is("pronoun", a.subject.From)
	}
	before := a.subject.From - 1
	for a.b.is("determiner", before) {
		before--
	}
	return a.b.word(k.Marker.From-1).Text == "," && (a.b.is("of", before) || a.b.is("conjunction", before) || a.b.is("between", before)) && !a.b.is("whom", k.Marker.From)
}

// participial reports whether the passive verb is a bare participle.
func (a *act) participial() bool { return a.verb != nil && !a.verb.Finite }

// activeLine turns a passive with "by": the source acts.
func (a *act) activeLine() string {
	who := a.naming(a.by)
	what := small(a.b, a.naming(a.subject))
	if who == "" || what == "" {
		return ""
	}
	line := newLine(who)
	line.add(a.presentOf(a.lemma(), a.b.plural(a.b.core(a.by))))
	line.add(what)
	a.restWithout(line, a.trigger.To, a.by)
	return a.finish(line.String())
}

// small is a phrase for the middle of a line: its article without a capital.
func small(b *block, s string) string {
	first, rest, ok := strings.Cut(s, " ")
	if w := (sentence.Word{Text: first}); ok && (b.g.is("determiner", w) || b.g.is("preposition", w)) {
		return strings.ToLower(first) + " " + rest
	}
	return s
}

// nounLine is the noun phrase itself: Chile's invasion of Peru.
func (a *act) nounLine() string {
	b := a.b
	np := b.nounPhrase(a.trigger)
	for np.From < np.To && (b.is("determiner", np.From) && !b.is("possessive", np.From) || b.expr(np.From) != nil || possessive(b.word(np.From)) || b.is("adverb", np.From)) {
		np.From++
	}
	if b.is("possessive", np.From) {
		if who := a.naming(sentence.Extent{From: np.From, To: np.From + 1}); who != "" && b.onePerson(a.trigger.From) {
			line := newLine(own(who))
			np.From++
			line.add(b.plain(np))
			a.rest(line, a.trigger.To)
			return a.finish(line.String())
		}
		np.From++
	}
	line := newLine(b.plain(np))
	a.rest(line, a.trigger.To)
	e := sentence.Extent{From: np.From, To: np.To}
	for _, ch := range a.chunks {
		if !ch.comma && ch.clause == a.clause {
			e.To = max(e.To, ch.To)
		}
	}
	if line.n < 2 || !b.anyName(e) {
		return ""
	}
	return a.finish(line.String())
}

// anyName reports whether a name stands in e, of an actor or a place.
func (b *block) anyName(e sentence.Extent) bool {
	for i := e.From; i < e.To; i++ {
		if r := b.ref(i); r != nil && r.Actor != nil || b.expr(i) == nil && i > b.sentenceOf(i).From && upper(b.Words[i].Text) {
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

// were reports whether the verb shows a plural subject.
func (a *act) were() bool {
	if a.verb == nil || !a.verb.Finite {
		return false
	}
	return a.b.is("were", a.verb.From)
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
		return shortName(b.speakerActor(b.parse.Speeches[a.speech].Speaker))
	}
	e = b.bare(e)
	if r := b.ref(e.From); !empty(e) && e.Len() == 1 && (r != nil && r.Via == actor.ByAdjective || b.is("adverb", e.From)) {
		return "" // the noun that it describes is out of sight
	}
	if empty(e) || b.elliptic(e) {
		return ""
	}
	if e.Len() == 1 && (b.is("pronoun", e.From) || b.is("possessive", e.From) || b.is("relative", e.From) || b.is("determiner", e.From)) {
		return b.meant(e.From)
	}
	if r := b.ref(e.To - 1); b.is("possessive", e.From) && (r == nil || r.Actor == nil || r.Actor.Kind != actor.Person || r.Via == actor.ByPronoun || r.To < e.To) {
		who := b.meant(e.From)
		if who == "" || b.is("impersonal", e.From) || !b.named(e.From) {
			return "" // whose it is would be a guess
		}
		return own(who) + " " + b.closed(b.trim(sentence.Extent{From: e.From + 1, To: e.To}, 9))
	}
	for k := e.From; k < e.To; k++ {
		if b.inVerb(k) && (b.verbOf(b.of(k)).Finite || k == e.From) {
			return "" // no noun phrase: the bounds of the subject are not known
		}
	}
	return b.closed(b.trim(e, 11))
}

// bare is a noun phrase without what stands before it in its sentence and
// belongs to no noun phrase: times, adverbs, another clause.
func (b *block) bare(e sentence.Extent) sentence.Extent {
	if b.is("preposition", e.From-1) && b.expr(e.From-1) == nil {
		for k := e.From; k < e.To-1; k++ {
			if b.Words[k].Text == "," && !b.is("adverb", k+1) {
				e.From = k + 1 // after talks in Lima, Merkel: what stands before is no subject
				break
			}
		}
	}
	e = b.core(e)
	for n := -1; n != e.Len(); {
		n = e.Len()
		e = b.afterTime(e)
		for e.Len() > 1 && (b.is("conjunction", e.From) || b.is("adverb", e.From)) {
			e.From++
		}
	}
	for k := e.To - 2; k > e.From; k-- {
		if b.is("opener", k) {
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
	if r == nil || r.Actor == nil {
		return ""
	}
	person := r.Actor.Kind == actor.Person
	if b.is("personal", i) && !person || b.is("impersonal", i) && person {
		return ""
	}
	return shortName(r.Actor)
}

// elliptic reports whether a noun phrase leaves its noun to the sentence
// before: the second, ten of them.
func (b *block) elliptic(e sentence.Extent) bool {
	if b.is("ordinal", e.To-1) && e.Len() <= 2 {
		return true
	}
	return e.Len() >= 3 && b.is("pronoun", e.To-1) && b.is("of", e.To-2)
}

// lastName is the name that ends a noun phrase, where the words before it are
// no part of it: after their first day of talks Xi.
func (b *block) lastName(e sentence.Extent) sentence.Extent {
	r := b.ref(max(e.To-1, 0))
	if r == nil || r.To != e.To || r.From <= e.From || r.Actor == nil || r.Via == actor.ByTitle || r.Via == actor.ByAdjective {
		return e
	}
	k := r.From - 1
	for k >= e.From && (b.is("title", k) && !b.is("of", k) || b.is("article", k) || b.ref(k) != nil && b.ref(k).Via == actor.ByAdjective) {
		k--
	}
	if k < e.From {
		return e
	}
	w := b.Words[k]
	if w.Kind == sentence.Letters && lower(w.Text) && !b.is("preposition", k) && !b.is("conjunction", k) && !b.is("determiner", k) && !b.is("title", k) {
		return sentence.Extent{From: k + 1, To: e.To}
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
		for _, w := range strings.Fields(x.Name) {
			if strings.EqualFold(w, first) {
				return w
			}
		}
	}
	return x.Name
}

// trim is a noun phrase of at most n words: names short, articles before names
// and titles gone, asides out.
func (b *block) trim(e sentence.Extent, n int) string {
	var out joiner
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
		if x := b.expr(i); x != nil && x.From == i && i == e.From && x.When.Known() && x.Type != timex.Duration && !possessive(b.word(x.To)) {
			i = x.To - 1
			continue
		}
		if r := b.ref(i); r != nil && r.From == i && r.Actor != nil && r.To <= e.To && r.Actor.Kind == actor.Person && r.Via != actor.ByPronoun && r.Via != actor.ByTitle {
			titled := len(out.parts)
			out.dropTitle(b)
			if len(r.Actor.Roles) > 0 {
				k, ok := b.surname(r)
				if ok {
					out.word(b.Words[k], w.Space || len(out.parts) < titled)
					i = r.To - 1
					continue
				}
			}
		}
		if b.is("article", i) && (i == e.From || out.empty()) && b.ref(i+1) != nil && b.ref(i+1).Via != actor.ByTitle && b.ref(i+1).Via != actor.ByAdjective {
			continue
		}
		out.word(w, w.Space || i == e.From)
		out.at = append(out.at, i)
		if out.n >= n {
			break
		}
	}
	return out.String()
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
		w := sentence.Word{Text: last}
		if i < 0 || last != "" && !b.g.is("preposition", w) && !b.g.is("article", w) && !b.g.is("conjunction", w) && !b.g.is("possessive", w) && last != "-" && last != "—" && last != "–" {
			return strings.TrimRight(s, " ,;:")
		}
		s = s[:i]
	}
}

// plain is words as they stand, without titles and asides.
func (b *block) plain(e sentence.Extent) string { return b.trim(e, most) }

// verbWords is the verb group in the present, with its particle: calls off,
// will not meet, is arrested.
func (a *act) verbWords(plural bool) string {
	b, v, g := a.b, a.verb, a.b.g
	particle := ""
	if a.trigger.To > v.Head+1 {
		particle = " " + b.String(sentence.Extent{From: v.Head + 1, To: a.trigger.To})
	}
	head := b.Words[v.Head].Text
	be := g.said("is")
	if plural {
		be = g.said("are")
	}
	not := ""
	if v.Negated {
		not = " " + g.said("not")
	}
	switch {
	case v.Modality == clause.Conditional && a.status == planned && !v.Negated && !v.Passive && !v.Perfect:
		return g.said("to") + " " + a.lemma() + particle // said that he would come
	case v.Modality != clause.Plain || v.Tense == clause.Future:
		return a.groupAsWritten() + particle
	case v.Infinite:
		return a.infinitiveWords(plural) + particle
	case v.Passive && !v.Finite:
		return be + not + " " + head + particle
	case v.Passive:
		return be + not + " " + head + particle
	case v.Ing && v.Finite && v.Tense == clause.Present && !v.Perfect:
		return be + not + " " + head + particle
	case v.Negated && v.Perfect:
		if plural {
			return g.said("have") + " " + g.said("not") + " " + head + particle
		}
		return g.said("has") + " " + g.said("not") + " " + head + particle
	case v.Negated:
		if plural {
			return g.said("do") + " " + g.said("not") + " " + a.lemma() + particle
		}
		return g.said("does") + " " + g.said("not") + " " + a.lemma() + particle
	}
	if v.Lemma == g.said("be") {
		return be + particle
	}
	return a.presentOf(a.lemma(), plural) + particle
}

// groupAsWritten is a verb group with its modal, without adverbs.
func (a *act) groupAsWritten() string {
	var out []string
	for i := a.verb.From; i <= a.verb.Head; i++ {
		if t := a.b.Words[i]; !a.b.is("adverb", i) && !ly(t.Text) {
			out = append(out, t.Text)
		}
	}
	s := strings.Join(out, " ")
	s = strings.ReplaceAll(s, " n’t", "n’t")
	return strings.ReplaceAll(s, " n't", "n't")
}

// infinitiveWords is the verb that governs the infinitive, in the present,
// and the infinitive: agrees to meet; where a noun governs it: to meet.
func (a *act) infinitiveWords(plural bool) string {
	b, v := a.b, a.verb
	to := b.g.said("to") + " " + a.lemma()
	if v.Passive {
		to = b.g.said("to") + " " + b.g.said("be") + " " + b.Words[v.Head].Text
	}
	p := b.parse.Clauses[a.clause].Parent
	pv := b.verbOf(p)
	if pv == nil || pv.To > v.From || v.From-pv.To > 2 || b.parse.Clauses[p].Subject != a.subject {
		return to
	}
	for i := pv.To; i < v.From; i++ {
		if !b.is("adverb", i) && !b.is("due", i) && !b.is("purpose", i) {
			return to
		}
	}
	g := *a
	g.verb, g.clause, g.trigger = pv, p, pv.Extent
	g.trigger.To = pv.Head + 1
	if pv.Infinite {
		return to
	}
	between := ""
	for i := pv.To; i < v.From; i++ {
		if b.is("due", i) {
			between = " " + lowerText(b.Words[i])
		}
	}
	return g.verbWords(plural) + between + " " + to
}

// lemma is the base form of the verb; where its form allows two (collid,
// collide; quarrell, quarrel) the one that the rules know, else the one that
// spelling makes likely.
func (a *act) lemma() string {
	l, g := a.verb.Lemma, a.b.g
	if g.lemmas[l] || len(g.forms.Readings(l)) > 0 || len(l) < 4 {
		return l
	}
	if g.lemmas[l+"e"] || len(g.forms.Readings(l+"e")) > 0 {
		return l + "e"
	}
	n := len(l)
	if l[n-1] == l[n-2] && strings.IndexByte("bdglmnprt", l[n-1]) >= 0 && l[n-2:] != "ll" || strings.HasSuffix(l, "ell") && n > 5 {
		return l[:n-1]
	}
	if strings.IndexByte("dzcvg", l[n-1]) >= 0 && strings.IndexByte("aiou", l[n-2]) >= 0 && strings.IndexByte("aeiou", l[n-3]) < 0 {
		return l + "e"
	}
	return l
}

// presentOf is a verb in the present: meets, or meet for several.
func (a *act) presentOf(lemma string, plural bool) string {
	if plural {
		return lemma
	}
	if f := a.b.g.forms.Inflect(lemma, "s"); len(f) > 0 {
		return f[0]
	}
	return lemma
}

// rest adds the phrases after the trigger, as many as there is room for.
func (a *act) rest(l *line, from int) { a.restWithout(l, from, sentence.Extent{}) }

func (a *act) restWithout(l *line, from int, skip sentence.Extent) {
	b := a.b
	content := a.contentChunk()
	before := *l // the line without its last phrase
	for i, ch := range a.chunks {
		if ch.time && ch.clause == a.clause || !empty(skip) && ch.Overlaps(skip) || b.is("adverb", ch.From) && ch.Len() == 1 || ch.Overlaps(a.subject) {
			continue
		}
		if i < content && (ch.prep != "" || ch.comma) {
			continue // told reporters in Bonn that …: what is said matters more
		}
		if i == content {
			a.addContent(l, i)
			break
		}
		if a.nominal && ch.prep == "" && !b.is("of", ch.From) && !(i == 0 && b.is("preposition", a.trigger.To-1)) {
			break // the noun phrase is over
		}
		if ch.comma && !a.listGoesOn(i) || ch.clause != a.clause && !a.headlineTakes(ch) {
			break
		}
		if (b.is("relative", ch.From) || b.is("conjunction", ch.From)) && ch.prep == "" && !a.listGoesOn(i) {
			break
		}
		s := b.closed(b.chunkText(ch))
		if s == "" {
			continue
		}
		if l.n+count(s) > most {
			switch {
			case ch.prep == "" && i == 0:
				l.add(b.closed(b.fit(ch, most-l.n)))
			case b.is("purpose", ch.From) && i > 0 && a.chunks[i-1].prep != "":
				*l = before // in an attempt: the phrase wants what has no room
			}
			break
		}
		before = *l
		if ch.comma && a.listGoesOn(i) && !b.is("conjunction", ch.From) {
			l.s += ","
		}
		l.add(s)
	}
}

// contentChunk is the chunk that begins what is said, or -1.
func (a *act) contentChunk() int {
	for i, ch := range a.chunks {
		if ch.clause >= 0 && ch.clause != a.clause && a.b.parse.Clauses[ch.clause].Kind == clause.Complement && a.b.parse.Clauses[ch.clause].Parent == a.clause {
			return i
		}
	}
	return -1
}

// addContent adds what is said from chunk i on: as many phrases of it as there
// is room for, so that the last can end it. It reports whether any fits.
func (a *act) addContent(l *line, i int) bool {
	b := a.b
	var parts []string
	for k := i; k < len(a.chunks); k++ {
		ch := a.chunks[k]
		if k > i && (ch.comma || ch.clause == a.clause || b.of(ch.From) != a.chunks[i].clause && b.apart(ch, a.chunks[i].clause)) {
			break
		}
		parts = append(parts, b.chunkText(ch))
	}
	v := b.verbOf(a.chunks[i].clause)
	for n := len(parts); n > 0; n-- {
		if v != nil && a.chunks[i+n-1].To <= v.Head {
			return false // a subject without its verb says nothing
		}
		s := b.closed(strings.Join(parts[:n], " "))
		if l.n+count(s) <= most && !b.dangles(s) {
			l.add(s)
			l.said = s != ""
			return l.said
		}
	}
	return false
}

// apart reports whether a chunk begins a clause that what is said can do
// without: a relative, a condition keeps its place.
func (b *block) apart(ch chunk, c int) bool {
	for k := ch.clause; k >= 0 && k != c; k = b.parse.Clauses[k].Parent {
		switch b.parse.Clauses[k].Kind {
		case clause.Infinitive, clause.Complement, clause.Condition:
		default:
			return true
		}
	}
	return false
}

// dangles reports whether a line ends in a word that wants another: an
// auxiliary, a "to", a "not".
func (b *block) dangles(s string) bool {
	last := sentence.Word{Text: s[strings.LastIndexByte(s, ' ')+1:]}
	return b.g.is("copula", last) || b.g.is("auxiliary", last) || b.g.is("determiner", last) || b.g.is("adverb", last)
}

// listGoesOn reports whether chunk i is a further member of the list that the
// chunk before it began.
func (a *act) listGoesOn(i int) bool {
	if i == 0 || empty(a.object) {
		return false
	}
	return a.object.Contains(a.chunks[i].Extent)
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
			if a.b.is("preposition", ch.From) || ch.comma {
				return a.b.is("gerund", ch.From)
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
	for i := e.From; i < e.To; i++ {
		if b.is("relative", i) && i > e.From && b.of(i) != b.of(e.From) {
			e.To = i
			break
		}
	}
	if b.is("that", e.From) && e.Len() > 1 {
		e.From++
	}
	return b.trim(e, most+1)
}

// fit is as much of a chunk as has room and can stand: up to an "of", an
// "and", or its whole first phrase.
func (b *block) fit(ch chunk, n int) string {
	if n < 2 {
		return ""
	}
	best := ""
	for i := ch.From + 1; i < ch.To; i++ {
		if b.Words[i].Text == "," || b.is("joiner", i) || b.is("preposition", i) {
			s := b.trim(sentence.Extent{From: ch.From, To: i}, most+1)
			if count(s) <= n {
				best = s
			}
		}
	}
	return best
}

// quotation is what is said in quotation marks, of at most n words: of a
// threat its point, else the first sentence with a verb, whole or cut where it
// can be cut. It is "" where only a part of a sentence is quoted.
func (a *act) quotation(n int) string {
	b := a.b
	if !empty(a.point) {
		if s := b.excerpt(a.point, n); s != "" {
			return s
		}
	}
	if a.says < 0 || !b.parse.Speeches[a.says].Direct {
		return ""
	}
	e := b.parse.Speeches[a.says].Extent
	for e.From < e.To && b.Words[e.From].Kind == sentence.Open {
		e.From++
	}
	if !upper(b.word(e.From).Text) {
		return ""
	}
	for k := b.Sentence(e.From); k >= 0 && k < len(b.Sentences) && b.Sentences[k].From < e.To; k++ {
		s := sentence.Extent{From: max(e.From, b.Sentences[k].From), To: min(e.To, b.Sentences[k].To)}
		if !b.finite(s) {
			continue
		}
		return b.excerpt(s, n)
	}
	return ""
}

// finite reports whether a finite verb stands in e.
func (b *block) finite(e sentence.Extent) bool {
	for _, v := range b.parse.Verbs {
		if v.Finite && e.From <= v.From && v.To <= e.To {
			return true
		}
	}
	return false
}

// excerpt is a sentence in quotation marks, cut with dots at a comma or a
// conjunction where it is longer than n words, or "".
func (b *block) excerpt(e sentence.Extent, n int) string {
	s := b.unquoted(e)
	if c := count(s); c < 3 {
		return ""
	} else if c <= n {
		return "“" + s + "”"
	}
	for i := e.To - 1; i > e.From+3; i-- {
		w := b.Words[i]
		if w.Text == "," || w.Text == ";" || w.Text == "—" || b.is("opener", i) {
			if s := b.closed(b.unquoted(sentence.Extent{From: e.From, To: i})); count(s) <= n-1 && !b.dangles(s) && count(s) >= 4 && b.finite(sentence.Extent{From: e.From, To: i}) {
				return "“" + s + " …”"
			}
		}
	}
	return ""
}

// unquoted is the text of e without quotation marks and marks at its ends.
func (b *block) unquoted(e sentence.Extent) string {
	for e.From < e.To && b.Words[e.From].Kind != sentence.Letters && b.Words[e.From].Kind != sentence.Number {
		e.From++
	}
	for e.To > e.From && (b.Words[e.To-1].Kind == sentence.Close || b.Words[e.To-1].Kind == sentence.Open || b.Words[e.To-1].Kind == sentence.Punct && b.Words[e.To-1].Text != "?" && b.Words[e.To-1].Text != "%") {
		e.To--
	}
	if empty(e) {
		return ""
	}
	return b.String(e)
}

// line is a headline under construction.
type line struct {
	s    string
	n    int
	said bool // what is said stands in it
}

func newLine(s string) *line { return &line{s: s, n: count(s)} }

func (l *line) add(s string) {
	if s == "" {
		return
	}
	l.s += " " + s
	l.n += count(s)
}

func (l *line) left() int      { return most - l.n }
func (l *line) String() string { return l.s }

func count(s string) int { return len(strings.Fields(s)) }

// finish is a line with a capital, of at most 14 words, or "".
func (a *act) finish(s string) string {
	s = a.b.closed(strings.Join(strings.Fields(s), " "))
	s = strings.ReplaceAll(strings.TrimRight(s, " ,;:-–—"), " ,", ",")
	if s == "" || count(s) > most || count(s) < 2 {
		return ""
	}
	return capital(s)
}

// joiner joins words with the spaces of the text.
type joiner struct {
	parts []string
	space []bool
	at    []int
	n     int
}

func (j *joiner) empty() bool { return len(j.parts) == 0 }

func (j *joiner) word(w sentence.Word, space bool) {
	if space || j.n == 0 {
		j.n++
	}
	j.parts = append(j.parts, w.Text)
	j.space = append(j.space, space)
}

// dropTitle takes off the titles at the end: Treasury Secretary, President.
func (j *joiner) dropTitle(b *block) {
	for first := true; len(j.parts) > 0; first = false {
		w := sentence.Word{Text: j.parts[len(j.parts)-1]}
		if first && b.g.is("preposition", w) {
			return
		}
		last := len(j.at) - 1
		adj := false
		if last >= 0 {
			if r := b.ref(j.at[last]); r != nil && r.Actor != nil && r.Actor.Kind != actor.Person {
				adj = r.Via == actor.ByAdjective || r.Actor.Kind == actor.State || r.Via == actor.ByTitle || r.Actor.Kind == actor.Body
			}
		}
		if !b.g.is("title", w) && !b.g.is("official", w) && !adj && !(b.g.is("article", w) && len(j.parts) == 1) && !(b.g.is("possessive", w) && len(j.parts) == 1) {
			return
		}
		if j.space[len(j.space)-1] {
			j.n--
		}
		j.parts, j.space = j.parts[:len(j.parts)-1], j.space[:len(j.space)-1]
		if last >= 0 {
			j.at = j.at[:last]
		}
	}
	j.n = 0
}

func (j *joiner) String() string {
	var s strings.Builder
	for i, p := range j.parts {
		if i > 0 && j.space[i] {
			s.WriteByte(' ')
		}
		s.WriteString(p)
	}
	return s.String()
}
