package event

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestMessages: the words of a message within another, forwarded below a head or quoted
// behind marks, count from the day on which it was written.
func TestMessages(t *testing.T) {
	dct, _ := calendar.ParseDate("2016-10-06")
	for _, c := range []struct {
		text string
		want []string
	}{
		{`See below. The Chilean ambassador left Lima yesterday.

---------- Forwarded message ---------
From: Joan Smith <joan@example.org>
Date: Tue, 4 Oct 2016 at 18:02
Subject: Re: the embassy

Peru expelled the envoy of Chile this morning.

On Mon, 3 Oct 2016 at 11:30, Tom Baker
<tom@example.org> wrote:
> Police searched the embassy last night. The Peruvian foreign minister
> apologised today.
>
> On Sun, 2 Oct 2016 at 08:00, Joan Smith wrote:
> > Protesters surrounded the embassy on Saturday.
>
> Chile recalled its consul yesterday.
`, []string{"2016-10-05 The Chilean ambassador leaves Lima", "2016-10-04 Peru expels the envoy of Chile", "2016-10-02 Police search the embassy",
			"2016-10-03 The Peruvian foreign minister apologises", "2016-10-01 Protesters surround the embassy", "2016-10-02 Chile recalls its consul"}},
		{`Yes, I saw it.

-----Original Message-----
From: Joan Smith
Sent: 12 September 2016 10:04
To: Tom Baker
Subject: the port

Peru closed the port of Callao on Friday. Chile protested in May.
`, []string{"2016-09-09 Peru closes the port of Callao", "2016-05 Chile protests"}},
		{`Peru named these on Wednesday:
> Chile closed its embassy on Tuesday.
`, []string{"2016-10-04 Chile closes its embassy"}},
	} {
		tells(t, c.text, c.text, dct, c.want)
	}
}
