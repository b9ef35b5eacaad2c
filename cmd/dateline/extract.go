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
			return stream(c.Context(), "-", s.in, s.out, s.err, func(lines []*line) { extractLines(lines, names, language) })
		},
	}
	c.Flags().StringVar(&language, "language", "", "language of texts that do not say theirs (default: detected)")
	return c
}

// extractLines writes down what the documents of lines tell.
func extractLines(lines []*line, names *actor.Gazetteer, language string) {
	docs, of := make([]*build.Line, 0, len(lines)), make([]*line, 0, len(lines))
	for _, l := range lines {
		d, err := build.ReadLine(l.data)
		if l.data = nil; err != nil {
			l.err = err
			continue
		}
		l.id = d.ID
		docs, of = append(docs, &d), append(of, l)
	}
	for i, mentions := range build.AllMentions(docs, names, language) {
		out := make(jsonLine, 0, typical*len(mentions))
		of[i].err = build.WriteMentions(&out, mentions)
		of[i].out = out
	}
}
