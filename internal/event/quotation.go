package event

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// quotation is what is said in quotation marks, of at most n words: of a
// threat its point, else the first sentence with a verb, whole or cut where it
// can be cut. It is "" where only a part of a sentence is quoted.
func (a *act) quotation(n int) string {
	b := a.b
	if !empty(a.point) && b.Quote(a.point.From) >= 0 {
		if s := b.excerpt(a.point, n); s != "" {
			return s
		}
	}
	if a.says < 0 || !b.parse.Speeches[a.says].Direct {
		return ""
	}
	e := b.parse.Speeches[a.says].Extent
	for e.From < e.To && b.Words[e.From].Kind == sentence.Open {
		e.From++
	}
	if !sentence.Capital(b.word(e.From).Text) {
		return ""
	}
	for k := b.Sentence(e.From); k >= 0 && k < len(b.Sentences) && b.Sentences[k].From < e.To; k++ {
		s := sentence.Extent{From: max(e.From, b.Sentences[k].From), To: min(e.To, b.Sentences[k].To)}
		if !b.finite(s) {
			continue
		}
		return b.excerpt(s, n)
	}
	if e.To <= a.trigger.From && a.datedHere() && e.Len() > 2 && count(b.String(e)) <= n {
		return b.excerpt(e, n) // “A hard decision,” the minister said on the 24th
	}
	return ""
}

// addressee is whom something is told, right behind the verb, in at most three words:
// the port is shut, a guard told reporters. It is "" where the verb names nobody.
func (a *act) addressee() string {
	o := a.object
	if empty(o) || a.passive || o.From != a.trigger.To || !a.verbIs(aTwofold) {
		return ""
	}
	if s := a.naming(o); count(s) <= 3 {
		return s
	}
	return ""
}

// saidBefore is what stands before the verb that says so, in the speaker's
// sense and not in his words, of at most n words: the port will close, the
// mayor announced.
func (a *act) saidBefore(n int) string {
	b := a.b
	if a.says < 0 || !a.words() {
		return ""
	}
	e := b.parse.Speeches[a.says].Extent
	if b.parse.Speeches[a.says].Direct && !b.endsIn(&e) {
		return ""
	}
	e.From = max(e.From, b.from)
	if e.To > a.trigger.From || !b.finite(e) || b.Quote(e.From) >= 0 || a.interrupted(e) {
		return ""
	}
	if b.is(aConjunction, e.From) || b.expr(e.From) != nil || b.is(aPreposition, e.From) {
		return ""
	}
	s := b.unquoted(e)
	if count(s) > n {
		whole := func(i int) bool { return !b.unfinished(sentence.Extent{From: e.From, To: i}) }
		s = b.beginning(e, n, func(i int) bool {
			return (b.Words[i].Text == "," || b.Words[i].Text == ";" || b.is(anOpener, i)) && whole(i)
		})
		if s == "" {
			s = b.beginning(e, n, func(i int) bool {
				return b.is(aPreposition, i) && !b.is(anOf, i) && !b.inVerb(i) && !b.inVerb(i-1) && whole(i)
			})
		}
	}
	s = unmarked.Replace(s)
	if first, rest, ok := strings.Cut(s, " "); ok && (b.is(aDeterminer, e.From) || b.is(aPronoun, e.From) && !capitals(first) && len(first) > 1) {
		s = strings.ToLower(first) + " " + rest
	} else if ok && b.ref(e.From) == nil && b.fullName(e.From) == "" && !sentence.Capital(b.word(e.From+1).Text) && !capitals(first) && b.word(e.From+1).Text != "-" {
		s = strings.ToLower(first) + " " + rest
	}
	return s
}

// unmarked takes the marks off what is told in the speaker's sense.
var unmarked = strings.NewReplacer("“", "", "”", "", "\"", "")

// endsIn reports whether quotation e only ends what is said (Peru does not “want war”,
// the envoy said), and makes e all of that.
func (b *block) endsIn(e *sentence.Extent) bool {
	i, from := e.From, b.sentenceOf(e.From).From
	if i-from < 2 || b.word(i-1).Kind == sentence.Punct || sentence.Capital(b.word(i+1).Text) || b.Quote(from) >= 0 {
		return false
	}
	e.From = from
	return true
}

// beginning is the longest beginning of e, of at most n words, that ends before a
// word where it may and has a finite verb, or "".
func (b *block) beginning(e sentence.Extent, n int, may func(int) bool) string {
	for i := e.To - 1; i > e.From+3; i-- {
		if !may(i) {
			continue
		}
		head := sentence.Extent{From: e.From, To: i}
		if s := b.closed(b.unquoted(head)); count(s) <= n && !b.dangles(s) && b.finite(head) {
			return s
		}
	}
	return ""
}

// finite reports whether a finite verb stands in e.
func (b *block) finite(e sentence.Extent) bool {
	for i := range b.parse.Verbs {
		v := &b.parse.Verbs[i]
		if v.Finite && e.From <= v.From && v.To <= e.To {
			return true
		}
	}
	return false
}

// excerpt is a sentence in quotation marks, cut with dots where it is longer than n
// words; or "".
func (b *block) excerpt(e sentence.Extent, n int) string {
	if count(b.unquoted(e)) < 3 {
		return ""
	}
	if s := b.shortened(e, e.From, n); s != "" {
		return "“" + s + "”"
	}
	return ""
}

// unquoted is the text of e without quotation marks and marks at its ends.
func (b *block) unquoted(e sentence.Extent) string {
	for e.From < e.To && b.Words[e.From].Kind != sentence.Letters && b.Words[e.From].Kind != sentence.Number {
		e.From++
	}
	for e.To > e.From && (b.Words[e.To-1].Kind == sentence.Close || b.Words[e.To-1].Kind == sentence.Open || b.Words[e.To-1].Kind == sentence.Punct && b.Words[e.To-1].Text != "?" && b.Words[e.To-1].Text != "%") {
		e.To--
	}
	if empty(e) {
		return ""
	}
	return b.String(e)
}
