package theme

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"github.com/dateline-ssg/dateline/internal/source"
)

// Fallback is the language whose words are used where another has none.
const Fallback = "en"

// Words are the words that a site shows in one language. A word is found by
// a dotted key ("month.1"), and holds {places} to be filled. A word that
// depends on a number is a table of the plural forms of its language.
type Words struct {
	Language string
	text     map[string]string
	tag      language.Tag
}

// forms are CLDR's plural categories, as a strings file writes them.
var forms = map[plural.Form]string{
	plural.Zero: "zero", plural.One: "one", plural.Two: "two",
	plural.Few: "few", plural.Many: "many", plural.Other: "other",
}

// Words are the words for a language code: those of strings/CODE.toml in all
// layers, the highest winning word by word, then those of the code without
// its region, then English. Its error is a *source.Failure.
func (s *Set) Words(code string) (*Words, error) {
	if code == "" {
		code = Fallback
	}
	w := &Words{Language: code, text: map[string]string{}}
	w.tag, _ = language.Parse(code)
	chain := []string{Fallback}
	if base, _, ok := strings.Cut(code, "-"); ok && base != Fallback {
		chain = append(chain, base)
	}
	if code != Fallback {
		chain = append(chain, code)
	}
	var bad source.Failure
	for _, c := range chain {
		for _, l := range slices.Backward(s.layers) {
			name := "strings/" + c + ".toml"
			b, ok := l.Files[name]
			if !ok {
				continue
			}
			f := source.File{Path: l.Name + "/" + name, Bytes: b}
			if err := w.read(f); err != nil {
				bad.Diagnostics = append(bad.Diagnostics, tomlProblem(f, err))
			}
		}
	}
	if len(bad.Diagnostics) > 0 {
		return nil, &bad
	}
	return w, nil
}

func (w *Words) read(f source.File) error {
	var tree map[string]any
	if err := toml.Unmarshal(f.Bytes, &tree); err != nil {
		return err
	}
	return w.flatten("", tree)
}

func (w *Words) flatten(prefix string, tree map[string]any) error {
	for _, key := range slices.Sorted(maps.Keys(tree)) {
		switch v := tree[key].(type) {
		case string:
			w.text[prefix+key] = v
		case map[string]any:
			if err := w.flatten(prefix+key+".", v); err != nil {
				return err
			}
		default:
			return fmt.Errorf("%s%s is neither a text nor a table", prefix, key)
		}
	}
	return nil
}

// tomlProblem is what a TOML file has wrong, at its place.
func tomlProblem(f source.File, err error) source.Diagnostic {
	return f.BadTOML(err, "write it as TOML: key = \"text\"")
}

// Has reports whether there is a word for key.
func (w *Words) Has(key string) bool {
	_, ok := w.text[key]
	return ok
}

// Say is the word for key, its {places} filled from pairs of name and value.
func (w *Words) Say(key string, pairs ...any) (string, error) {
	text, ok := w.text[key]
	if !ok {
		return "", fmt.Errorf("no words for %q; add it to strings/%s.toml", key, Fallback)
	}
	return fill(text, pairs), nil
}

// Count is the word for key in the plural form that n takes; {n} is the
// number.
func (w *Words) Count(key string, n int, pairs ...any) (string, error) {
	form := plural.Cardinal.MatchPlural(w.tag, n, 0, 0, 0, 0)
	text, ok := w.text[key+"."+forms[form]]
	if !ok {
		text, ok = w.text[key+".other"]
	}
	if !ok {
		return "", fmt.Errorf("no words for %q; add %s.other to strings/%s.toml", key, key, Fallback)
	}
	return fill(text, append([]any{"n", n}, pairs...)), nil
}

// Or is the word for key, or other where there is none: for the names of
// types and relations, which a site may add.
func (w *Words) Or(key, other string) string {
	if text, ok := w.text[key]; ok {
		return text
	}
	return other
}

// Below are the words of tables at the top of a strings file, by their whole
// keys.
func (w *Words) Below(tables ...string) map[string]string {
	out := map[string]string{}
	for key, text := range w.text {
		if first, _, _ := strings.Cut(key, "."); slices.Contains(tables, first) {
			out[key] = text
		}
	}
	return out
}

// fill fills the {places} of a text. A place without a value stays as it is.
func fill(text string, pairs []any) string {
	if len(pairs) == 0 || strings.IndexByte(text, '{') < 0 {
		return text
	}
	var b strings.Builder
	for {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			break
		}
		end := strings.IndexByte(text[open:], '}')
		if end < 0 {
			break
		}
		b.WriteString(text[:open])
		place := text[open : open+end+1]
		b.WriteString(valueOf(place, pairs))
		text = text[open+end+1:]
	}
	b.WriteString(text)
	return b.String()
}

func valueOf(place string, pairs []any) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] != place[1:len(place)-1] {
			continue
		}
		switch v := pairs[i+1].(type) {
		case string:
			return v
		case int:
			return strconv.Itoa(v)
		}
		return fmt.Sprint(pairs[i+1])
	}
	return place
}
