package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
)

// TestWarmEqualsCold edits a small site by chance, always the same way: after
// each edit the build that remembers equals one that does not, byte for byte.
func TestWarmEqualsCold(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("CI", "true")
	dir, out := t.TempDir(), t.TempDir()
	g := rand.New(rand.NewPCG(3, 4))
	write(t, dir, "dateline.toml", "title = \"Test\"\n")
	var names []string
	put := func(name string) {
		day := 1 + g.IntN(28)
		write(t, dir, name, fmt.Sprintf("---\ntitle: Report %d\ndate: 2025-09-%02d\nsource: Paper %d\ntags: [t%d]\n---\n"+
			"Ministers of Norway and %s signed a treaty on %d September. Sweden sanctioned %s on %d August 2025.\n",
			g.IntN(50), day, g.IntN(3), g.IntN(3), pick(g, "Finland", "Denmark", "Iceland"), 1+g.IntN(day), pick(g, "Poland", "Latvia"), 1+g.IntN(28)))
	}
	fresh := func() string { return fmt.Sprintf("content/%s/a%03d.md", pick(g, "x", "y"), g.IntN(1000)) }
	for range 12 {
		name := fresh()
		put(name)
		names = append(names, name)
	}
	names = unique(names)
	for round := range 15 {
		i := g.IntN(len(names))
		p := filepath.Join(dir, names[i])
		switch g.IntN(5) {
		case 0: // touched: the same bytes
			b, err := os.ReadFile(p)
			if err == nil {
				err = os.WriteFile(p, b, 0o644)
			}
			if err != nil {
				t.Fatal(err)
			}
		case 1:
			put(names[i])
		case 2:
			name := fresh()
			put(name)
			names = unique(append(names, name))
		case 3:
			if len(names) > 4 {
				if err := os.Remove(p); err != nil {
					t.Fatal(err)
				}
				names = slices.Delete(names, i, i+1)
			}
		case 4:
			name := fresh()
			put(name) // its folder
			if err := os.Rename(p, filepath.Join(dir, name)); err != nil {
				t.Fatal(err)
			}
			names = unique(append(slices.Delete(names, i, i+1), name))
		}
		cold := filepath.Join(t.TempDir(), "cold")
		buildSite(t, dir, out)
		warm := tree(t, out)
		procs := runtime.GOMAXPROCS(1 + round%2)
		buildAlone(t, dir, cold)
		runtime.GOMAXPROCS(procs)
		sameTree(t, fmt.Sprintf("round %d", round), warm, tree(t, cold))
		if t.Failed() {
			return
		}
	}
}

// buildAlone builds with a cache of its own, which is empty.
func buildAlone(t *testing.T, source, output string) {
	t.Helper()
	shared := os.Getenv("XDG_CACHE_HOME")
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	buildSite(t, source, output)
	t.Setenv("XDG_CACHE_HOME", shared)
}

func pick(g *rand.Rand, of ...string) string { return of[g.IntN(len(of))] }

func unique(names []string) []string {
	slices.Sort(names)
	return slices.Compact(names)
}
