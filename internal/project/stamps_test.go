package project

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/dateline-ssg/dateline/internal/build"
)

// loadAgain loads a site through the bytes that its stamps are kept as.
func loadAgain(t *testing.T, dir string, s *Stamps) (build.Input, *Stamps) {
	t.Helper()
	s, err := DecodeStamps(s.Encode())
	must(t, err)
	o := options()
	o.Stamps = s
	in, err := Load(dir, o)
	must(t, err)
	return in, s
}

// old sets a file's times back, so that its stamp is believed at once.
func old(t *testing.T, name string) {
	t.Helper()
	then := time.Now().Add(-time.Hour)
	must(t, os.Chtimes(name, then, then))
	time.Sleep(60 * time.Millisecond) // the time of its change cannot be set
}

// TestStamps: what is as it was is known without being read; what was
// written, by whatever means, is not.
func TestStamps(t *testing.T) {
	dir := folderOf(t, map[string]string{"content/a.md": "one", "content/b.md": "two", "static/x.txt": "x"})
	a, b := filepath.Join(dir, "content", "a.md"), filepath.Join(dir, "content", "b.md")
	old(t, a)
	old(t, b)
	in, s := loadAgain(t, dir, NewStamps())
	if in.Content[0].Digest != "" {
		t.Fatal("a file is known that was never read")
	}
	for _, c := range in.Content {
		_, err := c.Read()
		must(t, err)
	}
	in, s = loadAgain(t, dir, s)
	if got, want := in.Content[0].Digest, build.Digest([]byte("one")); got != want {
		t.Errorf("the digest is %q, want %q", got, want)
	}
	if s.Changed() {
		t.Error("the stamps changed though no file did")
	}
	at, err := os.Stat(a)
	must(t, err)
	must(t, os.WriteFile(a, []byte("uno"), 0o666))
	must(t, os.Chtimes(a, at.ModTime(), at.ModTime())) // as a copy tool does
	must(t, os.Remove(b))
	in, s = loadAgain(t, dir, s)
	if stampOf(at).change != 0 && in.Content[0].Digest != "" {
		t.Error("a file of the same size, with its old time set, passes for the old one")
	}
	if !s.Changed() {
		t.Error("the stamp of a removed file is kept")
	}
}

// TestFreshFile: a file written just before it is read may be written again
// under the same times, so it is not known.
func TestFreshFile(t *testing.T) {
	dir := folderOf(t, map[string]string{"content/a.md": "one"})
	name := filepath.Join(dir, "content", "a.md")
	in, s := loadAgain(t, dir, NewStamps())
	soon := time.Now().Add(time.Minute)
	must(t, os.Chtimes(name, soon, soon))
	_, err := in.Content[0].Read()
	must(t, err)
	if in, _ = loadAgain(t, dir, s); in.Content[0].Digest != "" {
		t.Error("a file is known whose times say nothing")
	}
}

func FuzzDecodeStamps(f *testing.F) {
	s := NewStamps()
	s.known["content/a.md"] = stamp{1, 2, 3, 4, "0123"}
	f.Add(s.Encode())
	f.Add([]byte(stampsHead))
	f.Fuzz(func(t *testing.T, b []byte) {
		if s, err := DecodeStamps(b); err == nil {
			again, err := DecodeStamps(s.Encode())
			if err != nil || len(again.known) != len(s.known) {
				t.Errorf("what was decoded does not encode: %v", err)
			}
		}
	})
}

// TestLockHeld: the lock is read once for as long as it stays as it was, and again once
// it was written.
func TestLockHeld(t *testing.T) {
	dir := folderOf(t, map[string]string{"content/a.md": "one", "events.lock": "a lock\n"})
	name := filepath.Join(dir, "events.lock")
	old(t, name)
	o := options()
	o.Stamps = NewStamps()
	load := func() []byte {
		in, err := Load(dir, o)
		must(t, err)
		return in.Lock.Bytes
	}
	first := load()
	if again := load(); string(again) != "a lock\n" || &again[0] != &first[0] {
		t.Errorf("the lock was read again: %q", again)
	}
	must(t, os.WriteFile(name, []byte("b lock\n"), 0o666))
	for range 2 {
		if now := load(); string(now) != "b lock\n" {
			t.Errorf("the lock is still %q", now)
		}
	}
	must(t, os.Remove(name))
	if now := load(); now != nil {
		t.Errorf("a lock that is gone is %q", now)
	}
}
