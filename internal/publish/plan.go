package publish

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/site"
)

// plan is how the last tree becomes the next one.
type plan struct {
	steps   []step
	next    map[string]entry
	tree    string // hash of the manifest
	written int
	gone    []string // files that will be removed, sorted
}

// plan orders the steps: what is in the way is removed first, then files are
// put, then the rest is removed, the manifest last. So while the switch runs,
// pages that are there link to pages that are there; and a manifest never
// claims a file that was not put.
func (t *tree) plan(pages []site.Page, outcomes []outcome, old map[string]entry) (*plan, error) {
	p := &plan{next: make(map[string]entry, len(pages))}
	for i, page := range pages {
		p.next[page.Path] = outcomes[i].entry
	}
	manifest := printManifest(p.next)
	p.tree = treeHash(manifest, len(p.next))
	for _, name := range slices.Sorted(maps.Keys(old)) {
		if _, kept := p.next[name]; !kept {
			if at, err := os.Lstat(t.disk(name)); err == nil && at.Mode().IsRegular() {
				p.gone = append(p.gone, name)
			}
		}
	}
	if err := t.checkWay(pages, outcomes, p.gone); err != nil {
		return nil, err
	}
	n := len(pages)
	add := func(v verb, names []string) {
		for _, name := range names {
			p.steps = append(p.steps, step{v, n, name})
			n++
		}
	}
	early, late := p.inTheWay()
	add(remove, early)
	add(prune, t.folders(pages, outcomes))
	for i, o := range outcomes {
		if o.verb != "" {
			p.steps = append(p.steps, step{o.verb, i, pages[i].Path})
			p.written++
		}
	}
	add(remove, late)
	_, err := os.Lstat(t.disk(manifestName))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		add(create, []string{manifestName})
	case !maps.Equal(p.next, old):
		add(replace, []string{manifestName})
	default:
		return p, nil
	}
	if t.stage == "" {
		if err := t.openStage(); err != nil {
			return nil, err
		}
	}
	return p, t.stageFile(n-1, manifestName, manifest)
}

// inTheWay splits what is to be removed into what must go before new files
// can be put, and the rest: a file where a folder is to be, a file in a folder
// where a file is to be, a name that differs only by case.
func (p *plan) inTheWay() (early, late []string) {
	if len(p.gone) == 0 {
		return nil, nil
	}
	files, dirs := make(map[string]bool, len(p.next)), map[string]bool{}
	for name := range p.next {
		name = fold(name)
		files[name] = true
		for dir := path.Dir(name); dir != "." && !dirs[dir]; dir = path.Dir(dir) {
			dirs[dir] = true
		}
	}
	for _, name := range p.gone {
		folded := fold(name)
		blocks := files[folded] || dirs[folded]
		for dir := path.Dir(folded); dir != "."; dir = path.Dir(dir) {
			blocks = blocks || files[dir]
		}
		if blocks {
			early = append(early, name)
		} else {
			late = append(late, name)
		}
	}
	return early, late
}

// checkWay finds what others have put where a page, or a folder for it, is to
// be. A folder in the way is fine if only files that we remove are in it, and
// so is a file that we remove.
func (t *tree) checkWay(pages []site.Page, outcomes []outcome, gone []string) error {
	var clash clashes
	seen := map[string]bool{}
	for i, page := range pages {
		o := outcomes[i]
		if o.clash != "" {
			clash.add(t.shown(page.Path), o.clash)
		}
		if o.verb == "" || o.clash != "" {
			continue
		}
		for dir := path.Dir(page.Path); dir != "." && !seen[dir]; dir = path.Dir(dir) {
			seen[dir] = true
			at, err := os.Lstat(t.disk(dir))
			if err == nil && !at.IsDir() && !contains(gone, dir) {
				clash.add(t.shown(dir), "a folder of pages is to go here, but Dateline did not write this file; move it away")
			}
		}
		if o.verb != create || o.free {
			continue
		}
		if foreign := t.foreignIn(page.Path, gone); foreign != "" {
			clash.add(t.shown(page.Path), "a page is to go here, but the folder of that name holds "+foreign+", which Dateline did not write; move it away")
		}
	}
	return clash.err()
}

// foreignIn names a file in the folder p that is not ours to remove, or "".
func (t *tree) foreignIn(p string, gone []string) string {
	found := ""
	if at, err := os.Lstat(t.disk(p)); err != nil || !at.IsDir() {
		return ""
	}
	filepath.WalkDir(t.disk(p), func(name string, d fs.DirEntry, err error) error {
		rel, relErr := filepath.Rel(t.abs, name)
		if err == nil && relErr == nil && (d.IsDir() || contains(gone, filepath.ToSlash(rel))) {
			return nil
		}
		found = filepath.ToSlash(rel)
		return fs.SkipAll
	})
	return found
}

// folders lists, deepest first, the folders that make way for a file.
func (t *tree) folders(pages []site.Page, outcomes []outcome) []string {
	var dirs []string
	for i, page := range pages {
		if outcomes[i].verb != create || outcomes[i].free {
			continue
		}
		if at, err := os.Lstat(t.disk(page.Path)); err != nil || !at.IsDir() {
			continue
		}
		filepath.WalkDir(t.disk(page.Path), func(name string, d fs.DirEntry, err error) error {
			if rel, relErr := filepath.Rel(t.abs, name); err == nil && relErr == nil && d.IsDir() {
				dirs = append(dirs, filepath.ToSlash(rel))
			}
			return nil
		})
	}
	slices.SortFunc(dirs, func(a, b string) int { return strings.Compare(b, a) })
	return dirs
}

func contains(sorted []string, s string) bool {
	_, ok := slices.BinarySearch(sorted, s)
	return ok
}
