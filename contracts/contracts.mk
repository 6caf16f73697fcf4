# The contracts of consumers. Included by the Makefile; every path is relative to the root of the repository.
#
#   make contracts              both sides: the consumers write their pacts, the program is verified against them
#   make contracts PACTS=dir    the program is verified against the pacts of a folder or file of your own
#                               (PACT_PROVIDER_NAME=name when they call the provider otherwise than this program names its APIs)
#
# Both need npm, which brings Pact's native library, and a C compiler, which links the test binaries with it.

PACTS              ?=
PACT_PROVIDER_NAME ?=

# What pact-go v2.4.2 is made for is version 0.4.28 of the library. This is the release that carries it for every platform.
PACT_CORE := 17.0.0
PACT_LIB_DIR := $(CURDIR)/.tools/pact/$(PACT_CORE)

PACT_SYSTEM  := $(shell uname -s)
PACT_MACHINE := $(patsubst aarch64,arm64,$(patsubst x86_64,x64,$(shell uname -m)))
ifeq ($(PACT_SYSTEM),Darwin)
  PACT_PLATFORM := darwin-$(PACT_MACHINE)
  PACT_LIB := $(PACT_LIB_DIR)/libpact_ffi.dylib
else ifeq ($(PACT_SYSTEM),Linux)
  PACT_PLATFORM := linux-$(PACT_MACHINE)-$(if $(wildcard /lib/ld-musl-*),musl,glibc)
  PACT_LIB := $(PACT_LIB_DIR)/libpact_ffi.so
else
  PACT_PLATFORM := $(PACT_SYSTEM)-$(PACT_MACHINE)
  PACT_LIB := $(PACT_LIB_DIR)/libpact_ffi
endif

# Of the library file itself, so that it does not matter where it came from.
PACT_SHA256_linux-x64-glibc   := f2e805e6433afa2cabc3ad3c309786a975075319dcb370c737e0041b4bff9887
PACT_SHA256_linux-arm64-glibc := 4ac9db05a655e75d874f3bee73eb43e69bbf1f9eacbaf93c52c2a5ba74fe0ec1
PACT_SHA256_darwin-arm64      := 4c2a762fb7d930bcc1296751a4c3270cf3d36aab5eb2152692f0e0108bf943a7
PACT_SHA256_darwin-x64        := 987992b862e00544d7b03caf93ada69599c1689b0be8f6cb795c8d7162d20740
PACT_SHA256 := $(PACT_SHA256_$(PACT_PLATFORM))

# What the environment may say about which interactions to verify is taken away: a filter left over in a shell would
# leave some out. The library is found where it was fetched to, whatever lies in the system's own folders.
PACT_GO := env -u PACT_DESCRIPTION -u PACT_PROVIDER_STATE -u PACT_PROVIDER_NO_STATE -u PACT_URL -u PACT_BROKER_URL \
  PACT_DO_NOT_TRACK=true CGO_ENABLED=1 LD_LIBRARY_PATH='$(PACT_LIB_DIR)' \
  CGO_LDFLAGS='-L$(PACT_LIB_DIR) -Wl,-rpath,$(PACT_LIB_DIR)' $(GO)

INDEPENDENT := contracts/independent/node_modules/.package-lock.json

# What this machine lacks, as a sentence; empty when it lacks nothing.
CONTRACTS_CC = $(shell $(GO) env CC)
CONTRACTS_LACK = $(if $(shell command -v npm),,npm is missing: install Node.js 20 or later.) \
  $(if $(shell command -v $(firstword $(CONTRACTS_CC))),,A C compiler is missing: install gcc or clang ($(CONTRACTS_CC) is not there).) \
  $(if $(PACT_SHA256),,The native library of Pact has no checksum for $(PACT_PLATFORM): add PACT_SHA256_$(PACT_PLATFORM) to contracts/contracts.mk.)

.PHONY: contracts
contracts: contracts-able ## verify consumers' contracts, both sides (PACTS=dir: a partner's own, against the program alone)
ifeq ($(PACTS),)
	@$(MAKE) --no-print-directory contracts-consumers
endif
	@$(MAKE) --no-print-directory contracts-provider
ifeq ($(PACTS),)
	@$(MAKE) --no-print-directory build
	$(BIN) contracts check contracts/pacts
endif

# What `make test` runs: everything, where this machine is able to. Where it is not, that is said, and it is a failure
# in CI (where the environment variable CI is set).
.PHONY: contracts-if-possible
contracts-if-possible:
	@lack='$(strip $(CONTRACTS_LACK))'; if [ -z "$$lack" ]; then \
	  $(MAKE) --no-print-directory contracts-lint && $(MAKE) --no-print-directory contracts && $(MAKE) --no-print-directory contracts-independent; \
	elif [ -n "$$CI" ]; then echo "contracts cannot be verified. $$lack" >&2; exit 1; \
	else echo "contracts are NOT verified on this machine. $$lack"; fi

.PHONY: contracts-able
contracts-able:
	@lack='$(strip $(CONTRACTS_LACK))'; if [ -n "$$lack" ]; then echo "contracts cannot be verified. $$lack" >&2; exit 1; fi

.PHONY: contracts-consumers
contracts-consumers: $(PACT_LIB) ## run the consumers' tests, which write contracts/pacts
	@cd contracts && $(PACT_GO) test -tags pact -count=1 -run '^TestConsumer'
	@$(MAKE) --no-print-directory contracts-web

.PHONY: contracts-provider
contracts-provider: $(PACT_LIB) ## verify the program against contracts/pacts (PACTS=dir: against a partner's own)
	@cd contracts && PACTS='$(if $(PACTS),$(abspath $(PACTS)))' PACT_PROVIDER_NAME='$(PACT_PROVIDER_NAME)' \
	  $(PACT_GO) test -tags pact -count=1 -run '$(if $(PACTS),^TestTheProviderHonoursThePacts$$$$,^TestTheProvider)'

.PHONY: contracts-independent
contracts-independent: $(INDEPENDENT) ## have contracts/pacts judged by a verifier and a comparator that are not ours
	@cd contracts/independent && $(GO) test -tags independent -count=1

# The tests of contracts are behind build tags, which `go vet ./...` and the linters do not see.
.PHONY: contracts-lint
contracts-lint: contracts-able ## go vet and the linters for the tests behind build tags
	CGO_ENABLED=1 $(GO) vet -tags pact,independent ./contracts/...
	CGO_ENABLED=1 $(LINT) run --build-tags pact,independent ./contracts/...

$(INDEPENDENT): contracts/independent/package-lock.json
	@command -v npm >/dev/null || { echo 'npm is missing: install Node.js 20 or later.' >&2; exit 1; }
	cd contracts/independent && npm ci --no-audit --no-fund --silent
	@touch $@

$(PACT_LIB): | contracts-able
	@mkdir -p '$(PACT_LIB_DIR)'
	@set -e; tmp=$$(mktemp -d); trap 'rm -rf "$$tmp"' EXIT; \
	npm pack --silent --pack-destination "$$tmp" '@pact-foundation/pact-core-$(PACT_PLATFORM)@$(PACT_CORE)' >/dev/null; \
	tar -xzf "$$tmp"/*.tgz -C "$$tmp" package/prebuilds; \
	cp "$$tmp"/package/prebuilds/*/libpact_ffi* "$$tmp/lib"; \
	got=$$({ command -v sha256sum >/dev/null && sha256sum "$$tmp/lib" || shasum -a 256 "$$tmp/lib"; } | cut -d ' ' -f 1); \
	if [ "$$got" != '$(PACT_SHA256)' ]; then \
	  echo "Pact's native library for $(PACT_PLATFORM) has the checksum $$got, not $(PACT_SHA256)." >&2; exit 1; \
	fi; \
	if [ '$(PACT_SYSTEM)' = Darwin ]; then install_name_tool -id '$@' "$$tmp/lib"; fi; \
	chmod 644 "$$tmp/lib"; mv "$$tmp/lib" '$@'
	@touch '$@'
