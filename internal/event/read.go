package event

import (
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
	ms := find(Prepare(a, text, g, opts), &t)
	return ms, t
}

// Prepare reads an article up to the door of Find: the document with its
// clauses, time expressions and actors, which explain shows too.
func Prepare(a *article.Article, text []byte, g *actor.Gazetteer, opts Options) Document {
	lang := a.Language
	if lang == "" {
		lang = opts.Language
	}
	if lang == "" {
		lang = "en"
	}
	doc := Document{Article: a, ID: opts.ID, Text: text, Language: lang}
	passages := make([]timex.Passage, len(a.Blocks))
	texts := make([]*sentence.Text, len(a.Blocks))
	for i, b := range a.Blocks {
		texts[i] = b.Text
	}
	doc.Clauses = clause.FindAll(texts, lang)
	for i, b := range a.Blocks {
		passages[i] = timex.Passage{Text: b.Text, Clauses: doc.Clauses[i], Heading: b.Kind == article.Heading}
	}
	doc.Exprs = timex.Find(timex.Document{DCT: a.DCT, Language: lang, Passages: passages})
	doc.Refs = g.Find(actor.Document{DCT: a.DCT, Language: lang, Passages: texts, Clauses: doc.Clauses, Title: a.Title})
	return doc
}
