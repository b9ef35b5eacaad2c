package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// severed is an auxiliary that words between it and its verb part from it: the bank
// will, from May on, ban loans; the ministers will on Monday meet. The verb is the group,
// with what the auxiliary says of it; the auxiliary alone is none.
type severed struct {
	group
	at int // the word at which the group goes on
}

// maxAsides bounds the commas between a modal and its verb.
const maxAsides = 3

// sever finds where the group g goes on that has found no verb behind its auxiliary. ok
// is false where it goes on nowhere.
func (p *parser) sever(g group, s sentence.Extent) (v severed, ok bool) {
	wants := p.wanting(&g)
	if wants == 0 {
		return v, false
	}
	if k := p.behindWhen(g.To, s); k > g.To && p.mayBe(wants, k, s) {
		return severed{g, k}, true
	}
	if p.tagAt(g.To, s)&(comma|dash) == 0 {
		return v, false
	}
	asides := 1
	if wants == base {
		asides = maxAsides
	}
	for i := g.To + 1; i < s.To && i-g.To < 2*maxPhrase && asides > 0; i++ {
		if p.tags[i]&stop != 0 {
			break
		}
		if p.tags[i]&(comma|dash) == 0 || i == g.To+1 {
			continue
		}
		if k := p.pass(i+1, s, nil); p.mayBe(wants, k, s) {
			return severed{g, i + 1}, true
		}
		asides--
	}
	return v, false
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
	if t&(name|determiner|pronoun|object|preposition|subordinator|start|end|breaks|helping) != 0 {
		return false
	}
	if raw, _ := p.lex.word(&p.Words[k], false); raw&form == 0 || form == part && t&(noun|adjective) != 0 {
		return false
	}
	return true
}

// behindWhen is the word behind a phrase that tells when and begins with word i, or i: on
// Monday, this week, in recent years.
func (p *parser) behindWhen(i int, s sentence.Extent) int {
	k, timed := i, false
	for k < s.To && k-i < maxPhrase && p.tags[k]&(preposition|adverb|adjective|number|determiner|timeWord|of) != 0 && p.tags[k]&(base|part|helping|relative|that) == 0 {
		timed = timed || p.tags[k]&timeWord != 0
		k++
	}
	first := i
	for first < k && p.passes(p.tags[first]) {
		first++
	}
	if !timed || first >= k || p.tags[first]&(preposition|subordinator) == 0 && p.tags[first]&determiner == 0 && !p.is(aDay, first) {
		return i
	}
	if p.tags[first]&preposition == 0 && p.tags[i-1]&(modal|do) == 0 {
		return i // has three days | left
	}
	return k
}

// resume is the group that goes on where v says.
func (p *parser) resume(v severed, s sentence.Extent) group {
	g, i := v.group, p.pass(v.at, s, nil)
	wants := p.wanting(&g)
	if p.tags[i]&helping == 0 {
		p.tags[i] = wants
	}
	what := p.tags[g.Head]
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
