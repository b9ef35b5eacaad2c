package sentence

// Parts are t in texts of not many more than most words each, cut between
// periods; t itself where it is short enough. What reads a text may cost the
// square of its length, and a page without paragraphs is one text.
func (t *Text) Parts(most int) []*Text {
	if len(t.Words) <= most {
		return []*Text{t}
	}
	var out []*Text
	var e Extent
	for i, p := range t.Periods {
		e.To = p.To
		if i == len(t.Periods)-1 || t.Periods[i+1].To-e.From > most {
			out = append(out, t.part(e))
			e.From = e.To
		}
	}
	return out
}

// part is the text of whole periods. A quotation lies in one period.
func (t *Text) part(e Extent) *Text {
	within := func(list []Extent) []Extent {
		var out []Extent
		for _, x := range list {
			if e.Contains(x) {
				out = append(out, Extent{x.From - e.From, x.To - e.From})
			}
		}
		return out
	}
	return &Text{t.Words[e.From:e.To], within(t.Sentences), within(t.Periods), within(t.Quotes)}
}
