package build

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/source"
)

// TestMergedIsKept: what merging gave is found by a run of another process as
// it was, and nothing is merged where it is found.
func TestMergedIsKept(t *testing.T) {
	memo := &memory{kept: map[string][]byte{}}
	in := input(t, content())
	in.Edits = source.File{Path: "edits.toml", Bytes: []byte("[[edit]]\nsentence = \"no such words\"\nhide = true\n")}
	first := mustRun(t, in, Options{Memo: memo})
	in.Lock = source.File{Path: "events.lock", Bytes: first.Lock}
	mustRun(t, in, Options{Memo: memo}) // reads nothing anew
	past := &Past{}
	again := mustRun(t, in, Options{Memo: memo, Past: past})
	if past.merged.keeper != nil || len(again.Chronology) == 0 {
		t.Error("all was merged again")
	}
	if diff := cmp.Diff(first.Chronology, again.Chronology, cmpopts.IgnoreUnexported(chronology.Event{})); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(first.Diagnostics, again.Diagnostics); diff != "" || string(first.Lock) != string(again.Lock) {
		t.Error(diff, string(again.Lock))
	}
	for key, b := range memo.kept {
		memo.kept[key] = b[:len(b)/2]
	}
	if out := mustRun(t, in, Options{Memo: memo}); string(out.Lock) != string(first.Lock) {
		t.Error("a damaged memo was believed")
	}
}
