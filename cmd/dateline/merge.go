package main

import (
	"github.com/spf13/cobra"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/chronology"
)

func mergeCommand(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "merge < mentions.jsonl > events.jsonl",
		Short: "Make events of mentions given as JSON lines",
		Long: `Reads the lines that extract writes, in any order, and writes one event a
line, in order of date: what several documents tell of one event is one event
with several mentions, of which the first represents it.`,
		Example: "  dateline extract < articles.jsonl | dateline merge > events.jsonl",
		Args:    exactly(0, "no arguments; it reads standard input"),
		RunE: func(c *cobra.Command, args []string) error {
			mentions, ds, err := chronology.ReadMentions(s.in, "-")
			if err != nil {
				return err
			}
			p := newPrinter(s.err)
			p.print(ds)
			events, ds := chronology.Merge(mentions, chronology.Options{Actor: actor.Default().Lookup})
			p.print(ds)
			if err := chronology.WriteEvents(s.out, events); err != nil {
				return err
			}
			return p.status(lenient)
		},
	}
}
