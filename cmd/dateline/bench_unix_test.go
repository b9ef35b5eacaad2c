//go:build unix

package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

var large = flag.Bool("large", false, "build ten thousand articles too")

// madeUp is a made-up article of about so many words, dated within two years.
func madeUp(r *rand.Rand, i, words int) string {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	who := func() string {
		return pick("Norway", "Finland", "the Canadian government", "Japan", "Brazil", "the European Commission", "India", "Kenya", "Chile", "South Korea")
	}
	day := time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.IntN(730))
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: Notes from the harbour, part %d\ndate: %s\nsource: %s\ntags: [%s]\n---\n",
		i, day.Format(time.DateOnly), pick("The Quay", "Northern Wire", "Morning Tide"), pick("ferries", "steel", "fishing"))
	for n := 0; n < words; {
		var s string
		switch r.IntN(4) {
		case 0:
			s = fmt.Sprintf("On %s, %s %s %s in %s.", day.AddDate(0, 0, -r.IntN(40)).Format("January 2"), who(),
				pick("signed a trade agreement with", "imposed tariffs on", "held talks with", "lifted sanctions on"), who(), pick("Oslo", "Geneva", "Nairobi", "Seoul"))
		case 1:
			s = fmt.Sprintf("A clerk at the %s kept the ledger of %s in a drawer that nobody else could open.", pick("customs house", "port", "archive"), pick("grain", "timber", "copper"))
		case 2:
			s = fmt.Sprintf("The %s that people here %s is older than the %s, and few of them know its name.", pick("road", "song", "bread"), pick("love", "mend", "avoid"), pick("bridge", "school", "wall"))
		default:
			s = fmt.Sprintf("%s announced a programme for %s last %s.", pick("Sweden", "Ghana", "Portugal"), pick("rail freight", "cheap housing", "clean water"), pick("week", "month", "Tuesday"))
		}
		n += strings.Count(s, " ") + 1
		b.WriteString(strings.ToUpper(s[:1]) + s[1:] + pick(" ", " ", "\n\n"))
	}
	return b.String() + "\n"
}

// madeUpSite makes a site of n made-up articles of 800 words.
func madeUpSite(b *testing.B, n int) string {
	b.Helper()
	dir := b.TempDir()
	b.Setenv("XDG_CACHE_HOME", filepath.Join(dir, "cache"))
	site := filepath.Join(dir, "site")
	if err := os.MkdirAll(filepath.Join(site, "content"), 0o777); err != nil {
		b.Fatal(err)
	}
	config := "title = \"Made up\"\n[publish]\nevents = \"anchors\"\noembed = false\nexports = []\n"
	if err := os.WriteFile(filepath.Join(site, "dateline.toml"), []byte(config), 0o666); err != nil {
		b.Fatal(err)
	}
	r := rand.New(rand.NewPCG(5, 6))
	for i := range n {
		if err := os.WriteFile(filepath.Join(site, "content", fmt.Sprintf("part-%d.md", i)), []byte(madeUp(r, i, 800)), 0o666); err != nil {
			b.Fatal(err)
		}
	}
	return site
}

// spent is the processor time of this process, in seconds.
func spent(b *testing.B) float64 {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		b.Fatal(err)
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano()).Seconds()
}

// BenchmarkBuild is the command build: cold (nothing there but the articles),
// warm (all readings remembered, nothing published), edit (a sentence more in
// one article) and nothing (no change). CPU-s is processor time a build.
func BenchmarkBuild(b *testing.B) {
	sizes := []int{100, 1000}
	if *large {
		sizes = append(sizes, 10_000)
	}
	for _, n := range sizes {
		site := madeUpSite(b, n)
		public, cache := filepath.Join(site, "public"), os.Getenv("XDG_CACHE_HOME")
		one := filepath.Join(site, "content", "part-7.md")
		remove := func(dirs ...string) {
			for _, dir := range dirs {
				if err := os.RemoveAll(dir); err != nil {
					b.Fatal(err)
				}
			}
		}
		for _, mode := range []struct {
			name    string
			prepare func()
		}{
			{"cold", func() { remove(public, cache, filepath.Join(site, "events.lock")) }},
			{"warm", func() { remove(public) }},
			{"edit", func() {
				f, err := os.OpenFile(one, os.O_APPEND|os.O_WRONLY, 0)
				if err == nil {
					_, err = f.WriteString("On 3 March 2023, Chile held talks with Kenya in Lima.\n")
					f.Close()
				}
				if err != nil {
					b.Fatal(err)
				}
			}},
			{"nothing", func() {}},
		} {
			b.Run(fmt.Sprint(mode.name, "/", n), func(b *testing.B) {
				cpu := 0.0
				for b.Loop() {
					b.StopTimer()
					mode.prepare()
					before := spent(b)
					b.StartTimer()
					if got := run(context.Background(), []string{"build", "--source", site}, streams{strings.NewReader(""), io.Discard, io.Discard}); got != statusOK {
						b.Fatal("exit status", got)
					}
					cpu += spent(b) - before
				}
				b.ReportMetric(cpu/float64(b.N), "CPU-s/op")
			})
		}
	}
}
