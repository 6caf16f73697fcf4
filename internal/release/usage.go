package release

import (
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/pact"
)

// usage is which schemas of one document an interaction uses: with the values that it sends, and with those that its
// expected response has, which the consumer reads.
type usage struct {
	document       *Document
	sent, received map[string]bool // by pointer
}

// maxWalk bounds how deep a value is followed.
const maxWalk = 200

func used(d *Document, o *contract.Operation, i *pact.Interaction) usage {
	u := usage{d, map[string]bool{}, map[string]bool{}}
	if o == nil {
		return u
	}
	for _, p := range o.Parameters {
		if p.Schema != nil && sends(i, p.In, p.Name) {
			u.mark(u.sent, p.Schema)
		}
	}
	if o.Body != nil && i.Request.Body.JSON {
		u.bodies(u.sent, o.Body.Content, i.Request.Body, contract.Inbound)
	}
	if r := o.Response(i.Response.Status); r != nil {
		for _, h := range r.Headers {
			if h.Schema != nil && headerOf(i.Response.Header, h.Name) {
				u.mark(u.received, h.Schema)
			}
		}
		if i.Response.Body.JSON {
			u.bodies(u.received, r.Content, i.Response.Body, contract.Outbound)
		}
	}
	return u
}

// sends tells whether an interaction's request has a parameter.
func sends(i *pact.Interaction, in, name string) bool {
	switch in {
	case "path":
		return true
	case "query":
		_, there := i.Request.Query[name]
		return there
	case "header":
		return headerOf(i.Request.Header, name)
	}
	return strings.Contains(strings.Join(i.Request.Header["Cookie"], "; "), name+"=")
}

func headerOf(header map[string][]string, name string) bool {
	for n := range header {
		if strings.EqualFold(n, name) {
			return true
		}
	}
	return false
}

func (u usage) bodies(seen map[string]bool, content []*contract.MediaType, body pact.Body, d contract.Direction) {
	for _, m := range content {
		if m.Schema != nil && (body.ContentType == "" || m.Type == body.ContentType || strings.Contains(m.Type, "*") || len(content) == 1) {
			u.walk(seen, m.Schema, body.Content, d, 0)
		}
	}
}

// mark notes a schema, by all pointers that it is known by.
func (u usage) mark(seen map[string]bool, s *contract.Schema) {
	for _, pointer := range u.document.target(s.Pointer) {
		seen[pointer] = true
	}
}

// walk notes the schemas of a value and of everything in it. Of a union these are the members that the value fits, all
// of them when it fits none: the value of a pact need not be complete.
func (u usage) walk(seen map[string]bool, s *contract.Schema, value any, d contract.Direction, depth int) {
	if s == nil || depth > maxWalk {
		return
	}
	u.mark(seen, s)
	for _, part := range s.AllOf {
		u.walk(seen, part, value, d, depth+1)
	}
	for _, members := range [][]*contract.Schema{s.OneOf, s.AnyOf} {
		for _, m := range chosen(s.Discriminator, members, value, d) {
			u.walk(seen, m, value, d, depth+1)
		}
	}
	switch v := value.(type) {
	case map[string]any:
		for name, item := range v {
			switch p := s.Properties[name]; {
			case p != nil:
				for _, pointer := range u.document.target(s.Pointer) {
					seen[below(pointer+"/properties", name)] = true
				}
				u.walk(seen, p, item, d, depth+1)
			case s.Additional != nil:
				u.walk(seen, s.Additional, item, d, depth+1)
			}
		}
	case []any:
		for i, item := range v {
			if i < len(s.PrefixItems) {
				u.walk(seen, s.PrefixItems[i], item, d, depth+1)
			} else {
				u.walk(seen, s.Items, item, d, depth+1)
			}
		}
	}
}

// chosen gives the members of a union that a value is held against.
func chosen(by *contract.Discriminator, members []*contract.Schema, value any, d contract.Direction) []*contract.Schema {
	if object, is := value.(map[string]any); is && by != nil {
		if tag, given := object[by.Property].(string); given && by.Mapping[tag] != nil {
			return []*contract.Schema{by.Mapping[tag]}
		}
	}
	fit := slices.DeleteFunc(slices.Clone(members), func(m *contract.Schema) bool { return !m.Accepts(value, d) })
	if len(fit) == 0 {
		return members
	}
	return fit
}

// credentialsEnough tells whether who calls an operation as an interaction does can still call it. A consumer sends the
// credentials that its pact has, and in place of those that it has not, the ones that one of the old alternatives
// demanded: they are often left out of a pact and added when it is verified.
func credentialsEnough(before, after *contract.Operation, i *pact.Interaction) bool {
	if len(after.Security) == 0 {
		return true
	}
	alternatives := before.Security
	if len(alternatives) == 0 {
		alternatives = []contract.Requirement{nil}
	}
	for _, has := range alternatives {
		fits := func(needs contract.Requirement) bool {
			return !slices.ContainsFunc(needs, func(c contract.Credential) bool {
				return !sends(i, c.In, c.Name) && !slices.ContainsFunc(has, func(h contract.Credential) bool {
					return h.Type == c.Type && h.In == c.In && h.Name == c.Name && h.HTTP == c.HTTP && within(c.Scopes, h.Scopes)
				})
			})
		}
		if slices.ContainsFunc(after.Security, fits) {
			return true
		}
	}
	return false
}

// within tells whether all of some scopes are among others.
func within(some, others []string) bool {
	return !slices.ContainsFunc(some, func(s string) bool { return !slices.Contains(others, s) })
}
