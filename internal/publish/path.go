package publish

import (
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/source"
)

// maxName is the longest name, in bytes, that common file systems take.
const maxName = 255

// clashes are the reasons why the pages cannot be a tree: a path that is not
// safe everywhere, two pages for one file, a foreign file in the way. They are
// the author's to mend, and nothing has been changed when they are told.
type clashes []source.Diagnostic

// maxProblems bounds what is told; one cause tends to give many.
const maxProblems = 20

// add tells of the file at; said is "problem; hint".
func (c *clashes) add(at, said string) {
	if len(*c) < maxProblems {
		problem, hint, _ := strings.Cut(said, "; ")
		*c = append(*c, source.Diagnostic{File: at, Level: source.Error, Problem: problem, Hint: hint})
	}
}

func (c clashes) err() error {
	if len(c) == 0 {
		return nil
	}
	return &source.Failure{Diagnostics: c}
}

// checkPaths refuses trees that could not be written on every system, so that
// a site built on one machine can be built on another.
func checkPaths(pages []site.Page) error {
	var clash clashes
	seen := make(map[string]string, len(pages))
	for _, p := range pages {
		if problem := badPath(p.Path); problem != "" {
			clash.add(quoteOdd(p.Path), problem)
			continue
		}
		key := fold(p.Path)
		switch was, ok := seen[key]; {
		case !ok:
			seen[key] = p.Path
		case was == p.Path:
			clash.add(p.Path, "two pages have this address; give one of them another slug")
		default:
			clash.add(p.Path, "differs from "+was+" only by case; give one of them another slug")
		}
	}
	for _, p := range pages {
		for dir := path.Dir(fold(p.Path)); dir != "."; dir = path.Dir(dir) {
			if was, ok := seen[dir]; ok {
				clash.add(quoteOdd(p.Path), was+" is a file and cannot hold it; rename one of them")
			}
		}
	}
	return clash.err()
}

// fold makes equal what a file system that ignores case, or stores names
// decomposed, takes for one name.
func fold(p string) string {
	for i := 0; i < len(p); i++ {
		if c := p[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return norm.NFC.String(cases.Fold().String(norm.NFC.String(p)))
		}
	}
	return p
}

// badPath says why p cannot be a path below the tree, or "".
func badPath(p string) string {
	switch {
	case p == "":
		return "a page has an empty path"
	case !utf8.ValidString(p):
		return "the path is not UTF-8; rename the file"
	case strings.HasPrefix(p, "/"):
		return "the path is absolute; it must lie below the output folder"
	}
	for name := range strings.SplitSeq(p, "/") {
		if problem := badName(name); problem != "" {
			return problem
		}
	}
	if first, _, _ := strings.Cut(p, "/"); first == manifestName || first == innerStage {
		return "the name is kept for Dateline itself; rename the file"
	}
	return ""
}

func badName(name string) string {
	control, refused := false, false
	for i := range len(name) { // once: there are many names
		switch c := name[i]; c {
		case '\\', ':', '*', '?', '"', '<', '>', '|':
			refused = true
		default:
			control = control || c < ' ' || c == 0x7f
		}
	}
	switch {
	case name == "":
		return "the path has an empty part; write single slashes"
	case name == "." || name == "..":
		return fmt.Sprintf("the path has the part %q; it must lie below the output folder", name)
	case len(name) > maxName:
		return fmt.Sprintf("a name of %d bytes is longer than file systems take (%d); shorten the slug", len(name), maxName)
	case control:
		return "the name holds a control character; rename the file"
	case refused:
		return `the name holds one of \ : * ? " < > |, which Windows refuses; rename the file`
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
		return "the name ends with a dot or a space, which Windows drops; rename the file"
	}
	stem, _, _ := strings.Cut(name, ".")
	if stem = strings.TrimRight(stem, " "); len(stem) <= longest && reserved[strings.ToUpper(stem)] {
		return fmt.Sprintf("the name %q is a device on Windows; rename the file", stem)
	}
	return ""
}

var reserved = map[string]bool{
	"CON": true, "PRN": true, "AUX": true, "NUL": true, "CONIN$": true, "CONOUT$": true,
	"COM1": true, "COM2": true, "COM3": true, "COM4": true, "COM5": true, "COM6": true, "COM7": true, "COM8": true, "COM9": true,
	"LPT1": true, "LPT2": true, "LPT3": true, "LPT4": true, "LPT5": true, "LPT6": true, "LPT7": true, "LPT8": true, "LPT9": true,
}

const longest = len("CONOUT$")

// quoteOdd makes a path safe to print.
func quoteOdd(p string) string {
	if p == "" || !utf8.ValidString(p) || strings.ContainsFunc(p, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		return fmt.Sprintf("%q", p)
	}
	return p
}
