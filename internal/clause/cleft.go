package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// cleft is the place in the stack of the clause that only sets off the time or
// place of what "that" at word i goes on to tell, or -1: it was on 2 June, or only
// in Lima, that they chose her.
func (p *parser) cleft(i int, s sentence.Extent) int {
	for k := len(p.stack) - 1; k >= p.floor; k-- {
		c := &p.out.Clauses[p.stack[k]]
		if c.Verb < 0 || c.Kind == Relative {
			continue
		}
		v := &p.out.Verbs[c.Verb]
		if v.Lemma != p.lex.copula || !v.Finite || v.From <= s.From || !p.is(anExpletive, v.From-1) {
			continue
		}
		j := v.To
		for j < i && p.tags[j]&(adverb|negation) != 0 && p.tags[j]&preposition == 0 {
			j++
		}
		if p.tagAt(j, s)&preposition == 0 {
			return -1
		}
		for ; j < i; j++ {
			if p.tags[j]&(timeWord|number|name) != 0 {
				return k
			}
		}
		return -1
	}
	return -1
}

// fronted reports whether a word that turns verb and subject around opens what
// stands before word i: only on 21 May | did they decide, not until June | was it
// signed.
func (p *parser) fronted(i int, s sentence.Extent) bool {
	for j := i - 1; j >= s.From && i-j <= 2*maxPhrase; j-- {
		if p.tagAt(j-1, s)&(start|coordinator|opening|stop) != 0 && p.is(aFront, j) {
			return true
		}
		if p.tags[j]&stop != 0 {
			return false
		}
	}
	return false
}

// wanted reports whether word i, read as a noun, may be the base form that a form
// of "do" before its subject still wants: what it acts upon begins behind it.
func (p *parser) wanted(i int, s sentence.Extent) bool {
	t, _ := p.lex.word(&p.Words[i], false)
	return t&base != 0 && p.tags[i]&name == 0 && p.tags[i-1]&(noun|name|plural|pronoun) != 0 && p.tagAt(i+1, s)&(determiner|to|object|number) != 0
}

// leavesObject reports whether verb group v is of a verb that makes or passes a
// text and has no object of its own behind it: the statement that they signed in May.
func (p *parser) leavesObject(v *group, s sentence.Extent) bool {
	if !v.Finite || v.Passive || !v.is(ofTexts) {
		return false
	}
	j := v.To
	for j < s.To && p.passes(p.tags[j]) {
		j++
	}
	t := p.tagAt(j, s)
	return t&(preposition|timeWord|comma|stop|end|coordinator) != 0 && t&(determiner|pronoun|that) == 0
}
