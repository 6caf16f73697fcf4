package server_test

import (
	"bufio"
	"context"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/webhook"
)

// misshapen are bodies that no operation takes.
var misshapen = map[string]string{
	"of more than 1 MiB":        `{"name":"` + strings.Repeat("a", 1<<20) + `"}`,
	"of 100,000 lists in lists": strings.Repeat("[", 100_000),
	"of closed lists in lists":  strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000),
	"of objects in objects":     strings.Repeat(`{"name":`, 50_000) + "1" + strings.Repeat("}", 50_000),
	"with a name twice":         `{"name":"a","name":"b"}`,
	"with more after its end":   `{}{}`,
	"that is no UTF-8":          "{\"name\":\"\xff\xc0\xaf\"}",
	"with half a character":     `{"name":"\ud800"}`,
	"with a number of no size":  `{"name":1e999999999}`,
	"that is null":              `null`,
	"that ends early":           `{"name":"a`,
}

// TestBodiesThatAreTooLargeTooDeepOrNoneAreRefused sends them to every operation that takes a body, as the one who may
// call it.
func TestBodiesThatAreTooLargeTooDeepOrNoneAreRefused(t *testing.T) {
	a := newAttacks(newDeployment(t))
	before, token := a.dump(), a.token(a.pair)
	for _, op := range slices.Concat(portalDocument().Operations, controlDocument().Operations) {
		a.misshape(op, token)
	}
	after := a.dump()
	delete(before, "getQuotaStatus") // which counts the token
	unchanged(t, before, after)
	for _, op := range slices.Concat(bankOperations(), oauthDocument().Operations) {
		a.misshape(op, token)
		a.set(a.now.Load().Add(time.Second)) // so that no limit of a second is met
	}
}

// misshape sends misshapen bodies to an operation.
func (a *attacks) misshape(op *contract.Operation, token string) {
	a.t.Helper()
	if op.Body == nil {
		return
	}
	for what, body := range misshapen {
		if body == "null" && !op.Body.Required {
			continue // it says the same as no body
		}
		r := a.attackRequest(op, body, nil)
		a.rightful(op, r, token)
		w := a.do(r)
		if w.Code < 400 || w.Code >= 500 || len(body) > 1<<20 && w.Code != http.StatusRequestEntityTooLarge {
			a.t.Errorf("%s with a body %s: status %d with %.300s", op.ID, what, w.Code, w.Body)
		}
		a.holds(op, "a body "+what, r, w, "")
	}
}

// TestPagesOfOtherSitesChangeNothing calls every operation of the portal that changes something by the session of the one
// who may, as a page of another site would have the browser do it, and as a form that needs nobody's leave.
func TestPagesOfOtherSitesChangeNothing(t *testing.T) {
	a := newAttacks(newDeployment(t))
	before := a.dump()
	for _, op := range portalDocument().Operations {
		if op.Method == http.MethodGet {
			continue
		}
		body := exampleBody(t, op)
		for _, pairs := range [][2]string{{"Origin", "https://evil.example"}, {"Origin", "null"}, {"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}} {
			r := a.attackRequest(op, body, nil)
			a.rightful(op, r, "")
			r.Header.Set(pairs[0], pairs[1])
			problemOf(t, a.do(r), http.StatusForbidden, "CROSS_ORIGIN_REFUSED")
		}
		for _, simple := range []string{"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"} {
			r := a.attackRequest(op, body, nil)
			if a.rightful(op, r, ""); op.Body == nil {
				continue
			}
			r.Header.Set("Content-Type", simple)
			problemOf(t, a.do(r), http.StatusUnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE")
		}
	}
	unchanged(t, before, a.dump())
}

// TestOddPathsLeadNowhere asks for paths that other servers have taken for something else.
func TestOddPathsLeadNowhere(t *testing.T) {
	a := newAttacks(newDeployment(t))
	for _, path := range []string{
		"//evil.example/portal/v1/me", "/\\evil.example", "/portal/v1//me", "/portal/v1/me/", "/portal/v1/./me", "/portal/v1/x/../me", "/portal/v1/%2e%2e/v1/me",
		"/portal/v1/applications/" + a.shop + "%2Fcredentials", "/portal/v1/applications/..%2f..%2fbank%2fsettings", "/portal/v1/applications/%00", "/PORTAL/V1/ME",
		"/portal/v1/applications/" + strings.Repeat("a", 100_000), "/portal/v1/" + strings.Repeat("../", 1000) + "etc/passwd", "/portal/v1/me;a=b", "/portal/v1/bank/../me",
		"/docs/..%2f..%2fetc%2fpasswd", "/openapi/../../etc/passwd", "/sandbox/v1/journal/..%2f..", "/portal/v1/me%3Fa=b", "/portal/v1/me%23", "/.git/config", "/debug/pprof/",
	} {
		for _, who := range []string{zoe, nobody} {
			r, err := http.ReadRequest(bufio.NewReader(strings.NewReader("GET " + path + " HTTP/1.1\r\nHost: example.com\r\n\r\n")))
			if err != nil {
				t.Fatalf("%.100s never reaches the server: %v", path, err)
			}
			if v := a.person(who); v.cookie != nil {
				r.AddCookie(v.cookie)
			}
			w := a.do(r)
			if w.Code < 400 || w.Code >= 500 || w.Header().Get("Location") != "" {
				t.Errorf("%.100s by %q: status %d, %v with %.300s", path, who, w.Code, w.Header(), w.Body)
			}
			a.showsNothing(who, path, "", w.Body.String())
		}
	}
}

// TestPagesCannotBeFramedOrRead looks at every page that a browser shows, and at answers with what is somebody's.
func TestPagesCannotBeFramedOrRead(t *testing.T) {
	a := newAttacks(newDeployment(t))
	pages := 0
	for _, path := range []string{"/", "/docs", "/docs/", "/docs/portal", "/docs/oauth", "/docs/sandbox", "/docs/deposits", "/openapi/portal.json", "/clients"} {
		w := a.do(httptest.NewRequest(http.MethodGet, path, nil))
		if w.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s may be sniffed", path)
		}
		if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			continue
		}
		pages++
		if policy := w.Header().Get("Content-Security-Policy"); !strings.Contains(policy, "frame-ancestors 'none'") || !strings.Contains(policy, "default-src 'none'") || !strings.Contains(policy, "script-src 'self' 'sha256-") && strings.Contains(policy, "script-src") {
			t.Errorf("%s has the policy %q", path, policy)
		}
	}
	if pages < 4 {
		t.Errorf("only %d pages were looked at", pages)
	}
	for _, path := range []string{"/me", "/session", "/applications", "/applications/" + a.shop + "/credentials", "/applications/" + a.shop + "/webhook"} {
		w := a.call(asha, "GET "+path, nil, "Origin", "https://evil.example")
		for name := range w.Header() {
			if strings.HasPrefix(name, "Access-Control-") {
				t.Errorf("%s may be read by other sites: %s", path, name)
			}
		}
		if got := w.Header().Get("Cache-Control"); w.Code != 200 || !strings.Contains(got, "no-store") {
			t.Errorf("%s: status %d, Cache-Control %q: what is somebody's is kept by browsers and proxies", path, w.Code, got)
		}
	}
}

// TestMailsLeadToTheBankWhateverHostIsAskedFor sends the mails with links by requests that name another host.
func TestMailsLeadToTheBankWhateverHostIsAskedFor(t *testing.T) {
	b := openBranch(t)
	evil := []string{"X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https", "Forwarded", "host=evil.example"}
	for _, c := range [][2]string{{"/registrations", registration("asha", "Acme")}, {"/registrations/activation-mail", `{"account":"asha"}`}} {
		r := httptest.NewRequest(http.MethodPost, "http://evil.example/portal/v1"+c[0], strings.NewReader(c[1]))
		r.Header.Set("Content-Type", "application/json")
		for i := 0; i < len(evil); i += 2 {
			r.Header.Set(evil[i], evil[i+1])
		}
		if w := b.do(r); w.Code != 202 {
			t.Fatalf("status %d with %s", w.Code, w.Body)
		}
	}
	letters := b.letters("asha@people.example")
	for _, l := range letters {
		if strings.Contains(l.Text, "evil") || !strings.Contains(l.Text, "https://portal.example/") {
			t.Errorf("the mail leads elsewhere: %s", l.Text)
		}
	}
	if len(letters) != 2 {
		t.Errorf("%d mails", len(letters))
	}
}

// inside are addresses that no application may have the bank call.
var inside = []string{
	"http://127.0.0.1/", "http://localhost.:25/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://0.0.0.0/", "http://10.1.2.3/",
	"http://169.254.169.254/latest/meta-data/", "http://[fe80::1]/", "http://[64:ff9b::a9fe:a9fe]/", "http://[2002:7f00:1::]/", "http://192.168.1.1/", "http://172.16.0.1/",
	"http://100.64.0.1/", "file:///etc/passwd", "gopher://example.com/", "http://user@example.com/", "http://example.com:22/",
}

// TestNoWebhookReachesTheInside gives addresses of the inside to applications, and has names that lead there and receivers
// that lead on to it called.
func TestNoWebhookReachesTheInside(t *testing.T) {
	checked := branchOptions{portal: func(o *portal.Options) {
		o.CheckAddress = func(address string) error { return webhook.CheckURL(address, false) }
	}}
	p := programmeIn(openBranch(t, checked))
	shop := p.enabled("Shop", "webhookUrl", "https://rebinding.example/hooks")
	path := "/applications/" + shop.text("id")
	for _, address := range inside {
		for what, body := range map[string]object{
			"POST /applications": newApplication("Inside", "webhookUrl", address), "PUT " + path: newApplication("Inside", "webhookUrl", address, "agreements", nil, "apis", nil),
		} {
			w := p.call(ravi, what, body, "If-Match", "*")
			if w.Code != 422 && w.Code != 400 || !strings.Contains(w.Body.String(), "/webhookUrl") {
				t.Errorf("%s with %s: status %d with %s", what, address, w.Code, w.Body)
			}
		}
	}
	c, err := webhook.NewCourier(webhook.CourierOptions{Depot: p.portal, Clock: func() time.Time { return *p.now.Load() }, Logger: slog.New(slog.DiscardHandler),
		Resolver: leadingTo(t, "169.254.169.254")})
	if err != nil {
		t.Fatal(err)
	}
	if tried, err := c.Deliver(t.Context()); err != nil || tried != 1 {
		t.Fatalf("%d were tried, %v", tried, err)
	}
	d := p.ask(ravi, "GET "+path+"/deliveries", nil, 200).list("deliveries")[0]
	if d.text("state") != "failed" || !strings.Contains(d.list("attempts")[0].text("failure"), "link-local") {
		t.Errorf("a name that leads to the inside: %v", d)
	}
	hit := false
	target := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { hit = true }))
	t.Cleanup(target.Close)
	on := httptest.NewServer(http.RedirectHandler(target.URL, http.StatusTemporaryRedirect))
	t.Cleanup(on.Close)
	r := newTold(t, on.URL)
	r.delivers(1)
	if d := r.deliveries("")[0]; hit || d.list("attempts")[0].number("status") != http.StatusTemporaryRedirect {
		t.Errorf("a receiver that leads on: %v", d)
	}
}

// leadingTo resolves every name to an address.
func leadingTo(t *testing.T, address string) *net.Resolver {
	t.Helper()
	socket, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { socket.Close() })
	go answerNames(socket, netip.MustParseAddr(address))
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", socket.LocalAddr().String())
	}}
}

// answerNames answers every question for an IPv4 address until the socket is closed.
func answerNames(socket net.PacketConn, address netip.Addr) {
	buffer := make([]byte, 1500)
	for {
		n, from, err := socket.ReadFrom(buffer)
		if err != nil {
			return
		}
		var m dnsmessage.Message
		if m.Unpack(buffer[:n]) != nil || len(m.Questions) != 1 {
			continue
		}
		m.Response, m.Authoritative, m.Additionals = true, true, nil
		if q := m.Questions[0]; q.Type == dnsmessage.TypeA {
			m.Answers = []dnsmessage.Resource{{Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class}, Body: &dnsmessage.AResource{A: address.As4()}}}
		}
		if out, err := m.Pack(); err == nil {
			if _, err := socket.WriteTo(out, from); err != nil {
				return
			}
		}
	}
}
