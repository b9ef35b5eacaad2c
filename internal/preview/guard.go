package preview

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"strings"
)

// guard knows by which names the server may be called.
//
// A page anywhere can make a browser ask 127.0.0.1, and can have its own name
// resolve to it; only the Host header tells such a request from the user's.
// So the names of this machine are answered, and the host of the address that
// the user chose.
type guard struct {
	host     string // of the address the user chose, in lower case
	anywhere bool   // the user asked for all addresses of the machine
}

func newGuard(addr string) guard {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return guard{}
	}
	ip, err := netip.ParseAddr(host)
	return guard{host: strings.ToLower(host), anywhere: err == nil && ip.IsUnspecified()}
}

// refuse says why a request is not answered, "" if it is.
func (g guard) refuse(r *http.Request) string {
	host := hostName(r.Host)
	if ip, err := netip.ParseAddr(host); err == nil && (ip.IsLoopback() || g.anywhere) {
		return "" // a name that resolves here is no number, so this is meant
	}
	if host == "localhost" || host != "" && host == g.host {
		return ""
	}
	if own, err := os.Hostname(); g.anywhere && err == nil && strings.EqualFold(own, host) {
		return ""
	}
	return fmt.Sprintf("the preview is not answered under the name %q, since another site could use it to read yours; "+
		"open it as localhost, or bind it to that name with --addr", host)
}

// hostName is the host of a Host header, without port and brackets.
func hostName(header string) string {
	host, _, err := net.SplitHostPort(header)
	if err != nil {
		host = strings.TrimSuffix(strings.TrimPrefix(header, "["), "]")
	}
	return strings.ToLower(host)
}

// foreignOrigin says why a request that a page of another origin made is not
// answered, "" if none did.
func foreignOrigin(r *http.Request) string {
	const why = "this is for the preview's own pages only"
	if r.Header.Get("Sec-Fetch-Site") == "cross-site" {
		return why
	}
	origin := r.Header.Get("Origin")
	if origin == "" {
		return ""
	}
	if u, err := url.Parse(origin); err != nil || !strings.EqualFold(u.Host, r.Host) {
		return why
	}
	return ""
}
