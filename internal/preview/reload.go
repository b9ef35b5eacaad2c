package preview

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// heartbeat is how often a silent stream says that it is alive, so that a
// proxy between does not end it.
const heartbeat = 15 * time.Second

// event tells that a newer state is live.
type event struct {
	revision int
	paths    []string // that changed; empty if only the problems did
}

// hub tells every open stream of each event.
type hub struct {
	mu      sync.Mutex
	streams map[chan event]bool
	closed  bool
}

// open is a channel of the events from now on. It holds the newest one; an
// older one that was not received gives way, its paths added to the newer.
func (h *hub) open() chan event {
	h.mu.Lock()
	defer h.mu.Unlock()
	c := make(chan event, 1)
	if h.closed {
		close(c)
		return c
	}
	if h.streams == nil {
		h.streams = map[chan event]bool{}
	}
	h.streams[c] = true
	return c
}

func (h *hub) leave(c chan event) {
	h.mu.Lock()
	delete(h.streams, c)
	h.mu.Unlock()
}

func (h *hub) tell(e event) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for c := range h.streams {
		told := e
		select {
		case late := <-c:
			told.paths = append(append([]string{}, late.paths...), e.paths...)
		default:
		}
		c <- told
	}
}

// close ends all streams, so that a server can shut down.
func (h *hub) close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.closed = true
	for c := range h.streams {
		close(c)
		delete(h.streams, c)
	}
}

// reload is the stream of server-sent events. A page says which state it was
// drawn from; if a newer one is live already, or the server was started anew
// in between, it is told at once.
func (s *Server) reload(w http.ResponseWriter, r *http.Request) {
	if why := foreignOrigin(r); why != "" {
		http.Error(w, why, http.StatusForbidden)
		return
	}
	if r.Method != http.MethodGet {
		w.Header().Set("Allow", "GET")
		http.Error(w, "a stream can only be read", http.StatusMethodNotAllowed)
		return
	}
	events := s.hub.open()
	defer s.hub.leave(events)
	w.Header().Set("Content-Type", "text/event-stream; charset=utf-8")
	w.Header().Set("X-Accel-Buffering", "no")
	out := http.NewResponseController(w)
	say := func(text string) bool {
		_, err := fmt.Fprint(w, text)
		return err == nil && out.Flush() == nil
	}
	// What is live now is looked at before the stream says that it is open:
	// what comes after that is told by the stream alone.
	now := s.live.Load().revision
	if !say("retry: 500\n: the preview of a site\n\n") {
		return
	}
	if since := r.URL.Query().Get("since"); since != "" && since != fmt.Sprintf("%s-%d", s.start, now) {
		if !say(message(event{now, []string{}})) {
			return
		}
	}
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for ok := true; ok; {
		select {
		case <-r.Context().Done():
			return
		case <-beat.C:
			ok = say(": still here\n\n")
		case e, open := <-events:
			ok = open && say(message(e))
		}
	}
}

func message(e event) string {
	b, err := json.Marshal(e.paths)
	if err != nil {
		panic(err) // a list of texts can always be written
	}
	return fmt.Sprintf("event: reload\ndata: %s\n\n", b)
}
