package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// severed is an auxiliary that words between it and its verb part from it: the bank
// will, from May on, ban loans; the ministers will on Monday meet. The verb is the group,
// with what the auxiliary says of it; the auxiliary alone is none, but begins the clause.
type severed struct {
	group
	at int // the word at which the group goes on
}

// maxAsides bounds the commas between a modal and its verb.
const maxAsides = 3

// foresee reads the verb that words part from the auxiliary at word i as the form that
// this one wants, which its neighbours do not show.
func (p *parser) foresee(i int, s sentence.Extent) {
	a := p.auxiliaries(i)
	if len(a) == 0 || a[0].form != 0 || a[0].subject {
		return
	}
	j := i + 1
	if p.tagAt(j, s)&negation != 0 {
		j++
	}
	wants := base
	if a[0].what&(have|be) != 0 {
		wants = part
	}
	if at := p.goesOn(i, j, wants, s); at >= 0 {
		if k := p.pass(at, s, nil); p.tags[k]&helping == 0 {
			p.tags[k] = wants
		}
	}
}

// supposals reads as conditions the auxiliaries that stand before their subject within a
// sentence: will act | should Peru refuse.
func (p *parser) supposals(s sentence.Extent) {
	for i := s.From + 1; i+2 < s.To; i++ {
		if p.tags[i]&modal == 0 || !p.is(aSupposing, i) || p.is(aFloating, i+1) || p.tags[i-1]&(question|coordinator|opening|stop|comma|relative|that) != 0 {
			continue
		}
		k := i + 1
		if p.tags[k]&pronoun != 0 && p.tags[k]&determiner == 0 {
			k++
		} else if p.tags[k]&(name|determiner) != 0 {
			for k++; k < s.To && k-i <= maxInverted && p.tags[k]&(name|noun|adjective|possessive|number) != 0 && p.tags[k]&(base|be) == 0; {
				k++
			}
		}
		if k == i+1 {
			continue
		}
		if k = p.pass(k, s, nil); p.tagAt(k, s)&(base|be) != 0 && p.tagAt(k, s)&name == 0 {
			p.tags[i] = condition
			if p.tags[k]&be == 0 {
				p.tags[k] = base
			}
		}
	}
}

// sever finds where the group g goes on that has found no verb behind its auxiliary. ok
// is false where it goes on nowhere.
func (p *parser) sever(g group, s sentence.Extent) (v severed, ok bool) {
	wants := p.wanting(&g)
	if wants == 0 {
		return v, false
	}
	at := p.goesOn(g.Head, g.To, wants, s)
	return severed{g, at}, at >= 0
}

// goesOn is the word at which a group goes on whose auxiliary is word aux, behind the
// words from i on that part the two, with a verb of the form that it wants; or -1.
func (p *parser) goesOn(aux, i int, wants tag, s sentence.Extent) int {
	asides := maxAsides
	if wants == part {
		asides = 1
	}
	if p.tagAt(i, s)&(comma|dash) == 0 {
		if k := p.behindWhen(aux, i, s); k > i && p.mayBe(wants, k, s) {
			return k
		}
		return -1
	}
	for k := i + 2; k < s.To && k-i < 2*maxPhrase && asides > 0 && p.tags[k]&stop == 0; k++ {
		if p.tags[k]&(comma|dash) == 0 {
			continue
		}
		if p.mayBe(wants, p.pass(k+1, s, nil), s) {
			return k + 1
		}
		asides--
	}
	return -1
}

// wanting is the form of the verb that the auxiliary g still wants, or 0 where g is no
// auxiliary, or has its verb.
func (p *parser) wanting(g *group) tag {
	t := p.tags[g.Head]
	switch {
	case !g.Finite || g.with || g.inverted.Len() > 0 || len(p.auxiliaries(g.Head)) == 0:
		return 0
	case t&(modal|do) != 0:
		return base
	case g.Modality != Plain || g.Tense == Future || g.Perfect:
		return 0
	case t&(have|be) != 0:
		return part
	}
	return 0
}

// mayBe reports whether word k can be read as form, whatever it has been read as, or be
// the auxiliary that stands before a verb of that form.
func (p *parser) mayBe(form tag, k int, s sentence.Extent) bool {
	t := p.tagAt(k, s)
	if t&(be|have) != 0 {
		return p.form(k) == form || form == base && p.baseAt(k, s)
	}
	if t&(name|determiner|pronoun|object|preposition|subordinator|start|end|breaks|helping) != 0 || form == part && t&(noun|adjective) != 0 {
		return false
	}
	raw, _ := p.lex.word(&p.Words[k], false)
	return raw&form != 0
}

// behindWhen is the word behind a phrase that tells when and begins with word i behind
// the auxiliary aux, or i: on Monday, this week, in recent years.
func (p *parser) behindWhen(aux, i int, s sentence.Extent) int {
	k, timed := i, false
	for k < s.To && k-i < maxPhrase && p.tags[k]&(preposition|adverb|adjective|number|determiner|timeWord|of) != 0 && p.tags[k]&(base|part|helping|relative|that) == 0 {
		timed = timed || p.tags[k]&timeWord != 0
		k++
	}
	first := i
	for first < k && p.passes(p.tags[first]) {
		first++
	}
	if !timed || first >= k || p.tags[first]&(preposition|subordinator|determiner) == 0 && !p.is(aDay, first) {
		return i
	}
	if p.tags[first]&preposition == 0 && p.tags[aux]&(modal|do) == 0 {
		return i // has three days | left
	}
	return k
}

// resume is the group that goes on where v says.
func (p *parser) resume(v severed, s sentence.Extent) group {
	g, i := v.group, p.pass(v.at, s, nil)
	wants, what := p.wanting(&g), p.tags[g.Head]
	if p.tags[i]&helping == 0 {
		p.tags[i] = wants
	}
	g.helper = g.Extent
	g.From, g.Head, g.To = v.at, v.at, v.at+1
	switch {
	case what&have != 0:
		p.afterHave(&g, v.at, s)
	case what&be != 0:
		p.afterBe(&g, v.at, s)
	default:
		p.chain(&g, v.at, s)
	}
	return g
}

// begins opens at word i, the auxiliary of a group that goes on later, the clause that
// waits for it: he said | it would, if asked, leave.
func (p *parser) begins(i int, s sentence.Extent) {
	for k := range p.severed {
		if v := p.severed[k].group; v.From == i && p.top().Verb >= 0 {
			p.finiteClause(v, s)
		}
	}
}
