package event

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/dateline-ssg/dateline/internal/clause"
)

// finder is one document while its events are found.
type finder struct {
	doc      *Document
	base     Mention // what the document says of itself
	room     *room   // of what is kept of its words; nil where its prose is not read
	blocks   []*block
	acts     [][]*act // of each block
	story    story
	trace    *Trace // nil where nobody asks what was refused
	kept     []*act // those that give mentions
	mentions []Mention
	// explicitAt is the mention of each explicit event that gives one.
	explicitAt map[int]int
	comments   place // where those of readers begin
}

// newFinder is a finder that has the explicit events of a document, and a room where
// its prose is to be read.
func newFinder(doc *Document, trace *Trace) finder {
	f := finder{doc: doc, base: doc.base(), trace: trace, explicitAt: map[int]int{}, story: story{dct: doc.written(), lead: -1}}
	f.explicit()
	if doc.Extract && !doc.Foreign() {
		f.room = rooms.Get().(*room)
	}
	return f
}

// prepare looks up the words of all blocks.
func (f *finder) prepare() { f.blocks = f.doc.blocks(grammarOf(f.doc.Language), f.room) }

// begin finds where the report begins, and the days of its live entries.
func (f *finder) begin() {
	s := &f.story
	s.spoke, s.spokeAt, s.occasion = map[string]dating{}, map[string]int{}, map[string][]occasion{}
	s.live = liveEntries(f.blocks, s.dct, f.doc.Updated)
	f.acts = make([][]*act, len(f.blocks))
	for i, b := range f.blocks {
		if !b.prose() {
			continue
		}
		if s.lead < 0 && len(b.Sentences) > 0 && len(b.Words) > 7 {
			s.lead = i
			s.leadFrom, s.leadTo, s.agency = b.leadAt()
		}
		if e, ok := s.live[b.index]; ok {
			b.clocks(e.day)
			if b.dct.Before(e.day) {
				b.dct = e.day // written after the page first came out
			}
			b.live = true
		}
	}
}

// news finds the day of the report by its lead, and gives the explicit events what
// their prose tells.
func (f *finder) news() {
	if lead := f.story.lead; lead >= 0 {
		f.story.newsday(f.blocks[lead], f.acts[lead], slices.Concat(f.acts[lead:min(lead+5, len(f.acts))]...))
		f.story.daily = f.story.news.known() && f.story.days(f.blocks, f.acts)
	}
	for i := range f.doc.Events {
		f.enrich(i, f.acts)
	}
}

// tell dates the acts of all blocks in their order, and keeps those that are told.
func (f *finder) tell() {
	below := f.below()
	f.comments = commented(f.blocks)
	for i, b := range f.blocks {
		f.story.turn(b)
		if !b.prose() || below[i] {
			continue
		}
		f.tellBlock(b, f.acts[i])
	}
	f.loose(f.acts)
}

// write makes mentions of the acts that are kept.
func (f *finder) write() {
	f.mentions = slices.Grow(f.mentions, len(f.kept))
	casts := make([]cast, len(f.kept))
	for i, a := range f.kept {
		a.settle()
		casts[i] = a.casting()
	}
	for i, a := range f.kept {
		f.mention(a, &casts[i])
	}
}

// finish is the mentions of the document, whose room the next one may have.
func (f *finder) finish() []Mention {
	if f.room != nil {
		f.room.close()
	}
	if len(f.mentions) == 0 {
		return nil
	}
	f.mentions = inOrder(f.mentions)
	print := Fingerprint(f.doc.Blocks)
	for i := range f.mentions {
		f.mentions[i].ID = "m" + strconv.Itoa(i+1)
		f.mentions[i].Fingerprint = print
	}
	return f.mentions
}

func (f *finder) tellBlock(b *block, acts []*act) {
	var kept, here []*act
	for _, sent := range b.Sentences {
		if f.comments.before(b.index, sent) || b.overReport(sent) {
			f.trace.add(b, sent, nil, "no part of the report: its head, or a reader's comment")
			continue
		}
		here = here[:0]
		for _, a := range acts {
			if sent.From <= a.trigger.From && a.trigger.From < sent.To {
				here = append(here, a)
			}
		}
		dated, told := 0, false
		for _, a := range here {
			f.story.date(a)
		}
		b.connectives(here)
		for _, a := range here {
			f.story.date(a)
			a.ahead(here)
			f.story.today(a, acts)
			why := f.refuse(a)
			if f.story.goesPast(a) {
				f.story.when = dating{}
			}
			if why != "" {
				f.trace.add(b, sent, a, why)
				if (len(here) == 1 || !told && a.b.parse.Clauses[a.clause].Kind == clause.Main) && !a.nominal && !a.account() && a.main() && (a.date.basis == "own" || a.date.basis == "sentence") && a.date.when.Days() <= 31 {
					f.story.reach(a) // what is no line by itself still tells when the story is
				}
				continue
			}
			f.story.reach(a)
			told = told || !a.nominal && a.main()
			if a.date.known() {
				dated++
			}
			kept = append(kept, a)
		}
		f.story.frames(b, sent, here[:dated])
		if len(here) == 0 {
			f.trace.add(b, sent, nil, "no trigger")
		}
	}
	f.kept = append(f.kept, f.once(kept)...)
}

// inOrder is mentions in the order of the text. They are large, so that those
// in order, as nearly all are, stay where they are.
func inOrder(ms []Mention) []Mention {
	at := make([]int, len(ms))
	for i := range at {
		at[i] = i
	}
	before := func(i, j int) int {
		x, y := &ms[i], &ms[j]
		return cmp.Or(x.SentenceStart-y.SentenceStart, x.Trigger.Start-y.Trigger.Start)
	}
	if slices.IsSortedFunc(at, before) {
		return ms
	}
	slices.SortStableFunc(at, before)
	out := make([]Mention, len(ms))
	for i, k := range at {
		out[i] = ms[k]
	}
	return out
}

// once keeps one of several triggers that tell one event in one sentence: the
// same type and date, no second actor of its own.
func (f *finder) once(acts []*act) []*act {
	var out []*act
	for _, a := range acts {
		twice := false
		for i, o := range out {
			if o.b.Sentence(o.trigger.From) != a.b.Sentence(a.trigger.From) || o.date.when != a.date.when {
				continue
			}
			if a.doneBySaid(o) {
				twice = true
				break
			}
			if o.nominal && !a.nominal && a.subject.Overlaps(o.trigger) && (o.leaf.Name == a.leaf.Name || a.expr >= 0 && a.expr == o.expr && a.effect()) {
				a.leaf = o.leaf
				out[i], twice = a, true // the strike has killed three: one act, which the verb tells whole
				break
			}
			if o.leaf.Name == a.leaf.Name && a.leaf.Family == "words" && a.subject == o.subject && a.main() && !o.main() {
				out[i], twice = a, true // speaking in Bonn, he denied: the denial is what is told
				continue
			}
			if o.leaf.Name == a.leaf.Name && (a.clause == o.clause || a.nominal || o.nominal || a.subject == o.subject && a.leaf.Family == "words" && !a.saysMore(o)) {
				twice = true
			}
			if o.nominal && !a.nominal && a.words() && (a.tells() || a.main() && !empty(a.object) && a.object.To < a.extent().To) && a.expr >= 0 && o.expr == a.expr {
				out[i], twice = a, true // in a press conference on 16 July he said: the words are told
				break
			}
			if o.nominal && !a.nominal && a.main() && a.verb.Finite && a.expr >= 0 && o.expr == a.expr && o.trigger.To <= a.subject.From && o.clause == a.clause {
				if a.rule != a.b.g.plain && a.leaf.Family != o.leaf.Family {
					continue // during a visit to Kyiv on Monday he pledged: two acts
				}
				if a.rule == a.b.g.plain {
					a.leaf = o.leaf // in a call on Friday they discussed: one
				}
				out[i], twice = a, true
				break
			}
			if (a.nominal || o.nominal) && o.clause == a.clause && (o.leaf.Family == a.leaf.Family || a.expr >= 0 && o.expr == a.expr) {
				twice = true
			}
			if o.contains(a) && o.rule == a.b.g.plain && a.rule != a.b.g.plain && a.date.basis == "sentence" && a.subject != o.subject {
				if a.toldBeside(o) {
					continue
				}
				if o.nominal || a.b.parse.Clauses[a.clause].Kind != clause.Subordinate || !o.b.acting(o.subject) || o.date.basis != "own" || a.words() {
					out[i], twice = a, true // the dispute began in June, when workers walked out
				}
				continue
			}
			// "took part in the forum … and said": the words go with their act.
			if a.contains(o) || o.contains(a) && !a.adjunct(o) && a.date.basis != "own" && a.date.basis != "connective" && (a.b.parse.Clauses[a.clause].Kind != clause.Coordinate || a.words() && !a.goesOnTo(o)) && !a.beside(o) && !a.saidThere(o) && !a.doneThere(o) && !(o.priced() && a.rule != a.b.g.plain && a.b.acting(a.subject)) {
				twice = o.contains(a)
			}
		}
		if !twice {
			out = append(out, a)
		}
	}
	return out
}

// doneBySaid reports whether an act only says how act o was done, whose line says both:
// raised the stakes by sending troops.
func (a *act) doneBySaid(o *act) bool {
	return !a.nominal && !o.nominal && a.b.byDoing(a.clause) && a.b.parse.Clauses[a.clause].Parent == o.clause
}

// toldBeside reports whether an act has a clause of its own beside what somebody did on a
// day that act o tells: Chile won the cup, with the second place going to Peru; soldiers
// blocked the port on Friday and a colonel said that it was closed.
func (a *act) toldBeside(o *act) bool {
	k := a.b.parse.Clauses[a.clause]
	return o.date.basis == "own" && o.b.acting(o.subject) && (k.Kind == clause.Coordinate || k.Kind == clause.Participial && !empty(k.Marker))
}

// saysMore reports whether words that a second verb tells behind "and" are others than
// those of act o before it: condemned the raid and accused the state of neglect.
func (a *act) saysMore(o *act) bool {
	told := func(x *act) bool {
		return x.verb.Finite && x.verb.Tense == clause.Past && x.main() && (x.says >= 0 || x.tellsWhat() || x.leaf.Name != "statement" && (x.object.Len() > 1 || x.b.names(x.object)))
	}
	return a.verb.From > o.trigger.To && a.lemma() != o.lemma() && a.object != o.object && a.b.parse.Clauses[a.clause].Kind == clause.Coordinate && told(a) && (told(o) || a.leaf.Name == "statement" && o.object.Len() == 1)
}

// goesOnTo reports whether words that are told after "and" are more than the voice
// of act o before it: rang the president and asked for the release of two men.
func (a *act) goesOnTo(o *act) bool {
	if a.nominal || !a.verb.Finite || a.verb.Tense != clause.Past || o.nominal || a.leaf.Name == o.leaf.Name && !a.saysMore(o) {
		return false
	}
	return a.leaf.Name != "statement" && a.leaf.Name != "publication" || a.says >= 0 || a.tellsWhat() || a.object.Len() > 2 && a.b.common(a.object)
}

// adjunct reports whether an act that a participle behind a comma tells is more than
// a circumstance of act o: it signed the bill, warning banks of fines; they broke off
// the talks, accusing Lima of fraud.
func (a *act) adjunct(o *act) bool {
	b := a.b
	if a.nominal || o.nominal || o.words() && !(a.verb != nil && a.verb.Perfect) || a.rule == b.g.plain || !a.verb.Ing || a.verb.Finite || a.leaf.Family == o.leaf.Family || a.status != happened && a.status != threatened {
		return false
	}
	k := b.parse.Clauses[a.clause]
	if k.Kind != clause.Participial || k.Parent != o.clause && b.goesOnFrom(max(k.Parent, 0)) != b.goesOnFrom(o.clause) || b.word(k.From-1).Text != "," || a.verb.From < o.trigger.To {
		return false
	}
	if a.words() {
		return a.says >= 0 || a.tellsWhat() || a.leaf.Name != "statement" && !empty(a.object)
	}
	return !empty(a.object) && !b.pointsBack(a.object)
}

// saidThere reports whether an act is what somebody else said where act o took place: the
// ministers met in Lima, where Ruiz said that the pact was dead; he saw Modi, who told him
// that the port was shut.
func (a *act) saidThere(o *act) bool {
	return !a.nominal && a.words() && a.tells() && a.subject != o.subject && (a.b.sameScene(a.clause) || a.b.tellsOn(a.clause, a)) && a.b.speaker(a.subject)
}

// doneThere reports whether an act is what was done at the place or in the time that act o
// has come to: the ministers met in Lima, where they signed a pact; he left in 2016, when
// Peru accused Chile of theft.
func (a *act) doneThere(o *act) bool {
	b := a.b
	if a.nominal || !a.verb.Finite || a.verb.Negated || a.leaf.Name == "statement" || b.parse.Clauses[a.clause].Parent != o.clause {
		return false
	}
	there := b.sameScene(a.clause) || b.beforeMoment(a.clause) >= 0 && b.word(b.parse.Clauses[a.clause].From-1).Text == "," && a.verb.Tense == clause.Past && !a.verb.Perfect
	if a.rule == b.g.plain {
		return there && b.acting(a.subject) && a.object.Len() > 1 && !b.pointsBack(a.object)
	}
	return there && (empty(a.object) || !b.pointsBack(a.object))
}

// beside reports whether an act in a clause with when, while or as is one of its
// own beside act o: somebody else does what another rule knows.
func (a *act) beside(o *act) bool {
	return !a.nominal && a.b.simultaneous(a.clause) && a.subject != o.subject && (a.leaf.Name != o.leaf.Name || a.b.acting(a.subject) && !empty(a.object) && !a.b.pointsBack(a.object)) && !a.words() && (a.rule != a.b.g.plain || a.b.acting(a.subject) && a.object.Len() > 1 && a.b.beforeMoment(a.clause) >= 0)
}

// below tells of each block whether it belongs to an explicit event, whose date
// it takes. It counts where events begin and end, so that it costs no more
// where there are many.
func (f *finder) below() []bool {
	n := len(f.blocks)
	edges, out := make([]int, n+1), make([]bool, n)
	for i := range f.doc.Events {
		if e := &f.doc.Events[i]; e.Block >= 0 && e.Block < n && e.Blocks > 0 && !e.Loose {
			edges[e.Block]++
			edges[min(e.Block+e.Blocks, n)]--
		}
	}
	open := 0
	for i := range out {
		open += edges[i]
		out[i] = open > 0
	}
	return out
}

func sortActs(acts []*act) {
	slices.SortStableFunc(acts, func(x, y *act) int { return x.trigger.From - y.trigger.From })
}
