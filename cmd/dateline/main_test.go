package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"dateline": main})
}

// TestScript runs the command as its user types it.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			env.Setenv("XDG_CACHE_HOME", filepath.Join(env.WorkDir, ".cache"))
			env.Setenv("CI", "")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"get": get, "address": address},
	})
}

// address waits until a file holds the address that serve printed, and sets
// the variable URL to it.
func address(ts *testscript.TestScript, neg bool, args []string) {
	deadline := time.Now().Add(30 * time.Second)
	for time.Now().Before(deadline) {
		b, _ := os.ReadFile(ts.MkAbs(args[0]))
		if _, rest, ok := strings.Cut(string(b), "http://"); ok {
			if url, _, ok := strings.Cut(rest, "\n"); ok {
				ts.Setenv("URL", "http://"+strings.TrimSpace(url))
				return
			}
		}
		time.Sleep(10 * time.Millisecond)
	}
	ts.Fatalf("%s never held an address", args[0])
}

// get asks for a page and prints status and body: get URL [HOST].
func get(ts *testscript.TestScript, neg bool, args []string) {
	req, err := http.NewRequest("GET", args[0], nil)
	ts.Check(err)
	if len(args) > 1 {
		req.Host = args[1]
	}
	resp, err := http.DefaultClient.Do(req)
	ts.Check(err)
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs("body"), fmt.Appendf(nil, "%d\n%s", resp.StatusCode, b), 0o644))
}
