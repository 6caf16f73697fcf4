# sandbank: `make run` starts the sandbox, `make test` checks everything. `make help` lists the rest.

GO       ?= go
BIN      := bin/sandbank
LINT     := $(GO) tool -modfile=.ci/lint/go.mod golangci-lint
REDOCLY  := openapi/lint/node_modules/.bin/redocly
FUZZTIME ?= 6s
RUN_ARGS ?=
# What the documents are compared with: the commit of their last release, which is the last one that wrote their changelog.
BASE     ?= $(shell git log -1 --format=%H -- openapi/CHANGELOG.md 2>/dev/null)

.DEFAULT_GOAL := help

include contracts/contracts.mk contracts/typescript/typescript.mk web/web.mk

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z][a-z-]*:.*## / {printf "  %-22s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: run
run: build ## start the bank's developer programme with a demo, on 127.0.0.1:8080 (RUN_ARGS adds flags)
	$(BIN) serve --simulate-reviews $(RUN_ARGS)

.PHONY: mock
mock: build ## start the sandbox without accounts, on 127.0.0.1:8080 (RUN_ARGS adds flags)
	$(BIN) mock $(RUN_ARGS)

.PHONY: build
build: ## build bin/sandbank
	CGO_ENABLED=0 $(GO) build -trimpath -o $(BIN) ./cmd/sandbank

.PHONY: generate
generate: ## make gen/ from openapi/
	$(GO) generate -tags tools ./...
	@$(MAKE) --no-print-directory generate-typescript

.PHONY: test
test: vet lint lint-docs pipeline unit fuzz contracts-if-possible clients lint-web test-web ## everything that must pass before a change lands

.PHONY: vet
vet: ## go vet
	$(GO) vet ./...

.PHONY: lint
lint: ## the Go linters, at the version that .ci/lint/go.mod names
	$(LINT) run ./...

.PHONY: lint-docs
lint-docs: $(REDOCLY) ## the linter of the OpenAPI documents
	cd openapi/lint && npm run --silent lint

$(REDOCLY): openapi/lint/package-lock.json
	@command -v npm >/dev/null || { echo 'npm is missing: install Node.js 20 or later to lint the OpenAPI documents' >&2; exit 1; }
	cd openapi/lint && npm ci --no-audit --no-fund --silent
	@touch $@

# Everything is run once without the race detector, which makes most tests some ten times as slow. With it is run, once
# more, what it can see something in: what several goroutines of one process do.
#
# RACED are the packages in which, or in whose tests, goroutines are started or wait for one another. The others have none.
RACED = $(shell grep -rlE --include='*.go' '^[[:space:]]*go (func|[a-z])|t\.Parallel|"sync"|"sync/atomic"|errgroup' cmd internal server openapi gen | \
  grep -v '^$(PROCESSES)/' | xargs -n 1 dirname | sort -u | sed 's,^,./,')
# PROCESSES holds tests of the program as a process of its own, which is built as it is released, without the detector. Raced
# are those of them that start a server within the test.
PROCESSES := internal/e2e
INSIDE = $(shell grep -lE 'serveInside|serveHeld' $(PROCESSES)/*_test.go | xargs grep -hoE '^func Test[A-Za-z0-9]+' | cut -d ' ' -f 2 | paste -s -d '|' -)
# ALONE are tests of RACED packages in which one goroutine works through a great number of documents, or waits for compilers.
ALONE := ^(TestDamagedDocumentsAreRefusedOrServed|TestValuesAreGeneratedForEverySchemaOfOurDocuments|TestValuesAreGeneratedForDifficultSchemas|TestASchemaWithoutValuesIsAnErrorThatNamesThePlace|TestOurDocumentsAreValidForTheOpenAPILibrary|TestTheCodeOfEveryDocumentCompiles|TestTheSameDocumentGivesTheSameFilesWhateverIsGeneratedBesideIt|TestPipelines|TestAFirstScenarioOfAnyDocumentPassesItsOwnTest|TestDocumentsOfTheProgramAreComparedWithABase|TestDocumentsThatAreNamedAreComparedWithWhatTheyWereInARevision)$$

.PHONY: unit
unit: ## unit and end-to-end tests, then with the race detector what has several goroutines
	@ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || command -v postgres >/dev/null || \
	  echo 'NOT TESTED: no PostgreSQL server is installed, so nothing is tested with one (with CI set that fails)' >&2
	@command -v pdftotext >/dev/null || \
	  echo 'NOT TESTED: pdftotext (poppler-utils) is not installed, so no statement is read with it (with CI set that fails)' >&2
	$(GO) test -shuffle=on -timeout 10m ./...
	@$(MAKE) --no-print-directory race

.PHONY: race
race: ## with the race detector: what has several goroutines
	$(GO) test -race -shuffle=on -timeout 15m -skip '$(ALONE)' $(RACED)
	$(GO) test -race -shuffle=on -timeout 15m -run '^($(INSIDE))$$' ./$(PROCESSES)

# What is fuzzed for a short while in every run: folder:target.
FUZZ := internal/engine:FuzzLoad internal/engine/expression:FuzzCompile internal/trial:FuzzLoad \
  internal/contract:FuzzSchemasDecideAsTheOracleDoes internal/contract:FuzzDecodeJSON internal/contract:FuzzLoadDocument

.PHONY: fuzz
fuzz: ## short fuzzing of the scenario loader and the body checker (FUZZTIME sets how long each)
	@set -e; for f in $(FUZZ); do \
	  $(GO) test -run '^$$' -fuzz "^$${f#*:}$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x "./$${f%:*}"; \
	done

.PHONY: pipeline
pipeline: build ## sandbank ci: documents, scenarios and their tests, pacts, and what changed since BASE
	$(BIN) ci --strict --coverage-min 95 $(if $(BASE),--base '$(BASE)') scenarios

.PHONY: bench
bench: ## benchmarks: the parts, and the real server beside bare gin
	$(GO) test -run '^$$' -bench . -benchmem ./internal/... ./server/...

.PHONY: clean
clean: ## remove what was built
	rm -rf bin
