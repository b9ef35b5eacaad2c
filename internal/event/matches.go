package event

import (
	"iter"

	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// match is the words From to To that rule number Rule matched.
type match struct{ Rule, From, To int }

// byStand are matches by what their rules stand on, those of each in order of From:
// who asks for operators, which are few, passes no verb.
type byStand [onKinds][]match

// since is the matches of rules that stand on k, from word i on.
func (b *block) since(k on, i int) []match {
	ms := b.matches[k]
	from := 0
	for n := len(ms); n > 0; n /= 2 { // no branch of its own for which half, which nobody can guess
		half := n - n/2
		from += half & ((ms[from+half-1].From - i) >> 63)
	}
	return ms[from:]
}

// scope is where an operator changes events: in the infinitive or the clause behind a
// verb, behind it in its own clause or sentence, at the noun that it describes, or in
// the whole of its clause, wherever it stands there.
type scope uint8

const (
	overNothing scope = iota
	overInfinitive
	overThat
	overClause
	overSentence
	overNoun
	overWhole
)

var scopes = map[string]scope{"": overNothing, "infinitive": overInfinitive, "that": overThat, "clause": overClause, "sentence": overSentence, "noun": overNoun, "whole": overWhole}

// operators are the operators with the given scope inside e.
func (b *block) operators(over scope, e sentence.Extent) iter.Seq[match] {
	return func(yield func(match) bool) {
		for _, m := range b.since(onOperator, e.From) {
			if m.From >= e.To || m.To <= e.To && b.g.rules[m.Rule].over == over && !yield(m) {
				return
			}
		}
	}
}

// opsAt are the operators of a scope that a verb group is.
func (b *block) opsAt(v *clause.Verb, over scope) iter.Seq[match] {
	return func(yield func(match) bool) {
		for m := range b.operators(over, sentence.Extent{From: v.From, To: min(v.To+3, len(b.Words))}) {
			if (m.From <= v.Head && v.Head < m.To || m.From >= v.From && m.To <= v.To) && !yield(m) {
				return
			}
		}
	}
}
