package sentence

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/source"
)

// Split reads the pieces of one block. The words point into the file; they
// are ordered and disjoint except where one atomic piece holds several.
func Split(pieces []Piece, lang Language) *Text {
	t := &Text{}
	if len(pieces) == 1 && len(pieces[0].Text) == pieces[0].Len() {
		t.Words = Words(pieces[0].Text, pieces[0].Start, lang)
	} else {
		m := join(pieces)
		t.Words = words(make([]Word, 0, len(m.text)/5+4), m.text, m, lang)
	}
	t.Sentences = sentences(t.Words, lang)
	t.Quotes = quotes(t.Words)
	t.Periods = periods(t.Sentences, t.Quotes)
	return t
}

// joined is several pieces as one text.
type joined struct {
	text   string
	pieces []Piece
	starts []int // where each piece begins in text
}

func join(pieces []Piece) joined {
	m := joined{pieces: pieces, starts: make([]int, len(pieces))}
	var b strings.Builder
	for i, p := range pieces {
		m.starts[i] = b.Len()
		b.WriteString(p.Text)
	}
	m.text = b.String()
	return m
}

func (m joined) span(start, end int) source.Span {
	i := sort.SearchInts(m.starts, start+1) - 1
	j := sort.SearchInts(m.starts, end) - 1
	s := source.Span{Start: m.pieces[i].Start, End: m.pieces[j].End}
	if p := m.pieces[i]; len(p.Text) == p.Len() {
		s.Start = p.Start + start - m.starts[i]
	}
	if p := m.pieces[j]; len(p.Text) == p.Len() {
		s.End = p.Start + end - m.starts[j]
	}
	return s
}

// sentences cuts words after each mark that ends one.
func sentences(ws []Word, lang Language) []Extent {
	var out []Extent
	from := 0
	for i := 0; i < len(ws); i++ {
		if !ends(ws, i, lang) {
			continue
		}
		for i+1 < len(ws) && !ws[i+1].Space && closes(ws[i+1]) {
			i++
		}
		out = append(out, Extent{from, i + 1})
		from = i + 1
	}
	if from < len(ws) {
		out = append(out, Extent{from, len(ws)})
	}
	return out
}

// closes reports whether w may follow the end of a sentence and still belong
// to it.
func closes(w Word) bool {
	return w.Kind == Close || w.Text == ")" || w.Text == "]" || w.Text == "’" || w.Text == "'"
}

// ends reports whether word i ends a sentence.
func ends(ws []Word, i int, lang Language) bool {
	w := ws[i]
	last := w.Text[len(w.Text)-1]
	full := strings.HasSuffix(w.Text, "…") || last == '.'
	if !full && last != '!' && last != '?' {
		return false
	}
	j := i + 1
	for j < len(ws) && !ws[j].Space && closes(ws[j]) {
		j++
	}
	if j == len(ws) {
		return true
	}
	next := ws[j]
	if !next.Space && next.Kind != Open {
		return false // "3.5", "a.m.-type", "…We" within one breath
	}
	begins := beginsSentence(ws, j)
	if !full || w.Kind == Punct {
		return begins
	}
	if w.Kind == Number { // "p.m."
		return begins && lang.starters[next.Text]
	}
	switch lang.abbreviations[strings.TrimSuffix(w.Text, ".")] {
	case endsNone:
		return false
	case notBeforeNumber:
		return next.Kind != Number && begins && lang.starters[next.Text]
	}
	// Initials (U.S., J.) and abbreviations that may end a sentence.
	return begins && (next.Kind == Open || lang.starters[next.Text])
}

// beginsSentence reports whether a sentence can begin at word j: with a
// capital, a digit, an opening mark, or a letter without case.
func beginsSentence(ws []Word, j int) bool {
	w := ws[j]
	switch w.Kind {
	case Open, Number:
		return true
	case Letters:
		r, _ := utf8.DecodeRuneInString(w.Text)
		return !unicode.IsLower(r)
	}
	return strings.ContainsAny(w.Text, "([—–-@#$€£•‘'")
}

// maxQuote bounds the words of one quotation: one that is longer was never
// closed.
const maxQuote = 1500

// quotes pairs quotation marks. An opening mark that is not closed before the
// next one of its level, or before the end of the block, runs to the end of
// the block (a quotation that goes on in the next paragraph).
func quotes(ws []Word) []Extent {
	var out []Extent
	for i := 0; i < len(ws); i++ {
		if ws[i].Kind != Open || isSingle(ws[i].Text) {
			continue
		}
		depth, j := 0, i
		for ; j < len(ws) && j-i < maxQuote; j++ {
			if isSingle(ws[j].Text) {
				continue
			}
			if ws[j].Kind == Open {
				depth++
			} else if ws[j].Kind == Close {
				if depth--; depth == 0 {
					break
				}
			}
		}
		if depth > 0 { // unbalanced: close at the first closing mark
			for j = i + 1; j < len(ws) && j-i < maxQuote && ws[j].Kind != Close; j++ {
			}
		}
		out = append(out, Extent{i, min(j+1, len(ws))})
		i = j
	}
	return out
}

func isSingle(mark string) bool { return mark == "‘" || mark == "‹" || mark == "›" }

// periods joins the sentences that a quotation runs through.
func periods(sentences, quotes []Extent) []Extent {
	var out []Extent
	q := 0
	for i := 0; i < len(sentences); {
		p := sentences[i]
		for i++; i < len(sentences); i++ {
			for q < len(quotes) && quotes[q].To <= p.To {
				q++
			}
			if q == len(quotes) || quotes[q].From >= p.To {
				break
			}
			p.To = sentences[i].To
		}
		out = append(out, p)
	}
	return out
}
