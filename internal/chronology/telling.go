package chronology

import (
	"cmp"
	"hash/fnv"
	"html"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/event"
)

// telling is a mention made ready to be compared.
type telling struct {
	*event.Mention
	when        calendar.Range // zero where undated
	first, last int            // day numbers, narrowed or widened by Mod
	level       int            // of its time block, 0 finest
	kind        kind
	who         []party  // sorted by name
	where       []party  // likewise, of the places
	agents      []string // canonical names of those who act, as far as the text's words give them
	terms       []term   // content words as they stand in it, sorted by word
	vector      []term   // the same, weighed for the collection, of length 1
	rare        []string // sorted
	figures     map[string][]string
	names       []string // named things that are no actors or places, sorted
	occasions   []string // that the sentence names: a summit, a parade; sorted
	outcome     bool     // it is told by what an occasion issued: a declaration
	answer      bool     // the sentence says that it tells an answer
	trigger     []string // stems of its words, sorted
	light       bool     // the trigger leaves it to its object what is done
	clause      []string // likewise of the headline: the event's own clause
	trigrams    []string // of the trigger, sorted
	topical     float64  // how much of it is the collection's subject: its common words
	copies      string   // first of the near-duplicates of its document
	keys        keys
}

// party is an actor as merging sees it.
type party struct {
	name, country string
	kind          actor.Kind
	weight        float64
}

type term struct {
	word   string
	weight float64
}

// undated is the level of a mention without a date; levels below it are the
// time blocks from fine to coarse.
const undated = 6

// levels are the most days that a mention of each level may cover.
var levels = [...]int{1, 10, 31, 93, 366}

// tell prepares a mention, as far as it alone says.
func tell(m *event.Mention, lookup func(string) *actor.Actor) *telling {
	t := &telling{Mention: m, kind: kindOf(m.Type)}
	t.dateIt()
	t.whoActs(lookup)
	t.trigrams = trigrams(m.Trigger.Text)
	t.terms = t.content()
	return t
}

// weighed is the telling as the collection weighs it: its words by inverse
// document frequency, which of them are rare, whose copy its document is.
func (t telling) weighed(f Facts) *telling {
	t.copies = cmp.Or(f.copies[t.Doc], t.Doc)
	t.vector, t.rare = make([]term, len(t.terms)), nil
	sum := 0.0
	for i, x := range t.terms {
		u := f.usage(x.word)
		if u.rare && utf8.RuneCountInString(x.word) > 3 {
			t.rare = append(t.rare, x.word)
		}
		w := x.weight * u.weight()
		t.vector[i] = term{x.word, w}
		sum += w * w
	}
	t.topical = 0
	for i := range t.vector { // no words, no loop
		t.vector[i].weight /= math.Sqrt(sum)
		u := f.usage(t.vector[i].word)
		t.topical += t.vector[i].weight * u.weight() / float64(int(1)<<u.class)
	}
	t.keys = keysOf(&t)
	return &t
}

// compareMentions orders by date, document and place. Two mentions that are
// equal in all of these differ in nothing that decides anything.
func compareMentions(a, b *event.Mention) int {
	return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Doc, b.Doc),
		cmp.Compare(a.SentenceStart, b.SentenceStart), cmp.Compare(a.Trigger.Start, b.Trigger.Start),
		cmp.Compare(a.SentenceEnd, b.SentenceEnd), len(a.ID)-len(b.ID), cmp.Compare(a.ID, b.ID),
		cmp.Compare(a.Type, b.Type), cmp.Compare(a.Headline, b.Headline), cmp.Compare(a.Quote, b.Quote))
}

// dateIt reads the date and what Mod makes of it: the start, middle or end of
// a span is a part of it, "about" reaches a little beyond.
func (t *telling) dateIt() {
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
func (t *telling) dated() bool { return t.level < undated }

// whoActs weighs the actors: a person says more of which event it is than a
// state, for states are in everything.
func (t *telling) whoActs(lookup func(string) *actor.Actor) {
	for _, name := range t.Actors {
		p := party{name: name, weight: .75}
		if a := lookup(name); a != nil {
			p.kind, p.country = a.Kind, a.Country
		}
		switch p.kind {
		case actor.Person:
			p.weight = 1
		case actor.State:
			p.weight = .5
		}
		t.who = append(t.who, p)
	}
	slices.SortFunc(t.who, func(a, b party) int { return cmp.Compare(a.name, b.name) })
	t.who = slices.CompactFunc(t.who, func(a, b party) bool { return a.name == b.name })
	for _, name := range t.Places {
		p := party{name: name}
		if a := lookup(name); a != nil {
			p.kind, p.country = a.Kind, a.Country
		}
		t.where = append(t.where, p)
	}
	for _, p := range t.who {
		for _, agent := range t.Agents {
			if names(agent, p.name) {
				t.agents = append(t.agents, p.name)
				break
			}
		}
	}
}

// names reports whether the words of the text name the actor: his last name,
// or all of a name of one word, stands among them.
func names(text, name string) bool {
	parts := strings.Fields(strings.ToLower(name))
	if len(parts) == 0 {
		return false
	}
	last := parts[len(parts)-1]
	for _, w := range split(text) {
		if strings.ToLower(w.text) == last || strings.EqualFold(w.text, parts[0]) && len(parts) > 1 {
			return true
		}
	}
	return false
}

// text is the sentence as it is read; of an event that the author wrote down,
// what he wrote of it, without the other cells of its row.
func (t *telling) text() string {
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

// trigrams are the character trigrams of the words, marked at their ends.
func trigrams(s string) []string {
	rs := []rune(" " + strings.ToLower(strings.Join(strings.Fields(s), " ")) + " ")
	var out []string
	for i := 0; i+3 <= len(rs); i++ {
		out = append(out, string(rs[i:i+3]))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// sketch is a signature of the sentence's words that changes little when a
// word changes: Charikar's simhash over words and pairs of words.
func sketch(text string) uint64 {
	var votes [64]int
	vote := func(s string, n int) {
		h := fnv.New64a()
		h.Write([]byte(s))
		for bits, i := h.Sum64(), 0; i < 64; i++ {
			if bits>>i&1 == 1 {
				votes[i] += n
			} else {
				votes[i] -= n
			}
		}
	}
	last := ""
	for _, w := range split(text) {
		word := stem(w.text)
		vote(word, 2)
		vote(last+" "+word, 1)
		last = word
	}
	var out uint64
	for i, n := range votes {
		if n > 0 {
			out |= 1 << i
		}
	}
	return out
}

// dot is the cosine of two vectors of length 1.
func dot(a, b []term) float64 {
	sum := 0.0
	for len(a) > 0 && len(b) > 0 {
		switch c := strings.Compare(a[0].word, b[0].word); {
		case c < 0:
			a = a[1:]
		case c > 0:
			b = b[1:]
		default:
			sum += a[0].weight * b[0].weight
			a, b = a[1:], b[1:]
		}
	}
	return math.Min(sum, 1)
}

// common is how many strings two sorted lists share.
func common(a, b []string) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch c := strings.Compare(a[0], b[0]); {
		case c < 0:
			a = a[1:]
		case c > 0:
			b = b[1:]
		default:
			n++
			a, b = a[1:], b[1:]
		}
	}
	return n
}
