package chronology

// means are sums by word, each with how many were summed: a table that is searched
// from a word's place on. It is emptied at no cost, since there are many dates,
// and of most little is told. The zero value is to begin.
type means struct {
	slots []mean // of a power of two, some of turns that are over
	used  int
	turn  uint32 // never 0
}

// mean is a sum, and of how many.
type mean struct {
	word, turn uint32
	sum, n     float64
}

// begin empties the table.
func (t *means) begin() {
	if t.turn++; t.turn == 0 || t.slots == nil {
		t.slots, t.turn = make([]mean, 1<<8), 1
	}
	t.used = 0
}

// of is a word's, to be added to until another is asked for.
func (t *means) of(word uint32) *mean {
	m := t.find(word)
	if m.turn == t.turn {
		return m
	}
	if t.used++; t.used > len(t.slots)/4*3 {
		t.grow()
		m = t.find(word)
	}
	*m = mean{word: word, turn: t.turn}
	return m
}

// get is a word's as it is, zero where nothing was added.
func (t *means) get(word uint32) mean {
	if m := t.find(word); m.turn == t.turn {
		return *m
	}
	return mean{}
}

// find is the place of a word: its own, or the free one where it would stand.
func (t *means) find(word uint32) *mean {
	mask := uint32(len(t.slots) - 1)
	for i := word * 0x9E3779B1 >> 7 & mask; ; i = (i + 1) & mask {
		if m := &t.slots[i]; m.turn != t.turn || m.word == word {
			return m
		}
	}
}

func (t *means) grow() {
	old := t.slots
	t.slots = make([]mean, 2*len(old))
	for _, m := range old {
		if m.turn == t.turn {
			*t.find(m.word) = m
		}
	}
}
