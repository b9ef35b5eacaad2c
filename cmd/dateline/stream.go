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
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

// line is one line of a stream of JSON lines, or what came of it.
type line struct {
	n    int // from 1
	data []byte
	id   string // of the document, unique in a stream
	out  []byte
	err  error
}

// company is lines that are worked on together, as many as were at hand of up to
// event.Company.
type company struct {
	lines []*line
	done  chan struct{}
}

// each is work that is done line by line.
func each(work func(data []byte) (id string, out []byte, err error)) func([]*line) {
	return func(lines []*line) {
		for _, l := range lines {
			data := l.data
			l.data = nil // whoever works on it knows when it is done with
			l.id, l.out, l.err = work(data)
		}
	}
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
// comes of each to w in the order of the input. A line for which work leaves
// a build.BadLine is reported to diagnostics, as is one whose id an earlier line
// has; any other error ends the stream. Ids apart, memory is bounded by the lines at work, not by the stream. When
// ctx is done it ends as promptly does.
func stream(ctx context.Context, name string, r io.Reader, w, diagnostics io.Writer, work func([]*line)) error {
	return promptly(ctx, func() error { return streamWhole(name, r, w, diagnostics, work) })
}

func streamWhole(name string, r io.Reader, w, diagnostics io.Writer, work func([]*line)) error {
	if os.Getenv("GOGC") == "" {
		defer debug.SetGCPercent(debug.SetGCPercent(patient))
	}
	workers := runtime.GOMAXPROCS(0)
	todo := make(chan *company)
	inOrder := make(chan *company, 4*workers)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for c := range todo {
				work(c.lines)
				close(c.done)
			}
		})
	}
	stop := make(chan struct{})
	var readErr error
	wg.Go(func() {
		defer close(inOrder)
		defer close(todo)
		readErr = readCompanies(r, func(c *company) bool {
			for _, to := range []chan<- *company{inOrder, todo} {
				select {
				case to <- c:
				case <-stop:
					return false
				}
			}
			return true
		})
	})

	to := lineWriter{name: name, out: bufio.NewWriterSize(w, 1<<16), diagnostics: diagnostics, ids: map[string]int{}}
	if err := to.companies(inOrder); err != nil {
		// Let the reader and the workers end: nobody waits for them any more.
		close(stop)
		return err
	}
	wg.Wait()
	if readErr != nil {
		return readErr
	}
	if to.bad {
		return status(statusSite)
	}
	return nil
}

// readCompanies calls yield with all lines that are not blank, until it returns false.
// A line waits for no other one that is not at hand.
func readCompanies(r io.Reader, yield func(*company) bool) error {
	from := newLineReader(r)
	c, size := &company{done: make(chan struct{})}, 0
	for {
		data, err := from.next()
		if len(data) >= long && os.Getenv("GOGC") == "" {
			debug.SetGCPercent(hasty)
		}
		if data != nil {
			c.lines = append(c.lines, &line{n: from.n, data: data})
			size += len(data)
		}
		if len(c.lines) > 0 && (err != nil || size >= event.Company || !from.atHand()) {
			if !yield(c) {
				return nil
			}
			c, size = &company{done: make(chan struct{})}, 0
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// readLines calls yield with each line that is not blank, until it returns
// false.
func readLines(r io.Reader, yield func(n int, data []byte) bool) error {
	from := newLineReader(r)
	for {
		data, err := from.next()
		if data != nil && !yield(from.n, data) || err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// lineReader reads lines, of which it has read n.
type lineReader struct {
	*bufio.Reader
	n int
}

func newLineReader(r io.Reader) *lineReader {
	return &lineReader{Reader: bufio.NewReaderSize(r, 1<<20)}
}

// next is the next line, or what stands before the end or an error; nil where it is
// blank.
func (r *lineReader) next() ([]byte, error) {
	data, err := r.ReadBytes('\n')
	if r.n++; r.n == 1 {
		data = bytes.TrimPrefix(data, []byte("\ufeff"))
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, err
	}
	return data, err
}

// atHand reports whether another line has been read from the stream.
func (r *lineReader) atHand() bool {
	ahead, _ := r.Peek(r.Buffered())
	return bytes.IndexByte(ahead, '\n') >= 0
}

// lineWriter writes what came of lines, in order.
type lineWriter struct {
	name        string // of the stream
	out         *bufio.Writer
	diagnostics io.Writer
	ids         map[string]int // → line
	bad         bool           // a line could not be used
}

// companies writes what comes of all lines.
func (w *lineWriter) companies(all <-chan *company) error {
	for c := range all {
		<-c.done
		for _, l := range c.lines {
			if err := w.line(l); err != nil {
				return err
			}
		}
		if len(all) == 0 { // nothing ready behind it: let a reader see it
			if err := w.out.Flush(); err != nil {
				return err
			}
		}
	}
	return w.out.Flush()
}

// line writes what came of one line, or reports that it is a bad one.
func (w *lineWriter) line(l *line) error {
	if first, ok := w.ids[l.id]; ok && l.err == nil {
		l.err = build.BadLine{Col: 1, Problem: fmt.Sprintf("the id %q stands on line %d already", l.id, first), Hint: "give every document its own id"}
	} else if l.err == nil {
		w.ids[l.id] = l.n
	}
	var b build.BadLine
	if errors.As(l.err, &b) {
		w.bad = true
		_, err := fmt.Fprintln(w.diagnostics, source.Diagnostic{File: w.name, Pos: source.Pos{Line: l.n, Col: max(1, b.Col)},
			Level: source.Error, Problem: b.Problem, Hint: b.Hint})
		return err
	}
	if l.err != nil {
		return l.err
	}
	_, err := w.out.Write(l.out)
	return err
}
