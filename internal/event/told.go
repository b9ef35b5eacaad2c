package event

// told is a dated act that a later sentence may reckon by: they were charged;
// ten days after the charge, on the day of the arrest.
type told struct {
	lemma       string // of its verb, or its noun
	when        dating
	block, word int
}

// remembered is how many of the acts told last may be reckoned by.
const remembered = 200

// remember keeps an act that has a day, or a month, by its verb or noun.
func (s *story) remember(a *act) {
	if !a.date.known() || a.date.when.Days() > 31 || a.status != happened && a.status != reported {
		return
	}
	lemma := ""
	if a.nominal {
		lemma = singular(lowerText(a.b.word(a.trigger.To - 1)))
	} else {
		lemma = a.lemma()
	}
	s.told = append(s.told, told{lemma, a.date, a.b.index, a.trigger.From})
}

// named is the date of the last act before word i of a block that a noun names:
// the vote, after they voted.
func (s *story) named(noun string, b *block, i int) (dating, bool) {
	var best *told
	for k := max(0, len(s.told)-remembered); k < len(s.told); k++ {
		t := &s.told[k]
		if t.block > b.index || t.block == b.index && t.word >= i || !kin(t.lemma, noun) {
			continue
		}
		if best == nil || t.block > best.block || t.block == best.block && t.word >= best.word {
			best = t
		}
	}
	if best == nil {
		return dating{}, false
	}
	return best.when, true
}

// kin reports whether a noun names what a verb tells: they share all of the verb
// but its ending. Arrest, arrival; invasion of invade; not conference of confirm.
func kin(verb, noun string) bool {
	n := 0
	for n < len(verb) && n < len(noun) && verb[n] == noun[n] {
		n++
	}
	return n == len(verb) && n == len(noun) || n >= 3 && n >= len(verb)-1 && len(noun) > 3 || n >= 4 && n >= len(verb)-2
}
