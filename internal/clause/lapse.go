package clause

// beforeLapse is the word before the length of time that ends before word i, or the
// first of the open clause; -1 where no length of time ends there.
func (p *parser) beforeLapse(i int) int {
	k := i - 1
	if p.tags[k]&timeWord == 0 {
		return -1
	}
	for k > p.top().From && p.tags[k]&(timeWord|number|determiner|adjective|adverb) != 0 {
		k--
	}
	return k
}

// lapseBefore reports whether a comma and a length of time stand before word i: on
// Monday, two days | after he had left, Chile agreed.
func (p *parser) lapseBefore(i int) bool {
	k := p.beforeLapse(i)
	return k >= 0 && p.tags[k]&comma != 0
}

// lapseOpens reports whether a length of time, be it a rough one, opens the sentence
// before word i, and a comma between words from and to ends what i opens: two days,
// about a week, long | after he had left, Chile agreed.
func (p *parser) lapseOpens(i, from, to int) bool {
	k := p.top().From
	if p.top().Kind != Main || p.tags[i-1]&(timeWord|adverb) == 0 {
		return false
	}
	if m, ok := p.marker(k); ok && m.kind == "degree" {
		k = m.to // more than | a week
	} else if p.tags[k]&(determiner|number|adverb|adjective) == 0 && !p.is(aRough, k) {
		return false
	} else {
		k++
	}
	for ; k < i; k++ {
		if p.tags[k]&(timeWord|number|determiner|adjective|adverb) == 0 {
			return false
		}
	}
	return p.parted(from, min(to, from+maxReach))
}

// spanFirst reports whether a length of time stands before the subject of a verb at word
// to: after ten hours | the ministers left.
func (p *parser) spanFirst(i, to int) bool {
	from := i
	for i < to && p.tags[i]&timeWord == 0 && p.tags[i]&(number|determiner|adjective) != 0 {
		i++
	}
	if i == from || i >= to || p.tags[i]&timeWord == 0 || p.tags[i]&name != 0 {
		return false
	}
	return i+1 < to && p.tags[i+1]&(determiner|name) != 0 && p.tags[i+1]&(possessive|timeWord) == 0
}
