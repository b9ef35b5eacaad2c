package timex

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// A month may be the name of a person: Theresa May. Where a document names one so,
// the bare word is hers wherever nothing before it asks for a date.

// surnames takes the months that are rather names, and the holidays that only describe,
// out of found: they keep their place, and mean nothing.
func (f *finder) surnames(found []core) {
	named := false
	for i := range found {
		c := &found[i]
		if f.mayName(c) && f.afterName(c) {
			c.rule, named = nameless, true
		}
		if f.festive(c) || f.ofName(c) {
			c.rule = nameless
		}
	}
	if !named {
		return
	}
	for i := range found {
		if c := &found[i]; f.mayName(c) && !f.asksForDate(c) {
			c.rule = nameless
		}
	}
}

// festive reports whether a holiday only says what kind of thing the word behind it is,
// which stands or sells for weeks: a Christmas market.
func (f *finder) festive(c *core) bool {
	return c.rule.op == opHoliday && c.to-c.from == 1 && f.in("festive", f.word(c, c.to))
}

// ofName reports whether a part of the day, a season or one word of what happens again is
// only a word of a name, whose words have capitals in a text that else has few: the Evening
// Standard, the Summer Olympics, LA Weekly.
func (f *finder) ofName(c *core) bool {
	w := f.word(c, c.to-1)
	again := c.rule.op == opSetVal && c.to-c.from == 1
	if c.to == 1 || !c.bareSpan() && !again || w.Text == strings.ToUpper(w.Text) || !f.names(&w) {
		return false
	}
	if !f.nameAt(c, c.to) && !(again && f.nameAt(c, c.from-1)) {
		return false
	}
	for i := c.from - 5; i < c.to+6; i++ {
		if w := f.word(c, i); len(w.Text) > 3 && w.Kind == sentence.Letters && !sentence.Capital(w.Text) {
			return true
		}
	}
	return false
}

// nameAt reports whether word i of the passage of c has a capital and says nothing of time.
func (f *finder) nameAt(c *core, i int) bool {
	w := f.word(c, i)
	return f.names(&w) && len(f.words.of(&w)) == 0
}

// bareSpan reports whether c is a part of the day or a season and says nothing else.
func (c *core) bareSpan() bool {
	return (c.part != "" || c.season > 0) && c.weekday == 0 && c.month == 0 && !c.hasYear && !c.hasShift && !c.rule.hasDir && !c.time
}

// names reports whether a word of letters begins with a capital.
func (f *finder) names(w *sentence.Word) bool {
	return w.Kind == sentence.Letters && sentence.Capital(w.Text)
}

// nameless is the rule of what is no expression after all.
var nameless = &rule{op: noOp}

// mayName reports whether c is one word that is a name as well as a month.
func (f *finder) mayName(c *core) bool {
	return c.month > 0 && c.to-c.from == 1 && f.in("surname", f.word(c, c.from))
}

// afterName reports whether a name or title stands right before c: a word with a
// capital that is none of those that go with dates.
func (f *finder) afterName(c *core) bool {
	w := f.word(c, c.from-1)
	return f.names(&w) && len(f.words.of(&w)) == 0
}

// asksForDate reports whether the word before c or behind it goes with dates.
func (f *finder) asksForDate(c *core) bool {
	w, next := f.word(c, c.from-1), f.word(c, c.to)
	return w.Text != "" && w.Kind != sentence.Punct && len(f.words.of(&w)) > 0 || next.Text != "" && next.Kind == sentence.Number
}

// word is word i of the passage of c, or the zero Word outside of it.
func (f *finder) word(c *core, i int) sentence.Word {
	ws := f.doc.Passages[c.passage].Words
	if i < 0 || i >= len(ws) {
		return sentence.Word{}
	}
	return ws[i]
}
