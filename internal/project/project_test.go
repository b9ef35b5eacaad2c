package project

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-ssg/dateline/internal/build"
	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/source"
)

var builtin = fstest.MapFS{
	"templates/base.html":           {Data: []byte("built-in base")},
	"themes/broadsheet/theme.toml":  {Data: []byte("broadsheet")},
	"themes/ledger/assets/page.css": {Data: []byte("ledger")},
}

func options() Options {
	return Options{Builtin: builtin, Env: func(string) string { return "" }}
}

// folderOf makes a site; a name that ends with a slash is a folder, a text
// that begins with -> is a link.
func folderOf(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "site")
	must(t, os.MkdirAll(filepath.Join(dir, "content"), 0o777))
	for p, text := range files {
		name := filepath.Join(dir, filepath.FromSlash(p))
		must(t, os.MkdirAll(filepath.Dir(name), 0o777))
		switch target, link := strings.CutPrefix(text, "-> "); {
		case strings.HasSuffix(p, "/"):
			must(t, os.MkdirAll(name, 0o777))
		case link:
			must(t, os.Symlink(filepath.FromSlash(target), name))
		default:
			must(t, os.WriteFile(name, []byte(text), 0o666))
		}
	}
	return dir
}

func load(t *testing.T, files map[string]string) build.Input {
	t.Helper()
	in, err := Load(folderOf(t, files), options())
	must(t, err)
	return in
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func lines(ds []source.Diagnostic) []string {
	var out []string
	for _, d := range ds {
		out = append(out, d.Level.String()+" "+d.String())
	}
	return out
}

func contentPaths(in build.Input) (out []string) {
	for _, f := range in.Content {
		out = append(out, f.Path)
	}
	return out
}

func TestDefaults(t *testing.T) {
	in := load(t, nil)
	if d := cmp.Diff(site.Default(), in.Config); d != "" {
		t.Error(d)
	}
	if in.Diagnostics != nil || in.Now != "" || in.Actors.Bytes != nil {
		t.Errorf("%+v", in)
	}
}

func TestConfiguration(t *testing.T) {
	tests := []struct {
		name, text string
		want       string // the error, or the warnings
	}{
		{"unknown key", "title = \"x\"\nsubtitel = \"y\"\n", `warning dateline.toml:2:1: unknown key "subtitel"; did you mean subtitle?`},
		{"unknown key in a table", "[publish]\nevnts = \"pages\"\n", `warning dateline.toml:2:1: unknown key "publish.evnts"; did you mean publish.events?`},
		{"known key in the wrong table", "minImportance = 2\n", `warning dateline.toml:1:1: unknown key "minImportance"; did you mean extract.minImportance?`},
		{"nothing near", "zebra = 1\n", `warning dateline.toml:1:1: unknown key "zebra"; remove it; keys for a theme belong under [params]`},
		{"any key in params", "[params]\nzebra = 1\n", ""},
		{"behind a byte-order mark", "\ufeffsubtitel = 1\n", `warning dateline.toml:1:1: unknown key "subtitel"; did you mean subtitle?`},
		{"number for text", "title = 3\n", `error dateline.toml:1:9: title cannot be an integer; put the text in double quotes`},
		{"text for number", "[publish]\n  cards = \"a\"\n", `error dateline.toml:2:11: publish.cards cannot be a string; write a whole number without quotes`},
		{"text for list", "lanes = \"Putin\"\n", `error dateline.toml:1:9: lanes cannot be a string; write a list: lanes = ["one", "two"]`},
		{"number for truth", "[extract]\nenabled = 1\n", `error dateline.toml:2:11: extract.enabled cannot be an integer; write true or false`},
		{"bare date", "[[eras]]\nname = \"a\"\nfrom = 2025-01-20\n", `error dateline.toml:3:8: eras.from cannot be a local date; put the date in double quotes`},
		{"syntax", "title = \"a\nx", `error dateline.toml:1:11: not valid TOML: basic strings cannot have new lines; text stands in double quotes on one line: key = "text"`},
		{"order", "order = \"new\"\n", `error dateline.toml:1:9: order is "new"; write "newest" or "oldest"`},
		{"events", "title=\"ü\"\n[publish]\nevents = \"page\"\n", `error dateline.toml:3:10: publish.events is "page"; write "pages" or "anchors"`},
		{"articles", "publish.articles = \"none\"\n", `error dateline.toml:1:20: publish.articles is "none"; write "full" or "mentions" or "link"`},
		{"importance", "[extract]\nminImportance = 4\n", `error dateline.toml:2:17: extract.minImportance is 4; write 1 (all events), 2 or 3 (the most important ones)`},
		{"cards", "[publish]\ncards = -1\n", `error dateline.toml:2:9: publish.cards is -1; write how many events get a card, 0 for none`},
		{"language", "language = \"english please\"\n", `error dateline.toml:1:12: language is "english please", which is no language tag; write one such as "en" or "pt-BR"`},
		{"era without an end", "[[eras]]\nname=\"a\"\nfrom=\"2025\"\nto=\"2026\"\n[[eras]]\nname=\"b\"\nfrom=\"2027\"\n",
			`error dateline.toml:5:3: era 2 has no to; an era needs name, from and to, such as from = "2025-01-20"`},
		{"era without a date", "[[eras]]\nname=\"a\"\nfrom=\"yore\"\nto=\"2025\"\n", `error dateline.toml:3:6: eras[0].from is "yore", which is no date; write a day, a month or a year, such as 2025-01-20 or BC0044`},
		{"era before ours, the wrong way round", "[[eras]]\nname=\"a\"\nfrom=\"BC0241\"\nto=\"BC0264\"\n", `error dateline.toml:3:6: eras[0].from is BC0241, after its end BC0264; exchange from and to`},
		{"era the wrong way round", "[[eras]]\nname=\"a\"\nfrom=\"2026\"\nto=\"2025\"\n", `error dateline.toml:3:6: eras[0].from is 2026, after its end 2025; exchange from and to`},
		{"base without a scheme", "baseURL = \"example.org/x\"\n", `error dateline.toml:1:11: baseURL "example.org/x" is neither absolute nor a path that begins with a slash; write one such as "https://user.github.io/repository/" or "/"`},
		{"theme in a folder", "theme = \"../x\"\n", `error dateline.toml:1:9: theme is "../x"; write the name of a folder in themes/`},
		{"theme that is not there", "title = \"x\"\ntheme = \"blue\"\n", `error dateline.toml:2:9: there is no theme "blue"; the themes are broadsheet, ledger`},
		{"feeds by", "[feeds]\nby = \"weight\"\n", `error dateline.toml:2:6: feeds.by is "weight"; write "newest" or "rank"`},
		{"feeds of nothing", "[feeds]\ncount = 0\n", `error dateline.toml:2:9: feeds.count is 0; write how many events a feed holds, 1 or more`},
		{"feeds from no date", "[feeds]\nfrom = \"spring\"\n", `error dateline.toml:2:8: feeds.from is "spring", which is no date; write a day, a month or a year, such as 2025-01-20 or BC0044`},
		{"feeds of one side", "[feeds]\nby = \"rank\"\nto = \"2025-06\"\n", ""},
		{"top", "[top]\ncount = -1\n", `error dateline.toml:2:9: top.count is -1; write how many events the page of the most important ones lists, 0 for no such page`},
		{"top the wrong way round", "[top]\nfrom = \"2026\"\nto = \"2025-03\"\n", `error dateline.toml:2:8: top.from is 2026, after its end 2025-03; exchange from and to`},
		{"two at once", "order = \"a\"\nlanguage = \"?\"\n", "error dateline.toml:1:9: order is \"a\"; write \"newest\" or \"oldest\"\n" +
			`error dateline.toml:2:12: language is "?", which is no language tag; write one such as "en" or "pt-BR"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			in, err := Load(folderOf(t, map[string]string{"dateline.toml": test.text}), options())
			ds := in.Diagnostics
			var stopped *source.Failure
			if errors.As(err, &stopped) {
				ds = stopped.Diagnostics
			} else if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(test.want, strings.Join(lines(ds), "\n")); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestBaseURL(t *testing.T) {
	for text, want := range map[string]string{
		"":                         "/",
		"/":                        "/",
		"/chronology":              "/chronology/",
		"https://example.org":      "https://example.org/",
		"https://example.org/x//":  "https://example.org/x/",
		"http://localhost:1313/a/": "http://localhost:1313/a/",
	} {
		opts := options()
		opts.BaseURL = text
		in, err := Load(folderOf(t, nil), opts)
		if err != nil || in.Config.BaseURL != want {
			t.Errorf("%q gives %q, %v; want %q", text, in.Config.BaseURL, err, want)
		}
	}
	opts := options()
	opts.BaseURL = "ftp://example.org/"
	_, err := Load(folderOf(t, nil), opts)
	if err == nil || !strings.HasPrefix(err.Error(), `--base-url: "ftp://example.org/" is neither absolute nor`) {
		t.Error(err)
	}
}

func TestContent(t *testing.T) {
	in := load(t, map[string]string{
		"content/b.md": "b", "content/a/x.MARKDOWN": "x", "content/a.txt": "a", "content/p.html": "p", "content/t.toml": "t", "content/t.csv": "c",
		"content/_draft.md": "", "content/.hidden.md": "", "content/_parts/y.md": "", "content/b.md~": "", "content/4913": "", "content/.#b.md": "", "content/#b.md#": "",
		"content/p_files/frame.html": "", "content/p_files/s.js": "", "content/a/pic.png": "png", "content/notes.docx": "",
		"static/CNAME": "example.org", "static/.well-known/x": "w", "static/.DS_Store": "", "static/a_files/x": "1",
		"actors.toml": "[[actors]]", "events.lock": "lock",
	})
	if d := cmp.Diff([]string{"content/a.txt", "content/a/x.MARKDOWN", "content/b.md", "content/p.html", "content/t.csv", "content/t.toml"}, contentPaths(in)); d != "" {
		t.Error("content:", d)
	}
	assets := map[string]string{}
	for _, a := range in.Static {
		b, err := a.Read()
		must(t, err)
		assets[a.Path] = string(b)
	}
	if d := cmp.Diff(map[string]string{"CNAME": "example.org", ".well-known/x": "w", "media/a/pic.png": "png", "a_files/x": "1"}, assets); d != "" {
		t.Error("static:", d)
	}
	if d := cmp.Diff([]string{"warning content/notes.docx: this is neither an article nor a picture and is left out; articles end in .md, .txt or .html; put files to publish into static/, or begin the name with _"}, lines(in.Diagnostics)); d != "" {
		t.Error(d)
	}
	if string(in.Actors.Bytes) != "[[actors]]" || string(in.Lock.Bytes) != "lock" || in.Edits.Bytes != nil || in.Edits.Path != "edits.toml" {
		t.Errorf("%q %q %q", in.Actors, in.Lock, in.Edits)
	}
}

// TestCardFont: the font of the cards is a file of the site's folder, and one
// that is not there is said so.
func TestCardFont(t *testing.T) {
	for name, want := range map[string]string{
		"fonts/a.ttf": "", "b.ttf": `"b.ttf"`, "../a.ttf": `"../a.ttf"`, "/etc/hostname": `"/etc/hostname"`,
	} {
		in, err := Load(folderOf(t, map[string]string{"dateline.toml": "[publish]\ncardFont = \"" + name + "\"\n", "fonts/a.ttf": "font"}), options())
		must(t, err)
		if want == "" {
			if string(in.Font.Bytes) != "font" || in.Font.Path != name || in.Diagnostics != nil {
				t.Errorf("%q %v", in.Font, in.Diagnostics)
			}
			continue
		}
		if d := cmp.Diff([]string{"warning dateline.toml: publish.cardFont names " + want + ", which cannot be read; write its path below the site's folder, such as fonts/name.ttf"},
			lines(in.Diagnostics)); d != "" || in.Font.Bytes != nil {
			t.Error(d)
		}
	}
}

func TestAssetKeyFollowsTheBytes(t *testing.T) {
	dir := folderOf(t, map[string]string{"static/x": "one"})
	key := func() string {
		in, err := Load(dir, options())
		must(t, err)
		return in.Static[0].Key
	}
	name := filepath.Join(dir, "static", "x")
	at, err := os.Stat(name)
	must(t, err)
	first := key()
	must(t, os.WriteFile(name, []byte("two"), 0o666))
	must(t, os.Chtimes(name, at.ModTime(), at.ModTime()))
	if key() == first {
		t.Error("other bytes of the same size and time have the same key")
	}
}

func TestLinks(t *testing.T) {
	outside := t.TempDir()
	must(t, os.WriteFile(filepath.Join(outside, "secret.md"), []byte("s"), 0o666))
	in := load(t, map[string]string{
		"notes/n.md": "n", "notes/more/m.md": "m", "content/in": "-> ../notes", "content/file.md": "-> ../notes/../dateline.toml",
		"dateline.toml": "", "content/out": "-> " + outside, "content/out.md": "-> " + outside + "/secret.md", "content/up.md": "-> ../../other/x.md",
		"content/self": "-> self", "content/round": "-> .", "content/site": "-> ..", "content/none.md": "-> nowhere.md",
		"content/a.md": "a", "content/again.md": "-> a.md", "content/2025/x.md": "x", "content/0latest": "-> 2025",
	})
	if d := cmp.Diff([]string{"content/2025/x.md", "content/a.md", "content/file.md", "content/in/more/m.md", "content/in/n.md"}, contentPaths(in)); d != "" {
		t.Error(d)
	}
	want := []string{
		"warning content/0latest: the link leads to content/2025/x.md, which is read already, and is left out; remove it",
		"warning content/again.md: the link leads to content/a.md, which is read already, and is left out; remove it",
		"warning content/none.md: the link to nowhere.md leads nowhere and is left out; remove it, or mend its target",
		"warning content/out: the link to " + outside + " leaves the site and is left out; copy the files into the site",
		"warning content/out.md: the link to " + outside + "/secret.md leaves the site and is left out; copy the files into the site",
		"warning content/round: the link to . leads back to a folder it lies in and is left out; remove it",
		"warning content/self: the link to self leads back to itself and is left out; remove it",
		"warning content/site: the link to .. leads back to a folder it lies in and is left out; remove it",
		"warning content/up.md: the link to ../../other/x.md leads nowhere and is left out; remove it, or mend its target",
	}
	if d := cmp.Diff(want, lines(in.Diagnostics)); d != "" {
		t.Error(d)
	}
}

func TestLayers(t *testing.T) {
	in := load(t, map[string]string{"dateline.toml": "theme = \"mine\"", "templates/_part.html": "p", "templates/.x": "", "themes/mine/assets/a.css": "a", "themes/other/x": ""})
	type layer struct {
		name  string
		files string
	}
	var got []layer
	for _, l := range in.Layers {
		s := ""
		for p, b := range l.Files {
			s += p + "=" + string(b)
		}
		got = append(got, layer{l.Name, s})
	}
	want := []layer{{"templates", "_part.html=p"}, {"themes/mine", "assets/a.css=a"},
		{"built-in themes/broadsheet", "theme.toml=broadsheet"}, {"built-in templates", "base.html=built-in base"}}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(layer{})); d != "" {
		t.Error(d)
	}
	in = load(t, nil)
	if len(in.Layers) != 2 || in.Layers[0].Name != "built-in themes/broadsheet" {
		t.Errorf("%+v", in.Layers)
	}
}

func TestFilesThatCannotBeUsed(t *testing.T) {
	dir := folderOf(t, map[string]string{"content/ok.md": "ok", "content/large.md": "", "content/edge.md": ""})
	must(t, os.Truncate(filepath.Join(dir, "content", "large.md"), maxArticle+1))
	must(t, os.Truncate(filepath.Join(dir, "content", "edge.md"), maxArticle))
	in, err := Load(dir, options())
	must(t, err)
	if d := cmp.Diff([]string{"content/edge.md", "content/ok.md"}, contentPaths(in)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"error content/large.md: the file is larger than 10 MB and is left out; split it, or begin its name with _"}, lines(in.Diagnostics)); d != "" {
		t.Error(d)
	}
	if os.Getuid() == 0 {
		return // everything can be read
	}
	must(t, os.Chmod(filepath.Join(dir, "content", "ok.md"), 0))
	in, err = Load(dir, options())
	must(t, err)
	if _, err := in.Content[1].Read(); err == nil || err.Error() != "content/ok.md: the file cannot be read: permission denied; allow this user to read it" {
		t.Error(err)
	}
}

func TestNoSite(t *testing.T) {
	empty := t.TempDir()
	for dir, want := range map[string]string{
		empty:                           "the folder has no content/, so it is no site; make a site with: dateline new site DIR",
		filepath.Join(empty, "nowhere"): "there is no such folder; make a site with: dateline new site",
	} {
		_, err := Load(dir, options())
		var stopped *source.Failure
		if !errors.As(err, &stopped) || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

func TestNow(t *testing.T) {
	for epoch, want := range map[string]string{"": "", "0": "1970-01-01", "1757980799": "2025-09-15", "1757980800": "2025-09-16"} {
		if got, err := now(func(string) string { return epoch }); got != want || err != nil {
			t.Errorf("%q gives %q, %v; want %q", epoch, got, err, want)
		}
	}
	if _, err := now(func(string) string { return "today" }); err == nil || !strings.Contains(err.Error(), `SOURCE_DATE_EPOCH: "today" is no number of seconds`) {
		t.Error(err)
	}
}

func TestTemporary(t *testing.T) {
	for _, name := range []string{"a.md~", ".a.md.swp", "x.htmlc3gzwd.bck", "4913", ".goutputstream-AB", "a___jb_tmp___", ".sb-1", "a.md.sb-1234abcd-XyZ123", ".#a", "#a#", "~$a.docx", ".DS_Store", ".git"} {
		if !Temporary(name) {
			t.Errorf("%s is taken for the author's", name)
		}
	}
	for _, name := range []string{"a.md", "2025-01-01-x.md", "#", "#a", "4913.md", ".well-known", ".nojekyll", "tmp.md", "swp"} {
		if Temporary(name) {
			t.Errorf("%s is taken for an editor's", name)
		}
	}
}
