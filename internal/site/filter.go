package site

import (
	"cmp"
	"slices"
	"strings"
)

// filter is what the events of a page can be filtered by, with how many of
// them each choice keeps.
func (x *index) filter(es []*entry) Filter {
	var f Filter
	families, statuses, types := map[string]int{}, map[string]int{}, map[string][]string{}
	actors, sources := make([]int, len(x.filters)), map[*term]int{}
	for _, e := range es {
		family := Family(e.ev.Type)
		families[family]++
		if e.leaf != nil && !slices.Contains(types[family], e.leaf.slug) {
			types[family] = append(types[family], e.leaf.slug)
		}
		statuses[cmp.Or(e.ev.Status, "happened")]++
		for i, t := range x.filters {
			if slices.Contains(e.actors, t) {
				actors[i]++
			}
		}
		for _, t := range e.sources {
			sources[t]++
		}
	}
	for i, t := range x.filters {
		if actors[i] > 0 {
			f.Actors = append(f.Actors, Choice{Key: t.slug, ID: "f-a" + letter(i), Name: t.name, Lane: slices.Index(x.lanes, t) + 1, Count: actors[i]})
		}
	}
	for i, name := range Families {
		if n := families[name]; n > 0 {
			slices.Sort(types[name])
			f.Families = append(f.Families, Choice{Key: name, ID: "f-t" + letter(i), Name: x.words.Or("family."+name, name), Count: n, Types: types[name]})
		}
	}
	for i, name := range Statuses {
		if n := statuses[name]; n > 0 {
			f.Statuses = append(f.Statuses, Choice{Key: name, ID: "f-s" + letter(i), Name: x.words.Or("status."+name, name), Count: n})
		}
	}
	for _, t := range x.sources.sorted {
		if n := sources[t]; n > 0 && t.class != "" && len(sources) > 1 {
			f.Sources = append(f.Sources, Choice{Key: t.name, ID: t.class, Name: t.name, Count: n})
		}
	}
	return f
}

// maxPeriods is how many stretches can be asked for: a letter each.
const maxPeriods = 26

// periods are the stretches of time that a page's groups can be filtered by.
func (x *index) periods(groups []Group) []Choice {
	var out []Choice
	for i, id := range classByPeriod(groups) {
		out = append(out, Choice{Key: id, ID: "y" + letter(i), Name: x.dates.plain(id)})
	}
	return out
}

// classByPeriod gives groups the classes of their years, of their months where
// there is one year, or of their decades where years would be too many, and
// returns these, the newest first; none where one would be all.
func classByPeriod(groups []Group) []string {
	for _, long := range []int{len("2025"), len("2025-03"), len("202")} {
		var ids []string
		for _, g := range groups {
			if id := periodOf(g.ID, long); id != "" && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
		if len(ids) < 2 || len(ids) > maxPeriods {
			continue
		}
		slices.Sort(ids)
		slices.Reverse(ids)
		for i, g := range groups {
			if at := slices.Index(ids, periodOf(g.ID, long)); at >= 0 {
				groups[i].Class = "y" + letter(at)
			}
		}
		return ids
	}
	return nil
}

// periodOf is the beginning of a group's anchor, as long as that of a year, a
// month or a decade, "" where the anchor is no such date.
func periodOf(id string, long int) string {
	if len(id) < max(long, len("2025")) || strings.Trim(id[:max(long, len("2025"))], "0123456789-") != "" {
		return ""
	}
	return id[:long]
}
