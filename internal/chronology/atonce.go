package chronology

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// atOnce does something with each of n things on all processors, some of them
// at a time. What is done with one must touch nothing of another. Each processor
// makes itself what it does that with, once.
func atOnce(n int, making func() (do func(i int))) {
	const some = 16
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), (n+some-1)/some) {
		all.Go(func() {
			do := making()
			for {
				to := int(next.Add(some))
				for i := to - some; i < min(to, n); i++ {
					do(i)
				}
				if to >= n {
					return
				}
			}
		})
	}
	all.Wait()
}
