package generate

import (
	"fmt"
	"io/fs"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/oapi-codegen/oapi-codegen/v2/pkg/codegen"

	"github.com/sandbank/sandbank/gen"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
)

// generating is held while oapi-codegen works, whose state is global.
var generating sync.Mutex

// templates take the place of oapi-codegen's templates of these names.
var templates = sync.OnceValues(func() (map[string]string, error) {
	out := map[string]string{}
	for name, file := range map[string]string{
		"client-with-responses.tmpl": "templates/client-with-responses.tmpl",
		"gin/gin-register.tmpl":      "templates/gin-register.tmpl",
	} {
		text, err := fs.ReadFile(gen.Settings, file)
		if err != nil {
			return nil, fmt.Errorf("read a template: %w", err)
		}
		out[name] = string(text)
	}
	return out, nil
})

// Overlay gives the overlay of an API that this program carries, nil for none.
func Overlay(api string) []byte {
	text, err := fs.ReadFile(gen.Settings, api+"/overlay.yaml")
	if err != nil {
		return nil // there is none
	}
	return text
}

// configuration is how oapi-codegen is asked for a part.
func configuration(p part, packageName string) (codegen.Configuration, error) {
	own, err := templates()
	if err != nil {
		return codegen.Configuration{}, err
	}
	return codegen.Configuration{
		PackageName: packageName,
		Generate:    codegen.GenerateOptions{Models: true, Client: p == clientPart, GinServer: p == serverPart},
		Compatibility: codegen.CompatibilityOptions{
			AlwaysPrefixEnumValues: true, PreserveOriginalOperationIdCasingInEmbeddedSpec: true,
		},
		OutputOptions: codegen.OutputOptions{
			GenerateTypesForAnonymousSchemas: true, NullableType: true, ResolveTypeNameCollisions: true,
			SkipClientResponseContentType: true, SkipResponseBodyGetters: true, SkipPrune: true,
			SkipFmt:       true, // by the rules of the machine that it runs on; check.go does it
			UserTemplates: own,
			TypeMapping: &codegen.TypeMapping{Number: codegen.FormatMapping{
				Default: codegen.SimpleTypeSpec{Type: "float64"}, // by itself it would lose digits
			}},
		},
	}.UpdateDefaults(), nil
}

// write gives the code of one part of a document. The code is nil when there are errors, and only then.
func write(api *contract.API, o Options, p part) (*code, finding.List) {
	if found := sameNames(api); found != nil {
		return nil, found
	}
	document, found := read(api, o.Overlay)
	if document == nil {
		return nil, found
	}
	adapt(document)
	if p == clientPart {
		escapePercent(document)
	}
	if found := measure(api, document); found != nil {
		return nil, found
	}
	config, err := configuration(p, o.Package)
	if err != nil {
		return nil, finding.List{{Code: "not-generated", Place: wholeDocument(api), Message: err.Error()}}
	}
	source, names, err := run(api, document, config)
	if err != nil {
		return nil, refused(api, err, names)
	}
	c, troubles := checked(headed(source, api, p, o.Package))
	if len(troubles) > 0 {
		return nil, blamed(api, troubles, names)
	}
	c.names = names
	return c, nil
}

// run has oapi-codegen write the code. What makes it panic is an error.
func run(api *contract.API, document *openapi3.T, config codegen.Configuration) (source string, names goNames, err error) {
	generating.Lock()
	defer generating.Unlock()
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("it stops at: %v", cause)
		}
	}()
	// The names must be had while generating is held; they are the same before and after.
	renameVariables(document)
	names = namesOf(api, document)
	source, err = codegen.Generate(document, config)
	return source, names, err
}
