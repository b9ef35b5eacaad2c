//go:build !linux

package project

import "io/fs"

// stampOf does without what only some systems say.
func stampOf(info fs.FileInfo) stamp {
	return stamp{size: info.Size(), mod: info.ModTime().UnixNano()}
}
