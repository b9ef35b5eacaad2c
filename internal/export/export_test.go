package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/mmcdole/gofeed"

	dateline "github.com/dateline-ssg/dateline"
	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/export"
	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/theme"
)

func input(t testing.TB) site.Input {
	t.Helper()
	c := site.Default()
	c.Title, c.Subtitle, c.BaseURL = "Strait & canal", "Who did what", "https://example.org/sub/"
	c.Eras = []site.Era{{Name: "Truce", From: "2025-02", To: "2025-04"}}
	mention := func(id, doc, dct, outlet, quote string) *event.Mention {
		return &event.Mention{Doc: doc, Path: doc, ID: id, DCT: dct, Outlet: outlet, Title: "A piece", Text: quote, Quote: quote, URL: "https://gazette.example/?a=1&b=2"}
	}
	add := func(id, date, mod, status, leaf string, ms ...*event.Mention) *chronology.Event {
		e := &chronology.Event{
			ID: id, Date: date, Mod: mod, Precision: "day", Headline: "Lind <meets> Kuhn, " + id, Actors: []string{"Ada Lind", "Boris Kuhn"},
			Type: leaf, Status: status, Confidence: "Reported", Importance: 2, Told: ms,
		}
		for _, m := range ms {
			e.Mentions = append(e.Mentions, chronology.MentionID{Doc: m.Doc, ID: m.ID})
		}
		return e
	}
	events := []*chronology.Event{
		add("coarse", "2025-02", "START", "happened", "meeting", mention("m1", "content/a.md", "2025-03-01", "Gazette", "They met early in February.")),
		add("day", "2025-02-12", "", "happened", "call", mention("m2", "content/a.md", "2025-03-01", "Gazette", `She said: "Now & here"; he left.`),
			mention("m1", "content/b.md", "2025-02-13", "", "=They spoke, a long line that has to be folded because a calendar's lines are short; Übergröße.")),
		add("span", "2025-02-27/2025-03-02", "", "cancelled", "visit", mention("m3", "content/a.md", "2025-03-01", "Gazette", "The visit was called off.")),
		add("plan", "2026-12-31", "", "planned", "visit", mention("m4", "content/a.md", "2025-03-01", "Gazette", "They will meet on the last day.")),
		add("undated", "", "", "reported", "deal", mention("m5", "content/c.md", "", "", "A deal was made.")),
	}
	var layers []theme.Layer
	for _, dir := range []string{"themes/broadsheet", "templates"} {
		l := theme.Layer{Name: dir, Files: map[string][]byte{}}
		err := fs.WalkDir(dateline.Assets, dir, func(p string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			l.Files[strings.TrimPrefix(p, dir+"/")], err = dateline.Assets.ReadFile(p)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		layers = append(layers, l)
	}
	return site.Input{Config: c, Events: events, Theme: theme.New(layers), Now: "2025-03-01", Version: "test"}
}

func write(t testing.TB, name string, in site.Input) []byte {
	t.Helper()
	b, err := export.Write(name, in)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestAtom(t *testing.T) {
	f, err := gofeed.NewParser().ParseString(string(write(t, "atom", input(t))))
	if err != nil {
		t.Fatal(err)
	}
	if f.Title != "Strait & canal" || f.FeedLink != "https://example.org/sub/feed.xml" || len(f.Items) != 5 {
		t.Fatalf("feed %q %q with %d entries", f.Title, f.FeedLink, len(f.Items))
	}
	i := slices.IndexFunc(f.Items, func(i *gofeed.Item) bool { return strings.HasSuffix(i.GUID, ":day") })
	e := f.Items[i]
	if got := e.PublishedParsed.Format("2006-01-02") + " " + e.UpdatedParsed.Format("2006-01-02"); got != "2025-02-13 2025-03-01" {
		t.Errorf("published and updated are %s, want the earliest and the latest article", got)
	}
	if e.Title != "12 February 2025: Lind <meets> Kuhn, day" || e.Link != "https://example.org/sub/events/day/" {
		t.Errorf("entry %q %q", e.Title, e.Link)
	}
	if !strings.Contains(e.Content, "&#34;Now &amp; here&#34;") || !strings.Contains(e.Content, "They spoke") {
		t.Errorf("an entry without all its sentences: %s", e.Content)
	}
	if last := f.Items[len(f.Items)-1]; !strings.HasSuffix(last.GUID, ":undated") {
		t.Errorf("the entry told last is %s", last.GUID)
	}
}

func TestJSONFeed(t *testing.T) {
	f, err := gofeed.NewParser().ParseString(string(write(t, "jsonfeed", input(t))))
	if err != nil {
		t.Fatal(err)
	}
	if f.FeedType != "json" || !strings.HasSuffix(f.FeedVersion, "/1.1") || len(f.Items) != 5 || f.Items[0].Content == "" {
		t.Errorf("feed %s %s with %d items", f.FeedType, f.FeedVersion, len(f.Items))
	}
}

func TestCalendar(t *testing.T) {
	b := write(t, "ics", input(t))
	for _, line := range strings.Split(strings.TrimSuffix(string(b), "\r\n"), "\r\n") {
		if len(line) > 75 || strings.Contains(line, "\n") {
			t.Errorf("a line of %d bytes, or one that ends wrongly: %q", len(line), line)
		}
	}
	for _, line := range []string{"PRODID:-//Dateline//Dateline//EN\r\n", "REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n"} {
		if !strings.Contains(string(b), line) {
			t.Errorf("no line %q", line)
		}
	}
	cal, err := ics.ParseCalendar(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, e := range cal.Events() {
		start, err := e.GetAllDayStartAt()
		if err != nil {
			t.Fatal(err)
		}
		end, err := e.GetAllDayEndAt()
		if err != nil {
			t.Fatal(err)
		}
		stamp, err := e.GetDtStampTime()
		if err != nil {
			t.Fatal(err)
		}
		got[e.Id()] = start.Format(time.DateOnly) + " " + end.Format(time.DateOnly) + " " + stamp.UTC().Format(time.DateOnly) + " " +
			e.GetProperty(ics.ComponentPropertyStatus).Value
	}
	want := map[string]string{ // no event that is not known to the day; ends are the day after
		"day@example.org":  "2025-02-12 2025-02-13 2025-03-01 CONFIRMED",
		"span@example.org": "2025-02-27 2025-03-03 2025-03-01 CANCELLED",
		"plan@example.org": "2026-12-31 2027-01-01 2025-03-01 TENTATIVE",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("calendar holds %v\nwant %v", got, want)
	}
}

func TestTables(t *testing.T) {
	for _, c := range []struct {
		name string
		rows int
	}{{"csv", 6}, {"timelinejs-csv", 6}} {
		rows, err := csv.NewReader(bytes.NewReader(write(t, c.name, input(t)))).ReadAll()
		if err != nil || len(rows) != c.rows {
			t.Errorf("%s: %d rows, %v; want %d", c.name, len(rows), err, c.rows)
		}
		for _, row := range rows {
			for _, cell := range row {
				if strings.HasPrefix(cell, "=") {
					t.Errorf("%s: a cell that a spreadsheet would run: %q", c.name, cell)
				}
			}
		}
	}
}

func TestTimelineJS(t *testing.T) {
	var got struct {
		Events []struct {
			Start, End map[string]int
			StartDate  map[string]int `json:"start_date"`
			EndDate    map[string]int `json:"end_date"`
			ID         string         `json:"unique_id"`
			Display    string         `json:"display_date"`
			Record     map[string]any `json:"x_dateline"`
		}
		Eras []struct{ Text struct{ Headline string } }
	}
	if err := json.Unmarshal(write(t, "timelinejs", input(t)), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Events) != 4 || len(got.Eras) != 1 || got.Eras[0].Text.Headline != "Truce" {
		t.Fatalf("%d slides, %d eras", len(got.Events), len(got.Eras))
	}
	month := got.Events[0]
	if !reflect.DeepEqual(month.StartDate, map[string]int{"year": 2025, "month": 2}) || month.EndDate != nil || month.Display != "early February 2025" {
		t.Errorf("a month is %v to %v, shown as %q", month.StartDate, month.EndDate, month.Display)
	}
	if end := got.Events[2].EndDate; !reflect.DeepEqual(end, map[string]int{"year": 2025, "month": 3, "day": 2}) {
		t.Errorf("the end of a span is %v", end)
	}
	if got.Events[1].ID != "day" || got.Events[1].Record["date"] != "2025-02-12" {
		t.Errorf("the slide has lost its event: %v", got.Events[1])
	}
}

func TestVisAndSearch(t *testing.T) {
	var vis struct{ Items []map[string]string }
	if err := json.Unmarshal(write(t, "vis", input(t)), &vis); err != nil {
		t.Fatal(err)
	}
	if len(vis.Items) != 4 || vis.Items[0]["end"] != "2025-03-01" || vis.Items[1]["end"] != "" || strings.Contains(vis.Items[0]["content"], "<meets>") {
		t.Errorf("items %v", vis.Items)
	}
	var search struct{ Events []map[string]any }
	if err := json.Unmarshal(write(t, "search", input(t)), &search); err != nil {
		t.Fatal(err)
	}
	if len(search.Events) != 5 || search.Events[1]["url"] != "/sub/events/day/" {
		t.Errorf("index %v", search.Events)
	}
	for i, ev := range input(t).Events {
		for _, m := range ev.Told {
			if text, _ := search.Events[i]["text"].(string); !strings.Contains(text, m.Text) {
				t.Errorf("%s cannot be found by %q: %q", ev.ID, m.Text, text)
			}
		}
	}
}

// TestRecord holds the JSON to the line of merge and to its own schema: every
// field of an event, in the same order, and none that the schema lacks.
func TestRecord(t *testing.T) {
	keys := func(v any) []string {
		var out []string
		for _, f := range reflect.VisibleFields(reflect.TypeOf(v)) {
			if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "-" && f.IsExported() {
				out = append(out, name)
			}
		}
		return out
	}
	want := append(keys(chronology.Event{}), "url")
	if got := keys(export.Record{}); !slices.Equal(got, want) {
		t.Errorf("a record has the fields %v\nan event %v", got, want)
	}
	in := input(t)
	var doc any
	if err := json.Unmarshal(write(t, "json", in), &doc); err != nil {
		t.Fatal(err)
	}
	pages, err := export.Pages(in)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(pages, func(p site.Page) bool { return p.Path == "events.schema.json" })
	b, err := pages[i].Draw()
	if err != nil {
		t.Fatal(err)
	}
	var schema map[string]any
	if err := json.Unmarshal(b, &schema); err != nil {
		t.Fatal(err)
	}
	conform(t, "", doc, schema, schema["$defs"].(map[string]any))
}

// conform checks what the schema uses of JSON Schema: type, enum, required,
// properties, items, $ref.
func conform(t *testing.T, at string, v any, s, defs map[string]any) {
	t.Helper()
	if ref, ok := s["$ref"].(string); ok {
		s = defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
	}
	if enum, ok := s["enum"].([]any); ok && !slices.Contains(enum, v) {
		t.Errorf("%s: %v is none of %v", at, v, enum)
	}
	switch v := v.(type) {
	case map[string]any:
		props := s["properties"].(map[string]any)
		for _, name := range s["required"].([]any) {
			if _, ok := v[name.(string)]; !ok {
				t.Errorf("%s: no %v", at, name)
			}
		}
		for name, value := range v {
			p, ok := props[name].(map[string]any)
			if !ok {
				t.Errorf("%s.%s is not in the schema", at, name)
				continue
			}
			conform(t, at+"."+name, value, p, defs)
		}
	case []any:
		for _, item := range v {
			conform(t, at+"[]", item, s["items"].(map[string]any), defs)
		}
	case string:
		if kind, ok := s["type"]; ok && kind != "string" {
			t.Errorf("%s: a string where the schema has %v", at, kind)
		}
	case nil:
		t.Errorf("%s is null", at)
	}
}

func TestPages(t *testing.T) {
	in := input(t)
	paths := func(exports []string) []string {
		in.Config.Publish.Exports = exports
		pages, err := export.Pages(in)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, p := range pages {
			out = append(out, p.Path)
		}
		return out
	}
	if got := paths([]string{}); !slices.Equal(got, []string{"feed.xml"}) {
		t.Errorf("with no exports there is %v, want the Atom feed alone", got)
	}
	if got := paths([]string{"json"}); !slices.Equal(got, []string{"events.json", "events.schema.json", "feed.xml"}) {
		t.Errorf("with json there is %v", got)
	}
	if got := paths(nil); len(got) != len(site.Formats)+1 || !slices.IsSorted(got) {
		t.Errorf("with all there is %v", got)
	}
}

// TestKeys: equal input gives equal keys and bytes; another sentence gives
// another key.
func TestKeys(t *testing.T) {
	a, err := export.Pages(input(t))
	if err != nil {
		t.Fatal(err)
	}
	in := input(t)
	b, err := export.Pages(in)
	if err != nil {
		t.Fatal(err)
	}
	for i := range a {
		x, err := a[i].Draw()
		if err != nil {
			t.Fatal(err)
		}
		y, err := b[i].Draw()
		if err != nil {
			t.Fatal(err)
		}
		if a[i].Key != b[i].Key || !bytes.Equal(x, y) {
			t.Errorf("%s: equal input, other key or bytes", a[i].Path)
		}
	}
	in.Events[0].Told[0].Text += " Truly."
	changed, err := export.Pages(in)
	if err != nil {
		t.Fatal(err)
	}
	for i := range a {
		if a[i].Key == changed[i].Key {
			t.Errorf("%s: another sentence, the same key", a[i].Path)
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	_, err := export.Write("docx", input(t))
	if err == nil || !strings.Contains(err.Error(), `no format "docx"`) {
		t.Errorf("got %v", err)
	}
}
