package server

import (
	"github.com/sandbank/sandbank/internal/problem"
)

// This file lets calls in that come by a link: to operations that a URL opens which the API itself has signed, as the
// expression function link does. Such a call carries no key. The link names, sealed, whom it was made for, and the call is
// theirs: it stands in their sandbox, goes by their clock, and counts against their quotas.

const noLink = "The URL is not one that this API has signed."

// enterByLink opens the sandbox of those for whom the URL was signed. It is false after a refusal, which it answers.
func (k *call) enterByLink() bool {
	link, ok := k.server.keys.ReadLink(k.gin.Request.URL)
	if !ok || link.Holder == "" {
		k.fail(unauthorized, noLink)
		return false
	}
	if k.server.gate != nil {
		ok = k.admitHolder(link.Holder)
	} else {
		ok = k.identifyHolder(link.Holder)
	}
	if !ok {
		return false
	}
	if !link.WorksAt(k.box.Now()) {
		k.fail(problem.Gone, "The link has expired.")
		return false
	}
	return true
}

// admitHolder lets a call pass as one of the application with the key that a link holds, if that may call now. A key that
// is sent beside must be of the same application.
func (k *call) admitHolder(key string) bool {
	s, ctx := k.server, k.gin.Request.Context()
	client, err := s.gate.Find(ctx, key)
	if err != nil {
		k.unreadable(err)
		return false
	}
	if refusal := s.gate.Standing(client); refusal != nil {
		k.refused(refusal)
		return false
	}
	if sent := k.gin.Request.Header["X-Api-Key"]; len(sent) > 0 && sent[0] != "" {
		other, err := s.gate.Find(ctx, sent[0])
		switch {
		case err != nil:
			k.unreadable(err)
			return false
		case other == nil || other.Application != client.Application:
			k.fail(keyInvalid, noLink)
			return false
		}
	}
	k.client, k.world.Caller.App = client, client.Application
	return k.enterSandbox(client.Application) && k.count(client)
}

// identifyHolder opens the sandbox that a link holds, where there are no applications. A key that is sent beside must have
// the same sandbox.
func (k *call) identifyHolder(key string) bool {
	header := k.gin.Request.Header
	if sent := header["X-Api-Key"]; len(sent) > 0 && sent[0] != "" && k.server.sandboxKey(sent[0], header) != key {
		k.fail(unauthorized, noLink)
		return false
	}
	return k.enterSandbox(key)
}

// holder is whom links are made for that this call is answered with.
func (k *call) holder() string {
	if k.client != nil {
		return k.client.ID
	}
	return k.box.Key()
}
