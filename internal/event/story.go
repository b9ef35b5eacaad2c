package event

import (
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// story is the time that the telling has reached, carried from sentence to
// sentence and from block to block.
type story struct {
	dct calendar.Date

	when    dating // the date that the narrative stands at; zero where it has none
	block   int    // the block in which it was set
	words   int    // the length of that block, in sentences
	opens   bool   // that date opened its sentence, and so sets what follows
	gone    int    // behind the block in which it has left its day for long ago; 0 for none
	aside   dating // what the story has looked back to since, in that block
	asideIn int    // in which sentence
	voiced  int    // behind the block in which words of the day of the report have been told; 0 for none

	last     dating // the last day that the narrative stood at, and its block
	lastAt   int
	spoke    map[string]dating     // canonical name → the day of the last dated words
	spokeAt  map[string]int        // and their block
	occasion map[string][]occasion // noun → dated occasions of the document
	told     []told                // dated acts that may be reckoned by
	several  map[string]bool       // nouns whose occasions have not all one date
	lastTalk *occasion             // the last dated meeting of the section
	lead     int                   // the block of the lead, or -1
	leadFrom int                   // where the lead begins and ends, in words
	leadTo   int
	agency   bool          // a dateline with agency and day has run into the block of the lead
	news     dating        // the day of a day's report; zero for other texts
	daily    bool          // most of what the text dates is of the last days
	live     map[int]entry // blocks that are entries of a live page
}

// turn begins a block.
func (s *story) turn(b *block) {
	s.aside = dating{}
	switch {
	case s.live[b.index].stamped:
		s.when, s.last = dating{}, dating{}
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

// date gives an act without a date of its own the first that the rules beyond
// the sentence allow.
func (s *story) date(a *act) {
	s.began(a)
	if a.date.known() || a.nominal || a.quoted() || a.b.kind == article.Cell || a.rule.dated || a.b.vaguelyPast(a.clause) || a.lastTime() { // a cell has no day but its own
		return
	}
	perfect := a.verb != nil && a.verb.Finite && a.verb.Perfect && a.verb.Tense == clause.Present
	present := a.verb != nil && a.verb.Finite && a.verb.Tense == clause.Present && !a.verb.Perfect
	if d, ok := s.enters(a); ok && (perfect || present) {
		a.date = d
		return
	}
	settled, carries := s.reckon(a)
	if settled {
		return
	}
	past := a.verb != nil && a.verb.Finite && a.verb.Tense == clause.Past && !a.verb.Infinite || a.participle()
	if past && carries && !a.adrift() {
		rules := []func(*act) (dating, bool){s.atOccasion, s.topic, s.atThatTime, s.carried, s.speaks, s.atTalks}
		if s.when.when.Days() > 1 && s.finer(a) {
			rules[3], rules[4] = rules[4], rules[3] // a speaker's own day is finer than the story's month
		}
		for _, rule := range rules {
			if d, ok := rule(a); ok {
				a.date = d
				return
			}
		}
	}
	if d, ok := s.enters(a); ok {
		a.date = d
		return
	}
	going := present && a.verb.Ing && a.rule != a.b.g.plain && a.b.names(a.subject) // is stepping down
	if (past || perfect || going || present && a.rule.speech) && s.leads(a) && !s.elsewhen(a) {
		a.date = dating{calendar.Of(a.b.dct), "", "tense"}
		if s.news.known() && a.b.dct == s.dct {
			a.date.when = s.news.when
		}
		return
	}
	if s.when.known() && !s.daily && s.returns(a) {
		return // between the month looked back to and the day of the news: neither
	}
	if past && s.news.known() && s.gone != a.b.index+1 && !a.saidAside() && (a.reported() && (a.tells() || a.leaf.Name != "statement" && a.b.names(a.subject) && (s.daily || a.speaksOut()) || s.when.known() && s.returns(a)) || s.ofTheDay(a)) && a.main() && !a.verb.Perfect && !s.elsewhen(a) && a.b.Sentences[0].From <= a.trigger.From {
		a.date = dating{s.news.when, "", "tense"}
	}
}

// hoursFrom is the day that the story stands at, or stood at when the paragraph
// before ended, or in a day's report that of the report, for what was only hours
// before or after.
func (s *story) hoursFrom(a *act) dating {
	switch {
	case !s.when.known() && s.aside.known() && s.aside.when.Days() == 1:
		return dating{s.aside.when, "", "connective"}
	case s.when.known() && s.when.when.Days() == 1:
		return dating{s.when.when, "", "connective"}
	case !s.when.known() && s.last.when.Days() == 1 && a.b.index-s.lastAt <= 1 && a.opensWithTime():
		return dating{s.last.when, "", "connective"}
	case !s.when.known() && s.daily && s.news.when.Days() == 1:
		return dating{s.news.when, "", "connective"}
	}
	return dating{}
}

// opensWithTime reports whether a time is the first that an act's sentence says.
func (a *act) opensWithTime() bool {
	i := max(a.b.sentenceOf(a.trigger.From).From, a.b.from)
	return a.b.expr(i) != nil || a.b.is(aWithin, i) && a.b.expr(i+1) != nil
}

// finer reports whether the speaker's last words are of the block that set the
// story's time, and not of a time before it, or of a day within that time.
func (s *story) finer(a *act) bool {
	who := a.b.speakerActor(a.agent())
	if who == nil {
		return true
	}
	spoke := s.spoke[who.Name].when
	return s.spokeAt[who.Name] >= s.block && spoke.Last() >= s.when.when.First() || s.when.when.Contains(spoke)
}

// reports reports whether an act is words told in a paragraph of their own of
// a day's report whose story has gone back: they are of the report's day.
func (s *story) reports(a *act) bool {
	return a.words() && a.main() && a.tells() && s.news.known() && a.b.index != s.block && s.when.when != s.news.when && !a.also()
}

// returns reports whether an act is words by which a day's report comes back from
// what it looked back to, weeks before, to its own day: the trial opened in March;
// lawyers condemned the verdict. Who is told of in the look back goes on with it.
func (s *story) returns(a *act) bool {
	if !s.daily && (!s.news.known() || s.when.when.Days() == 1) || !a.words() || !a.main() || a.also() || s.news.when.First()-s.when.when.Last() <= 31 {
		return false
	}
	if s.goesOnBeside(a) || s.block == a.b.index && a.subject.Len() == 1 && a.b.is(aPersonal, a.subject.From) {
		return false // he had made the offer in September. He proposed that …
	}
	who := a.b.speakerActor(a.agent())
	if who == nil {
		return true
	}
	_, spoke := s.spoke[who.Name]
	return !spoke || s.spokeAt[who.Name] != s.block
}

// goesOnBeside reports whether an act is joined by "and" to a clause of somebody else in the
// simple past, in the paragraph in which the story stands: it is of the time of that. Chile
// closed the port, and Ruiz warned that Peru would suffer.
func (s *story) goesOnBeside(a *act) bool {
	k := a.b.parse.Clauses[a.clause]
	v := a.b.verbOf(k.Parent)
	return s.block == a.b.index && k.Kind == clause.Coordinate && !empty(k.Marker) && a.b.is(aJoiner, k.Marker.From) && v != nil && v.Finite && v.Tense == clause.Past && !v.Perfect
}

// reported reports whether an act of a day's report is of that day though
// nothing says so: words that are told, and what its rules know to be done by
// somebody, told in the simple past.
func (a *act) reported() bool {
	return a.words()
}

// ofTheDay reports whether an act of a day's report is of that day though its
// sentence gives no time: a rule knows it, somebody does it or undergoes it,
// and no date before it in its paragraph has taken the story elsewhere.
func (s *story) ofTheDay(a *act) bool {
	return s.daily && a.rule != a.b.g.plain && (!a.words() || a.byDeed()) && a.status == happened && !a.quoted() && !s.when.known() && !a.repeats() && !a.earlier() &&
		(a.b.acting(a.subject) || a.leaf.Family == "force" || a.passive && a.known() > 0 || a.priced())
}

// byDeed reports whether an act of words says what was done in place of words: Chile answered by
// barring nine firms.
func (a *act) byDeed() bool {
	for i := range a.b.under(a.clause) {
		if a.b.parse.Clauses[i].Parent == a.clause && a.b.byDoing(i) {
			return true
		}
	}
	return false
}

// priced reports whether an act tells where the price of something went that is sold all
// day: the lira slid to a record low.
func (a *act) priced() bool {
	return a.leaf.Name == "finance" && !a.nominal && !a.passive && a.verb.Finite && a.verb.Tense == clause.Past && len(a.chunks) > 0 && a.b.hasWord(aTraded, a.subject)
}

// tells reports whether an act of words says what is said.
func (a *act) tells() bool { return a.says >= 0 || a.tellsWhat() }

// speaksOut reports whether an act is words by which a main clause tells what its subject
// stands for, at no other time that it names: Ruiz accused the palace of theft. Not: was
// urged by Ruiz; then he urged; earlier, he had urged.
func (a *act) speaksOut() bool {
	b := a.b
	k := b.parse.Clauses[a.clause]
	if a.passive || !a.verb.Finite || a.goesFrom() || a.earlier() || b.is(anEarlier, a.verb.From-1) {
		return false
	}
	return k.Kind == clause.Main || k.Kind == clause.Coordinate && k.Parent >= 0 && b.parse.Clauses[k.Parent].Subject == k.Subject
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
	if !a.b.has(aJust) || a.date.known() || a.quoted() || a.verb == nil || !s.dct.Known() || a.verb.Tense == clause.Future || a.verb.Perfect && (a.verb.Tense == clause.Past || !a.verb.Finite) {
		return dating{}, false // had just left; having just left
	}
	for k := a.verb.From - 1; k < a.verb.To; k++ {
		if a.b.is(aJust, k) && a.b.Words[max(k, 0)].Kind == sentence.Letters {
			if d, ok := s.enters(a); ok {
				return d, true
			}
			return dating{calendar.Of(s.dct.WeekOf()), "", "tense"}, true
		}
	}
	return dating{}, false
}

// main reports whether an act stands in a clause that tells, not in one that
// gives background.
func (a *act) main() bool {
	switch a.b.parse.Clauses[a.clause].Kind {
	case clause.Main:
		return true
	case clause.Coordinate:
		on := a.b.parse.Clauses[a.b.goesOnFrom(a.clause)]
		return on.Kind != clause.Subordinate || a.b.side(on.Marker) == 0 // not: after they hit the port | and shut it
	case clause.Complement:
		return a.speech >= 0 || a.status == happened || a.status == reported
	}
	return false
}

// also reports whether an act says that it goes on: also, added, again.
func (a *act) also() bool {
	sent := a.b.sentenceOf(a.trigger.From)
	for i := sent.From; i < min(a.trigger.To+2, sent.To); i++ {
		if a.b.is(anAlso, i) {
			return true
		}
	}
	return false
}

// reach moves the story to an act's date.
func (s *story) reach(a *act) {
	if a.date.basis == "carried" || a.date.basis == "tense" || a.date.basis == "connective" {
		s.remember(a)
	}
	if !a.date.known() || a.status != happened && a.status != reported && a.status != threatened && !a.leftUndone() {
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
	if a.date.basis == "carried" && s.aside.known() && a.date.when == s.aside.when {
		s.set(s.aside, a.b) // the story goes on from what it has looked back to
	}
	if a.date.basis == "carried" && a.date.when == s.when.when {
		s.block, s.words, s.lastAt = a.b.index, len(a.b.Sentences), a.b.index // the story goes on
	}
	if a.talk() {
		s.lastTalk = a.occasion()
	}
	if a.date.basis != "own" && a.date.basis != "sentence" && a.date.basis != "tense" || a.nominal {
		return
	}
	if a.date.basis == "tense" && s.reports(a) {
		s.block, s.words = a.b.index, len(a.b.Sentences) // who tells the story does not end it
		s.voiced = a.b.index + 1
		return
	}
	if a.date.when.Days() > 62 {
		if a.main() {
			s.when = dating{} // he was born in 1961: the story has left its day
			if s.dct.Known() && s.dct.First()-a.date.when.Last() > longGone {
				s.gone = a.b.index + 1
			}
		}
		return
	}
	if a.incidental() || a.quoted() {
		return
	}
	back := s.opensBack(a)
	if back {
		s.block, s.words = a.b.index, len(a.b.Sentences)
	}
	if back || s.looksBack(a) || s.explains(a) {
		s.aside, s.asideIn = a.date, a.b.Sentence(a.trigger.From)
		return // but Oslo had barred them in May: an aside
	}
	s.set(a.date, a.b)
	s.opens = a.expr >= 0 && a.b.exprs[a.expr].From-a.b.sentenceOf(a.trigger.From).From <= 3
	if a.leaf.Name == "meeting" || a.leaf.Name == "visit" {
		s.lastTalk = a.occasion()
	}
}

// leftUndone reports whether an act tells what was not done on its day, to which the telling
// has gone on all the same: it made no comment on Thursday.
func (a *act) leftUndone() bool {
	return a.status == negated && !a.nominal && a.verb.Finite && a.verb.Tense == clause.Past && !a.verb.Perfect && a.verb.Modality == clause.Plain
}

// incidental reports whether an act is only told of something in the story, to whose
// day that does not move: in a relative clause, a complement, a condition.
func (a *act) incidental() bool {
	switch k := a.b.goesOnFrom(a.clause); a.b.parse.Clauses[k].Kind {
	case clause.Relative, clause.Complement, clause.Condition:
		return true
	case clause.Subordinate:
		return a.b.withinRelative(k) // a step he had resisted since the war began on 24 February
	case clause.Participial:
		// the accord, reached in May, says of itself when it was; having lost on Monday, it rose
		return (a.verb.Passive || a.verb.Perfect) && !a.verb.Finite
	}
	return false
}

// talk reports whether a noun tells of a day on which two who are named met, as the
// subject of its clause: the meeting between A and B in Lima on Monday lasted an hour.
func (a *act) talk() bool {
	return a.nominal && a.leaf.Name == "meeting" && a.date.basis == "own" && a.date.when.Days() == 1 && a.status == happened && !a.quoted() &&
		a.b.parse.Clauses[a.clause].Subject.Contains(a.trigger) && a.known() > 1
}

// longGone is how many days back a year lies from whose history no words return to
// the day of a report in the same paragraph.
const longGone = 20 * 365

// looksBack reports whether an act is told as past before the day that the story
// stands at, to which the telling comes back.
func (s *story) looksBack(a *act) bool {
	return a.verb.Perfect && a.verb.Tense == clause.Past && s.when.known() && a.date.when.First() < s.when.when.First()
}

// opensBack reports whether a paragraph of a day's report begins with what had been
// before: lenders had lost access in March; the bloc also listed a general.
func (s *story) opensBack(a *act) bool {
	return s.daily && !s.when.known() && a.verb.Perfect && a.verb.Tense == clause.Past && a.verb.Finite && a.date.when.Last() < s.news.when.First()
}

// explains reports whether an act in a day's report only adds to the one that its
// sentence begins with when something older was: released the pictures on Thursday;
// they were taken on 21 August.
func (s *story) explains(a *act) bool {
	k := a.b.parse.Clauses[a.clause]
	if !s.daily || !s.when.known() || s.block != a.b.index || k.Kind != clause.Coordinate || !empty(k.Marker) || k.Parent < 0 || a.date.when.First() >= s.when.when.First() {
		return false
	}
	e := a.b.exprNear(k.Parent, k.From)
	return e >= 0 && a.b.exprs[e].When == s.when.when
}

// set moves the story to date d, told in block b.
func (s *story) set(d dating, b *block) {
	if d.mod == "ON_OR_BEFORE" {
		d.mod = "" // by Friday they had left: the story stands at Friday
	}
	s.when, s.block, s.words, s.opens, s.aside = d, b.index, len(b.Sentences), false, dating{}
	s.last, s.lastAt = d, b.index
}
