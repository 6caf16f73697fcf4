package agreement

import (
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
)

// location is where the documents have the target of a request.
type location struct {
	operation *contract.Operation
	// path is the request's below the document's base path. bare is set when the pact leaves that out, as its paths are
	// relative to the address that is verified.
	path string
	bare bool
	// allow lists the methods of a path that is known, but not with this one; known is an operation of it.
	allow []string
	known *contract.Operation
}

// locate finds the operation of a method and path. The base paths of the documents belong to the path; only when no
// document has it so, it is tried without them.
func (c *checker) locate(method, path string) location {
	var out location
	for _, bare := range []bool{false, true} {
		for _, api := range c.apis {
			rest, below := path, api.BasePath != ""
			if !bare {
				rest, below = api.Below(path)
			}
			if !below {
				continue
			}
			op, _, allow := api.Match(method, rest)
			switch {
			case op != nil && (out.operation == nil || op.MoreConcrete(out.operation)):
				out = location{operation: op, path: rest, bare: bare}
			case op == nil && len(allow) > 0 && out.allow == nil:
				out.allow = allow
				out.known, _, _ = api.Match(allow[0], rest)
			}
		}
		if out.operation != nil || out.allow != nil {
			return out
		}
	}
	return out
}

func (e *examination) unknownOperation(where location) {
	method, path := e.Request.Method, e.Request.Path
	if len(where.allow) > 0 {
		e.fail("unknown-operation", e.Request.Pointer+"/method", operationHere(where.known), "the document has %s for the path %s, not %s",
			strings.Join(where.allow, ", "), shorten(path), shorten(method))
		return
	}
	e.report(finding.Error, "unknown-operation", e.Request.Pointer+"/path", e.nearPath(method, path), nil, "no document has the path %s", shorten(path))
}

// nearPath suggests the path that was probably meant, with the request's own segments for the variables. The base path of
// a document may be left out, as the pact's paths may leave it out.
func (c *checker) nearPath(method, path string) string {
	asked := strings.Split(strings.TrimSuffix(path, "/"), "/")
	templates := map[string]string{}
	var candidates []string
	for _, api := range c.apis {
		for _, o := range api.Operations {
			for _, template := range []string{api.BasePath + o.Path, o.Path} {
				candidate, fits := filled(template, asked)
				if o.Method == method && fits && templates[candidate] == "" {
					templates[candidate] = template
					candidates = append(candidates, candidate)
				}
			}
		}
	}
	if near := finding.Suggest(path, candidates); near != "" {
		return `did you mean "` + templates[near] + `"?`
	}
	return ""
}

// filled writes segments into the variables of a template of as many segments.
func filled(template string, segments []string) (path string, fits bool) {
	parts := strings.Split(template, "/")
	if len(parts) != len(segments) {
		return "", false
	}
	for i, part := range parts {
		if strings.HasPrefix(part, "{") && strings.HasSuffix(part, "}") {
			parts[i] = segments[i]
		}
	}
	return strings.Join(parts, "/"), true
}
