# TypeScript: the packages in gen/typescript, and the clients that partners generate. Included by the Makefile.

.PHONY: generate-typescript
generate-typescript: ## make gen/typescript from openapi/
	@GO='$(GO)' contracts/typescript/run packages

.PHONY: clients
clients: build ## generate TypeScript clients from the served documents and run a journey with each
	@contracts/typescript/run clients
