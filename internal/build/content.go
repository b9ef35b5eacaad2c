package build

import (
	"encoding/hex"

	"github.com/zeebo/xxh3"

	"github.com/dateline-ssg/dateline/internal/source"
)

// Content is a content file, read only where its reading is not remembered.
type Content struct {
	Path   string                 // below the site's folder: "content/a/b.md"
	Digest string                 // of its bytes, as Digest makes it, where they need not be read to know it; else ""
	Read   func() ([]byte, error) // its bytes; a *source.Failure says what the author can mend
}

// Held is a content file whose bytes are in memory already.
func Held(f source.File) Content {
	return Content{Path: f.Path, Digest: Digest(f.Bytes), Read: func() ([]byte, error) { return f.Bytes, nil }}
}

// Digest is a hash of a file's bytes, for those of good will: nobody gains by
// two articles of one digest.
func Digest(b []byte) string {
	sum := xxh3.Hash128(b).Bytes()
	return hex.EncodeToString(sum[:])
}
