package clause

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

func lower(s string) string { return strings.ToLower(s) }

// place gives verb group g its clause: the one that waits for it, or a new
// one. It returns the word to go on with.
func (p *parser) place(k int, s sentence.Extent) int {
	g := p.found[k]
	if g.bare && !p.finitePast(k, s) {
		g.Finite, g.Tense, g.Passive = false, NoTense, true
		p.found[k] = g
	} else if g.bare {
		p.likeBefore(k, s)
		g = p.found[k]
	}
	p.groups_ = append(p.groups_, g)
	p.out.Verbs = append(p.out.Verbs, g.Verb)
	v := len(p.out.Verbs) - 1
	if from, ok := p.interposed(k, s); ok {
		if parent := p.stack[len(p.stack)-1]; p.top().Verb >= 0 {
			p.pop(p.stopped)
			p.pushUnder(parent, Coordinate, p.stopped, sentence.Extent{})
		}
		p.push(Coordinate, from, sentence.Extent{})
	}
	if !g.Finite {
		p.saidAhead(g.From, k+1, s)
	}
	switch {
	case g.Infinite:
		if c := p.top(); c.Verb >= 0 || !(p.tagAt(g.From-1, s)&question != 0 && c.Kind == Complement) {
			p.push(Infinitive, g.From, sentence.Extent{From: g.From, To: g.From + 1})
		}
	case !g.Finite:
		p.participle(k, s)
	case p.top().Verb < 0:
		if from := p.contacts(k, s); from >= 0 {
			p.push(Relative, from, sentence.Extent{})
		}
	default:
		p.finiteClause(g, s)
	}
	p.top().Verb = v
	if g.inverted.Len() > 0 && g.From == s.From && !p.asks(s) && p.top().Kind == Main {
		p.top().Kind = Condition // should talks fail, …
	}
	if at := p.saidOf(g.Verb, s); at >= 0 {
		p.push(Complement, at, sentence.Extent{})
		return at
	}
	return g.To
}

// asks reports whether s ends as a question does.
func (p *parser) asks(s sentence.Extent) bool {
	for i := s.To - 1; i >= s.From && i >= s.To-3; i-- {
		if p.Words[i].Text[0] == '?' {
			return true
		}
	}
	return false
}

// finiteClause finds the clause of a finite verb where the innermost clause
// has its verb already: one further out that waits, or a new one that no word
// marks (he said it was; the deal they signed).
func (p *parser) finiteClause(g group, s sentence.Extent) {
	last := p.out.Verbs[p.top().Verb]
	np := p.nounPhrase(g.From, max(last.To, p.top().From))
	takes := last.is(ofReport|ofThink) && !(last.Passive && last.is(ofNaming))
	if by := p.phraseBehindComma(g.From, max(last.To, p.top().From)); g.is(ofReport) && by.Len() > 0 && by.From <= np.From && p.tagAt(by.From-1, s)&comma != 0 {
		np, p.fresh = by, by.From // …, the World Bank (WB) said
	}
	if g.is(ofReport) && p.waiting() < 0 {
		if by := p.apposed(g.From, max(last.To, p.top().From)); by.Len() > 0 {
			np, p.fresh = by, by.From // …, the speaker, Ana Ruiz, wrote
		}
	}
	behind := p.fresh > last.From && p.fresh <= g.From
	if np.Len() == 0 && last.is(ofClausal) && !behind {
		np = p.timed(g.From, max(last.To, p.top().From))
	}
	if takes && !behind {
		np.From = p.saidWhen(np)
	}
	if k := p.waiting(); k >= 0 && !(takes && !behind && np.Len() > 0 && p.opensBehind(last, np.From)) {
		p.popTo(k, p.resumesAt(k, g, np, s))
		return
	}
	if p.behindColon(last) {
		p.push(Complement, max(p.stopped, p.lastFrom()+1), sentence.Extent{})
		return
	}
	from := np.From
	if g.with || np.Len() == 0 {
		from = g.From
	}
	floor := max(last.To, p.lastFrom()+1)
	switch {
	case !behind && last.is(ofBare) && !last.Passive && g.leansBack() && (g.From == last.To || np.Len() > 0 && np.From == last.To):
		p.push(Infinitive, max(g.From, floor), sentence.Extent{}) // let it lapse, made him resign
		v := &p.out.Verbs[len(p.out.Verbs)-1]
		v.Finite, v.Infinite, v.Tense = false, true, NoTense
		p.groups_[len(p.groups_)-1].Verb = *v
	case !behind && p.contact(last, g, np): // the clause waits for g now
	case behind && p.serial(g.From):
		p.join(len(p.stack)-1, p.fresh, sentence.Extent{From: p.fresh, To: p.fresh})
	case behind && p.describer(g.From, p.fresh) >= 0:
		p.push(Relative, p.describer(g.From, p.fresh), sentence.Extent{}) // banned it, a step | he had resisted
	case behind:
		p.openBeside(last, floor)
	case !takes && p.unmarked(g, floor, s) >= 0:
		p.push(Relative, p.unmarked(g, floor, s), sentence.Extent{}) // tore up the pact | Ruiz had signed
	case takes:
		if from == np.From && last.is(ofReport|ofClausal) {
			from = p.joinedBy(np, floor)
		}
		p.push(Complement, max(from, floor), sentence.Extent{})
	default:
		p.push(Relative, max(from, floor), sentence.Extent{})
	}
}

// openBeside opens, not before word floor, the clause beside the outermost one that a
// comma or a hard stop behind verb last parts from it: the king fled; | the army left.
func (p *parser) openBeside(last Verb, floor int) {
	marker, from := sentence.Extent{}, p.fresh
	if k := p.setForward(floor); k >= 0 {
		from = k // …; three years later, in March, | a general told
		if p.tags[k]&coordinator != 0 {
			marker = sentence.Extent{From: k, To: k + 1}
		}
	} else if p.stopped > last.From {
		from = p.stopped
	}
	from = max(from, floor)
	p.popTo(p.floor, from)
	parent := p.stack[len(p.stack)-1]
	p.pop(from)
	p.pushUnder(parent, Coordinate, from, marker)
}

// resumesAt is where the clause at place k in the stack, which waits, goes on to its
// verb g behind the clauses inside of it, where np is the noun phrase before g.
func (p *parser) resumesAt(k int, g group, np, s sentence.Extent) int {
	last, at := p.out.Verbs[p.top().Verb], g.From
	if p.tagAt(at-1, s)&negation != 0 && at-1 >= last.To {
		return at - 1 // the truce that he proposed in May | never held
	}
	if p.tagAt(at-1, s)&pronoun != 0 && p.tags[at-1]&(determiner|object|noun) == 0 && at-2 > last.From && p.tags[at-2]&(noun|timeWord|name|number) != 0 && p.frontedBy(k) && !p.headed(k) {
		return at - 1 // When the firm closed its mine | it gave no reason
	}
	if np.Len() == 0 || p.fresh > last.From && p.fresh <= at {
		return at
	}
	if np.From == last.To && p.top().Kind == Subordinate && (last.Passive || last.Lemma == p.lex.copula) && !p.headed(k) {
		return np.From // Before the bell was rung | the minister left
	}
	if from := p.saidWhen(np); from > last.To && p.tags[from-1]&timeWord != 0 && p.top().Kind == Participial && last.Passive && p.tagAt(p.out.Clauses[p.stack[k]].From, s)&preposition != 0 {
		return from // In a letter published last Friday | he wrote
	}
	return at
}

// frontedBy reports whether the clause opened right inside of the one at place k of the
// stack, which waits, says when or if: when he threatened to close the port | he was
// rebuked.
func (p *parser) frontedBy(k int) bool {
	if k+1 >= len(p.stack) {
		return false
	}
	kind := p.out.Clauses[p.stack[k+1]].Kind
	return kind == Subordinate || kind == Condition
}

// setForward is where a clause begins before what stands in front of it and ends with
// the last comma: at a coordinator that a time parts from it (ratified it in May, |
// and on 31 December, at noon, the canal was handed over), or behind a semicolon (; |
// at a summit in May, they signed). It is -1 where neither stands behind word lo.
func (p *parser) setForward(lo int) int {
	timed := false
	for i := p.fresh - 1; i >= lo && p.fresh-i <= maxPhrase; i-- {
		switch t := p.tags[i]; {
		case t&coordinator != 0 && timed && (p.tags[i+1]|p.tags[max(i-1, 0)])&comma != 0:
			return i
		case t&stop != 0:
			return i + 1
		case t&timeWord != 0 || p.year(i):
			timed = true
		case t&(preposition|number|comma|adverb|determiner|adjective|nominal|that) == 0 || t&coordinator != 0:
			return -1
		case t&(verbal|helping|dash|opening|closing) != 0 && t&(noun|name|adjective|preposition|adverb|number) == 0:
			return -1
		}
	}
	return -1
}

// headed reports whether a noun stands in the clause at place k of the stack
// before the one that was opened inside of it.
func (p *parser) headed(k int) bool {
	if k+1 >= len(p.stack) {
		return false
	}
	c, inner := p.out.Clauses[p.stack[k]], p.out.Clauses[p.stack[k+1]]
	return p.named(max(c.From, inner.From-maxReach), inner.From)
}

// pop closes the innermost clause, unless it is where a quotation begins or
// the last one.
func (p *parser) pop(i int) {
	p.top().To = max(i, p.top().From)
	p.stack = p.stack[:len(p.stack)-1]
}

// lastFrom is where the clause opened last begins.
func (p *parser) lastFrom() int { return p.out.Clauses[len(p.out.Clauses)-1].From }

// coordinate deals with and, or, but at word i.
func (p *parser) coordinate(i int, s sentence.Extent) {
	j := p.pass(i+1, s, nil)
	if j >= s.To {
		return
	}
	afterComma := p.tagAt(i-1, s)&comma != 0
	if p.tagAt(i-1, s)&timeWord != 0 && p.tags[i+1]&timeWord != 0 && p.tagAt(i+2, s)&(comma|stop|preposition) != 0 {
		return // on Monday and Tuesday
	}
	if afterComma && p.tags[i+1]&preposition != 0 && p.top().Kind == Relative && p.top().Verb >= 0 && p.again(i+1) {
		p.popTo(len(p.stack)-2, i) // not by Ruiz, who was there, | but by Vega
		return
	}
	g := int(p.groupAt[j])
	if g == len(p.found) {
		return
	}
	if p.timeThenAside(i, g, s) && p.top().Verb >= 0 && p.waiting() < 0 {
		if k := p.target(func(c *Clause) bool { return p.out.Verbs[c.Verb].Finite && c.Kind != Relative }); k >= 0 {
			p.replace(k, i)
			return
		}
	}
	v := p.found[g]
	if v.From == j && !v.Infinite {
		p.sameSubject(i, g, s, afterComma)
		return
	}
	if v.From == j { // and to sell
		if k := p.nearest(Infinitive); k > p.floor {
			p.popTo(k-1, i)
		}
		return
	}
	if before := p.before(v.From, s); before&coordinator != 0 && v.Finite {
		return // in A and B | and ordered
	}
	if v.done() && p.tagAt(v.To, s)&(comma|stop|end) != 0 && p.besideAbsolute(v) {
		return // with Ruiz gone | and Vega jailed
	}
	if p.theyBehind(j, v.From) {
		return // with arms and money | but they lost
	}
	if p.behindTime(i, g, s) {
		p.sameSubject(i, g, s, afterComma)
		return
	}
	p.ownSubject(i, j, g, s, afterComma)
}

// firstSubject reports whether a subject begins behind the last hard stop, or behind the
// time that stands there, that the coordinator at word i goes on with: they left; Chile and
// Peru stay; in 2015 | Chile and Peru left.
func (p *parser) firstSubject(i int) bool {
	if p.stopped <= p.out.Verbs[p.top().Verb].From {
		return false
	}
	lo := p.stopped
	for k := lo + 1; k < i && k-p.stopped < maxLater; k++ {
		if p.when(p.stopped, k) || k-p.stopped == 2 && p.tags[k-2]&preposition != 0 && p.year(k-1) {
			lo = k
		}
	}
	if lo < i && p.tags[lo]&comma != 0 {
		lo++
	}
	np := p.nounPhrase(i, lo)
	return np.From == lo && np.To == i
}

// markedLater reports whether a subordinator behind word j opens the clause of the verb at
// word to: they moved to Poland and Oslo | after Chile left.
func (p *parser) markedLater(j, to int) bool {
	for k := j + 1; k+1 < to; k++ {
		if p.tags[k]&subordinator != 0 && p.tags[k+1]&(pronoun|name) != 0 && p.nounPhrase(to, k).From == k+1 && !p.year(k+1) {
			return true
		}
	}
	return false
}

// theyBehind reports whether a coordinator and a pronoun, the subject of the verb at word
// to, stand behind word j.
func (p *parser) theyBehind(j, to int) bool {
	for k := j; k+1 < to; k++ {
		if p.tags[k]&coordinator != 0 && p.tags[k+1]&pronoun != 0 && p.tags[k+1]&determiner == 0 {
			return true
		}
	}
	return false
}

// again reports whether the preposition at word i stands in the clause around the
// relative that is open, too.
func (p *parser) again(i int) bool {
	c := p.top()
	if c.Parent < 0 {
		return false
	}
	for k := c.From - 1; k >= p.out.Clauses[c.Parent].From && c.From-k < maxPhrase; k-- {
		if p.tags[k]&preposition != 0 && strings.EqualFold(p.Words[k].Text, p.Words[i].Text) {
			return true
		}
	}
	return false
}

// target is the place in the stack of the innermost clause with a verb that
// fits, or -1.
func (p *parser) target(fits func(*Clause) bool) int {
	for k := len(p.stack) - 1; k >= p.floor; k-- {
		if c := &p.out.Clauses[p.stack[k]]; c.Verb >= 0 && fits(c) {
			return k
		}
	}
	return -1
}

// replace ends the clause at place k of the stack; one that is coordinate
// with it begins at word i, which joins the two.
func (p *parser) replace(k, i int) { p.join(k, i, sentence.Extent{From: i, To: i + 1}) }

// join ends the clause at place k of the stack; one that is coordinate with it
// begins at word i with the words of marker.
func (p *parser) join(k, i int, marker sentence.Extent) {
	c := p.stack[k]
	if k == p.floor && p.floor > 0 || p.out.Clauses[c].From >= i {
		p.popTo(k, i)
		p.push(Coordinate, i, marker)
		return
	}
	p.popTo(k-1, i)
	p.pushUnder(c, Coordinate, i, marker)
}
