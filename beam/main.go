// Dateline-beam extracts and merges any number of articles on an engine that
// runs Apache Beam: Flink, Spark, Dataflow, or this machine.
//
// What comes in is files of JSON lines, as the command extract reads them;
// what goes out is one file of events, with the bytes that extract and merge
// give of the same lines. It is a module of its own, so that nobody who builds
// a site has to have Beam.
//
//	dateline-beam --input 'articles/*.jsonl' --output events.jsonl --runner prism
package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

func main() {
	input := flag.String("input", "", "files of JSON lines: {\"id\",\"dct\",\"title\",\"source\",\"url\",\"text\"}")
	output := flag.String("output", "", "the file of events to write")
	language := flag.String("language", "", "language of texts that do not say theirs (default: detected)")
	flag.Parse()
	beam.Init()
	if *input == "" || *output == "" {
		fmt.Fprintln(os.Stderr, "dateline-beam: name the articles with --input and the file of events with --output")
		os.Exit(2)
	}
	p, s := beam.NewPipelineWithRoot()
	Chronology(s, textio.Read(s, *input), *language, *output)
	if err := beamx.Run(context.Background(), p); err != nil {
		fmt.Fprintf(os.Stderr, "dateline-beam: %v\n", err)
		os.Exit(3)
	}
}
