package event

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// leastSaid is how many words of what is said a line must have.
const leastSaid = 4

// longSpeaker is how many words a line spends on who speaks before it leaves out what only
// describes him.
const longSpeaker = 4

// longestSpeaker is how many words of it a line can spare.
const longestSpeaker = 8

// sayingLine is the line of words whose own cannot be made, or "": who says it, and
// as much of what is said as there is room for, with dots where words are left out.
// Clinton: the loss of the port … could not be made good.
func (a *act) sayingLine() string {
	b := a.b
	if !a.words() || !a.date.known() || a.verb == nil || !a.verb.Finite || a.passive || a.quoted() {
		return ""
	}
	e := a.toSay()
	if empty(e) && a.utters() {
		e = a.content()
	}
	k := b.saidIn(e)
	parted := a.saidAround()
	if k < 0 {
		k = parted
	} else if b.is(anOpener, e.From) && (b.parse.Clauses[k].Subject.From == e.From+1 || b.word(e.From-1).Kind == sentence.Open) {
		return "" // as we go on, …: nothing is said yet
	}
	if k < 0 {
		return ""
	}
	who := a.naming(a.person(a.subject))
	if who == "" {
		return ""
	}
	who = a.shortSpeaker(who)
	room := most - count(who)
	least := b.verbOf(k).To
	if b.verbOf(k).Passive {
		least-- // 80 men had been killed: a passive wants nothing behind it
	}
	if k == parted {
		return a.partedLine(who, k, room)
	}
	s := b.shortened(e, least, room)
	if s == "" {
		s = b.elided(k, e, room)
	}
	if count(s) < leastSaid {
		return a.topic(who, b.parse.Clauses[k].Subject)
	}
	if s = b.balanced(s); b.word(e.From-1).Kind == sentence.Open && b.is(aFirst, b.parse.Clauses[k].Subject.From) {
		s = "“" + s + "”" // we are shocked: in his words
	}
	return a.finish(who + ": " + s)
}

// shortSpeaker is who speaks without the phrases behind a name that only describe him, and
// where that leaves no room for what he says without the other ones too.
func (a *act) shortSpeaker(who string) string {
	b := a.b
	if name, more, ok := strings.Cut(who, ", "); ok && count(who) > longSpeaker && (!b.isList(a.subject) || sentence.Capital(lastWord(name)) && lower(lastWord(more))) {
		who = name // Ruiz, head of the bank and once its critic
	}
	for count(who) > longSpeaker {
		less := b.lessOf(who)
		at := b.g.classes(lastWord(less))
		speaks := at.Has(aTitle) || at.Has(anOfficial) || at.Has(anInformant)
		if less == "" || !sentence.Capital(lastWord(less)) && (count(who) <= longestSpeaker || !speaks) {
			break // the head | of the agency
		}
		who = less
	}
	return who
}

// saidAround is the clause whose subject and verb stand on either side of an act that says
// who says it, between commas: the port, he said, was shut; or -1.
func (a *act) saidAround() int {
	b := a.b
	k := b.parse.Clauses[a.clause]
	if a.says < 0 || k.Kind != clause.Coordinate || !empty(k.Marker) || k.Parent < 0 || b.parse.Speeches[a.says].Direct {
		return -1
	}
	on, v := b.parse.Clauses[k.Parent], b.verbOf(k.Parent)
	if v == nil || !v.Finite || v.From < k.To || empty(on.Subject) || on.Subject.To > k.From || on.Subject.From < b.sentenceOf(k.From).From || b.is(aPronoun, on.Subject.From) && b.meant(on.Subject.From) == "" {
		return -1
	}
	return k.Parent
}

// partedLine is who says it and in at most n words what clause k says, of which who says
// it parts the subject from the verb; or "".
func (a *act) partedLine(who string, k, n int) string {
	b := a.b
	of, v := b.parse.Clauses[k].Subject, b.verbOf(k)
	subject := small(b, b.closed(b.trim(of, n/2)))
	if of.Len() == 1 && b.is(aPronoun, of.From) {
		subject = b.meant(of.From)
	}
	said := b.shortened(sentence.Extent{From: v.From, To: b.parse.Clauses[k].To}, v.To-1, n-count(subject))
	if subject == "" || count(said) < 2 || strings.HasSuffix(subject, who) || strings.HasSuffix(who, subject) {
		return "" // Ruiz, he said, was weak: who says so is another
	}
	return a.finish(who + ": " + b.balanced(subject+" "+said))
}

// topic is the line of words of which no more fits than what they are about: she
// speaks of the union of the two banks; or "".
func (a *act) topic(who string, of sentence.Extent) string {
	b := a.b
	if a.leaf.Name != "statement" || a.status != happened || of.From < a.trigger.To || of.Len() < 4 || !b.common(of) || b.is(aNone, of.From) || b.numberFirst(of.From) || b.is(aNumeral, of.From) {
		return ""
	}
	for i := of.From; i < of.To; i++ {
		if b.inVerb(i) {
			of.To = i // his bill | imposing a tariff on
		}
	}
	line := newLine(who)
	line.add(a.presentOf(b.g.said("speak"), b.joined(who)) + " " + b.g.said("of"))
	what := b.closed(b.trim(of, 12))
	if n := count(what); n > line.left() || n < 2 {
		return ""
	}
	line.add(small(b, what))
	return a.finish(line.String())
}

// saidIn is the clause that tells what is said in e, which must not begin with its
// verb; or -1.
func (b *block) saidIn(e sentence.Extent) int {
	for i := range b.parse.Clauses {
		k := &b.parse.Clauses[i]
		switch {
		case k.From > e.To:
			return -1
		case k.Kind != clause.Complement && k.Kind != clause.Main && !(k.Kind == clause.Relative && k.Marker.To == e.From), !empty(k.Subject) && k.Subject.From < e.From:
			continue // gave notice that it would leave: told like what is said
		}
		if v := b.verbOf(i); v != nil && v.Finite && e.From < v.From && v.To <= e.To {
			if b.verbBefore(e.From, min(k.Subject.From, v.From)) {
				return -1 // said that it “reminds people what | a king may want”
			}
			return i
		}
	}
	return -1
}

// verbBefore reports whether a finite verb stands from word i up to word to and no comma
// behind it.
func (b *block) verbBefore(i, to int) bool {
	found := false
	for ; i < to; i++ {
		switch {
		case b.Words[i].Text == ",":
			found = false // if they left, | the port would close
		case b.inVerb(i) && b.verbOf(b.of(i)).Finite:
			found = true
		}
	}
	return found
}

// balanced is s without quotation marks where one is left alone.
func (b *block) balanced(s string) string {
	if strings.Count(s, "“") == strings.Count(s, "”") && strings.Count(s, `"`)%2 == 0 {
		return s
	}
	return strings.NewReplacer("“", "", "”", "", `"`, "").Replace(s)
}

// utters reports whether an act's verb says that what follows is so.
func (a *act) utters() bool {
	return !a.verb.Negated && (a.verbIs(anUttering) || a.trigger.Len() > 1 && a.b.is(aThat, a.trigger.To))
}

// content is what act of words says behind its verb, up to a semicolon, without the
// word that opens it, or all that it says before it: the port will close, the mayor
// said. It is empty where it is not clear where it begins.
func (a *act) content() sentence.Extent {
	b := a.b
	if s := a.saidAhead(); !empty(s) {
		if a.date.basis != "own" && a.date.basis != "sentence" {
			return sentence.Extent{}
		}
		return s
	}
	e := sentence.Extent{From: a.trigger.To, To: b.sentenceOf(a.trigger.From).To}
	if a.says >= 0 {
		e.From = b.whole(b.parse.Speeches[a.says]).From
	} else if k := a.contentChunk(); k >= 0 {
		e.From = a.chunks[k].From
	} else if !b.is(aThat, e.From) {
		return sentence.Extent{}
	}
	if b.is(aPreposition, e.From-1) { // told them in that call | that
		e.From++
		for e.From < e.To && !b.is(aThat, e.From) {
			e.From++
		}
	}
	if b.word(e.From).Kind == sentence.Open && b.is(aDeterminer, e.From-1) && e.From-1 >= a.trigger.To {
		e.From-- // said | a “large majority” had voted for it
	}
	quoted := b.word(e.From).Kind == sentence.Open || b.word(e.From+1).Kind == sentence.Open
	if e.From < a.trigger.To || !b.is(aThat, e.From) && !b.onlyTime(a.trigger.To, e.From) && !(quoted && !b.is(aPreposition, e.From-1)) {
		return sentence.Extent{} // said the queues at | the ports would end
	}
	for i := a.trigger.To; i < e.From; i++ {
		if b.inVerb(i) {
			return sentence.Extent{} // declared an end, meaning that
		}
	}
	for e.From < e.To && (b.is(aThat, e.From) || b.Words[e.From].Kind != sentence.Letters && b.Words[e.From].Kind != sentence.Number) {
		e.From++
	}
	for i := e.From; i < e.To; i++ {
		if b.Words[i].Text == ";" {
			e.To = i
		}
	}
	return e
}

// onlyTime reports whether nothing but when it was stands from word i up to word to: said
// on Friday | the ports would close.
func (b *block) onlyTime(i, to int) bool {
	for ; i < to; i++ {
		if b.expr(i) == nil && !(b.is(aPreposition, i) && b.expr(i+1) != nil) {
			return false
		}
	}
	return true
}

// toSay is what an infinitive tells that an act's verb governs, the word that opens it
// left out: went on the air to say | the port would close. It is empty where none does.
func (a *act) toSay() sentence.Extent {
	b := a.b
	for i := range b.behind(a.clause) {
		k := &b.parse.Clauses[i]
		in := k.Parent
		if k.Kind != clause.Complement || in < 0 || b.parse.Clauses[in].Kind != clause.Infinitive || b.parse.Clauses[in].Parent != a.clause {
			continue
		}
		if v := b.verbOf(in); v != nil && !v.Negated && b.g.is(anUttering, v.Base) {
			return sentence.Extent{From: k.Marker.To, To: b.sentenceOf(a.trigger.From).To}
		}
	}
	return sentence.Extent{}
}

// saidAhead is what stands before the verb that says so, in the speaker's sense, where
// that begins a sentence of its own; else empty.
func (a *act) saidAhead() sentence.Extent {
	b := a.b
	if a.says < 0 || b.parse.Speeches[a.says].Direct {
		return sentence.Extent{}
	}
	e := b.parse.Speeches[a.says].Extent
	e.From = max(e.From, b.from)
	if e.To > a.trigger.From || b.Quote(e.From) >= 0 || b.is(aConjunction, e.From) || b.is(aPreposition, e.From) || b.expr(e.From) != nil {
		return sentence.Extent{}
	}
	return e
}

// whole is what is reported around speech s with the same verb, where only a part of it is
// quoted: said that | Chile “was, is and remains” free; else s.
func (b *block) whole(s clause.Speech) sentence.Extent {
	for _, o := range b.parse.Speeches {
		if s.Direct && !o.Direct && o.Verb == s.Verb && o.From <= s.From && s.From < o.To {
			return o.Extent
		}
	}
	return s.Extent
}

// shortened is e, or where that is longer than n words its longest beginning that has
// the verb which ends before word least, with dots: up to a mark or a conjunction, else
// before a phrase, else where a phrase is over, else, though it is unfinished, where no
// word is left alone; or "".
func (b *block) shortened(e sentence.Extent, least, n int) string {
	if s := b.unquoted(e); count(s) <= n {
		return s
	}
	alone := func(i int) bool {
		return b.inVerb(i) || b.is(anOf, i) || b.is(aPreposition, i-1) || b.is(aDeterminer, i-1)
	}
	whole := func(i int) bool { return !b.unfinished(sentence.Extent{From: e.From, To: i}) }
	for _, may := range []func(int) bool{
		func(i int) bool {
			w := b.Words[i].Text
			return (w == "," || w == ";" || w == "—" || b.is(anOpener, i)) && whole(i)
		},
		func(i int) bool { return b.is(aPreposition, i) && !b.is(anOf, i) && !b.inVerb(i-1) && whole(i) },
		func(i int) bool { return !alone(i) && b.endsPhrase(i) && whole(i) },
		func(i int) bool { return !alone(i) && b.word(i-1).Kind != sentence.Number },
	} {
		s := b.beginning(e, n-1, func(i int) bool {
			return i > least && may(i) && (b.expr(i) == nil || b.expr(i).From == i)
		})
		if count(s) >= leastSaid {
			return s + " …"
		}
	}
	return ""
}

// elided is what clause k says in e in at most n words, where its subject leaves no
// room for its verb: the subject up to a phrase, dots, and the verb with what follows;
// or "".
func (b *block) elided(k int, e sentence.Extent, n int) string {
	subject, v := b.parse.Clauses[k].Subject, b.verbOf(k)
	if v.From < subject.To {
		return ""
	}
	for i := subject.To; i > subject.From; i-- {
		if i < subject.To && (!b.is(aPreposition, i) || b.is(anOf, i)) && b.word(i).Text != "," {
			continue
		}
		head := b.closed(b.unquoted(sentence.Extent{From: subject.From, To: i}))
		if i < v.From {
			head += " …"
		}
		if s := b.shortened(sentence.Extent{From: v.From, To: e.To}, v.To, n-count(head)); count(s) > 2 {
			return head + " " + s
		}
	}
	return ""
}
