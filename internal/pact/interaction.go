package pact

import (
	"net/url"
	"strings"
)

func (r *reader) interaction(v value) {
	if !v.object() {
		if !v.set() {
			v.wrongType("an object")
		}
		return
	}
	i := &Interaction{File: r.file, Pointer: v.pointer, Kind: kindOf(v.member("type").text()), Key: v.member("key").text(),
		Description: v.member("description").text(), Pending: v.member("pending").flag()}
	i.States = r.states(v)
	if i.Kind == HTTP {
		v.stray("type", "key", "description", "pending", "comments", "providerState", "provider_state", "providerStates", "request", "response",
			"pluginConfiguration", "interactionMarkup", "transport", "metadata")
		r.request(i, v.member("request"))
		r.response(i, v.member("response"))
	}
	r.uncheckable(i)
	r.file.Interactions = append(r.file.Interactions, i)
}

// message reads an item of the list "messages" of specification 3.
func (r *reader) message(v value) {
	if !v.object() {
		return
	}
	i := &Interaction{File: r.file, Pointer: v.pointer, Kind: Message, Description: v.member("description").text(), States: r.states(v)}
	r.uncheckable(i)
	r.file.Interactions = append(r.file.Interactions, i)
}

// uncheckable tells of an interaction that is no exchange over HTTP.
func (r *reader) uncheckable(i *Interaction) {
	if i.Kind == HTTP {
		return
	}
	r.warn("not-checkable", i.Pointer, "", "the interaction %q is of kind %s; OpenAPI says nothing of it, so it is not checked", shorten(i.Description), shorten(i.Kind))
}

func kindOf(text string) string {
	if text == "" {
		return HTTP
	}
	for _, kind := range []string{HTTP, Message, SyncMessages} {
		if strings.EqualFold(text, kind) {
			return kind
		}
	}
	return text
}

// states reads the provider states: a list of names with parameters, and before specification 3 one name.
func (r *reader) states(v value) []State {
	if one := v.either("providerState", "provider_state"); one.set() && !v.member("providerStates").set() {
		if name := one.text(); name != "" {
			return []State{{Name: name, Pointer: one.pointer}}
		}
		return nil
	}
	var out []State
	for _, item := range v.member("providerStates").items() {
		s := State{Pointer: item.pointer}
		if name, ok := item.plain.(string); ok {
			s.Name = name
		} else if item.object() {
			item.stray("name", "params")
			s.Name = item.member("name").needed("the name of the provider state")
			params := item.member("params")
			if params.object() {
				s.Params, _ = params.plain.(map[string]any)
			}
		}
		out = append(out, s)
	}
	return out
}

func (r *reader) request(i *Interaction, v value) {
	if !v.set() {
		v.fail("missing-member", i.Pointer, "the request is missing")
		return
	}
	if !v.object() {
		return
	}
	v.stray("method", "path", "query", "headers", "body", "matchingRules", "generators")
	q := &i.Request
	q.Pointer = v.pointer
	q.Method = strings.ToUpper(v.member("method").needed("the method"))
	q.Path = r.path(v.member("path"))
	q.Query = r.query(v.member("query"))
	q.Header = r.header(v.member("headers"))
	q.Body = r.body(v.member("body"), q.Header)
	q.Rules = r.rules(v.member("matchingRules"))
	r.reach(q.Rules, q.Body)
}

func (r *reader) response(i *Interaction, v value) {
	i.Response = Response{Status: 200, Pointer: v.pointer}
	if !v.object() {
		return
	}
	v.stray("status", "headers", "body", "matchingRules", "generators")
	a := &i.Response
	if status := v.member("status").number(); status != nil {
		a.Status = *status
		if *status < 100 || *status > 599 {
			v.fail("wrong-type", v.pointer+"/status", "%d is no status of HTTP", *status)
		}
	}
	a.Header = r.header(v.member("headers"))
	a.Body = r.body(v.member("body"), a.Header)
	a.Rules = r.rules(v.member("matchingRules"))
	r.reach(a.Rules, a.Body)
}

func (r *reader) path(v value) string {
	path := v.needed("the path")
	switch _, err := url.PathUnescape(path); {
	case path == "":
	case path[0] != '/':
		v.fail("bad-path", v.pointer, "the path must begin with a slash")
	case strings.ContainsAny(path, "?#"):
		v.fail("bad-path", v.pointer, "the path holds a query or fragment; a query stands in the member query")
	case err != nil:
		v.fail("bad-path", v.pointer, "the path is not escaped as in a URL: %v", err)
	}
	return path
}

// query reads an object of names and values, and before specification 3 the text of a query.
func (r *reader) query(v value) url.Values {
	if text, ok := v.plain.(string); ok {
		values, err := url.ParseQuery(strings.TrimPrefix(text, "?"))
		if err != nil {
			v.fail("bad-query", v.pointer, "the query cannot be read: %v", err)
		}
		return values
	}
	return r.texts(v)
}

func (r *reader) header(v value) map[string][]string { return r.texts(v) }

// texts reads an object whose members are texts or lists of them.
func (r *reader) texts(v value) map[string][]string {
	if !v.object() {
		return nil
	}
	out := map[string][]string{}
	for _, name := range v.names() {
		member := v.member(name)
		if _, list := member.plain.([]any); !list {
			out[name] = []string{member.scalar()}
			continue
		}
		for _, item := range member.items() {
			out[name] = append(out[name], item.scalar())
		}
	}
	return out
}
