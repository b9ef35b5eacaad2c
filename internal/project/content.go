package project

import (
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/zeebo/xxh3"
	"golang.org/x/sync/errgroup"

	"github.com/dateline-ssg/dateline/internal/build"
	"github.com/dateline-ssg/dateline/internal/source"
)

// maxArticle is the largest content file that is read, in bytes.
const maxArticle = 10 << 20

var (
	articleKinds = []string{".md", ".markdown", ".txt", ".html", ".htm", ".csv", ".toml"}
	mediaKinds   = []string{".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".avif"}
)

// visible accepts the names that may be part of content/: what begins with _
// or . is left out.
func visible(name string) bool { return name[0] != '_' && name[0] != '.' }

// unhidden accepts the names of themes: an underscore means nothing there.
func unhidden(name string) bool { return name[0] != '.' }

// content reads content/**: the articles, and the pictures beside them, which
// are published under media/.
func (f *folder) content() ([]source.File, []build.Asset) {
	var articles, pictures []found
	for _, file := range f.once(f.files("content", visible)) {
		switch kind := strings.ToLower(path.Ext(file.path)); {
		case slices.Contains(articleKinds, kind):
			articles = append(articles, file)
		case slices.Contains(mediaKinds, kind):
			pictures = append(pictures, file)
		default:
			f.say(source.Warning, file.path, "this is neither an article nor a picture and is left out",
				"articles end in .md, .txt or .html; put files to publish into static/, or begin the name with _")
		}
	}
	return f.read(articles), f.assets(pictures, func(p string) string {
		return "media/" + strings.TrimPrefix(p, "content/")
	})
}

// once drops what is found a second time through a link, since an article
// told twice would count twice. A file's own place comes before a link to it.
func (f *folder) once(files []found) []found {
	first := map[string]string{}
	for _, file := range files {
		if file.link == "" {
			first[file.real] = file.path
		}
	}
	told := map[string]bool{}
	return slices.DeleteFunc(files, func(file found) bool {
		if file.link == "" {
			return false
		}
		was, seen := first[file.real]
		if !seen {
			first[file.real] = file.path
			return false
		}
		if !told[file.link] {
			told[file.link] = true
			f.say(source.Warning, file.link, fmt.Sprintf("the link leads to %s, which is read already, and is left out", was), "remove it")
		}
		return true
	})
}

// read reads articles, several at a time. One that is too large or cannot be
// read is left out with an error.
func (f *folder) read(files []found) []source.File {
	out := make([]source.File, len(files))
	problems := make([]source.Diagnostic, len(files))
	var g errgroup.Group
	g.SetLimit(8)
	for i, file := range files {
		g.Go(func() error {
			out[i].Path = file.path
			var err error
			out[i].Bytes, err = f.readAtMost(file.real, maxArticle)
			switch {
			case err != nil:
				problems[i] = source.Diagnostic{File: file.path, Level: source.Error,
					Problem: "the file cannot be read: " + reason(err), Hint: "allow this user to read it"}
			case len(out[i].Bytes) > maxArticle:
				problems[i] = source.Diagnostic{File: file.path, Level: source.Error,
					Problem: "the file is larger than 10 MB and is left out", Hint: "split it, or begin its name with _"}
			}
			return nil
		})
	}
	g.Wait()
	kept := out[:0]
	for i, p := range problems {
		if p.Problem == "" {
			kept = append(kept, out[i])
		} else {
			f.diagnostics = append(f.diagnostics, p)
		}
	}
	return kept
}

// readAtMost reads one byte more than the limit, if there are so many.
func (f *folder) readAtMost(name string, limit int64) ([]byte, error) {
	file, err := f.root.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if at, err := file.Stat(); err == nil && at.Size() > limit {
		return make([]byte, limit+1), nil
	}
	return io.ReadAll(io.LimitReader(file, limit+1))
}

// static lists static/**, published as it is; dot-files such as .well-known/
// are meant.
func (f *folder) static() []build.Asset {
	return f.assets(f.files("static", func(string) bool { return true }), func(p string) string {
		return strings.TrimPrefix(p, "static/")
	})
}

// assets makes assets of files, keyed by what is in them.
func (f *folder) assets(files []found, publishedAs func(string) string) []build.Asset {
	var out []build.Asset
	for _, file := range files {
		key, err := f.hash(file.real)
		if err != nil {
			f.say(source.Error, file.path, "the file cannot be read: "+reason(err), "allow this user to read it")
			continue
		}
		abs, real := f.abs, file.real
		out = append(out, build.Asset{Path: publishedAs(file.path), Key: key, Read: func() ([]byte, error) {
			root, err := os.OpenRoot(abs)
			if err != nil {
				return nil, err
			}
			defer root.Close()
			return root.ReadFile(real)
		}})
	}
	return out
}

// hash is over the bytes: neither size nor time stamp changes for certain
// when they do.
func (f *folder) hash(name string) (string, error) {
	file, err := f.root.Open(name)
	if err != nil {
		return "", err
	}
	defer file.Close()
	h := xxh3.New()
	if _, err := io.Copy(h, file); err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", h.Sum128().Bytes()), nil
}
