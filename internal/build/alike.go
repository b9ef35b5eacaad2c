package build

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/chronology"
)

// Alike are the published events of a build of in that may be one, the most
// alike first.
func Alike(in Input, out *Output) []chronology.Alike {
	names, _ := actor.Default().With(in.Actors)
	return chronology.AlikeIn(atLeast(out.Chronology, in.Config.Extract.MinImportance), names.Lookup)
}
