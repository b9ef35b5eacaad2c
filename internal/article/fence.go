package article

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/dateline-ssg/dateline/internal/source"
)

// matter is a block of front matter: its format, its text without the
// delimiters, and the whole of it with them.
type matter struct {
	format string // "yaml", "toml", "json"
	block  source.Span
	whole  source.Span
}

// delimiters are the lines that open front matter, and what closes it.
var delimiters = map[string]struct {
	format string
	ends   []string
}{
	"---":     {"yaml", []string{"---", "..."}},
	"---yaml": {"yaml", []string{"---", "..."}},
	"---toml": {"toml", []string{"---"}},
	"---json": {"json", []string{"---"}},
	"+++":     {"toml", []string{"+++"}},
	";;;":     {"json", []string{";;;"}},
	"{":       {"json", []string{"}"}},
}

// fence finds the front matter that begins at the first line from on that is
// not empty. found is false where there is none; a block that is opened and
// not closed is found with an empty whole.
//
// A line of three hyphens is also Markdown's thematic break. What it opens is
// front matter only if it looks like keys and values.
func (r *reader) fence(from int) (m matter, found bool) {
	start, line := r.firstLine(from)
	d, ok := delimiters[strings.TrimRight(line, " \t\r")]
	if !ok {
		return matter{}, false
	}
	m.format = d.format
	inner := nextLine(r.Bytes, start)
	m.block = source.Span{Start: inner, End: len(r.Bytes)}
	if line[0] == '{' {
		m.block.Start = start
	}
	closed := false
	for i := inner; i < len(r.Bytes) && !closed; {
		end := nextLine(r.Bytes, i)
		text := string(bytes.TrimRight(r.Bytes[i:end], " \t\r\n"))
		for _, e := range d.ends {
			if text == e {
				closed = true
				m.block.End = i
				m.whole = source.Span{Start: start, End: end}
			}
		}
		i = end
	}
	inside := string(r.Bytes[inner:m.block.End])
	if closed && line[0] == '{' {
		m.block.End = m.whole.End
	}
	switch m.format {
	case "yaml":
		if line != "---yaml" && !keyed(inside, closed) {
			return matter{}, false
		}
	case "json":
		if line[0] == '{' && !strings.HasPrefix(strings.TrimSpace(inside), `"`) && !(closed && strings.TrimSpace(inside) == "") {
			return matter{}, false
		}
	}
	return m, true
}

// firstLine is the first line from on that holds anything, and where it
// begins.
func (r *reader) firstLine(from int) (int, string) {
	for i := from; i < len(r.Bytes); {
		end := nextLine(r.Bytes, i)
		if line := strings.TrimRight(string(r.Bytes[i:end]), " \t\r\n"); line != "" {
			return i, line
		}
		i = end
	}
	return len(r.Bytes), ""
}

// nextLine is where the line after the one at i begins.
func nextLine(b []byte, i int) int {
	if n := bytes.IndexByte(b[i:], '\n'); n >= 0 {
		return i + n + 1
	}
	return len(b)
}

var (
	keyLine = regexp.MustCompile(`^["']?([A-Za-z_][A-Za-z0-9_-]*)["']?[ \t]*:([ \t\r]|$)`)
	anyItem = regexp.MustCompile(`^([ \t#]|- |\}|\]|-$)`)
)

// keyed reports whether s looks like YAML keys and values, and not like prose
// below a thematic break. Of an unclosed block the lines before the first
// empty one are judged.
func keyed(s string, closed bool) bool {
	if closed && strings.TrimSpace(s) == "" {
		return true
	}
	known, keys, others, first := false, 0, 0, true
	for line := range strings.Lines(s) {
		line = strings.TrimRight(line, " \t\r\n")
		if line == "" {
			if !closed && !first {
				break
			}
			continue
		}
		m := keyLine.FindStringSubmatch(line)
		switch {
		case m != nil:
			keys++
			known = known || fieldNames[strings.ToLower(m[1])]
		case !anyItem.MatchString(line):
			others++
		}
		first = false
	}
	return known || closed && keys > 0 && others == 0
}
