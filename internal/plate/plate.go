// Package plate draws templates of html/template without its interpreter.
//
// What comes in is a template that html/template has parsed and escaped; what
// goes out writes the same bytes in a fraction of the time. Every action is
// made once into a function that finds its fields by number, calls the
// theme's functions without reflection and escapes texts as they are written.
//
// Promised: equal bytes, or none. What a plate does not know (an action, a
// kind of value, a place in a page where values are escaped in another way)
// and every error are left to the interpreter: it draws the part that the
// plate does not know, or New or Draw says no, and whoever asked draws the
// whole template as ever. So nothing here has to say what is wrong with a
// template, and a new release of html/template can make a page slower, but
// not wrong.
package plate

import (
	"bytes"
	"html/template"
	"reflect"
	"sync"
	"text/template/parse"
)

// Plate is a template ready to be drawn from several goroutines.
type Plate struct{ main *program }

// program is a template, or a part that others call. It has no steps before
// it is compiled, because parts may call each other in a circle.
type program struct {
	steps  []step
	slots  int                // of its variables
	island *template.Template // for a part that the interpreter draws, within the rest
}

// step is one node of a template.
type step func(r *run, dot reflect.Value)

// run is one drawing.
type run struct {
	out  *bytes.Buffer
	vars []reflect.Value // of the programs at work; the last one's begin at base
	base int
	args []reflect.Value // of the calls at work
}

// leave is what a run ends with that the interpreter has to do.
type leave struct{}

func giveUp() { panic(leave{}) }

// New makes a plate of a template that has been drawn at least once, so that
// html/template has put its escapers in; ok is false for one that only the
// interpreter can draw. funcs are those that it was parsed with; one that is
// called with constants alone gives the same every time, and so is called once.
// The methods are called without reflection.
func New(t *template.Template, funcs template.FuncMap, methods ...Method) (p *Plate, ok bool) {
	c := &compiler{of: t, funcs: funcs, methods: methods, programs: map[string]*program{}}
	defer func() {
		if left(recover()) {
			p, ok = nil, false
		}
	}()
	main := c.program(t.Name())
	return &Plate{main}, main.island == nil
}

// left reports whether what was recovered says that the interpreter is needed;
// any other panic goes on.
func left(recovered any) bool {
	if recovered == nil {
		return false
	}
	if _, ours := recovered.(leave); !ours {
		panic(recovered)
	}
	return true
}

// Draw writes the template drawn with data. It is false where only the
// interpreter can say what is to be written; then some of it may have been.
func (p *Plate) Draw(out *bytes.Buffer, data any) (ok bool) {
	r := runs.Get().(*run)
	defer func() {
		clear(r.vars[:cap(r.vars)]) // keeps no page alive
		clear(r.args[:cap(r.args)])
		r.out, r.vars, r.base, r.args = nil, r.vars[:0], 0, r.args[:0]
		runs.Put(r)
		if e := recover(); e != nil {
			ok = false // also of a method that panics: the interpreter makes an error of it
		}
	}()
	r.out = out
	r.call(p.main, reflect.ValueOf(data))
	return true
}

var runs = sync.Pool{New: func() any { return &run{vars: make([]reflect.Value, 0, 64)} }}

// call draws a program; its variable $ is dot.
func (r *run) call(p *program, dot reflect.Value) {
	if p.island != nil {
		if !dot.IsValid() || p.island.Execute(r.out, dot.Interface()) != nil {
			giveUp()
		}
		return
	}
	base, top := r.base, len(r.vars)
	for range p.slots {
		r.vars = append(r.vars, reflect.Value{})
	}
	r.base = top
	r.vars[top] = dot
	for _, s := range p.steps {
		s(r, dot)
	}
	clear(r.vars[top:])
	r.vars, r.base = r.vars[:top], base
}

// Method is a method of a value's pointer that templates call so often that
// reflection, which makes room for each result, costs more than what it does.
type Method struct {
	of   reflect.Type
	name string
	call func(any) (template.HTML, error)
}

// MethodOf is the method of a name, which f calls.
func MethodOf[T any](name string, f func(*T) (template.HTML, error)) Method {
	return Method{reflect.TypeFor[*T](), name, func(v any) (template.HTML, error) { return f(v.(*T)) }}
}

// compiler makes programs of the parts of one template.
type compiler struct {
	of       *template.Template
	funcs    template.FuncMap
	methods  []Method
	programs map[string]*program
	scope    []string // names of variables in sight, by slot; "" for one that has gone
	slots    int      // that the program at work needs
}

// program is the part of a name. What cannot be compiled is an island: called
// where html/template needs no other form of it, it is a template of its own.
func (c *compiler) program(name string) (p *program) {
	if p := c.programs[name]; p != nil {
		return p
	}
	part := c.of.Lookup(name)
	if part == nil || part.Tree == nil || part.Tree.Root == nil {
		giveUp() // such as a part that html/template made for another context
	}
	p = &program{}
	c.programs[name] = p
	scope, slots := c.scope, c.slots
	defer func() {
		c.scope, c.slots = scope, slots
		if left(recover()) {
			p.island = part
		}
	}()
	c.scope, c.slots = []string{"$"}, 1
	p.steps = c.list(part.Tree.Root)
	p.slots = c.slots
	return p
}

// declare gives a variable a slot.
func (c *compiler) declare(name string) int {
	c.scope = append(c.scope, name)
	c.slots = max(c.slots, len(c.scope))
	return len(c.scope) - 1
}

// slot is where the nearest variable of a name is.
func (c *compiler) slot(name string) int {
	for i := len(c.scope) - 1; i >= 0; i-- {
		if c.scope[i] == name {
			return i
		}
	}
	giveUp()
	return 0
}

// block compiles a list whose variables are its own.
func (c *compiler) block(l *parse.ListNode) []step {
	if l == nil {
		return nil
	}
	// Not deferred: a compiler that gives up is in the scope of another part.
	n := len(c.scope)
	steps := c.list(l)
	c.scope = c.scope[:n]
	return steps
}

func (c *compiler) list(l *parse.ListNode) []step {
	var out []step
	for _, n := range l.Nodes {
		if s := c.node(n); s != nil {
			out = append(out, s)
		}
	}
	return out
}
