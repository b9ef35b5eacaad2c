package card

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"golang.org/x/image/font"
)

// TestDraw: a card has its size, is the same bytes twice, and has ink where
// its words are, and none in its margins.
func TestDraw(t *testing.T) {
	for _, c := range []Card{
		{Title: "Short"},
		{Kicker: "Across the Strait", Title: "Ada Lind and Chen Wei meet in the old customs house", Foot: "12 February 2025 · Confirmed", Lanes: []int{1, 3}},
		{Title: strings.Repeat("a headline without an end ", 30), Foot: strings.Repeat("foot ", 90)},
		{Title: strings.Repeat("w", 300)},
		{Title: "The whole", Foot: "214 events", Bars: [][]int{{0, 1, 9}, {3, 0, 0}, {1, 1, 1}}},
		{Title: "Переговоры в Стамбуле"},
	} {
		b, err := Draw(c)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := Draw(c)
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
		if len(b) > 90_000 {
			t.Errorf("%.20q: %d bytes", c.Title, len(b))
		}
	}
}

func TestCovers(t *testing.T) {
	for text, want := range map[string]bool{"Zürich – “Łódź” £5": true, "Путин": true, "习近平": false, "محادثات": false, "": true} {
		if Covers(text) != want {
			t.Errorf("Covers(%q) is %v", text, !want)
		}
	}
}

// TestWrap: no line is wider than asked, and no word is lost.
func TestWrap(t *testing.T) {
	f, err := face(1, 46)
	if err != nil {
		t.Fatal(err)
	}
	text := "Every word of a headline stands on some line and no line is wider than the card"
	lines := wrap(f, text, 400)
	if strings.Join(lines, " ") != text || len(lines) < 3 {
		t.Errorf("%q", lines)
	}
	for _, l := range lines {
		if w := font.MeasureString(f, l).Ceil(); w > 400 {
			t.Errorf("%q is %d wide", l, w)
		}
	}
}
