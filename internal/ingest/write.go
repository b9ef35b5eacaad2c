package ingest

import (
	"strconv"
	"strings"

	"github.com/dateline-ssg/dateline/internal/article"
)

// WriteTOML writes events as a table that a site's content folder takes: one
// [[events]] each, in the order given, empty fields left out.
func WriteTOML(events []article.Explicit) []byte {
	var b strings.Builder
	for i, e := range events {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString("[[events]]\n")
		for _, f := range []struct{ key, value string }{
			{"date", e.When}, {"mod", e.Mod}, {"headline", e.Headline}, {"text", e.Text}, {"type", e.Type},
		} {
			field(&b, f.key, quoted(f.value), f.value != "")
		}
		field(&b, "actors", quotedList(e.Actors), len(e.Actors) > 0)
		field(&b, "places", quotedList(e.Places), len(e.Places) > 0)
		field(&b, "status", quoted(e.Status), e.Status != "")
		switch {
		case e.Source.URL != "":
			field(&b, "source", "{ name = "+quoted(e.Source.Name)+", url = "+quoted(e.Source.URL)+" }", true)
		default:
			field(&b, "source", quoted(e.Source.Name), e.Source.Name != "")
		}
		field(&b, "url", quoted(e.URL), e.URL != "")
		field(&b, "importance", strconv.Itoa(e.Importance), e.Importance > 0)
		field(&b, "image", image(e.Image), e.Image.Path != "")
	}
	return []byte(b.String())
}

// field writes a key with its value, where it has one.
func field(b *strings.Builder, key, value string, has bool) {
	if has {
		b.WriteString(key + " = " + value + "\n")
	}
}

func image(i article.Image) string {
	parts := []string{"path = " + quoted(i.Path)}
	for _, f := range []struct{ key, value string }{{"alt", i.Alt}, {"caption", i.Caption}, {"credit", i.Credit}} {
		if f.value != "" {
			parts = append(parts, f.key+" = "+quoted(f.value))
		}
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

func quotedList(items []string) string {
	out := make([]string, len(items))
	for i, s := range items {
		out[i] = quoted(s)
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// quoted is a basic string of TOML: control characters, quotation marks and
// backslashes escaped, all else as it is.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f:
			b.WriteString(`\u` + ("0000" + strconv.FormatInt(int64(r), 16))[len(strconv.FormatInt(int64(r), 16)):])
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
