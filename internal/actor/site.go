package actor

import (
	"bytes"
	"errors"
	"strings"

	"github.com/pelletier/go-toml/v2"

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
	From  string `toml:"from"`
	To    string `toml:"to"`
}

// With is g with the actors of a site's actors.toml: [[actors]] with name,
// kind (person, body, company, outlet, state, place, occasion), country,
// aliases, and [[actors.roles]] with title, from and to as days. An actor
// whose name is known already is corrected; aliases are added to those it
// has. What cannot be read is left out and told.
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
		e, problem := a.entry()
		if problem != "" {
			ds = append(ds, f.Warn(source.Span{Start: at, End: at + len(a.Name)}, problem, "see the guide to actors.toml"))
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

// entry is a as the gazetteer keeps it. A problem with a part leaves that
// part out; one with the name leaves out all.
func (a siteActor) entry() (e entry, problem string) {
	if strings.TrimSpace(a.Name) == "" {
		return e, "an actor without a name"
	}
	kind, ok := kinds[strings.ToLower(a.Kind)]
	if !ok && a.Kind != "" {
		problem = "no kind " + a.Kind
	}
	e = entry{Actor: &Actor{Name: strings.TrimSpace(a.Name), Kind: kind, Country: a.Country}}
	if kind == Person {
		e.Sort = sortKey(e.Name)
	}
	for _, s := range a.Aliases {
		if s = strings.TrimSpace(s); s != "" {
			e.says = append(e.says, escape(s))
		}
	}
	for _, r := range a.Roles {
		from, ok1 := dayOf(r.From)
		to, ok2 := dayOf(r.To)
		if !ok1 || !ok2 || r.Title == "" {
			problem = "role " + r.Title + " has no day " + r.From + "/" + r.To
			continue
		}
		e.Roles = append(e.Roles, Role{r.Title, from, to})
	}
	return e, problem
}

// find is where name stands in f, from at on; at where it does not.
func find(f source.File, name string, at int) int {
	if i := strings.Index(string(f.Bytes[at:]), name); i >= 0 {
		return at + i
	}
	return at
}
