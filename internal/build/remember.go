package build

import (
	"encoding/binary"
	"errors"

	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

// What a memo keeps of a file is what it tells, what of that any word of its text
// changes, and the text as it is shown, which is decoded only when the article's
// page is drawn.
//
//	length of what it tells, that, length of the next, that, text (nothing where there is none)

// unlike is what of a reading differs where two readings tell the same.
type unlike struct {
	Digest       string
	Fingerprints []string // of the document of each mention
	Places       []int    // of each, where its sentences begin and end; the reading has what they are contracted to
	Told         string   // as Reading has it
}

// encode is a reading and a text as a memo keeps them, and notes in the reading
// what it tells.
func encode(r *Reading, body []article.Bit) []byte {
	other, near := r.part()
	parts := []*written{write(*r), nil}
	other.Told = toldIn(parts[0], near, len(body) > 0)
	parts[1] = write(other)
	if len(body) > 0 {
		parts = append(parts, write(body))
	}
	size := 2 * binary.MaxVarintLen64
	for _, part := range parts {
		defer part.done()
		size += part.length()
	}
	b := make([]byte, 0, size)
	for i, part := range parts {
		if i < 2 {
			b = binary.AppendUvarint(b, uint64(part.length()))
		}
		b = part.append(b)
	}
	r.join(other)
	return b
}

// decode reads what encode gave, but for the text, and reports whether it is
// whole and has a text.
func decode(b []byte) (r Reading, whole, has bool) {
	var other unlike
	first, rest, err := split(b)
	if err != nil {
		return r, false, false
	}
	second, body, err := split(rest)
	if err != nil || unmarshal(first, &r) != nil || unmarshal(second, &other) != nil || !r.join(other) {
		return r, false, false
	}
	return r, true, len(body) > 0
}

// part takes out of a reading what is unlike in another one that tells the same, and
// says what of the distances between its sentences is not.
func (r *Reading) part() (out unlike, near []int) {
	out = unlike{Digest: r.Digest, Fingerprints: make([]string, len(r.Mentions)), Places: make([]int, 0, 2*len(r.Mentions))}
	starts, ends, near := chronology.Contract(r.Mentions)
	for i := range r.Mentions {
		m := &r.Mentions[i]
		out.Fingerprints[i], m.Fingerprint = m.Fingerprint, ""
		out.Places = append(out.Places, m.SentenceStart, m.SentenceEnd)
		stand(m, starts[i], ends[i])
	}
	r.Digest, r.Told = "", ""
	return out, near
}

// join puts it back, and reports whether it is of that reading.
func (r *Reading) join(other unlike) bool {
	if n := len(r.Mentions); len(other.Fingerprints) != n || len(other.Places) != 2*n {
		return false
	}
	for i := range r.Mentions {
		r.Mentions[i].Fingerprint = other.Fingerprints[i]
		stand(&r.Mentions[i], other.Places[2*i], other.Places[2*i+1])
	}
	r.Digest, r.Told = other.Digest, other.Told
	return true
}

// stand gives the sentences of a mention another place; its trigger goes with them.
func stand(m *event.Mention, start, end int) {
	by := start - m.SentenceStart
	m.SentenceStart, m.SentenceEnd = start, end
	m.Trigger.Start, m.Trigger.End = m.Trigger.Start+by, m.Trigger.End+by
}

// toldIn is a hash over what a file tells, how near to each other, and whether it has a
// text to show: to its sentences others link.
func toldIn(reading *written, near []int, has bool) string {
	h := newHash()
	for _, part := range [...][]byte{reading.sizes, reading.bytes, reading.value} {
		h.bytes(part)
	}
	for _, n := range near {
		h.length(n)
	}
	h.value(has)
	return h.sum()
}

var errMemo = errors.New("what the memo keeps is no reading")

// split finds a part that has its length before it, and what stands behind it.
func split(b []byte) (part, rest []byte, err error) {
	n, k := binary.Uvarint(b)
	if k <= 0 || n > uint64(len(b)-k) {
		return nil, nil, errMemo
	}
	return b[k : k+int(n)], b[k+int(n):], nil
}

// remember gives a new reading to the memo and to the next run. With a memo
// its text goes there.
func (r *Reader) remember(out *Reading, c Content, key string) {
	if r.Memo != nil {
		var body []article.Bit
		if out.Article != nil {
			body, out.Article.Body = out.Article.Body, nil
		}
		r.Memo.Put(key, encode(out, body))
		r.withBody(out, c, key, len(body) > 0)
	}
	r.Past.note(key, *out)
}

// remembered is the reading that the last run or the memo keeps under a key.
func (r *Reader) remembered(c Content, key string) (Reading, bool) {
	if out, ok := r.Past.reading(key); ok {
		return out, true
	}
	if r.Memo == nil {
		return Reading{}, false
	}
	var out Reading
	whole, has := false, false
	r.Memo.Get(key, func(b []byte) { out, whole, has = decode(b) })
	if !whole {
		return Reading{}, false
	}
	r.withBody(&out, c, key, has)
	r.Past.note(key, out)
	return out, true
}

// withBody gives a reading that has a text the way to it.
func (r *Reader) withBody(out *Reading, c Content, key string, has bool) {
	if has {
		digest := out.Digest
		out.Body = func() ([]article.Bit, error) { return r.body(c, key, digest) }
	}
}

// body is the text of a file, from the memo, or else from the file if that is
// still the one that was read.
func (r *Reader) body(c Content, key, digest string) ([]article.Bit, error) {
	var body []article.Bit
	whole := false
	r.Memo.Get(key, func(b []byte) {
		if _, rest, err := split(b); err == nil {
			_, text, err := split(rest)
			whole = err == nil && unmarshal(text, &body) == nil
		}
	})
	if whole {
		return body, nil
	}
	b, err := c.Read()
	if err != nil {
		return nil, err
	}
	if Digest(b) != digest {
		return nil, &source.Failure{Diagnostics: []source.Diagnostic{{File: c.Path, Level: source.Error,
			Problem: "the file was changed while the site was built", Hint: "build again"}}}
	}
	a, _ := r.parse(source.File{Path: c.Path, Bytes: b})
	if a == nil {
		return nil, errMemo
	}
	return a.Body, nil
}
