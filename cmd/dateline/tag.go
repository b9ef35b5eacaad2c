package main

import (
	"cmp"
	"encoding/json"

	"github.com/spf13/cobra"

	"github.com/dateline-ssg/dateline/internal/build"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// tagged is a line that tag writes.
type tagged struct {
	ID      string        `json:"id"`
	Timexes []taggedTimex `json:"timexes"`
}

type taggedTimex struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"`
	Value string `json:"value"`
	Mod   string `json:"mod,omitempty"`
	Rule  string `json:"rule"`
}

func tagCommand(s streams) *cobra.Command {
	var language string
	c := &cobra.Command{
		Use:   "tag < in.jsonl > out.jsonl",
		Short: "Mark the time expressions of texts given as JSON lines",
		Long: `Reads lines {"id","dct","text"} from standard input, dct being the publication
date (YYYY-MM-DD) or null, and writes, in the same order, lines
{"id","timexes":[{"start","end","text","type","value","mod","rule"}]} with
TIMEX3 types and values. Offsets are bytes of the text, end exclusive.`,
		Args: exactly(0, "no arguments; it reads standard input"),
		RunE: func(c *cobra.Command, args []string) error {
			return stream(c.Context(), "-", s.in, s.out, s.err, each(func(data []byte) (string, []byte, error) {
				d, err := build.ReadLine(data)
				if err != nil {
					return "", nil, err
				}
				out := tagged{ID: d.ID, Timexes: []taggedTimex{}}
				for _, x := range timex.Text(d.Text, d.Day, spoken(&d, language)) {
					out.Timexes = append(out.Timexes, taggedTimex{x.Start, x.End, d.Text[x.Start:x.End],
						x.Type.String(), x.Value, x.Mod, x.Rule})
				}
				b, err := encodeLine(out)
				return d.ID, b, err
			}))
		},
	}
	c.Flags().StringVar(&language, "language", "", "language of texts that do not say theirs (default: detected)")
	return c
}

// spoken is the language of a document: its own word, else the given one,
// else what its text shows.
func spoken(d *build.Line, given string) string {
	if said := cmp.Or(d.Language, given); said != "" {
		return said
	}
	return sentence.Detect(d.Text, "")
}

// encodeLine is v as one line of JSON, as JSON is written and not as HTML
// would want it.
func encodeLine(v any) ([]byte, error) {
	var b jsonLine
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return b, err
}

// jsonLine is the bytes written to it.
type jsonLine []byte

func (b *jsonLine) Write(p []byte) (int, error) {
	*b = append(*b, p...)
	return len(p), nil
}
