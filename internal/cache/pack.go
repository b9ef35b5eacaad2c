package cache

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/zeebo/xxh3"
)

// The packed file: a head that names the format, then records, one behind the
// other; it only ever grows, until it is packed anew. All numbers are
// little-endian.
//
//	"dateline readings 2\n"
//	record: length of key (4), length of value (4), hash (8), key, value
//
// A run that ends well puts an index last: a record whose length of key is
// indexMark, whose value lists the records (offset (8), and the four parts
// before the value) and ends with a foot of fixed size: where that record
// begins (8), what all of it before hashes to (8), "end\n" + 4 zero bytes.
//
// A file without a foot is of a run that was stopped: its records are looked
// for one after the other, up to the first that is not whole. A damaged value
// is found out when it is read.
const (
	packHead   = "dateline readings 2\n"
	packTail   = "end\n\x00\x00\x00\x00"
	recordSize = 4 + 4 + 8
	entrySize  = 8 + recordSize // of an index, without the key
	footSize   = 8 + 8 + len(packTail)
	indexMark  = 1<<32 - 1
	maxKey     = 1 << 16
)

var (
	errForeign = errors.New("is of another version or not Dateline's")
	errDamaged = errors.New("is damaged or cut short")
)

// place is where a record lies in the file, the length of its value, and the
// hash it must have.
type place struct {
	offset int64
	size   uint32
	sum    uint64
}

// length is that of the whole record.
func (p place) length(key string) int64 { return recordSize + int64(len(key)) + int64(p.size) }

// appendRecord writes all of a record but its value.
func appendRecord(b []byte, key string, size uint32, sum uint64) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(len(key)))
	b = binary.LittleEndian.AppendUint32(b, size)
	b = binary.LittleEndian.AppendUint64(b, sum)
	return append(b, key...)
}

// record is a value as it lies in the file.
func record(key string, value []byte) []byte {
	b := make([]byte, 0, recordSize+len(key)+len(value))
	return append(appendRecord(b, key, uint32(len(value)), sum(key, value)), value...)
}

// sum covers the key too, so that a value is never found under another one.
func sum(key string, value []byte) uint64 {
	return xxh3.HashSeed(value, xxh3.HashString(key))
}

// readRecord is the value of the record at a place, read into room, which grows
// where it must. It trusts no byte that it has not compared or hashed.
func readRecord(f io.ReaderAt, key string, at place, room *[]byte) ([]byte, error) {
	*room = slices.Grow((*room)[:0], int(at.length(key)))
	b := (*room)[:at.length(key)]
	if _, err := f.ReadAt(b, at.offset); err != nil {
		return nil, err
	}
	head := recordSize + len(key)
	value := b[head:]
	if string(b[:head]) != string(appendRecord(nil, key, at.size, at.sum)) || sum(key, value) != at.sum {
		return nil, errDamaged
	}
	return value, nil
}

// index is the last record of a file, which begins at an offset, for records
// in any order.
func index(offset int64, keys []string, at func(key string) place) []byte {
	size := footSize
	for _, k := range keys {
		size += entrySize + len(k)
	}
	b := make([]byte, 0, recordSize+size)
	b = binary.LittleEndian.AppendUint32(b, indexMark)
	b = binary.LittleEndian.AppendUint32(b, uint32(size))
	b = binary.LittleEndian.AppendUint64(b, 0)
	for _, k := range keys {
		p := at(k)
		b = binary.LittleEndian.AppendUint64(b, uint64(p.offset))
		b = appendRecord(b, k, p.size, p.sum)
	}
	b = binary.LittleEndian.AppendUint64(b, uint64(offset))
	b = binary.LittleEndian.AppendUint64(b, xxh3.Hash(b))
	return append(b, packTail...)
}

// readIndex reads where the records of a file are: from its index, or by
// looking for them. It returns too where the next record may be written. The
// error errDamaged comes with what could be read before the damage.
func readIndex(f *os.File) (places map[string]place, end int64, err error) {
	info, err := f.Stat()
	if err != nil {
		return nil, 0, err
	}
	head := make([]byte, len(packHead))
	if _, err := f.ReadAt(head, 0); err != nil || string(head) != packHead {
		return nil, 0, errForeign
	}
	if places, ok := byFoot(f, info.Size()); ok {
		return places, info.Size(), nil
	}
	return search(f, info.Size())
}

// byFoot reads the index that a foot at the end of the file says to be there.
func byFoot(f *os.File, size int64) (map[string]place, bool) {
	foot := make([]byte, footSize)
	if _, err := f.ReadAt(foot, size-int64(footSize)); err != nil || string(foot[16:]) != packTail {
		return nil, false
	}
	start := binary.LittleEndian.Uint64(foot)
	if start < uint64(len(packHead)) || start > uint64(size)-recordSize-uint64(footSize) {
		return nil, false
	}
	b := make([]byte, size-int64(start))
	if _, err := f.ReadAt(b, int64(start)); err != nil || xxh3.Hash(b[:len(b)-16]) != binary.LittleEndian.Uint64(foot[8:]) {
		return nil, false
	}
	places, err := parseIndex(b[recordSize:len(b)-footSize], int64(start))
	return places, err == nil
}

// parseIndex reads the list of an index whose records all lie before limit.
func parseIndex(b []byte, limit int64) (map[string]place, error) {
	places := make(map[string]place, len(b)/64)
	for len(b) > 0 {
		if len(b) < entrySize {
			return nil, errDamaged
		}
		n := uint64(binary.LittleEndian.Uint32(b[8:]))
		at := place{int64(binary.LittleEndian.Uint64(b)), binary.LittleEndian.Uint32(b[12:]), binary.LittleEndian.Uint64(b[16:])}
		if b = b[entrySize:]; uint64(len(b)) < n {
			return nil, errDamaged
		}
		key := string(b[:n])
		if at.offset < int64(len(packHead)) || at.offset > limit || at.length(key) > limit-at.offset {
			return nil, errDamaged
		}
		places[key] = at
		b = b[n:]
	}
	return places, nil
}

// search reads the file from its start, record by record.
func search(f *os.File, size int64) (places map[string]place, end int64, err error) {
	places = map[string]place{}
	at := int64(len(packHead))
	r := bufio.NewReaderSize(io.NewSectionReader(f, at, size-at), 1<<16)
	var head [recordSize]byte
	for at < size {
		if _, err := io.ReadFull(r, head[:]); err != nil {
			return places, at, errDamaged
		}
		n, m := int64(binary.LittleEndian.Uint32(head[:])), int64(binary.LittleEndian.Uint32(head[4:]))
		isIndex := n == indexMark
		if isIndex {
			n = 0
		}
		if n > maxKey || recordSize+n+m > size-at {
			return places, at, errDamaged
		}
		b := make([]byte, n+m)
		if _, err := io.ReadFull(r, b); err != nil {
			return places, at, errDamaged
		}
		key, p := string(b[:n]), place{at, uint32(m), binary.LittleEndian.Uint64(head[8:])}
		if !isIndex {
			if sum(key, b[n:]) != p.sum {
				return places, at, errDamaged
			}
			places[key] = p
		}
		at += recordSize + n + m
	}
	return places, at, nil
}

// pack writes a new file of some records of another one.
func pack(w io.Writer, from io.ReaderAt, keys []string, at map[string]place) error {
	out := bufio.NewWriterSize(w, 1<<18)
	out.WriteString(packHead)
	end := int64(len(packHead))
	places := make(map[string]place, len(keys))
	kept := keys[:0:0]
	var room []byte
	for _, k := range keys {
		value, err := readRecord(from, k, at[k], &room)
		if err != nil {
			continue // it is read again
		}
		p := place{end, uint32(len(value)), at[k].sum}
		if _, err := out.Write(record(k, value)); err != nil {
			return err
		}
		kept, places[k] = append(kept, k), p
		end += p.length(k)
	}
	if _, err := out.Write(index(end, kept, func(k string) place { return places[k] })); err != nil {
		return fmt.Errorf("packing: %w", err)
	}
	return out.Flush()
}
