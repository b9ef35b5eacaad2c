package chronology

import (
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/actor"
)

// sameTopic is the least that tellings of a kind of which there are many must
// share besides actors, date and the verb: two agreements of one day are two.
// Where one or both name no actors, the rest must say more.
var sameTopic = [...]float64{.04, .15, .45}

func least(a, b *telling) float64 {
	nobody := 0
	for _, t := range []*telling{a, b} {
		if len(t.who) == 0 {
			nobody++
		}
	}
	return sameTopic[nobody]
}

// agreement is how far two tellings agree in what was said or done: the
// cosine of their contents without the words that both triggers have and
// without the type's own name, for those say no more than the type, but that
// an invasion is not a strike. A
// place in common, the same number of a series, or the same object is
// agreement enough.
func agreement(a, b *telling) float64 {
	if samePlace(a, b) || sameSeries(a.figures, b.figures) || sameObject(a, b) ||
		a.kind.family == "force" && b.kind.family == "force" && trigger(a, b) > .5 {
		return 1
	}
	return shared(a, b)
}

// shared is the cosine that agreement speaks of.
func shared(a, b *telling) float64 {
	sum := 0.0
	x, y := a.vector, b.vector
	for len(x) > 0 && len(y) > 0 {
		switch c := strings.Compare(x[0].word, y[0].word); {
		case c < 0:
			x = x[1:]
		case c > 0:
			y = y[1:]
		default:
			generic := heads(a.trigger, x[0].word) && heads(b.trigger, x[0].word) || heads([]string{a.Type, b.Type}, x[0].word)
			if !generic {
				sum += x[0].weight * y[0].weight
			}
			x, y = x[1:], y[1:]
		}
	}
	return sum
}

// heads reports whether a word begins as one of the stems does: ends, ended.
func heads(stems []string, word string) bool {
	return slices.ContainsFunc(stems, func(s string) bool {
		return len(s) >= 3 && len(word) >= 3 && s[:3] == word[:3]
	})
}

// sameObject reports whether both name an actor, and no state, that does not
// act in either: the companies that are put on a list, whom a speech is about.
func sameObject(a, b *telling) bool {
	bothAct := len(a.agents) > 0 && len(b.agents) > 0
	return slices.ContainsFunc(a.who, func(p party) bool {
		object := p.kind == actor.Company && a.kind.family == "sanctions" ||
			bothAct && (p.kind == actor.Person || p.kind == actor.Body || p.kind == actor.Company)
		return object && !slices.Contains(a.agents, p.name) && !slices.Contains(b.agents, p.name) && akin(p, b.who) == 1
	})
}

// samePlace reports whether both name a place that is no state.
func samePlace(a, b *telling) bool {
	return slices.ContainsFunc(a.where, func(p party) bool {
		return p.kind != actor.State && slices.ContainsFunc(b.where, func(q party) bool { return p.name == q.name })
	})
}
