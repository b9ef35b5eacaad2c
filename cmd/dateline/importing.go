package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/ingest"
	"github.com/dateline-ssg/dateline/internal/source"
)

func importCommand(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "import FORMAT FILE…",
		Short: "Turn a chronology made elsewhere into a table for content/",
		Long: "Reads chronologies that were made elsewhere and writes a table of [[events]]\n" +
			"to standard output, to be kept in content/ and edited there. Formats:\n" +
			strings.Join(ingest.Formats, ", ") + ".",
		Example: "  dateline import timelinejs old.json > content/old.toml",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) < 2 {
				return usageError{fmt.Errorf("dateline import takes a format and at least one file")}
			}
			if !slices.Contains(ingest.Formats, args[0]) {
				return usageError{fmt.Errorf("there is no format %q; there are %s", args[0], strings.Join(ingest.Formats, ", "))}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			p := newPrinter(s.err)
			var events []article.Explicit
			for _, name := range args[1:] {
				b, err := os.ReadFile(name)
				if err != nil {
					return err
				}
				es, ds := ingest.Read(args[0], source.File{Path: name, Bytes: b})
				p.print(ds)
				events = append(events, es...)
			}
			if _, err := s.out.Write(ingest.WriteTOML(events)); err != nil {
				return err
			}
			return p.status(lenient)
		},
	}
}
