package plate

import (
	"bytes"
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"text/template/parse"
)

// html/template ends every pipeline that is written with the escapers of its
// place in the page. Here a plate knows those places by the list of their
// names.
//
// A text, or a whole number, is escaped here where that is simple: the special
// characters of HTML, addresses that are written as they are. Anything else
// is given to html/template: a value is the same in every place with the same
// escapers, so it is drawn by a template of that place alone, its carrier.

const escaper = "_html_template_"

// carriers are templates with one action in each kind of place.
var carriers = sync.OnceValue(func() map[string]*carrier {
	return carriersOf(
		`{{.}}`, `<p title="{{.}}">`, `<title>{{.}}</title>`,
		`<a href="{{.}}">`, `<a href="/{{.}}">`, `<a href="?{{.}}">`,
		`<script>{{.}}</script>`, `<script>"{{.}}"</script>`,
		`<style>{{.}}</style>`, `<p style="{{.}}">`, `<p title={{.}}>`, `<a href={{.}}>`, `<meta http-equiv="refresh" content="0;url={{.}}">`,
	)
})

// carrier is such a template, and what it writes around the value.
type carrier struct {
	tmpl          *template.Template
	before, after int
}

func carriersOf(sources ...string) map[string]*carrier {
	out := map[string]*carrier{}
	for _, s := range sources {
		t := template.Must(template.New("carrier").Parse(s))
		if t.Execute(&bytes.Buffer{}, "") != nil {
			continue
		}
		c := &carrier{tmpl: t}
		names := ""
		for _, n := range t.Tree.Root.Nodes {
			switch n := n.(type) {
			case *parse.ActionNode:
				_, names = place(n.Pipe)
			case *parse.TextNode:
				if names == "" {
					c.before = len(n.Text)
				} else {
					c.after = len(n.Text)
				}
			}
		}
		out[names] = c
	}
	return out
}

// place splits a pipeline into the commands of its author and the names of the
// escapers behind them.
func place(p *parse.PipeNode) (cmds []*parse.CommandNode, escapers string) {
	for i, cmd := range p.Cmds {
		id, ok := cmd.Args[0].(*parse.IdentifierNode)
		if name, escapes := "", false; ok {
			if name, escapes = strings.CutPrefix(id.Ident, escaper); escapes && len(cmd.Args) == 1 {
				if escapers == "" {
					cmds = p.Cmds[:i]
				}
				escapers += " " + name
				continue
			}
		}
		if escapers != "" {
			giveUp()
		}
	}
	return cmds, escapers
}

// write compiles an action that writes its value.
func (c *compiler) write(p *parse.PipeNode) step {
	cmds, names := place(p)
	in := carriers()[names]
	if in == nil || len(cmds) == 0 {
		giveUp()
	}
	value, fast := c.cmds(cmds), fasts[names]
	return func(r *run, dot reflect.Value) {
		v := value(r, dot)
		if !v.IsValid() {
			giveUp()
		}
		if fast == nil || !fast(r.out, v) {
			in.write(r.out, v)
		}
	}
}

// write writes a value as html/template does.
func (c *carrier) write(out *bytes.Buffer, v reflect.Value) {
	var b bytes.Buffer
	if c.tmpl.Execute(&b, v.Interface()) != nil || b.Len() < c.before+c.after {
		giveUp()
	}
	out.Write(b.Bytes()[c.before : b.Len()-c.after])
}

// fasts write simple values by the names of a place's escapers, and report
// whether the value was one.
var fasts = map[string]func(*bytes.Buffer, reflect.Value) bool{
	" htmlescaper":                            writeText,
	" attrescaper":                            writeAttr,
	" rcdataescaper":                          writeAttr,
	" urlfilter urlnormalizer attrescaper":    writeURL,
	" urlnormalizer attrescaper":              writePath,
	" urlfilter urlnormalizer nospaceescaper": writeBareURL,
	" nospaceescaper":                         writeBare,
	" cssvaluefilter attrescaper":             writeNatural,
	" jsvalescaper":                           writeJS,
}

var (
	htmlType = reflect.TypeFor[template.HTML]()
	jsType   = reflect.TypeFor[template.JS]()
)

// writeJS writes what is JavaScript already.
func writeJS(out *bytes.Buffer, v reflect.Value) bool {
	if v.Kind() != reflect.String || v.Type() != jsType {
		return false
	}
	out.WriteString(v.String())
	return true
}

func writeText(out *bytes.Buffer, v reflect.Value) bool {
	if v.Kind() == reflect.String && v.Type() == htmlType {
		out.WriteString(v.String())
		return true
	}
	return writeAttr(out, v)
}

func writeAttr(out *bytes.Buffer, v reflect.Value) bool {
	if v.Kind() == reflect.String && v.Type() == stringType {
		writeEscaped(out, v.String())
		return true
	}
	return writeNatural(out, v)
}

func writeNatural(out *bytes.Buffer, v reflect.Value) bool {
	if v.Kind() != reflect.Int || v.Type() != intType || v.Int() < 0 {
		return false
	}
	var room [20]byte
	out.Write(strconv.AppendInt(room[:0], v.Int(), 10))
	return true
}

// special are what the special characters of HTML are written as.
var special = [256]string{0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;"}

// isSpecial says so, in a table that takes less of the processor's memory.
var isSpecial = func() (set [256]bool) {
	for c, as := range special {
		set[c] = as != ""
	}
	return set
}()

func writeEscaped(out *bytes.Buffer, s string) {
	from := 0
	for i := range len(s) {
		if isSpecial[s[i]] {
			out.WriteString(s[from:i])
			out.WriteString(special[s[i]])
			from = i + 1
		}
	}
	out.WriteString(s[from:])
}

// asIs are the characters that every address is written with as they are.
var asIs = func() (set [256]bool) {
	for _, c := range "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/:#?=,;@!$*" {
		set[c] = true
	}
	return set
}()

// writeURL writes a whole address of the web or of this site.
func writeURL(out *bytes.Buffer, v reflect.Value) bool { return web(v) && writePath(out, v) }

// writeBareURL writes a whole address without quotes around it.
func writeBareURL(out *bytes.Buffer, v reflect.Value) bool {
	return web(v) && writeAddress(out, v, "&#61;")
}

// web reports whether a value is an address of the web or of this site.
func web(v reflect.Value) bool {
	if v.Kind() != reflect.String || v.Type() != stringType {
		return false
	}
	if s := v.String(); s != "" && s[0] == '/' {
		return true
	}
	scheme, _, ok := strings.Cut(v.String(), ":")
	return !ok || scheme == "https" || scheme == "http" || strings.Contains(scheme, "/")
}

// writeBare writes a word without quotes around it, or a number.
func writeBare(out *bytes.Buffer, v reflect.Value) bool {
	if v.Kind() != reflect.String || v.Type() != stringType {
		return writeNatural(out, v)
	}
	s := v.String()
	for i := range len(s) {
		if !asIs[s[i]] || s[i] == '=' {
			return false
		}
	}
	out.WriteString(s)
	return s != "" // which is written as something
}

// writePath writes what goes on an address.
func writePath(out *bytes.Buffer, v reflect.Value) bool { return writeAddress(out, v, "=") }

// writeAddress writes an address whose characters stand as they are, but for
// those that HTML writes otherwise: what joins the parts of a query, and the
// equals sign where no quotes are. Without them an empty one is no value.
func writeAddress(out *bytes.Buffer, v reflect.Value, equals string) bool {
	if v.Kind() != reflect.String || v.Type() != stringType {
		return false
	}
	s := v.String()
	if s == "" {
		return equals == "="
	}
	plain := true
	for i := range len(s) {
		if c := s[i]; !asIs[c] {
			if c != '&' {
				return false
			}
			plain = false
		} else if c == '=' && equals != "=" {
			plain = false
		}
	}
	if plain {
		out.WriteString(s)
		return true
	}
	from := 0
	for i := range len(s) {
		switch {
		case s[i] == '&':
			out.WriteString(s[from:i])
			out.WriteString("&amp;")
		case s[i] == '=':
			out.WriteString(s[from:i])
			out.WriteString(equals)
		default:
			continue
		}
		from = i + 1
	}
	out.WriteString(s[from:])
	return true
}
