package chronology

import (
	"fmt"
	"slices"
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/event"
)

// agency is a report that ten outlets print.
const agency = "The Norwegian central bank froze the assets of the Russian lender VTB on 4 March 2025, after a court in Oslo had ordered it. " +
	"The order names nine accounts and a villa near Bergen. Officials said that the lender had been warned twice before the judges met again. " +
	"A lawyer for the bank called the order a mistake and promised to appeal within the month. The money will stay where it is until a higher court has ruled."

// TestCopies: what ten outlets print in the same words is told once, and by one
// voice, whether or not its sentence names anybody; the copies are said to be
// some.
func TestCopies(t *testing.T) {
	var mentions []*event.Mention
	for i := range 10 {
		mentions = append(mentions, read(fmt.Sprint("copy", i), "2025-03-05", fmt.Sprint("Outlet ", i), agency)...)
	}
	events, _ := Merge(mentions, Options{Actor: actor.Default().Lookup})
	if len(events) == 0 || len(events)*10 != len(mentions) {
		t.Errorf("%d events of %d mentions in ten copies", len(events), len(mentions))
	}
	for _, e := range events {
		if e.Confidence != "Reported" || len(e.Copies) != 9 || e.Copies[0] != (Copy{"copy1", "copy0"}) {
			t.Errorf("%s: %s, copies %v", e.ID, e.Confidence, e.Copies)
		}
	}
	mentions = append(mentions, read("own", "2025-03-06", "Other", "Norway’s central bank froze assets of VTB on 4 March.")...)
	events, _ = Merge(mentions, Options{Actor: actor.Default().Lookup})
	if !slices.ContainsFunc(events, func(e *Event) bool {
		return e.Type == "sanction" && e.Confidence == "Confirmed" && len(e.Copies) == 9 && len(e.Mentions) == 11
	}) {
		t.Error("an outlet's own report confirms nothing")
	}
}
