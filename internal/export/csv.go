package export

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
)

// columns are the table's. The first nine are those of a hand-made table of
// events, so that what is exported can be read in again.
var columns = []string{
	"date", "headline", "type", "actors", "places", "status", "source", "url", "text",
	"id", "mod", "precision", "confidence", "importance", "author", "published", "sources", "page",
}

// writeCSV writes one event a row: the telling that stands for it, and how
// many others there are. Lists are separated by semicolons.
func writeCSV(c *chronicle) ([]byte, error) {
	rows := [][]string{columns}
	for _, e := range c.in.Events {
		r := c.record(e)
		var m Mention
		if len(r.Mentions) > 0 {
			m = r.Mentions[0]
		}
		outlets := map[string]bool{}
		for _, m := range r.Mentions {
			outlets[m.Source] = true
		}
		rows = append(rows, []string{
			r.Date, r.Headline, r.Type, strings.Join(r.Actors, ";"), strings.Join(r.Places, ";"), r.Status, m.Source, m.Link, m.Quote,
			r.ID, r.Mod, r.Precision, r.Confidence, strconv.Itoa(r.Importance), m.Author, m.Date, strconv.Itoa(len(outlets)), r.URL,
		})
	}
	return table(rows)
}

// table writes rows as CSV. A cell that a spreadsheet would run as a formula
// gets an apostrophe before it, by which spreadsheets know a text.
func table(rows [][]string) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	for _, row := range rows {
		for i, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				if _, err := strconv.Atoi(cell); err != nil {
					row[i] = "'" + cell
				}
			}
		}
		if err := w.Write(row); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}
