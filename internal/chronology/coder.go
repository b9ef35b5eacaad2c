package chronology

import (
	"encoding/binary"

	"github.com/zeebo/xxh3"

	"github.com/dateline-ssg/dateline/internal/event"
)

// coder writes what a mention says, as far as merging needs it, in some 170
// bytes and its headline, and reads it back. What few values are for many
// mentions (types, names, triggers, outlets) it writes as numbers of a list,
// which is all that it holds: words of a language, and names.
type coder struct {
	reader  *reader
	texts   []string
	numbers map[string]uint64
	recent  [1 << 10]string // texts read lately, by their hashes
}

func newCoder(r *reader) *coder { return &coder{reader: r, numbers: map[string]uint64{}} }

func (c *coder) number(text string) uint64 {
	n, ok := c.numbers[text]
	if !ok {
		n = uint64(len(c.texts))
		c.numbers[text] = n
		c.texts = append(c.texts, text)
	}
	return n
}

// once is a text, the same string as the last time where that was lately.
func (c *coder) once(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	slot := &c.recent[xxh3.Hash(b)%uint64(len(c.recent))]
	if *slot != string(b) {
		*slot = string(b)
	}
	return *slot
}

// ownTexts are the texts of a mention that it shares with few others, or that
// there are more of the more time a collection covers.
func ownTexts(m *event.Mention) [6]*string {
	return [...]*string{&m.Doc, &m.ID, &m.DCT, &m.Date, &m.URL, &m.Headline}
}

// frequent are the texts of a mention that few values are for.
func frequent(m *event.Mention) [9]*string {
	return [...]*string{&m.Outlet, &m.Mod, &m.Precision, &m.DateBasis, &m.Type, &m.Plover, &m.Status, &m.Attribution, &m.Trigger.Text}
}

// counted are the numbers of a mention.
func counted(m *event.Mention) [5]*int {
	return [...]*int{&m.SentenceStart, &m.SentenceEnd, &m.Trigger.Start, &m.Trigger.End, &m.Importance}
}

// hashes are the lists of hashes of a telling.
func (t *said) hashes() [6][]uint32 {
	return [...][]uint32{t.names, t.occasions, t.held, t.venue, t.trigger, t.clause}
}

// hash gives a telling its lists, as hashes has them.
func (t *said) hash(lists [6][]uint32) {
	t.names, t.feast, t.trigger, t.clause = lists[0], feastOf(lists[1], lists[2], lists[3]), lists[4], lists[5]
}

// Marks of what is so or not.
const (
	isBackground = 1 << iota
	isOutcome
	isAnswer
	isLight
	isPassed
	isRejected
	isAgain
)

// append adds what s says to b.
func (c *coder) append(b []byte, s *said) []byte {
	for _, text := range ownTexts(s.Mention) {
		b = appendText(b, *text)
	}
	for _, text := range frequent(s.Mention) {
		b = binary.AppendUvarint(b, c.number(*text))
	}
	for _, n := range counted(s.Mention) {
		b = binary.AppendVarint(b, int64(*n))
	}
	agents := make([]string, len(s.agents))
	for i, p := range s.agents {
		agents[i] = p.name
	}
	for _, names := range [][]string{s.Actors, s.Places, agents} {
		b = binary.AppendUvarint(b, uint64(len(names)))
		for _, name := range names {
			b = binary.AppendUvarint(b, c.number(name))
		}
	}
	b = binary.AppendUvarint(b, uint64(len(s.terms)))
	for _, x := range s.terms {
		b = append(binary.LittleEndian.AppendUint32(b, x.word), byte(x.is))
	}
	b = binary.AppendUvarint(b, uint64(len(s.figures)))
	for _, f := range s.figures {
		b = appendText(binary.LittleEndian.AppendUint32(b, f.unit), f.value)
	}
	for _, list := range s.hashes() {
		b = binary.AppendUvarint(b, uint64(len(list)))
		for _, n := range list {
			b = binary.LittleEndian.AppendUint32(b, n)
		}
	}
	b = binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(b, s.words), s.sketch)
	b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(s.length)), s.goods)
	marks := byte(0)
	for i, is := range []bool{s.Background, s.outcome, s.answer, s.light, s.passed, s.rejected, s.again} {
		if is {
			marks |= 1 << i
		}
	}
	return append(b, marks)
}

func appendText(b []byte, text string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}

// read is what append has written.
func (c *coder) read(b []byte) *said {
	both := &struct {
		said
		m event.Mention
	}{}
	s, m, in := &both.said, &both.m, cursor{b}
	s.Mention = m
	for _, text := range ownTexts(m) {
		*text = c.once(in.take(in.size()))
	}
	for _, text := range frequent(m) {
		*text = c.texts[in.size()]
	}
	for _, n := range counted(m) {
		*n = in.signed()
	}
	var agents []string
	for _, names := range []*[]string{&m.Actors, &m.Places, &agents} {
		if n := in.size(); n > 0 {
			*names = make([]string, n)
			for i := range *names {
				(*names)[i] = c.texts[in.size()]
			}
		}
	}
	s.terms = make([]term, in.size())
	for i := range s.terms {
		s.terms[i] = term{word: in.hash(), is: emphasis(in.take(1)[0])}
	}
	if n := in.size(); n > 0 {
		s.figures = make([]figure, n)
		for i := range s.figures {
			s.figures[i] = figure{in.hash(), string(in.take(in.size()))}
		}
	}
	var lists [6][]uint32
	for k := range lists {
		if n := in.size(); n > 0 {
			lists[k] = make([]uint32, n)
			for i := range lists[k] {
				lists[k][i] = in.hash()
			}
		}
	}
	s.hash(lists)
	s.words, s.sketch = binary.LittleEndian.Uint64(in.take(8)), binary.LittleEndian.Uint64(in.take(8))
	s.length, s.goods = in.size(), uint64(in.size())
	marks := in.take(1)[0]
	m.Background, s.outcome, s.answer, s.light = marks&isBackground > 0, marks&isOutcome > 0, marks&isAnswer > 0, marks&isLight > 0
	s.passed, s.rejected, s.again = marks&isPassed > 0, marks&isRejected > 0, marks&isAgain > 0
	s.kind, s.act, s.trigrams = kindOf(m.Type), hashed(m.Type), c.reader.trigramsOf(m.Trigger.Text)
	s.dateIt()
	s.meet(c.reader)
	for _, name := range agents {
		s.agents = append(s.agents, c.reader.party(name))
	}
	return s
}

// cursor goes through bytes that append has written.
type cursor struct{ b []byte }

func (c *cursor) take(n int) []byte {
	out := c.b[:n]
	c.b = c.b[n:]
	return out
}

func (c *cursor) size() int {
	n, k := binary.Uvarint(c.b)
	c.b = c.b[k:]
	return int(n)
}

func (c *cursor) signed() int {
	n, k := binary.Varint(c.b)
	c.b = c.b[k:]
	return int(n)
}

// text is what appendText has written.
func (c *cursor) text() string { return string(c.take(c.size())) }

// key is a text that keyText has written.
func (c *cursor) key() string {
	var out []byte
	for i := 0; ; i++ {
		if c.b[i] == 0 {
			if c.b[i+1] == 0 {
				c.b = c.b[i+2:]
				return string(out)
			}
			i++
			out = append(out, 0)
			continue
		}
		out = append(out, c.b[i])
	}
}

func (c *cursor) hash() uint32 { return binary.LittleEndian.Uint32(c.take(4)) }
