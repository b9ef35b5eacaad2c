package project

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/source"
)

// folder is a site's folder, opened so that no path leads out of it.
type folder struct {
	root        *os.Root
	abs         string  // resolved
	stamps      *Stamps // may be nil
	diagnostics []source.Diagnostic
}

func (f *folder) say(level source.Level, file, problem, hint string) {
	f.diagnostics = append(f.diagnostics, source.Diagnostic{File: file, Level: level, Problem: problem, Hint: hint})
}

// found is a file of the site.
type found struct {
	path string      // as it is named below the site
	real string      // what to open: the same, but for links
	link string      // the first link through which it was reached; "" if none
	hops int         // how many links are on the way
	info fs.FileInfo // what the file system says of it; nil where it would not
}

// maxLinks bounds how many links may lie on the way to a file.
const maxLinks = 8

// files lists the files below dir, in order of path, in folders and under
// names that keep accepts. A link that stays inside the site is followed; one
// that leaves it, leads nowhere or leads back to where it lies is left out
// with a warning. No dir is no file.
func (f *folder) files(dir string, keep func(name string) bool) []found {
	var out []found
	if _, err := f.root.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	at, err := f.root.Lstat(dir)
	if err == nil && at.Mode()&fs.ModeSymlink != 0 {
		f.follow(found{path: dir, real: dir}, nil, keep, &out)
	} else {
		f.walk(found{path: dir, real: dir}, nil, keep, &out)
	}
	slices.SortFunc(out, func(a, b found) int { return strings.Compare(a.path, b.path) })
	return out
}

// walk lists a folder; above are the folders it was reached through.
func (f *folder) walk(dir found, above []string, keep func(string) bool, out *[]found) {
	d, err := f.root.Open(dir.real)
	var entries []fs.DirEntry
	if err == nil {
		entries, err = d.ReadDir(-1)
		d.Close()
	}
	if err != nil {
		f.say(source.Error, dir.path, "the folder cannot be read: "+reason(err), "allow this user to read it")
		return
	}
	above = append(slices.Clip(above), dir.real)
	for _, e := range entries {
		name := e.Name()
		if Temporary(name) || !keep(name) {
			continue
		}
		at := found{path: path.Join(dir.path, name), real: path.Join(dir.real, name), link: dir.link, hops: dir.hops}
		switch {
		case !utf8.ValidString(name):
			f.say(source.Error, fmt.Sprintf("%s/%q", dir.path, name), "the name is not UTF-8", "rename it")
		case e.Type()&fs.ModeSymlink != 0:
			f.follow(at, above, keep, out)
		case e.IsDir():
			if !savedWith(name, entries) {
				f.walk(at, above, keep, out)
			}
		case e.Type().IsRegular():
			at.info, _ = e.Info()
			*out = append(*out, at)
		default:
			f.say(source.Warning, at.path, "this is neither a file nor a folder and is left out", "remove it")
		}
	}
}

// savedWith reports whether a folder holds what a browser saved along with a
// page: page_files/ beside page.html. Its scripts and frames are no articles.
func savedWith(name string, entries []fs.DirEntry) bool {
	page, ok := strings.CutSuffix(name, "_files")
	return ok && slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		return e.Name() == page+".html" || e.Name() == page+".htm"
	})
}

// follow goes where a link leads, if that is inside the site.
func (f *folder) follow(at found, above []string, keep func(string) bool, out *[]found) {
	target, _ := f.root.Readlink(at.real)
	leaveOut := func(why, hint string) {
		f.say(source.Warning, at.path, fmt.Sprintf("the link to %s %s and is left out", filepath.ToSlash(target), why), hint)
	}
	whole, err := filepath.EvalSymlinks(filepath.Join(f.abs, filepath.FromSlash(at.real)))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		leaveOut("leads nowhere", "remove it, or mend its target")
		return
	case err != nil && (errors.Is(err, syscall.ELOOP) || strings.Contains(err.Error(), "too many links")):
		leaveOut("leads back to itself", "remove it")
		return
	case err != nil:
		leaveOut("cannot be followed: "+reason(err), "remove it, or mend its target")
		return
	}
	rel, err := filepath.Rel(f.abs, whole)
	if err != nil || !filepath.IsLocal(rel) {
		leaveOut("leaves the site", "copy the files into the site")
		return
	}
	rel = filepath.ToSlash(rel)
	if at.link == "" {
		at.link = at.path
	}
	at.real = rel
	at.hops++
	info, err := f.root.Stat(rel)
	switch {
	case err != nil:
		leaveOut("cannot be followed: "+reason(err), "mend its target")
	case info.Mode().IsRegular():
		at.info = info
		*out = append(*out, at)
	case !info.IsDir():
		leaveOut("is neither a file nor a folder", "remove it")
	case rel == "." || slices.ContainsFunc(above, func(dir string) bool { return dir == rel || strings.HasPrefix(dir, rel+"/") }):
		leaveOut("leads back to a folder it lies in", "remove it")
	case at.hops > maxLinks:
		leaveOut("is reached through too many links", "remove some")
	default:
		f.walk(at, above, keep, out)
	}
}

// reason is what the machine says, without the path, which is told already.
func reason(err error) string {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err.Error()
	}
	return err.Error()
}
