package chronology

import (
	"slices"

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
// an invasion is not a strike. A place in common, the same number of a series,
// or the same object is agreement enough.
func agreement(a, b *telling, words overlap) float64 {
	if samePlace(a, b) || sameSeries(a.figures, b.figures) || sameObject(a, b) ||
		a.kind.family == "force" && b.kind.family == "force" && trigger(a, b) > .5 {
		return 1
	}
	return words.topic
}

// sameObject reports whether both name an actor, and no state, that does not
// act in either: the companies that are put on a list, whom a speech is about.
func sameObject(a, b *telling) bool {
	bothAct := len(a.agents) > 0 && len(b.agents) > 0
	return slices.ContainsFunc(a.who, func(p *party) bool {
		object := p.kind == actor.Company && a.kind.family == "sanctions" ||
			bothAct && (p.kind == actor.Person || p.kind == actor.Body || p.kind == actor.Company)
		return object && !slices.Contains(a.agents, p) && !slices.Contains(b.agents, p) && slices.Contains(b.who, p)
	})
}

// sameMatter reports whether two tellings share a word that is no name and says
// more than the type: a name, or what is called after it, says who is spoken of
// and not what.
func sameMatter(a, b *telling) bool {
	for x, y := a.vector, b.vector; len(x) > 0 && len(y) > 0; {
		p, q := x[0], y[0]
		switch {
		case p.word < q.word:
			x = x[1:]
		case p.word > q.word:
			y = y[1:]
		default:
			x, y = x[1:], y[1:]
			if p.is&longWord != 0 && p.is&q.is&likeTrigger == 0 && (p.is|q.is)&likeType == 0 && !slices.Contains(a.names, p.word) && !slices.Contains(b.names, p.word) {
				return true
			}
		}
	}
	return false
}

// samePlace reports whether both name a place that is no state.
func samePlace(a, b *telling) bool {
	return slices.ContainsFunc(a.where, func(p *party) bool { return p.kind != actor.State && slices.Contains(b.where, p) })
}
