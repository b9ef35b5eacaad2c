package chronology

import (
	"cmp"
	"slices"

	"github.com/dateline-ssg/dateline/internal/actor"
)

// given are the names that the representative gives, then those that at
// least two documents or a third of the tellings give: one sentence's slip is
// not spread over the event. Persons come before bodies before states where
// lookup knows them. The list may be that of a telling.
func given(ts []*telling, names func(*telling) []string, lookup func(string) *actor.Actor) []string {
	out := eachName(names(ts[0]))
	if len(ts) > 1 {
		out = append(slices.Clip(out), others(ts, names, out)...)
	}
	before := func(a, b string) int { return cmp.Compare(standing(lookup(a)), standing(lookup(b))) }
	if lookup != nil && !slices.IsSortedFunc(out, before) {
		out = slices.Clone(out)
		slices.SortStableFunc(out, before)
	}
	return out
}

// eachName is a list of names with each once, which it mostly is.
func eachName(names []string) []string {
	out := names[:len(names):len(names)]
	for i, name := range names {
		switch again := slices.Contains(names[:i], name); {
		case again && len(out) == len(names):
			out = slices.Clone(names[:i])
		case !again && len(out) < len(names):
			out = append(out, name)
		}
	}
	if out == nil {
		return []string{}
	}
	return out
}

// others are the names besides those of the representative that several tellings
// give, those first that most give.
func others(ts []*telling, names func(*telling) []string, but []string) []string {
	docs, count := map[string]map[string]bool{}, map[string]int{}
	for _, t := range ts {
		for _, n := range names(t) {
			if slices.Contains(but, n) {
				continue
			}
			if docs[n] == nil {
				docs[n] = map[string]bool{}
			}
			docs[n][t.Doc] = true
			count[n]++
		}
	}
	var out []string
	for n, in := range docs {
		if len(in) > 1 || count[n]*3 >= len(ts) && len(but) < 2 {
			out = append(out, n)
		}
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	return out
}

// standing is the place of an actor among actors: persons, bodies, states.
func standing(a *actor.Actor) int {
	switch {
	case a == nil:
		return 1
	case a.Kind == actor.Person:
		return 0
	case a.Kind == actor.State, a.Kind == actor.Place:
		return 2
	}
	return 1
}
