package generate

import (
	"fmt"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/oapi-codegen/oapi-codegen/v2/pkg/codegen"
)

// usedInside are the names that generated functions use beside the variables of their path parameters: their own
// variables and receivers, the packages that they call, and h, which handlers.go calls its receiver.
var usedInside = func() map[string]bool {
	out := map[string]bool{}
	for _, name := range strings.Fields(`c ctx p h siw r server params body contentType reqEditors req rsp err
		bodyReader bodyStr buf serverURL operationPath queryURL queryValues rawQueryFragments queryParamBuf queryFrag qp
		encoded headers valueList found paramValue value cookie decoded middleware
		bytes context errors fmt gin http io json mime multipart nullable runtime strconv strings time url uuid xml yaml`) {
		out[name] = true
	}
	for _, name := range types.Universe.Names() {
		out[name] = true
	}
	return out
}()

// numbered are the variables that generated functions number.
var numbered = regexp.MustCompile(`^(pathParam|headerParam|cookieParam|cookie)(Buf)?[0-9]+$`)

// renameVariables gives other Go names to path parameters whose variables would hide what generated functions use. One
// that is a component is written in place where that is so, since the name is also that of the component's type. Hold
// generating while it works.
func renameVariables(document *openapi3.T) {
	for _, item := range sorted(document.Paths.Map()) {
		lists := [][]*openapi3.ParameterRef{item.Parameters}
		for _, o := range sorted(item.Operations()) {
			lists = append(lists, o.Parameters)
		}
		given := map[string]bool{}
		all := slices.Concat(lists...)
		for _, p := range all {
			if inPath(p) {
				given[variable(p.Value)] = true
			}
		}
		for _, p := range all {
			if !inPath(p) {
				continue
			}
			name := variable(p.Value)
			if !usedInside[name] && !numbered.MatchString(name) {
				continue
			}
			for usedInside[name] || numbered.MatchString(name) || given[name] {
				name += "Param"
			}
			own := *p.Value
			own.Extensions = with(own.Extensions, extensionGoName, codegen.UppercaseFirstCharacter(name))
			p.Ref, p.Value = "", &own
		}
	}
}

func inPath(p *openapi3.ParameterRef) bool {
	return p != nil && p.Value != nil && p.Value.In == openapi3.ParameterInPath
}

// variable is the Go variable of a parameter.
func variable(p *openapi3.Parameter) string {
	return codegen.ParameterDefinition{ParamName: p.Name, Spec: p}.GoVariableName()
}

// parameter is a parameter of an operation, with what Go calls its variable and its field.
type parameter struct{ name, in, variable, field string }

// parametersOf lists the parameters of each operation, by its id. Hold generating while it works.
func parametersOf(document *openapi3.T) map[string][]parameter {
	out := map[string][]parameter{}
	for _, item := range sorted(document.Paths.Map()) {
		for _, o := range sorted(item.Operations()) {
			for _, p := range slices.Concat(item.Parameters, o.Parameters) {
				if p == nil || p.Value == nil {
					continue
				}
				d := codegen.ParameterDefinition{ParamName: p.Value.Name, Spec: p.Value}
				out[o.OperationID] = append(out[o.OperationID], parameter{p.Value.Name, p.Value.In, d.GoVariableName(), d.GoName()})
			}
		}
	}
	return out
}

// identifiers are the names in a message of the type checker.
var identifiers = regexp.MustCompile(`[\pL_][\pL\pN_]*`)

// parameterIn finds the parameter of an operation whose Go name a message begins with, and says which one it is; "" when
// it is about none.
func (n goNames) parameterIn(operation, message string) string {
	first := identifiers.FindString(message)
	for _, p := range n.parameters[operation] {
		if first != "" && (p.variable == first || p.field == first) {
			return fmt.Sprintf("%s parameter %s of ", p.in, oneLine(p.name))
		}
	}
	return ""
}
