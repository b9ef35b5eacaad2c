package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// absolute reports whether the first words of the sentence, whose they are not told yet,
// and the bare group k only say how the subject was that follows behind the comma: its
// leaders jailed, | the party dissolved itself.
func (p *parser) absolute(k int, s sentence.Extent) bool {
	g := p.found[k]
	if !p.is(anOwner, s.From) || g.is(ofActive) || p.nounPhrase(g.From, s.From).From != s.From || p.tagAt(g.To, s)&(determiner|object|name|to|that) != 0 {
		return false
	}
	i := g.To
	for i < s.To && p.tags[i]&breaks == 0 {
		i++
	}
	for m := k + 1; m < len(p.found) && p.tagAt(i, s)&comma != 0; m++ {
		if v := &p.found[m]; v.From > i {
			np := p.nounPhrase(v.From, i)
			return v.Finite && np.Len() > 0 && np.From == i+1 && !v.is(ofReport|ofThink)
		}
	}
	return false
}

// done reports whether a group is, or may be, no more than a past participle: jailed, gone.
func (g *group) done() bool { return g.bare || g.Passive && !g.Finite && !g.Ing && g.Head == g.From }

// absoluteToo opens the clause of participle g where it is the second of two that
// one "with" governs: with Chile closing its port | and Peru sending troops.
func (p *parser) absoluteToo(g group) bool {
	k, from := p.secondAbsolute(g)
	if k < 0 {
		return false
	}
	p.popTo(k-1, from)
	p.push(Participial, from, sentence.Extent{From: from, To: from + 1})
	return true
}

// secondAbsolute is the place in the stack of the clause that "with" opens and that
// participle g goes on with a subject of its own, and the coordinator before this; or -1.
func (p *parser) secondAbsolute(g group) (k, from int) {
	k = len(p.stack) - 1
	for k > p.floor {
		c := &p.out.Clauses[p.stack[k]]
		if c.Kind == Participial && c.Marker.Len() == 1 && p.is(anAbsolute, c.Marker.From) {
			break
		}
		k--
	}
	if k <= p.floor {
		return -1, 0
	}
	v := p.out.Clauses[p.stack[k]].Verb
	if v < 0 || !g.Ing && !(g.done() && p.out.Verbs[v].Passive) {
		return -1, 0
	}
	np := p.nounPhrase(g.From, p.lastFrom()+1)
	if np.Len() == 0 || np.To < g.From-1 || p.tags[np.From-1]&coordinator == 0 || np.From-1 <= p.lastFrom() || !p.acts(np) || p.tags[np.From]&(name|determiner) == 0 {
		return -1, 0
	}
	return k, np.From - 1
}

// besideAbsolute reports whether g is the second participle of two that one "with" governs.
func (p *parser) besideAbsolute(g group) bool {
	k, _ := p.secondAbsolute(g)
	return k >= 0
}

// leadsIn reports whether what word i opens, with the bare group g in it, stands before
// the clause that it belongs to, and a comma between them: with the bridge destroyed, |
// the town was cut off.
func (p *parser) leadsIn(i, g int, s sentence.Extent) bool {
	if p.tagAt(i-1, s)&(start|coordinator|opening) == 0 || p.tagAt(p.found[g].To, s)&(determiner|object) != 0 {
		return false
	}
	k := p.found[g].To
	for k < s.To && p.tags[k]&breaks == 0 {
		k++
	}
	m := p.later(g)
	for m < len(p.found) && p.found[m].From < k {
		m = p.later(m)
	}
	return k < s.To && p.tags[k]&comma != 0 && m < len(p.found)
}
