package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dateline-ssg/dateline/internal/build"
	"github.com/dateline-ssg/dateline/internal/site"
)

func exportCommand(s streams) *cobra.Command {
	var f siteFlags
	var names []string
	for _, format := range site.Formats {
		names = append(names, format.Name)
	}
	c := &cobra.Command{
		Use:       "export FORMAT",
		Short:     "Write the chronology to standard output in another format",
		Long:      "Builds the site in memory and writes its chronology to standard output.\nFormats: " + strings.Join(names, ", ") + ".",
		Example:   "  dateline export csv > events.csv",
		ValidArgs: names,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{fmt.Errorf("dateline export takes one format: %s", strings.Join(names, ", "))}
			}
			if formatNamed(args[0]) == nil {
				return usageError{fmt.Errorf("there is no format %q; there are %s", args[0], strings.Join(names, ", "))}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			format := formatNamed(args[0])
			f.exports = []string{format.Name}
			in, err := f.load()
			if err != nil {
				return err
			}
			out, p, err := f.run(c.Context(), s, in, nil, build.All)
			if err != nil {
				return err
			}
			for _, page := range out.Pages {
				if page.Path != format.File {
					continue
				}
				b, err := page.Draw()
				if err != nil {
					return err
				}
				if _, err := s.out.Write(b); err != nil {
					return err
				}
			}
			return p.status(lenient)
		},
	}
	f.add(c)
	return c
}

// formatNamed is the format with a name, or nil.
func formatNamed(name string) *site.Format {
	for i, f := range site.Formats {
		if f.Name == name {
			return &site.Formats[i]
		}
	}
	return nil
}
