package event

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// nominalAct is the act of a noun.
func (b *block) nominalAct(m match, r *rule) *act {
	if b.modifies(m.To) && !b.is(aPreposition, m.To-1) {
		return nil
	}
	if w := b.word(m.To - 1); b.inVerb(m.To-1) && w.Kind == sentence.Letters {
		return nil
	}
	if b.inName(sentence.Extent{From: m.From, To: m.To}) {
		return nil
	}
	a := b.room.act()
	*a = act{b: b, rule: r, trigger: sentence.Extent{From: m.From, To: m.To}, clause: b.of(m.From), nominal: true, leaf: r.leaf, plover: r.plover, speech: -1, says: -1, expr: -1}
	a.chunks = b.tail(a.clause, m.To)
	a.subject = b.ownerBefore(m.From)
	for i, ch := range a.chunks {
		if i > 3 || ch.comma {
			break
		}
		if i == 0 && b.is(aPreposition, m.To-1) || b.is(anOf, ch.From) {
			a.object = ch.Extent
		}
		if b.is(aBy, ch.From) {
			a.subject = sentence.Extent{From: ch.From + 1, To: ch.To}
		}
	}
	if v := b.verbOf(a.clause); v != nil && !v.Passive && v.To <= m.From && b.g.is(aLight, v.Base) && (empty(a.subject) || a.subject.Len() == 1 && b.is(aPossessive, a.subject.From)) {
		if o := objectOf(b.tail(a.clause, v.To), a.clause, b); o.From <= m.From && m.From < o.To {
			a.subject = b.parse.Clauses[a.clause].Subject // continued their attacks: the subject's
		}
	}
	if !a.holds() {
		b.room.drop(a, nil)
		return nil
	}
	return a
}

// inName reports whether a noun is only part of the name of a body: the
// Organisation for Security, Supreme Court of Appeal. The name of an occasion
// (the Lima Summit) tells its event.
func (b *block) inName(e sentence.Extent) bool {
	r := b.ref(e.From)
	if r != nil && r.Actor != nil {
		return r.Actor.Kind != actor.Occasion
	}
	if w := b.word(e.From); !sentence.Capital(w.Text) || b.sentenceOf(e.From).From == e.From {
		return false
	}
	if b.is(aPreposition, e.From-1) && sentence.Capital(b.word(e.From-2).Text) {
		return true // Government of National Accord: an adjective may stand between
	}
	after := b.word(e.To)
	return sentence.Capital(after.Text) && after.Kind == sentence.Letters && b.expr(e.To) == nil && b.ref(e.To) == nil
}

// inVerb reports whether word i is part of a verb group.
func (b *block) inVerb(i int) bool {
	v := b.verbOf(b.of(i))
	return v != nil && v.From <= i && i < v.To
}

// ownerBefore is who owns the noun at word i: Merkel's visit, their call.
func (b *block) ownerBefore(i int) sentence.Extent {
	for k := i - 1; k >= 0 && k > i-6 && b.of(k) == b.of(i); k-- {
		w := &b.Words[k]
		if possessive(w) || b.is(aPossessive, k) {
			end := k
			if b.is(aPossessive, k) {
				end = k + 1
			}
			from := end - 1
			if r := b.ref(from); r != nil {
				from = r.From
			}
			if b.expr(from) != nil {
				return sentence.Extent{}
			}
			return sentence.Extent{From: from, To: end}
		}
		if w.Kind == sentence.Punct && w.Text != "-" || b.is(aPreposition, k) || b.inVerb(k) {
			break
		}
	}
	return sentence.Extent{}
}
