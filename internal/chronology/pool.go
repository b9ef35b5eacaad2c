package chronology

import "reflect"

// pool gives lists and values out of larger pieces of memory: what lives as long
// as its neighbours costs the collector one piece in place of many. Pieces grow,
// so that who takes little leaves little over; a piece lives for as long as
// anything of it does, so what lives apart is taken apart.
type pool[T any] struct {
	free  []T
	next  int  // how many the next piece holds
	apart bool // each list is a piece
}

// Bounds of a piece: of the first in values, of the largest in bytes.
const (
	firstPiece   = 16
	largestPiece = 32 << 10
)

// take is a list of n; of none it is no nil.
func (p *pool[T]) take(n int) []T {
	if p.apart {
		return make([]T, n)
	}
	if n > len(p.free) || p.free == nil {
		p.free = make([]T, max(n, p.next, firstPiece))
		p.next = min(2*len(p.free), largestPiece/max(1, int(reflect.TypeFor[T]().Size())))
	}
	out := p.free[:n:n]
	p.free = p.free[n:]
	return out
}

// some is take, and nil where there are none.
func (p *pool[T]) some(n int) []T {
	if n == 0 {
		return nil
	}
	return p.take(n)
}

// one is a value.
func (p *pool[T]) one() *T { return &p.take(1)[0] }

// list is a list of these.
func (p *pool[T]) list(values ...T) []T {
	out := p.take(len(values))
	copy(out, values)
	return out
}

// kept is a copy of a list, nil of none.
func (p *pool[T]) kept(list []T) []T {
	out := p.some(len(list))
	copy(out, list)
	return out
}
