package article

import (
	"strings"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// Messages within a message: what was forwarded stands below a head of its own, what
// is answered behind marks, below a line that says who wrote it when. Their words
// count from the day on which they were written.

// unquoted leaves the marks of quoted messages and the heads of those within out of
// plain text, and gives the lines below a head its day.
func (r *reader) unquoted(lines []line) []line {
	days := []calendar.Date{{}} // by depth: of the message that stands there
	out, parted, before := lines[:0], false, 0
	for i := 0; i < len(lines); i++ {
		l, depth := r.unmark(lines[i])
		if l.text == "" || depth != before {
			parted = true
		}
		before = depth
		if l.text == "" {
			continue
		}
		for len(days) <= depth {
			days = append(days, days[len(days)-1])
		}
		days = days[:depth+1]
		if n, day := r.innerHead(lines[i:], l); n > 0 {
			if k := len(out) - 1; k >= 0 && isDrawn(out[k].text) {
				r.article.Set = append(r.article.Set, Furniture{out[k].Span, "message.head"})
				out = out[:k]
			}
			days[depth], parted, i = day, true, i+n-1
			continue
		}
		if n, day := r.credited(lines[i:], l, depth); n > 0 && (parted || l.after) {
			days, parted, i = append(days, day), true, i+n-1
			continue
		}
		l.after, l.written = l.after || parted, days[depth]
		out, parted = append(out, l), false
	}
	return out
}

// unmark is a line without the marks of a quoted message in front of it, and how many
// there are.
func (r *reader) unmark(l line) (line, int) {
	text, depth := unmarked(l.text)
	if depth > 0 {
		n := len(l.text) - len(text)
		mark := l.Span
		mark.End = mark.Start + n
		r.article.Set = append(r.article.Set, Furniture{mark, "message.mark"})
		l.Start, l.text = l.Start+n, text
	}
	return l, depth
}

func unmarked(s string) (text string, depth int) {
	for text = s; strings.HasPrefix(text, ">"); depth++ {
		text = strings.TrimLeft(text[1:], " \t")
	}
	return text, depth
}

// innerHead is how many lines are the head of a message within, and the day that it
// was sent.
func (r *reader) innerHead(lines []line, first line) (int, calendar.Date) {
	var day calendar.Date
	n, told := 0, false
	for n < len(lines) && n < headLines {
		text, _ := unmarked(lines[n].text)
		name, said, ok := strings.Cut(text, ":")
		if !ok || len(name) > maxHeading || n > 0 && lines[n].after {
			break
		}
		kind := mailWords()[strings.ToLower(strings.Trim(name, "* "))]
		if kind == "" {
			break
		}
		if kind == "date" && !day.Known() {
			day = dayIn(said)
		}
		told = told || kind == "source" || kind == "title"
		n++
	}
	if n < mailHead || !day.Known() || !told {
		return 0, calendar.Date{}
	}
	r.article.Set = append(r.article.Set, Furniture{first.Span.Join(lines[n-1].Span), "message.head"})
	return n, day
}

// headLines is how many lines the head of a message within has at most.
const headLines = 20

// isDrawn reports whether a line is words between drawn marks: --- Original Message ---.
func isDrawn(s string) bool {
	words := strings.Trim(s, "-_=* ")
	return words != "" && len(s)-len(words) >= 2*ruled && utf8.RuneCountInString(words) <= maxHeading
}

// creditLines is how many lines say at most who wrote what is quoted below, and when.
const creditLines = 3

// credited is how many lines introduce what is quoted deeper below them: they hold a
// day with its year and end in a colon.
func (r *reader) credited(lines []line, first line, depth int) (int, calendar.Date) {
	var text [creditLines]string
	for n := 1; n < len(lines) && n <= creditLines; n++ {
		if n > 1 && lines[n-1].after {
			break
		}
		said, here := unmarked(lines[n-1].text)
		if text[n-1] = said; said == "" || here != depth && n > 1 {
			break
		}
		if _, deeper := unmarked(lines[n].text); !strings.HasSuffix(said, ":") || deeper <= depth {
			continue
		}
		if day := dayIn(strings.Join(text[:n], " ")); day.Known() {
			r.article.Set = append(r.article.Set, Furniture{first.Span.Join(lines[n-1].Span), "message.head"})
			return n, day
		}
	}
	return 0, calendar.Date{}
}

// dayIn is the first day with its year in a line, in any language.
func dayIn(s string) calendar.Date {
	for _, language := range dateLanguages() {
		ws := sentence.Words(s, 0, sentence.For(language))
		for i := range ws {
			if from, _ := readDate(ws[i:], 0, datesIn()[language]); from.grain == calendar.Day && from.date().Known() {
				return from.date()
			}
		}
	}
	return calendar.Date{}
}
