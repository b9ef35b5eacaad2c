package site

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// Band is the picture of time over the list: for every lane how many events
// each month has, all lanes above one another.
type Band struct {
	Width         int // of the picture; all x are thousandths of it
	Lanes         []BandLane
	Bins          []Bin // months, or years where the months would be too many
	Rows          []Bin // the same for a table: years, where the months would be too many to read
	Eras          []BandEra
	Years         []Tick
	Label         string // what it shows, in words
	Unit          string // "month" or "year"
	Scale         string // from the units of the lanes' outlines, ten a bin, to those of the picture
	Before, After *Ref   // what lies outside it
	Rest          int    // how many bins stand after the last one with a link
	EraTop        int    // height of the bars' part
	EraHeight     int    // of all rows of eras, in pixels
}

// BandLane is one row. Base is the y of its ground line, Path the outline of
// all its bars, ten units a bin, to be scaled by Scale.
type BandLane struct {
	Lane
	Base  int
	Total int
	Path  string
}

// Bin is one month: a link over the height of the band.
type Bin struct {
	Ref
	X, Width int
	Bar      int // width of its bars
	Bars     []Bar
	Counts   []int // by lane, for the table
	Skip     int   // how many without a link stand between it and the link before
}

// Bar is how busy a lane was in a month. Y and Height are in the picture.
type Bar struct{ Lane, Y, Height int }

// BandEra is a named span.
type BandEra struct {
	Name     string
	When     string
	X, Width int  // in thousandths of the band
	Top      int  // in pixels, from the first row
	Row      int  // its own, for screens too narrow to share rows
	End      bool // its name ends where it ends, because it lies in the later half
}

// Tick is a year's first month; URL is the page of the year, "" for none.
type Tick struct {
	Name string
	X    int
	URL  string
}

const (
	bandWidth  = 1000
	bandRow    = 40  // height of one lane
	bandMonths = 120 // more months than this are shown as years
	eraRow     = 22  // pixels
	eraLetter  = 9   // of an era's name, in thousandths of the band
	fewMonths  = 12
	tableBins  = 36 // a table of more months says years
	binUnit    = 10 // of the bars' outlines and of the links over them
)

// band draws entries. Anchors are the groups that the page itself has; the
// other bins link to the page of their month.
func (x *index) band(es []*entry, anchors []Group) *Band {
	placed := make([]*entry, 0, len(es))
	for _, e := range es {
		if _, ok := e.inMonth(); ok && !e.scheduled {
			placed = append(placed, e)
		}
	}
	if len(placed) < 2 {
		return nil
	}
	unit, first, last, before := window(placed)
	n := last - first + 1
	b := &Band{Width: bandWidth, Unit: unit}
	lanes := x.bandLanes()
	for i, l := range lanes {
		l.Base = (i + 1) * bandRow
		b.Lanes = append(b.Lanes, l)
	}
	b.EraTop = len(lanes)*bandRow + 2
	here := map[string]bool{}
	for _, g := range anchors {
		here[g.ID] = true
	}
	x.bins(b, placed, first, n, here)
	b.Rows = b.Bins
	if unit == "month" && n > tableBins {
		b.Rows = x.byYear(b.Bins, first)
	}
	x.eras(b, first, n)
	if before > 0 {
		y := x.years[len(x.years)-1]
		b.Before = &Ref{Name: x.count("band.before", before), URL: x.addr.link(y.addr), Count: before}
	}
	b.Scale = strconv.FormatFloat(float64(bandWidth)/float64(n*binUnit), 'g', 6, 64)
	b.Label = x.dates.say("band.label", "from", x.binName(unit, first), "to", x.binName(unit, last))
	return b
}

// window chooses what the band shows: all months, or the last ten years where
// nearly everything lies in them, or else years.
func window(es []*entry) (unit string, first, last, before int) {
	month := func(e *entry) int {
		d := e.begins
		return int(d.Year)*12 + int(d.Unit) - 1
	}
	all := make([]int, len(es))
	for i, e := range es {
		all[i] = month(e)
	}
	slices.Sort(all)
	first, last = all[0], all[len(all)-1]
	if last-first < fewMonths {
		first = last - fewMonths + 1
	}
	if last-first < bandMonths {
		return "month", first, last, 0
	}
	// Earlier than this lies at most one event in ten: background.
	tenth := all[len(all)/10]
	if last-tenth < bandMonths {
		k, _ := slices.BinarySearch(all, tenth)
		return "month", tenth, last, k
	}
	first, last = floorDiv(first, 12), floorDiv(last, 12)
	if last-first >= bandMonths {
		first = last - bandMonths + 1
	}
	k, _ := slices.BinarySearch(all, first*12)
	return "year", first, last, k
}

func floorDiv(a, b int) int {
	if a < 0 {
		return -((-a + b - 1) / b)
	}
	return a / b
}

// bandLanes are the rows: the lanes, or one for all events.
func (x *index) bandLanes() []BandLane {
	var out []BandLane
	for _, l := range x.site.Lanes {
		out = append(out, BandLane{Lane: l})
	}
	if len(out) == 0 {
		out = append(out, BandLane{Lane: Lane{Ref: Ref{Name: x.dates.say("band.all")}, Number: 1, Short: x.dates.say("band.all")}})
	}
	return out
}

func (x *index) bins(b *Band, es []*entry, first, n int, here map[string]bool) {
	counts := make([][]int, n)
	totals := make([]int, n)
	for i := range counts {
		counts[i] = make([]int, len(b.Lanes))
	}
	most := 1
	for _, e := range es {
		d := e.begins
		i := int(d.Year) - first
		if b.Unit == "month" {
			i = int(d.Year)*12 + int(d.Unit) - 1 - first
		}
		if i < 0 {
			continue
		}
		totals[i]++
		for k := range b.Lanes {
			if len(x.lanes) == 0 || slices.Contains(e.actors, x.lanes[k]) {
				counts[i][k]++
				b.Lanes[k].Total++
				most = max(most, counts[i][k])
			}
		}
	}
	for i := range n {
		at, next := i*bandWidth/n, (i+1)*bandWidth/n
		bin := Bin{X: at, Width: next - at, Bar: max(1, (next-at)*4/5), Counts: counts[i]}
		bin.Count, bin.Name = totals[i], x.binName(b.Unit, first+i)
		if totals[i] > 0 {
			bin.URL = x.binURL(b.Unit, first+i, here)
		}
		for k, c := range counts[i] {
			if c > 0 {
				h := max(3, c*(bandRow-10)/most)
				bin.Bars = append(bin.Bars, Bar{Lane: b.Lanes[k].Number, Y: b.Lanes[k].Base - h, Height: h})
			}
		}
		b.put(bin)
		b.tick(first+i, at, i)
	}
	for i, t := range b.Years {
		if y, _ := calendar.Parse(t.Name); slices.ContainsFunc(x.years, func(s *stretch) bool { return s.when == y.From }) {
			b.Years[i].URL = x.addr.link(t.Name + "/")
		}
		b.Years[i].Name = x.dates.plain(t.Name)
	}
	for k := range b.Lanes {
		b.Lanes[k].Path = outline(b.Bins, b.Lanes[k])
	}
}

// put adds the next bin.
func (b *Band) put(bin Bin) {
	if bin.Skip = b.Rest; bin.URL != "" {
		b.Rest = 0
	} else {
		b.Rest++
	}
	b.Bins = append(b.Bins, bin)
}

// outline draws the bars of a lane in one line: up, across, down, on. A path
// for each lane costs a page a fifth of what a rectangle for each bar does.
func outline(bins []Bin, lane BandLane) string {
	var b strings.Builder
	fmt.Fprintf(&b, "M0 %d", lane.Base)
	on := 0 // how far the line has yet to go on along the ground
	for _, bin := range bins {
		i := slices.IndexFunc(bin.Bars, func(bar Bar) bool { return bar.Lane == lane.Number })
		if i < 0 {
			on += binUnit
			continue
		}
		if on > 0 {
			fmt.Fprintf(&b, "h%d", on)
		}
		fmt.Fprintf(&b, "v-%dh%dv%d", bin.Bars[i].Height, binUnit*4/5, bin.Bars[i].Height)
		on = binUnit / 5
	}
	return b.String()
}

// byYear adds months up, for a table.
func (x *index) byYear(months []Bin, first int) []Bin {
	var out []Bin
	last := -1
	for i, m := range months {
		y := floorDiv(first+i, 12)
		if i == 0 || y != last {
			last = y
			out = append(out, Bin{Ref: Ref{Name: x.binName("year", y)}, Counts: make([]int, len(m.Counts))})
		}
		r := &out[len(out)-1]
		r.Count += m.Count
		for k, c := range m.Counts {
			r.Counts[k] += c
		}
		if r.Count > 0 {
			r.URL = x.binURL("year", y, nil)
		}
	}
	return out
}

// tick names a year where it begins, if the name has room.
func (b *Band) tick(bin, at, i int) {
	year := bin
	if b.Unit == "month" {
		if year = floorDiv(bin, 12); bin-year*12 != 0 && i > 0 {
			return
		}
	}
	if k := len(b.Years); k > 0 && at-b.Years[k-1].X < 60 {
		if k > 1 || b.Unit == "year" {
			return
		}
		b.Years = b.Years[:0] // the first, cut short, gives way to the first whole year
	}
	if at > bandWidth-70 {
		return
	}
	b.Years = append(b.Years, Tick{Name: calendar.NewYear(year).String(), X: at})
}

func binDate(unit string, bin int) calendar.Date {
	if unit == "year" {
		return calendar.NewYear(bin)
	}
	y := floorDiv(bin, 12)
	return calendar.NewMonth(y, bin-y*12+1)
}

func (x *index) binName(unit string, bin int) string {
	return x.dates.text(calendar.Of(binDate(unit, bin)))
}

func (x *index) binURL(unit string, bin int, here map[string]bool) string {
	d := binDate(unit, bin)
	if here[d.String()] {
		return "#" + d.String()
	}
	addr := d.In(calendar.Year).String() + "/"
	if unit == "month" {
		addr += pad2(int(d.Unit)) + "/"
	}
	return x.addr.link(addr)
}

// eras draws the configured spans, each in the first row where it has room.
func (x *index) eras(b *Band, first, n int) {
	var ends []int
	for _, era := range x.in.Config.Eras {
		began, ok := calendar.Parse(era.From)
		ended, ok2 := calendar.Parse(era.To)
		if !ok {
			continue
		}
		left := b.x(calendar.Civil(began.First()), first, n)
		right := bandWidth
		when := x.dates.say("era.since", "from", x.dates.plain(era.From))
		if ok2 {
			right = b.x(calendar.Civil(ended.Last()+1), first, n)
			when = x.dates.say("range.open", "a", x.dates.plain(era.From), "b", x.dates.plain(era.To))
		}
		left, right = max(left, 0), min(right, bandWidth)
		if right <= left {
			continue
		}
		room := len([]rune(era.Name)) * eraLetter
		end := left > bandWidth/2
		from, until := left, max(right, left+room)
		if end {
			from, until = min(left, right-room), right
		}
		row := 0
		for row < len(ends) && ends[row] > from {
			row++
		}
		if row == len(ends) {
			ends = append(ends, 0)
		}
		ends[row] = until
		b.EraHeight = max(b.EraHeight, (row+1)*eraRow)
		b.Eras = append(b.Eras, BandEra{Name: era.Name, When: when, X: left, Width: right - left, Top: row * eraRow, Row: len(b.Eras), End: end})
	}
}

// x is where a day lies in the band.
func (b *Band) x(d calendar.Date, first, n int) int {
	if b.Unit == "year" {
		return (int(d.Year)-first)*bandWidth/n + (int(d.Unit)-1)*bandWidth/n/12
	}
	m := int(d.Year)*12 + int(d.Unit) - 1 - first
	return m*bandWidth/n + (int(d.Dom)-1)*bandWidth/n/31
}
