package article

import (
	"strings"
	"testing"
	"time"

	"github.com/dateline-ssg/dateline/internal/source"
)

const prose = "\nThe ministers met.\n"

// TestBadInput asserts place and wording. A case whose want begins with
// "error" has no article; "warning" ones have.
func TestBadInput(t *testing.T) {
	for _, c := range []struct{ name, path, text, want string }{
		{"bad UTF-8", "a.md", "one\ntwo \xff three", `error a.md:2:5: the byte 0xFF is not UTF-8; save the file as UTF-8`},
		{"Latin-1 page", "a.html", "<meta charset=iso-8859-1><p>caf\xe9", `error a.html:1:32: the byte 0xE9 is not UTF-8; the page says it is in windows-1252; convert it: iconv -f windows-1252 -t utf-8`},
		{"UTF-16", "a.md", "\xff\xfea\x00b\x00", `error a.md:1:1: the file is in UTF-16; save it as UTF-8`},
		{"NUL", "a.txt", "ab\ncd\x00", `error a.txt:2:3: a NUL byte; the file may be binary or in UTF-16; save it as UTF-8 text`},
		{"image", "a.md", "\x89PNG\r\n\x1a\n", `error a.md:1:1: the file is a PNG image, not text; keep it in static/, or give it its own file name extension`},
		{"empty", "a.md", "\ufeff \n\n", `empty a.md:1:1: the file is empty; write the article, or remove the file`},
		{"too long", "a.md", strings.Repeat("a ", 600_000), `error a.md:1:1: the file has 1200000 bytes, more than the 1048576 that an article may have; split it into several articles`},
		{"unclosed YAML", "a.md", "---\ntitle: x\ndate: 2025-01-02\n" + prose, `error a.md:1:1: the front matter that "---" opens is not closed; close it with a line of its own: ---`},
		{"unclosed TOML", "a.md", "\n+++\ntitle = 'x'\n" + prose, `error a.md:2:1: the front matter that "+++" opens is not closed; close it with a line of its own: +++`},
		{"unclosed JSON", "a.md", "{\n\"title\": \"x\"\n" + prose, `error a.md:1:1: the front matter that "{" opens is not closed; close it with a line of its own: }`},
		{"doubled", "a.md", "---\ntitle: x\n---\n\n---\ndate: 2025-01-02\n---\n" + prose, `error a.md:5:1: a second front matter; join it with the first, or put an empty line and a heading before it`},
		{"YAML syntax", "a.md", "---\ntitle: x\nauthor: [a, b\n---\n" + prose, `error a.md:3:9: front matter: yaml: sequence end token ']' not found; check the indentation, and put text with a colon in quotation marks`},
		{"YAML colon", "a.md", "---\ndate: 2025-01-02\ntitle: a: b\n---\n" + prose, `error a.md:3:8: front matter: yaml: mapping value is not allowed in this context; check the indentation, and put text with a colon in quotation marks`},
		{"YAML duplicate", "a.md", "---\ntitle: x\ndate: 2025-01-02\ntitle: y\n---\n" + prose, `error a.md:4:1: front matter: the key "title" stands there twice, first on line 2; keep one of the two`},
		{"YAML alias", "a.md", "---\ntitle: *x\ndate: 2025-01-02\n---\n" + prose, `error a.md:2:8: front matter: the alias *x names nothing; put text that begins with * in quotation marks`},
		{"TOML syntax", "a.md", "+++\ntitle = x\n+++\n" + prose, `error a.md:2:9: front matter: toml: unexpected character U+0078 'x' at start of value; text needs quotation marks, and each line is key = value`},
		{"TOML duplicate", "a.md", "+++\ntitle = 'x'\ntitle = 'y'\n+++\n" + prose, `error a.md:3:1: front matter: the key "title" stands there twice, first on line 2; keep one of the two`},
		{"JSON syntax", "a.md", "{\n  \"title\": \"x\",\n}\n" + prose, `error a.md:3:1: front matter: json: invalid character '}' looking for beginning of object key string; check quotation marks and commas`},
		{"JSON duplicate", "a.md", "{\n\"title\": \"x\",\n\"title\": \"y\"\n}\n" + prose, `error a.md:3:1: front matter: the key "title" stands there twice, first on line 2; keep one of the two`},
		{"ambiguous date", "a.md", "---\ntitle: x\ndate: 03/09/2025\n---\n" + prose, `error a.md:3:7: the date "03/09/2025" is 2025-09-03 or 2025-03-09; write it as 2025-09-03`},
		{"impossible date", "a.md", "\ufeff---\r\ntitle: x\r\ndate: 2025-02-30\r\n---\r\n" + prose, `error a.md:3:7: there is no day "2025-02-30"; write it as 2025-09-03`},
		{"impossible TOML date", "a.md", "+++\ntitle = 'x'\ndate = 2025-02-30\n+++\n" + prose, `error a.md:3:8: there is no day "2025-02-30"; write it as 2025-09-03`},
		{"words for a date", "a.md", "---\ntitle: x\ndate: last Tuesday\n---\n" + prose, `error a.md:3:7: the date "last Tuesday" is not understood; write it as 2025-09-03`},
		{"list for a date", "a.md", "---\ntitle: x\ndate: [2025-01-02]\n---\n" + prose, `error a.md:3:1: date is a list, not a date; write it as 2025-09-03`},
		{"no year", "a.md", "---\ntitle: x\ndate: 3 May\n---\n" + prose, `error a.md:3:7: the date "3 May" has no year; write it as 2025-09-03`},
		{"event's date", "a.md", "---\ntitle: x\ndate: 2025-01-02\nevents:\n  - headline: y\n    date: 31 June 2025\n---\n" + prose, `error a.md:6:11: there is no day "31 June 2025"; write it as 2025-09-03, 2025-09, 2025 or 2025-09-03/2025-09-05`},
		{"event without date", "a.md", "---\ntitle: x\ndate: 2025-01-02\nevents:\n  - headline: y\n---\n" + prose, `warning a.md:5:5: an event without a date; add date: 2025-09-03`},
		{"file name", "2025-01-03-a.md", "---\ntitle: x\ndate: 2025-01-02\n---\n" + prose, `warning 2025-01-03-a.md:3:7: the date 2025-01-02 is not that of the file's name, 2025-01-03; the front matter counts; rename the file`},
		{"undated", "a.md", "---\ntitle: x\n---\n" + prose, `warning a.md:1:1: the article has no date; add date: 2025-09-03 to its front matter; until then words like "yesterday" stay unresolved`},
		{"untitled", "a.md", "---\ndate: 2025-01-02\n---\n" + prose, `warning a.md:1:1: the article has no title; add title: … to its front matter; until then it is called "The ministers met"`},
		{"bad link", "a.md", "---\ntitle: x\ndate: 2025-01-02\nurl: javascript:alert(1)\n---\n" + prose, `warning a.md:4:6: url is no address that can be linked: javascript:alert(1); write https://…`},
		{"image outside", "content/a.md", "---\ntitle: x\ndate: 2025-01-02\nimage: ../../etc/passwd\n---\n" + prose, `warning content/a.md:4:8: an image that cannot be shown: ../../etc/passwd; keep it beside the article or in static/, or write https://…`},
		{"image script", "a.md", "---\ntitle: x\ndate: 2025-01-02\nimage: javascript:alert(1)\n---\n" + prose, `warning a.md:4:8: an image that cannot be shown: javascript:alert(1); keep it beside the article or in static/, or write https://…`},
		{"endless word", "a.txt", strings.Repeat("a", 5000), `warning a.txt:1:1: the article has no title; add title: … to its front matter; until then it is called "` + strings.Repeat("a", 300) + `…"`},
		{"bad boolean", "a.md", "---\ntitle: x\ndate: 2025-01-02\ndraft: perhaps\n---\n" + prose, `warning a.md:4:8: draft is neither true nor false; false is taken`},
		{"deep page", "a.html", strings.Repeat("<div>", 501), `error a.html:1:2501: elements nested more than 500 deep; save the article alone, or as text`},
		{"marks", "a.md", "x\n\n" + strings.Repeat("**a_", 2000), `error a.md:3:1: more than 1500 marks of emphasis, links and code in one paragraph; break the paragraph, or put marks that are text behind a backslash`},
		{"list without end", "a.md", "\n" + strings.Repeat("- ", 60) + "a", `error a.md:2:1: more than 40 lists and quotations in one another; a few levels are enough`},
		{"CSV without header", "a.csv", "2025-01-02,x\n", `error a.csv:1:1: the first row does not name the columns date and headline; begin with date,headline,type,actors,places,status,source,url,text`},
		{"CSV date", "a.csv", "date,headline\n2025-01-02,x\n02/03/2025,y\n", `error a.csv:3:1: the date "02/03/2025" is 2025-03-02 or 2025-02-03; write it as 2025-09-03, 2025-09, 2025 or 2025-09-03/2025-09-05`},
		{"CSV quotation", "a.csv", "date,headline\n2025-01-02,\"x\n", `error a.csv:2:12: a quotation mark that is not closed; close it, or write a mark that is text twice`},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := source.File{Path: c.path, Bytes: []byte(c.text)}
			read := func() (*Article, []source.Diagnostic) { return Parse(f, Options{}) }
			if strings.HasSuffix(c.path, ".csv") {
				read = func() (*Article, []source.Diagnostic) { return ParseTable(f) }
			}
			a, ds := read()
			kind, want, _ := strings.Cut(c.want, " ")
			if (a != nil) != (kind == "warning") {
				t.Errorf("article %v, want one: %t", a, kind == "warning")
			}
			found := false
			var got []string
			for _, d := range ds {
				got = append(got, d.String())
				found = found || d.String() == want && (d.Level == source.Error) == (kind == "error")
			}
			if !found {
				t.Errorf("got  %s\nwant %s", strings.Join(got, "\n     "), want)
			}
		})
	}
}

// TestQuiet reads what must pass without a word.
func TestQuiet(t *testing.T) {
	for name, text := range map[string]string{
		"other generators": "---\nlayout: post\npermalink: /x/\naliases: [/y]\nweight: 3\ntoc: true\npublished: true\nlastmod: 2025-01-03\ntitle: x\ndate: 2025-01-02\ncover:\n  image: a.png\nmenu: {main: {weight: 1}}\n---\n" + prose,
		"byte-order mark":  "\ufeff---\ntitle: x\ndate: 2025-01-02\n---\n" + prose,
		"dots":             "---\ntitle: x\ndate: 2025-01-02\n...\n" + prose,
		"fence in a value": "---\ntitle: x\nsummary: |\n  a\n  ---\n  b\ndate: 2025-01-02\n---\n" + prose,
		"old Mac title":    "---\r\ntitle: x\r\ndate: 2025-01-02\r\n---\r\n" + prose,
		"rules below":      "---\ntitle: x\ndate: 2025-01-02\n---\n\n---\n\n---\n" + prose,
		"a list in rules":  "---\ntitle: x\ndate: 2025-01-02\n---\n---\n- an item\n---\n" + prose,
		"semicolons":       ";;;\n\"title\": \"x\",\n\"date\": \"2025-01-02\"\n;;;\n" + prose,
		"anchors":          "---\ntitle: &t x\nsummary: *t\ndate: 2025-01-02\n---\n" + prose,
		"empty value":      "---\ntitle: x\ndate: 2025-01-02\nauthor:\ntags: []\n---\n" + prose,
	} {
		a, ds := Parse(source.File{Path: "a.md", Bytes: []byte(text)}, Options{})
		if len(ds) > 0 || a == nil || a.Title != "x" || a.DCT.String() != "2025-01-02" {
			t.Errorf("%s: %v, %+v", name, ds, a)
		}
	}
}

func TestDates(t *testing.T) {
	for text, want := range map[string]string{
		"2025-09-03": "2025-09-03", "2025-09-03 14:00:00 +0300": "2025-09-03", "2025-09-03T02:00:00Z": "2025-09-03",
		"2025-09-03T23:59:59.123-08:00": "2025-09-03", "03.09.2025": "2025-09-03", "3. 9. 2025": "2025-09-03",
		"Sept. 3, 2025": "2025-09-03", "Sep 3 2025": "2025-09-03", "September 3rd, 2025": "2025-09-03",
		"3 September 2025": "2025-09-03", "3rd of September, 2025": "2025-09-03", "Wed, 03 Sep 2025 14:00:00 GMT": "2025-09-03",
		"Wednesday, September 3, 2025 at 2:00 PM": "2025-09-03", "2025/09/03": "2025-09-03", "20250903": "2025-09-03",
		"25/09/2025": "2025-09-25", "9/25/2025": "2025-09-25", "05/05/2025": "2025-05-05", "September 2025": "2025-09",
		"2025-09-03 2:00 pm EST": "2025-09-03", "2024-02-29": "2024-02-29", "2025": "2025",
	} {
		d, problem := stamp(text)
		if got := d.String(); got != want || problem != "" {
			t.Errorf("%q: got %s %s, want %s", text, got, problem, want)
		}
	}
	for text, want := range map[string]string{
		"2025-W36": "2025-W36", "2025-09-03/2025-09-05": "2025-09-03/2025-09-05", "3–5 September 2025": "2025-09-03/2025-09-05",
		"September 3-5, 2025": "2025-09-03/2025-09-05", "31 August – 1 September 2025": "2025-08-31/2025-09-01", "30 Dec. 2024 to 2 Jan. 2025": "2024-12-30/2025-01-02",
		"summer 2025": "2025-SU", "Q3 2025": "2025-Q3", "2025-Q3": "2025-Q3", "the first half of 2025": "2025-H1", "1990s": "199", "early May 2025": "2025-05 START",
		"circa 1990": "1990 APPROX", "2014–2022": "2014/2022", "mid-October 2025": "2025-10 MID", "late 2025": "2025 END",
	} {
		v, mod, problem := when(text)
		if got := strings.TrimSpace(v + " " + mod); got != want || problem != "" {
			t.Errorf("%q: got %s %s, want %s", text, got, problem, want)
		}
	}
	for _, text := range []string{"", "soon", "3 September", "May", "2025-13-01", "12345", "September 31, 2025", "3 September 2025 and more", "0/0/2025", "99/99/2025"} {
		if v, _, problem := when(text); problem == "" {
			t.Errorf("%q: got %s, want a problem", text, v)
		}
	}
}

// TestBomb unfolds aliases, which must not take memory or time.
func TestBomb(t *testing.T) {
	var b strings.Builder
	b.WriteString("---\ntitle: x\na0: &a0 [x,x,x,x,x,x,x,x,x]\n")
	for i := 1; i < 12; i++ {
		p, q := string(rune('a'+i-1)), string(rune('a'+i))
		if i == 1 {
			p = "a0"
		}
		b.WriteString(q + ": &" + q + " [" + strings.TrimSuffix(strings.Repeat("*"+p+",", 9), ",") + "]\n")
	}
	b.WriteString("---\n" + prose)
	began := time.Now()
	a, ds := Parse(source.File{Path: "a.md", Bytes: []byte(b.String())}, Options{})
	if a != nil || len(ds) == 0 || !strings.Contains(ds[0].Problem, "without end") {
		t.Errorf("got %v", ds)
	}
	if took := time.Since(began); took > 2*time.Second {
		t.Errorf("took %v", took)
	}
	for _, text := range []string{strings.Repeat("[", 50_000), strings.Repeat("{a: ", 15_000), strings.Repeat("- ", 30_000), strings.Repeat("a:\n ", 10_000), "title: |\n" + strings.Repeat(" a\n", 20_000), strings.Repeat("? ", 30_000)} {
		began := time.Now()
		Parse(source.File{Path: "a.md", Bytes: []byte("---\ntitle: x\nx: " + text + "\n---\n")}, Options{})
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("%.20q took %v", text, took)
		}
	}
}
