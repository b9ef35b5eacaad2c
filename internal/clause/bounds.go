package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// maxDepth bounds how deep clauses nest; what is deeper joins the innermost.
const maxDepth = 12

// bounds cuts a sentence into clauses, in one pass from left to right
// over its words with a stack of open clauses. A clause without a verb waits
// for one: the clauses inside it end where its verb comes.
func (p *parser) bounds(s sentence.Extent) {
	p.lookAhead(s)
	p.stack, p.floor, p.fresh, p.stopped = p.stack[:0], 0, -1, -1
	p.push(Main, s.From, sentence.Extent{})
	quote, floors := sentence.Extent{}, 0
	for i := s.From; i < s.To; {
		if floors > 0 && i == quote.To {
			p.popTo(p.floor-1, i)
			p.floor, floors = 0, 0
		}
		if q, ok := p.speechFrom(i, s); ok && floors == 0 && !p.marked(i) {
			quote, floors = q, 1
			p.push(Complement, i, sentence.Extent{})
			p.floor = len(p.stack) - 1
		}
		if q, ok := p.bracketFrom(i, s); ok && floors == 0 && p.waiting() >= 0 {
			quote, floors = q, 1
			p.push(Coordinate, i, sentence.Extent{})
			p.floor = len(p.stack) - 1
		}
		i = p.step(i, s)
	}
	p.popTo(-1, s.To)
}

// bracketFrom is what stands between the bracket at word i and the one that closes it, if
// it holds a finite clause: Chile (it was weak) signed.
func (p *parser) bracketFrom(i int, s sentence.Extent) (sentence.Extent, bool) {
	if p.tags[i]&dash == 0 || p.Words[i].Text != "(" || i == s.From || p.tagAt(i+1, s)&opening != 0 {
		return sentence.Extent{}, false
	}
	for j := i + 1; j < s.To && j-i < maxReach; j++ {
		if p.Words[j].Text == ")" {
			for g := int(p.groupAt[i]); g < len(p.found) && p.found[g].From < j; g++ {
				if p.found[g].Finite && !p.found[g].bare {
					return sentence.Extent{From: i, To: j + 1}, j+1 < s.To
				}
			}
			break
		}
	}
	return sentence.Extent{}, false
}

// marked reports whether the innermost clause has just been opened by a
// marker: that “we will …” is one clause.
func (p *parser) marked(i int) bool {
	c := p.top()
	return c.Verb < 0 && c.Kind != Main && c.Marker.Len() > 0 && c.Marker.To == i
}

// step deals with what begins at word i and returns the next word.
func (p *parser) step(i int, s sentence.Extent) int {
	if g := p.groupAt[i]; int(g) < len(p.found) && p.found[g].From == i {
		// A word that is a relative and begins a group (who've) is both.
		return p.place(int(g), s)
	}
	if m, ok := p.marker(i); ok && m.kind != "report" && p.opens(i, m.to, s, p.tags[m.to-1]&preposition == 0 || p.tags[i]&(subordinator|condition) != 0) {
		kind := Subordinate
		if m.kind == "condition" {
			kind = Condition
		}
		p.attach(i, s)
		p.push(kind, i, sentence.Extent{From: i, To: m.to})
		return m.to
	}
	switch t := p.tags[i]; {
	case t&helping != 0:
		p.begins(i, s)
	case t&comma != 0:
		p.atComma(i, s)
	case t&stop != 0:
		p.popTo(p.floor, i+1)
		p.fresh, p.stopped = i+1, i+1
	case t&dash != 0:
		p.atDash(i)
	case t&coordinator != 0:
		p.coordinate(i, s)
	case t&(condition|subordinator|relative|question|that|preposition) != 0:
		p.opener(i, s)
	}
	return i + 1
}

// lookAhead fills groupAt and nextBreak for the words of s.
func (p *parser) lookAhead(s sentence.Extent) {
	g, b := len(p.found), s.To
	for i := s.To - 1; i >= s.From; i-- {
		if g > 0 && p.found[g-1].From == i {
			g--
		}
		t := p.tags[i]
		if t&breaks != 0 || t&that != 0 && !p.pointing(i, s) || t&relative != 0 && t&subordinator == 0 || t&(condition|subordinator) != 0 && t&(preposition|adverb) == 0 {
			b = i
		}
		p.groupAt[i], p.nextBreak[i] = int32(g), int32(b)
	}
}

// maxLater bounds how many verb groups ahead are looked at.
const maxLater = 20

// breakBehind is the first boundary from word i on that no word opens which a form in -ing
// follows: was shot | while crossing the border.
func (p *parser) breakBehind(i int, s sentence.Extent) int {
	at := int(p.nextBreak[i])
	if at+1 >= s.To || p.tags[at]&subordinator == 0 {
		return at
	}
	if g := int(p.groupAt[at+1]); g < len(p.found) && p.found[g].From == at+1 && p.found[g].Ing && !p.found[g].Finite {
		return int(p.nextBreak[at+1])
	}
	return at
}

// pointing reports whether "that" at word i stands behind a preposition, and so points at
// the noun behind it: planned for that day.
func (p *parser) pointing(i int, s sentence.Extent) bool {
	t := p.tagAt(i-1, s)
	return (t&preposition != 0 || t&to != 0) && t&(adverb|subordinator|verbal) == 0
}

// thatTime reports whether the unit of time at word i, behind "that", is a time in front of a
// subject: at a summit in Lima that month the leaders agreed.
func (p *parser) thatTime(i int, s sentence.Extent) bool {
	if i+1 >= s.To || sentence.Capital(p.Words[i].Text) || p.tagAt(i-2, s)&verbal != 0 {
		return false
	}
	t, _ := p.lex.word(&p.Words[i+1], false)
	return t&determiner != 0 && t&(that|pronoun) == 0
}

// speechFrom is the quotation that goes on at word i, if it holds a finite
// clause of its own and the sentence has words outside of it.
func (p *parser) speechFrom(i int, s sentence.Extent) (sentence.Extent, bool) {
	if p.tags[i]&opening == 0 && i != s.From {
		return sentence.Extent{}, false
	}
	k := p.Quote(i)
	if k < 0 {
		return sentence.Extent{}, false
	}
	q := p.Quotes[k]
	if q.From != i && i != s.From || q.From <= s.From && q.To >= s.To {
		return q, false
	}
	g := int(p.groupAt[i])
	if g == len(p.found) || p.found[g].From >= q.To {
		return q, false
	}
	if v := p.found[g]; q.From == i && v.From == p.pass(i+1, s, nil) && v.inverted.Len() == 0 && !v.with && !p.waitsAtStart(i, s) {
		return q, false // the sentence goes on inside: sanctions “had no effect”
	}
	for ; g < len(p.found) && p.found[g].From < q.To; g++ {
		if p.found[g].Finite {
			return q, true
		}
	}
	return q, false
}

// waitsAtStart reports whether nothing but marks stands before word i.
func (p *parser) waitsAtStart(i int, s sentence.Extent) bool {
	return i == s.From || p.tags[i-1]&(breaks) != 0
}

// push opens a clause at word i.
func (p *parser) push(k Kind, i int, marker sentence.Extent) {
	parent := -1
	if len(p.stack) > 0 {
		parent = p.stack[len(p.stack)-1]
	}
	if len(p.stack) >= maxDepth {
		p.popTo(max(p.floor, maxDepth-2), i)
		parent = p.stack[len(p.stack)-1]
	}
	p.pushUnder(parent, k, i, marker)
}

func (p *parser) pushUnder(parent int, k Kind, i int, marker sentence.Extent) {
	if marker.To == 0 {
		marker = sentence.Extent{From: i, To: i}
	}
	p.out.Clauses = append(p.out.Clauses, Clause{
		Extent: sentence.Extent{From: i, To: i}, Kind: k, Parent: parent, Verb: -1, Marker: marker, Subject: sentence.Extent{From: i, To: i},
	})
	p.stack = append(p.stack, len(p.out.Clauses)-1)
}

// popTo closes at word i all clauses above place k of the stack.
func (p *parser) popTo(k, i int) {
	for len(p.stack) > k+1 {
		c := &p.out.Clauses[p.stack[len(p.stack)-1]]
		c.To = max(i, c.From)
		p.stack = p.stack[:len(p.stack)-1]
	}
}

func (p *parser) top() *Clause { return &p.out.Clauses[p.stack[len(p.stack)-1]] }

// waits is the number of open clauses that wait for their verb.
func (p *parser) waits() int {
	n := 0
	for _, c := range p.stack[p.floor:] {
		if p.out.Clauses[c].Verb < 0 {
			n++
		}
	}
	return n
}

// waiting is the place in the stack of the innermost clause that has no verb
// yet, or -1.
func (p *parser) waiting() int {
	for k := len(p.stack) - 1; k >= p.floor; k-- {
		if p.out.Clauses[p.stack[k]].Verb < 0 {
			return k
		}
	}
	return -1
}

// atComma ends the clauses that stand inside of one that waits for its verb.
func (p *parser) atComma(i int, s sentence.Extent) {
	if p.top().Verb >= 0 {
		if k := p.waiting(); k >= 0 && !p.listed(i, s) {
			p.popTo(k, i)
		} else if k < 0 && p.asideEnds(i, s) {
			p.popTo(len(p.stack)-2, i) // put it off, of which all approved, | in July
		}
	} else if c := p.top(); c.Kind != Main && c.Kind != Complement && !p.asideOpens(c, i, s) && len(p.stack) > p.floor+1 && int(p.nextBreak[c.From+1]) >= i && c.Marker.Len() > 0 && p.tagAt(p.pass(c.Marker.To, s, nil), s)&(preposition|breaks|adjective) != 0 {
		p.popTo(len(p.stack)-2, i) // while in Beijing, he …
	}
	p.fresh = i + 1
}

// asideEnds reports whether the comma at word i ends a relative clause that one opens, or
// what a preposition governs, and a time follows, or a place and a time: in the west of what
// was then Chile, | in 1959.
func (p *parser) asideEnds(i int, s sentence.Extent) bool {
	c, before := p.top(), p.tagAt(p.top().From-1, s)
	aside := c.Kind == Relative && before&comma != 0 || c.Kind == Complement && c.Marker.Len() > 0 && before&preposition != 0
	if !aside || len(p.stack) <= p.floor+1 || p.tagAt(i+1, s)&preposition == 0 {
		return false
	}
	if j := p.pastPlace(i+2, s); j > i+2 {
		return p.timeAt(j, s)
	}
	if p.tags[i-1]&timeWord != 0 || p.tags[i-1]&adverb != 0 && p.tagAt(i-2, s)&timeWord != 0 {
		return false // whose ships came three days later, on 9 May
	}
	return p.timeAt(i+2, s)
}

// timeAt reports whether a time begins at word i.
func (p *parser) timeAt(i int, s sentence.Extent) bool {
	j := i
	for j < s.To && p.tags[j]&(timeWord|number) != 0 {
		j++
	}
	return j > i && (p.dated(i, j) || p.year(i))
}

// pastPlace is the word behind the name of a place at word i and the preposition that
// follows it, or i: (in) Lima on | Monday.
func (p *parser) pastPlace(i int, s sentence.Extent) int {
	j := i
	for j < s.To && j-i < maxPhrase && p.tags[j]&(name|determiner) != 0 && p.tags[j]&(timeWord|preposition) == 0 {
		j++
	}
	if j == i || j >= s.To || p.tags[j-1] != name || p.tags[j]&preposition == 0 {
		return i
	}
	return j + 1
}

// asideOpens reports whether the comma at i stands right behind the word that opens
// clause c, and another one, behind which a verb may follow, ends the aside that it
// begins: said that, like its rival, the firm had …; a minister who, speaking in
// Lima, said.
func (p *parser) asideOpens(c *Clause, i int, s sentence.Extent) bool {
	if c.Marker.Len() == 0 || p.pass(c.Marker.To, s, nil) != i || c.Kind != Complement && c.Kind != Relative && c.Kind != Subordinate && c.Kind != Coordinate {
		return false
	}
	for j := i + 1; j < s.To && j-i < 2*maxPhrase; j++ {
		if p.tags[j]&(stop|opening|closing) != 0 {
			return false
		}
		if p.tags[j]&comma != 0 {
			g := int(p.groupAt[j])
			return g < len(p.found) && p.tagAt(j+1, s)&opening == 0
		}
	}
	return false
}

// maxReach bounds how far one word looks around in its sentence, so that a
// text without full stops takes linear time too.
const maxReach = 150

// listed reports whether the comma at i stands between the items of a list:
// another noun phrase follows, then and, then one that ends without a verb.
func (p *parser) listed(i int, s sentence.Extent) bool {
	if p.tagAt(i-1, s)&nominal == 0 {
		return false
	}
	j, joined := i+1, false
	for ; j < s.To && j-i < maxReach; j++ {
		t := p.tags[j]
		if t&coordinator != 0 {
			joined = true
			continue
		}
		if t&comma != 0 && !joined {
			continue
		}
		if t&(nominal|of) == 0 || t&verbal != 0 && t&(noun|adjective) == 0 {
			break
		}
	}
	return joined && (j == s.To || p.tags[j]&(verbal|helping) == 0)
}

// atDash ends what stands inside of a clause that waits, and opens no clause:
// an aside is part of the clause it stands in until a verb shows it is one.
func (p *parser) atDash(i int) {
	if p.top().Verb >= 0 {
		if k := p.waiting(); k >= 0 {
			p.popTo(k, i)
		}
	}
	p.fresh = i + 1
}

// pastSaid ends what is said where a comma and a measure of time part it from the clause that
// word i opens, which then tells when it was said: said that it would close the port, | two
// weeks after a ship had sunk.
func (p *parser) pastSaid(i int, s sentence.Extent) bool {
	m, several := p.marker(i)
	if p.tags[i]&subordinator == 0 && !several || several && p.tags[m.to-1]&subordinator == 0 {
		return false
	}
	k := i - 1
	for k > s.From && p.tags[k]&(timeWord|number|determiner) != 0 && p.tags[k]&(preposition|comma) == 0 {
		k--
	}
	if p.tagAt(k, s)&comma == 0 || !p.dated(k+1, i) && !(several && p.tags[i]&timeWord != 0) {
		return false
	}
	for n := len(p.stack) - 1; n > p.floor; n-- {
		c := &p.out.Clauses[p.stack[n]]
		if c.Kind != Complement || c.Verb < 0 {
			continue
		}
		if v := p.out.Clauses[c.Parent].Verb; v < 0 || !p.out.Verbs[v].is(ofReport) || !p.out.Verbs[v].Finite || p.Quote(c.From) >= 0 {
			return false
		}
		p.popTo(n-1, k)
		return true
	}
	return false
}

// attach ends, behind a comma, the clauses that nothing more can hang on. Where only a time
// stands between that comma and a semicolon, the clause that it begins with waits around
// what follows: …; nine days later, | after the vote was lost, he left.
func (p *parser) attach(i int, s sentence.Extent) {
	if p.pastSaid(i, s) {
		return
	}
	at := i
	for at-1 > p.stopped && p.tags[at-1]&(timeWord|number|determiner) != 0 {
		at-- // …; in August, four months | before Peru fell, he left
	}
	if v := p.top().Verb; v >= 0 && p.stopped > p.out.Verbs[v].From && p.stopped < at-1 && p.tags[at-1]&comma != 0 && p.when(p.stopped, at-1) && len(p.stack) == p.floor+1 {
		parent := p.stack[len(p.stack)-1]
		p.pop(p.stopped)
		p.pushUnder(parent, Coordinate, p.stopped, sentence.Extent{})
		return
	}
	if p.tagAt(i-1, s)&comma == 0 {
		return
	}
	for len(p.stack) > p.floor+1 && p.top().Verb >= 0 && (p.top().Kind == Relative || p.top().Kind == Participial || p.top().Kind == Infinitive) {
		p.popTo(len(p.stack)-2, i)
	}
}
