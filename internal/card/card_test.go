package card

import (
	"bytes"
	"image/png"
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/shaping"
)

// TestDraw: a card has its size, is the same bytes twice, and has ink where
// its words are, and none in its margins.
func TestDraw(t *testing.T) {
	fonts := own(t, nil)
	for _, c := range []Card{
		{Title: "Short"},
		{Kicker: "Across the Strait", Title: "Ada Lind and Chen Wei meet in the old customs house", Foot: "12 February 2025 · Confirmed", Lanes: []int{1, 3}},
		{Title: strings.Repeat("a headline without an end ", 30), Foot: strings.Repeat("foot ", 90)},
		{Title: strings.Repeat("w", 300)},
		{Title: "The whole", Foot: "214 events", Bars: [][]int{{0, 1, 9}, {3, 0, 0}, {1, 1, 1}}},
		{Title: "Переговоры в Стамбуле"},
		{Kicker: "华盛顿、莫斯科与北京", Title: strings.Repeat("中俄两国元首在北京举行会谈并签署联合声明", 5), Foot: "2025年2月12日 · 已确认"},
		{Kicker: "واشنطن وموسكو", Title: "الرئيسان يتحدثان هاتفيا 90 دقيقة ويتفقان على بدء المحادثات", Foot: "12 فبراير 2025 · مؤكد", Dir: "rtl", Lanes: []int{2}},
	} {
		b, err := fonts.Draw(c)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := fonts.Draw(c)
		if !bytes.Equal(b, again) {
			t.Errorf("%.20q: two drawings differ", c.Title)
		}
		img, err := png.Decode(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		if img.Bounds().Dx() != Width || img.Bounds().Dy() != Height {
			t.Errorf("%.20q: %v", c.Title, img.Bounds())
		}
		inked := 0
		for y := 20; y < Height; y++ {
			for x := range Width {
				r, _, _, _ := img.At(x, y).RGBA()
				if r > 0x8000 {
					continue
				}
				inked++
				if x < margin-4 || x > Width-margin+4 {
					t.Fatalf("%.20q: ink in the margin at %d, %d", c.Title, x, y)
				}
			}
		}
		if inked < 300 {
			t.Errorf("%.20q: only %d dark pixels", c.Title, inked)
		}
		if len(b) > 120_000 {
			t.Errorf("%.20q: %d bytes", c.Title, len(b))
		}
	}
}

func own(t testing.TB, b []byte) *Fonts {
	t.Helper()
	f, err := NewFonts(b)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestLacks(t *testing.T) {
	fonts := own(t, nil)
	for text, want := range map[string]string{
		"Zürich – “Łódź” £5": "", "Путин": "", "习近平会见普京，签署“联合声明”": "", "محادثات في بكين، «مؤكد»": "", "پوتین گفت ٹھیک": "", "": "",
		"会談する 会談": "談", "\u05e9\u05dc\u05d5\u05dd": "\u05d5\u05dc\u05dd\u05e9", "a\u200fb\n": "",
	} {
		if got := string(fonts.Lacks(text)); got != want || fonts.Covers(text) != (want == "") {
			t.Errorf("%q lacks %q, want %q", text, got, want)
		}
	}
	if _, err := NewFonts([]byte("no font")); err == nil {
		t.Error("what is no font is taken for one")
	}
}

// TestOwnFont: a site's font is asked before those of the program that are not
// Latin, Greek or Cyrillic.
func TestOwnFont(t *testing.T) {
	c := Card{Title: "محادثات"}
	a, err := own(t, nil).Draw(c)
	if err != nil {
		t.Fatal(err)
	}
	b, err := own(t, chineseOTF).Draw(c) // it has no Arabic letter
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) {
		t.Error("a font without the letters changes them")
	}
	c.Title = "、“"
	a, _ = own(t, nil).Draw(c)
	b, _ = own(t, arabicTTF).Draw(c)
	if !bytes.Equal(a, b) {
		t.Error("the sign that the Go fonts have is taken from elsewhere")
	}
}

// TestLines: no line is wider than asked, no word is lost, and what is cut ends
// with an ellipsis.
func TestLines(t *testing.T) {
	s := style{own(t, nil).bold, 46, ink}
	for _, c := range []struct {
		text, dir   string
		width, rows int
		lines       int
		cut         bool
	}{
		{"Every word of a headline stands on some line and no line is wider than the card", "ltr", 400, 0, 5, false},
		{"Every word of a headline stands on some line and no line is wider than the card", "ltr", 400, 2, 2, true},
		{"两国部长在奥斯陆签署了这项条约双方都称之为多年来最好的一项协议", "ltr", 400, 0, 4, false}, // no blank to break at
		{"الوزراء يوقعون معاهدة لصيد سمك القد في أوسلو ويعودون", "rtl", 400, 0, 0, false},
		{"", "ltr", 400, 1, 0, false},
	} {
		p := newPen(nil, c.dir)
		lines, cut := p.lay(c.text, s, c.width, c.rows)
		if cut != c.cut || c.lines > 0 && len(lines) != c.lines {
			t.Errorf("%q: %d lines, cut %v", c.text, len(lines), cut)
		}
		said := 0
		for _, l := range lines {
			wide := 0
			for _, run := range l {
				wide += run.Advance.Ceil()
				if run.Runes.Count > 0 {
					said += run.Runes.Count
				}
			}
			if wide > c.width+len(l) {
				t.Errorf("%q: a line of %d", c.text, wide)
			}
		}
		if !c.cut && said != len([]rune(c.text)) {
			t.Errorf("%q: %d of %d letters", c.text, said, len([]rune(c.text)))
		}
	}
}

// TestBothWays: in a line that runs from right to left a name in Latin letters
// and a number run from left to right, at their place in the line; Arabic
// letters take the form that their neighbours ask for.
func TestBothWays(t *testing.T) {
	p := newPen(nil, "rtl")
	s := style{own(t, nil).bold, 46, ink}
	text := []rune("قال Iraq إن 25 دولة")
	lines, _ := p.lay(string(text), s, 2000, 1)
	runs := slices.Clone(lines[0])
	slices.SortFunc(runs, func(a, b shaping.Output) int { return int(a.VisualIndex - b.VisualIndex) })
	var seen []string
	for _, r := range runs {
		seen = append(seen, strings.TrimSpace(string(text[r.Runes.Offset:r.Runes.Offset+r.Runes.Count])))
	}
	if got := strings.Join(seen, "|"); got != "دولة|25|إن|Iraq|قال" {
		t.Errorf("from left to right stands %s", got)
	}
	alone, joined := p.shape([]rune("ب"), s)[0].Glyphs, p.shape([]rune("ببب"), s)[0].Glyphs
	if len(joined) < 3 || joined[1].GlyphID == alone[0].GlyphID || joined[0].GlyphID == joined[1].GlyphID {
		t.Errorf("letters do not join: %v", joined)
	}
}
