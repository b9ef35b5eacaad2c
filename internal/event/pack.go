package event

import "strings"

// pack lays the texts of a document's mentions into one, and their lists into one list.
// Mentions live as long as a build does: of each the collector would find ten small things,
// and in a small thing as much room that nobody needs.
func pack(ms []Mention) {
	size, names := 0, 0
	for i := range ms {
		for _, t := range ms[i].texts() {
			size += len(*t)
		}
		if ms[i].Text != ms[i].Quote {
			size += len(ms[i].Text)
		}
		for _, list := range ms[i].lists() {
			names += len(*list)
			for _, s := range *list {
				size += len(s)
			}
		}
	}
	p := packed{names: make([]string, 0, names)}
	p.Grow(size)
	for i := range ms {
		p.pack(&ms[i])
	}
}

// packed is the texts and the lists of mentions.
type packed struct {
	strings.Builder
	names []string
}

func (p *packed) pack(m *Mention) {
	asRead := m.Text == m.Quote
	for _, t := range m.texts() {
		*t = p.keep(*t)
	}
	if asRead {
		m.Text = m.Quote
	} else {
		m.Text = p.keep(m.Text)
	}
	for _, list := range m.lists() {
		if *list == nil {
			continue
		}
		from := len(p.names)
		for _, s := range *list {
			p.names = append(p.names, p.keep(s))
		}
		*list = p.names[from:len(p.names):len(p.names)]
	}
}

// keep is s, which is written behind what was written before.
func (p *packed) keep(s string) string {
	from := p.Len()
	p.WriteString(s)
	return p.String()[from:]
}

// texts are those that a mention has for itself, but for Text, which mostly is Quote.
func (m *Mention) texts() [6]*string {
	return [...]*string{&m.ID, &m.Date, &m.Quote, &m.Trigger.Text, &m.Headline, &m.Attribution}
}

func (m *Mention) lists() [5]*[]string {
	return [...]*[]string{&m.Actors, &m.Agents, &m.Targets, &m.Places, &m.StatusCues}
}
