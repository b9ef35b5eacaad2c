// Package cache keeps readings between runs.
//
// What comes in are values under keys; what goes out, in a later run, is the
// same value under the same key, or nothing. Promised: never another value
// than the one put, whatever happened to the file; never a failed build
// because of the cache; a run that is stopped at any moment leaves what it had
// put until then; what no run uses does not stay.
//
// The law that makes it true: a key is a hash over all that its value depends
// on (the bytes of a file, the rules, the options, the version), and a value
// is a function of its key. So a value never grows old, two runs that put one
// key put equal values, and leaving any entry out changes only the time.
package cache

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// fileName is the one file of a cache, in its folder.
const fileName = "readings"

// Cache is a map on disk: what is put is written at once and not held in
// memory. It may be used by several goroutines, and several processes may have
// one cache open: the first of them to put something keeps what it puts, the
// others only read. A nil Cache is empty and keeps nothing.
type Cache struct {
	// Warning says that the file found could not be used, or not whole, and
	// why; "" if it could, or if there was none.
	Warning string
	// Say is told of a note that could not be used or kept; it may be nil.
	Say func(problem string)

	dir  string
	mu   sync.Mutex
	file *os.File         // nil before there is one
	kept map[string]place // what is in file
	used map[string]bool  // keys that this run got or put
	end  int64            // where the next record goes; 0: a new file
	role role
	put  bool   // this run wrote something
	room []byte // in which Put puts a record together
}

// role is what this cache may do to the file.
type role int

const (
	undecided role = iota
	writer         // it holds the lock
	reader         // another one does, or the file cannot be written
)

// Open reads the index of the cache in dir, a folder of its own that is made
// if there is none. A file that is not ours is left aside with a Warning, one
// that is damaged is used as far as it is whole. The error is the machine's:
// then there is no cache, and a nil Cache does in its place.
func Open(dir string) (*Cache, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("cannot make the cache: %w; set XDG_CACHE_HOME to a folder that can be written", err)
	}
	c := &Cache{dir: dir, kept: map[string]place{}, used: map[string]bool{}}
	f, err := os.OpenFile(c.path(), os.O_RDWR, 0o600)
	if errors.Is(err, fs.ErrPermission) {
		f, err = os.Open(c.path())
		c.role = reader
	}
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		return nil, fmt.Errorf("cannot open the cache: %w", err)
	}
	places, end, err := readIndex(f)
	if err != nil {
		c.Warning = fmt.Sprintf("%s: the cache %v; what is lost of it is made again, this once", c.path(), err)
	}
	if places == nil {
		places = map[string]place{}
	}
	c.file, c.kept, c.end = f, places, end
	return c, nil
}

func (c *Cache) path() string { return filepath.Join(c.dir, fileName) }

// Get hands over the value put under key in this run or kept from an earlier one,
// and reports whether there is one. Once use has returned another value is read
// into its room.
func (c *Cache) Get(key string, use func(value []byte)) bool {
	if c == nil {
		return false
	}
	c.mu.Lock()
	at, ok := c.kept[key]
	file := c.file
	c.mu.Unlock()
	if !ok {
		return false
	}
	room := rooms.Get().(*[]byte)
	defer rooms.Put(room)
	b, err := readRecord(file, key, at, room)
	if err != nil {
		return false
	}
	c.mu.Lock()
	c.used[key] = true
	c.mu.Unlock()
	use(b)
	return true
}

// Hold reports whether a value is kept under key, which stays kept as if it had
// been asked for.
func (c *Cache) Hold(key string) bool {
	if c == nil {
		return false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	_, ok := c.kept[key]
	if ok {
		c.used[key] = true
	}
	return ok
}

// rooms are what values are read into.
var rooms = sync.Pool{New: func() any { return new([]byte) }}

// Put keeps value under key. Where it cannot be written it is not kept.
func (c *Cache) Put(key string, value []byte) {
	if c == nil || len(key) > maxKey || len(value) > 1<<31 {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.role == undecided {
		c.decide()
	}
	if c.role != writer {
		return
	}
	p := place{c.end, uint32(len(value)), sum(key, value)}
	c.room = append(appendRecord(c.room[:0], key, p.size, p.sum), value...)
	if _, err := c.file.WriteAt(c.room, c.end); err != nil {
		c.role = reader
		return
	}
	c.kept[key], c.used[key], c.put = p, true, true
	c.end += p.length(key)
}

// decide makes this cache the one that writes, if there is no other.
func (c *Cache) decide() {
	c.role = reader
	if c.file == nil {
		f, err := os.OpenFile(c.path(), os.O_RDWR|os.O_CREATE, 0o600)
		if err != nil {
			return
		}
		c.file = f
	}
	if !lock(c.file) {
		return
	}
	at, err := c.file.Stat()
	now, err2 := os.Stat(c.path())
	if err != nil || err2 != nil || !os.SameFile(at, now) {
		return // another run has packed it anew
	}
	if c.end == 0 {
		if len(c.kept) == 0 && at.Size() > 0 && c.Warning == "" {
			return // another run made it in between
		}
		if c.file.Truncate(0) != nil {
			return
		}
		if _, err := c.file.WriteAt([]byte(packHead), 0); err != nil {
			return
		}
		c.end = int64(len(packHead))
	} else if at.Size() < c.end || at.Size() > c.end && c.Warning == "" {
		return // another run has written meanwhile
	} else if c.file.Truncate(c.end) != nil {
		return
	}
	c.role = writer
}

// Close writes the index of what this run used, if it put anything, and ends
// the use of c. A file of which more than half is of no use any more is packed
// anew, and replaced in one step.
func (c *Cache) Close() error {
	if c == nil {
		return nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	var err error
	if c.role == undecided && c.file != nil && c.dead() > c.end/2 {
		c.decide()
		c.put = c.role == writer
	}
	if c.put && c.role == writer {
		keys := slices.Sorted(maps.Keys(c.used))
		if c.dead() > c.end/2 {
			err = c.pack(keys)
		} else {
			_, err = c.file.WriteAt(index(c.end, keys, func(k string) place { return c.kept[k] }), c.end)
		}
	}
	if c.file != nil {
		c.file.Close()
	}
	c.file, c.kept, c.used, c.role, c.put = nil, nil, map[string]bool{}, reader, false
	if err != nil {
		return fmt.Errorf("cannot keep the cache: %w", err)
	}
	return nil
}

// dead is how many bytes of the file are of no use to this run.
func (c *Cache) dead() int64 {
	n := c.end - int64(len(packHead))
	for k := range c.used {
		n -= c.kept[k].length(k) + entrySize + int64(len(k)) // its place in the index too
	}
	return n
}

func (c *Cache) pack(keys []string) error {
	out, err := newReplacement(c.path())
	if err != nil {
		return err
	}
	defer out.Cleanup()
	if err := pack(out, c.file, keys, c.kept); err != nil {
		return err
	}
	c.file.Close() // where an open file cannot be replaced
	c.file = nil
	return out.CloseAtomicallyReplace()
}
