package plate

import (
	"reflect"
	"text/template/parse"
)

// node compiles one node; nil for one that writes nothing.
func (c *compiler) node(n parse.Node) step {
	switch n := n.(type) {
	case *parse.TextNode:
		text := n.Text
		return func(r *run, _ reflect.Value) { r.out.Write(text) }
	case *parse.CommentNode:
		return nil
	case *parse.ActionNode:
		if len(n.Pipe.Decl) > 0 {
			return c.set(n.Pipe)
		}
		return c.write(n.Pipe)
	case *parse.IfNode:
		return c.choice(&n.BranchNode, false)
	case *parse.WithNode:
		return c.choice(&n.BranchNode, true)
	case *parse.RangeNode:
		return c.each(&n.BranchNode)
	case *parse.TemplateNode:
		value := expr(func(*run, reflect.Value) reflect.Value { return reflect.Value{} })
		if n.Pipe != nil {
			value = c.pipe(n.Pipe)
		}
		p := c.program(n.Name)
		return func(r *run, dot reflect.Value) { r.call(p, value(r, dot)) }
	}
	giveUp()
	return nil
}

// set compiles {{$x := …}} and {{$x = …}}.
func (c *compiler) set(p *parse.PipeNode) step {
	if len(p.Decl) != 1 {
		giveUp()
	}
	value := c.cmds(p.Cmds)
	slot := 0
	if p.IsAssign {
		slot = c.slot(p.Decl[0].Ident[0])
	} else {
		slot = c.declare(p.Decl[0].Ident[0])
	}
	return func(r *run, dot reflect.Value) { r.vars[r.base+slot] = value(r, dot) }
}

// choice compiles if, and with, whose dot is what it asks.
func (c *compiler) choice(n *parse.BranchNode, with bool) step {
	scope := len(c.scope)
	var value expr
	if len(n.Pipe.Decl) > 0 {
		set, slot := c.set(n.Pipe), 0
		slot = len(c.scope) - 1
		if n.Pipe.IsAssign {
			slot = c.slot(n.Pipe.Decl[0].Ident[0])
		}
		value = func(r *run, dot reflect.Value) reflect.Value {
			set(r, dot)
			return r.vars[r.base+slot]
		}
	} else {
		value = c.pipe(n.Pipe)
	}
	yes, no := c.block(n.List), c.block(n.ElseList)
	c.scope = c.scope[:scope]
	return func(r *run, dot reflect.Value) {
		v := value(r, dot)
		steps := no
		if truth(v) {
			if steps = yes; with {
				dot = v
			}
		}
		for _, s := range steps {
			s(r, dot)
		}
	}
}

// each compiles range over a list.
func (c *compiler) each(n *parse.BranchNode) step {
	if n.Pipe.IsAssign || len(n.Pipe.Decl) > 2 {
		giveUp()
	}
	scope := len(c.scope)
	list := c.cmds(n.Pipe.Cmds)
	number, item := -1, -1
	for i, v := range n.Pipe.Decl {
		slot := c.declare(v.Ident[0])
		if i == len(n.Pipe.Decl)-1 {
			item = slot
		} else {
			number = slot
		}
	}
	body := c.block(n.List)
	c.scope = c.scope[:scope]
	none := c.block(n.ElseList)
	return func(r *run, dot reflect.Value) {
		v, isNil := indirect(list(r, dot))
		if isNil || v.Kind() != reflect.Slice && v.Kind() != reflect.Array {
			giveUp()
		}
		for i := range v.Len() {
			one := v.Index(i)
			if item >= 0 {
				r.vars[r.base+item] = one
			}
			if number >= 0 {
				r.vars[r.base+number] = reflect.ValueOf(i)
			}
			for _, s := range body {
				s(r, one)
			}
		}
		if v.Len() == 0 {
			for _, s := range none {
				s(r, dot)
			}
		}
	}
}

// truth is what the interpreter takes for true.
func truth(v reflect.Value) bool {
	if v.Kind() == reflect.Interface && !v.IsNil() {
		v = v.Elem()
	}
	switch v.Kind() {
	case reflect.Invalid:
		return false
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() > 0
	case reflect.Bool:
		return v.Bool()
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return v.Int() != 0
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return v.Uint() != 0
	case reflect.Float32, reflect.Float64:
		return v.Float() != 0
	case reflect.Pointer, reflect.Interface:
		return !v.IsNil()
	case reflect.Struct:
		return true
	}
	giveUp()
	return false
}

// indirect is what a pointer or an interface holds in the end.
func indirect(v reflect.Value) (reflect.Value, bool) {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		if v.IsNil() {
			return v, true
		}
		v = v.Elem()
	}
	return v, !v.IsValid()
}
