package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// degrees reads phrases that say how much or how often before a verb, and how late
// before a time, as adverbs, and since when before a subject as a time: more than
// doubled, as late as 30 August, two days after that Chile left. They open no clause.
func (p *parser) degrees(s sentence.Extent) {
	if len(p.markers) == 0 {
		return
	}
	for i := s.From; i < s.To; i++ {
		m, ok := p.marker(i)
		if !ok || m.kind != "degree" && m.kind != "bound" && m.kind != "time" && m.kind != "then" && m.kind != "points" && m.kind != "byway" {
			continue
		}
		if m.kind == "bound" && p.counted(m.to, s) {
			p.markerAt[i] = 0
			p.boundNumber(i, m.to)
			continue
		}
		t := p.tagAt(m.to, s)
		if m.kind == "time" && t&(timeWord|number) == 0 && p.tagAt(m.to+1, s)&timeWord == 0 && !(t&determiner != 0 && p.ordinal(m.to+1)) {
			continue // as soon as they met
		}
		p.markerAt[i] = 0
		as := adverb
		switch {
		case m.kind == "byway" && !(p.parts(i-1, s) && p.parts(m.to, s)):
			continue // they met as planned
		case (m.kind == "degree" || m.kind == "bound") && (t&(past|part|third) == 0 || t&(noun|adjective) != 0 && t&past == 0):
			continue
		case m.kind == "then" && t&(name|pronoun|breaks|end) == 0 && (t&determiner == 0 || t&noun != 0) && !(t&past != 0 && t&(noun|adjective) == 0):
			continue // after that meeting
		case m.kind == "then":
			as = thenWord
		case m.kind == "points" && t&timeWord == 0:
			continue // said that same-day trips had ceased
		case m.kind == "points":
			as = determiner
		}
		for k := i; k < m.to; k++ {
			p.tags[k] = as
		}
		if m.kind == "time" && t&determiner != 0 {
			p.tags[m.to], p.tags[m.to+1] = timeWord, timeWord // as recently as the 13th
		}
	}
}

// parts reports whether what is said by the way may begin behind word i, or end before it.
func (p *parser) parts(i int, s sentence.Extent) bool {
	return p.tagAt(i, s)&(start|end|comma|dash|opening|closing) != 0 || i >= s.From && i < s.To && p.Words[i].Kind == sentence.Punct
}

// counted reports whether a number of things begins at word i, and no date: 30 men, a
// dozen, half.
func (p *parser) counted(i int, s sentence.Extent) bool {
	if p.tagAt(i, s) == determiner && p.tagAt(i+1, s)&(number|timeWord) != 0 {
		return true
	}
	return p.tagAt(i, s)&number != 0 && !p.year(i) && (p.tagAt(i+1, s)&timeWord == 0 || !p.capital(i+1))
}

// boundNumber reads the words from i up to to, behind which a number stands, as its
// first ones: At least 30 men left.
func (p *parser) boundNumber(i, to int) {
	p.tags[i] = determiner | number
	for k := i + 1; k < to; k++ {
		p.tags[k] = number
	}
}
