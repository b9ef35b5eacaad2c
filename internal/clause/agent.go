package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// byAgent reports whether "by" and who does it follow: by the court, and not
// by phone.
func (p *parser) byAgent(g group, s sentence.Extent) bool {
	j := p.pass(g.To, s, nil)
	for k := g.To + 2; k < s.To && k-j < 7; k++ {
		if p.is(aBy, k) && (k >= j+2 && (p.dated(j, k) || p.dated(j, k-1) && p.tags[k-1]&adverb != 0) || p.placed(g.To, k) && p.tagAt(k+1, s)&name != 0) {
			j = k // followed a day later by, reached in Lima on Friday by Ruiz
			break
		}
	}
	if j+1 >= s.To || !p.is(aBy, j) || p.is(aMeans, j+1) {
		return false
	}
	if g.is(ofActive) || p.measure(j+1, s) {
		return false
	}
	t := p.tags[j+1]
	return t&(determiner|name|noun|adjective|object) != 0 && t&(number|ing|timeWord) == 0
}

// placed reports whether nothing but phrases of place and time, which name where and when,
// stands between words: in Lima on Friday.
func (p *parser) placed(lo, hi int) bool {
	if p.tags[lo]&preposition == 0 || p.tags[lo]&of != 0 {
		return false
	}
	for i := lo; i < hi; i++ {
		if p.tags[i]&(preposition|name|timeWord|number) == 0 || p.tags[i]&(of|to) != 0 {
			return false
		}
	}
	return p.tags[hi-1]&(name|timeWord|number) != 0
}

// measure reports whether a phrase that says how much begins at word i: more than
// one percent, a third.
func (p *parser) measure(i int, s sentence.Extent) bool {
	for k := i; k < s.To && k-i < 6 && p.tags[k]&(breaks|verbal) == 0; k++ {
		if p.is(aMeasured, k) {
			return true
		}
		if k > i && p.tags[k]&preposition != 0 && p.tags[k]&(subordinator|adverb) == 0 {
			return false
		}
	}
	return false
}
