package chronology

import "encoding/binary"

// paged is records of one size by their numbers from 0, that are changed where
// they stand. Some pages of it are held; the others are on a disk. Of a page it
// knows where it stands, which is all that grows with the records.
type paged struct {
	disk  *disk
	size  int // bytes of a record
	n     int64
	stand []int64 // of each page, counted from 1; 0 for none yet
	slots []leaf
}

// leaf is a page that is held.
type leaf struct {
	number  int64 // from 1
	changed bool
	b       []byte
}

// Of records are held as many pages of leafSize bytes as memory allows.
const (
	leafSize     = 1 << 14
	fewestLeaves = 8
)

func newPaged(d *disk, size, memory int) *paged {
	return &paged{disk: d, size: size, slots: make([]leaf, max(memory/leafSize, fewestLeaves))}
}

// add adds a record, and returns its number.
func (t *paged) add(record []byte) int64 {
	t.n++
	copy(t.change(t.n-1), record)
	return t.n - 1
}

// at is a record, good until the next is asked for.
func (t *paged) at(k int64) []byte {
	each := int64(leafSize / t.size)
	return t.leaf(k / each).b[int(k%each)*t.size:][:t.size]
}

// change is a record that will be written over.
func (t *paged) change(k int64) []byte {
	each := int64(leafSize / t.size)
	l := t.leaf(k / each)
	l.changed = true
	return l.b[int(k%each)*t.size:][:t.size]
}

func (t *paged) leaf(k int64) *leaf {
	l := &t.slots[k%int64(len(t.slots))]
	if l.number == k+1 {
		return l
	}
	if l.changed {
		if at := t.stand[l.number-1]; at > 0 {
			t.disk.over(l.b, at-1)
		} else {
			t.stand[l.number-1] = t.disk.append(l.b) + 1
		}
	}
	if l.b == nil {
		l.b = make([]byte, leafSize)
	}
	for int(k) >= len(t.stand) {
		t.stand = append(t.stand, 0)
	}
	if l.number, l.changed = k+1, false; t.stand[k] > 0 {
		t.disk.read(l.b, t.stand[k]-1)
	} else {
		clear(l.b)
	}
	return l
}

// column is numbers by their numbers.
type column struct{ *paged }

func newColumn(d *disk) column { return column{newPaged(d, 8, 0)} }

func (c column) push(n int64) { c.add(binary.LittleEndian.AppendUint64(nil, uint64(n))) }

func (c column) get(k int64) int64 { return int64(binary.LittleEndian.Uint64(c.at(k))) }
