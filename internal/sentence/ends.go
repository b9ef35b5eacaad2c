package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxSentence bounds the words of a sentence. What runs on for longer is a
// text without marks, and to read it as one sentence would cost the square of
// its length.
const maxSentence = 500

// sentences appends to out the sentences of words, which are cut after each mark that
// ends one, and where a sentence has gone on for too long.
func sentences(out []Extent, ws []Word, lang Language) []Extent {
	from := 0
	for i := 0; i < len(ws); i++ {
		tooLong := i-from+1 >= maxSentence && i+1 < len(ws) && ws[i+1].Space
		if !tooLong && (!marked(&ws[i]) || !ends(ws, from, i, lang)) && !restarts(ws, from, i, lang) && !headed(ws, from, i, lang) {
			continue
		}
		i = last(ws, i)
		out = append(out, Extent{from, i + 1})
		from = i + 1
	}
	if from < len(ws) {
		out = append(out, Extent{from, len(ws)})
	}
	return out
}

// caption is how many words what has run into a sentence has at least.
const caption = 3

// restarts reports whether another sentence begins behind word i without a mark: with a word
// that has a capital nowhere else, behind a plain word in small letters.
func restarts(ws []Word, from, i int, lang Language) bool {
	if i+1 >= len(ws) || i-from+1 < caption || ws[i+1].Text[0]-'A' >= 26 || ws[i].Kind != Letters || !ws[i+1].Space {
		return false
	}
	if next := ws[i+1].Text; ws[i].Text[0]-'a' >= 26 {
		return lang.begins[next] == articles && plainAt(ws, i+2)
	} else if b := lang.begins[next]; b != 0 && !lang.leads[ws[i].Text] && !lang.says[ws[i].Text] {
		return plainAt(ws, i+2) || b == articles && i+3 < len(ws) && allCapitals(ws[i+2].Text) && ws[i+2].Space
	} else {
		return lang.restarts[next]
	}
}

// plainAt reports whether word i is one in small letters.
func plainAt(ws []Word, i int) bool {
	return i < len(ws) && ws[i].Space && ws[i].Text[0]-'a' < 26
}

// last is the last word that belongs to the sentence that the mark at word i
// ends: closing marks and references such as [3].
func last(ws []Word, i int) int {
	for i+1 < len(ws) && !ws[i+1].Space {
		switch {
		case closes(ws[i+1]):
			i++
		case i+3 < len(ws) && ws[i+1].Text == "[" && ws[i+2].Kind == Number && ws[i+3].Text == "]":
			i += 3
		default:
			return i
		}
	}
	return i
}

// closes reports whether w may follow the end of a sentence and still belong
// to it.
func closes(w Word) bool {
	return w.Kind == Close || w.Text == ")" || w.Text == "]" || w.Text == "’" || w.Text == "'"
}

// lastBytes are the last bytes of the marks that may end a sentence.
var lastBytes = func() (t [256]bool) {
	for _, mark := range []string{".", "…", "!", "?", "。", "！", "？", "｡"} {
		t[mark[len(mark)-1]] = true
	}
	return t
}()

// marked reports whether a word has the last byte of such a mark, as few have.
func marked(w *Word) bool { return lastBytes[w.Text[len(w.Text)-1]] }

// ends reports whether word i, which may, ends the sentence that begins at word
// from.
func ends(ws []Word, from, i int, lang Language) bool {
	w := &ws[i]
	mark, _ := utf8.DecodeLastRuneInString(w.Text)
	switch mark {
	case '.', '…', '!', '?':
	case '。', '！', '？', '｡':
		return true
	default:
		return false
	}
	j := last(ws, i) + 1
	if j == len(ws) {
		return true
	}
	if !ws[j].Space && ws[j].Kind != Open {
		return glued(ws, i, j, lang)
	}
	begins := beginsSentence(ws, j)
	switch {
	case !begins:
		return false
	case mark == '!' || mark == '?':
		return j == i+1 || !attributed(ws, j, lang)
	case mark == '…' || w.Text == "..." || w.Text == "....":
		return i == from || ws[i-1].Text != "[" && ws[i-1].Text != "("
	case w.Kind == Punct:
		return !numbered(ws[from:i])
	case w.Kind == Number: // "p.m."
		return lang.Starter(ws[j].Text)
	}
	switch lang.abbreviations[strings.TrimSuffix(w.Text, ".")] {
	case endsNone, beforeNumber:
		return false
	case notBeforeNumber:
		if i == from && w.Text == "No." {
			return ws[j].Kind != Number // an answer
		}
		return ws[j].Kind != Number && lang.Starter(ws[j].Text)
	}
	if i > from && lang.letters[strings.TrimSuffix(w.Text, ".")] && lang.leads[ws[i-1].Text] {
		return true // wrote on X. Ana Ruiz replied
	}
	// Initials (U.S., J.) and abbreviations that may end a sentence.
	return ws[j].Kind == Open || lang.Starter(ws[j].Text)
}

// glued reports whether a sentence ends at word i although no space follows
// before word j: a slip of scraped text ("over.The next"), where the word
// before is a plain one and the next begins sentences.
func glued(ws []Word, i, j int, lang Language) bool {
	if i == 0 || j != i+1 || ws[i].Kind != Punct || ws[j].Kind != Letters || ws[i].Space {
		return false
	}
	before := ws[i-1]
	return before.Kind == Letters && len(before.Text) > 2 && strings.ToLower(before.Text) == before.Text && lang.Starter(ws[j].Text)
}

// numbered reports whether words are nothing but the number of an item: "3",
// "a".
func numbered(ws []Word) bool {
	return len(ws) == 1 && (ws[0].Kind == Number && len(ws[0].Text) <= 2 || utf8.RuneCountInString(ws[0].Text) == 1)
}

// attributed reports whether the words from j on are a speaker and a verb of
// saying: after “Why?” a name and "asked" go on with the sentence.
func attributed(ws []Word, j int, lang Language) bool {
	for k := j; k < len(ws) && k < j+6; k++ {
		if lang.says[ws[k].Text] {
			return k > j && (!lang.Starter(ws[j].Text) || k == j+1)
		}
		if ws[k].Kind != Letters {
			return false
		}
	}
	return false
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
	return strings.ContainsAny(w.Text, "([—–-@#$€£¥•‘'¿¡")
}
