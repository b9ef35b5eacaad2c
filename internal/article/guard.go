package article

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/dateline-ssg/dateline/internal/source"
)

// Markdown's inline parser compares each mark with those before it in its
// block, a table fills each short row up, and each level of a list is opened
// again on each line. So a small file can cost minutes. The bounds below are
// far above any article and keep the worst that was found under two seconds.
const (
	maxMarks  = 1500      // of emphasis, links and code in one block
	maxEffort = 100 << 20 // the sum of their squares over a file
	maxLevels = 40        // of quotations and lists on one line
	maxIndent = 240       // columns before a line
	maxCells  = 100_000   // of one table
)

var (
	levels    = regexp.MustCompile(`^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t]))+`)
	level     = regexp.MustCompile(`>|[-+*][ \t]|\d{1,9}[.)][ \t]`)
	interrupt = regexp.MustCompile(`^[ \t]*(?:[-+*][ \t]|#{1,6}[ \t])`)
	numbered  = regexp.MustCompile(`^[ \t]*\d{1,9}[.)][ \t]`)
	underline = regexp.MustCompile(`^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$`)
)

// bounded reports whether the Markdown of the body can be parsed in bounded
// time, and says where not.
func (r *reader) bounded(body string) bool {
	g := guard{reader: r}
	at := r.start
	for line := range strings.Lines(body) {
		if r.failed {
			break
		}
		g.line(strings.TrimRight(line, "\r\n"), at)
		at += len(line)
	}
	g.block()
	return !r.failed
}

type guard struct {
	*reader
	marks, effort   int
	first, rows     int // of the chunk between empty lines
	columns         int // of its table
	ordered, opened bool
}

func (g *guard) line(s string, at int) {
	here := source.Span{Start: at, End: at + min(len(s), 80)}
	trimmed := strings.TrimLeft(s, " \t")
	if trimmed == "" {
		g.block()
		g.rows, g.columns, g.opened = 0, 0, false
		return
	}
	if indent(s) > maxIndent {
		g.fail(here, fmt.Sprintf("a line is indented by more than %d columns", maxIndent), "lists need a few levels, and code can be fenced")
		return
	}
	marked := strings.IndexByte(">-+*#0123456789", trimmed[0]) >= 0 // may begin a level of its own
	if marked && deep(s) {
		g.fail(here, fmt.Sprintf("more than %d lists and quotations in one another", maxLevels), "a few levels are enough")
		return
	}
	isNumbered := marked && numbered.MatchString(s)
	if !g.opened {
		g.opened, g.ordered = true, isNumbered
	}
	if marked && interrupt.MatchString(s) || g.ordered && isNumbered || g.columns > 0 && strings.Contains(s, "|") {
		g.block()
	}
	if g.columns == 0 && strings.Contains(s, "|") && underline.MatchString(s) {
		g.columns = strings.Count(s, "|") + 1
	}
	if g.rows++; g.columns*g.rows > maxCells {
		g.fail(here, fmt.Sprintf("a table of more than %d cells", maxCells), "keep large tables in a .csv file")
		return
	}
	g.first = at
	if g.marks += marks(trimmed); g.marks > maxMarks {
		g.fail(here, fmt.Sprintf("more than %d marks of emphasis, links and code in one paragraph", maxMarks), "break the paragraph, or put marks that are text behind a backslash")
	}
}

// deep reports whether a line opens more lists and quotations than any text.
func deep(s string) bool {
	m := levels.FindString(s)
	return len(m) > maxLevels && len(level.FindAllString(m, maxLevels+1)) > maxLevels
}

// block ends a unit whose marks are compared with one another.
func (g *guard) block() {
	if g.effort += g.marks * g.marks; g.effort > maxEffort && !g.failed {
		g.fail(source.Span{Start: g.first, End: g.first}, "more marks of emphasis, links and code than a text has", "split the file")
	}
	g.marks = 0
}

// marks are the runs of characters that inline syntax may begin with.
func marks(s string) int {
	n := strings.Count(s, "://") + strings.Count(s, "www.")
	for i := 0; i < len(s); i++ {
		if !isMark[s[i]] {
			continue
		}
		if n++; i > 0 && s[i-1] == s[i] && s[i] != '[' && s[i] != '<' {
			n--
		}
	}
	return n
}

var isMark = [256]bool{'*': true, '_': true, '~': true, '[': true, ']': true, '`': true, '<': true, '!': true}

// indent is the number of columns of white space before s.
func indent(s string) int {
	n := 0
	for i := range len(s) {
		switch s[i] {
		case ' ':
			n++
		case '\t':
			n += 4 - n%4
		default:
			return n
		}
	}
	return n
}
