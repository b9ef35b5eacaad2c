package preview

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"syscall"
	"time"
)

// wellFormed is an error where an address has no port.
func wellFormed(addr string) error {
	_, port, err := net.SplitHostPort(addr)
	if n, numErr := strconv.Atoi(port); err != nil || numErr != nil || n < 0 || n > 65535 {
		return fmt.Errorf("--addr: %q is no address with a port; write one such as 127.0.0.1:1313", addr)
	}
	return nil
}

// Listen opens the address of the options. Without a host it is this
// machine's own, 127.0.0.1, so that the site is shown to nobody else; with
// port 0 the system chooses one, which Addr of the listener tells.
func (s *Server) Listen() (net.Listener, error) {
	host, port, err := net.SplitHostPort(s.addr)
	if err != nil {
		return nil, err // New has looked at it
	}
	if host == "" {
		host = "127.0.0.1"
	}
	l, err := net.Listen("tcp", net.JoinHostPort(host, port))
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("port %s is in use: %w; choose another with --addr %s, or any free one with --addr %s",
			port, syscall.EADDRINUSE, net.JoinHostPort(host, nextPort(port)), net.JoinHostPort(host, "0"))
	}
	if err != nil {
		return nil, fmt.Errorf("cannot listen at %s: %w; choose another address with --addr", s.addr, err)
	}
	if s.editing != nil && !loopback(l.Addr()) {
		l.Close()
		return nil, fmt.Errorf("--edit: %s stands for %s, which other machines can reach; leave --addr out", s.addr, l.Addr())
	}
	return l, nil
}

func nextPort(port string) string {
	n, _ := strconv.Atoi(port)
	return strconv.Itoa(n%65535 + 1)
}

// URL is where a browser finds the site that is served at l.
func (s *Server) URL(l net.Listener) string {
	host, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		return l.Addr().String()
	}
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port) + s.base
}

// Serve answers at l until ctx is done, then ends the open streams, waits a
// moment for the requests that are under way, and returns nil.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	server := &http.Server{Handler: s, ReadHeaderTimeout: 5 * time.Second, IdleTimeout: time.Minute}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(l) }()
	select {
	case err := <-ended:
		return fmt.Errorf("the preview ended: %w", err)
	case <-ctx.Done():
	}
	s.hub.close()
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer cancel()
	if server.Shutdown(last) != nil {
		server.Close()
	}
	return nil
}
