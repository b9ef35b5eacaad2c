// Package build runs the river: content files in, pages out.
//
// It is a function of its input. Read sees one file and nothing else, so what
// it returns can be kept under the hash of what went in: a warm build equals
// a cold one, byte for byte.
package build

import (
	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/source"
	"github.com/dateline-ssg/dateline/internal/theme"
)

// Input is a site, read from disk: all that its output depends on.
type Input struct {
	Config  site.Config
	Content []Content     // content/**, sorted by path
	Static  []Asset       // static/**, sorted by path below static/
	Layers  []theme.Layer // highest first
	Actors  source.File   // actors.toml; no Bytes if there is none
	Edits   source.File   // edits.toml
	Font    source.File   // the one that Config.Publish.CardFont names
	Lock    source.File   // events.lock
	Drafts  bool          // publish drafts too
	Now     string        // YYYY-MM-DD of SOURCE_DATE_EPOCH; "" means the newest article's date
	Version string        // of the program, its rules and templates; "" where nothing is kept between runs
	// Diagnostics are what project had to say of the folder (an unknown key, a
	// link that leaves the site); build adds its own.
	Diagnostics []source.Diagnostic
}

// Asset is a file that is published as it is, read when it is written.
type Asset struct {
	Path string // below public/
	Key  string // changes when its bytes do
	Read func() ([]byte, error)
}

// Output is a site, ready to be drawn.
type Output struct {
	Pages       []site.Page // sorted by path, no path twice
	Diagnostics []source.Diagnostic
	Chronology  []*chronology.Event // in order of date; not all are published
	Lock        []byte              // what events.lock is to hold
	Sum         func() string       // of the input as it was read, with Lock in place of its lock; see Input.Sum
	Articles    int                 // published
	Events      int
}
