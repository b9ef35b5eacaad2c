package project

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func BenchmarkLoad(b *testing.B) {
	dir := b.TempDir()
	text := []byte(strings.Repeat("On 20 May 1875 seventeen states signed it.\n", 100))
	for i := range 10_000 {
		name := filepath.Join(dir, "content", fmt.Sprint(i%100), fmt.Sprint(i, ".md"))
		must(b, os.MkdirAll(filepath.Dir(name), 0o777))
		must(b, os.WriteFile(name, text, 0o666))
	}
	for b.Loop() {
		if in, err := Load(dir, options()); err != nil || len(in.Content) != 10_000 {
			b.Fatal(err)
		}
	}
}
