package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// sameSubject opens at the coordinator i the clause of verb group g, which
// shares the subject of a clause before it.
func (p *parser) sameSubject(i, g int, s sentence.Extent, afterComma bool) {
	v := &p.found[g]
	if c := p.top(); !afterComma && c.Verb >= 0 && p.likeBase(v) {
		if w := p.groups_[c.Verb]; w.baseForm && w.Finite && (w.Tense != Past || w.Modality != Plain || w.From < w.Head) {
			v.bare, v.baseForm, v.Tense = false, true, Present // will raise rates, banks raise rates | and put a limit on loans
		} else if w.Infinite && p.notPast(c.Parent) {
			v.bare, v.baseForm, v.Tense = false, true, Present // plans to curb traffic | and shut schools
		}
	}
	if afterComma && v.Finite && !v.baseForm {
		p.attach(i, s)
		for len(p.stack) > p.floor+1 && p.top().Verb >= 0 && (p.top().Kind == Relative || p.top().Kind == Participial || p.top().Kind == Infinitive) {
			p.popTo(len(p.stack)-2, i)
		}
	}
	if c := p.top(); afterComma && v.Finite && c.Kind == Subordinate && c.Verb >= 0 && len(p.stack) > p.floor+1 && (p.tagAt(c.From-1, s)&comma != 0 || !p.commaIn(p.out.Verbs[c.Verb].To, i-1)) {
		p.popTo(len(p.stack)-2, i) // the talks stalled in May, after Peru left, | and were resumed in June
	}
	fits := p.fitting(g, s)
	whole := func(c *Clause) bool { return fits(c) && !p.elliptic(c) }
	k := p.parallel(v, whole, afterComma, afterComma && p.is(anAdding, i))
	if k < 0 || p.endsSeries(g, s) {
		k = p.target(whole)
	}
	if k >= 0 && v.hasDone() && !p.verbAt(k).hasDone() {
		if has := p.target(func(c *Clause) bool { return whole(c) && p.out.Verbs[c.Verb].hasDone() }); has >= 0 {
			k = has // has let them meet since the revolt began | and has given them money
		}
	}
	if c := p.top(); !afterComma && c.Verb >= 0 && v.bare {
		switch w := &p.out.Verbs[c.Verb]; {
		case w.Passive && (c.Kind == Relative || w.Ing && !w.Finite || w.To == i && v.From == i+1) && p.agentless(g, s):
			k = len(p.stack) - 1 // a truce that was signed in June and prolonged in August; after being shot and left
		case w.Passive && c.Kind == Participial && !w.Finite && p.wasDone(g, s):
			k = len(p.stack) - 1 // a truce drafted in Lima and signed by Peru
		case w.To == i && v.From == i+1 && w.Finite && w.Perfect && !w.Passive && fits(c):
			k = len(p.stack) - 1 // who had killed or wounded nine
		}
	}
	if k < 0 {
		return
	}
	if !afterComma && p.retold(k, g, s) {
		k = len(p.stack) - 1 // he spoke of a boy who killed three men and injured 12
	}
	if c := p.out.Clauses[p.stack[k]]; afterComma && (v.bare && c.Kind == Complement || v.Finite && c.Kind == Subordinate) && k > p.floor && fits(&p.out.Clauses[p.stack[k-1]]) {
		if list := p.out.Clauses[p.stack[k-1]]; list.Kind == Coordinate && list.Marker.Len() == 0 && p.tagAt(list.From-1, s)&comma != 0 {
			k-- // he attacked the pact, wondered whether it was alive, | and called for talks; left after it fell, | and came back
		}
	}
	if p.speaksOn(k, v) && fits(&p.out.Clauses[p.stack[k-1]]) {
		k-- // he said it seemed over | and announced a levy
	}
	p.takeForm(i, g, p.out.Verbs[p.out.Clauses[p.stack[k]].Verb], s)
	p.replace(k, i)
}

// commaIn reports whether a comma stands among the words.
func (p *parser) commaIn(from, to int) bool {
	for i := from; i < to; i++ {
		if p.tags[i]&comma != 0 {
			return true
		}
	}
	return false
}

// wasDone reports whether what group g tells was done to its subject, though its form may
// be a past: somebody did it, or its verb has no object, which it does not stand without.
func (p *parser) wasDone(g int, s sentence.Extent) bool {
	v := &p.found[g]
	return p.byAgent(*v, s) || v.is(ofObjects) && p.agentless(g, s) && p.tagAt(v.To, s)&that == 0
}

// verbAt is the verb of the clause at place k of the stack, which has one.
func (p *parser) verbAt(k int) *Verb { return &p.out.Verbs[p.out.Clauses[p.stack[k]].Verb] }

// hasDone reports whether a verb is told in the present perfect.
func (v *Verb) hasDone() bool { return v.Finite && v.Perfect && v.Tense == Present }

// takeForm gives group g of sentence s, which a conjunction or comma at word i joins to verb
// w, what it leaves unsaid of its form: was signed and prolonged, has raised and lowered.
func (p *parser) takeForm(i, g int, w Verb, s sentence.Extent) {
	v := &p.found[g]
	switch {
	case v.leansBack() && v.From == v.Head:
		v.Tense, v.Modality, v.Finite, v.Infinite = w.Tense, w.Modality, w.Finite, false
		if w.Infinite {
			v.Finite = false
		}
	case v.bare && p.agentless(g, s) && w.Passive:
		v.bare, v.Passive, v.Finite, v.Tense, v.Perfect = false, true, w.Finite, w.Tense, w.Perfect
		v.Modality = w.Modality
	case !v.Finite && v.Passive && w.Passive && w.Finite:
		v.Finite, v.Tense, v.Perfect, v.Modality = true, w.Tense, w.Perfect, w.Modality // was held in May | and taken to Lima
	case !v.Finite && v.Passive && w.Perfect && !w.Passive && w.Finite:
		v.Finite, v.Passive, v.Tense, v.Perfect, v.Modality = true, false, w.Tense, true, w.Modality // has written a book | and given a talk
	case v.bare && w.Perfect && !w.Passive:
		v.bare, v.Tense, v.Perfect = false, w.Tense, true
	case v.bare && p.besideAdjective(w, i) && (p.byAgent(*v, s) || p.tags[v.From-1]&negation != 0):
		v.bare, v.Passive, v.Tense, v.Modality, v.Negated = false, true, w.Tense, w.Modality, p.tags[v.From-1]&negation != 0
	case v.bare:
		v.bare = false
	}
}

// retold reports whether group g, which no comma parts from the relative before it, goes on
// with whom that describes, because the verb of the clause at place k of the stack only
// says so.
func (p *parser) retold(k, g int, s sentence.Extent) bool {
	c, v := p.top(), &p.found[g]
	if c.Kind != Relative || c.Verb < 0 || c.Marker.Len() != 1 || !p.is(aPersonal, c.Marker.From) || k == len(p.stack)-1 {
		return false
	}
	w, says := &p.out.Verbs[c.Verb], &p.out.Verbs[p.out.Clauses[p.stack[k]].Verb]
	if !says.is(ofReport|ofThink|ofVoicing) || v.is(ofReport|ofVoicing) {
		return false
	}
	return v.Finite && v.Tense == Past && w.Finite && w.Tense == Past && !w.Perfect && !w.Passive && w.Modality == Plain && !p.agentless(g, s)
}

// notPast reports whether clause c tells of now or later: then a form that is past and base
// goes on from the infinitive under it.
func (p *parser) notPast(c int) bool {
	if c < 0 || p.out.Clauses[c].Verb < 0 {
		return false
	}
	v := p.out.Verbs[p.out.Clauses[c].Verb]
	return v.Finite && v.Tense != Past && !v.Perfect
}

// fitting is which clauses have a verb of a form that group g can go on from: a base form
// from a base form, a participle from another one.
func (p *parser) fitting(g int, s sentence.Extent) func(*Clause) bool {
	v := &p.found[g]
	switch {
	case v.leansBack():
		return func(c *Clause) bool { return p.groups_[c.Verb].baseForm }
	case !v.Finite && v.Ing:
		return func(c *Clause) bool { return p.out.Verbs[c.Verb].Ing }
	case !v.Finite:
		active := !p.agentless(g, s)
		return func(c *Clause) bool {
			w := p.out.Verbs[c.Verb]
			return w.Passive || active && w.Perfect && w.Finite && !w.Ing
		}
	case v.bare && p.agentless(g, s):
		return func(c *Clause) bool { w := p.out.Verbs[c.Verb]; return w.Finite || w.Passive }
	}
	return func(c *Clause) bool { return p.out.Verbs[c.Verb].Finite }
}

// besideAdjective reports whether only an adjective stands between a form of be and the
// coordinator at word i: the talks were tense | and overshadowed by a quarrel.
func (p *parser) besideAdjective(w Verb, i int) bool {
	if w.Lemma != p.lex.copula || !w.Finite || w.Passive || i <= w.To || i-w.To > maxPassed {
		return false
	}
	for j := w.To; j < i; j++ {
		if p.tags[j]&(determiner|possessive|number|pronoun|name|plural|preposition|comma) != 0 {
			return false // is a general and
		}
	}
	return true
}

// endsSeries reports whether group g ends the series of what somebody underwent that the
// innermost clause goes on with: were beaten, robbed | and left for dead; the pact, signed
// in May | and never ratified, was dead.
func (p *parser) endsSeries(g int, s sentence.Extent) bool {
	c := p.top()
	if c.Verb < 0 || !p.out.Verbs[c.Verb].Passive || !p.found[g].bare || !p.agentless(g, s) {
		return false
	}
	return c.Kind == Coordinate && c.Marker.Len() == 0 || c.Kind == Participial && p.tagAt(c.From-1, s)&comma != 0 && p.verbBehindComma(g, s)
}

// speaksOn reports whether v, a verb of saying, goes on from the clause around the one at
// place k of the stack, which is what is said there and no words itself.
func (p *parser) speaksOn(k int, v *group) bool {
	c := &p.out.Clauses[p.stack[k]]
	if c.Kind != Complement || k <= p.floor || c.Marker.Len() > 0 || !v.Finite || v.Tense != Past || !v.is(ofReport) {
		return false
	}
	outer := p.out.Clauses[p.stack[k-1]]
	if outer.Verb < 0 || p.out.Verbs[c.Verb].is(ofReport) {
		return false
	}
	o := p.out.Verbs[outer.Verb]
	return o.is(ofReport) && o.Finite && o.Tense == Past && !o.Passive
}

// elliptic reports whether clause c only likens what is told, and leaves out its verb:
// spoke from the balcony, as he had in May, | and left.
func (p *parser) elliptic(c *Clause) bool {
	w := p.groups_[c.Verb]
	return c.Kind == Subordinate && w.From == w.Head && w.Lemma == p.lex.having && p.tags[w.To]&(determiner|name|noun|number|object|adjective) == 0
}

// parallel is the place of the innermost clause that fits and whose verb has
// the form of v; -1 where there is none: he told them that it was over and
// thanked them. A relative goes on where a comma has opened it and none ends it:
// they praised the boy, who left in May and came back. What was done does not go on from
// what was not: he said Peru did not object, and thanked it.
func (p *parser) parallel(v *group, fits func(*Clause) bool, afterComma, adds bool) int {

	if !v.bare && !(v.Finite && v.Tense == Past) {
		return -1
	}
	return p.target(func(c *Clause) bool {
		w := p.out.Verbs[c.Verb]
		return fits(c) && (c.Kind != Relative || !afterComma && c.From > 0 && p.tags[c.From-1]&comma != 0) && w.Finite && w.Ing == v.Ing && w.Tense == Past && !w.Perfect && !w.Passive && w.Modality == Plain && (w.Lemma == p.lex.copula) == (v.Lemma == p.lex.copula) && (!adds || !w.Negated || v.Negated)
	})
}

// agentless reports whether no object stands behind the verb, as after a
// participle that makes a passive.
func (p *parser) agentless(g int, s sentence.Extent) bool {
	if p.found[g].is(ofActive) {
		return false // was freed and arrived in Lima
	}
	t := p.tagAt(p.found[g].To, s)
	if t&(determiner|adjective|number) != 0 && p.tagAt(p.found[g].To+1, s)&timeWord != 0 {
		return true // and jailed last month
	}
	return t&(determiner|name|noun|number|pronoun|object|adjective|possessive) == 0 || t&timeWord != 0
}
