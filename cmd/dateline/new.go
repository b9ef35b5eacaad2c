package main

import (
	"fmt"
	"os"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/dateline-ssg/dateline/internal/project"
)

func newCommand(s streams) *cobra.Command {
	c := &cobra.Command{
		Use:   "new",
		Short: "Make a new site, or a new article",
		Long:  "Makes a new site or a new article. Nothing that exists is ever overwritten.",
		Args: func(c *cobra.Command, args []string) error {
			return usageError{fmt.Errorf("say what to make: dateline new site DIR, or dateline new article TITLE")}
		},
		RunE: func(c *cobra.Command, args []string) error { return nil },
	}
	c.AddCommand(newSiteCommand(s), newArticleCommand(s))
	return c
}

func newSiteCommand(s streams) *cobra.Command {
	return &cobra.Command{
		Use:     "site DIR",
		Short:   "Make a folder with a configuration, a first article and a workflow for GitHub Pages",
		Example: "  dateline new site chronology && cd chronology && dateline serve",
		Args:    exactly(1, "one folder"),
		RunE: func(c *cobra.Command, args []string) error {
			if _, err := project.NewSite(args[0]); err != nil {
				return err
			}
			_, err := fmt.Fprintf(s.out, "%s is a site; next:\n  cd %s\n  dateline serve\n", args[0], args[0])
			return err
		},
	}
}

func newArticleCommand(s streams) *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use:     "article TITLE",
		Short:   "Make an empty article of today in content/",
		Example: `  dateline new article "Three days in Geneva"`,
		Args:    exactly(1, "one title (in quotation marks)"),
		RunE: func(c *cobra.Command, args []string) error {
			path, err := project.NewArticle(dir, args[0], today())
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(s.out, path)
			return err
		},
	}
	c.Flags().StringVar(&dir, "source", ".", "the site's folder")
	return c
}

// today is the date of a new article: SOURCE_DATE_EPOCH where it is set, else
// the author's day. It is written into the file, so no build depends on it.
func today() string {
	now := time.Now()
	if epoch, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		now = time.Unix(epoch, 0).UTC()
	}
	return now.Format(time.DateOnly)
}
