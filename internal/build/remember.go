package build

import (
	"encoding/binary"
	"errors"

	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/source"
)

// What a memo keeps of a file is its reading and, behind it, its text as it is
// shown, which is decoded only when the article's page is drawn.
//
//	length of the reading, reading, text (nothing where there is none)

// encode is a reading and a text as a memo keeps them.
func encode(r Reading, body []article.Bit) []byte {
	first := write(r)
	defer first.done()
	size := binary.MaxVarintLen64 + first.length()
	var second *written
	if len(body) > 0 {
		second = write(body)
		defer second.done()
		size += second.length()
	}
	b := binary.AppendUvarint(make([]byte, 0, size), uint64(first.length()))
	if b = first.append(b); second != nil {
		b = second.append(b)
	}
	return b
}

var errMemo = errors.New("what the memo keeps is no reading")

// split finds the two parts of what encode gave.
func split(b []byte) (reading, body []byte, err error) {
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
		r.Memo.Put(key, encode(*out, body))
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
	r.Memo.Get(key, func(b []byte) {
		first, body, err := split(b)
		whole, has = err == nil && unmarshal(first, &out) == nil, len(body) > 0
	})
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
		_, second, err := split(b)
		whole = err == nil && unmarshal(second, &body) == nil
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
