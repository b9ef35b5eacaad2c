package event

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// block is one block of the document with all that is known of its words.
type block struct {
	*sentence.Text
	index    int
	kind     article.BlockKind
	inquires bool // a question of an interview
	parse    *clause.Parse
	exprs    []timex.Expr
	refs     []actor.Ref
	exprAt   []int32          // word → index in exprs + 1
	refAt    []int32          // word → index in refs + 1
	classes  []phrase.Classes // of each word
	all      phrase.Classes   // of any of them
	matches  byStand          // of every rule
	groups   groups           // of which a noun stands in it
	reach    groups           // the same, with those of what its pronouns mean
	room     *room
	lastTail tailed
	g        *grammar
	dct      calendar.Date
	live     bool              // it is an entry of a live page
	entry    bool              // it begins an event that the author wrote down as one
	from     int               // the first word of the prose: what stands before is a dateline or a label
	means    map[int]phraseIn  // word → whom a pronoun means that the gazetteer leaves open
	couples  []couple          // phrases that mean two at once, in order
	surnames map[string]string // last word → a whole name that the prose gives
	voice    *actor.Actor      // who says I in it: the one who answers in an interview
}

// word is word i, which nobody changes, or the zero Word outside of the block.
func (b *block) word(i int) *sentence.Word {
	if uint(i) >= uint(len(b.Words)) {
		return &noWord
	}
	return &b.Words[i]
}

var noWord sentence.Word

// is reports whether word i stands in a closed class.
func (b *block) is(c class, i int) bool {
	return uint(i) < uint(len(b.classes)) && b.classes[i].Has(c)
}

// kindIs reports whether clause c is one of a kind; that before all clauses is of none.
func (b *block) kindIs(c int, k clause.Kind) bool { return c >= 0 && b.parse.Clauses[c].Kind == k }

// has reports whether a word of one of the classes stands anywhere in the block, so that
// it pays to look where.
func (b *block) has(cs ...class) bool {
	for _, c := range cs {
		if b.all.Has(c) {
			return true
		}
	}
	return false
}

// plainWord reports whether word i stands in no closed class.
func (b *block) plainWord(i int) bool { return !b.classes[i].Any() }

// of is the innermost clause of word i, or -1.
func (b *block) of(i int) int {
	if i < 0 || i >= len(b.parse.Of) {
		return -1
	}
	return b.parse.Of[i]
}

// verbOf is the verb group of a clause, or nil.
func (b *block) verbOf(c int) *clause.Verb {
	if c < 0 || b.parse.Clauses[c].Verb < 0 {
		return nil
	}
	return &b.parse.Verbs[b.parse.Clauses[c].Verb]
}

// expr is the expression that word i belongs to, or nil.
func (b *block) expr(i int) *timex.Expr {
	if i < 0 || i >= len(b.exprAt) || b.exprAt[i] == 0 {
		return nil
	}
	return &b.exprs[b.exprAt[i]-1]
}

// ref is the reference that word i belongs to, or nil.
func (b *block) ref(i int) *actor.Ref {
	if i < 0 || i >= len(b.refAt) || b.refAt[i] == 0 {
		return nil
	}
	return &b.refs[b.refAt[i]-1]
}

// sentenceOf is the extent of the sentence of word i.
func (b *block) sentenceOf(i int) sentence.Extent {
	if k := b.Sentence(i); k >= 0 {
		return b.Sentences[k]
	}
	return sentence.Extent{From: i, To: i + 1}
}

// modifies reports whether what ends before word i describes the noun at i:
// it is followed without a break by a hyphen or by another noun.
func (b *block) modifies(i int) bool {
	w := b.word(i)
	if w.Text == "-" && !w.Space {
		return true
	}
	if w.Kind != sentence.Letters || b.expr(i) != nil || b.is(aPreposition, i) || b.is(aDeterminer, i) ||
		b.is(aConjunction, i) || b.is(aRelative, i) || b.is(anAdverb, i) || b.is(aPronoun, i) || b.is(aCopula, i) || b.is(aPostnominal, i) {
		return false
	}
	if b.inVerb(i) {
		return false
	}
	if w.Text == "’s" || w.Text == "'s" || w.Text == "’" || w.Text == "'" {
		return false
	}
	if b.is(aUnit, i) && b.expr(i-1) != nil {
		return false // on 4 March | minutes after
	}
	// Another noun only where nothing says that a new phrase begins.
	return b.of(i) == b.of(i-1) && lower(w.Text) && !ly(w.Text)
}
