package preview

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/source"
)

// The preview adds a script and, if there is something to say, a list of
// problems to each HTML page; in the editing mode another script and style.
// All are files of the same origin, so that they also work in a page whose
// theme allows no inline code.
const (
	scriptName  = "_reload.js"
	styleName   = "_problems.css"
	editScript  = "_edit.js"
	editedStyle = "_edit.css"
)

//go:embed reload.js
var script []byte

//go:embed overlay.css
var style []byte

//go:embed editing
var editingFiles embed.FS

// editing is the script of the editing mode with its words: its parts in one
// closure, in the order in which they need each other.
func editing(words map[string]string) []byte {
	said, err := json.Marshal(words)
	if err != nil {
		panic(err) // texts can always be written
	}
	out := []byte("// Part of the preview's editing mode, never published.\n(() => {\n\"use strict\";\n")
	out = fmt.Appendf(out, "const words = %s;\n", said)
	for _, part := range []string{"page", "server", "bar", "merge", "dialog", "cards"} {
		b, err := editingFiles.ReadFile("editing/" + part + ".js")
		if err != nil {
			panic(err) // it is embedded
		}
		out = append(out, b...)
	}
	return append(out, "})();\n"...)
}

// own is a file that the preview itself serves, nil if there is none such.
func (s *Server) own(name string) []byte {
	switch {
	case name == scriptName:
		return script
	case name == styleName:
		return style
	case name == editScript && s.editing != nil:
		return editing(s.editing.Words())
	case name == editedStyle && s.editing != nil:
		b, _ := editingFiles.ReadFile("editing/edit.css")
		return b
	}
	return nil
}

func serveOwn(w http.ResponseWriter, r *http.Request, name string, b []byte) {
	w.Header().Set("Content-Type", contentType(name, nil))
	w.Header().Set("Content-Length", fmt.Sprint(len(b)))
	if r.Method != http.MethodHead {
		w.Write(b)
	}
}

// inject puts what the preview adds before the end of the body. A page that
// other sites may frame gets no token: they could lay it under something that
// invites a click.
func (s *Server) inject(b []byte, tree *shown, name string) []byte {
	at := lastFold(b, "</body>")
	if at < 0 {
		at = len(b)
	}
	base := html.EscapeString(s.base)
	out := make([]byte, 0, len(b)+512)
	out = append(out, b[:at]...)
	out = append(out, overlay(tree, base)...)
	out = fmt.Appendf(out, `<script src="%s%s" data-reload="%s_reload?since=%s-%d"></script>`, base, scriptName, base, s.start, tree.revision)
	if s.editing != nil && !framed(name) {
		out = fmt.Appendf(out, `<link rel="stylesheet" href="%s%s"><script src="%s%s" data-base="%s" data-edit="%s%s" data-token="%s"></script>`,
			base, editedStyle, base, editScript, base, base, editPath, s.token)
	}
	return append(out, b[at:]...)
}

// lastFold is the last place of an ASCII tag, in any case.
func lastFold(b []byte, tag string) int {
	for end := len(b); ; {
		at := bytes.LastIndex(b[:end], []byte("</"))
		if at < 0 || len(b)-at >= len(tag) && strings.EqualFold(string(b[at:at+len(tag)]), tag) {
			return at
		}
		end = at
	}
}

// overlay is the list of problems, in markup that needs no script to be read.
func overlay(tree *shown, base string) string {
	if len(tree.overlay) == 0 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<link rel="stylesheet" href="%s%s">`, base, styleName)
	b.WriteString(`<div id="dateline-problems" role="alertdialog" aria-labelledby="dateline-problems-title" tabindex="-1" lang="en" dir="ltr"><button type="button" hidden>Dismiss</button>`)
	title, note := "Some files are left out", "The pages below are up to date without them."
	if tree.failed {
		title, note = "The site could not be built", "The pages below are from the last good build."
	}
	fmt.Fprintf(&b, `<h2 id="dateline-problems-title">%s</h2><p>%s</p><ul>`, title, note)
	for _, d := range tree.overlay {
		fmt.Fprintf(&b, "<li><code>%s</code>%s</li>", html.EscapeString(d.String()), quoted(d))
	}
	b.WriteString("</ul></div>")
	return b.String()
}

// quoted is the line a problem is on, with a caret under its place.
func quoted(d source.Diagnostic) string {
	if d.Line == "" || d.Pos.Col < 1 || d.Pos.Col > utf8.RuneCountInString(d.Line)+1 {
		return ""
	}
	var pad strings.Builder
	for i, r := range []rune(d.Line) {
		if i >= d.Pos.Col-1 {
			break
		}
		if r != '\t' {
			r = ' '
		}
		pad.WriteRune(r)
	}
	return "<pre>" + html.EscapeString(d.Line) + "\n" + pad.String() + "^</pre>"
}
