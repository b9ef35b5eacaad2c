package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadme writes the articles that the README shows as it shows them, and
// finds the events that anybody finds in them.
func TestReadme(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("CI", "true")
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	article, events := shown(string(readme), "---"), shown(string(readme), "events:")
	dir := t.TempDir()
	write(t, dir, "dateline.toml", "title = \"Test\"\n")
	write(t, dir, "content/talks.md", article)
	write(t, dir, "content/own.md", "---\ntitle: Own\n"+events+"---\n")
	if said := buildSite(t, dir, filepath.Join(dir, "public"), "--strict"); !strings.Contains(said, "3 events from 2 articles") {
		t.Errorf("%s", said)
	}
	table := string(tree(t, filepath.Join(dir, "public"))["events.csv"])
	for _, want := range []string{
		"2025-05-12,The two delegations sign a joint statement in Geneva,agreement,",
		"2025-05-14,The truce takes effect,",
		"2025-05-12,Geneva truce suspends most tariffs,agreement,United States;China,",
	} {
		if !strings.Contains(table, "\n"+want) {
			t.Errorf("no %q in\n%s", want, table)
		}
	}
}

// shown is the example of a text in Markdown that begins with a line.
func shown(text, first string) string {
	_, text, _ = strings.Cut(text, "\n\n    "+first+"\n")
	text, _, _ = strings.Cut(text, "\n\n")
	return first + "\n" + strings.ReplaceAll("\n"+text+"\n", "\n    ", "\n")[1:]
}
