package watch

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/dateline-ssg/dateline/internal/project"
)

// glance is one look at some of the files.
type glance struct {
	*state
	changed map[string]bool
	present map[string]bool // files that are there
	empty   []string
	above   []string // resolved folders on the way to where we are
}

// all looks at the whole site. What is known and not met is gone.
func (g *glance) all() {
	clear(g.aliases)
	g.add(g.parent, g.parent)
	g.add(g.site, g.site)
	for _, name := range ownFiles {
		g.file(filepath.Join(g.site, name), trustStamp)
	}
	for _, name := range folders {
		g.enter(filepath.Join(g.site, name), trustStamp)
	}
	for p := range g.files {
		if !g.present[p] {
			g.gone(p)
		}
	}
}

// at looks where an event was.
func (g *glance) at(p string) {
	info, err := os.Stat(p)
	switch {
	case err != nil:
		g.gone(p)
	case info.IsDir():
		for dir := filepath.Dir(p); len(dir) > len(g.site); dir = filepath.Dir(dir) {
			if real, err := filepath.EvalSymlinks(dir); err == nil {
				g.above = append(g.above, real)
			}
		}
		g.enter(p, readBytes)
		g.above = nil
	default:
		g.file(p, readBytes)
	}
	prefix := p + string(filepath.Separator)
	for known := range g.files {
		if strings.HasPrefix(known, prefix) && !g.present[known] {
			g.gone(known)
		}
	}
}

func (g *glance) gone(p string) {
	if _, known := g.files[p]; known {
		delete(g.files, p)
		delete(g.state.empty, p)
		g.changed[p] = true
	}
}

// trust says when a file's stamp is believed.
type trust int

const (
	trustStamp trust = iota // an equal size and time mean equal bytes
	readBytes               // an event said that it was written
)

// enter watches a folder and looks at all in it. It is watched first: what is
// made before that is found here, what is made after gives an event.
func (g *glance) enter(dir string, t trust) {
	real, err := filepath.EvalSymlinks(dir)
	if err != nil || !g.inside(real) || slices.Contains(g.above, real) {
		return // gone, outside the site, or a link to where we come from
	}
	if info, err := os.Stat(real); err != nil || !info.IsDir() {
		return
	}
	g.add(dir, real)
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	g.above = append(g.above, real)
	for _, e := range entries {
		p := filepath.Join(dir, e.Name())
		if project.Temporary(e.Name()) || slices.Contains(g.ignore, p) {
			continue
		}
		info, err := os.Stat(p)
		switch {
		case err != nil:
		case info.IsDir():
			g.enter(p, t)
		default:
			g.file(p, t)
		}
	}
	g.above = g.above[:len(g.above)-1]
}

// inside reports whether a resolved path lies in the site: what lies outside
// is no part of it, so its changes mean nothing.
func (g *glance) inside(real string) bool {
	return strings.HasPrefix(real, g.site+string(filepath.Separator))
}

// file looks at one file.
func (g *glance) file(p string, t trust) {
	info, err := os.Stat(p)
	if err != nil || !info.Mode().IsRegular() {
		return
	}
	was, known := g.files[p]
	g.present[p] = true
	now := stamp{size: info.Size(), mod: info.ModTime(), seen: time.Now()}
	same := known && was.size == now.size && was.mod.Equal(now.mod)
	if t == trustStamp && same && was.seen.Sub(was.mod) > racy {
		return
	}
	if now.size == 0 && (!known || was.size > 0) && !g.state.empty[p] {
		g.state.empty[p] = true // perhaps cut or made, and about to be written
		g.empty = append(g.empty, p)
		return
	}
	delete(g.state.empty, p)
	if now.sum, err = sumOf(p, info); err != nil {
		return
	}
	g.files[p] = now
	if !known || was.sum != now.sum || was.size != now.size {
		g.changed[p] = true
	}
}
