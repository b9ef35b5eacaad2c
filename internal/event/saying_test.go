package event

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestSaying: words whose sentence has no room for a line of its own are told by who
// says them and as much as there is room for; what is denied, or not clear, is not.
func TestSaying(t *testing.T) {
	dct, _ := calendar.ParseDate("2025-06-12")
	for _, c := range []struct{ text, want string }{
		{"On Monday Merkel remarked in a talk with students that the Danes would end up closing the ferry.", "2025-06-09 Merkel remarks that the Danes would end up closing the ferry"},
		{"On Monday Macron told Modi that to pull out of the accord would do both states great harm.", "2025-06-09 Macron: to pull out of the accord would do both states great harm"},
		{"On Monday the Indian foreign ministry declared that from noon every boat on its way to a Danish island would be held as a carrier of arms.", "2025-06-09 Indian foreign ministry: every boat … would be held as a carrier of arms"},
		{"On Monday Macron gave notice that he would quit the treaty on middle-range missiles and warheads in space.", "2025-06-09 Macron: he would quit the treaty on middle-range missiles and warheads in space"},
		{"Ana Ruiz, Andean trade envoy and former Peruvian customs minister, told Lima Radio on Monday that the new pier has “deep holes in all of its pillars”.", "2025-06-09 Ana Ruiz: the new pier has deep holes in all of its pillars"},
		{"Macron said on Monday that Denmark, among others, had “made it plain that the rules which Modi praised in his speech have to be kept”.", "2025-06-09 Macron: Denmark, among others, had made it plain …"},
		{"Macron said on Monday, before the result was announced, “We must say farewell to the pier”.", "2025-06-09 Macron: “We must say farewell to the pier”"},
		{"An envoy of the WHO to the islands said on Monday Denmark's ambassador to Chile had been robbed.", "2025-06-09 An envoy of the WHO: Denmark's ambassador to Chile had been robbed"},
		{"Macron announced on Monday that he was calling off a trip planned for August.", "2025-06-09 Macron: he was calling off a trip …"},
		{"Macron said on Monday that it “reminds people just what a king may or may not want”.", "not 2025-06-09 Macron: a king"},
		{"On Monday Macron told Modi in that call that he was ready for a truce, and Modi backed the idea.", "not 2025-06-09 Macron: call"},
		{"Macron denied on Monday reports that the frigate Ardent, part of the northern fleet, was preparing for a voyage to the south.", "not 2025-06-09 Macron: "},
	} {
		tells(t, c.text, c.text, dct, []string{c.want})
	}
}
