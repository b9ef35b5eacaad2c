package card

import (
	"image"
	"image/color"
	"math"
	"slices"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// pen lays text out and draws it: letters join and change their forms, runs of
// the two directions stand in their order, lines break where the script breaks
// them. It serves one drawing at a time.
type pen struct {
	img     *image.RGBA
	dir     di.Direction
	faces   map[*font.Font]*font.Face
	shaper  shaping.HarfbuzzShaper
	split   shaping.Segmenter
	wrapper shaping.LineWrapper
}

// style is how a text looks.
type style struct {
	fonts  []lazy
	size   int // pixels
	colour color.RGBA
}

// choice takes each letter from the first font that has it.
type choice struct {
	*pen
	fonts []lazy
}

func (c choice) ResolveFace(r rune) *font.Face {
	for _, f := range c.fonts {
		if _, ok := f().NominalGlyph(r); ok {
			return c.face(f())
		}
	}
	return c.face(c.fonts[0]())
}

// face is a font as one drawing uses it.
func (p *pen) face(f *font.Font) *font.Face {
	if p.faces[f] == nil {
		p.faces[f] = font.NewFace(f)
	}
	return p.faces[f]
}

func newPen(img *image.RGBA, dir string) *pen {
	p := &pen{img: img, dir: di.DirectionLTR, faces: map[*font.Font]*font.Face{}}
	if dir == "rtl" {
		p.dir = di.DirectionRTL
	}
	return p
}

// shape is a text in glyphs, in runs of one script, direction and font.
func (p *pen) shape(text []rune, s style) []shaping.Output {
	in := shaping.Input{Text: text, RunEnd: len(text), Direction: p.dir, Size: fixed.I(s.size), Language: language.NewLanguage("en")}
	var out []shaping.Output
	for _, run := range p.split.Split(in, choice{p, s.fonts}) {
		out = append(out, p.shaper.Shape(run))
	}
	return out
}

// lay breaks a text into lines no wider than so many pixels. Where there are
// more than rows the last one ends with an ellipsis, and what is left is cut.
func (p *pen) lay(text string, s style, width, rows int) (lines []shaping.Line, cut bool) {
	letters := []rune(text)
	if len(letters) == 0 {
		return nil, false
	}
	config := shaping.WrapConfig{Direction: p.dir, TruncateAfterLines: rows, Truncator: p.shape([]rune("…"), s)[0]}
	wrapped, left := p.wrapper.WrapParagraph(config, width, letters, shaping.NewSliceIterator(p.shape(letters, s)))
	for _, l := range wrapped {
		lines = append(lines, slices.Clone(l))
	}
	return lines, left > 0
}

// write draws lines one below the other, the first with its base at y, from
// the side where the script begins.
func (p *pen) write(lines []shaping.Line, s style, y int) {
	for i, l := range lines {
		slices.SortFunc(l, func(a, b shaping.Output) int { return int(a.VisualIndex - b.VisualIndex) })
		x := fixed.I(margin)
		if p.dir == di.DirectionRTL {
			x = fixed.I(Width - margin)
			for _, run := range l {
				x -= run.Advance
			}
		}
		base := fixed.I(y) + fixed.Int26_6(i*s.size*64*6/5)
		for _, run := range l {
			for _, g := range run.Glyphs {
				p.glyph(run, g.GlyphID, x+g.XOffset, base-g.YOffset, s.colour)
				x += g.Advance
			}
		}
	}
}

// glyph fills the outline of a glyph whose origin is at x, y. Every product is
// rounded by itself, so that no machine fuses two steps into another figure.
func (p *pen) glyph(run shaping.Output, id font.GID, x, y fixed.Int26_6, c color.RGBA) {
	outline, ok := run.Face.GlyphDataOutline(id)
	if !ok || len(outline.Segments) == 0 {
		return
	}
	scale := float32(float32(run.Size)/64) / float32(run.Face.Upem())
	at := func(q opentype.SegmentPoint) (float32, float32) {
		return float32(float32(x)/64) + float32(q.X*scale), float32(float32(y)/64) - float32(q.Y*scale)
	}
	left, top, right, bottom := float32(math.MaxInt16), float32(math.MaxInt16), float32(0), float32(0)
	for _, s := range outline.Segments {
		for _, q := range s.ArgsSlice() {
			a, b := at(q)
			left, top, right, bottom = min(left, a), min(top, b), max(right, a), max(bottom, b)
		}
	}
	box := image.Rect(int(left)-1, int(top)-1, int(right)+2, int(bottom)+2)
	z := vector.NewRasterizer(box.Dx(), box.Dy())
	in := func(q opentype.SegmentPoint) (float32, float32) {
		a, b := at(q)
		return a - float32(box.Min.X), b - float32(box.Min.Y)
	}
	for _, s := range outline.Segments {
		ax, ay := in(s.Args[0])
		bx, by := in(s.Args[1])
		cx, cy := in(s.Args[2])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			z.ClosePath()
			z.MoveTo(ax, ay)
		case opentype.SegmentOpLineTo:
			z.LineTo(ax, ay)
		case opentype.SegmentOpQuadTo:
			z.QuadTo(ax, ay, bx, by)
		case opentype.SegmentOpCubeTo:
			z.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	z.ClosePath()
	z.Draw(p.img, box, image.NewUniform(c), image.Point{})
}
