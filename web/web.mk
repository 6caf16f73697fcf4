# The web app, in TypeScript: built into web/dist, which is committed and embedded. Included by the Makefile.

WEB_MODULES := web/node_modules/.package-lock.json
CHROMIUM    ?= /usr/bin/chromium

$(WEB_MODULES): web/package-lock.json
	@command -v npm >/dev/null || { echo 'npm is missing: install Node.js 20.19 or later to work on the web app' >&2; exit 1; }
	cd web && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

.PHONY: web-modules
web-modules: $(WEB_MODULES) ## fetch what the web app is built from

.PHONY: web
web: $(WEB_MODULES) ## build web/dist
	cd web && npm run --silent build -- --logLevel warn

.PHONY: lint-web
lint-web: $(WEB_MODULES) ## the types and the linter of the web app
	cd web && npm run --silent lint

# Pages in a browser, against the real program. Where Chromium is missing that is said, and it is a failure in CI.
.PHONY: test-web
test-web: $(WEB_MODULES) build ## test the web app: its functions, its size, and its pages in Chromium
	cd web && npm run --silent unit
	@if [ -x '$(CHROMIUM)' ]; then cd web && CHROMIUM='$(CHROMIUM)' npm run --silent test; \
	elif [ -n "$$CI" ]; then echo 'the pages cannot be tested: $(CHROMIUM) is missing (set CHROMIUM to another browser)' >&2; exit 1; \
	else echo 'NOT TESTED: $(CHROMIUM) is missing, so no page is opened (install chromium, or set CHROMIUM; with CI set that fails)' >&2; fi

# The app as a consumer: its pages call Pact's mock server. It writes contracts/pacts/sandbank-web-*.json.
.PHONY: contracts-web
contracts-web: $(WEB_MODULES) ## run the app's pages as a consumer, which writes its pacts
	@if [ -x '$(CHROMIUM)' ]; then cd web && CHROMIUM='$(CHROMIUM)' PACT_DO_NOT_TRACK=true npm run --silent contract; \
	elif [ -n "$$CI" ]; then echo "the app's pacts cannot be written: $(CHROMIUM) is missing (set CHROMIUM to another browser)" >&2; exit 1; \
	else echo "NOT WRITTEN: $(CHROMIUM) is missing, so the app's pacts stay as they are committed" >&2; fi

.PHONY: bench-web
bench-web: $(WEB_MODULES) build ## how long first views take in Chromium, cold (TIMES sets how often each is loaded)
	cd web && CHROMIUM='$(CHROMIUM)' npx playwright test --config bench.config.ts

.PHONY: screenshots
screenshots: $(WEB_MODULES) build ## take a picture of every page: light, dark and on a phone, into web/screenshots
	rm -rf web/screenshots
	cd web && CHROMIUM='$(CHROMIUM)' SCREENSHOTS=1 npm run --silent test

# The pictures of docs/portal.md and the README: what they are called there, and the picture of a page that each is.
PICTURES := console=journey-console log-entry=journey-log-entry journey=journey-stages review=journey-review studio=studio-tests

.PHONY: pictures
pictures: $(WEB_MODULES) build ## take the pictures of the documentation anew, into docs/pictures
	cd web && CHROMIUM='$(CHROMIUM)' SCREENSHOTS=1 npm run --silent test -- journeys studio
	mkdir -p docs/pictures
	for picture in $(PICTURES); do cp "web/screenshots/$${picture#*=}-light.png" "docs/pictures/$${picture%=*}.png"; done
