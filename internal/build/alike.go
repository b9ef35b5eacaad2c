package build

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/chronology"
)

// Alike are the published events of a build of in that may be one, the most
// alike first.
func Alike(in Input, out *Output) []chronology.Alike {
	names, _ := actor.Default().With(in.Actors)
	return chronology.AlikeIn(Published(in, out), names.Lookup)
}

// Published are the events of a build of in that are on the page, in order.
func Published(in Input, out *Output) []*chronology.Event {
	return atLeast(out.Chronology, in.Config.Extract.MinImportance)
}
