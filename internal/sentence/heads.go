package sentence

// headed reports whether word i is the last of what stands over a report and has run into
// its first sentence: SEOUL | Fri Mar 2, 2012 7:50 pm EST SEOUL (Agency) - | The port …; or
// of a line of its points: Ships wait * | Port shut.
func headed(ws []Word, from, i int, lang Language) bool {
	if i+2 >= len(ws) || i-from < caption {
		return false
	}
	switch next := &ws[i+1]; {
	case next.Text == "*":
		return next.Space && ws[i+2].Space && capitalAt(ws, i+2)
	case ws[i].Text[0] == '-' || ws[i].Text[0] >= 0x80 && isDash(ws[i].Text):
		return byAgency(ws, from, i)
	case ws[i-1].Kind == Number:
		return !lang.stampEnds[next.Text] && lang.stamped(ws, from, i)
	}
	return ws[i-2].Kind == Number && lang.stampEnds[ws[i].Text] && lang.stamped(ws, from, i-1)
}

// heading bounds the words of a dateline, with the names of the writers before it; one of
// no more than plainHeading words, without a bar, that begins the text is left to who reads what it says.
const heading, plainHeading = 40, 13

// byAgency reports whether the dash at word i stands behind the agency of a dateline that
// more stands before than a place and a day.
func byAgency(ws []Word, from, i int) bool {
	if i-from < 4 || !ws[i].Space || !ws[i+1].Space || ws[i-1].Text != ")" || ws[i-3].Text != "(" || !capitalAt(ws, i-2) || ws[i+1].Kind == Letters && !capitalAt(ws, i+1) {
		return false
	}
	if ws[i-4].Kind != Number && !capitalAt(ws, i-4) {
		return false
	}
	for k := i - 4; k >= max(from, i-heading); k-- {
		if ws[k].Text == "|" {
			return true
		}
	}
	return from > 0 || i-from > plainHeading
}

// stamped reports whether word i is the zone of the time when a page was last changed and
// the report begins behind it: 2 March 2012 Last updated at 14:51 GMT | The envoy ….
func (l Language) stamped(ws []Word, from, i int) bool {
	if !allCapitals(ws[i].Text) || i-5 < from || ws[i-1].Kind != Number || ws[i-2].Text != ":" || ws[i-3].Kind != Number {
		return false
	}
	return l.stamps[ws[i-5].Text] || i-from <= longStamp && i-from > 5 && ws[from].Kind == Number && ws[i-4].Kind == Number
}

// longStamp is how many words a stamp with day and time has: 20 June 11 16:14 GMT.
const longStamp = 7

func isDash(s string) bool { return s == "–" || s == "—" }

func capitalAt(ws []Word, i int) bool { return ws[i].Text[0]-'A' < 26 }

// allCapitals reports whether s is two to four capital letters: a zone of time.
func allCapitals(s string) bool {
	for i := range len(s) {
		if s[i]-'A' >= 26 {
			return false
		}
	}
	return len(s) >= 2 && len(s) <= 4
}
