package event

import (
	"sort"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// occasion is a meeting, a visit, a forum that the text dates.
type occasion struct {
	when  dating
	block int
	who   map[string]bool
}

// occasions reads the dated occasions of all acts before anything is carried,
// so that a date told later serves what comes earlier.
func (s *story) occasions(acts []*act) {
	for _, a := range acts {
		s.remember(a)
		if !a.date.known() || a.date.when.Days() > 31 || a.status != happened && a.status != planned {
			continue
		}
		if a.leaf.Name != "meeting" && a.leaf.Name != "visit" && a.leaf.Name != "call" {
			continue
		}
		at := a.trigger
		if e, ok := a.b.findGroup(&talkNouns, a.extent()); ok && !a.nominal {
			at = e
		}
		if a.b.another(at) {
			continue
		}
		o := *a.occasion()
		nouns := map[string]bool{singular(lowerText(a.b.word(at.To - 1))): true, a.leaf.Name: true}
		for noun := range nouns {
			s.dates(noun, o)
		}
	}
}

// another reports whether the noun at is of an occasion beside the one that a text speaks of,
// which "the summit" does not mean: the previous full-scale summit, their next meeting.
func (b *block) another(at sentence.Extent) bool {
	for i := b.nounPhrase(at).From; i < at.From; i++ {
		if b.is(aTurning, i) && b.expr(i) == nil {
			return true
		}
	}
	return false
}

// occasion is what an act of meeting is to what comes later: its date, and all who
// are named beside it.
func (a *act) occasion() *occasion {
	o := occasion{when: a.date, block: a.b.index, who: map[string]bool{}}
	for i := range a.b.refs {
		if r := &a.b.refs[i]; r.Actor != nil && r.Actor.Kind != actor.Place {
			o.who[r.Actor.Name] = true
		}
	}
	return &o
}

// dates adds an occasion that a noun names, in the order of the blocks.
func (s *story) dates(noun string, o occasion) {
	os := s.occasion[noun]
	if len(os) > 0 && o.when.when != os[0].when.when {
		if s.several == nil {
			s.several = map[string]bool{}
		}
		s.several[noun] = true
	}
	s.occasion[noun] = append(os, o)
}

// occasionNouns reads the occasions that a document dates without telling
// them: at the bloc's summit on Sept. 1.
func (s *story) occasionNouns(b *block) {
	for i := range b.exprs {
		e := &b.exprs[i]
		if !b.usable(e) || e.When.Days() > 31 {
			continue
		}
		k := e.From - 1
		for n := 0; n < 5 && k >= 0 && b.of(k) == b.of(e.From); n++ {
			if at, ok := b.findGroup(&occasionNouns, sentence.Extent{From: k, To: k + 1}); ok && !b.inVerb(k) && !b.another(at) {
				noun := singular(lowerText(b.word(at.To - 1)))
				s.dates(noun, occasion{when: dating{e.When, e.Mod, "own"}, block: b.index, who: map[string]bool{}})
				break
			}
			if b.inVerb(k) || b.Words[k].Text == "," {
				break
			}
			k--
		}
	}
}

// singular takes the plural mark off a noun, so that one and several meet
// under one key; it need not be a word.
func singular(s string) string {
	if len(s) > 3 && s[len(s)-1] == 's' {
		return s[:len(s)-1]
	}
	return s
}

// atOccasion is the date of an occasion that the document dates: at the
// forum, on the sidelines of the summit.
func (s *story) atOccasion(a *act) (dating, bool) {
	b := a.b
	if len(s.occasion) == 0 || !b.groups.meet(&occasionNouns) {
		return dating{}, false
	}
	e := b.sentenceOf(a.trigger.From)
	for k := e.From; k < e.To; k++ {
		if b.of(k) != a.clause || !b.is(aDefinite, k) && !possessive(b.word(k)) {
			continue
		}
		at, ok := b.findGroup(&occasionNouns, sentence.Extent{From: k, To: min(k+7, e.To)})
		if !ok || b.inVerb(at.From) {
			continue
		}
		shift, ok := b.lead(k, a)
		for i := k + 1; i < at.From; i++ {
			if b.is(anEve, i) {
				shift = -1 // on the eve of the summit
			}
		}
		if !ok {
			continue
		}
		o := s.nearest(singular(lowerText(b.word(at.To-1))), b.index)
		if o == nil {
			continue
		}
		when := o.when.when
		if shift != 0 {
			if !when.Single() || when.From.Grain != calendar.Day {
				continue
			}
			when = calendar.Of(when.From.Add(shift, calendar.Day))
		}
		return dating{when, o.when.mod, "occasion"}, true
	}
	return dating{}, false
}

// lead reads the words before "the summit": how many days the act stands
// before it, and whether it stands at it at all.
func (b *block) lead(k int, a *act) (int, bool) {
	for i := k - 1; i >= max(0, k-5) && b.of(i) == a.clause; i-- {
		switch {
		case b.is(anEve, i):
			return -1, true
		case b.is(aBeside, i):
			return 0, true
		case b.is(anAround, i):
			return 0, false
		}
	}
	return 0, false
}

// nearest is the dated occasion with this noun: the only one, or the last
// before the block.
func (s *story) nearest(noun string, block int) *occasion {
	os := s.occasion[noun]
	if len(os) == 0 {
		return nil
	}
	if !s.several[noun] {
		return &os[0]
	}
	if k := sort.Search(len(os), func(k int) bool { return os[k].block > block }); k > 0 {
		return &os[k-1]
	}
	return nil
}

// atTalks is the date of the meeting that this section is about, for what one
// of those who attended it said there.
func (s *story) atTalks(a *act) (dating, bool) {
	if s.lastTalk == nil || !a.rule.speech || s.lastTalk.when.when.Days() > 7 || a.b.index-s.lastTalk.block > 6 && !(a.also() && a.b.index-s.lastTalk.block <= 10) || a.verb.Perfect {
		return dating{}, false
	}
	if k := a.b.parse.Clauses[a.clause].Kind; k != clause.Main && k != clause.Coordinate && k != clause.Participial {
		return dating{}, false // that he had asked for it, he said there
	}
	for k := a.trigger.To; k < a.b.parse.Clauses[a.clause].To; k++ {
		if a.b.of(k) == a.clause && (a.b.is(anEve, k) || a.b.is(anAround, k) && a.b.is(aDefinite, k+1)) {
			return dating{}, false // said on the eve of the summit
		}
	}
	who := a.b.speakerActor(a.agent())
	if who == nil || !s.lastTalk.who[who.Name] {
		return dating{}, false
	}
	return dating{s.lastTalk.when.when, s.lastTalk.when.mod, "occasion"}, true
}
