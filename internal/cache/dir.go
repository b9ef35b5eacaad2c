package cache

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/zeebo/xxh3"
)

// Dir is the folder of the cache of the site in siteDir: below XDG_CACHE_HOME
// where that is an absolute path, else below the user's cache folder of the
// system, by a hash of the site's absolute path. It is never in the site.
func Dir(siteDir string) (string, error) {
	abs, err := filepath.Abs(siteDir)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		abs = real
	}
	base := os.Getenv("XDG_CACHE_HOME")
	if !filepath.IsAbs(base) {
		if base, err = os.UserCacheDir(); err != nil {
			return "", fmt.Errorf("there is no folder for the cache: %w; set XDG_CACHE_HOME", err)
		}
	}
	return filepath.Join(base, "dateline", fmt.Sprintf("%x", xxh3.HashString128(abs).Bytes())), nil
}

// Clean forgets what is kept in dir. Only our own files, and what a stopped
// run left beside them, are removed.
func Clean(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("cannot clean the cache: %w", err)
	}
	for _, e := range entries {
		if e.Name() == fileName || strings.HasPrefix(e.Name(), "."+fileName) ||
			strings.HasPrefix(e.Name(), notePrefix) || strings.HasPrefix(e.Name(), "."+notePrefix) {
			if err := os.Remove(filepath.Join(dir, e.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("cannot clean the cache: %w", err)
			}
		}
	}
	return nil
}
