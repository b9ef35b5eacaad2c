package project

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/dateline-ssg/dateline/internal/source"
)

// sourceFolders are where the site's own files lie; no output goes there.
var sourceFolders = []string{"content", "static", "templates", "themes"}

// CheckOutput refuses an output folder that would put pages among the site's
// own files: the site's folder itself, one that holds it, or one inside
// content/, static/, templates/, themes/ or .git/. Links are resolved first,
// and folders compared as the file system does. The error is a *source.Failure.
func CheckOutput(dir, out string) error {
	absOut, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	absDir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	refuse := func(why string) error {
		return &source.Failure{Diagnostics: []source.Diagnostic{{File: out, Level: source.Error, Problem: "the output folder " + why,
			Hint: fmt.Sprintf("choose another one, such as --output %s", filepath.Join(dir, "public"))}}}
	}
	site, existing := resolve(absDir), resolve(absOut)
	if isFolder(absOut) {
		if sameFolder(site, existing) {
			return refuse("is the site's own folder")
		}
		for p := filepath.Dir(site); ; p = filepath.Dir(p) {
			if sameFolder(p, existing) {
				return refuse("holds the site")
			}
			if p == filepath.Dir(p) {
				break
			}
		}
	}
	for p := existing; ; p = filepath.Dir(p) {
		for _, name := range append([]string{".git"}, sourceFolders...) {
			if sameFolder(resolveWhole(filepath.Join(site, name)), p) {
				return refuse("lies in " + name + "/, which is the site's own")
			}
		}
		if p == filepath.Dir(p) {
			return nil
		}
	}
}

// resolve follows the links of the longest part of p that exists, and is that
// part: a folder that is not there yet is where its parent is.
func resolve(p string) string {
	for {
		if real, err := filepath.EvalSymlinks(p); err == nil {
			return real
		}
		up := filepath.Dir(p)
		if up == p {
			return p
		}
		p = up
	}
}

// resolveWhole is p with its links followed, "" if it is not there.
func resolveWhole(p string) string {
	real, err := filepath.EvalSymlinks(p)
	if err != nil {
		return ""
	}
	return real
}

func isFolder(p string) bool {
	at, err := os.Stat(p)
	return err == nil && at.IsDir()
}

func sameFolder(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}
