package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"github.com/dateline-ssg/dateline/internal/source"
)

// jsonValue reads a block of JSON; one without its outer braces is given them.
func jsonValue(b []byte) (value, error) {
	if len(bytes.TrimSpace(b)) == 0 {
		return value{kind: table}, nil
	}
	shift := 0
	if bytes.TrimSpace(b)[0] == '"' {
		b = append(append([]byte("{"), b...), '}')
		shift = 1
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	w := jsonWalk{d, b, lineStarts(b)}
	v, err := value{}, json.Unmarshal(b, new(any)) // the decoder's own places are less exact
	if err == nil {
		v, err = w.value(0)
	}
	if err == nil {
		if _, more := d.Token(); more != io.EOF {
			err = slip(int(d.InputOffset()), "json: more after the closing brace", "keep one object")
		}
	}
	var syntax *json.SyntaxError
	var own *syntaxError
	switch {
	case errors.As(err, &own):
		own.offset -= shift
	case errors.As(err, &syntax):
		err = slip(int(syntax.Offset)-1-shift, "json: "+syntax.Error(), "check quotation marks and commas")
	case err != nil:
		err = slip(max(len(b)-1-2*shift, 0), "json: it ends too early", "check the closing braces and brackets")
	}
	v.move(-shift)
	return v, err
}

type jsonWalk struct {
	*json.Decoder
	block []byte
	lines []int
}

func (w jsonWalk) value(depth int) (value, error) {
	from := int(w.InputOffset())
	t, err := w.Token()
	end := int(w.InputOffset())
	for from < end && bytes.IndexByte([]byte(" \t\r\n,:"), w.block[from]) >= 0 {
		from++
	}
	v := value{Span: source.Span{Start: from, End: end}}
	if err != nil {
		return v, err
	}
	if depth > maxDepth {
		return v, slip(from, "too many levels of lists and tables", "front matter needs two or three")
	}
	switch t := t.(type) {
	case string:
		v.kind, v.text = scalar, t
	case json.Number:
		v.kind, v.text = scalar, t.String()
	case bool:
		v.kind, v.text = scalar, string(w.block[from:end])
	case json.Delim:
		if t == '[' {
			v.kind = list
			for w.More() {
				x, err := w.value(depth + 1)
				if err != nil {
					return v, err
				}
				v.items = append(v.items, x)
			}
		} else if err := w.table(&v, depth); err != nil {
			return v, err
		}
		_, err = w.Token() // the closing mark
	}
	return v, err
}

func (w jsonWalk) table(v *value, depth int) error {
	v.kind = table
	for w.More() {
		key, err := w.value(depth + 1)
		if err != nil {
			return err
		}
		for _, p := range v.pairs {
			if p.key == key.text {
				return duplicate(key.text, key.Start, p.at.Start)
			}
		}
		x, err := w.value(depth + 1)
		if err != nil {
			return err
		}
		v.pairs = append(v.pairs, pair{key.text, key.Span, x})
	}
	return nil
}
