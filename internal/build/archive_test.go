package build

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/source"
)

// TestMergedIsKept: what merging gave is found by a run of another process as it
// was; nothing is merged where nothing has changed, and else what has changed.
func TestMergedIsKept(t *testing.T) {
	memo := remembering()
	long := "Norway froze the assets of the lender Alpha Bank in Oslo on 2 September, after a court had ordered it, and said that nine accounts and a villa were named in the order. The bank called the order a mistake and will appeal before the autumn.\n"
	in := input(t, append(content(),
		file("copy.md", "---\ntitle: Copy\ndate: 2025-09-06\nsource: The Crier\n---\n"+long),
		file("original.md", "---\ntitle: Original\ndate: 2025-09-06\nsource: The Herald\n---\n"+long),
		file("essay.md", "---\ntitle: Essay\ndate: 2025-09-20\nsource: The Courier\n---\nNorway closed its embassy in Lima in June 2019.\n\nModi and Macron had met at the Lagos summit.\n"),
		file("summit.md", "---\ntitle: Summit\ndate: 2025-09-06\nsource: The Herald\n---\nThe Lagos summit of the African Union took place on 3 September 2025.\n")))
	in.Edits = source.File{Path: "edits.toml", Bytes: []byte("[[edit]]\nsentence = \"no such words\"\nhide = true\n")}
	first := mustRun(t, in, Options{Memo: memo})
	in.Lock = source.File{Path: "events.lock", Bytes: first.Lock}
	past := &Past{}
	again := mustRun(t, in, Options{Memo: memo, Past: past})
	if past.merged.begin == nil || len(again.Chronology) == 0 {
		t.Error("something was merged again")
	}
	if diff := cmp.Diff(first.Chronology, again.Chronology, cmpopts.IgnoreUnexported(chronology.Event{})); diff != "" {
		t.Error(diff)
	}
	copies, dated := 0, 0
	for _, e := range again.Chronology {
		copies += len(e.Copies)
		if e.Told[0].DateBasis == "occasion" && e.Date == "2025-09-03" {
			dated++
		}
	}
	if copies == 0 || dated != 1 {
		t.Errorf("%d copies, %d dated by an occasion", copies, dated)
	}
	if diff := cmp.Diff(first.Diagnostics, again.Diagnostics); diff != "" || string(first.Lock) != string(again.Lock) {
		t.Error(diff, string(again.Lock))
	}
	in.Content = append(in.Content, Held(file("zoo.md", "---\ntitle: Zoo\ndate: 2025-09-06\n---\nOn 4 September Norway and Sweden signed a treaty on bears in Bergen.\n")))
	last, cold := mustRun(t, in, Options{Memo: memo, Past: past}), mustRun(t, in, Options{})
	if diff := cmp.Diff(cold.Chronology, last.Chronology, cmpopts.IgnoreUnexported(chronology.Event{})); diff != "" || past.merged.behind != 1 {
		t.Error(past.merged.behind, diff)
	}
	in.Content = in.Content[:len(in.Content)-1]
	for key, b := range memo.kept {
		memo.kept[key] = b[:len(b)/2]
	}
	for name, b := range memo.notes {
		memo.notes[name] = b[:len(b)/2]
	}
	if out := mustRun(t, in, Options{Memo: memo}); string(out.Lock) != string(first.Lock) {
		t.Error("a damaged memo was believed")
	}
}
