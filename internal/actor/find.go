package actor

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// Document is what Find reads. Clauses belong to Passages one by one; without
// them pronouns stay unresolved. A DCT that is unknown leaves titles so.
type Document struct {
	DCT      calendar.Date
	Language string
	Passages []*sentence.Text
	Clauses  []*clause.Parse
	Title    string // of the whole; "" where it has none
}

// Find is every reference of the document to an actor, ordered by passage and
// word and disjoint. Time is linear in the words.
func (g *Gazetteer) Find(doc Document) []Ref {
	f := &finder{Gazetteer: g, doc: doc, names: g.set.NewFinder(), local: map[string]*Actor{}, families: map[string]*Actor{}, ministries: map[string]*Actor{},
		calls: map[*Actor]nounSet{}, called: map[*Actor]nounSet{}, desk: desks.Get().(*desk)}
	defer f.names.Close()
	defer f.desk.close()
	f.refs, f.brought = f.named, zeroed(f.brought, len(g.nouns))
	sentences := 0
	for _, t := range doc.Passages {
		f.sentences = append(f.sentences, sentences)
		sentences += len(t.Sentences)
	}
	for p := range doc.Passages {
		f.passage(p)
	}
	f.athome()
	f.nativeOnly()
	f.pronouns()
	slices.SortStableFunc(f.refs, before)
	return f.refs
}

// before orders references as the text has them.
func before(a, b Ref) int {
	return cmp.Or(cmp.Compare(a.Passage, b.Passage), cmp.Compare(a.From, b.From))
}

// finder is one reading of a document.
type finder struct {
	life life // whose life the document tells
	*Gazetteer
	doc  Document
	refs []Ref
	// What the document has introduced so far: names in full, family names,
	// and ministries by the words that name them without their state.
	local, families, ministries map[string]*Actor
	unowned                     []unowned

	// Of bodies and the nouns that mean them: which may mean whom, those that
	// the document has taught, where it last brought up another (brought),
	// where an unknown name last acted, and which names began a sentence that
	// are words too.
	calls, called map[*Actor]nounSet
	strange       at
	perhaps       []doubt

	surnames map[string]at // last words of longer names, once they are asked for

	names *phrase.Finder

	// The passage at hand.
	p       int
	text    *sentence.Text
	clauses *clause.Parse
	classes []phrase.Classes // of each word
	matches []phrase.Match
	*desk
}

// passage finds what names an actor in passage p, from left to right; the
// longest wins.
func (f *finder) passage(p int) {
	f.open(p)
	n := len(f.text.Words)
	for i := 0; i < n; {
		i = max(f.at(i), i+1)
	}
}

// turn makes p the passage at hand.
func (f *finder) turn(p int) {
	f.p, f.text, f.clauses = p, f.doc.Passages[p], nil
	if p < len(f.doc.Clauses) {
		f.clauses = f.doc.Clauses[p]
	}
	if p < len(f.begins) {
		f.classes = f.all[f.begins[p]:][:len(f.text.Words)]
	}
}

// open makes p the passage at hand, and finds all names in it.
func (f *finder) open(p int) {
	f.turn(p)
	n := len(f.text.Words)
	f.matches = f.names.Matches(f.text.Words)
	f.begins = append(f.begins, len(f.all))
	f.all = f.names.AppendClasses(f.all)
	f.classes = f.all[f.begins[p]:]
	f.first = zeroed(f.first, n+1)
	i := 0
	for k := range f.matches {
		for ; i <= f.matches[k].From; i++ {
			f.first[i] = int32(k)
		}
	}
	for ; i <= n; i++ {
		f.first[i] = int32(len(f.matches))
	}
	f.starts, f.speaking, f.headline = zeroed(f.starts, n+1), zeroed(f.speaking, n), zeroed(f.headline, n)
	if f.clauses != nil {
		for _, s := range f.clauses.Speeches {
			for i := s.Speaker.From; i < s.Speaker.To && s.Verb.Len() > 0; i++ {
				f.speaking[i] = true
			}
		}
	}
	for _, s := range f.text.Sentences {
		f.starts[s.From] = true
		if s.From+1 < n && f.text.Words[s.From].Kind != sentence.Letters {
			f.starts[s.From+1] = true
		}
	}
	for _, s := range f.text.Sentences {
		if f.capitals(s) {
			for i := s.From; i < s.To; i++ {
				f.headline[i] = true
			}
		}
	}
	for _, q := range f.text.Quotes {
		f.starts[min(q.From+1, n)] = true
	}
}

// capitals reports whether s is a headline, without a full stop, in which
// every longer word has a capital.
func (f *finder) capitals(s sentence.Extent) bool {
	n := 0
	if w := f.text.Words[s.To-1]; w.Kind != sentence.Letters && w.Kind != sentence.Number {
		return false
	}
	for i := s.From; i < s.To; i++ {
		if w := f.text.Words[i]; w.Kind == sentence.Letters && len(w.Text) > 4 {
			if !f.capital(i) {
				return false
			}
			n++
		}
	}
	return n >= 4
}

// at finds the reference that begins with word i and returns the word behind
// it, or i.
func (f *finder) at(i int) int {
	if f.text.Words[i].Kind != sentence.Letters {
		return i
	}
	if f.first[i] == f.first[i+1] && !f.capital(i) && !f.titles(i) {
		return i // as most words
	}
	if end := f.styled(i); end > i {
		return end
	}
	if end := f.ministry(i); end > i {
		return end
	}
	known, m := f.best(i)
	if end := f.introduced(i, known); end > i {
		return end
	}
	if known > i {
		return f.known(i, known, m)
	}
	if end := f.family(i); end > i {
		return end
	}
	if end := f.noun(i); end > i {
		return end
	}
	f.stranger(i)
	return i
}

// titles reports whether word i is of a class that stands in titles.
func (f *finder) titles(i int) bool {
	return f.classes[i].Any() && (f.is(aRoleWord, i) || f.is(aFillerWord, i) || f.is(aFormerWord, i))
}

// unlisted reports whether word i is of no class and begins no match.
func (f *finder) unlisted(i int) bool { return !f.listed(i) && f.first[i] == f.first[i+1] }

// listed reports whether word i is of a class, other than that of a given name.
func (f *finder) listed(i int) bool {
	return f.classes[i].Any() && !f.is(aGivenHeWord, i) && !f.is(aGivenSheWord, i)
}

// own is the document's own actor of that name, made where there is none.
func (f *finder) own(a Actor) *Actor {
	key := fold(a.Name)
	if old := f.local[key]; old != nil && old.Kind == a.Kind {
		if old.Pronoun == "" {
			old.Pronoun = a.Pronoun
		}
		if old.Name == strings.ToUpper(old.Name) {
			old.Name, old.Sort = a.Name, a.Sort // a name in capitals gives way
		}
		return old
	}
	f.local[key] = &a
	return &a
}

// localAt is the document's own actor that the words of e name, or nil.
func (f *finder) localAt(e sentence.Extent) *Actor {
	key := f.key[:0]
	for k := e.From; k < e.To; k++ {
		w := &f.text.Words[k]
		if k > e.From && w.Space {
			key = append(key, ' ')
		}
		key = sentence.AppendFold(key, w.Text)
	}
	f.key = key
	return f.local[string(key)]
}

// add appends a reference.
func (f *finder) add(from, to int, a *Actor, via Via) {
	poss := to < len(f.text.Words) && isClitic(f.text.Words[to])
	f.refs = append(f.refs, Ref{Passage: f.p, Extent: sentence.Extent{From: from, To: to}, Actor: a, Via: via, Possessive: poss})
	if via == ByName || via == Introduced {
		f.teach(from, a)
	}
}

// unknown reports whether no match begins at word i and no list has it.
func (f *finder) unknown(i int) bool {
	if f.text.Words[i].Kind != sentence.Letters || f.common(i) || f.is(aRoleWord, i) || f.is(aFillerWord, i) || f.is(anEventWord, i) {
		return false
	}
	end, _ := f.best(i)
	return end == i
}

// common reports whether word i, even with a capital, is no name.
func (f *finder) common(i int) bool { return f.is(aFunctionalWord, i) || f.is(aNamelessWord, i) }

// is reports whether word i is of a class of the titles file.
func (f *finder) is(c phrase.Class, i int) bool {
	return f.classes[i].Has(c)
}

// capital reports whether word i begins with a capital.
func (f *finder) capital(i int) bool {
	ws := f.text.Words
	return i < len(ws) && ws[i].Kind == sentence.Letters && sentence.Capital(ws[i].Text)
}

func isHyphen(s string) bool { return s == "-" || s == "–" || s == "‑" || s == "‐" }

// isClitic reports whether w is a possessive 's or a bare apostrophe after s.
func isClitic(w sentence.Word) bool {
	return !w.Space && (w.Text == "'s" || w.Text == "’s" || w.Text == "'S" || w.Text == "’S" || w.Text == "’" || w.Text == "'")
}
