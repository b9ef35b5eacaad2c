package main

import (
	"github.com/spf13/cobra"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/build"
)

// typical is how many bytes a mention's line has, about.
const typical = 768

func extractCommand(s streams) *cobra.Command {
	var language string
	c := &cobra.Command{
		Use:   "extract < in.jsonl > mentions.jsonl",
		Short: "Find the dated events in texts given as JSON lines",
		Long: `Reads lines {"id","dct","title","source","url","text"} from standard input
(only id and text are needed) and writes one line a mention, in the order of
the documents and of the text. Each document is read by itself; merge makes
events of the mentions of many.`,
		Example: "  dateline extract < articles.jsonl | dateline merge > events.jsonl",
		Args:    exactly(0, "no arguments; it reads standard input"),
		RunE: func(c *cobra.Command, args []string) error {
			names := actor.Default()
			return stream(c.Context(), "-", s.in, s.out, s.err, func(data []byte) (string, []byte, error) {
				d, err := build.ReadLine(data)
				if err != nil {
					return "", nil, err
				}
				mentions := d.Mentions(names, language)
				out := make(jsonLine, 0, typical*len(mentions))
				err = build.WriteMentions(&out, mentions)
				return d.ID, out, err
			})
		},
	}
	c.Flags().StringVar(&language, "language", "", "language of texts that do not say theirs (default: detected)")
	return c
}
