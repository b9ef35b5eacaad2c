package timex

import (
	"fmt"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// resolve makes an expression of c; false where it means nothing after all.
func (r *resolver) resolve(c *core) (Expr, bool) {
	e := Expr{Passage: c.passage, Extent: sentence.Extent{From: c.from, To: c.to}, Mod: c.mod, Rule: c.rule.name}
	e.Span = r.text.Span(e.Extent)
	if e.Mod == "" {
		e.Mod = c.rule.mod
	}
	if !r.holds(c) {
		return e, false
	}
	r.said = calendar.Date{}
	if c.quoted {
		r.said, _ = r.spoken(c)
	}
	switch c.rule.op {
	case opDate, opISO, opSlash, opDotted, opQuarter, opHalf, opHoliday, opDays, opYears, opWeek:
		r.date(c, &e)
		if c.rule.op == opWeek && e.When.Known() {
			e.When = calendar.Of(e.When.From.In(calendar.Week))
		}
	case opShift:
		r.shift(c, &e)
	case opMove:
		r.move(c, &e)
	case opRate:
		e.Type, e.Value = Set, durationOf(c)
	case opCount:
		e.Type = Duration
		if c.sets {
			e.Type = Set
		}
		e.Value = durationOf(c)
	case opDecade:
		r.decade(c, &e)
	case opCent:
		year := (int(c.n)-1)*100 + 1
		if c.bc {
			year = -year
		}
		e.When = calendar.Of(calendar.NewCentury(year))
	case opPart, opClock:
		r.timeOfDay(c, &e)
	case opSet:
		e.Type = Set
		e.Value = setOf(c)
	case opValue:
		e.Value = c.rule.value
	case opSetVal:
		e.Type, e.Value = Set, c.rule.value
	}
	if e.Value == "" && e.When.Known() {
		e.Value = e.When.String()
	}
	if c.isTime() && e.Type == Date && e.Value != "" {
		e.Type = Time
		e.Value += timeValue(c)
	}
	if e.Value == "" {
		return e, false
	}
	if c.link == 1 && c.at > 0 {
		r.span(&r.own[c.at-1], &e)
	}
	r.tell(c, &e)
	r.prior = e
	r.before = &r.prior
	return e, true
}

// span gives the two ends of a range the whole of it.
func (r *resolver) span(a, b *Expr) {
	if a.To == 0 || a.Passage != b.Passage || !a.When.Known() || !b.When.Known() {
		return
	}
	if w := calendar.Between(a.When.From, b.When.To); w.Known() {
		a.Whole, b.Whole = w, w
	}
}

// holds reports whether the condition of a rule is met.
func (r *resolver) holds(c *core) bool {
	switch c.rule.only {
	case "narrative":
		return r.narrative
	case "ahead":
		return r.direction(c) > 0
	case "free": // no noun after it
		ws := r.text.Words
		return c.to == len(ws) || ws[c.to].Kind != sentence.Letters
	}
	return true
}

// timeValue is the part of a value after its day.
func timeValue(c *core) string {
	if c.time {
		return fmt.Sprintf("T%02d:%02d", c.hour, c.min)
	}
	return "T" + c.part
}

// date resolves a calendar date.
func (r *resolver) date(c *core, e *Expr) {
	if c.weekday > 0 && c.dom == 0 {
		r.weekday(c, e)
		return
	}
	if c.rule.op == opQuarter && c.quarter == 0 {
		r.period(c, e)
		return
	}
	if !c.hasYear {
		r.yearless(c, e)
		if c.domTo > 0 && c.rule.op == opDays && e.When.Known() {
			r.setDays(c, e, int(e.When.From.Year))
		}
		return
	}
	year := c.year
	if c.short {
		year = r.century(c.year, c)
	}
	if c.borrowed {
		e.Reference = Previous
	}
	if c.domTo > 0 && c.rule.op == opDays {
		r.setDays(c, e, year)
		return
	}
	r.set(e, c.in4(year), "XXXX")
}

// setDays gives e the range of "May 5-7".
func (r *resolver) setDays(c *core, e *Expr, year int) {
	e.When = calendar.Between(calendar.NewDay(year, c.month, c.dom), calendar.NewDay(year, c.month, c.domTo))
}

// period resolves "the latest period" and "the 1988 quarter": the quarter
// that is reported on, in the year said.
func (r *resolver) period(c *core, e *Expr) {
	q := r.quarter
	if !q.Known() {
		if c.hasYear {
			e.When = calendar.Of(calendar.NewYear(c.year))
			return
		}
		if !r.doc.DCT.Known() || r.narrative {
			return
		}
		q = r.doc.DCT.In(calendar.Quarter).Add(-1, calendar.Quarter)
	}
	if c.hasYear {
		q = calendar.NewQuarter(c.year, int(q.Unit))
	}
	e.When = calendar.Of(q)
}

// set gives e a date, or where that is impossible a value with unknown parts.
func (r *resolver) set(e *Expr, d calendar.Date, unknown string) {
	if !d.Known() {
		e.Value = unknown
		return
	}
	e.When = calendar.Of(d)
}

// in4 is the date that c says, in a year.
func (c *core) in4(year int) calendar.Date {
	switch {
	case c.rule.op == opHoliday:
		return holiday(c.rule.on, year)
	case c.quarter > 0:
		return calendar.NewQuarter(year, c.quarter)
	case c.half > 0:
		return calendar.NewHalf(year, c.half)
	case c.season > 0:
		return calendar.NewSeason(year, c.season)
	case c.dom > 0:
		return calendar.NewDay(year, c.month, c.dom)
	case c.month > 0:
		return calendar.NewMonth(year, c.month)
	}
	return calendar.NewYear(year)
}

// unknownYear is the value of a date whose year nothing tells.
func (c *core) unknownYear() string {
	s := c.in4(2000).String()
	if s == "" {
		return ""
	}
	return "XXXX" + s[4:]
}

// century is the full year of '98: of the reference's century, but not after
// the reference by more than ten years.
func (r *resolver) century(yy int, c *core) int {
	base, _ := r.told(calendar.Year)
	if !r.narrative {
		base = r.doc.DCT
	}
	if !base.Known() {
		return 1900 + yy
	}
	y := int(base.Year)/100*100 + yy
	if y > int(base.Year)+10 {
		y -= 100
	}
	return y
}

// yearless finds the year of a date that does not say it.
func (r *resolver) yearless(c *core, e *Expr) {
	if c.hasShift {
		base, ref := r.now()
		if c.shiftFrom == fromStory {
			base, ref = r.told(calendar.Year)
		}
		if !base.Known() {
			e.Value = c.unknownYear()
			return
		}
		e.Anchor, e.Reference, e.Why = base, ref, "the year is said from the reference"
		r.set(e, c.in4(int(base.Year)+c.yearShift), c.unknownYear())
		return
	}
	if c.link > 0 && r.before != nil && r.before.When.Known() && r.before.When.From.Grain < calendar.Year {
		from := r.before.When.From
		year := int(from.Year)
		if d := c.in4(year); c.link == 1 && d.Known() && d.Last() < from.First() {
			year++
		}
		e.Anchor, e.Reference, e.Why = from, Previous, "the year of the date beside it"
		r.set(e, c.in4(year), c.unknownYear())
		return
	}
	if c.rule.hasDir && (!r.narrative || c.rule.anchor == fromStory) {
		r.directed(c, e)
		return
	}
	if r.narrative || r.local != 0 && !c.rule.hasDir && int(r.story.Year) == r.local && r.direction(c) <= 0 {
		r.yearOfStory(c, e)
		return
	}
	dct, ref := r.now()
	e.Anchor, e.Reference = dct, ref
	dir := r.direction(c)
	if d := r.follows(c, dir); d.Known() {
		e.Anchor, e.Reference, e.Why = r.story, Story, "the next one in the story"
		r.set(e, d, c.unknownYear())
		return
	}
	e.Why = [...]string{"looking back", "the nearest", "looking ahead"}[dir+1] + " from the " + [...]string{"", "publication date", "story", "day of speaking", ""}[ref]
	r.set(e, r.nearest(c, dct, dir), c.unknownYear())
}

// against is by how many days a date in the other direction than the verb's
// must be nearer to be meant all the same: who means a date almost a year
// away says the year. Where no verb tells, the past is a little likelier.
const (
	against  = 190
	unsaid   = 60
	sure     = 400 // where the verb stands beside it or the sentence opens with it
	farthest = 1 << 30
)

// onward is how many days a story of another year goes on by itself.
const onward = 120

// follows is the date that c says soon after the point that the story has
// reached in an earlier year than that of publication, where the text looks
// back; else the zero Date.
func (r *resolver) follows(c *core, dir int) calendar.Date {
	if dir > 0 || !r.story.Known() || r.story.Coarser(calendar.Month) || r.story.Year >= r.doc.DCT.Year || r.said.Known() {
		return calendar.Date{}
	}
	if r.story.Year < r.doc.DCT.Year-1 && !r.chronicle {
		return calendar.Date{}
	}
	for year := int(r.story.Year); year <= int(r.story.Year)+1; year++ {
		d := c.in4(year)
		if d.Known() && d.Last() >= r.story.First() && d.First()-r.story.Last() <= onward && d.First() <= r.doc.DCT.Last() {
			return d
		}
	}
	return calendar.Date{}
}

// nearest is the date that c says in the year before, of or after the
// reference, whichever is nearest in the direction dir.
func (r *resolver) nearest(c *core, from calendar.Date, dir int) calendar.Date {
	var best calendar.Date
	least := farthest
	against := against
	if _, ok := r.beside(c); dir < 0 && (ok || r.opens(c) || r.asked(c) < 0) {
		against = sure
	}
	for year := int(from.Year) - 1; year <= int(from.Year)+1; year++ {
		d := c.in4(year)
		if !d.Known() {
			continue
		}
		cost := 0
		switch {
		case d.Last() < from.First():
			cost = from.First() - d.Last()
			if dir > 0 {
				cost += against
			}
		case d.First() > from.Last():
			cost = d.First() - from.Last()
			if dir < 0 {
				cost += against
			} else if dir == 0 {
				cost += unsaid
			}
		}
		if cost < least {
			best, least = d, cost
		}
	}
	return best
}

// directed resolves "last December", "next March", "this June", and "the
// following June" as seen from the story.
func (r *resolver) directed(c *core, e *Expr) {
	base, ref := r.now()
	if c.rule.anchor == fromStory {
		base, ref = r.told(calendar.Month)
	}
	if !base.Known() {
		e.Value = c.unknownYear()
		return
	}
	e.Anchor, e.Reference = base, ref
	year := int(base.Year)
	d := c.in4(year)
	switch dir := c.rule.dir; {
	case dir < 0:
		e.Why = "the last one before the reference"
		if !d.Known() || d.Last() >= base.First() || d.Grain == calendar.Month && d.Add(1, calendar.Month) == base.In(calendar.Month) && c.rule.anchor == fromNow {
			year-- // "last month" is how the month before is called
		}
	case dir > 0:
		e.Why = "the next one after the reference"
		if !d.Known() || d.First() <= base.First() {
			year++
		}
	default:
		e.Why = "of the year of the reference"
	}
	r.set(e, c.in4(year), c.unknownYear())
}

// back is how far a story may go back without saying the year, in days.
const back = 210

// yearOfStory takes the year from the story: the one that moves it forward
// least, or back a little.
func (r *resolver) yearOfStory(c *core, e *Expr) {
	base := r.story
	if !base.Known() {
		e.Value = c.unknownYear()
		return
	}
	e.Anchor, e.Reference, e.Why = base, Story, "the year that the story has reached"
	year := int(base.Year)
	d := c.in4(year)
	switch dir := r.asked(c); {
	case !d.Known():
	case dir > 0 && d.Last() <= base.Last():
		year++
	case dir < 0 && c.rule.hasDir && d.First() > base.First():
		year--
	case dir == 0 && base.Grain < calendar.Year && d.Last() < base.First()-back:
		year++
	}
	r.set(e, c.in4(year), c.unknownYear())
}

// asked is the direction that the words themselves ask for: next summer,
// since February.
func (r *resolver) asked(c *core) int {
	if c.rule.hasDir {
		return c.rule.dir
	}
	if c.from > 0 {
		if m, ok := r.words.get("toward", r.text.Words[c.from-1]); ok && m.n < 0 {
			return m.n
		}
	}
	return 0
}

// weekday resolves a bare weekday.
func (r *resolver) weekday(c *core, e *Expr) {
	base, ref := r.now()
	if base.Grain != calendar.Day || c.rule.anchor == fromStory {
		base, ref = r.told(calendar.Day)
	}
	if base.Grain != calendar.Day {
		e.Value = fmt.Sprintf("XXXX-WXX-%d", c.weekday)
		return
	}
	if r.weekdayBeside(c, e) {
		return
	}
	e.Anchor, e.Reference = base, ref
	ahead := (c.weekday - base.Weekday() + 7) % 7
	dir := c.rule.dir
	if !c.rule.hasDir {
		dir = r.direction(c)
		if dir == 0 {
			dir = -1
			if c.quoted { // "they are coming on Monday"
				dir = 1
			}
		}
		if r.narrative {
			dir = 1
		}
	}
	switch {
	case c.rule.hasDir && dir == 0:
		if ahead > 3 {
			ahead -= 7
		}
		e.Why = "the nearest one"
	case dir < 0:
		if ahead > 0 || c.rule.hasDir {
			ahead -= 7
		}
		e.Why = "looking back: the last one"
	default:
		if ahead == 0 && c.rule.hasDir {
			ahead = 7
		}
		e.Why = "looking ahead: the next one"
	}
	r.set(e, base.Add(ahead, calendar.Day), "")
}

// weekdayBeside resolves a weekday by what stands right before it: "16
// October, a Thursday", "last week, on Thursday", "on Tuesday and Wednesday".
func (r *resolver) weekdayBeside(c *core, e *Expr) bool {
	ws := r.text.Words
	named := false
	if c.from > 0 && !c.rule.hasDir {
		_, named = r.words.get("one", ws[c.from-1])
	}
	p := r.before
	if p == nil || p.Passage != c.passage || !p.When.Single() || p.To > c.from || c.from-p.To > 3 {
		if named {
			e.Value = fmt.Sprintf("XXXX-WXX-%d", c.weekday)
		}
		return named
	}
	d := p.When.From
	switch {
	case named && d.Weekday() == c.weekday:
		e.Why = "the day beside it"
	case named:
		e.Value = fmt.Sprintf("XXXX-WXX-%d", c.weekday)
		return true
	case d.Grain == calendar.Week && c.link == 0:
		d = calendar.Civil(d.First() + c.weekday - 1)
		e.Why = "of the week beside it"
	case d.Grain == calendar.Day && c.link > 0 && p.Rule == c.rule.name:
		d = d.Add((c.weekday-d.Weekday()+10)%7-3, calendar.Day)
		e.Why = "the nearest one to the day beside it"
	default:
		return false
	}
	e.Anchor, e.Reference = p.When.From, Previous
	r.set(e, d, "")
	return true
}

var grains = map[string]calendar.Grain{
	"day": calendar.Day, "week": calendar.Week, "month": calendar.Month, "quarter": calendar.Quarter,
	"year": calendar.Year, "decade": calendar.Decade, "century": calendar.Century, "weekend": calendar.Week,
}

// shift resolves this, last and next unit.
func (r *resolver) shift(c *core, e *Expr) {
	g, ok := grains[c.unit]
	if !ok {
		if c.unit != "fortnight" && c.rule.anchor == fromNow {
			e.Value = [...]string{"PAST_REF", "PRESENT_REF", "FUTURE_REF"}[c.shift+1]
		}
		return
	}
	base, ref := r.now()
	if c.rule.anchor == fromStory || c.rule.anchor == fromBare && r.narrative {
		base, ref = r.told(g)
	}
	if !base.Known() || base.Coarser(g) {
		e.Value = shiftUnknown(c, base)
		return
	}
	e.Anchor, e.Reference = base, ref
	e.Why = "counted from the reference"
	shift := c.shift
	if c.unit == "weekend" {
		r.weekend(base, shift, c, e)
		return
	}
	d := base.In(g)
	if c.rule.anchor == fromBare && g == calendar.Quarter && !r.narrative {
		if q := r.ended(c); q.Known() {
			d = q
		} else if r.quarter.Known() {
			d = r.quarter
		} else {
			shift = -1 // "the quarter" of a report is the one that has ended
		}
	}
	if c.rule.anchor == fromBare && g == calendar.Year && r.ended(c).Known() {
		e.Type, e.Value = Duration, "P1Y"
		return
	}
	d = d.Add(shift, g)
	if c.weekday > 0 && d.Grain == calendar.Week { // Tuesday of last week
		d = calendar.Civil(d.First() + c.weekday - 1)
	}
	r.set(e, d, "")
}

// ended is the quarter that a period ended in, where its end follows: "the
// quarter ended Sept. 30".
func (r *resolver) ended(c *core) calendar.Date {
	ws := r.text.Words
	if c.to+1 >= len(ws) {
		return calendar.Date{}
	}
	if _, ok := r.words.get("ended", ws[c.to]); !ok {
		return calendar.Date{}
	}
	m, ok := r.words.get("month", ws[c.to+1])
	if !ok || !r.doc.DCT.Known() {
		return calendar.Date{}
	}
	d := calendar.NewMonth(int(r.doc.DCT.Year), m.n)
	if d.First() > r.doc.DCT.Last() {
		d = d.Add(-1, calendar.Year)
	}
	return d.In(calendar.Quarter)
}

func (r *resolver) weekend(base calendar.Date, shift int, c *core, e *Expr) {
	w := base.In(calendar.Week)
	if day := base.Weekday(); shift == 0 && day > 0 && (c.rule.anchor == fromBare && day < 6 && r.direction(c) <= 0 || day < 4 && r.direction(c) < 0) {
		shift = -1
	}
	w = w.Add(shift, calendar.Week)
	if !w.Known() {
		return
	}
	e.Value = w.String() + "-WE"
	e.When = calendar.Range{From: calendar.Civil(w.Last() - 1), To: calendar.Civil(w.Last())}
}

// shiftUnknown is the value of last, this and next unit where there is no
// reference.
func shiftUnknown(c *core, base calendar.Date) string {
	year := "XXXX"
	if base.Known() {
		year = base.In(calendar.Year).String()
	}
	switch c.unit {
	case "day":
		if c.shift == 0 && c.rule.anchor == fromNow {
			return "PRESENT_REF"
		}
		return year + "-XX-XX"
	case "week", "weekend":
		return year + "-WXX"
	case "month":
		return year + "-XX"
	case "quarter":
		return year + "-QX"
	case "decade":
		return "XXX"
	case "century":
		return "XX"
	}
	return "XXXX"
}

// move resolves n units ago, earlier, later.
func (r *resolver) move(c *core, e *Expr) {
	n, unit := c.n, c.unit
	switch unit {
	case "fortnight":
		n, unit = 2*n, "week"
	case "weekend":
		unit = "week"
	case "hour", "minute", "second":
		e.Type, e.Value = Duration, durationOf(c)
		return
	}
	g, ok := grains[unit]
	if !ok {
		e.Value = "PAST_REF"
		return
	}
	if n != float64(int(n)) {
		if g == calendar.Year {
			n, g = 12*n, calendar.Month
		} else {
			n = float64(int(n + 0.5))
		}
	}
	base, ref := r.now()
	if c.rule.anchor == fromStory {
		base, ref = r.told(g)
	}
	if n == 1 && g == calendar.Year && r.quarter.Known() && !r.narrative {
		// A report compares with the same quarter of the year before.
		e.Anchor, e.Reference, e.Why = r.quarter, Story, "the quarter reported on, a year before"
		r.set(e, r.quarter.Add(c.rule.sign, calendar.Year), "")
		return
	}
	if !base.Known() {
		e.Value = shiftUnknown(c, base)
		return
	}
	e.Anchor, e.Reference, e.Why = base, ref, "counted from the reference"
	if base.Coarser(g) {
		e.Value = shiftUnknown(c, base.In(calendar.Year).Add(0, calendar.Year))
		return
	}
	moved := base.Add(c.rule.sign*int(n), g)
	r.set(e, moved.In(g), "")
}

// decade resolves the 1990s, the '90s, the nineties.
func (r *resolver) decade(c *core, e *Expr) {
	year := int(c.n)
	if c.bc {
		e.When = calendar.Of(calendar.NewDecade(1 - year))
		return
	}
	if c.short || year < 100 {
		base, _ := r.told(calendar.Year)
		if !r.narrative {
			base = r.doc.DCT
		}
		hundred := 1900
		if base.Known() {
			hundred = int(base.Year) / 100 * 100
			if hundred+year > int(base.Year) {
				hundred -= 100
			}
		}
		year += hundred
	}
	e.When = calendar.Of(calendar.NewDecade(year))
}

// timeOfDay resolves a part of a day or a clock time without a date.
func (r *resolver) timeOfDay(c *core, e *Expr) {
	base, ref := r.now()
	if c.rule.anchor == fromStory || !c.rule.hasShift {
		if d, from := r.told(calendar.Day); d.Grain == calendar.Day {
			base, ref = d, from
		}
	}
	e.Type = Time
	if base.Grain != calendar.Day {
		e.Value = "XXXX-XX-XX" + timeValue(c)
		return
	}
	e.Anchor, e.Reference = base, ref
	d := base.Add(c.rule.shift, calendar.Day)
	e.When = calendar.Of(d)
	e.Value = d.String() + timeValue(c)
}
