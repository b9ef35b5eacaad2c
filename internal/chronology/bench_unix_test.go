//go:build unix

package chronology

import (
	"fmt"
	"math/rand"
	"slices"
	"syscall"
	"testing"

	"github.com/dateline-ssg/dateline/internal/event"
)

// processorTime is how many seconds of all processors the process has used:
// wall clock says more of what else a machine does.
func processorTime() float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}

// BenchmarkMerge shows what a mention costs at every size: it must not grow
// with their number.
func BenchmarkMerge(b *testing.B) {
	for _, n := range []int{1000, 10000, 50000, 200000} {
		ms := manyMentions(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			began := processorTime()
			for b.Loop() {
				events, _ := Merge(ms, Options{})
				b.ReportMetric(float64(len(events)), "events")
			}
			b.ReportMetric((processorTime()-began)*1e6/float64(b.N)/float64(n), "CPU-µs/mention")
		})
	}
}

// BenchmarkOneEdit changes one of 10,000 articles with 50,000 mentions.
func BenchmarkOneEdit(b *testing.B) {
	b.Run("without a lock", func(b *testing.B) { oneEdit(b, func(*Options, []*Event) {}) })
	b.Run("with a lock", func(b *testing.B) {
		oneEdit(b, func(opts *Options, events []*Event) { opts.Lock = Lock{}.Renew(events) })
	})
}

// BenchmarkArchive is OneEdit in a new process: what 10,000 articles tell is opened,
// one is changed, and all is merged again. Writing is what it takes to write it
// down.
func BenchmarkArchive(b *testing.B) {
	docs, k := manyArticles()
	opts := Options{Actor: people}
	events, _ := k.Events(opts)
	opts.Lock = Lock{}.Renew(events)
	archive := slices.Concat(k.Archive()...)
	b.Run("writing", func(b *testing.B) {
		began := processorTime()
		for b.Loop() {
			k.Archive()
		}
		b.ReportMetric((processorTime()-began)*1e3/float64(b.N), "CPU-ms/op")
		b.ReportMetric(float64(len(archive))/manyTold, "B/mention")
	})
	b.Run("opening", func(b *testing.B) {
		r := rand.New(rand.NewSource(2))
		began := processorTime()
		for b.Loop() {
			o, err := OpenArchive(archive, people, func(doc string) ([]*event.Mention, bool) { return docs[doc], true })
			if err != nil {
				b.Fatal(err)
			}
			name := fmt.Sprint("d", r.Intn(10000))
			m := *docs[name][0]
			m.Quote += " once more"
			o.Put(name, append([]*event.Mention{&m}, docs[name][1:]...))
			o.Events(opts)
		}
		b.ReportMetric((processorTime()-began)*1e3/float64(b.N), "CPU-ms/op")
	})
}

// manyTold are those of manyArticles.
const manyTold = 50000

// manyArticles are 10,000 articles, and a keeper of what they tell.
func manyArticles() (map[string][]*event.Mention, *Keeper) {
	ms := manyMentions(manyTold)
	for i, m := range ms {
		m.Doc = fmt.Sprint("d", i/5)
	}
	docs := byDocument(ms)
	k := NewKeeper(people)
	for name, list := range docs {
		k.Put(name, list)
	}
	return docs, k
}

func oneEdit(b *testing.B, decide func(*Options, []*Event)) {
	docs, k := manyArticles()
	opts := Options{Actor: people}
	events, _ := k.Events(opts)
	decide(&opts, events)
	k.Events(opts)
	r := rand.New(rand.NewSource(2))
	began := processorTime()
	for b.Loop() {
		name := fmt.Sprint("d", r.Intn(10000))
		list := slices.Clone(docs[name])
		m := *list[r.Intn(len(list))]
		m.Quote += " once more"
		for i := range list {
			if list[i].ID == m.ID {
				list[i] = &m
			}
		}
		docs[name] = list
		k.Put(name, list)
		k.Events(opts)
	}
	b.ReportMetric((processorTime()-began)*1e3/float64(b.N), "CPU-ms/op")
}
