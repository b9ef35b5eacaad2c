package site_test

import (
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/chronology"
)

// outline is a page's list as lines: months, what stands between, dates.
func outline(t *testing.T, page []byte) string {
	t.Helper()
	var b strings.Builder
	inList := false
	for n := range parse(t, "page", page).root.Descendants() {
		class := ""
		for _, a := range n.Attr {
			if a.Key == "class" {
				class = a.Val
			}
		}
		switch {
		case class == "list":
			inList = true
		case !inList:
		case n.Data == "h2":
			b.WriteString("# " + strings.TrimSpace(text(n)) + "\n")
		case class == "gap" || class == "sub":
			b.WriteString("- " + text(n) + "\n")
		case n.Parent.Data == "article" && n.PrevSibling == nil:
			b.WriteString(strings.TrimSpace(text(n)) + "\n")
		case class == "ends":
			inList = false
		}
	}
	return b.String()
}

// TestOrder: what is known roughly stands after the days of its month and
// the months of its year, whichever way the list runs; long gaps are said.
func TestOrder(t *testing.T) {
	in := sample(t, 20, config())
	var events []*chronology.Event
	for i, date := range []string{"2025-03-02", "2025-03-10", "2025-W11", "2025-03", "2025-03", "2025", "2025-H1", "2024-12-20", "2024-WI", "199", ""} {
		e := in.Events[i]
		e.Date, e.Mod, e.Status, e.Links = date, "", "happened", nil
		e.Dates = nil
		events = append(events, e)
	}
	in.Events, in.Now = events, "2026-01-01"
	pages := drawn(t, in)
	newest := `# March 2025
10 March 2025
week of 10 March 2025
2 March 2025
- March 2025, day unknown
March 2025
March 2025
# 2025, month unknown
first half of 2025
2025
- 10 weeks without an entry
# December 2024
20 December 2024
# 2024 and the years after
winter 2024–2025
# 1990 and the years after
1990s
# Undated
date unknown
`
	oldest := `# 1990 and the years after
1990s
# December 2024
20 December 2024
# 2024 and the years after
winter 2024–2025
- 10 weeks without an entry
# March 2025
2 March 2025
10 March 2025
week of 10 March 2025
- March 2025, day unknown
March 2025
March 2025
# 2025, month unknown
first half of 2025
2025
# Undated
date unknown
`
	for path, want := range map[string]string{"index.html": newest, "oldest/index.html": oldest} {
		if got := outline(t, pages[path]); got != want {
			t.Errorf("%s lists\n%s\nwant\n%s", path, got, want)
		}
	}
}
