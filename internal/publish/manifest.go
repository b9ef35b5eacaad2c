package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
)

// manifestName is the file, in the tree, that says what we wrote.
const manifestName = ".dateline-manifest"

// The manifest is text: a first line, one line a file in order of path, and a
// last line that counts them, so that a cut file is noticed.
//
//	dateline manifest 1
//	KEY SIZE PATH
//	end COUNT
//
// It holds no time and no machine, so equal trees have equal manifests.
//
// The law: a file on disk with the size that the manifest gives it is what
// its key stands for. It fails only if somebody else writes another text of
// the same length there; removing the manifest's line or the file mends it.
const manifestHead = "dateline manifest 1"

// entry is what the manifest knows of one file.
type entry struct {
	key  string
	size int64
}

func printManifest(m map[string]entry) []byte {
	const usual = 96 // bytes of a line
	b := append(make([]byte, 0, usual*(len(m)+1)), manifestHead+"\n"...)
	for _, p := range slices.Sorted(maps.Keys(m)) {
		b = append(append(b, printKey(m[p].key)...), ' ')
		b = append(strconv.AppendInt(b, m[p].size, 10), ' ')
		b = append(append(b, p...), '\n')
	}
	return fmt.Appendf(b, "end %d\n", len(m))
}

// printKey keeps the lines' shape whatever a key is made of.
func printKey(key string) string {
	plain := key != ""
	for i := range len(key) { // a loop over bytes, for there are keys of tens of thousands of files
		plain = plain && key[i] > ' ' && key[i] <= '~' && key[i] != '"'
	}
	if plain {
		return key
	}
	return strings.ReplaceAll(strconv.QuoteToASCII(key), " ", `\x20`)
}

func parseKey(s string) (string, error) {
	if strings.HasPrefix(s, `"`) {
		return strconv.Unquote(s)
	}
	return s, nil
}

// lineError is a problem on a line of a manifest or journal.
type lineError struct {
	line    int
	problem string
}

func (e *lineError) Error() string { return fmt.Sprintf("%d:1: %s", e.line, e.problem) }

// parseManifest is the inverse of printManifest. It refuses whatever that
// would not have written in the same way.
func parseManifest(b []byte) (map[string]entry, error) {
	lines := strings.Split(string(b), "\n")
	if lines[0] != manifestHead {
		return nil, &lineError{1, "not a manifest of this version"}
	}
	m := make(map[string]entry, len(lines))
	last := ""
	for i, line := range lines[1:] {
		n := i + 2
		if count, ok := strings.CutPrefix(line, "end "); ok {
			if count != strconv.Itoa(len(m)) || n+1 != len(lines) || lines[n] != "" {
				return nil, &lineError{n, "the number of files is wrong"}
			}
			return m, nil
		}
		if n == len(lines) {
			break
		}
		key, rest, _ := strings.Cut(line, " ")
		size, p, _ := strings.Cut(rest, " ")
		e := entry{}
		var err1, err2 error
		e.key, err1 = parseKey(key)
		e.size, err2 = strconv.ParseInt(size, 10, 64)
		if err1 != nil || err2 != nil || e.size < 0 || badPath(p) != "" || p <= last ||
			printKey(e.key) != key || strconv.FormatInt(e.size, 10) != size {
			return nil, &lineError{n, fmt.Sprintf("not a line of a manifest: %.60q", line)}
		}
		m[p], last = e, p
	}
	return nil, &lineError{len(lines), "the manifest is cut short"}
}

// readManifest is what the last run wrote; nothing if there was none.
func (t *tree) readManifest() (map[string]entry, error) {
	name := path.Join(t.base, manifestName)
	b, err := t.root.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return map[string]entry{}, nil
	}
	if err != nil {
		return nil, t.explain("read", manifestName, err)
	}
	m, err := parseManifest(b)
	if err != nil {
		return nil, fmt.Errorf("%s:%w; it says which files may be replaced: restore it, or delete the folder %s and build again",
			t.shown(manifestName), err, t.dir)
	}
	return m, nil
}
