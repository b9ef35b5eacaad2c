package preview

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"strings"

	"github.com/dateline-ssg/dateline/internal/edit"
	"github.com/dateline-ssg/dateline/internal/source"
)

// Editing is what the editing mode works on. Its functions are called from
// several goroutines; a *source.Failure is shown to the editor as what they
// can mend.
type Editing struct {
	// Words are what the buttons and the dialog say, by the keys of a theme's
	// strings: those below editing, status and type, and "language", the code
	// of the language they are in.
	Words func() map[string]string
	// Look is the card of an event, false if there is no such event.
	Look func(id string) (edit.Card, bool)
	// Log is what has been decided.
	Log func() (Log, error)
	// Decide tries decisions, writes them, and shows the new tree.
	Decide func([]edit.Decision) error
	// Undo takes back an entry, if the file still has it at this place, and
	// shows the new tree.
	Undo func(Taken) error
}

// Log is what has been decided, as the page shows it.
type Log struct {
	Entries  []Logged `json:"entries"`  // in the order of the file
	Problems []string `json:"problems"` // of edits.toml
	Pinned   []string `json:"pinned"`   // ids of events
}

// Logged is one entry of edits.toml.
type Logged struct {
	Event string `json:"event"` // its id, or words of its sentence
	ID    string `json:"id"`    // its id, "" where it is not shown
	Name  string `json:"name"`  // its headline, "" where it is not shown
	Says  string `json:"says"`
}

// Taken names the entry to be taken back: its number from 0, and what it says,
// so that no other one is taken where the file has changed. The last one is
// meant by a number below 0.
type Taken struct {
	Number int    `json:"number"`
	Event  string `json:"event"`
	Says   string `json:"says"`
}

// editPath is below the base path where the editing mode is answered.
const editPath = "_edit/"

// tokenHeader is the header in which the preview's own pages send their token.
// No page of another origin can read the token, nor send such a header without
// being refused beforehand.
const tokenHeader = "Dateline-Edit"

// maxDecision bounds what the editing mode reads of a request.
const maxDecision = 1 << 16

// newToken is one that nobody can guess.
func newToken() string { return rand.Text() }

// loopbackOnly is an error where an address is not of this machine alone: who
// reaches an editing preview can write to the site's folder.
func loopbackOnly(addr string) error {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil // Listen says what is wrong with it
	}
	ip, err := netip.ParseAddr(host)
	if host == "" || strings.EqualFold(host, "localhost") || err == nil && ip.IsLoopback() {
		return nil
	}
	return fmt.Errorf("--edit: %s can be reached from other machines, which could then write to the site; leave --addr out, or write 127.0.0.1:1313", addr)
}

// loopback reports whether a listener is of this machine alone: the name
// localhost may stand for anything.
func loopback(a net.Addr) bool {
	tcp, ok := a.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}

// unauthorised says why a request is not from a page of this preview, "" if it
// is.
func (s *Server) unauthorised(r *http.Request) string {
	if why := foreignOrigin(r); why != "" {
		return why
	}
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" && site != "same-origin" {
		return "this is for the preview's own pages only"
	}
	if subtle.ConstantTimeCompare([]byte(r.Header.Get(tokenHeader)), []byte(s.token)) != 1 {
		return "this needs the token of the page; reload it"
	}
	return ""
}

// serveEdit answers the editing mode's script: GET log, GET event?id=ID, POST
// decide and POST undo.
func (s *Server) serveEdit(w http.ResponseWriter, r *http.Request, what string) {
	if why := s.unauthorised(r); why != "" {
		http.Error(w, why, http.StatusForbidden)
		return
	}
	method := http.MethodGet
	if what == "decide" || what == "undo" {
		method = http.MethodPost
	}
	if r.Method != method {
		w.Header().Set("Allow", method)
		http.Error(w, "ask with "+method, http.StatusMethodNotAllowed)
		return
	}
	switch what {
	case "log":
		log, err := s.editing.Log()
		reply(w, log, err)
	case "event":
		card, ok := s.editing.Look(r.URL.Query().Get("id"))
		if !ok {
			http.NotFound(w, r)
			return
		}
		reply(w, card, nil)
	case "decide":
		var ds []edit.Decision
		if receive(w, r, &ds) {
			reply(w, struct{}{}, s.editing.Decide(ds))
		}
	case "undo":
		var t Taken
		if receive(w, r, &t) {
			reply(w, struct{}{}, s.editing.Undo(t))
		}
	default:
		http.NotFound(w, r)
	}
}

// receive reads what the page sends, or answers that it cannot be read.
func receive(w http.ResponseWriter, r *http.Request, to any) bool {
	b, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxDecision))
	if err == nil {
		err = json.Unmarshal(b, to)
	}
	if err != nil {
		http.Error(w, "this cannot be read", http.StatusBadRequest)
	}
	return err == nil
}

// reply answers with v, or with what the editor can mend.
func reply(w http.ResponseWriter, v any, err error) {
	status := http.StatusOK
	var f *source.Failure
	switch {
	case errors.As(err, &f) && len(f.Diagnostics) > 0:
		status, v = http.StatusUnprocessableEntity, map[string]string{"problem": f.Diagnostics[0].String()}
	case err != nil:
		status, v = http.StatusInternalServerError, map[string]string{"problem": err.Error()}
	}
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // lists of texts can always be written
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	w.Write(b)
}
