package event

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
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

// Find tells the events of a document, in the order of the text. It gives
// nothing for a language without rules.
func Find(doc Document) []Mention {
	ms, _ := find(doc)
	return ms
}

// blocks prepares the blocks of a document.
func (doc *Document) blocks(g *grammar) []*block {
	out := make([]*block, len(doc.Blocks))
	for i := range doc.Blocks {
		b := &block{Text: doc.Blocks[i].Text, index: i, kind: doc.Blocks[i].Kind, parse: doc.Clauses[i], g: g, dct: doc.DCT}
		n := len(b.Words)
		b.exprAt, b.refAt = make([]int32, n), make([]int32, n)
		out[i] = b
	}
	for _, e := range doc.Exprs {
		b := out[e.Passage]
		b.exprs = append(b.exprs, e)
		for k := e.From; k < e.To; k++ {
			b.exprAt[k] = int32(len(b.exprs))
		}
	}
	for _, r := range doc.Refs {
		b := out[r.Passage]
		b.refs = append(b.refs, r)
		for k := r.From; k < r.To; k++ {
			if b.refAt[k] == 0 {
				b.refAt[k] = int32(len(b.refs))
			}
		}
	}
	for _, b := range out {
		b.pairs()
		b.lookBack(doc.DCT)
		if b.prose() {
			b.skipDateline()
			b.mendSubjects()
			b.matches = g.set.Find(nil, b.Words)
		}
	}
	return out
}
