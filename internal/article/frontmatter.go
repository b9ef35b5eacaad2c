package article

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/adrg/frontmatter"

	"github.com/dateline-ssg/dateline/internal/source"
)

// maxMatter bounds front matter, so that no alias and no bracket in it can
// cost more than a moment.
const maxMatter = 64 << 10

// decoders read a block of each format.
var decoders = map[string]func([]byte) (value, error){
	"yaml": yamlValue, "toml": tomlValue, "json": jsonValue,
}

// head reads the front matter, if there is any, and reports whether the body
// is to be read.
func (r *reader) head() bool {
	m, found := r.fence(r.start)
	if !found {
		v := value{kind: table}
		if head, ok := r.mail(); ok {
			v = head.mailed()
		}
		r.field(v)
		return !r.failed
	}
	first, line := r.firstLine(r.start)
	at := source.Span{Start: first, End: first + len(line)}
	switch {
	case m.whole.End == 0:
		r.fail(at, fmt.Sprintf("the front matter that %q opens is not closed", line), "close it with a line of its own: "+closing(line))
		return false
	case m.block.Len() > maxMatter:
		r.fail(at, fmt.Sprintf("front matter of %d bytes, more than %d", m.block.Len(), maxMatter), "keep long text in the body")
		return false
	}
	v, err := r.decode(m)
	if err != nil {
		r.mattered(err, m.block.Start)
		return false
	}
	if v.kind == null {
		v.kind = table
	}
	if v.kind != table {
		r.fail(at, "the front matter is "+v.kind.String()+", not keys and values", "write lines like title: …")
		return false
	}
	r.start = m.whole.End
	// Two rules with nothing between them are two rules.
	if more, again := r.fence(r.start); again && strings.TrimSpace(r.Text(more.block)) != "" {
		second, line := r.firstLine(r.start)
		r.fail(source.Span{Start: second, End: second + len(line)}, "a second front matter", "join it with the first, or put an empty line and a heading before it")
	}
	r.field(v)
	return !r.failed
}

// mattered reports what a decoder says of a block that begins at start.
func (r *reader) mattered(err error, start int) {
	var e *syntaxError
	if !errors.As(err, &e) {
		e = &syntaxError{problem: err.Error()}
	}
	if strings.HasSuffix(e.problem, "first on line") {
		e.problem += fmt.Sprintf(" %d", r.Pos(start+e.first).Line)
	}
	i := min(start+max(e.offset, 0), len(r.Bytes))
	r.fail(source.Span{Start: i, End: i}, "front matter: "+e.problem, e.hint)
}

// closing is the line that closes what line opens.
func closing(line string) string {
	if line == "{" {
		return "}"
	}
	return line[:3]
}

// fencePost stands in for the file's own delimiters when a block is handed to
// the library, which would take an indented "---" inside a value for the end.
// A NUL cannot be in a file that is read.
const fencePost = "\x00"

// inputs keeps the buffers that the library reads through. It is true because a
// buffer is reset before it is used.
var inputs = sync.Pool{New: func() any { return bufio.NewReader(nil) }}

// decode hands exactly the block to the library, with our own decoder, and
// moves the places it returns to where the block stands in the file.
func (r *reader) decode(m matter) (value, error) {
	var v value
	unmarshal := func(b []byte, to any) error {
		got, err := decoders[m.format](bytes.TrimSuffix(b, []byte("\n"+fencePost)))
		*to.(*value) = got
		return err
	}
	block := r.Bytes[m.block.Start:m.block.End]
	text := strings.Join([]string{fencePost, "\n", string(block), "\n", fencePost, "\n"}, "")
	in := inputs.Get().(*bufio.Reader)
	defer inputs.Put(in)
	in.Reset(strings.NewReader(text))
	_, err := frontmatter.MustParse(in, &v, frontmatter.NewFormat(fencePost, fencePost, unmarshal))
	v.move(m.block.Start)
	return v, err
}
