package article

import (
	"strings"
	"sync"

	"golang.org/x/net/html"

	"github.com/dateline-ssg/dateline/internal/source"
)

const (
	maxPage   = 8 << 20 // bytes of a saved page, which may carry its styles and scripts
	maxTokens = 400_000
	maxOpen   = 500 // elements in one another
)

// pageWords is any/page.txt: the words of each kind, and their order.
var pageWords = sync.OnceValue(func() map[string][]string {
	b, err := rules.ReadFile("any/page.txt")
	if err != nil {
		panic(err)
	}
	out := map[string][]string{}
	for line := range strings.Lines(string(b)) {
		if kind, list, ok := strings.Cut(line, ": "); ok && line[0] != '#' {
			out[kind] = strings.Fields(list)
		}
	}
	return out
})

// pageSet is pageWords for asking.
var pageSet = sync.OnceValue(func() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for kind, list := range pageWords() {
		out[kind] = map[string]bool{}
		for _, w := range list {
			out[kind][w] = true
		}
	}
	return out
})

func isPage(kind, word string) bool { return pageSet()[kind][word] }

// node is an element or a text of a page, with its place in the file.
type node struct {
	tag    string // "" for text
	attr   map[string]string
	nodes  []*node
	parent *node
	source.Span
	size int  // bytes of the main content in it
	main bool // much of the main content is in it, whatever its class says
}

// page reads the file as HTML into a tree that keeps its places. The parser
// of golang.org/x/net/html gives none, so its tokenizer is used: the raw
// lengths of the tokens add up to offsets. Markup without end tags is closed
// as browsers do for the elements that matter to text.
func (r *reader) page() *node {
	z := html.NewTokenizer(strings.NewReader(string(r.Bytes[r.start:])))
	root := &node{tag: "#root", Span: source.Span{Start: r.start, End: len(r.Bytes)}}
	open := &stack{root, 0, map[string]int{}}
	at, count := r.start, 0
	for {
		kind := z.Next()
		raw := z.Raw()
		s := source.Span{Start: at, End: at + len(raw)}
		at = s.End
		if kind == html.ErrorToken {
			return root
		}
		if count++; count > maxTokens {
			r.fail(s, "a page of more elements than an article has", "save the article alone")
			return nil
		}
		switch kind {
		case html.TextToken:
			open.nodes = append(open.nodes, &node{parent: open.node, Span: s})
		case html.StartTagToken, html.SelfClosingTagToken:
			n := element(z, s)
			open.start(n.tag)
			n.parent = open.node
			open.nodes = append(open.nodes, n)
			if isPage("void", n.tag) || kind == html.SelfClosingTagToken && isPage("raw", n.tag) {
				continue
			}
			if open.push(n); open.depth > maxOpen {
				r.fail(s, "elements nested more than 500 deep", "save the article alone, or as text")
				return nil
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			open.end(string(name), s.End)
		case html.CommentToken:
			if root.attr == nil {
				root.attr = map[string]string{}
			}
			if c := string(raw); root.attr["saved"] == "" {
				root.attr["saved"] = savedFrom(c)
			}
		}
	}
}

// element is the tag that z is at, with the first value of each attribute.
func element(z *html.Tokenizer, s source.Span) *node {
	n := &node{Span: s}
	name, more := z.TagName()
	n.tag = string(name)
	for more {
		var key, val []byte
		key, val, more = z.TagAttr()
		if n.attr == nil {
			n.attr = map[string]string{}
		}
		if _, twice := n.attr[string(key)]; !twice {
			n.attr[string(key)] = string(val)
		}
	}
	return n
}

// savedFrom is the address in the comment that browsers write into pages they
// save: <!-- saved from url=(0030)https://… -->.
func savedFrom(comment string) string {
	_, after, ok := strings.Cut(comment, "saved from url=(")
	if !ok {
		return ""
	}
	_, url, _ := strings.Cut(after, ")")
	url, _, _ = strings.Cut(strings.TrimSuffix(url, "-->"), " ")
	return strings.TrimSpace(url)
}

// siblings are the tags that a start tag closes when they are open, and the
// tags beyond which it does not look.
var siblings = map[string]struct{ closes, within string }{
	"li": {"li", "ul ol menu"}, "dt": {"dt dd", "dl"}, "dd": {"dt dd", "dl"},
	"tr": {"tr td th", "table"}, "td": {"td th", "tr table"}, "th": {"td th", "tr table"},
	"tbody": {"thead tbody tr td th", "table"}, "option": {"option", "select"}, "a": {"a", "p div li td"},
}

// stack is the elements that are open: the innermost, their number, and how
// many there are of each name.
type stack struct {
	*node
	depth int
	names map[string]int
}

func (s *stack) push(n *node) {
	s.node = n
	s.depth++
	s.names[n.tag]++
}

// pop closes up to and including n, which is open.
func (s *stack) pop(n *node) {
	for {
		last := s.node
		s.node = last.parent
		s.depth--
		s.names[last.tag]--
		if last == n {
			return
		}
	}
}

// start closes what a start tag ends without saying so.
func (s *stack) start(tag string) {
	rule, ok := siblings[tag]
	switch {
	case ok:
	case isPage("block", tag):
		rule.closes = "p"
	default:
		return
	}
	for n, up := s.node, 0; n.parent != nil && up < 12; n, up = n.parent, up+1 {
		if contains(rule.within, n.tag) {
			return
		}
		if contains(rule.closes, n.tag) {
			s.pop(n)
			return
		}
		if rule.closes == "p" && isPage("block", n.tag) {
			return
		}
	}
}

// end closes the nearest open element of that name, if there is one. The end
// of an inline element closes no block.
func (s *stack) end(tag string, at int) {
	if s.names[tag] == 0 {
		return
	}
	for n := s.node; n.parent != nil; n = n.parent {
		if n.tag == tag {
			n.End = at
			s.pop(n)
			return
		}
		if isPage("block", n.tag) && (tag == "p" || !isPage("block", tag)) {
			return
		}
	}
}

func contains(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if w == word {
			return true
		}
	}
	return false
}

// walk calls f for n and all below it, until f says not to go down.
func (n *node) walk(f func(*node) bool) {
	if !f(n) {
		return
	}
	for _, c := range n.nodes {
		c.walk(f)
	}
}

// dropped reports whether n is no part of an article: by its tag, its role,
// or, unless much of the main content is in it, the words of its class and id.
func (n *node) dropped() bool {
	if n.tag == "" {
		return false
	}
	return n.apart() || !n.main && n.classed()
}

// apart reports whether the page itself says that n is no part of its text.
func (n *node) apart() bool {
	if isPage("drop", n.tag) || isPage("role", n.attr["role"]) || n.attr["aria-hidden"] == "true" {
		return true
	}
	_, hidden := n.attr["hidden"]
	return hidden || strings.Contains(strings.ReplaceAll(n.attr["style"], " ", ""), "display:none")
}

// classed reports whether a word of n's class or id is one of furniture.
func (n *node) classed() bool {
	if n.tag == "body" || n.tag == "html" || n.tag == "article" || n.tag == "main" {
		return false
	}
	for w := range strings.FieldsFuncSeq(strings.ToLower(n.attr["class"]+" "+n.attr["id"]), func(c rune) bool { return c == ' ' || c == '-' || c == '_' || c == ':' }) {
		if isPage("class", w) {
			return true
		}
	}
	return false
}
