package site_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"github.com/dateline-ssg/dateline/internal/site"
)

// wordsOf are the words of a strings file by key, plural forms under "other".
func wordsOf(t *testing.T, code string) map[string]string {
	f, ok := builtin(t).Find("strings/" + code + ".toml")
	if !ok {
		t.Fatal("no strings in " + code)
	}
	var tree map[string]any
	if err := toml.Unmarshal(f.Bytes, &tree); err != nil {
		t.Fatal(code, err)
	}
	out := map[string]string{}
	var walk func(prefix string, tree map[string]any)
	walk = func(prefix string, tree map[string]any) {
		for k, v := range tree {
			if text, ok := v.(string); ok {
				out[prefix+k] = text
			} else {
				walk(prefix+k+".", v.(map[string]any))
			}
		}
	}
	walk("", tree)
	return out
}

// TestLanguages: a language says everything that English says, with no place
// that English does not fill.
func TestLanguages(t *testing.T) {
	form := regexp.MustCompile(`\.(one|two|few|many)$`)
	place := regexp.MustCompile(`\{[a-z]+\}`)
	english := wordsOf(t, "en")
	for _, code := range []string{"ru", "zh", "ar"} {
		words := wordsOf(t, code)
		for _, key := range slices.Sorted(maps.Keys(english)) {
			if !form.MatchString(key) && strings.TrimSpace(words[key]) == "" {
				t.Errorf("%s says nothing for %s", code, key)
			}
		}
		for key, text := range words {
			like := english[form.ReplaceAllString(key, ".other")]
			if like == "" && !strings.HasPrefix(key, "month-of.") {
				t.Errorf("%s has %s, which English lacks", code, key)
			}
			for _, p := range place.FindAllString(text, -1) {
				if !strings.Contains(like, p) && !strings.HasPrefix(key, "date.") && !strings.HasPrefix(key, "range.") {
					t.Errorf("%s: %s has %s, which English does not fill", code, key, p)
				}
			}
		}
	}
}

// TestDatesByLanguage: dates stand in the order and the forms of a language.
func TestDatesByLanguage(t *testing.T) {
	for _, c := range []struct{ code, value, mod, want string }{
		{"ru", "2025-02-12", "", "12 февраля 2025"},
		{"ru", "2025-02", "", "февраль 2025"},
		{"ru", "2025-02-12/2025-02-14", "", "12–14 февраля 2025"},
		{"ru", "2025-09", "START", "сентябрь 2025, начало"},
		{"zh", "2025-02-12", "", "2025年2月12日"},
		{"zh", "2025-02", "", "2025年2月"},
		{"zh", "2025-02-12/2025-02-14", "", "2025年2月12日至14日"},
		{"zh", "2025-02-27/2025-03-02", "", "2025年2月27日至2025年3月2日"},
		{"zh", "2025-Q3", "", "2025年第三季度"},
		{"ar", "2025-02-12", "", "12 فبراير 2025"},
		{"ar", "2025-H1", "", "النصف الأول من 2025"},
	} {
		w, err := builtin(t).Words(c.code)
		if err != nil {
			t.Fatal(err)
		}
		if got := site.DateTexts(w)(c.value, c.mod); got != c.want {
			t.Errorf("%s: %s %s is %q, want %q", c.code, c.value, c.mod, got, c.want)
		}
	}
}

// TestDirection: a page in Arabic runs from the right, and a quotation in
// another language says which, and from where it runs.
func TestDirection(t *testing.T) {
	c := config()
	c.Language = "ar"
	in := sample(t, 20, c)
	in.Articles[0].Language = "en"
	for i := 1; i < len(in.Articles); i++ {
		in.Articles[i].Language = "ar"
	}
	pages := drawn(t, in)
	home := string(pages["index.html"])
	for _, want := range []string{`<html lang="ar" dir="rtl">`, `<blockquote lang="en" dir="ltr">`, "20 حدثًا"} {
		if !strings.Contains(home, want) {
			t.Errorf("the front page has no %s", want)
		}
	}
	for name, b := range pages {
		if strings.HasSuffix(name, ".html") && !strings.Contains(string(b), `dir="rtl"`) {
			t.Errorf("%s does not run from the right", name)
		}
	}
}
