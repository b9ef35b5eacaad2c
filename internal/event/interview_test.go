package event

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestInterview: the year that an interviewer asks for is that of the answers, until he asks
// for another or for today; a question that names none asks on.
func TestInterview(t *testing.T) {
	dct, _ := calendar.ParseDate("2022-11-05")
	text := `The mayor Ana Ruiz spoke to us in Lima.

Q: The mill closed in 1998. What did you do?

A: In June I wrote to the owner. On 3 July the court rejected our suit.

Q: And then the strike came?

A: Yes. Peru banned all strikes on 9 August.

Q: You became mayor in 2010.

A: In May the council elected me. Ten days later I closed the port.

Q: And today?

A: In October Peru sued the city.`
	tells(t, "interview", text, dct, []string{
		"1998-07-03 The court rejects the suit",
		"1998-08-09 Peru bans all strikes",
		"2010-05 Ana Ruiz closes the port",
		"2022-10 Peru sues the city",
		"not 2022-07-03", "not 2022-08-09", "not 2022-05",
	})
	dct, _ = calendar.ParseDate("2015-03-01")
	text = `ELA BOND: Your firm was sold in 2001?

JON AAS: It was. In March the bank stopped the credit. Norway opened an inquiry on 4 April.

ELA BOND: You left in 2003.

JON AAS: In February the board dismissed the director.`
	tells(t, "names", text, dct, []string{"2001-04-04 Norway opens an inquiry", "2003-02 The board dismisses the director"})
}
