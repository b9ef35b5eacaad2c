package site

import (
	"bytes"
	"cmp"
	"encoding/json"
	"html"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/theme"
)

// embedded is how many events the page for frames shows of itself.
const embedded = 5

// embeds plans the page for frames, and the parts in which its script finds
// what an address asks for ("embed/?actor=xi-jinping&n=10"). A part is a year,
// or a month of a year with many events, or a day of such a month. It is a script and no data file,
// because a frame in a sandbox has no origin, and so may load scripts from its
// own host, but no other file unless the host says so.
func (p *planner) embeds(front sum) {
	var names []string
	for _, y := range p.years {
		for _, part := range parts(y) {
			names = append(names, part.span())
			x := p.index
			p.drawn(embedPart(part.id), "the part "+part.id, newKey(p.seed, "embed-part").str(part.id).entries(part.entries).ranks(part.entries).hex(),
				func() ([]byte, error) { return x.embedPart(part) })
			p.pages[len(p.pages)-1].Beside = file(cmp.Or(part.addr, y.addr))
		}
	}
	p.add("embed/", "embed.html", newKey(front, "embed").str(names...).entries(foremost(p.told(), Newest, embedded)), func() any { return p.embed(names) })
}

func embedPart(id string) string { return "embed/parts/" + id + ".js" }

// parts are a year, or its months where it is a crowded one, or of a crowded month its
// days: who asks for five events is not to load thousands, nor a build to write them again
// for one that is new. What has no month stands in the part of the year. The newest comes
// first, as text compares: "2025-03" is more than "2025".
func parts(y *stretch) []*stretch {
	if len(y.entries) <= fewEnough {
		return []*stretch{y}
	}
	var out []*stretch
	for _, m := range slices.Backward(y.months) {
		out = append(out, days(m)...)
	}
	rest := &stretch{id: y.id, when: y.when}
	for _, e := range y.entries {
		if _, ok := e.inMonth(); !ok {
			rest.entries = append(rest.entries, e)
		}
	}
	if len(rest.entries) > 0 {
		out = append(out, rest)
	}
	return out
}

// days are a month, or its days where it is a crowded one. What is known to the month alone
// stands in the part of the month, which comes after them, as its events do.
func days(m *stretch) []*stretch {
	if len(m.entries) <= fewEnough {
		return []*stretch{m}
	}
	var out []*stretch
	rest := &stretch{id: m.id, when: m.when}
	of := map[calendar.Date]*stretch{}
	for _, e := range m.entries {
		if e.rough > 0 {
			rest.entries = append(rest.entries, e)
			continue
		}
		day := of[e.begins]
		if day == nil {
			day = &stretch{id: e.begins.String(), when: e.begins}
			of[e.begins], out = day, append(out, day)
		}
		day.entries = append(day.entries, e)
	}
	slices.SortFunc(out, func(a, b *stretch) int { return b.when.Compare(a.when) })
	if len(rest.entries) > 0 {
		out = append(out, rest)
	}
	return out
}

// span is the name of a part, and behind a slash the day on which the last of
// its events is over, if that lies after it: who asks for events from January
// on wants one that began in December as well.
func (part *stretch) span() string {
	last := 0
	for _, e := range part.entries {
		if e.when.Known() && (last == 0 || e.last > last) {
			last = e.last
		}
	}
	if !part.when.Known() || last <= part.when.Last() {
		return part.id
	}
	return part.id + "/" + calendar.Civil(last).String()
}

// framed is an event as the script of the page for frames chooses it: by
// its first and last day, by slugs and by kind, and puts it in order.
type framed struct {
	From   string   `json:"from"`
	To     string   `json:"to"`
	Actors []string `json:"actors"`
	Type   string   `json:"type"`
	Family string   `json:"family"`
	Place  int      `json:"place"` // in the part, the oldest first
	Rank   float64  `json:"rank"`
	Card   string   `json:"card"`
}

func (x *index) embedPart(part *stretch) ([]byte, error) {
	b := bytes.NewBuffer(theme.Room())
	b.WriteString("dateline(" + `"` + part.id + `",`)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false) // no page holds it, and a third of it were escapes
	between := byte('[')
	place := make([]int, len(part.entries)) // of each entry, the oldest first
	for at, i := range places(part.entries, Oldest) {
		place[i] = at
	}
	for _, i := range places(part.entries, Newest) {
		e := part.entries[i]
		if e.scheduled {
			continue
		}
		card, err := x.card(e)
		if err != nil {
			return nil, err
		}
		f := framed{Type: e.leaf.slug, Family: Family(e.ev.Type), Place: place[i], Rank: e.ev.Rank, Card: string(card), Actors: []string{}}
		if e.when.Known() {
			f.From, f.To = e.begins.String(), calendar.Civil(e.last).String()
		}
		for _, t := range e.actors {
			f.Actors = append(f.Actors, t.slug)
		}
		b.WriteByte(between)
		if err := enc.Encode(f); err != nil {
			return nil, err
		}
		b.Truncate(b.Len() - len("\n"))
		between = ','
	}
	if between == '[' {
		b.WriteByte('[')
	}
	b.WriteString("]\n)\n")
	return b.Bytes(), nil
}

func (x *index) embed(parts []string) *EmbedPage {
	v := &EmbedPage{Frame: x.frame("embed", "embed/", x.site.Title)}
	// The same events as on the front page, which search engines are to show.
	v.Canonical = x.addr.canonical("")
	v.Index = v.Canonical != ""
	told := x.told()
	for _, e := range foremost(told, Newest, embedded) {
		v.Events = append(v.Events, Item{x: x, e: e})
	}
	// The script may show any event, and so needs the marks of all.
	v.Rails = x.rails(told)
	v.Parts, v.From = strings.Join(parts, " "), strings.TrimSuffix(x.addr.link(embedPart("")), ".js")
	v.All = Ref{Name: x.count("embed.all", len(x.entries)), URL: x.addr.full(""), Count: len(x.entries)}
	return v
}

// helpPage says how to embed, with everything filled in.
func (x *index) helpPage() *HelpPage {
	v := &HelpPage{Frame: x.frame("help", "embed/help/", x.dates.say("embed.help"), x.nav("data"))}
	title := html.EscapeString(x.site.Title)
	v.OEmbed = x.addr.full("")
	v.Quote = x.snippet(x.site.Title, "")
	ask := ` n="5"`
	if len(x.lanes) > 0 {
		ask += ` actor="` + x.lanes[0].slug + `"`
	}
	v.Element = `<script async src="` + x.addr.full("embed.js") + `"></script>` + "\n" +
		`<dateline-timeline src="` + html.EscapeString(x.addr.full("")) + `"` + ask + `></dateline-timeline>`
	v.Plain = `<iframe src="` + html.EscapeString(x.addr.full("embed/")) + `" title="` + title + `" width="600" height="600" loading="lazy"` +
		` sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" referrerpolicy="strict-origin-when-cross-origin"></iframe>`
	v.Live = x.addr.link("embed/")
	for _, t := range x.actors.busiest(maxAsked) {
		v.Actors = append(v.Actors, Choice{Key: t.slug, Name: t.name, Count: len(t.entries)})
	}
	v.Kinds = x.kindChoices()
	for _, key := range []string{"n", "actor", "type", "from", "order", "by", "theme"} {
		v.Asks = append(v.Asks, Word{x.askExample(key), x.dates.say("embed.ask-" + key)})
	}
	for _, host := range []string{"wordpress", "ghost", "hugo", "jekyll", "strip"} {
		v.Hosts = append(v.Hosts, Word{x.dates.say("embed.host-" + host), x.dates.say("embed.host-" + host + "-how")})
	}
	return v
}

// maxAsked is how many actors the form offers that fills the snippets in.
const maxAsked = 60

// kindChoices are the families and kinds that occur.
func (x *index) kindChoices() []KindChoice {
	var out []KindChoice
	for _, family := range Families {
		k := KindChoice{Choice: Choice{Key: family, Name: x.words.Or("family."+family, family)}}
		for _, t := range x.types.sorted {
			if Family(t.name) == family {
				k.Types = append(k.Types, Choice{Key: t.slug, Name: x.termName(t), Count: len(t.entries)})
				k.Count += len(t.entries)
			}
		}
		if k.Count > 0 {
			out = append(out, k)
		}
	}
	return out
}

// asked is what the form of the help page depends on.
func (x *index) asked() []string {
	var out []string
	for _, t := range append(x.actors.busiest(maxAsked), x.types.sorted...) {
		out = append(out, t.slug, t.name)
	}
	return out
}

// askExample is a piece of an address that the page for frames understands.
func (x *index) askExample(key string) string {
	value := map[string]string{"n": "10", "type": "sanctions", "from": "2025-02&to=2025-06", "order": "oldest", "by": "rank", "theme": "dark"}[key]
	if key == "actor" && len(x.filters) > 0 {
		value = x.filters[0].slug
	}
	return key + "=" + value
}
