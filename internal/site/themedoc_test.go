package site_test

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/theme"
)

var update = flag.Bool("update", false, "write the reference of docs/themes.md anew")

const (
	themeDocs = "../../docs/themes.md"
	refBegin  = "<!-- reference: written by go test ./internal/site -run TestThemeDocs -update -->\n"
)

// TestThemeDocs holds the reference for theme authors to the view types: what
// a template can ask for is there, with what it means, and nothing else is.
func TestThemeDocs(t *testing.T) {
	b, err := os.ReadFile(themeDocs)
	if err != nil {
		t.Fatal(err)
	}
	head, have, ok := strings.Cut(string(b), refBegin)
	if !ok {
		t.Fatal("docs/themes.md has no place for the reference")
	}
	want := reference(t)
	if *update {
		if err := os.WriteFile(themeDocs, []byte(head+refBegin+want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if have != want {
		t.Error("docs/themes.md tells other fields than the view types have; run go test ./internal/site -run TestThemeDocs -update")
	}
	for _, name := range builtin(t).Names("") {
		if strings.HasSuffix(name, ".html") && !strings.Contains(head, "`"+name+"`") {
			t.Errorf("docs/themes.md does not name the template %s", name)
		}
	}
}

// reference is the view types with their fields, in the order of the files.
func reference(t *testing.T) string {
	var out strings.Builder
	for _, name := range []string{"view.go", "viewpage.go", "date.go", "band.go", "lanes.go", "mark.go"} {
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(".", name), nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.GenDecl:
				for _, s := range d.Specs {
					if ts, ok := s.(*ast.TypeSpec); ok && ts.Name.IsExported() {
						if st, ok := ts.Type.(*ast.StructType); ok {
							fmt.Fprintf(&out, "\n### %s\n\n%s\n\n", ts.Name.Name, oneLine(d.Doc))
							fields(&out, st)
						}
					}
				}
			case *ast.FuncDecl:
				if d.Recv != nil && d.Name.IsExported() {
					fmt.Fprintf(&out, "- `.%s` (of %s): %s\n", d.Name.Name, typeName(d.Recv.List[0].Type), oneLine(d.Doc))
				}
			}
		}
	}
	return out.String()
}

func fields(out *strings.Builder, st *ast.StructType) {
	for _, f := range st.Fields.List {
		var names []string
		for _, n := range f.Names {
			if n.IsExported() {
				names = append(names, "`."+n.Name+"`")
			}
		}
		if f.Names == nil {
			names = []string{"all of " + typeName(f.Type)}
		}
		if len(names) == 0 {
			continue
		}
		line := "- " + strings.Join(names, ", ")
		if f.Names != nil {
			line += " " + typeName(f.Type)
		}
		if c := oneLine(f.Comment); c != "" {
			line += ": " + c
		}
		out.WriteString(line + "\n")
	}
}

func oneLine(c *ast.CommentGroup) string { return strings.Join(strings.Fields(c.Text()), " ") }

func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.StarExpr:
		return typeName(e.X)
	case *ast.ArrayType:
		return "list of " + typeName(e.Elt)
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.MapType:
		return "table"
	}
	return "any"
}

// TestLedger: a second theme draws every page by a partial and a style sheet
// of its own, and all else comes from what stands behind it.
func TestLedger(t *testing.T) {
	in := sample(t, 30, config())
	ledger := theme.Layer{Name: "built-in themes/ledger", Files: filesBelow(t, "themes/ledger")}
	in.Theme = theme.New(slices.Concat([]theme.Layer{ledger}, layers(t)))
	site := drawn(t, in)
	home := string(site["index.html"])
	for _, want := range []string{`<div class="what"><h3>`, `href="/sub/path/assets/ledger.`, `<blockquote`, `<cite>`} {
		if !strings.Contains(home, want) {
			t.Errorf("the front page has no %s", want)
		}
	}
	if len(ledger.Files) > 6 {
		t.Errorf("the theme needs %d files", len(ledger.Files))
	}
}
