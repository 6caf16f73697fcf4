// Package openapi holds the contracts: one OpenAPI 3.1 document per API, written by hand, and common.yaml, which they
// refer to. Everything else about an API comes from its document: the generated server, types and client (gen/), the
// checks of requests and answers, and what scenarios may say.
package openapi

import "embed"

// Documents holds every document at its root, by file name. A document's name without ".yaml" is the API's name;
// common.yaml is no API.
//
//go:embed *.yaml
var Documents embed.FS
