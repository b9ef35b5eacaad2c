package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// demo is a copy of the demo site in a folder of its own.
func demo(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	root := filepath.Join("..", "..")
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS(filepath.Join(root, "content"))); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"dateline.toml", "edits.toml", "events.lock"} {
		b, err := os.ReadFile(filepath.Join(root, name))
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), b, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// served is where the preview of a site is shown until the test ends.
func served(t testing.TB, dir string) string {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	out, in := io.Pipe()
	ended := make(chan int)
	go func() {
		ended <- run(ctx, []string{"serve", "--source", dir, "--addr", "127.0.0.1:0"}, streams{nil, in, io.Discard})
	}()
	t.Cleanup(func() {
		cancel()
		<-ended
	})
	url := make([]byte, 200)
	n, err := out.Read(url)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(url[:n]))
}

// BenchmarkSaveToReloadedPage is the time from saving an article of the demo
// site, as an editor saves, to having the new front page in hand, as a
// browser that waits at the stream of reloads gets it.
func BenchmarkSaveToReloadedPage(b *testing.B) {
	b.Setenv("XDG_CACHE_HOME", b.TempDir())
	dir := demo(b)
	home := served(b, dir)
	events, err := listen(home)
	if err != nil {
		b.Fatal(err)
	}
	article := filepath.Join(dir, "content", "reports", "2025-02-19-riyadh-talks.md")
	text, err := os.ReadFile(article)
	if err != nil {
		b.Fatal(err)
	}
	// Each save puts another word into a sentence that the front page quotes.
	words := []string{"high-ranking", "senior", "experienced"}
	save := 0
	for b.Loop() {
		save++
		if err := saveAs(article, bytes.ReplaceAll(text, []byte("high-ranking"), []byte(words[save%len(words)]))); err != nil {
			b.Fatal(err)
		}
		if err := awaitReload(events); err != nil {
			b.Fatal(err)
		}
		page, err := http.Get(home)
		if err != nil {
			b.Fatal(err)
		}
		body, err := io.ReadAll(page.Body)
		page.Body.Close()
		if err != nil || !bytes.Contains(body, []byte(words[save%len(words)])) {
			b.Fatalf("the front page does not say %s (%v)", words[save%len(words)], err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms/save")
	events.Close()
}

// TestServePublished: the preview of a large site begins with the pages that the last
// build published, and opens the site when something else is told.
func TestServePublished(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	defer func(was int64) { small = was }(small)
	small = 0
	dir := demo(t)
	if code := run(t.Context(), []string{"build", "--source", dir}, streams{nil, io.Discard, io.Discard}); code != statusOK {
		t.Fatalf("build: exit status %d", code)
	}
	home := served(t, dir)
	page := func() string {
		t.Helper()
		resp, err := http.Get(home)
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		b, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	// A word of the same length, written into the folder, is shown: so what lies there is.
	front := filepath.Join(dir, "public", "index.html")
	published, err := os.ReadFile(front)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(front, bytes.Replace(published, []byte("</title>"), []byte("!</title"), 1), 0o644); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(page(), "!</title") {
		t.Error("the front page is not the one that lies there")
	}
	events, err := listen(home)
	if err != nil {
		t.Fatal(err)
	}
	defer events.Close()
	article := filepath.Join(dir, "content", "reports", "2025-02-19-riyadh-talks.md")
	text, err := os.ReadFile(article)
	if err != nil {
		t.Fatal(err)
	}
	if err := saveAs(article, bytes.ReplaceAll(text, []byte("high-ranking"), []byte("long-serving"))); err != nil {
		t.Fatal(err)
	}
	if err := awaitReload(events); err != nil {
		t.Fatal(err)
	}
	if now := page(); !strings.Contains(now, "long-serving") || strings.Contains(now, "!</title") {
		t.Error("the front page does not show what is told now")
	}
}
