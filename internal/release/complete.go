package release

import (
	"slices"
	"strings"

	"github.com/oasdiff/oasdiff/checker/rules"

	"github.com/sandbank/sandbank/internal/contract"
)

// complete adds the changes that oasdiff has no rule for: the path that all operations stand below, how parameters are
// written, objects that are closed, what is required without being declared, and everything else that is different
// while no change speaks of its operation or component.
func (c *comparer) complete(facts []string) {
	c.basePath()
	for _, key := range c.keys {
		if p := c.operations[key]; p.before != nil && p.after != nil {
			c.parameters(p)
			c.variables(p)
		}
	}
	used := c.uses()
	for _, at := range facts {
		switch names := tokens(at); {
		case schemaLength(names) == len(names)-1 && names[len(names)-1] == "required":
			c.required(at, used)
		case schemaLength(names) == len(names) && names[len(names)-1] == "additionalProperties":
			c.others(at, used)
		}
	}
	spoken := map[string]bool{}
	for i := range c.changes {
		for _, pointer := range []string{c.changes[i].from, c.changes[i].to} {
			spoken[c.changes[i].unit(pointer)] = true
		}
	}
	for _, at := range facts {
		if u := unit(at); !spoken[u] && !spoken[operationOf(at)] && !c.path(at) {
			spoken[u] = true
			c.other(at, used)
		}
	}
}

// path tells whether a pointer is of a path as a whole, or of its parameters: its operations have changes of their own.
func (c *comparer) path(pointer string) bool {
	names := tokens(pointer)
	return names[0] == "paths" && (len(names) == 2 || names[2] == "parameters")
}

// own adds a change of this package's.
func (c *comparer) own(ch Change, p *pair) {
	if p != nil {
		o := p.after
		if o == nil {
			o = p.before
		}
		ch.Operation, ch.Method, ch.Path, ch.before, ch.after = o.ID, o.Method, o.Path, p.before, p.after
	}
	ch.roles = noRoles
	c.changes = append(c.changes, ch)
}

func (c *comparer) basePath() {
	if a, b := c.old.API.BasePath, c.new.API.BasePath; a != b {
		c.own(Change{ID: "base-path-changed", Level: Breaking, direction: rules.DirectionNone, area: rules.AreaServers, from: "/servers/0/url", to: "/servers/0/url",
			wording: says("the path of all operations changed from %0 to %1", code(a+"/"), code(b+"/"))}, nil)
	}
}

// parameters compares how the values of parameters are written.
func (c *comparer) parameters(p *pair) {
	for _, is := range p.after.Parameters {
		was := p.before.Parameter(is.In, is.Name)
		if was == nil || was.Credential || is.Credential || was.Style == is.Style && was.Explode == is.Explode && was.Content == is.Content {
			continue
		}
		ch := Change{ID: "request-parameter-serialization-changed", Level: Breaking, direction: rules.DirectionRequest, area: rules.AreaParameters,
			wording: says("the values of the "+is.In+" parameter %0 are written in another way", code(is.Name)),
			Hint:    "style, explode and content say how a value becomes text"}
		if was.Schema != nil && is.Schema != nil {
			ch.from, ch.to = was.Schema.Pointer, is.Schema.Pointer
		}
		c.own(ch, p)
	}
}

// variables compares the names of a path's variables.
func (c *comparer) variables(p *pair) {
	if p.before.Path != p.after.Path {
		c.own(Change{ID: "path-variables-renamed", Level: Info, direction: rules.DirectionNone, area: rules.AreaPaths, from: below("/paths", p.before.Path), to: below("/paths", p.after.Path),
			wording: says("the path is written %0 instead of %1, which callers do not notice", code(p.after.Path), code(p.before.Path))}, p)
	}
}

// use tells which operations send a schema in requests and get it in responses.
type use struct{ requests, responses []*pair }

// uses finds the operations of every schema in the new document.
func (c *comparer) uses() map[string]*use {
	out := map[string]*use{}
	for _, key := range c.keys {
		p := c.operations[key]
		if p.after == nil {
			continue
		}
		requests, responses := newReach(c.new), newReach(c.new)
		for _, parameter := range p.after.Parameters {
			requests.schema(parameter.Schema)
		}
		if p.after.Body != nil {
			requests.content(p.after.Body.Content)
		}
		for _, r := range p.after.Responses {
			responses.content(r.Content)
			for _, h := range r.Headers {
				responses.schema(h.Schema)
			}
		}
		for at := range requests.found {
			of(out, at).requests = append(of(out, at).requests, p)
		}
		for at := range responses.found {
			of(out, at).responses = append(of(out, at).responses, p)
		}
	}
	return out
}

func of(all map[string]*use, pointer string) *use {
	if all[pointer] == nil {
		all[pointer] = &use{}
	}
	return all[pointer]
}

// reach gathers the pointers of all schemas in a schema.
type reach struct {
	document *Document
	found    map[string]bool
	seen     map[*contract.Schema]bool
}

func newReach(d *Document) reach {
	return reach{d, map[string]bool{}, map[*contract.Schema]bool{}}
}

func (r reach) content(list []*contract.MediaType) {
	for _, m := range list {
		r.schema(m.Schema)
	}
}

func (r reach) schema(s *contract.Schema) {
	if s == nil || r.seen[s] {
		return
	}
	r.seen[s] = true
	for _, pointer := range r.document.target(s.Pointer) {
		r.found[pointer] = true
	}
	for _, name := range s.Order {
		r.schema(s.Properties[name])
	}
	for _, p := range s.PatternProperties {
		r.schema(p.Schema)
	}
	for _, one := range []*contract.Schema{s.Additional, s.PropertyNames, s.Items} {
		r.schema(one)
	}
	for _, list := range [][]*contract.Schema{s.PrefixItems, s.OneOf, s.AnyOf, s.AllOf} {
		for _, one := range list {
			r.schema(one)
		}
	}
}

// others compares what members an object takes beside those that it declares.
func (c *comparer) others(at string, used map[string]*use) {
	object := pointerOf(tokens(at)[:len(tokens(at))-1])
	was, is := c.old.at(at), c.new.at(at)
	free := func(v any) bool {
		schema, isSchema := v.(map[string]any)
		return v == nil || v == true || isSchema && len(schema) == 0
	}
	ch := Change{area: rules.AreaSchema, from: at, to: at}
	switch {
	case is == false:
		ch.wording = says("%0 takes no other members than those that it declares now", c.called(object))
	case free(is):
		ch.wording = says("%0 may have any other members now", c.called(object))
	default:
		ch.wording = says("%0 may have other members of one kind now", c.called(object))
	}
	for _, p := range of(used, object).requests {
		ch.ID, ch.Level, ch.direction = "request-object-opened", Info, rules.DirectionRequest
		if is == false || free(was) && !free(is) {
			ch.ID, ch.Level = "request-object-closed", Breaking
		}
		c.own(ch, p)
	}
	for _, p := range of(used, object).responses {
		ch.ID, ch.Level, ch.direction = "response-object-opened", Info, rules.DirectionResponse
		if is == false || free(was) && !free(is) {
			ch.ID = "response-object-closed"
		}
		c.own(ch, p)
	}
}

// required compares the names of members that are required without being declared beside it.
func (c *comparer) required(at string, used map[string]*use) {
	object := pointerOf(tokens(at)[:len(tokens(at))-1])
	undeclared := func(d, other *Document) (names []string) {
		there, _ := other.at(at).([]any)
		here, _ := d.at(at).([]any)
		for _, name := range here {
			text, _ := name.(string)
			if d.at(below(object+"/properties", text)) == nil && !slices.Contains(there, name) {
				names = append(names, text)
			}
		}
		return names
	}
	ch := Change{area: rules.AreaSchema, from: at, to: at}
	if added := undeclared(c.new, c.old); len(added) > 0 {
		ch.wording = says("%0 must have the member %1 now", c.called(object), code(strings.Join(added, ", ")))
		for _, p := range of(used, object).requests {
			ch.ID, ch.Level, ch.direction = memberRequired, Breaking, rules.DirectionRequest
			c.own(ch, p)
		}
	}
	if gone := undeclared(c.old, c.new); len(gone) > 0 {
		ch.wording = says("%0 may be without the member %1 now", c.called(object), code(strings.Join(gone, ", ")))
		for _, p := range of(used, object).responses {
			ch.ID, ch.Level, ch.direction = "response-member-became-optional", Breaking, rules.DirectionResponse
			c.own(ch, p)
		}
	}
}

// called names a schema: a component by its name, another one by its last name.
func (c *comparer) called(pointer string) word {
	names := tokens(pointer)
	if last := names[len(names)-1]; last != "schema" && last != "items" {
		return code(last)
	}
	return plain("the body")
}

// unit is the field of an operation, the component or the section that a pointer is in.
func unit(pointer string) string {
	names := tokens(pointer)
	n := least(names)
	if len(names) > 3 && names[0] == "paths" {
		n = 4
	}
	return pointerOf(names[:min(len(names), n)])
}

// operationOf is the operation that a pointer is in, "" when it is in none.
func operationOf(pointer string) string {
	if names := tokens(pointer); len(names) > 2 && names[0] == "paths" {
		return pointerOf(names[:3])
	}
	return ""
}

// unit is what a change speaks of, at one of its pointers. It speaks of all of an operation when that came or went.
func (c *Change) unit(pointer string) string {
	switch {
	case pointer == "" || pointer != operationOf(pointer):
		return unit(pointer)
	case c.area == rules.AreaSecurity:
		return pointer + "/security"
	}
	return pointer
}

// unjudged is the id of what no rule speaks of.
const unjudged = "unjudged-change"

// other adds the change of which nothing else is known, at every operation that uses what changed.
func (c *comparer) other(at string, used map[string]*use) {
	names := tokens(at)
	ch := Change{ID: unjudged, Level: Warning, direction: rules.DirectionNone, area: rules.AreaNone, from: at, to: at,
		wording: says("%0 changed", code(strings.Join(names[shown(names):], "/"))), Hint: "no rule tells whether this breaks anybody"}
	switch {
	case c.old.at(at) == nil:
		ch.from, ch.wording.pattern = "", "%0 was added"
	case c.new.at(at) == nil:
		ch.to, ch.wording.pattern = "", "%0 was removed"
	}
	if last := names[len(names)-1]; strings.HasPrefix(last, "x-") || names[0] == "servers" || ch.from == "" && schemaLength(names) == 0 {
		ch.Level, ch.Hint = Info, ""
	}
	if names[0] == "paths" && len(names) > 3 {
		c.own(ch, c.operations[operationKey(names[2], names[1])])
		return
	}
	n := schemaLength(names)
	for n > 0 && used[pointerOf(names[:n])] == nil {
		n-- // the schema itself came or went
	}
	users := &use{}
	if n > 0 {
		users = used[pointerOf(names[:n])]
	}
	for _, p := range users.requests {
		ch.direction = rules.DirectionRequest
		c.own(ch, p)
	}
	for _, p := range users.responses {
		ch.direction = rules.DirectionResponse
		c.own(ch, p)
	}
	if len(users.requests)+len(users.responses) == 0 {
		c.own(ch, nil)
	}
}

// shown is how many tokens of a pointer go without saying: the operation is named beside it.
func shown(names []string) int {
	switch {
	case names[0] == "paths" && len(names) > 3:
		return 3
	case names[0] == "components":
		return 1
	}
	return 0
}
