package chronology

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/source"
)

// TestRenewedBytes renews locks by events that come, go, change and are merged:
// the file that is made of the one before it is that of all lines, and is read
// back to the same lock, with or without lines that a person has written.
func TestRenewedBytes(t *testing.T) {
	chance := rand.New(rand.NewPCG(3, 5))
	names := []string{"norway", "peru", "chile", "the-un"}
	some := func() *Event {
		e := &Event{ID: fmt.Sprintf("e%02d", chance.IntN(40))}
		e.found = &evidence{date: fmt.Sprintf("2025-03-%02d", 1+chance.IntN(3)), kind: "call"}
		for range chance.IntN(3) {
			e.found.actors = append(e.found.actors, names[chance.IntN(len(names))])
			e.found.told = append(e.found.told, chance.Uint64()>>uint(chance.IntN(64)))
		}
		e.found.sort()
		return e
	}
	var lock Lock
	events := map[string]*Event{}
	for step := range 300 {
		for range chance.IntN(4) {
			e := some()
			switch chance.IntN(4) {
			case 0:
				delete(events, e.ID)
			case 1:
				o := some()
				for o.ID == e.ID {
					o = some()
				}
				e.absorbed, e.Formerly = []entry{{id: o.ID, says: o.found.text()}}, []string{o.ID}
				delete(events, o.ID)
				events[e.ID] = e
			default:
				events[e.ID] = e
			}
		}
		var list []*Event
		for _, e := range events {
			list = append(list, e)
		}
		next := lock.Renew(list)
		file := next.Bytes()
		whole := Lock{entries: map[string]entry{}, gone: next.gone}
		for e := range next.each {
			whole.entries[e.id] = e
		}
		if want := string(whole.Bytes()); string(file) != want {
			t.Fatalf("step %d: the file is\n%s\nand not\n%s", step, file, want)
		}
		again, ds := ParseLock(source.File{Bytes: file})
		if len(ds) > 0 || !again.same(next) {
			t.Fatalf("step %d: %v; read back to another lock\n%s", step, ds, file)
		}
		if lock = next; chance.IntN(3) == 0 {
			text := string(file)
			if chance.IntN(2) == 0 { // as a person leaves it
				text = "# mine\n" + strings.Replace(text, " call ", "  call ", 1) + "away e99 2025 call peru+chile+peru 0F\n"
			}
			lock, _ = ParseLock(source.File{Bytes: []byte(text)})
		}
	}
}
