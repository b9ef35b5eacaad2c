package event

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// frames moves the story by a sentence that has a date but no act: its first
// words set the time, or say by when what follows had happened.
func (s *story) frames(b *block, sent sentence.Extent, acts []*act) {
	for i := range b.exprs {
		e := &b.exprs[i]
		if e.From < max(sent.From, b.from) || e.From >= sent.To || b.Quote(e.From) >= 0 {
			continue
		}
		if s.upper(b, e, sent) {
			return
		}
		if len(acts) > 0 || e.From-sent.From > 3 && !b.inFront(e, sent) && !b.isSubject(e) || !e.When.Known() || e.Type == timex.Set {
			continue
		}
		if s.dct.Known() && e.When.First() > s.dct.Last() {
			continue
		}
		if b.usable(e) && e.When.Days() <= 31 {
			s.set(dating{e.When, e.Mod, "own"}, b)
			s.opens = true
			return
		}
		if e.Type == timex.Duration {
			s.set(dating{e.When, e.Mod, "own"}, b)
			s.opens = true
			return
		}
	}
}

// inFront reports whether an expression stands behind its preposition before any
// verb of its sentence: only at the forum, on Friday, did he say so.
func (b *block) inFront(e *timex.Expr, sent sentence.Extent) bool {
	if e.From-sent.From > 9 || !b.is(aPreposition, b.before(e)) {
		return false
	}
	for k := sent.From; k < e.From; k++ {
		if b.inVerb(k) {
			return false
		}
	}
	return true
}

// isSubject reports whether an expression is the subject of a clause in the past: for Chile,
// the morning of 8 May was a long time coming.
func (b *block) isSubject(e *timex.Expr) bool {
	c := b.of(e.From)
	v := b.verbOf(c)
	return v != nil && v.Finite && v.Tense == clause.Past && b.parse.Clauses[c].Kind == clause.Main && empty(b.parse.Clauses[c].Subject) && e.To == v.From
}

// upper brackets what follows: the story stood at the 7th, and "by Wednesday"
// it had happened, so it lies between.
func (s *story) upper(b *block, e *timex.Expr, sent sentence.Extent) bool {
	if e.From-sent.From > 4 || !e.When.Known() || e.When.Days() > 1 && e.When.From.Grain != calendar.Day || !s.bounded(b, e, sent) {
		return false
	}
	from, to := s.last.when.Last()+1, e.When.First()-1
	if e.Type == timex.Time {
		to++ // by Tuesday evening
	}
	if from > to {
		return false
	}
	s.set(dating{calendar.Between(calendar.Civil(from), calendar.Civil(to)), "", "carried"}, b)
	return true
}

// bounded reports whether "by" or "before" opens a sentence behind a day that
// the story has just told.
func (s *story) bounded(b *block, e *timex.Expr, sent sentence.Extent) bool {
	if b.index-s.lastAt > 1 || s.last.when.Days() != 1 {
		return false
	}
	for k := sent.From; k < e.To; k++ {
		if b.is(anUpper, k) {
			return true
		}
	}
	return false
}
