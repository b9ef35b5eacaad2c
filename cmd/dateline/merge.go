package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

// merging is the command merge as it was called.
type merging struct {
	streams
	facts   string // the file of facts; given for a value where they are asked for
	stretch string
	link    bool
	spread  bool
	memory  int // megabytes of mentions to hold
	room    scratch
	lines   scratch // for those that may have been given before
}

// asked is the value of --facts without one, which help shows: standard output.
const asked = "-"

func mergeCommand(s streams) *cobra.Command {
	m := &merging{streams: s}
	c := &cobra.Command{
		Use:   "merge < mentions.jsonl > events.jsonl",
		Short: "Make events of mentions given as JSON lines",
		Long: `Reads the lines that extract writes, in any order, and writes one event a
line, in order of date: what several documents tell of one event is one event
with several mentions, of which the first represents it.

Over many machines the same is done in three steps, whose result together is
the same, byte for byte. The first reads all mentions, the second what one month
or several need of them (or more), the third what the first and the second have
written.
--spread writes each mention behind the months that need it, as the key by which
an engine brings them together.`,
		Example: `  dateline extract < articles.jsonl | dateline merge > events.jsonl

  dateline merge --facts < mentions.jsonl > facts
  dateline merge --stretch 2025-09 --facts facts < mentions.jsonl > 2025-09.stretch
  cat *.stretch | dateline merge --link --facts facts > events.jsonl`,
		Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			defer m.room.close()
			defer m.lines.close()
			return promptly(c.Context(), func() error { return m.run(args) })
		},
	}
	flags := c.Flags()
	flags.StringVar(&m.facts, "facts", "", "step 1: write the facts; with a `file`, read them in step 2 or 3")
	flags.Lookup("facts").NoOptDefVal = asked
	flags.StringVar(&m.stretch, "stretch", "", "step 2: merge one `month`, as 2025-09, or several with commas")
	flags.BoolVar(&m.link, "link", false, "step 3: put the months together")
	flags.IntVar(&m.memory, "memory", 128, "hold about so many `megabytes` of mentions and keep the rest in a temporary file (TMPDIR)")
	flags.BoolVar(&m.spread, "spread", false, "write each mention behind the months that need it")
	return c
}

// run does what the flags ask for. A flag that can stand alone takes the word
// behind it for an argument: it is the file of facts.
func (m *merging) run(args []string) error {
	if m.facts == asked && len(args) == 1 && (m.stretch != "" || m.link) {
		m.facts, args = args[0], nil
	}
	steps := 0
	for _, chosen := range []bool{m.stretch != "", m.link, m.spread, m.facts == asked} {
		if chosen {
			steps++
		}
	}
	switch {
	case len(args) > 0:
		return usageError{errors.New("dateline merge takes no arguments; it reads standard input")}
	case steps > 1:
		return usageError{errors.New("dateline merge does one step at a time: --facts, or --stretch with --facts FILE, or --link, or --spread")}
	case m.memory < 0:
		return usageError{fmt.Errorf("--memory %d: megabytes, 0 or more", m.memory)}
	case m.stretch != "" && m.facts == "":
		return usageError{errors.New("--stretch needs the facts: --facts FILE")}
	case m.facts != "" && steps == 0:
		return usageError{errors.New("--facts FILE is for --stretch or --link")}
	case m.stretch != "":
		return m.months()
	case m.link:
		return m.together()
	case m.spread:
		return m.keys()
	}
	if m.facts == asked {
		return m.count()
	}
	return m.all()
}

// all merges in one process.
func (m *merging) all() error {
	c := chronology.NewCollector(options())
	c.Spill(&m.room, m.memory<<20)
	p, err := m.each(c.Add)
	if err != nil {
		return err
	}
	out := chronology.NewEventWriter(m.out)
	_, err = c.Each(options(), out.Write)
	return errors.Join(err, out.Flush(), p.status(lenient))
}

// count is the first step.
func (m *merging) count() error {
	census := chronology.NewCensus()
	census.Spill(&m.room, m.memory<<20)
	p, err := m.each(census.Add)
	if err != nil {
		return err
	}
	facts, err := census.Facts()
	if err != nil {
		return err
	}
	return errors.Join(facts.Write(m.out), p.status(lenient))
}

func options() chronology.Options {
	return chronology.Options{Actor: actor.Default().Lookup}
}

// each reads the mentions one at a time.
func (m *merging) each(take func(*event.Mention)) (*printer, error) {
	ds, err := chronology.EachMention(m.in, "-", &m.lines, m.memory<<20, take)
	p := newPrinter(m.err)
	p.print(ds)
	return p, err
}

// months is the second step.
func (m *merging) months() error {
	var months []calendar.Date
	for name := range strings.SplitSeq(m.stretch, ",") {
		month, ok := calendar.ParseDate(name)
		if !ok || month.Grain != calendar.Month {
			return usageError{fmt.Errorf("%q is no month; write it as 2025-09", name)}
		}
		months = append(months, month)
	}
	f, err := os.Open(m.facts)
	if err != nil {
		return usageError{err}
	}
	defer f.Close()
	facts, err := chronology.ReadFacts(f)
	if err != nil {
		return step(m.facts, err)
	}
	var mentions []*event.Mention
	p, err := m.each(func(x *event.Mention) { mentions = append(mentions, x) })
	if err != nil {
		return err
	}
	for _, s := range chronology.MergeMonths(months, mentions, facts, options()) {
		err = errors.Join(err, s.Write(m.out))
	}
	return errors.Join(err, p.status(lenient))
}

// together is the third step. The facts may stand among the lines, too.
func (m *merging) together() error {
	in := m.in
	if m.facts != "" {
		f, err := os.Open(m.facts)
		if err != nil {
			return usageError{err}
		}
		defer f.Close()
		in = io.MultiReader(f, m.in)
	}
	out := chronology.NewEventWriter(m.out)
	var machine *fs.PathError // of the scratch, the input or the output
	switch err := chronology.LinkLines(in, options(), &m.room, m.memory<<20, out.Write); {
	case errors.As(err, &machine):
		return err
	case err != nil:
		return step("-", err)
	}
	return out.Flush()
}

// step is the error of what another step should have written.
func step(name string, err error) error {
	return &source.Failure{Diagnostics: []source.Diagnostic{{File: name, Level: source.Error,
		Problem: err.Error(), Hint: "see dateline merge --help for the steps"}}}
}

// keys writes each mention once for every month that needs it: the month, a
// tabulator, the line.
func (m *merging) keys() error {
	out := bufio.NewWriterSize(m.out, 1<<16)
	p := newPrinter(m.err)
	err := readLines(m.in, func(n int, data []byte) bool {
		x, problem := chronology.ReadMention(data)
		if problem != "" {
			p.print([]source.Diagnostic{{File: "-", Pos: source.Pos{Line: n, Col: 1}, Level: source.Error,
				Problem: problem, Hint: "a line of extract is wanted; this one is left out"}})
			return true
		}
		for _, month := range chronology.Spread(x) {
			fmt.Fprintf(out, "%s\t%s\n", month, bytes.TrimSpace(data))
		}
		return true
	})
	return errors.Join(err, out.Flush(), p.status(lenient))
}
