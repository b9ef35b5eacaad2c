package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"

	"github.com/dateline-ssg/dateline/internal/build"
	"github.com/dateline-ssg/dateline/internal/cache"
)

// thrifty is by how much of what lives, in percent, the heap of a build may grow
// once all files are read: what was merged and laid out lives until its pages
// are drawn, so the collector's rest is dear, and while files are read it is not.
const thrifty = 70

// grow lets the heap grow by so much, unless the user says by how much.
func grow(percent int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}

// sparing is by how much the heap may grow once an archive is opened.
const sparing = 45

// opened is how many bytes an archive takes once it is opened, and its events are
// laid out, for each that it has.
const opened = 13

// await keeps the collector from looking at a build that opens the archive kept
// in the folder before it has opened it: until then hardly anything that is made
// can be thrown away, and to find that out time and again is a tenth of the
// build. It reports whether it does; after the first collection, when hardly
// anything more is to be made, the heap grows by what is sparing.
func await(dir string) bool {
	if dir == "" || os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return false
	}
	size := cache.NoteSize(dir, build.ArchiveNote)
	if size == 0 {
		return false
	}
	debug.SetMemoryLimit(opened * size)
	debug.SetGCPercent(-1)
	first := new([16]byte) // less would lie beside what else is small, and live as long
	runtime.AddCleanup(first, func(int) {
		grow(sparing)
		debug.SetMemoryLimit(math.MaxInt64)
	}, 0)
	return true
}
