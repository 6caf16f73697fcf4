package server

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/gate"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/internal/token"
)

// This file stands before every call of the bank's APIs, and of the control API, where partners use them: it finds out
// whose key the call carries, whether the application may call this operation now, and counts the call. Every application
// has one sandbox, whatever keys it has.

const keyInvalid = problem.KeyInvalid

// publicSandbox is the sandbox of operations that ask for no key. Ids of applications are UUIDs.
const publicSandbox = "public"

// UsageCounter counts calls for reports. It is safe for concurrent use and must not wait.
type UsageCounter interface {
	Count(at time.Time, organisation, application, api string, status int, took time.Duration)
}

// admit finds out who is calling and lets the call pass, or refuses it. It is false after a refusal, which it answers.
func (k *call) admit() bool {
	control := k.route.op.API.Name == controlAPI
	key := k.gin.Request.Header.Get("X-Api-Key")
	if key == "" {
		return k.admitWithoutKey(control)
	}
	if !k.knows(key) {
		return false
	}
	return control || k.count(k.client) && k.hasServerHash(k.client) && k.hasToken(k.client)
}

// admitImagined is admit for a call of a bank's API that is only explained: it does not count.
func (k *call) admitImagined() bool {
	key := k.gin.Request.Header.Get("X-Api-Key")
	if key == "" {
		return k.admitWithoutKey(false)
	}
	return k.knows(key) && k.hasServerHash(k.client) && k.hasToken(k.client)
}

// knows finds whose key it is and opens the sandbox of that application. It is false after a refusal, which it answers.
func (k *call) knows(key string) bool {
	client, err := k.server.gate.Find(k.gin.Request.Context(), key)
	if err != nil {
		k.unreadable(err)
		return false
	}
	if refusal := k.server.gate.Standing(client); refusal != nil {
		k.refused(refusal)
		return false
	}
	k.client = client
	if !k.enterSandbox(client.Application) {
		return false
	}
	k.world.Caller.App = client.Application
	return true
}

// admitWithoutKey lets calls pass of operations that ask for no key. The contract's check refuses the others, but for the
// control API, whose document lets callers pass without a key where there are no applications.
func (k *call) admitWithoutKey(control bool) bool {
	if control {
		return k.admitPerson()
	}
	if len(k.route.op.Security) > 0 {
		return true
	}
	return k.enterSandbox(publicSandbox)
}

// enterSandbox opens the sandbox of the call. It is false after a failure, which it answers.
func (k *call) enterSandbox(key string) bool {
	box, err := k.server.sandboxes.Open(k.gin.Request.Context(), key)
	if err != nil {
		k.failed(err)
		return false
	}
	k.box = box
	return true
}

// count counts the call and says how the quotas stand. It is false after a refusal, which it answers.
func (k *call) count(client *gate.Client) bool {
	pass, refusal, err := k.server.gate.Count(k.gin.Request.Context(), client, k.route.op.API.Name)
	if err != nil {
		k.unreadable(err)
		return false
	}
	k.limits(&pass)
	if refusal != nil {
		k.refused(refusal)
		return false
	}
	return true
}

// limits says how the caller's quotas stand (draft-ietf-httpapi-ratelimit-headers).
func (k *call) limits(p *gate.Pass) {
	if policy := p.Policy(); policy != "" {
		k.values.policy[0], k.values.limit[0] = policy, p.Limit(k.start)
		h := k.gin.Writer.Header()
		h["Ratelimit-Policy"], h["Ratelimit"] = k.values.policy[:], k.values.limit[:]
	}
}

// refused answers what the gate has refused.
func (k *call) refused(r *gate.Refusal) {
	if r.RetryAfter > 0 {
		k.gin.Writer.Header()["Retry-After"] = []string{strconv.FormatInt(int64((r.RetryAfter+time.Second-1)/time.Second), 10)}
	}
	k.fail(r.Code, r.Detail)
}

// unreadable answers that what the gate judges by cannot be read.
func (k *call) unreadable(err error) {
	if context.Cause(k.gin.Request.Context()) == nil {
		k.log(problem.StorageUnavailable, err.Error())
	}
	k.fail(problem.StorageUnavailable, "Keys and quotas cannot be read at the moment.")
}

// headerServerHash carries a secret that goes with the key where an API asks for one.
const headerServerHash = "Server-Hash"

// hasServerHash refuses a call that has another server hash than the one of the client, where the operation asks for one.
func (k *call) hasServerHash(client *gate.Client) bool {
	for _, alternative := range k.route.op.Security {
		for i := range alternative {
			if c := &alternative[i]; c.Type != "apiKey" || !strings.EqualFold(c.Name, headerServerHash) {
				continue
			}
			if given := k.gin.Request.Header[headerServerHash]; len(given) > 0 && !k.server.gate.ProveHash(client, given[0]) {
				k.fail(keyInvalid, "Authentication credentials were not provided.")
				return false
			}
		}
	}
	return true
}

// hasToken refuses a call whose token is not good for the operation. One without any token is left to the contract's
// check.
func (k *call) hasToken(client *gate.Client) bool {
	authorization := k.gin.Request.Header["Authorization"]
	if len(authorization) == 0 {
		return true
	}
	scheme, text, _ := strings.Cut(authorization[0], " ")
	text = strings.TrimSpace(text)
	if !strings.EqualFold(scheme, "bearer") || text == "" {
		return true
	}
	k.world.Caller.Token = text
	switch kind := tokenNeeded(k.route.op); kind {
	case applicationToken:
		return k.hasAccessToken(client, text)
	case customerToken:
		return k.hasCustomerToken(text)
	}
	return true
}

// hasAccessToken refuses a token that is not the application's own, has expired by its sandbox's clock, or lacks the
// operation's scope.
func (k *call) hasAccessToken(client *gate.Client, text string) bool {
	t, err := k.tokenOf(client, text)
	switch {
	case err != nil:
		k.unreadable(err)
		return false
	case t == nil:
		return k.badToken("The access token is not one of this application, or was revoked.")
	case !t.ValidAt(k.box.Now()):
		return k.badToken("The access token has expired.")
	}
	needed := scopesNeeded(k.route.op)
	for _, scope := range needed {
		if !t.Has(scope) {
			k.gin.Writer.Header()["Www-Authenticate"] = []string{`Bearer error="insufficient_scope", scope="` + strings.Join(needed, " ") + `"`}
			k.fail(problem.ScopeMissing, "The access token lacks the scope "+scope+".")
			return false
		}
	}
	k.world.Caller.Subject, k.world.Caller.Scopes = t.Client, strings.Fields(t.Scope)
	return true
}

// hasCustomerToken refuses a token of a customer that this server has not issued, or that has expired by the sandbox's
// clock. The one of the bank's own examples always passes.
func (k *call) hasCustomerToken(text string) bool {
	claims, verdict := k.server.keys.Read(text, k.start)
	if verdict == token.Foreign {
		if digest(text) == exampleToken {
			return true
		}
		return k.badToken("The token is not one that this bank has issued." + k.exchange())
	}
	// The token was read by the server's clock, and counts by the sandbox's.
	if expires, _ := claims["exp"].(int); k.box.Now().Unix() >= int64(expires) {
		return k.badToken("The token has expired.")
	}
	k.world.Caller.Subject, _ = claims["sub"].(string)
	if scope, ok := claims["scope"].(string); ok {
		k.world.Caller.Scopes = strings.Fields(scope)
	}
	return true
}

// exchangeOperation is the operation of an API that gives a token of ours for one of another login.
const exchangeOperation = "exchangeToken"

// exchange says how to come by a token of ours with one of another login, where the API has an operation for that.
func (k *call) exchange() string {
	api := k.route.op.API
	if o := api.Operation(exchangeOperation); o != nil {
		return " Exchange a token of another login for one with " + o.Method + " " + api.BasePath + o.Path + "."
	}
	return ""
}

// exampleToken is the SHA-256 of the token in the bank's own examples, which is accepted as that very text.
const exampleToken = "3fac67ea7111d92144733dfdc08f81750902e9dc2076f81d9f15deb20afef197"

// badToken answers that a token is not taken (RFC 6750, section 3.1). It is false.
func (k *call) badToken(why string) bool {
	k.gin.Writer.Header()["Www-Authenticate"] = []string{`Bearer error="invalid_token", error_description="` + strings.TrimSuffix(why, ".") + `"`}
	k.fail(problem.TokenInvalid, why)
	return false
}

// kindOfToken tells whose token an operation asks for.
type kindOfToken int

const (
	noToken kindOfToken = iota
	applicationToken
	customerToken
)

func tokenNeeded(o *contract.Operation) kindOfToken {
	for _, alternative := range o.Security {
		for i := range alternative {
			switch c := &alternative[i]; {
			case c.Type == "oauth2":
				return applicationToken
			case c.HTTP == "bearer":
				return customerToken
			}
		}
	}
	return noToken
}

// scopesNeeded lists the scopes that an access token must have for an operation.
func scopesNeeded(o *contract.Operation) (scopes []string) {
	for _, alternative := range o.Security {
		for i := range alternative {
			if c := &alternative[i]; c.Type == "oauth2" {
				scopes = append(scopes, c.Scopes...)
			}
		}
	}
	return scopes
}

// used counts the call for the reports of its organisation.
func (k *call) used(status int, took time.Duration) {
	if k.client == nil || k.route == nil || k.route.op == nil {
		return
	}
	api := k.route.op.API.Name
	if api == controlAPI {
		return
	}
	k.server.metrics.tier(k.client.Tier, api, status)
	if k.server.usage != nil && api != oauthDocument {
		k.server.usage.Count(k.start, k.client.Organisation, k.client.Application, api, status, took)
	}
}

// secure refuses a call that came over plain HTTP where HTTPS is required: never with a redirect, which would have a
// client send its secrets again and again. What operators ask for is answered either way.
func (k *call) secure() bool {
	s, r := k.server, k.gin.Request
	plain := s.tls != nil && r.TLS == nil
	if s.behindProxy && s.gate != nil {
		plain = strings.EqualFold(first(r.Header["X-Forwarded-Proto"]), "http")
	}
	if !plain || r.URL.Path == "/healthz" || r.URL.Path == "/readyz" || r.URL.Path == "/metrics" {
		return true
	}
	k.fail(problem.HTTPSRequired, "Use HTTPS.")
	return false
}
