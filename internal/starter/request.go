package starter

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
)

// request is a request that the contract takes, as far as it has to be written down: what is required.
type request struct {
	parameters []argument
	body       any
	media      *contract.MediaType
	several    bool // media types
}

// argument is a parameter, or a member of the body, with its value.
type argument struct {
	in, name string
	value    any
	schema   *contract.Schema
}

// request makes a request of an operation; nil when it cannot.
func (d *Draft) request(o *contract.Operation) *request {
	out := &request{}
	for _, p := range o.Parameters {
		if !p.Required || p.Credential {
			continue
		}
		v, ok := d.value(p)
		if !ok {
			return nil
		}
		out.parameters = append(out.parameters, argument{p.In, p.Name, v, p.Schema})
	}
	if o.Body == nil || len(o.Body.Content) == 0 {
		return out
	}
	media := o.Body.Content[0]
	for _, m := range o.Body.Content {
		if isJSON(m.Type) {
			media = m
			break
		}
	}
	out.media, out.several = media, len(o.Body.Content) > 1
	for _, e := range media.Examples {
		if media.Schema == nil || len(media.Schema.Validate(e.Value, contract.Inbound)) == 0 {
			out.body = e.Value
			return out
		}
	}
	if media.Schema == nil {
		return nil
	}
	v, err := media.Schema.Generate(d.random, contract.Inbound)
	if err != nil {
		return nil
	}
	out.body = pruned(v, 1, func(v any) bool { return media.Schema.Accepts(v, contract.Inbound) })
	return out
}

// pruned leaves out what a generated value need not have, below a depth. The value is changed in place.
func pruned(v any, depth int, accepted func(any) bool) any {
	var prune func(at any, d int)
	prune = func(at any, d int) {
		switch x := at.(type) {
		case map[string]any:
			for _, name := range slices.Sorted(maps.Keys(x)) {
				member := x[name]
				if d >= depth {
					if delete(x, name); accepted(v) {
						continue
					}
					x[name] = member
				}
				prune(member, d+1)
			}
		case []any:
			for _, e := range x {
				prune(e, d+1)
			}
		}
	}
	prune(v, 0)
	return v
}

func isJSON(mediaType string) bool {
	return mediaType == "application/json" || strings.HasSuffix(mediaType, "+json")
}

// value gives a parameter a value: one that the document shows, or one made from its schema.
func (d *Draft) value(p *contract.Parameter) (any, bool) {
	for _, e := range p.Examples {
		if p.Schema == nil || len(p.Schema.Validate(e.Value, contract.Inbound)) == 0 {
			return e.Value, true
		}
	}
	if p.Schema == nil {
		return "1", true
	}
	v, err := p.Schema.Generate(d.random, contract.Inbound)
	return v, err == nil
}

// selector finds a value of the request that an error can be bound to: of a parameter, in the path before the query, or
// of a member of the body. The value differs from that of the request, which so is answered.
func (r *request) selector(random *rand.Rand) (argument, bool) {
	var candidates []argument
	for _, in := range []string{"path", "query"} {
		for _, a := range slices.Backward(r.parameters) { // the last variable of a path is what it is about
			if a.in == in {
				candidates = append(candidates, a)
			}
		}
	}
	if members, ok := r.body.(map[string]any); ok && isJSON(r.media.Type) && r.media.Schema != nil {
		for _, name := range r.media.Schema.Order {
			if v, present := members[name]; present {
				candidates = append(candidates, argument{"body", name, v, r.media.Schema.Properties[name]})
			}
		}
	}
	for _, a := range candidates {
		if a.schema == nil {
			continue
		}
		words := []any{"unknown", "declined", 404, 999}
		if made, err := a.schema.Generate(random, contract.Inbound); err == nil {
			words = append(words, made)
		}
		for _, v := range words {
			switch v.(type) {
			case string, int:
			default:
				continue
			}
			if v != a.value && !strings.ContainsAny(fmt.Sprint(v), "\n\r") && len(a.schema.Validate(v, contract.Inbound)) == 0 {
				a.value = v
				return a, true
			}
		}
	}
	return argument{}, false
}

// with gives the request with another value at one place.
func (r *request) with(a argument) *request {
	out := *r
	if a.in == "body" {
		members := maps.Clone(r.body.(map[string]any))
		members[a.name] = a.value
		out.body = members
		return &out
	}
	out.parameters = slices.Clone(r.parameters)
	for i, p := range out.parameters {
		if p.in == a.in && p.name == a.name {
			out.parameters[i].value = a.value
		}
	}
	return &out
}

// step writes the request as a step of a test; nil for no request.
func (r *request) step(o *contract.Operation) []pair {
	if r == nil {
		return nil
	}
	step := []pair{{"call", o.ID}}
	for _, in := range []string{"path", "query", "header", "cookie"} {
		var values []pair
		for _, p := range r.parameters {
			if p.in == in {
				values = append(values, pair{p.name, ordered{p.value, p.schema}})
			}
		}
		if len(values) > 0 {
			step = append(step, pair{in, values})
		}
	}
	if r.media == nil {
		return step
	}
	if r.several {
		step = append(step, pair{"type", r.media.Type})
	}
	return append(step, pair{"body", ordered{r.body, r.media.Schema}})
}
