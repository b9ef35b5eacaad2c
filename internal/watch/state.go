package watch

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/zeebo/xxh3"

	"github.com/dateline-ssg/dateline/internal/project"
)

// folders and ownFiles are what a site consists of.
var (
	folders  = []string{"content", "static", "templates", "themes"}
	ownFiles = []string{"dateline.toml", "actors.toml", "edits.toml"}
)

// stamp is what is known of one file. Two files with equal sums are equal;
// of files above hashLimit the sum is over size and time.
type stamp struct {
	size int64
	mod  time.Time
	sum  uint64
	seen time.Time // when it was looked at
}

const (
	hashLimit = 4 << 20
	// racy is how coarse the time stamps of file systems may be: a file looked
	// at so soon after it was written may have been written again since with
	// the same stamp.
	racy = 2 * time.Second
)

// state is what is known of the site's files, and what is watched. It is used
// by one goroutine, but for concerns.
type state struct {
	site   string // absolute, resolved
	parent string
	ignore []string // absolute
	files  map[string]stamp
	// aliases are, by the resolved path of a folder, the paths under which it
	// was reached: the system tells of changes under one of them only.
	aliases map[string][]string
	empty   map[string]bool // found empty once
	// watched are the folders whose events are asked for, each with its
	// resolved path.
	watched map[string]string
	// watch asks the system for the events of a folder, unwatch takes that
	// back; both nil where the files are looked at regularly.
	watch, unwatch func(dir string) error
	watchError     error // the first refusal that means that events are incomplete
}

func newState(site string, ignore []string) *state {
	s := &state{site: site, parent: filepath.Dir(site), files: map[string]stamp{}, aliases: map[string][]string{},
		empty: map[string]bool{}, watched: map[string]string{}}
	for _, p := range append([]string{"public", "events.lock"}, ignore...) {
		if !filepath.IsAbs(p) {
			p = filepath.Join(site, p)
		}
		s.ignore = append(s.ignore, filepath.Clean(p))
	}
	return s
}

// concerns reports whether an event at p can mean a change. It reads only
// what never changes, so the goroutine of the events may ask.
func (s *state) concerns(p string) bool {
	if p == s.site {
		return true
	}
	rel, err := filepath.Rel(s.site, p)
	if err != nil || !filepath.IsLocal(rel) {
		// Behind a link that stays inside the site paths are below the site
		// too; what else lies outside is a neighbour of the site.
		return false
	}
	return s.wanted(p, rel)
}

func (s *state) wanted(p, rel string) bool {
	for _, own := range s.ignore {
		if p == own || strings.HasPrefix(p, own+string(filepath.Separator)) {
			return false
		}
	}
	names := strings.Split(rel, string(filepath.Separator))
	if slices.ContainsFunc(names, project.Temporary) {
		return false
	}
	return slices.Contains(folders, names[0]) || len(names) == 1 && slices.Contains(ownFiles, names[0])
}

// look compares the files at the given places with what is known of them, and
// knows them afterwards. It returns what differs, below the site, and the
// files that are empty for the first time, which are not believed yet.
func (s *state) look(where map[string]bool) (changed, empty []string) {
	l := &glance{state: s, changed: map[string]bool{}, present: map[string]bool{}}
	if where[""] || where[s.site] {
		s.leave(s.site)
		l.all()
	} else {
		// All places are left before one is entered: a renamed folder is
		// marked under both names, and takes its watches along.
		for p := range where {
			s.leave(p)
		}
		for p := range where {
			for _, alias := range s.names(p) {
				l.at(alias)
			}
		}
	}
	for p := range l.changed {
		if rel, err := filepath.Rel(s.site, p); err == nil {
			changed = append(changed, filepath.ToSlash(rel))
		}
	}
	return changed, l.empty
}

// names are the paths under which the file at p is known.
func (s *state) names(p string) []string {
	out := []string{p}
	real, err := filepath.EvalSymlinks(filepath.Dir(p))
	if err != nil {
		return out
	}
	for _, dir := range s.aliases[real] {
		if name := filepath.Join(dir, filepath.Base(p)); name != p {
			out = append(out, name)
		}
	}
	return out
}

// add watches a folder. Asking again is cheap and needed: a folder that was
// renamed, or removed and made again, has lost its watch.
func (s *state) add(dir, real string) {
	if !slices.Contains(s.aliases[real], dir) {
		s.aliases[real] = append(s.aliases[real], dir)
	}
	if s.watch == nil {
		return
	}
	s.watched[dir] = real
	if err := s.watch(dir); err != nil && s.watchError == nil && exists(dir) {
		s.watchError = err
	}
}

// leave ends the watches of p and the folders below it. The system watches
// folders, not paths: where one is renamed, those below it go on reporting
// under their old paths, and cannot be watched under the new ones before.
// A folder that has another name here, by a link, is watched under that.
func (s *state) leave(p string) {
	prefix := p + string(filepath.Separator)
	for dir, real := range s.watched {
		if dir != p && !strings.HasPrefix(dir, prefix) {
			continue
		}
		delete(s.watched, dir)
		s.unwatch(dir)
		s.aliases[real] = slices.DeleteFunc(s.aliases[real], func(name string) bool { return name == dir })
		for _, other := range s.aliases[real] {
			if !strings.HasPrefix(other, prefix) {
				s.watch(other)
			}
		}
	}
}

func exists(p string) bool {
	_, err := os.Stat(p)
	return err == nil
}

// sumOf hashes a file.
func sumOf(p string, at fs.FileInfo) (uint64, error) {
	if at.Size() > hashLimit {
		return uint64(at.Size()) ^ uint64(at.ModTime().UnixNano()), nil
	}
	f, err := os.Open(p)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	h := xxh3.New()
	_, err = io.Copy(h, f)
	return h.Sum64(), err
}
