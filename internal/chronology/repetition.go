package chronology

import "math"

// repetition takes off what an event of the same first day and of higher rank
// has said already: a page that shows the best should not show one thing
// thrice. On the next day a like event is news, not a repetition. It is given the
// events of a day in order, and knows those that are still to be compared.
//
// How like two are is what overlapOf says, found for all that are still there at
// once: by each of the new one's words, in order, those that have it.
type repetition struct {
	day   []*draft
	off   []float64 // what is taken off each by now
	gone  int32     // of the day, those that have their rank
	words *posts    // word → events by their number in the day
	heavy []float64 // of each of its entries, what the word weighs there
	like  []float64
}

// next takes the next event of the day and returns that which has its rank by
// it, nil for none.
func (r *repetition) next(y *draft) *draft {
	off := 0.0
	for i, like := range r.likeness(y) {
		if x := r.day[i]; x.credited >= y.credited {
			off = math.Max(off, like)
		} else {
			r.off[i] = math.Max(r.off[i], like)
		}
	}
	r.note(y.told[0])
	r.day, r.off = append(r.day, y), append(r.off, off)
	if len(r.day) <= neighboursLooked {
		return nil
	}
	return r.first()
}

// likeness is how like an event is to each that is still there.
func (r *repetition) likeness(y *draft) []float64 {
	r.like = append(r.like[:0], make([]float64, len(r.day))...)
	t := y.told[0]
	if r.words != nil && len(r.day) > 0 {
		for _, v := range t.vector {
			w := v.weight()
			for at := r.words.find(pair(0, v.word)).at; at > 0; {
				x := r.words.list[at-1]
				if x.who < r.gone {
					break // so are those before it
				}
				r.like[x.who-r.gone] += r.heavy[at-1] * w
				at = x.next
			}
		}
	}
	for i, dot := range r.like {
		r.like[i] = math.Min(dot*(r.day[i].told[0].unit*t.unit), 1)
	}
	return r.like
}

// note notes the words of the event that comes next.
func (r *repetition) note(t *telling) {
	if r.words == nil {
		r.words, r.heavy = newPosts(8*neighboursLooked), r.heavy[:0]
	}
	number := int(r.gone) + len(r.day)
	for _, v := range t.vector {
		r.words.add(pair(0, v.word), number)
		r.heavy = append(r.heavy, v.weight())
	}
}

// first ranks the event that was given first.
func (r *repetition) first() *draft {
	d := r.day[0]
	d.round(d.credited - r.off[0]*math.Max(d.credited, 0))
	r.day, r.off = r.day[1:], r.off[1:]
	r.gone++
	return d
}

// end ranks those that are left, and returns them in order. Another day may be
// given then.
func (r *repetition) end() []*draft {
	left := r.day
	for len(r.day) > 0 {
		r.first()
	}
	if r.words != nil {
		r.words.done()
	}
	r.day, r.off, r.words, r.gone = nil, nil, nil, 0
	return left
}
