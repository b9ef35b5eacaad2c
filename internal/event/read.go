package event

import (
	"cmp"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// Options say how an article is read.
type Options struct {
	ID       string // of the document in its mentions; "" means the article's path
	Language string // where the article names none; "" means "en"
}

// Read runs an article through clause, timex, actor and Find: its mentions in
// the order of the text, and what was seen and refused. Text is the bytes that
// the article was read from.
func Read(a *article.Article, text []byte, g *actor.Gazetteer, opts Options) ([]Mention, Trace) {
	var t Trace
	ms := findAll([]Document{Prepare(a, text, g, opts)}, &t)[0]
	return ms, t
}

// Prepare reads an article up to the door of Find: the document with its
// clauses, time expressions and actors, which explain shows too.
func Prepare(a *article.Article, text []byte, g *actor.Gazetteer, opts Options) Document {
	docs := []Document{NewDocument(a, text, opts)}
	PrepareAll(docs, g)
	return docs[0]
}

// NewDocument is the document of an article before it is prepared.
func NewDocument(a *article.Article, text []byte, opts Options) Document {
	return Document{Article: a, ID: opts.ID, Text: text, Language: cmp.Or(a.Language, opts.Language, "en")}
}

// PrepareAll finds the clauses, time expressions and actors of documents, each of which
// is read by itself. What is looked for goes through all of them before the next begins,
// as in FindAll.
func PrepareAll(docs []Document, g *actor.Gazetteer) {
	texts := make([][]*sentence.Text, len(docs))
	for i := range docs {
		doc := &docs[i]
		texts[i] = make([]*sentence.Text, len(doc.Blocks))
		for k := range doc.Blocks {
			texts[i][k] = doc.Blocks[k].Text
		}
		doc.Clauses = clause.FindAll(texts[i], doc.Language)
	}
	for i := range docs {
		doc := &docs[i]
		passages := make([]timex.Passage, len(doc.Blocks))
		for k := range doc.Blocks {
			passages[k] = timex.Passage{Text: texts[i][k], Clauses: doc.Clauses[k], Heading: doc.Blocks[k].Kind == article.Heading, Asks: doc.Blocks[k].Asks, Written: doc.Blocks[k].Written}
		}
		doc.Exprs = timex.Find(timex.Document{DCT: doc.DCT, Language: doc.Language, Passages: passages})
	}
	for i := range docs {
		doc := &docs[i]
		doc.Refs = g.Find(actor.Document{DCT: doc.DCT, Language: doc.Language, Passages: texts[i], Clauses: doc.Clauses, Title: doc.Title})
	}
}
