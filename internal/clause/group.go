package clause

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// group is a verb group with what only the search for clauses needs.
type group struct {
	Verb
	bare     bool // one word that may be past or a past participle
	baseForm bool // its head is a base form: meet, will meet, to meet
	inverted sentence.Extent
	helper   sentence.Extent // its auxiliary, where words between them part the two
	with     bool            // begins with its subject: they're
}

// leansBack reports whether g is a base form that may owe its auxiliary to a verb before
// it: they will meet | and sign.
func (g *group) leansBack() bool {
	return g.baseForm && g.Modality == Plain && g.Tense == Present
}

// groups finds the verb groups of s from left to right.
func (p *parser) groups(s sentence.Extent) {
	p.found, p.severed = p.found[:0], p.severed[:0]
	waits := severed{at: -1}
	for i := s.From; i < s.To; {
		if i == waits.at {
			g := p.resume(waits, s)
			p.found = append(p.found, g)
			i = g.To
			continue
		}
		if p.tags[i]&(to|helping|verbal) == 0 {
			i++
			continue
		}
		g, ok := p.group(i, s)
		if !ok || p.stung(g, s) || p.seeming(g) {
			i++
			continue
		}
		if v, ok := p.sever(g, s); ok && waits.at < i {
			p.severed = append(p.severed, v)
			waits, i = v, g.To
			continue
		}
		p.found = append(p.found, g)
		i = g.To
	}
}

// stung reports whether g, the first verb of its sentence, is a participle of one word
// between commas behind the subject, which only describes it: Peru, stung, recalled its envoy.
func (p *parser) stung(g group, s sentence.Extent) bool {
	lone := g.To == g.From+1 && (g.bare || g.Passive) && p.tags[g.From]&part != 0 && !g.is(ofReport|ofThink)
	return lone && len(p.found) == 0 && g.From > s.From+1 && p.tags[g.From-1]&comma != 0 && p.tagAt(g.To, s)&comma != 0 && p.tagAt(g.To+1, s)&past != 0
}

// seeming reports whether g is a participle right behind a verb that only says how somebody
// is, and so an adjective: he looked remarkably | relaxed.
func (p *parser) seeming(g group) bool {
	n := len(p.found)
	if n == 0 || g.To != g.From+1 || p.tags[g.From]&part == 0 || !p.found[n-1].is(ofLooks) || p.found[n-1].To > g.From {
		return false
	}
	i := p.found[n-1].To
	for i < g.From && p.tags[i]&adverb != 0 {
		i++
	}
	return i == g.From
}

// group reads the verb group that begins with word i.
func (p *parser) group(i int, s sentence.Extent) (group, bool) {
	g := group{Verb: Verb{Extent: sentence.Extent{From: i, To: i + 1}, Head: i}}
	t := p.tags[i]
	switch {
	case t&to != 0:
		j := p.quotedVerb(p.pass(i+1, s, nil), s)
		if !p.baseAt(j, s) {
			return g, false
		}
		g.Infinite = true
		p.pass(i+1, s, &g)
		p.chain(&g, j, s)
	case t&helping != 0 && t&verbal == 0 || t&helping != 0 && len(p.auxiliaries(i)) > 0:
		p.helped(&g, i, s)
	case t&verbal != 0 && t&(noun|adjective|name) == 0:
		p.single(&g, i, s)
	default:
		return g, false
	}
	return g, true
}

func (p *parser) auxiliaries(i int) []auxiliary {
	if e := p.entries[i]; e != nil {
		return e.aux
	}
	return nil
}

// form is the form of an auxiliary that is not finite, or 0.
func (p *parser) form(i int) tag {
	if a := p.auxiliaries(i); len(a) > 0 {
		return a[0].form
	}
	return 0
}

// baseAt reports whether word j may be a base form: sign, be, have, do.
func (p *parser) baseAt(j int, s sentence.Extent) bool {
	t := p.tagAt(j, s)
	if t&helping == 0 {
		return t&base != 0
	}
	w := lower(p.Words[j].Text)
	return t&be != 0 && p.form(j) == base || w == p.lex.having || w == p.lex.doing
}

// call gives g its lemma, and with it the lists that have that.
func (p *parser) call(g *group, lemma string) {
	g.Lemma, g.Base, g.lists = lemma, sentence.Word{}.Reworded(lemma), 0
	if in := p.lex.lemmas.Get(&g.Base); in != nil {
		g.lists = *in
	}
}

// single is a verb without auxiliaries.
func (p *parser) single(g *group, i int, s sentence.Extent) {
	t := p.tags[i]
	p.call(g, p.lex.lemma(p.entries[i], p.Words[i].Text, t&verbal))
	switch {
	case t&past != 0 && t&part != 0:
		g.bare, g.Finite, g.Tense = true, true, Past
	case t&past != 0:
		g.Finite, g.Tense = true, Past
	case t&part != 0 && t&base != 0: // come, run
		g.Finite, g.Tense, g.baseForm = true, Present, true
	case t&part != 0:
		g.Passive = true
	case t&ing != 0:
		g.Ing = true
		if g.Lemma == "go" { // going to
			return
		}
	default:
		g.Finite, g.Tense, g.baseForm = true, Present, t&base != 0
	}
	if t&(ing|past) != 0 && g.is(ofPassive) { // got killed
		if j := p.pass(i+1, s, nil); p.tagAt(j, s)&part != 0 && j == i+1 {
			p.main(g, j, part)
			g.Passive, g.bare = true, false
		}
	}
}

// helped is a group that begins with a finite auxiliary, or with being or
// having.
func (p *parser) helped(g *group, i int, s sentence.Extent) {
	if p.tags[i]&be != 0 && len(p.auxiliaries(i)) == 0 { // 's
		g.Finite, g.Tense = true, Present
		p.call(g, p.lex.copula)
		if p.afterBe(g, i+1, s); g.Passive && g.is(ofActive) {
			g.Passive, g.Perfect = false, true // she's gone
		}
		return
	}
	a := p.auxiliaries(i)[0]
	g.Finite, g.Tense, g.Modality, g.Negated, g.with = a.form == 0, a.tense, a.modality, a.negated, a.subject
	p.call(g, strings.ToLower(p.Words[i].Text))
	if a.form == ing {
		g.Ing = true
	}
	if a.form == base { // be ready
		g.Finite, g.Tense, g.baseForm = true, Present, true
	}
	if a.what == modal && a.subject && a.modality == Conditional {
		if t := p.tagAt(p.pass(i+1, s, nil), s); t&part != 0 && t&(base|noun) == 0 || t&be != 0 && p.form(p.pass(i+1, s, nil)) == part {
			g.Tense, g.Modality = Past, Plain // who'd been sent, she'd left
			p.call(g, p.lex.having)
			p.afterHave(g, i+1, s)
			return
		}
	}
	switch a.what {
	case modal:
		p.chain(g, i+1, s)
	case do:
		p.call(g, p.lex.lemma(p.entries[i], p.Words[i].Text, base|third|past))
		p.chain(g, i+1, s)
	case have:
		p.call(g, p.lex.lemma(p.entries[i], "have", base|third|past|ing))
		p.afterHave(g, i+1, s)
	case be:
		p.call(g, p.lex.copula)
		p.afterBe(g, i+1, s)
	}
}

// chain reads on after to, a modal or do: a base form, be or have.
func (p *parser) chain(g *group, i int, s sentence.Extent) {
	j := p.over(g, i, s)
	t := p.tagAt(j, s)
	g.baseForm = true
	switch {
	case t&be != 0 && p.form(j) == base:
		p.extend(g, i, j)
		p.call(g, p.lex.copula)
		p.afterBe(g, j+1, s)
	case t&have != 0 && p.baseAt(j, s):
		p.extend(g, i, j)
		p.call(g, p.lex.having)
		p.afterHave(g, j+1, s)
	case t&(base|do) != 0, g.Modality != Plain && t&noun != 0 && p.entries[j] == nil: // an unknown verb
		p.extend(g, i, j)
		p.main(g, j, base)
	default:
		p.negate(g, i, s)
	}
}

// afterHave reads on after a form of have.
func (p *parser) afterHave(g *group, i int, s sentence.Extent) {
	j := p.over(g, i, s)
	t := p.tagAt(j, s)
	switch {
	case t&be != 0 && p.form(j) == part:
		p.extend(g, i, j)
		g.Perfect = true
		p.call(g, p.lex.copula)
		p.afterBe(g, j+1, s)
	case t&part != 0:
		p.extend(g, i, j)
		g.Perfect = true
		p.main(g, j, part)
	case t&have != 0 && p.auxiliaries(j)[0].tense == Past:
		p.extend(g, i, j)
		g.Perfect = true
	case t&to != 0 && j == i && p.tagAt(p.pass(j+1, s, nil), s)&(base|be|have|do) != 0 && g.Modality == Plain:
		g.Modality = Obligation
		p.extend(g, i, j)
		p.chain(g, j+1, s)
	default:
		p.negate(g, i, s)
	}
}

// afterBe reads on after a form of be.
func (p *parser) afterBe(g *group, i int, s sentence.Extent) {
	j := p.over(g, i, s)
	t := p.tagAt(j, s)
	switch {
	case t&be != 0 && p.form(j) == ing:
		p.extend(g, i, j)
		g.Ing = true
		p.afterBe(g, j+1, s)
	case t&be != 0 && p.form(j) == part: // 's been
		p.extend(g, i, j)
		g.Perfect = true
		p.afterBe(g, j+1, s)
	case t&modal != 0 && g.Finite && g.Tense == Present && p.auxiliaries(j)[0].tense == Future: // 're gonna
		g.Tense = Future
		p.extend(g, i, j)
		p.chain(g, j+1, s)
	case t&part != 0 && t&noun == 0:
		p.extend(g, i, j)
		p.main(g, j, part)
		g.Passive = true
	case t&ing != 0 && t&noun == 0:
		p.extend(g, i, j)
		if p.call(g, p.lex.lemma(p.entries[j], p.Words[j].Text, ing)); g.Lemma == p.lex.going && p.tagAt(j+1, s)&to != 0 && p.tagAt(p.pass(j+2, s, nil), s)&(base|be|have) != 0 {
			if g.Tense == Present {
				g.Tense = Future
			}
			g.To = j + 2
			p.chain(g, j+2, s)
			return
		}
		p.main(g, j, ing)
		g.Ing = true
	case t&to != 0 && p.tagAt(p.pass(j+1, s, nil), s)&(base|be|have) != 0 && g.Finite && !g.Perfect && g.Modality == Plain && j == i:
		g.Tense = Future
		p.extend(g, i, j)
		p.chain(g, j+1, s)
	default:
		p.negate(g, i, s)
	}
}

// main makes word j the head of g.
func (p *parser) main(g *group, j int, form tag) {
	g.Head, g.To = j, max(g.To, j+1)
	p.call(g, p.lex.lemma(p.entries[j], p.Words[j].Text, form))
}

// extend takes the words from i to j into g; j becomes its head.
func (p *parser) extend(g *group, i, j int) {
	for k := i; k < j; k++ {
		if p.tags[k]&negation != 0 {
			g.Negated = true
		}
	}
	g.Head, g.To = j, max(g.To, j+1)
}

// negate takes a negation that stands alone behind an auxiliary.
func (p *parser) negate(g *group, i int, s sentence.Extent) {
	if p.tagAt(i, s)&negation != 0 {
		g.Negated = true
		g.To = max(g.To, i+1)
	}
}

// pass is the first word from i on that is no adverb, at most maxPassed later.
func (p *parser) pass(i int, s sentence.Extent, g *group) int {
	for n := 0; n < maxPassed && i < s.To; n++ {
		if i+2 < s.To && p.tags[i]&opening != 0 && p.tags[i+1] == adverb && p.tags[i+2]&closing != 0 {
			i += 3 // would “inevitably” | fall
			continue
		}
		if p.tags[i]&(adverb|negation) == 0 || p.tags[i]&(base|helping|to) != 0 {
			break
		}
		if g != nil && p.tags[i]&negation != 0 {
			g.Negated = true
		}
		i++
	}
	return i
}

// quotedVerb is the verb with which a quotation begins at word j, behind the auxiliary
// that stands outside of it (had been “frozen”, should “learn from history”), or j.
func (p *parser) quotedVerb(j int, s sentence.Extent) int {
	if p.tagAt(j, s)&opening == 0 {
		return j
	}
	k := p.pass(j+1, s, nil)
	t := p.tagAt(k, s)
	if t&(base|part|ing) == 0 || t&(name|determiner) != 0 || t&helping != 0 && t&be == 0 {
		return j
	}
	if t&noun != 0 && (t&base == 0 || p.tagAt(j-1, s)&(modal|to|do) == 0 || p.tagAt(k+1, s)&closing != 0) {
		return j // has “doubts”, appeals to “reason”
	}
	return k
}

// maxInverted bounds the subject between an auxiliary and its verb.
const maxInverted = 4

// over is the next word that may continue group g: adverbs are passed over,
// and a subject that stands behind the auxiliary of a question.
func (p *parser) over(g *group, i int, s sentence.Extent) int {
	j := p.pass(i, s, nil)
	if j+1 < s.To && p.tags[j+1]&part != 0 && p.is(aFloating, j) {
		j++ // was itself hit
	}
	if k := p.quotedVerb(j, s); k > j {
		return k
	}
	most := maxInverted
	if i != g.From+1 || !g.Finite {
		return j
	}
	if p.fronted(g.From, s) {
		most += maxInverted
	} else if p.tagAt(g.From-1, s)&(start|question|opening|coordinator|stop) == 0 && p.tagAt(g.From-1, s)&adverb == 0 {
		return j
	}
	k := j
	if p.tagAt(k, s)&pronoun != 0 {
		k++
	} else {
		for k < s.To && k-j < most && p.tags[k]&(name|determiner|noun|adjective|possessive|number) != 0 && p.tags[k]&(verbal|helping) == 0 {
			if k > j && p.tags[i-1]&do != 0 && p.wanted(k, s) {
				p.tags[k] = base // did Chile sign the treaty
				break
			}
			k++
		}
	}
	m := p.pass(k, s, nil)
	if k > j && p.tagAt(m, s)&(verbal|be|have) != 0 {
		g.inverted = sentence.Extent{From: j, To: k}
		return m
	}
	return j
}
