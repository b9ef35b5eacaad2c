package article

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/source"
)

// maxPlain is how many keys front matter has at most that is read as plain.
const maxPlain = 50

// plainYAML reads a block of YAML that has nothing but lines of a key and a
// short text, as most front matter does; false for any other, which is the
// parser's. What it reads, it reads as the parser does, but the whole has no
// place of its own.
func plainYAML(block string) (value, bool) {
	v := value{kind: table}
	at := 0
	for line := range strings.Lines(block) {
		key, text, ok := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		if !ok || len(v.pairs) == maxPlain || !isPlainKey(key) || v.get(key).kind != null {
			return value{}, false
		}
		says, ok := plainScalar(text)
		if !ok {
			return value{}, false
		}
		from := at + len(key) + len(": ")
		v.pairs = append(v.pairs, pair{
			key, source.Span{Start: at, End: at + len(key)},
			value{kind: scalar, text: says, Span: source.Span{Start: from, End: from + len(text)}},
		})
		at += len(line)
	}
	return v, len(v.pairs) > 0
}

// isPlainKey reports whether a key is of letters, digits, underscores and
// hyphens, as a name is.
func isPlainKey(s string) bool {
	for i := range len(s) {
		if c := s[i]; !alphanumeric(c) && c != '_' && c != '-' || i == 0 && (c < 'A' || c == '_') {
			return false
		}
	}
	return s != ""
}

// plainScalar is what a scalar says that is one word or several, with a blank
// between them and no mark that means something to YAML, or that stands in
// quotation marks and has no escape.
func plainScalar(s string) (string, bool) {
	if len(s) < 2 {
		return "", false
	}
	if q := s[0]; q == '"' || q == '\'' {
		in := s[1 : len(s)-1]
		return in, s[len(s)-1] == q && strings.Trim(in, " ") == in && in != "" && !strings.ContainsFunc(in, func(r rune) bool {
			return r < ' ' || r > '~' || r == rune(q) || r == '\\'
		})
	}
	for i := range len(s) {
		if c := s[i]; !alphanumeric(c) && (i == 0 || i == len(s)-1 && c == ' ' || c == ' ' && s[i-1] == ' ' || !strings.Contains(" .,_/()-", s[i:i+1])) {
			return "", false
		}
	}
	return s, !strings.EqualFold(s, "null")
}

func alphanumeric(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}
