package publish

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/zeebo/xxh3"
)

// The journal is the list of steps that lead from the last tree to the next,
// written into the staging folder when every page has been drawn. Its first
// line names it, its last one carries a hash of the rest: a journal that is
// not whole was never begun upon.
//
//	dateline journal 1
//	VERB N PATH
//	end HASH
//
// N is the step's own number. Its new bytes lie in the staging folder as
// new/N; what it replaces or removes is kept as old/N until all are done.
//
// The law: each step looks at what is there and does nothing if it was done,
// so running the list again from its start, after a stop at any point, ends
// in the same tree. The same holds for undoing it.
const journalHead = "dateline journal 1"

// verb is what a step does to its path.
type verb string

const (
	create  verb = "create"  // put new bytes where there was no file
	replace verb = "replace" // put new bytes in place of ours
	remove  verb = "remove"  // take our file away
	prune   verb = "prune"   // take an empty folder away, for a file of that name
)

type step struct {
	verb verb
	n    int
	path string // below the tree
}

func printJournal(steps []step) []byte {
	var b bytes.Buffer
	b.WriteString(journalHead + "\n")
	for _, s := range steps {
		fmt.Fprintf(&b, "%s %d %s\n", s.verb, s.n, s.path)
	}
	fmt.Fprintf(&b, "end %016x\n", xxh3.Hash(b.Bytes()))
	return b.Bytes()
}

// parseJournal is the inverse of printJournal.
func parseJournal(b []byte) ([]step, error) {
	cut := bytes.LastIndex(b, []byte("\nend ")) + 1
	if cut == 0 || string(b[cut:]) != fmt.Sprintf("end %016x\n", xxh3.Hash(b[:cut])) {
		return nil, &lineError{1, "the journal is not whole"}
	}
	lines := strings.Split(strings.TrimSuffix(string(b[:cut]), "\n"), "\n")
	if lines[0] != journalHead {
		return nil, &lineError{1, "not a journal of this version"}
	}
	var steps []step
	for i, line := range lines[1:] {
		v, rest, _ := strings.Cut(line, " ")
		number, p, _ := strings.Cut(rest, " ")
		switch verb(v) {
		case create, replace, remove, prune:
		default:
			return nil, &lineError{i + 2, "not a step: " + strconv.Quote(line)}
		}
		n, err := strconv.Atoi(number)
		if err != nil || n < 0 || strconv.Itoa(n) != number {
			return nil, &lineError{i + 2, "not a number: " + strconv.Quote(number)}
		}
		if p != manifestName && badPath(p) != "" {
			return nil, &lineError{i + 2, "not a path below the tree: " + strconv.Quote(p)}
		}
		steps = append(steps, step{verb(v), n, p})
	}
	return steps, nil
}
