package chronology

import (
	_ "embed"
	"net/url"
	"slices"
	"strings"
	"sync"

	"github.com/dateline-ssg/dateline/internal/actor"
)

//go:embed primary.txt
var primaryFile string

// primaryHosts are hosts at which a party itself speaks.
var primaryHosts = sync.OnceValue(func() []string {
	var out []string
	for line := range strings.Lines(primaryFile) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
})

// primary reports whether a mention stands in a primary document: its page is
// a party's own, or its outlet is a body or a state.
func primary(t *telling, lookup func(string) *actor.Actor) bool {
	if a := lookup(t.Outlet); a != nil && (a.Kind == actor.Body || a.Kind == actor.State) {
		return true
	}
	host := hostOf(t.URL)
	return host != "" && slices.ContainsFunc(primaryHosts(), func(h string) bool {
		return host == h || strings.HasSuffix(host, "."+h)
	})
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// outlets are the independent voices that tell an event: copies of one text
// count once, and so does every outlet; where a telling rests on an outlet
// that it names, that one is the voice. Documents that name no outlet count
// as one, for nobody can tell that they are two.
func outlets(ts []*telling, lookup func(string) *actor.Actor) int {
	if len(ts) == 1 {
		return 1
	}
	voices := map[string]bool{}
	byCopy := map[string]string{}
	for _, t := range ts {
		voice := strings.ToLower(strings.TrimSpace(t.Outlet))
		if a := lookup(t.Attribution); a != nil && a.Kind == actor.Outlet {
			voice = strings.ToLower(a.Name)
		} else if t.DateBasis == "explicit" && t.Attribution != "" {
			voice = strings.ToLower(t.Attribution) // the source that a table names
		} else if voice == "" {
			voice = hostOf(t.URL)
		}
		if first, ok := byCopy[t.copies]; ok && t.Attribution == "" {
			voice = first
		} else {
			byCopy[t.copies] = voice
		}
		voices[voice] = true
	}
	return len(voices)
}
