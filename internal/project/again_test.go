package project

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-ssg/dateline/internal/build"
)

// TestAgain: where articles were written anew and all else is as it was, the site is what
// Load finds, and no other file was looked at; where something else happened, Again says
// that it does not know.
func TestAgain(t *testing.T) {
	dir := folderOf(t, map[string]string{"content/a.md": "one", "content/b/c.md": "two", "content/d.md": "three", "static/x.txt": "x", "events.lock": ""})
	file := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	write := func(name, text string) { must(t, os.WriteFile(file(name), []byte(text), 0o666)) }
	for _, name := range []string{"content/a.md", "content/b/c.md", "content/d.md"} {
		old(t, file(name))
	}
	o := options()
	o.Stamps = NewStamps()
	load := func() build.Input {
		in, err := Load(dir, o)
		must(t, err)
		for _, c := range in.Content {
			_, err := c.Read()
			must(t, err)
		}
		in, err = Load(dir, o)
		must(t, err)
		return in
	}
	was := load()
	write("content/b/c.md", "zwei")
	write("content/d.md", "drei")
	write("events.lock", "2025-03-02-call 2025-03-02 call norway 0000000000000000\n")
	now, ok := Again(was, dir, []string{"content/b/c.md"}, o)
	if !ok {
		t.Fatal("an article that was written anew is not taken for that")
	}
	if was.Content[1].Digest == "" || now.Content[1].Digest != "" || now.Content[2].Digest != was.Content[2].Digest {
		t.Errorf("digests %q, %q and %q: of the file at the path, and of no other, it is to be unknown", now.Content[0].Digest, now.Content[1].Digest, now.Content[2].Digest)
	}
	if b, err := now.Content[1].Read(); err != nil || string(b) != "zwei" {
		t.Errorf("the article is read as %q (%v)", b, err)
	}
	time.Sleep(60 * time.Millisecond)
	_, err := now.Content[1].Read() // what was written just before is read again
	must(t, err)
	// The digest that was not known is looked for, though the path is another's.
	now, ok = Again(now, dir, []string{"content/d.md"}, o)
	if !ok || now.Content[1].Digest != build.Digest([]byte("zwei")) {
		t.Errorf("the digest of a file read since is %q (%v)", now.Content[1].Digest, ok)
	}
	_, err = now.Content[2].Read()
	must(t, err)
	now, _ = Again(now, dir, nil, o)
	want, err := Load(dir, o)
	must(t, err)
	digests := func(in build.Input) (out []string) {
		for _, c := range in.Content {
			out = append(out, c.Path+" "+c.Digest)
		}
		return append(out, string(in.Lock.Bytes))
	}
	if diff := cmp.Diff(digests(want), digests(now)); diff != "" {
		t.Errorf("Load finds another site: %s", diff)
	}

	write("content/new.md", "new")
	write("static/x.txt", "y")
	must(t, os.Remove(file("content/a.md")))
	must(t, os.Remove(file("content/d.md")))
	must(t, os.Symlink("b/c.md", file("content/d.md")))
	for _, path := range []string{"content/new.md", "static/x.txt", "content/a.md", "content/d.md", "content/b", "dateline.toml", "../x.md"} {
		if _, ok := Again(now, dir, []string{path}, o); ok {
			t.Errorf("%s: what a change there does is not known", path)
		}
	}
}
