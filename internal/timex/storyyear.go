package timex

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
)

// back is how far a story may go back without saying the year, in days.
const back = 210

// yearOfStory takes the year from the story: the one that moves it forward
// least, or back a little.
func (r *resolver) yearOfStory(c *core, e *Expr) {
	base := r.story
	if r.ahead.Known() && r.leapt == (place{r.index, r.text.Sentence(c.from)}) && (r.ahead.Grain <= calendar.Season || r.ahead.Grain == calendar.Year && r.goesOn(c)) {
		base = r.ahead // on 1 August 1914, and in September
	}
	if r.doc.DCT.Grain == calendar.Day && !r.text.Heading && r.will(c) || !base.Known() && (r.isPresent(c) || c.dom > 0 && r.doc.DCT.Grain == calendar.Day && !r.text.Heading && r.lately(c)) {
		dir := r.direction(c)
		e.Anchor, e.Reference, e.Why = r.doc.DCT, DCT, sides[dir+1][DCT]
		r.setOf(c, e, r.nearest(c, r.doc.DCT, dir))
		return
	}
	if !base.Known() {
		e.Value = c.unknownYear()
		return
	}
	e.Anchor, e.Reference, e.Why = base, Story, "the year that the story has reached"
	year := int(base.Year)
	d := c.inYear(year)
	switch dir := r.asked(c); {
	case r.astray(c, d):
		e.Why = "the year of the heading"
		year = r.section
	case !d.Known():
	case !c.rule.hasDir && base.Grain == calendar.Season && (base.Unit == winter || c.season > 0) && base.First()-d.Last() > season:
		year++ // in spring, after a winter that has begun in the year before
	case dir == 0 && c.season > 0 && c.inYear(year-1).Contains(base):
		year-- // the winter that has begun in the year before
	case dir > 0 && d.Last() <= base.Last():
		year++
	case dir < 0 && c.directed() && d.First() > base.First():
		year--
	case dir == 0 && base.Grain < calendar.Year && (r.middle(c, d) < base.First()-back && !r.bygone(c) || r.still(c) && d.Last() < base.First()):
		year++
	case dir == 0 && base.Grain < calendar.Year && d.First()-base.Last() > half && r.bygone(c):
		year-- // it had failed in December
	case dir == 0 && c.season == 0 && base.Grain == calendar.Day && d.First()-base.Last() > skipped && base.First()-c.inYear(year-1).Last() < season:
		year-- // burned them on New Year's Day. The news reached him in October
	}
	r.setOf(c, e, c.inYear(year))
}

// goesOn reports whether c stands in the clause of the date before it, or in one that
// goes on with it: he crossed the Alps in 1796, and on 10 May …
func (r *resolver) goesOn(c *core) bool {
	p, x := r.before, r.text.Clauses
	if p == nil || x == nil || p.Passage != c.passage || p.When.From != r.ahead || c.from >= len(x.Of) {
		return false
	}
	return r.leading(c.from) >= 0 && r.leading(c.from) == r.leading(p.From)
}

// leading is the clause of word i, or the first of those that "and" joins it to; -1 for
// none.
func (r *resolver) leading(i int) int {
	x := r.text.Clauses
	k := x.Of[i]
	for k >= 0 && x.Clauses[k].Kind == clause.Coordinate {
		k = x.Clauses[k].Parent
	}
	return k
}

// recently is how many days before publication lies what a text opens with
// before it tells of old times.
const recently = 45

// lately reports whether c, of the year of publication, has just been: she died
// on 19 June; born in 1931 …
func (r *resolver) lately(c *core) bool {
	ago := r.doc.DCT.First() - r.nearest(c, r.doc.DCT, -1).First()
	return ago >= 0 && ago <= recently
}

// isPresent reports whether c is told of the time of publication, in a text that
// else tells of old times: he has been ill since 8 June.
func (r *resolver) isPresent(c *core) bool {
	v := r.verb(c)
	return r.doc.DCT.Grain == calendar.Day && v != nil && v.Finite && (v.Tense == clause.Present || v.Tense == clause.Future)
}

// winter is the season that turns the year.
const winter = 4

// season is how many days before the first of a winter a date of that winter may
// lie: the winter brought a rising; from 18 November on …
const season = 92

// skipped is how many days a story goes ahead at most without saying the year, where it may
// rather have gone back by less than a season.
const skipped = 250

// half is half a year in days.
const half = 183

// middle is the day of d from which a story that may have gone back to it is
// measured: the last, or of a season one amid it. A heading may go back far.
func (r *resolver) middle(c *core, d calendar.Date) int {
	if c.season > 0 && !r.text.Heading {
		return (d.First() + d.Last()) / 2
	}
	return d.Last()
}

// still reports whether c is what something lasted to: until spring.
func (r *resolver) still(c *core) bool {
	if c.from == 0 {
		return false
	}
	m, ok := r.words.get("toward", r.text.Words[c.from-1])
	return ok && m.n == 1
}

// bygone reports whether the verb that governs c is a past perfect, and c not
// what had been done by then.
func (r *resolver) bygone(c *core) bool {
	if c.from > 0 {
		if _, ok := r.words.get("toward", r.text.Words[c.from-1]); ok {
			return false
		}
	}
	v := r.finite(c)
	return v != nil && v.Perfect && v.Tense == clause.Past
}

// finite is the verb that governs c, or where that is a participle the one that its clause
// hangs on: the idea had been his, conveyed on Friday.
func (r *resolver) finite(c *core) *clause.Verb {
	v, p := r.verb(c), r.text.Clauses
	if v == nil || v.Finite || v.Infinite {
		return v
	}
	for k, n := p.Of[c.from], 0; k >= 0 && n < reach; k, n = p.Clauses[k].Parent, n+1 {
		if i := p.Clauses[k].Verb; i >= 0 && (p.Verbs[i].Finite || p.Verbs[i].Infinite) {
			return &p.Verbs[i]
		}
	}
	return v
}

// astray reports whether the story has left the year that the heading above
// gives, and d is not where it would go on: in a passage on 2007, "in July"
// after a plan for 2008, or before the December of 2006 that it began with.
func (r *resolver) astray(c *core, d calendar.Date) bool {
	if r.section == 0 || c.directed() || !d.Known() {
		return false
	}
	year := int(r.story.Year)
	return year == r.section+1 || year == r.section-1 && d.Last() < r.story.First()
}

// asked is the direction that the words themselves ask for: next summer,
// since February.
func (r *resolver) asked(c *core) int {
	if c.directed() {
		return c.side()
	}
	if c.from > 0 {
		if m, ok := r.words.get("toward", r.text.Words[c.from-1]); ok && m.n < 0 {
			return m.n
		}
	}
	return 0
}
