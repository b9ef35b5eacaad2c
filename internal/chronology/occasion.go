package chronology

import "slices"

// An occasion is known by its noun and a word of its name: the Tianjin summit,
// the summit in Tianjin, the bloc's Tianjin peace summit.

// besides is how many small words may stand between an occasion's name and its
// noun: the Geneva peace talks.
const besides = 2

// named adds the occasion whose noun is word i of a sentence, a hash for each
// word of its name: to held where the sentence tells of the occasion itself, to
// venue where it tells what took place at it. What only measures time by it, or
// names none, adds nothing.
func (r *reader) named(ws []word, i int) {
	var names []uint32
	from := i
	for k := i - 1; k >= 0 && ws[k+1].before == 0 && !ws[k+1].start; k-- {
		switch {
		case naming(ws[k]):
			names = append(names, ws[k].stem)
			from = k
			continue
		case from == i && i-k <= besides && !ws[k].has(empty|capitalised):
			continue
		}
		break
	}
	if k := i + 2; k < len(ws) && ws[i+1].has(ofWhose) && ws[i+1].before == 0 {
		if ws[k].has(empty) && ws[k].before == 0 { // the
			k++
		}
		for ; k < len(ws) && naming(ws[k]) && ws[k].before == 0 && !ws[k].start; k++ {
			names = append(names, ws[k].stem)
		}
	}
	if len(names) == 0 {
		return
	}
	list, part, more := &r.held, false, 0
	for k := from - 1; k >= 0 && ws[k+1].before == 0 && !ws[k+1].start && more < 2; k-- {
		switch w := ws[k]; {
		case w.has(ofAside):
			return
		case w.has(ofVenue):
			list, part, more = &r.venue, false, 2
		case w.has(ofWhose):
			part = true // the guests of the summit
		case naming(w):
			more = 2
		case !w.has(empty):
			more++
		}
	}
	if part {
		return
	}
	for _, name := range names {
		*list = append(*list, name*31^ws[i].stem)
	}
}

// beginsWithOccasion reports whether a headline begins with an occasion: it tells
// of that, and not of something that has to do with it.
func beginsWithOccasion(headline []word) bool {
	for _, w := range headline {
		if w.has(ofOccasion) {
			return true
		}
		if !naming(w) && !w.has(empty) {
			return false
		}
	}
	return false
}

// naming reports whether a word may be one of a name.
func naming(w word) bool { return w.has(capitalised) && !w.has(empty) }

// sameOccasion reports whether one of two tellings has no date and both tell of
// one occasion that has a name. What both date is held together by who and when.
func sameOccasion(a, b *telling) bool {
	return a.dated() != b.dated() && a.act == aMeeting && b.act == aMeeting && common(a.held, b.held) > 0 && !namesOther(a, b)
}

// namesOther reports whether two occasions that share a word of their names
// have others that differ: the Geneva talks of Peru, the Geneva talks of Chile.
func namesOther(a, b *telling) bool {
	return common(a.held, b.held) < min(len(a.held), len(b.held)) && len(a.where) > 0 && len(b.where) > 0 &&
		!slices.ContainsFunc(a.where, func(p *party) bool { return within(p, b.where) })
}

// venues are the clusters that date the occasion at which an undated telling
// says that something took place.
func (ix *index) venues(t *telling, keys []uint64) []bid {
	if len(keys) == 0 {
		return nil
	}
	first, last, _ := t.reach()
	ix.met.among(len(ix.clusters))
	for _, key := range keys {
		ix.posts.few(key, crowded, &ix.met)
	}
	var out []bid
	for _, i := range ix.met.often(len(ix.clusters)) {
		c := ix.clusters[i]
		if c.first <= last && c.last >= first && c.level <= 1 && slices.ContainsFunc(c.sample(), func(o *telling) bool { return hosts(o, t) }) {
			out = append(out, bid{host: c, venue: true})
		}
	}
	return out
}

// hosts reports whether a dated telling tells of an occasion, and another of
// what took place at it.
func hosts(o, t *telling) bool {
	return o.dated() && o.act == aMeeting && common(o.held, t.venue) > 0 &&
		(len(o.where) == 0 || len(t.where) == 0 || slices.ContainsFunc(o.where, func(p *party) bool { return within(p, t.where) }))
}

// occasion is what dates the occasion at which a cluster without a date took
// place: of all that its sentence may name one day, else nil.
func (c *cluster) occasion() *telling {
	var day *telling
	for _, b := range c.offered {
		if !b.venue {
			continue
		}
		d := elected(b.host.host().tellings(spokesmen))
		if day != nil && (d.Date != day.Date || d.Mod != day.Mod) {
			return nil
		}
		if day == nil || compareMentions(d.Mention, day.Mention) < 0 {
			day = d
		}
	}
	return day
}

// assembled joins, of what took place at one occasion, what is told of one
// event, in the order of the guests.
func assembled(guests []*cluster) {
	days := map[string][]*cluster{}
	for _, c := range guests {
		if c.day != nil && c.into == nil {
			days[c.day.Date] = append(days[c.day.Date], c)
		}
	}
	for _, list := range days {
		ofOneDay(list)
	}
}

// ofOneDay is assembled for what took place on one day.
func ofOneDay(guests []*cluster) {
	var done, wholes []*cluster
	for _, c := range guests {
		own := c.whole()
		for i, o := range done {
			if m, ok := fit(wholes[i], own); ok && m >= 0 {
				c.join(o)
				c.day, wholes[i] = nil, o.whole()
				break
			}
		}
		if c.into == nil {
			done, wholes = append(done, c), append(wholes, own)
		}
	}
}

// onDay gives those of some tellings that have no date the day of another.
func onDay(told []*telling, day *telling) {
	if day == nil {
		return
	}
	for i, t := range told {
		if t.dated() {
			continue
		}
		m, s, n := *t.Mention, *t.said, *t
		m.Date, m.Mod, m.Precision, m.DateBasis = day.Date, day.Mod, day.Precision, "occasion"
		s.Mention = &m
		s.dateIt()
		n.said, n.undated = &s, t.Mention
		told[i] = &n
	}
}
