package event

import (
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// takeRoot gives words without a root of their own the root of what they say:
// to announce an act of one's own side is to agree to it, to say that others
// must act is to ask for it, to tell what was done is to do it.
func (a *act) takeRoot(x *act) {
	if a.plover != "" || x.plover == "" {
		return
	}
	switch {
	case x.verb != nil && x.verb.Modality == clause.Obligation && !x.ours(a):
		a.plover = "REQUEST"
	case x.status == planned && x.ours(a):
		a.plover = "AGREE"
	case x.status == negated && x.ours(a):
		a.plover = "REJECT"
	case x.status == happened || x.status == reported || x.status == actual:
		a.plover = x.plover
	}
	if a.plover != "" {
		a.about = x
	}
}

// decides gives a decision without a root of its own the root of what is
// decided: decided to lift the ban. What is tried is of the kind of what would
// have been done.
func (a *act) decides(acts []*act) {
	if a.plover != "" || a.nominal || a.leaf.Name != "other" {
		return
	}
	c := a.governs()
	for _, x := range acts {
		if c >= 0 && x.clause == c && !x.nominal {
			a.plover, a.about = x.plover, x
			if a.verbIs(aTrying) {
				a.leaf = x.leaf // failed to pass the bill
			}
		}
	}
}

// whole is who acts, with the name that stands beside the office.
func (a *act) whole() sentence.Extent {
	if a.passive {
		return a.by
	}
	return a.fullSubject()
}

// commits gives words that still have no root the one that the clause they
// introduce gives by its verb alone, whatever that verb is: what the speaker
// says that he will do he agrees to, what he will not do he rejects, what he
// says that others must do he asks for.
func (a *act) commits() {
	b := a.b
	c := a.said()
	v := b.verbOf(c)
	if a.plover != "" || v == nil || !v.Finite || v.Passive && v.Modality != clause.Obligation {
		return // what will be done does not say by whom
	}
	subject := b.parse.Clauses[c].Subject
	ours := b.sameSide(a.whole(), subject) || !empty(subject) && b.is(aFirst, subject.From)
	switch {
	case ours && a.verbIs(aWarning) && (v.Tense == clause.Future || v.Modality != clause.Plain):
		leaf := leafOf("threat")
		a.leaf, a.plover, a.status = leaf, leaf.Plover, threatened
	case v.Modality == clause.Obligation && !ours && !empty(subject):
		a.plover = "REQUEST"
	case ours && v.Negated && (v.Tense == clause.Future || v.Modality == clause.Conditional):
		a.plover = "REJECT"
	case ours && (v.Tense == clause.Future || v.Modality == clause.Conditional) && !b.upon(c):
		a.plover = "AGREE"
	default:
		return
	}
	at := sentence.Extent{From: v.Head, To: v.Head + 1}
	a.about = b.frame(c, v, at, b.g.plain)
}

// said is the clause that says what is said, or -1.
func (a *act) said() int {
	if i := a.complement(); i >= 0 || a.says < 0 {
		return i
	}
	s := a.b.parse.Speeches[a.says]
	for i := range a.b.parse.Clauses {
		if c := &a.b.parse.Clauses[i]; s.From <= c.From && c.From < s.To && a.b.verbOf(i) != nil && c.Kind != clause.Relative && c.Kind != clause.Condition {
			return i
		}
	}
	return -1
}

// refuseSaid is why words that somebody said are no event, or "".
func (f *finder) refuseSaid(a *act) string {
	if !a.words() || !f.story.dct.Known() && !a.date.known() {
		return ""
	}
	return a.refuseWords()
}

// refuseWords is why words give no mention: they need a principal who speaks,
// and a date or a quotation.
func (a *act) refuseWords() string {
	if a.leaf.Name == "publication" {
		return ""
	}
	if !a.b.speaker(a.agent()) && !a.pronounSpeaks() && !a.hears() && !a.tidings() && !a.hearsay() {
		return "nobody of record speaks"
	}
	if !a.date.known() {
		return "words without a date"
	}
	if a.leaf.Name == "statement" && a.date.basis == "carried" && a.says < 0 && !a.tellsWhat() && a.object.Len() == 2 && a.b.pointsBack(a.object) && !(a.b.names(a.subject) && a.b.is(anArticle, a.object.From) && a.date.when.Days() == 1) {
		return "an object that only points back"
	}
	return ""
}

// hears reports whether somebody of record is told what is said, and nobody is
// named who says it: the ministers were told on Monday that the budget was spent.
func (a *act) hears() bool {
	return a.passive && a.verb.Finite && empty(a.by) && a.date.basis == "own" && a.leaf.Name == "statement" && a.verbIs(aTwofold) && a.b.speaker(a.subject) && (a.says >= 0 || a.tellsWhat())
}

// pronounSpeaks reports whether who acts is a pronoun that stands for a speaker of record.
func (a *act) pronounSpeaks() bool { return a.b.speakerActor(a.agent()) != nil }
