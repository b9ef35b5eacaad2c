package chronology

import (
	"cmp"
	"math"
	"slices"
)

// term is a content word of a telling, by the hash of its stem: where it stands
// there, and how often the collection uses it. Both are all that its weight is
// made of, so a word costs eight bytes.
type term struct {
	word  uint32
	is    emphasis
	class uint8 // of usage
}

// emphasis is where a content word stands.
type emphasis uint8

const (
	ownClause   emphasis = 1 << iota // in the headline or the trigger
	longWord                         // it has more than three letters
	likeTrigger                      // it begins as a word of the trigger does: ends, ended
	likeType                         // it begins as the name of the type does
	rare                             // few of the collection's tellings have it

	wholeSentence emphasis = 0
)

// headed is a term while it is read, with the first letters of its word.
type headed struct {
	term
	head uint32
}

func termOf(w word, where emphasis) headed {
	if w.has(long) {
		where |= longWord
	}
	return headed{term{word: w.stem, is: where}, w.head}
}

// marked are the terms read, each once, in order.
func (r *reader) marked(kind uint32) []term {
	slices.SortFunc(r.terms, func(a, b headed) int { return cmp.Compare(a.word, b.word) })
	n := 0
	for i, x := range r.terms {
		if i == 0 || x.word != r.terms[i-1].word {
			n++
		}
	}
	out := r.saidPools.terms.take(n)[:0]
	for _, x := range r.terms {
		if n := len(out); n > 0 && out[n-1].word == x.word {
			out[n-1].is |= x.is
			continue
		}
		if x.head != 0 && slices.Contains(r.heads, x.head) {
			x.is |= likeTrigger
		}
		if x.head != 0 && x.head == kind {
			x.is |= likeType
		}
		out = append(out, x.term)
	}
	return out
}

// weights are the inverse document frequencies of the classes.
var weights = func() (out [rarest + 1]float64) {
	for i := range out {
		out[i] = usage{class: uint8(i)}.weight()
	}
	return out
}()

// shares are how often the words of the classes are used, beside those of
// class 0.
var shares = func() (out [rarest + 1]float64) {
	for i := range out {
		out[i] = math.Ldexp(1, -i)
	}
	return out
}()

// weight is what a word weighs before the whole is brought to length 1. The
// words of the headline and the trigger count twice: they are the event's own
// clause, the others those of the whole sentence, which may tell of much else.
func (x term) weight() float64 {
	if x.is&ownClause != 0 {
		return 2 * weights[x.class]
	}
	return weights[x.class]
}

// weigh looks up how often the collection uses the words, and gives what
// brings their weights to length 1.
func weigh(vector, terms []term, f Facts) (unit float64) {
	sum := 0.0
	for i, x := range terms {
		u := f.usage(x.word)
		x.class = u.class
		if u.rare && x.is&longWord != 0 {
			x.is |= rare
		}
		vector[i] = x
		sum += x.weight() * x.weight()
	}
	if sum == 0 {
		return 0
	}
	return 1 / math.Sqrt(sum)
}

// overlap is what two tellings have in common in words.
type overlap struct {
	dot   float64 // the cosine of their contents
	topic float64 // the same without the words that say no more than the type
	rare  int     // rare words in common
}

func overlapOf(a, b *telling) overlap {
	x, y := a.vector, b.vector
	all, topic, rares := 0.0, 0.0, 0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		p, q := x[i], y[j]
		switch {
		case p.word < q.word:
			i++
		case p.word > q.word:
			j++
		default:
			i, j = i+1, j+1
			w := p.weight() * q.weight()
			all += w
			if p.is&q.is&likeTrigger == 0 && (p.is|q.is)&likeType == 0 {
				topic += w
			}
			if p.is&q.is&rare != 0 {
				rares++
			}
		}
	}
	both := a.unit * b.unit
	return overlap{math.Min(all*both, 1), topic * both, rares}
}

// common is how many numbers two sorted lists share.
func common[T cmp.Ordered](a, b []T) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			n++
			a, b = a[1:], b[1:]
		}
	}
	return n
}
