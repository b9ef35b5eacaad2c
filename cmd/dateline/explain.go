package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/fatih/color"
	"github.com/spf13/cobra"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/build"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/project"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

func explainCommand(s streams) *cobra.Command {
	var language string
	c := &cobra.Command{
		Use:   "explain FILE",
		Short: "Show what was seen in an article, and which rule saw it",
		Long: `Prints an article sentence by sentence. Below each stand its time expressions
(value, rule, what it was reckoned from and why), its actors, its mentions of
events (date, how it was dated, type, status, headline, rule), and, where
something looked like an event and is none, the rule that refused it. What
was set aside as page furniture stands in its place. A file in the content/ of
a site is read as the site reads it, with its actors.toml and its language.`,
		Args: exactly(1, "one file"),
		RunE: func(c *cobra.Command, args []string) error {
			b, err := os.ReadFile(args[0])
			if err != nil {
				return err
			}
			p := newPrinter(s.err)
			config, own, err := project.Around(args[0])
			if ds, ok := stopped(err); ok {
				p.print(ds)
				return p.status(lenient)
			}
			if err != nil {
				return err
			}
			names, ds := actor.Default().With(own)
			f := article.Decoded(source.File{Path: args[0], Bytes: b})
			reader := build.Reader{Language: cmp.Or(language, config.Language), Extract: config.Extract.Enabled, Gazetteer: names}
			account, more := reader.Explain(f)
			p.print(append(ds, more...))
			if account.Document.Article == nil {
				return p.status(lenient)
			}
			e := explainer{w: bufio.NewWriter(s.out), file: f, Account: account}
			e.explain()
			if err := e.w.Flush(); err != nil {
				return err
			}
			return p.status(lenient)
		},
	}
	c.Flags().StringVar(&language, "language", "", "language where the article does not say its own (default: detected)")
	return c
}

// explainer prints one document.
type explainer struct {
	w    *bufio.Writer
	file source.File
	build.Account
}

var (
	dim    = color.New(color.Faint)
	bold   = color.New(color.Bold)
	timed  = color.New(color.FgCyan)
	acting = color.New(color.FgMagenta)
	told   = color.New(color.FgGreen)
	denied = color.New(color.FgYellow)
)

func (e *explainer) explain() {
	a := e.Document.Article
	dated := "undated"
	if a.DCT.Known() {
		dated = a.DCT.String()
	}
	bold.Fprintf(e.w, "%s\n", a.Title)
	dim.Fprintf(e.w, "%s\n", strings.Join(filled(dated, a.Author, a.Source.Name), ", "))
	set := a.Set
	for i, b := range a.Blocks {
		for len(set) > 0 && set[0].Start < b.Start {
			e.furniture(set[0])
			set = set[1:]
		}
		if b.Text == nil {
			continue
		}
		for _, s := range b.Periods {
			e.period(i, b.Text, s)
		}
	}
	for _, f := range set {
		e.furniture(f)
	}
	for _, m := range e.Mentions {
		if m.DateBasis == "explicit" {
			fmt.Fprintf(e.w, "\n%s  %s\n", dim.Sprint(e.place(m.SentenceStart)), oneLine(m.Quote))
			e.mention(m)
		}
	}
}

// filled are the strings that are not empty.
func filled(list ...string) []string {
	var out []string
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

func (e *explainer) furniture(f article.Furniture) {
	dim.Fprintf(e.w, "\n%s  %s\n    set aside  %s\n", e.place(f.Start), oneLine(e.file.Text(f.Span)), f.Rule)
}

// place is a line and column of the file.
func (e *explainer) place(offset int) string {
	p := e.file.Pos(offset)
	return fmt.Sprintf("%d:%d", p.Line, p.Col)
}

// period prints a sentence, or the sentences that one quotation joins, with
// all that was seen in it.
func (e *explainer) period(block int, t *sentence.Text, s sentence.Extent) {
	span := t.Span(s)
	fmt.Fprintf(e.w, "\n%s  %s\n", dim.Sprint(e.place(span.Start)), t.String(s))
	for _, x := range e.Document.Exprs {
		if x.Passage == block && s.Contains(x.Extent) {
			e.line(timed, "time", t.String(x.Extent), strings.Join(filled(x.Type.String(), x.Value, x.Mod), " "),
				strings.Join(filled(x.Rule, "from "+x.Reference.String(), x.Why), "; "))
		}
	}
	for _, r := range e.Document.Refs {
		if r.Passage == block && s.Contains(r.Extent) {
			e.line(acting, "actor", t.String(r.Extent), r.Actor.Name, "")
		}
	}
	for _, m := range e.Mentions {
		if m.DateBasis != "explicit" && span.Start <= m.Trigger.Start && m.Trigger.Start < span.End {
			e.mention(m)
		}
	}
	for _, r := range e.Trace {
		if r.Block == block && span.Contains(r.Sentence) {
			e.line(denied, "no event", r.Text, r.Rule, strings.Join(filled(r.Why, strings.Join(r.Cues, ", ")), ": "))
		}
	}
}

func (e *explainer) mention(m event.Mention) {
	date := m.Date
	if date == "" {
		date = "undated"
	}
	e.line(told, "event", m.Trigger.Text, strings.Join(filled(date, m.Mod, m.Type, m.Status), " "),
		fmt.Sprintf("%s; dated by: %s", m.Rule, m.DateBasis))
	fmt.Fprintf(e.w, "             %s\n", m.Headline)
}

// line prints one thing seen: what, the words, what they mean, why.
func (e *explainer) line(paint *color.Color, what, words, meaning, why string) {
	fmt.Fprintf(e.w, "    %s %s", paint.Sprintf("%-8s", what), strings.Join(filled(quoted(words), meaning), "  "))
	if why != "" {
		dim.Fprintf(e.w, "  (%s)", why)
	}
	io.WriteString(e.w, "\n")
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return "“" + oneLine(s) + "”"
}

// oneLine is s with its white space folded.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
