package project

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/zeebo/xxh3"

	"github.com/dateline-ssg/dateline/internal/build"
	"github.com/dateline-ssg/dateline/internal/source"
)

// maxArticle is the largest content file that is read, in bytes.
const maxArticle = 10 << 20

var (
	articleKinds = []string{".md", ".markdown", ".txt", ".html", ".htm", ".csv", ".tsv", ".toml"}
	mediaKinds   = []string{".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".avif"}
)

// visible accepts the names that may be part of content/: what begins with _
// or . is left out.
func visible(name string) bool { return name[0] != '_' && name[0] != '.' }

// unhidden accepts the names of themes: an underscore means nothing there.
func unhidden(name string) bool { return name[0] != '.' }

// content finds content/**: the articles, and the pictures beside them, which
// are published under media/.
func (f *folder) content() ([]build.Content, []build.Asset) {
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
	return f.contents(articles), f.assets(pictures, func(p string) string {
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

// contents are the articles, each read when it is asked for. One that is too
// large is left out with an error.
func (f *folder) contents(files []found) []build.Content {
	var out []build.Content
	for _, file := range files {
		if file.info != nil && file.info.Size() > maxArticle {
			f.diagnostics = append(f.diagnostics, tooLarge(file.path))
			continue
		}
		out = append(out, build.Content{Path: file.path, Digest: f.stamps.digest(file.real, file.info), Read: func() ([]byte, error) {
			return f.article(file)
		}})
	}
	return out
}

func tooLarge(path string) source.Diagnostic {
	return source.Diagnostic{File: path, Level: source.Error,
		Problem: "the file is larger than 10 MB and is left out", Hint: "split it, or begin its name with _"}
}

// article reads a content file and stamps it.
func (f *folder) article(file found) ([]byte, error) {
	start := time.Now()
	b, info, err := f.readAtMost(file.real, maxArticle)
	switch {
	case err != nil:
		return nil, stop(file.path, "the file cannot be read: "+reason(err), "allow this user to read it")
	case len(b) > maxArticle:
		return nil, &source.Failure{Diagnostics: []source.Diagnostic{tooLarge(file.path)}}
	}
	f.stamps.note(file.real, info, build.Digest(b), start)
	return b, nil
}

// readAtMost reads one byte more than the limit, if there are so many.
func (f *folder) readAtMost(name string, limit int64) ([]byte, fs.FileInfo, error) {
	file, err := f.root.Open(name)
	if err != nil {
		return nil, nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, nil, err
	}
	b := make([]byte, min(info.Size(), limit)+1) // one more, so that its end is met
	n, err := io.ReadFull(file, b)
	if err == nil { // it grew
		var more []byte
		more, err = io.ReadAll(io.LimitReader(file, limit+1-int64(n)))
		return append(b, more...), info, err
	}
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		err = nil
	}
	return b[:n], info, err
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
		key, err := f.hash(file)
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

// hash is over the bytes, or what the stamps remember of it.
func (f *folder) hash(file found) (string, error) {
	if known := f.stamps.digest(file.real, file.info); known != "" {
		return known, nil
	}
	start := time.Now()
	r, err := f.root.Open(file.real)
	if err != nil {
		return "", err
	}
	defer r.Close()
	info, err := r.Stat()
	if err != nil {
		return "", err
	}
	h := xxh3.New()
	if _, err := io.Copy(h, r); err != nil {
		return "", err
	}
	key := fmt.Sprintf("%x", h.Sum128().Bytes())
	f.stamps.note(file.real, info, key, start)
	return key, nil
}
