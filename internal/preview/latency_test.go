package preview_test

import (
	"bufio"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/preview"
	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/watch"
)

// From the save of one of 1,000 articles to the event in the browser, without
// the build between.
func BenchmarkSaveToReload(b *testing.B) {
	dir := b.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "content"), 0o777); err != nil {
		b.Fatal(err)
	}
	for i := range 1000 {
		os.WriteFile(filepath.Join(dir, "content", fmt.Sprint(i, ".md")), []byte("x"), 0o666)
	}
	changes, err := watch.Watch(b.Context(), dir, watch.Options{})
	if err != nil {
		b.Fatal(err)
	}
	s, err := preview.New(preview.Options{})
	if err != nil {
		b.Fatal(err)
	}
	server := httptest.NewServer(s)
	defer server.Close()
	go func() {
		n := 0
		for range changes {
			n++
			s.Show([]site.Page{{Path: "index.html", Key: fmt.Sprint(n), Draw: func() ([]byte, error) { return nil, nil }}}, nil)
		}
	}()
	resp, err := http.Get(server.URL + "/_reload")
	if err != nil {
		b.Fatal(err)
	}
	defer resp.Body.Close()
	lines := bufio.NewScanner(resp.Body)
	n := 0
	for b.Loop() {
		n++
		if err := os.WriteFile(filepath.Join(dir, "content", "7.md"), fmt.Append(nil, "save ", n), 0o666); err != nil {
			b.Fatal(err)
		}
		for lines.Scan() && !strings.HasPrefix(lines.Text(), "data: ") {
		}
	}
}
