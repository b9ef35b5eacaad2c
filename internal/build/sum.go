package build

import (
	"encoding/binary"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/zeebo/xxh3"
)

// Sum is a hash over all that the output depends on: equal sums, equal
// outputs, diagnostics included. It is "" where a content file would have to
// be read first, or where nothing tells one version of the program from
// another.
func (in *Input) Sum() string {
	if in.Version == "" {
		return ""
	}
	h := newHash()
	h.text(in.around())
	for _, c := range in.Content {
		if c.Digest == "" {
			return ""
		}
		h.text("content", c.Path, c.Digest)
	}
	return h.sum()
}

// around is a hash over all that the output depends on besides the content files.
func (in *Input) around() string {
	h := newHash()
	h.text("input", in.Version, in.Now)
	h.value(in.Config)
	h.value(in.Drafts)
	h.value(in.Diagnostics)
	for _, a := range in.Static {
		h.text("static", a.Path, a.Key)
	}
	for _, l := range in.Layers {
		h.text("layer", l.Name)
		h.length(len(l.Files))
		for _, name := range slices.Sorted(maps.Keys(l.Files)) {
			h.text(name)
			h.bytes(l.Files[name])
		}
	}
	for _, f := range [...]struct {
		name  string
		bytes []byte
	}{{"actors", in.Actors.Bytes}, {"edits", in.Edits.Bytes}, {"lock", in.Lock.Bytes}, {"font", in.Font.Bytes}} {
		h.text(f.name)
		h.bytes(f.bytes)
	}
	return h.sum()
}

// hash gathers parts, each with its length, so that no two lists of parts
// write the same bytes.
type hash struct{ h *xxh3.Hasher }

func newHash() *hash { return &hash{xxh3.New()} }

func (h *hash) text(parts ...string) {
	for _, p := range parts {
		h.length(len(p))
		h.h.WriteString(p)
	}
}

func (h *hash) bytes(b []byte) {
	h.length(len(b))
	h.h.Write(b)
}

func (h *hash) length(n int) {
	h.h.Write(binary.LittleEndian.AppendUint64(nil, uint64(n)))
}

// value writes a value as JSON, whose order of fields and of map keys is
// fixed.
func (h *hash) value(v any) {
	b, err := json.Marshal(v)
	if err != nil { // only what is no data cannot be written
		panic("build: " + err.Error())
	}
	h.text(string(b))
}

func (h *hash) sum() string {
	var b strings.Builder
	for _, c := range h.h.Sum128().Bytes() {
		b.WriteByte("0123456789abcdef"[c>>4])
		b.WriteByte("0123456789abcdef"[c&15])
	}
	return b.String()
}
