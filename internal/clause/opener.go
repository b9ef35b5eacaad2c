package clause

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// opener opens the clause that the single word i may begin.
func (p *parser) opener(i int, s sentence.Extent) {
	t := p.tags[i]
	self := sentence.Extent{From: i, To: i + 1}
	switch {
	case t&condition != 0 && (t&subordinator == 0 || p.top().Verb < 0) && p.opens(i, i+1, s, t&(adverb|preposition) == 0):
		p.attach(i, s)
		p.push(Condition, i, self)
	case t&that != 0:
		p.that(i, s)
	case t&(relative|question) != 0:
		p.relative(i, s)
	case t&subordinator != 0 && t&preposition != 0 && i+1 < s.To && p.is(anAnaphor, i+1):
		// since then they have met
	case t&subordinator != 0 && (p.opens(i, i+1, s, t&preposition == 0 && (t&adverb == 0 || p.tagAt(i-1, s)&comma != 0)) ||
		t&preposition != 0 && p.top().Verb >= 0 && p.asideThenVerb(i+1, s)):
		p.attach(i, s)
		p.push(Subordinate, i, self)
	case t&preposition != 0:
		p.prepositional(i, s)
	}
}

// opens reports whether a clause follows the marker that ends before word j:
// a verb of its own comes before the next boundary. A marker that is always
// one also opens a clause without a verb (while in Beijing).
func (p *parser) opens(i, j int, s sentence.Extent, always bool) bool {
	j = p.pass(j, s, nil)
	if j >= s.To || p.tags[j]&(comma|stop|closing) != 0 {
		return false
	}
	g := int(p.groupAt[j])
	if g == len(p.found) || p.found[g].From >= int(p.nextBreak[j]) {
		// It may go on behind a relative clause or an aside.
		return always && (g < len(p.found) || p.tags[j]&preposition != 0)
	}
	v := p.found[g]
	if v.Infinite {
		return always
	}
	if v.From > j && p.tags[i]&preposition != 0 && (p.dated(j, v.From) || p.spanFirst(j, v.From)) {
		return false // the licence that had been valid since May expires
	}
	if v.From == j {
		return always || v.Ing && !v.Finite || v.bare || v.Passive || v.Finite && p.tags[i]&preposition == 0
	}
	if !v.Finite {
		return always || v.Ing && v.Finite
	}
	if always {
		return true
	}
	if p.untilAnd(j, v.From) {
		return false
	}
	// The verb may be that of the clause around it: talks after the summit failed.
	if p.waiting() == len(p.stack)-1 {
		m := g + 1
		for m < len(p.found) && !p.found[m].Finite && !p.afterPause(&p.found[m], v.To, s) {
			m++
		}
		outside := i > p.top().From && p.tags[i-1]&comma == 0 && !p.lapseBefore(i) && !(v.From == j+1 && p.tags[j]&pronoun != 0 && p.dated(p.top().From, i))
		if m == len(p.found) || outside && p.found[m].From >= int(p.nextBreak[j]) && !p.endsAside(i, m, s) {
			return false
		}
	}
	return true
}

// endsAside reports whether group m, right behind a comma, is the verb of the clause
// around what word i opens, which an aside holds: the talks, the first since the war
// began, | opened.
func (p *parser) endsAside(i, m int, s sentence.Extent) bool {
	v := &p.found[m]
	if v.inverted.Len() > 0 || p.before(v.From, s)&comma == 0 {
		return false
	}
	for k := i - 1; k > p.top().From && i-k < maxPhrase; k-- {
		if p.tags[k]&comma != 0 {
			return true
		}
	}
	return false
}

// spanFirst reports whether a length of time stands before the subject of a verb at word
// to: after ten hours | the ministers left.
func (p *parser) spanFirst(i, to int) bool {
	from := i
	for i < to && p.tags[i]&timeWord == 0 && p.tags[i]&(number|determiner|adjective) != 0 {
		i++
	}
	if i == from || i >= to || p.tags[i]&timeWord == 0 || p.tags[i]&name != 0 {
		return false
	}
	return i+1 < to && p.tags[i+1]&(determiner|name) != 0 && p.tags[i+1]&(possessive|timeWord) == 0
}

// lapseBefore reports whether a comma or the start of the sentence and a length of
// time stand before word i: on Monday, two days | after he had left, Chile agreed.
func (p *parser) lapseBefore(i int) bool {
	if p.tags[i-1]&timeWord == 0 {
		return false
	}
	k := i - 1
	for k > p.top().From && p.tags[k]&(timeWord|number|determiner|adjective|adverb) != 0 {
		k--
	}
	return p.tags[k]&comma != 0
}

// afterPause reports whether g may be a finite past whose subject a comma parts from
// what stands before it: a day after he left, | Oman closed its embassy.
func (p *parser) afterPause(g *group, lo int, s sentence.Extent) bool {
	if !g.bare || g.From <= lo {
		return false
	}
	np := p.nounPhrase(g.From, lo)
	return np.Len() > 0 && np.From > lo && p.tagAt(np.From-1, s)&comma != 0 && p.tagAt(g.To, s)&(determiner|name|object|possessive|pronoun) != 0
}

// untilAnd reports whether a time and "and" end the phrase that begins at word j
// before a verb at word to: before dawn on Sunday | and the king left.
func (p *parser) untilAnd(j, to int) bool {
	for k := j + 1; k < to; k++ {
		if p.tags[k]&coordinator != 0 {
			return p.tags[k-1]&timeWord != 0 && k+1 < to && p.tags[k+1]&timeWord == 0
		}
	}
	return false
}

// that opens what is said, or a relative clause.
func (p *parser) that(i int, s sentence.Extent) {
	if i+1 >= s.To {
		return
	}
	before := p.tagAt(i-1, s)
	g := int(p.groupAt[i+1])
	if g == len(p.found) || int(p.nextBreak[i+1]) <= p.found[g].From && p.tagAt(int(p.nextBreak[i+1]), s)&(stop|closing|that) != 0 {
		return
	}
	v := p.top().Verb
	if p.found[g].Infinite && p.found[g].From == i+1 && !(v >= 0 && p.lex.takesClause(p.out.Verbs[v].Lemma) && g+1 < len(p.found)) {
		return
	}
	self := sentence.Extent{From: i, To: i + 1}
	if k := p.cleft(i, s); k >= 0 {
		p.replace(k, i)
		return
	}
	switch {
	case before&(start|stop|opening|dash) != 0 && v < 0:
		return // That was …
	case before&preposition != 0 && (before&(adverb|subordinator) == 0 || p.tags[i+1]&timeWord != 0):
		return // on that Friday
	case p.tags[i+1]&timeWord != 0 && p.thatDay(i, s):
		return // closed the border that Friday, and
	case before&comma != 0 && v < 0 && p.top().Kind == Main && p.nounTakes(i-2) && p.tags[i+1]&(determiner|pronoun|name) != 0:
		p.push(Complement, i, self) // the claim, that the port was shut, …
		return
	case before&comma != 0 && v < 0 && p.top().Kind == Main && p.tags[i+1]&(noun|name) != 0:
		return // On Friday, that day of rage, …
	case before&coordinator != 0:
		if k := p.nearest(Complement); k > p.floor {
			p.popTo(k-1, i)
			p.push(Complement, i, self)
		}
		return
	}
	p.openThat(i, g, s)
}

// openThat opens what "that" at word i opens behind words that may ask for it, where g
// is the verb group behind it.
func (p *parser) openThat(i, g int, s sentence.Extent) {
	before, self, v := p.tagAt(i-1, s), sentence.Extent{From: i, To: i + 1}, p.top().Verb
	aside := p.tagAt(i+1, s)&comma != 0 && p.tags[p.found[g].From-1]&comma != 0 && p.found[g].Finite // that, in the end, was signed
	// That was signed, not that to sign, nor that raising taxes.
	direct := (p.found[g].From == i+1 || aside) && !p.found[g].Infinite && (p.found[g].Finite || !p.found[g].Ing)
	if b := int(p.nextBreak[i+1]); v >= 0 && p.out.Verbs[v].To == i && !p.lex.takesClause(p.out.Verbs[v].Lemma) && (b <= p.found[g].From || p.tagAt(i+2, s)&coordinator != 0) && p.tagAt(i+1, s)&noun != 0 {
		return // made that argument in May, when …
	}
	takes := v >= 0 && p.lex.takesClause(p.out.Verbs[v].Lemma)
	if k := p.awaiting(); k >= 0 && !takes && !direct {
		p.popTo(k, i) // told the paper in an interview aired on Monday | that …
		p.push(Complement, i, self)
		return
	}
	switch {
	case !direct && p.itIs(i) && !p.leavesObject(&p.found[g], s):
		p.push(Complement, i, self) // it is no accident that they met
	case p.nounTakes(i-1) && !direct && p.leavesObject(&p.found[g], s):
		p.push(Relative, i, self)
	case (p.nounTakes(i-1) || p.headTakes(i)) && !direct:
		p.push(Complement, i, self)
	case takes && before&(noun|name) != 0 && p.leftBehind(v):
		p.push(Relative, i, self) // was agreed days before a vote that he lost
	case takes && (!direct || before&(noun|name|timeWord) == 0 || p.out.Verbs[v].To == i):
		p.attach(i, s)
		p.push(Complement, i, self)
	case before&timeWord != 0 && !direct && v >= 0 && p.tagAt(p.behindDate(i, p.out.Verbs[v].To), s)&adjective != 0:
		p.push(Complement, i, self) // made it clear on Monday that
	case before&(adjective|adverb) != 0 && !direct || v >= 0 && p.out.Verbs[v].To == i:
		p.push(Complement, i, self)
	case before&(nominal|closing) != 0:
		p.push(Relative, i, self)
	}
}

// behindDate is the word before a date and its preposition that end before word i, not
// before word lo.
func (p *parser) behindDate(i, lo int) int {
	k := i - 1
	for k >= lo && p.tags[k]&(timeWord|number) != 0 {
		k--
	}
	for k >= lo && p.tags[k]&(preposition|adverb|subordinator) != 0 {
		k-- // as early as Friday
	}
	return k
}

// leftBehind reports whether verb group v is a passive that leaves no room for
// what is said: nobody was told it, and its subject is not "it"; or a participle: the
// summit, agreed when the envoy came.
func (p *parser) leftBehind(v int) bool {
	w := p.out.Verbs[v]
	if !w.Passive || p.lex.addressee[w.Lemma] || w.From == 0 {
		return false
	}
	before := p.tags[w.From-1]
	return w.Finite && before&pronoun == 0 && before&(noun|name) != 0 || !w.Finite && before&comma != 0
}

// awaiting is the place in the stack of the clause whose verb of saying still
// wants what is said, where a participle that tells of the occasion, or of the
// hearer, stands between: said in a letter published on Monday. Else it is -1.
func (p *parser) awaiting() int {
	k := len(p.stack) - 1
	for k > p.floor && p.out.Clauses[p.stack[k]].Kind == Participial && p.out.Clauses[p.stack[k]].Verb >= 0 {
		k--
	}
	if k == len(p.stack)-1 || k < 0 {
		return -1
	}
	c := &p.out.Clauses[p.stack[k]]
	if c.Verb < 0 {
		return -1
	}
	v := p.out.Verbs[c.Verb]
	if !p.lex.report[v.Lemma] || v.Passive || v.Head+1 < len(p.tags) && p.tags[v.Head+1]&that != 0 {
		return -1
	}
	return k
}

// thatDay reports whether "that" at word i belongs to the name of a day or month
// behind it, with which the phrase ends; right behind a verb that takes a clause
// another "that" must follow.
func (p *parser) thatDay(i int, s sentence.Extent) bool {
	after := p.tagAt(i+2, s)
	v := p.top().Verb
	if v < 0 && p.top().Kind == Main && p.tagAt(i-1, s)&adverb != 0 {
		return true // Late that evening they
	}
	if v >= 0 && p.out.Verbs[v].To == i && p.lex.takesClause(p.out.Verbs[v].Lemma) {
		return after&that != 0
	}
	return i+2 >= s.To || after&(breaks|that|preposition|coordinator) != 0
}

// nounTakes reports whether word i is a noun that a that-clause may follow.
func (p *parser) nounTakes(i int) bool {
	return i >= 0 && p.is(aClaim, i)
}

// headTakes reports whether the phrase before word i is a noun that a that-clause may
// follow and whose it is: the conclusion of his agencies | that they had met.
func (p *parser) headTakes(i int) bool {
	for k := i - 1; k > 0 && i-k < maxPhrase && p.tags[k]&(nominal|of) != 0; k-- {
		if p.tags[k]&of != 0 {
			return p.nounTakes(k - 1)
		}
	}
	return false
}

// itIs reports whether only "it", a form of be and what that says stand in the open
// clause before word i: it is characteristic | that they met.
func (p *parser) itIs(i int) bool {
	c := p.top()
	if c.Verb < 0 || p.out.Verbs[c.Verb].Lemma != p.lex.copula || i-p.out.Verbs[c.Verb].To > 4 {
		return false
	}
	v := p.out.Verbs[c.Verb]
	return v.From > 0 && p.is(anExpletive, v.From-1)
}

// nearest is the place in the stack of the innermost clause of kind k, or -1.
func (p *parser) nearest(k Kind) int {
	for i := len(p.stack) - 1; i >= p.floor; i-- {
		if p.out.Clauses[p.stack[i]].Kind == k {
			return i
		}
	}
	return -1
}

// relative opens a relative clause or an indirect question.
func (p *parser) relative(i int, s sentence.Extent) {
	j := p.pass(i+1, s, nil)
	g := 0
	if j < s.To {
		g = int(p.groupAt[j])
	}
	if j >= s.To || g == len(p.found) {
		return
	}
	t, before := p.tags[i], p.tagAt(i-1, s)
	from := i
	if before&preposition != 0 && i-1 > p.top().From && t&relative != 0 { // in which
		from = i - 1
		before = p.tagAt(i-2, s)
	}
	if k := p.nearest(Relative); t&relative != 0 && t&subordinator == 0 && before&coordinator != 0 && k > p.floor && p.out.Clauses[p.stack[k]].Verb >= 0 && p.sameRelative(k, i) {
		p.replace(k, i-1) // who won in May | and who at once declared
		p.top().Marker.To = i + 1
		return
	}
	kind := Complement
	switch {
	case t&subordinator != 0 && !p.asked(i):
		kind = Subordinate
		if t&relative != 0 && before&nominal != 0 {
			kind = Relative // the city where
		}
	case t&relative != 0 && before&(nominal|comma|of|closing) != 0 && !p.asked(i):
		kind = Relative
	case t&determiner != 0 && p.tagAt(j, s)&(noun|adjective) != 0 && p.found[g].From > j && before&(preposition|start|coordinator) != 0:
		return // what price
	case t&adverb != 0 && before&(comma|start) != 0:
		return // however
	case before&start != 0 || p.top().Verb < 0 && before&(coordinator|opening|stop|dash) != 0:
		return // a question: its words belong to the clause that begins here
	}
	if kind == Relative && from < i && p.top().From >= from {
		from = i
	}
	if kind == Subordinate {
		p.attach(i, s)
	}
	p.push(kind, from, sentence.Extent{From: from, To: i + 1})
}

// sameRelative reports whether the relative at place k of the stack was opened by the
// word at i, too.
func (p *parser) sameRelative(k, i int) bool {
	m := p.out.Clauses[p.stack[k]].Marker
	return m.Len() > 0 && strings.EqualFold(p.Words[m.To-1].Text, p.Words[i].Text)
}

// asked reports whether a verb that takes a clause stands right before word i.
func (p *parser) asked(i int) bool {
	v := p.top().Verb
	return v >= 0 && p.out.Verbs[v].To == i && p.lex.takesClause(p.out.Verbs[v].Lemma) && !(p.tags[i]&subordinator != 0 && p.leftBehind(v))
}

// maxPhrase bounds the words of a noun phrase between with and its participle.
const maxPhrase = 12

// prepositional opens "with Trump ordering …", "by sending …", "without being told".
func (p *parser) prepositional(i int, s sentence.Extent) {
	j := p.pass(i+1, s, nil)
	if j >= s.To {
		return
	}
	g := int(p.groupAt[j])
	if g == len(p.found) {
		return
	}
	v := p.found[g]
	direct := v.From == j && v.Ing && !v.Finite
	absolute := v.From > j && v.From-j <= maxPhrase && int(p.nextBreak[j]) > v.From &&
		(v.Ing && !v.Finite || v.bare && p.tagAt(i-1, s)&comma != 0) && p.is(anAbsolute, i)
	if !direct && !absolute {
		return
	}
	for k := j; absolute && k < v.From; k++ {
		if p.tags[k]&(nominal|of|coordinator) == 0 {
			return
		}
	}
	p.attach(i, s)
	p.push(Participial, i, sentence.Extent{From: i, To: i + 1})
}
