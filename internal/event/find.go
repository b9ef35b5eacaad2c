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
		if i > 0 {
			a.likens(f.kept[i-1])
		}
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
	pack(f.mentions)
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
