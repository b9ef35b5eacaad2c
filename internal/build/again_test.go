package build

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-ssg/dateline/internal/source"
)

// toldMuch are articles that tell much in few words: events of two articles, events that
// lead to others, some that an occasion dates, near-duplicates, and links between files.
func toldMuch(r *rand.Rand) map[string]string {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	files := map[string]string{
		"summit.md": "---\ntitle: Summit\ndate: 2025-09-06\nsource: The Herald\ntags: [Lagos]\n---\nThe Lagos summit of the African Union took place on 3 September 2025.\n",
		"essay.md":  "---\ntitle: Essay\ndate: 2025-09-20\nsource: The Courier\n---\nModi and Macron had met at the Lagos summit. See [more](summit.md).\n",
		"table.csv": "date,headline,type,actors\n2025-10-01,Treaty takes effect,agreement,Norway;Finland\n",
		"draft.md":  "---\ntitle: Draft\ndate: 2025-09-06\ndraft: true\n---\nSweden joined the treaty on 4 September 2025.\n",
		"bare.md":   "---\ntitle: Bare\ndate: 2025-09-01\n---\nNothing to be told here.\n",
	}
	for i := range 8 {
		body := ""
		for _, place := range []string{"Oslo", "Bergen", "Riga", "Turku"}[r.IntN(4):] {
			body += fmt.Sprintf("On %d September 2025 %s %s %s in %s.\n\n", 1+r.IntN(4), pick("Norway", "Finland", "Sweden"),
				pick("signed a treaty with", "cancelled a meeting with", "planned a meeting with", "held talks with", "denied that it had accused"), pick("Latvia", "Estonia", "Denmark"), place)
		}
		files[fmt.Sprintf("a%d.md", i)] = fmt.Sprintf("---\ntitle: A %d\ndate: 2025-09-%02d\nsource: %s\ntags: [%s]\nlanguage: en\n---\n%s", i, 5+r.IntN(9), pick("The Gazette", "The Crier"), pick("fish", "trade"), body)
	}
	return files
}

// change edits a file: where it is silent by words that tell nothing, in front of its text
// or behind it; else it is deleted, in one step, or another tells something more.
func change(r *rand.Rand, files map[string]string, name string, step int, silent bool) {
	switch {
	case silent:
		words := fmt.Sprintf("The %s stayed %s, and [nobody](https://example.org/%d) counted the %s %d times.",
			[]string{"weather", "harbour", "square", "old river"}[r.IntN(4)], []string{"grey", "silent", "cold"}[r.IntN(3)], step, []string{"gulls", "ships", "bells"}[r.IntN(3)], step+2)
		if text := strings.TrimSpace(files[name]); r.IntN(2) > 0 {
			files[name] = text + "\n\n" + words + "\n"
		} else {
			files[name] = strings.Replace(text, "\n---\n", "\n---\n"+words+"\n\n", 1) + "\n"
		}
	case step == 7:
		delete(files, name)
	default:
		files["a1.md"] += fmt.Sprintf("\nOn %d August 2025 Iceland signed a treaty with Denmark.\n", 1+step)
	}
}

// TestAgain: where a text changes and nothing that is told, a build that knows how the
// last one stood gives what a build gives that knows nothing, and reads little; and so
// it does where something is told after all.
func TestAgain(t *testing.T) {
	for seed := range uint64(3) {
		r := rand.New(rand.NewPCG(seed, 3))
		files := toldMuch(r)
		config := func(in *Input) {
			if seed%2 > 0 {
				in.Config.Publish.Events = "anchors"
			}
			in.Config.Publish.Cards = int(seed % 3)
			in.Config.Publish.Exports = []string{"events.json", "search-index.json"}
		}
		load := func(lock []byte) Input {
			var list []source.File
			for _, name := range slices.Sorted(maps.Keys(files)) {
				list = append(list, file(name, files[name]))
			}
			in := input(t, list)
			config(&in)
			in.Lock = source.File{Path: "events.lock", Bytes: lock}
			return in
		}
		memo, past := remembering(), &Past{}
		lock := mustRun(t, load(nil), Options{Memo: memo}).Lock
		mustRun(t, load(lock), Options{Memo: memo, Past: past})
		preview, kept := &Past{}, lock
		again, whole := 0, 0
		for step := range 9 {
			names := slices.Sorted(maps.Keys(files))
			name := names[r.IntN(len(names))]
			silent := step%4 != 3 && strings.HasSuffix(name, ".md")
			change(r, files, name, step, silent)
			in := load(lock)
			cold := mustRun(t, in, Options{})
			opened := memo.hit
			warm := mustRun(t, in, Options{Memo: memo, Wanted: Pages})
			if warm.Chronology == nil {
				if again++; memo.hit-opened > len(in.Content)-2 {
					t.Errorf("seed %d, step %d: %d of %d readings were opened", seed, step, memo.hit-opened, len(in.Content))
				}
			} else if silent {
				whole++ // where words do change what is told, as what "there" means
			}
			near := mustRun(t, in, Options{Memo: memo, Past: past})
			unlocked := load(kept)
			was := preview.stood
			shown := mustRun(t, unlocked, Options{Memo: memo, Past: preview})
			if warm.Chronology == nil && was != nil && &was.chronology[0] != &shown.Chronology[0] {
				t.Errorf("seed %d, step %d: a preview made all again for a word in %s", seed, step, name)
			}
			if diff := cmp.Diff(drawn(t, mustRun(t, unlocked, Options{})), drawn(t, shown)); diff != "" {
				t.Fatalf("seed %d, step %d, in a preview: %s", seed, step, diff)
			}
			for what, out := range map[string]*Output{"in another process": warm, "in the same": near} {
				if !bytes.Equal(out.Lock, cold.Lock) || out.Sum() != cold.Sum() || out.Articles != cold.Articles || out.Events != cold.Events {
					t.Fatalf("seed %d, step %d, %s: another output", seed, step, what)
				}
				if diff := cmp.Diff(cold.Diagnostics, out.Diagnostics); diff != "" {
					t.Fatalf("seed %d, step %d, %s: %s", seed, step, what, diff)
				}
				if diff := cmp.Diff(drawn(t, cold), drawn(t, out)); diff != "" {
					t.Fatalf("seed %d, step %d, %s: %s", seed, step, what, diff)
				}
			}
			lock = cold.Lock
			mustRun(t, load(lock), Options{Memo: damaged(memo, r), Wanted: Pages})
		}
		if again < 3*whole || again == 0 {
			t.Errorf("seed %d: %d times all stood as it stood, %d times not", seed, again, whole)
		}
	}
}
