package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

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
	if p.found[g].Infinite && p.found[g].From == i+1 && !(v >= 0 && p.out.Verbs[v].is(ofReport|ofThink) && g+1 < len(p.found)) {
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
	case v < 0 && p.top().Kind == Main && p.tags[i+1]&noun != 0 && p.opensWithDate(i):
		p.tags[i] = determiner
		return // On Friday that pact lapsed
	case p.tags[i+1]&timeWord != 0 && p.thatDay(i, s):
		p.tags[i] = determiner
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

// opensWithDate reports whether only a date behind its preposition stands before word i in
// the open clause, and no word of a time that "that" may describe: on the day that.
func (p *parser) opensWithDate(i int) bool {
	from := p.top().From
	return p.tags[from]&preposition != 0 && p.tags[from+1]&determiner == 0 && p.dated(from+1, i)
}

// openThat opens what "that" at word i opens behind words that may ask for it, where g
// is the verb group behind it.
func (p *parser) openThat(i, g int, s sentence.Extent) {
	before, self, v := p.tagAt(i-1, s), sentence.Extent{From: i, To: i + 1}, p.top().Verb
	aside := p.tagAt(i+1, s)&comma != 0 && p.tags[p.found[g].From-1]&comma != 0 && p.found[g].Finite // that, in the end, was signed
	// That was signed, not that to sign, nor that raising taxes.
	direct := (p.found[g].From == i+1 || aside) && !p.found[g].Infinite && (p.found[g].Finite || !p.found[g].Ing)
	if b := int(p.nextBreak[i+1]); v >= 0 && p.out.Verbs[v].To == i && !p.out.Verbs[v].is(ofReport|ofThink) && (b <= p.found[g].From || p.tagAt(i+2, s)&coordinator != 0) && p.tagAt(i+1, s)&noun != 0 {
		return // made that argument in May, when …
	}
	takes := v >= 0 && p.out.Verbs[v].is(ofReport|ofThink)
	if k := p.awaiting(); k >= 0 && !takes && !direct && !(before&noun != 0 && p.remarks(k)) && (p.top().Kind == Participial || p.lacksNothing(&p.found[g], s)) {
		p.popTo(k, i) // told the paper in an interview aired on Monday | that …
		p.push(Complement, i, self)
		return
	}
	if before&comma != 0 && !direct && p.asideOfSaying() {
		p.popTo(len(p.stack)-2, i) // said on Monday, when it cut its rate, | that …
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
		p.saidAhead(i, g+1, s)
		p.headBehindStop(i, g, s)
		p.push(Relative, i, self)
	}
}

// asideOfSaying reports whether the innermost clause says behind a comma when somebody said
// what is still to come.
func (p *parser) asideOfSaying() bool {
	c := p.top()
	if c.Kind != Subordinate || c.Verb < 0 || len(p.stack) <= p.floor+1 || c.From == 0 || p.tags[c.From-1]&comma == 0 {
		return false
	}
	on := &p.out.Clauses[p.stack[len(p.stack)-2]]
	return on.Verb >= 0 && p.out.Verbs[on.Verb].Finite && p.out.Verbs[on.Verb].is(ofReport|ofThink) && p.out.Verbs[on.Verb].To < c.From
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
	if !w.Passive || w.is(ofAddressee) || w.From == 0 {
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
	for k > p.floor && p.ofHearer(&p.out.Clauses[p.stack[k]]) {
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
	if !v.is(ofReport) || v.Passive || v.Head+1 < len(p.tags) && p.tags[v.Head+1]&that != 0 {
		return -1
	}
	return k
}

// remarks reports whether a participle right behind the verb of the clause at place k of the
// stack, and a comma, says what was done by what stands before: …, he said, | ending a ban.
func (p *parser) remarks(k int) bool {
	v := p.verbAt(k)
	return v.To+1 < len(p.tags) && p.tags[v.To]&comma != 0 && p.tags[v.To+1]&ing != 0
}

// lacksNothing reports whether verb g has its object behind it, or wants none, so that it
// leaves none to what stands before "that".
func (p *parser) lacksNothing(g *group, s sentence.Extent) bool {
	t := p.tagAt(g.To, s)
	return g.Passive || g.Lemma == p.lex.copula || t&(determiner|object) != 0 || t == name
}

// ofHearer reports whether clause c only tells of the occasion or of the hearer, and its
// verb takes nothing that is said: told a senator | who wanted | to arm the rebels | that.
func (p *parser) ofHearer(c *Clause) bool {
	if c.Verb < 0 {
		return false
	}
	switch c.Kind {
	case Participial:
		return true
	case Relative, Infinitive:
		return !p.out.Verbs[c.Verb].is(ofReport | ofThink)
	}
	return false
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
	if g := int(p.groupAt[i+2]); v < 0 && p.top().Kind == Main && !p.nounTakes(i-1) && sentence.Capital(p.Words[i+1].Text) && g < len(p.found) && p.found[g].From == i+2 && p.found[g].Finite {
		return true // the strike that Friday killed nine
	}
	if v >= 0 && p.out.Verbs[v].To == i && p.out.Verbs[v].is(ofReport|ofThink) {
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
