package watch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/google/go-cmp/cmp"
)

// deadline is how long a change may take on a busy machine before it counts
// as lost.
const deadline = 10 * time.Second

// site is a watched folder under test.
type site struct {
	*testing.T
	dir     string
	changes <-chan Change
	marker  int
}

func watched(t *testing.T, opts Options, files map[string]string) *site {
	t.Helper()
	s := &site{T: t, dir: filepath.Join(t.TempDir(), "site")}
	for _, dir := range []string{"content", "static", "templates", "themes", "public"} {
		s.mkdir(dir)
	}
	for p, text := range files {
		s.write(p, text)
	}
	s.watch(opts)
	return s
}

func (s *site) watch(opts Options) {
	s.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	changes, err := Watch(ctx, s.dir, opts)
	s.must(err)
	s.changes = changes
	s.Cleanup(func() {
		cancel()
		for range changes {
		}
	})
}

func (s *site) must(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

func (s *site) path(p string) string { return filepath.Join(s.dir, filepath.FromSlash(p)) }
func (s *site) mkdir(p string)       { s.Helper(); s.must(os.MkdirAll(s.path(p), 0o777)) }
func (s *site) remove(p string)      { s.Helper(); s.must(os.RemoveAll(s.path(p))) }

func (s *site) write(p, text string) {
	s.Helper()
	s.mkdir(filepath.Dir(p))
	s.must(os.WriteFile(s.path(p), []byte(text), 0o666))
}

func (s *site) rename(from, to string) {
	s.Helper()
	s.must(os.Rename(s.path(from), s.path(to)))
}

// wants fails unless exactly these paths are told, in one change or several.
// That nothing else is on its way is seen by a marker, which comes last.
func (s *site) wants(paths ...string) {
	s.Helper()
	s.marker++
	marker := fmt.Sprintf("static/marker-%d", s.marker)
	got := map[string]bool{}
	marked := len(paths) == 0
	if marked {
		s.write(marker, "x")
	}
	timeout := time.After(deadline)
	for !got[marker] {
		select {
		case c := <-s.changes:
			if !slices.IsSorted(c.Paths) || len(c.Paths) == 0 {
				s.Errorf("a change of %q", c.Paths)
			}
			for _, p := range c.Paths {
				got[p] = true
			}
		case <-timeout:
			s.Fatalf("after %v: told %v, want %v", deadline, got, paths)
		}
		if !marked && !slices.ContainsFunc(paths, func(p string) bool { return !got[p] }) {
			marked = true
			s.write(marker, "x")
		}
	}
	want := map[string]bool{marker: true}
	for _, p := range paths {
		want[p] = true
	}
	if d := cmp.Diff(want, got); d != "" {
		s.Error("told (-want +got):", d)
	}
}

// bothWays runs a test with events and by looking regularly.
func bothWays(t *testing.T, test func(t *testing.T, opts Options)) {
	t.Run("events", func(t *testing.T) {
		test(t, Options{Notice: func(text string) { t.Skip("no events here:", text) }})
	})
	t.Run("poll", func(t *testing.T) { test(t, Options{Poll: 10 * time.Millisecond}) })
}

func TestWaysOfSaving(t *testing.T) {
	tests := []struct {
		name string
		do   func(s *site)
		want []string
	}{
		{"truncate and write", func(s *site) { s.write("content/a.md", "changed") }, []string{"content/a.md"}},
		{"atomic", func(s *site) {
			s.write("content/.a.md.tmp", "changed")
			s.rename("content/.a.md.tmp", "content/a.md")
		}, []string{"content/a.md"}},
		{"vim", func(s *site) {
			s.write("content/4913", "")
			s.remove("content/4913")
			s.rename("content/a.md", "content/a.md~")
			s.write("content/a.md", "changed")
			s.remove("content/a.md~")
		}, []string{"content/a.md"}},
		{"many small writes", func(s *site) {
			f, err := os.Create(s.path("content/a.md"))
			s.must(err)
			for range 16 {
				_, err := f.WriteString(strings.Repeat("x", 1<<16))
				s.must(err)
			}
			s.must(f.Close())
		}, []string{"content/a.md"}},
		{"the same bytes", func(s *site) { s.write("content/a.md", "a") }, nil},
		{"other permissions", func(s *site) { s.must(os.Chmod(s.path("content/a.md"), 0o600)) }, nil},
		{"another time", func(s *site) { s.must(os.Chtimes(s.path("content/a.md"), time.Unix(1, 0), time.Unix(1, 0))) }, nil},
		{"an editor's files", func(s *site) { s.write("content/.#a.md", "x"); s.write("content/a.md.swp", "x") }, nil},
		{"emptied for good", func(s *site) { s.write("content/a.md", "") }, []string{"content/a.md"}},
		{"new and empty", func(s *site) { s.write("content/n.md", "") }, []string{"content/n.md"}},
		{"removed", func(s *site) { s.remove("content/a.md") }, []string{"content/a.md"}},
		{"renamed", func(s *site) { s.rename("content/a.md", "content/b.md") }, []string{"content/a.md", "content/b.md"}},
		{"folder and file at once", func(s *site) { s.write("content/new/deep/x.md", "x") }, []string{"content/new/deep/x.md"}},
		{"folder removed", func(s *site) { s.remove("content/sub") }, []string{"content/sub/c.md", "content/sub/d/e.md"}},
		{"top folder removed", func(s *site) { s.remove("themes"); s.remove("templates") }, nil},
		{"configuration", func(s *site) { s.write("dateline.toml", "title = \"x\"") }, []string{"dateline.toml"}},
		{"configuration, atomic", func(s *site) { s.write("x.tmp", "y"); s.rename("x.tmp", "actors.toml") }, []string{"actors.toml"}},
		{"our own writes", func(s *site) {
			s.write("public/a/index.html", "x")
			s.write("events.lock", "x")
			s.write("README.md", "x")
		}, nil},
		{"theme and template", func(s *site) { s.write("themes/x/a.css", "x"); s.write("templates/base.html", "x") }, []string{"templates/base.html", "themes/x/a.css"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			bothWays(t, func(t *testing.T, opts Options) {
				s := watched(t, opts, map[string]string{"content/a.md": "a", "content/sub/c.md": "c", "content/sub/d/e.md": "e", "content/empty.md": ""})
				test.do(s)
				s.wants(test.want...)
			})
		})
	}
}

func TestSavedAgainAndAgain(t *testing.T) {
	bothWays(t, func(t *testing.T, opts Options) {
		s := watched(t, opts, map[string]string{"dateline.toml": "0", "content/a.md": "0"})
		for i := range 3 {
			for _, p := range []string{"dateline.toml", "content/a.md"} {
				s.write(p+".tmp", fmt.Sprint("save ", i))
				s.rename(p+".tmp", p)
				s.wants(p)
			}
		}
	})
}

func TestRenamedFolderIsStillWatched(t *testing.T) {
	bothWays(t, func(t *testing.T, opts Options) {
		s := watched(t, opts, map[string]string{"content/old/deep/a.md": "a"})
		s.rename("content/old", "content/new")
		s.wants("content/old/deep/a.md", "content/new/deep/a.md")
		s.write("content/new/deep/a.md", "changed")
		s.wants("content/new/deep/a.md")
		s.write("content/old/deep/a.md", "another folder of the old name")
		s.write("content/new/deep/a.md", "changed again")
		s.wants("content/old/deep/a.md", "content/new/deep/a.md")
		s.remove("content/old")
		s.wants("content/old/deep/a.md")
		s.rename("content/new", "content/old")
		s.wants("content/old/deep/a.md", "content/new/deep/a.md")
		s.write("content/old/deep/b.md", "new")
		s.wants("content/old/deep/b.md")
	})
}

func TestLinkedFolders(t *testing.T) {
	bothWays(t, func(t *testing.T, opts Options) {
		s := watched(t, opts, map[string]string{"content/real/a.md": "a"})
		s.write("notes/n.md", "n")
		s.must(os.Symlink("../notes", s.path("content/link")))
		s.wants("content/link/n.md")
		s.write("notes/n.md", "changed")
		s.wants("content/link/n.md")
		s.must(os.Symlink("real", s.path("content/twin")))
		s.wants("content/twin/a.md")
		s.write("content/real/a.md", "changed")
		s.wants("content/real/a.md", "content/twin/a.md")
		s.must(os.Symlink("real", s.path("content/a-twin")))
		s.wants("content/a-twin/a.md")
		s.remove("content/twin")
		s.remove("content/a-twin")
		s.wants("content/twin/a.md", "content/a-twin/a.md")
		s.write("content/real/a.md", "changed again")
		s.wants("content/real/a.md")
		s.must(os.Symlink("..", s.path("content/real/round")))
		s.must(os.Symlink(s.TempDir(), s.path("content/out")))
		s.wants()
	})
}

func TestSiteRemovedAndMadeAgain(t *testing.T) {
	bothWays(t, func(t *testing.T, opts Options) {
		s := watched(t, opts, map[string]string{"content/a.md": "a", "dateline.toml": "x"})
		s.must(os.RemoveAll(s.dir))
		gone := map[string]bool{}
		for timeout := time.After(deadline); len(gone) < 2; {
			select {
			case c := <-s.changes:
				for _, p := range c.Paths {
					gone[p] = true
				}
			case <-timeout:
				t.Fatal("told only", gone)
			}
		}
		s.write("content/a.md", "back")
		s.mkdir("static")
		s.wants("content/a.md")
		s.write("content/a.md", "changed")
		s.wants("content/a.md")
	})
}

func TestOverflow(t *testing.T) {
	s := watched(t, Options{}, nil)
	// What the system says when its queue was full, in the place of the
	// events that were lost.
	m, st := newMarks(), newState(s.dir, nil)
	w := &fsnotify.Watcher{Events: make(chan fsnotify.Event), Errors: make(chan error)}
	go m.collect(w, st)
	st.look(everything)
	s.write("content/lost.md", "x")
	w.Errors <- fsnotify.ErrEventOverflow
	<-m.more
	close(w.Events)
	changed, _ := st.look(m.take())
	if d := cmp.Diff([]string{"content/lost.md"}, changed); d != "" {
		t.Error(d)
	}
}

func TestManyFilesAtOnce(t *testing.T) {
	s := watched(t, Options{}, nil)
	var want []string
	for i := range 3000 {
		p := fmt.Sprintf("content/d%02d/%04d.md", i%30, i)
		s.write(p, "x")
		want = append(want, p)
	}
	s.wants(want...)
}

func TestBurstIsOneChange(t *testing.T) {
	s := watched(t, Options{Quiet: 300 * time.Millisecond, Longest: deadline}, nil)
	var want []string
	for i := range 20 {
		p := fmt.Sprintf("content/%02d.md", i)
		s.write(p, "x")
		want = append(want, p)
	}
	select {
	case c := <-s.changes:
		if d := cmp.Diff(want, c.Paths); d != "" {
			t.Error(d)
		}
	case <-time.After(deadline):
		t.Fatal("lost")
	}
}

// A change while nobody receives is told when somebody does, with the others.
func TestNothingIsLostDuringABuild(t *testing.T) {
	s := watched(t, Options{}, nil)
	s.write("content/a.md", "1")
	<-s.changes // the build begins; what follows comes while it runs
	for i := range 200 {
		s.write(fmt.Sprintf("content/%03d.md", i), "x")
	}
	got := map[string]bool{}
	for timeout := time.After(deadline); len(got) < 200; {
		select {
		case c := <-s.changes:
			for _, p := range c.Paths {
				got[p] = true
			}
		case <-timeout:
			t.Fatalf("told %d of 200", len(got))
		}
	}
}

// The wait is cut at Longest, however long the events go on.
func TestLongest(t *testing.T) {
	r := newRest(time.Hour, time.Millisecond)
	r.event()
	select {
	case <-r.over():
	case <-time.After(deadline):
		t.Error("waits for quiet beyond the longest time")
	}
}

func TestFallsBackToLooking(t *testing.T) {
	s := watched(t, Options{}, map[string]string{"content/a.md": "a"})
	var notices []string
	w := &watcher{state: newState(s.dir, nil), opts: Options{Quiet: time.Millisecond, Longest: time.Millisecond, Notice: func(text string) { notices = append(notices, text) }}, out: make(chan Change), marks: newMarks()}
	events, err := fsnotify.NewWatcher()
	s.must(err)
	w.events = events
	w.state.watch = func(string) error { return errors.New("no space left on device") }
	w.state.unwatch = w.state.watch
	w.state.look(everything)
	if w.state.watchError == nil {
		t.Fatal("the refusal was not noticed")
	}
	w.giveUp("the system gives no more events")
	w.opts.Poll = 5 * time.Millisecond
	ctx, cancel := context.WithCancel(t.Context())
	go w.run(ctx)
	s.write("content/a.md", "changed")
	if c := <-w.out; cmp.Diff([]string{"content/a.md"}, c.Paths) != "" || len(notices) != 1 || !strings.Contains(notices[0], "looking at the files every half second") {
		t.Errorf("told %v, notices %q", c, notices)
	}
	cancel()
	for range w.out {
	}
}

func TestChannelIsClosed(t *testing.T) {
	s := watched(t, Options{}, nil)
	ctx, cancel := context.WithCancel(t.Context())
	changes, err := Watch(ctx, s.dir, Options{})
	s.must(err)
	cancel()
	for range changes {
	}
	if _, err := Watch(t.Context(), filepath.Join(s.dir, "nowhere"), Options{}); err == nil {
		t.Error("watches what is not there")
	}
}

func BenchmarkSaveToChange(b *testing.B) {
	dir := b.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "content"), 0o777); err != nil {
		b.Fatal(err)
	}
	for i := range 1000 {
		os.WriteFile(filepath.Join(dir, "content", fmt.Sprint(i, ".md")), []byte("x"), 0o666)
	}
	changes, err := Watch(b.Context(), dir, Options{})
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	for b.Loop() {
		n++
		os.WriteFile(filepath.Join(dir, "content", "7.md"), fmt.Append(nil, n), 0o666)
		<-changes
	}
}
