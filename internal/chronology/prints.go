package chronology

import (
	"bytes"
	"encoding/binary"
)

// prints are fingerprints of documents on a scratch.
type prints struct {
	disk *disk
	most int
	docs *sorting // documents with fingerprints
	last []byte
}

func newPrints(d *disk, memory int) *prints {
	most := max(memory/2, fewest)
	return &prints{disk: d, most: most, docs: newSorting(d, most)}
}

// note gives a document a fingerprint; of several it has the least. A document's
// mentions mostly come one after the other.
func (p *prints) note(doc, print string) {
	n, ok := signature(print)
	if !ok {
		return
	}
	if b := binary.BigEndian.AppendUint64(keyText(nil, doc), n); !bytes.Equal(b, p.last) {
		p.docs.add(b)
		p.last = b
	}
}

// groups are as of copies.
func (p *prints) groups() map[string]string {
	sorting := func() *sorting { return newSorting(p.disk, p.most) }
	by := sorting()
	last := ""
	for _, record := range p.docs.each() {
		in := cursor{record}
		if doc := in.key(); doc != last || by.empty() {
			by.add(printRecord(binary.BigEndian.Uint64(in.b), doc))
			last = doc
		}
	}
	return nearDuplicates(by, sorting)
}
