package timex

import (
	"slices"

	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// direction is where a verb looks from the day of writing: -1 back, +1
// ahead, 0 unknown.
func (r *resolver) direction(c *core) int {
	if d := r.look(c); d != 0 || !r.timetable(c) {
		return d
	}
	return 1
}

// look is the direction that the words before c, or the tense of its verb,
// give; a programme told in the present is none.
func (r *resolver) look(c *core) int {
	if at := c.opening(); at > 0 {
		if m, ok := r.words.get("toward", r.text.Words[at-1]); ok {
			switch {
			case m.n > 0 && r.onCondition(c):
				return 1
			case m.n > 0 && r.had(c) && !r.hoped(c), m.n > 1 && (r.closed(c) || r.hadBy(c) || r.frontedPast(c)), m.n == 1 && r.lasted(c):
				return -1
			case m.n == 1 && at > 1 && r.negates(at-2):
				return r.around(c) // not until June did he go
			case m.n > 0 && r.text.Sentence(c.from) >= 0 && c.from-r.text.Sentences[r.text.Sentence(c.from)].From == 1:
				return r.around(c) // "By Friday, they had …"
			}
			return min(m.n, 1)
		}
	}
	if r.awaited(c) || c.weekday > 0 && (r.onCondition(c) || r.declared(c)) {
		return 1
	}
	if d, ok := r.beside(c); ok {
		return d
	}
	if d, ok := r.nominal(c); ok {
		return d
	}
	if r.reset(c) {
		return 1
	}
	if r.text.Clauses != nil {
		if d, ok := r.governed(c); ok {
			return d
		}
	}
	return r.around(c)
}

// frontedPast reports whether c stands with its preposition in front of a clause that "and"
// or a mark parts from what is before it, and that is told in the past: they attacked in
// October, and by December the gunners were short of shells.
func (r *resolver) frontedPast(c *core) bool {
	i := c.opening() - 2
	if i < 0 || r.text.Words[i].Kind == sentence.Letters && !r.in("clear", r.text.Words[i]) {
		return false
	}
	v := r.verb(c)
	return v != nil && v.From >= c.to && v.Finite && v.Tense == clause.Past && v.Modality == clause.Plain
}

// opening is where the phrase begins that c ends: until noon on Friday.
func (c *core) opening() int {
	if c.lead > 0 {
		return c.lead
	}
	return c.from
}

// near is how far a word of the same verb group is looked for.
const near = 9

// beside is the direction of a verb right before c: an official said Friday,
// scheduled for Monday.
func (r *resolver) beside(c *core) (int, bool) {
	ws := r.text.Words
	at := c.opening()
	i := at - 1
	if i > 0 {
		if r.leansOn(i) || r.in("onset", ws[i]) {
			i--
		}
	}
	if i > 0 && r.in("object", ws[i]) {
		i-- // warned them in October
	}
	if i < 0 {
		return 0, false
	}
	if i > 0 {
		_, as := r.words.get("as", ws[i])
		if m, ok := r.words.get("asfar", ws[i-1]); as && ok {
			return r.asFar(c, i-1, m.n), true
		}
	}
	if r.prospective(c) {
		return 1, true
	}
	if r.in("fixes", ws[i]) && (i == at-1 && !r.undergoneAt(i) || r.in("purpose", ws[min(i+1, len(ws)-1)])) && !r.flashback(c) {
		return 1, true // has set Friday as the deadline, graduation, set for Thursday
	}
	d, ok := r.tense(ws, i)
	if ok && d > 0 && i > 0 {
		if _, past := r.words.get("foregone", ws[i-1]); past {
			return 0, false // as planned, on Friday
		}
	}
	if ok && d < 0 && i > 0 {
		if r.in("undergoing", ws[i-1]) {
			return 0, false // is being sold in December: what is before it tells
		}
		if m, is := r.words.get("tense", ws[i-1]); is && m.value == "R" && c.weekday > 0 && ws[i].Kind == sentence.Letters {
			return 1, true // markets are closed on Friday
		}
	}
	if ok && d < 0 && i > 1 && (r.infinitive(ws[i-2], ws[i-1]) || r.in("able", ws[i-2]) && r.in("infinitive", ws[i-1]) && !r.in("perceived", ws[i])) {
		return 1, true // to be held on Friday, could be held on Friday
	}
	return d, ok && d != 0
}

// undergoneAt reports whether the participle at word i stands in a passive, so that what is
// behind it is no object: were named on Thursday.
func (r *resolver) undergoneAt(i int) bool {
	p := r.text.Clauses
	if p == nil || i >= len(p.Of) || p.Of[i] < 0 {
		return false
	}
	v := p.Clauses[p.Of[i]].Verb
	return v >= 0 && p.Verbs[v].Passive && p.Verbs[v].Finite && p.Verbs[v].Head == i
}

// asFar is the direction of c behind word i of as early as, as late as: that of
// its verb (had warned as early as Tuesday), else d. What is moved to as early as
// Tuesday lies ahead.
func (r *resolver) asFar(c *core, i, d int) int {
	if r.text.Clauses == nil || i > 1 && r.in("infinitive", r.text.Words[i-2]) {
		return d
	}
	if governed, ok := r.governed(c); ok && governed != 0 {
		return governed
	}
	return d
}

// prospective reports whether an infinitive right before c hangs on a word that
// makes it lie ahead: set to resume on Monday.
func (r *resolver) prospective(c *core) bool {
	ws := r.text.Words
	for i := c.opening() - 1; i > 0 && i >= c.opening()-5 && ws[i].Kind == sentence.Letters; i-- {
		if m, ok := r.words.get("infinitive", ws[i]); !ok || m.n != 2 {
			continue
		}
		if i > 1 && r.had(c) {
			return false // had been due to expire on Friday
		}
		return r.bindsAhead(ws[i-1])
	}
	return false
}

// bindsAhead reports whether what an infinitive behind w says lies ahead of w: set to,
// expects to.
func (r *resolver) bindsAhead(w sentence.Word) bool {
	m, ok := r.words.get("tense", w)
	return r.in("bound", w) || ok && m.value == "F"
}

// infinitive reports whether two words are what makes a participle lie ahead:
// to be, will be.
func (r *resolver) infinitive(a, b sentence.Word) bool {
	if _, ok := r.words.get("infinitive", b); !ok {
		return false
	}
	m, ok := r.words.get("tense", a)
	_, to := r.words.get("infinitive", a)
	return ok && m.value == "F" || to
}

// governed is the direction of the verb group that governs c: that of its
// clause, or where that is an infinitive of the clause it hangs on.
func (r *resolver) governed(c *core) (int, bool) {
	p := r.text.Clauses
	if c.from >= len(p.Of) {
		return 0, false
	}
	infinitive := false
	for k, n := p.Of[c.from], 0; k >= 0 && k < len(p.Clauses) && n < reach; k, n = p.Clauses[k].Parent, n+1 {
		v := p.Clauses[k].Verb
		if v < 0 || v >= len(p.Verbs) {
			continue
		}
		if h := p.Verbs[v].From; h > 0 {
			if _, past := r.words.get("foregone", r.text.Words[h-1]); past && p.Verbs[v].Passive {
				continue // as planned
			}
		}
		if _, bound := r.words.get("bound", p.Verbs[v].Base); bound && infinitive {
			return 1, true
		}
		if r.arranged(c, &p.Verbs[v]) {
			return -1, true
		}
		if !infinitive && r.plans(c, &p.Verbs[v]) {
			return 1, true
		}
		if w := &p.Verbs[v]; w.Passive && w.Tense == clause.Present && !w.Perfect && w.From >= c.to && r.prospects(w) {
			return 1, true // talks on Friday are set to focus on wheat
		}
		d, ok := r.verbDirection(&p.Verbs[v], infinitive)
		if ok && d == 0 && infinitive {
			return 1, true
		}
		if ok {
			return d, true
		}
		infinitive = infinitive || p.Verbs[v].Infinite
	}
	return 0, false
}

// promised is the value of a verb of prospect whose own time is not that of
// what it promises: they pledged aid on Sunday.
const promised = 2

// verbDirection is the direction of a verb group by itself, or where within is
// set of an infinitive that hangs on it; false where it has none of its own.
func (r *resolver) verbDirection(v *clause.Verb, within bool) (int, bool) {
	if m, ok := r.words.get("prospect", v.Base); ok && (m.n < promised || within) {
		if v.Perfect && v.Tense == clause.Past { // had been scheduled to expire
			return -1, true
		}
		return 1, true
	}
	switch {
	case v.Infinite && v.Perfect && !within:
		return -1, true // is believed to have fled on Monday
	case v.Infinite:
		return 0, false
	case v.Passive && !v.Finite && v.Len() == 1 && r.sequel(v):
		return 0, false // rain on Friday, followed by sun on Saturday
	case v.Passive && !v.Finite && v.Len() == 1 && !within && r.reduced(v):
		return -1, true // the deal, signed on Tuesday by both, will; looks for the men seen on Monday
	case v.Perfect && r.wasTo(v):
		return -1, true // was to have begun
	case v.Modality == clause.Obligation && v.Tense == clause.Past:
		return -1, true // had to concede
	case v.Modality != clause.Plain && (v.Perfect || v.Modality == clause.Ability && v.Negated):
		return -1, true // may have met; could not be reached
	case !v.Perfect && r.outstanding(v):
		return 1, true
	case v.Tense == clause.Future || v.Modality != clause.Plain:
		return 1, true
	case v.Tense == clause.Past || v.Perfect:
		return -1, true
	case v.Tense == clause.Present && v.Ing:
		return 1, true // is coming, are being sold
	case v.Tense == clause.Present:
		return 0, true
	}
	return 0, false
}

// reach bounds how far a verb is looked for.
const reach = 30

// around is the direction of the last verb before c in its sentence, else of
// the first one after it.
func (r *resolver) around(c *core) int {
	ws := r.text.Words
	s := sentence.Extent{From: 0, To: len(ws)}
	if i := r.text.Sentence(c.from); i >= 0 {
		s = r.text.Sentences[i]
	}
	if d, ok := r.nearby(ws, c, r.stretch(ws, c, s)); ok {
		return d
	}
	d, _ := r.nearby(ws, c, s)
	return d
}

// nearby is the direction of the last verb of s before c, else of the first one
// after it.
func (r *resolver) nearby(ws []sentence.Word, c *core, s sentence.Extent) (int, bool) {
	for i := c.from - 1; i >= s.From && i > c.from-reach; i-- {
		if d, ok := r.tense(ws, i); ok {
			return d, true
		}
	}
	for i := c.to; i < s.To && i < c.to+reach; i++ {
		if d, ok := r.tense(ws, i); ok {
			return d, true
		}
	}
	return 0, false
}

// stretch is what stands around c in s between marks that part clauses, in a
// language that always writes them.
func (r *resolver) stretch(ws []sentence.Word, c *core, s sentence.Extent) sentence.Extent {
	from, to := c.from, c.to
	for from > s.From && from > c.from-reach {
		if _, ok := r.words.get("stop", ws[from-1]); ok {
			break
		}
		from--
	}
	for to < s.To && to < c.to+reach {
		if _, ok := r.words.get("stop", ws[to]); ok {
			break
		}
		to++
	}
	return sentence.Extent{From: from, To: to}
}

// tense is the direction of word i as a verb; false where it is none.
func (r *resolver) tense(ws []sentence.Word, i int) (int, bool) {
	w := ws[i]
	if w.Kind != sentence.Letters {
		return 0, false
	}
	if m, ok := r.words.get("tense", w); ok {
		return r.tensed(ws, i, m.value)
	}
	if sentence.Capital(w.Text) {
		return 0, false
	}
	if r.past.Get(&w) != nil {
		return -1, true
	}
	if _, no := r.words.get("noverb", w); no {
		return 0, false
	}
	if v, ok := r.words.ending(w.Text); ok {
		return r.tensed(ws, i, v)
	}
	return 0, false
}

// pastForms are the words of a language that its verbs look back with: went,
// gone, but not come, which may be either.
func pastForms(code string) *phrase.Dict[struct{}] {
	past := map[string]struct{}{}
	if forms := phrase.FormsOf(code); forms != nil {
		for w, readings := range forms.All() {
			has := func(form phrase.Form) bool {
				return slices.ContainsFunc(readings, func(x phrase.Reading) bool { return x.Form == form })
			}
			if has(phrase.Past) || has(phrase.Part) && !has(phrase.Base) {
				past[w] = struct{}{}
			}
		}
	}
	return phrase.NewDict(past)
}

// tensed is where a verb of the given tense looks: P and H (past and perfect)
// back, F ahead, R nowhere; A, a participle, as the word before it that has a
// tense, else back. Any other value is no verb.
func (r *resolver) tensed(ws []sentence.Word, i int, tense string) (int, bool) {
	switch tense {
	case "P", "H":
		return -1, true
	case "F":
		return 1, true
	case "R":
		return 0, true
	case "A":
		for k := i - 1; k >= 0 && k >= i-participle && ws[k].Kind == sentence.Letters; k-- {
			if m, ok := r.words.get("tense", ws[k]); ok && m.value == "F" {
				return 1, true
			}
		}
		return -1, true
	}
	return 0, false
}

// participle is how far before a participle its auxiliary stands.
const participle = 3
