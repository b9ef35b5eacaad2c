package project

import (
	"os"
	"path/filepath"

	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/source"
)

// Around is what the site in whose content/ a file lies says about how the file is
// read: the configuration and actors.toml. Of a file that lies in no site, it is what
// holds where nothing is said. Problems in the configuration are for Load to say;
// one that leaves it unreadable is the error.
func Around(file string) (site.Config, source.File, error) {
	abs, err := filepath.Abs(file)
	if err != nil {
		return site.Config{}, source.File{}, err
	}
	dir := siteAbove(abs)
	if dir == "" {
		return site.Default(), source.File{}, nil
	}
	f, err := openFolder(dir)
	if err != nil {
		return site.Config{}, source.File{}, err
	}
	defer f.root.Close()
	said, err := f.optional("dateline.toml")
	if err != nil {
		return site.Config{}, source.File{}, err
	}
	config, _, err := readConfig(said, "")
	if err != nil {
		return site.Config{}, source.File{}, err
	}
	actors, err := f.optional("actors.toml")
	return config, actors, err
}

// siteAbove is the nearest folder above a file that has it in its content/ and says
// something about itself, or "".
func siteAbove(file string) string {
	for at := filepath.Dir(file); at != filepath.Dir(at); at = filepath.Dir(at) {
		if filepath.Base(at) != "content" {
			continue
		}
		for _, name := range []string{"dateline.toml", "actors.toml"} {
			if _, err := os.Stat(filepath.Join(filepath.Dir(at), name)); err == nil {
				return filepath.Dir(at)
			}
		}
	}
	return ""
}
