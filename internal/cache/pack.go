package cache

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"os"

	"github.com/zeebo/xxh3"
)

// The packed file: a head that names the format, the values one after the
// other, the index, and a foot of fixed size that says where the index is and
// what it hashes to. All numbers are little-endian.
//
//	"dateline readings 1\n"
//	values
//	index: for each value: length of key (4), key, offset (8), size (8), hash (8)
//	foot: offset of the index (8), its hash (8), "end\n" + 4 zero bytes
//
// A cut file has no foot, a damaged index another hash; a damaged value is
// found out when it is read.
const (
	packHead = "dateline readings 1\n"
	packTail = "end\n\x00\x00\x00\x00"
	footSize = 8 + 8 + len(packTail)
)

var (
	errForeign = errors.New("is of another version or not Dateline's")
	errDamaged = errors.New("is damaged or cut short")
)

// packer writes a packed file; the first error ends it.
type packer struct {
	w     *bufio.Writer
	at    int64
	index []byte
	err   error
}

func newPacker(w io.Writer) *packer {
	p := &packer{w: bufio.NewWriterSize(w, 1<<16)}
	p.write([]byte(packHead))
	return p
}

func (p *packer) write(b []byte) {
	if p.err == nil {
		_, p.err = p.w.Write(b)
		p.at += int64(len(b))
	}
}

func (p *packer) add(key string, value []byte) {
	p.index = binary.LittleEndian.AppendUint32(p.index, uint32(len(key)))
	p.index = append(p.index, key...)
	p.index = binary.LittleEndian.AppendUint64(p.index, uint64(p.at))
	p.index = binary.LittleEndian.AppendUint64(p.index, uint64(len(value)))
	p.index = binary.LittleEndian.AppendUint64(p.index, sum(key, value))
	p.write(value)
}

func (p *packer) finish() error {
	foot := binary.LittleEndian.AppendUint64(nil, uint64(p.at))
	foot = binary.LittleEndian.AppendUint64(foot, xxh3.Hash(p.index))
	foot = append(foot, packTail...)
	p.write(p.index)
	p.write(foot)
	if p.err == nil {
		p.err = p.w.Flush()
	}
	return p.err
}

// readIndex reads where the values of a packed file are.
func readIndex(f *os.File) (map[string]place, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	head := make([]byte, len(packHead))
	if _, err := f.ReadAt(head, 0); err != nil || string(head) != packHead {
		return nil, errForeign
	}
	end := info.Size() - int64(footSize)
	foot := make([]byte, footSize)
	if end < int64(len(head)) {
		return nil, errDamaged
	}
	if _, err := f.ReadAt(foot, end); err != nil || string(foot[16:]) != packTail {
		return nil, errDamaged
	}
	start := binary.LittleEndian.Uint64(foot)
	if start < uint64(len(head)) || start > uint64(end) {
		return nil, errDamaged
	}
	index := make([]byte, end-int64(start))
	if _, err := f.ReadAt(index, int64(start)); err != nil || xxh3.Hash(index) != binary.LittleEndian.Uint64(foot[8:]) {
		return nil, errDamaged
	}
	return parseIndex(index, int64(start))
}

// parseIndex reads an index whose values all lie before limit.
func parseIndex(b []byte, limit int64) (map[string]place, error) {
	places := map[string]place{}
	for len(b) > 0 {
		if len(b) < 4 {
			return nil, errDamaged
		}
		n := int64(binary.LittleEndian.Uint32(b))
		if b = b[4:]; int64(len(b)) < n+24 {
			return nil, errDamaged
		}
		key, numbers := string(b[:n]), b[n:]
		at := place{
			offset: int64(binary.LittleEndian.Uint64(numbers)),
			size:   int64(binary.LittleEndian.Uint64(numbers[8:])),
			sum:    binary.LittleEndian.Uint64(numbers[16:]),
		}
		if at.offset < int64(len(packHead)) || at.size < 0 || at.offset > limit || at.size > limit-at.offset {
			return nil, errDamaged
		}
		places[key] = at
		b = numbers[24:]
	}
	return places, nil
}
