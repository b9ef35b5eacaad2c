package article

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// dateWords are the words of dates of a language: kind and value by word, with
// or without its full stop.
type dateWords = *phrase.Dict[[]dateWord]

// dateWord is what a word of dates stands for. A proper one is none without its
// capital: march on.
type dateWord struct {
	kind, value string
	proper      bool
}

// datesIn are the words of dates of every language that has a file of them.
var datesIn = sync.OnceValue(func() map[string]dateWords {
	files, err := fs.Glob(rules, "*/dates.txt")
	if err != nil {
		panic(err)
	}
	all := map[string]dateWords{}
	for _, file := range files {
		all[path.Dir(file)] = readWords(file)
	}
	return all
})

// dateLanguages are the languages of datesIn, in order.
var dateLanguages = sync.OnceValue(func() []string { return slices.Sorted(maps.Keys(datesIn())) })

// dateWordsOf are those of a language, or English ones.
func dateWordsOf(language string) dateWords {
	if w := datesIn()[language]; w != nil {
		return w
	}
	return datesIn()[fallback]
}

// readWords reads lines of the form "kind value: word word …".
func readWords(file string) dateWords {
	w := map[string][]dateWord{}
	b, err := rules.ReadFile(file)
	if err != nil {
		panic(err)
	}
	for line := range strings.Lines(string(b)) {
		head, list, ok := strings.Cut(line, ":")
		kind, val, both := strings.Cut(head, " ")
		if !ok || !both || strings.HasPrefix(line, "#") {
			continue
		}
		for _, word := range strings.Fields(list) {
			key, proper := sentence.Fold(strings.TrimSuffix(word, ".")), sentence.Capital(word)
			for _, key := range []string{key, key + "."} {
				w[key] = append(w[key], dateWord{kind, val, proper})
			}
		}
	}
	return phrase.NewDict(w)
}
