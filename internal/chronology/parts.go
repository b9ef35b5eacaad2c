package chronology

// Part is one of the parts whose sum is an event's rank.
type Part struct {
	Name  string
	Value float64
}

// parts are an event's own, in the order of ownNames.
type parts [7]float64

var ownNames = [len(parts{})]string{"independent outlets", "principals", "kind of act", "importance", "place in the article", "background", "has not happened"}

func (p parts) sum() float64 {
	s := 0.0
	for _, x := range p {
		s += x
	}
	return s
}

// rated is all that a rank is made of.
type rated struct {
	own            *parts
	credited, rank float64
	pinned         bool
}

func (d *draft) rated() rated { return rated{d.own, d.credited, d.rank, d.Pinned} }

// Parts are what the event's rank is made of, without those that are nothing:
// their sum is the rank, but for its rounding. "day" is the event's share in what
// all documents make of its day: how many return to it, and how near the event
// is to what they say of it; "told already" is what an event of higher rank on
// that day has said.
func (e *Event) Parts() []Part {
	var out []Part
	add := func(name string, value float64) {
		if value > .0005 || value < -.0005 {
			out = append(out, Part{name, value})
		}
	}
	r := e.rated
	if r.own == nil {
		return nil
	}
	add("day", r.credited-rankOwn*r.own.sum())
	for i, name := range ownNames {
		add(name, rankOwn*r.own[i])
	}
	pinned := 0.0
	if r.pinned {
		pinned = rankPinned
	}
	add("told already", r.rank-pinned-r.credited)
	add("pinned", pinned)
	return out
}
