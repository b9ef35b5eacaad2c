package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"sync"

	"github.com/dateline-ssg/dateline/internal/build"
	"github.com/dateline-ssg/dateline/internal/source"
)

// line is one line of a stream of JSON lines, or what came of it.
type line struct {
	n    int // from 1
	data []byte
	done chan struct{}
	id   string // of the document, unique in a stream
	out  []byte
	err  error
}

// By how much of what lives, in percent, the collector lets the heap grow: where
// lines are short that is little, and it may wait, which saves a fifth of the
// time; from a long line on memory is dearer than time.
const (
	patient = 200
	hasty   = 40
	long    = 8 << 20
)

// stream reads JSON lines from r, works on them on all cores, and writes what
// comes of each to w in the order of the input. A line for which work returns
// a build.BadLine is reported to diagnostics, as is one whose id an earlier line
// has; any other error ends the stream. Ids apart, memory is bounded by the lines at work, not by the stream. When
// ctx is done it ends as promptly does.
func stream(ctx context.Context, name string, r io.Reader, w, diagnostics io.Writer, work func(data []byte) (id string, out []byte, err error)) error {
	return promptly(ctx, func() error { return streamWhole(name, r, w, diagnostics, work) })
}

func streamWhole(name string, r io.Reader, w, diagnostics io.Writer, work func(data []byte) (id string, out []byte, err error)) error {
	if os.Getenv("GOGC") == "" {
		defer debug.SetGCPercent(debug.SetGCPercent(patient))
	}
	workers := runtime.GOMAXPROCS(0)
	todo := make(chan *line)
	inOrder := make(chan *line, 4*workers)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for l := range todo {
				data := l.data
				l.data = nil // whoever works on it knows when it is done with
				l.id, l.out, l.err = work(data)
				close(l.done)
			}
		})
	}
	stop := make(chan struct{})
	var readErr error
	wg.Go(func() {
		defer close(inOrder)
		defer close(todo)
		readErr = readLines(r, func(n int, data []byte) bool {
			if len(data) >= long && os.Getenv("GOGC") == "" {
				debug.SetGCPercent(hasty)
			}
			l := &line{n: n, data: data, done: make(chan struct{})}
			select {
			case inOrder <- l:
			case <-stop:
				return false
			}
			select {
			case todo <- l:
			case <-stop:
				return false
			}
			return true
		})
	})

	bad, err := writeLines(name, inOrder, w, diagnostics)
	if err != nil {
		// Let the reader and the workers end: nobody waits for them any more.
		close(stop)
		return err
	}
	wg.Wait()
	if readErr != nil {
		return readErr
	}
	if bad {
		return status(statusSite)
	}
	return nil
}

// readLines calls yield with each line that is not blank, until it returns
// false.
func readLines(r io.Reader, yield func(n int, data []byte) bool) error {
	br := bufio.NewReaderSize(r, 1<<20)
	for n := 1; ; n++ {
		data, err := br.ReadBytes('\n')
		if n == 1 {
			data = bytes.TrimPrefix(data, []byte("\ufeff"))
		}
		if len(bytes.TrimSpace(data)) > 0 && !yield(n, data) {
			return nil
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// writeLines writes results in order and tells whether a line was bad.
func writeLines(name string, lines <-chan *line, w, diagnostics io.Writer) (bad bool, err error) {
	out := bufio.NewWriterSize(w, 1<<16)
	ids := map[string]int{} // → line
	for l := range lines {
		<-l.done
		if first, ok := ids[l.id]; ok && l.err == nil {
			l.err = build.BadLine{Col: 1, Problem: fmt.Sprintf("the id %q stands on line %d already", l.id, first), Hint: "give every document its own id"}
		} else if l.err == nil {
			ids[l.id] = l.n
		}
		var b build.BadLine
		switch {
		case errors.As(l.err, &b):
			bad = true
			d := source.Diagnostic{File: name, Pos: source.Pos{Line: l.n, Col: max(1, b.Col)},
				Level: source.Error, Problem: b.Problem, Hint: b.Hint}
			if _, err := fmt.Fprintln(diagnostics, d); err != nil {
				return bad, err
			}
		case l.err != nil:
			return bad, l.err
		default:
			if _, err := out.Write(l.out); err != nil {
				return bad, err
			}
		}
		if len(lines) == 0 { // nothing ready behind it: let a reader see it
			if err := out.Flush(); err != nil {
				return bad, err
			}
		}
	}
	return bad, out.Flush()
}
