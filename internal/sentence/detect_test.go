package sentence

import (
	"strings"
	"testing"
)

func TestDetect(t *testing.T) {
	const (
		en  = "The two sides met in Geneva on Friday, and the talks will go on."
		ru  = "Стороны встретились в Женеве в пятницу, и переговоры будут продолжены."
		uk  = "Сторони зустрілися в Женеві у п’ятницю, і переговори триватимуть."
		bg  = "Страните се срещнаха в Женева в петък и преговорите ще продължат, а министърът на външните работи заяви, че няма да отстъпи от исканията си. "
		de  = "Die Gespräche in Genf über den Frieden würden fortgeführt, so die Minister."
		mix = "Компания Microsoft и фонд BlackRock договорились о сделке с OpenAI."
	)
	for _, c := range []struct{ text, expected, want string }{
		{en, "", "en"}, {ru, "", "ru"}, {mix, "", "ru"}, {en, "en-GB", "en-GB"}, {ru, "ru", "ru"},
		{ru, "en", "ru"},           // what has no letter of a language is not in it
		{en, "ru", "en"},           // likewise
		{uk, "", ""}, {de, "", ""}, // nobody's
		{strings.Repeat(bg, 5), "", ""},         // no ы in all this
		{"Весной фронт остановился.", "", "ru"}, // by its letters alone
		{"Весной фронт остановился.", "en", "ru"}, {"Frieden jetzt", "", ""},
		{ru, "fr", "fr"}, // of which nothing is known
		{"", "", ""}, {"", "en", "en"}, {"2025-09-03", "ru", "ru"}, {strings.Repeat("ы", 5000), "", "ru"}, {"\xff\xfe", "", ""},
	} {
		if got := Detect(c.text, c.expected); got != c.want {
			t.Errorf("%.40q, expected %q: got %q, want %q", c.text, c.expected, got, c.want)
		}
	}
}
