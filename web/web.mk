# The web app, in TypeScript: built into web/dist, which is committed and embedded. Included by the Makefile.

WEB_MODULES := web/node_modules/.package-lock.json
CHROMIUM    ?= /usr/bin/chromium

$(WEB_MODULES): web/package-lock.json
	@command -v npm >/dev/null || { echo 'npm is missing: install Node.js 20.19 or later to work on the web app' >&2; exit 1; }
	cd web && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

.PHONY: web
web: $(WEB_MODULES) ## build web/dist
	cd web && npm run --silent build -- --logLevel warn

.PHONY: lint-web
lint-web: $(WEB_MODULES) ## the types and the linter of the web app
	cd web && npm run --silent lint
