package timex

import (
	"slices"
	"sort"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// Document is what Find reads: the blocks of one document in order, and its
// publication date, zero where unknown.
type Document struct {
	DCT      calendar.Date
	Language string
	Passages []Passage
}

// often is one expression in how many words, about, as news has them.
const often = 20

// Find returns the time expressions of a document in the order of the text,
// disjoint within each passage. A language without rules has none.
func Find(doc Document) []Expr {
	lang := languageOf(doc.Language)
	if lang == nil {
		return nil
	}
	keep := spare.Get().(*buffers)
	defer keep.close()
	f := finder{language: lang, doc: doc, view: &keep.view, phrases: lang.set.NewFinder()}
	defer f.phrases.Close()
	words := 0
	for i := range doc.Passages {
		if t := doc.Passages[i].Text; t != nil {
			words += len(t.Words)
		}
	}
	found := slices.Grow(keep.found[:0], words/often+4)
	bounds := make([]int, 0, len(doc.Passages)+1)
	for i := range doc.Passages {
		bounds = append(bounds, len(found))
		found = f.passage(found, i)
	}
	bounds, keep.found = append(bounds, len(found)), found
	f.surnames(found)
	f.dayOrder(found)
	r := newResolver(lang, doc, found)
	out := make([]Expr, 0, len(found))
	for i := range doc.Passages {
		out = r.passage(out, i, found[bounds[i]:bounds[i+1]])
	}
	return out
}

// finder is the state of one Find, kept from passage to passage so that its
// buffers are.
type finder struct {
	*language
	doc     Document
	view    *view
	phrases *phrase.Finder
	matches []phrase.Match
	era     int // that of the last year that said its own: -1, 1, or 0 for none
}

// core is one expression as it was recognised, before it is resolved. from
// and to are words of the passage; in and out are those of the view.
type core struct {
	fields
	rule    *rule
	passage int
	from    int
	to      int
	in, out int
	past    int // where the same time in brackets ends, if it is said again
	mod     string
	quoted  bool
	day     *core // the day that follows a time
	lead    int   // of a day: the word with which the time before it begins
	at      int   // which expression of its passage it is
	link    int   // how it is joined to the one before it: 1 a range, 2 a second date, 0 not
}

// passage appends the expressions of passage i to dst.
func (f *finder) passage(dst []core, i int) []core {
	text := f.doc.Passages[i].Text
	if text == nil {
		return dst
	}
	f.view.read(text.Words, f.language)
	f.matches = f.phrases.Matches(f.view.words)
	n := len(dst)
	dst = f.choose(dst, i)
	dst = append(dst[:n], f.compose(dst[n:])...)
	f.modify(dst[n:])
	for k := n; k < len(dst); k++ {
		c := &dst[k]
		c.from, c.to = f.view.at[c.in], f.view.at[c.out]
		if c.past > 0 {
			c.past = f.view.at[c.past]
		}
		if c.day != nil {
			c.day.from, c.day.to, c.day.lead = f.view.at[c.day.in], f.view.at[c.day.out], c.from
			if k+1 < len(dst) && dst[k+1].in == c.day.in {
				dst[k+1].lead = c.from
			}
		}
		if c.to-c.from == 3 && bracketed(text.Words[c.from:c.to]) {
			c.from, c.to = c.from+1, c.to-1 // nothing else is said
		}
	}
	return dst
}

// choose keeps the leftmost longest matches that are expressions and are not
// ruled out.
func (f *finder) choose(dst []core, passage int) []core {
	end, before := 0, len(dst)
	for i, m := range f.matches {
		r := &f.rules[m.Rule]
		if r.op == noOp || m.From < end || f.outdone(i) {
			continue
		}
		c := core{rule: r, passage: passage, in: m.From, out: m.To}
		if !f.read(&c, m) || f.dropped(&c) || !f.plausible(&c) {
			continue
		}
		if c.rule.op == opClock && len(dst) > before && f.again(&dst[len(dst)-1], &c) {
			end = m.To
			dst[len(dst)-1].past = min(m.To+1, len(f.view.words))
			continue
		}
		if c.rule.form == "era" || c.rule.bc || c.bc {
			if f.era = 1; c.bc {
				f.era = -1
			}
		}
		dst = f.split(dst, c, m)
		if end = max(m.To, c.out); r.firm {
			end = c.out
		}
	}
	return dst
}

// again reports whether b says the time a once more, by another clock: 11:08
// a.m. (1908 GMT).
func (f *finder) again(a, b *core) bool {
	ws := f.view.words
	return a.isTime() && b.in == a.out+1 && ws[a.out].Text == "(" && b.out < len(ws) && ws[b.out].Text == ")"
}

// outdone reports whether a longer match of another expression begins inside
// match i and ends after it: "a week" in "a week-long".
func (f *finder) outdone(i int) bool {
	m := f.matches[i]
	if f.rules[m.Rule].op == opHoliday {
		return false // Good Friday, 15 April
	}
	for _, o := range f.matches[i+1:] {
		if o.From >= m.To {
			return false
		}
		if r := &f.rules[o.Rule]; o.From > m.From && o.To > m.To && o.To-o.From > m.To-m.From && r.op != noOp && !f.blocked(r, o.To) {
			return true
		}
	}
	return false
}

// blocked reports whether what stands at word i rules a match out that ends
// there: on 5 June the first wave struck.
func (f *finder) blocked(r *rule, i int) bool {
	return i < len(f.view.words) && f.headed(&core{rule: r}, f.view.words[i])
}

// widest is how many words a match has at most that is looked back for.
const widest = 12

// near is the matches from a little before word i on.
func (f *finder) near(i int) []phrase.Match {
	k := sort.Search(len(f.matches), func(k int) bool { return f.matches[k].From >= i-widest })
	return f.matches[k:]
}

// dropped reports whether a negative rule covers words of c.
func (f *finder) dropped(c *core) bool {
	if c.rule.firm {
		return false
	}
	for _, m := range f.near(c.in) {
		if m.From >= c.out {
			return false
		}
		r := &f.rules[m.Rule]
		if r.drop == "" || m.To <= c.in {
			continue
		}
		switch r.drop {
		case "all":
			return true
		case "year":
			return c.bareYear() && !(f.dated(c) == sureOfYears && c.year%100 > 0)
		case "count":
			return c.rule.op == opCount
		case "part":
			return c.rule.op == opCount || c.rule.op == opValue && c.unit != "" || c.rule.op == opShift && c.in < m.From+2 || c.rule.op == opHalf && !c.hasYear
		case "season":
			return c.season > 0 && !c.hasYear
		case "day":
			return c.dom > 0 && c.month > 0 && !c.hasYear && c.rule.op == opDate
		case "month":
			return c.month > 0 && !c.hasYear && c.dom == 0 && f.dated(c) == 0
		}
	}
	return false
}

// sureOfYears is the value in class dated of words behind which a number that
// could be a year is one, and no count of what follows, unless it is a round
// one: in 2003 troops went in.
const sureOfYears = 2

// dated is how sure the word before c makes that a date stands there: its
// value in that class, 0 for none.
func (f *finder) dated(c *core) int {
	if c.in == 0 {
		return 0
	}
	m, _ := f.words.get("dated", f.view.words[c.in-1])
	return m.n
}

// split appends c; where it says several dates it becomes as many.
func (f *finder) split(dst []core, c core, m phrase.Match) []core {
	switch c.rule.op {
	case opDays:
		return f.spread(dst, c, m)
	case opYears:
	default:
		return append(dst, c)
	}
	k := m.From + 1 // the word between the two
	for f.linkOf(k) == 0 {
		k++
	}
	b := c
	c.out, b.in = k, k+1
	b.year, b.link = c.year/100*100+c.yearTo, 1
	if f.eras(m) || c.yearTo > 99 {
		b.year = c.yearTo
	}
	c.yearTo, b.yearTo = 0, 0
	return append(dst, c, b)
}

// linkOf is how word k joins two dates: 1 a range, 2 one after the other, 0
// not at all.
func (f *finder) linkOf(k int) int {
	m, _ := f.words.get("link", f.view.words[k])
	return m.n
}

// plausible rules out what only its neighbours can tell from a date.
func (f *finder) plausible(c *core) bool {
	ws := f.view.words
	if c.rule.unless != "" && c.in > 0 && f.in(c.rule.unless, ws[c.in-1]) {
		return false
	}
	if c.out < len(ws) && f.headed(c, ws[c.out]) && !f.dayOfPart(c) && !f.beforeSubject(c) {
		return false
	}
	if c.bareYear() {
		w := ws[c.out-1]
		if c.year > 2100 {
			return false
		}
		if c.year < 1400 {
			if c.in == 0 {
				return false
			}
			if _, ok := f.words.get("before", ws[c.in-1]); !ok { // in 1066
				return false
			}
		}
		if c.in > 0 && !w.Space && c.out-c.in == 1 {
			switch ws[c.in-1].Text {
			case "$", "€", "£", "¥", "#", ":", ".", "+", ",", "=", "%":
				return false
			case "-":
				if !ws[c.in-1].Space && c.in > 1 && isDigits(ws[c.in-2], 3, 3) {
					return false // a telephone number
				}
				if !ws[c.in-1].Space && c.in > 1 && ws[c.in-2].Kind == sentence.Letters {
					_, ok := f.words.get("affix", ws[c.in-2])
					return ok // mid-1996, but not A-2000
				}
			}
		}
		if c.out < len(ws) && !ws[c.out].Space {
			switch ws[c.out].Text {
			case "%", "°", "+", "=":
				return false
			case ":":
				if c.out+1 < len(ws) && !ws[c.out+1].Space && ws[c.out+1].Kind == sentence.Number {
					return false
				}
			}
		}
	}
	if c.season > 0 && c.out-c.in == 1 && c.year == 0 && !c.rule.hasDir && c.rule.trim == 0 {
		return f.seasonable(c)
	}
	return true
}

// dayOfPart reports whether a part of the day stands before c, which is its day
// whatever follows: on the night of the 5th armoured cars left.
func (f *finder) dayOfPart(c *core) bool {
	i := c.in - c.rule.skip - 1
	return c.rule.skip > 0 && i >= 0 && f.in("part", f.view.words[i])
}

// beforeSubject reports whether the subject of a clause begins with a name behind c:
// on the 29th Putin received him; in 330 Persepolis burned, whose name the number is no
// part of.
func (f *finder) beforeSubject(c *core) bool {
	p, i := f.doc.Passages[c.passage].Clauses, f.view.at[c.out]
	if c.rule.only != "clause" || p == nil || i >= len(p.Of) || p.Of[i] < 0 || !sentence.Capital(f.view.words[c.out].Text) {
		return false
	}
	k := &p.Clauses[p.Of[i]]
	return k.Subject.From == i || c.rule.form == "low" && k.Verb >= 0 && p.Verbs[k.Verb].Finite && f.namesTo(c.out, p.Verbs[k.Verb].From)
}

// namesTo reports whether words i of the view, up to word verb of the passage, are names.
func (f *finder) namesTo(i, verb int) bool {
	from := i
	for ; f.view.at[i] < verb; i++ {
		if w := &f.view.words[i]; !f.names(w) || f.dates(*w) {
			return false
		}
	}
	return i > from
}

// headed reports whether the word after c makes of c what stands before a
// noun, where the rule of c forbids that: on the 5th floor.
func (f *finder) headed(c *core, next sentence.Word) bool {
	if c.rule.only != "alone" && c.rule.only != "clause" && c.rule.only != "phrase" {
		return false
	}
	if next.Kind != sentence.Letters && next.Kind != sentence.Number {
		return next.Kind == sentence.Open && c.rule.op == opMove // two weeks after “the day”
	}
	if c.rule.only == "clause" && c.rule.op == opDate && c.rule.form != "low" && f.in("counted", next) && !sentence.Capital(next.Text) {
		return false // on the 30th troops were sent
	}
	return !f.in("clear", next) && !(c.rule.only == "clause" && f.in("goeson", next)) && !(c.rule.only == "phrase" && f.in("trails", next))
}

// seasonable reports whether a bare season is one: "fall" and "spring" are
// other words unless something before them asks for a date.
func (f *finder) seasonable(c *core) bool {
	if _, ok := f.words.get("bareseason", f.view.words[c.in]); ok {
		return true
	}
	if c.in == 0 {
		return false
	}
	if f.in("before", f.view.words[c.in-1]) {
		return true
	}
	return c.in > 1 && f.linkOf(c.in-1) == 2 && f.in("season", f.view.words[c.in-2]) // spring and autumn
}
