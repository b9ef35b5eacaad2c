package publish

import (
	"slices"
	"testing"

	"github.com/dateline-ssg/dateline/internal/site"
)

// Every page has one turn, and what shows the same as another comes after that.
func TestInTurn(t *testing.T) {
	pages := []site.Page{{Path: "a"}, {Path: "b", Beside: "d"}, {Path: "c", Beside: "gone"}, {Path: "d"}, {Path: "e", Beside: "a"}, {Path: "f"}}
	if got, want := inTurn(pages), []int{0, 4, 3, 1, 5, 2}; !slices.Equal(got, want) {
		t.Errorf("the order is %v, want %v", got, want)
	}
}
