package sentence

import (
	"cmp"
	"fmt"
	"strings"
	"sync"
)

// ByLanguage keeps what is made of the files of each language, made once, when it is first
// asked for, however many ask at a time. The files are embedded, so an error of Make is our
// own mistake. Where a language has none, Make gives the zero T.
type ByLanguage[T any] struct {
	Else string // the language where none is said
	Make func(code string) (T, error)
	made sync.Map // code → func() T
}

// Of is what was made for the language with the given code: "en" for "en", "EN-gb".
func (b *ByLanguage[T]) Of(code string) T {
	code = cmp.Or(base(code), b.Else)
	made, ok := b.made.Load(code)
	if !ok {
		made, _ = b.made.LoadOrStore(code, sync.OnceValue(func() T {
			t, err := b.Make(code)
			if err != nil {
				panic(fmt.Sprintf("%s: %v", code, err))
			}
			return t
		}))
	}
	return made.(func() T)()
}

// base is the language of a code, without country or script, in lower case.
func base(code string) string {
	code, _, _ = strings.Cut(strings.ToLower(code), "-")
	return code
}
