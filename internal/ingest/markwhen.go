package ingest

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/source"
)

// markwhen is a document while its lines are read. An event begins with a
// date and a colon and goes on to the next one, a heading or a comment.
type markwhen struct {
	file   source.File
	events []article.Explicit
	ds     []source.Diagnostic
	now    *article.Explicit // the event that lines belong to
	top    bool              // properties may stand here: just below its first line
}

var (
	// dateColon cuts "2025-02-12: Headline" and "Feb 12 2025 - Mar 3: …"; a
	// colon inside a time of day is none.
	dateColon = regexp.MustCompile(`^\s*((?:every\s+\d|(?:after|before|by)\s+[!\d]|now\s*[-/]|!|\d|[A-Za-z]{3,9}\.? \d)[^:]*(?::\d\d[^:]*)*):(?:\s|$)`)
	// shaped is what looks like a date of the format though it be none: such a
	// line is no prose that happens to begin with a number.
	shaped   = regexp.MustCompile(`(?i)^(?:every|after|before|by|now|!)|^[\d/.\- ]+$`)
	property = regexp.MustCompile(`^\s*([A-Za-z][\w-]*):\s*(.*)$`)
	hashtag  = regexp.MustCompile(`(?:^|\s)#([\pL\d_-]+)`)
	link     = regexp.MustCompile(`!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)`)
	section  = regexp.MustCompile(`^\s*(#{1,6}\s|(?:group|section|endGroup|endSection|---|title:|page )\b?)`)
	marks    = regexp.MustCompile(`\*\*|__|` + "`" + `|^\s*(?:[-*]\s+)?\[[ xX]\]\s*`)
)

// readMarkwhen reads a Markwhen document: its header, sections and comments
// are passed over; what recurs, or is dated by another event, is left out with
// a warning.
func readMarkwhen(f source.File) ([]article.Explicit, []source.Diagnostic) {
	m := &markwhen{file: f}
	offset := 0
	for line := range strings.Lines(string(f.Bytes)) {
		text := strings.TrimRight(line, "\r\n")
		at := source.Span{Start: offset, End: offset + len(text)}
		if offset == 0 {
			text = strings.TrimPrefix(text, "\ufeff")
			at.Start = at.End - len(text)
		}
		m.line(text, at)
		offset += len(line)
	}
	m.finish()
	if len(m.events) == 0 && len(m.ds) == 0 {
		m.ds = append(m.ds, f.Warn(source.Span{}, "the document has no events", "an event begins with a date and a colon: 2025-02-12: …"))
	}
	return m.events, m.ds
}

// line reads one line.
func (m *markwhen) line(text string, at source.Span) {
	trimmed := strings.TrimSpace(text)
	if c := dateColon.FindStringSubmatchIndex(text); c != nil {
		date := strings.TrimSpace(text[c[2]:c[3]])
		when, problem := markwhenDate(date)
		if problem == "" || shaped.MatchString(date) {
			m.finish()
			m.begin(date, when, problem, text[c[1]:], at)
			return
		}
	}
	switch {
	case strings.HasPrefix(trimmed, "//"):
	case section.MatchString(text):
		m.finish()
	case m.now == nil:
	case trimmed == "":
		m.top = false
	default:
		if p := property.FindStringSubmatch(text); m.top && p != nil {
			m.property(strings.ToLower(p[1]), strings.TrimSpace(p[2]))
		} else {
			m.top = false
			m.now.Text = strings.TrimSpace(m.now.Text + " " + m.prose(text))
		}
		m.now.Span.End = at.End
	}
}

// begin begins an event with its date, or says what is wrong with that, and
// reads what follows the colon.
func (m *markwhen) begin(date, when, problem, rest string, at source.Span) {
	if problem != "" {
		from := at.Start + strings.Index(m.file.Text(at), date)
		m.ds = append(m.ds, m.file.Warn(source.Span{Start: from, End: from + len(date)}, problem, "the event is left out; write the day, the month or the year"))
		return
	}
	m.now = &article.Explicit{When: when, Span: at, Block: -1}
	m.top = true
	m.now.Headline = m.prose(rest)
}

// prose is a line without tags and markup; a tag that names a type is the
// event's type, its first link the event's address.
func (m *markwhen) prose(s string) string {
	for _, tag := range hashtag.FindAllStringSubmatch(s, -1) {
		if m.now.Type == "" {
			m.now.Type = typeNamed(tag[1])
		}
	}
	for _, l := range link.FindAllStringSubmatch(s, -1) {
		switch {
		case strings.HasPrefix(l[0], "!"):
			if m.now.Image.Path == "" {
				m.now.Image = pictured(l[2], "", "", l[1])
			}
		case m.now.URL == "":
			m.now.URL = linked(l[2])
		}
	}
	s = link.ReplaceAllStringFunc(s, func(l string) string {
		if strings.HasPrefix(l, "!") {
			return ""
		}
		return link.FindStringSubmatch(l)[1]
	})
	s = marks.ReplaceAllString(hashtag.ReplaceAllString(s, ""), "")
	return plain(strings.ReplaceAll(s, "*", ""))
}

// property reads a property of the event.
func (m *markwhen) property(key, value string) {
	items := strings.FieldsFunc(strings.Trim(value, "[]"), func(r rune) bool { return r == ',' })
	for i := range items {
		items[i] = strings.Trim(strings.TrimSpace(items[i]), `"'`)
	}
	switch key {
	case "location", "locations", "place", "places":
		if !strings.HasPrefix(value, "[") {
			items = []string{strings.Trim(value, `"'`)}
		}
		m.now.Places = append(m.now.Places, items...)
	case "tags", "tag", "type":
		for _, item := range items {
			if m.now.Type == "" {
				m.now.Type = typeNamed(item)
			}
		}
	case "contacts", "people", "actors":
		m.now.Actors = append(m.now.Actors, items...)
	case "url", "link", "source":
		if m.now.URL == "" {
			m.now.URL = linked(strings.Trim(value, `"'`))
		}
	}
}

// finish keeps the event that is being read.
func (m *markwhen) finish() {
	e := m.now
	m.now = nil
	if e == nil {
		return
	}
	if e.Headline == "" {
		e.Headline, e.Text = e.Text, ""
	}
	if e.Headline == "" {
		m.ds = append(m.ds, m.file.Warn(e.Span, "an event that says nothing", "write what happened after the colon"))
		return
	}
	m.events = append(m.events, *e)
}

// markwhenDate is a date or a range as a TIMEX3 value, or what is wrong.
func markwhenDate(s string) (string, string) {
	lower := strings.ToLower(s)
	for _, word := range []string{"every", "after", "before", "by", "now", "!"} {
		if strings.HasPrefix(lower, word) {
			return "", fmt.Sprintf("%q is no date by itself", s)
		}
	}
	if d := written(s); d.Known() {
		return d.String(), ""
	}
	for _, between := range []string{"/", " - ", "–", " to ", "-"} {
		a, b, ok := strings.Cut(s, between)
		if !ok || utf8.RuneCountInString(strings.TrimSpace(a)) < 4 {
			continue
		}
		from, to := written(a), written(b)
		if strings.EqualFold(strings.TrimSpace(b), "now") {
			to = from
		}
		if from.Known() && to.Known() {
			if calendar.Between(from, to) == (calendar.Range{}) {
				return "", fmt.Sprintf("%q ends before it begins", s)
			}
			return span(from, to), ""
		}
	}
	return "", fmt.Sprintf("%q is no date", s)
}
