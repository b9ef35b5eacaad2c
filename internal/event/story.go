package event

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// story is the time that the telling has reached, carried from sentence to
// sentence and from block to block.
type story struct {
	dct calendar.Date

	when  dating // the date that the narrative stands at; zero where it has none
	block int    // the block in which it was set
	words int    // the length of that block, in sentences

	last     dating // the last day that the narrative stood at, and its block
	lastAt   int
	spoke    map[string]dating     // canonical name → the day of the last dated words
	spokeAt  map[string]int        // and their block
	occasion map[string][]occasion // noun → dated occasions of the document
	lastTalk *occasion             // the last dated meeting of the section
	lead     int                   // the block of the lead, or -1
	leadTo   int                   // the end of the lead, in words
	news     dating                // the day of a day's report; zero for other texts
	live     map[int]bool          // blocks that are entries of a live page
}

// occasion is a meeting, a visit, a forum that the text dates.
type occasion struct {
	when  dating
	block int
	who   map[string]bool
}

// turn begins a block.
func (s *story) turn(b *block) {
	switch {
	case b.kind == article.Heading:
		s.when, s.lastTalk = dating{}, nil
		clear(s.spoke)
	case b.index > s.block && !s.runsOn(b):
		s.when = dating{}
	}
	if b.kind == article.Heading {
		s.last = dating{}
	}
}

// runsOn reports whether a block continues the story of the one before: the
// one before was a sentence or two, and this one opens with a word that looks
// back.
func (s *story) runsOn(b *block) bool {
	if !s.when.known() || b.index-s.block > 1 || len(b.Words) == 0 {
		return false
	}
	if s.when.when.Days() > 1 && s.words == 1 {
		return true // a sentence that only sets the frame: in the past week
	}
	if s.words > 4 {
		return false
	}
	for i := 0; i < 4; i++ {
		if b.is("also", i) {
			return true
		}
	}
	return b.is("continues", 0)
}

// occasions reads the dated occasions of all acts before anything is carried,
// so that a date told later serves what comes earlier.
func (s *story) occasions(acts []*act) {
	for _, a := range acts {
		if !a.date.known() || a.date.when.Days() > 31 || a.status != happened && a.status != planned {
			continue
		}
		if a.leaf.Name != "meeting" && a.leaf.Name != "visit" && a.leaf.Name != "call" {
			continue
		}
		at := a.trigger
		if e, ok := a.b.hasGroup([]string{"meeting", "visit", "call"}, a.extent()); ok && !a.nominal {
			at = e
		}
		o := occasion{when: a.date, block: a.b.index, who: map[string]bool{}}
		for i := range a.b.refs {
			if r := &a.b.refs[i]; r.Actor != nil && r.Actor.Kind != actor.Place {
				o.who[r.Actor.Name] = true
			}
		}
		nouns := map[string]bool{singular(lowerText(a.b.word(at.To - 1))): true, a.leaf.Name: true}
		for noun := range nouns {
			s.occasion[noun] = append(s.occasion[noun], o)
		}
	}
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
			if at, ok := b.hasGroup([]string{"meeting", "visit"}, sentence.Extent{From: k, To: k + 1}); ok && !b.inVerb(k) {
				noun := singular(lowerText(b.word(at.To - 1)))
				s.occasion[noun] = append(s.occasion[noun], occasion{when: dating{e.When, e.Mod, "own"}, block: b.index, who: map[string]bool{}})
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

// date gives an act without a date of its own the first that the rules beyond
// the sentence allow.
func (s *story) date(a *act) {
	if a.date.known() || a.nominal || a.quoted() {
		return
	}
	past := a.verb != nil && a.verb.Finite && a.verb.Tense == clause.Past && !a.verb.Infinite || a.participle()
	perfect := a.verb != nil && a.verb.Finite && a.verb.Perfect && a.verb.Tense == clause.Present
	present := a.verb != nil && a.verb.Finite && a.verb.Tense == clause.Present && !a.verb.Perfect
	if past {
		for _, rule := range []func(*act) (dating, bool){s.atOccasion, s.carried, s.speaks, s.atTalks} {
			if d, ok := rule(a); ok {
				a.date = d
				return
			}
		}
	}
	if (past || perfect || present && a.rule.speech) && s.leads(a) && !s.elsewhen(a) {
		a.date = dating{calendar.Of(s.dct), "", "tense"}
		if s.news.known() {
			a.date.when = s.news.when
		}
		return
	}
	if (past || perfect || present) && s.live[a.b.index] && a.main() && !s.elsewhen(a) {
		a.date = dating{calendar.Of(s.dct), "", "tense"}
		return
	}
	if past && s.news.known() && a.words() && a.main() && a.says >= 0 && !a.verb.Perfect && !s.elsewhen(a) && a.b.Sentences[0].From <= a.trigger.From {
		a.date = dating{s.news.when, "", "tense"}
	}
}

// newsday finds the day of a day's report: its lead tells an act of the last
// days, or one without any date, which is then the publication date.
func (s *story) newsday(lead, near []*act) {
	if !s.dct.Known() || s.dct.Grain != calendar.Day {
		return
	}
	for _, a := range lead {
		if a.trigger.From >= s.leadTo || a.nominal || a.status != happened && a.status != reported || !a.main() {
			continue
		}
		past := a.verb.Finite && (a.verb.Tense == clause.Past || a.verb.Perfect)
		switch {
		case a.date.known() && a.date.when.Single() && a.date.when.From.Grain == calendar.Day && s.dct.First()-a.date.when.First() <= 3 && s.dct.First() >= a.date.when.First():
			s.news = a.date
			return
		case past && !a.date.known() && !s.elsewhen(a):
			s.news = dating{when: calendar.Of(s.dct)}
			if d, ok := s.toldAgain(a, near); ok {
				s.news = d
			}
			return
		}
	}
}

// toldAgain is the day that a further telling of the lead's act gives, in the
// sentences that follow it: "the deal, signed on Tuesday by …".
func (s *story) toldAgain(lead *act, near []*act) (dating, bool) {
	for _, a := range near {
		if a == lead || !a.date.known() || a.date.basis != "own" || a.date.when.Days() != 1 || a.leaf.Name != lead.leaf.Name && !(a.leaf.Family == lead.leaf.Family && a.leaf.Family != "words" && a.leaf.Family != "other") {
			continue
		}
		if n := s.dct.First() - a.date.when.First(); n >= 0 && n <= 3 {
			return a.date, true
		}
	}
	return dating{}, false
}

// elsewhen reports whether an act's sentence names a time that nothing has
// taken: then no other date is guessed for it.
func (s *story) elsewhen(a *act) bool {
	sent := a.b.sentenceOf(a.trigger.From)
	for i := range a.b.exprs {
		e := &a.b.exprs[i]
		if e.From < max(sent.From, a.b.from) || e.From >= sent.To || e.Type == timex.Duration || e.Type == timex.Set {
			continue
		}
		if e.When.Known() && a.b.of(e.From) == a.clause && e.When.First() <= s.dct.Last() {
			return true
		}
	}
	return false
}

// liveEntries are the blocks of a live page: two or more that begin with the
// time of day.
func liveEntries(blocks []*block) map[int]bool {
	out := map[int]bool{}
	for _, b := range blocks {
		if b.prose() && b.clock() {
			out[b.index] = true
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// clock reports whether a block begins with the time of day: 16.30, 9:05 am.
func (b *block) clock() bool {
	if len(b.Words) < 4 || b.Words[0].Kind != sentence.Number {
		return false
	}
	if e := b.expr(0); e != nil && e.Type == timex.Time {
		return true
	}
	t := b.Words[0].Text
	if len(t) >= 4 && len(t) <= 5 && t[len(t)-3] == '.' {
		return true
	}
	return len(t) <= 2 && b.Words[1].Text == ":" && b.Words[2].Kind == sentence.Number && len(b.Words[2].Text) == 2
}

// participle reports whether an act is a bare participle of a past clause.
func (a *act) participle() bool {
	if a.verb == nil || a.verb.Finite || a.verb.Infinite {
		return false
	}
	p := a.b.verbOf(a.b.parse.Clauses[a.clause].Parent)
	return p != nil && p.Tense == clause.Past && a.b.parse.Clauses[a.clause].Kind == clause.Participial
}

// just is the week of publication: he just cut off aid.
func (s *story) just(a *act) (dating, bool) {
	if a.date.known() || a.quoted() || a.verb == nil || !s.dct.Known() || a.verb.Tense == clause.Future {
		return dating{}, false
	}
	for k := a.verb.From - 1; k < a.verb.To; k++ {
		if a.b.is("just", k) && a.b.Words[max(k, 0)].Kind == sentence.Letters {
			return dating{calendar.Of(s.dct.WeekOf()), "", "tense"}, true
		}
	}
	return dating{}, false
}

// leads reports whether an act is the news of a dated report: the first act
// of its first sentence.
func (s *story) leads(a *act) bool {
	return s.dct.Known() && a.b.index == s.lead && a.trigger.From < s.leadTo && a.main()
}

// main reports whether an act stands in a clause that tells, not in one that
// gives background.
func (a *act) main() bool {
	switch a.b.parse.Clauses[a.clause].Kind {
	case clause.Main, clause.Coordinate:
		return true
	case clause.Complement:
		return a.speech >= 0 || a.status == happened || a.status == reported
	}
	return false
}

// carried is the date that the narrative stands at.
func (s *story) carried(a *act) (dating, bool) {
	if !s.when.known() || a.verb == nil || a.verb.Perfect || !a.main() && a.b.parse.Clauses[a.clause].Kind != clause.Participial && a.b.parse.Clauses[a.clause].Kind != clause.Subordinate {
		return dating{}, false
	}
	switch a.b.parse.Clauses[a.clause].Kind {
	case clause.Complement:
		return dating{}, false
	case clause.Subordinate:
		if !a.b.simultaneous(a.clause) {
			return dating{}, false // since he returned to office
		}
	}
	return dating{s.when.when, s.when.mod, "carried"}, true
}

// speaks is the day of the same speaker's last dated words, where he goes on
// in the same block, or "also" in the next.
func (s *story) speaks(a *act) (dating, bool) {
	if !a.rule.speech && a.leaf.Family != "words" {
		return dating{}, false
	}
	who := a.b.speakerActor(a.agent())
	if who == nil {
		return dating{}, false
	}
	d, ok := s.spoke[who.Name]
	at := s.spokeAt[who.Name]
	if !ok || a.b.index-at > 2 {
		return dating{}, false
	}
	if a.b.index != at && !a.also() {
		return dating{}, false
	}
	return dating{d.when, d.mod, "carried"}, true
}

// also reports whether an act says that it goes on: also, added, again.
func (a *act) also() bool {
	sent := a.b.sentenceOf(a.trigger.From)
	for i := sent.From; i < min(a.trigger.To+2, sent.To); i++ {
		if a.b.is("also", i) {
			return true
		}
	}
	return false
}

// atOccasion is the date of an occasion that the document dates: at the
// forum, on the sidelines of the summit.
func (s *story) atOccasion(a *act) (dating, bool) {
	b := a.b
	e := b.sentenceOf(a.trigger.From)
	for k := e.From; k < e.To; k++ {
		if b.of(k) != a.clause || !b.is("definite", k) && !possessive(b.word(k)) {
			continue
		}
		at, ok := b.hasGroup([]string{"meeting", "visit"}, sentence.Extent{From: k, To: min(k+7, e.To)})
		if !ok || b.inVerb(at.From) {
			continue
		}
		shift, ok := b.lead(k, a)
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
		case b.is("eve", i):
			return -1, true
		case b.is("beside", i):
			return 0, true
		case b.is("around", i):
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
	same := true
	for _, o := range os[1:] {
		same = same && o.when.when == os[0].when.when
	}
	if same {
		return &os[0]
	}
	var best *occasion
	for i := range os {
		if os[i].block <= block {
			best = &os[i]
		}
	}
	return best
}

// atTalks is the date of the meeting that this section is about, for what one
// of those who attended it said there.
func (s *story) atTalks(a *act) (dating, bool) {
	if s.lastTalk == nil || !a.rule.speech || a.b.index-s.lastTalk.block > 6 {
		return dating{}, false
	}
	who := a.b.speakerActor(a.agent())
	if who == nil || !s.lastTalk.who[who.Name] {
		return dating{}, false
	}
	return dating{s.lastTalk.when.when, s.lastTalk.when.mod, "occasion"}, true
}

// reach moves the story to an act's date.
func (s *story) reach(a *act) {
	if !a.date.known() || a.status != happened && a.status != reported && a.status != threatened {
		return
	}
	if s.dct.Known() && a.date.when.First() > s.dct.Last() {
		return
	}
	if a.leaf.Family == "words" || a.rule.speech {
		if who := a.b.speakerActor(a.agent()); who != nil && a.date.when.Days() <= 31 {
			s.spoke[who.Name] = a.date
			s.spokeAt[who.Name] = a.b.index
		}
	}
	if a.date.basis == "carried" && a.date.when == s.when.when {
		s.block, s.words, s.lastAt = a.b.index, len(a.b.Sentences), a.b.index // the story goes on
	}
	if a.date.basis != "own" && a.date.basis != "sentence" && a.date.basis != "tense" || a.nominal || a.date.when.Days() > 62 {
		return
	}
	if k := a.b.parse.Clauses[a.clause].Kind; k == clause.Relative || k == clause.Complement || k == clause.Condition || a.quoted() {
		return
	}
	s.set(a.date, a.b)
	if a.leaf.Name == "meeting" || a.leaf.Name == "visit" {
		o := occasion{when: a.date, block: a.b.index, who: map[string]bool{}}
		for i := range a.b.refs {
			if r := &a.b.refs[i]; r.Actor != nil && r.Actor.Kind != actor.Place {
				o.who[r.Actor.Name] = true
			}
		}
		s.lastTalk = &o
	}
}

func (s *story) set(d dating, b *block) {
	s.when, s.block, s.words = d, b.index, len(b.Sentences)
	s.last, s.lastAt = d, b.index
}

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
		if len(acts) > 0 || e.From-sent.From > 3 || !e.When.Known() || e.Type == timex.Set {
			continue
		}
		if s.dct.Known() && e.When.First() > s.dct.Last() {
			continue
		}
		if b.usable(e) && e.When.Days() <= 31 {
			s.set(dating{e.When, e.Mod, "own"}, b)
			return
		}
		if e.Type == timex.Duration && b.back(e) {
			s.set(dating{e.When, e.Mod, "own"}, b)
			return
		}
	}
}

// upper brackets what follows: the story stood at the 7th, and "by Wednesday"
// it had happened, so it lies between.
func (s *story) upper(b *block, e *timex.Expr, sent sentence.Extent) bool {
	if e.From-sent.From > 4 || !e.When.Known() || e.When.Days() > 1 && e.When.From.Grain != calendar.Day || !s.bounded(b, e, sent) {
		return false
	}
	from, to := s.last.when.Last()+1, e.When.First()-1
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
		if b.is("upper", k) {
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

// back reports whether a duration ends where it is reckoned from: in the past
// week, over the last month.
func (b *block) back(e *timex.Expr) bool { return e.When.Known() }
