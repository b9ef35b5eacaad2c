package project

import (
	"encoding/binary"
	"errors"
	"io/fs"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/dateline-ssg/dateline/internal/source"
)

// Stamps remember, from one load to the next, what the file system said of
// each file when it was read, and the digest of what was in it.
//
// The law: a file whose size, times and inode are those of its stamp holds the
// bytes that were read. It is true because whoever writes a file moves its
// times, which a clock of some coarseness gives: so a file that was written
// less than that before it was read gets no stamp, and is read again. Where
// the system keeps a time of change, a time of writing that is set back is
// found out too.
//
// A nil Stamps remembers nothing. It may be used by several goroutines.
type Stamps struct {
	mu    sync.Mutex
	known map[string]stamp // by path below the site's folder
	met   map[string]bool  // by the last load
	fresh bool             // known was changed since it was decoded
	lock  held             // events.lock as this process read it
}

// held is a file with the stamp that it had before it was read.
type held struct {
	at   stamp
	file source.File
}

// stamp is what the file system says of a file, times in nanoseconds since
// 1970, and the digest of its bytes.
type stamp struct {
	size, mod, change int64
	inode             uint64
	digest            string
}

// NewStamps remembers nothing yet.
func NewStamps() *Stamps { return &Stamps{known: map[string]stamp{}, met: map[string]bool{}} }

// digest is that of the file at path, if it is as it was when it was read.
func (s *Stamps) digest(path string, info fs.FileInfo) string {
	if s == nil || info == nil {
		return ""
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.met[path] = true
	was := s.known[path]
	now := stampOf(info)
	if now.digest = was.digest; now != was {
		return ""
	}
	return was.digest
}

// note remembers what was in the file at path. The info is from before it was
// read, which was at the time given.
func (s *Stamps) note(path string, info fs.FileInfo, digest string, at time.Time) {
	if s == nil {
		return
	}
	now := stampOf(info)
	now.digest = digest
	s.mu.Lock()
	defer s.mu.Unlock()
	if !now.settled(at) {
		delete(s.known, path)
		return
	}
	s.known[path], s.fresh = now, true
}

// settled reports whether who wrote a file after it was read at some time must have given
// it other times.
func (s stamp) settled(at time.Time) bool {
	return at.UnixNano()-max(s.mod, s.change) >= coarseness(s)
}

// coarseness is by how much the times of a file may lag behind the clock: two
// seconds where they look like whole ones, else some ticks of the system.
func coarseness(s stamp) int64 {
	if s.mod%int64(time.Second) == 0 {
		return int64(2 * time.Second)
	}
	return int64(40 * time.Millisecond)
}

// begin starts a load: what it does not meet is forgotten by end.
func (s *Stamps) begin() {
	if s != nil {
		s.mu.Lock()
		clear(s.met)
		s.mu.Unlock()
	}
}

func (s *Stamps) end() {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	before := len(s.known)
	maps.DeleteFunc(s.known, func(path string, _ stamp) bool { return !s.met[path] })
	s.fresh = s.fresh || len(s.known) != before
}

// Changed reports whether Encode would give other bytes than those decoded.
func (s *Stamps) Changed() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.fresh
}

// stampsHead names the format.
const stampsHead = "dateline stamps 1\n"

// Encode is the stamps in the order of their paths, numbers as varints.
func (s *Stamps) Encode() []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	b := []byte(stampsHead)
	text := func(t string) {
		b = binary.AppendUvarint(b, uint64(len(t)))
		b = append(b, t...)
	}
	for _, path := range slices.Sorted(maps.Keys(s.known)) {
		k := s.known[path]
		text(path)
		b = binary.AppendVarint(b, k.size)
		b = binary.AppendVarint(b, k.mod)
		b = binary.AppendVarint(b, k.change)
		b = binary.AppendUvarint(b, k.inode)
		text(k.digest)
	}
	return b
}

var errStamps = errors.New("not stamps of this version")

// DecodeStamps is the inverse of Encode.
func DecodeStamps(b []byte) (*Stamps, error) {
	if len(b) < len(stampsHead) || string(b[:len(stampsHead)]) != stampsHead {
		return nil, errStamps
	}
	s, r := NewStamps(), stampReader{rest: b[len(stampsHead):]}
	for len(r.rest) > 0 && !r.bad {
		path := r.text()
		s.known[path] = stamp{size: r.number(), mod: r.number(), change: r.number(), inode: r.natural(), digest: r.text()}
	}
	if r.bad {
		return nil, errStamps
	}
	return s, nil
}

// stampReader reads what Encode wrote; bad once something was not.
type stampReader struct {
	rest []byte
	bad  bool
}

func (r *stampReader) took(n int) {
	if r.bad = r.bad || n <= 0; !r.bad {
		r.rest = r.rest[n:]
	}
}

func (r *stampReader) number() int64 {
	v, n := binary.Varint(r.rest)
	r.took(n)
	return v
}

func (r *stampReader) natural() uint64 {
	v, n := binary.Uvarint(r.rest)
	r.took(n)
	return v
}

func (r *stampReader) text() string {
	n := r.natural()
	if r.bad || n > uint64(len(r.rest)) {
		r.bad = true
		return ""
	}
	t := string(r.rest[:n])
	r.rest = r.rest[n:]
	return t
}
