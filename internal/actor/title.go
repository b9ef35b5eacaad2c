package actor

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// title is the words before a name: Russian Foreign Minister, former US envoy.
type title struct {
	end     int    // behind the last word that may stand there
	roles   int    // words that name a role
	last    bool   // the last word names a role
	heads   []what // of the office at the end
	keys    []string
	of      string // its state
	from    int    // where the words of the office and its state begin
	unique  bool
	former  bool
	pronoun string // he or she, where the title says so
	own     int    // end of the state or body at its beginning
}

// maxTitle bounds the words of a title.
const maxTitle = 12

// readTitle reads the title that begins with word i.
func (f *finder) readTitle(i int) title {
	t := title{end: i, from: i}
	j := i
	for j < len(f.text.Words) && j-i < maxTitle {
		w := f.text.Words[j]
		if w.Kind == sentence.Punct && isHyphen(w.Text) && !w.Space && j > i && j+1 < len(f.text.Words) && !f.text.Words[j+1].Space {
			j++
			continue
		}
		if w.Kind != sentence.Letters || j > i && f.starts[j] {
			break
		}
		next := f.titleWord(&t, j)
		if next == j {
			break
		}
		j = next
		t.end = j
	}
	return t
}

// titleWord takes what stands at word j into the title and returns the word
// behind it, or j.
func (f *finder) titleWord(t *title, j int) int {
	if f.unlisted(j) {
		return j
	}
	if f.is(aFormerWord, j) {
		t.former = true
	}
	if end := f.office(t, j); end > j {
		return end
	}
	if end, of := f.belongs(j); end > j {
		end, of = f.shorter(j, end, of)
		if t.roles > 0 && t.last {
			return j // a role and then a state: a new phrase
		}
		t.of, t.from, t.last = of, j, false
		if end < len(f.text.Words) && isClitic(f.text.Words[end]) {
			end++
		}
		if t.own == 0 {
			t.own = end
		}
		return end
	}
	switch {
	case f.is(aRoleWord, j):
		t.roles++
		t.last = true
		t.keys, t.heads = nil, nil
	case f.is(aFillerWord, j), f.is(aFormerWord, j):
		t.last = false
		t.keys = nil
	default:
		return j
	}
	if f.is(aHeWord, j) {
		t.pronoun = "he"
	} else if f.is(aSheWord, j) {
		t.pronoun = "she"
	}
	return j + 1
}

// shorter is the name at word j cut where an office begins inside of it that
// reaches further: US, and not US Treasury, in US Treasury Secretary.
func (f *finder) shorter(j, end int, of string) (int, string) {
	for k := j + 1; k < end; k++ {
		for n := int(f.first[k]); n < int(f.first[k+1]); n++ {
			if m := &f.means[f.matches[n].Rule]; m.what != anOffice && m.what != aUnique || f.matches[n].To <= end {
				continue
			}
			for n := int(f.first[j]); n < int(f.first[j+1]); n++ {
				if m := &f.means[f.matches[n].Rule]; m.what <= aMetonym && f.matches[n].To == k {
					return k, f.entries[m.entry].Name
				}
			}
		}
	}
	return end, of
}

// office takes the longest office at word j, with "of STATE" behind it.
func (f *finder) office(t *title, j int) int {
	end := j
	for k := int(f.first[j]); k < int(f.first[j+1]); k++ {
		m := &f.means[f.matches[k].Rule]
		if m.what != anOffice && m.what != aUnique || f.matches[k].To < end {
			continue
		}
		if end == j {
			t.keys, t.heads = nil, nil
			if t.of == "" {
				t.from = j
			}
			end = f.matches[k].To
		}
		t.keys = append(t.keys, m.key)
		t.heads = append(t.heads, m.what)
		if m.what == aUnique {
			t.unique, t.of = true, m.of
		}
	}
	if end == j {
		return j
	}
	t.roles++
	t.last = true
	if t.of == "" && end+1 < len(f.text.Words) && f.text.Words[end].Text == "of" {
		k := end + 1
		if f.is(aDefiniteWord, k) {
			k++
		}
		if k < len(f.text.Words) {
			if e, of := f.belongs(k); e > k {
				t.of = of
				return e
			}
		}
	}
	return end
}

// belongs is the state, body or company whose name or adjective begins at
// word j, and its end.
func (f *finder) belongs(j int) (int, string) {
	end, m := f.best(j)
	if end == j {
		return j, ""
	}
	e := &f.entries[m.entry]
	switch {
	case m.what != aName || e.Kind == State:
		return end, e.Name
	case e.Kind == Body || e.Kind == Company || e.Kind == Outlet || e.Kind == Place:
		return end, e.Name
	}
	return j, ""
}

// styled finds a person by a title with a name behind it, or by the title
// alone.
func (f *finder) styled(i int) int {
	t := f.readTitle(i)
	if t.roles == 0 {
		return i
	}
	if end, m := f.best(i); end > t.end && m.what == aName && f.entries[m.entry].Kind == Person {
		return i // Pope Francis is a name
	}
	if t.last {
		if end, a, via := f.personAt(t.end, t); a != nil {
			f.remember(a)
			f.add(i, end, a, via)
			return end
		}
	}
	if len(t.keys) == 0 || t.former || !t.last {
		return i
	}
	if a := f.incumbent(t, i); a != nil && !f.describesOther(t.from, a) && !f.namesOther(t.end, a) {
		f.add(t.from, t.end, a, ByTitle)
		return t.end
	}
	return i
}

// describesOther reports whether a title at word i says what another person than
// a is, who is named before the comma: Ana Ruiz, the head of the bank.
func (f *finder) describesOther(i int, a *Actor) bool {
	if f.definite(i) {
		i--
	}
	if i < 2 || f.text.Words[i-1].Text != "," || len(f.refs) == 0 {
		return false
	}
	r := f.refs[len(f.refs)-1]
	return r.To == i-1 && r.Actor != nil && r.Actor.Kind == Person && r.Actor != a
}

// namesOther reports whether another person than a is named between commas
// behind a title that ends at word i: Peru's president, Ana Ruiz, left.
func (f *finder) namesOther(i int, a *Actor) bool {
	w := f.text.Words
	if i+2 >= len(w) || w[i].Text != "," || !f.capital(i+1) {
		return false
	}
	end, m := f.best(i + 1)
	if end > i+1 && end < len(w) && w[end].Text == "," {
		e := f.entries[m.entry]
		return m.what == aName && e.Kind == Person && e.Actor != a
	}
	end = f.sequence(i + 1)
	if end-i <= 2 || end >= len(w) || w[end].Text != "," || !f.free(i+1, end) {
		return false
	}
	for k := i + 1; k < end; k++ {
		if strings.Contains(fold(a.Name), fold(w[k].Text)) {
			return false // KISHIDA Fumio
		}
	}
	return true
}

// personAt is the person whose name begins at word j, behind title t.
func (f *finder) personAt(j int, t title) (int, *Actor, Via) {
	if !f.capital(j) || f.starts[j] {
		return j, nil, ByName
	}
	for k := int(f.first[j]); k < int(f.first[j+1]); k++ {
		m := f.means[f.matches[k].Rule]
		if m.what == aName && f.entries[m.entry].Kind == Person {
			end := f.matches[k].To
			if f.glued(j, end) && f.capital(end) && f.unknown(end) && f.text.Words[end].Space {
				break // Vice-Chairman Jean-Pierre Ruiz is nobody known as Jean-Pierre
			}
			return end, f.entries[m.entry].Actor, ByName
		}
	}
	end := f.sequence(j)
	if end == j || f.headline[j] {
		return j, nil, ByName
	}
	if a := f.families[f.text.Words[end-1].Text]; a != nil && end-j == 1 {
		return end, a, BySurname
	}
	if end-j < 2 && t.pronoun == "" && !f.honorific(j-1) || end-j > 5 || f.lastWord(j, end) != Unknown {
		return j, nil, ByName
	}
	name := f.text.String(sentence.Extent{From: j, To: end})
	if t.pronoun == "" {
		t.pronoun = f.pronounOf(j, end)
	}
	a := Actor{Name: name, Kind: Person, Country: f.countryOf(t.of), Sort: sortKey(name), Pronoun: t.pronoun}
	if len(t.keys) > 0 && !t.former {
		a.Roles = []Role{{Title: t.keys[0] + " of " + t.of}}
	}
	return end, f.own(a), Introduced
}

// glued reports whether no blank stands between the words from i to j.
func (f *finder) glued(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if f.text.Words[k].Space {
			return false
		}
	}
	return true
}

// honorific reports whether word i is a title written short: Sen., Gen.
func (f *finder) honorific(i int) bool {
	return i >= 0 && strings.HasSuffix(f.text.Words[i].Text, ".") && f.is(aRoleWord, i)
}

// countryOf is the state that an actor belongs to; "" where none is known.
func (f *finder) countryOf(name string) string {
	if i, ok := f.byName[fold(name)]; ok {
		return f.entries[i].Country
	}
	return ""
}
