package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// reported makes a speech of every clause that is what somebody says, in no
// quotation marks of its own.
func (p *parser) reported() {
	for c, cl := range p.out.Clauses {
		p.trailing(c)
		if cl.Kind != Complement || cl.Parent < 0 || p.Words[cl.From].Kind == sentence.Open {
			continue
		}
		parent := p.out.Clauses[cl.Parent]
		if parent.Verb < 0 {
			continue
		}
		v := p.out.Verbs[parent.Verb]
		if p.consequence(cl, v.To) {
			p.out.Clauses[c].Kind = Subordinate
			continue
		}
		if !v.is(ofReport) || v.From >= cl.From || p.nounTakes(cl.From-1) && v.To < cl.From-2 {
			continue
		}
		p.out.Speeches = append(p.out.Speeches, Speech{Extent: p.whole(c), Verb: v.Extent, Speaker: p.whoSays(cl.Parent)})
	}
}

// consequence reports whether clause c is what comes of so much of something behind word lo: began
// with a visit so tense | that nobody spoke.
func (p *parser) consequence(c Clause, lo int) bool {
	if c.Marker.Len() != 1 || p.tags[c.Marker.From]&that == 0 {
		return false
	}
	for i := c.From - 2; i >= lo && c.From-i <= maxPhrase; i-- {
		if p.is(aSuch, i) {
			return true
		}
	}
	return false
}

// trailing makes a speech of what stands before a clause that only says who
// says it: the talks are over, the ministry said on Friday.
func (p *parser) trailing(c int) {
	cl := p.out.Clauses[c]
	if cl.Kind != Coordinate || cl.Verb < 0 || cl.Marker.Len() > 0 || cl.From == 0 || p.tags[cl.From-1]&comma == 0 {
		return
	}
	v, at := p.out.Verbs[cl.Verb], cl.From
	if cl.Subject.From < cl.From {
		if at = cl.Subject.From; cl.Subject.To != cl.From-1 || at == 0 || p.tags[at-1]&closing == 0 {
			return
		}
		at++ // the mark that closes what is quoted is said, too
	}
	if !v.is(ofReport|ofTrailing) || !v.Finite || v.Passive || p.Quote(cl.From-1) >= 0 {
		return
	}
	if i := p.behindAddressee(v); i < cl.To && p.tags[i]&(stop|comma|preposition|timeWord|adverb|of) == 0 && !(p.tags[i]&(determiner|number) != 0 && i+1 < cl.To && p.tags[i+1]&timeWord != 0) {
		return // it has an object of its own
	}
	for d := c + 1; d < len(p.out.Clauses) && p.out.Clauses[d].From < cl.To; d++ {
		if p.out.Clauses[d].Parent == c && p.out.Clauses[d].Kind == Complement {
			return
		}
	}
	if around := p.out.Clauses[cl.Parent]; around.Verb >= 0 && p.out.Verbs[around.Verb].From >= cl.To {
		p.out.Speeches = append(p.out.Speeches, Speech{Extent: sentence.Extent{From: cl.To + 1, To: around.To}, Verb: v.Extent, Speaker: cl.Subject})
		return // Vega, the palace said, has left
	}
	from := p.Sentences[p.Sentence(cl.From)].From
	for i := at - 1; i > from && i > at-maxReach; i-- {
		if p.tags[i-1]&(closing|opening) != 0 && p.spoken(i-1) {
			return
		}
		if p.Words[i-1].Text == ";" {
			from = i // the port is shut; the strike may last, he warned
			break
		}
	}
	p.out.Speeches = append(p.out.Speeches, Speech{Extent: sentence.Extent{From: from, To: max(from, at-1)}, Verb: v.Extent, Speaker: cl.Subject})
	for d := c + 1; d < len(p.out.Clauses) && p.out.Clauses[d].From < cl.To; d++ {
		if p.out.Clauses[d].Parent == c && p.besideSayer(d) {
			p.out.Speeches = append(p.out.Speeches, Speech{Extent: p.whole(d), Verb: v.Extent, Speaker: cl.Subject})
		}
	}
}

// spoken reports whether the quotation at word i is a speech already.
func (p *parser) spoken(i int) bool {
	q := p.Quote(i)
	for k := len(p.out.Speeches) - 1; k >= 0 && q >= 0; k-- {
		if s := &p.out.Speeches[k]; s.Direct && s.From <= p.Quotes[q].From {
			return s.Extent == p.Quotes[q]
		}
	}
	return q < 0
}

// behindAddressee is the word behind verb v, or behind whom it was told: a diplomat
// told Reuters | on Monday.
func (p *parser) behindAddressee(v Verb) int {
	i := v.To
	if !v.is(ofAddressee) {
		return i
	}
	for i < len(p.tags) && i-v.To < maxAddressee && p.tags[i]&(nominal|of) != 0 && p.tags[i]&(timeWord|verbal|helping|that|comma|stop) == 0 {
		i++
	}
	return i
}

// maxAddressee bounds the words by which those are named whom something is told.
const maxAddressee = 5

// whole is clause c with the clauses coordinate to it that follow at once.
func (p *parser) whole(c int) sentence.Extent {
	e := p.out.Clauses[c].Extent
	for d := c + 1; d < len(p.out.Clauses) && p.out.Clauses[d].From <= e.To; d++ {
		if k := &p.out.Clauses[d]; k.Kind == Coordinate && (k.Parent == c || p.series(d) == c) {
			e.To = max(e.To, p.out.Clauses[d].To)
		}
	}
	return e
}

// series is the clause that a series goes on which coordinate d ends, or -1: were
// beaten, robbed | and left for dead.
func (p *parser) series(d int) int {
	k := &p.out.Clauses[d]
	if up := &p.out.Clauses[k.Parent]; k.Marker.Len() > 0 && up.Kind == Coordinate && up.Marker.Len() == 0 {
		return up.Parent
	}
	return -1
}

// according makes a speech of the clause beside "according to X".
func (p *parser) according() {
	if len(p.markers) == 0 {
		return
	}
	from := 0
	for i := range p.Words {
		m, ok := p.marker(i)
		if !ok || m.kind != "report" || i < from {
			continue
		}
		from = m.to
		s := p.Sentences[p.Sentence(i)]
		who := p.following(m.to)
		if p.tags[i]&ing != 0 && who.Len() > 0 && p.tags[who.To-1]&name == 0 && !p.is(aSpeaker|aRecord, who.To-1) {
			continue // imposed duties, citing the nation's security
		}
		said := sentence.Extent{From: s.From, To: i}
		if i == s.From || p.tags[i-1]&(opening) != 0 {
			to := who.To
			for to < s.To && p.tags[to]&comma == 0 {
				to++
			}
			said = sentence.Extent{From: min(to+1, s.To), To: s.To}
		} else if said.From < i && p.tags[i-1]&comma != 0 {
			said.To--
		}
		if said.Len() > 0 && who.Len() > 0 {
			p.out.Speeches = append(p.out.Speeches, Speech{Extent: said, Verb: sentence.Extent{From: i, To: m.to}, Speaker: who})
		}
	}
}
