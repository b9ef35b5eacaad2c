package cache

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/zeebo/xxh3"
)

// A note is one value under a name of its own, beside the readings: what the
// next run wants to know before it needs any of them. It may be lost at any
// time. The file is a head, the hash of name and value, and the value.
const (
	notePrefix = "note-"
	noteHead   = "dateline note 1\n"
)

// Recall is the note of a name in dir; nil if there is none, or none that is
// whole.
func Recall(dir, name string) []byte {
	b, err := os.ReadFile(filepath.Join(dir, notePrefix+name))
	if err != nil {
		return nil
	}
	return valueOf(b, name)
}

// valueOf is the value of a note's file, nil where that is not whole.
func valueOf(file []byte, name string) []byte {
	if len(file) < len(noteHead)+8 || string(file[:len(noteHead)]) != noteHead {
		return nil
	}
	value := file[len(noteHead)+8:]
	if binary.LittleEndian.Uint64(file[len(noteHead):]) != sum(name, value) {
		return nil
	}
	return value
}

// Recall lends use the note of a name beside the readings, and reports whether there is
// one. A great one is looked at where the system has it, and not copied. Of one that is not
// whole, or not ours, Say is told.
func (c *Cache) Recall(name string, use func(note []byte)) bool {
	if c == nil {
		return false
	}
	path := filepath.Join(c.dir, notePrefix+name)
	found := false
	err := look(path, func(file []byte) {
		if value := valueOf(file, name); value != nil {
			found = true
			use(value)
		}
	})
	if !found && !errors.Is(err, fs.ErrNotExist) && c.Say != nil {
		c.Say(fmt.Sprintf("%s: %v; it is made again", path, errNote))
	}
	return found
}

// lookCopied lends use a copy of the bytes of a file.
func lookCopied(path string, use func(file []byte)) error {
	b, err := os.ReadFile(path)
	if err == nil {
		use(b)
	}
	return err
}

var errNote = errors.New("what was kept here is damaged, cut short or not Dateline's")

// Note keeps a value, in parts that follow each other, under a name beside the
// readings. Where it cannot be written it is not kept.
func (c *Cache) Note(name string, value ...[]byte) {
	if c == nil || value == nil {
		return
	}
	if err := Note(c.dir, name, value...); err != nil && c.Say != nil {
		c.Say(err.Error())
	}
}

// NoteSize is how many bytes the note of a name in dir takes, 0 where there is none.
func NoteSize(dir, name string) int64 {
	file, err := os.Stat(filepath.Join(dir, notePrefix+name))
	if err != nil {
		return 0
	}
	return file.Size()
}

// Note keeps a value under a name in dir. A name is short and plain: letters,
// digits, hyphens.
func Note(dir, name string, value ...[]byte) error {
	out, err := newReplacement(filepath.Join(dir, notePrefix+name))
	if err != nil {
		return fmt.Errorf("cannot keep the cache: %w", err)
	}
	defer out.Cleanup()
	sum := xxh3.NewSeed(xxh3.HashString(name))
	for _, part := range value {
		sum.Write(part)
	}
	_, err = out.Write(binary.LittleEndian.AppendUint64([]byte(noteHead), sum.Sum64()))
	for _, part := range value { // of many megabytes, which are not copied
		if err == nil {
			_, err = out.Write(part)
		}
	}
	if err == nil {
		err = out.CloseAtomicallyReplace()
	}
	if err != nil {
		return fmt.Errorf("cannot keep the cache: %w", err)
	}
	return nil
}

// Name is a note's name for a text of any kind, such as a path.
func Name(kind, text string) string {
	return fmt.Sprintf("%s-%016x", kind, xxh3.HashString(text))
}
