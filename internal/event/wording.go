package event

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// participial reports whether the passive verb is a bare participle.
func (a *act) participial() bool { return a.verb != nil && !a.verb.Finite }

// were reports whether the verb shows a plural subject.
func (a *act) were() bool {
	if a.verb == nil || !a.verb.Finite {
		return false
	}
	return a.b.is(aWere, a.verb.From)
}

// was reports whether the verb shows that the subject right before it is one.
func (a *act) was() bool {
	return a.verb != nil && a.verb.Finite && a.subject.To == a.verb.From && a.b.is(aWas, a.verb.From)
}

// joined reports whether a name for a headline names two who act together.
func (b *block) joined(who string) bool {
	if strings.Count(who, " ") < 2 {
		return false
	}
	w := strings.Fields(who)
	for i := 1; i+1 < len(w); i++ {
		if b.g.is(aPreposition, sentence.Word{Text: w[i]}) {
			return false // the Centre for Arts and Letters
		}
		if b.g.is(aJoiner, sentence.Word{Text: w[i]}) && sentence.Capital(w[i-1]) && sentence.Capital(w[i+1]) {
			return true
		}
	}
	return false
}

// verbWords is the verb group in the present, with its particle: calls off,
// will not meet, is arrested.
func (a *act) verbWords(plural bool) string {
	b, v, g := a.b, a.verb, a.b.g
	particle := ""
	if a.stray > 0 {
		particle = " " + lowerText(&b.Words[a.stray]) // called the talks off
	} else if a.trigger.To > v.Head+1 {
		particle = " " + b.withNames(sentence.Extent{From: v.Head + 1, To: a.trigger.To})
	} else if a.particled() {
		particle = " " + b.Words[v.Head+1].Text // flew in
	}
	head := a.degree() + b.prefix(v.Head) + lowerText(&b.Words[v.Head])
	be := b.be(plural)
	not := ""
	negated := v.Negated && !a.ensued
	if negated {
		not = " " + g.said("not")
	}
	switch {
	case v.Modality == clause.Conditional && a.status == happened && v.Passive:
		return be + " " + head + particle
	case v.Modality == clause.Conditional && a.status == happened && !negated && !v.Ing:
		return b.prefix(v.Head) + a.presentOf(a.lemma(), plural) + particle // would win in 1999
	case v.Modality == clause.Conditional && a.status == planned && !negated && !v.Passive && !v.Perfect:
		return g.said("to") + " " + b.prefix(v.Head) + a.lemma() + particle // said that he would come
	case v.Tense == clause.Future && v.From == v.Head && !v.Passive && !negated:
		return g.said("to") + " " + b.prefix(v.Head) + a.lemma() + particle // will stop in Lima and fly on
	case a.ensued && v.Tense == clause.Future && v.Passive:
		return g.said("to") + " " + g.said("be") + " " + head + particle
	case a.ensued && v.Tense == clause.Future:
		return g.said("to") + " " + b.prefix(v.Head) + a.lemma() + particle // will not open until May
	case v.Modality != clause.Plain || v.Tense == clause.Future:
		return a.groupAsWritten() + particle
	case v.Infinite && b.deadline(a.clause) >= 0:
		return g.said("to") + " " + b.prefix(v.Head) + a.lemma() + particle // has until May to leave
	case v.Ing && !v.Finite && a.status == planned:
		return g.said("to") + " " + b.prefix(v.Head) + a.lemma() + particle // is expected to go on selling
	case v.Infinite:
		return a.infinitiveWords(plural) + particle
	case v.Passive && !v.Finite:
		return be + not + " " + head + particle
	case v.Passive:
		return be + not + " " + head + particle
	case v.Ing && v.Finite && v.Tense == clause.Present && !v.Perfect:
		return be + not + " " + head + particle
	case negated && v.Perfect:
		if plural {
			return g.said("have") + " " + g.said("not") + " " + head + particle
		}
		return g.said("has") + " " + g.said("not") + " " + head + particle
	case negated:
		if plural {
			return g.said("do") + " " + g.said("not") + " " + b.prefix(v.Head) + a.lemma() + particle
		}
		return g.said("does") + " " + g.said("not") + " " + b.prefix(v.Head) + a.lemma() + particle
	}
	if v.Lemma == g.said("be") {
		return be + particle
	}
	return a.degree() + b.prefix(v.Head) + a.presentOf(a.lemma(), plural) + particle
}

// degree is the adverbs right before the verb without which it says more or less
// than is told, with a space behind them: more than (doubles), nearly (halves).
func (a *act) degree() string {
	b, i := a.b, a.verb.Head
	switch {
	case b.is(aDegree, i-1):
		return lowerText(b.word(i-1)) + " "
	case b.is(aComparing, i-1) && b.is(aComparative, i-2):
		return lowerText(b.word(i-2)) + " " + lowerText(b.word(i-1)) + " "
	}
	return ""
}

// prefix is what a hyphen joins to the verb at word i, with the hyphen: re- (elected).
func (b *block) prefix(i int) string {
	if i < 2 || !b.glued(i-1) {
		return ""
	}
	return lowerText(b.word(i-2)) + "-"
}

// withNames is words as they stand, but for "him" and "her" where the sentence
// names whom they mean and nobody else.
func (b *block) withNames(e sentence.Extent) string {
	var out []string
	named := false
	for i := e.From; i < e.To; i++ {
		if b.is(aPatient, i) && b.named(i) {
			out, named = append(out, b.meant(i)), true
		} else {
			out = append(out, b.Words[i].Text)
		}
	}
	if !named {
		return b.String(e)
	}
	return strings.Join(out, " ")
}

// groupAsWritten is a verb group with its modal, without adverbs.
func (a *act) groupAsWritten() string {
	var out []string
	for i := a.verb.From; i <= a.verb.Head; i++ {
		if a.b.glued(i) || a.b.glued(i+1) && i < a.verb.Head {
			continue // re- | open, with its prefix
		}
		if t := &a.b.Words[i]; i == a.verb.Head {
			out = append(out, a.b.prefix(i)+lowerText(t))
		} else if !a.b.is(anAdverb, i) && !ly(t.Text) && !(a.subject.From <= i && i < a.subject.To) {
			out = append(out, lowerText(t))
		}
	}
	s := strings.Join(out, " ")
	s = strings.ReplaceAll(s, " n’t", "n’t")
	return strings.ReplaceAll(s, " n't", "n't")
}

// infinitiveWords is the verb that governs the infinitive, in the present,
// and the infinitive: agrees to meet; where a noun governs it: to meet.
func (a *act) infinitiveWords(plural bool) string {
	b, v := a.b, a.verb
	to := b.g.said("to") + " " + b.prefix(v.Head) + a.lemma()
	if v.Passive {
		to = b.g.said("to") + " " + b.g.said("be") + " " + b.Words[v.Head].Text
	}
	if v.Perfect && b.heldToHave(a.clause) {
		to = b.String(v.Extent) // is believed to have fled
	}
	p := b.parse.Clauses[a.clause].Parent
	pv := b.verbOf(p)
	if a.brought(pv) {
		if v.Passive {
			return b.be(plural) + " " + b.Words[v.Head].Text
		}
		return a.presentOf(a.lemma(), plural) // forced them to flee: they flee
	}
	if pv == nil || pv.To > v.From || b.apartBy(pv.To, v.From) > 2 || b.parse.Clauses[p].Subject != a.subject {
		return to
	}
	for i := pv.To; i < v.From; i++ {
		if !b.is(anAdverb, i) && !b.is(aDue, i) && !b.is(aPurpose, i) && b.expr(i) == nil && !(b.is(aPreposition, i) && b.expr(i+1) != nil) {
			return to
		}
	}
	g := *a
	g.verb, g.clause, g.trigger = pv, p, pv.Extent
	g.trigger.To = pv.Head + 1
	if pv.Infinite {
		return to
	}
	between := ""
	for i := pv.To; i < v.From; i++ {
		if b.is(aDue, i) {
			between = " " + lowerText(&b.Words[i])
		}
	}
	return g.verbWords(plural) + between + " " + to
}

// be is the verb to be in the present.
func (b *block) be(plural bool) string {
	if plural {
		return b.g.said("are")
	}
	return b.g.said("is")
}

// brought reports whether an infinitive tells what its subject, the object of verb
// pv, was made to do, and did, or went on to do: led Peru to close its border; sold the
// ships, only to buy them back.
func (a *act) brought(pv *clause.Verb) bool {
	if pv == nil || a.status != happened || !pv.Finite {
		return false
	}
	return a.inTheEnd(pv) || !pv.Passive && pv.To <= a.subject.From && a.subject.To == a.verb.From
}

// inTheEnd reports whether a comma and one word stand between verb pv and an infinitive:
// sold the ships, only | to buy them back.
func (a *act) inTheEnd(pv *clause.Verb) bool {
	comma := a.verb.From - 2
	return pv.To <= comma && a.b.word(comma).Text == ","
}

// lemma is the base form of the verb.
func (a *act) lemma() string { return a.base().Text }

// verbIs reports whether the base form of the verb stands in a closed class.
func (a *act) verbIs(c class) bool { return a.b.g.set.Classes(a.base()).Has(c) }

// base is the base form of the verb as a word that has been looked up. It is kept until
// the act is given another verb: rules of closed classes ask for it again and again.
func (a *act) base() *sentence.Word {
	if a.of != a.verb {
		a.of, a.word = a.verb, a.verb.Base
		if s := a.baseForm(); s != a.word.Text {
			a.word = a.word.Reworded(s)
		}
	}
	return &a.word
}

// baseForm finds the base form of the verb; where its form allows two (collid,
// collide; quarrell, quarrel) the one that the rules know, else the one that
// spelling makes likely.
func (a *act) baseForm() string {
	l, g := a.verb.Lemma, a.b.g
	if g.bases.Get(&a.verb.Base) != nil || len(l) < 4 {
		return l
	}
	if w := a.verb.Base.Reworded(l + "e"); g.bases.Get(&w) != nil {
		return w.Text
	}
	n := len(l)
	if l[n-1] == 'l' && strings.IndexByte("bcdfgkptzs", l[n-2]) >= 0 {
		return l + "e" // rekindl, tackl: nothing ends so
	}
	if w := lowerText(&a.b.Words[a.verb.Head]); len(w) > n && w[:n] == l && w[n] == l[n-1] {
		return l // dragged: what is doubled before an ending has no e
	}
	if l[n-1] == l[n-2] && strings.IndexByte("bdglmnprt", l[n-1]) >= 0 && l[n-2:] != "ll" || strings.HasSuffix(l, "ell") && n > 5 {
		return l[:n-1]
	}
	if strings.IndexByte("dzcvg", l[n-1]) >= 0 && strings.IndexByte("aiou", l[n-2]) >= 0 && strings.IndexByte("aeiou", l[n-3]) < 0 {
		return l + "e"
	}
	return l
}

// presentOf is a verb in the present: meets, or meet for several.
func (a *act) presentOf(lemma string, plural bool) string {
	if plural {
		return lemma
	}
	if f := a.b.g.forms.Of(lemma, phrase.S); len(f) > 0 {
		return f[0]
	}
	return lemma
}
