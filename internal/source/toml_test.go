package source

import (
	"testing"

	"github.com/pelletier/go-toml/v2"
)

func TestBadTOML(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"title = \"a\"\nby = nobody", `a.toml:2:6: not valid TOML: the value is neither text in quotation marks nor a number, a date, true or false; hint`},
		{BOM + "by = nobody", `a.toml:1:6: not valid TOML: the value is neither text in quotation marks nor a number, a date, true or false; hint`},
		{"[[a]]\nb = [1,\n", `a.toml:2:8: not valid TOML: array is incomplete; hint`},
	} {
		f := File{Path: "a.toml", Bytes: []byte(c.text)}
		var doc map[string]any
		err := toml.Unmarshal(f.TOML(), &doc)
		if err == nil {
			t.Fatalf("%q is read", c.text)
		}
		d := f.BadTOML(err, "hint")
		if got := d.String(); got != c.want {
			t.Errorf("%q: got %s, want %s", c.text, got, c.want)
		}
	}
}
