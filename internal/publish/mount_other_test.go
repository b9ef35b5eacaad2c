//go:build !linux

package publish

import "testing"

func mountTmpfs(t *testing.T, _, _ string) {
	t.Skip("a small file system is mounted only on Linux")
}
