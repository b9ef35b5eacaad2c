package event

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// cutter is a tail while it is cut, from left to right.
type cutter struct {
	b     *block
	from  int // its first word
	end   int // behind the last that it may have
	out   []chunk
	comma bool // a mark stands before the next chunk
	open  bool // the last chunk may go on
	depth int  // brackets that are open
	held  bool // whether it could when they were opened
}

// cut cuts a tail.
func (b *block) cut(c, i int) []chunk {
	end := b.sentenceOf(i - 1).To
	t := cutter{b: b, from: i, end: end, out: b.room.tail()}
	last, in := -1, false // a clause, and whether it is inside of c
	for k := i; k < end; {
		w := &b.Words[k]
		if at := b.of(k); at != last || k == i {
			last, in = at, b.inside(c, at)
		}
		switch {
		case !in && (w.Kind == sentence.Letters || w.Kind == sentence.Number):
			return b.room.keep(t.out)
		case !in:
			t.comma, t.open = true, false
			k++
		case w.Text == ";" && t.depth == 0:
			return b.room.keep(t.out) // the storming of Lima in March; in May between nine and ten men
		case (t.depth > 0 || w.Kind != sentence.Letters && w.Kind != sentence.Number) && t.mark(k):
			k++
		default:
			k = t.word(k)
		}
	}
	return b.room.keep(t.out)
}

// last is the chunk that was begun last.
func (t *cutter) last() *chunk { return &t.out[len(t.out)-1] }

// start begins a chunk with word k.
func (t *cutter) start(k int) {
	t.out = append(t.out, chunk{Extent: sentence.Extent{From: k, To: k + 1}, comma: t.comma, clause: t.b.of(k)})
	t.comma, t.open = false, true
}

// mark deals with word k, which is a mark or stands in brackets, which are left
// out; false where it belongs to a phrase.
func (t *cutter) mark(k int) bool {
	b, w := t.b, &t.b.Words[k]
	switch {
	case w.Text == "(" || w.Text == "[" && w.Space:
		if t.depth++; t.depth == 1 {
			t.held = t.open && w.Text == "("
		}
		t.open = false
	case (w.Text == ")" || w.Text == "]") && t.depth > 0:
		t.depth--
		if t.comma = true; t.depth == 0 && t.held && b.continues(k+1, b.word(t.last().To-1).Kind == sentence.Number) {
			t.comma, t.open = false, true // a $50 million ($60 million) branch; within 9 km (5 miles) of it
		}
	case t.depth > 0:
	case w.Text == "," && t.open && b.describing(k+1) && b.describedOnce(k):
		t.last().To = k + 1 // a new, modern treaty
	case t.open && b.word(k-1).Kind == sentence.Number && b.word(k+1).Kind == sentence.Number && b.g.is(aDash, *w) && b.points(k-1) && b.points(k+1):
		return false // won 3 – 1
	case w.Kind == sentence.Punct && breaks(w, b.word(k+1)):
		t.comma, t.open = true, false
	case w.Kind == sentence.Open || w.Kind == sentence.Close:
		if t.open {
			t.last().To = k + 1
		} else if w.Kind == sentence.Open {
			t.start(k)
		}
	default:
		return false
	}
	return true
}

// points reports whether the number at word i is as small as those of a score.
func (b *block) points(i int) bool {
	s := b.word(i).Text
	return len(s) <= 3 && strings.IndexByte(s, ',') < 0
}

// continues reports whether word i, behind an aside in brackets, goes on with the phrase
// before it: a noun, or what a preposition says of it; no clause or time, and no name but
// of what was counted before it.
func (b *block) continues(i int, counted bool) bool {
	w := b.word(i)
	return w.Kind == sentence.Letters && (lower(w.Text) || counted) && b.expr(i) == nil && !b.inVerb(i) && !b.is(aConjunction, i) && !b.is(aRelative, i) && !b.is(anOpener, i) && !b.is(aPurpose, i)
}

// word adds word k, or the time that begins with it, to the last chunk or
// begins one, and returns the next word.
func (t *cutter) word(k int) int {
	b, w := t.b, &t.b.Words[k]
	if e := b.expr(k); e != nil && e.From == k && !b.inPair(e) && !b.modifies(e.To) && !b.titled(e) && !b.yearOfName(e) && !b.era(e, t.open) && !(possessive(b.word(e.To)) && b.of(e.To) == b.of(k)) {
		return t.time(k, e)
	}
	in := &b.classes[k]
	if t.open {
		last := t.last()
		switch at := b.of(k); {
		case at != last.clause && at != b.of(k-1):
			t.start(k)
			return k + 1
		case !in.Any():
			for k++; k < t.end && b.runsOn(k); k++ {
			}
			last.To = k // as most words
			return k
		case in.Has(aComparing) && (b.is(aComparative, k-1) || b.is(aNone, k-2)): // more than 20 leaders, no later than
			last.To = k + 1
			return k + 1
		case in.Has(anAs) && b.degreeBefore(k+1) && last.From == k+1-degreeWords: // as late as
			last.To = k + 1
			return k + 1
		}
	}
	switch {
	case in.Has(aPreposition) && !in.Has(anOf) && !(k == t.from && (b.roughly(k) || b.atLeast(k))) && !(t.open && b.is(anOf, k-1)) && (b.word(k-1).Text != "-" || w.Space) && !(t.open && t.last().prep != "" && b.only(t.last().Extent)):
		t.start(k) // but duties of between 5 and 10 per cent are one phrase
		t.last().prep = lowerText(w)
	case !t.open:
		t.start(k)
	default:
		t.last().To = k + 1
	}
	return k + 1
}

// runsOn reports whether word k says no more than that the phrase of the plain word
// before it goes on.
func (b *block) runsOn(k int) bool {
	w := &b.Words[k]
	return b.plainWord(k) && b.exprAt[k] == 0 && (w.Kind == sentence.Letters || w.Kind == sentence.Number) && b.of(k) == b.of(k-1)
}

// time adds the time e at word k to the phrase that leads to it, or makes a chunk
// of it, and returns the next word.
func (t *cutter) time(k int, e *timex.Expr) int {
	b, lead := t.b, 2
	switch {
	case t.open && (t.last().prep != "" && t.last().Len() == 1 || e.Type == timex.Duration && b.is(aPreposition, k-1)):
		t.last().To = e.To // on Friday; a call of 85 minutes
		t.nearness()
	case t.open && b.degreeBefore(k) && t.last().From <= k-degreeWords:
		if last := t.last(); last.From < k-degreeWords {
			last.To = k - degreeWords // the port | no sooner than May
			t.start(k - degreeWords)
		}
		t.last().To, lead = e.To, degreeWords // as late as 30 August
	default:
		t.start(k)
		t.last().To = e.To
	}
	t.last().time = t.last().Len() <= e.To-e.From+lead && b.times(e)
	t.open = (b.is(anOf, e.To) || lowerText(b.word(e.To)) == b.g.said("as") && b.hasWord(aVery, e.Extent)) && b.is(aUnit, e.To-1) && b.of(e.To) == b.of(k) && b.expr(e.To) == nil
	if t.open {
		t.last().To = e.To + 1 // after days of talks
		return e.To + 1
	}
	return e.To
}

// nearness takes from the chunk before the last, which says when, the word that says how
// near to that: landed at the base | shortly before midnight.
func (t *cutter) nearness() {
	n := len(t.out)
	if n < 2 || t.last().prep == "" {
		return
	}
	if before := &t.out[n-2]; before.Len() > 1 && before.To == t.last().From && t.b.is(aNearness, before.To-1) {
		before.To--
	}
}

// times reports whether an expression says when something is, and not how long or how often.
func (b *block) times(e *timex.Expr) bool { return e.Type != timex.Duration && e.Type != timex.Set }

// degreeWords is how many words "as late as" has.
const degreeWords = 3

// degreeBefore reports whether words before word i say how early or late a time
// is: as early as, as recently as, no later than.
func (b *block) degreeBefore(i int) bool {
	return (b.is(anAs, i-1) && b.is(anAs, i-degreeWords) || b.is(aComparing, i-1) && b.is(aNone, i-degreeWords)) && b.Sentence(i) == b.Sentence(max(i-degreeWords, 0))
}

// leadsToTime reports whether chunk i is a participle that says no more than the time behind
// it, with which its clause ends: an order | issued | on Tuesday.
func (a *act) leadsToTime(i int) bool {
	b, ch := a.b, a.chunks[i]
	v := b.verbOf(ch.clause)
	if i+1 >= len(a.chunks) || ch.Len() > 1 || !b.is(anIdle, ch.From) || v == nil || v.Extent != ch.Extent || !v.Passive || v.Finite {
		return false
	}
	next := a.chunks[i+1]
	return next.time && next.From == ch.To && (i+2 == len(a.chunks) || a.chunks[i+2].clause != ch.clause)
}

// asFar is chunk i up to word verb, without the word that a time behind it leans on, and
// without the particle that the line has with its verb: fees | starting in May; flew on | to Lima.
func (a *act) asFar(i int, ch chunk, verb int) chunk {
	if ch.To = min(ch.To, verb); a.openTo(i, ch) {
		ch.To--
	}
	if i == 0 && !a.nominal && ch.Len() > 2 && !ch.time && ch.From == a.trigger.To && a.particled() {
		ch.From++
	}
	return ch
}

// openTo reports whether chunk i, as far as ch goes, ends in the word that says that the time
// behind it is when something begins: a fee on ships beginning | next month.
func (a *act) openTo(i int, ch chunk) bool {
	last := ch.To - 1
	return i+1 < len(a.chunks) && a.chunks[i+1].time && a.chunks[i+1].From == ch.To && a.b.is(aStarting, last) && !a.b.is(aPreposition, last)
}
