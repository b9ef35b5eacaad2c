package event

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestHearsay: what people of no name say on a day of their own is told by their words;
// not what pundits hold, what is so, what has its own day, nor what a small word alone says.
func TestHearsay(t *testing.T) {
	dct, _ := calendar.ParseDate("2025-06-12")
	for _, c := range []struct{ text, want string }{
		{"The ferry is still at the pier. One passenger said on Tuesday that the crew had left the ship.", "2025-06-10 One passenger says the crew had left the ship"},
		{"The ferry is still at the pier. On Tuesday, passengers said the crew had left the ship.", "2025-06-10 Passengers say the crew had left the ship"},
		{"The ferry is still at the pier. Two people close to the owner told reporters on Tuesday that the crew would leave the ship.", "2025-06-10 Two people close to the owner: the crew would leave the ship"},
		{"The ferry is still at the pier. The local school said on Tuesday that it had cancelled its trip.", "2025-06-10 The local school says it had cancelled its trip"},
		{"The ferry is still at the pier. Nordic ports, which have few tugs, pledged on Tuesday to buy two more.", "2025-06-10 Nordic ports pledge to buy two more"},
		{"The ferry is still at the pier. At a hearing last month, witnesses testified that the captain hid the leak.", "2025-05 Witnesses testify that the captain hid the leak"},
		{"The ferry is still at the pier. One analyst said on Tuesday that the crew had left the ship.", "not 2025-06-10 One analyst"},
		{"The ferry is still at the pier. One passenger said on Tuesday that the delay is a scandal.", "not 2025-06-10 One passenger"},
		{"The ferry is still at the pier. One passenger said on Tuesday that the ferry might never leave.", "not 2025-06-10 One passenger"},
		{"The ferry is still at the pier. Some said on Tuesday that the crew had left the ship.", "not 2025-06-10 Some"},
		{"The ferry is still at the pier. At 9 pm on 10 June sunlover wrote: The crew has left the ship.", "not 2025-06-10 Sunlover"},
	} {
		tells(t, c.text, c.text, dct, []string{c.want})
	}
}
