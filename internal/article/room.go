package article

import (
	"sync"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// room is where the words of an article stand, one part behind the other.
type room struct {
	words []sentence.Word
	free  []sentence.Word // the end of words, for parts to come
}

// rooms keeps the rooms of closed articles. It is true because a room is
// emptied when it is given back.
var rooms = sync.Pool{New: func() any { return new(room) }}

// roomy is how many words share a slice at most.
const roomy = 1 << 13

// usual is how many words share a slice at least: those of a report, so that one that a
// short note leaves does for it.
const usual = 1 << 10

// want makes room for n words, and where it must be made anew for as many as
// the whole article may have: the rest of one would leave less to the next
// article than this one found.
func (r *room) want(n, whole int) {
	if n > cap(r.free) {
		r.words = make([]sentence.Word, 0, max(n, usual, min(whole, roomy)))
		r.free = r.words
	}
}

// keep keeps the words that were appended to free, unless they have outgrown
// it.
func (r *room) keep(ws []sentence.Word) []sentence.Word {
	if n := len(ws); n <= cap(r.free) {
		r.free = r.free[n:n:cap(r.free)]
	}
	return ws[:len(ws):len(ws)]
}

// close empties the room and gives it back.
func (r *room) close() {
	if cap(r.words) > roomy {
		return
	}
	clear(r.words[:cap(r.words)-cap(r.free)])
	r.free = r.words[:0]
	rooms.Put(r)
}

// Close gives the room of the article's words to the next article. Its Blocks
// are no longer to be read, and gone. An article that is not closed keeps them.
func (a *Article) Close() {
	if a.close != nil {
		a.close()
	}
	a.Blocks, a.close = nil, nil
}
