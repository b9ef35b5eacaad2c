package actor

import (
	"slices"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// Parts of a state's government, by words that every state has for them.

// ministry finds a part of a state's government (the Russian Foreign Ministry,
// Japan's finance ministry, the finance ministry in Hanoi), the state itself where its
// government is named, and the ministry named before where no state stands here. What
// it leaves open is kept for when all is read.
func (f *finder) ministry(i int) int {
	end, m := f.best(i)
	j, state := i, ""
	if end > i && f.entries[m.entry].Kind == State {
		j, state = end, f.entries[m.entry].Name
		if j < len(f.text.Words) && isClitic(f.text.Words[j]) {
			j++
		}
	}
	if j >= len(f.text.Words) {
		return i
	}
	for k := int(f.first[j]); k < int(f.first[j+1]); k++ {
		b := f.means[f.matches[k].Rule]
		to := f.matches[k].To
		if b.what != aState && b.what != aBody || state != "" && to <= end {
			continue
		}
		of := state
		if of == "" && (b.what == aBody || b.key == ofHome) {
			of = f.seatBeside(i, to)
		}
		switch {
		case b.what == aState && of != "":
			f.add(i, to, f.entries[f.byName[fold(of)]].Actor, ByMetonym)
			return to
		case b.what == aBody && of != "":
			f.ministries[b.key] = f.partOf(of, b.key)
			f.add(i, to, f.ministries[b.key], ByName)
			return to
		case b.what == aBody && f.ministries[b.key] != nil && f.definite(i):
			f.add(i, to, f.ministries[b.key], ByTitle)
			return to
		case b.what == aBody && f.headed(i, to), b.key == ofHome && f.definite(i) && f.headed(i, to):
			f.unowned = append(f.unowned, unowned{Ref{Passage: f.p, Extent: sentence.Extent{From: i, To: to}}, b})
			return i
		}
	}
	return i
}

// ofHome is the key of a word that alone means the government of the text's own state.
const ofHome = "home"

// unowned is a part of a government whose state is not said where it stands.
type unowned struct {
	Ref
	meaning
}

// partOf is the part of a state's government of that name.
func (f *finder) partOf(state, part string) *Actor {
	name := f.beside[state] + " " + part
	if f.beside[state] == "" {
		name = state + " " + part
	}
	if n, ok := f.byName[fold(name)]; ok {
		return f.entries[n].Actor
	}
	return f.own(Actor{Name: name, Kind: Body, Country: state})
}

// seatBeside is the state whose seat of government stands beside the words from i to
// end, behind them (the finance ministry in Hanoi) or before (in Seoul the government);
// "" where none does.
func (f *finder) seatBeside(i, end int) string {
	if end < len(f.text.Words) && f.is(aWhereWord, end) {
		if s := f.seatAt(end + 1); s != "" {
			return s
		}
	}
	k := i - 1
	if f.definite(i) {
		k--
	}
	if k >= 0 && f.text.Words[k].Text == "," {
		k--
	}
	if k < 1 || i == k+1 || !f.is(aWhereWord, k-1) {
		return ""
	}
	return f.seatAt(k)
}

// seatAt is the state whose seat of government is named by word i and what follows.
func (f *finder) seatAt(i int) string {
	if i >= len(f.text.Words) {
		return ""
	}
	for k := int(f.first[i]); k < int(f.first[i+1]); k++ {
		if m := &f.means[f.matches[k].Rule]; m.what == aSeat {
			return f.entries[m.entry].Name
		}
	}
	return ""
}

// headed reports whether the words from i to end are no part of a longer name or noun,
// and nothing behind them says of where they are: the government bond, a government, the
// parliament in Simferopol.
func (f *finder) headed(i, end int) bool {
	if i > 0 && f.is(anIndefiniteWord, i-1) {
		return false
	}
	return end >= len(f.text.Words) || !f.modifies(end) && !f.is(anInnerWord, end) && !(f.is(aWhereWord, end) && f.capital(end+1))
}

// Least figures of a state that a text is about: how often it is named, in halves of
// how often the next is.
const (
	leastNamed = 3
	halves     = 5
)

// athome gives the parts of a government whose state is nowhere said to that of the text:
// the parliament, in a text about Peru. A text that is as much about Chile has none.
func (f *finder) athome() {
	if len(f.unowned) == 0 {
		return
	}
	named, found := map[string]int{}, len(f.refs)
	for _, r := range f.refs {
		if r.Actor.Country != "" {
			named[r.Actor.Country]++
		}
	}
	for _, u := range f.unowned {
		state := f.home(named, u.of)
		if k, taken := slices.BinarySearchFunc(f.refs[:found], u.Ref, before); state == "" || taken || k > 0 && f.refs[k-1].Passage == u.Passage && f.refs[k-1].To > u.From {
			continue
		}
		u.Via, u.Actor = ByMetonym, f.entries[f.byName[fold(state)]].Actor
		if u.what == aBody {
			u.Via, u.Actor = ByTitle, f.partOf(state, u.key)
		}
		t := f.doc.Passages[u.Passage]
		u.Possessive = u.To < len(t.Words) && isClitic(t.Words[u.To])
		f.refs = append(f.refs, u.Ref)
	}
	slices.SortStableFunc(f.refs, before)
}

// home is the state that a text is about, by how often it names each; "" where none
// stands out. But is left out.
func (f *finder) home(named map[string]int, but string) string {
	best, next := "", 0
	for s, n := range named { // the best alone, or none: no order counts
		switch {
		case s == but:
		case best == "" || n > named[best]:
			if best != "" {
				next = max(next, named[best])
			}
			best = s
		default:
			next = max(next, n)
		}
	}
	if best == "" || named[best] < leastNamed || 2*named[best] < halves*next {
		return ""
	}
	if k, ok := f.byName[fold(best)]; !ok || f.entries[k].Kind != State {
		return ""
	}
	return best
}
