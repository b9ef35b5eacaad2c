package chronology

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// fileRoom is a scratch on the disk that looks at the heap each so many bytes.
type fileRoom struct {
	*os.File
	heap *watermark
}

func (f fileRoom) Write(p []byte) (int, error) {
	f.heap.look(len(p))
	return f.File.Write(p)
}

// watermark is the most that has lived on the heap whenever it was looked at.
type watermark struct {
	each, left int
	top        uint64
}

// look looks once each so many bytes.
func (w *watermark) look(bytes int) {
	if w.left -= bytes; w.left > 0 {
		return
	}
	w.left = w.each
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	w.top = max(w.top, m.HeapAlloc)
}

// living is how many bytes live on the heap at most, of those looked at, while n
// made-up mentions are merged, as many a month whatever n is.
func living(t *testing.T, n int) (top uint64, events int, scratch int64) {
	f, err := os.Create(filepath.Join(t.TempDir(), "scratch"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	heap := &watermark{each: 1 << 17}
	c := NewCollector(Options{Actor: people})
	c.Spill(fileRoom{f, heap}, 1<<18)
	prints := uint64(1)
	for m := range madeUp(n, n/4) {
		if m.ID == "m1" {
			prints = prints*6364136223846793005 + 1442695040888963407
		}
		m.Fingerprint = fmt.Sprintf("%016x", prints)
		heap.look(100)
		c.Add(m)
	}
	_, err = c.Each(Options{}, func(*Event) error {
		events++
		heap.look(300)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	return heap.top, events, info.Size()
}

// TestMemory: four times as many mentions, over four times as many years, take no
// more memory but for some bytes of every span of time and page of the scratch.
func TestMemory(t *testing.T) {
	const n, each = 8000, 24
	living(t, n/4) // what is made once
	once, few, _ := living(t, n)
	more, many, scratch := living(t, 4*n)
	t.Logf("%d mentions, %d events: %d bytes; %d mentions, %d events: %d bytes, and %d on the scratch", n, few, once, 4*n, many, more, scratch)
	if many < 3*few || more > once+3*n*each {
		t.Errorf("%d bytes more of each further mention", (int(more)-int(once))/(3*n))
	}
}
