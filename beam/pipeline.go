package main

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/build"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
)

func init() {
	register.DoFn3x0[context.Context, string, func(string)](&extract{})
	register.DoFn3x0[context.Context, string, func(string, string)](&spread{})
	register.DoFn4x1[context.Context, string, func(*string) bool, func(string), error](&census{})
	register.DoFn5x1[context.Context, string, func(*string) bool, string, func(string), error](&stretch{})
	register.DoFn4x1[context.Context, string, func(*string) bool, string, error](&link{})
	register.Function1x2(alone)
	register.Emitter1[string]()
	register.Emitter2[string, string]()
	register.Iter1[string]()
}

// Chronology makes the file output of a collection of lines, one an article.
//
// Extraction sees one article at a time, a stretch one month: both run
// wherever the engine has a processor. The facts and the last step, which
// writes the file, run on one worker each.
func Chronology(s beam.Scope, lines beam.PCollection, language, output string) {
	s = s.Scope("dateline")
	mentions := beam.ParDo(s.Scope("extract"), &extract{Language: language}, lines)
	facts := beam.ParDo(s.Scope("facts"), &census{}, together(s, mentions))
	known := beam.SideInput{Input: facts}
	months := beam.GroupByKey(s, beam.ParDo(s.Scope("spread"), &spread{}, mentions))
	stretches := beam.ParDo(s.Scope("stretch"), &stretch{}, months, known)
	beam.ParDo0(s.Scope("link"), &link{Output: output}, together(s, stretches), known)
}

// together brings all elements to one worker.
func together(s beam.Scope, elements beam.PCollection) beam.PCollection {
	return beam.GroupByKey(s, beam.ParDo(s, alone, elements))
}

func alone(element string) (key, value string) { return "", element }

// gazetteer is made once a process.
var gazetteer = sync.OnceValue(actor.Default)

func options() chronology.Options { return chronology.Options{Actor: gazetteer().Lookup} }

// mentionsOf reads lines of mentions. One that cannot be read is told to the
// engine's log, and the rest goes on.
func mentionsOf(ctx context.Context, lines string) ([]*event.Mention, error) {
	mentions, ds, err := chronology.ReadMentions(strings.NewReader(lines), "mentions")
	for _, d := range ds {
		log.Errorf(ctx, "%v", d)
	}
	return mentions, err
}

// joined is all that a worker was given, line behind line.
func joined(elements func(*string) bool) string {
	var b strings.Builder
	var one string
	for elements(&one) {
		b.WriteString(one)
	}
	return b.String()
}

// extract makes lines of mentions of one line that holds an article.
type extract struct{ Language string }

// ProcessElement emits all mentions of an article as one text. A line that
// cannot be used is told to the engine's log, and the rest goes on.
func (f *extract) ProcessElement(ctx context.Context, line string, emit func(string)) {
	if strings.TrimSpace(line) == "" {
		return
	}
	l, err := build.ReadLine([]byte(line))
	var out strings.Builder
	if err == nil {
		err = build.WriteMentions(&out, l.Mentions(gazetteer(), f.Language))
	}
	if err != nil {
		log.Errorf(ctx, "%v: %.80s", err, line)
	} else if out.Len() > 0 {
		emit(out.String())
	}
}

// census is the first step of merging: the facts of all mentions.
type census struct{}

func (f *census) ProcessElement(ctx context.Context, _ string, lines func(*string) bool, emit func(string)) error {
	c := chronology.NewCensus()
	var one string
	for lines(&one) {
		mentions, err := mentionsOf(ctx, one)
		if err != nil {
			return err
		}
		for _, m := range mentions {
			c.Add(m)
		}
	}
	found, err := c.Facts()
	if err != nil {
		return err
	}
	var out strings.Builder
	if err := found.Write(&out); err != nil {
		return err
	}
	emit(out.String())
	return nil
}

// spread emits each mention of an article under every month that needs it.
type spread struct{}

func (f *spread) ProcessElement(ctx context.Context, lines string, emit func(string, string)) {
	for line := range strings.Lines(lines) {
		m, problem := chronology.ReadMention([]byte(line))
		if problem != "" {
			log.Errorf(ctx, "%s: %.80s", problem, line)
			continue
		}
		for _, month := range chronology.Spread(m) {
			emit(month.String(), line)
		}
	}
}

// stretch is the second step: the mentions of one month, merged.
type stretch struct{}

func (f *stretch) ProcessElement(ctx context.Context, month string, lines func(*string) bool, facts string, emit func(string)) error {
	known, err := chronology.ReadFacts(strings.NewReader(facts))
	if err != nil {
		return err
	}
	mentions, err := mentionsOf(ctx, joined(lines))
	if err != nil {
		return err
	}
	when, ok := calendar.ParseDate(month)
	if !ok {
		return fmt.Errorf("%q is no month", month)
	}
	var out strings.Builder
	stretch := chronology.MergeMonths([]calendar.Date{when}, mentions, known, options())[0]
	if err := stretch.Write(&out); err != nil {
		return err
	}
	emit(out.String())
	return nil
}

// link is the third step: the stretches put together, and written to a file.
type link struct{ Output string }

func (f *link) ProcessElement(ctx context.Context, _ string, stretches func(*string) bool, facts string) error {
	ss, err := chronology.ReadStretches(strings.NewReader(facts+joined(stretches)), options().Actor)
	if err != nil {
		return err
	}
	events, _ := chronology.LinkStretches(ss, options())
	files, err := filesystem.New(ctx, f.Output)
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", f.Output, err)
	}
	defer files.Close()
	w, err := files.OpenWrite(ctx, f.Output)
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", f.Output, err)
	}
	if err := chronology.WriteEvents(w, events); err != nil {
		w.Close()
		return err
	}
	return w.Close()
}
