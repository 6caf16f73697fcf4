package server

import (
	"net/http"
	"net/url"
	"strconv"
	"time"

	oauthapi "github.com/sandbank/sandbank/gen/oauth"
	"github.com/sandbank/sandbank/internal/gate"
	"github.com/sandbank/sandbank/internal/oauth"
	"github.com/sandbank/sandbank/internal/problem"
)

// failureTakes is how long the answer to a client that has not proved itself takes at least, so that nothing can be learnt
// from the time.
const failureTakes = 200 * time.Millisecond

// proven finds the application that has proved itself with HTTP Basic, whatever it may do. It is false after a refusal,
// which it answers.
func (k *call) proven() (*gate.Client, url.Values, bool) {
	form, ok := k.parameters()
	if !ok {
		return nil, nil, false
	}
	if form.Has("client_secret") {
		k.oauthError(http.StatusBadRequest, oauthapi.OAuthErrorCodeInvalidRequest, "The client secret belongs into HTTP Basic alone.")
		return nil, nil, false
	}
	id, secret := formDecoded(k.request.BasicUser), formDecoded(k.request.BasicPassword)
	who := k.address() + " " + shorten(id, maxKey)
	if wait := k.server.unproven.wait(who, k.start); wait > 0 {
		k.gin.Writer.Header()["Retry-After"] = []string{strconv.Itoa(int((wait + time.Second - 1) / time.Second))}
		k.fail(problem.TooManyAttempts, "Too many attempts have failed; wait as long as Retry-After says.")
		return nil, nil, false
	}
	client, err := k.server.gate.Find(k.gin.Request.Context(), id)
	if err != nil {
		k.unreadable(err)
		return nil, nil, false
	}
	proved := k.server.gate.Prove(client, secret)
	if proved {
		refusal := k.server.gate.Standing(client)
		proved = refusal == nil || refusal.Code != keyInvalid
	}
	if key := k.gin.Request.Header["X-Api-Key"]; len(key) > 0 && key[0] != id {
		proved = false
	}
	if given := form.Get("client_id"); given != "" && given != id {
		proved = false
	}
	if proved {
		k.client = client
		return client, form, true
	}
	k.server.unproven.failed(who, k.start)
	if spent := k.server.clock().Sub(k.start); spent < failureTakes && !k.hold(failureTakes-spent) {
		return nil, nil, false
	}
	k.oauthError(http.StatusUnauthorized, oauthapi.OAuthErrorCodeInvalidClient, "The client is unknown or has not proved itself.")
	return nil, nil, false
}

// formDecoded undoes the encoding in which RFC 6749, section 2.3.1, has credentials before Basic's own; a text that is not
// so encoded stays as it is.
func formDecoded(s string) string {
	if plain, err := url.QueryUnescape(s); err == nil {
		return plain
	}
	return s
}

// ownToken finds the token that a request is about, with the time by the clock of its sandbox: nil unless it was issued
// to the application that asks, is not revoked, and its application is enabled. ok is false after a refusal, which it
// answers.
func (k *call) ownToken() (t *oauth.Token, now time.Time, ok bool) {
	client, form, ok := k.proven()
	if !ok {
		return nil, now, false
	}
	text := form.Get("token")
	if text == "" {
		k.oauthError(http.StatusBadRequest, oauthapi.OAuthErrorCodeInvalidRequest, "The parameter token is missing.")
		return nil, now, false
	}
	if !k.countOAuth(client) {
		return nil, now, false
	}
	t, err := k.tokenOf(client, text)
	if err != nil {
		k.unreadable(err)
		return nil, now, false
	}
	if k.server.gate.Standing(client) != nil {
		t = nil
	}
	box, err := k.server.sandboxes.Open(k.gin.Request.Context(), client.Application)
	if err != nil {
		k.failed(err)
		return nil, now, false
	}
	return t, box.Now(), true
}

// tokenOf gives the token of a text that was issued to a client's application with credentials that still work; nil when
// it is none. It is not asked whether it has expired.
func (k *call) tokenOf(client *gate.Client, text string) (*oauth.Token, error) {
	ctx, s := k.gin.Request.Context(), k.server
	edition, err := s.gate.Edition(ctx)
	if err != nil {
		return nil, err
	}
	t, err := s.tokens.Read(ctx, text, edition)
	if err != nil || t == nil {
		return nil, err
	}
	holder := client
	if t.Client != client.ID {
		if holder, err = s.gate.Find(ctx, t.Client); err != nil {
			return nil, err
		}
	}
	if holder == nil || holder.Application != client.Application {
		return nil, nil
	}
	if refusal := s.gate.Standing(holder); refusal != nil && refusal.Code == keyInvalid {
		return nil, nil
	}
	return t, nil
}
