package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words splits s, which starts at byte offset at of its file, into words.
func Words(s string, at int, lang Language) []Word {
	return words(make([]Word, 0, Expected(len(s))), s, &places{at: at}, lang)
}

// Expected is about how many words a text of so many bytes has.
func Expected(bytes int) int { return bytes/5 + 4 }

// words appends the words of s to dst.
func words(dst []Word, s string, at *places, lang Language) []Word {
	space, known := false, learnt.Load()
	for i := 0; i < len(s); {
		if s[i] == ' ' {
			space = true
			i++
			continue
		}
		if n, key := plain(s, i); n > 0 {
			dst = append(dst, Word{s[i : i+n], at.span(i, i+n), Letters, space, known.entryOf(key, s[i:i+n])})
			i += n
			space = false
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
	c := s[i]
	switch {
	case c >= utf8.RuneSelf:
		return nextBeyond(s, i, lang)
	case letter(c):
		if c == 'h' || c == 'w' {
			if n := address(s[i:]); n > 0 {
				return n, Letters
			}
		}
		return letters(s, i, lang), Letters
	case digit(c):
		return number(s[i:]), Number
	case c <= ' ' || c == 0x7f:
		return 0, 0
	}
	n := 1
	switch c {
	case '"':
		if opens(s, i, n) {
			return n, Open
		}
		return n, Close
	case '\'':
		return apostrophe(s, i, n)
	case '(', ')', '[', ']':
		return n, Punct
	}
	for i+n < len(s) && s[i+n] == c { // a run of the same mark
		n++
	}
	return n, Punct
}

// nextBeyond is next where the word begins with a letter or mark beyond ASCII.
func nextBeyond(s string, i int, lang Language) (int, Kind) {
	r, size := utf8.DecodeRuneInString(s[i:])
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
	case '’':
		return apostrophe(s, i, size)
	}
	if isLetter(r) {
		return letters(s, i, lang), Letters
	}
	if unicode.IsSpace(r) || unicode.In(r, unicode.Cf, unicode.Cc) {
		return 0, 0
	}
	n := size
	for i+n < len(s) { // a run of the same mark
		q, k := utf8.DecodeRuneInString(s[i+n:])
		if q != r {
			break
		}
		n += k
	}
	return n, Punct
}

// apostrophe is the length and kind of the word that begins with an apostrophe.
// One between letters never comes here. Single marks are quotation marks only
// by their neighbours; else apostrophes.
func apostrophe(s string, i, size int) (int, Kind) {
	if n := parted(s, i, size); n > 0 {
		return n, Letters
	}
	return size, Punct
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
	for {
		for j < len(s) && inWord[s[j]] {
			j++
		}
		if j == len(s) || s[j] < utf8.RuneSelf && s[j] != '\'' {
			break
		}
		r, n := utf8.DecodeRuneInString(s[j:])
		if isLetter(r) || unicode.Is(unicode.Mn, r) {
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
	n := len(w) - 1
	if w[n]|0x20 != 's' {
		return 0
	}
	for _, mark := range [...]string{"'", "’"} {
		if n > len(mark) && strings.HasSuffix(w[:n], mark) {
			return n - len(mark)
		}
	}
	return 0
}

// parted is the length of a possessive 's at s[i] that stands apart from its
// word, as tokenised text writes it (the minister 's plane), or behind a number
// (1998's harvest); 0 if there is none.
func parted(s string, i, size int) int {
	end := i + size + 1
	if i < 2 || s[i-1] != ' ' && !digit(s[i-1]) || end > len(s) || s[end-1]|0x20 != 's' {
		return 0
	}
	if end < len(s) {
		if r, _ := utf8.DecodeRuneInString(s[end:]); isLetter(r) || isDigit(r) || r == '\'' || r == '’' {
			return 0
		}
	}
	if r, _ := utf8.DecodeLastRuneInString(s[:i-1]); s[i-1] == ' ' && !isLetter(r) && !isDigit(r) && r != '.' {
		return 0
	}
	return end - i
}

// inWord are the bytes of ASCII that a word of letters goes on with: letters,
// digits, the underscore.
var inWord = func() (t [256]bool) {
	for c := range byte(utf8.RuneSelf) {
		t[c] = letter(c) || digit(c) || c == '_'
	}
	return t
}()

func letter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func digit(c byte) bool  { return '0' <= c && c <= '9' }

func isLetter(r rune) bool { return r != utf8.RuneError && unicode.IsLetter(r) }
func isDigit(r rune) bool  { return '0' <= r && r <= '9' }

func isSpace(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}
