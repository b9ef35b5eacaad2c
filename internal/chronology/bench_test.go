package chronology

import (
	"fmt"
	"iter"
	"math/rand"
	"slices"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/event"
)

// manyMentions are n mentions of some n/3 events over ten years.
func manyMentions(n int) []*event.Mention { return slices.Collect(madeUp(n, 3650)) }

// madeUp are n mentions of some n/3 events over so many days.
func madeUp(n, days int) iter.Seq[*event.Mention] {
	return func(yield func(*event.Mention) bool) {
		r := rand.New(rand.NewSource(1))
		people := make([]string, 60)
		for i := range people {
			people[i] = fmt.Sprintf("Person Name%c%c", 'a'+i%26, 'a'+i/26)
		}
		vocabulary := make([]string, 3000)
		for i := range vocabulary {
			vocabulary[i] = fmt.Sprintf("w%c%c%cord", 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26)
		}
		types := []string{"meeting", "call", "statement", "sanction", "deal", "threat"}
		start, _ := calendar.Parse("2015-01-01")
		for id := 0; id < n; {
			day := calendar.Civil(start.First() + r.Intn(days))
			actors := []string{people[r.Intn(6)], people[r.Intn(60)]}
			topic := make([]string, 12)
			for j := range topic {
				topic[j] = vocabulary[r.Intn(len(vocabulary))]
			}
			kind := types[r.Intn(len(types))]
			for k := range 3 {
				date := day
				if k == 1 {
					date = day.In([]calendar.Grain{calendar.Day, calendar.Week, calendar.Month, calendar.Year}[r.Intn(4)])
				}
				quote := fmt.Sprintf("%s and %s did %s", actors[0], actors[1], kind)
				for _, w := range topic {
					if r.Intn(3) > 0 {
						quote += " " + w
					}
				}
				if !yield(&event.Mention{Doc: fmt.Sprint("d", id/10), ID: fmt.Sprint("m", id%10+1), DCT: "2025-01-01", Date: date.String(),
					Precision: calendar.Of(date).Precision(), DateBasis: "sentence", SentenceStart: id % 10 * 500, SentenceEnd: id%10*500 + len(quote),
					Quote: quote, Trigger: event.Trigger{Text: kind}, Headline: "Headline of " + topic[0], Actors: actors, Type: kind, Status: "happened", Importance: 2}) {
					return
				}
				id++
			}
		}
	}
}
