package site

import (
	"strings"
	"testing"
)

func TestSlug(t *testing.T) {
	long := strings.Repeat("federal ministry of ", 20)
	for name, want := range map[string]string{
		"Xi Jinping":    "xi-jinping",
		"António Costa": "antonio-costa",
		"Con":           "con-x", // and eight digits
		"LPT1":          "lpt1-x",
		"Conrad":        "conrad",
		"†":             "x",
		long + "trade":  "federal-ministry-of-federal-ministry-of-",
	} {
		got := Slug(name)
		if hashed := strings.HasSuffix(want, "x") || len(name) > maxSlug; hashed && (!strings.HasPrefix(got, want) || len(got) == len(want)) || !hashed && got != want {
			t.Errorf("%q has the slug %q, not %q", name, got, want)
		}
		if len(got) > maxSlug || device.MatchString(got) {
			t.Errorf("%q is no name of a folder", got)
		}
	}
	if Slug(long+"trade") == Slug(long+"war") {
		t.Error("two long names have one slug")
	}
}
