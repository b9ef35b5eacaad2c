package chronology

import (
	"errors"
	"io"
	"math/rand"
	"slices"
	"testing"

	"github.com/dateline-ssg/dateline/internal/event"
)

// heldRoom is a scratch of bytes, with room for so many; 0 is no bound.
type heldRoom struct {
	b    []byte
	room int
}

var errFull = errors.New("no space left on device")

func (h *heldRoom) Write(p []byte) (int, error) {
	if h.room > 0 && len(h.b)+len(p) > h.room {
		return 0, errFull
	}
	h.b = append(h.b, p...)
	return len(p), nil
}

func (h *heldRoom) ReadAt(p []byte, off int64) (int, error) {
	n := copy(p, h.b[min(off, int64(len(h.b))):])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

func (h *heldRoom) WriteAt(p []byte, off int64) (int, error) { return copy(h.b[off:], p), nil }

// ownCopy is a mention that somebody may keep.
func ownCopy(m *event.Mention) *event.Mention {
	c := *m
	c.Actors, c.Places = slices.Clone(m.Actors), slices.Clone(m.Places)
	return &c
}

// TestCollector: what is taken one at a time and kept without its sentences, or
// spilled whenever a few mentions are held, merges as Merge does with all of
// them, in whichever order they come.
func TestCollector(t *testing.T) {
	opts := Options{Actor: people}
	for name, ms := range map[string][]*event.Mention{"cases": allMentions(t), "made up": manyMentions(6000), "lively": livelyMentions(4000), "edges": edgeMentions()} {
		events, _ := Merge(ms, opts)
		want := lined(t, events)
		for _, memory := range []int{0, 1 << 13, 1 << 23} {
			c := NewCollector(opts)
			room := &heldRoom{}
			if memory > 0 {
				c.Spill(room, memory)
			}
			for _, m := range ms {
				c.Add(ownCopy(m))
			}
			light, _, err := c.Events(opts)
			if err != nil {
				t.Fatal(err)
			}
			if got := lined(t, light); got != want {
				t.Errorf("%s, spilling above %d bytes: %s", name, memory, firstDifference(got, want))
			}
			if memory == 1<<13 && len(room.b) == 0 {
				t.Errorf("%s: nothing was spilled", name)
			}
		}
	}
}

// TestShuffles: the order in which mentions come changes no byte, held or spilled.
func TestShuffles(t *testing.T) {
	opts := Options{Actor: people}
	ms := append(append(manyMentions(200), allMentions(t)...), edgeMentions()...)
	events, _ := Merge(ms, opts)
	want := lined(t, events)
	r := rand.New(rand.NewSource(1))
	for n := range 100 {
		r.Shuffle(len(ms), func(i, j int) { ms[i], ms[j] = ms[j], ms[i] })
		c := NewCollector(opts)
		if n%4 > 0 {
			c.Spill(&heldRoom{}, r.Intn(1<<19))
		}
		for _, m := range ms {
			c.Add(ownCopy(m))
		}
		got, _, err := c.Events(opts)
		if err != nil {
			t.Fatal(err)
		}
		if got := lined(t, got); got != want {
			t.Fatalf("shuffle %d: %s", n, firstDifference(got, want))
		}
	}
}

// TestFullScratch: a disk without room is an error, and not half of the events.
func TestFullScratch(t *testing.T) {
	c := NewCollector(Options{})
	c.Spill(&heldRoom{room: 1000}, 1)
	for _, m := range manyMentions(20) {
		c.Add(m)
	}
	if events, _, err := c.Events(Options{}); !errors.Is(err, errFull) || events != nil {
		t.Errorf("%d events, %v", len(events), err)
	}
}

// TestBrokenScratch: what was spilled and cannot be read again is an error.
func TestBrokenScratch(t *testing.T) {
	c := NewCollector(Options{})
	h := &heldRoom{}
	c.Spill(h, 1)
	for _, m := range manyMentions(1000) {
		c.Add(m)
	}
	h.b = h.b[:len(h.b)/2]
	if _, _, err := c.Events(Options{}); !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("%v", err)
	}
}
