package build

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	dateline "github.com/dateline-ssg/dateline"
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/source"
	"github.com/dateline-ssg/dateline/internal/theme"
)

// memory is a memo that counts what it was asked.
type memory struct {
	mu        sync.Mutex
	kept      map[string][]byte
	notes     map[string][]byte
	hit, miss int
}

func remembering() *memory { return &memory{kept: map[string][]byte{}, notes: map[string][]byte{}} }

func (m *memory) Recall(name string, use func([]byte)) bool {
	b := slices.Clone(m.notes[name])
	if b != nil {
		use(b)
		clear(b)
	}
	return b != nil
}

func (m *memory) Hold(key string) bool { return m.kept[key] != nil }

func (m *memory) Note(name string, value ...[]byte) { m.notes[name] = slices.Concat(value...) }

func (m *memory) Get(key string, use func([]byte)) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	b, ok := m.kept[key]
	if ok {
		m.hit++
	} else {
		m.miss++
	}
	if ok {
		b = slices.Clone(b)
		use(b)
		clear(b)
	}
	return ok
}

func (m *memory) Put(key string, b []byte) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.kept[key] = b
}

func file(name, text string) source.File {
	return source.File{Path: "content/" + name, Bytes: []byte(text)}
}

// content tells one event twice, has a table, a draft, and a file with an
// error.
func content() []source.File {
	return []source.File{
		file("bad.md", "---\ntitle: Bad\ndate: 31 June 2025\n---\nText.\n"),
		file("courier.md", "---\ntitle: Fish\ndate: 2025-09-06\nsource: The Courier\n---\nOn 3 September Norway and Finland signed a treaty on fishing in Oslo.\n"),
		file("draft.md", "---\ntitle: Draft\ndate: 2025-09-06\ndraft: true\n---\nSweden joined the treaty on Thursday.\n"),
		file("gazette.md", "---\ntitle: A treaty\ndate: 2025-09-05\nsource: The Gazette\n---\nMinisters of Norway and Finland signed a fishing treaty in Oslo on Wednesday.\n"),
		file("table.csv", "date,headline,type,actors\n2025-10-01,Treaty takes effect,agreement,Norway;Finland\n"),
	}
}

func input(t *testing.T, files []source.File) Input {
	t.Helper()
	c := site.Default()
	c.Title, c.BaseURL = "Test", "https://example.org/x/"
	in := Input{Config: c, Version: "test"}
	for _, f := range files {
		in.Content = append(in.Content, Held(f))
	}
	for _, dir := range []string{"themes/" + c.Theme, "templates"} {
		layer := theme.Layer{Name: dir, Files: map[string][]byte{}}
		err := fs.WalkDir(dateline.Assets, dir, func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			b, err := dateline.Assets.ReadFile(p)
			layer.Files[strings.TrimPrefix(p, dir+"/")] = b
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		in.Layers = append(in.Layers, layer)
	}
	return in
}

// drawn is every page of an output, by path.
func drawn(t *testing.T, out *Output) map[string]string {
	t.Helper()
	pages := map[string]string{}
	for _, p := range out.Pages {
		b, err := p.Draw()
		if err != nil {
			t.Fatal(err)
		}
		pages[p.Path] = p.Key + "\n" + string(b)
	}
	return pages
}

func mustRun(t *testing.T, in Input, opts Options) *Output {
	t.Helper()
	out, err := Run(t.Context(), in, opts)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestRun(t *testing.T) {
	out := mustRun(t, input(t, content()), Options{})
	if out.Articles != 3 || out.Events != 2 {
		t.Errorf("%d articles and %d events, want 3 and 2", out.Articles, out.Events)
	}
	if !slices.IsSortedFunc(out.Pages, func(a, b site.Page) int { return strings.Compare(a.Path, b.Path) }) {
		t.Error("pages are not in order")
	}
	var said []string
	for _, d := range out.Diagnostics {
		said = append(said, fmt.Sprintf("%s:%d:%d %s", d.File, d.Pos.Line, d.Pos.Col, d.Level))
	}
	if !slices.Contains(said, "content/bad.md:3:7 error") {
		t.Errorf("diagnostics are %v", said)
	}
	if !bytes.Contains(out.Lock, []byte("2025-09-03-")) {
		t.Errorf("the lock is %q", out.Lock)
	}
	in := input(t, content())
	in.Drafts = true
	if out := mustRun(t, in, Options{}); out.Articles != 4 {
		t.Errorf("with drafts %d articles, want 4", out.Articles)
	}
}

// TestWarmEqualsCold holds the law of the memo: what it remembers is what
// would be read again, and only what changed is read.
func TestWarmEqualsCold(t *testing.T) {
	files := content()
	memo := remembering()
	cold := drawn(t, mustRun(t, input(t, files), Options{}))
	for range 2 {
		if diff := cmp.Diff(cold, drawn(t, mustRun(t, input(t, files), Options{Memo: memo}))); diff != "" {
			t.Fatal(diff)
		}
	}
	if memo.miss != len(files) {
		t.Errorf("%d files were read, want each of %d once", memo.miss, len(files))
	}
	files[1].Bytes = bytes.Replace(files[1].Bytes, []byte("Oslo"), []byte("Bergen"), 1)
	warm := drawn(t, mustRun(t, input(t, files), Options{Memo: memo}))
	if memo.miss != len(files)+1 {
		t.Errorf("%d files were read again, want 1", memo.miss-len(files))
	}
	if diff := cmp.Diff(drawn(t, mustRun(t, input(t, files), Options{})), warm); diff != "" {
		t.Error(diff)
	}
}

// TestKey: a reading is kept under all that it depends on.
func TestKey(t *testing.T) {
	base := Reader{Version: "1", Language: "en", Extract: true, Gazetteer: actor.Default()}
	f := file("a.md", "text")
	key := func(r Reader, f source.File) string { return r.key(f.Path, Digest(f.Bytes)) }
	keys := map[string]string{key(base, f): "base"}
	for name, change := range map[string]func(*Reader, *source.File){
		"version":  func(r *Reader, f *source.File) { r.Version = "2" },
		"language": func(r *Reader, f *source.File) { r.Language = "ru" },
		"extract":  func(r *Reader, f *source.File) { r.Extract = false },
		"actors":   func(r *Reader, f *source.File) { r.Actors = []byte("x") },
		"path":     func(r *Reader, f *source.File) { f.Path = "content/b.md" },
		"bytes":    func(r *Reader, f *source.File) { f.Bytes = []byte("texts") },
	} {
		r, g := base, f
		change(&r, &g)
		if other, ok := keys[key(r, g)]; ok {
			t.Errorf("%s has the key of %s", name, other)
		}
		keys[key(r, g)] = name
	}
}

// TestClash: two files at one address leave nothing to publish.
func TestClash(t *testing.T) {
	in := input(t, content())
	in.Static = []Asset{{Path: "index.html", Key: "1", Read: func() ([]byte, error) { return nil, nil }}}
	_, err := Run(t.Context(), in, Options{})
	if err == nil || !strings.Contains(err.Error(), "static/index.html: ") {
		t.Errorf("got %v", err)
	}
}

// TestAnyHistory: whatever was written, changed, renamed or removed before, a
// run with a memo and a past gives the pages, the diagnostics and the lock of
// one that knows nothing but the lock.
func TestAnyHistory(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	states := []string{"Norway", "Finland", "Sweden", "Denmark", "Iceland", "Estonia", "Latvia"}
	acts := []string{"signed a treaty with", "imposed tariffs on", "held talks with", "lifted sanctions on", "accused", "sent aid to"}
	outlets := []string{"The Gazette", "The Courier", "Harbour News"}
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	sentence := func() string {
		return fmt.Sprintf("On %d %s 2025 %s %s %s in Oslo.", 1+r.IntN(28), pick([]string{"March", "April", "May"}), pick(states), pick(acts), pick(states))
	}
	files := map[string]string{}
	write := func(name string) {
		body := ""
		for range 1 + r.IntN(5) {
			body += sentence() + " It was raining. "
		}
		files[name] = fmt.Sprintf("---\ntitle: %s\ndate: 2025-06-%02d\nsource: %s\n---\n%s\n", strings.TrimSuffix(name, ".md"), 1+r.IntN(28), pick(outlets), body)
	}
	for i := range 12 {
		write(fmt.Sprintf("a%d.md", i))
	}
	memo, past, lock := remembering(), &Past{}, []byte(nil)
	for step := range 13 {
		names := slices.Sorted(maps.Keys(files))
		name := pick(names)
		switch step % 6 {
		case 1, 2:
			files[name] = strings.Replace(files[name], "It was raining.", sentence(), 1)
		case 3:
			files["b-"+name] = files[name]
			delete(files, name)
		case 4:
			delete(files, name)
		case 5:
			write(fmt.Sprintf("n%d.md", step))
			files["a0.md"] = strings.TrimSpace(files["a0.md"]) + " It was dry again.\n" // tells nothing
		}
		var list []source.File
		for _, name := range slices.Sorted(maps.Keys(files)) {
			list = append(list, file(name, files[name]))
		}
		in := input(t, list)
		in.Lock = source.File{Path: "events.lock", Bytes: lock}
		warm := mustRun(t, in, Options{Memo: memo, Past: past})
		cold := mustRun(t, in, Options{})
		if diff := cmp.Diff(drawn(t, cold), drawn(t, warm)); diff != "" {
			t.Fatalf("step %d: %s", step, diff)
		}
		if diff := cmp.Diff(cold.Diagnostics, warm.Diagnostics); diff != "" || !bytes.Equal(cold.Lock, warm.Lock) || cold.Sum() != warm.Sum() {
			t.Fatalf("step %d: %s\n%s\n%s", step, diff, cold.Lock, warm.Lock)
		}
		lock = warm.Lock
		// What was built once is built by that lock too: else nothing could be
		// left unbuilt because its input is that of the last build.
		in.Lock.Bytes = lock
		again := mustRun(t, in, Options{Past: past, Memo: memo})
		if diff := cmp.Diff(drawn(t, cold), drawn(t, again)); diff != "" || !bytes.Equal(lock, again.Lock) {
			t.Fatalf("step %d, with the new lock: %s", step, diff)
		}
		if again.Sum() != warm.Sum() || in.Sum() != warm.Sum() {
			t.Fatalf("step %d: the sum of the input is not the one that the build foretold", step)
		}
		// Another process goes on from what this one kept, or one before it, or
		// from something that is no archive.
		if step%3 > 0 {
			past.Keep()
		}
		other := &Past{}
		for _, opts := range []Options{{Memo: damaged(memo, r)}, {Memo: memo}, {Memo: memo, Past: other}} {
			if diff := cmp.Diff(drawn(t, cold), drawn(t, mustRun(t, in, opts))); diff != "" {
				t.Fatalf("step %d, in another process: %s", step, diff)
			}
		}
		if step%2 == 0 {
			other.Prepare()
		}
		past = other
	}
}

// damaged is a memo whose notes have lost or changed some bytes.
func damaged(m *memory, r *rand.Rand) *memory {
	out := &memory{kept: m.kept, notes: map[string][]byte{}}
	for name, b := range m.notes {
		if r.IntN(2) == 0 {
			out.notes[name] = b[:r.IntN(len(b))]
			continue
		}
		b = slices.Clone(b)
		b[r.IntN(min(len(b), 60))] ^= 1 << r.IntN(8)
		out.notes[name] = b
	}
	return out
}
