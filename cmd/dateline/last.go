package main

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"

	"github.com/dateline-ssg/dateline/internal/build"
	"github.com/dateline-ssg/dateline/internal/cache"
	"github.com/dateline-ssg/dateline/internal/project"
	"github.com/dateline-ssg/dateline/internal/publish"
	"github.com/dateline-ssg/dateline/internal/source"
)

// lastBuild is what is remembered of the last build into a folder. Where the
// input has its sum and the folder its hash, a build would do nothing but say
// the same again.
type lastBuild struct {
	Sum              string // of the input
	Tree             string // hash of what lies in the folder, as publish.Whole gives it
	Articles, Events int
	Diagnostics      []source.Diagnostic
}

const stampsNote = "stamps"

// recallStamps are the stamps of the files as the last run met them; none
// where there is no cache, or every file is to be read.
func (f *siteFlags) recallStamps() {
	f.stamps = project.NewStamps()
	if f.cache == "" || f.rehash {
		return
	}
	if s, err := project.DecodeStamps(cache.Recall(f.cache, stampsNote)); err == nil {
		f.stamps = s
	}
}

func (f *siteFlags) keepStamps(err io.Writer) {
	if f.cache == "" || !f.stamps.Changed() {
		return
	}
	if problem := cache.Note(f.cache, stampsNote, f.stamps.Encode()); problem != nil {
		fmt.Fprintf(err, "dateline: %v\n", problem)
	}
}

// noteName is under what the last build into a folder is remembered.
func noteName(out string) string {
	if abs, err := filepath.Abs(out); err == nil {
		out = abs
	}
	return cache.Name("build", out)
}

// stands looks whether a build of in into out would change nothing: then it is
// the last build, and the number of files in out.
func (f *siteFlags) stands(in *build.Input, out string) (*lastBuild, int) {
	if f.cache == "" {
		return nil, 0
	}
	var last lastBuild
	b := cache.Recall(f.cache, noteName(out))
	if b == nil || json.Unmarshal(b, &last) != nil || last.Sum == "" || last.Tree == "" {
		return nil, 0
	}
	readChanged(in)
	if in.Sum() != last.Sum {
		return nil, 0
	}
	tree, files := publish.Whole(out)
	if tree != last.Tree {
		return nil, 0
	}
	return &last, files
}

// readChanged finds the digests of the files whose stamps are new: a file that
// was only touched, or checked out again, holds what it held.
func readChanged(in *build.Input) {
	for i := range in.Content {
		if c := &in.Content[i]; c.Digest == "" {
			if b, err := c.Read(); err == nil {
				c.Digest = build.Digest(b)
			}
		}
	}
}

// keepBuild remembers a build that has been published and whose lock has been
// written; tree is the hash of what lies in the folder.
func (f *siteFlags) keepBuild(built *build.Output, out, tree string, err io.Writer) {
	if f.cache == "" || tree == "" {
		return
	}
	sum := built.Sum()
	if sum == "" {
		return
	}
	b, problem := json.Marshal(lastBuild{sum, tree, built.Articles, built.Events, built.Diagnostics})
	if problem == nil {
		problem = cache.Note(f.cache, noteName(out), b)
	}
	if problem != nil {
		fmt.Fprintf(err, "dateline: %v\n", problem)
	}
}
