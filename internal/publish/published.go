package publish

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"sync"
	"time"
)

// Published is the folder of the last run, for who asks it for a page in place of
// drawing that anew. It holds the manifest and no page.
//
// The law of the manifest goes here, too: what Find reads is what the page with that
// path and key is, also where another run fills the folder in between.
type Published struct {
	dir string

	mu    sync.Mutex
	size  int64     // of the manifest that was read last
	time  time.Time // of the same
	pages map[string]entry
}

// LookAt is what lies in dir. Nothing is changed there, now or later.
func LookAt(dir string) *Published {
	p := &Published{dir: dir}
	p.renew()
	return p
}

var errReplaced = errors.New("another page lies there now")

// Find is the way to the file of a page; nil where the folder has none with that key.
// The way fails where that has changed meanwhile.
func (p *Published) Find(path, key string) func() ([]byte, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if e, ok := p.pages[path]; !ok || e.key != key {
		return nil
	}
	return func() ([]byte, error) { return p.read(path, key) }
}

// read reads the file of a page, and then looks whether it was that of the page: a
// switch to other pages that had begun by then has left a journal, and one that has
// ended another manifest.
func (p *Published) read(path, key string) ([]byte, error) {
	t, err := lookAt(p.dir)
	if err != nil {
		return nil, err
	}
	defer t.close()
	b, err := t.root.ReadFile(t.in(path))
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.renew()
	if e, ok := p.pages[path]; !ok || e != (entry{key, int64(len(b))}) || t.switching() {
		return nil, errReplaced
	}
	return b, nil
}

// renew reads the manifest if it is another one than the last time.
func (p *Published) renew() {
	t, err := lookAt(p.dir)
	if err != nil {
		p.pages = nil
		return
	}
	defer t.close()
	at, err := os.Stat(t.disk(manifestName))
	if err != nil {
		p.pages = nil
		return
	}
	if p.pages != nil && at.Size() == p.size && at.ModTime().Equal(p.time) {
		return
	}
	p.size, p.time = at.Size(), at.ModTime()
	if p.pages, err = t.readManifest(); err != nil {
		p.pages = nil
	}
}

// switching reports whether a run is putting new files in place, or was stopped there.
func (t *tree) switching() bool {
	for _, stage := range t.stages() {
		for _, file := range []string{"journal", "undo"} {
			if _, err := t.root.Stat(path.Join(stage, file)); !errors.Is(err, fs.ErrNotExist) {
				return true
			}
		}
	}
	return false
}
