package event

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// newsday finds the day of a day's report: its lead, in block b, tells an act of
// the last days, or one without any date, which is then the publication date.
func (s *story) newsday(b *block, lead, near []*act) {
	if !s.dct.Known() || s.dct.Grain != calendar.Day {
		return
	}
	var undated *act
	for _, a := range lead {
		if a.trigger.From < s.leadFrom || a.trigger.From >= s.leadTo || a.nominal || a.status != happened && a.status != reported && !(a.status == threatened && a.words()) || !a.main() {
			continue
		}
		switch {
		case a.date.known() && a.date.when.Single() && a.date.when.From.Grain == calendar.Day && s.dct.First()-a.date.when.First() <= 3 && s.dct.First() >= a.date.when.First():
			if !s.news.known() || a.date.basis == "own" && a.date.when.First() > s.news.when.First() {
				s.news = a.date // took the town on Saturday and moved on the day after
			}
		case s.news.known():
		case undated == nil && !a.date.known() && a.headlineTense() && !s.elsewhen(a):
			undated = a
		}
	}
	switch {
	case s.news.known():
		return
	case undated == nil:
		s.news = s.dayIn(b)
		return
	}
	s.news = dating{when: calendar.Of(s.dct)}
	if s.agency && undated.verb.Perfect && undated.verb.Tense == clause.Present {
		return // has been found, under a dateline of the day
	}
	if d, ok := s.toldAgain(undated, near); ok {
		s.news = d
	}
}

// headlineTense reports whether an act is told as what has happened, or as headlines and
// leads tell in the present what somebody has said: UN demands access.
func (a *act) headlineTense() bool {
	v := a.verb
	return v.Finite && (v.Tense == clause.Past || v.Perfect || v.Tense == clause.Present && a.rule.speech && a.b.names(a.subject))
}

// dayIn is the first day of the last ones that the lead names beside no act: the
// feud was back on the front pages on Monday.
func (s *story) dayIn(b *block) dating {
	for i := range b.exprs {
		e := &b.exprs[i]
		if e.From < s.leadFrom {
			continue
		}
		if e.From >= s.leadTo {
			break
		}
		k := b.of(e.From)
		if k < 0 || !b.usable(e) || b.Quote(e.From) >= 0 || !e.When.Single() || e.When.From.Grain != calendar.Day {
			continue
		}
		if v, n := b.verbOf(k), s.dct.First()-e.When.First(); v != nil && v.Finite && v.Tense == clause.Past && n >= 0 && n <= 3 && (b.parse.Clauses[k].Kind == clause.Main || b.parse.Clauses[k].Kind == clause.Coordinate) {
			return dating{e.When, e.Mod, "tense"}
		}
	}
	return dating{}
}

// soon is within how many days of the lead's act a report that dates no other was
// written.
const soon = 2

// brief is how many sentences such a report has at most: a longer one tells of other days
// without saying so.
const brief = 25

// days reports whether most paragraphs that date something date what was in the days
// before publication: then the text is a report, be it with a long history in one
// paragraph, and no look back.
func (s *story) days(blocks []*block, byBlock [][]*act) bool {
	near, far, late, past, sentences := 0, 0, 0, 0, 0
	if s.agency {
		late++ // the dateline dates it
	}
	for _, b := range blocks {
		if b.prose() {
			sentences += len(b.Sentences)
		}
	}
	for _, acts := range byBlock {
		here, old := 0, 0
		for _, a := range acts {
			if a.nominal || !a.date.known() || a.status != happened || a.date.basis != "own" {
				continue
			}
			if n := s.dct.First() - a.date.when.First(); n >= 0 && n <= 7 && a.date.when.Days() <= 7 {
				here++
			} else {
				old++
			}
		}
		late, past = late+here, past+old
		switch {
		case here > 0 && here >= old:
			near++
		case old > 0:
			far++
		}
	}
	return near >= far && 3*late >= 2*past && (late >= 2 || late == 1 && sentences <= brief && s.news.basis == "own" && s.dct.First()-s.news.when.First() <= soon)
}

// nearLead is within how many sentences of its paragraph the lead's act is told again.
const nearLead = 8

// toldAgain is the day that a further telling of the lead's act gives, in the
// sentences that follow it: "the deal, signed on Tuesday by …".
func (s *story) toldAgain(lead *act, near []*act) (dating, bool) {
	for _, a := range near {
		if a == lead || !a.date.known() || a.date.basis != "own" || a.date.when.Days() != 1 {
			continue
		}
		if a.b == lead.b && a.b.Sentence(a.trigger.From)-a.b.Sentence(lead.trigger.From) > nearLead {
			continue // a whole report in one paragraph
		}
		again := a.leaf.Name == lead.leaf.Name && (lead.rule != a.b.g.plain || !a.nominal && a.lemma() == lead.lemma()) || a.leaf.Family == lead.leaf.Family && a.leaf.Family != "words" && a.leaf.Family != "other"
		if !again && !(!a.nominal && a.main() && a.b.index <= lead.b.index+1 && a.b.is(anArticle, a.subject.From) && a.b.pointsBack(a.subject) && len(a.b.refsIn(a.subject)) == 0) {
			continue // neither the same act nor "the decision was taken on Tuesday"
		}
		if n := s.dct.First() - a.date.when.First(); n >= 0 && n <= 3 {
			return a.date, true
		}
	}
	return dating{}, false
}

// elsewhen reports whether an act's clause names a time that nothing has taken,
// or the words that it is told in were said weeks before: then no other date is
// guessed for it.
func (s *story) elsewhen(a *act) bool {
	sent := a.b.sentenceOf(a.trigger.From)
	if y := a.b.word(sent.From + 1); a.b.is(aPreposition, sent.From) && y.Kind == sentence.Number && len(y.Text) == 4 && y.Text[0] <= '2' && a.b.expr(sent.From+1) == nil {
		return true // in 2016 voters: not read as a year, but no number of today's either
	}
	if a.offset() || a.precedes(s.dct) {
		return true
	}
	for i := range a.b.exprs {
		e := &a.b.exprs[i]
		if e.From < max(sent.From, a.b.from) || e.From >= sent.To {
			continue
		}
		if a.wentOn(e, sent) {
			return true
		}
		if e.Type == timex.Duration || e.Type == timex.Set {
			continue
		}
		if !e.When.Known() && e.Type == timex.Date && strings.HasPrefix(e.Value, "XXXX-") && a.b.of(e.From) == a.clause {
			return true // on 4 March of a year that nothing tells
		}
		if !e.When.Known() || e.When.First() > s.dct.Last() {
			continue
		}
		if c := a.b.of(e.From); c == a.clause || e.When.Last() < s.dct.First()-newsDays && a.b.toldIn(a.clause, c) {
			return true
		}
	}
	return false
}

// wentOn reports whether a sentence begins with how long what it tells in the simple past
// went on: for three decades they told themselves that it would last.
func (a *act) wentOn(e *timex.Expr, sent sentence.Extent) bool {
	k := max(sent.From, a.b.from)
	return e.Type == timex.Duration && !strings.HasPrefix(e.Value, "PT") && a.verb != nil && !a.verb.Perfect && a.b.is(aFor, k) && e.From <= k+3 && e.To < a.trigger.From
}

// newsDays is for how many days words are news.
const newsDays = 7

// toldIn reports whether clause c is what is said in the words that clause in
// introduces.
func (b *block) toldIn(c, in int) bool {
	for b.parse.Clauses[c].Kind == clause.Complement && b.parse.Clauses[c].Parent >= 0 {
		if c = b.parse.Clauses[c].Parent; c == in {
			return true
		}
	}
	return false
}

// clock reports whether a block begins with the time of day: 16.30, 9:05 am.
func (b *block) clock() bool {
	if len(b.Words) < 1 || b.Words[0].Kind != sentence.Number {
		return false
	}
	if e := b.expr(0); e != nil && e.Type == timex.Time {
		return true
	}
	t := b.Words[0].Text
	if len(t) >= 4 && len(t) <= 5 && t[len(t)-3] == '.' {
		return true
	}
	return len(t) <= 2 && b.word(1).Text == ":" && b.word(2).Kind == sentence.Number && len(b.word(2).Text) == 2
}

// label is how many words a sentence has at most that only says what follows it.
const label = 3

// openers is within how many sentences of a block a dateline that has run into it stands,
// behind captions and headlines.
const openers = 8

// leadAt is where the lead begins and ends, the first sentence that tells: the one behind a
// dateline or stamp that has run into the block, as it reports; else not that of Summary, nor of a
// headline.
func (b *block) leadAt() (from, to int, agency bool) {
	for i, s := range b.Sentences[:min(len(b.Sentences), openers)] {
		if !b.overReport(s) || i+1 == len(b.Sentences) {
			continue
		}
		agency = agency || b.hasDay(s)
		if next := b.Sentences[i+1]; !b.overReport(next) {
			return s.To, next.To, agency
		}
	}
	for i, s := range b.Sentences {
		if s.Len() > label && (i+1 == len(b.Sentences) || b.Words[s.To-1].Kind != sentence.Letters) {
			return 0, s.To, false
		}
	}
	return 0, b.Sentences[0].To, false
}

// hasDay reports whether a day stands in e.
func (b *block) hasDay(e sentence.Extent) bool {
	for i := e.From; i < e.To; i++ {
		if b.dayAt(i) {
			return true
		}
	}
	return false
}

// leads reports whether an act is the news of a dated report: the first act
// of its first sentence.
func (s *story) leads(a *act) bool {
	return s.dct.Known() && a.b.index == s.lead && s.leadFrom <= a.trigger.From && a.trigger.From < s.leadTo && a.main()
}

// newsworthy reports whether an act of a verb that no rule knows is the news of a dated
// report: its lead tells it of somebody who is named, and nothing else; or of so many, or
// in a day's report of anything that does not point back: nine cases have been confirmed.
func (s *story) newsworthy(a *act) bool {
	v := a.verb
	if a.date.basis != "tense" || !s.leads(a) || a.status != happened && a.status != reported || a.quoted() || !v.Finite {
		return false
	}
	recent := v.Tense == clause.Present && v.Perfect || v.Tense == clause.Past && !v.Perfect
	return recent && s.newsOf(a) && (a.passive || a.object.Len() > 1 && a.b.common(a.object) || v.Perfect && a.infinitive())
}

// newsOf reports whether a lead may tell news of the subject of an act: of somebody named,
// of so many, or in a day's report of anything new to it.
func (s *story) newsOf(a *act) bool {
	b := a.b
	return b.names(a.subject) || a.subject.Len() > 1 && (b.saysHowMany(a.subject) || s.daily && !b.pointsBack(a.subject))
}

// saysHowMany reports whether a noun phrase says how many: another nine cases.
func (b *block) saysHowMany(e sentence.Extent) bool {
	for i := e.From; i < e.To; i++ {
		if b.is(aPlural, i) && singular(b.Words[i].Text) == b.Words[i].Text || b.Words[i].Kind == sentence.Number && b.expr(i) == nil {
			return true
		}
	}
	return false
}

// today gives an act inside a quotation that is told as of the day of speaking
// the date of the words that quote it; where that is not known, none.
func (s *story) today(a *act, acts []*act) {
	if !a.quoted() || a.expr < 0 || a.date.when != calendar.Of(s.dct) {
		return
	}
	for _, o := range acts {
		if o != a && o.says >= 0 && o.contains(a) && o.date.known() {
			a.date.when = o.date.when
			return
		}
	}
	if !s.news.known() {
		a.date, a.expr = dating{}, -1
	}
}
