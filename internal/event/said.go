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
