package chronology

import (
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/actor"
)

// apart says why two tellings cannot tell one event, whatever else they
// share; "" where nothing forbids it. The reasons are those of the field's
// coding books.
func apart(a, b *telling) string { return apartWith(a, b, likeness(a, b)) }

// apartWith is apart where it is known how far the types agree.
func apartWith(a, b *telling, like float64) string {
	switch {
	case !meet(a, b):
		return "time"
	case opposed(a, b):
		return "an act and its opposite"
	case like == 0 && (a.act == aPublication || b.act == aPublication):
		return "report and thing reported"
	case like == 0 && a.kind.family == b.kind.family:
		return "kind of act"
	case measure(a) != measure(b):
		return "threat and measure"
	case strangers(a, b):
		return "actors"
	case otherAgent(a, b):
		return "who acts"
	case otherPlace(a, b):
		return "place"
	case a.level == 0 && b.level == 0 && a.Date != b.Date && anotherDay(a, b):
		return "done again"
	case inSeries(a.figures, b.figures):
		return "number in a series"
	case differ(a.figures, b.figures, ballot):
		return "votes"
	case (a.kind.amount || b.kind.amount) && (differ(a.figures, b.figures, perCent) || differ(a.figures, b.figures, money)):
		return "amount"
	case otherCompany(a, b), a.kind.goods && b.kind.goods && (otherGoods(a, b) || otherCount(a, b)):
		return "object"
	case a.Doc == b.Doc && sameDocument(a, b):
		return "told apart by one document"
	}
	return ""
}

// meet reports whether two dates can be one: days at most one apart, for
// "said on Friday" and time zones; spans with a day in common; what has no
// date meets all that lies near its document's date.
func meet(a, b *telling) bool {
	if !a.dated() || !b.dated() {
		return true
	}
	tolerance := 0
	if a.level == 0 && b.level == 0 {
		tolerance = 1
	}
	return a.first <= b.last+tolerance && b.first <= a.last+tolerance
}

// opposed reports an act and its opposite: sanctions and their relief, a
// meeting and its cancellation, a proposal adopted and one rejected.
func opposed(a, b *telling) bool {
	return a.kind.family == b.kind.family && a.kind.score*b.kind.score < 0 || a.passed && b.rejected || a.rejected && b.passed
}

// anotherDay reports whether what two tellings put on days next to each other is
// done twice: one says so, or both are about others, or count other things by
// one noun. On one day all that would be but two accounts.
func anotherDay(a, b *telling) bool {
	return a.again != b.again || ownActor(a, b) && ownActor(b, a) || recounted(a.figures, b.figures)
}

// ownActor reports whether a names an actor of whom b names nobody like.
func ownActor(a, b *telling) bool {
	return slices.ContainsFunc(a.who, func(p *party) bool { return akin(p, b.who) == 0 })
}

// measure reports whether t tells something as more than a threat.
func measure(t *telling) bool { return t.Status != "threatened" && t.act != aThreat }

// strangers reports whether both name actors and none of the one is, or
// belongs to, one of the other; and, for what happens once, whether each side
// names a person of its own while they share at most one, but for states: a call
// of A with B is not a call of A with C, though both be about one country.
func strangers(a, b *telling) bool {
	if len(a.who) == 0 || len(b.who) == 0 || sameOccasion(a, b) {
		return false // an occasion is told by any of those who are there
	}
	shared, about, own := 0, 0, 0
	for _, p := range a.who {
		if akin(p, b.who) > 0 {
			shared++
			if p.kind == actor.State {
				about++
			}
		} else if personal(p) {
			own |= 1
		}
	}
	if shared == 0 {
		return true
	}
	for _, p := range b.who {
		if akin(p, a.who) == 0 && personal(p) {
			own |= 2
		}
	}
	return a.kind.once && b.kind.once && own == 3 && shared-about < 2
}

// personal reports whether p may be a person.
func personal(p *party) bool { return p.kind == actor.Person || p.kind == actor.Unknown }

// akin is how well p is met among others: 1 by himself, .5 by the state he
// belongs to or by another of his state's. Two organs of one union are two: the
// Security Council is not the General Assembly.
func akin(p *party, others []*party) float64 {
	best := 0.0
	for _, o := range others {
		switch {
		case o == p:
			return 1
		case o.is == p.of || o.of == p.is:
			best = .5
		case o.of != 0 && o.of == p.of && !(personal(o) && personal(p)) && !(p.union && o.union):
			best = .5
		}
	}
	return best
}

// otherAgent reports whether a directed act is done by different sides.
func otherAgent(a, b *telling) bool {
	if !a.kind.directed() || !b.kind.directed() || len(a.agents) == 0 || len(b.agents) == 0 {
		return false
	}
	return !slices.ContainsFunc(a.agents, func(p *party) bool { return akin(p, b.agents) > 0 })
}

// otherPlace reports whether both give places and none is the same; a place
// that is also an actor says nothing of where.
func otherPlace(a, b *telling) bool {
	if !a.kind.place || !b.kind.place || len(a.where) == 0 || len(b.where) == 0 {
		return false
	}
	return !slices.ContainsFunc(a.where, func(p *party) bool { return within(p, b.where) })
}

// within reports whether p is one of the places, lies in one, or holds one; a
// house that is called after a city lies in it: the Moscow Kremlin.
func within(p *party, others []*party) bool {
	return slices.ContainsFunc(others, func(o *party) bool {
		return o.name == p.name || o.name == p.country || o.country == p.name ||
			strings.HasPrefix(o.name, p.name+" ") || strings.HasPrefix(p.name, o.name+" ")
	})
}

// otherCompany reports whether both name companies and share none.
func otherCompany(a, b *telling) bool {
	one := false
	for _, p := range a.who {
		if p.kind == actor.Company {
			if one = true; slices.Contains(b.who, p) {
				return false
			}
		}
	}
	return one && slices.ContainsFunc(b.who, func(p *party) bool { return p.kind == actor.Company })
}

// otherGoods reports whether each is on one sort of goods, and on another: a
// tariff on steel is not one on cars. Of several sorts a text names those that
// it finds worth a word, so that lists of one measure differ.
func otherGoods(a, b *telling) bool {
	return a.goods != b.goods && oneSort(a.goods) && oneSort(b.goods)
}

// oneSort reports whether a set of sorts is one sort that says which.
func oneSort(goods uint64) bool { return goods > 1 && goods&(goods-1) == 0 }

// otherCount reports whether two measures of a longer time count other things by
// one noun. Of one day that would be two accounts; in a month there is room
// for two measures.
func otherCount(a, b *telling) bool {
	return a.level > 1 && b.level > 1 && recounted(a.figures, b.figures)
}

func companies(t *telling) []*party {
	var out []*party
	for _, p := range t.who {
		if p.kind == actor.Company {
			out = append(out, p)
		}
	}
	return out
}

// sameDocument reports what one document itself keeps apart: two events that
// its author wrote down as such, two days that it gives outright, and two acts
// in one sentence.
func sameDocument(a, b *telling) bool {
	if a.DateBasis == "explicit" && b.DateBasis == "explicit" {
		return true
	}
	if a.Span().Overlaps(b.Span()) {
		return !(a.kind.once && a.act == b.act && a.Date == b.Date)
	}
	return a.dated() && b.dated() && a.level == b.level && a.Date != b.Date && outright(a) && outright(b)
}

// outright reports whether the text itself gives the date.
func outright(t *telling) bool {
	switch t.DateBasis {
	case "own", "sentence", "explicit", "connective":
		return true
	}
	return false
}
