package sentence_test

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

func TestFamiliar(t *testing.T) {
	const (
		english = "The ministers of the two states met in Lima on Monday and agreed that the port would be opened to ships of both flags. It was the first time that they had met since the war, and none of those who were in the hall said what it had cost them to come."
		german  = "Die Minister der beiden Staaten trafen sich am Montag in Lima und einigten sich darauf, den Hafen für Schiffe unter beiden Flaggen zu öffnen. Es war ihr erstes Treffen seit dem Krieg, und niemand von denen, die im Saal saßen, sagte, was es gekostet hatte zu kommen."
		chinese = "两国部长星期一在利马会晤，同意向悬挂两国国旗的船只开放港口。这是战后他们第一次会晤。"
		names   = "Ana Ruiz, Lima. Luis Vega, Callao. Rosa Luna, Tacna. Chile meets Peru in Lima. Peru recalls envoy. Chile shuts the port. Peru signs the pact with Chile. Ana Ruiz resigns. Luis Vega wins the vote in Callao. Rosa Luna visits Tacna. Port of Arica is reopened by Chile."
	)
	for _, c := range []struct {
		text, code string
		want       bool
	}{
		{english, "en", true}, {english, "en-GB", true}, {german, "en", false}, {names, "en", true},
		{german, "de", true}, {german, "", false}, {english, "", true}, {"Guten Tag", "en", true}, {english, "ru", false}, {chinese + chinese, "en", false},
	} {
		text := sentence.Split([]sentence.Piece{{Text: c.text}}, sentence.For("en"))
		if got := sentence.Familiar([]*sentence.Text{text}, c.code); got != c.want {
			t.Errorf("%.30q may be %q: %v", c.text, c.code, got)
		}
	}
}
