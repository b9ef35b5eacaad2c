package timex

// each spreads every, each over the names that are joined to the one it stands before:
// every Tuesday and Thursday, each March, June and September. The last of cs is the last
// name; those before it hang on commas.
func (f *finder) each(cs []core) {
	last := len(cs) - 1
	if last < 1 || !f.bareName(&cs[last]) || cs[last].in-cs[last-1].out != 1 || f.linkOf(cs[last-1].out) != 2 {
		return
	}
	k := last - 1
	for k > 0 && f.bareName(&cs[k]) && cs[k].in-cs[k-1].out == 1 && f.view.words[cs[k-1].out].Text == "," {
		k--
	}
	head := &cs[k]
	if head.rule.op != opSet || !f.oneName(head.out-1) {
		return
	}
	for i := k + 1; i <= last; i++ {
		if (cs[i].weekday > 0) != (head.weekday > 0) || (cs[i].month > 0) != (head.month > 0) {
			return
		}
	}
	for i := k + 1; i <= last; i++ {
		cs[i].rule, cs[i].sets = head.rule, true
	}
}

// bareName reports whether c is the name of a weekday, of a month or of a season and no
// more, and owns nothing: not Thursday's vote.
func (f *finder) bareName(c *core) bool {
	if c.rule.op != opDate || c.rule.hasDir || c.hasYear || c.hasShift || c.time || c.dom > 0 || c.nth > 0 || c.weekday == 0 && c.month == 0 && c.season == 0 {
		return false
	}
	if c.out < len(f.view.words) && f.in("genitive", f.view.words[c.out]) {
		return false
	}
	return f.oneName(c.in)
}

// oneName reports whether word k names a weekday, a part of the day, a month or a season,
// and names one: not Fridays.
func (f *finder) oneName(k int) bool {
	for _, class := range [...]string{"weekday", "part", "month", "season"} {
		if _, ok := f.is(class, k); ok {
			return true
		}
	}
	return false
}
