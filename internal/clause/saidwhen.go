package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// saidWhen is where the noun phrase begins that ends before the verb of what is
// said, where words that only tell when it was said stand before it: said on
// Tuesday | Chileans had to wait; said last week | 40 people had died.
func (p *parser) saidWhen(np sentence.Extent) int {
	if i := p.day(np.From, np.To); i > np.From && p.named(i, np.To) {
		return i
	}
	return np.From
}

// onlyWhen reports whether nothing stands among the words but when it was: on
// Tuesday, late on 4 May.
func (p *parser) onlyWhen(from, to int) bool {
	for from < to && p.tags[from]&(preposition|adverb|adjective) != 0 && p.tags[from]&(determiner|timeWord) == 0 {
		from++
	}
	return from < to && p.day(from, to) == to
}

// day is the end of the day or week that word i begins, before word to; i where
// it begins none. A month alone is none, since it may describe what follows (said
// May exports fell), and neither is what something belongs to (Tuesday's vote).
func (p *parser) day(i, to int) int {
	j := i
	for j < to && p.tags[j]&(determiner|adjective) != 0 && p.tags[j]&timeWord == 0 {
		j++ // last
	}
	if j >= to || p.tags[j]&timeWord == 0 {
		return i
	}
	switch {
	case p.is(aDay, j), j > i && p.tags[j-1]&adjective != 0 && p.is(aWeek, j):
		j++
	case j == i && p.capital(j) && j+1 < to && p.tags[j+1]&number != 0 && len(p.Words[j+1].Text) < 3 && p.Words[j+1].Text[0] <= '9':
		j += 2 // May 4
	default:
		return i
	}
	for j < to && p.tags[j]&timeWord != 0 {
		j++
	}
	if j < len(p.tags) && p.tags[j]&(hyphen|possessive) != 0 {
		return i
	}
	return j
}

// opensBehind reports whether word i stands right behind verb v, or behind the time that
// follows it: said | talks would resume; said on Friday | talks would resume.
func (p *parser) opensBehind(v Verb, i int) bool {
	return i == v.To || p.onlyWhen(v.To, i)
}

// saidOf is where a clause begins right behind verb v of saying, or the time behind
// it, whose subject an aside between commas parts from its finite verb: said | the driver,
// aged 45, died; say | the gunman, who was 24, acted alone. It is -1 where there is none.
func (p *parser) saidOf(v Verb, s sentence.Extent) int {
	if !v.is(ofReport) || v.is(ofAddressee) || v.Passive || v.From == 0 || p.tags[v.From-1]&(comma|closing|stop) != 0 {
		return -1
	}
	first := v.To
	for first < s.To && first-v.To < maxPhrase && p.tags[first]&(comma|stop|opening|closing|dash|verbal|helping) == 0 {
		first++
	}
	if first >= s.To-2 || p.tags[first]&comma == 0 || p.tags[first+1]&(coordinator|that|question|subordinator) != 0 && p.tags[first+1]&relative == 0 || !p.asideThenFinite(first, s) {
		return -1
	}
	np := p.nounPhrase(first, v.To)
	np.From = p.saidWhen(np)
	if np.Len() > 0 && p.opensBehind(v, np.From) {
		return np.From
	}
	return -1
}

// behindColon reports whether a colon right behind verb v of saying, or behind to whom or
// when, opens what is said: on Monday he wrote: | The port is shut. What begins in small
// letters with a pronoun is the narrator's: he answered in May: he closed the port.
func (p *parser) behindColon(v Verb) bool {
	i := p.stopped - 1
	return i >= v.To && p.Words[i].Text == ":" && v.is(ofReport) && v.Finite && !v.Passive && p.near(v, i) &&
		(p.capital(i+1) || p.tags[i+1]&pronoun == 0 || p.tags[i+1]&determiner != 0)
}

// joinedBy is where the noun phrase begins to which prepositions and coordinators join
// np, from word lo on: said | talks with Iran would resume.
func (p *parser) joinedBy(np sentence.Extent, lo int) int {
	from := np.From
	for from-1 > lo && p.tags[from-1]&(preposition|coordinator) != 0 {
		outer := p.nounPhrase(from-1, lo)
		if outer.Len() == 0 || outer.To != from-1 {
			break
		}
		from = p.saidWhen(outer) // said on Monday | the envoy to Peru had left
	}
	if from > lo && p.tags[from-1]&preposition != 0 && p.tags[from-1]&verbal == 0 {
		return np.From // said in a speech to | the press
	}
	return from
}

// saidOfBoth reports whether the coordinator at word i joins the phrase at word j to one
// that begins right behind a verb of which nothing but a clause can be the object: said |
// talks between Peru and Chile would resume.
func (p *parser) saidOfBoth(i, j int) bool {
	v := p.out.Verbs[p.top().Verb]
	if !v.is(ofClausal) || v.Passive || i <= v.To || p.tags[j]&(pronoun|subordinator|condition) != 0 && p.tags[j]&(determiner|name) == 0 {
		return false
	}
	np := p.nounPhrase(i, v.To)
	if np.Len() == 0 || np.To != i {
		return false
	}
	return p.opensBehind(v, p.joinedBy(np, v.To))
}

// saidAhead opens what is said where a clause is about to open at word i inside its
// subject, which began right behind a verb of which nothing else can be the object: said |
// the plan to sell the port would go ahead. The verb of what is said stands behind group k.
func (p *parser) saidAhead(i, k int, s sentence.Extent) {
	c := p.top()
	if c.Verb < 0 {
		return
	}
	v := p.out.Verbs[c.Verb]
	if !v.is(ofClausal) || v.Passive {
		return
	}
	to := p.beforeComma(i)
	np := p.nounPhrase(to, v.To)
	if np.Len() == 0 || np.To != to || np.From <= c.From {
		return
	}
	if from := p.joinedBy(np, v.To); p.opensBehind(v, from) && p.verbAhead(k, s) {
		p.push(Complement, max(from, p.lastFrom()+1), sentence.Extent{})
	}
}

// verbAhead reports whether group k, or one behind it before a hard stop, is a finite verb
// that no coordinator, marker or pronoun of its own stands before.
func (p *parser) verbAhead(k int, s sentence.Extent) bool {
	for i := p.found[k-1].To; k < len(p.found); k++ {
		g := &p.found[k]
		for ; i < g.From; i++ {
			if p.tags[i]&(stop|that|relative) != 0 {
				return false
			}
		}
		if g.Finite && p.before(g.From, s)&(coordinator|pronoun|relative|that|subordinator) == 0 && !(g.bare && p.byAgent(*g, s)) {
			return true
		}
	}
	return false
}

// asideThenFinite reports whether a finite verb stands right behind the comma that ends
// what the comma at word i opens, or a time between the two: Ruiz, a banker, on Monday | left.
func (p *parser) asideThenFinite(i int, s sentence.Extent) bool {
	related := p.tags[i+1]&relative != 0 || p.tags[i+1]&preposition != 0 && p.tagAt(i+2, s)&relative != 0
	for m := int(p.groupAt[i+1]); m < len(p.found) && p.found[m].From-i < 2*maxPhrase; m++ {
		g := &p.found[m]
		for k := i + 1; k < g.From; k++ {
			if p.tags[k]&(stop|opening|closing) != 0 {
				return false
			}
		}
		if g.Finite && !g.baseForm && g.inverted.Len() == 0 && g.From > i+1 && (p.before(g.From, s)&comma != 0 || p.timeBehindComma(g.From, i+1)) {
			return true
		}
		if g.Finite && !g.bare && !related {
			return false
		}
	}
	return false
}

// timed is the noun phrase before word i, and not before word lo, from which a time alone
// parts it: say | police on Monday | arrested two men. It is empty where there is none.
func (p *parser) timed(i, lo int) sentence.Extent {
	k := i
	for k > lo && i-k < maxPhrase && p.tags[k-1]&(timeWord|number|determiner|adjective) != 0 {
		k--
	}
	if k == i || k-1 <= lo || !p.dated(k, i) {
		return sentence.Extent{From: i, To: i}
	}
	if p.tags[k-1]&preposition != 0 {
		k--
	}
	if np := p.nounPhrase(k, lo); np.Len() > 0 && np.To == k {
		return np
	}
	return sentence.Extent{From: i, To: i}
}

// timeBehindComma reports whether a time alone stands before word i, behind a comma that
// does not stand before word lo: , | last week | bought a gun.
func (p *parser) timeBehindComma(i, lo int) bool {
	k := i - 1
	for k > lo && i-k < maxPhrase && p.tags[k]&(timeWord|number|determiner|adjective|adverb|preposition) != 0 {
		k--
	}
	if k == i-1 || !p.when(k+1, i) {
		return false
	}
	if p.tags[k]&helping != 0 {
		k-- // , | had in March | paid
	}
	return k > lo && p.tags[k]&comma != 0
}

// saysAt reports whether a pronoun right before the verb at word v opens what the verb of
// saying that ends at word i says, and the phrase that begins at word j only tells when.
func (p *parser) saysAt(i, j, v int) bool {
	c := p.top()
	if c.Verb < 0 || v-1 <= j || p.tags[i]&preposition == 0 || p.tags[v-1]&pronoun == 0 || p.tags[v-1]&determiner != 0 {
		return false
	}
	w := p.out.Verbs[c.Verb]
	return w.is(ofClausal) && !w.Passive && w.To == i && p.named(j, v-1)
}

// saysNext reports whether the next finite verb is that of what group k says: the bank,
// which left Peru in May, | said on Friday it would return.
func (p *parser) saysNext(k int) bool {
	g := &p.found[k]
	if !g.is(ofClausal) {
		return false
	}
	m := p.later(k)
	if m == len(p.found) {
		return false
	}
	np := p.nounPhrase(p.found[m].From, g.To)
	np.From = p.saidWhen(np)
	return np.Len() > 0 && p.opensBehind(g.Verb, p.joinedBy(np, g.To))
}
