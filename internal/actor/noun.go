package actor

import (
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// noun is a common noun that means a body once the text has named it: the
// bloc, the ministry, the gas giant.
type noun struct {
	kinds  []Kind
	words  map[string]bool // of a name, in small letters
	means  map[string]bool // canonical names
	except map[string]bool
	closed bool // only what is known can be called so
}

// nounSet is some of the nouns, a bit each, by their order in the rule file.
type nounSet uint64

// maxNouns is how many nouns a nounSet has room for.
const maxNouns = 64

func nounOf(r phrase.Rule) noun {
	n := noun{words: map[string]bool{}, means: map[string]bool{}, except: map[string]bool{}, closed: r.Get("closed") != ""}
	for _, k := range r.All("kind") {
		n.kinds = append(n.kinds, kinds[k])
	}
	for _, v := range r.All("word") {
		for _, w := range strings.Fields(v) {
			n.words[w] = true
		}
	}
	for key, set := range map[string]map[string]bool{"means": n.means, "except": n.except} {
		for _, v := range r.All(key) {
			for name := range strings.SplitSeq(v, "|") {
				set[strings.TrimSpace(name)] = true
			}
		}
	}
	return n
}

// calls reports whether the noun may mean an actor whose names have these
// words.
func (n *noun) calls(a *Actor, words []string) bool {
	if n.except[a.Name] {
		return false
	}
	return n.means[a.Name] || slices.Contains(n.kinds, a.Kind) || slices.ContainsFunc(words, func(w string) bool { return n.words[w] })
}

// Bounds of how far back a noun reaches: through near sentences two bodies
// that it may mean leave it open, and beyond far ones none is meant.
const (
	nearSentences = 3
	farSentences  = 10
)

// noun resolves a common noun at word i to the body named before that it may
// mean, where there is one such and no other; it returns the word behind it,
// or i. A noun that describes the name beside it teaches that the body may be
// called so: Hengli, a refiner; the refiner Hengli.
func (f *finder) noun(i int) int {
	if i == 0 || f.clauses == nil {
		return i
	}
	set, end := f.nounAt(i)
	if set == 0 {
		return i
	}
	from, state := f.beforeNoun(i)
	if from == 0 {
		return i
	}
	det := from - 1
	described := f.described(det)
	switch {
	case described != nil:
		f.called[described] |= set
		return i
	case !f.is(aPointingWord, det):
		f.another(set, i)
		return i
	case f.pointsAhead(i, end):
		return i
	}
	a := f.lastCalled(set, i, state)
	if a == nil {
		return i
	}
	f.add(i, end, a, ByNoun)
	return end
}

// nounAt is the nouns that the longest such phrase at word i may be, and its
// end; 0 where none begins there.
func (f *finder) nounAt(i int) (set nounSet, end int) {
	for k := int(f.first[i]); k < int(f.first[i+1]); k++ {
		if m := f.means[f.matches[k].Rule]; m.what == aNoun {
			if to := f.matches[k].To; to > end {
				set, end = 0, to
			}
			if f.matches[k].To == end {
				set |= 1 << m.entry
			}
		}
	}
	return set, end
}

// beforeNoun is where the phrase of the noun at word i begins behind its
// determiner, with the state whose adjective stands in it, or "".
func (f *finder) beforeNoun(i int) (from int, state string) {
	refs := len(f.refs)
	for k := i - 1; k >= 0 && k > i-8 && !f.starts[k+1]; k-- {
		switch {
		case refs > 0 && f.refs[refs-1].Passage == f.p && f.refs[refs-1].To == k+1 && f.refs[refs-1].Via == ByAdjective:
			refs--
			state, k = f.refs[refs].Actor.Country, f.refs[refs].From
		case f.is(aCompoundingWord, k) && k > 1 && isHyphen(f.text.Words[k-1].Text):
			k -= 2
			for refs > 0 && f.refs[refs-1].Passage == f.p && f.refs[refs-1].To > k {
				refs--
				k = min(k, f.refs[refs].From)
			}
		case f.is(aDescribingWord, k):
		default:
			return k + 1, state
		}
	}
	return 0, ""
}

// described is the body that a phrase with its determiner at word i describes:
// the name before the comma or the verb "is" before it; nil where none stands
// there.
func (f *finder) described(i int) *Actor {
	if i < 2 || len(f.refs) == 0 || f.text.Words[i-1].Text != "," && !f.is(anEquatingWord, i-1) {
		return nil
	}
	r := f.refs[len(f.refs)-1]
	if r.Passage != f.p || r.To != i-1 || r.Via == ByAdjective || !institutional(r.Actor) {
		return nil
	}
	return r.Actor
}

// institutional reports whether a common noun may mean an actor.
func institutional(a *Actor) bool { return a.Kind == Body || a.Kind == Company || a.Kind == Outlet }

// pointsAhead reports whether the words behind a noun that ends before word
// end say which one is meant, or make it a part of another noun, so that it
// means nothing named before: the company that, the bank account, the refiner
// Hengli. The bloc’s summit is held by the bloc, and so is the bloc summit.
func (f *finder) pointsAhead(i, end int) bool {
	if end >= len(f.text.Words) || f.starts[end] {
		return false
	}
	w := f.text.Words[end]
	switch {
	case w.Kind == sentence.Punct && isHyphen(w.Text) && !w.Space, f.is(aRestrictingWord, end):
		return true
	case w.Kind != sentence.Letters || isClitic(w) || f.is(anEventWord, end):
		return false
	}
	return f.capital(end) || f.modifies(end)
}

// another notes that the text brings up one more that such nouns mean.
func (f *finder) another(set nounSet, i int) {
	for n := range f.nouns {
		if set&(1<<n) != 0 {
			f.brought[n] = at{f.p, i}
		}
	}
}

// at is a word of a passage.
type at struct{ passage, word int }

func (a at) before(b at) bool {
	return a.passage < b.passage || a.passage == b.passage && a.word < b.word
}

// stranger notes an unknown name that acts at word i: it may be what a noun
// behind it means.
func (f *finder) stranger(i int) {
	if f.clauses == nil {
		return
	}
	if a := f.maybe(i); a != nil && f.acts(i) {
		f.perhaps = append(f.perhaps, doubt{a, at{f.p, i}})
	}
	if !f.capital(i) || f.starts[i] && !f.capital(i+1) || f.headline[i] || f.common(i) || f.is(aRoleWord, i) || f.is(aGivenWord, i) {
		return
	}
	if f.acts(i) {
		f.strange = at{f.p, i}
	}
}

// acts reports whether word i stands in the subject of its clause.
func (f *finder) acts(i int) bool {
	c := f.clauses.Clauses[f.clauses.Of[i]]
	return c.Verb >= 0 && c.Subject.From <= i && i < c.Subject.To
}

// doubt is a word that may be the name of an actor.
type doubt struct {
	actor *Actor
	at
}

// maybe is the actor whose name begins the sentence at word i where the name is
// an ordinary word too: too little to say that he is meant, and enough to doubt
// that a noun behind it means another. Nil where there is none.
func (f *finder) maybe(i int) *Actor {
	if !f.starts[i] {
		return nil
	}
	for k := int(f.first[i]); k < int(f.first[i+1]); k++ {
		m := f.means[f.matches[k].Rule]
		if m.what <= aMetonym && m.what != anAdjective && institutional(f.entries[m.entry].Actor) && !f.capital(f.matches[k].To) && !f.modifies(f.matches[k].To) {
			return f.entries[m.entry].Actor
		}
	}
	return nil
}

// lastCalled is the body named before word i that one of the nouns may mean;
// nil where two may be meant or none.
func (f *finder) lastCalled(set nounSet, i int, state string) *Actor {
	here := f.sentences[f.p] + f.text.Sentence(i)
	var one *Actor
	var last at
	far := 0
	for k := len(f.refs) - 1; k >= 0 && k >= len(f.refs)-maxBack; k-- {
		r := f.refs[k]
		if r.Actor.Hosts != "" {
			r.Actor = f.entries[f.byName[fold(r.Actor.Hosts)]].Actor // in Brussels: the commission
		}
		if r.Via == ByAdjective || r.Actor == one || !institutional(r.Actor) || f.callable(r.Actor)&set == 0 {
			continue
		}
		if state != "" && r.Actor.Country != "" && r.Actor.Country != state || f.same(r, i) {
			continue
		}
		n := here - f.sentenceOf(r)
		switch {
		case n > farSentences:
			return f.unrivalled(one, last, set, here)
		case one == nil:
			one, last, far = r.Actor, at{r.Passage, r.From}, n
		case n <= nearSentences || far > nearSentences:
			return nil
		}
	}
	return f.unrivalled(one, last, set, here)
}

// unrivalled is an actor last named at a word, or nil where the text has
// brought up another since then that the nouns of a sentence (here) may mean,
// or in a near sentence may have named one, or named an unknown one beside him.
func (f *finder) unrivalled(a *Actor, last at, set nounSet, here int) *Actor {
	if a == nil {
		return nil
	}
	for _, d := range slices.Backward(f.perhaps) {
		if here-f.sentenceAt(d.at) > nearSentences {
			break
		}
		if d.actor != a && f.callable(d.actor)&set != 0 {
			return nil
		}
	}
	closed := false
	for n := range f.nouns {
		if set&(1<<n) == 0 {
			continue
		}
		if last.before(f.brought[n]) {
			return nil
		}
		closed = closed || f.nouns[n].closed
	}
	if !closed && (last.before(f.strange) || f.inOneSubject(f.strange, last)) {
		return nil
	}
	return a
}

// inOneSubject reports whether two words stand in one subject: Ostrava Chemie and
// Rosneft. The zero word is none.
func (f *finder) inOneSubject(a, b at) bool {
	if a == (at{}) || a.passage != b.passage || a.passage >= len(f.doc.Clauses) || f.doc.Clauses[a.passage] == nil {
		return false
	}
	p := f.doc.Clauses[a.passage]
	c := p.Of[a.word]
	s := p.Clauses[c].Subject
	return p.Of[b.word] == c && s.From <= b.word && b.word < s.To
}

// same reports whether the reference is the subject of the clause in which the
// noun at word i is another phrase: Rosneft sold the company.
func (f *finder) same(r Ref, i int) bool {
	if r.Passage != f.p || r.Possessive {
		return false
	}
	c := f.clauses.Of[i]
	s := f.clauses.Clauses[c].Subject
	return f.clauses.Of[r.From] == c && s.From <= r.From && r.To == s.To && i >= s.To
}

// sentenceOf is the sentence of a reference, counted through the document.
func (f *finder) sentenceOf(r Ref) int { return f.sentenceAt(at{r.Passage, r.From}) }

// sentenceAt is the sentence of a word, counted through the document.
func (f *finder) sentenceAt(a at) int {
	return f.sentences[a.passage] + f.doc.Passages[a.passage].Sentence(a.word)
}

// teach lets a body be called by the noun that stands before its name at word
// i: the refiner Hengli.
func (f *finder) teach(i int, a *Actor) {
	if !institutional(a) {
		return
	}
	for k := max(i-3, 0); k < i; k++ {
		if set, end := f.nounAt(k); set != 0 && end == i {
			f.called[a] |= set
			return
		}
	}
}

// callable is the nouns that may mean an actor: those of the gazetteer, and
// those that the document has taught.
func (f *finder) callable(a *Actor) nounSet {
	set, ok := f.calls[a]
	if !ok {
		if set, ok = f.nounsOf[a]; !ok {
			set = f.nounsCalling(a, []string{a.Name})
		}
		f.calls[a] = set
	}
	return set | f.called[a]
}

// nounsCalling are the nouns that may mean an actor who has these names.
func (g *Gazetteer) nounsCalling(a *Actor, names []string) (set nounSet) {
	if a.Kind != Body && a.Kind != Company && a.Kind != Outlet {
		return 0
	}
	var words []string
	for _, name := range names {
		words = append(words, strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == ' ' || r == '-' || r == '|' })...)
	}
	for n := range g.nouns {
		if g.nouns[n].calls(a, words) {
			set |= 1 << n
		}
	}
	return set
}
