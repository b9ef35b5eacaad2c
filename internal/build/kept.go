package build

import (
	"slices"

	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

// What merging made is kept by the memo too, under a hash of all that it
// depends on: what every published article tells, the lock, the edits, the
// lanes, the site's actors, the program. So where templates, the theme or the
// configuration have changed once more, or a preview starts, nothing is merged.

// outcome is what merging gave, events a thousand at a time: what writes them
// needs room for no more.
type outcome struct {
	Events [][]byte // each a []chronology.Kept
	Said   []source.Diagnostic
}

const atATime = 1000

// keyed is how the key of an outcome begins; those of readings have no hyphen.
const keyed = "merged-"

// mergedKey is the key of what merging these readings gives with a lock, or with
// the one that was found; "" where nothing is kept between runs.
func mergedKey(published []Reading, in Input, lock []byte) string {
	if in.Version == "" {
		return ""
	}
	if lock != nil {
		in.Lock.Bytes = lock
	}
	h := newHash()
	h.text("merged", in.Version, in.Config.Language, string(in.Actors.Bytes), wantedOf(in))
	h.value(in.Config.Extract.Enabled)
	for _, r := range published {
		h.text(r.Article.Path, r.Digest)
	}
	return keyed + h.sum()
}

// mentionsOf are all that readings tell, in order.
func mentionsOf(published []Reading) []*event.Mention {
	var out []*event.Mention
	for _, r := range published {
		for i := range r.Mentions {
			out = append(out, &r.Mentions[i])
		}
	}
	return out
}

// keep gives the memo what merging gave.
func (t *merged) keep(memo Memo, key string, published []Reading) {
	if memo == nil || key == "" || key == t.key {
		return
	}
	numbers := map[*event.Mention]int{}
	for i, m := range mentionsOf(published) {
		numbers[m] = i
	}
	out, known := outcome{Said: t.said}, true
	number := func(m *event.Mention) int {
		n, ok := numbers[m]
		known = known && ok // else it was told by an equal mention of an earlier run
		return n
	}
	var room []chronology.Kept
	for some := range slices.Chunk(t.events, atATime) {
		room = room[:0]
		for _, e := range some {
			room = append(room, chronology.Keep(e, number))
		}
		out.Events = append(out.Events, marshal(room))
	}
	if known {
		memo.Put(key, marshal(out))
		t.key = key
	}
}

// recall takes from the memo what merging gives, and reports whether it was there.
func (t *merged) recall(memo Memo, key string, published []Reading) bool {
	if memo == nil || key == "" {
		return false
	}
	b, ok := memo.Get(key)
	var kept outcome
	if !ok || unmarshal(b, &kept) != nil {
		return false
	}
	mentions := mentionsOf(published)
	events := make([]*chronology.Event, 0, len(kept.Events)*atATime)
	for _, b := range kept.Events {
		var some []chronology.Kept
		if unmarshal(b, &some) != nil {
			return false
		}
		for i := range some {
			e, err := some[i].Event(mentions)
			if err != nil {
				return false
			}
			events = append(events, e)
		}
	}
	t.events, t.said, t.key = events, kept.Said, key
	return true
}
