//go:build !windows

package cache

import "github.com/google/renameio/v2"

// newReplacement is a file that takes the place of name in one step.
func newReplacement(name string) (*renameio.PendingFile, error) {
	return renameio.NewPendingFile(name, renameio.WithPermissions(0o600))
}
