package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// reduced reports whether the verb of the clause around group k comes later,
// so that k is a reduced relative: the talks held in Riyadh ended.
func (p *parser) reduced(k int, s sentence.Extent) bool {
	g := p.found[k]
	for m := k + 1; m < len(p.found); m++ {
		v := p.found[m]
		if v.From > p.breakBehind(g.From, s) {
			return false
		}
		for i := g.To; i < v.From; i++ {
			if p.tags[i]&coordinator != 0 && p.pairs(i, g.To, v, s) {
				continue // people held in Oslo and Bergen were freed
			}
			if p.tags[i]&question != 0 && v.From == i+1 && p.tags[i-1]&preposition != 0 && i > g.To {
				return false // haggled with the buyers over what had seemed agreed
			}
			if p.tags[i]&subordinator != 0 && v.From == i+1 && v.Ing && !v.Finite {
				continue // a man shot while crossing the border died
			}
			if t := p.tags[i]; t&(coordinator|subordinator) != 0 && (t&preposition == 0 || t&subordinator != 0 && i+1 < v.From && p.nounPhrase(v.From, i).From == i+1 && p.laterFree(m) == len(p.found)) {
				return false // sales jumped as customers hurried
			}
		}
		if !v.Finite {
			g.To = v.To
			continue
		}
		if to := p.found[k].To; g.is(ofNaming) && p.tagAt(to, s)&(name|determiner) != 0 && v.From > to && p.nounPhrase(v.From, to).From == to {
			return true // a ship called the Star sank
		}
		if g.is(ofReport | ofThink) {
			np := p.nounPhrase(v.From, g.To) // the plan agreed upon in Lima last week is called
			return v.From == g.To || p.tagAt(g.To, s)&(preposition|timeWord) != 0 && (np.Len() == 0 || np.From > g.To+1 && p.tags[np.From-1]&preposition != 0 && p.tags[np.To-1]&timeWord != 0)
		}
		t := p.tagAt(g.To, s)
		if v.bare && p.countsOut(g.To, v.From) {
			t &^= number // closed three ports owned by Peru
		}
		if to := p.found[k].To; g.To > to && p.tagAt(to, s)&(adjective|determiner|number) != 0 && p.tagAt(to+1, s)&timeWord != 0 {
			return true // a man shot a week ago while crossing the border died
		}
		if first := p.tagAt(p.found[k].To, s); first&(to|subordinator) == 0 {
			t |= first & preposition // accused of spying for Peru
		}
		return v.From == g.To || t&(preposition|timeWord|number|adverb|to) != 0 || g.is(ofNaming) ||
			t&(adjective|determiner) != 0 && p.tagAt(g.To+1, s)&timeWord != 0
	}
	return false
}

// countsOut reports whether so many of what a noun names, which is no time, begin at word i, and
// end before word j: three ports, three ports in Peru with ships; not three days.
func (p *parser) countsOut(i, j int) bool {
	k := i + 1
	for k < j-1 && p.tags[k]&adjective != 0 && p.tags[k]&noun == 0 {
		k++
	}
	return p.tags[i]&number != 0 && k < j && p.tags[k]&plural != 0 && p.tags[k]&(timeWord|number) == 0 && (k+1 == j || p.tags[k+1]&preposition != 0)
}

// pairs reports whether the coordinator at word i joins two names behind the
// preposition at word lo, because the verb behind them is in the plural.
func (p *parser) pairs(i, lo int, v group, s sentence.Extent) bool {
	if p.tagAt(lo, s)&preposition == 0 || !p.is(aSeveral, v.From) || v.From == i+1 {
		return false
	}
	for k := lo + 1; k < v.From; k++ {
		if k != i && p.tags[k] != name && p.tags[k]&comma == 0 {
			return false
		}
	}
	return true
}
