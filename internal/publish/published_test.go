package publish

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"fmt"
	"github.com/zeebo/xxh3"
)

// TestFind: a page is found by its path and key where the last run left it, and never
// another one in its place: not after the next run, not in the middle of it, not where
// somebody wrote there.
func TestFind(t *testing.T) {
	key := func(text string) string { return fmt.Sprintf("%016x", xxh3.HashString(text)) }
	dir := filepath.Join(t.TempDir(), "public")
	if LookAt(dir).Find("a.html", key("old")) != nil {
		t.Error("a page was found in a folder that is not there")
	}
	if _, err := Sync(t.Context(), dir, pages(files{"a.html": "old", "b/index.html": "stays", "c.html": "goes"}), Options{}); err != nil {
		t.Fatal(err)
	}
	p := LookAt(dir)
	if p.Find("a.html", key("new")) != nil || p.Find("d.html", key("old")) != nil {
		t.Error("a page was found that nobody published")
	}
	a, b, c := p.Find("a.html", key("old")), p.Find("b/index.html", key("stays")), p.Find("c.html", key("goes"))
	for want, read := range map[string]func() ([]byte, error){"old": a, "stays": b, "goes": c} {
		if got, err := read(); err != nil || string(got) != want {
			t.Errorf("%s was read as %q (%v)", want, got, err)
		}
	}
	// Stopped as by a kill, when the first file has been put and others have not.
	next := pages(files{"a.html": "new", "b/index.html": "stays"})
	_, err := syncWith(t.Context(), dir, next, Options{}, func(op, path string) error {
		if op == "remove" {
			return errCrash
		}
		return nil
	})
	if err == nil {
		t.Fatal("the run was not stopped")
	}
	if got, err := a(); err == nil {
		t.Errorf("%q was read in the middle of a switch", got)
	}
	if _, err := Sync(context.Background(), dir, next, Options{}); err != nil {
		t.Fatal(err)
	}
	if got, err := a(); err == nil {
		t.Errorf("%q was read as the page before it", got)
	}
	if got, err := c(); err == nil {
		t.Errorf("%q was read, which is published no more", got)
	}
	if got, err := b(); err != nil || string(got) != "stays" {
		t.Errorf("what two runs publish was read as %q (%v)", got, err)
	}
	if err := os.WriteFile(filepath.Join(dir, "b", "index.html"), []byte("by hand"), 0o644); err != nil {
		t.Fatal(err)
	}
	if got, err := b(); err == nil {
		t.Errorf("%q was read as what the last run had left", got)
	}
}
