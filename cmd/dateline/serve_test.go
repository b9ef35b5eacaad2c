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

// BenchmarkSaveToReloadedPage is the time from saving an article of the demo
// site, as an editor saves, to having the new front page in hand, as a
// browser that waits at the stream of reloads gets it.
func BenchmarkSaveToReloadedPage(b *testing.B) {
	b.Setenv("XDG_CACHE_HOME", b.TempDir())
	dir := demo(b)
	ctx, cancel := context.WithCancel(b.Context())
	out, in := io.Pipe()
	ended := make(chan int)
	go func() {
		ended <- run(ctx, []string{"serve", "--source", dir, "--addr", "127.0.0.1:0"}, streams{nil, in, io.Discard})
	}()
	url := make([]byte, 200)
	n, err := out.Read(url)
	if err != nil {
		b.Fatal(err)
	}
	home := strings.TrimSpace(string(url[:n]))
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
	cancel()
	<-ended
}
