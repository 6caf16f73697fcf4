package generate

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/speakeasy-api/openapi/overlay"
	"gopkg.in/yaml.v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
)

// maxDocument bounds the documents that code is generated from, in bytes of JSON. The code is some ten times as long.
const maxDocument = 8 << 20

// read gives the self-contained document as oapi-codegen takes it, each call a new one, since oapi-codegen changes it.
func read(api *contract.API, laidOver []byte) (*openapi3.T, finding.List) {
	if len(api.JSON) > maxDocument {
		return nil, finding.List{{Code: "too-large", Place: wholeDocument(api),
			Message: fmt.Sprintf("the document has %d MiB; code is generated from documents of up to %d MiB", len(api.JSON)>>20, maxDocument>>20),
			Hint:    "split the document"}}
	}
	// Each member on a line of its own: oapi-codegen keeps the order of the operations by their lines.
	var text bytes.Buffer
	err := json.Indent(&text, api.JSON, "", " ")
	if err == nil && laidOver != nil {
		err = lay(laidOver, &text)
	}
	var document *openapi3.T
	if err == nil {
		loader := openapi3.NewLoader()
		loader.IncludeOrigin = true
		document, err = loader.LoadFromData(text.Bytes())
	}
	if err != nil {
		return nil, finding.List{{Code: "not-generated", Place: wholeDocument(api), Message: "the code generator cannot read the document: " + err.Error()}}
	}
	for _, o := range api.Operations {
		if item := document.Paths.Value(o.Path); item != nil {
			if operation := item.GetOperation(o.Method); operation != nil {
				operation.OperationID = o.ID // the document may have left it to us
			}
		}
	}
	return document, nil
}

// lay applies an overlay to a document in place. An action that finds nothing is an error.
func lay(text []byte, document *bytes.Buffer) error {
	var over overlay.Overlay
	if err := yaml.Unmarshal(text, &over); err != nil {
		return fmt.Errorf("read the overlay: %w", err)
	}
	var tree yaml.Node
	if err := yaml.Unmarshal(document.Bytes(), &tree); err != nil {
		return fmt.Errorf("read the document for the overlay: %w", err)
	}
	if _, err := over.ApplyToStrict(&tree); err != nil {
		return fmt.Errorf("apply the overlay: %w", err)
	}
	changed, err := yaml.Marshal(&tree)
	if err != nil {
		return fmt.Errorf("write the document with the overlay: %w", err)
	}
	document.Reset()
	document.Write(changed)
	return nil
}
