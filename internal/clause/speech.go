package clause

import (
	"cmp"
	"slices"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// speeches finds who is quoted or reported to say what: quotations, then
// clauses after verbs of saying, then what "according to" covers.
func (p *parser) speeches() {
	p.quotations()
	p.reported()
	p.according()
	slices.SortStableFunc(p.out.Speeches, func(a, b Speech) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(b.To, a.To))
	})
}

// quotations makes a speech of each quotation that somebody is said to say,
// or that is at least a clause. A quotation without a speaker beside it
// continues that of the one before: “…,” Xi said. “…”
func (p *parser) quotations() {
	last := -1
	for _, q := range p.Quotes {
		s := Speech{Extent: q, Verb: sentence.Extent{From: q.From, To: q.From}, Speaker: sentence.Extent{From: q.From, To: q.From}, Direct: true}
		verb, speaker := p.sayer(q)
		clausal := p.clausal(q)
		switch {
		case !clausal && verb.Len() > 0 && verb.To <= q.From && p.inReport(q):
			continue // said that “all the points” had been settled
		case verb.Len() > 0 || speaker.Len() > 0:
			s.Verb, s.Speaker = verb, speaker
		case !clausal:
			continue // marks of doubt: the “pact”
		case last >= 0 && p.runsOn(p.out.Speeches[last], q):
			s.Speaker = p.out.Speeches[last].Speaker
		}
		p.out.Speeches = append(p.out.Speeches, s)
		last = len(p.out.Speeches) - 1
	}
}

// inReport reports whether quotation q is only some words, without a verb, of what is
// reported.
func (p *parser) inReport(q sentence.Extent) bool {
	for i := q.From; i < q.To; i++ {
		if p.tags[i]&verbal != 0 && p.tags[i]&(noun|adjective|name) == 0 {
			return false
		}
	}
	c := p.out.Of[q.From]
	return p.out.Clauses[c].Kind == Complement && p.out.Clauses[c].From < q.From
}

// maxAside bounds the words between two quotations of one speaker.
const maxAside = 25

// runsOn reports whether quotation q goes on where speech s left off: only
// the sentence that names the speaker stands between them, or none.
func (p *parser) runsOn(s Speech, q sentence.Extent) bool {
	if q.From-s.To > maxAside {
		return false
	}
	a, b := p.Sentence(s.To-1), p.Sentence(q.From)
	return b-a <= 1 && p.Sentences[b].From == q.From || a == b
}

// clausal reports whether a finite verb stands inside of q.
func (p *parser) clausal(q sentence.Extent) bool {
	i, _ := slices.BinarySearchFunc(p.out.Verbs, q.From, func(v Verb, at int) int { return cmp.Compare(v.From, at) })
	for ; i < len(p.out.Verbs) && p.out.Verbs[i].From < q.To; i++ {
		if p.out.Verbs[i].Finite {
			return true
		}
	}
	return false
}

// sayer finds the verb of saying that a quotation belongs to, and the
// speaker: before it, where nothing but a mark or "that" stands between;
// behind it; else the nearest clause around it.
func (p *parser) sayer(q sentence.Extent) (verb, speaker sentence.Extent) {
	n := p.Sentence(q.From)
	lo := p.Sentences[n].From
	if v, s, ok := p.leadIn(q, lo); ok {
		return v, s
	}
	if v, s, ok := p.leadOut(q); ok {
		return v, s
	}
	return p.around(q, lo)
}

// leadIn is the sayer right before a quotation: X said: “…”, X: “…”, asked by
// a reporter “…”.
func (p *parser) leadIn(q sentence.Extent, lo int) (verb, speaker sentence.Extent, ok bool) {
	i := q.From - 1
	colon := i >= lo && p.Words[i].Text == ":"
	if colon || i >= lo && p.tags[i]&comma != 0 {
		i--
	}
	if i < lo {
		return verb, speaker, false
	}
	c, at := p.out.Of[i], q.From
	for c >= 0 {
		cl := p.out.Clauses[c]
		if p.asideBefore(c, q) {
			c, at = cl.Parent, cl.From
			continue
		}
		if cl.Verb < 0 {
			if colon && cl.From <= i {
				s := p.phrase(max(lo, cl.From), i+1)
				return sentence.Extent{From: q.From, To: q.From}, s, s.Len() > 0 && s.Len() <= maxPhrase
			}
			return verb, speaker, false
		}
		v := p.out.Verbs[cl.Verb]
		if v.To > q.From {
			return verb, speaker, false
		}
		if v.is(ofReport) && (colon || p.near(v, at)) {
			return v.Extent, p.whoSays(c), true
		}
		if !colon && cl.Kind != Infinitive && cl.Kind != Relative && cl.Kind != Complement {
			return verb, speaker, false
		}
		c = cl.Parent
	}
	return verb, speaker, false
}

// asideBefore reports whether clause c, between two commas, only says when the verb of
// saying before it was, of which quotation q is the object: said, after the vote was lost, “…”.
func (p *parser) asideBefore(c int, q sentence.Extent) bool {
	cl := &p.out.Clauses[c]
	if cl.Kind != Subordinate || cl.Parent < 0 || cl.From == 0 || p.tags[cl.From-1]&comma == 0 || p.tags[q.From-1]&comma == 0 {
		return false
	}
	v := p.out.Clauses[cl.Parent].Verb
	return v >= 0 && p.out.Verbs[v].To < cl.From && p.out.Verbs[v].is(ofReport) && p.near(p.out.Verbs[v], cl.From)
}

// maxLead bounds the words between a verb of saying and what is said.
const maxLead = 14

// near reports whether nothing but an addressee, a place or a date stands
// between verb v and word i.
func (p *parser) near(v Verb, i int) bool {
	if i-v.To > maxLead {
		return false
	}
	for k := v.To; k < i; k++ {
		if p.tags[k]&(nominal|preposition|of|adverb|comma|that|stop|to) == 0 {
			return false
		}
	}
	return true
}

// whoSays is the subject of clause c, or the agent of its passive.
func (p *parser) whoSays(c int) sentence.Extent {
	cl := p.out.Clauses[c]
	v := p.out.Verbs[cl.Verb]
	if !v.Passive {
		return cl.Subject
	}
	if j := v.To; j+1 < len(p.Words) && p.is(aBy, j) {
		return p.following(j + 1)
	}
	return sentence.Extent{From: v.From, To: v.From}
}

// leadOut is the sayer right behind a quotation: “…,” said X; “…,” X said.
func (p *parser) leadOut(q sentence.Extent) (verb, speaker sentence.Extent, ok bool) {
	n := p.Sentence(q.To - 1)
	hi := p.Sentences[n].To
	i := q.To
	if i < hi && p.tags[i]&comma != 0 {
		i++
	}
	if i >= hi || p.tags[i]&(opening|stop|coordinator) != 0 {
		return verb, speaker, false // called it a “mistake”, and warned them
	}
	end := hi
	if k := p.nextQuote(q); k < len(p.Quotes) {
		end = min(end, p.Quotes[k].From)
	}
	c := p.out.Of[i]
	for range maxDepth {
		if c < 0 {
			break
		}
		cl := p.out.Clauses[c]
		if cl.Verb >= 0 {
			v := p.out.Verbs[cl.Verb]
			if v.From >= i && v.From < end && v.is(ofReport) && v.Finite && p.speakerOnly(i, v.From) && (i > q.To || p.ended(q) || !p.parted(i, v.From)) {
				// not: has “great respect” for him, he said, where only part is quoted
				s := p.whoSays(c)
				if s.Len() == 0 || s.From < q.To {
					s = p.following(v.To)
				}
				if s.Len() == 0 {
					break // called it “stale”, wondered whether
				}
				return v.Extent, s, true
			}
		}
		c = cl.Parent
	}
	return verb, speaker, false
}

// ended reports whether a mark inside of quotation q ends what it says: “It is over,”.
func (p *parser) ended(q sentence.Extent) bool {
	return q.Len() > 2 && p.tags[q.To-1]&closing != 0 && p.Words[q.To-2].Kind == sentence.Punct
}

// parted reports whether a comma stands among the words from i up to to.
func (p *parser) parted(i, to int) bool {
	for ; i < to; i++ {
		if p.tags[i]&comma != 0 {
			return true
		}
	}
	return false
}

// speakerOnly reports whether the words before a verb of saying can be the
// speaker: a noun phrase with its apposition, no verb.
func (p *parser) speakerOnly(from, to int) bool {
	for i := from; i < to; i++ {
		if p.tags[i]&(helping|stop) != 0 && p.tags[i]&nominal == 0 {
			return false
		}
	}
	return to-from <= 3*maxPhrase
}

// nextQuote is the number of the first quotation behind q.
func (p *parser) nextQuote(q sentence.Extent) int {
	k, _ := slices.BinarySearchFunc(p.Quotes, q.To, func(e sentence.Extent, at int) int { return cmp.Compare(e.From, at) })
	return k
}

// around is the sayer of the nearest clause around the quotation: X told
// reporters he was waiting “to find a solution”.
func (p *parser) around(q sentence.Extent, lo int) (verb, speaker sentence.Extent) {
	verb = sentence.Extent{From: q.From, To: q.From}
	speaker = verb
	for c := p.out.Of[q.From]; c >= 0; c = p.out.Clauses[c].Parent {
		cl := p.out.Clauses[c]
		if cl.Verb < 0 {
			continue
		}
		v := p.out.Verbs[cl.Verb]
		if v.To <= q.From && v.From >= lo && v.is(ofReport) {
			return v.Extent, p.whoSays(c)
		}
		if q.From > 0 && p.Words[q.From-1].Text == "(" && v.Finite && v.To <= q.From && (cl.Kind == Main || cl.Kind == Coordinate) {
			break // blamed the minister (“He began it”): not what another said before
		}
	}
	return verb, speaker
}
