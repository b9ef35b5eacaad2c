package phrase

// entries are what the words of a set may stand for, flat, so that what is
// asked at every word stands close together. Number 0 is a word that the set
// does not have.
type entries struct {
	begins  []beginning
	sorts   []category
	means   []filter // of all that a word may stand for but operations
	flat    []entry  // one more for the end of what the last one has in spelled
	spelled []symbol // that words stand for however they are written
	lone    []lone   // rules of patterns that are one word
}

// entry is one word of a set.
type entry struct {
	spellAt int32  // where its symbols begin in spelled
	loneAt  int32  // where the rules that are it alone begin in lone
	loneTo  int32  // and end
	asks    int32  // which of the trie's sets of operations it may go on with
	then    filter // of what a pattern that begins with it may go on with, but operations
	cased   bool   // it may stand for more as it is written
}

// beginning says what it costs to know the patterns that begin with a word.
type beginning uint8

const (
	none    beginning = iota
	alone             // what is the word alone is listed; a longer one asks for the word behind it
	inAWalk           // how it is written tells which, so the trie is asked
)

// lone is the rule of a pattern that is one word, and whether that stands for a
// class.
type lone struct {
	rule  int32
	class bool
}

// spell adds the next entry.
func (es *entries) spell(w *spelt, sort category, t *trie) {
	e := entry{spellAt: int32(len(es.spelled)), loneAt: int32(len(es.lone)), cased: len(w.written) > 0}
	begins, stands := none, filter{}
	if w.any != 0 {
		es.spelled = append(es.spelled, w.any)
	}
	es.spelled = append(es.spelled, w.classes...)
	asks := uint64(0)
	means := func(sym symbol) {
		stands.add(sym)
		node := t.next(0, sym)
		if node == 0 {
			return
		}
		begins = alone
		e.then.join(t.nodes[node].leads)
		asks |= t.asks[t.nodes[node].asks]
		for _, r := range t.ends[t.nodes[node].end:t.nodes[node+1].end] {
			es.add(int(e.loneAt), lone{r, sym < 0})
		}
	}
	for _, sym := range es.spelled[e.spellAt:] {
		means(sym)
	}
	for _, x := range w.written {
		means(x.sym)
	}
	if e.asks = t.asking(asks); e.cased && len(es.lone) > int(e.loneAt) {
		begins, es.lone = inAWalk, es.lone[:e.loneAt]
	}
	e.loneTo = int32(len(es.lone))
	es.flat, es.begins, es.sorts, es.means = append(es.flat, e), append(es.begins, begins), append(es.sorts, sort), append(es.means, stands)
}

// add adds l to the list that begins at place from, in the order of the rules;
// of one rule the first stays.
func (es *entries) add(from int, l lone) {
	k := len(es.lone)
	for k > from && es.lone[k-1].rule > l.rule {
		k--
	}
	if k > from && es.lone[k-1].rule == l.rule {
		return
	}
	es.lone = append(es.lone, lone{})
	copy(es.lone[k+1:], es.lone[k:])
	es.lone[k] = l
}

// begin adds the matches that begin with word i, in the order of Find.
func (f *Finder) begin(i int) {
	n, asks := f.numbers[i], f.trie.asks[0]
	if e := &f.flat[n]; f.begins[n] != inAWalk && !f.goesOn(e, i) && (asks == 0 || asks&f.asked(&f.words[i]) == 0) {
		f.alone(e, i)
		return
	}
	f.among(i)
}

// among adds the matches that begin with word i by a walk through the trie.
func (f *Finder) among(i int) {
	n := len(f.out)
	f.from = i
	for _, sym := range f.own(i) {
		if next := f.trie.next(0, sym); next != 0 {
			f.step(next, sym, i)
		}
	}
	if asks := f.trie.asks[0]; asks != 0 {
		f.ask(asks, 0, i)
	}
	if len(f.out) > n+1 {
		f.out = f.out[:n+len(order(f.out[n:]))]
	}
}

// goesOn reports whether a pattern that begins with word i, of entry e, may go
// on with the word behind it.
func (f *Finder) goesOn(e *entry, i int) bool {
	if i++; i == len(f.words) {
		return false
	}
	if e.then.meets(&f.means[f.numbers[i]]) {
		return true
	}
	asks := f.trie.asks[e.asks]
	return asks != 0 && asks&f.asked(&f.words[i]) != 0
}

// alone adds the matches that are word i, of entry e, and no more.
func (f *Finder) alone(e *entry, i int) {
	if e.loneAt == e.loneTo {
		return
	}
	for _, l := range f.lone[e.loneAt:e.loneTo] {
		m := Match{Rule: int(l.rule), From: i, To: i + 1}
		if l.class {
			f.arena = append(f.arena, i)
			m.Slots = f.arena[len(f.arena)-1 : len(f.arena) : len(f.arena)]
		}
		f.out = append(f.out, m)
	}
}
