package build

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/dateline-ssg/dateline/internal/site"
)

// Draw draws every page and throws it away, to find out whether it can be
// drawn. It returns the first error in the order of pages.
func Draw(ctx context.Context, pages []site.Page) error {
	errs := make([]error, len(pages))
	g, group := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, p := range pages {
		g.Go(func() error {
			if err := group.Err(); err != nil {
				return err
			}
			b, err := p.Draw()
			if errs[i] = err; err == nil && p.Release != nil {
				p.Release(b)
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
