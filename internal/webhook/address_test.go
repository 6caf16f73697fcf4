package webhook_test

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"

	"golang.org/x/net/dns/dnsmessage"

	"github.com/sandbank/sandbank/internal/webhook"
)

func TestAddressesOutsideThePublicInternetAreForbidden(t *testing.T) {
	for _, c := range []struct {
		class     string
		private   bool // allowed when private addresses are
		addresses []string
	}{
		{"loopback", true, []string{"127.0.0.1", "127.255.255.254", "::1", "::ffff:127.0.0.1"}},
		{"private", true, []string{"10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "::ffff:10.1.2.3", "fec0::1"}},
		{"shared", true, []string{"100.64.0.1", "100.127.255.255", "::ffff:100.64.0.1"}},
		{"unique-local", true, []string{"fc00::1", "fdff::1"}},
		{"link-local", false, []string{"169.254.0.1", "169.254.169.254", "fe80::1", "fe80::1%eth0", "febf::1", "::ffff:169.254.169.254"}},
		{"metadata", false, []string{"100.100.100.200", "168.63.129.16", "fd00:ec2::254"}},
		{"multicast", false, []string{"224.0.0.1", "239.255.255.255", "ff02::1"}},
		{"unspecified", false, []string{"0.0.0.0", "0.1.2.3", "::", "::ffff:0.0.0.0"}},
		{"translated", false, []string{"64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::a00:1"}},
		{"tunnelled", false, []string{"2002:7f00:1::", "2002:a00:1::1", "2001:0:a00:1::1", "2001::1"}},
		{"reserved", false, []string{
			"192.0.0.192", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "240.0.0.1", "255.255.255.255", "192.88.99.1",
			"2001:db8::1", "2001:20::1", "3fff::1", "::127.0.0.1", "::a00:1", "100::1", "5f00::1", "4000::1",
		}},
	} {
		for _, text := range c.addresses {
			a := netip.MustParseAddr(text)
			var forbidden *webhook.ForbiddenError
			if err := webhook.Forbidden(a, false); !errors.As(err, &forbidden) || forbidden.Class != c.class {
				t.Errorf("%s: %v, want it to be %s", text, err, c.class)
			}
			if err := webhook.Forbidden(a, true); (err == nil) != c.private {
				t.Errorf("%s where private addresses are allowed: %v", text, err)
			}
		}
	}
	for _, text := range []string{"8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.1", "100.63.255.255", "100.128.0.1", "11.0.0.1", "::ffff:8.8.8.8", "2606:4700::1111", "2a00:1450::1"} {
		if err := webhook.Forbidden(netip.MustParseAddr(text), false); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
	if webhook.Forbidden(netip.Addr{}, true) == nil {
		t.Error("no address at all is allowed")
	}
}

func TestURLsThatAreNoPlaceForCallbacksAreRefused(t *testing.T) {
	for url, reason := range map[string]string{
		"ftp://example.com/":                        `the address begins with "ftp:"`,
		"file:///etc/passwd":                        `the address begins with "file:"`,
		"gopher://example.com/":                     `the address begins with "gopher:"`,
		"//example.com/":                            `the address begins with ":"`,
		"example.com/hook":                          `the address begins with ":"`,
		"http://user:word@example.com/":             "the address holds a user",
		"http://user@example.com/":                  "the address holds a user",
		"http:///path":                              "the address has no host",
		"http://:80/":                               "the address has no host",
		"http://example.com:0/":                     `the port "0"`,
		"http://example.com:65536/":                 `the port "65536"`,
		"http://example.com:22/":                    "the port 22",
		"http://example.com:6667/":                  "the port 6667",
		"http://example.com/\r\nX: y":               "characters that no address has",
		"http://example.com\\@127.0.0.1/":           "characters that no address has",
		"http://exa mple.com/":                      "characters that no address has",
		"http://example.com/" + string(rune(0x7f)):  "characters that no address has",
		"http://%zz/":                               "cannot be read",
		"http://127.0.0.1/":                         "loopback",
		"https://[::1]:8443/":                       "loopback",
		"http://[::ffff:10.0.0.1]/":                 "private",
		"http://169.254.169.254/latest/meta-data/":  "link-local",
		"http://[fe80::1%25eth0]/":                  "link-local",
		"http://[64:ff9b::7f00:1]/":                 "translated",
		"http://" + strings.Repeat("a", 2048) + "/": "longer than 2048",
	} {
		if err := webhook.CheckURL(url, false); err == nil || !strings.Contains(err.Error(), reason) {
			t.Errorf("%q: %v, want %q", url, err, reason)
		}
	}
	for _, url := range []string{"http://example.com/", "https://example.com/a?b=c#d", "http://example.com:8080/", "https://example.com:443", "http://8.8.8.8/", "HTTP://EXAMPLE.COM/"} {
		if err := webhook.CheckURL(url, false); err != nil {
			t.Errorf("%q: %v", url, err)
		}
	}
	for _, url := range []string{"http://127.0.0.1:81/", "http://localhost:22/", "http://10.0.0.1/"} {
		if err := webhook.CheckURL(url, true); err != nil {
			t.Errorf("%q where private addresses are allowed: %v", url, err)
		}
	}
}

// resolver answers every question for an IPv4 address over real DNS, with another address each time.
func resolver(t *testing.T, asked *atomic.Int32, answers ...string) *net.Resolver {
	t.Helper()
	socket, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { socket.Close() })
	go func() {
		buffer := make([]byte, 1500)
		for {
			n, from, err := socket.ReadFrom(buffer)
			if err != nil {
				return // closed
			}
			var m dnsmessage.Message
			if m.Unpack(buffer[:n]) != nil || len(m.Questions) != 1 {
				continue
			}
			m.Response, m.Authoritative = true, true
			m.Additionals = nil
			if q := m.Questions[0]; q.Type == dnsmessage.TypeA {
				i := min(int(asked.Add(1)), len(answers)) - 1
				m.Answers = []dnsmessage.Resource{{
					Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class, TTL: 0},
					Body:   &dnsmessage.AResource{A: netip.MustParseAddr(answers[i]).As4()},
				}}
			}
			out, err := m.Pack()
			if err != nil {
				continue
			}
			if _, err := socket.WriteTo(out, from); err != nil {
				return
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", socket.LocalAddr().String())
	}}
}

func TestANameThatLeadsToAForbiddenAddressIsRefusedWhenDialled(t *testing.T) {
	var hits, asked atomic.Int32
	target := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { hits.Add(1) }))
	t.Cleanup(target.Close)
	_, port, err := net.SplitHostPort(target.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	s := newRig(t, func(o *webhook.Options) {
		o.AllowPrivate, o.Resolver = false, resolver(t, &asked, "127.0.0.1")
	})
	s.Send(context.Background(), "demo", callback("http://inside.test:"+port+"/", `{}`))
	s.drain(t)
	d := s.Deliveries("demo")[0]
	if hits.Load() != 0 || d.Status != webhook.Failed || d.Error != "callbacks are not sent to loopback addresses" || len(d.Attempts) != 1 {
		t.Errorf("%d hits, %+v", hits.Load(), d)
	}
	if asked.Load() == 0 {
		t.Error("the name was never resolved, so nothing was tried")
	}
}

func TestANameThatChangesWhereItLeadsIsRefusedAgainAtEachDial(t *testing.T) {
	var hits, asked atomic.Int32
	target := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		hits.Add(1)
		w.WriteHeader(http.StatusInternalServerError)
	}))
	target.Config.SetKeepAlivesEnabled(false) // each attempt dials
	t.Cleanup(target.Close)
	_, port, err := net.SplitHostPort(target.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	// The name first leads to where callbacks may go, then to a metadata service.
	s := newRig(t, func(o *webhook.Options) { o.Resolver = resolver(t, &asked, "127.0.0.1", "169.254.169.254") })
	s.Send(context.Background(), "demo", callback("http://rebinding.test:"+port+"/", `{}`))
	s.drain(t)
	d := s.Deliveries("demo")[0]
	if hits.Load() != 1 || len(d.Attempts) != 2 || d.Attempts[0].Code != 500 || d.Error != "callbacks are not sent to link-local addresses" {
		t.Errorf("%d hits, %+v", hits.Load(), d)
	}
}

func TestProxiesOfTheEnvironmentAreNotUsed(t *testing.T) {
	var hits atomic.Int32
	proxy := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { hits.Add(1) }))
	t.Cleanup(proxy.Close)
	t.Setenv("HTTP_PROXY", proxy.URL)
	t.Setenv("http_proxy", proxy.URL)
	var asked atomic.Int32
	s := newRig(t, func(o *webhook.Options) {
		o.AllowPrivate, o.Resolver = false, resolver(t, &asked, "10.0.0.1")
	})
	s.Send(context.Background(), "demo", callback("http://inside.test/", `{}`))
	s.drain(t)
	if d := s.Deliveries("demo")[0]; hits.Load() != 0 || !strings.Contains(d.Error, "private") {
		t.Errorf("%d hits at the proxy, %+v", hits.Load(), d)
	}
}
