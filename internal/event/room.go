package event

import (
	"slices"
	"sync"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// room is what is kept of the words of a document while its events are found,
// each kind one behind the other. Nothing of it goes out: mentions and traces
// hold strings and numbers of their own, so the next document may have it.
type room struct {
	classes []phrase.Classes
	matches byStand
	exprs   []timex.Expr
	at      []int32
	taken   []bool
	made    []block
	told    []*act
	refs    []*actor.Ref // of the act whose cast is looked for
	joiner  joiner
	chunks  [][]chunk // slabs, of which number chunking is being filled
	acts    [][]act   // slabs, of which number acting is being filled

	chunking, acting int
}

// rooms keeps rooms. It is true because a room is emptied when it is closed.
var rooms = sync.Pool{New: func() any { return new(room) }}

const (
	slab     = 256     // chunks or acts that are made at once
	roomy    = 32      // chunks that a tail seldom has more than
	spacious = 1 << 15 // words of a room that is too large to be kept
)

// close empties the room and gives it back.
func (r *room) close() {
	if cap(r.classes) > spacious {
		return
	}
	for i, s := range r.acts {
		clear(s)
		r.acts[i] = s[:0]
	}
	for i, s := range r.chunks {
		clear(s)
		r.chunks[i] = s[:0]
	}
	clear(r.made)
	clear(r.exprs)
	clear(r.told)
	clear(r.refs[:cap(r.refs)])
	r.told, r.chunking, r.acting = r.told[:0], 0, 0
	rooms.Put(r)
}

// blocks are n empty blocks.
func (r *room) blocks(n int) []block {
	r.made = slices.Grow(r.made[:0], n)[:n]
	return r.made
}

// words are n words that nothing has taken, until the next call.
func (r *room) words(n int) []bool {
	r.taken = slices.Grow(r.taken[:0], n)[:n]
	clear(r.taken)
	return r.taken
}

// places are n zeros.
func (r *room) places(n int) []int32 {
	r.at = slices.Grow(r.at[:0], n)[:n]
	clear(r.at)
	return r.at
}

// tail is where a tail is cut: an empty slice with some room.
func (r *room) tail() []chunk {
	for ; r.chunking < len(r.chunks); r.chunking++ {
		if s := r.chunks[r.chunking]; cap(s)-len(s) >= roomy {
			return s[len(s):]
		}
	}
	r.chunks = append(r.chunks, make([]chunk, 0, slab))
	return r.chunks[r.chunking]
}

// keep keeps the tail that was cut there, unless it has outgrown its slab.
func (r *room) keep(tail []chunk) []chunk {
	n := len(tail)
	if s := r.chunks[r.chunking]; cap(s)-len(s) >= n {
		r.chunks[r.chunking] = s[:len(s)+n]
	}
	return tail[:n:n]
}

// act is a place for an act.
func (r *room) act() *act {
	for ; r.acting < len(r.acts); r.acting++ {
		if n := len(r.acts[r.acting]); n < slab {
			s := r.acts[r.acting][:n+1]
			r.acts[r.acting] = s
			return &s[n]
		}
	}
	r.acts = append(r.acts, make([]act, 1, slab))
	return &r.acts[r.acting][0]
}

// drop takes back the place of a, where it was given last and a is not the one
// that is kept.
func (r *room) drop(a, kept *act) {
	if a == nil || a == kept || r.acting == len(r.acts) {
		return
	}
	if s := r.acts[r.acting]; len(s) > 0 && &s[len(s)-1] == a {
		r.acts[r.acting] = s[:len(s)-1]
	}
}
