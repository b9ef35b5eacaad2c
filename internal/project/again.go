package project

import (
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/build"
)

// Again is the site in dir once more, of which all files but those at paths are as they
// were when it was loaded; false where that does not tell what Load would return, and it
// is to be loaded. It looks at these files, at those whose digest was not known, and at
// events.lock, where Load looks at every file.
//
// What it can tell is that articles were written anew. Whatever else happens (a file that
// comes or goes, a link, the configuration) may concern other files.
func Again(was build.Input, dir string, paths []string, opts Options) (build.Input, bool) {
	f, err := openFolder(dir)
	if err != nil {
		return was, false
	}
	f.stamps = opts.Stamps
	for _, c := range was.Content {
		if c.Digest == "" { // it was written just before it was read
			paths = append(slices.Clip(paths), c.Path)
		}
	}
	var articles []found
	for _, path := range paths {
		file := found{path: path, real: path}
		file.info, err = f.root.Lstat(path)
		if err != nil || !file.info.Mode().IsRegular() || file.info.Size() > maxArticle {
			return was, false
		}
		articles = append(articles, file)
	}
	lock, err := f.lock()
	if err != nil {
		return was, false
	}
	in := was
	in.Lock, in.Content = lock, slices.Clone(was.Content)
	for _, now := range f.contents(articles) {
		i, ok := slices.BinarySearchFunc(in.Content, now.Path, func(c build.Content, path string) int { return strings.Compare(c.Path, path) })
		if !ok {
			return was, false
		}
		in.Content[i] = now
	}
	return in, true
}
