package server

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/alexedwards/scs/v2"

	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/problem"
)

// This file finds out on whose behalf a call of the portal is made: by the session cookie, which only browsers have, so
// that calls of other sites are kept out as well.

// portalDocument is the name of the API of people; its calls have no sandbox.
const portalDocument = "portal"

// Names of the session's cookie. Over HTTPS the name itself binds the cookie to this host (RFC 6265bis, section 4.1.3.2);
// browsers refuse such a name without HTTPS.
const (
	secureCookie = "__Host-session"
	plainCookie  = "session"
)

// Keys of what a session holds.
const (
	sessionPerson  = "person"
	sessionEra     = "era"
	sessionStarted = "started"
)

// people is what the server needs for calls of people.
type people struct {
	portal        *portal.Service
	secure, plain *scs.SessionManager
	origins       *http.CrossOriginProtection
}

// newPeople prepares calls of people; nil without a portal.
func newPeople(p *portal.Service) *people {
	if p == nil {
		return nil
	}
	manager := func(cookie string, secure bool) *scs.SessionManager {
		m := scs.New()
		m.Store = p.Sessions()
		m.HashTokenInStore = true
		m.Cookie.Name, m.Cookie.Secure, m.Cookie.Persist = cookie, secure, false
		m.ErrorFunc = nil // its middleware is not used
		return m
	}
	return &people{portal: p, secure: manager(secureCookie, true), plain: manager(plainCookie, false), origins: http.NewCrossOriginProtection()}
}

// sessions gives the manager of the cookies that are used where the caller sees the server.
func (k *call) sessions() *scs.SessionManager {
	if scheme, _ := k.server.origin(k.gin.Request); scheme == "https" {
		return k.server.people.secure
	}
	return k.server.people.plain
}

// actor gives on whose behalf a call of the portal is made: nobody's where the operation needs no session and the call
// has none.
func (k *call) actor() portal.Actor { return k.who }

// portal gives the developer portal; nil where the server has none.
func (k *call) portal() *portal.Service {
	if k.server.people == nil {
		return nil
	}
	return k.server.people.portal
}

// enterPortal finds out who calls the portal. It is false after a refusal, which it answers.
func (k *call) enterPortal() bool {
	if k.server.people == nil {
		k.fail(problem.NotFound, "This server has no portal.")
		return false
	}
	k.who = portal.Actor{Address: k.address(), RequestID: k.id}
	k.gin.Writer.Header()["Cache-Control"] = []string{"no-store"}
	if !k.sameOrigin() {
		k.fail(problem.CrossOriginRefused, "A call that changes something must come from the portal's own pages.")
		return false
	}
	r := k.gin.Request
	sessions, public := k.sessions(), k.public()
	cookie, _ := r.Cookie(sessions.Cookie.Name)
	if cookie == nil && !public {
		// Without any cookie it is for the contract's check to say what is needed.
		if _, err := r.Cookie(secureCookie); err == nil {
			return k.ended()
		}
		if _, err := r.Cookie(plainCookie); err == nil {
			return k.ended()
		}
	}
	token := ""
	if cookie != nil && len(cookie.Value) <= maxSessionToken {
		token = cookie.Value
	}
	ctx, err := sessions.Load(r.Context(), token)
	if err != nil {
		k.declined(err)
		return false
	}
	k.gin.Request = r.WithContext(ctx)
	if cookie == nil {
		return true
	}
	found, err := k.recognise(ctx, sessions)
	switch refusal := (*portal.Refusal)(nil); {
	case err != nil && !errors.As(err, &refusal):
		k.declined(err)
		return false
	case !found && !public:
		return k.ended()
	case found && !k.changesOwn():
		if err := k.who.MayChange(); err != nil {
			k.declined(err)
			return false
		}
	}
	return true
}

// maxSessionToken is longer than any identifier of a session.
const maxSessionToken = 128

// recognise notes whose the session is that was loaded; found is false when it is nobody's.
func (k *call) recognise(ctx context.Context, sessions *scs.SessionManager) (found bool, err error) {
	of := portal.SessionOf{
		Person: sessions.GetString(ctx, sessionPerson), Era: sessions.GetInt64(ctx, sessionEra),
		Started: time.UnixMicro(sessions.GetInt64(ctx, sessionStarted)).UTC(),
	}
	if of.Person == "" {
		return false, nil
	}
	who, err := k.server.people.portal.Recognise(ctx, of)
	if err != nil {
		return false, err
	}
	who.Address, who.RequestID = k.who.Address, k.who.RequestID
	k.who = who
	return true, nil
}

// ended answers that the session is over. It is false.
func (k *call) ended() bool {
	k.fail(problem.SessionEnded, "The session has ended. Sign in again.")
	return false
}

// public tells whether the operation needs no session.
func (k *call) public() bool { return len(k.route.op.Security) == 0 }

// changesOwn tells whether people of a suspended organisation may do the operation: it changes nothing, or only what is
// the person's own.
func (k *call) changesOwn() bool {
	op := k.route.op
	return op.Method == http.MethodGet || k.public() || ownAffairs[op.ID]
}

// ownAffairs are the operations by which people change what is their own.
var ownAffairs = map[string]bool{"updateProfile": true, "changePassword": true, "requestEmailChange": true, "joinOrganisation": true}

// sameOrigin tells whether a call that changes something comes from our own pages, or from no browser at all.
func (k *call) sameOrigin() bool {
	r := *k.gin.Request
	_, r.Host = k.server.origin(&r)
	return k.server.people.origins.Check(&r) == nil
}

// address is the client's, by which attempts are limited. Behind a proxy it is the last that X-Forwarded-For names, which
// is the one that the proxy has seen itself.
func (k *call) address() string {
	r := k.gin.Request
	if k.server.behindProxy {
		if given := last(r.Header.Values("X-Forwarded-For")); given != "" && net.ParseIP(given) != nil {
			return given
		}
	}
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

// last gives the last of the comma-separated values of a header.
func last(values []string) string {
	if len(values) == 0 {
		return ""
	}
	value := values[len(values)-1]
	return strings.TrimSpace(value[strings.LastIndexByte(value, ',')+1:])
}
