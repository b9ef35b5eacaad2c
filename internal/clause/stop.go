package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// headBehindStop opens the clause of a noun phrase that begins right behind a semicolon or
// colon, and which a relative from word i on, whose verb is group g, parts from a verb of
// its own: they were made to pay: a law that he signed in May | adds to the duty.
func (p *parser) headBehindStop(i, g int, s sentence.Extent) {
	v := p.top().Verb
	if v < 0 || p.stopped <= p.out.Verbs[v].From || len(p.stack) != p.floor+1 {
		return
	}
	if np := p.nounPhrase(p.beforeComma(i), p.stopped); np.Len() == 0 || np.From != p.stopped {
		return
	}
	for m := p.laterFree(g); m < len(p.found); m = p.laterFree(m) {
		if t := p.before(p.found[m].From, s); t&(coordinator|relative|that) == 0 {
			parent := p.stack[len(p.stack)-1]
			p.pop(p.stopped)
			p.pushUnder(parent, Coordinate, p.stopped, sentence.Extent{})
			return
		}
	}
}

// frontedTime reports whether nothing but a time, with its preposition, stands
// between word i and the semicolon or colon before it.
func (p *parser) frontedTime(i, lo int) bool {
	k, timed := i-1, false
	for ; k > lo && i-k < maxPhrase && p.tags[k]&(timeWord|number|determiner|adjective|of) != 0 && p.tags[k]&stop == 0; k-- {
		timed = timed || p.tags[k]&timeWord != 0 || p.year(k)
	}
	if timed && k > lo && p.tags[k]&preposition != 0 {
		k--
	}
	if timed && k > lo && p.tags[k]&coordinator != 0 {
		k-- // …; and on the same day the king left
	}
	return timed && k >= lo && p.tags[k]&stop != 0
}

// timeThenAside reports whether nothing but a time stands between the coordinator at word i
// and a subordinate clause, between commas, whose verb is group g, and what goes on has a verb
// of its own: they left in June, and in July, when nobody expected it, | Peru sold the port.
func (p *parser) timeThenAside(i, g int, s sentence.Extent) bool {
	k, timed := i+1, false
	for ; k < s.To && k-i < maxPhrase && p.tags[k]&comma == 0; k++ {
		if p.tags[k]&(timeWord|number|determiner|adjective|of|preposition) == 0 && !p.year(k) {
			return false
		}
		timed = timed || p.tags[k]&timeWord != 0 || p.year(k)
	}
	if !timed || k+1 >= s.To || p.tags[k]&comma == 0 || p.tags[k+1]&subordinator == 0 || p.found[g].From <= k+1 || g+1 >= len(p.found) {
		return false
	}
	for end := p.found[g].To; end < p.found[g+1].From; end++ {
		if p.tags[end]&comma != 0 {
			return p.found[g+1].From < s.To && p.found[g+1].Finite && p.tagAt(end+1, s)&(subordinator|relative|coordinator) == 0
		}
	}
	return false
}

// setOff reports whether phrases in front, and the subject behind them, are all that stands
// between a semicolon or colon and group k: …: at talks in Oslo in May the two sides agreed.
func (p *parser) setOff(k int) bool {
	g, from := p.found[k], p.stopped
	if from < 0 || from >= g.From || p.tags[from]&preposition == 0 || k > 0 && p.found[k-1].To > from {
		return false
	}
	np := p.phrase(from, g.From)
	if np.Len() == 0 {
		np = p.nameBefore(g.From, from)
	}
	return np.Len() > 0 && np.From > from+1 && p.acts(np)
}
