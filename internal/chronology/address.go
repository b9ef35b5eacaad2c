package chronology

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gosimple/slug"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// Bounds of an id: the words of the headline that it takes at first, as few as
// are idTold bytes long together, and its length in bytes. Every page writes
// ids, so what tells nothing more is weight; three long words tell what four or
// five short ones do.
const (
	idFewest = 3
	idWords  = 5
	idTold   = 18
	idLength = 60
)

// address is what an id is made of: a date, and the words of a headline.
type address struct {
	date  string
	words []string
}

// called is what a new id of the event is made of, as its texts tell it: found
// anew for who asks, for most events have an id in the lock, and the others are
// asked once.
func (d *draft) called() address {
	if d.address != nil {
		return *d.address
	}
	return address{dateWord(d.Event.Date), idWordsOf(d.Headline)}
}

// year is what a new id of the event begins with, to the first hyphen.
func (d *draft) year() string {
	year, _, _ := strings.Cut(dateWord(d.Event.Date), "-")
	return year
}

// fresh is a readable id that is not taken: the date and the content words of
// the headline, more of them where that is taken, then a number.
func fresh(d *draft, taken func(id string) bool) string {
	a := d.called().told(d.Type)
	ws := a.words
	base := ""
	for n := atFirst(ws); n <= len(ws); n++ {
		next := a.with(ws[:n])
		if base != "" && len(next) > idLength+20 {
			break
		}
		base = next
		if !taken(base) && valid(base) {
			return base
		}
	}
	for n := 2; ; n++ {
		if id := base + "-" + strconv.Itoa(n); !taken(id) {
			return id
		}
	}
}

// told is the address with the word of the type where the headline has none.
func (a address) told(kind string) address {
	if len(a.words) == 0 {
		a.words = []string{slugged(kind)}
	}
	return a
}

// with is the address of the date and some words.
func (a address) with(ws []string) string { return strings.Trim(a.date+"-"+strings.Join(ws, "-"), "-") }

// least is what every new id of the event begins with: so two of which neither's
// is the beginning of the other's can never have one id.
func (d *draft) least() string {
	a := d.called().told(d.Type)
	return a.with(a.words[:atFirst(a.words)])
}

// atFirst is how many of the words an id takes where no other has them.
func atFirst(ws []string) int {
	n, length := 0, -1
	for n < min(idWords, len(ws)) && (n < idFewest || length < idTold) {
		length += 1 + len(ws[n])
		n++
	}
	return n
}

// idWordsOf are the words of a headline that an id takes, as an address
// writes them, until it is long enough.
func idWordsOf(headline string) []string {
	var out []string
	length, stop := 0, words()["stop"]
	c := cutter{text: headline, start: true}
	for w, ok := c.next(); ok; w, ok = c.next() {
		if stop.has(strings.ToLower(w.text)) {
			continue
		}
		s := slugged(w.text)
		if s == "" || len(s) > 30 {
			continue
		}
		if length += len(s) + 1; length > idLength-11 && len(out) > 0 && len(out) < idWords {
			break
		}
		out = append(out, s)
	}
	return out
}

// slugged is a text as an address writes it. Most words are so already but for
// capitals.
func slugged(s string) string {
	hyphen := true
	for i := range len(s) {
		was := hyphen
		hyphen = s[i] == '-'
		if hyphen && was || !hyphen && !alphanumeric(rune(s[i])) || s[i] >= utf8.RuneSelf {
			return slug.Make(s)
		}
	}
	if hyphen && s != "" {
		return slug.Make(s)
	}
	return strings.ToLower(s)
}

// dateWord is the date as an id begins with it: of a range its first day.
func dateWord(date string) string {
	r, ok := calendar.Parse(date)
	if !ok {
		return ""
	}
	return strings.ToLower(r.From.String())
}
