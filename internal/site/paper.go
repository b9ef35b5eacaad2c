package site

import "github.com/dateline-ssg/dateline/internal/event"

// paper is an article with all that the events it tells take from it.
type paper struct {
	*Article
	no  int    // among all, in no order
	url string // of its page, as pages link to it
	// The last time it had these tags, or this address and language.
	tagged, stays bool

	tags   []*term // once they were asked for
	source *term   // who told what it told last

	told  []*entry
	shown sum     // over what lists show of it
	rest  Imprint // over all that its page shows but the text; see articleRest
	// tales are its tellings of these, event after event.
	tales []tale
}

// tale is a telling and the event that it tells.
type tale struct {
	e *entry
	m *event.Mention
}

// tells files an event under an article, by a telling of it, and reports
// whether that is its first one.
func (p *paper) tells(e *entry, m *event.Mention) (first bool) {
	if p.told == nil {
		const mostly = 16
		p.told, p.tales = make([]*entry, 0, mostly), make([]tale, 0, mostly)
	}
	p.tales = append(p.tales, tale{e, m})
	if n := len(p.told); n > 0 && p.told[n-1] == e {
		return false
	}
	p.told = append(p.told, e)
	return true
}

// marked reports whether the telling has a sentence in the article's text.
func (t tale) marked() bool { return t.m.SentenceEnd > t.m.SentenceStart }
