package main

import (
	"context"
	"errors"
)

// errCutShort is how a command ends that was writing to standard output when
// it was interrupted.
var errCutShort = errors.New("interrupted; what was written is not the whole")

// promptly does work from standard input to standard output until it is done
// or ctx is. Such work may wait for long for a line, for a reader, or for the
// processor, and none of these looks at a context; it keeps nothing that could
// be left half done. So where ctx is done first nobody waits for it, and it ends
// with the process.
func promptly(ctx context.Context, work func() error) error {
	done := make(chan error, 1)
	go func() { done <- work() }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return errCutShort
	}
}
