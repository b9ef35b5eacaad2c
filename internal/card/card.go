// Package card draws the picture that stands for a page where somebody shares
// its link.
//
// What comes in are words and numbers; what goes out is a PNG of 1200 by 630
// pixels, the same bytes for the same input on every machine: the fonts are
// the Go fonts, carried by the program, and nothing is asked of the system.
// They hold Latin, Greek and Cyrillic letters; Covers says whether a text can
// be drawn.
package card

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Width and Height are what those who show cards ask for.
const (
	Width  = 1200
	Height = 630
	margin = 72
)

// Card is what a card shows, from top to bottom.
type Card struct {
	Kicker string  // small, above: the chronology's title, or nothing
	Title  string  // large
	Foot   string  // small, below: the date, how sure it is
	Lanes  []int   // principals that take part, by number from 1: a stripe of colour each
	Bars   [][]int // for each principal how much happened in each stretch of time, or nothing
}

var (
	ground  = color.RGBA{0xfb, 0xfa, 0xf7, 0xff}
	ink     = color.RGBA{0x1b, 0x1a, 0x17, 0xff}
	soft    = color.RGBA{0x5b, 0x58, 0x50, 0xff}
	line    = color.RGBA{0xd9, 0xd5, 0xca, 0xff}
	colours = []color.RGBA{
		{0x0a, 0x62, 0xa3, 0xff}, {0xa8, 0x48, 0x0b, 0xff}, {0x0b, 0x73, 0x58, 0xff},
		{0x7a, 0x3b, 0x8f, 0xff}, {0x6b, 0x5b, 0x00, 0xff}, {0x9c, 0x2f, 0x55, 0xff},
	}
)

// fonts are parsed once; they are part of the program, so they parse.
var fonts = sync.OnceValue(func() [2]*opentype.Font {
	var out [2]*opentype.Font
	for i, b := range [][]byte{goregular.TTF, gobold.TTF} {
		f, err := opentype.Parse(b)
		if err != nil {
			panic("card: " + err.Error())
		}
		out[i] = f
	}
	return out
})

// Covers reports whether the fonts have every letter of a text.
func Covers(text string) bool {
	var buf sfnt.Buffer
	for _, r := range text {
		if i, err := fonts()[1].GlyphIndex(&buf, r); err != nil || i == 0 {
			return false
		}
	}
	return true
}

// Draw draws a card.
func Draw(c Card) ([]byte, error) {
	img := image.NewRGBA(image.Rect(0, 0, Width, Height))
	fill(img, img.Bounds(), ground)
	fill(img, image.Rect(0, 0, Width, 10), ink)
	for i, lane := range c.Lanes {
		fill(img, image.Rect(i*Width/len(c.Lanes), 0, (i+1)*Width/len(c.Lanes), 10), colours[(lane-1)%len(colours)])
	}
	small, err := face(0, 30)
	if err != nil {
		return nil, err
	}
	write(img, small, soft, c.Kicker, margin, 104)
	room := 4
	if len(c.Bars) > 0 {
		room = 2
		bars(img, c.Bars)
	}
	if err := title(img, c.Title, room); err != nil {
		return nil, err
	}
	write(img, small, soft, fit(small, c.Foot, Width-2*margin), margin, Height-margin+16)
	var b bytes.Buffer
	err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, img)
	return b.Bytes(), err
}

// title writes the title as large as it has room in some lines.
func title(img *image.RGBA, text string, room int) error {
	for _, size := range []float64{76, 64, 54, 46} {
		f, err := face(1, size)
		if err != nil {
			return err
		}
		lines := wrap(f, text, Width-2*margin)
		if len(lines) > room && size > 46 {
			continue
		}
		if len(lines) > room {
			lines = append(lines[:room-1], fit(f, lines[room-1]+" "+lines[room], Width-2*margin))
		}
		for i, l := range lines {
			write(img, f, ink, l, margin, 200+int(float64(i)*size*1.2))
		}
		return nil
	}
	return nil
}

// bars draws how busy each principal was, one row above the other.
func bars(img *image.RGBA, rows [][]int) {
	const top, bottom = 320, 500
	most := 1
	for _, r := range rows {
		for _, n := range r {
			most = max(most, n)
		}
	}
	height := (bottom - top) / len(rows)
	for i, r := range rows {
		base := top + (i+1)*height
		fill(img, image.Rect(margin, base, Width-margin, base+1), line)
		for k, n := range r {
			if n == 0 {
				continue
			}
			from, to := margin+k*(Width-2*margin)/len(r), margin+(k+1)*(Width-2*margin)/len(r)
			h := max(4, n*(height-8)/most)
			fill(img, image.Rect(from, base-h, max(from+1, to-(to-from)/5), base), colours[i%len(colours)])
		}
	}
}

func face(weight int, size float64) (font.Face, error) {
	return opentype.NewFace(fonts()[weight], &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
}

func fill(img *image.RGBA, r image.Rectangle, c color.Color) {
	draw.Draw(img, r, image.NewUniform(c), image.Point{}, draw.Src)
}

func write(img *image.RGBA, f font.Face, c color.Color, text string, x, y int) {
	d := font.Drawer{Dst: img, Src: image.NewUniform(c), Face: f, Dot: fixed.P(x, y)}
	d.DrawString(text)
}
