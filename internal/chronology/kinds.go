package chronology

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/dateline-ssg/dateline/internal/event"
)

//go:embed kinds.txt
var kindsFile string

// kind is how tellings of one type are told apart.
type kind struct {
	slug   string // the name as an address writes it
	family string
	score  float64 // -10 conflict … 10 cooperation
	once   bool    // actors and time are enough
	// Explicit details that keep two tellings apart.
	place, amount, name, goods bool
}

// Hashes of types of which the rules speak.
var (
	aMeeting, aVisit, aThreat = hashed("meeting"), hashed("visit"), hashed("threat")
	aPublication, anOther     = hashed("publication"), hashed("other")
)

// directed reports whether it matters who acts and who is acted on: an
// accusation by A of B is not one by B of A, a meeting is the same either way.
func (k *kind) directed() bool {
	return k.family == "words" || k.family == "sanctions" || k.family == "force"
}

// kinds are the types by name.
var kinds = sync.OnceValue(func() map[string]*kind {
	all := map[string]*kind{}
	for _, leaf := range event.Leaves() {
		all[leaf.Name] = &kind{slug: slugged(leaf.Name), family: leaf.Family, score: leaf.Score}
	}
	for line := range strings.Lines(kindsFile) {
		f := strings.Fields(line)
		if len(f) == 0 || strings.HasPrefix(f[0], "#") {
			continue
		}
		k, known := all[f[0]]
		if len(f) != 3 || !known {
			panic("kinds.txt: " + line)
		}
		k.once = f[1] == "once"
		for detail := range strings.SplitSeq(f[2], ",") {
			k.place = k.place || detail == "place"
			k.amount = k.amount || detail == "amount"
			k.name = k.name || detail == "name"
			k.goods = k.goods || detail == "goods"
		}
	}
	return all
})

// kindOf is the kind of a type; a type that is not known counts as other.
func kindOf(name string) *kind {
	if k, ok := kinds()[name]; ok {
		return k
	}
	return kinds()["other"]
}
