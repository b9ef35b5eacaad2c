package theme

import (
	"encoding/hex"
	"path"
	"regexp"
	"strings"

	"github.com/zeebo/xxh3"
)

// Asset is a file of the theme that pages link to.
type Asset struct {
	Name  string // in the theme: "assets/main.css"
	Path  string // as published: "assets/main.1f0c92ab.css"
	Bytes []byte
}

// Assets are the assets that win, sorted by name. Each carries a hash of its
// content in its path, so that no cache serves an old one to a new page. A
// url(…) of a style sheet that names another asset is given its path too.
func (s *Set) Assets() []Asset {
	var out []Asset
	paths := map[string]string{}
	for _, sheets := range []bool{false, true} { // what style sheets name comes first
		for _, name := range s.Names("assets/") {
			if strings.HasSuffix(name, ".css") != sheets {
				continue
			}
			f, _ := s.Find(name)
			a := Asset{Name: name, Bytes: f.Bytes}
			switch {
			case sheets:
				a.Bytes = squeeze(relink(name, f.Bytes, paths))
			case strings.HasSuffix(name, ".js"):
				a.Bytes = squeezeScript(f.Bytes)
			}
			a.Path = fingerprint(name, a.Bytes)
			paths[name] = a.Path
			out = append(out, a)
		}
	}
	return out
}

// fingerprint puts a hash of the content before the extension.
func fingerprint(name string, content []byte) string {
	sum := xxh3.Hash128(content).Bytes()
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:4]) + ext
}

var (
	cssURL     = regexp.MustCompile(`url\((['"]?)([^'")]+)['"]?\)`)
	cssComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	cssIndent  = regexp.MustCompile(`\n\s*`)
)

// relink gives every url(…) of a style sheet that names an asset its path.
func relink(name string, css []byte, paths map[string]string) []byte {
	return cssURL.ReplaceAllFunc(css, func(m []byte) []byte {
		target := string(cssURL.FindSubmatch(m)[2])
		p, ok := paths[path.Join(path.Dir(name), target)]
		if !ok {
			return m
		}
		up := strings.Repeat("../", strings.Count(path.Dir(name), "/")+1)
		return []byte("url(" + up + p + ")")
	})
}

// squeeze drops comments and indentation. A sheet with a string that could
// hold a comment's marks is left as it is.
func squeeze(css []byte) []byte {
	if strings.Contains(string(css), `content:"/*`) {
		return css
	}
	return cssIndent.ReplaceAll(cssComment.ReplaceAll(css, nil), []byte("\n"))
}

var scriptComment = regexp.MustCompile(`(?m)^[ \t]*(//.*)?\n|^[ \t]+`)

// squeezeScript drops indentation and the lines that are comments alone. A
// script with a template or a comment that runs over lines is left as it is:
// there a line may be text.
func squeezeScript(js []byte) []byte {
	for line := range strings.Lines(string(js)) {
		if strings.Count(line, "`")%2 != 0 || strings.Count(line, "/*") != strings.Count(line, "*/") || strings.HasSuffix(line, "\\\n") {
			return js
		}
	}
	return scriptComment.ReplaceAll(js, nil)
}
