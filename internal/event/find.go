package event

import (
	"slices"
	"strconv"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// finder is one document while its events are found.
type finder struct {
	doc      *Document
	blocks   []*block
	story    story
	trace    Trace
	mentions []Mention
}

func find(doc Document) ([]Mention, Trace) {
	f := finder{doc: &doc}
	f.explicit()
	if g := grammarOf(doc.Language); g != nil && doc.Extract {
		f.blocks = doc.blocks(g)
		f.tell()
	}
	slices.SortStableFunc(f.mentions, func(x, y Mention) int {
		if x.SentenceStart != y.SentenceStart {
			return x.SentenceStart - y.SentenceStart
		}
		return x.Trigger.Start - y.Trigger.Start
	})
	print := Fingerprint(doc.Blocks)
	for i := range f.mentions {
		f.mentions[i].ID = "m" + strconv.Itoa(i+1)
		f.mentions[i].Fingerprint = print
	}
	return f.mentions, f.trace
}

// tell reads the prose: first what each sentence says of itself, then, with
// the occasions of the whole document known, the dates that stand elsewhere.
func (f *finder) tell() {
	f.story = story{dct: f.doc.DCT, spoke: map[string]dating{}, spokeAt: map[string]int{}, occasion: map[string][]occasion{}, lead: -1}
	byBlock := make([][]*act, len(f.blocks))
	lead := -1
	for i, b := range f.blocks {
		if !b.prose() {
			continue
		}
		if f.story.lead < 0 && len(b.Sentences) > 0 && len(b.Words) > 7 {
			f.story.lead, f.story.leadTo = i, b.Sentences[0].To
			lead = i
		}
		acts := b.acts()
		for _, a := range acts {
			a.hear()
			a.assess()
		}
		b.ownDates(acts)
		for _, a := range acts {
			if d, ok := f.story.just(a); ok {
				a.date = d
			}
		}
		b.sentenceDates(acts)
		b.connectives(acts)
		b.afterTalks(acts)
		for _, a := range acts {
			a.back(f.doc.DCT)
		}
		f.threats(b, acts)
		f.story.occasions(acts)
		f.story.occasionNouns(b)
		byBlock[i] = acts
	}
	if lead >= 0 {
		f.story.newsday(byBlock[lead], slices.Concat(byBlock[lead:min(lead+5, len(byBlock))]...))
	}
	f.story.live = liveEntries(f.blocks)
	for i, b := range f.blocks {
		f.story.turn(b)
		if !b.prose() || f.below(i) {
			continue
		}
		f.tellBlock(b, byBlock[i])
	}
}

func (f *finder) tellBlock(b *block, acts []*act) {
	var kept []*act
	for _, sent := range b.Sentences {
		var here []*act
		for _, a := range acts {
			if sent.From <= a.trigger.From && a.trigger.From < sent.To {
				here = append(here, a)
			}
		}
		dated := 0
		for _, a := range here {
			f.story.date(a)
			a.ahead(here)
			f.story.today(a, acts)
			if why := f.refuse(a); why != "" {
				f.trace.add(b, sent, a, why)
				continue
			}
			f.story.reach(a)
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
	for _, a := range f.once(kept) {
		f.mention(a)
	}
}

// refuse is why an act gives no mention, or "".
func (f *finder) refuse(a *act) string {
	if _, ok := a.status.told(); !ok {
		if !(a.status == negated && (a.date.basis == "own" || a.date.basis == "sentence") && a.promised()) {
			return a.status.String()
		}
		a.status = denied
	}
	if !a.fits(f.doc.DCT) {
		if a.status == planned {
			return "a plan whose day has passed"
		}
		return "told as past, dated after publication"
	}
	if !a.date.known() && !f.undated(a) {
		return "no date"
	}
	if a.rule == a.b.g.plain && !a.plainTells() {
		return "a verb of no rule, without a day of its own"
	}
	if a.nominal && !a.date.known() && f.doc.DCT.Known() {
		return "a noun without a date of its own"
	}
	if a.quoted() && a.date.basis != "own" && a.date.basis != "sentence" {
		return "inside a quotation, without a date of its own"
	}
	if v := a.verb; v != nil && v.Finite && v.Tense == clause.Present && !v.Perfect && !v.Ing && !a.presentTells() && (f.doc.DCT.Known() || a.status != happened || a.rule == a.b.g.plain) {
		return "generic"
	}
	if a.words() {
		if why := a.refuseWords(); why != "" && (f.doc.DCT.Known() || a.date.known()) {
			return why
		}
	}
	head := a.headline()
	if head == "" {
		return "no headline: it is not clear who acts"
	}
	if a.words() && count(head) < 4 && a.says < 0 {
		return "words of which nothing is told"
	}
	if n := count(head); a.rule == a.b.g.plain && (n < 3 && !a.b.g.is("phase", sentence.Word{Text: a.lemma()}) || n < 4 && a.date.basis == "carried") {
		return "a verb of no rule, of which too little is told"
	}
	if why := a.emptyFrame(); why != "" {
		return why
	}
	return ""
}

// plainTells reports whether a verb that no rule knows tells an event: it has
// a date of its own, and is past, or a plan.
func (a *act) plainTells() bool {
	switch a.date.basis {
	case "own", "sentence", "connective":
	case "carried":
		if !a.main() || a.date.when.Days() > 1 || !a.b.human(a.subject) {
			return false
		}
	default:
		return false
	}
	if a.quoted() {
		return false
	}
	if a.date.when.Days() > 366 {
		return false
	}
	switch a.b.parse.Clauses[a.clause].Kind {
	case clause.Condition, clause.Complement, clause.Infinitive:
		return false
	case clause.Subordinate:
		if a.verb.Tense == clause.Present && !a.verb.Perfect {
			return false
		}
	}
	if a.status == planned && a.date.when.Days() > 1 {
		return false // what a week may bring
	}
	return a.verb.Tense == clause.Past || a.verb.Tense == clause.Future || a.verb.Perfect || a.date.when.Days() == 1
}

// emptyFrame is why a frame is too thin for a line of its own: a source that
// is only spoken of, an object that is a pronoun, a verb without any.
func (a *act) emptyFrame() string {
	b := a.b
	if a.nominal {
		return ""
	}
	for i := a.subject.From; i < a.subject.To && !a.words(); i++ {
		if b.is("telling", i) && b.ref(i) == nil && a.leaf.Name != "publication" {
			return "a source that is spoken of"
		}
	}
	if o := a.object; o.Len() == 1 && b.is("thing", o.From) && !a.passive {
		return "an object that is a pronoun"
	}
	if a.rule != b.g.plain {
		return ""
	}
	if a.subject.Len() == 1 && b.is("thing", a.subject.From) {
		return "a subject that is a pronoun"
	}
	rest := 0
	for _, ch := range a.chunks {
		if !ch.time && !ch.comma {
			rest++
		}
	}
	if rest == 0 && !a.passive && !b.g.is("phase", sentence.Word{Text: a.lemma()}) {
		return "a verb of no rule, without an object"
	}
	return ""
}

// promised reports whether that an act did not take place is itself news: a
// meeting, a call, a visit.
func (a *act) promised() bool {
	switch a.leaf.Name {
	case "meeting", "call", "visit", "agreement":
		return a.main() && a.verb != nil && a.verb.Tense == clause.Past
	}
	return false
}

// presentTells reports whether a verb in the present tense tells one event: it
// has a day, or it is the news of the day.
func (a *act) presentTells() bool {
	if !a.date.known() {
		return false
	}
	if a.date.basis == "tense" || a.date.basis == "explicit" || a.date.basis == "carried" {
		return true
	}
	if a.date.when.Days() > 31 {
		return false
	}
	return true
}

// words reports whether an act is one of words, which earns a line only under
// conditions of its own.
func (a *act) words() bool { return a.rule.speech || a.leaf.Name == "statement" }

// refuseWords is why words give no mention: they need a principal who speaks,
// and a date or a quotation.
func (a *act) refuseWords() string {
	if a.leaf.Name == "publication" {
		return ""
	}
	if !a.b.speaker(a.agent()) && !a.pronounSpeaks() {
		return "nobody of record speaks"
	}
	if !a.date.known() {
		return "words without a date"
	}
	return ""
}

func (a *act) pronounSpeaks() bool { return a.b.speakerActor(a.agent()) != nil }

// undated reports whether an act is worth a mention without a date: it
// happened, it is told outright, somebody known does it, and it is no mere
// words.
func (f *finder) undated(a *act) bool {
	if !f.doc.DCT.Known() {
		// Nothing is dated in a text without a date: what it tells is kept, so
		// that merge can join it to what others date.
		return a.rule != a.b.g.plain && !a.quoted()
	}
	return !a.nominal && a.status == happened && a.main() && a.leaf.Family != "words" && a.verb.Finite && a.verb.Tense == clause.Past &&
		!a.quoted() && a.b.speakerActor(a.agent()) != nil
}

// threats turns words into a threat where they announce a punitive act of the
// speaker's own side: planned, possible, or upon a condition.
func (f *finder) threats(b *block, acts []*act) {
	for _, a := range acts {
		if a.leaf.Name == "threat" {
			if a.status == happened || a.status == reported {
				a.status = threatened
			}
			continue
		}
		if a.leaf.Punitive && !a.nominal && a.verb.Finite && a.status == happened && b.upon(a.clause) && b.g.is("announcing", sentence.Word{Text: a.lemma()}) {
			leaf, _ := LeafOf("threat")
			a.leaf, a.plover, a.status = leaf, leaf.Plover, threatened
		}
		if !a.rule.speech || a.leaf.Name != "statement" || a.status != happened {
			continue
		}
		for _, x := range acts {
			if x == a || x.nominal || !a.contains(x) {
				continue
			}
			a.takeRoot(x)
			if !x.leaf.Punitive {
				continue
			}
			switch x.status {
			case planned, possible, conditional, threatened:
				if a.point.From < a.point.To {
					continue
				}
				if x.ours(a) && (x.status != planned || b.hasCondition(x.clause) || x.leaf.Family != "law") {
					leaf, _ := LeafOf("threat")
					a.leaf, a.plover, a.status, a.point = leaf, leaf.Plover, threatened, x.extent()
				}
			}
		}
	}
}

// takeRoot gives words without a root of their own the root of what they say:
// to announce an act of one's own side is to agree to it, to say that others
// must act is to ask for it, to tell what was done is to do it.
func (a *act) takeRoot(x *act) {
	if a.plover != "" || x.plover == "" {
		return
	}
	switch {
	case x.verb != nil && x.verb.Modality == clause.Obligation && !x.ours(a):
		a.plover = "REQUEST"
	case x.status == planned && x.ours(a):
		a.plover = "AGREE"
	case x.status == negated && x.ours(a):
		a.plover = "REJECT"
	case x.status == happened || x.status == reported || x.status == actual:
		a.plover = x.plover
	}
}

// upon reports whether a condition hangs on a clause itself.
func (b *block) upon(c int) bool {
	for _, k := range b.parse.Clauses {
		if k.Kind == clause.Condition && k.Parent == c {
			return true
		}
	}
	return false
}

// contains reports whether x is told in the words that a introduces.
func (a *act) contains(x *act) bool {
	if a.says >= 0 {
		s := a.b.parse.Speeches[a.says]
		return s.From <= x.trigger.From && x.trigger.From < s.To
	}
	for k := x.clause; k >= 0; k = a.b.parse.Clauses[k].Parent {
		if k == a.clause {
			return x.clause != a.clause
		}
	}
	return false
}

// ours reports whether x is an act of the one who speaks in a, or of his side.
func (x *act) ours(a *act) bool {
	if x.b.is("first", x.subject.From) && !empty(x.subject) {
		return true
	}
	speaker := a.b.speakerActor(a.agent())
	if speaker == nil || empty(x.subject) {
		return false
	}
	who := x.b.speakerActor(x.subject)
	return who != nil && (who.Name == speaker.Name || who.Name == speaker.Country || who.Country != "" && who.Country == speaker.Country)
}

// once keeps one of several triggers that tell one event in one sentence: the
// same type and date, no second actor of its own.
func (f *finder) once(acts []*act) []*act {
	var out []*act
	for _, a := range acts {
		twice := false
		for _, o := range out {
			if o.b.Sentence(o.trigger.From) != a.b.Sentence(a.trigger.From) || o.date.when != a.date.when {
				continue
			}
			if o.leaf.Name == a.leaf.Name && (a.clause == o.clause || a.nominal || o.nominal || a.subject == o.subject && a.leaf.Family == "words") {
				twice = true
			}
			if (a.nominal || o.nominal) && o.clause == a.clause && (o.leaf.Family == a.leaf.Family || a.expr >= 0 && o.expr == a.expr) {
				twice = true
			}
			// "took part in the forum … and said": the words go with their act.
			if a.contains(o) || o.contains(a) && a.date.basis != "own" {
				twice = o.contains(a)
			}
		}
		if !twice {
			out = append(out, a)
		}
	}
	return out
}

// span is the bytes that tell an act: its period, or, inside a quotation, its
// sentence.
func (a *act) span() sentence.Extent {
	b := a.b
	if k := b.Period(a.trigger.From); k >= 0 && !a.quoted() {
		return b.Periods[k]
	}
	return b.sentenceOf(a.trigger.From)
}

// mention makes a mention of an act.
func (f *finder) mention(a *act) {
	b := a.b
	e := a.span()
	span := b.Span(e)
	trigger := b.Span(a.trigger)
	who := a.casting()
	status, _ := a.status.told()
	head := a.headline()
	if head == "" {
		return
	}
	m := f.base()
	m.Date, m.Mod, m.DateBasis, m.Precision = a.date.when.String(), a.date.mod, a.date.basis, precision(a.date.when)
	if !a.date.known() {
		m.Date, m.DateBasis = "", "none"
	}
	m.SentenceStart, m.SentenceEnd = span.Start, span.End
	m.Quote = string(f.doc.Text[span.Start:span.End])
	m.Text = b.String(e)
	m.Trigger = Trigger{b.String(a.trigger), trigger.Start, trigger.End}
	m.Headline = head
	m.Actors, m.Agents, m.Targets, m.Places = list(who.actors), list(who.agents), list(who.targets), list(who.places)
	m.Type, m.Plover, m.Status, m.StatusCues = a.leaf.Name, a.ploverCode(), status, list(a.cues)
	m.Background = f.background(a)
	if by := a.attribution(); by != "" && !contains(who.actors, by) && !a.words() {
		m.Attribution = by
		if m.Status == "happened" && !m.Background {
			m.Status = "reported"
		}
	}
	m.Importance = a.importance(m.Background, len(who.actors))
	m.Rule = a.rule.Name
	f.mentions = append(f.mentions, m)
}

// ploverCode is the root of an act: a future meeting, visit or aid is AGREE
// until it happens.
func (a *act) ploverCode() string {
	if a.status == planned {
		switch a.leaf.Name {
		case "meeting", "call", "visit", "aid":
			return "AGREE"
		case "military":
			return "THREATEN"
		}
	}
	return a.plover
}

func (a *act) importance(background bool, known int) int {
	n := a.rule.importance
	if a.leaf.Name == "threat" && a.rule.leaf.Name != "threat" {
		n = a.leaf.Importance
	}
	switch {
	case background:
		return 1
	case known == 0 && n > 2:
		return 2
	case a.nominal && n > 2:
		return 2
	}
	return n
}

// background reports whether an act lies so far back that it only explains:
// more than a year and a half before publication.
func (f *finder) background(a *act) bool {
	return f.doc.DCT.Known() && a.date.known() && f.doc.DCT.First()-a.date.when.Last() > 548
}

func precision(r calendar.Range) string {
	if !r.Known() {
		return "none"
	}
	return r.Precision()
}

func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

// base is a mention with what the document says of itself.
func (f *finder) base() Mention {
	d := f.doc
	m := Mention{Doc: d.ID, Outlet: d.Source.Name, URL: d.URL, Author: d.Author, Title: d.Title, Slug: d.Slug, Path: d.Path, Image: d.Image.Path, Alt: d.Image.Alt}
	if m.Doc == "" {
		m.Doc = d.Path
	}
	if d.DCT.Known() {
		m.DCT = d.DCT.String()
	}
	return m
}

// below reports whether a block belongs to an explicit event, whose date it
// takes.
func (f *finder) below(i int) bool {
	for _, e := range f.doc.Events {
		if e.Block >= 0 && e.Block <= i && i < e.Block+e.Blocks {
			return true
		}
	}
	return false
}

func sortActs(acts []*act) {
	slices.SortStableFunc(acts, func(x, y *act) int { return x.trigger.From - y.trigger.From })
}
