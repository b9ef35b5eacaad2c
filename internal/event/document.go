package event

import (
	"slices"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// Document is one article with all that the stages before have found in it.
// Clauses has one parse a block; the Passage of Exprs and Refs is the index of
// a block. Text is the bytes of the file, from which quotations are taken.
type Document struct {
	*article.Article
	ID       string // "" means the article's path
	Text     []byte
	Language string // that the article is read in; "" means "en"
	Clauses  []*clause.Parse
	Exprs    []timex.Expr
	Refs     []actor.Ref
}

// Foreign reports whether the prose of a document gives no events because it is in a language
// without rules for them, or does not look like the one that it is read in.
func (doc *Document) Foreign() bool {
	texts := make([]*sentence.Text, len(doc.Blocks))
	for i := range doc.Blocks {
		texts[i] = doc.Blocks[i].Text
	}
	return grammarOf(doc.Language) == nil || !sentence.Familiar(texts, doc.Language)
}

// written is the day from which a document speaks: its publication date, or
// the dateline at its head where it has none. Mentions keep what was given.
func (doc *Document) written() calendar.Date {
	if doc.DCT.Known() {
		return doc.DCT
	}
	for i := range doc.Exprs {
		if e := &doc.Exprs[i]; e.Dateline && e.When.Single() {
			return e.When.From
		}
	}
	return calendar.Date{}
}

// Close gives the room of a document that Prepare has made to the next one: its
// clauses and its article's blocks are no longer to be read.
func (doc *Document) Close() {
	for _, p := range doc.Clauses {
		p.Close()
	}
	doc.Clauses = nil
	doc.Article.Close()
}

// Find tells the events of a document, in the order of the text. It gives
// nothing for a language without rules.
func Find(doc Document) []Mention { return FindAll([]Document{doc})[0] }

// Company is how many bytes of text are best read together, in documents that stand
// beside each other: fewer take more time, and more take memory.
const Company = 16 << 10

// FindAll is Find for several documents, each of which is read by itself. Together
// they take less time than one after the other.
func FindAll(docs []Document) [][]Mention { return findAll(docs, nil) }

// blocks prepares the blocks of a document. What is kept of its words stands in
// a few slices for all blocks, of which each block has its part.
func (doc *Document) blocks(g *grammar, keep *room) []*block {
	words := 0
	for i := range doc.Blocks {
		words += len(doc.Blocks[i].Words)
	}
	out, made := make([]*block, len(doc.Blocks)), keep.blocks(len(doc.Blocks))
	at := keep.places(2 * words)
	keep.exprs = doc.dates(keep.exprs[:0])
	exprs, refs := keep.exprs, doc.Refs
	find := g.set.NewFinder()
	defer find.Close()
	written, begins := doc.written(), doc.entries()
	keep.classes = slices.Grow(keep.classes[:0], words)
	for k := range keep.matches {
		keep.matches[k] = keep.matches[k][:0]
	}
	for i := range doc.Blocks {
		b := &made[i]
		*b = block{Text: doc.Blocks[i].Text, index: i, kind: doc.Blocks[i].Kind, inquires: doc.Blocks[i].Asks, parse: doc.Clauses[i], g: g, dct: written, room: keep}
		if day := doc.Blocks[i].Written; day.Known() {
			b.dct = day
		}
		out[i] = b
		n := len(b.Words)
		_, b.entry = begins[i]
		b.exprAt, b.refAt, at = at[:n:n], at[n:2*n:2*n], at[2*n:]
		exprs, refs = b.takeExprs(exprs), b.takeRefs(refs)
		if b.prose() {
			b.lookUp(find)
		} else {
			b.classify()
		}
	}
	for i, b := range out {
		from := begins[i]
		if from == len(b.Words) {
			from = 0 // nothing but the date
		}
		b.pairs()
		b.within()
		b.lookBack(written)
		b.countsOn()
		if b.prose() {
			if b.entry {
				b.skip(from)
			} else {
				b.skipDateline()
			}
			b.mendSubjects()
		}
	}
	couples(out)
	antecedents(out)
	voices(out)
	return out
}

// entries are the blocks that begin an event which the author wrote down as one,
// and the words in them that do.
func (doc *Document) entries() map[int]int {
	var at map[int]int
	for i := range doc.Events {
		if e := &doc.Events[i]; e.Block >= 0 && !e.Loose {
			if at == nil {
				at = map[int]int{}
			}
			at[e.Tells] = e.From
		}
	}
	return at
}

// takeExprs gives a block its expressions, with which from begins, and returns the
// others.
func (b *block) takeExprs(from []timex.Expr) []timex.Expr {
	n := 0
	for n < len(from) && from[n].Passage == b.index {
		e := &from[n]
		n++
		for k := e.From; k < e.To; k++ {
			b.exprAt[k] = int32(n)
		}
	}
	b.exprs = from[:n:n]
	return from[n:]
}

// takeRefs gives a block its references, likewise; of two at one word the first stays.
func (b *block) takeRefs(from []actor.Ref) []actor.Ref {
	n := 0
	for n < len(from) && from[n].Passage == b.index {
		r := &from[n]
		n++
		for k := r.From; k < r.To; k++ {
			if b.refAt[k] == 0 {
				b.refAt[k] = int32(n)
			}
		}
	}
	b.refs = from[:n:n]
	return from[n:]
}

// lookUp finds the rules that match in a block of prose, and the classes of its words.
func (b *block) lookUp(find *phrase.Finder) {
	r := b.room
	var before [onKinds]int
	for k := range before {
		before[k] = len(r.matches[k])
	}
	all := find.Matches(b.Words)
	for i := range all {
		m := &all[i]
		k := b.g.on[m.Rule]
		r.matches[k] = append(r.matches[k], match{m.Rule, m.From, m.To})
		if k == onGroup {
			b.groups.add(b.g.groups[m.Rule])
		}
	}
	for k, n := range before {
		b.matches[k] = r.matches[k][n:len(r.matches[k]):len(r.matches[k])]
	}
	b.reach = b.groups
	classes := len(r.classes)
	r.classes = find.AppendClasses(r.classes)
	b.classes = r.classes[classes:]
	b.initials()
	b.joinClasses()
}

// initials takes from words that are the initials of somebody the classes of the small
// word that they spell, where that is a pronoun: the WHO raised its alert; and from parts
// of a name behind a hyphen those of a preposition: Moon Jae-in.
func (b *block) initials() {
	for i := 2; i < len(b.Words); i++ {
		if b.is(aPreposition, i) && !b.Words[i].Space && b.Words[i-1].Text == "-" && !b.Words[i-1].Space && sentence.Capital(b.Words[i-2].Text) && !(i+1 < len(b.Words) && b.Words[i+1].Text == "-") {
			b.classes[i] = phrase.Classes{}
		}
	}
	for i := range b.refs {
		r := &b.refs[i]
		if r.To-r.From == 1 && r.Actor != nil && b.is(aPronoun, r.From) && !b.is(aTitle, r.From) && initials(b.Words[r.From].Text) {
			b.classes[r.From] = phrase.Classes{}
		}
	}
}

// joinClasses finds the classes that any word of the block stands in.
func (b *block) joinClasses() {
	var all phrase.Classes
	for i := range b.classes {
		all.Join(&b.classes[i])
	}
	b.all = all
}

// classify finds the classes of the words of a block that is no prose.
func (b *block) classify() {
	r, from := b.room, len(b.room.classes)
	for k := range b.Words {
		r.classes = append(r.classes, *b.g.set.Classes(&b.Words[k]))
	}
	b.classes = r.classes[from:]
	b.joinClasses()
}
