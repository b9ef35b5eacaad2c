// Package project reads a site's folder into the input of a build.
//
// What comes in is a folder: dateline.toml, content/, static/, templates/,
// themes/, actors.toml, edits.toml, events.lock. What goes out is all that the
// site's output depends on, as values. Promised:
//
//   - Nothing outside the folder is read, whatever its links say.
//   - The order of what is returned does not depend on the file system.
//   - A file that cannot be used is a diagnostic, and the rest is returned.
//     Only what makes the whole site doubtful, such as a configuration with a
//     wrong value, is a source.Failure, and then nothing is returned.
//
// The package also makes what a user begins with: a new site, a new article.
package project

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/dateline-ssg/dateline/internal/build"
	"github.com/dateline-ssg/dateline/internal/source"
)

// Options are what the command line may add to a folder.
type Options struct {
	// Builtin holds templates/ and themes/ as the program brings them; nil
	// means none.
	Builtin fs.FS
	// BaseURL, if not empty, takes the place of the configuration's baseURL.
	BaseURL string
	// Drafts asks for articles marked as drafts too.
	Drafts bool
	// Stamps, if not nil, are what earlier loads of this folder met: a file that
	// is as it was then is not read again. Load makes them newer, and so does
	// whoever reads the content.
	Stamps *Stamps
	// Env looks up an environment variable; nil means os.Getenv.
	Env func(string) string
}

// stop is a Failure of one diagnostic about a whole file or folder.
func stop(file, problem, hint string) error {
	return &source.Failure{Diagnostics: []source.Diagnostic{{File: file, Level: source.Error, Problem: problem, Hint: hint}}}
}

// Load reads the site in dir. The error is a *source.Failure if the author can mend
// it, else the machine's.
func Load(dir string, opts Options) (build.Input, error) {
	f, err := openFolder(dir)
	if err != nil {
		return build.Input{}, err
	}
	// The folder stays open as long as its content may be read.
	f.stamps = opts.Stamps
	f.stamps.begin()
	defer f.stamps.end()
	in := build.Input{Drafts: opts.Drafts}
	config, err := f.optional("dateline.toml")
	if err != nil {
		return build.Input{}, err
	}
	in.Config, in.Diagnostics, err = readConfig(config, opts.BaseURL)
	if err != nil {
		return build.Input{}, err
	}
	if in.Now, err = now(opts.Env); err != nil {
		return build.Input{}, err
	}
	if in.Layers, err = f.layers(in.Config.Theme, opts.Builtin); err != nil {
		return build.Input{}, err
	}
	for _, own := range []struct {
		name string
		file *source.File
	}{{"actors.toml", &in.Actors}, {"edits.toml", &in.Edits}} {
		if *own.file, err = f.optional(own.name); err != nil {
			return build.Input{}, err
		}
	}
	if in.Lock, err = f.lock(); err != nil {
		return build.Input{}, err
	}
	if name := in.Config.Publish.CardFont; name != "" {
		if in.Font, err = f.optional(name); err != nil || in.Font.Bytes == nil {
			in.Diagnostics = append(in.Diagnostics, source.Diagnostic{File: "dateline.toml", Level: source.Warning,
				Problem: fmt.Sprintf("publish.cardFont names %q, which cannot be read", name), Hint: "write its path below the site's folder, such as fonts/name.ttf"})
		}
	}
	var media []build.Asset
	in.Content, media = f.content()
	in.Static = append(f.static(), media...)
	source.Sort(f.diagnostics)
	in.Diagnostics = append(in.Diagnostics, f.diagnostics...)
	return in, nil
}

// openFolder opens a site and refuses a folder that is none.
func openFolder(dir string) (*folder, error) {
	abs, err := filepath.Abs(dir)
	if err == nil {
		abs, err = filepath.EvalSymlinks(abs)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, stop(dir, "there is no such folder", "make a site with: dateline new site "+dir)
	}
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(abs)
	if err != nil {
		return nil, fmt.Errorf("cannot open the site: %w", err)
	}
	at, err := root.Stat("content")
	switch {
	case errors.Is(err, fs.ErrNotExist):
		err = stop(dir, "the folder has no content/, so it is no site", "make a site with: dateline new site DIR, or name one with --source")
	case err == nil && !at.IsDir():
		err = stop(filepath.Join(dir, "content"), "this is a file; the articles of a site lie in a folder of this name", "rename the file")
	case err != nil:
		err = stop(filepath.Join(dir, "content"), "the folder cannot be opened: "+reason(err), "a link must stay inside the site")
	default:
		return &folder{root: root, abs: abs}, nil
	}
	root.Close()
	return nil, err
}

// optional reads a file of the site that need not be there.
func (f *folder) optional(name string) (source.File, error) {
	b, err := f.root.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return source.File{Path: name}, nil
	}
	if err != nil {
		return source.File{}, fmt.Errorf("cannot read %s: %w", name, err)
	}
	return source.File{Path: name, Bytes: b}, nil
}

// lock is events.lock, of which a site of many articles has many megabytes: the one of
// the last load of this process, if the file is as it was when it was read.
func (f *folder) lock() (source.File, error) {
	const name = "events.lock"
	info, err := f.root.Stat(name)
	if err != nil || f.stamps == nil {
		return f.optional(name)
	}
	f.stamps.mu.Lock()
	defer f.stamps.mu.Unlock()
	if was := f.stamps.lock; was.file.Bytes != nil && was.at == stampOf(info) {
		return was.file, nil
	}
	began := time.Now()
	file, err := f.optional(name)
	if at := stampOf(info); err == nil && at.settled(began) {
		f.stamps.lock = held{at, file}
	}
	return file, err
}

// now is the day of SOURCE_DATE_EPOCH in UTC, "" if it is not set.
func now(env func(string) string) (string, error) {
	if env == nil {
		env = os.Getenv
	}
	text := env("SOURCE_DATE_EPOCH")
	if text == "" {
		return "", nil
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	day := time.Unix(seconds, 0).UTC()
	if err != nil || day.Year() < 1 || day.Year() > 9999 {
		return "", stop("SOURCE_DATE_EPOCH", fmt.Sprintf("%q is no number of seconds since 1970", text), "unset it, or set it to the output of: git log -1 --format=%ct")
	}
	return day.Format(time.DateOnly), nil
}
