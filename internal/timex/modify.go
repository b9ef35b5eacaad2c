package timex

import "github.com/dateline-ssg/dateline/internal/sentence"

// modify widens each expression by the modifiers before and after it.
func (f *finder) modify(cs []core) {
	for i := range cs {
		c := &cs[i]
		floor := 0
		if i > 0 {
			floor = cs[i-1].out
		}
		for f.before(c, floor) {
		}
		f.after(c)
	}
}

// before takes the longest modifier that ends where c begins.
func (f *finder) before(c *core, floor int) bool {
	best, mod := -1, ""
	for _, m := range f.near(c.in) {
		if m.From >= c.in {
			break
		}
		if m.From < floor {
			continue
		}
		r := &f.rules[m.Rule]
		if r.left != "" && m.To == c.in && f.takes(r, c) && f.follows(r, c, m.From) && !f.owned(c) && !f.compares(c, m.From) && (best < 0 || m.From < best) {
			best, mod = m.From, r.left
		}
	}
	if best < 0 {
		return false
	}
	c.in = best
	if c.mod == "" {
		c.mod = mod
	}
	return true
}

// compares reports whether the words from i to c rather compare a figure with what was
// then: thirty more than a year earlier.
func (f *finder) compares(c *core, i int) bool {
	ws := f.view.words
	return c.rule.op == opMove && i > 0 && f.in("comparing", ws[c.in-1]) && (ws[i-1].Kind == sentence.Number || f.in("figure", ws[i-1]))
}

// owned reports whether what stands before c is a part not of c, but of what c owns:
// the end of Friday's shift, early in Friday's match.
func (f *finder) owned(c *core) bool {
	ws := f.view.words
	if c.out+1 >= len(ws) || ws[c.out+1].Kind != sentence.Letters || c.in == 0 {
		return false
	}
	its, has := f.words.get("genitive", ws[c.out])
	return has && its.n > 0 && f.in("towhole", ws[c.in-1])
}

// follows reports whether a modifier of c at word i stands behind what it must:
// it lasted over ten days, but was built over ten years. What opens a sentence
// with a length (Over ten days it rained) says how long that took.
func (f *finder) follows(r *rule, c *core, i int) bool {
	if r.unless != "" && i > 0 && f.in(r.unless, f.view.words[i-1]) {
		return false
	}
	if r.behind == "" {
		return true
	}
	if i == 0 || f.view.words[i-1].Kind != sentence.Letters {
		return c.rule.op == opMove || !sentence.Capital(f.view.words[i].Text)
	}
	_, ok := f.words.get(r.behind, f.view.words[i-1])
	return ok
}

func (f *finder) after(c *core) {
	for _, m := range f.near(c.out) {
		if m.From > c.out {
			return
		}
		if r := &f.rules[m.Rule]; r.right != "" && m.From == c.out && f.takes(r, c) {
			c.out = m.To
			if c.mod == "" {
				c.mod = r.right
			}
			return
		}
	}
}

// takes reports whether a modifier goes with c.
func (f *finder) takes(r *rule, c *core) bool {
	if _, the := f.words.get("determiner", f.view.words[c.in]); r.bare && the {
		return false
	}
	switch c.rule.op {
	case opCount, opMove:
		return r.applies("count")
	case opClock:
		return r.applies("time")
	case opValue, opSet, opSetVal, opRate:
		return false
	}
	if c.time && r.applies("time") {
		return true
	}
	if c.rule.op == opShift {
		return r.applies("unit") // complaints about last year
	}
	if c.weekday > 0 && c.dom == 0 {
		return r.applies("weekday") // "get around Wednesday's ruling"
	}
	return r.applies("date")
}
