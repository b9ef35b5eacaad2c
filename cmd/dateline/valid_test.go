package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// standard is what a file of the site is held to.
type standard struct {
	file string
	all  bool // every file of the kind at once, with the whole folder
	by   validator
	// wrong makes the file one that the standard forbids, each in its way.
	wrong []replacement
}

func standards(t *testing.T) map[string]standard {
	return map[string]standard{
		"HTML": {"index.html", true, nuChecker(t), []replacement{{`<main`, `<main><li>x</li><main`}, {`charset="utf-8"`, `charset="latin-1"`}}},
		"Atom": {"feed.xml", false, jing(t, "atom.rnc"), []replacement{{`<updated>\d+`, `<updated>soon`}, {`<id>[^<]*</id>`, ``}, {`</entry>`, `<summery/></entry>`}}},
		"iCalendar": {"events.ics", false, calendars(t), []replacement{
			{`DTSTART;VALUE=DATE:2`, `DTSTART;VALUE=DATE:soon`}, {"UID:.*\r\n", ``}, {"(DTSTAMP:.*\r\n)", `$1$1`}}},
		"JSON Feed": {"feed.json", false, schema(t, "jsonfeed.schema.json"), []replacement{
			{`"version": "[^"]*"`, `"version": "2"`}, {`"content_html"`, `"content"`}, {`"date_published": "[^"]*"`, `"date_published": "2025"`}}},
	}
}

// valid holds a published site to the standards of what it is written in, by
// validators that are not ours.
func valid(t *testing.T, dir string) {
	for what, s := range standards(t) {
		t.Run(what, func(t *testing.T) {
			if s.by == nil {
				t.Skip("the validator is not installed; .ci/run says where it comes from")
			}
			path := filepath.Join(dir, s.file)
			if s.all {
				path = dir
			}
			if problem := s.by(t, path); problem != "" {
				t.Errorf("%.3000s", problem)
			}
		})
	}
}

// invalid holds that the validators see what is wrong with a file that was
// made so.
func invalid(t *testing.T, dir string) {
	for what, s := range standards(t) {
		if s.by == nil {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, s.file))
		if err != nil {
			t.Fatal(err)
		}
		broken := filepath.Join(t.TempDir(), s.file)
		for _, w := range s.wrong {
			made := w.in(text)
			if bytes.Equal(made, text) {
				t.Fatalf("%s: nothing is like %s", what, w.what)
			}
			keep(t, broken, made)
			if s.by(t, broken) == "" {
				t.Errorf("%s: with %q for %q it is still called valid", what, w.by, w.what)
			}
		}
	}
}

// validator says what a file does wrong, "" for nothing.
type validator func(t *testing.T, path string) string

// replacement exchanges what is first like an expression.
type replacement struct{ what, by string }

func (r replacement) in(text []byte) []byte {
	like := regexp.MustCompile(r.what)
	at := like.FindIndex(text)
	if at == nil {
		return text
	}
	made := like.ReplaceAll(text[at[0]:at[1]], []byte(r.by))
	return bytes.Join([][]byte{text[:at[0]], made, text[at[1]:]}, nil)
}

// installed is whether a validator is there. In CI it has to be.
func installed(t *testing.T, what string, there bool) bool {
	t.Helper()
	if !there && inCI {
		t.Fatalf("%s is not installed", what)
	}
	return there
}

// says runs a validator and returns what it says if it is not content.
func says(t *testing.T, command string, args ...string) string {
	t.Helper()
	out, err := exec.Command(command, args...).CombinedOutput()
	if err == nil {
		return ""
	}
	if len(bytes.TrimSpace(out)) == 0 {
		return command + ": " + err.Error()
	}
	return string(out)
}

// nuChecker is the checker of the W3C for HTML, CSS and SVG, in the npm
// package vnu-jar. It does not know vector-effect, a property of SVG 2, nor
// paths as outlines, which are of CSS Shapes 2.
func nuChecker(t *testing.T) validator {
	jar := os.Getenv("VNU_JAR")
	if _, err := exec.LookPath("java"); !installed(t, "java", err == nil) || !installed(t, "the Nu checker (VNU_JAR)", jar != "") {
		return nil
	}
	return func(t *testing.T, path string) string {
		return says(t, "java", "-jar", jar, "--errors-only", "--skip-non-html", "--filterpattern", ".*(“vector-effect”|“clip-path”: “path).*", "--format", "gnu", path)
	}
}

// jing validates XML by a grammar in RELAX NG.
func jing(t *testing.T, grammar string) validator {
	if _, err := exec.LookPath("jing"); !installed(t, "jing", err == nil) {
		return nil
	}
	return func(t *testing.T, path string) string {
		return says(t, "jing", "-c", filepath.Join("testdata", "valid", grammar), path)
	}
}

// calendars validates by vobject and icalendar, which are the system's
// Python's.
func calendars(t *testing.T) validator {
	for _, python := range []string{"/usr/bin/python3", "python3"} {
		if exec.Command(python, "-c", "import vobject, icalendar").Run() == nil {
			return func(t *testing.T, path string) string {
				return says(t, python, filepath.Join("testdata", "valid", "ics.py"), path)
			}
		}
	}
	installed(t, "python3-vobject or python3-icalendar", false)
	return nil
}

// schema validates JSON by a schema.
func schema(t *testing.T, name string) validator {
	read := func(path string) any {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
		if err != nil {
			t.Fatal(path, err)
		}
		return value
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	const at = "https://dateline.example/schema.json"
	if err := c.AddResource(at, read(filepath.Join("testdata", "valid", name))); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(at)
	if err != nil {
		t.Fatal(err)
	}
	return func(t *testing.T, path string) string {
		if err := s.Validate(read(path)); err != nil {
			return strings.TrimSpace(err.Error())
		}
		return ""
	}
}
