package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/dateline-ssg/dateline/internal/build"
	"github.com/dateline-ssg/dateline/internal/source"
)

func checkCommand(s streams) *cobra.Command {
	var f siteFlags
	var asJSON, strictly, alike, ranks bool
	c := &cobra.Command{
		Use:   "check",
		Short: "Say everything there is to say about a site, and write nothing",
		Long: `Reads the whole site and prints every diagnostic, a line each:
file:line:col: problem; hint. Nothing is written. Templates are drawn too.

With --alike, pairs of published events that may be one follow, the most alike
first, each with how alike they are, where 1 is what makes them one, and with
what keeps them apart all the same. What is told twice is joined with
"dateline edit merge ID OTHER".

With --ranks, the published events follow, the highest rank first, each with the
parts of which its rank is the sum.`,
		Args: exactly(0, "no arguments"),
		RunE: func(c *cobra.Command, args []string) error {
			p := newPrinter(s.out)
			in, err := f.load()
			out, ds, err := checked(c.Context(), in, err)
			if err != nil {
				return err
			}
			if asJSON {
				if err := printJSON(s.out, ds); err != nil {
					return err
				}
				p.tally(ds)
			} else {
				p.print(ds)
			}
			if out != nil {
				if alike {
					printAlike(s.out, build.Alike(in, out))
				}
				if ranks {
					printRanks(s.out, build.Published(in, out))
				}
				if !asJSON {
					fmt.Fprintf(s.err, "%s, %s, %s, %s\n", count(out.Articles, "article"), count(out.Events, "event"),
						count(p.errors, "error"), count(p.warned, "warning"))
				}
			}
			return p.status(rigour(strictly))
		},
	}
	f.add(c)
	c.Flags().BoolVar(&asJSON, "json", false, "a JSON object a line")
	c.Flags().BoolVar(&alike, "alike", false, "pairs of events that may be one, too")
	c.Flags().BoolVar(&ranks, "ranks", false, "the events by rank and what it is made of, too")
	c.Flags().BoolVar(&strictly, "strict", false, "treat warnings as errors")
	return c
}

// checked builds what was loaded, or was not for the reason err, draws its pages and
// returns all that there is to say. What is built is returned with an error of the site, too,
// where it came so far.
func checked(ctx context.Context, in build.Input, err error) (*build.Output, []source.Diagnostic, error) {
	var out *build.Output
	if err == nil {
		out, err = runUntil(ctx, in, build.Options{})
	}
	if err == nil {
		err = build.Draw(ctx, out.Pages)
	}
	ds, siteError := stopped(err)
	if err != nil && !siteError {
		return nil, nil, err
	}
	if out != nil {
		ds = append(out.Diagnostics, ds...)
	}
	return out, ds, nil
}

// tally counts diagnostics without printing them.
func (p *printer) tally(ds []source.Diagnostic) {
	for _, d := range ds {
		if d.Level == source.Error {
			p.errors++
		} else {
			p.warned++
		}
	}
}
