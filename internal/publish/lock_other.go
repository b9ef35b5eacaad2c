//go:build !unix

package publish

import (
	"context"
	"os"
)

// lockFolder does nothing where folders cannot be locked; the staging folder,
// which can be made only once, still keeps two runs from mixing.
func lockFolder(context.Context, string) (*os.File, error) { return nil, nil }
