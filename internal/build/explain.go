package build

import (
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

// An Account is all that was seen in one file.
type Account struct {
	Document event.Document // its Article is nil where the file is left out
	Mentions []event.Mention
	Trace    event.Trace
}

// Explain reads a file as Read does, and accounts for what it saw and refused.
func (r *Reader) Explain(f source.File) (Account, []source.Diagnostic) {
	a, ds := r.parse(f)
	if a == nil {
		return Account{}, ds
	}
	a.Extract = a.Extract && r.Extract
	opts := event.Options{Language: r.Language}
	ms, trace := event.Read(a, f.Bytes, r.Gazetteer, opts)
	return Account{event.Prepare(a, f.Bytes, r.Gazetteer, opts), ms, trace}, ds
}
