package source

import "strings"

// Failure is an error of the author's that leaves nothing to publish: a wrong
// configuration, a broken template, two pages at one address. It has at least
// one diagnostic, and each has level Error. Every other error is the
// machine's.
type Failure struct {
	Diagnostics []Diagnostic
}

// Error is the diagnostics, one a line.
func (f *Failure) Error() string {
	lines := make([]string, len(f.Diagnostics))
	for i, d := range f.Diagnostics {
		lines[i] = d.String()
	}
	return strings.Join(lines, "\n")
}
