package contract

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// compiler hands the schemas of one API to jsonschema/v5, which decides about every value that the accept-only check
// leaves open. Each schema is a resource of its own, named by its number, so that the place of an error leads back to
// the schema; v5 asks for them when it first needs them. Both directions are compiled apart: they differ in readOnly,
// writeOnly and what is required.
type compiler struct {
	schemas []*Schema

	mu        sync.Mutex
	compilers [2]*jsonschema.Compiler
}

const resourcePrefix = "schema:///"

func (c *compiler) register(s *Schema) {
	s.checks = &checks{id: len(c.schemas)}
	c.schemas = append(c.schemas, s)
}

type onceAuthority struct {
	once sync.Once
	run  *jsonschema.Schema
	err  error
}

// authority gives v5's compiled form of the schema. The keywords were checked when the document was loaded, so an
// error is a mistake of this package; it is returned, not hidden.
func (s *Schema) authority(d Direction) (*jsonschema.Schema, error) {
	a := &s.checks.authority[d]
	a.once.Do(func() { a.run, a.err = s.api.compile.compile(s.checks.id, d) })
	return a.run, a.err
}

func (c *compiler) compile(id int, d Direction) (*jsonschema.Schema, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.compilers[d] == nil {
		v5 := jsonschema.NewCompiler()
		v5.Draft = jsonschema.Draft2020
		v5.AssertFormat = true
		v5.RegisterExtension("dispatch", nil, dispatchCompiler{})
		v5.RegisterExtension("forbidden", nil, forbiddenCompiler{})
		for name := range jsonschema.Formats {
			v5.Formats[name] = func(any) bool { return true }
		}
		for name, f := range formats {
			v5.Formats[name] = func(v any) bool { s, ok := v.(string); return !ok || f.ok(s) }
		}
		for name, limits := range numericFormats {
			v5.Formats[name] = func(v any) bool { return fitsInteger(v, limits) }
		}
		v5.LoadURL = func(url string) (io.ReadCloser, error) {
			n, err := strconv.Atoi(strings.TrimPrefix(url, resourcePrefix))
			if err != nil || n < 0 || n >= len(c.schemas) {
				return nil, fmt.Errorf("there is no schema %s", url)
			}
			return io.NopCloser(bytes.NewReader(c.schemas[n].emit(d))), nil
		}
		c.compilers[d] = v5
	}
	return c.compilers[d].Compile(resourcePrefix + strconv.Itoa(id))
}

// fitsInteger checks int32 and int64 on integers; fractions are the type's affair.
func fitsInteger(v any, limits [2]int64) bool {
	switch n := v.(type) {
	case int:
		return int64(n) >= limits[0] && int64(n) <= limits[1]
	case json.Number:
		r, ok := rational(n)
		return ok && (!r.IsInt() || r.Num().IsInt64() && r.Num().Int64() >= limits[0] && r.Num().Int64() <= limits[1])
	}
	return true
}

// emit writes the schema as JSON Schema 2020-12 for one direction: the document's own keywords, with every schema
// below replaced by a reference to its number.
func (s *Schema) emit(d Direction) []byte {
	if s.never {
		return []byte("false")
	}
	b := []byte{'{'}
	for _, a := range s.assertions {
		if s.Discriminator != nil && (a.keyword == "oneOf" || a.keyword == "anyOf") && s.isUnion(a.list) {
			continue
		}
		if len(b) > 1 {
			b = append(b, ',')
		}
		b = append(appendString(b, a.keyword), ':')
		switch {
		case a.keyword == "required":
			b = appendStrings(b, s.requiredFor(d))
		case a.raw != nil:
			b = append(b, a.raw...)
		case a.keyword == "$ref":
			b = append(strconv.AppendInt(append(b, `"`+resourcePrefix...), int64(a.child.checks.id), 10), '"')
		case a.names != nil:
			b = s.emitNamed(b, a, d)
		case a.child != nil:
			b = a.child.emitReference(b)
		default:
			b = emitList(b, a.list)
		}
	}
	if s.Discriminator != nil {
		if len(b) > 1 {
			b = append(b, ',')
		}
		b = s.Discriminator.emit(b)
	}
	return append(b, '}')
}

// isUnion tells whether the list of a oneOf or anyOf is the one that the discriminator chooses from.
func (s *Schema) isUnion(list []*Schema) bool {
	members := s.OneOf
	if members == nil {
		members = s.AnyOf
	}
	return len(list) > 0 && &members[0] == &list[0]
}

func (s *Schema) emitReference(b []byte) []byte {
	if s.never {
		return append(b, "false"...)
	}
	b = append(b, `{"$ref":"`+resourcePrefix...)
	return append(strconv.AppendInt(b, int64(s.checks.id), 10), `"}`...)
}

func emitList(b []byte, list []*Schema) []byte {
	b = append(b, '[')
	for i, s := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = s.emitReference(b)
	}
	return append(b, ']')
}

func (s *Schema) emitNamed(b []byte, a assertion, d Direction) []byte {
	b = append(b, '{')
	for i, name := range a.names {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(appendString(b, name), ':')
		if word := a.list[i].forbidden(d); a.keyword == "properties" && word != "" {
			b = append(append(append(b, `{"x-forbidden":"`...), word...), `"}`...)
		} else {
			b = a.list[i].emitReference(b)
		}
	}
	return append(b, '}')
}

func appendStrings(b []byte, names []string) []byte {
	b = append(b, '[')
	for i, name := range names {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(b, name)
	}
	return append(b, ']')
}

// forbidden names the keyword that keeps a member from travelling in a direction, "" if none does.
func (s *Schema) forbidden(d Direction) string {
	switch {
	case d == Inbound && s.ReadOnly:
		return "readOnly"
	case d == Outbound && s.WriteOnly:
		return "writeOnly"
	}
	return ""
}

// requiredFor lists the members that are required in a direction: OpenAPI requires a readOnly one in answers only and
// a writeOnly one in requests only.
func (s *Schema) requiredFor(d Direction) []string {
	out := make([]string, 0, len(s.requireds))
	for _, name := range s.requireds {
		if p := s.property(name, 0); p == nil || p.forbidden(d) == "" {
			out = append(out, name)
		}
	}
	return out
}

// property finds the schema of a member, also where allOf brings it in.
func (s *Schema) property(name string, depth int) *Schema {
	if p := s.Properties[name]; p != nil || depth > 8 {
		return p
	}
	for _, part := range s.AllOf {
		if p := part.property(name, depth+1); p != nil {
			return p
		}
	}
	return nil
}

// dispatch is a union with a discriminator: one look-up, one branch.
type dispatch struct {
	property string
	by       map[string]*jsonschema.Schema
	others   []*jsonschema.Schema
}

func (d *Discriminator) emit(b []byte) []byte {
	b = appendString(append(b, `"x-dispatch":{"property":`...), d.Property)
	b = append(b, `,"mapping":{`...)
	for i, tag := range d.Tags {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(appendString(b, tag), `:"`+resourcePrefix...)
		b = append(strconv.AppendInt(b, int64(d.Mapping[tag].checks.id), 10), '"')
	}
	b = append(b, `},"others":[`...)
	for i, other := range d.others {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(strconv.AppendInt(append(b, `"`+resourcePrefix...), int64(other.checks.id), 10), '"')
	}
	return append(b, "]}"...)
}

type dispatchCompiler struct{}

func (dispatchCompiler) Compile(ctx jsonschema.CompilerContext, m map[string]any) (jsonschema.ExtSchema, error) {
	x, ok := m["x-dispatch"].(map[string]any)
	if !ok {
		return nil, nil
	}
	property, _ := x["property"].(string)
	mapping, _ := x["mapping"].(map[string]any)
	others, _ := x["others"].([]any)
	d := &dispatch{property: property, by: make(map[string]*jsonschema.Schema, len(mapping))}
	for tag, ref := range mapping {
		s, err := ctx.CompileRef(fmt.Sprint(ref), "x-dispatch", true)
		if err != nil {
			return nil, fmt.Errorf("the schema of %q: %w", tag, err)
		}
		d.by[tag] = s
	}
	for _, ref := range others {
		s, err := ctx.CompileRef(fmt.Sprint(ref), "x-dispatch", true)
		if err != nil {
			return nil, err
		}
		d.others = append(d.others, s)
	}
	return d, nil
}

func (d *dispatch) Validate(ctx jsonschema.ValidationContext, v any) error {
	m, isObject := v.(map[string]any)
	if !isObject {
		for _, s := range d.others {
			if ctx.Validate(s, "x-dispatch/other", v, "") == nil {
				return nil
			}
		}
		return ctx.Error("x-dispatch/type", "is no object")
	}
	tag, given := m[d.property]
	if !given {
		return ctx.Error("x-dispatch/missing", "has no tag")
	}
	name, _ := tag.(string)
	s := d.by[name]
	if s == nil {
		return ctx.Error("x-dispatch/tag", "has an unknown tag")
	}
	return ctx.Validate(s, "x-dispatch/branch", v, "")
}

// forbiddenMember refuses a member that may not travel in this direction.
type forbiddenMember string

type forbiddenCompiler struct{}

func (forbiddenCompiler) Compile(_ jsonschema.CompilerContext, m map[string]any) (jsonschema.ExtSchema, error) {
	if word, ok := m["x-forbidden"].(string); ok {
		return forbiddenMember(word), nil
	}
	return nil, nil
}

func (f forbiddenMember) Validate(ctx jsonschema.ValidationContext, _ any) error {
	return ctx.Error(string(f), "may not be sent")
}
