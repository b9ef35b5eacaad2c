package build

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

// demo are the mentions of the demo's articles.
func demo(t *testing.T) []*event.Mention {
	t.Helper()
	r := Reader{Language: "en", Extract: true, Gazetteer: actor.Default()}
	root := filepath.Join("..", "..")
	var out []*event.Mention
	err := filepath.WalkDir(filepath.Join(root, "content"), func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, p)
		reading := r.Read(Held(source.File{Path: filepath.ToSlash(name), Bytes: b}))
		for i := range reading.Mentions {
			out = append(out, &reading.Mentions[i])
		}
		return err
	})
	if err != nil || len(out) < 100 {
		t.Fatal(len(out), err)
	}
	return out
}

// telling says which telling a mention is, whatever is edited of it: Rule
// carries its number.
func telling(m *event.Mention) string { return m.Rule }

// editDemo changes one thing, and says what.
func editDemo(r *rand.Rand, ms []*event.Mention, n int) ([]*event.Mention, string) {
	m := ms[r.IntN(len(ms))]
	reword := func(s string) string {
		ws := strings.Fields(s)
		if len(ws) > 6 {
			ws[2+r.IntN(len(ws)-3)] = "indeed"
		} else {
			ws = append(ws, "indeed") // the same words elsewhere could be either telling
		}
		return strings.Join(ws, " ")
	}
	switch r.IntN(7) {
	case 0:
		fresh := *m
		fresh.Doc, fresh.ID, fresh.Rule = fmt.Sprintf("content/new-%d.md", n), "m1", fmt.Sprint("new ", n)
		fresh.Fingerprint, fresh.Outlet = fmt.Sprintf("%016x", r.Uint64()), "Another Paper"
		fresh.Quote, fresh.Text = reword(m.Quote), reword(m.Text)
		return append(ms, &fresh), "an article that tells again: " + m.Headline
	case 1:
		m.Date, m.Precision = fmt.Sprintf("2025-%02d-%02d", 1+r.IntN(12), 1+r.IntN(28)), "day"
		return ms, "another date: " + m.Headline
	case 2:
		m.Type = []string{"meeting", "statement", "deal", "other", "visit"}[r.IntN(5)]
		return ms, "another type: " + m.Headline
	case 3:
		m.Headline = "Indeed " + m.Headline
		if len(m.Actors) > 1 {
			m.Actors = m.Actors[:len(m.Actors)-1]
		}
		return ms, "another headline, an actor less: " + m.Headline
	case 4:
		m.Quote, m.Text = reword(m.Quote), reword(m.Text)
		return ms, "reworded: " + m.Headline
	case 5:
		old := m.Doc
		for _, x := range ms {
			if x.Doc == old {
				x.Doc = fmt.Sprintf("content/renamed-%d.md", n)
			}
		}
		return ms, "renamed: " + old
	}
	r.Shuffle(len(ms), func(i, j int) { ms[i], ms[j] = ms[j], ms[i] })
	return ms, "another order"
}

// TestAddressesLast takes the demo through 200 edits, with a build after each:
// no address of an event that still has a telling breaks, no id is given to
// another event, and an event that has gone into others leads to one of them.
func TestAddressesLast(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 2))
	ms := demo(t)
	for i, m := range ms {
		m.Rule = fmt.Sprint("telling ", i)
	}
	var lock chronology.Lock
	told := map[string]map[string]bool{} // id → the tellings that it had when it was last there
	what := "the first build"
	gone := 0
	for n := range 201 {
		events, _ := chronology.Merge(ms, chronology.Options{Actor: actor.Default().Lookup, Lock: lock})
		var ds []source.Diagnostic
		lock, ds = chronology.ParseLock(source.File{Path: "events.lock", Bytes: lock.Renew(events).Bytes()})
		if len(ds) > 0 {
			t.Fatal(ds)
		}
		now, at := map[string]map[string]bool{}, map[string]string{}
		for _, e := range events {
			if now[e.ID] != nil {
				t.Fatalf("%d, %s: %s is given twice", n, what, e.ID)
			}
			now[e.ID] = map[string]bool{}
			for _, m := range e.Told {
				now[e.ID][telling(m)] = true
				at[telling(m)] = e.ID
			}
		}
		for id, had := range told {
			var still []string // where its tellings are now
			for x := range had {
				if at[x] != "" {
					still = append(still, at[x])
				}
			}
			switch to := lock.Follow(id); {
			case now[id] != nil && len(still) > 0 && !slices.Contains(still, id):
				t.Errorf("%d, %s: %s is another event now; its tellings are in %v", n, what, id, still)
			case now[id] == nil && len(still) > 0 && now[to] == nil:
				t.Errorf("%d, %s: %s is gone and leads nowhere; its tellings are in %v", n, what, id, still)
			case now[id] == nil && len(still) > 0:
				gone++
			}
		}
		for id, tellings := range now {
			told[id] = tellings
		}
		ms, what = editDemo(r, ms, n)
	}
	if gone == 0 {
		t.Error("no event went into another: the edits are too tame")
	}
	t.Log(len(told), "ids,", gone, "times one led to another")
}
