package chronology

import (
	"cmp"
	"html"
	"regexp"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/event"
)

// telling is a mention made ready to be compared: what it says alone, which is
// read once, and how a collection weighs it.
type telling struct {
	*said
	vector  []term         // the content words, with what the collection makes of them
	unit    float64        // brings their weights to length 1
	topical float32        // how much of it is the collection's subject: its common words
	marked  []uint32       // see marks
	copies  string         // first of the near-duplicates of its document
	at      ref            // where it stands, if it was spilled
	undated *event.Mention // the mention as the text dates it, where an occasion dates it
	moved   bool           // its mention is another since an event was made of it
}

// said is what a mention says alone. Words are hashes of their stems.
type said struct {
	*event.Mention
	kind        *kind
	act         uint32         // hash of the type
	when        calendar.Range // zero where undated
	first, last int            // day numbers, narrowed or widened by Mod
	level       int            // of its time block, 0 finest
	who         []*party       // sorted by name
	where       []*party       // the places
	agents      []*party       // those of who that act, as far as the text's words say
	terms       []term         // content words as they stand in it, sorted, not weighed
	figures     []figure
	names       []uint32 // named things that are no actors or places, sorted
	*feast               // what it says of occasions, never nil
	trigger     []uint32 // of its words, sorted
	clause      []uint32 // likewise of the headline: the event's own clause
	trigrams    []uint32 // of the trigger, sorted
	words       uint64   // hash of the sentence as it is read
	length      int      // its bytes
	sketch      uint64   // see sketch
	goods       uint64   // on which sorts of goods the headline says it is, see otherGoods
	outcome     bool     // it is told by what an occasion issued: a declaration
	answer      bool     // the sentence says that it tells an answer
	passed      bool     // the trigger tells that a proposal was carried
	rejected    bool     // or was not
	again       bool     // the headline says that it is done once more
	light       bool     // the trigger leaves it to its object what is done
}

// feast is the occasions that a sentence names, which few do. It is never changed.
type feast struct {
	occasions []uint32 // a summit, a parade; sorted
	held      []uint32 // those with a name of which it tells, see named; sorted
	venue     []uint32 // those with a name at which it took place; sorted
}

// noFeast is that of all that name none.
var noFeast feast

// feastOf is these occasions.
func feastOf(occasions, held, venue []uint32) *feast {
	if len(occasions)+len(held)+len(venue) == 0 {
		return &noFeast
	}
	return &feast{occasions, held, venue}
}

// undated is the level of a mention without a date; levels below it are the
// time blocks from fine to coarse.
const undated = 6

// levels are the most days that a mention of each level may cover.
var levels = [...]int{1, 10, 31, 93, 366}

// tell prepares a mention, as far as it alone says.
func (r *reader) tell(m *event.Mention) *said {
	s := r.saids.one()
	s.feast, s.Mention, s.kind, s.act, s.trigrams = &noFeast, m, kindOf(m.Type), hashed(m.Type), r.trigramsOf(m.Trigger.Text)
	s.dateIt()
	s.whoActs(r)
	s.read(r)
	return s
}

// strip lets go of what a mention says in words once they have been read, for
// no line that merging writes has them, and has one string for all that are
// equal: a line holds most of what the next one of its document does.
func (r *reader) strip(m *event.Mention) {
	m.Quote, m.Text, m.Rule = "", "", ""
	m.Agents, m.Targets, m.StatusCues = nil, nil, nil
	for _, text := range []*string{&m.Doc, &m.ID, &m.DCT, &m.Outlet, &m.URL, &m.Author, &m.Fingerprint, &m.Date, &m.Mod,
		&m.Precision, &m.DateBasis, &m.Type, &m.Plover, &m.Status, &m.Attribution, &m.Trigger.Text} {
		*text = r.once(*text)
	}
	for _, list := range [][]string{m.Actors, m.Places} {
		for i, name := range list {
			list[i] = r.once(name)
		}
	}
}

// lately is how many texts are remembered where mentions are soon let go of.
const lately = 1 << 12

// once gives one string for all that are equal.
func (r *reader) once(text string) string {
	kept, ok := r.texts[text]
	if !ok {
		if r.texts == nil || r.fleeting && len(r.texts) > lately {
			r.texts = map[string]string{}
		}
		kept = strings.Clone(text)
		r.texts[kept] = kept
	}
	return kept
}

// weighed is the telling as the collection weighs it: its words by inverse
// document frequency, which of them are rare, whose copy its document is.
func (s *said) weighed(f Facts) *telling {
	t := &telling{said: s}
	t.weighInto(make([]term, len(s.terms)), f)
	return t
}

// weigher weighs tellings that live together. It is for one goroutine.
type weigher struct {
	tellings pool[telling]
	terms    pool[term]
}

// weighed is as of said.
func (r *weigher) weighed(s *said, f Facts) *telling {
	t := r.tellings.one()
	t.said = s
	t.weighInto(r.terms.take(len(s.terms)), f)
	return t
}

// weighInto weighs a telling, whose words take a list of their length.
func (t *telling) weighInto(vector []term, f Facts) {
	t.copies = cmp.Or(f.copies[t.Doc], t.Doc)
	t.vector, t.unit = vector, weigh(vector, t.terms, f)
	sum := 0.0
	for _, x := range t.vector {
		sum += x.weight() * weights[x.class] * shares[x.class]
	}
	t.topical = float32(sum * t.unit)
}

// compareMentions orders by date, document and place. Two mentions that are
// equal in all of these differ in nothing that decides anything.
func compareMentions(a, b *event.Mention) int {
	switch {
	case a.Date != b.Date:
		return cmp.Compare(a.Date, b.Date)
	case a.Doc != b.Doc:
		return cmp.Compare(a.Doc, b.Doc)
	case a.SentenceStart != b.SentenceStart:
		return cmp.Compare(a.SentenceStart, b.SentenceStart)
	}
	return cmp.Or(cmp.Compare(a.Trigger.Start, b.Trigger.Start),
		cmp.Compare(a.SentenceEnd, b.SentenceEnd), len(a.ID)-len(b.ID), cmp.Compare(a.ID, b.ID),
		cmp.Compare(a.Type, b.Type), cmp.Compare(a.Headline, b.Headline), cmp.Compare(a.Quote, b.Quote))
}

// dateIt reads the date and what Mod makes of it: the start, middle or end of
// a span is a part of it, "about" reaches a little beyond.
func (t *said) dateIt() {
	t.level = undated
	if t.Precision == "none" {
		return
	}
	r, ok := calendar.Parse(t.Date)
	if !ok {
		return
	}
	t.when, t.first, t.last = r, r.First(), r.Last()
	if n := t.last - t.first + 1; n > 3 {
		switch t.Mod {
		case "START":
			t.last = t.first + n*2/5
		case "MID":
			t.first, t.last = t.first+n/4, t.last-n/4
		case "END":
			t.first = t.last - n*2/5
		}
	}
	if t.Mod == "APPROX" {
		n := max(1, (t.last-t.first+1)/10)
		t.first, t.last = t.first-n, t.last+n
	}
	t.level = len(levels)
	for i, days := range levels {
		if r.Days() <= days {
			t.level = i
			break
		}
	}
}

// dated reports whether t has a date of its own.
func (t *said) dated() bool { return t.level < undated }

// whoActs finds the actors. A person says more of which event it is than a
// state, for states are in everything.
func (t *said) whoActs(r *reader) {
	t.meet(r)
	r.who = r.who[:0]
	for _, agent := range t.Agents {
		ws, known := r.split(agent), false
		for _, p := range t.who {
			if p.named(ws) {
				known = true
				r.acts(p)
			}
		}
		if known || !slices.ContainsFunc(ws, func(w word) bool { return w.has(capitalised) && !w.has(empty) }) {
			continue
		}
		if a := r.lookup(agent); a != nil { // by another name: Britain, the EU
			for _, p := range t.who {
				if p.name == a.Name {
					r.acts(p)
				}
			}
		}
	}
	slices.SortFunc(r.who, func(a, b *party) int { return cmp.Compare(a.name, b.name) })
	t.agents = r.saidPools.parties.kept(r.who)
}

// acts notes that a party acts.
func (r *reader) acts(p *party) {
	if !slices.Contains(r.who, p) {
		r.who = append(r.who, p)
	}
}

// meet looks its actors and places up.
func (t *said) meet(r *reader) {
	t.who = r.saidPools.parties.take(len(t.Actors))
	for i, name := range t.Actors {
		t.who[i] = r.party(name)
	}
	slices.SortFunc(t.who, func(a, b *party) int { return cmp.Compare(a.name, b.name) })
	t.who = slices.Compact(t.who)
	t.where = r.saidPools.parties.some(len(t.Places))
	for i, name := range t.Places {
		t.where[i] = r.party(name)
	}
}

// named reports whether words of the text name the actor: his last name, or all
// of a name of one word, stands among them.
func (p *party) named(ws []word) bool {
	return p.last != "" && slices.ContainsFunc(ws, func(w word) bool {
		return w.lower == p.last || p.first != "" && w.lower == p.first
	})
}

// text is the sentence as it is read; of an event that the author wrote down,
// what he wrote of it, without the other cells of its row.
func (t *said) text() string {
	if t.DateBasis == "explicit" && t.Headline != "" {
		return strings.TrimSpace(t.Headline + ". " + t.Text)
	}
	if t.Text != "" {
		return t.Text
	}
	if strings.ContainsAny(t.Quote, "<&]") {
		return html.UnescapeString(markup.ReplaceAllString(t.Quote, " "))
	}
	return t.Quote
}

// markup is what of a quotation is not read: tags, and the addresses of links.
var markup = regexp.MustCompile(`<[/!a-zA-Z][^>]*>|\]\([^)]*\)`)

// sketch is a signature of a telling that changes little when a word of its
// sentence changes: Charikar's simhash over words and pairs of words, a word
// counting as two pairs. The trigger counts once more, so that two events of
// one sentence have sketches that are near and not the same.
type sketch struct{ votes votes }

// sketchOf is the sketch of a sentence, without a trigger.
func sketchOf(sentence []word) (s sketch) {
	last := uint64(fnvBasis)
	for _, w := range sentence {
		word := fnv1a(fnvBasis, w.root)
		s.votes.add(word, 2)
		s.votes.add(fnv1a(fnv1a(last, " "), w.root), 1)
		last = word
	}
	return s
}

// of is the signature of what a trigger of the sentence tells.
func (s *sketch) of(trigger []word) uint64 {
	for _, w := range trigger {
		s.votes.add(fnv1a(fnv1a(fnvBasis, "trigger "), w.root), 3)
	}
	return s.votes.majority()
}

const fnvBasis = 14695981039346656037

// fnv1a goes on with a hash of 64 bits.
func fnv1a(h uint64, s string) uint64 {
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// votes count, for each bit of 64, the hashes that have it. Eight counters of a
// byte stand in a word of the machine, and are emptied before they are full.
type votes struct {
	small [8]uint64
	held  int // the most that a small counter can hold by now
	bits  [64]int
	all   int
}

func (v *votes) add(h uint64, times uint64) {
	if v.held+int(times) > 255 {
		v.empty()
	}
	for i := range v.small {
		v.small[i] += spread[byte(h>>(8*i))] * times
	}
	v.held += int(times)
	v.all += int(times)
}

func (v *votes) empty() {
	for i, x := range v.small {
		for j := range 8 {
			v.bits[8*i+j] += int(byte(x >> (8 * j)))
		}
	}
	v.small, v.held = [8]uint64{}, 0
}

// majority is the bits that more than half of the hashes have.
func (v *votes) majority() uint64 {
	v.empty()
	var out uint64
	for i, n := range v.bits {
		if 2*n > v.all {
			out |= 1 << i
		}
	}
	return out
}

// spread is a byte with each of its bits in a byte of its own.
var spread = func() (out [256]uint64) {
	for b := range out {
		for i := range 8 {
			out[b] |= uint64(b>>i&1) << (8 * i)
		}
	}
	return out
}()
