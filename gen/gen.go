// Package gen holds what code is generated with: the templates that take the place of oapi-codegen's, and overlays. The
// folders beside it are what was generated from the documents in openapi/.
package gen

import "embed"

// Settings holds templates/*.tmpl, and {api}/overlay.yaml for each API that has one.
//
//go:embed templates/*.tmpl sandbox/overlay.yaml
var Settings embed.FS
