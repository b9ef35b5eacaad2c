package chronology

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/event"
)

// The three steps of merging hand their results on as JSON lines of one shape,
// of which each line fills a part:
//
//	{"facts":{"seldom":9}}                                       the first line of facts
//	{"month":"2025-09","mentions":812}                           a month that is to be merged
//	{"word":2817349201,"class":3}                                how often a word is used, by the hash of its stem
//	{"doc":"b","copy_of":"a"}                                    near-duplicates
//	{"cluster":{"of":"2025-09","n":0},"told":[…]}                mentions of one event, of a month or span
//	{"guest":{"of":"2025-01/2025-12.4","n":2},"bids":[{"of":"2025-09","n":0,"fit":0.12}]}
//
// What a later step reads may stand in any order, facts and clusters together.
type record struct {
	Facts    *factsLine       `json:"facts,omitempty"`
	Month    string           `json:"month,omitempty"`
	Mentions int              `json:"mentions,omitempty"`
	Word     uint32           `json:"word,omitempty"`
	Class    uint8            `json:"class,omitempty"`
	Rare     bool             `json:"rare,omitempty"`
	Doc      string           `json:"doc,omitempty"`
	CopyOf   string           `json:"copy_of,omitempty"`
	Cluster  *numbered        `json:"cluster,omitempty"`
	Told     []*event.Mention `json:"told,omitempty"`
	Guest    *numbered        `json:"guest,omitempty"`
	Bids     []bidLine        `json:"bids,omitempty"`
}

type factsLine struct {
	Seldom uint8 `json:"seldom"`
}

// numbered names a cluster: where it was made, and its number there.
type numbered struct {
	Of string `json:"of"`
	N  int    `json:"n"`
}

type bidLine struct {
	numbered
	Fit   float64 `json:"fit"`
	Venue bool    `json:"venue,omitempty"`
}

// writer writes records until one fails.
type writer struct {
	enc *json.Encoder
	err error
}

func (w *writer) write(r record) {
	if w.err == nil {
		w.err = w.enc.Encode(r)
	}
}

func records(w io.Writer, write func(*writer)) error {
	bw := bufio.NewWriter(w)
	out := &writer{enc: json.NewEncoder(bw)}
	out.enc.SetEscapeHTML(false)
	write(out)
	return cmp.Or(out.err, bw.Flush())
}

// Write writes the facts as lines.
func (f Facts) Write(w io.Writer) error {
	return records(w, func(out *writer) {
		out.write(record{Facts: &factsLine{f.seldom}})
		for _, m := range f.Months() {
			out.write(record{Month: m.String(), Mentions: f.months[monthOf(m.First())]})
		}
		for _, word := range slices.Sorted(maps.Keys(f.words)) {
			u := f.words[word]
			out.write(record{Word: word, Class: u.class, Rare: u.rare})
		}
		for _, doc := range slices.Sorted(maps.Keys(f.copies)) {
			out.write(record{Doc: doc, CopyOf: f.copies[doc]})
		}
	})
}

// Write writes what merging a month gave as lines.
func (s *Stretch) Write(w io.Writer) error {
	return records(w, func(out *writer) {
		for _, u := range s.units {
			for _, c := range u.clusters {
				told := make([]*event.Mention, len(c.told))
				for i, t := range c.told {
					told[i] = t.Mention
				}
				out.write(record{Cluster: c.name(), Told: told})
			}
		}
		for _, o := range s.bids {
			r := record{Guest: o.guest.name()}
			for _, b := range o.bids {
				r.Bids = append(r.Bids, bidLine{*b.host.name(), b.fit, b.venue})
			}
			out.write(r)
		}
	})
}

func (c *cluster) name() *numbered { return &numbered{c.of.String(), c.at} }

// ReadFacts reads what Facts.Write has written. The error names a line that
// cannot be read, or is the reader's.
func ReadFacts(r io.Reader) (Facts, error) {
	in := &reading{reader: newReader(nil)}
	err := in.read(r)
	if err == nil && !in.known {
		err = fmt.Errorf("no facts in it: give what merge --facts has written")
	}
	return in.facts, err
}

// ReadStretches reads what Facts.Write and Stretch.Write of all months have
// written, in any order, and gives what LinkStretches wants.
func ReadStretches(r io.Reader, lookup func(string) *actor.Actor) ([]*Stretch, error) {
	return (&reading{reader: newReader(lookup)}).all(r)
}

// all reads lines and puts them back into what they were written from.
func (in *reading) all(r io.Reader) ([]*Stretch, error) {
	if err := in.read(r); err != nil {
		return nil, err
	}
	if !in.known && len(in.clusters) > 0 {
		return nil, errNoFacts
	}
	return in.stretches()
}

// again says that a cluster is not given as it should be.
func (name numbered) again() string {
	return fmt.Sprintf("cluster %d of %s is empty or given twice", name.N, name.Of)
}

var errNoFacts = errors.New("no facts among the lines: read what merge --facts has written before those of the stretches")

// nowhere says that a name is of no span.
func (name numbered) nowhere() string {
	return fmt.Sprintf("%q is neither a month nor a span of months", name.Of)
}

// reading is the lines of one or several steps. Where it has a scratch for them,
// clusters and bids are kept there.
type reading struct {
	reader   *reader
	lines    *linesSpilled
	facts    Facts
	known    bool // facts were among them
	clusters map[numbered]*cluster
	bids     []record
}

func (in *reading) read(r io.Reader) error {
	in.facts = Facts{words: map[uint32]usage{}, copies: map[string]string{}, months: map[int]int{}}
	in.clusters = map[numbered]*cluster{}
	br := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n++ {
		line, err := br.ReadBytes('\n')
		if text := bytes.TrimSpace(line); len(text) > 0 {
			var rec record
			if problem := json.Unmarshal(text, &rec); problem != nil {
				return fmt.Errorf("line %d: not a line of a merging step: %s", n, strings.TrimPrefix(problem.Error(), "json: "))
			}
			if problem := in.note(n, rec); problem != "" {
				return fmt.Errorf("line %d: %s", n, problem)
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// note keeps what line n says, or says what is wrong with it.
func (in *reading) note(n int, r record) string {
	switch {
	case r.Facts != nil:
		in.facts.seldom, in.known = r.Facts.Seldom, true
	case r.Month != "":
		m, ok := parseMonth(r.Month)
		if !ok {
			return fmt.Sprintf("%q is no month", r.Month)
		}
		in.facts.months[m] = r.Mentions
	case r.Word != 0:
		in.facts.words[r.Word] = usage{r.Class, r.Rare}
	case r.Doc != "" && r.CopyOf != "":
		in.facts.copies[r.Doc] = r.CopyOf
	case r.Cluster != nil:
		if len(r.Told) == 0 || in.clusters[*r.Cluster] != nil {
			return r.Cluster.again()
		}
		of, ok := parseSpan(r.Cluster.Of)
		if !ok {
			return r.Cluster.nowhere()
		}
		c := in.cluster(r.Told)
		if in.lines != nil {
			in.lines.cluster(n, of, r.Cluster.N, c)
			return ""
		}
		in.clusters[*r.Cluster] = c
	case r.Guest != nil:
		if in.lines != nil {
			return in.lines.bids(r)
		}
		in.bids = append(in.bids, r)
	default:
		return "neither facts nor a cluster nor bids"
	}
	return ""
}

// cluster is a cluster of these mentions, which nobody has weighed yet.
func (in *reading) cluster(told []*event.Mention) *cluster {
	ts := make([]*telling, len(told))
	for i, m := range told {
		ts[i] = &telling{said: in.reader.tell(m)}
		in.reader.strip(m)
	}
	return newCluster(ts)
}

// weigh weighs what has been read, now that the facts are known.
func (in *reading) weigh() {
	for _, c := range in.clusters {
		for i, t := range c.told {
			c.told[i] = t.weighed(in.facts)
		}
	}
}

// stretches puts the lines back into what they were written from.
func (in *reading) stretches() ([]*Stretch, error) {
	in.weigh()
	clusters := in.clusters
	units := map[span]*unit{}
	months := map[int]*Stretch{}
	at := func(m int) *Stretch {
		if months[m] == nil {
			s := span{m, m, own}
			units[s] = &unit{span: s}
			months[m] = &Stretch{month: m, units: []*unit{units[s]}}
		}
		return months[m]
	}
	for name, c := range clusters {
		s, _ := parseSpan(name.Of)
		home := at(s.from)
		if units[s] == nil {
			units[s] = &unit{span: s}
			home.units = append(home.units, units[s])
		}
		c.of, c.at = s, name.N
		units[s].clusters = append(units[s].clusters, c)
	}
	for _, r := range in.bids {
		o := offer{guest: clusters[*r.Guest]}
		for _, b := range r.Bids {
			o.bids = append(o.bids, bid{clusters[b.numbered], b.Fit, b.Venue})
			if clusters[b.numbered] == nil {
				return nil, fmt.Errorf("cluster %d of %s is bid for and not there: give the lines of all stretches", b.N, b.Of)
			}
		}
		if o.guest == nil {
			return nil, fmt.Errorf("cluster %d of %s bids and is not there: give the lines of all stretches", r.Guest.N, r.Guest.Of)
		}
		s := at(o.guest.of.from)
		s.bids = append(s.bids, o)
	}
	for _, u := range units {
		slices.SortFunc(u.clusters, func(a, b *cluster) int { return cmp.Compare(a.at, b.at) })
	}
	var out []*Stretch
	for _, m := range slices.Sorted(maps.Keys(months)) {
		out = append(out, months[m])
	}
	return out, nil
}
