package chronology

import "encoding/binary"

// ink writes values as an archive holds them, each text once; eye reads them
// back. It fills page after page, so that what is written is never copied.
type ink struct {
	full    [][]byte
	b       []byte // the page at hand
	texts   []string
	numbers map[string]uint64
}

func newInk() *ink {
	w := &ink{numbers: make(map[string]uint64, 1<<13), texts: []string{""}}
	w.numbers[""] = 0
	return w
}

// filled is from how many bytes on a page is full.
const filled = 1 << 20

// turn turns the page where it is full. What is written before that is asked again may
// stand behind that.
func (w *ink) turn() {
	if len(w.b) >= filled {
		w.full, w.b = append(w.full, w.b), make([]byte, 0, filled+filled/16)
	}
}

func (w *ink) size(n int)       { w.b = binary.AppendUvarint(w.b, uint64(n)) }
func (w *ink) signed(n int)     { w.b = binary.AppendVarint(w.b, int64(n)) }
func (w *ink) long(n uint64)    { w.b = binary.LittleEndian.AppendUint64(w.b, n) }
func (w *ink) hash(n uint32)    { w.b = binary.LittleEndian.AppendUint32(w.b, n) }
func (w *ink) mark(marks byte)  { w.b = append(w.b, marks) }
func (w *ink) text(text string) { w.b = binary.AppendUvarint(w.b, w.number(text)) }

// own writes a text that no other is likely to be.
func (w *ink) own(text string) {
	w.b = binary.AppendUvarint(w.b, uint64(len(w.texts)))
	w.texts = append(w.texts, text)
}

func (w *ink) list(texts []string) {
	w.size(len(texts))
	for _, text := range texts {
		w.text(text)
	}
}

func (w *ink) hashes(list []uint32) {
	w.size(len(list))
	for _, n := range list {
		w.hash(n)
	}
}

func (w *ink) number(text string) uint64 {
	n, ok := w.numbers[text]
	if !ok {
		n = uint64(len(w.texts))
		w.numbers[text], w.texts = n, append(w.texts, text)
	}
	return n
}

// pages are the texts, and then all that was written.
func (w *ink) pages() [][]byte {
	sizes, length := binary.AppendUvarint(nil, uint64(len(w.texts))), 0
	for _, text := range w.texts {
		sizes = binary.AppendUvarint(sizes, uint64(len(text)))
		length += len(text)
	}
	texts := make([]byte, 0, length)
	for _, text := range w.texts {
		texts = append(texts, text...)
	}
	return append(append([][]byte{sizes, texts}, w.full...), w.b)
}

// eye reads what ink has written. What it cannot be makes it blind: from then on
// it reads zeros, and who began asks once at the end.
type eye struct {
	rest  []byte
	texts []string
	blind bool
}

func newEye(b []byte) *eye {
	in := &eye{rest: b}
	sizes := make([]int, in.count())
	total := 0
	for i := range sizes {
		sizes[i] = in.count()
		if total += sizes[i]; total > len(b) {
			in.fail()
		}
	}
	if in.blind || total > len(in.rest) {
		in.fail()
		return in
	}
	all := string(in.rest[:total])
	in.rest, in.texts = in.rest[total:], make([]string, len(sizes))
	for i, n := range sizes {
		in.texts[i], all = all[:n], all[n:]
	}
	return in
}

func (in *eye) fail() { in.blind, in.rest = true, nil }

func (in *eye) size() uint64 {
	if len(in.rest) > 0 && in.rest[0] < 0x80 {
		n := in.rest[0]
		in.rest = in.rest[1:]
		return uint64(n)
	}
	n, k := binary.Uvarint(in.rest)
	if k <= 0 {
		in.fail()
		return 0
	}
	in.rest = in.rest[k:]
	return n
}

// count is how many there are of something that takes a byte at least.
func (in *eye) count() int { return in.countOf(1) }

// countOf is how many there are of something that takes so many bytes at least.
func (in *eye) countOf(least int) int {
	n := in.size()
	if n > uint64(len(in.rest)/least) {
		in.fail()
		return 0
	}
	return int(n)
}

// index is one of n, and 0 where there is none such.
func (in *eye) index(n int) int {
	i := in.size()
	if i >= uint64(n) {
		in.fail()
		return 0
	}
	return int(i)
}

func (in *eye) signed() int {
	n, k := binary.Varint(in.rest)
	if k <= 0 {
		in.fail()
		return 0
	}
	in.rest = in.rest[k:]
	return int(n)
}

func (in *eye) long() uint64 {
	if len(in.rest) < 8 {
		in.fail()
		return 0
	}
	n := binary.LittleEndian.Uint64(in.rest)
	in.rest = in.rest[8:]
	return n
}

func (in *eye) hash() uint32 {
	if len(in.rest) < 4 {
		in.fail()
		return 0
	}
	n := binary.LittleEndian.Uint32(in.rest)
	in.rest = in.rest[4:]
	return n
}

func (in *eye) mark() byte {
	if len(in.rest) == 0 {
		in.fail()
		return 0
	}
	b := in.rest[0]
	in.rest = in.rest[1:]
	return b
}

// textNumber is the number of a text; there is always one.
func (in *eye) textNumber() int {
	if len(in.texts) == 0 {
		in.texts = []string{""}
	}
	return in.index(len(in.texts))
}

func (in *eye) text() string { return in.texts[in.textNumber()] }

// inline is a text that stands where it is read.
func (in *eye) inline() string {
	n := in.count()
	if n > len(in.rest) {
		in.fail()
		return ""
	}
	text := string(in.rest[:n])
	in.rest = in.rest[n:]
	return text
}
