package event

import (
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
// answers of: the person named by the label, or, under a mere A, the first
// person that the article names.
func voices(blocks []*block) {
	asks := 0
	for _, b := range blocks {
		if b.from > 0 && b.is(aQuestion, 0) && b.word(1).Text == ":" {
			asks++
		}
	}
	var first *actor.Actor
	for _, b := range blocks {
		if !b.prose() {
			continue
		}
		if asks > 1 && first == nil && b.from == 0 {
			first = b.firstPerson()
		}
		switch {
		case b.from == 0 || b.word(b.from-1).Text != ":":
		case asks > 1 && b.is(anAnswer, 0):
			b.voice = first
		case b.ref(0) != nil && b.ref(0).Actor != nil && b.ref(0).Actor.Kind == actor.Person && b.ref(0).To <= b.from:
			b.voice = b.ref(0).Actor
		}
	}
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
