package site

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strings"
)

// fewMapped is how many addresses one sitemap may hold, by sitemaps.org.
const fewMapped = 50_000

// sitemap plans the list of all pages that search engines may list. Above
// fewMapped addresses sitemap.xml lists other lists.
func (p *planner) sitemap() {
	var addrs []string
	for _, page := range p.pages {
		addr, ok := strings.CutSuffix(page.Path, "index.html")
		if ok && !p.unlisted[addr] {
			addrs = append(addrs, addr)
		}
	}
	slices.Sort(addrs)
	for path, list := range sitemaps(addrs, fewMapped) {
		root, entry := "urlset", "url"
		if path == sitemapPath && len(addrs) > fewMapped {
			root, entry = "sitemapindex", "sitemap"
		}
		k := newKey(p.seed, path).str(root).str(list...)
		a := p.addr
		p.raw(path, path, k.hex(), func() ([]byte, error) { return a.sitemap(root, entry, list) })
	}
}

const sitemapPath = "sitemap.xml"

// sitemaps are the addresses that each file of the sitemap lists: one file of
// all, or the first lists the others.
func sitemaps(addrs []string, few int) map[string][]string {
	if len(addrs) <= few {
		return map[string][]string{sitemapPath: addrs}
	}
	out := map[string][]string{}
	for part := range slices.Chunk(addrs, few) {
		path := "sitemap-" + itoa(len(out)+1) + ".xml"
		out[path] = part
	}
	var parts []string
	for i := range len(out) {
		parts = append(parts, "sitemap-"+itoa(i+1)+".xml")
	}
	out[sitemapPath] = parts
	return out
}

// sitemap is one such file.
func (a address) sitemap(root, entry string, addrs []string) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(xml.Header + "<" + root + ` xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for _, addr := range addrs {
		b.WriteString("<" + entry + "><loc>")
		if err := xml.EscapeText(&b, []byte(a.full(addr))); err != nil {
			return nil, err
		}
		b.WriteString("</loc></" + entry + ">\n")
	}
	b.WriteString("</" + root + ">\n")
	return b.Bytes(), nil
}
