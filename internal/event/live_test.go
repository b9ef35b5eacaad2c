package event

import (
	"slices"
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestLive: the entries of a live page are of the day of their stamps, those
// from before midnight of the day before.
func TestLive(t *testing.T) {
	dct, _ := calendar.ParseDate("2025-06-12")
	const text = `06.40 The peso has recovered most of its losses.

04.50 The cabinet has just approved the motion.

00.45 Special forces have broken windows on the second floor. A woman sang in the square.

23.55 Three helicopters landed behind the palace.

22.27 Macron has declared a curfew. On Monday he dismissed the mayor of Lyon. That evening he received Modi.
`
	want := []string{
		"2025-06-12 The peso recovers most of its losses",
		"2025-06-12 The cabinet approves the motion",
		"2025-06-12 Special forces break windows on the second floor",
		"2025-06-11 Three helicopters land behind the palace",
		"2025-06-11 Macron declares a curfew",
		"2025-06-09 Macron dismisses the mayor of Lyon",
		"2025-06-09 Macron receives Modi",
	}
	tellsJust(t, text, dct, want)
}

// TestLoneStamps: a stamp may be a line of its own, above its entry or above the
// headline of that.
func TestLoneStamps(t *testing.T) {
	dct, _ := calendar.ParseDate("2025-06-12")
	const text = `Lagos talks: what we know

18.42 BST
Peru has left the talks on the canal.

16.05 BST
Chile signs the accord
The Chilean envoy has signed the accord. He calls it “the end of a long road”.

Updated at 16.20 BST

09.12 BST
The talks have begun.
`
	want := []string{
		"2025-06-12 Peru leaves the talks on the canal",
		"2025-06-12 The Chilean envoy signs the accord",
		"2025-06-12 The Chilean envoy calls the accord the end of a long road",
		"2025-06-12 The talks begin",
	}
	tellsJust(t, text, dct, want)
}

// TestMinute: what time of day a stamp says.
func TestMinute(t *testing.T) {
	for stamp, want := range map[string]int{
		"06.40 The port is open.": 400, "23:55 The port is open.": 1435, "9:05 am The port is open.": 545,
		"12.10 p.m. The port is open.": 730, "12.10 a.m. The port is open.": 10, "6:18 p.m. | The port is open.": 1098,
	} {
		g := grammarOf("en")
		a := article.Plain(stamp, article.Meta{ID: "x"})
		a.Extract = true
		doc := Prepare(a, []byte(stamp), actor.Default(), Options{})
		b := doc.blocks(g, new(room))[0]
		if got := b.minute(); !b.clock() || got != want {
			t.Errorf("%q is at minute %d (a clock: %t); want %d", stamp, got, b.clock(), want)
		}
	}
}

// TestLiveOverMidnight: a page that goes on after the day on which it first came out is of
// that day at its oldest entry; its nights and mornings are those of the stamps.
func TestLiveOverMidnight(t *testing.T) {
	const text = `01.40 Peru declared a curfew shortly after midnight.

21.15 Chile has sent 3,000 soldiers to Lima.

15.02 Chile closed its border this morning.

06.12 On Monday Peru asked the European Union for help.
`
	dct, _ := calendar.ParseDate("2025-06-12")
	a := article.Plain(text, article.Meta{ID: "live", DCT: dct})
	a.Updated, _ = calendar.ParseDate("2025-06-13")
	var got []string
	for _, m := range Find(Prepare(a, []byte(text), actor.Default(), Options{})) {
		got = append(got, m.Date+" "+m.Headline)
	}
	want := []string{
		"2025-06-13 Peru declares a curfew",
		"2025-06-12 Chile sends 3,000 soldiers to Lima",
		"2025-06-12 Chile closes its border",
		"2025-06-09 Peru asks European Union for help",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
