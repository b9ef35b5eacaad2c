package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/source"
)

// Words splits s, which starts at byte offset at of its file, into words.
func Words(s string, at int, lang Language) []Word {
	return words(make([]Word, 0, Expected(len(s))), s, identity(at), lang)
}

// Expected is about how many words a text of so many bytes has.
func Expected(bytes int) int { return bytes/5 + 4 }

// places turns an offset in the text as read into the span of file bytes.
type places interface {
	span(start, end int) source.Span
}

// identity is the places of text that stands in the file as it is read.
type identity int

func (at identity) span(start, end int) source.Span {
	return source.Span{Start: int(at) + start, End: int(at) + end}
}

// words appends the words of s to dst.
func words(dst []Word, s string, at places, lang Language) []Word {
	space, known := false, learnt.Load()
	for i := 0; i < len(s); {
		if s[i] == ' ' {
			space = true
			i++
			continue
		}
		n, kind := next(s, i, lang)
		if n == 0 { // white space, or a character with no width
			_, n = utf8.DecodeRuneInString(s[i:])
			space = space || isSpace(s[i:])
			i += n
			continue
		}
		text := s[i : i+n]
		if k := clitic(text); kind == Letters && k > 0 {
			dst = append(dst, Word{text[:k], at.span(i, i+k), Letters, space, known.entry(text[:k])})
			dst = append(dst, Word{text[k:], at.span(i+k, i+n), Letters, false, known.entry(text[k:])})
		} else {
			dst = append(dst, Word{text, at.span(i, i+n), kind, space, known.entry(text)})
		}
		i += n
		space = false
	}
	return dst
}

// next is the length and kind of the word at s[i:]; 0 for what is no word.
func next(s string, i int, lang Language) (int, Kind) {
	if c := s[i]; 'a' <= c && c <= 'z' && c != 'h' && c != 'w' || 'A' <= c && c <= 'Z' {
		return letters(s, i, lang), Letters // most words, and no address
	}
	r, size := utf8.DecodeRuneInString(s[i:])
	switch {
	case isLetter(r):
		if n := address(s[i:]); n > 0 {
			return n, Letters
		}
		return letters(s, i, lang), Letters
	case isDigit(r):
		return number(s[i:]), Number
	case unicode.IsSpace(r) || unicode.In(r, unicode.Cf, unicode.Cc):
		return 0, 0
	}
	switch r {
	case '„', '‟', '‹', '‘', '「', '『', '《', '〈':
		return size, Open
	case '›', '」', '』', '》', '〉':
		return size, Close
	case '“', '«':
		if closesHere(s, i, size) {
			return size, Close // „German“, »Danish«
		}
		return size, Open
	case '”', '»':
		if opens(s, i, size) && !closesHere(s, i, size) {
			return size, Open // ”Swedish”
		}
		return size, Close
	case '"':
		if opens(s, i, size) {
			return size, Open
		}
		return size, Close
	case '\'', '’':
		// An apostrophe between letters never comes here. Single marks are
		// quotation marks only by their neighbours; else apostrophes.
		if n := parted(s, i, size); n > 0 {
			return n, Letters
		}
		return size, Punct
	}
	n := size
	for i+n < len(s) { // a run of the same mark
		q, k := utf8.DecodeRuneInString(s[i+n:])
		if q != r || r == '(' || r == ')' || r == '[' || r == ']' {
			break
		}
		n += k
	}
	return n, Punct
}

// opens tells whether the straight quotation mark at s[i] opens a quotation:
// it stands after a space or an opening bracket or dash, and not before one.
func opens(s string, i, size int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, n := utf8.DecodeRuneInString(s[i+size:])
	if n == 0 || unicode.IsSpace(after) {
		return false
	}
	return i == 0 || unicode.IsSpace(before) || strings.ContainsRune("([{—–-/:", before)
}

// closesHere tells whether the mark at s[i] stands directly after a word and
// not before one.
func closesHere(s string, i, size int) bool {
	before, n := utf8.DecodeLastRuneInString(s[:i])
	after, m := utf8.DecodeRuneInString(s[i+size:])
	if n == 0 || unicode.IsSpace(before) || strings.ContainsRune("([{—–-/:«“", before) {
		return false
	}
	return m == 0 || unicode.IsSpace(after) || unicode.IsPunct(after)
}

// letters is the length of the word of letters at s[i:].
func letters(s string, i int, lang Language) int {
	j := i
	for j < len(s) {
		if ascii(s[j]) {
			j++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[j:])
		if isLetter(r) || isDigit(r) || unicode.Is(unicode.Mn, r) || r == '_' {
			j += n
			continue
		}
		if r == '\'' || r == '’' || r == '\u00ad' || r == '·' {
			if q, _ := utf8.DecodeRuneInString(s[j+n:]); isLetter(q) {
				j += n
				continue
			}
		}
		break
	}
	if j < len(s) && s[j] == '.' {
		if k := initials(s, i, j); k > 0 {
			return k - i
		}
		switch lang.abbreviations[s[i:j]] {
		case 0:
		case beforeNumber:
			if k := j + 1; k < len(s) && (isDigit(rune(s[k])) || s[k] == ' ' && k+1 < len(s) && isDigit(rune(s[k+1]))) {
				return j + 1 - i
			}
		default:
			return j + 1 - i
		}
	}
	return j - i
}

// initials is the end of an abbreviation of single letters with full stops
// (U.S., e.g., J.), which starts at s[i] and has its first full stop at s[j];
// 0 if there is none. A single letter counts when it is a capital.
func initials(s string, i, j int) int {
	if utf8.RuneCountInString(s[i:j]) != 1 {
		return 0
	}
	end, count := j+1, 1
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if !isLetter(r) || end+n >= len(s) || s[end+n] != '.' {
			break
		}
		end += n + 1
		count++
	}
	if r, _ := utf8.DecodeRuneInString(s[i:]); count == 1 && !unicode.IsUpper(r) {
		return 0
	}
	if r, _ := utf8.DecodeRuneInString(s[end:]); isLetter(r) && count > 1 {
		return 0
	}
	return end
}

// number is the length of the word at s, which begins with a digit: digits
// with single inner commas and full stops, then any letters glued to them.
func number(s string) int {
	j := 0
	for j < len(s) {
		r, n := utf8.DecodeRuneInString(s[j:])
		if isDigit(r) {
			j += n
			continue
		}
		if (r == ',' || r == '.') && j+1 < len(s) && isDigit(rune(s[j+1])) {
			j++
			continue
		}
		break
	}
	for j < len(s) {
		r, n := utf8.DecodeRuneInString(s[j:])
		if !isLetter(r) && !isDigit(r) {
			break
		}
		j += n
	}
	// "p.m." and "a.m." glued to their number keep their full stops.
	if strings.HasPrefix(s[j:], ".m.") {
		j += 3
	}
	return j
}

// address is the length of a web address at s, or 0.
func address(s string) int {
	if !strings.HasPrefix(s, "http://") && !strings.HasPrefix(s, "https://") && !strings.HasPrefix(s, "www.") {
		return 0
	}
	n := strings.IndexFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(`<>"“”()[]`, r)
	})
	if n < 0 {
		n = len(s)
	}
	return len(strings.TrimRight(s[:n], ".,;:!?'’"))
}

// clitic is where a possessive 's (or a short form of is and has) begins in
// a word, or 0.
func clitic(w string) int {
	if w[len(w)-1]|0x20 != 's' {
		return 0
	}
	for _, suffix := range [...]string{"'s", "’s", "'S", "’S"} {
		if len(w) > len(suffix) && strings.HasSuffix(w, suffix) {
			return len(w) - len(suffix)
		}
	}
	return 0
}

// parted is the length of a possessive 's at s[i] that stands apart from its
// word, as tokenised text writes it (the minister 's plane); 0 if there is
// none.
func parted(s string, i, size int) int {
	end := i + size + 1
	if i < 2 || s[i-1] != ' ' || end > len(s) || s[end-1]|0x20 != 's' {
		return 0
	}
	if end < len(s) {
		if r, _ := utf8.DecodeRuneInString(s[end:]); isLetter(r) || isDigit(r) || r == '\'' || r == '’' {
			return 0
		}
	}
	if r, _ := utf8.DecodeLastRuneInString(s[:i-1]); !isLetter(r) && !isDigit(r) && r != '.' {
		return 0
	}
	return end - i
}

// ascii reports whether c is a letter, a digit or an underscore.
func ascii(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_'
}

func isLetter(r rune) bool { return r != utf8.RuneError && unicode.IsLetter(r) }
func isDigit(r rune) bool  { return '0' <= r && r <= '9' }

func isSpace(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}
