package project

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReplaceEdits(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "edits.toml")
	if err := os.Mkdir(filepath.Join(dir, "content"), 0o755); err != nil {
		t.Fatal(err)
	}
	write := func(now string) error {
		was, err := Edits(dir)
		if err != nil {
			t.Fatal(err)
		}
		return ReplaceEdits(dir, was, []byte(now))
	}
	holds := func(want string) {
		t.Helper()
		if b, _ := os.ReadFile(path); string(b) != want {
			t.Errorf("edits.toml holds %q, want %q", b, want)
		}
	}
	if err := write("one"); err != nil {
		t.Fatal(err)
	}
	holds("one")
	// Permissions are the user's.
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := write("two"); err != nil {
		t.Fatal(err)
	}
	holds("two")
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("permissions %v", info.Mode())
	}
	// What was saved meanwhile stays.
	was, _ := Edits(dir)
	if err := os.WriteFile(path, []byte("theirs"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := ReplaceEdits(dir, was, []byte("three")); err == nil || !strings.Contains(err.Error(), "edits.toml: the file was saved by somebody else in this moment; do it again") {
		t.Errorf("%v", err)
	}
	holds("theirs")
	// A link is written through where it stays in the site, else refused.
	if err := os.Rename(path, filepath.Join(dir, "real.toml")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real.toml", path); err != nil {
		t.Skip("no links here")
	}
	if err := write("four"); err != nil {
		t.Fatal(err)
	}
	holds("four")
	if at, err := os.Readlink(path); err != nil || at != "real.toml" {
		t.Errorf("the link became %q", at)
	}
	os.Remove(filepath.Join(dir, "real.toml"))
	if err := write("five"); err == nil || !strings.Contains(err.Error(), "leads nowhere") {
		t.Errorf("%v", err)
	}
}
