package clause

// lapseBefore reports whether a comma or the start of the sentence and a length of
// time stand before word i: on Monday, two days | after he had left, Chile agreed.
func (p *parser) lapseBefore(i int) bool {
	if p.tags[i-1]&timeWord == 0 {
		return false
	}
	k := i - 1
	for k > p.top().From && p.tags[k]&(timeWord|number|determiner|adjective|adverb) != 0 {
		k--
	}
	return p.tags[k]&comma != 0
}

// lapseOpens reports whether a length of time opens the sentence before word i, and a
// comma between words from and to ends what i opens: two days | after he had left,
// Chile agreed.
func (p *parser) lapseOpens(i, from, to int) bool {
	k := i - 1
	if p.tags[k]&timeWord == 0 || p.top().Kind != Main {
		return false
	}
	for k > p.top().From && p.tags[k]&(timeWord|number|determiner|adjective|adverb) != 0 {
		k--
	}
	if k != p.top().From || p.tags[k]&(determiner|number|adverb) == 0 {
		return false
	}
	for j := from; j < to && j-from < maxReach; j++ {
		if p.tags[j]&comma != 0 {
			return true
		}
	}
	return false
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
