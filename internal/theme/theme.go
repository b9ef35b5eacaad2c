// Package theme decides which template, string and asset wins.
//
// What comes in are layers of files, highest first; what goes out answers by
// name: the file of the highest layer that has it, and which layer that was.
// One name space holds for all layers:
//
//	base.html  home.html  event.html …   pages; a page that defines "main" is drawn inside base.html
//	partials/event.html …                parts, called by that name
//	strings/en.toml …                    words shown to readers, by language
//	theme.toml                           name and parameters of the look
//	assets/…                             published with a hash in the name
//
// Nothing is drawn or published here. A template or string file that cannot
// be used gives an Error that names layer, file, line and column.
package theme

import (
	"encoding/hex"
	"slices"
	"strings"

	"github.com/zeebo/xxh3"

	"github.com/dateline-ssg/dateline/internal/source"
)

// Layer is one place where theme files come from: the user's templates/, the
// user's themes/NAME/, the built-in themes/NAME/, the built-in templates/.
// Files are keyed by slash-separated path inside the layer.
type Layer struct {
	Name  string // shown in errors: "templates", "themes/broadsheet", "built-in templates"
	Files map[string][]byte
}

// Set is layers, highest first, looked up by name. It is safe for concurrent
// use, because nothing changes it.
type Set struct {
	layers []Layer
	names  []string // of all files that win, sorted
	hash   string
}

// New makes a Set of layers, highest first.
func New(layers []Layer) *Set {
	s := &Set{layers: layers}
	seen := map[string]bool{}
	for _, l := range layers {
		for name := range l.Files {
			if !seen[name] {
				seen[name] = true
				s.names = append(s.names, name)
			}
		}
	}
	slices.Sort(s.names)
	h := xxh3.New()
	for _, name := range s.names {
		f, _ := s.Find(name)
		h.WriteString(name)
		h.Write([]byte{0, byte(len(f.Bytes)), byte(len(f.Bytes) >> 8), byte(len(f.Bytes) >> 16)})
		h.Write(f.Bytes)
	}
	sum := h.Sum128().Bytes()
	s.hash = hex.EncodeToString(sum[:])
	return s
}

// Find is the file of the highest layer that has name. Its path is the
// layer's name and name, as errors show it.
func (s *Set) Find(name string) (source.File, bool) {
	for _, l := range s.layers {
		if b, ok := l.Files[name]; ok {
			return source.File{Path: l.Name + "/" + name, Bytes: b}, true
		}
	}
	return source.File{}, false
}

// Winner is the name of the layer whose file Find gives, "" if none has it.
func (s *Set) Winner(name string) string {
	for _, l := range s.layers {
		if _, ok := l.Files[name]; ok {
			return l.Name
		}
	}
	return ""
}

// Names are the names of all files below prefix that win, sorted.
func (s *Set) Names(prefix string) []string {
	var out []string
	for _, name := range s.names {
		if strings.HasPrefix(name, prefix) {
			out = append(out, name)
		}
	}
	return out
}

// Hash is a hash in hexadecimal digits over the names and bytes of all files
// that win; equal sets of files have equal hashes.
func (s *Set) Hash() string { return s.hash }
