package actor

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/source"
)

// siteFile is a site's actors.toml.
type siteFile struct {
	Actors []siteActor `toml:"actors"`
}

type siteActor struct {
	Name    string     `toml:"name"`
	Kind    string     `toml:"kind"`
	Country string     `toml:"country"`
	Aliases []string   `toml:"aliases"`
	Roles   []siteRole `toml:"roles"`
}

type siteRole struct {
	Title string `toml:"title"`
	From  any    `toml:"from"` // text, or a date or year without quotation marks
	To    any    `toml:"to"`
}

// written is a date as the site writes it.
type written string

func writtenAs(v any) written {
	if v == nil {
		return ""
	}
	return written(fmt.Sprint(v))
}

// begin is the first day of a time, and end the day on which a role of that time
// ends: the day itself, or the first one after a month or year.
func (w written) begin() (calendar.Date, bool) { return w.day(calendar.Date.First, 0) }
func (w written) end() (calendar.Date, bool)   { return w.day(calendar.Date.Last, 1) }

func (w written) day(bound func(calendar.Date) int, after int) (calendar.Date, bool) {
	if w == "" {
		return calendar.Date{}, true
	}
	d, ok := calendar.ParseDate(string(w))
	switch {
	case !ok:
		return d, false
	case d.Grain == calendar.Day:
		return d, true
	}
	return calendar.Civil(bound(d) + after), true
}

// With is g with the actors of a site's actors.toml: [[actors]] with name,
// kind (person, body, company, outlet, state, place, occasion), country,
// aliases, and [[actors.roles]] with title, from and to. An actor whose name
// is known already is corrected: a kind, a country and roles take the place of
// what it has, aliases are added. Who holds an office here holds it before who
// is built in. What cannot be read is left out and told.
func (g *Gazetteer) With(f source.File) (*Gazetteer, []source.Diagnostic) {
	var file siteFile
	var ds []source.Diagnostic
	dec := toml.NewDecoder(bytes.NewReader(f.TOML())).DisallowUnknownFields()
	err := dec.Decode(&file)
	var strict *toml.StrictMissingError
	switch {
	case errors.As(err, &strict):
		for _, e := range strict.Errors {
			ds = append(ds, f.Warn(f.TOMLWord(e.Position()), "unknown key "+strings.Join(e.Key(), "."), "actors have name, kind, country, aliases and roles; roles have title, from and to"))
		}
	case err != nil:
		return g, append(ds, f.BadTOML(err, "write [[actors]] with name = \"…\" below it"))
	}
	at := 0
	var es []entry
	for _, a := range file.Actors {
		at = find(f, a.Name, at)
		e, problems := a.entry(g, es)
		for _, p := range problems {
			ds = append(ds, f.Warn(source.Span{Start: at, End: at + len(a.Name)}, p.what, p.hint))
		}
		if e.Actor != nil {
			es = append(es, e)
		}
	}
	if len(es) == 0 { // to compile all names again takes longer than a save may
		source.Sort(ds)
		return g, ds
	}
	out, err := g.with(es)
	if err != nil {
		return g, append(ds, f.Err(source.Span{}, err.Error(), "correct the aliases"))
	}
	source.Sort(ds)
	return out, ds
}

// problem is what is wrong with an actor, and what to write.
type problem struct{ what, hint string }

// entry is a as the gazetteer keeps it, beside the actors of g and those that stand
// above it. A problem with a part leaves that part out; one with the name leaves out all.
func (a siteActor) entry(g *Gazetteer, above []entry) (e entry, problems []problem) {
	if strings.TrimSpace(a.Name) == "" {
		return e, []problem{{"an actor without a name", "write name = \"…\""}}
	}
	kind, ok := kinds[strings.ToLower(a.Kind)]
	if !ok && a.Kind != "" {
		problems = append(problems, problem{"no kind " + a.Kind, "kinds are person, body, company, outlet, state, place and occasion"})
	}
	e = entry{Actor: &Actor{Name: strings.TrimSpace(a.Name), Kind: kind}, own: true}
	if known := g.Lookup(a.Name); known != nil {
		e.Country = known.Country
	}
	if a.Country != "" {
		if e.Country = g.state(a.Country, above); e.Country == "" {
			problems = append(problems, problem{"no country " + a.Country, "write its name as the page shows it, such as United States, or add it as an actor of the kind state in front of this one"})
		}
	}
	if kind == Person {
		e.Sort = sortKey(e.Name)
	}
	for _, s := range a.Aliases {
		if s = strings.TrimSpace(s); s != "" {
			e.says = append(e.says, escape(s))
		}
	}
	for _, r := range a.Roles {
		role, p := r.role(e.Country)
		if p.what != "" {
			problems = append(problems, p)
			continue
		}
		e.Roles = append(e.Roles, role)
	}
	return e, problems
}

// state is the name of a state of g, or of one that a site has just added, or "".
func (g *Gazetteer) state(name string, added []entry) string {
	for _, e := range added {
		if e.Kind == State && fold(e.Name) == fold(name) {
			return e.Name
		}
	}
	if a := g.Lookup(name); a != nil && a.Kind == State {
		return a.Name
	}
	return ""
}

// role is r of somebody of a country, which a title that says none is of.
func (r siteRole) role(country string) (Role, problem) {
	title := strings.TrimSpace(r.Title)
	if title == "" {
		return Role{}, problem{"a role without a title", "write title = \"foreign minister\""}
	}
	begin, ok := writtenAs(r.From).begin()
	if !ok {
		return Role{}, problem{fmt.Sprintf("role %s: no day %v", title, r.From), "write from = \"2025-09-03\", \"2025-09\" or \"2025\""}
	}
	end, ok := writtenAs(r.To).end()
	if !ok {
		return Role{}, problem{fmt.Sprintf("role %s: no day %v", title, r.To), "write to = \"2025-09-03\", \"2025-09\" or \"2025\""}
	}
	if _, _, of := cutLast(title, " of "); !of && country != "" {
		title += " of " + country
	}
	return Role{title, begin, end}, problem{}
}

// find is where name stands in f, from at on; at where it does not.
func find(f source.File, name string, at int) int {
	if i := strings.Index(string(f.Bytes[at:]), name); i >= 0 {
		return at + i
	}
	return at
}
