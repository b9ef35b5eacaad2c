package event

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestGoldRoots scores the PLOVER roots, agents and targets of single
// sentences of general news, which have no date.
func TestGoldRoots(t *testing.T) {
	shared := os.Getenv("DATELINE_SHARED")
	if shared == "" {
		t.Skip("DATELINE_SHARED is not set: the sentences lie outside of the project")
	}
	dir := filepath.Join(shared, "data/events")
	gold := filepath.Join(dir, "plv-dev.jsonl")
	pred := filepath.Join(t.TempDir(), "mentions.jsonl")
	if err := os.WriteFile(pred, extract(t, gold), 0o644); err != nil {
		t.Fatal(err)
	}
	said, err := exec.Command("python3", filepath.Join(dir, "score_types.py"), gold, pred).Output()
	if err != nil {
		t.Fatalf("the scorer: %v", err)
	}
	got := map[string]float64{}
	for w := strings.Fields(string(said)); len(w) > 1; w = w[2:] {
		if got[w[0]], err = strconv.ParseFloat(w[1], 64); err != nil {
			t.Fatalf("the scorer says %q", said)
		}
	}
	for _, f := range floors(t, "roots") {
		t.Logf("%-10s %.1f", f.figure, got[f.figure])
		if got[f.figure] < f.least {
			t.Errorf("%s is %.1f, below its floor %.1f", f.figure, got[f.figure], f.least)
		}
	}
}
