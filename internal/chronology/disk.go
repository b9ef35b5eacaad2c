package chronology

import (
	"encoding/binary"
	"io"
)

// Scratch is room outside of memory: what is written to it stands behind what
// was written before, and can be read again, and written over, anywhere. A file
// that was just made is one.
type Scratch interface {
	io.Writer
	io.ReaderAt
	io.WriterAt
}

// disk is a scratch as it is used: what is written is gathered into large
// pieces, what is read comes in pages, some of which are held. What goes wrong
// there is thrown as broken: it can go wrong deep in what cannot fail otherwise.
type disk struct {
	room  Scratch
	out   []byte // still to be written
	wrote int64
	pages []page
}

// newDisk is a disk that holds about so many bytes of what is read.
func newDisk(room Scratch, memory int) *disk {
	return &disk{room: room, pages: make([]page, max(memory/pageSize, fewestPages))}
}

// broken is an error of the scratch. Who began recovers it.
type broken struct{ error }

// mended makes an error of what broke.
func mended(err *error) {
	if r := recover(); r != nil {
		b, ok := r.(broken)
		if !ok {
			panic(r)
		}
		*err = b.error
	}
}

// gathered is how many bytes are written at once.
const gathered = 1 << 16

// end is where the next bytes will stand.
func (d *disk) end() int64 { return d.wrote + int64(len(d.out)) }

// append writes bytes, and says where they stand.
func (d *disk) append(b []byte) int64 {
	at := d.end()
	if d.out = append(d.out, b...); len(d.out) >= gathered {
		d.flush()
	}
	return at
}

func (d *disk) flush() {
	if len(d.out) == 0 {
		return
	}
	n, err := d.room.Write(d.out)
	if d.wrote += int64(n); err != nil {
		panic(broken{err})
	}
	d.out = d.out[:0]
}

// over writes over what stands somewhere.
func (d *disk) over(b []byte, at int64) {
	d.flush()
	if _, err := d.room.WriteAt(b, at); err != nil {
		panic(broken{err})
	}
}

// read fills b with what stands somewhere.
func (d *disk) read(b []byte, at int64) {
	if at+int64(len(b)) > d.wrote {
		d.flush()
	}
	if n, err := d.room.ReadAt(b, at); n < len(b) {
		if err == nil || err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		panic(broken{err})
	}
}

// What is read is held in pages of so many bytes, of which there are so many:
// what is taken up together mostly stands together, in as many places as there
// are runs.
const (
	pageSize    = 1 << 15
	fewestPages = 8
)

type page struct {
	number int64 // from 1
	b      []byte
}

// bytes are some of what was written and will not be written over, good until
// the next are asked for.
func (d *disk) bytes(from int64, n int) []byte {
	first, last := from/pageSize, (from+int64(n)-1)/pageSize
	if first == last {
		at := int(from % pageSize)
		return d.page(first, at+n)[at:][:n]
	}
	out := make([]byte, 0, n)
	for k := first; k <= last; k++ {
		at := int(max(from, k*pageSize) - k*pageSize)
		to := int(min(from+int64(n), (k+1)*pageSize) - k*pageSize)
		out = append(out, d.page(k, to)[at:to]...)
	}
	return out
}

// page is a piece, of which at least so many bytes are wanted: the last one
// grows.
func (d *disk) page(k int64, wanted int) []byte {
	p := &d.pages[k%int64(len(d.pages))]
	if p.number != k+1 || len(p.b) < wanted {
		if p.b == nil {
			p.b = make([]byte, pageSize)
		}
		if k*pageSize+int64(wanted) > d.wrote {
			d.flush()
		}
		p.number, p.b = k+1, p.b[:max(wanted, int(min(pageSize, d.wrote-k*pageSize)))]
		d.read(p.b, k*pageSize)
	}
	return p.b
}

// framed are the bytes that stand behind their length somewhere, good until the
// next are asked for.
func (d *disk) framed(at int64) []byte {
	n, k := binary.Uvarint(d.bytes(at, int(min(binary.MaxVarintLen64, d.end()-at))))
	return d.bytes(at+int64(k), int(n))
}

// frame writes bytes behind their length, and says where they stand.
func (d *disk) frame(b []byte) int64 {
	var head [binary.MaxVarintLen64]byte
	at := d.append(head[:binary.PutUvarint(head[:], uint64(len(b)))])
	d.append(b)
	return at
}
