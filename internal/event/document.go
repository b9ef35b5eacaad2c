package event

import (
	"slices"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
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
func Find(doc Document) []Mention {
	return find(doc, nil)
}

// blocks prepares the blocks of a document. What is kept of its words stands in
// a few slices for all blocks, of which each block has its part.
func (doc *Document) blocks(g *grammar, keep *room) []*block {
	words := 0
	for i := range doc.Blocks {
		words += len(doc.Blocks[i].Words)
	}
	out, made := make([]*block, len(doc.Blocks)), keep.blocks(len(doc.Blocks))
	at := keep.places(3*words + len(doc.Blocks))
	sorts := slices.Grow(keep.sorts[:0], words)
	exprs, refs := doc.dates(keep.exprs[:0]), doc.Refs
	e, r := 0, 0
	find := g.set.NewFinder()
	defer find.Close()
	written := doc.written()
	found, ops, nouns := slices.Grow(keep.matches[:0], words*3/4), keep.ops[:0], keep.nouns[:0]
	for i := range doc.Blocks {
		b := &made[i]
		*b = block{Text: doc.Blocks[i].Text, index: i, kind: doc.Blocks[i].Kind, parse: doc.Clauses[i], g: g, dct: written, room: keep}
		out[i] = b
		n := len(b.Words)
		b.exprAt, b.refAt, at = at[:n:n], at[n:2*n:2*n], at[2*n:]
		for b.exprs = exprs[e:e:e]; e < len(exprs) && exprs[e].Passage == i; e++ {
			b.exprs = exprs[e-len(b.exprs) : e+1]
			for k := exprs[e].From; k < exprs[e].To; k++ {
				b.exprAt[k] = int32(len(b.exprs))
			}
		}
		for b.refs = refs[r:r:r]; r < len(refs) && refs[r].Passage == i; r++ {
			b.refs = refs[r-len(b.refs) : r+1]
			for k := refs[r].From; k < refs[r].To; k++ {
				if b.refAt[k] == 0 {
					b.refAt[k] = int32(len(b.refs))
				}
			}
		}
		from := len(sorts)
		if b.prose() {
			n, k, l := len(found), len(ops), len(nouns)
			all := find.Matches(b.Words)
			for i := range all {
				m := match{all[i].Rule, all[i].From, all[i].To}
				found = append(found, m)
				switch g.rules[m.Rule].on {
				case onOperator:
					ops = append(ops, m)
				case onGroup:
					nouns = append(nouns, m)
				}
			}
			b.matches, b.ops, b.nouns = found[n:len(found):len(found)], ops[k:len(ops):len(ops)], nouns[l:len(nouns):len(nouns)]
			sorts = append(sorts, find.Categories()...)
			b.matchAt, at = at[:len(b.Words)+1], at[len(b.Words)+1:]
			k = len(b.matches)
			for i := len(b.Words); i >= 0; i-- {
				for k > 0 && b.matches[k-1].From >= i {
					k--
				}
				b.matchAt[i] = int32(k)
			}
		} else {
			for k := range b.Words {
				sorts = append(sorts, g.set.Category(&b.Words[k]))
			}
		}
		b.sorts = sorts[from:]
		b.pairs()
		b.within()
		b.lookBack(written)
		if b.prose() {
			b.skipDateline()
			b.mendSubjects()
		}
	}
	keep.sorts, keep.matches, keep.ops, keep.nouns, keep.exprs = sorts, found, ops, nouns, exprs
	couples(out)
	antecedents(out)
	voices(out)
	return out
}
