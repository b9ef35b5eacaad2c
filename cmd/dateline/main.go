// Dateline turns a folder of articles into a chronology that can be published.
//
// Each subcommand is one file of this package: flags go to project, project's
// input to build, build's pages to publish or preview. Nothing is decided
// here that a stage could decide.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/dateline-ssg/dateline/internal/source"
)

// The exit statuses, as the manual gives them.
const (
	statusOK      = 0
	statusSite    = 1 // an error in what the author wrote
	statusUsage   = 2 // wrong usage of the command
	statusMachine = 3 // disk full, port in use

	statusInterrupted = 130 // as shells say of Ctrl-C
)

func main() {
	// A reader that has seen enough (head) closes the pipe: that is an error
	// of a write, which ends the command quietly, and no signal.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// The first Ctrl-C ends in good order, a second one at once.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}

// streams are what a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// status is an error that says how the command exits, having said all that
// there is to say.
type status int

func (s status) Error() string { return fmt.Sprintf("exit status %d", int(s)) }

// run is the whole command, from arguments to exit status.
func run(ctx context.Context, args []string, s streams) int {
	root := command(s)
	root.SetArgs(args)
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	err := root.ExecuteContext(ctx)
	var code status
	var failure *source.Failure
	switch {
	case err == nil:
		return statusOK
	case errors.As(err, &code):
		return int(code)
	case errors.As(err, &failure):
		newPrinter(s.err).print(failure.Diagnostics)
		return statusSite
	case errors.Is(err, syscall.EPIPE):
		return statusOK
	case errors.Is(err, errCutShort):
		fmt.Fprintf(s.err, "dateline: %v\n", err)
		return statusInterrupted
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(s.err, "dateline: interrupted; nothing that was published has changed")
		return statusInterrupted
	case usage(err):
		fmt.Fprintf(s.err, "dateline: %v; see dateline help\n", err)
		return statusUsage
	}
	fmt.Fprintf(s.err, "dateline: %v\n", err)
	return statusMachine
}

// usageError is a mistake in flags or arguments.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usage(err error) bool {
	var u usageError
	return errors.As(err, &u)
}

// command is the tree of subcommands.
func command(s streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "dateline",
		Short: "Turns a folder of articles into a chronology that can be published",
		Long: `Dateline reads Markdown, plain text and saved HTML, finds every dated event
that the prose tells, merges what several articles tell of one event, and
renders a static site.

Exit status: 0 done; 1 an error in what was written, or with --strict a
warning; 2 wrong usage; 3 the machine failed (disk full, port in use).`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       version(), // --version says what the command version says
		// What is this near to a command was meant to be one.
		SuggestionsMinimumDistance: 2,
		// Without a subcommand, and with a word that is none.
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				if near := c.SuggestionsFor(args[0]); len(near) > 0 {
					return usageError{fmt.Errorf("there is no command %q; did you mean %s", args[0], strings.Join(near, " or "))}
				}
				return usageError{fmt.Errorf("there is no command %q", args[0])}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return c.Help() },
	}
	root.SetVersionTemplate("dateline {{.Version}}\n")
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(
		buildCommand(s), serveCommand(s), newCommand(s), checkCommand(s), explainCommand(s),
		importCommand(s), exportCommand(s), editCommand(s),
		tagCommand(s), extractCommand(s), mergeCommand(s), versionCommand(s),
	)
	root.InitDefaultCompletionCmd()
	if c, _, err := root.Find([]string{"completion"}); err == nil && c != root {
		c.Short = "Print a script by which a shell completes commands and flags"
		c.Args = func(c *cobra.Command, args []string) error {
			return usageError{fmt.Errorf("say for which shell: dateline completion bash, zsh, fish or powershell")}
		}
		c.RunE = func(c *cobra.Command, args []string) error { return nil }
	}
	return root
}

// exactly is the argument check of a command with n arguments, which names
// says in words.
func exactly(n int, names string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) != n {
			return usageError{fmt.Errorf("dateline %s takes %s; %d given", c.Name(), names, len(args))}
		}
		return nil
	}
}
