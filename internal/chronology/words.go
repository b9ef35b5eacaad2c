package chronology

import (
	"embed"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"sync"
)

//go:embed */words.txt
var wordFiles embed.FS

// section is one list of words of all languages, each with its figure or 0.
type section map[string]int

// lexicon is the word lists by section.
type lexicon map[string]section

func (s section) has(word string) bool { _, ok := s[word]; return ok }

// words are the lists beside this package, all languages together: a mention
// does not say which language it is in, and no word of one list stands for a
// different thing in another language's.
var words = sync.OnceValue(func() lexicon {
	lex := lexicon{}
	folders, err := fs.ReadDir(wordFiles, ".")
	if err != nil {
		panic(err)
	}
	for _, f := range folders {
		b, err := wordFiles.ReadFile(path.Join(f.Name(), "words.txt"))
		if err != nil {
			panic(err)
		}
		lex.read(string(b))
	}
	return lex
})

// read adds the sections of one file: "[name]" begins one, "#" a comment, all
// else is words, "word=figure" where a word has a figure.
func (lex lexicon) read(text string) {
	var s section
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(strings.TrimSpace(line), "#")
		if name, ok := strings.CutPrefix(line, "["); ok {
			name = strings.TrimSuffix(strings.TrimSpace(name), "]")
			if lex[name] == nil {
				lex[name] = section{}
			}
			s = lex[name]
			continue
		}
		for _, word := range strings.Fields(line) {
			word, figure, _ := strings.Cut(word, "=")
			n, _ := strconv.Atoi(figure)
			s[word] = n
		}
	}
}
