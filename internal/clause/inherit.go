package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// inherited is the subject of a clause that has none of its own.
func (p *parser) inherited(c int, g group) sentence.Extent {
	np := p.antecedent(c, g)
	if k := p.out.Clauses[c].Kind; (k == Relative || k == Participial) && np.Len() > 2 && p.tags[np.From]&(number|pronoun) == number|pronoun && p.tags[np.From+1]&of != 0 && !p.singular(g) {
		np.From += 2 // one of | four men killed in May
	}
	return np
}

// singular reports whether the form of g shows a subject that is one.
func (p *parser) singular(g group) bool {
	t := p.tags[g.From]
	return (t&be != 0 || t&have != 0 && g.Tense == Present) && g.Finite && !p.is(aSeveral, g.From) || t&third != 0 && t&past == 0
}

// antecedent is what a clause without a subject of its own tells of.
func (p *parser) antecedent(c int, g group) sentence.Extent {
	cl := &p.out.Clauses[c]
	none := cl.Subject
	if cl.Parent < 0 {
		return none
	}
	parent := p.out.Clauses[cl.Parent]
	switch cl.Kind {
	case Relative:
		if s := p.sharedNoun(cl, parent); s.Len() > 0 {
			return s
		}
		if np := p.nounPhrase(p.untimed(p.beforeComma(cl.From), parent.From), parent.From); np.Len() > 0 {
			if s := p.heldBy(np); np.To < cl.From && s.Len() > 0 && p.ofNoName(cl, g, false) {
				return s
			}
			if s := parent.Subject; s.To == np.To && s.From < np.From && p.tags[np.From-1]&coordinator != 0 {
				return s // A, B and three other states, which closed their ports
			}
			return p.head(np, cl, parent, g)
		}
	case Participial:
		if np := p.ofParticiple(c, g); np.Len() > 0 {
			return np
		}
	case Infinitive:
		if parent.Verb >= 0 {
			v := p.out.Verbs[parent.Verb]
			if np := p.nounPhrase(cl.From, v.To); np.Len() > 0 && np.From == v.To+1 && p.is(aFor, v.To) {
				return np // called for Iran to leave
			}
			if np := p.nounPhrase(cl.From, v.To); np.Len() > 0 && np.From == v.To && !v.Passive && (p.acts(np) || p.tags[np.To-1]&plural != 0) {
				return np // urged Iran to leave
			}
			if i := cl.From - 2; i > v.To && p.tags[i]&comma != 0 && p.tags[i+1]&adjective != 0 {
				if np := p.nounPhrase(i, v.To); np.Len() > 0 {
					return np // want the ban, due to expire, …
				}
			}
		}
	case Complement:
		if parent.Kind == Relative && parent.Verb >= 0 && p.out.Verbs[parent.Verb].To == cl.From && g.From == cl.From && parent.Parent >= 0 {
			return p.nounPhrase(p.beforeComma(parent.From), p.out.Clauses[parent.Parent].From) // the boy who doctors say died
		}
		return none
	case Coordinate:
		if np := p.resumed(c, parent); np.Len() > 0 {
			return np
		}
	}
	return parent.Subject
}

// ofParticiple is what participle c tells of where that is not the subject of the clause
// around it, else it is empty.
func (p *parser) ofParticiple(c int, g group) sentence.Extent {
	cl := &p.out.Clauses[c]
	parent := p.out.Clauses[cl.Parent]
	if p.besideSayer(c) {
		return p.out.Clauses[parent.Parent].Subject
	}
	if np, ok := p.described(cl, g, parent); ok {
		return np
	}
	if k := cl.From - 1; g.Passive && k > parent.From && p.tags[k]&closing != 0 && p.quotedNoun(cl.From) {
		return sentence.Extent{From: p.Quotes[p.Quote(k)].From - 1, To: cl.From} // the “pact” signed in May
	}
	to := cl.From
	for to > parent.From && p.tags[to-1]&adverb != 0 && p.tags[to-1]&nominal == 0 {
		to-- // those | immediately freed
	}
	if cl.Marker.Len() > 0 || to <= parent.From || p.tags[to-1]&nominal == 0 {
		return sentence.Extent{}
	}
	np := p.nounPhrase(to, parent.From)
	if p.member(np, parent) {
		return parent.Subject
	}
	if outer := p.hanging(np, parent.From); g.Passive && outer.From-1 > parent.From && p.tags[outer.From-1]&comma != 0 && p.is(aSingle, outer.From) && p.tags[np.From]&determiner == 0 {
		return outer // Vega, a major in intelligence jailed in May, left
	}
	return np
}

// besideSayer reports whether participle c behind a comma goes on with what somebody is
// said to do, and not with who says it: they stormed the port, residents said, | killing
// two; but he was pleased, he said, | speaking in Lima.
func (p *parser) besideSayer(c int) bool {
	cl := &p.out.Clauses[c]
	if cl.Kind != Participial || cl.Verb < 0 || cl.Marker.Len() > 0 || cl.Parent < 0 || cl.From == 0 || p.tags[cl.From-1]&comma == 0 {
		return false
	}
	g, by := &p.out.Verbs[cl.Verb], &p.out.Clauses[cl.Parent]
	if !g.Ing || g.From != cl.From || g.is(ofReport|ofThink|ofVoicing) || by.Kind != Coordinate || by.Marker.Len() > 0 || by.Verb < 0 || by.Parent < 0 || by.From == 0 || p.tags[by.From-1]&comma == 0 || by.Subject.From < by.From {
		return false
	}
	v := &p.out.Verbs[by.Verb]
	around := &p.out.Clauses[by.Parent]
	return v.is(ofReport) && v.Finite && !v.Passive && v.To <= cl.From && p.spokeOnly(v, cl.From) && p.Quote(by.From-2) < 0 && around.Verb >= 0 && p.out.Verbs[around.Verb].To < by.From && p.out.Verbs[around.Verb].Finite
}

// spokeOnly reports whether nothing but when, where or to whom stands between verb v of
// saying and the comma before word i.
func (p *parser) spokeOnly(v *Verb, i int) bool {
	k := p.behindAddressee(*v)
	return k >= i-1 || p.tags[k]&(preposition|timeWord|adverb) != 0
}

// resumed is the noun phrase behind a semicolon that a relative or a participle
// between commas parts from its verb, the one of clause c: they agreed; the pipe,
// which crosses the bay, opens in May. Else it is empty.
func (p *parser) resumed(c int, parent Clause) sentence.Extent {
	cl := &p.out.Clauses[c]
	none := sentence.Extent{From: cl.From, To: cl.From}
	if cl.Marker.Len() > 0 || p.tags[cl.From-1]&comma == 0 || parent.Verb < 0 {
		return none
	}
	for k := c - 1; k >= 0; k-- {
		x := &p.out.Clauses[k]
		if x.Parent != cl.Parent || x.Kind != Relative && x.Kind != Participial || x.From <= p.out.Verbs[parent.Verb].To {
			continue
		}
		np := p.nounPhrase(p.beforeComma(x.From), parent.From)
		if np.Len() > 0 && np.From > p.out.Verbs[parent.Verb].To && p.tags[np.From-1]&stop != 0 {
			return np
		}
		if np = p.opened(p.out.Verbs[parent.Verb].To, x.From); np.Len() > 0 {
			cl.Kind = Subordinate
			return np
		}
		break
	}
	return none
}

// opened is the name between commas and a word that opens a clause, from word lo
// on: the morning after Ana Ruiz, in a speech that …, | resigned.
func (p *parser) opened(lo, hi int) sentence.Extent {
	for i := lo; i+2 < hi; i++ {
		if p.tags[i]&subordinator == 0 || p.tags[i+1]&name == 0 {
			continue
		}
		j := i + 1
		for j < hi && p.tags[j]&name != 0 {
			j++
		}
		if j < hi && p.tags[j]&comma != 0 {
			return sentence.Extent{From: i + 1, To: j}
		}
	}
	return sentence.Extent{From: hi, To: hi}
}

// head is the noun phrase that a relative behind a comma describes: np itself,
// or, where np is a bare noun under a preposition, the phrase that it hangs on:
// the agreement on nuclear energy, which was signed.
func (p *parser) head(np sentence.Extent, cl *Clause, parent Clause, g group) sentence.Extent {
	if p.tags[cl.From-1]&comma == 0 {
		if outer := p.ofMatter(np, parent); outer.Len() > 0 {
			return outer
		}
		return p.restricted(np, cl, parent)
	}
	if outer := p.people(np, cl, parent); outer.From < np.From {
		return outer // a band from Lima, who formed in May
	}
	if np.From-1 <= parent.From || p.tags[np.From]&(determiner|number|pronoun) != 0 || p.owned(np) || p.tags[np.From-1]&preposition == 0 {
		return np
	}
	outer := p.nounPhrase(np.From-1, parent.From)
	several := outer.Len() > 0 && p.tags[outer.To-1]&plural != 0
	switch {
	case outer.Len() == 0 || p.tags[outer.From]&determiner == 0 && !several && !g.is(ofSpans):
		return np // not: trade with Peru, which peaked in May
	case several && p.singular(g):
		return np // problems at the port, which is empty
	case p.tags[np.To-1]&name != 0 && !p.ofNoName(cl, g, several):
		return np
	}
	outer.To = np.To
	return outer
}

// sharedNoun is what a relative describes that stands right behind one without a marker, as
// that one does: a decree | Vega signed on Monday | that lifted the curfew. Else it is empty.
func (p *parser) sharedNoun(cl *Clause, parent Clause) sentence.Extent {
	if parent.Kind != Relative || parent.Marker.Len() > 0 || parent.Verb < 0 || parent.Parent < 0 || p.tags[cl.From-1]&comma != 0 {
		return sentence.Extent{}
	}
	if to := p.out.Verbs[parent.Verb].To; to != cl.From && !p.when(to, cl.From) {
		return sentence.Extent{}
	}
	return p.nounPhrase(parent.From, p.out.Clauses[parent.Parent].From)
}

// heldBy is what a participle says that np did, where that is its agent: talks led by Vega,
// | which resumed on Monday. Else it is empty.
func (p *parser) heldBy(np sentence.Extent) sentence.Extent {
	none := sentence.Extent{From: np.To, To: np.To}
	if np.From == 0 || !p.is(aBy, np.From-1) || p.out.Of[np.From-1] < 0 {
		return none
	}
	c := p.out.Clauses[p.out.Of[np.From-1]]
	if c.Kind != Participial || c.Verb < 0 || !p.out.Verbs[c.Verb].Passive {
		return none
	}
	return c.Subject
}

// member reports whether the subject of a clause is said to be among those that the one
// word np points to: Vega was among those freed in May.
func (p *parser) member(np sentence.Extent, parent Clause) bool {
	if np.Len() != 1 || np.From <= parent.From || !p.is(anAmong, np.From-1) || p.tags[np.From]&pronoun == 0 || parent.Verb < 0 || parent.Subject.Len() == 0 {
		return false
	}
	v := &p.out.Verbs[parent.Verb]
	return v.Lemma == p.lex.copula && v.Finite && !v.Negated && v.Modality == Plain
}

// ofNoName reports whether what a relative tells behind a name is of no name, but of the
// phrase that the name belongs to: of a pact with Peru, which was signed, the pact; of a
// feud with it, which ended, the feud; of sanctions on it, which were lifted, these.
func (p *parser) ofNoName(cl *Clause, g group, several bool) bool {
	if p.is(aPersonal, cl.Marker.From) {
		return g.Passive && g.is(ofTexts)
	}
	return g.Passive && g.is(ofTexts) || g.is(ofSpans) && p.objectless(g) || several && p.is(aSeveral, g.From)
}

// objectless reports whether no noun phrase follows a verb right away, or nothing can be
// its object.
func (p *parser) objectless(g group) bool {
	return g.Passive || g.To >= len(p.tags) || p.tags[g.To]&(determiner|noun|name|pronoun|object|number) == 0 || p.tags[g.To]&(preposition|timeWord) != 0 || p.dated(g.To, min(g.To+2, len(p.tags)))
}

// owned reports whether a noun phrase says whose it is: Vega's trip.
func (p *parser) owned(np sentence.Extent) bool {
	for i := np.From; i < np.To; i++ {
		if p.tags[i]&possessive != 0 {
			return true
		}
	}
	return false
}

// ofMatter is the phrase that np, one noun of which there is no number, says the matter
// of: calls for reform | that began in May. Else it is empty.
func (p *parser) ofMatter(np sentence.Extent, parent Clause) sentence.Extent {
	none := sentence.Extent{From: np.To, To: np.To}
	if np.Len() != 1 || np.From-2 <= parent.From || p.tags[np.From]&noun == 0 || p.tags[np.From]&(plural|name|pronoun|determiner|timeWord) != 0 || p.tags[np.From-1]&preposition == 0 || p.tags[np.From-1]&(of|subordinator|adverb) != 0 {
		return none
	}
	outer := p.nounPhrase(np.From-1, parent.From)
	if outer.Len() == 0 || outer.To != np.From-1 || p.tags[outer.From]&determiner == 0 && p.tags[outer.To-1]&plural == 0 {
		return none
	}
	outer.To = np.To
	return outer
}

// people is the noun phrase np that a relative describes; where that means
// people and np is a name behind a preposition of place, the phrase that it
// says the place of: an engineer from Lima who resigned.
func (p *parser) people(np sentence.Extent, cl *Clause, parent Clause) sentence.Extent {
	if cl.Marker.Len() != 1 || !p.is(aPersonal, cl.Marker.From) || np.From == 0 || !p.is(aPlace, np.From-1) {
		return np
	}
	if outer := p.ofName(np, parent); outer.Len() > 1 {
		return sentence.Extent{From: outer.From, To: np.To} // but not stones at Ruiz, who fled
	}
	return np
}

// restricted is the noun phrase np that a relative without a comma describes. It tells
// one of many, and a name has but one: a plant in Peru | that was opened in May.
func (p *parser) restricted(np sentence.Extent, cl *Clause, parent Clause) sentence.Extent {
	if cl.Marker.Len() != 1 || p.is(aPersonal, cl.Marker.From) {
		return p.people(np, cl, parent)
	}
	if outer := p.ofName(np, parent); outer.Len() > 0 && p.tags[np.From]&determiner == 0 {
		return sentence.Extent{From: outer.From, To: np.To} // but the Peru that he knew
	}
	return np
}

// ofName is the noun phrase that np hangs on, where that is a name under a preposition;
// else it is empty.
func (p *parser) ofName(np sentence.Extent, parent Clause) sentence.Extent {
	none := sentence.Extent{From: np.From, To: np.From}
	if np.From-2 <= parent.From || p.tags[np.To-1] != name || p.tags[np.From-1]&preposition == 0 || p.tags[np.From-1]&subordinator != 0 {
		return none
	}
	outer := p.nounPhrase(np.From-1, parent.From)
	if outer.To != np.From-1 || outer.Len() == 0 || p.tags[outer.From]&(determiner|number|plural) == 0 && !p.owned(outer) || outer.Len() == 1 && p.tags[outer.From]&plural == 0 {
		return none
	}
	return outer
}

// described is the noun phrase before the comma that a participle stands
// behind, where the verb of the clause around it is still to come, or where
// what was done is told of a thing: under the deal, signed in May, …; they
// praised the accord, signed in 2011.
func (p *parser) described(cl *Clause, g group, parent Clause) (sentence.Extent, bool) {
	at := cl.From - 1
	for at > parent.From && g.Passive && g.is(ofTexts) && p.tags[at]&(adverb|comma) == adverb && !p.is(aFloating, at) {
		at-- // duties, | first imposed in May
	}
	if cl.Marker.Len() > 0 || at <= parent.From || p.tags[at]&comma == 0 || p.tags[at-1]&nominal == 0 {
		return sentence.Extent{}, false
	}
	np := p.nounPhrase(at, parent.From)
	if np.Len() == 0 {
		return np, false
	}
	if np.From-1 > parent.From && (p.is(aRole, np.From-1) || g.Passive && g.is(ofTexts) && p.tags[np.To-1] == name) {
		np = p.hanging(p.listPhrase(at, parent.From), parent.From) // his description as a spy, repeated in May; curbs on Peru, imposed in May
	}
	np.From = p.behindDay(np)
	if parent.Verb >= 0 && p.out.Verbs[parent.Verb].From > cl.From {
		return np, p.tags[parent.From]&preposition != 0
	}
	if np.From > parent.From && p.tags[np.From-1]&stop != 0 {
		return np, true // they agreed; Chile, calling it a farce, left
	}
	return np, g.Passive && !g.is(ofKeeps)
}

// behindDay is where a noun phrase begins without the date in front of a name: on August
// 1 | Mr Ruiz.
func (p *parser) behindDay(np sentence.Extent) int {
	i := np.From
	for i < np.To && p.tags[i]&(timeWord|number) != 0 {
		i++
	}
	if i < np.To && p.tags[i]&(name|pronoun) != 0 && p.dated(np.From, i) {
		return i
	}
	return np.From
}

func (p *parser) beforeComma(i int) int {
	if i > 0 && p.tags[i-1]&comma != 0 {
		return i - 1
	}
	return i
}

// inSeries reports whether clause c goes on, behind a comma, with what somebody did, in a
// series that "and" ends: he stood up, | declared the port shut and left.
func (p *parser) inSeries(c int) bool {
	cl := &p.out.Clauses[c]
	if cl.Kind != Coordinate || cl.Marker.Len() > 0 || cl.From == 0 || p.tags[cl.From-1]&comma == 0 || p.out.Verbs[cl.Verb].From != cl.From {
		return false
	}
	for d := c + 1; d < len(p.out.Clauses) && p.out.Clauses[d].From < p.Sentences[p.Sentence(cl.From)].To; d++ {
		k := &p.out.Clauses[d]
		if k.Kind == Coordinate && k.Marker.Len() == 1 && k.Verb >= 0 && p.out.Verbs[k.Verb].Finite && k.Marker.To == p.out.Verbs[k.Verb].From && (k.Parent == c || k.Parent == cl.Parent) {
			return true
		}
	}
	return false
}
