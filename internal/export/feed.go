package export

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/site"
)

// told is an event with when it was last told.
type told struct {
	last string
	*chronology.Event
}

// newer orders by the newest telling, then by the later event.
func newer(a, b told) int {
	return cmp.Or(strings.Compare(b.last, a.last), strings.Compare(b.Date, a.Date), strings.Compare(a.ID, b.ID))
}

// weightier orders by the highest rank.
func weightier(a, b told) int { return cmp.Or(cmp.Compare(b.Rank, a.Rank), newer(a, b)) }

// fed are the events of a feed, the newest telling first: of the time that the
// configuration asks for, as many as it says, chosen by the telling or by rank.
func (c *chronicle) fed() []*chronology.Event {
	cfg := c.in.Config.Feeds.Filled()
	asked, before := site.PeriodOf(cfg.From, cfg.To), newer
	if cfg.By == "rank" {
		before = weightier
	}
	var top []told // in order, cfg.Count at most
	for _, e := range c.in.Events {
		if !asked.Holds(e.Date) {
			continue
		}
		_, last := published(e)
		x := told{last, e}
		if n := len(top); n > 0 && n == cfg.Count && before(x, top[n-1]) >= 0 {
			continue // as most
		}
		at, _ := slices.BinarySearchFunc(top, x, before)
		if at < cfg.Count {
			top = slices.Insert(top, at, x)
			top = top[:min(cfg.Count, len(top))]
		}
	}
	slices.SortFunc(top, newer)
	out := make([]*chronology.Event, len(top))
	for i, x := range top {
		out[i] = x.Event
	}
	return out
}
