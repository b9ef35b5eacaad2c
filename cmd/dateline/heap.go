package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"

	"github.com/dateline-ssg/dateline/internal/build"
	"github.com/dateline-ssg/dateline/internal/cache"
)

// thrifty is by how much of what lives, in percent, the heap of a build may grow
// once all files are read: what was merged and laid out lives until its pages
// are drawn, so the collector's rest is dear, and while files are read it is not.
const thrifty = 50

// listing is the same while the files of a site are listed: all that is known of them stays.
const listing = 600

// grow lets the heap grow by so much, unless the user says by how much.
func grow(percent int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}

// ample is how many bytes a build may take by what is thrifty. From there on the
// collector looks more often, so that the heap grows by as little as it may: by a third of
// what lives at least, for to look all the time would be all that is done.
const ample = 3<<30 + 512<<20

// bound holds a build to what is ample, or what is the least that it needs, unless the
// user says how the heap is to grow.
func bound() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	limit := int64(ample)
	debug.SetMemoryLimit(limit)
	var look func(live int64)
	look = func(live int64) {
		if least := live + live/3; least > limit {
			limit = least
			debug.SetMemoryLimit(limit)
		}
		collected(look)
	}
	collected(look)
}

// sparing is by how much the heap may grow at least once an archive is opened.
const sparing = 45

// A build that opens an archive takes begun bytes, so many for each of the archive's, and
// for each of what is noted of how the last one stands: readings and pages grow with the
// articles, and not with what they tell. What lives once an archive was of use is at least a
// share of its part.
const (
	begun  = 64 << 20
	opened = 11
	stands = 64
	share  = 3
)

// await keeps the collector from looking at a build that opens the archive kept
// in the folder before it has done what most such builds do: hardly anything that is made
// until then can be thrown away, and to find that out once is a quarter of the
// build where articles tell little. It reports whether it does. What merging alone needs is gone then: the heap
// may grow again to what it was, which mostly is enough, and if that is little, by what
// is sparing.
func await(dir string) bool {
	if dir == "" || os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return false
	}
	size := cache.NoteSize(dir, build.ArchiveNote)
	if size == 0 {
		return false
	}
	most := begun + opened*size + stands*cache.NoteSize(dir, build.StandingNote)
	debug.SetMemoryLimit(most)
	debug.SetGCPercent(-1)
	collected(func(live int64) {
		again := (most - live) * 100 / max(live, 1)
		if share*live < opened*size {
			again = 0 // the archive is another program's, and all is read anew
		}
		pace.Lock()
		defer pace.Unlock()
		bound()
		if !pace.resting {
			grow(int(max(sparing, again)))
		}
	})
	return true
}

// pace is whether a preview has come to rest: what await had in mind for its start
// counts no more then, though the collection it waits for be the one that rest asks for.
var pace struct {
	sync.Mutex
	resting bool
}

// rest gives back what starting a preview, or building in it, took and nothing needs any more.
func rest() {
	pace.Lock()
	pace.resting = true
	grow(thrifty)
	pace.Unlock()
	debug.FreeOSMemory()
}

// collected does something after the next collection, with what lives in bytes.
func collected(do func(live int64)) {
	mark := new([16]byte) // less would lie beside what else is small, and live as long
	runtime.AddCleanup(mark, func(int) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		do(int64(live[0].Value.Uint64()))
	}, 0)
}
