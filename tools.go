//go:build tools || generate

// Package sandbank keeps the versions of the programs that `go generate` runs in go.mod, and says how it runs them.
// One line generates one package of gen/ from one document of openapi/; each package has its settings beside it.
package sandbank

import (
	_ "github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen"
)

//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen -config gen/common/config.yaml openapi/common.yaml
//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen -config gen/bankconnect/config.yaml openapi/bank-connect.yaml
//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen -config gen/deposits/config.yaml openapi/deposits.yaml
//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen -config gen/oauth/config.yaml openapi/oauth.yaml
//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen -config gen/portal/config.yaml openapi/portal.yaml
//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen -config gen/sandbox/config.yaml openapi/sandbox.yaml
//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen -config gen/virtualaccounts/config.yaml openapi/virtual-accounts.yaml
