package generate

import (
	"fmt"
	"maps"
	"mime"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/oapi-codegen/oapi-codegen/v2/pkg/codegen"
)

// Extensions of oapi-codegen in documents.
const (
	extensionGoType   = "x-go-type"
	extensionGoImport = "x-go-type-import"
	extensionGoName   = "x-go-name"
)

// extensionsGoConstants name the values of an enum, in their order.
var extensionsGoConstants = []string{"x-enum-varnames", "x-enumNames"}

const schemasPrefix = "#/components/schemas/"

// componentName is what OpenAPI lets components be called.
var componentName = regexp.MustCompile(`^[A-Za-z0-9._-]+$`)

// adapt says in a document what oapi-codegen knows no Go for in a way that it knows:
//
//   - null is taken out of enums: what may be null is told by the type;
//   - a value of several JSON types is any, in a parameter the text that is sent;
//   - a reference into the middle of the document leads to a component of its own, or to what it stands for;
//   - members and parameters in scripts without capitals, which Go cannot export, are named by their characters;
//   - a schema whose name the generated code has for itself, such as Client, is called ClientSchema;
//   - media types of answers are compared without parameters;
//   - what a server calls back is left out, and what it sends there is a component: neither a client nor a server of
//     the API sends it in this way;
//   - Go types of packages that are not in the standard library are left out: nothing says where these come from.
func adapt(document *openapi3.T) {
	if document.Components == nil {
		document.Components = &openapi3.Components{}
	}
	if document.Components.Schemas == nil {
		document.Components.Schemas = openapi3.Schemas{}
	}
	a := &adaptation{components: document.Components.Schemas, hoisted: map[string]string{}}
	s := &survey{schema: a.schema, parameter: a.named, response: a.response, callback: a.payload, reference: inlineUnlessComponent}
	s.document(document)
	rename(document.Components.Schemas)
	document.Webhooks, document.Components.Callbacks = nil, nil
	for _, item := range document.Paths.Map() {
		for _, o := range item.Operations() {
			o.Callbacks = nil
		}
	}
}

type adaptation struct {
	components openapi3.Schemas
	hoisted    map[string]string // references to the component that stands for what they lead to
}

// schema adapts one use of a schema.
func (a *adaptation) schema(r *openapi3.SchemaRef, ofParameter bool) {
	if r.Ref != "" {
		a.hoistTarget(r)
		return
	}
	v := r.Value
	for _, name := range slices.Sorted(maps.Keys(v.Properties)) {
		if p := v.Properties[name]; p != nil && unexportable(name) && p.Extensions[extensionGoName] == nil {
			p.Extensions = with(p.Extensions, extensionGoName, spelledOut(name))
		}
	}
	withoutNull(v)
	if path, ok := importPath(v.Extensions[extensionGoImport]); ok && !inStandardLibrary(path) {
		v.Extensions = maps.Clone(v.Extensions)
		delete(v.Extensions, extensionGoType)
		delete(v.Extensions, extensionGoImport)
	}
	if v.Extensions[extensionGoType] == nil && severalTypes(v) {
		if ofParameter {
			v.Extensions = with(v.Extensions, extensionGoType, "string")
		} else {
			v.Extensions = with(v.Extensions, extensionGoType, "any")
		}
	}
}

// withoutNull takes null out of the values that a schema enumerates, and the names that are given for it out of theirs.
func withoutNull(v *openapi3.Schema) {
	for i := len(v.Enum) - 1; i >= 0; i-- {
		if v.Enum[i] != nil {
			continue
		}
		for _, list := range extensionsGoConstants {
			if names, ok := v.Extensions[list].([]any); ok && len(names) == len(v.Enum) {
				v.Extensions = with(v.Extensions, list, slices.Delete(slices.Clone(names), i, i+1))
			}
		}
		v.Enum = slices.Delete(slices.Clone(v.Enum), i, i+1)
	}
}

// taken are the names that generated code declares whatever the document says.
var taken = func() map[string]bool {
	out := map[string]bool{}
	for _, name := range strings.Fields(`Client ClientInterface ClientOption ClientWithResponses HttpRequestDoer RequestEditorFn
		NewClient NewClientWithResponses WithBaseURL WithHTTPClient WithRequestEditorFn
		GinServerOptions MiddlewareFunc RegisterHandlers RegisterHandlersWithOptions ServerInterface ServerInterfaceWrapper
		Handlers Operation Operations Played Player`) {
		out[name] = true
	}
	return out
}()

// rename gives other names to the types of schemas whose names are taken.
func rename(schemas openapi3.Schemas) {
	for name, r := range schemas {
		goName := codegen.ToCamelCase(name)
		if taken[goName] && r.Value != nil && r.Value.Extensions[extensionGoName] == nil {
			r.Value.Extensions = with(r.Value.Extensions, extensionGoName, goName+"Schema")
		}
	}
}

// with gives extensions with one more.
func with(extensions map[string]any, name string, value any) map[string]any {
	out := map[string]any{name: value}
	for n, v := range extensions {
		if n != name {
			out[n] = v
		}
	}
	return out
}

// hoistTarget makes a component of what a reference leads to, where that is none.
func (a *adaptation) hoistTarget(r *openapi3.SchemaRef) {
	if name, ok := strings.CutPrefix(r.Ref, schemasPrefix); ok && componentName.MatchString(name) {
		return
	}
	name := a.hoisted[r.Ref]
	if name == "" {
		var words []string
		for _, word := range strings.Split(strings.TrimPrefix(r.Ref, "#/"), "/") {
			if !structural[word] {
				words = append(words, word)
			}
		}
		name = a.add(goIdentifier(words), r.Value)
		a.hoisted[r.Ref] = name
	}
	r.Ref = schemasPrefix + name
}

// structural are the words of a pointer that say nothing about what stands there.
var structural = map[string]bool{"components": true, "schemas": true, "properties": true, "$defs": true, "definitions": true, "items": true,
	"schema": true, "content": true}

// add makes a component of a schema and gives its name, which is the one given if that is free.
func (a *adaptation) add(name string, v *openapi3.Schema) string {
	free := name
	for n := 2; a.components[free] != nil; n++ {
		free = fmt.Sprintf("%s%d", name, n)
	}
	a.components[free] = &openapi3.SchemaRef{Value: v}
	return free
}

// hoist makes a component of a schema that is written in place.
func (a *adaptation) hoist(name string, r *openapi3.SchemaRef) {
	if r != nil && r.Value != nil && r.Ref == "" {
		r.Ref = schemasPrefix + a.add(name, r.Value)
	}
}

// response adapts an answer. oapi-codegen gives two names to what is written in place for HAL.
func (a *adaptation) response(owner string, r *openapi3.Response) {
	for _, name := range slices.Sorted(maps.Keys(r.Content)) {
		plain, _, err := mime.ParseMediaType(name)
		if err != nil {
			continue
		}
		if plain == "application/hal+json" && r.Content[name] != nil {
			a.hoist(goIdentifier([]string{owner, "HalBody"}), r.Content[name].Schema)
		}
		if plain != name && r.Content[plain] == nil {
			r.Content[plain] = r.Content[name]
			delete(r.Content, name)
		}
	}
}

// payload keeps the type of what is sent to a callback or a webhook.
func (a *adaptation) payload(name string, o *openapi3.Operation) {
	if o.OperationID != "" {
		name = o.OperationID
	}
	if o.RequestBody == nil || o.RequestBody.Value == nil {
		return
	}
	if m := o.RequestBody.Value.Content["application/json"]; m != nil {
		a.hoist(goIdentifier([]string{name, "Payload"}), m.Schema)
	}
}

// inlineUnlessComponent takes a reference away that leads to no component of a section: what it leads to stands in its
// place.
func inlineUnlessComponent(ref *string, section string) {
	if name, ok := strings.CutPrefix(*ref, "#/components/"+section+"/"); *ref != "" && (!ok || !componentName.MatchString(name)) {
		*ref = ""
	}
}

// named gives a name to a parameter that Go could not export, and to the type of its values.
func (a *adaptation) named(p *openapi3.Parameter) {
	if unexportable(p.Name) && p.Extensions[extensionGoName] == nil {
		p.Extensions = with(p.Extensions, extensionGoName, spelledOut(p.Name))
		a.hoist(spelledOut(p.Name), p.Schema)
	}
}

// unexportable tells of a name that begins with a letter that has no capital.
func unexportable(name string) bool {
	for _, r := range name {
		switch {
		case unicode.IsDigit(r):
			return false
		case unicode.IsLetter(r):
			return !unicode.IsUpper(r) && (!unicode.IsLower(r) || unicode.ToUpper(r) == r)
		}
	}
	return false
}

// spelledOut is a name made of a text's characters.
func spelledOut(text string) string {
	var b strings.Builder
	for _, r := range text {
		fmt.Fprintf(&b, "U%04X", r)
	}
	return b.String()
}

// severalTypes tells of a schema that names more than one JSON type beside null.
func severalTypes(v *openapi3.Schema) bool {
	if v.Type == nil {
		return false
	}
	n := 0
	for _, t := range *v.Type {
		if t != "null" {
			n++
		}
	}
	return n > 1
}

func importPath(extension any) (path string, ok bool) {
	switch e := extension.(type) {
	case string:
		return e, true
	case map[string]any:
		path, ok = e["path"].(string)
	}
	return path, ok
}

// inStandardLibrary tells whether an import is of the standard library: the first element of other paths is a host.
func inStandardLibrary(path string) bool {
	host, _, _ := strings.Cut(path, "/")
	return !strings.Contains(host, ".")
}

// escapePercent doubles the percent signs of paths: the client writes paths with a format.
func escapePercent(document *openapi3.T) {
	for path, item := range document.Paths.Map() {
		if strings.Contains(path, "%") {
			document.Paths.Delete(path)
			document.Paths.Set(strings.ReplaceAll(path, "%", "%%"), item)
		}
	}
}
