package chronology

import "slices"

// meeting counts how often each of some numbers is met.
type meeting struct {
	times []int32 // by number, 0 of those not met
	met   []int32
}

// among begins with n numbers, from 0 on, of which none is met.
func (m *meeting) among(n int) {
	if n > len(m.times) {
		m.times = make([]int32, n)
	}
}

func (m *meeting) meet(who int32) {
	if m.times[who] == 0 {
		m.met = append(m.met, who)
	}
	m.times[who]++
}

// without forgets those of whom no is true.
func (m *meeting) without(no func(who int32) bool) {
	m.met = slices.DeleteFunc(m.met, func(who int32) bool {
		out := no(who)
		if out {
			m.times[who] = 0
		}
		return out
	})
}

// often are at most n of those met, in whose room the next are met: all in order,
// or where there are more those met most often first.
func (m *meeting) often(n int) []int32 {
	met := m.met
	m.met = met[:0]
	slices.Sort(met)
	type count struct{ who, times int32 }
	var room [32]count
	best := room[:0]
	for _, who := range met {
		x := count{who, m.times[who]}
		m.times[who] = 0
		if len(met) <= n {
			continue
		}
		at := len(best)
		for at > 0 && best[at-1].times < x.times {
			at--
		}
		if at < n {
			best = slices.Insert(best, at, x)
			best = best[:min(len(best), n)]
		}
	}
	if len(met) <= n {
		return met
	}
	for i, c := range best {
		met[i] = c.who
	}
	return met[:len(best)]
}
