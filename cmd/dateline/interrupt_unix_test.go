//go:build unix

package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestInterrupted: what reads a stream ends at the first signal, whether it
// waits for input or for whoever reads its output; it says that the output is
// not whole, and leaves no file.
func TestInterrupted(t *testing.T) {
	var documents bytes.Buffer
	for i := range 2000 {
		fmt.Fprintf(&documents, `{"id":"d%d","dct":"%d-%02d-20","text":"Chile signed an agreement with Peru in Lima on %d %s %d."}`+"\n",
			i, 1900+i%120, 1+i%12, 1+i%19, time.Month(1+i%12), 1900+i%120)
	}
	var mentions bytes.Buffer
	if code := run(t.Context(), []string{"extract"}, streams{bytes.NewReader(documents.Bytes()), &mentions, io.Discard}); code != 0 || mentions.Len() < 1<<20 {
		t.Fatal(code, mentions.Len())
	}
	for _, c := range []struct {
		name   string
		args   []string
		input  []byte
		more   bool // more input might come
		signal os.Signal
	}{
		{"merge while it spills", []string{"merge", "--memory", "0"}, mentions.Bytes(), true, syscall.SIGINT},
		{"merge while it spills, terminated", []string{"merge", "--memory", "0"}, mentions.Bytes(), true, syscall.SIGTERM},
		{"merge while it writes", []string{"merge", "--memory", "0"}, mentions.Bytes(), false, syscall.SIGINT},
		{"facts", []string{"merge", "--facts"}, mentions.Bytes(), true, syscall.SIGINT},
		{"extract", []string{"extract"}, documents.Bytes(), false, syscall.SIGINT},
	} {
		t.Run(c.name, func(t *testing.T) { interrupt(t, c.args, c.input, c.more, c.signal) })
	}
}

// interrupt gives a process its input, sends the signal once all of it was
// taken or, where no more would come, once output has begun, and looks at how
// it ends. Nobody reads the output behind its first byte.
func interrupt(t *testing.T, args []string, input []byte, more bool, signal os.Signal) {
	temporary := t.TempDir()
	cmd := exec.Command("dateline", args...)
	cmd.Env = append(os.Environ(), "TMPDIR="+temporary)
	var said bytes.Buffer
	cmd.Stderr = &said
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	defer cmd.Process.Kill()
	ready := make(chan error, 1)
	go func() {
		// What a pipe holds is 64 kB; all before that was read.
		_, err := in.Write(input)
		if more {
			ready <- err
		} else {
			in.Close()
		}
	}()
	if !more {
		_, err := io.ReadFull(out, make([]byte, 1))
		ready <- err
	}
	if err := <-ready; err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		if cmd.ProcessState.ExitCode() != statusInterrupted {
			t.Errorf("%v, want exit status %d", err, statusInterrupted)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("it goes on")
	}
	if want := "dateline: interrupted; what was written is not the whole\n"; !strings.HasSuffix(said.String(), want) {
		t.Errorf("it said %q, want %q", said.String(), want)
	}
	left, err := os.ReadDir(temporary)
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}
