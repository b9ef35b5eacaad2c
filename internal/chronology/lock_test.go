package chronology

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

func lockFile(text string) source.File {
	return source.File{Path: "events.lock", Bytes: []byte(text)}
}

func TestParseLock(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"2025-a-call 2025-02-12 call a+b 00000000000000ff\n", ""},
		{"away 2025-a-call 2025-02-12 call - -\ngone x into 2025-a-call\n# a note\n\n", ""},
		{"a 2025 call -\n", "events.lock:1:1: a line of 4 fields; delete the line, or take it from the last good version"},
		{"a 2025 call - 00\nb 2025 call - zz\n", "events.lock:2:1: \"zz\" is no sketch of a sentence; delete the line, or take it from the last good version"},
		{"a/b 2025 call - -\n", "events.lock:1:1: not an id; delete the line, or take it from the last good version"},
		{"a 2025 call - -\n<<<<<<< ours\n", "events.lock:2:1: a merge conflict stands here; keep the lines of both sides, delete the markers; with the line \"events.lock merge=union\" in .gitattributes git does it"},
		{"a 2025 call - -\r\n=======\r\n", "events.lock:2:1: a merge conflict stands here; keep the lines of both sides, delete the markers; with the line \"events.lock merge=union\" in .gitattributes git does it"},
	} {
		_, ds := ParseLock(lockFile(c.text))
		got := ""
		for _, d := range ds {
			got += d.String()
			if wantError := strings.Contains(c.want, "conflict"); (d.Level == source.Error) != wantError {
				t.Errorf("%q: level %v", c.text, d.Level)
			}
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestLockBytes(t *testing.T) {
	text := "2025-a-call 2025-02-12 call a+b 00000000000000ff,0000000000000fff\naway 2024-x 2024 other - -\ngone b into 2025-a-call\n"
	l, ds := ParseLock(lockFile(text))
	if string(l.Bytes()) != text || len(ds) > 0 {
		t.Errorf("%v\n%s", ds, l.Bytes())
	}
	if got := l.Follow("b"); got != "2025-a-call" {
		t.Errorf("b leads to %s", got)
	}
}

func TestFollowEnds(t *testing.T) {
	l, _ := ParseLock(lockFile("gone a into b\ngone b into a\ngone c into c\n"))
	if got := l.Follow("a"); got != "a" && got != "b" {
		t.Errorf("a leads to %s", got)
	}
}

// FuzzLock holds the law of the lock: what is written is read back as it was.
func FuzzLock(f *testing.F) {
	f.Add("2025-a-call 2025-02-12 call a+b 00000000000000ff\naway x 2024 other - -\ngone b into a\n")
	f.Add("<<<<<<< a\n=======\n>>>>>>> b\n")
	f.Add("\ufeffgone a into b\ngone b into a\n")
	f.Fuzz(func(t *testing.T, text string) {
		l, ds := ParseLock(lockFile(text))
		for _, d := range ds {
			if d.Span.Start < 0 || d.Span.End > len(text) || d.Pos.Line < 1 {
				t.Errorf("place %v of %d bytes", d.Span, len(text))
			}
		}
		once := l.Bytes()
		if l.broken != nil {
			if string(once) != text {
				t.Errorf("a file with a conflict became %q", once)
			}
			return
		}
		again, ds := ParseLock(source.File{Bytes: once})
		if len(ds) > 0 || string(again.Bytes()) != string(once) {
			t.Errorf("%v: %q read back as %q", ds, once, again.Bytes())
		}
		l.Follow("a")
	})
}

// tenEvents are mentions of ten events that are not like each other.
func tenEvents() []*event.Mention {
	var out []*event.Mention
	for i, s := range []struct{ date, kind, headline, quote, actors string }{
		{"2025-01-10", "sanction", "Washington puts tankers on a list", "Washington put a hundred tankers and two insurers on its list of sanctions.", "United States,Russia"},
		{"2025-02-12", "call", "Trump and Putin talk by phone", "Trump and Putin talked by phone for ninety minutes about an end of the war.", "Donald Trump,Vladimir Putin"},
		{"2025-02-18", "meeting", "Delegations meet in Riyadh", "Two delegations met in the Saudi capital to prepare further rounds.", "United States,Russia"},
		{"2025-03-18", "call", "Trump calls Putin about power plants", "Trump called Putin once more; power plants were to be spared for a month.", "Donald Trump,Vladimir Putin"},
		{"2025-05", "agreement", "Minerals treaty is signed", "In May both governments signed a treaty on minerals and a common fund.", "United States,Ukraine"},
		{"2025-08-15", "meeting", "Trump receives Putin in Anchorage", "Trump received Putin at an air base near Anchorage, with a red carpet.", "Donald Trump,Vladimir Putin"},
		{"2025-09-01", "statement", "Xi speaks against bullying", "Xi told the guests of the summit that no country may bully others.", "Xi Jinping"},
		{"2025-09-01", "demand", "Putin asks for joint payments", "Putin asked the members to build common structures for payments.", "Vladimir Putin"},
		{"2025-10-30", "meeting", "Trump meets Xi in Busan", "Trump met Xi in the port city and both praised the talk.", "Donald Trump,Xi Jinping"},
		{"2025-10-30", "test", "Trump orders nuclear tests", "An hour before, Trump had ordered his department to test nuclear weapons.", "Donald Trump"},
	} {
		r, _ := calendar.Parse(s.date)
		m := &event.Mention{Doc: fmt.Sprintf("doc%d", i/3), ID: fmt.Sprintf("m%d", i%3+1), DCT: "2025-12-01", Date: s.date,
			Precision: r.Precision(), DateBasis: "own", SentenceStart: i * 100, SentenceEnd: i*100 + len(s.quote), Quote: s.quote,
			Headline: s.headline, Actors: strings.Split(s.actors, ","), Type: s.kind, Status: "happened", Importance: 2}
		out = append(out, m)
	}
	return out
}

// editAtRandom changes one thing that an author may change.
func editAtRandom(r *rand.Rand, ms []*event.Mention) string {
	m := ms[r.Intn(len(ms))]
	switch r.Intn(5) {
	case 0:
		n, _ := calendar.Parse(m.Date)
		m.Date = calendar.Civil(n.First() + 1 + r.Intn(20)).String()
		m.Precision = "day"
		return "date of " + m.Headline
	case 1:
		m.Headline = fmt.Sprintf("Version %d of a headline", r.Intn(1000))
		return "headline"
	case 2:
		old, doc := m.Doc, fmt.Sprintf("renamed%d", r.Intn(1000))
		for _, m := range ms {
			if m.Doc == old {
				m.Doc = doc
			}
		}
		return "file name"
	case 3:
		r.Shuffle(len(ms), func(i, j int) { ms[i], ms[j] = ms[j], ms[i] })
		return "order"
	}
	ws := strings.Fields(m.Quote)
	at := 2 + r.Intn(len(ws)-2)
	ws[at] = "indeed"
	m.Quote = strings.Join(ws, " ")
	m.SentenceEnd = m.SentenceStart + len(m.Quote)
	return "a word of " + m.Headline
}

// TestIdentity edits the articles fifty times over, with a build after each
// edit: every event keeps its id, and the lock stays readable.
func TestIdentity(t *testing.T) {
	builds := 0
	for seed := range int64(20) {
		r := rand.New(rand.NewSource(seed))
		ms := tenEvents()
		key := func(m *event.Mention) string { return m.Type + strings.Join(m.Actors, "") + m.Plover }
		for i, m := range ms { // Plover stands for the event, whatever is edited
			m.Plover = fmt.Sprint(i)
		}
		var lock Lock
		ids := map[string]string{}
		for n := range 50 {
			events, _ := Merge(ms, Options{Actor: people, Lock: lock})
			if len(events) != len(ms) {
				break // an edit has moved two events onto one day
			}
			builds++
			for _, e := range events {
				k := key(e.Lead())
				if ids[k] == "" {
					ids[k] = e.ID
				}
				if ids[k] != e.ID {
					t.Fatalf("seed %d, edit %d: %s became %s", seed, n, ids[k], e.ID)
				}
			}
			var ds []source.Diagnostic
			lock, ds = ParseLock(source.File{Bytes: lock.Renew(events).Bytes()})
			if len(ds) > 0 {
				t.Fatal(ds)
			}
			editAtRandom(r, ms)
		}
	}
	if builds < 300 {
		t.Errorf("only %d builds", builds)
	}
	t.Log(builds, "builds")
}

// TestReturn takes an article away for one build: its events find their ids.
func TestReturn(t *testing.T) {
	ms := tenEvents()
	first, _ := Merge(ms, Options{})
	lock := Lock{}.Renew(first)
	for _, e := range first { // as if headlines had been other ones at first
		lock.entries["old-"+e.ID] = entry{id: "old-" + e.ID, says: e.grounds().text()}
		delete(lock.entries, e.ID)
	}
	none, _ := Merge(ms[3:], Options{Lock: lock})
	lock = lock.Renew(none)
	if got := strings.Count(string(lock.Bytes()), "away "); got != 3 {
		t.Errorf("%d away in\n%s", got, lock.Bytes())
	}
	again, _ := Merge(ms, Options{Lock: lock})
	for _, e := range again {
		if !strings.HasPrefix(e.ID, "old-") {
			t.Errorf("%s has lost its id", e.ID)
		}
	}
	if n := strings.Count(string(lock.Renew(again).Bytes()), "away "); n > 0 {
		t.Errorf("%d still away", n)
	}
}

// TestGone makes one event of two: the address of the other leads to it.
func TestGone(t *testing.T) {
	ms := tenEvents()
	call := *ms[1]
	call.Doc, call.Date, call.Quote = "other", "2025-02-20", "On the 20th, Putin was called by Trump, we hear, and they spoke."
	two, _ := Merge(append(ms, &call), Options{Actor: people})
	lock := Lock{}.Renew(two)
	call.Date = "2025-02-12"
	one, _ := Merge(append(ms, &call), Options{Actor: people, Lock: lock})
	if len(one) != len(two)-1 {
		t.Fatalf("%d events of %d", len(one), len(two))
	}
	text := string(lock.Renew(one).Bytes())
	if !strings.Contains(text, "gone 2025-02-20-trump-putin-talk-phone into 2025-02-12-trump-putin-talk-phone\n") {
		t.Errorf("no redirect in\n%s", text)
	}
	for _, e := range one {
		if e.ID == "2025-02-12-trump-putin-talk-phone" && len(e.Formerly) != 1 {
			t.Errorf("formerly %v", e.Formerly)
		}
	}
}

// TestConflict leaves a file with a conflict as it is, and its ids in use.
func TestConflict(t *testing.T) {
	ms := tenEvents()
	events, _ := Merge(ms, Options{})
	text := "<<<<<<< ours\n" + string(Lock{}.Renew(events).Bytes()) + "=======\n>>>>>>> theirs\n"
	lock, ds := ParseLock(lockFile(text))
	if len(ds) != 3 {
		t.Errorf("%v", ds)
	}
	again, _ := Merge(ms, Options{Lock: lock})
	if got := string(lock.Renew(again).Bytes()); got != text {
		t.Errorf("the file became\n%s", got)
	}
	for i, e := range again {
		if e.ID != events[i].ID {
			t.Errorf("%s became %s", events[i].ID, e.ID)
		}
	}
}

// TestOneSentence: of two events that one sentence tells, each is given the id
// that its own words made, in whichever order they come.
func TestOneSentence(t *testing.T) {
	lock, ds := ParseLock(lockFile("2024-07-22-delay-adds-19-6 2024-07-22 statement norway 00000000000000ff\n" +
		"2024-07-22-delay-adds-23-8 2024-07-22 statement norway 00000000000000ff\n"))
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	known := evidence{date: "2024-07-22", kind: "statement", actors: []string{"norway"}, told: []uint64{0xff}}
	for _, figures := range [][]string{{"23.8", "19.6"}, {"19.6", "23.8"}} {
		var drafts []*draft
		for _, figure := range figures {
			e := &Event{Date: "2024-07-22", Headline: "Delay adds " + figure, found: &known}
			told := &telling{said: &said{Mention: &event.Mention{}, sketch: known.told[0]}}
			drafts = append(drafts, &draft{Event: e, told: []*telling{told}})
		}
		identify(drafts, lock)
		for i, d := range drafts {
			if want := "2024-07-22-delay-adds-" + strings.ReplaceAll(figures[i], ".", "-"); d.ID != want {
				t.Errorf("%q is given %s", d.Headline, d.ID)
			}
		}
	}
}

// TestTwoLines: of an event that two branches knew by other sentences all
// evidence is kept, in whatever order the lines stand; it has gone to one place alone.
func TestTwoLines(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"b 2025 call norway 00000000000000f0\na 2025 call - -\nb 2025 call peru 00000000000000ff\n", "a 2025 call - -\nb 2025 call norway+peru 00000000000000f0,00000000000000ff\n"},
		{"a 2025 call - -\nb 2025 call norway 00000000000000f0\nb 2025 call peru 00000000000000ff\n", "a 2025 call - -\nb 2025 call norway+peru 00000000000000f0,00000000000000ff\n"},
		{"away b 2025 call norway 00000000000000f0\naway b 2025 call peru 00000000000000ff\n", "away b 2025 call norway+peru 00000000000000f0,00000000000000ff\n"},
		{"a 2025 call - -\naway a 2025 call peru 00000000000000ff\n", "a 2025 call - -\n"},
		{"gone b into a\ngone b into c\n", "gone b into c\n"},
	} {
		lock, ds := ParseLock(lockFile(c.file))
		if len(ds) > 0 {
			t.Fatal(ds)
		}
		if got := string(lock.Bytes()); got != c.want {
			t.Errorf("got\n%swant\n%s", got, c.want)
		}
	}
}
