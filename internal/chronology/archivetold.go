package chronology

import (
	"encoding/binary"
	"maps"
	"slices"

	"github.com/zeebo/xxh3"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/event"
)

// documents writes what each document tells: what was read of its mentions, and
// apart from that, to be passed over where the mentions are there, themselves.
func (a *archivist) documents(kept map[string][]*held) {
	n := 0
	for _, list := range kept {
		n += len(list)
	}
	a.size(n)
	a.size(len(kept))
	var aside []byte
	for _, doc := range slices.Sorted(maps.Keys(kept)) {
		a.text(doc)
		a.size(len(kept[doc]))
		for _, h := range kept[doc] {
			a.mentions[h.raw.Mention], a.tellings[h.placed] = len(a.tellings), len(a.tellings)
			a.said(h.raw)
		}
		a.b, aside = aside[:0], a.b
		for _, h := range kept[doc] {
			a.mention(h.raw)
		}
		a.b, aside = aside, a.b
		a.size(len(aside))
		a.b = append(a.b, aside...)
		a.turn()
	}
}

// said writes what merging has read of a mention.
func (a *archivist) said(s *said) {
	a.text(s.Type)
	a.text(s.Date)
	a.text(s.Trigger.Text)
	a.signed(s.first)
	a.signed(s.last)
	a.size(s.level)
	for _, list := range [][]*party{s.who, s.where, s.agents} {
		a.size(len(list))
		for _, p := range list {
			a.text(p.name)
		}
	}
	a.size(len(s.terms))
	for _, x := range s.terms {
		a.hash(x.word)
		a.mark(byte(x.is))
	}
	a.size(len(s.figures))
	for _, f := range s.figures {
		a.hash(f.unit)
		a.text(f.value)
	}
	for _, list := range s.hashes() {
		a.ink.hashes(list)
	}
	a.long(s.words)
	a.long(s.sketch)
	a.size(s.length)
	a.b = binary.AppendUvarint(a.b, s.goods)
	a.mark(s.marksOfRead())
}

// marksOfRead are what was read that is so or not.
func (s *said) marksOfRead() byte {
	marks := byte(0)
	for i, is := range []bool{s.outcome, s.answer, s.light, s.passed, s.rejected, s.again} {
		if is {
			marks |= 1 << i
		}
	}
	return marks
}

// mention writes a mention as far as it decides anything, and a hash of all of
// it.
func (a *archivist) mention(s *said) {
	sum := sayingOf(s.Mention)
	a.long(sum.Hi)
	a.long(sum.Lo)
	for _, text := range repeated(s.Mention) {
		a.text(*text)
	}
	a.b = appendText(a.b, s.Headline)
	for _, text := range frequent(s.Mention) {
		a.text(*text)
	}
	for _, n := range counted(s.Mention) {
		a.signed(*n)
	}
	a.list(s.Actors)
	a.list(s.Places)
	a.mark(mark(s.Background))
}

// repeated are the texts of a mention that others of the document have, too.
func repeated(m *event.Mention) [5]*string {
	return [...]*string{&m.Doc, &m.ID, &m.DCT, &m.Date, &m.URL}
}

// dated is a date of a text, once it has been read.
type dated struct {
	when  calendar.Range
	known bool
}

// leastSaid is how many bytes a mention takes at least.
const leastSaid = 30

// documents reads what each document tells.
func (a *archive) documents(told func(doc string) ([]*event.Mention, bool)) {
	n := a.countOf(leastSaid)
	saids, placed, all := make([]said, n), make([]telling, n), make([]held, n)
	a.tellings, a.tales = make([]*telling, n), make([]tale, n)
	for i := range placed {
		placed[i].said, all[i].raw, all[i].placed, a.tellings[i] = &saids[i], &saids[i], &placed[i], &placed[i]
	}
	next := 0
	for range a.count() {
		doc := a.text()
		n := a.count()
		if n > len(all)-next {
			a.fail()
			return
		}
		list := make([]*held, n)
		for i := range list {
			list[i] = &all[next+i]
			a.said(&saids[next+i])
		}
		next += n
		length := a.count()
		if a.blind {
			return
		}
		mentions := a.rest[:length]
		if given, ok := told(doc); ok {
			if a.rest = a.rest[length:]; len(given) != n {
				a.fail()
				return
			}
			for i, m := range given {
				list[i].raw.Mention = m
			}
		} else {
			rest := a.rest[length:]
			a.rest = mentions
			for _, h := range list {
				a.mention(h)
			}
			a.rest = rest
		}
		a.keeper.kept[doc] = list
	}
	if next != len(all) {
		a.fail()
	}
}

// said reads what merging has read of a mention, but for the mention.
func (a *archive) said(s *said) {
	kind := a.text()
	s.kind, s.act = kindOf(kind), hashed(kind)
	s.when = a.date()
	s.trigrams = a.trigger()
	s.first, s.last, s.level = a.signed(), a.signed(), a.index(undated+1)
	s.who, s.where, s.agents = a.people(), a.people(), a.people()
	s.terms = a.terms.take(a.count())
	for i := range s.terms {
		s.terms[i] = term{word: a.hash(), is: emphasis(a.mark())}
	}
	s.figures = a.figures.some(a.count())
	for i := range s.figures {
		s.figures[i] = figure{a.hash(), a.text()}
	}
	var lists [6][]uint32
	for k := range lists {
		lists[k] = a.hashes()
	}
	s.hash(lists)
	s.words, s.sketch = a.long(), a.long()
	s.length, s.goods = int(a.size()), a.size()
	marks := a.mark()
	for i, is := range []*bool{&s.outcome, &s.answer, &s.light, &s.passed, &s.rejected, &s.again} {
		*is = marks>>i&1 > 0
	}
}

// date is the range of the date of a text, zero where it is none.
func (a *archive) date() calendar.Range {
	n := a.textNumber()
	d := &a.dates[n]
	if !d.known {
		d.when, _ = calendar.Parse(a.eye.texts[n])
		d.known = true
	}
	return d.when
}

func (a *archive) trigger() []uint32 {
	n := a.textNumber()
	if a.triggers[n] == nil {
		a.triggers[n] = a.keeper.reader.trigramsOf(a.eye.texts[n])
	}
	return a.triggers[n]
}

// people is a list of actors or places, nil where it is empty.
func (a *archive) people() []*party {
	out := a.who.some(a.count())
	for i := range out {
		n := a.textNumber()
		if a.parties[n] == nil {
			a.parties[n] = a.keeper.reader.party(a.eye.texts[n])
		}
		out[i] = a.parties[n]
	}
	return out
}

// mention reads a mention that is to be replaced, as far as it decides anything.
func (a *archive) mention(h *held) {
	h.brief = &xxh3.Uint128{Hi: a.long(), Lo: a.long()}
	m := &event.Mention{}
	for _, text := range repeated(m) {
		*text = a.text()
	}
	m.Headline = a.inline()
	for _, text := range frequent(m) {
		*text = a.text()
	}
	for _, n := range counted(m) {
		*n = a.signed()
	}
	m.Actors, m.Places = a.list(), a.list()
	m.Background = a.mark() > 0
	h.raw.Mention = m
}

// weigh is what the collection makes of a telling's words.
func (a *archive) weigh(t *telling) {
	t.weighInto(a.terms.take(len(t.terms)), a.keeper.facts)
}
