// Package site lays out the chronology as pages.
//
// What comes in is the finished chronology, the articles and the
// configuration; what goes out is a list of pages, each with an address, a
// key over all that it shows, and a way to draw it. Nothing is drawn here:
// preview draws what a browser asks for, publish what has a new key.
package site

// Page is one file of the output.
type Page struct {
	// Path is where the file lies below public/, slash-separated:
	// "events/2025-02-12-call/index.html".
	Path string
	// Key is a hash in hexadecimal digits over all that the page shows, the
	// templates it is drawn with and the version of the program. Equal path
	// and key mean equal bytes.
	Key string
	// Beside is the path of a page that shows the same events, "" for none: drawn after
	// that one it finds them drawn.
	Beside string
	// Draw makes the file. It is safe to call from several goroutines, and
	// its errors name template, file and line.
	Draw func() ([]byte, error)
	// Release takes back what Draw gave, so that another page is drawn in its
	// room; nil where the bytes have no such room. Nobody has to call it.
	Release func([]byte)
}
