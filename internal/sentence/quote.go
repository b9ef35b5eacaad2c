package sentence

import "strings"

// maxQuote bounds the words of one quotation: one that is longer was never
// closed.
const maxQuote = 1500

// quotes pairs quotation marks. An opening mark that is not closed before the
// next one of its level, or before the end of the block, runs to the end of
// the block (a quotation that goes on in the next paragraph).
func quotes(ws []Word) []Extent {
	var out []Extent
	double := false
	for i := 0; i < len(ws); i++ {
		double = double || ws[i].Kind == Close && !isSingle(ws[i].Text)
		if ws[i].Kind != Open || isSingle(ws[i].Text) {
			continue
		}
		depth, j := 0, i
		for ; j < len(ws) && j-i < maxQuote; j++ {
			if isSingle(ws[j].Text) {
				continue
			}
			if ws[j].Kind == Open {
				depth++
			} else if ws[j].Kind == Close {
				if depth--; depth == 0 {
					break
				}
			}
		}
		if depth > 0 { // unbalanced: close at the first closing mark
			for j = i + 1; j < len(ws) && j-i < maxQuote && ws[j].Kind != Close; j++ {
			}
		}
		out = append(out, Extent{i, min(j+1, len(ws))})
		i = j
	}
	if len(out) == 0 && !double {
		return singles(ws)
	}
	return out
}

// singles pairs single quotation marks, which are the outer ones where a text
// has no others. A mark after a letter closes unless it is the apostrophe of a
// plural, which a later mark of the same sentence shows.
func singles(ws []Word) []Extent {
	var out []Extent
	for i := 0; i < len(ws); i++ {
		if ws[i].Text != "‘" {
			continue
		}
		end := -1
		for j := i + 1; j < len(ws) && j-i < maxQuote && ws[j].Text != "‘"; j++ {
			if ws[j].Text != "’" || ws[j].Space || j+1 < len(ws) && !ws[j+1].Space && ws[j+1].Kind != Punct {
				continue
			}
			end = j
			if !strings.HasSuffix(ws[j-1].Text, "s") {
				break
			}
		}
		if end > 0 {
			out = append(out, Extent{i, end + 1})
			i = end
		}
	}
	return out
}

func isSingle(mark string) bool { return mark == "‘" || mark == "‹" || mark == "›" }

// periods joins the sentences that a quotation runs through.
func periods(sentences, quotes []Extent) []Extent {
	if len(quotes) == 0 {
		return sentences
	}
	out := make([]Extent, 0, len(sentences))
	q := 0
	for i := 0; i < len(sentences); {
		p := sentences[i]
		for i++; i < len(sentences); i++ {
			for q < len(quotes) && quotes[q].To <= p.To {
				q++
			}
			if q == len(quotes) || quotes[q].From >= p.To {
				break
			}
			p.To = sentences[i].To
		}
		out = append(out, p)
	}
	return out
}
