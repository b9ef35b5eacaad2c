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
		t&preposition != 0 && p.top().Verb >= 0 && (p.asideThenVerb(i+1, s) || p.relativeThenVerb(i+1, int(p.groupAt[i+1])))):
		p.attach(i, s)
		p.push(Subordinate, i, self)
	case t&preposition != 0:
		p.prepositional(i, s)
	}
}

// subjectBehindTime reports whether a noun phrase with its day stands at the head of words
// before a verb, and who acts begins right behind it: talks on Monday | Macron | left.
func (p *parser) subjectBehindTime(from, to int) bool {
	for k := from + 1; k+2 < to; k++ {
		if p.tags[k]&preposition == 0 || p.tags[k]&of != 0 {
			continue
		}
		m := k + 1
		for m < to && p.tags[m]&(timeWord|number) != 0 && p.tags[m]&preposition == 0 {
			m++
		}
		if m > k+1 && m < to && p.dated(k+1, m) && p.nounPhrase(k, from-1).From == from && p.nounPhrase(to, m) == (sentence.Extent{From: m, To: to}) {
			return true
		}
	}
	return false
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
	if next := g + 1; v.Ing && !v.Finite && v.From > j && next < len(p.found) && p.found[next].Finite && p.found[next].From < int(p.nextBreak[j]) && p.nounPhrase(v.From, j-1).From == j {
		v, g = p.found[next], next // after a van carrying coal | was hit
	}
	if v.Infinite {
		return always
	}
	if v.From > j && p.tags[i]&preposition != 0 && (p.dated(j, v.From) || p.spanFirst(j, v.From)) {
		return false // the licence that had been valid since May expires
	}
	if p.tags[i]&preposition != 0 && p.subjectBehindTime(j, v.From) {
		return false // after talks on Monday | Macron left
	}
	if p.saysAt(i, j, v.From) {
		return false // said after a meeting on Monday | it would leave
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
		if m < len(p.found) && outside && p.lapseOpens(i, v.To, p.found[m].From) {
			return true
		}
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
	if k := p.relativeBefore(i, s); k >= 0 && before&stop != 0 && t&subordinator == 0 {
		p.pushUnder(k, Coordinate, i, sentence.Extent{From: i, To: i + 1}) // the man who won in May; who in June left
		return
	}
	kind := Complement
	switch {
	case t&relative == 0 && before&preposition != 0 && t&determiner != 0 && j < s.To && p.tags[j]&plural != 0 && p.pass(j+1, s, nil) == p.found[g].From:
		kind, from = Relative, i-1 // in what aides call a slip
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
	case before&start != 0 && p.top().Verb < 0 && p.freeRelative(g, s):
	case before&start != 0 || p.top().Verb < 0 && before&(coordinator|opening|stop|dash) != 0:
		return // a question: its words belong to the clause that begins here
	}
	if kind == Relative && from < i && p.top().From >= from {
		from = i
	}
	if kind == Subordinate {
		p.attach(i, s)
	}
	if kind == Relative {
		p.saidAhead(from, g+1, s)
		p.headBehindStop(from, g, s)
	}
	p.push(kind, from, sentence.Extent{From: from, To: i + 1})
}

// relativeBefore is the last relative clause of sentence s that the word at i opened, too, and
// that has its verb, or -1.
func (p *parser) relativeBefore(i int, s sentence.Extent) int {
	if p.tags[i]&relative == 0 {
		return -1
	}
	for k := len(p.out.Clauses) - 1; k >= 0 && p.out.Clauses[k].From >= s.From; k-- {
		if c := p.out.Clauses[k]; c.Kind == Relative && c.Verb >= 0 && c.Marker.Len() == 1 && strings.EqualFold(p.Words[c.Marker.From].Text, p.Words[i].Text) {
			return k
		}
	}
	return -1
}

// freeRelative reports whether what opens the sentence is the subject of its verb, which
// follows that of group g: what he did next | shocked them.
func (p *parser) freeRelative(g int, s sentence.Extent) bool {
	first := &p.found[g]
	if !first.Finite || first.inverted.Len() > 0 || p.asks(s) {
		return false
	}
	for m := g + 1; m < len(p.found); m++ {
		v := &p.found[m]
		if v.From > int(p.nextBreak[first.To]) {
			return false
		}
		if v.Finite {
			return !first.is(ofReport|ofThink) || p.pass(first.To, s, nil) == v.From
		}
	}
	return false
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
	return v >= 0 && p.out.Verbs[v].To == i && p.out.Verbs[v].is(ofReport|ofThink) && !(p.tags[i]&subordinator != 0 && p.leftBehind(v))
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
		(v.Ing && !v.Finite || v.done() && (p.tagAt(i-1, s)&comma != 0 || p.leadsIn(i, g, s))) && p.is(anAbsolute, i)
	if !direct && !absolute || direct && p.is(aParticle, i) && p.top().Verb >= 0 && p.out.Verbs[p.top().Verb].To == i {
		return // ruled out | sending troops
	}
	for k := j; absolute && k < v.From; k++ {
		if p.tags[k]&(nominal|of|coordinator) == 0 {
			return
		}
	}
	p.attach(i, s)
	p.push(Participial, i, sentence.Extent{From: i, To: i + 1})
}
