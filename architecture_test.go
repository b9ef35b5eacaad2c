package dateline

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// rooms are the packages in the order of the river: each may import only what
// stands before it.
var rooms = []string{
	"source", "calendar", "sentence", "phrase", "article", "clause", "timex",
	"actor", "event", "chronology", "edit", "plate", "theme", "card", "site", "export", "ingest", "build",
	"project", "cache", "publish", "watch", "preview",
}

// edge is the first room that may touch the world.
const edge = "project"

// world are the imports that a pure room must not have.
var world = []string{"os", "os/exec", "net", "net/http", "syscall", "io/ioutil", "math/rand", "math/rand/v2", "crypto/rand", "log", "log/slog"}

// clock are the calls that a pure room must not make.
var clock = map[string][]string{
	"time":          {"Now", "Since", "Until", "Sleep", "After", "Tick", "NewTimer", "NewTicker", "AfterFunc", "Local"},
	"path/filepath": {"Glob", "Walk", "WalkDir", "Abs", "EvalSymlinks"},
	"runtime":       {"GOOS"},
}

// noRoom are names that say nothing of what is inside.
var noRoom = []string{"utils", "util", "common", "helpers", "helper", "types", "models", "model", "misc", "shared", "lib"}

const internal = "github.com/dateline-ssg/dateline/internal/"

func TestRoomsExist(t *testing.T) {
	folders, err := os.ReadDir("internal")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range folders {
		got = append(got, f.Name())
	}
	want := slices.Sorted(slices.Values(rooms))
	if !slices.Equal(got, want) {
		t.Errorf("internal/ holds %v\nthe river has %v", got, want)
	}
}

func TestOrderAndPurity(t *testing.T) {
	for _, f := range goFiles(t, "internal") {
		room := strings.Split(filepath.ToSlash(f), "/")[1]
		for _, problem := range judge(t, room, f, nil) {
			t.Error(problem)
		}
	}
}

func TestNames(t *testing.T) {
	err := filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error {
		if room := filepath.Base(filepath.Dir(p)); err == nil && filepath.Ext(p) == ".go" && slices.Contains(noRoom, room) {
			t.Errorf("%s: a package named %s hides what is in it; name the idea", p, room) // not public/types, which a build makes
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestJudge shows that the judge can find against: each file here breaks one
// rule.
func TestJudge(t *testing.T) {
	for _, c := range []struct{ room, src, want string }{
		{"timex", `package timex; import "` + internal + `event"`, "upstream"},
		{"timex", `package timex; import "os"`, "touches the world"},
		{"timex", `package timex; import "net/http"`, "touches the world"},
		{"site", `package site; import "time"; var x = time.Now()`, "time.Now"},
		{"site", `package site; import now "time"; var x = now.Now()`, "time.Now"},
		{"utils", `package utils`, "not a room"},
		{"timex", `package types`, "named types"},
	} {
		problems := judge(t, c.room, "x.go", []byte(c.src))
		if len(problems) != 1 || !strings.Contains(problems[0], c.want) {
			t.Errorf("%s: got %v, want one of %q", c.src, problems, c.want)
		}
	}
	for _, c := range []struct{ room, src string }{
		{"timex", `package timex; import ("net/url"; "` + internal + `source")`},
		{"preview", `package preview; import ("net/http"; "time"); var x = time.Now()`},
	} {
		if problems := judge(t, c.room, "x.go", []byte(c.src)); len(problems) > 0 {
			t.Errorf("%s: got %v", c.src, problems)
		}
	}
}

// judge is what the rules have against a file of a room.
func judge(t *testing.T, room, file string, src any) []string {
	t.Helper()
	if b, ok := src.([]byte); ok && b == nil {
		src = nil
	}
	f, err := parser.ParseFile(token.NewFileSet(), file, src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.Index(rooms, room)
	if at < 0 {
		return []string{file + ": " + room + " is not a room of the river"}
	}
	var problems []string
	if slices.Contains(noRoom, f.Name.Name) {
		problems = append(problems, file+": a package named "+f.Name.Name)
	}
	pure := at < slices.Index(rooms, edge)
	names := map[string]string{} // as used in the file → import path
	for _, spec := range f.Imports {
		p := strings.Trim(spec.Path.Value, `"`)
		name := path.Base(p)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		names[name] = p
		if other, ok := strings.CutPrefix(p, internal); ok && slices.Index(rooms, other) >= at {
			problems = append(problems, file+": "+room+" imports "+other+", which is not upstream of it")
		}
		if pure && slices.Contains(world, p) {
			problems = append(problems, file+": "+room+" is pure, and "+p+" touches the world")
		}
	}
	if !pure {
		return problems
	}
	ast.Inspect(f, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if id, ok := sel.X.(*ast.Ident); ok && slices.Contains(clock[names[id.Name]], sel.Sel.Name) {
			problems = append(problems, file+": "+room+" is pure, and calls "+names[id.Name]+"."+sel.Sel.Name)
		}
		return true
	})
	return problems
}

// goFiles are the Go files below dir, without tests.
func goFiles(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(p, ".go") && !strings.HasSuffix(p, "_test.go") {
			out = append(out, p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
