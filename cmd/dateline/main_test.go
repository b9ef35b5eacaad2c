package main

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
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
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"get": get, "address": address, "save": save, "bytes": bytesFile, "rename": rename, "remove": remove},
		Condition: func(cond string) (bool, error) {
			if cond != "root" {
				return false, fmt.Errorf("no condition %q", cond)
			}
			return os.Getuid() == 0, nil
		},
	})
}

// address waits until a file holds the address that serve printed, and sets
// URL to it and HOST to its host and port.
func address(ts *testscript.TestScript, neg bool, args []string) {
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		b, _ := os.ReadFile(ts.MkAbs(args[0]))
		if line, _, ok := strings.Cut(string(b), "\n"); ok {
			ts.Setenv("URL", line)
			host, _, _ := strings.Cut(strings.TrimPrefix(line, "http://"), "/")
			ts.Setenv("HOST", host)
			return
		}
	}
	ts.Fatalf("%s never held an address", args[0])
}

// save copies a file over another as an editor does, and waits until the
// preview has told the browser to reload: save TO FROM.
func save(ts *testscript.TestScript, neg bool, args []string) {
	reloaded(ts, func() error {
		if err := os.MkdirAll(filepath.Dir(ts.MkAbs(args[0])), 0o755); err != nil {
			return err
		}
		return saveAs(ts.MkAbs(args[0]), []byte(ts.ReadFile(args[1])))
	})
}

// rename gives a file or folder another name and waits for the reload:
// rename FROM TO.
func rename(ts *testscript.TestScript, neg bool, args []string) {
	reloaded(ts, func() error { return os.Rename(ts.MkAbs(args[0]), ts.MkAbs(args[1])) })
}

// remove removes a file or folder and waits for the reload, so that none of what it does is
// told with the next change: remove PATH.
func remove(ts *testscript.TestScript, neg bool, args []string) {
	reloaded(ts, func() error { return os.RemoveAll(ts.MkAbs(args[0])) })
}

// reloaded waits for the reload that a change brings.
func reloaded(ts *testscript.TestScript, change func() error) {
	events, err := listen(ts.Getenv("URL"))
	ts.Check(err)
	defer events.Close()
	ts.Check(change())
	ts.Check(awaitReload(events))
}

// listen opens the stream of reloads of the preview at a URL.
func listen(url string) (*eventStream, error) {
	resp, err := http.Get(url + "_reload")
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, fmt.Errorf("%s_reload: %s", url, resp.Status)
	}
	e := &eventStream{resp.Body, bufio.NewScanner(resp.Body)}
	// The first line is sent when the stream is open: what is saved from now
	// on is told.
	if !e.lines.Scan() {
		return nil, fmt.Errorf("%s_reload: the stream ended", url)
	}
	return e, nil
}

// eventStream is an open stream of server-sent events.
type eventStream struct {
	io.Closer
	lines *bufio.Scanner
}

// awaitReload reads up to the next event that reloads the page.
func awaitReload(e *eventStream) error {
	timer := time.AfterFunc(30*time.Second, func() { e.Close() })
	defer timer.Stop()
	for e.lines.Scan() {
		if e.lines.Text() == "event: reload" {
			return nil
		}
	}
	return fmt.Errorf("no reload came: %v", e.lines.Err())
}

// saveAs writes a file beside the old one and renames it over, as editors do.
func saveAs(path string, b []byte) error {
	if err := os.WriteFile(path+"~", b, 0o644); err != nil {
		return err
	}
	return os.Rename(path+"~", path)
}

// bytesFile writes a file of bytes that a script cannot hold, given as in Go,
// as often as said: bytes FILE "QUOTED" [TIMES].
func bytesFile(ts *testscript.TestScript, neg bool, args []string) {
	text, err := strconv.Unquote(`"` + strings.ReplaceAll(args[1], `"`, `\"`) + `"`)
	ts.Check(err)
	times := 1
	if len(args) > 2 {
		times, err = strconv.Atoi(args[2])
		ts.Check(err)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(text, times)), 0o644))
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
