package project

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/gosimple/slug"
)

// skeleton is a new site, file by file as it lies on disk.
//
//go:embed all:skeleton
var skeleton embed.FS

// NewSite makes a site in dir, which must be empty or not there, and returns
// the files it made, below dir. Nothing is ever overwritten.
func NewSite(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("cannot make a site: %w", err)
	}
	if len(entries) > 0 {
		return nil, stop(dir, fmt.Sprintf("the folder is not empty: it holds %s", entries[0].Name()), "name a folder that is not there yet")
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, fmt.Errorf("cannot make a site: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("cannot make a site: %w", err)
	}
	defer root.Close()
	var made []string
	err = fs.WalkDir(skeleton, "skeleton", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := skeleton.ReadFile(p)
		if err != nil {
			return err
		}
		name := strings.TrimPrefix(p, "skeleton/")
		made = append(made, name)
		return writeNew(root, name, b)
	})
	if err != nil {
		return made, fmt.Errorf("cannot make a site: %w", err)
	}
	return made, nil
}

// NewArticle makes content/DATE-SLUG.md in the site in dir, with a front
// matter that holds title and date, and returns its path below dir. The date
// is ISO 8601 and the caller's, who has the clock. Nothing is ever
// overwritten: an article of that name is a *source.Failure.
func NewArticle(dir, title, date string) (string, error) {
	title = strings.Join(strings.Fields(title), " ")
	short := slug.Make(title)
	if len(short) > 80 {
		short = strings.TrimRight(short[:80], "-")
	}
	if short == "" {
		return "", stop("", fmt.Sprintf("no file name can be made of the title %q", title), "give it a letter or a digit")
	}
	f, err := openFolder(dir)
	if err != nil {
		return "", err
	}
	defer f.root.Close()
	name := path.Join("content", date+"-"+short+".md")
	// A double-quoted YAML text takes what strconv writes for it.
	text := fmt.Sprintf("---\ntitle: %s\ndate: %s\n---\n\n", strconv.Quote(title), date)
	err = writeNew(f.root, name, []byte(text))
	if errors.Is(err, fs.ErrExist) {
		return "", stop(filepath.Join(dir, filepath.FromSlash(name)), "there is an article of this name", "open it, or choose another title")
	}
	if err != nil {
		return "", fmt.Errorf("cannot make an article: %w", err)
	}
	return name, nil
}

// writeNew writes a file that must not be there, and the folders above it.
func writeNew(root *os.Root, name string, b []byte) error {
	if err := root.MkdirAll(path.Dir(name), 0o777); err != nil {
		return err
	}
	file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = file.Write(b)
	return errors.Join(err, file.Close())
}
