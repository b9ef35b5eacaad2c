package article

import (
	"bytes"
	"strings"
	"sync"

	"github.com/dateline-ssg/dateline/internal/source"
)

// mailWords is any/mail.txt: the kinds of the lines at the head of a message,
// by their names in small letters.
var mailWords = sync.OnceValue(func() map[string]string {
	b, err := rules.ReadFile("any/mail.txt")
	if err != nil {
		panic(err)
	}
	kinds := map[string]string{}
	for line := range strings.Lines(string(b)) {
		kind, names, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, name := range strings.Fields(names) {
			kinds[name] = kind
		}
	}
	return kinds
})

// mailHead is the fewest lines that are a message's head.
const mailHead = 3

// mail reads the head of a message that was kept as plain text (RFC 5322: names
// and values up to the first empty line, where a line that begins with a blank
// goes on with the one before): who sent it, when, on what. It reports whether
// there is one; the body then begins below it.
func (r *reader) mail() (v value, found bool) {
	v.kind = table
	count, at := 0, r.start
	last := -1 // the pair of the line before, where it is kept
	for at < len(r.Bytes) {
		end := nextLine(r.Bytes, at)
		line := bytes.TrimRight(r.Bytes[at:end], " \t\r\n")
		if len(line) == 0 {
			break
		}
		if (line[0] == ' ' || line[0] == '\t') && count > 0 {
			if last >= 0 {
				v.pairs[last].what.text += " " + strings.TrimSpace(string(line))
			}
			at = end
			continue
		}
		name, said, ok := strings.Cut(string(line), ":")
		kind := mailWords()[strings.ToLower(strings.Trim(name, "* "))]
		if !ok || kind == "" {
			return value{}, false
		}
		if last = -1; v.get(kind).text == "" {
			last = len(v.pairs)
			whole := source.Span{Start: at, End: at + len(line)}
			v.pairs = append(v.pairs, pair{kind, whole, value{kind: scalar, text: strings.Trim(said, "* \t"), Span: whole}})
		}
		count, at = count+1, end
	}
	if count < mailHead || v.get("date").text == "" || v.get("title").text == "" && v.get("source").text == "" {
		return value{}, false
	}
	r.start = at
	return v, true
}

// mailed is the head of a message as front matter: the sender's name without
// the address, and the date where it is one.
func (v value) mailed() value {
	out := value{kind: table}
	for _, p := range v.pairs {
		switch p.key {
		case "head":
			continue
		case "source":
			name, _, _ := strings.Cut(p.what.text, "<")
			p.what.text = strings.Trim(strings.TrimSpace(name), `"'`)
		case "date":
			if _, problem := stamp(p.what.text); problem != "" {
				continue
			}
		}
		if p.what.text != "" {
			out.pairs = append(out.pairs, p)
		}
	}
	return out
}
