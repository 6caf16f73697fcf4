package generate

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/oapi-codegen/oapi-codegen/v2/pkg/codegen"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
)

// maxTroubles bounds the findings of one document.
const maxTroubles = 20

// goNames says which Go names operations and schemas have, and the other way around.
type goNames struct {
	operations, schemas map[string]origin      // by the Go name
	byID                map[string]string      // the Go names of operations
	parameters          map[string][]parameter // of operations, by the id
}

// origin is an operation or a schema of a document.
type origin struct {
	what, name string
	place      finding.Place
}

// namesOf lists the Go names that oapi-codegen makes of operations, their parameters, and schemas. Hold generating while
// it works.
func namesOf(api *contract.API, document *openapi3.T) goNames {
	n := goNames{operations: map[string]origin{}, schemas: map[string]origin{}, byID: map[string]string{}, parameters: parametersOf(document)}
	for _, name := range api.Schemas() {
		n.schemas[codegen.SchemaNameToTypeName(name)] = origin{"schema", name, api.Schema(name).Place()}
	}
	for _, o := range api.Operations {
		name := codegen.SchemaNameToTypeName(codegen.ToCamelCase(o.ID))
		n.operations[name], n.byID[o.ID] = origin{"operation", o.ID, o.Place()}, name
	}
	return n
}

// of finds what the declaration of a trouble was made of: what has its name, or else the longest name that it begins with.
// A function, and the parameters of an operation, are made of the operation.
func (n goNames) of(t trouble) (found origin, ok bool) {
	if o, ok := n.operations[strings.TrimSuffix(t.decl, "Params")]; ok && strings.HasSuffix(t.decl, "Params") {
		return o, true
	}
	lists, decls := []map[string]origin{n.schemas, n.operations}, []string{t.decl}
	if t.function {
		lists, decls = lists[1:], append(decls, strings.TrimPrefix(t.decl, "New"), strings.TrimPrefix(t.decl, "Parse"))
	}
	longest := 0
	for _, names := range lists {
		for name, o := range names {
			begins := slices.ContainsFunc(decls, func(decl string) bool { return strings.HasPrefix(decl, name) })
			if begins && len(name) > longest {
				longest, found = len(name), o
			}
		}
	}
	return found, longest > 0
}

// blamed places what is wrong with generated code at what it was generated from, once for each place. Names that are
// declared twice hide everything else, which may only follow from them.
func blamed(api *contract.API, troubles []trouble, names goNames) finding.List {
	if slices.ContainsFunc(troubles, trouble.twice) {
		troubles = slices.DeleteFunc(troubles, func(t trouble) bool { return !t.twice() })
	}
	var out finding.List
	seen := map[finding.Place]bool{}
	for _, t := range troubles {
		f := finding.Finding{Code: "not-generated", Place: wholeDocument(api), Message: "the code for this document would not compile: " + t.message}
		if o, ok := names.of(t); ok {
			f.Place = o.place
			about := ""
			if o.what == "operation" {
				about = names.parameterIn(o.name, t.message)
			}
			f.Message = fmt.Sprintf("the code for %s%s %s would not compile: %s", about, o.what, o.name, t.message)
		}
		if t.twice() {
			f.Hint = "two names of the document become the same name in Go; rename one of them, or give it an x-go-name"
		}
		if !seen[f.Place] && len(out) < maxTroubles {
			seen[f.Place] = true
			out = append(out, f)
		}
	}
	out.Sort()
	return out
}

// twice tells whether a name is declared twice.
func (t trouble) twice() bool {
	return strings.Contains(t.message, "redeclared") || strings.Contains(t.message, "already declared")
}

// sameNames refuses operations whose ids become the same name in Go.
func sameNames(api *contract.API) finding.List {
	var found finding.List
	first := map[string]*contract.Operation{}
	for _, o := range api.Operations {
		name := codegen.ToCamelCase(o.ID)
		other := first[name]
		if other == nil {
			first[name] = o
			continue
		}
		found = append(found, finding.Finding{Code: "same-name", Place: o.Place(),
			Message: fmt.Sprintf("in Go, operation %s has the name of operation %s: %s", o.ID, other.ID, name), Hint: "give one of them another operationId",
			Related: []finding.Related{{Place: other.Place(), Message: "the other operation"}}})
	}
	return found
}

// words are what an error may name parts of a document by.
var words = regexp.MustCompile(`[^\s"'():,]+`)

// refused places an error of oapi-codegen at the operation or the schema that it names.
func refused(api *contract.API, err error, names goNames) finding.List {
	f := finding.Finding{Code: "not-generated", Place: wholeDocument(api), Message: "oapi-codegen cannot write code for this document: " + oneLine(err.Error())}
	named := map[string]origin{}
	for _, list := range []map[string]origin{names.schemas, names.operations} {
		inOrder(list, func(name string, o origin) { named[name], named[o.name] = o, o })
	}
	for _, o := range api.Operations {
		at := names.operations[names.byID[o.ID]]
		named[o.Path], named[o.Method+"/"+o.Path] = at, at
	}
	for _, word := range words.FindAllString(err.Error(), -1) {
		if p, ok := named[strings.TrimPrefix(word, schemasPrefix)]; ok {
			f.Place = p.place
			f.Message = fmt.Sprintf("oapi-codegen cannot write code for %s %s: %s", p.what, p.name, oneLine(err.Error()))
			break
		}
	}
	return finding.List{f}
}

// wholeDocument is the place of a document of which no line is to blame.
func wholeDocument(api *contract.API) finding.Place {
	if len(api.Operations) > 0 {
		return finding.Place{File: api.Operations[0].Place().File}
	}
	if names := api.Schemas(); len(names) > 0 {
		return finding.Place{File: api.Schema(names[0]).Place().File}
	}
	return finding.Place{File: api.Name}
}
