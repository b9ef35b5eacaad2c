package main

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/dateline-ssg/dateline/internal/build"
	"github.com/dateline-ssg/dateline/internal/edit"
	"github.com/dateline-ssg/dateline/internal/source"
)

// decisionCommand is one subcommand of edit: how it is written, what it does,
// what values it takes.
type decisionCommand struct {
	verb, off edit.Verb // off: what --off decides instead, "" for no such flag
	use       string
	short     string
	values    valueArgs
}

// valueArgs says what the arguments behind the event are.
type valueArgs int

const (
	moreEvents valueArgs = iota // the same for each
	oneWord
	oneText // the rest of the line
	eachOne
)

var decisionCommands = []decisionCommand{
	{edit.Hide, edit.Show, "hide ID …", "Leave events out of the chronology", moreEvents},
	{edit.Pin, edit.Unpin, "pin ID …", "Put events before all others in rank", moreEvents},
	{edit.Date, "", "date ID DATE", "Give an event another date: 2025-09-03, 2025-09, 2025-W36, 2025, a/b", oneWord},
	{edit.Headline, "", "headline ID TEXT", "Give an event another headline", oneText},
	{edit.Type, "", "type ID TYPE", "Say what kind of event it is", oneWord},
	{edit.Status, "", "status ID STATUS", "Say whether it happened, is planned, threatened, reported, denied or cancelled", oneWord},
	{edit.Merge, "", "merge ID OTHER …", "Make other events a part of this one", eachOne},
	{edit.Split, "", "split ID WORDS …", "Make an event of its own of the sentences that hold the words", eachOne},
	{edit.Note, "", "note ID TEXT", "Show a note with the event", oneText},
	{edit.Correct, "", "correct ID TEXT", "Show a correction with its date", oneText},
}

func editCommand(s streams) *cobra.Command {
	var f siteFlags
	c := &cobra.Command{
		Use:   "edit",
		Short: "Write a decision about an event into edits.toml, or take one back",
		Long: `Adds an entry to edits.toml, the file of the editor's decisions, and leaves the
rest of that file as it is. The decision is tried first: if it finds no event,
nothing is written.

An event is named by its id, which is the last part of the address of its page
(the whole address will do), or in quotation marks by a few words of a sentence
that tells it. Later decisions outrank earlier ones. In the preview,
dateline serve --edit does the same by mouse and keyboard.`,
		Example: `  dateline edit hide 2025-02-12-trump-putin-call
  dateline edit date 2025-02-12-trump-putin-call 2025-02-13
  dateline edit headline "spoke by telephone for" The presidents talk for an hour
  dateline edit correct 2025-02-12-trump-putin-call "The day was given as the 13th."
  dateline edit undo 2025-02-12-trump-putin-call`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("there is no decision %q", args[0])}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return usageError{fmt.Errorf("say what to decide: dateline edit hide ID, for one")}
		},
	}
	c.PersistentFlags().StringVar(&f.source, "source", ".", "the site's folder")
	f.drafts = true // a decision on a draft's event finds it
	for _, d := range decisionCommands {
		c.AddCommand(d.command(s, &f))
	}
	c.AddCommand(undoCommand(s, &f))
	return c
}

func (d decisionCommand) command(s streams, f *siteFlags) *cobra.Command {
	var off bool
	var on string
	c := &cobra.Command{
		Use:   d.use,
		Short: d.short,
		Args: func(c *cobra.Command, args []string) error {
			if n := len(args); n == 0 || n == 1 && d.values != moreEvents || n > 2 && d.values == oneWord {
				return usageError{fmt.Errorf("write it as dateline edit %s", d.use)}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			verb := d.verb
			if off {
				verb = d.off
			}
			var ds []edit.Decision
			switch id := eventOf(args[0]); d.values {
			case moreEvents:
				for _, arg := range args {
					ds = append(ds, edit.Decision{Event: eventOf(arg), Verb: verb})
				}
			case eachOne:
				one := edit.Decision{Event: id, Verb: verb}
				for _, arg := range args[1:] {
					one.Values = append(one.Values, eventOf(arg))
				}
				ds = append(ds, one)
			default:
				ds = append(ds, edit.Decision{Event: id, Verb: verb, Values: []string{strings.Join(args[1:], " ")}, On: on})
			}
			return decide(c.Context(), s, f, ds)
		},
	}
	if d.off != "" {
		c.Flags().BoolVar(&off, "off", false, "decide that it is not so, whatever was decided before")
	}
	if d.verb == edit.Correct {
		c.Flags().StringVar(&on, "date", "", "day of the correction (default today, or the day of SOURCE_DATE_EPOCH)")
	}
	return c
}

// eventOf is the id in the address of an event's page; anything else is itself.
func eventOf(arg string) string {
	if _, rest, ok := strings.Cut(arg, "/events/"); ok {
		id, _, _ := strings.Cut(rest, "/")
		return id
	}
	return arg
}

// desk is where the decisions of one command are tried; done keeps what was
// read for the next one.
func (f *siteFlags) desk(ctx context.Context, s streams) (d desk, done func()) {
	f.findCache(s.err)
	memo := f.openCache(s.err)
	d = desk{f.source, func(edits source.File) (*build.Output, error) {
		in, err := f.load()
		if err != nil {
			return nil, err
		}
		in.Edits = edits
		return runUntil(ctx, in, build.Options{Memo: memo})
	}}
	return d, func() {
		if err := memo.Close(); err != nil {
			fmt.Fprintf(s.err, "dateline: %v\n", err)
		}
		f.keepStamps(s.err)
	}
}

// decide tries the decisions in a build, writes them and says where.
func decide(ctx context.Context, s streams, f *siteFlags, ds []edit.Decision) error {
	d, done := f.desk(ctx, s)
	in, err := f.load()
	if err != nil {
		return err
	}
	for i := range ds {
		if ds[i].Verb == edit.Correct {
			ds[i].On = cmp.Or(ds[i].On, in.Now, time.Now().Format(time.DateOnly))
		}
	}
	entries, out, err := d.decide(ds)
	if err != nil {
		return err
	}
	done()
	for _, e := range entries {
		fmt.Fprintf(s.out, "edits.toml: %s: %s\n", e.Event, e.Says)
	}
	newPrinter(s.err).print(ofEdits(out.Diagnostics))
	return nil
}

// ofEdits are the diagnostics of edits.toml: older decisions that find nothing.
func ofEdits(ds []source.Diagnostic) (out []source.Diagnostic) {
	for _, d := range ds {
		if d.File == "edits.toml" {
			out = append(out, d)
		}
	}
	return out
}

func undoCommand(s streams, f *siteFlags) *cobra.Command {
	return &cobra.Command{
		Use:   "undo [ID …]",
		Short: "Take back the last decision, or the last one about each event",
		Long: `Takes back the last decision, or the last one about each event, whether the
entry names the event by its id or by words of a sentence that tells it.`,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				args = []string{""}
			}
			d, done := f.desk(c.Context(), s)
			defer done()
			for _, arg := range args {
				e, err := d.undo(eventOf(arg))
				if err != nil {
					return err
				}
				fmt.Fprintf(s.out, "edits.toml: taken back: %s: %s\n", e.Event, e.Says)
			}
			return nil
		},
	}
}
