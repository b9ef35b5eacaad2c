package project

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/source"
	"github.com/dateline-ssg/dateline/internal/theme"
)

// layers are the places of theme files, highest first: the user's templates/,
// the user's themes/NAME/, the built-in themes/NAME/ and templates/. Between
// the last two stands the default theme, so that one that changes some colours
// or words need hold no more than those.
func (f *folder) layers(name string, builtin fs.FS) ([]theme.Layer, error) {
	if at, err := f.root.Stat("themes/" + name); (err != nil || !at.IsDir()) && !hasFolder(builtin, "themes/"+name) {
		return nil, f.noTheme(name, builtin)
	}
	var out []theme.Layer
	for _, dir := range []string{"templates", "themes/" + name} {
		layer := theme.Layer{Name: dir, Files: map[string][]byte{}}
		for _, file := range f.files(dir, unhidden) {
			b, err := f.root.ReadFile(file.real)
			if err != nil {
				return nil, stop(file.path, "the file cannot be read: "+reason(err), "allow this user to read it")
			}
			layer.Files[strings.TrimPrefix(file.path, dir+"/")] = b
		}
		if len(layer.Files) > 0 {
			out = append(out, layer)
		}
	}
	standard := "themes/" + site.Default().Theme
	for i, dir := range []string{"themes/" + name, standard, "templates"} {
		if !hasFolder(builtin, dir) || i == 0 && dir == standard {
			continue
		}
		layer, err := builtinLayer(builtin, dir)
		if err != nil {
			return nil, err
		}
		out = append(out, layer)
	}
	return out, nil
}

func hasFolder(fsys fs.FS, dir string) bool {
	if fsys == nil {
		return false
	}
	at, err := fs.Stat(fsys, dir)
	return err == nil && at.IsDir()
}

func builtinLayer(fsys fs.FS, dir string) (theme.Layer, error) {
	layer := theme.Layer{Name: "built-in " + dir, Files: map[string][]byte{}}
	err := fs.WalkDir(fsys, dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !unhidden(d.Name()) {
			return err
		}
		b, err := fs.ReadFile(fsys, p)
		layer.Files[strings.TrimPrefix(p, dir+"/")] = b
		return err
	})
	return layer, err
}

// noTheme names the themes that there are.
func (f *folder) noTheme(name string, builtin fs.FS) error {
	var names []string
	add := func(entries []fs.DirEntry) {
		for _, e := range entries {
			if e.IsDir() && unhidden(e.Name()) && !slices.Contains(names, e.Name()) {
				names = append(names, e.Name())
			}
		}
	}
	if d, err := f.root.Open("themes"); err == nil {
		entries, _ := d.ReadDir(-1)
		d.Close()
		add(entries)
	}
	if builtin != nil {
		entries, _ := fs.ReadDir(builtin, "themes")
		add(entries)
	}
	slices.Sort(names)
	hint := "there is no theme at all; make the folder " + path.Join("themes", name)
	if len(names) > 0 {
		hint = "the themes are " + strings.Join(names, ", ")
	}
	problem := fmt.Sprintf("there is no theme %q", name)
	config, err := f.optional("dateline.toml")
	if at, ok := valuePlaces(config.Bytes, 0)["theme"]; ok && err == nil {
		return &source.Failure{Diagnostics: []source.Diagnostic{config.Err(at, problem, hint)}}
	}
	return stop("dateline.toml", problem, hint)
}
