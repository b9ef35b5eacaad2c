package chronology

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

// TestSeen: what is given twice is told and left out, however little memory there
// is to know it by: with a filter that knows next to everything, too.
func TestSeen(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	var in strings.Builder
	const n = 30000
	for i := range n {
		if k := r.Intn(50); k == 0 {
			i = r.Intn(i + 1) // mostly once more
		} else if k == 1 {
			in.WriteString("no mention\n")
		}
		fmt.Fprintf(&in, "{\"doc\":\"d%d\",\"id\":\"m%d\"}\n", i/10, i%10)
	}
	read := func(to Scratch, memory int) (names []string, ds []source.Diagnostic) {
		ds, err := EachMention(strings.NewReader(in.String()), "-", to, memory, func(m *event.Mention) { names = append(names, m.Doc+"."+m.ID) })
		if err != nil {
			t.Fatal(err)
		}
		slices.Sort(names)
		return names, ds
	}
	names, ds := read(nil, 0)
	if len(slices.Compact(slices.Clone(names))) != len(names) || len(ds) < n/50 {
		t.Fatalf("%d names, %d diagnostics", len(names), len(ds))
	}
	for _, memory := range []int{0, 1 << 20} {
		room := &heldRoom{}
		some, other := read(room, memory)
		if !slices.Equal(some, names) || !slices.EqualFunc(ds, other, func(a, b source.Diagnostic) bool { return a.String() == b.String() }) {
			t.Errorf("with %d bytes: %d of %d names, %d of %d diagnostics, or not the same", memory, len(some), len(names), len(other), len(ds))
		}
		if len(room.b) == 0 {
			t.Errorf("with %d bytes: nothing was put off", memory)
		}
	}
	if _, err := EachMention(strings.NewReader(in.String()), "-", &heldRoom{room: 1000}, 0, func(*event.Mention) {}); err == nil {
		t.Error("a full disk is no error")
	}
}

// TestNearDuplicates: groups are those of holding every fingerprint against every
// other, held or on a scratch.
func TestNearDuplicates(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	held, spilled := newCopies(), newPrints(newDisk(&heldRoom{}, 0), 0)
	var docs []string
	var bits []uint64
	for i := range 3000 {
		n := r.Uint64() | 1
		if i > 0 && r.Intn(3) == 0 {
			n = bits[r.Intn(i)]
			for range r.Intn(5) {
				n ^= 1 << (1 + r.Intn(63))
			}
		}
		bits, docs = append(bits, n), append(docs, fmt.Sprint("d", r.Intn(1e6), ".", i))
	}
	for i, doc := range docs {
		for range 2 {
			held.note(doc, fmt.Sprintf("%016x", bits[i]))
			spilled.note(doc, fmt.Sprintf("%016x", bits[i]))
		}
	}
	leader := make([]int, len(docs))
	for i := range docs {
		leader[i] = i
		for j := range i {
			if alike(bits[i], bits[j]) {
				join(leader, i, j)
			}
		}
	}
	first := map[int]string{}
	for i, doc := range docs {
		if x := root(leader, i); first[x] == "" || doc < first[x] {
			first[x] = doc
		}
	}
	want := map[string]string{}
	for i, doc := range docs {
		if lead := first[root(leader, i)]; lead != doc {
			want[doc] = lead
		}
	}
	if got := held.groups(); len(want) < 100 || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("held: %d copies, not the %d", len(got), len(want))
	}
	if got := spilled.groups(); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("on a scratch: %d copies, not the %d", len(got), len(want))
	}
}
