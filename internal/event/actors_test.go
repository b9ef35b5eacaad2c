package event

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestWho: who takes part, and not whom his office only belongs to; the state where
// something is done by force, and not the one where people meet.
func TestWho(t *testing.T) {
	dct, _ := calendar.ParseDate("2025-06-12")
	for _, c := range []struct{ text, trigger, want string }{
		{"Russian troops crossed into Georgia on Tuesday.", "crossed into", "Georgia|Russia"},
		{"Two drones hit a depot in Odesa on Tuesday.", "hit", "Ukraine"},
		{"Modi and Macron met in Rome on Tuesday.", "met", "Emmanuel Macron|Narendra Modi"},
		{"His Peruvian counterpart, Ana Ruiz, closed the mine on Tuesday.", "closed", "Ana Ruiz"},
		{"Ana Ruiz, the envoy to Peru, closed the mine on Tuesday.", "closed", "Ana Ruiz"},
		{"The speaker of the Duma, Ana Ruiz, closed the session on Tuesday.", "closed", "Ana Ruiz"},
		{"Eni’s chief executive, Ana Ruiz, sold the mine on Tuesday.", "sold", "Ana Ruiz|Eni"},
		{"Macron won in May. His government banned the import of tin on Tuesday.", "banned", "France"},
		{"Macron told his government on Tuesday to ban the import of tin.", "told", "Emmanuel Macron"},
		{"Macron opened the NATO summit in Riga on Tuesday.", "opened", "Emmanuel Macron|NATO"},
		{"Nordhal told its staff on Tuesday that the yard would close.", "told", "Nordhal"},
		{"Chile paid US$100 million to a pro-EU group on Tuesday.", "paid", "Chile"},
		{"A deputy foreign minister of Russia closed the mine on Tuesday.", "closed", "Russia"},
		{"An assistant secretary of state closed the mine on Tuesday.", "closed", ""},
		{"The under secretary of defense met Modi on Tuesday.", "met", "Narendra Modi"},
		{"Chile paid nine million Swiss francs on Tuesday.", "paid", "Chile"},
		{"Chile raised 20 Kuwaiti dinars on Tuesday.", "raised", "Chile"},
		{"Chile signed the Paris climate agreement on Tuesday.", "signed", "Chile"},
		{"Chile rejected the Minsk accords on Tuesday.", "rejected", "Chile"},
		{"Chile signed the Tokyo trade protocol on Tuesday.", "signed", "Chile"},
	} {
		takePart(t, c.text, dct, c.trigger, c.want)
	}
}
