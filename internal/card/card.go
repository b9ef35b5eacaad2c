// Package card draws the picture that stands for a page where somebody shares
// its link.
//
// What comes in are words and numbers; what goes out is a PNG of 1200 by 630
// pixels, the same bytes for the same input on every machine: the fonts are
// carried by the program, or named by the site, and nothing is asked of the
// system. Fonts.Covers says whether a text can be drawn.
package card

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
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
	Dir    string  // "rtl" where the lines of the site run from right to left
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

// Draw draws a card.
func (f *Fonts) Draw(c Card) ([]byte, error) {
	img := image.NewRGBA(image.Rect(0, 0, Width, Height))
	fill(img, img.Bounds(), ground)
	fill(img, image.Rect(0, 0, Width, 10), ink)
	for i, lane := range c.Lanes {
		fill(img, image.Rect(i*Width/len(c.Lanes), 0, (i+1)*Width/len(c.Lanes), 10), colours[(lane-1)%len(colours)])
	}
	p := newPen(img, c.Dir)
	small := style{f.plain, 30, soft}
	line := func(text string, y int) {
		lines, _ := p.lay(text, small, Width-2*margin, 1)
		p.write(lines, small, y)
	}
	line(c.Kicker, 104)
	room := 4
	if len(c.Bars) > 0 {
		room = 2
		bars(img, c.Bars)
	}
	// As large as it has room.
	for _, size := range []int{76, 64, 54, 46} {
		s := style{f.bold, size, ink}
		if lines, cut := p.lay(c.Title, s, Width-2*margin, room); !cut || size == 46 {
			p.write(lines, s, 200)
			break
		}
	}
	line(c.Foot, Height-margin+16)
	var b bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.DefaultCompression}).Encode(&b, img)
	return b.Bytes(), err
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

func fill(img *image.RGBA, r image.Rectangle, c color.Color) {
	draw.Draw(img, r, image.NewUniform(c), image.Point{}, draw.Src)
}
