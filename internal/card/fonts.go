package card

import (
	"bytes"
	_ "embed" // the fonts
	"errors"
	"slices"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
)

// Fonts are what a card's letters are drawn with. A letter is taken from the
// first font that has it: the Go fonts (Latin, Greek, Cyrillic), the site's own,
// Noto Sans Arabic, Noto Sans SC (the characters of GB 2312). They may be used
// from several goroutines at once.
type Fonts struct {
	plain, bold []lazy // in that order
}

// lazy is a font that is parsed when a letter is looked for in it: most sites
// need the Go fonts alone.
type lazy func() *font.Font

//go:embed fonts/NotoSansArabic-Bold.ttf
var arabicTTF []byte

//go:embed fonts/NotoSansSC-Bold-GB2312.otf
var chineseOTF []byte

// The program's fonts.
var (
	goPlain = carried(goregular.TTF)
	goBold  = carried(gobold.TTF)
	arabic  = carried(arabicTTF)
	chinese = carried(chineseOTF)
)

// carried is a font of the program; it is a part of it, so it can be parsed.
func carried(b []byte) lazy {
	return sync.OnceValue(func() *font.Font {
		face, err := font.ParseTTF(bytes.NewReader(b))
		if err != nil {
			panic("card: " + err.Error())
		}
		return face.Font
	})
}

// NewFonts are the program's fonts, and the site's own TrueType or OpenType
// font, or the first of a collection, if there are bytes of it.
func NewFonts(own []byte) (*Fonts, error) {
	// Of what the Go fonts lack there is one weight: a second would double what
	// the program carries.
	more := []lazy{arabic, chinese}
	if len(own) > 0 {
		faces, err := font.ParseTTC(bytes.NewReader(own))
		if err == nil && len(faces) == 0 {
			err = errors.New("it holds none")
		}
		if err != nil {
			return nil, err
		}
		more = append([]lazy{func() *font.Font { return faces[0].Font }}, more...)
	}
	return &Fonts{plain: append([]lazy{goPlain}, more...), bold: append([]lazy{goBold}, more...)}, nil
}

// Lacks are the letters of a text that no font has, each once, in order.
func (f *Fonts) Lacks(text string) []rune {
	var out []rune
	for _, r := range text {
		has := func(one lazy) bool { _, ok := one().NominalGlyph(r); return ok }
		if !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r) && !slices.ContainsFunc(f.bold, has) {
			out = append(out, r)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Covers reports whether the fonts have every letter of a text.
func (f *Fonts) Covers(text string) bool { return len(f.Lacks(text)) == 0 }
