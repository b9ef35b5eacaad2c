package article

import (
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

const (
	edgeLines   = 6    // lines at the top and at the bottom where bylines and author lines stand
	maxAppeal   = 20   // lines of an appeal that runs to the end
	appealBytes = 4000 // its text
	judgedWords = 60   // words of a line that are judged
	briefWords  = 16   // words from which a line that ends like a sentence is no credit or link
)

// furnish sets aside the lines that belong to the page and not to its prose.
// Precision comes first: a rule needs the whole line, or its start in a short
// one, and where a line could be prose it is left.
func (r *reader) furnish() {
	f := &furnisher{reader: r, lineRules: lineRulesOf(r.language), lang: sentence.For(r.language)}
	f.counter()
	f.words = make([][]sentence.Word, 0, len(r.parts))
	for i := range r.parts {
		f.words = append(f.words, f.wordsOf(&r.parts[i]))
	}
	f.left = len(f.parts)
	f.printed()
	before := 0
	for i := range r.parts {
		if p := &r.parts[i]; !p.set && p.kind != Cell && p.kind != Caption {
			f.line(i, place{before < edgeLines, f.left-before-1 < edgeLines})
		}
		if !r.parts[i].set {
			before++
		}
	}
	f.tail()
	// Lines at the bottom show only when what stands below them is gone.
	for i, after := len(r.parts)-1, 0; i >= 0 && after < edgeLines; i-- {
		if p := &r.parts[i]; !p.set && p.kind != Cell && p.kind != Caption {
			f.line(i, place{bottom: true})
		}
		if !r.parts[i].set {
			after++
		}
	}
	slices.SortFunc(r.article.Set, func(a, b Furniture) int { return a.Start - b.Start })
}

type furnisher struct {
	*reader
	*lineRules
	lang  sentence.Language
	words [][]sentence.Word // of each part, as far as they are judged
	left  int               // parts that are not set aside
}

// wordsOf are the first words of a part, which is cut into words here once and
// for all.
func (f *furnisher) wordsOf(p *part) []sentence.Word {
	m := sentence.Join(p.pieces)
	p.said, p.words = m.Text, f.cut(m)
	if len(p.said) <= 12*judgedWords {
		return p.words
	}
	cut := m.At(strings.LastIndexByte(p.said[:12*judgedWords], ' ') + 1)
	n := sort.Search(len(p.words), func(k int) bool { return p.words[k].Start >= cut })
	return p.words[:n:n]
}

// cut is the words of a text. Those of one part stand behind those of another,
// so that most parts need no room of their own.
func (f *furnisher) cut(m sentence.Joined) []sentence.Word {
	f.room.want(sentence.Expected(len(m.Text)), sentence.Expected(len(f.Bytes)))
	return f.room.keep(m.AppendWords(f.room.free, f.lang))
}

// aside sets part i aside by a rule.
func (f *furnisher) aside(i int, rule string) {
	f.parts[i].set = true
	f.left--
	f.article.Set = append(f.article.Set, Furniture{f.parts[i].span, rule})
}

// line judges part i.
func (f *furnisher) line(i int, here place) {
	v, ok := f.judge(f.words[i], here)
	if !ok || i == 0 && v.gives == "" && v.at == "any" && !v.whole && v.takes == "" {
		return // a title such as "Explainer: …"
	}
	switch {
	case v.takes == "rest":
		if f.appeal(i, v.Name); f.parts[i].set && v.gives == "source" && isName(f.words[i][min(v.match.To+1, len(f.words[i])-1)]) {
			f.outletOf(i, v.match.To)
		}
		return
	case v.gives == "biography" && !f.biography(i, v):
		return
	case v.brief && len(f.words[i]) > briefWords && ends(f.parts[i].text()):
		return
	}
	f.aside(i, v.Name)
	switch v.gives {
	case "author":
		f.author(i, v.match.To)
	case "source":
		f.outletOf(i, v.match.To)
	case "date", "updated":
		f.stamped(f.words[i][min(v.match.To, len(f.words[i])):], v.gives)
	}
	if v.takes == "list" {
		f.listBelow(i, v.Name)
	}
}

// printed finds what a page prints between title and text: the date, which
// stays as a line that tells no event, and the author where metadata names
// him. A text with several such dates is a chronicle, and keeps them.
func (f *furnisher) printed() {
	dates, first := 0, -1
	for i := range f.parts {
		if ws := f.words[i]; isDateLine(ws, dateWordsOf(f.language)) || i > 0 && isDateLine(behindPlace(ws), dateWordsOf(f.language)) {
			if dates++; first < 0 {
				first = i
			}
		}
	}
	if dates == 1 && first < edgeLines && f.parts[first].kind != Item && f.parts[first].level < 3 {
		f.parts[first].kind, f.parts[first].untold = Teaser, true // read as a date, and no event
		if f.stamped(f.words[first], "date"); first > 0 {
			f.stamped(behindPlace(f.words[first]), "date")
		}
	}
	author := loose(f.article.Author)
	if author == "" {
		return
	}
	for i := range f.parts[:min(len(f.parts), edgeLines)] {
		s := loose(f.parts[i].text())
		if p := &f.parts[i]; !p.set && (s == author || len(f.words[i]) > 1 && s == loose(f.words[i][0].Text+" "+author)) {
			f.aside(i, "byline")
		}
	}
}

// stamped takes the day that a line prints, as that of publication or of the
// last change, where the article does not say it otherwise.
func (f *furnisher) stamped(ws []sentence.Word, gives string) {
	a := f.article
	ws = behindClock(ws)
	if !f.shown || !isDateLine(ws, dateWordsOf(f.language)) {
		return
	}
	from, _ := readDate(ws, 0, dateWordsOf(f.language))
	d := from.date()
	switch {
	case !d.Known():
	case gives == "date" && a.Dated == Undated:
		a.DCT, a.Dated = d, ByLine
	case gives == "updated" && !a.Updated.Known():
		a.Updated = d
	}
}

// isDateLine reports whether a line is a day with its year, and perhaps a time.
func isDateLine(ws []sentence.Word, data dateWords) bool {
	if len(ws) == 0 || len(ws) > 12 {
		return false
	}
	from, _ := readDate(ws, 0, data)
	if from.grain != calendar.Day || from.year == 0 {
		return false
	}
	for _, w := range ws[from.to:] {
		if !isDatePart(w) {
			return false
		}
	}
	return true
}

// behindClock are the words of a line behind the time of day that it begins with: 12:01
// AM, 5 August 2022.
func behindClock(ws []sentence.Word) []sentence.Word {
	if len(ws) == 0 || !strings.Contains(ws[0].Text, ":") && (len(ws) < 3 || ws[1].Text != ":" || ws[2].Kind != sentence.Number) {
		return ws
	}
	for i, w := range ws {
		switch {
		case w.Text == ",":
			return ws[i+1:]
		case !isDatePart(w):
			return ws
		}
	}
	return ws
}

// behindPlace are the words of a line behind the place that it begins with, a name of few
// words and a comma: Brussels, 17 October 2018. A line without one has none.
func behindPlace(ws []sentence.Word) []sentence.Word {
	for i, w := range ws {
		switch {
		case i > 0 && w.Text == ",":
			return ws[i+1:]
		case i >= placeWords || !isName(w):
			return nil
		}
	}
	return nil
}

// placeWords is how many words the place has, at most, that a line prints before its day.
const placeWords = 3

// author takes the names of a byline, which begin at word from and end at the
// first mark or small word that joins no names.
func (f *furnisher) author(i, from int) {
	ws := f.words[i]
	if from >= len(ws) || f.article.Author != "" {
		return
	}
	to := from
	for to < len(ws) && (isName(ws[to]) || to > from && isSmall(ws[to], "joiner") && to+1 < len(ws) && isName(ws[to+1])) {
		to++
	}
	f.article.Author = join(ws[from:to])
}

// join is words as they stand, with single spaces.
func join(ws []sentence.Word) string {
	t := sentence.Text{Words: ws}
	return t.String(sentence.Extent{From: 0, To: len(ws)})
}

// biography reports whether part i is about the author: he is one whom the
// text does not speak of. A line without a name speaks for itself.
func (f *furnisher) biography(i int, v verdict) bool {
	if len(v.match.Slots) == 0 || v.match.Slots[0] != 0 {
		return true
	}
	ws := f.words[i]
	n := 0
	for n < len(v.match.Slots) && v.match.Slots[n] == n && isName(ws[n]) {
		n++
	}
	if n < 2 {
		return false
	}
	surname, name := ws[n-1].Text, join(ws[:n])
	if !strings.EqualFold(name, f.article.Author) {
		for j := range f.parts {
			if j != i && !f.parts[j].set && strings.Contains(f.parts[j].text(), surname) {
				return false
			}
		}
	}
	if f.article.Author == "" {
		f.article.Author = name
	}
	return true
}

// outletOf takes the source that a line names after its first words.
func (f *furnisher) outletOf(i, to int) {
	s := f.parts[i].text()
	if to >= len(f.words[i]) {
		return
	}
	at := sentence.Join(f.parts[i].pieces).Offset(f.words[i][to].Start)
	name := strings.TrimRight(strings.TrimSpace(s[at:]), ".:")
	a := f.article
	switch {
	case strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://"):
		if a.URL == "" && !strings.ContainsAny(name, " \t\n") {
			a.URL = name
		}
	case a.Source == (Outlet{}) && len(f.words[i])-to <= 8:
		a.Source.Name = strings.Join(strings.Fields(name), " ")
	}
}

// listBelow sets aside the list or the bare headlines below a heading such as
// "Related articles".
func (f *furnisher) listBelow(i int, rule string) {
	for j := i + 1; j < len(f.parts) && j <= i+15; j++ {
		p := f.parts[j]
		s := p.text()
		listed := p.kind == Item && (p.linked*5 >= len(s)*4 || len(s) < minProse) || p.kind != Item && len(s) < minProse && !ends(s)
		if p.set || !listed || j+1 < len(f.parts) && p.kind != Item && len(f.parts[j+1].text()) >= minProse {
			return
		}
		f.aside(j, rule)
	}
}

// appeal sets aside a request for money or subscription that begins at part i.
// One that runs to the end needs two marks of appeals in it; inside a text
// only the lines go that have such marks themselves.
func (f *furnisher) appeal(i int, rule string) {
	rest := f.parts[i:]
	size, cues := 0, 0
	for j, p := range rest[:min(len(rest), maxAppeal)] {
		size += len(p.text())
		cues += f.cues(f.words[i+j])
	}
	if len(rest) <= maxAppeal && size <= appealBytes && cues >= 2 && i > 0 {
		for j := range rest {
			if !f.parts[i+j].set {
				f.aside(i+j, rule)
			}
		}
		return
	}
	for j := i; j < len(f.parts) && j < i+maxAppeal; j++ {
		if f.cues(f.words[j]) < 1+min(len(f.words[j])/20, 1) {
			return
		}
		f.aside(j, rule)
	}
}

// tail sets aside lines at the end that ask the reader for something.
func (f *furnisher) tail() {
	for i := len(f.parts) - 1; i > 0; i-- {
		if f.parts[i].set {
			continue
		}
		if !f.asks(i) || f.cues(f.words[i]) < 2 {
			return
		}
		f.aside(i, "appeal")
	}
}

// asking are the words that speak to a reader.
var asking = []string{"you", "your", "please"}

// asks reports whether a line speaks to its reader, outside of quotations.
func (f *furnisher) asks(i int) bool {
	depth := 0
	for _, w := range f.words[i] {
		switch w.Kind {
		case sentence.Open:
			depth++
		case sentence.Close:
			depth--
		}
		if depth <= 0 && len(w.Text) <= len("please") && slices.ContainsFunc(asking, func(s string) bool { return sentence.Folds(w.Text, s) }) {
			return true
		}
	}
	return false
}

// gluedCounter is a number written against the first word of a text.
var gluedCounter = regexp.MustCompile(`^(\d{1,3}(?:[.,]\d{3})+|\d{1,6})(\p{Lu}\p{Ll}+|A|I)[ ,’']`)

// counter sets aside a counter of views that is glued to the first word of the
// prose; the word stays. One digit alone may belong to the word (5G), so there
// the word must be one that begins sentences.
func (f *furnisher) counter() {
	for i := range f.parts[:min(3, len(f.parts))] {
		p := &f.parts[i]
		if len(p.pieces) == 0 {
			continue
		}
		first := &p.pieces[0]
		if first.Text == "" || first.Text[0] < '0' || first.Text[0] > '9' {
			continue
		}
		m := gluedCounter.FindStringSubmatch(first.Text)
		if m == nil || len(p.text()) < minProse || len(first.Text) != first.Len() {
			continue
		}
		if len(m[1]) == 1 && !f.lang.Starter(m[2]) {
			continue
		}
		n := len(m[1])
		f.article.Set = append(f.article.Set, Furniture{source.Span{Start: first.Start, End: first.Start + n}, "counter"})
		first.Text, first.Start = first.Text[n:], first.Start+n
		p.span.Start = first.Start
		for b := p.from; b < p.to; b++ {
			if bit := &f.article.Body[b]; bit.Markup == "" && bit.Start == first.Start-n && len(bit.Text) > n {
				bit.Text, bit.Start = bit.Text[n:], bit.Start+n
			}
		}
	}
}
