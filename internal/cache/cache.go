// Package cache keeps readings between runs.
//
// What comes in are values under keys; what goes out, in a later run, is the
// same value under the same key, or nothing. Promised: never another value
// than the one put, whatever happened to the file; never a failed build
// because of the cache; only what the last run used is kept.
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

	"github.com/zeebo/xxh3"
)

// fileName is the one file of a cache, in its folder.
const fileName = "readings"

// Cache is a map on disk. It may be used by several goroutines, and several
// processes may have one cache open: each reads what it found when it opened
// it, and the last one to close leaves its own. A nil Cache is empty and
// keeps nothing.
type Cache struct {
	// Warning says that the file found could not be used, and why; "" if it
	// could, or if there was none.
	Warning string

	dir  string
	mu   sync.Mutex
	file *os.File         // what the last run kept
	kept map[string]place // what is in file
	used map[string]bool  // keys of kept that this run got
	put  map[string][]byte
}

// place is where a value lies in the file, and the hash it must have.
type place struct {
	offset, size int64
	sum          uint64
}

// Open reads the index of the cache in dir, a folder of its own that is made
// if there is none. A file that is damaged, cut or not ours is left aside with
// a Warning. The error is the machine's: then there is no cache, and a nil
// Cache does in its place.
func Open(dir string) (*Cache, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("cannot make the cache: %w; set XDG_CACHE_HOME to a folder that can be written", err)
	}
	c := &Cache{dir: dir, used: map[string]bool{}, put: map[string][]byte{}}
	f, err := os.Open(c.path())
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		return nil, fmt.Errorf("cannot open the cache: %w", err)
	}
	c.kept, err = readIndex(f)
	if err != nil {
		f.Close()
		c.Warning = fmt.Sprintf("%s: the cache %v; it is made again, this once all files are read", c.path(), err)
		return c, nil
	}
	c.file = f
	return c, nil
}

func (c *Cache) path() string { return filepath.Join(c.dir, fileName) }

// Get is the value put under key in this run or kept from the last one. The
// caller must not change it.
func (c *Cache) Get(key string) ([]byte, bool) {
	if c == nil {
		return nil, false
	}
	c.mu.Lock()
	b, ok := c.put[key]
	at, kept := c.kept[key]
	file := c.file
	c.mu.Unlock()
	if ok || !kept {
		return b, ok
	}
	b, err := readValue(file, key, at)
	if err != nil {
		return nil, false
	}
	c.mu.Lock()
	c.used[key] = true
	c.mu.Unlock()
	return b, true
}

// readValue trusts no byte that it has not hashed.
func readValue(f *os.File, key string, at place) ([]byte, error) {
	b := make([]byte, at.size)
	if _, err := f.ReadAt(b, at.offset); err != nil {
		return nil, err
	}
	if sum(key, b) != at.sum {
		return nil, errDamaged
	}
	return b, nil
}

// sum covers the key too, so that a value is never found under another one.
func sum(key string, value []byte) uint64 {
	return xxh3.HashSeed(value, xxh3.HashString(key))
}

// Put keeps value under key. The caller must not change value afterwards.
func (c *Cache) Put(key string, value []byte) {
	if c == nil {
		return
	}
	c.mu.Lock()
	c.put[key] = value
	c.mu.Unlock()
}

// Close writes what this run used, if that is not what was kept already, and
// ends the use of c. The file is replaced in one step: whoever reads it finds
// the old one or the new one.
func (c *Cache) Close() error {
	if c == nil {
		return nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	var err error
	if len(c.put) > 0 || len(c.used) < len(c.kept) {
		err = c.write()
	}
	if c.file != nil {
		c.file.Close()
	}
	c.file, c.kept, c.used, c.put = nil, nil, map[string]bool{}, map[string][]byte{}
	if err != nil {
		return fmt.Errorf("cannot keep the cache: %w", err)
	}
	return nil
}

func (c *Cache) write() error {
	out, err := newReplacement(c.path())
	if err != nil {
		return err
	}
	defer out.Cleanup()
	p := newPacker(out)
	for _, key := range slices.Sorted(maps.Keys(c.put)) {
		p.add(key, c.put[key])
	}
	for _, key := range slices.Sorted(maps.Keys(c.used)) {
		if _, again := c.put[key]; again {
			continue
		}
		if b, err := readValue(c.file, key, c.kept[key]); err == nil {
			p.add(key, b)
		}
	}
	if err := p.finish(); err != nil {
		return err
	}
	if c.file != nil { // where an open file cannot be replaced
		c.file.Close()
		c.file = nil
	}
	return out.CloseAtomicallyReplace()
}
