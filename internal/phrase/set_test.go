package phrase

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

const rules = `
# what a telephone does
call
	type  call
	say   {phone|telephone} | {speak} (by|on the) (phone|telephone) [with]
	yes   The two men [spoke by phone] on Friday.
	yes   He telephoned her.
	no    He bought a phone book.
may
	say   May <number>
	yes   on [MAY 3]
	yes   on [May 3]
	no    it may 3
month.april
	class month
	say   April|Apr.
	yes   in Apr. or so
	no    aprils
dayMonth
	say   <number> <month>|May
	yes   on [3 April]
	yes   on [3 May] and
	no    3 men
mid
	say   mid-<month>
	yes   in [mid-April]
	no    mid April
`

func set(t testing.TB) *Set {
	t.Helper()
	rs, err := Parse(source.File{Path: "test.rules", Bytes: []byte(rules)})
	if err != nil {
		t.Fatal(err)
	}
	s, err := Compile(rs, Options{Language: "en", Classes: map[string]func(sentence.Word) bool{
		"number": func(w sentence.Word) bool { return w.Kind == sentence.Number },
	}})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestExamples(t *testing.T) {
	errs := set(t).Test()
	for _, err := range errs {
		// Two are meant to fail: "phone" in "a phone book" is a form of the
		// verb, and "mid April" without a hyphen is other words.
		t.Log(err)
	}
	if len(errs) != 1 || !strings.Contains(errs[0].Error(), "He bought a phone book") {
		t.Errorf("got %v", errs)
	}
}

func TestFind(t *testing.T) {
	s := set(t)
	words := sentence.Words("They spoke on the telephone with him on 3 April", 0, sentence.For("en"))
	var got []string
	for _, m := range longest(s.Find(nil, words)) {
		got = append(got, fmt.Sprintln(s.Rules[m.Rule].Name, m.From, m.To, m.Slots))
	}
	if g, want := strings.Join(got, ""), "call 1 6 []\ndayMonth 8 10 [8 9]\n"; g != want {
		t.Errorf("got %s, want %s", g, want)
	}
	if r, ok := s.Class("month", words[9]); !ok || r.Name != "month.april" {
		t.Errorf("April is of no class")
	}
}

// TestStart holds that Start finds what Find finds at the first word.
func TestStart(t *testing.T) {
	s := set(t)
	for _, text := range []string{"spoke on the telephone with him", "3 April and 3 May", "nothing 3 April", ""} {
		words := sentence.Words(text, 0, sentence.For("en"))
		var want []Match
		for _, m := range s.Find(nil, words) {
			if m.From == 0 {
				want = append(want, m)
			}
		}
		if got := s.Start(nil, words); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}

func TestInflect(t *testing.T) {
	f := FormsOf("en")
	for _, c := range []struct{ lemma, wanted, want string }{
		{"meet", "", "meet meets met meeting"},
		{"impose", "past.ing", "imposed imposing"},
		{"agree", "", "agree agrees agreed agreeing"},
		{"ban", "past.ing", "banned banning"},
		{"deny", "s.past", "denies denied"},
		{"launch", "s", "launches"},
		{"destroy", "past", "destroyed"},
		{"tie", "ing", "tying"},
		{"veto", "s.past.ing", "vetoes vetoed vetoing"},
		{"speak", "part", "spoken"},
		{"open", "past", "opened"}, // ends in a verb that doubles: pen
		{"happen", "past.ing", "happened happening"},
		{"replan", "past", "replanned"},
	} {
		if got := strings.Join(f.Inflect(c.lemma, c.wanted), " "); got != c.want {
			t.Errorf("%s %s: got %s, want %s", c.lemma, c.wanted, got, c.want)
		}
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct{ rules, want string }{
		{"\tsay x", "before the first rule"},
		{"a\nb\na\n", "stands on line 1"},
	} {
		_, err := Parse(source.File{Path: "x.rules", Bytes: []byte(c.rules)})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v", c.rules, err)
		}
	}
	for _, c := range []struct{ say, want string }{
		{"(a", "no closing )"}, {"a)", "too many"}, {"[a]", "may be empty"},
		{"<nothing>", "no class"}, {"{meet.perfect}", "no form"},
	} {
		_, err := Compile([]Rule{{Name: "x", File: "x.rules", Line: 1, Say: []string{c.say}}}, Options{Language: "en"})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v", c.say, err)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	rs, _ := Parse(source.File{Path: "test.rules", Bytes: []byte(rules)})
	s, err := Compile(rs, Options{Language: "en", Classes: map[string]func(sentence.Word) bool{
		"number": func(w sentence.Word) bool { return w.Kind == sentence.Number },
	}})
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat("They spoke on the telephone with him on 3 April. ", 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		s.Find(nil, sentence.Words(text, 0, sentence.For("en")))
	}
}

// TestKinds: a class is asked of no word of another kind.
func TestKinds(t *testing.T) {
	rs, err := Parse(source.File{Path: "test.rules", Bytes: []byte("x\n\tsay <any> <digits>\n")})
	if err != nil {
		t.Fatal(err)
	}
	s, err := Compile(rs, Options{
		Language: "en",
		Classes: map[string]func(sentence.Word) bool{
			"any": func(sentence.Word) bool { return true },
			"digits": func(w sentence.Word) bool {
				if w.Kind != sentence.Number {
					t.Errorf("asked of %q", w.Text)
				}
				return true
			},
		},
		Kinds: map[string][]sentence.Kind{"digits": {sentence.Number}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Find(nil, sentence.Words("in 1914, not later", 0, sentence.For("en"))); len(got) != 1 || got[0].From != 0 {
		t.Errorf("got %v", got)
	}
}

// longest keeps of ms, as Find returns them, the leftmost longest that do not
// overlap; of equal ones the first rule. It reuses the slice.
func longest(ms []Match) []Match {
	out := ms[:0]
	end := 0
	for _, m := range ms {
		if m.From >= end {
			out = append(out, m)
			end = m.To
		}
	}
	return out
}
