package actor

import (
	"slices"
	"strings"
)

// nativeOnly leaves out bodies and officers named by words that other states use
// as well (the Supreme Court, the attorney general) where the document names
// other states and never theirs.
func (f *finder) nativeOnly() {
	named, others := map[string]bool{}, false
	common := func(r Ref) bool {
		i, ok := f.byName[fold(r.Actor.Name)]
		return ok && f.entries[i].Actor == r.Actor && f.entries[i].generic && r.Via != ByAdjective && !f.qualified(r)
	}
	some := false
	for _, r := range f.refs {
		switch c := r.Actor.Country; {
		case r.Actor.Kind == Body && common(r), r.Via == ByTitle && r.Actor.Kind == Person && !f.qualified(r):
			some = true
		case c != "":
			named[c], others = true, true
		}
	}
	if !some || !others {
		return
	}
	f.refs = slices.DeleteFunc(f.refs, func(r Ref) bool {
		return !named[r.Actor.Country] && (r.Actor.Kind == Body && common(r) || r.Via == ByTitle && r.Actor.Kind == Person && r.Actor.Country != "" && !f.qualified(r))
	})
}

// qualified reports whether a reference names its state: the U.S. Senate.
func (f *finder) qualified(r Ref) bool {
	t := f.doc.Passages[r.Passage]
	if s := t.String(r.Extent); strings.Contains(s, r.Actor.Country) || f.beside[r.Actor.Country] != "" && strings.Contains(s, f.beside[r.Actor.Country]) {
		return true
	}
	w := t.Words[r.From].Text
	first, _, _ := strings.Cut(r.Actor.Country, " ")
	return len(w) < 5 && strings.ToUpper(w) == w || strings.EqualFold(w, first) // broken over two lines
}
