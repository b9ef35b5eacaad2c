package actor

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/phrase"
)

// entry is one actor as the rule files give it.
type entry struct {
	*Actor
	says      []string // aliases, as patterns
	adjective []string
	seat      []string
	metonym   []string
	generic   bool // other states have one of that name: the Supreme Court
	careful   bool // its name is an ordinary word too
	first     bool // a state where the family name comes first
	own       bool // the site says something about it
}

var kinds = map[string]Kind{
	"person": Person, "body": Body, "company": Company, "outlet": Outlet, "state": State, "place": Place, "occasion": Occasion,
}

// entryOf reads one rule of a data file.
func entryOf(r phrase.Rule) (entry, error) {
	kind, ok := kinds[r.Get("kind")]
	if !ok {
		return entry{}, fmt.Errorf("no kind %q", r.Get("kind"))
	}
	e := entry{
		Actor: &Actor{Name: r.Name, Kind: kind, Country: r.Get("of"), Hosts: r.Get("hosts"), Pronoun: r.Get("pronoun")},
		says:  r.Say, adjective: r.All("adjective"), seat: r.All("seat"), metonym: r.All("metonym"),
		generic: r.Get("generic") != "", careful: r.Get("careful") != "", first: r.Get("family") == "first",
	}
	if kind == State {
		e.Country = r.Name
	}
	if kind == Person {
		if e.Sort = r.Get("sort"); e.Sort == "" {
			e.Sort = sortKey(r.Name)
		}
	}
	for _, v := range r.All("role") {
		roles, err := rolesOf(v)
		if err != nil {
			return e, err
		}
		e.Roles = append(e.Roles, roles...)
	}
	return e, nil
}

// sortFamilies sorts people by name as it stands where the family name comes
// first.
func (g *Gazetteer) sortFamilies() {
	first := map[string]bool{}
	for _, e := range g.entries {
		if first[e.Name] = first[e.Name] || e.first; e.Kind == Person && first[e.Country] {
			e.Sort = strings.ToLower(e.Name)
		}
	}
}

// sortKey is the family name first; names of one word and East Asian names,
// which have it first already, stay. It is "" for a name that a number ends, which has
// no family name: Elizabeth II.
func sortKey(name string) string {
	w := strings.Fields(strings.ToLower(name))
	if len(w) < 2 {
		return strings.Join(w, " ")
	}
	if numbered(name) {
		return ""
	}
	return w[len(w)-1] + " " + strings.Join(w[:len(w)-1], " ")
}

// numbered reports whether a name ends in a Roman number.
func numbered(name string) bool {
	last := name[strings.LastIndexByte(name, ' ')+1:]
	return last != "" && strings.Trim(last, "IVX") == ""
}

var roleTime = regexp.MustCompile(`^(\d{4}-\d\d-\d\d)?/(\d{4}-\d\d-\d\d)?$`)

// rolesOf reads "president of Russia 2000-05-07/2008-05-07 2012-05-07/".
func rolesOf(s string) ([]Role, error) {
	words := strings.Fields(s)
	n := len(words)
	for n > 0 && roleTime.MatchString(words[n-1]) {
		n--
	}
	title := strings.Join(words[:n], " ")
	if title == "" {
		return nil, fmt.Errorf("role %q has no title", s)
	}
	if n == len(words) {
		return []Role{{Title: title}}, nil
	}
	var out []Role
	for _, w := range words[n:] {
		from, to, _ := strings.Cut(w, "/")
		r := Role{Title: title}
		var ok1, ok2 bool
		if r.From, ok1 = dayOf(from); !ok1 {
			return nil, fmt.Errorf("role %q: no day %q", s, from)
		}
		if r.To, ok2 = dayOf(to); !ok2 {
			return nil, fmt.Errorf("role %q: no day %q", s, to)
		}
		out = append(out, r)
	}
	return out, nil
}

// dayOf reads YYYY-MM-DD; the empty string is the unknown date.
func dayOf(s string) (calendar.Date, bool) {
	if s == "" {
		return calendar.Date{}, true
	}
	var y, m, d int
	if _, err := fmt.Sscanf(s, "%4d-%2d-%2d", &y, &m, &d); err != nil || len(s) != len("2006-01-02") {
		return calendar.Date{}, false
	}
	day := calendar.NewDay(y, m, d)
	return day, day.Known()
}

// corrected is e with what n says in its place, and n's aliases added.
func (e entry) corrected(n entry) entry {
	a := *e.Actor
	a.Name = n.Name
	if n.Kind != Unknown {
		a.Kind = n.Kind
	}
	if n.Country != "" {
		a.Country = n.Country
	}
	if len(n.Roles) > 0 {
		a.Roles = n.Roles
	}
	e.Actor, e.own = &a, true
	e.says = append(slices.Clone(e.says), n.says...)
	return e
}
