package clause

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// judge holds a parse to its law: extents inside the text; verbs ordered and
// disjoint with their head inside; clauses in order, inside of one sentence,
// under a clause before them; each verb in exactly one clause; Of the
// innermost.
func judge(t *testing.T, x *sentence.Text, p *Parse) {
	t.Helper()
	n := len(x.Words)
	inside := func(what string, e sentence.Extent) {
		if e.From < 0 || e.To < e.From || e.To > n {
			t.Fatalf("%s %v outside of %d words", what, e, n)
		}
	}
	at := 0
	for _, v := range p.Verbs {
		inside("verb", v.Extent)
		if v.From < at || v.Len() == 0 || v.Head < v.From || v.Head >= v.To || v.Lemma == "" {
			t.Fatalf("verb %+v after %d", v, at)
		}
		at = v.To
	}
	owners := make([]int, len(p.Verbs))
	for i, c := range p.Clauses {
		inside("clause", c.Extent)
		inside("marker", c.Marker)
		inside("subject", c.Subject)
		if i > 0 && c.From < p.Clauses[i-1].From {
			t.Fatalf("clause %d begins before the one before it: %v", i, p.Clauses)
		}
		if c.Parent >= i || c.Parent < -1 {
			t.Fatalf("clause %d under %d", i, c.Parent)
		}
		if c.Len() > 0 && x.Sentence(c.From) != x.Sentence(c.To-1) {
			t.Fatalf("clause %d %v spans sentences", i, c.Extent)
		}
		if c.Verb >= 0 {
			owners[c.Verb]++
			if !c.Contains(p.Verbs[c.Verb].Extent) {
				t.Fatalf("clause %d %v does not hold its verb %v", i, c.Extent, p.Verbs[c.Verb].Extent)
			}
		}
	}
	for v, n := range owners {
		if n != 1 {
			t.Fatalf("verb %d is of %d clauses", v, n)
		}
	}
	if len(p.Of) != n {
		t.Fatalf("Of has %d words of %d", len(p.Of), n)
	}
	for w, c := range p.Of {
		for d, cl := range p.Clauses {
			holds := cl.From <= w && w < cl.To
			if d == c && !holds || d > c && holds {
				t.Fatalf("word %d is of %d, not of %d", w, c, d)
			}
		}
	}
	from := 0
	for _, s := range p.Speeches {
		inside("speech", s.Extent)
		inside("speech verb", s.Verb)
		inside("speaker", s.Speaker)
		if s.From < from || s.Len() == 0 {
			t.Fatalf("speech %+v after %d", s, from)
		}
		from = s.From
	}
}
