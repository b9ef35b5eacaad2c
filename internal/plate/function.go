package plate

import (
	"fmt"
	"html/template"
	"reflect"
	"sync/atomic"
	"text/template/parse"
)

// function compiles a call of one of the functions that templates have.
func (c *compiler) function(name string, nodes []parse.Node, last expr) expr {
	var args []expr
	for _, n := range nodes {
		args = append(args, plain(c.arg(n)))
	}
	if last != nil {
		args = append(args, last)
	}
	if f, ok := c.funcs[name]; ok {
		if last == nil && constants(nodes) {
			return once(theirs(f, args))
		}
		return theirs(f, args)
	}
	switch f, n := builtins[name], len(args); {
	case (name == "and" || name == "or") && n > 0:
		return junction(args, name == "and")
	case f.call != nil && n >= f.least && (f.most == 0 || n <= f.most):
		return func(r *run, dot reflect.Value) reflect.Value { return with(args, r, dot, f.call) }
	}
	giveUp()
	return nil
}

// constants reports whether a call has the same arguments every time.
func constants(nodes []parse.Node) bool {
	for _, n := range nodes {
		switch n.(type) {
		case *parse.StringNode, *parse.NumberNode, *parse.BoolNode:
		default:
			return false
		}
	}
	return true
}

// once is the value of an expression that has the same one every time.
func once(e expr) expr {
	var known atomic.Pointer[reflect.Value]
	return func(r *run, dot reflect.Value) reflect.Value {
		if v := known.Load(); v != nil {
			return *v
		}
		v := e(r, dot)
		known.Store(&v)
		return v
	}
}

// with calls do with the values of arguments, which it does not keep.
func with[T any](args []expr, r *run, dot reflect.Value, do func([]reflect.Value) T) T {
	base := len(r.args)
	for _, a := range args {
		v := a(r, dot) // may have arguments of its own, which are gone by now
		r.args = append(r.args, v)
	}
	out := do(r.args[base:])
	clear(r.args[base:])
	r.args = r.args[:base]
	return out
}

// junction is the first argument that decides, or the last one.
func junction(args []expr, all bool) expr {
	return func(r *run, dot reflect.Value) reflect.Value {
		var v reflect.Value
		for _, a := range args {
			if v = a(r, dot); truth(v) != all {
				break
			}
		}
		return v
	}
}

// builtin is a function that every template has; most 0 is no bound.
type builtin struct {
	least, most int
	call        func([]reflect.Value) reflect.Value
}

var builtins = map[string]builtin{
	"not": {1, 1, func(v []reflect.Value) reflect.Value { return reflect.ValueOf(!truth(v[0])) }},
	"len": {1, 1, func(v []reflect.Value) reflect.Value {
		switch one, isNil := indirect(v[0]); {
		case isNil:
		case one.Kind() == reflect.Slice || one.Kind() == reflect.String || one.Kind() == reflect.Map:
			return reflect.ValueOf(one.Len())
		}
		giveUp()
		return reflect.Value{}
	}},
	"eq": {2, 2, func(v []reflect.Value) reflect.Value { return reflect.ValueOf(order(v[0], v[1], true) == 0) }},
	"ne": {2, 2, func(v []reflect.Value) reflect.Value { return reflect.ValueOf(order(v[0], v[1], true) != 0) }},
	"lt": {2, 2, func(v []reflect.Value) reflect.Value { return reflect.ValueOf(order(v[0], v[1], false) < 0) }},
	"le": {2, 2, func(v []reflect.Value) reflect.Value { return reflect.ValueOf(order(v[0], v[1], false) <= 0) }},
	"gt": {2, 2, func(v []reflect.Value) reflect.Value { return reflect.ValueOf(order(v[0], v[1], false) > 0) }},
	"ge": {2, 2, func(v []reflect.Value) reflect.Value { return reflect.ValueOf(order(v[0], v[1], false) >= 0) }},
	"printf": {1, 0, func(v []reflect.Value) reflect.Value {
		return reflect.ValueOf(fmt.Sprintf(text(v[0]), anys(v[1:])...))
	}},
}

// order compares two whole numbers, two texts, or, for equality, two truths.
func order(a, b reflect.Value, equality bool) int {
	switch {
	case a.CanInt() && b.CanInt():
		return boolean(a.Int() > b.Int()) - boolean(a.Int() < b.Int())
	case a.Kind() == reflect.String && b.Kind() == reflect.String:
		return boolean(a.String() > b.String()) - boolean(a.String() < b.String())
	case equality && a.Kind() == reflect.Bool && b.Kind() == reflect.Bool:
		return boolean(a.Bool()) - boolean(b.Bool())
	}
	giveUp()
	return 0
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

// text is a value that is a string, and no other type of one.
func text(v reflect.Value) string {
	if v.Kind() != reflect.String || v.Type() != stringType {
		giveUp()
	}
	return v.String()
}

func number(v reflect.Value) int {
	if v.Kind() != reflect.Int || v.Type() != intType {
		giveUp()
	}
	return int(v.Int())
}

var intType = reflect.TypeFor[int]()

func anys(vs []reflect.Value) []any {
	out := make([]any, len(vs))
	for i, v := range vs {
		if !v.IsValid() {
			giveUp()
		}
		out[i] = v.Interface()
	}
	return out
}

// theirs compiles a call of a function of the theme. Those of the shapes that
// occur are called as they are; any other is the interpreter's.
func theirs(f any, args []expr) expr {
	call := func(n int, do func(v []reflect.Value) (any, error)) expr {
		if n >= 0 && len(args) != n || len(args) < -n-1 {
			giveUp()
		}
		value := func(v []reflect.Value) reflect.Value {
			out, err := do(v)
			if err != nil {
				giveUp()
			}
			return reflect.ValueOf(out)
		}
		return func(r *run, dot reflect.Value) reflect.Value { return with(args, r, dot, value) }
	}
	const atLeast1, atLeast2, any0 = -2, -3, -1
	switch f := f.(type) {
	case func(string) string:
		return call(1, func(v []reflect.Value) (any, error) { return f(text(v[0])), nil })
	case func(string) (string, error):
		return call(1, func(v []reflect.Value) (any, error) { return f(text(v[0])) })
	case func(string) template.CSS:
		return call(1, func(v []reflect.Value) (any, error) { return f(text(v[0])), nil })
	case func(string) any:
		return call(1, func(v []reflect.Value) (any, error) { return f(text(v[0])), nil })
	case func(string, string) string:
		return call(2, func(v []reflect.Value) (any, error) { return f(text(v[0]), text(v[1])), nil })
	case func(int, int) int:
		return call(2, func(v []reflect.Value) (any, error) { return f(number(v[0]), number(v[1])), nil })
	case func([]string, string) string:
		return call(2, func(v []reflect.Value) (any, error) {
			list, ok := v[0].Interface().([]string)
			if !ok {
				giveUp()
			}
			return f(list, text(v[1])), nil
		})
	case func(string, ...any) (string, error):
		return call(atLeast1, func(v []reflect.Value) (any, error) { return f(text(v[0]), anys(v[1:])...) })
	case func(string, int, ...any) (string, error):
		return call(atLeast2, func(v []reflect.Value) (any, error) { return f(text(v[0]), number(v[1]), anys(v[2:])...) })
	case func(...any) []any:
		return call(any0, func(v []reflect.Value) (any, error) { return f(anys(v)...), nil })
	}
	if t := reflect.TypeOf(f); t.Kind() == reflect.Func && !t.IsVariadic() && t.NumIn() == 1 && len(args) == 1 {
		fun, in := reflect.ValueOf(f), t.In(0)
		return func(r *run, dot reflect.Value) reflect.Value {
			v := args[0](r, dot)
			if !v.IsValid() || v.Type() != in {
				giveUp()
			}
			return result(fun.Call([]reflect.Value{v}))
		}
	}
	giveUp()
	return nil
}
