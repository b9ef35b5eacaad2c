package build

import (
	"errors"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-ssg/dateline/internal/source"
)

// shelf is pages as a run drew them, by path and key.
type shelf map[string][]byte

func (s shelf) put(t *testing.T, out *Output) {
	t.Helper()
	for _, p := range out.Pages {
		b, err := p.Draw()
		if err != nil {
			t.Fatal(err)
		}
		s[p.Path+" "+p.Key] = b
	}
}

func (s shelf) find(path, key string) func() ([]byte, error) {
	if _, ok := s[path+" "+key]; !ok {
		return nil
	}
	return func() ([]byte, error) {
		if b, ok := s[path+" "+key]; ok {
			return slices.Clone(b), nil
		}
		return nil, errors.New("gone")
	}
}

// TestKept: a preview that finds all pages as the last build published them opens nothing,
// and shows what one shows that knows nothing: at its start, after words that tell nothing,
// after something was told, and where what it found is there no more.
func TestKept(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 3))
	files := toldMuch(r)
	var lock []byte
	load := func() Input {
		var list []source.File
		for _, name := range slices.Sorted(maps.Keys(files)) {
			list = append(list, file(name, files[name]))
		}
		in := input(t, list)
		in.Lock = source.File{Path: "events.lock", Bytes: lock}
		return in
	}
	memo, kept, preview := remembering(), shelf{}, &Past{}
	built := mustRun(t, load(), Options{Memo: memo})
	lock = built.Lock
	kept.put(t, built)
	show := func(what string, all bool) {
		t.Helper()
		in := load()
		out := mustRun(t, in, Options{Memo: memo, Past: preview, Kept: kept.find})
		if opened := out.Chronology != nil; opened != all {
			t.Errorf("%s: all was opened: %v, want %v", what, opened, all)
		}
		if diff := cmp.Diff(drawn(t, mustRun(t, in, Options{})), drawn(t, out)); diff != "" {
			t.Fatalf("%s: %s", what, diff)
		}
	}
	opened := memo.hit
	show("at the start", false)
	if memo.hit != opened {
		t.Errorf("%d readings were opened for what is kept", memo.hit-opened)
	}
	change(r, files, "a2.md", 0, true)
	show("a word that tells nothing", false)
	clear(kept)
	show("what was kept is gone", false)
	change(r, files, "a1.md", 1, false)
	show("something is told", true)
	change(r, files, "a3.md", 2, true)
	show("another word, and all is open", true)

	preview = &Past{}
	lock = mustRun(t, load(), Options{Memo: memo}).Lock
	kept.put(t, built)
	show("not all is kept", true)
}
