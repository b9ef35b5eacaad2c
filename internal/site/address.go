package site

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"

	"github.com/gosimple/slug"
	"github.com/zeebo/xxh3"
)

// address makes every link of the output. An address is where a page lies
// below the base URL: "" the front page, "events/ID/", "feed.xml",
// "2025/#ID". There is no other way to make a link, so a site under a
// sub-path is right everywhere or nowhere.
type address struct {
	origin string // "https://example.org", "" where the base URL has no host
	base   string // path of the base URL, with both slashes: "/", "/site/"
}

func newAddress(baseURL string) address {
	u, err := url.Parse(baseURL)
	if err != nil || baseURL == "" {
		return address{base: "/"}
	}
	a := address{base: "/" + strings.Trim(u.EscapedPath(), "/") + "/"}
	if a.base == "//" {
		a.base = "/"
	}
	if u.Host != "" {
		a.origin = u.Scheme + "://" + u.Host
	}
	return a
}

// link is the address as a page links to it: absolute in its path, so that it
// is right from any depth and in the page shown for a missing one.
func (a address) link(addr string) string { return a.base + addr }

// full is the address with scheme and host where the base URL has them.
func (a address) full(addr string) string { return a.origin + a.base + addr }

// canonical is the address that search engines are to keep, "" where the base
// URL has no host: a relative one says nothing, and they call it broken.
func (a address) canonical(addr string) string {
	if a.origin == "" {
		return ""
	}
	return a.full(addr)
}

// host is the host of the base URL, "" where it has none.
func (a address) host() string {
	_, host, _ := strings.Cut(a.origin, "//")
	return host
}

// file is where the page of an address lies below public/.
func file(addr string) string {
	if addr == "" || strings.HasSuffix(addr, "/") {
		return addr + "index.html"
	}
	return addr
}

// maxSlug is how long a slug is at most, so that a pair of them is still a name
// that file systems take.
const maxSlug = 120

// device is what Windows keeps for itself and takes for no name of a folder.
var device = regexp.MustCompile(`^(con|prn|aux|nul|com\d|lpt\d)$`)

// Slug is the last part of the address of something with a name. It is never
// empty, and always a name that a folder can have: nobody can shorten what an
// article calls somebody.
func Slug(name string) string {
	s := slug.Make(name)
	mark := fmt.Sprintf("x%08x", uint32(xxh3.HashString(name)))
	switch {
	case s == "":
		return mark
	case device.MatchString(s):
		return s + "-" + mark
	case len(s) > maxSlug:
		return strings.TrimRight(s[:maxSlug-len(mark)-1], "-") + "-" + mark
	}
	return s
}

// media is the address of a file beside an article, named as the article
// writes it; ok is false where the name leaves content/.
func media(articlePath, name string) (addr string, ok bool) {
	if u, err := url.PathUnescape(name); err == nil {
		name = u
	}
	p := path.Join(path.Dir(articlePath), name)
	rest, ok := strings.CutPrefix(p, "content/")
	if !ok {
		return "", false
	}
	return (&url.URL{Path: "media/" + rest}).EscapedPath(), true
}

// Resolve is a link or picture of an article as the page of that article
// writes it: whole URLs and fragments stay, a root-absolute path gets the
// base path, a neighbouring file its place below media/, and a neighbouring
// article its page, which pages maps from path to address.
func (a address) Resolve(articlePath, ref string, pages map[string]string) string {
	u, err := url.Parse(ref)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" {
		return ref
	}
	tail := ""
	if i := strings.IndexAny(ref, "?#"); i >= 0 {
		tail = ref[i:]
	}
	if rest, ok := strings.CutPrefix(u.EscapedPath(), "/"); ok {
		return a.link(rest) + tail
	}
	if addr, ok := pages[path.Join(path.Dir(articlePath), u.Path)]; ok {
		return a.link(addr) + tail
	}
	if addr, ok := media(articlePath, u.EscapedPath()); ok {
		return a.link(addr) + tail
	}
	return ref
}
