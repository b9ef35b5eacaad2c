package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// surroundings are the values of the keys that ask for more than neighbours.
var surroundings = map[string][]string{"segment": {"open", "more", "sole", "other"}, "subject": {"bare", "object", "acting", "aside", "reduced", "shared", "timed", "one", "led", "office"}}

// subjectFits reports whether what stands before word l, the neighbour of the word
// that is read, is the subject that rule c asks for.
func (p *parser) subjectFits(c *context, l int, s sentence.Extent) bool {
	switch c.subject {
	case "bare":
		if p.tagAt(l, s)&timeWord != 0 {
			return p.beforeDay(l, s)
		}
		return p.bareSubject(l, s)
	case "object":
		return p.mayBeObject(l, s)
	case "acting":
		return p.bareSubject(l, s) && !p.describes(l, s)
	case "office":
		return p.tagAt(l, s)&noun != 0 && p.bareSubject(l, s)
	case "aside":
		head := p.beforeAside(l, s)
		return head >= 0 && (c.word != base || p.severalBefore(head+1, s))
	case "reduced":
		return p.behindReduced(l, s)
	case "shared":
		return p.sharesSubject(l, s)
	case "one":
		return p.oneUnknown(l+1, s.From)
	case "led":
		return p.passes(p.tagAt(l+1, s))
	case "timed":
		return l > s.From && p.tags[l-1]&(timeWord|number) != 0 && p.sharesSubject(l, s)
	}
	return true
}

// mayBeObject reports whether the noun phrase that ends with word l stands right behind a past
// that a clause may follow, and a noun phrase as well: announced | Ulchi drills on Monday.
func (p *parser) mayBeObject(l int, s sentence.Extent) bool {
	for n := 0; n < maxPhrase && l > s.From && p.tags[l]&nominal != 0 && p.tags[l]&past == 0; n++ {
		l--
	}
	if p.tags[l]&past == 0 {
		return false
	}
	of := p.lex.verbs[p.lex.lemma(p.entries[l], p.Words[l].Text, past)]
	return of&(ofReport|ofThink) != 0 && of&ofClausal == 0
}

// segmentFits reports whether the other words of the segment of word i are what rule c
// asks for.
func (p *parser) segmentFits(c *context, i int, s sentence.Extent) bool {
	switch c.segment {
	case "open":
		return p.finite[p.segment[i]] == 0
	case "more":
		return p.finite[p.segment[i]] > 1
	case "sole":
		return p.soleVerb(i, s)
	case "other":
		return p.verbBehind(i, s)
	}
	return true
}

// bareSubject reports whether the noun phrase that ends with word l begins a
// clause: no preposition stands before it.
func (p *parser) bareSubject(l int, s sentence.Extent) bool {
	last := l
	for n := 0; n < maxPhrase && l >= s.From; n++ {
		t := p.tags[l]
		if t&(of|coordinator) == 0 && (t&nominal == 0 || t&preposition != 0 && t&(noun|name|adjective) == 0 || t&(past|third) != 0 && t&noun == 0) {
			break
		}
		if (t&timeWord != 0 || p.year(l) || t&number != 0 && p.tagAt(l-1, s)&timeWord != 0) && n > 0 && p.tags[l+1]&(name|determiner) != 0 && p.tags[l+1]&timeWord == 0 {
			return true // On 3 May | Chile, on May 3 | Chile
		}
		l--
		if t == determiner && p.tagAt(l, s)&timeWord|p.tagAt(l, s)&number != 0 {
			return true // On 3 May | the U.S. Treasury
		}
	}
	if l > s.From && l+1 == last && p.tags[last] == name && p.tags[l] == base && p.tags[l-1]&to != 0 && !p.lex.takesClause(lower(p.Words[l].Text)) {
		return false // agreed to bar Russian | banks from the market
	}
	return p.tagAt(l, s)&preposition == 0 || p.tagAt(l, s)&subordinator != 0
}

// beforeDay reports whether the date that ends with word l stands behind the noun phrase
// that begins a clause, as agencies have it: the bank on Tuesday | cut its rate.
func (p *parser) beforeDay(l int, s sentence.Extent) bool {
	k := l
	for k > s.From && p.tags[k]&(timeWord|number) != 0 {
		k--
	}
	if k > s.From && p.tags[k]&preposition != 0 {
		k--
	}
	np := p.nounPhrase(k+1, s.From)
	if np.Len() == 0 || np.To != k+1 || !p.acts(np) {
		return false
	}
	from := p.joinedBy(np, s.From)
	return from == s.From || p.tags[from-1]&(breaks|that|relative|subordinator|coordinator) != 0
}

// describes reports whether the name that ends with word l stands behind a determiner that
// opens no clause, and so rather describes the noun that follows: sold all the Russian | gas
// to Oslo.
func (p *parser) describes(l int, s sentence.Extent) bool {
	for n := 0; n < maxPhrase && l > s.From && p.tags[l]&(name|adjective|determiner) != 0 && p.tags[l]&plural == 0; n++ {
		l--
	}
	return p.tags[l+1]&determiner != 0 && p.tags[l]&verbal != 0
}

// beforeAside is the word before the relative clause or participle that the comma at
// word l ends and another one opens, or -1: the strike, which began in May, | ends.
func (p *parser) beforeAside(l int, s sentence.Extent) int {
	for k := l - 1; k > s.From+1 && p.tags[k]&breaks == 0; k-- {
		if p.tags[k-1]&comma == 0 {
			continue
		}
		if p.tags[k]&(relative|past|part|ing) != 0 || p.tags[k]&preposition != 0 && p.tags[k+1]&relative != 0 {
			return k - 2
		}
		break
	}
	return -1
}

// severalBefore reports whether the noun phrase that ends before word i is a plural:
// exports of coal.
func (p *parser) severalBefore(i int, s sentence.Extent) bool {
	np := p.nounPhrase(i, s.From)
	for k := np.From; k < np.To && p.tags[k]&of == 0; k++ {
		if p.tags[k]&plural != 0 && (k+1 == np.To || p.tags[k+1]&of != 0) {
			return true
		}
	}
	return false
}

// behindReduced reports whether a plural and a participle that describes it stand
// before word l, and begin the clause: sanctions announced on Monday | target.
func (p *parser) behindReduced(l int, s sentence.Extent) bool {
	k := l
	for k > s.From && p.tags[k]&breaks == 0 && !(p.tags[k]&(past|part) != 0 && p.tags[k]&adjective == 0) {
		k--
	}
	if k <= s.From || p.tags[k]&(past|part) == 0 || p.tags[k-1]&plural == 0 || p.tagAt(k+1, s)&preposition == 0 {
		return false
	}
	np := p.nounPhrase(k, s.From)
	return np.From == s.From || p.tags[np.From-1]&breaks != 0
}

// sharesSubject reports whether a verb in -s stands before word l in the same clause,
// whose subject another one behind it may share: opens on Friday | and ends.
func (p *parser) sharesSubject(l int, s sentence.Extent) bool {
	for k := l - 1; k > s.From && l-k < maxReach; k-- {
		t := p.tags[k]
		if t&third != 0 && t&noun == 0 {
			return true
		}
		if t&(stop|opening|closing|that|relative|past) != 0 || t&(subordinator|condition) != 0 && t&preposition == 0 {
			return false
		}
	}
	return false
}

// soleVerb reports whether no other word of the segment of word i may be a verb, and
// the segment is no apposition behind a comma.
func (p *parser) soleVerb(i int, s sentence.Extent) bool {
	for _, step := range [...]int{-1, 1} {
		for k := i + step; k >= s.From && k < s.To && p.segment[k] == p.segment[i]; k += step {
			if p.tags[k]&(base|third|past|part|helping|comma) != 0 {
				return false
			}
		}
	}
	return true
}

// verbBehind reports whether a word behind word i, in its segment, may be a verb.
func (p *parser) verbBehind(i int, s sentence.Extent) bool {
	for k := i + 1; k < s.To && p.segment[k] == p.segment[i]; k++ {
		if p.tags[k]&(past|helping) != 0 || p.tags[k]&third != 0 && p.tags[k]&noun == 0 {
			return true
		}
	}
	return false
}

// oneUnknown reports whether the noun phrase before word i, not before word lo, begins with
// the article of one who was not told of before.
func (p *parser) oneUnknown(i, lo int) bool {
	np := p.nounPhrase(i, lo)
	return np.Len() > 1 && np.To == i && p.is(aSingle, np.From)
}

// attributes reports whether group k, a verb of saying, stands behind its own subject in a
// relative, whose verb follows: the army, which miners | said | had killed two men.
func (p *parser) attributes(k int) bool {
	c, g := p.top(), &p.found[k]
	if c.Kind != Relative || c.Verb >= 0 || c.Marker.Len() == 0 || !g.is(ofReport) || k+1 >= len(p.found) || p.found[k+1].From != g.To || !p.found[k+1].Finite {
		return false
	}
	np := p.nounPhrase(g.From, c.Marker.To)
	return np.Len() > 0 && np.From == c.Marker.To && np.To == g.From
}

// undergone reports whether word i behind a noun may be a participle, and who did it is named
// right behind it, so that its stretch still lacks a verb: hit a depot used | by the army.
func (p *parser) undergone(i int, s sentence.Extent) bool {
	return i+2 < s.To && p.tags[i]&part != 0 && p.tagAt(i-1, s)&(noun|plural|name) != 0 && p.is(aBy, i+1) && p.tags[i+2]&(determiner|name|noun|plural) != 0 && p.tags[i+2]&(timeWord|number) == 0
}

// subjectAt reports whether word i is a pronoun that can only be a subject: he, they.
func (p *parser) subjectAt(i int, s sentence.Extent) bool {
	return p.tagAt(i, s)&^plural == pronoun
}

// actsThen reports whether a name begins at word i, behind it a past that may be a noun,
// and an object of that: since | Vega cut relations.
func (p *parser) actsThen(i int, s sentence.Extent) bool {
	k := i
	for p.tagAt(k, s) == name {
		k++
	}
	t := p.tagAt(k, s)
	return k > i && t&past != 0 && t&noun != 0 && p.tagAt(k+1, s)&(determiner|name|noun|number|object|adjective) != 0 && p.tagAt(k+1, s)&preposition == 0
}

func (p *parser) nonfinite(i int) bool {
	e := p.entries[i]
	return e == nil || len(e.aux) == 0 || e.aux[0].form != 0
}
