package contract

import (
	"context"
	"errors"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/sandbank/sandbank/internal/finding"
)

// SecondOpinion has another reader of OpenAPI judge the self-contained document, and gives what it objects to. It is
// for checking documents, not for serving them: it takes longer than loading, and its findings have no line. It
// is not asked about examples and defaults, which loading holds against their schemas, and reports with their places.
func (a *API) SecondOpinion(ctx context.Context) finding.List {
	document, err := openapi3.NewLoader().LoadFromData(a.JSON)
	if err == nil {
		err = document.Validate(ctx, openapi3.EnableMultiError(), openapi3.DisableExamplesValidation(), openapi3.DisableSchemaDefaultsValidation())
	}
	if err == nil {
		return nil
	}
	var many openapi3.MultiError
	if !errors.As(err, &many) {
		many = openapi3.MultiError{err}
	}
	var out finding.List
	file := a.Name
	if len(a.Operations) > 0 {
		file = a.Operations[0].file
	}
	for _, e := range many {
		out = append(out, finding.Finding{Code: "openapi-invalid", Severity: finding.Warning, Place: finding.Place{File: file},
			Message: "another reader of OpenAPI objects: " + brief(e)})
	}
	return out
}

// maxObjection bounds the text of an objection, in characters.
const maxObjection = 300

// brief gives an objection on one line, without the schema and the value that it ends with.
func brief(err error) string {
	text, _, _ := strings.Cut(err.Error(), "\nSchema:\n")
	text = strings.Join(strings.Fields(text), " ")
	if all := []rune(text); len(all) > maxObjection {
		text = string(all[:maxObjection]) + "…"
	}
	return text
}
