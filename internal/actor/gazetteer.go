package actor

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

//go:embed *.rules en/*.rules
var files embed.FS

// dataFiles are the gazetteer's files; an actor of a later one may belong to
// one of an earlier.
var dataFiles = []string{"states", "bodies", "organisations", "institutions", "persons", "leaders", "officials", "companies", "firms", "outlets", "places", "occasions"}

// titleFiles are what else actors are called by, besides names.
var titleFiles = []string{"en/titles.rules", "en/nouns.rules", "en/given.rules"}

// Gazetteer is known actors with the words that name them. It is immutable
// and may be used by several goroutines.
type Gazetteer struct {
	entries []entry
	byName  map[string]int // folded name or alias → entry
	titles  []phrase.Rule
	set     *phrase.Set
	means   []meaning         // rule of the set → what it means
	holders map[string][]held // office and state → who held it when
	beside  map[string]string // state → its first adjective, for names of ministries
	nouns   []noun
	nounsOf map[*Actor]nounSet // which of them may mean the actor
	// familyFirst are the states whose people put the family name first.
	familyFirst map[string]bool
}

// held is one term of an office. Days are counted as calendar does.
type held struct {
	entry    int
	from, to int // to is exclusive; 0 is open
}

// what a rule of the set means.
type what uint8

const (
	aName what = iota
	anAdjective
	aSeat
	aMetonym
	anOffice // key is the head of the role
	aUnique  // key is head and state
	aBody    // key is the rest of the name
	aState   // words that stand for the state before them
	aNoun    // entry is the noun that means a body named before
	aWord    // of a class
)

type meaning struct {
	what
	entry int // for names, adjectives, seats, metonyms and nouns
	key   string
	of    string
}

var defaultOnce = sync.OnceValue(func() *Gazetteer {
	g, err := read()
	if err != nil {
		panic(fmt.Sprintf("actor: %v", err)) // embedded: our own mistake
	}
	return g
})

// Default is the gazetteer of the rule files beside this package, compiled
// once.
func Default() *Gazetteer { return defaultOnce() }

func read() (*Gazetteer, error) {
	g := &Gazetteer{}
	for _, name := range dataFiles {
		rules, err := parse(name + ".rules")
		if err != nil {
			return nil, err
		}
		for _, r := range rules {
			e, err := entryOf(r)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: rule %s: %v", r.File, r.Line, r.Name, err)
			}
			g.entries = append(g.entries, e)
		}
	}
	g.sortFamilies()
	for _, name := range titleFiles {
		rules, err := parse(name)
		if err != nil {
			return nil, err
		}
		g.titles = append(g.titles, rules...)
	}
	return g, g.compile()
}

func parse(path string) ([]phrase.Rule, error) {
	b, err := files.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return phrase.Parse(source.File{Path: path, Bytes: b})
}

// compile makes the set of all that names an actor.
func (g *Gazetteer) compile() error {
	g.byName, g.holders, g.beside = map[string]int{}, map[string][]held{}, map[string]string{}
	g.familyFirst = map[string]bool{}
	g.nouns, g.nounsOf = nil, map[*Actor]nounSet{}
	var rules []phrase.Rule
	add := func(m meaning, name string, say []string) {
		if len(say) > 0 {
			rules = append(rules, phrase.Rule{Name: name, Say: say, File: "actor", Line: len(rules) + 1})
			g.means = append(g.means, m)
		}
	}
	g.means = nil
	for i, e := range g.entries {
		names := append([]string{escape(e.Name)}, e.says...)
		add(meaning{what: aName, entry: i}, e.Name, names)
		add(meaning{what: anAdjective, entry: i}, e.Name, e.adjective)
		add(meaning{what: aSeat, entry: i}, e.Name, e.seat)
		add(meaning{what: aMetonym, entry: i}, e.Name, e.metonym)
		if len(e.adjective) > 0 {
			g.beside[e.Name] = strings.TrimSpace(strings.Split(e.adjective[0], "|")[0])
		}
		g.familyFirst[e.Name] = g.familyFirst[e.Name] || e.first
		g.index(i)
	}
	for _, own := range []bool{true, false} { // what the site says goes first
		for i, e := range g.entries {
			if e.own != own {
				continue
			}
			for _, r := range e.Roles {
				g.hold(i, r)
			}
		}
	}
	for _, r := range g.titles {
		rules = append(rules, r)
		m := titleMeaning(r)
		if m.what == aNoun {
			m.entry = len(g.nouns)
			g.nouns = append(g.nouns, nounOf(r))
		}
		g.means = append(g.means, m)
	}
	if len(g.nouns) > maxNouns {
		return fmt.Errorf("%d nouns, more than %d", len(g.nouns), maxNouns)
	}
	for _, e := range g.entries {
		g.nounsOf[e.Actor] = g.nounsCalling(e.Actor, append([]string{e.Name}, e.says...))
	}
	var err error
	g.set, err = phrase.Compile(rules, phrase.Options{Language: "en", Asked: asked})
	return err
}

func titleMeaning(r phrase.Rule) meaning {
	switch {
	case r.Get("office") != "":
		return meaning{what: anOffice, key: r.Get("office")}
	case r.Get("unique") != "":
		return meaning{what: aUnique, key: r.Get("unique"), of: r.Get("of")}
	case r.Get("body") != "":
		return meaning{what: aBody, key: r.Get("body"), of: r.Get("but")}
	case r.Get("common") != "":
		return meaning{what: aNoun, key: r.Get("common")}
	case r.Get("state") != "":
		return meaning{what: aState, key: r.Get("state")}
	}
	return meaning{what: aWord}
}

// index adds the name and aliases of entry i to the names to look up; the
// first that has a name keeps it, but a full name goes before any alias, and a seat
// of government before the city of that name.
func (g *Gazetteer) index(i int) {
	e := g.entries[i]
	if j, ok := g.byName[fold(e.Name)]; !ok || fold(g.entries[j].Name) != fold(e.Name) && e.Kind != Place {
		g.byName[fold(e.Name)] = i
	}
	for _, list := range [][]string{e.says, e.seat, e.metonym} {
		for _, say := range list {
			for a := range strings.SplitSeq(say, " | ") {
				key := fold(strings.ReplaceAll(strings.TrimSpace(a), `\`, ""))
				if _, ok := g.byName[key]; !ok {
					g.byName[key] = i
				}
			}
		}
	}
}

// hold records who held an office: "president of the United States".
func (g *Gazetteer) hold(i int, r Role) {
	head, of, ok := cutLast(r.Title, " of ")
	if !ok {
		return
	}
	h := held{entry: i}
	if r.From.Known() {
		h.from = r.From.First()
	}
	if r.To.Known() {
		h.to = r.To.First()
	}
	key := officeKey(head, of)
	g.holders[key] = append(g.holders[key], h)
}

// cutLast cuts s at the last sep, which may stand in the head of a role too:
// secretary of state of the United States.
func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

func officeKey(head, of string) string {
	return fold(head) + "|" + fold(strings.TrimPrefix(of, "the "))
}

// holder is who held the office on the day, or -1.
func (g *Gazetteer) holder(head, of string, on calendar.Date) int {
	if !on.Known() {
		return -1
	}
	day := on.First()
	for _, h := range g.holders[officeKey(head, of)] {
		if (h.from == 0 || h.from <= day) && (h.to == 0 || day < h.to) {
			return h.entry
		}
	}
	return -1
}

// Lookup is the actor with the canonical name or an alias, in any case, or
// nil. A seat of government and other metonyms name their state.
func (g *Gazetteer) Lookup(name string) *Actor {
	key := fold(strings.TrimSpace(name))
	if i, ok := g.byName[key]; ok {
		return g.entries[i].Actor
	}
	if i, ok := g.byName[strings.TrimPrefix(key, "the ")]; ok {
		return g.entries[i].Actor
	}
	// A name with a title before it: Russian President Vladimir Putin.
	t := sentence.Split([]sentence.Piece{{Text: name, Span: source.Span{End: len(name)}}}, sentence.For("en"))
	if r := g.Find(Document{Passages: []*sentence.Text{t}}); len(r) == 1 && r[0].From == 0 && r[0].To == len(t.Words) && r[0].Via != ByAdjective && r[0].Via != Introduced {
		return r[0].Actor
	}
	return nil
}

// Actors are all actors, in the order of the files.
func (g *Gazetteer) Actors() []*Actor {
	var out []*Actor
	for _, e := range g.entries {
		out = append(out, e.Actor)
	}
	return out
}

func fold(s string) string { return strings.ToLower(strings.ReplaceAll(s, "’", "'")) }

// escape makes a pattern of a name.
func escape(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune(`()[]{}<>|\`, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// with is g with entries added or put in the place of those of the same name.
func (g *Gazetteer) with(es []entry) (*Gazetteer, error) {
	out := &Gazetteer{entries: slices.Clone(g.entries), titles: g.titles}
	for _, e := range es {
		if i := slices.IndexFunc(out.entries, func(o entry) bool { return fold(o.Name) == fold(e.Name) }); i >= 0 {
			out.entries[i] = out.entries[i].corrected(e)
			continue
		}
		out.entries = append(out.entries, e)
	}
	return out, out.compile()
}
