package source

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// BOM is the mark that some editors write at the start of a file.
const BOM = "\ufeff"

// TOML is the file behind a byte-order mark, which TOML does not know.
func (f File) TOML() []byte { return bytes.TrimPrefix(f.Bytes, []byte(BOM)) }

// TOMLWord is the span of the value or key that begins at a decoder's line and
// column, which count bytes from 1 in what TOML gave it.
func (f File) TOMLWord(row, col int) Span {
	at := len(f.Bytes) - len(f.TOML())
	for range row - 1 {
		i := bytes.IndexByte(f.Bytes[at:], '\n')
		if i < 0 {
			break
		}
		at += i + 1
	}
	at = min(at+max(col-1, 0), len(f.Bytes))
	n := bytes.IndexAny(f.Bytes[at:], " \t\r\n=,]}#")
	if n < 0 {
		n = len(f.Bytes) - at
	}
	return Span{Start: at, End: at + n}
}

// BadTOML is the error diagnostic of a file that a TOML decoder refused.
func (f File) BadTOML(err error, hint string) Diagnostic {
	var bad *toml.DecodeError
	if !errors.As(err, &bad) {
		return f.Err(Span{}, strings.TrimPrefix(err.Error(), "toml: "), hint)
	}
	if problem, better := TOMLValue(bad); problem != "" {
		return f.Err(f.TOMLWord(bad.Position()), problem, better)
	}
	return f.Err(f.TOMLWord(bad.Position()), TOMLProblem(bad), hint)
}

// TOMLValue says of a value of the wrong type, in the words of who wrote it and not
// in Go's, what its key cannot be, and what to write. It is "" of any other error.
func TOMLValue(e *toml.DecodeError) (problem, hint string) {
	key := strings.Join(e.Key(), ".")
	_, rest, ok := strings.Cut(e.Error(), "cannot decode TOML ")
	if !ok || key == "" {
		return "", ""
	}
	given, rest, _ := strings.Cut(rest, " into ")
	_, wanted, _ := strings.Cut(rest, " of type ")
	last := e.Key()[len(e.Key())-1]
	switch {
	case wanted == "string" && strings.Contains(given, "date"):
		hint = "put the date in double quotes"
	case wanted == "string":
		hint = "put the text in double quotes"
	case wanted == "[]string":
		hint = fmt.Sprintf("write a list: %s = [\"one\", \"two\"]", last)
	case wanted == "bool":
		hint = "write true or false"
	case wanted == "int":
		hint = "write a whole number without quotes"
	case strings.HasPrefix(wanted, "[]"):
		hint = fmt.Sprintf("write it as [[%s]] with its keys below", key)
	case strings.Contains(wanted, "."):
		hint = fmt.Sprintf("write it as [%s] with its keys below", key)
	}
	article := "a "
	if strings.ContainsAny(given[:min(1, len(given))], "aeiou") {
		article = "an "
	}
	return key + " cannot be " + article + given, hint
}

// TOMLProblem says what is wrong with the TOML in words that name no keyword
// of the decoder ("no" begins its "nan").
func TOMLProblem(e *toml.DecodeError) string {
	problem := strings.TrimPrefix(e.Error(), "toml: ")
	if strings.Contains(problem, "expected keyword") || strings.Contains(problem, "at start of value") {
		problem = "the value is neither text in quotation marks nor a number, a date, true or false"
	}
	return "not valid TOML: " + problem
}

// QuoteTOML is a text as a basic string of TOML, on one line.
func QuoteTOML(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
