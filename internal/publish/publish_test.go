package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zeebo/xxh3"

	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/source"
)

// files is a tree, or part of one: path to text.
type files map[string]string

// pages makes the pages of a tree whose keys are hashes of their bytes.
func pages(f files) []site.Page {
	var out []site.Page
	for _, p := range slices.Sorted(maps.Keys(f)) {
		b := []byte(f[p])
		out = append(out, site.Page{Path: p, Key: fmt.Sprintf("%016x", xxh3.Hash(b)), Draw: func() ([]byte, error) { return b, nil }})
	}
	return out
}

// onDisk reads a folder; the manifest is left out.
func onDisk(t *testing.T, dir string) files {
	t.Helper()
	got := files{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		if d.IsDir() {
			if entries, _ := os.ReadDir(name); len(entries) == 0 && rel != "." {
				got[filepath.ToSlash(rel)+"/"] = ""
			}
			return nil
		}
		b, err := os.ReadFile(name)
		if rel != manifestName {
			got[filepath.ToSlash(rel)] = string(b)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func put(t *testing.T, dir string, f files) {
	t.Helper()
	for p, text := range f {
		name := filepath.Join(dir, filepath.FromSlash(p))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func mustSync(t *testing.T, dir string, f files) Report {
	t.Helper()
	r, err := Sync(t.Context(), dir, pages(f), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// alone fails if anything but the tree itself is beside it.
func alone(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 1 {
		t.Errorf("beside the tree lie %v", entries)
	}
	if _, err := os.Lstat(filepath.Join(dir, innerStage)); err == nil {
		t.Error("a stage was left in the tree")
	}
}

func TestSync(t *testing.T) {
	tests := []struct {
		name          string
		last, foreign files
		next          files
		want          files
		report        Report
	}{
		{"first", nil, nil, files{"index.html": "a", "events/1/index.html": "b"},
			files{"index.html": "a", "events/1/index.html": "b"}, Report{Written: 2, Bytes: 2}},
		{"no change", files{"a": "1", "b/c": "2"}, nil, files{"a": "1", "b/c": "2"},
			files{"a": "1", "b/c": "2"}, Report{Unchanged: 2, Bytes: 2}},
		{"one changed, one gone, one new", files{"a": "1", "b/c": "2"}, nil, files{"a": "11", "d/e/f": "3"},
			files{"a": "11", "d/e/f": "3"}, Report{Written: 2, Deleted: 1, Bytes: 3}},
		{"foreign files stay, and so do their folders", files{"a": "1", "b/c": "2"}, files{"b/mine": "m", ".git/config": "g", "CNAME": "c"}, files{"a": "1"},
			files{"a": "1", "b/mine": "m", ".git/config": "g", "CNAME": "c"}, Report{Unchanged: 1, Deleted: 1, Bytes: 1}},
		{"a foreign file with the right bytes is taken over", nil, files{"a": "1"}, files{"a": "1"},
			files{"a": "1"}, Report{Unchanged: 1, Bytes: 1}},
		{"a file becomes a folder", files{"a": "1"}, nil, files{"a/index.html": "2"},
			files{"a/index.html": "2"}, Report{Written: 1, Deleted: 1, Bytes: 1}},
		{"a folder becomes a file", files{"a/b/c": "1", "a/d": "2"}, nil, files{"a": "3"},
			files{"a": "3"}, Report{Written: 1, Deleted: 2, Bytes: 1}},
		{"only the case changes", files{"About/index.html": "1"}, nil, files{"about/index.html": "2"},
			files{"about/index.html": "2"}, Report{Written: 1, Deleted: 1, Bytes: 1}},
		{"nothing left", files{"a/b/c": "1"}, nil, nil, files{}, Report{Deleted: 1}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			if test.last != nil {
				mustSync(t, dir, test.last)
			}
			put(t, dir, test.foreign)
			got := mustSync(t, dir, test.next)
			if tree, files := Whole(dir); files > 0 && tree != got.Tree {
				t.Errorf("the report says %q of the tree, and it is %q", got.Tree, tree)
			}
			got.Tree = ""
			if d := cmp.Diff(test.report, got); d != "" {
				t.Error("report (-want +got):", d)
			}
			if d := cmp.Diff(test.want, onDisk(t, dir)); d != "" {
				t.Error("tree (-want +got):", d)
			}
			alone(t, dir)
		})
	}
}

func TestDrawsOnlyWhatItMust(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	tree := files{"a": "1", "b": "2", "c": "3", "d": "4"}
	mustSync(t, dir, tree)
	must(t, os.Remove(filepath.Join(dir, "b")))
	must(t, os.WriteFile(filepath.Join(dir, "c"), []byte("longer"), 0o666))
	before, _ := os.Stat(filepath.Join(dir, "d"))
	var drawn atomic.Int64
	next := pages(tree)
	next[3].Key = "new-key-same-bytes"
	for i := range next {
		draw := next[i].Draw
		next[i].Draw = func() ([]byte, error) { drawn.Add(1); return draw() }
	}
	r, err := Sync(t.Context(), dir, next, Options{})
	must(t, err)
	if drawn.Load() != 3 {
		t.Errorf("drew %d pages; want the missing one, the one of another size and the one with a new key", drawn.Load())
	}
	if r.Written != 2 || r.Unchanged != 2 {
		t.Errorf("report %+v", r)
	}
	if after, _ := os.Stat(filepath.Join(dir, "d")); !os.SameFile(before, after) {
		t.Error("a file with equal bytes was replaced")
	}
	drawn.Store(0)
	if _, err := Sync(t.Context(), dir, next, Options{}); err != nil || drawn.Load() != 0 {
		t.Errorf("drew %d pages for no change, err %v", drawn.Load(), err)
	}
}

func TestEqualTreesGiveEqualBytes(t *testing.T) {
	tree := files{"a": "1", "b/c": "2", "ü": "3"}
	once, twice := filepath.Join(t.TempDir(), "x"), filepath.Join(t.TempDir(), "y")
	mustSync(t, once, tree)
	mustSync(t, twice, files{"a": "other", "z": "gone"})
	mustSync(t, twice, tree)
	a, err := os.ReadFile(filepath.Join(once, manifestName))
	must(t, err)
	b, err := os.ReadFile(filepath.Join(twice, manifestName))
	must(t, err)
	if !bytes.Equal(a, b) {
		t.Errorf("manifests differ:\n%s\n%s", a, b)
	}
}

func TestForeignFileInTheWay(t *testing.T) {
	tests := []struct {
		name          string
		last, foreign files
		next          files
		want          string // part of the message, after the folder
	}{
		{"other bytes", nil, files{"a": "mine"}, files{"a": "1"}, "a: a page is to go here, but Dateline did not write this file; move it away"},
		{"a file where a folder is needed", nil, files{"events": "mine"}, files{"events/1/index.html": "1"}, "events: a folder of pages is to go here"},
		{"a folder where a file is needed", nil, files{"feed.xml/mine": "m"}, files{"feed.xml": "1"}, "holds feed.xml/mine, which Dateline did not write"},
		{"our folder, with theirs in it", files{"x/a": "1"}, files{"x/mine": "m"}, files{"x": "2"}, "holds x/mine"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			mustSync(t, dir, test.last)
			put(t, dir, test.foreign)
			before := onDisk(t, dir)
			test.next["other"] = "new"
			_, err := Sync(t.Context(), dir, pages(test.next), Options{})
			var clash *source.Failure
			if !errors.As(err, &clash) || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want a clash with %q", err, test.want)
			}
			if d := cmp.Diff(before, onDisk(t, dir)); d != "" {
				t.Error("the tree was changed:", d)
			}
			alone(t, dir)
		})
	}
}

func TestLinkInTheTreeIsNotFollowed(t *testing.T) {
	base := t.TempDir()
	dir, outside := filepath.Join(base, "site", "public"), filepath.Join(base, "outside")
	put(t, outside, files{"keep": "k"})
	must(t, os.MkdirAll(dir, 0o777))
	must(t, os.Symlink(outside, filepath.Join(dir, "events")))
	if _, err := Sync(t.Context(), dir, pages(files{"events/1": "x"}), Options{}); err == nil {
		t.Error("wrote through a link")
	}
	if d := cmp.Diff(files{"keep": "k"}, onDisk(t, outside)); d != "" {
		t.Error(d)
	}
	linked := filepath.Join(base, "linked")
	must(t, os.Symlink(filepath.Join(base, "real"), linked))
	must(t, os.Mkdir(filepath.Join(base, "real"), 0o777))
	mustSync(t, linked, files{"a": "1"})
	if d := cmp.Diff(files{"a": "1"}, onDisk(t, filepath.Join(base, "real"))); d != "" {
		t.Error("a link to the whole folder:", d)
	}
}

func TestPaths(t *testing.T) {
	tests := []struct{ path, want string }{
		{"", "empty path"},
		{"/etc/passwd", "absolute"},
		{"../x", "must lie below"},
		{"a/../../x", "must lie below"},
		{"a/./b", "must lie below"},
		{"a//b", "single slashes"},
		{"a/", "single slashes"},
		{"a\x00b", "control character"},
		{"a\nb", "control character"},
		{`a\b`, "Windows refuses"},
		{"c:x", "Windows refuses"},
		{"what?.html", "Windows refuses"},
		{"a./b", "Windows drops"},
		{"a /b", "Windows drops"},
		{"nul", "device on Windows"},
		{"events/Con.html", "device on Windows"},
		{"lpt1.tar.gz", "device on Windows"},
		{"\xff", "not UTF-8"},
		{strings.Repeat("é", 128), "256 bytes"},
		{manifestName, "kept for Dateline"},
		{innerStage + "/x", "kept for Dateline"},
		{"конференция/index.html", ""},
		{".well-known/x", ""},
		{".nojekyll", ""},
		{"console/nullify/com10.html", ""},
		{"a..b/...c", ""},
	}
	for _, test := range tests {
		if got := badPath(test.path); (got == "") != (test.want == "") || !strings.Contains(got, test.want) {
			t.Errorf("badPath(%q) = %q, want %q", test.path, got, test.want)
		}
	}
}

func TestClashes(t *testing.T) {
	tests := []struct {
		name  string
		paths []string
		want  string
	}{
		{"twice", []string{"a", "a"}, "a: two pages have this address"},
		{"by case", []string{"tags/NATO/index.html", "tags/nato/index.html"}, "tags/nato/index.html: differs from tags/NATO/index.html only by case"},
		{"by composition", []string{"caf\u00e9", "cafe\u0301"}, "only by case"},
		{"file and folder", []string{"a", "a/b"}, "a/b: a is a file and cannot hold it"},
		{"escaping", []string{"../a"}, "../a: the path has the part"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			var ps []site.Page
			for _, p := range test.paths {
				ps = append(ps, site.Page{Path: p, Key: "k", Draw: func() ([]byte, error) { return nil, nil }})
			}
			_, err := Sync(t.Context(), dir, ps, Options{})
			var clash *source.Failure
			if !errors.As(err, &clash) || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
			if _, err := os.Stat(dir); err == nil {
				t.Error("the folder was made for a tree that cannot be")
			}
		})
	}
}

func TestFirstDrawErrorWins(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	last := files{"a": "1"}
	mustSync(t, dir, last)
	for range 20 {
		var ps []site.Page
		for i := range 200 {
			ps = append(ps, site.Page{Path: fmt.Sprintf("p%03d", i), Key: "k", Draw: func() ([]byte, error) {
				if i >= 57 && i%2 == 1 {
					return nil, fmt.Errorf("templates/event.html:%d:1: broken", i)
				}
				return []byte("x"), nil
			}})
		}
		_, err := Sync(t.Context(), dir, ps, Options{})
		if err == nil || err.Error() != "templates/event.html:57:1: broken" {
			t.Fatalf("got %v, want the error of page 57", err)
		}
		if d := cmp.Diff(last, onDisk(t, dir)); d != "" {
			t.Fatal(d)
		}
		alone(t, dir)
	}
}

func TestCancelled(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	last := files{"a": "1", "b": "2"}
	mustSync(t, dir, last)
	ctx, cancel := context.WithCancel(t.Context())
	next := pages(files{"a": "changed", "c": "3"})
	draw := next[1].Draw
	next[1].Draw = func() ([]byte, error) { cancel(); return draw() }
	if _, err := Sync(ctx, dir, next, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want that it was cancelled", err)
	}
	if d := cmp.Diff(last, onDisk(t, dir)); d != "" {
		t.Error(d)
	}
	alone(t, dir)
}

func TestNearTheLimit(t *testing.T) {
	p := &plan{next: map[string]entry{"a": {"k", 899_999_999}}}
	if w := p.report().Warnings; w != nil {
		t.Errorf("warned %q too early", w)
	}
	p.next["b"] = entry{"k", 1}
	if w := p.report().Warnings; len(w) != 1 || !strings.Contains(w[0], "GitHub Pages takes 1 GB") {
		t.Errorf("got %q, want one about GitHub Pages", w)
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
