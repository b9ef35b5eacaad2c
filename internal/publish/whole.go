package publish

import (
	"fmt"
	"os"

	"github.com/zeebo/xxh3"
)

// Whole looks at the folder dir and returns a hash of the manifest of what
// lies there, and how many files that names. The hash is "" where the folder
// is not what its last run left: a file is gone or has another size, the
// manifest is not there, or a switch was interrupted. Nothing is changed.
//
// A folder with the hash that it had after a Sync of some pages holds exactly
// those pages, by the law of the manifest.
func Whole(dir string) (hash string, files int) {
	at, err := os.Stat(dir)
	if err != nil || !at.IsDir() {
		return "", 0
	}
	t, err := lookAt(dir)
	if err != nil {
		return "", 0
	}
	defer t.close()
	for _, stage := range t.stages() {
		if t.exists(stage) {
			return "", 0
		}
	}
	old, err := t.readManifest()
	if err != nil || len(old) == 0 {
		return "", 0
	}
	for p, e := range old {
		if at, err := os.Lstat(t.disk(p)); err != nil || !at.Mode().IsRegular() || at.Size() != e.size {
			return "", 0
		}
	}
	return treeHash(printManifest(old), len(old)), len(old)
}

// treeHash is the hash of a tree with a manifest of so many files, "" of none.
func treeHash(manifest []byte, files int) string {
	if files == 0 {
		return ""
	}
	return fmt.Sprintf("%x", xxh3.Hash128(manifest).Bytes())
}
