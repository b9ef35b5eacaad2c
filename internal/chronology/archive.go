package chronology

import (
	"errors"
	"maps"
	"slices"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/event"
)

// An archive is what a keeper holds, written down for another process: what its
// mentions say as numbers, the counts of words, the clusters of each span of
// time, what they bid for each other, and the events as they were last shown. It
// holds no sentences: the mentions of documents that tell what they told are
// given by who opens it. Those of other documents are known by what decides
// anything, until they are replaced.
//
// The law: a keeper that was opened gives, whatever is put into it, what the one
// that was written would give. It holds the same state, but for what is a
// function of that and is made when it is asked for.
//
//	texts; documents with what they tell; census; spans, bids, edges; events

// Archive writes down what k holds since it last gave its events, in parts that follow
// each other; nil where something has been put since then.
func (k *Keeper) Archive() [][]byte {
	if len(k.gone)+len(k.fresh) > 0 {
		return nil
	}
	a := &archivist{ink: newInk(), tellings: make(map[*telling]int, k.census.tellings), mentions: make(map[*event.Mention]int, k.census.tellings), clusters: make(map[*cluster]int, k.census.tellings), ranks: map[parts]int{}}
	a.documents(k.kept)
	a.census(k.census)
	a.shelf(k.shelf)
	a.ledger(k.ledger)
	return a.pages()
}

// archivist writes an archive: what is written once is a number from then on.
type archivist struct {
	*ink
	tellings map[*telling]int
	mentions map[*event.Mention]int
	clusters map[*cluster]int
	ranks    map[parts]int
}

var errArchive = errors.New("not an archive of these mentions")

// OpenArchive is the keeper that was written down. told gives what a document
// tells, false where that is not known to be what it told then; lookup is that of
// NewKeeper, and must know what it knew. The error says that b is no archive, or
// not one of these mentions.
func OpenArchive(b []byte, lookup func(string) *actor.Actor, told func(doc string) ([]*event.Mention, bool)) (*Keeper, error) {
	in := newEye(b)
	k := NewKeeper(lookup)
	a := &archive{eye: in, keeper: k, parties: make([]*party, len(in.texts)), dates: make([]dated, len(in.texts)), triggers: make([][]uint32, len(in.texts))}
	for _, part := range []func(){func() { a.documents(told) }, a.census, a.shelf, a.ledger} {
		if part(); in.blind {
			return nil, errArchive
		}
	}
	if len(in.rest) > 0 {
		return nil, errArchive
	}
	return k, nil
}

// archive is what is read of one, by number.
type archive struct {
	*eye
	keeper   *Keeper
	tellings []*telling
	tales    []tale // of each telling, where an event has it
	units    []*unit
	clusters []*cluster
	before   *draft   // the one that was read last
	ranks    []*parts // of ranks, by number

	parties  []*party // by the number of the name's text
	dates    []dated
	triggers [][]uint32
	archivePools
}

// archivePools are the pieces that lists are taken from.
type archivePools struct {
	numbers  pool[uint32]
	terms    pool[term]
	figures  pool[figure]
	who      pool[*party]
	told     pool[*telling]
	texts    pool[string]
	bids     pool[bid]
	mentions pool[*event.Mention]
	ids      pool[MentionID]
	votes    pool[DateVote]
	links    pool[Link]
	related  pool[relative]
	sketches pool[uint64]
}

// hashes is a list of hashes, nil where it is empty.
func (a *archive) hashes() []uint32 {
	out := a.archivePools.numbers.some(a.count())
	for i := range out {
		out[i] = a.hash()
	}
	return out
}

// list is a list of texts, which is not nil.
func (a *archive) list() []string {
	out := a.archivePools.texts.take(a.count())
	for i := range out {
		out[i] = a.text()
	}
	return out
}

func (a *archivist) census(c *Census) {
	a.signed(c.tellings)
	a.size(len(c.words))
	for _, word := range slices.Sorted(maps.Keys(c.words)) {
		a.hash(word)
		a.size(c.words[word])
	}
	a.size(len(c.months))
	for _, m := range slices.Sorted(maps.Keys(c.months)) {
		a.signed(m)
		a.signed(c.months[m])
	}
	a.size(len(c.copies.prints))
	for _, doc := range slices.Sorted(maps.Keys(c.copies.prints)) {
		a.text(doc)
		a.long(c.copies.prints[doc])
	}
	groups := c.copies.groups()
	a.size(len(groups))
	for _, doc := range slices.Sorted(maps.Keys(groups)) {
		a.text(doc)
		a.text(groups[doc])
	}
}

func (a *archive) census() {
	c := a.keeper.census
	c.tellings = a.signed()
	n := a.count()
	c.words = make(map[uint32]int, n)
	for range n {
		word := a.hash()
		c.words[word] = int(a.size())
	}
	for range a.count() {
		m := a.signed()
		c.months[m] = a.signed()
	}
	for range a.count() {
		doc := a.text()
		c.copies.set(doc, a.long())
	}
	c.copies.known = map[string]string{}
	for range a.count() {
		doc := a.text()
		c.copies.known[doc] = a.text()
	}
	if a.blind {
		return
	}
	a.keeper.facts = c.facts()
	for _, t := range a.tellings {
		a.weigh(t)
	}
}
