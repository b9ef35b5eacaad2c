package event

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// A live page is paragraphs that begin with the time of day, or stand below a line that
// gives nothing else. What an entry tells in the present or the perfect is of the day of
// its stamp; what it tells of another day keeps that day. A programme is none, though it
// has times: there they say from when until when something is on.

// entry is a block of a live page: its day, and whether it has a stamp of its
// own or stands below one, or in the list at the head of the page.
type entry struct {
	day     calendar.Date
	stamped bool
}

// entryBlocks is how many blocks an entry has at most, on average: a text with a
// few times of day here and there is no live page.
const entryBlocks = 8

// liveEntries gives the blocks of a live page their days, or nil where fewer
// than two blocks have a stamp, or too few of all. Where the stamps, newest first,
// jump up, the older ones are of the evening before, and so on. The page is of the
// day of publication at its newest end, and where it was changed as many days later
// as it has midnights, at its oldest.
func liveEntries(blocks []*block, dct, changed calendar.Date) map[int]entry {
	var stamps []stamp
	for i, b := range blocks {
		if (b.prose() || b.stampOnly()) && b.clock() && !b.slot() {
			if n := len(stamps); n > 0 {
				stamps[n-1].to = i
			}
			stamps = append(stamps, stamp{i, len(blocks), b.minute()})
		}
	}
	if len(stamps) < 2 || !dct.Known() || dct.Grain != calendar.Day || entryBlocks*len(stamps) < len(blocks)-stamps[0].at {
		return nil
	}
	out := map[int]entry{}
	for _, b := range blocks[:stamps[0].at] {
		if b.kind == article.Item {
			out[b.index] = entry{dct, false}
		}
	}
	midnights := newestFirst(stamps)
	day := dct
	if changed.Known() && changed.First()-dct.First() >= midnights {
		day = dct.Add(midnights, calendar.Day)
	}
	for i, x := range stamps {
		if i > 0 && x.minute > stamps[i-1].minute {
			day = day.Add(-1, calendar.Day)
		}
		enterLive(out, blocks[x.at:x.to], day)
	}
	return out
}

// stamp is a block that begins an entry, the block behind the entry, and the time of day.
type stamp struct{ at, to, minute int }

// newestFirst puts stamps in that order, and tells how many midnights lie between them.
func newestFirst(stamps []stamp) (midnights int) {
	up, down := 0, 0
	for i := 1; i < len(stamps); i++ {
		switch d := stamps[i].minute - stamps[i-1].minute; {
		case d > 0:
			up++
		case d < 0:
			down++
		}
	}
	if up > down {
		slices.Reverse(stamps)
		return down
	}
	return up
}

// enterLive gives the blocks of an entry, which begins with its stamp, their day.
func enterLive(out map[int]entry, blocks []*block, day calendar.Date) {
	first := 0
	if blocks[0].stampOnly() {
		first++ // the stamp, perhaps the headline of its entry, and the entry
		if first+1 < len(blocks) && blocks[first].kind == article.Heading {
			first++
		}
	}
	for k := first; k < len(blocks) && blocks[k].kind != article.Heading; k++ {
		out[blocks[k].index] = entry{day, k == first}
	}
}

// slot reports whether the time of day that a block begins with goes on to
// another: 7.00-9.00 pm, from noon until four.
func (b *block) slot() bool {
	for k := 1; k < min(len(b.Words), 5); k++ {
		if w := &b.Words[k]; w.Text == "-" || w.Text == "–" || w.Text == "—" || b.is(aTill, k) {
			return b.Words[min(k+1, len(b.Words)-1)].Kind == sentence.Number
		}
	}
	return false
}

// stampOnly reports whether a block is no more than the time of day and its zone: 16.30 GMT.
func (b *block) stampOnly() bool { return len(b.Words) <= 5 && b.clock() && len(b.parse.Verbs) == 0 }

// minute is the time of day that a block begins with, in minutes from midnight.
func (b *block) minute() int {
	t := b.Words[0].Text
	if w := b.word(1); w.Text == ":" && !w.Space && b.word(2).Kind == sentence.Number {
		t += ":" + b.Words[2].Text
	}
	hour, minute, ok := strings.Cut(strings.ReplaceAll(t, ".", ":"), ":")
	if !ok && len(t) == 4 {
		hour, minute = t[:2], t[2:]
	}
	h, _ := strconv.Atoi(hour)
	m, _ := strconv.Atoi(minute)
	for k := 1; k < min(len(b.Words), 5); k++ {
		if !b.is(aMeridiem, k) {
			continue
		}
		switch b.Words[k].Text[0] | 0x20 {
		case b.g.said("pm")[0]:
			h = h%12 + 12
		case b.g.said("am")[0]:
			h %= 12
		}
		break
	}
	return 60*h + m
}

// clocks gives the clock times of a live page's entry the day of its stamp: the
// story of the entry before, which stands below it, tells nothing of them, and its
// morning is not that of the day of publication. That evening is of the day that the entry
// has told.
func (b *block) clocks(day calendar.Date) {
	var told calendar.Date // the day that the entry has come to itself
	for i := range b.exprs {
		e := &b.exprs[i]
		switch {
		case e.Type == timex.Time && (e.Reference == timex.Story && e.Anchor != told || e.Reference == timex.DCT && e.When.From == b.dct):
			e.When, e.Reference = calendar.Of(day), timex.Story
		case e.When.Single() && e.When.From.Grain == calendar.Day:
			told = e.When.From
		}
	}
}

// enters dates what an entry of a live page tells by its stamp: in the perfect
// and the present always, in the past where it stands in the entry itself and
// nothing before it in the entry has another day.
func (s *story) enters(a *act) (dating, bool) {
	e, ok := s.live[a.b.index]
	v := a.verb
	if !ok || a.nominal || v == nil || !v.Finite || !a.main() || a.b.exprIn(a.clause) >= 0 {
		return dating{}, false
	}
	switch {
	case v.Tense == clause.Present:
	case v.Tense == clause.Past && !v.Perfect && e.stamped:
	default:
		return dating{}, false
	}
	return dating{calendar.Of(e.day), "", "tense"}, true
}
