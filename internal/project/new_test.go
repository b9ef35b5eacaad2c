package project

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/source"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
)

func TestNewSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "site")
	made, err := NewSite(dir)
	must(t, err)
	want := []string{".gitattributes", ".github/workflows/pages.yml", ".gitignore", "content/welcome.md", "dateline.toml", "static/.gitkeep"}
	if d := cmp.Diff(want, made); d != "" {
		t.Error(d)
	}
	in, err := Load(dir, options())
	must(t, err)
	if len(in.Content) != 1 || len(in.Diagnostics) != 0 || in.Config.Title != "A chronology" {
		t.Errorf("%d articles, %q", len(in.Content), lines(in.Diagnostics))
	}
	b, err := os.ReadFile(filepath.Join(dir, ".github", "workflows", "pages.yml"))
	must(t, err)
	var workflow map[string]any
	must(t, yaml.Unmarshal(b, &workflow))
	for _, part := range []string{"checkout@v6", "configure-pages@v6", "upload-pages-artifact@v5", "deploy-pages@v5", `--base-url "${{ steps.pages.outputs.base_url }}/"`} {
		if !strings.Contains(string(b), part) {
			t.Errorf("the workflow has no %s", part)
		}
	}
	var stopped *source.Failure
	if _, err := NewSite(dir); !errors.As(err, &stopped) || !strings.Contains(err.Error(), "the folder is not empty") {
		t.Errorf("a second time: %v", err)
	}
}

// Every line of the new configuration that is commented out is a key.
func TestNewConfigurationIsTrue(t *testing.T) {
	b, err := skeleton.ReadFile("skeleton/dateline.toml")
	must(t, err)
	var all []string
	for line := range strings.Lines(string(b)) {
		bare := strings.TrimPrefix(line, "# ")
		if strings.Contains(bare, " = ") || strings.HasPrefix(bare, "[[") {
			line = bare
		}
		all = append(all, line)
	}
	in := load(t, map[string]string{"dateline.toml": strings.Join(all, "")})
	if len(in.Diagnostics) != 0 || len(in.Config.Eras) != 1 || len(in.Config.Lanes) != 3 {
		t.Errorf("%q %+v", lines(in.Diagnostics), in.Config)
	}
}

func TestNewArticle(t *testing.T) {
	dir := folderOf(t, nil)
	tests := []struct{ title, path, text string }{
		{"Putin meets Xi", "content/2025-09-03-putin-meets-xi.md", "---\ntitle: \"Putin meets Xi\"\ndate: 2025-09-03\n---\n\n"},
		{" Over: \"the\"\n wire ", "content/2025-09-03-over-the-wire.md", "---\ntitle: \"Over: \\\"the\\\" wire\"\ndate: 2025-09-03\n---\n\n"},
		{"Санкции", "content/2025-09-03-sanktsii.md", "---\ntitle: \"Санкции\"\ndate: 2025-09-03\n---\n\n"},
	}
	for _, test := range tests {
		got, err := NewArticle(dir, test.title, "2025-09-03")
		must(t, err)
		b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(got)))
		must(t, err)
		if got != test.path || string(b) != test.text {
			t.Errorf("%q gives %s with %q", test.title, got, b)
		}
	}
	if _, err := NewArticle(dir, "Putin meets Xi", "2025-09-03"); err == nil || !strings.Contains(err.Error(), "there is an article of this name") {
		t.Errorf("a second time: %v", err)
	}
	if _, err := NewArticle(dir, "…", "2025-09-03"); err == nil {
		t.Error("made a file without a name")
	}
	if _, err := NewArticle(t.TempDir(), "x", "2025-09-03"); err == nil || !strings.Contains(err.Error(), "no content/") {
		t.Errorf("outside a site: %v", err)
	}
}

func TestCheckOutput(t *testing.T) {
	dir := folderOf(t, map[string]string{"content/a/b.md": "", "static/": "", "public/x": "", "link": "-> content/a", "templates/": "", ".git/": "", "looks": "-> ."})
	tests := []struct{ out, want string }{
		{"public", ""},
		{"not/there/yet", ""},
		{"../elsewhere", ""},
		{"content/../public", ""},
		{".", "is the site's own folder"},
		{"looks", "is the site's own folder"},
		{"..", "holds the site"},
		{"/", "holds the site"},
		{"content", "lies in content/"},
		{"content/new/deep", "lies in content/"},
		{"static", "lies in static/"},
		{"templates/x", "lies in templates/"},
		{"link", "lies in content/"},
		{"link/new", "lies in content/"},
		{".git/x", "lies in .git/"},
	}
	for _, test := range tests {
		out := test.out
		if out != "/" {
			out = filepath.Join(dir, filepath.FromSlash(out))
		}
		err := CheckOutput(dir, out)
		if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), "the output folder "+test.want) {
			t.Errorf("%s: %v, want %q", test.out, err, test.want)
		}
	}
}
