package chronology

import (
	"cmp"
	"slices"
)

// Relations of one event to another.
const (
	cancels    = "cancels"     // the plan that it ends
	plans      = "plans"       // the meeting that it arranged
	follows    = "follows"     // what the same sentence says went before
	respondsTo = "responds_to" // the act that it says it answers
	partOf     = "part_of"     // the occasion at which it was said
	reports    = "reports"     // the thing that the report tells
)

// Days within which a relation is looked for.
const (
	planDays   = 150 // from an invitation to the visit
	backDays   = 92  // to what an event tells of, counted from the first day of its month or season
	answerDays = 10  // from an act to the answer
)

// relative is a relation to another event.
type relative struct {
	rel string
	to  *draft
}

// relate links events whose relation the texts make clear. While they are open
// their merit is found, too, where it is not known or may be another.
func (l *ledger) relate(c changes, related []*draft) {
	for _, d := range c.gone {
		d.relink(nil)
	}
	for _, d := range related {
		d.relink(l.near.relatives(d))
		if d.standing == "" {
			l.appraise(d)
		}
	}
}

// relink gives an event other links. It tells the plans which it cancels, or no
// longer does; what the editor has decided stays, for he decides of no plan.
func (d *draft) relink(links []relative) {
	for times, list := range map[int][]relative{-1: d.links, 1: links} {
		for _, r := range list {
			if r.rel == cancels && d.Status == "happened" {
				r.to.cancelledBy += times
			}
		}
	}
	d.links = links
}

// relatives are the events that d is related to, in order of relation and id.
func (n *neighbourhoods) relatives(d *draft) []relative {
	first, last, ok := horizon(d)
	if !ok {
		if !n.reckoned(d) {
			return nil
		}
		first, last = d.before()
	}
	return d.related(slices.DeleteFunc(n.of(d), func(o *draft) bool { return o.begins < first || o.begins > last }))
}

// related are those of some events, in order of date, that d is related to.
func (d *draft) related(among []*draft) []relative {
	var out []relative
	for _, o := range among {
		if rel := relation(d, o); rel != "" {
			out = append(out, relative{rel, o})
		}
	}
	out = nearestOnly(d, out)
	slices.SortFunc(out, func(a, b relative) int { return cmp.Or(cmp.Compare(a.rel, b.rel), cmp.Compare(a.to.ID, b.to.ID)) })
	return slices.Compact(out)
}

// horizon is the span of first days in which the other end of a relation of d
// can begin, false where d has none to give.
func horizon(d *draft) (first, last int, ok bool) {
	day := d.when.First()
	answer := kindOf(d.Type).score <= 0 && answers(d)
	switch {
	case arranges(d):
		return day - backDays, day + planDays, true
	case d.Type == "publication" || d.told[0].DateBasis == "connective" || answer || kindOf(d.Type).family == "words":
		return day - backDays, d.when.Last(), true
	}
	return 0, 0, false
}

// before is the span of first days of what a sentence dates d by, where it has
// no other relation to give.
func (d *draft) before() (first, last int) { return d.when.First() - backDays, d.when.First() - 1 }

// arranges reports whether d can be about an event that is to come.
func arranges(d *draft) bool { return d.Type == "cancellation" || d.Type == "invitation" }

// relation is what d is to o, "" if nothing that the texts make clear.
func relation(d, o *draft) string {
	when, other := d.when, o.when
	dk, ok := kindOf(d.Type), kindOf(o.Type)
	ahead := other.First() - when.Last()
	meeting := ok.family == "diplomacy" && o.Type != "cancellation" && o.Type != "invitation"
	switch {
	case d.Type == "cancellation" && meeting && o.Status != "happened" && other.Last() >= when.First() && fellows(d, o) && agree(d, o):
		return cancels
	case d.Type == "invitation" && meeting && o.Type != "call" && ahead > 0 && fellows(d, o) && agree(d, o):
		return plans
	case d.Type == "publication" && o.Type != "publication" && ahead <= 0 && neighbours(d, o, beside) && oneTopic(d, o):
		return reports
	case dk.family == "words" && (o.Type == "meeting" || o.Type == "call" || o.Type == "visit") && when.Overlaps(other) && (atOccasion(d) && neighbours(d, o, nearby) || d.Date == o.Date && between(d, o)):
		return partOf
	case ahead <= 0 && when.First()-other.Last() <= answerDays && answers(d) && neighbours(d, o, nearby) && dk.score <= 0 && ok.score < 0 && otherSide(d, o):
		return respondsTo
	case d.told[0].DateBasis == "connective" && ahead <= 0 && sameSentence(d, o):
		return follows
	case o.told[0].DateBasis == "connective" && other.Last() < when.First() && sameSentence(d, o):
		return follows // three days after the other
	}
	return ""
}

// fellows reports whether two events share two actors, or all of one's.
func fellows(d, o *draft) bool {
	n := 0
	for _, name := range d.Actors {
		if slices.Contains(o.Actors, name) {
			n++
		}
	}
	return n >= 2 || n > 0 && n == min(len(d.Actors), len(o.Actors))
}

// between reports whether both are of the same two persons.
func between(d, o *draft) bool {
	n := 0
	for _, p := range d.told[0].who {
		if personal(p) && slices.Contains(o.told[0].who, p) {
			n++
		}
	}
	return n >= 2
}

// agree reports whether the places do not speak against it.
func agree(d, o *draft) bool {
	return len(d.Places) == 0 || len(o.Places) == 0 || slices.ContainsFunc(d.Places, func(p string) bool { return slices.Contains(o.Places, p) })
}

// Bytes between two sentences of one document that speak of one thing: the
// next sentence, and a paragraph.
const (
	beside = 40
	nearby = 400
)

// neighbours reports whether one document tells both, not more than so many
// bytes apart.
func neighbours(d, o *draft, gap int) bool {
	for _, a := range d.sample() {
		for _, b := range o.sample() {
			if a.Doc == b.Doc && a.SentenceStart < b.SentenceEnd+gap && b.SentenceStart < a.SentenceEnd+gap {
				return true
			}
		}
	}
	return false
}

// oneTopic reports whether any two of their tellings agree in what was done.
func oneTopic(d, o *draft) bool {
	return slices.ContainsFunc(d.sample(), func(a *telling) bool {
		return slices.ContainsFunc(o.sample(), func(b *telling) bool { return agreement(a, b, overlapOf(a, b)) >= least(a, b) })
	})
}

// otherSide reports whether both say who acts, and not the same.
func otherSide(d, o *draft) bool {
	a, b := d.told[0], o.told[0]
	return len(a.agents) > 0 && len(b.agents) > 0 &&
		!slices.ContainsFunc(a.agents, func(p *party) bool { return akin(p, b.agents) > 0 })
}

func sameSentence(d, o *draft) bool {
	for _, a := range d.sample() {
		for _, b := range o.sample() {
			if a.Doc == b.Doc && a.Span().Overlaps(b.Span()) {
				return true
			}
		}
	}
	return false
}

func atOccasion(d *draft) bool {
	return slices.ContainsFunc(d.told, func(t *telling) bool { return t.DateBasis == "occasion" || len(t.occasions) > 0 })
}

// answers reports whether a sentence says that it tells an answer.
func answers(d *draft) bool {
	return slices.ContainsFunc(d.told, func(t *telling) bool { return t.answer })
}

// nearestOnly leaves of several links of one relation, where only one can be
// meant, the one to the event nearest in time, of equals the first.
func nearestOnly(d *draft, links []relative) []relative {
	first := d.begins
	gap := func(r relative) int {
		n := r.to.begins
		return max(n-first, first-n)
	}
	for _, rel := range []string{cancels, plans, respondsTo, partOf} {
		var best *draft
		least := 0
		for _, r := range links {
			if r.rel == rel && (best == nil || gap(r) < least) {
				best, least = r.to, gap(r)
			}
		}
		links = slices.DeleteFunc(links, func(r relative) bool { return r.rel == rel && r.to != best })
	}
	return links
}
