package sentence

import "slices"

// telling is how many bytes of words tell whether a text may be of a language; oneIn is how
// few of its words, at least, are among the most frequent. In prose it is one in three, in
// lists of names and numbers one in ten.
const (
	telling = 150
	oneIn   = 20
	most    = 400 // words are looked at
)

// Familiar reports whether a text, given in pieces, may be of the language with the given
// code by its most frequent words, or of any that is known where the code is "". What is too
// short tells nothing, and neither does a language whose words are not known: then it may.
func Familiar(texts []*Text, code string) bool {
	d := detectable()
	of := ^uint32(0)
	if code := base(code); code != "" {
		at := slices.IndexFunc(d.languages, func(f frequent) bool { return f.code == code })
		if at < 0 {
			return true
		}
		of = 1 << at
	}
	bytes, words, known, last := 0, 0, 0, Entry(len(d.in)-1)
	for _, t := range texts {
		if words > most {
			break
		}
		for i := range t.Words {
			w := &t.Words[i]
			if w.Kind != Letters {
				continue
			}
			bytes, words = bytes+len(w.Text), words+1
			if e := w.Among(last); e > 0 && e <= last && d.in[e]&of != 0 {
				known++
			}
		}
	}
	return bytes < telling || known*oneIn >= words
}
