package event

import (
	"slices"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// label is where the prose begins after the time of day or the name of who
// speaks in front of it: 16.30 The port …; Q: When …; Rutte: We … It is 0
// where there is none.
func (b *block) label() int {
	if b.clock() {
		k := 1
		if b.word(1).Text == ":" {
			k = 3
		}
		for k < len(b.Words) && k < 6 && (b.Words[k].Kind == sentence.Punct || b.expr(k) != nil || b.Words[k].Kind == sentence.Letters && (capitals(b.Words[k].Text) || b.is(aMeridiem, k))) {
			k++
		}
		return k
	}
	for k := 1; k < min(len(b.Words)-2, 5); k++ {
		switch w := &b.Words[k]; {
		case w.Text == ":" && !w.Space && b.Words[k+1].Space && (sentence.Capital(b.Words[k+1].Text) || b.Words[k+1].Kind == sentence.Open):
			return k + 1
		case w.Kind != sentence.Letters || !sentence.Capital(w.Text):
			return 0
		}
	}
	return 0
}

// voices gives the blocks of an interview that answer to whom they are the
// answers of: the person named by the label, or, under a mere A, or none where the
// questions have none either, the only person whom the text presents before the first
// question. Where turns have names, a paragraph without one is of nobody.
func voices(blocks []*block) {
	asks := slices.IndexFunc(blocks, func(b *block) bool { return b.inquires })
	var first *actor.Actor
	named := true
	if asks >= 0 {
		first, named = presented(blocks[:asks]), blocks[asks].labelled()
	}
	for i, b := range blocks {
		switch {
		case !b.prose() || b.inquires:
		case b.labelled() && b.ref(0) != nil && b.ref(0).Actor != nil && b.ref(0).Actor.Kind == actor.Person && b.ref(0).To <= b.from:
			b.voice = b.ref(0).Actor
		case asks < 0 || i < asks:
		case b.labelled() && b.is(anAnswer, 0) || !b.labelled() && !named:
			b.voice = first
		}
	}
}

// labelled reports whether a block begins with who speaks and a colon.
func (b *block) labelled() bool { return b.from > 0 && b.word(b.from-1).Text == ":" }

// presented is the person whom blocks name, nil where they name several, or none.
func presented(blocks []*block) *actor.Actor {
	var one *actor.Actor
	for _, b := range blocks {
		switch a := b.firstPerson(); {
		case a == nil || one != nil && one.Name == a.Name:
		case one != nil:
			return nil
		default:
			one = a
		}
	}
	return one
}

// firstPerson is the first person that a block names as the subject of a
// clause: one whom the gazetteer knows, or a name of two words or more.
func (b *block) firstPerson() *actor.Actor {
	for _, k := range b.parse.Clauses {
		if k.Verb < 0 || empty(k.Subject) {
			continue
		}
		e := b.bare(k.Subject)
		if a := b.speakerActor(e); a != nil && a.Kind == actor.Person {
			return a
		}
		if names := b.strangers(e); len(names) > 0 && b.fullPerson(e) {
			return &actor.Actor{Name: names[0], Kind: actor.Person}
		}
	}
	return nil
}
