package plate

import (
	"html/template"
	"reflect"
	"strconv"
	"sync/atomic"
	"text/template/parse"
)

// expr is what a pipeline, a command or an argument is worth.
type expr func(r *run, dot reflect.Value) reflect.Value

// pipe compiles a pipeline without variables of its own.
func (c *compiler) pipe(p *parse.PipeNode) expr {
	if len(p.Decl) > 0 {
		giveUp()
	}
	return c.cmds(p.Cmds)
}

// cmds compiles commands, each with the value of the one before as its last
// argument.
func (c *compiler) cmds(cmds []*parse.CommandNode) expr {
	if len(cmds) == 0 {
		giveUp()
	}
	var value expr
	for _, cmd := range cmds {
		value = plain(c.command(cmd.Args, value))
	}
	return value
}

// plain takes a value out of an interface that says nothing of it.
func plain(e expr) expr {
	return func(r *run, dot reflect.Value) reflect.Value {
		v := e(r, dot)
		if v.Kind() == reflect.Interface && v.NumMethod() == 0 {
			return v.Elem()
		}
		return v
	}
}

// command compiles a command; last is its last argument, nil for none.
func (c *compiler) command(args []parse.Node, last expr) expr {
	if id, ok := args[0].(*parse.IdentifierNode); ok {
		return c.function(id.Ident, args[1:], last)
	}
	if len(args) > 1 || last != nil {
		giveUp() // a method with arguments
	}
	return c.arg(args[0])
}

// arg compiles an argument, or a command without any.
func (c *compiler) arg(n parse.Node) expr {
	switch n := n.(type) {
	case *parse.DotNode:
		return func(_ *run, dot reflect.Value) reflect.Value { return dot }
	case *parse.FieldNode:
		return c.chain(func(_ *run, dot reflect.Value) reflect.Value { return dot }, n.Ident)
	case *parse.VariableNode:
		slot := c.slot(n.Ident[0])
		return c.chain(func(r *run, _ reflect.Value) reflect.Value { return r.vars[r.base+slot] }, n.Ident[1:])
	case *parse.ChainNode:
		return c.chain(c.arg(n.Node), n.Field)
	case *parse.PipeNode:
		return c.pipe(n)
	case *parse.IdentifierNode:
		return c.function(n.Ident, nil, nil)
	case *parse.StringNode:
		return constant(n.Text)
	case *parse.BoolNode:
		return constant(n.True)
	case *parse.NumberNode:
		if n.IsInt && n.Text == strconv.Itoa(int(n.Int64)) {
			return constant(int(n.Int64))
		}
	}
	giveUp()
	return nil
}

func constant(v any) expr {
	value := reflect.ValueOf(v)
	return func(*run, reflect.Value) reflect.Value { return value }
}

// chain compiles a value's field of a field.
func (c *compiler) chain(e expr, names []string) expr {
	for _, name := range names {
		e = c.field(e, name)
	}
	return e
}

// access is how the values of a type give a field.
type access struct {
	of     reflect.Type
	addr   bool                             // of a value that has an address, and so the methods of its pointer
	method int                              // -1 for none
	direct func(any) (template.HTML, error) // calls it without reflection, nil for none
	index  []int
	key    bool // of a map
}

// field compiles a field, a method or a key. Mostly a node meets values of one
// type, so it remembers where that one has the field.
func (c *compiler) field(e expr, name string) expr {
	var last atomic.Pointer[access]
	key := reflect.ValueOf(name)
	return func(r *run, dot reflect.Value) reflect.Value {
		v, isNil := indirect(e(r, dot))
		if isNil {
			giveUp()
		}
		typ, addr := v.Type(), v.CanAddr()
		a := last.Load()
		if a == nil || a.of != typ || a.addr != addr {
			a = c.find(v, name)
			last.Store(a)
		}
		switch {
		case a.direct != nil:
			html, err := a.direct(v.Addr().Interface())
			if err != nil {
				giveUp()
			}
			return reflect.ValueOf(html)
		case a.method >= 0:
			if addr {
				v = v.Addr()
			}
			return result(v.Method(a.method).Call(nil))
		case a.key:
			if v = v.MapIndex(key); !v.IsValid() {
				giveUp()
			}
			return v
		case len(a.index) == 1:
			return v.Field(a.index[0])
		}
		v, err := v.FieldByIndexErr(a.index)
		if err != nil {
			giveUp()
		}
		return v
	}
}

// find looks a name up in the type of a value that is no pointer.
func (c *compiler) find(v reflect.Value, name string) *access {
	a := &access{of: v.Type(), addr: v.CanAddr(), method: -1}
	with := v.Type()
	if a.addr {
		with = reflect.PointerTo(with)
	}
	if m, ok := with.MethodByName(name); ok {
		if v.Kind() == reflect.Interface || m.Type.NumIn() != 1 {
			giveUp()
		}
		a.method = m.Index
		for _, known := range c.methods {
			if known.of == with && known.name == name {
				a.direct = known.call
			}
		}
		return a
	}
	switch v.Kind() {
	case reflect.Struct:
		f, ok := v.Type().FieldByName(name)
		if !ok || !f.IsExported() {
			giveUp()
		}
		a.index = f.Index
		return a
	case reflect.Map:
		if v.Type().Key() == stringType {
			a.key = true
			return a
		}
	}
	giveUp()
	return nil
}

// result is what a call gives; an error is the interpreter's to tell.
func result(out []reflect.Value) reflect.Value {
	if len(out) == 2 && !out[1].IsNil() {
		giveUp()
	}
	if out[0].Type() == valueType {
		giveUp()
	}
	return out[0]
}

var (
	stringType = reflect.TypeFor[string]()
	valueType  = reflect.TypeFor[reflect.Value]()
)
