package ingest

import (
	"strconv"
	"strings"

	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/source"
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
			field(&b, f.key, source.QuoteTOML(f.value), f.value != "")
		}
		field(&b, "actors", quotedList(e.Actors), len(e.Actors) > 0)
		field(&b, "places", quotedList(e.Places), len(e.Places) > 0)
		field(&b, "status", source.QuoteTOML(e.Status), e.Status != "")
		switch {
		case e.Source.URL != "":
			field(&b, "source", "{ name = "+source.QuoteTOML(e.Source.Name)+", url = "+source.QuoteTOML(e.Source.URL)+" }", true)
		default:
			field(&b, "source", source.QuoteTOML(e.Source.Name), e.Source.Name != "")
		}
		field(&b, "url", source.QuoteTOML(e.URL), e.URL != "")
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
	parts := []string{"path = " + source.QuoteTOML(i.Path)}
	for _, f := range []struct{ key, value string }{{"alt", i.Alt}, {"caption", i.Caption}, {"credit", i.Credit}} {
		if f.value != "" {
			parts = append(parts, f.key+" = "+source.QuoteTOML(f.value))
		}
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

func quotedList(items []string) string {
	out := make([]string, len(items))
	for i, s := range items {
		out[i] = source.QuoteTOML(s)
	}
	return "[" + strings.Join(out, ", ") + "]"
}
