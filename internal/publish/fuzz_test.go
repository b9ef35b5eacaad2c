package publish

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The law: what can be read is printed again in the same bytes, so nothing
// can be added to a manifest unseen, and every path in it is safe.
func FuzzManifest(f *testing.F) {
	f.Add(printManifest(nil))
	f.Add(printManifest(map[string]entry{"index.html": {"0af3", 12}, "a b/ü": {"", 0}, "k": {"odd key \n", 3}}))
	f.Add([]byte(manifestHead + "\nk 1 ../x\nend 1\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := parseManifest(b)
		if err != nil {
			return
		}
		if again := printManifest(m); !bytes.Equal(again, b) {
			t.Errorf("%q was read, but is printed as %q", b, again)
		}
		for p := range m {
			if badPath(p) != "" {
				t.Errorf("let %q in", p)
			}
		}
	})
}

// The same for the journal; and no part of one is taken for a whole.
func FuzzJournal(f *testing.F) {
	whole := printJournal([]step{{remove, 7, "a"}, {create, 0, "b/c d"}, {replace, 9, manifestName}})
	f.Add(whole)
	f.Add(whole[:len(whole)-1])
	f.Fuzz(func(t *testing.T, b []byte) {
		steps, err := parseJournal(b)
		if err != nil {
			return
		}
		if again := printJournal(steps); !bytes.Equal(again, b) {
			t.Errorf("%q was read, but is printed as %q", b, again)
		}
		for i := range b {
			if _, err := parseJournal(b[:i]); err == nil {
				t.Fatalf("the first %d of %d bytes were taken for a journal", i, len(b))
			}
		}
	})
}

func TestBrokenManifest(t *testing.T) {
	whole := string(printManifest(map[string]entry{"a": {"k", 1}, "b": {"k", 2}}))
	tests := []struct{ name, text, want string }{
		{"cut", strings.TrimSuffix(whole, "end 2\n"), ":4:1: the manifest is cut short"},
		{"a line lost", strings.Replace(whole, "k 1 a\n", "", 1), ":3:1: the number of files is wrong"},
		{"conflict markers", strings.Replace(whole, "k 1 a\n", "<<<<<<< HEAD\nk 1 a\n", 1), ":2:1: not a line of a manifest"},
		{"escaping", strings.Replace(whole, " a\n", " ../a\n", 1), ":2:1: not a line of a manifest"},
		{"foreign", "hello\n", ":1:1: not a manifest of this version"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			put(t, dir, files{manifestName: test.text, "a": "1"})
			_, err := Sync(t.Context(), dir, pages(files{"a": "2"}), Options{})
			want := filepath.Join(dir, manifestName) + test.want
			if err == nil || !strings.HasPrefix(err.Error(), want) || !strings.Contains(err.Error(), "delete the folder") {
				t.Errorf("got %v, want %s…", err, want)
			}
		})
	}
}

func BenchmarkNoChange(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "public")
	tree := files{}
	for i := range 10_000 {
		tree[fmt.Sprintf("events/%05d/index.html", i)] = strings.Repeat("x", 100)
	}
	ps := pages(tree)
	if _, err := Sync(b.Context(), dir, ps, Options{}); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if r, err := Sync(b.Context(), dir, ps, Options{}); err != nil || r.Written != 0 {
			b.Fatal(r, err)
		}
	}
}

func BenchmarkFirst(b *testing.B) {
	tree := files{}
	for i := range 10_000 {
		tree[fmt.Sprintf("events/%05d/index.html", i)] = strings.Repeat("x", 8000)
	}
	ps := pages(tree)
	dir := filepath.Join(b.TempDir(), "public")
	for b.Loop() {
		if _, err := Sync(b.Context(), dir, ps, Options{}); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		os.RemoveAll(dir)
		b.StartTimer()
	}
}
