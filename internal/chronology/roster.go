package chronology

import "slices"

// roster is lists by a key, most of which have one entry, and take no more room
// than that.
type roster[K, V comparable] struct {
	one  map[K]V
	more map[K][]V // all, where there are more
}

func newRoster[K, V comparable](n int) roster[K, V] {
	return roster[K, V]{make(map[K]V, n), map[K][]V{}}
}

func (s *roster[K, V]) has(key K) bool {
	_, ok := s.one[key]
	return ok
}

// all are those under a key. The list is not to be kept.
func (s *roster[K, V]) all(key K) []V {
	if list, ok := s.more[key]; ok {
		return list
	}
	if v, ok := s.one[key]; ok {
		return []V{v}
	}
	return nil
}

func (s *roster[K, V]) add(key K, v V) {
	first, ok := s.one[key]
	switch {
	case !ok:
		s.one[key] = v
	case s.more[key] == nil:
		s.more[key] = []V{first, v}
	default:
		s.more[key] = append(s.more[key], v)
	}
}

func (s *roster[K, V]) remove(key K, v V) {
	list := slices.DeleteFunc(s.all(key), func(o V) bool { return o == v })
	delete(s.one, key)
	delete(s.more, key)
	if len(list) > 0 {
		s.one[key] = list[0]
	}
	if len(list) > 1 {
		s.more[key] = list
	}
}
