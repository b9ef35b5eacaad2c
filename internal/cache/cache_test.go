package cache

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func open(t testing.TB, dir string) *Cache {
	t.Helper()
	c, err := Open(dir)
	must(t, err)
	return c
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// fill keeps one entry for each key, whose value is the key in capitals.
func fill(t testing.TB, dir string, keys ...string) {
	t.Helper()
	c := open(t, dir)
	for _, k := range keys {
		c.Put(k, []byte(strings.ToUpper(k)))
	}
	must(t, c.Close())
}

func TestKept(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "there")
	fill(t, dir, "a", "b", "")
	c := open(t, dir)
	for _, k := range []string{"a", "b", ""} {
		if b, ok := get(c, k); !ok || string(b) != strings.ToUpper(k) {
			t.Errorf("Get(%q) = %q, %v", k, b, ok)
		}
	}
	if _, ok := get(c, "c"); ok || c.Warning != "" {
		t.Errorf("found what was never put, or warned %q", c.Warning)
	}
	c.Put("c", []byte("new"))
	if b, ok := get(c, "c"); !ok || string(b) != "new" {
		t.Error("what was put is not found in the same run")
	}
}

func TestOnlyWhatWasUsedIsKept(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, "a", "b", "c")
	c := open(t, dir)
	get(c, "a")
	c.Put("d", []byte("D"))
	must(t, c.Close())
	c = open(t, dir)
	for k, want := range map[string]bool{"a": true, "b": false, "c": false, "d": true} {
		if _, ok := get(c, k); ok != want {
			t.Errorf("%s kept: %v, want %v", k, ok, want)
		}
	}
}

func TestNothingNewIsNotWritten(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, "a", "b")
	before, err := os.ReadFile(filepath.Join(dir, fileName))
	must(t, err)
	c := open(t, dir)
	get(c, "a")
	get(c, "b")
	must(t, c.Close())
	if after, _ := os.ReadFile(filepath.Join(dir, fileName)); !bytes.Equal(before, after) {
		t.Error("the file was written again")
	}
}

// Whatever is done to the file, no wrong value comes out and the next run is
// well again.
func TestDamaged(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, "a", "b")
	name := filepath.Join(dir, fileName)
	whole, err := os.ReadFile(name)
	must(t, err)
	check := func(what string, b []byte) {
		must(t, os.WriteFile(name, b, 0o600))
		c := open(t, dir)
		lost := 0
		for _, k := range []string{"a", "b"} {
			got, ok := get(c, k)
			if !ok {
				lost++
			} else if string(got) != strings.ToUpper(k) {
				t.Fatalf("%s: Get(%q) = %q", what, k, got)
			}
		}
		if lost == 2 && c.Warning == "" && len(b) > len(packHead) {
			t.Errorf("%s: no word of it", what)
		}
		c.Put("a", []byte("A"))
		must(t, c.Close())
		c = open(t, dir)
		if got, ok := get(c, "a"); !ok || string(got) != "A" || c.Warning != "" {
			t.Errorf("%s: not mended: %q %v %s", what, got, ok, c.Warning)
		}
		must(t, c.Close())
	}
	for i := range whole {
		b := bytes.Clone(whole)
		b[i] ^= 0x40
		check(fmt.Sprintf("byte %d of %d", i, len(whole)), b)
		check(fmt.Sprintf("cut at %d", i), whole[:i])
	}
	check("foreign", []byte("SQLite format 3"))
}

// A run that is killed leaves what it had put, whole, for the next one.
func TestStopped(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, "a")
	c := open(t, dir)
	c.Put("b", []byte("B"))
	c.Put("c", []byte("C"))
	c.file.Close() // as a kill does
	name := filepath.Join(dir, fileName)
	b, err := os.ReadFile(name)
	must(t, err)
	for cut, want := range map[int]string{0: "ABC", 1: "AB", recordSize: "AB", recordSize + 2: "AB"} {
		must(t, os.WriteFile(name, b[:len(b)-cut], 0o600))
		c := open(t, dir)
		found := ""
		for _, k := range []string{"a", "b", "c"} {
			v, _ := get(c, k)
			found += string(v)
		}
		if found != want || (c.Warning != "") != (cut != 0 && cut != recordSize+2) {
			t.Errorf("cut by %d: found %s, want %s; warned %q", cut, found, want, c.Warning)
		}
		must(t, c.Close())
	}
}

// TestPacked: a file that is mostly of no use is written anew, and every value
// that the run used is in it.
func TestPacked(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, fileName)
	value := func(run, i int) []byte { return bytes.Repeat([]byte{byte(run), byte(i)}, 500) }
	largest := int64(0)
	for run := range 20 {
		c := open(t, dir)
		for i := range 20 {
			key := fmt.Sprint(i)
			if i < 10 {
				key = fmt.Sprint(run, "-", i)
			}
			if _, ok := get(c, key); !ok {
				c.Put(key, value(run, i))
			}
		}
		must(t, c.Close())
		at, err := os.Stat(name)
		must(t, err)
		largest = max(largest, at.Size())
	}
	if largest > 3*20*1100 {
		t.Errorf("the file grew to %d bytes", largest)
	}
	c := open(t, dir)
	for i := range 10 {
		if b, ok := get(c, fmt.Sprint(i+10)); !ok || !bytes.Equal(b, value(0, i+10)) {
			t.Errorf("%d is lost or changed", i+10)
		}
		if b, ok := get(c, fmt.Sprint(19, "-", i)); !ok || !bytes.Equal(b, value(19, i)) {
			t.Errorf("19-%d is lost or changed", i)
		}
	}
}

func TestWarningNamesTheFile(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, fileName)
	must(t, os.WriteFile(name, []byte("hello"), 0o600))
	want := name + ": the cache is of another version or not Dateline's; what is lost of it is made again, this once"
	if c := open(t, dir); c.Warning != want {
		t.Errorf("got %q, want %q", c.Warning, want)
	}
}

func TestNilCache(t *testing.T) {
	var c *Cache
	c.Put("a", nil)
	if _, ok := get(c, "a"); ok || c.Close() != nil {
		t.Error("a nil cache is not empty")
	}
}

func TestManyAtOnce(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, "kept")
	var wg sync.WaitGroup
	for p := range 4 { // as four processes would
		wg.Go(func() {
			c, err := Open(dir)
			if err != nil {
				t.Error(err)
				return
			}
			var each sync.WaitGroup
			for i := range 50 {
				each.Go(func() {
					get(c, "kept")
					c.Put(fmt.Sprint("p", p, "-", i), []byte("x"))
				})
			}
			each.Wait()
			if err := c.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	c := open(t, dir)
	if c.Warning != "" || len(c.kept) < 50 {
		t.Errorf("warning %q, %d entries", c.Warning, len(c.kept))
	}
	entries, _ := os.ReadDir(dir)
	if len(entries) != 1 {
		t.Errorf("left over: %v", entries)
	}
}

func TestDir(t *testing.T) {
	home := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", home)
	a, err := Dir("/a/site")
	must(t, err)
	b, err := Dir("/another/site")
	must(t, err)
	if a == b || filepath.Dir(a) != filepath.Join(home, "dateline") {
		t.Errorf("%s and %s", a, b)
	}
	site := filepath.Join(t.TempDir(), "site")
	must(t, os.Mkdir(site, 0o777))
	link := filepath.Join(t.TempDir(), "link")
	must(t, os.Symlink(site, link))
	direct, _ := Dir(site)
	if through, _ := Dir(link); through != direct {
		t.Error("a link to the site has another cache")
	}
}

func TestClean(t *testing.T) {
	dir := t.TempDir()
	must(t, Clean(filepath.Join(dir, "none")))
	fill(t, dir, "a")
	must(t, os.WriteFile(filepath.Join(dir, "foreign"), nil, 0o600))
	must(t, Clean(dir))
	if _, ok := get(open(t, dir), "a"); ok {
		t.Error("not cleaned")
	}
	if _, err := os.Stat(filepath.Join(dir, "foreign")); err != nil {
		t.Error("a foreign file was removed")
	}
}

// The law: what is read from any bytes is found where it says, or not at all.
func FuzzIndex(f *testing.F) {
	b := index(1000, []string{"key", ""}, func(string) place { return place{30, 5, 7} })
	f.Add(b[recordSize:len(b)-footSize], int64(1000))
	f.Fuzz(func(t *testing.T, index []byte, limit int64) {
		places, err := parseIndex(index, limit)
		if err != nil {
			return
		}
		for k, at := range places {
			if at.offset < 0 || at.length(k) < 0 || at.offset+at.length(k) > limit || at.offset+at.length(k) < 0 {
				t.Errorf("%q lies outside: %+v", k, at)
			}
		}
	})
}

func BenchmarkOpenAndGet(b *testing.B) {
	dir := b.TempDir()
	c := open(b, dir)
	for i := range 10_000 {
		c.Put(fmt.Sprintf("%032x", i), bytes.Repeat([]byte{byte(i)}, 4000))
	}
	must(b, c.Close())
	for b.Loop() {
		c := open(b, dir)
		for i := range 10_000 {
			if _, ok := get(c, fmt.Sprintf("%032x", i)); !ok {
				b.Fatal("lost")
			}
		}
		must(b, c.Close())
	}
}

// TestNote: a note is what was noted under its name, or nothing.
func TestNote(t *testing.T) {
	dir := t.TempDir()
	if err := Note(dir, "a", []byte("value")); err != nil {
		t.Fatal(err)
	}
	if got := Recall(dir, "a"); string(got) != "value" {
		t.Errorf("recalled %q", got)
	}
	name := filepath.Join(dir, notePrefix+"a")
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for what, damaged := range map[string][]byte{"a changed byte": append(b[:len(b)-1:len(b)-1], 'E'), "a cut file": b[:len(b)-2], "an empty file": nil} {
		if err := os.WriteFile(name, damaged, 0o666); err != nil {
			t.Fatal(err)
		}
		if got := Recall(dir, "a"); got != nil {
			t.Errorf("%s is recalled as %q", what, got)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, notePrefix+"b"), b, 0o666); err != nil {
		t.Fatal(err)
	}
	if got := Recall(dir, "b"); got != nil {
		t.Errorf("a note is recalled under another name: %q", got)
	}
	if err := Clean(dir); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
}

// get is a value that is kept, as another call finds it.
func get(c *Cache, key string) (value []byte, ok bool) {
	ok = c.Get(key, func(b []byte) { value = bytes.Clone(b) })
	return value, ok
}
