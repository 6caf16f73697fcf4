package agreement_test

import (
	"fmt"
	"strings"
	"testing"
)

// ruled writes an interaction in which one rule of a part of a body is the point: of a request where the status is 201,
// else of the response.
func ruled(response bool, body, path, matchers string) string {
	rules := fmt.Sprintf(`"matchingRules": {"body": {%q: {"matchers": [%s]}}}`, path, matchers)
	if response {
		return exchange("GET", found, "", 200, `"body": `+body+", "+rules)
	}
	return exchange("POST", "/v1/orders", post+body+", "+rules, 201, "")
}

// about shortens a message to what it says of the rule.
func about(text string) string {
	text, _, _ = strings.Cut(text, " (/interactions")
	return text
}

func TestRulesOfRequestsSayWhatElseMayBeSent(t *testing.T) {
	for _, c := range []struct{ name, body, path, matchers, want string }{
		{"any number", `{"quantity": 1}`, "$.quantity", `{"match": "number"}`,
			`warning rule-allows-more: the matching rule of the request's body /quantity (number) allows fractions, which the document forbids: it is an integer; write integer`},
		{"fractions", `{"quantity": 1}`, "$.quantity", `{"match": "decimal"}`,
			`error rule-contradicts-document: the matching rule of the request's body /quantity (decimal) takes fractions only, and the document has an integer`},
		{"whole numbers", `{"quantity": 1}`, "$.quantity", `{"match": "integer"}`, ``},
		{"whole numbers where any will do", `{"quantity": 1, "price": 5}`, "$.price", `{"match": "integer"}`, ``},
		{"the kind of a value", `{"quantity": 1, "state": "open"}`, "$.state", `{"match": "type"}`, ``},
		{"alternatives that are all known", `{"quantity": 1, "state": "open"}`, "$.state", `{"match": "regex", "regex": "^(open|paid)$"}`, ``},
		{"an alternative that is not", `{"quantity": 1, "state": "open"}`, "$.state", `{"match": "regex", "regex": "^(?:open|lost)$"}`,
			`error rule-allows-more: the matching rule of the request's body /state allows "lost", which the document forbids: it must be one of "open", "paid"`},
		{"alternatives by characters", `{"quantity": 1, "state": "open"}`, "$.state", `{"match": "regex", "regex": "^[op](pen|aid)$"}`,
			`error rule-allows-more: the matching rule of the request's body /state allows "oaid", which the document forbids: it must be one of "open", "paid"`},
		{"any text", `{"quantity": 1, "state": "open"}`, "$.state", `{"match": "regex", "regex": ".+"}`,
			`warning rule-allows-more: the matching rule of the request's body /state allows " ", which the document forbids: it must be one of "open", "paid"`},
		{"a text that is too long", `{"quantity": 1, "note": "aaaa"}`, "$.note", `{"match": "regex", "regex": "a{4,8}"}`,
			`warning rule-allows-more: the matching rule of the request's body /note allows "aaaaaa", which the document forbids: it must be at most 5 characters, has 6`},
		{"a text that is short enough", `{"quantity": 1, "note": "aa"}`, "$.note", `{"match": "regex", "regex": "^(a|b)?[ab]?$"}`, ``},
		{"a form that another rule narrows", `{"quantity": 1, "state": "open"}`, "$.state", `{"match": "regex", "regex": "open|lost"}, {"match": "include", "value": "pe"}`, ``},
		{"numbers as text", `{"quantity": 1}`, "$.quantity", `{"match": "regex", "regex": "[0-9][.]5|1"}`,
			`error rule-allows-more: the matching rule of the request's body /quantity allows 0.5, which the document forbids: it must be an integer, is a fraction`},
		{"true and false", `{"quantity": 1, "paid": true}`, "$.paid", `{"match": "boolean"}`,
			`error rule-allows-more: the matching rule of the request's body /paid allows false, which the document forbids: it must be true`},
		{"a tag with other members", `{"quantity": 1, "way": {"kind": "card", "number": "1"}}`, "$.way.kind", `{"match": "regex", "regex": "card|upi"}`,
			`error rule-allows-more: the matching rule of the request's body /way/kind allows "upi", which the document forbids: /way/number is not a known member`},
		{"a tag alone", `{"quantity": 1, "way": {"kind": "upi"}}`, "$.way.kind", `{"match": "type"}`, ``},
		{"shorter lists", `{"quantity": 1, "tags": ["a", "b"]}`, "$.tags", `{"match": "type", "min": 1}`,
			`warning rule-allows-more: the matching rule of the request's body /tags allows 1 item, and the document wants at least 2`},
		{"longer lists", `{"quantity": 1, "tags": ["a", "b"]}`, "$.tags", `{"match": "type", "min": 2, "max": 9}`,
			`warning rule-allows-more: the matching rule of the request's body /tags allows 9 items, and the document takes at most 4`},
		{"lists that are too long", `{"quantity": 1, "tags": ["a", "b"]}`, "$.tags", `{"match": "type", "min": 5}`,
			`error rule-contradicts-document: the matching rule of the request's body /tags wants at least 5 items, and the document has at most 4`},
		{"lists that are too short", `{"quantity": 1, "tags": ["a", "b"]}`, "$.tags", `{"match": "type", "max": 1}`,
			`error rule-contradicts-document: the matching rule of the request's body /tags wants at most 1 item, and the document has at least 2`},
		{"lists that fit", `{"quantity": 1, "tags": ["a", "b"]}`, "$.tags", `{"match": "type", "min": 2, "max": 4}`, ``},
		{"dates", `{"quantity": 1, "due": "2030-01-31"}`, "$.due", `{"match": "date", "format": "yyyy-MM-dd"}`, ``},
		{"dates as they are", `{"quantity": 1, "due": "2030-01-31"}`, "$.due", `{"match": "date"}`, ``},
		{"times with an offset", `{"quantity": 1, "at": "2030-01-31T10:00:00+05:30"}`, "$.at", `{"match": "timestamp", "timestamp": "yyyy-MM-dd'T'HH:mm:ssXXX"}`, ``},
		{"times with a fraction", `{"quantity": 1, "at": "2030-01-31T10:00:00.000Z"}`, "$.at", `{"match": "datetime", "format": "yyyy-MM-dd'T'HH:mm:ss.SSSXXX"}`, ``},
		{"a time of day", `{"quantity": 1, "time": "10:30"}`, "$.time", `{"match": "time", "format": "HH:mm"}`, ``},
		{"a time with short hours", `{"quantity": 1, "time": "10:30"}`, "$.time", `{"match": "time", "format": "H:mm"}`,
			`warning rule-allows-more: the matching rule of the request's body /time allows "0:00", which the document forbids: it must match the pattern ^[0-9]{2}:[0-9]{2}$`},
		{"a format with names", `{"quantity": 1, "due": "2030-01-31"}`, "$.due", `{"match": "date", "format": "d MMMM yyyy"}`, ``},
		{"versions", `{"quantity": 1, "version": "1.2.3"}`, "$.version", `{"match": "semver"}`,
			`warning rule-allows-more: the matching rule of the request's body /version allows "1.0.0-alpha.1+build.7", which the document forbids: it must match the pattern ^[0-9]+[.][0-9]+[.][0-9]+$`},
		{"a text inside", `{"quantity": 1, "state": "open"}`, "$.state", `{"match": "include", "value": "pe"}`,
			`warning rule-allows-more: the matching rule of the request's body /state allows "pe", which the document forbids: it must be one of "open", "paid"`},
		{"names of members", `{"quantity": 1, "map": {"size": "low"}}`, "$.map", `{"match": "eachKey", "rules": [{"match": "regex", "regex": "^[A-Za-z]+$"}]}`,
			`warning rule-allows-more: the matching rule of the names in the request's body /map allows "A", which the document forbids: it must match the pattern ^[a-z]+$`},
		{"values of members", `{"quantity": 1, "map": {"size": "low"}}`, "$.map", `{"match": "eachValue", "rules": [{"match": "regex", "regex": "low|none"}]}`,
			`error rule-allows-more: the matching rule of the request's body /map/size allows "none", which the document forbids: it must be one of "low", "high"`},
		{"items of a list", `{"quantity": 1, "tags": ["a", "b"]}`, "$.tags", `{"match": "arrayContains", "variants": [{"index": 1, "rules": {"$": {"matchers": [{"match": "number"}]}}}, {"index": 7, "rules": {}}]}`,
			`error rule-contradicts-document: the matching rule of the request's body /tags/1 (number) takes numbers only, and the document has a string`},
		{"an example that its own rule refuses", `{"quantity": 1, "state": "open"}`, "$.state", `{"match": "regex", "regex": "^paid$"}`,
			`warning rule-refuses-example: the matching rule of the request's body /state refuses the example that stands beside it`},
		{"an expression that cannot be judged", `{"quantity": 1, "state": "open"}`, "$.state", `{"match": "regex", "regex": "(?!x)open"}`,
			"warning unchecked-pattern: the matching rule of the request's body /state has an expression that cannot be judged here: error parsing regexp: invalid or unsupported Perl syntax: `(?!`"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := about(said(check(t, ruled(false, c.body, c.path, c.matchers)))); got != c.want && (c.want == "" || !strings.HasPrefix(got, c.want)) {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestRulesOfResponsesSayWhatTheConsumerCanTake(t *testing.T) {
	for _, c := range []struct{ name, body, path, matchers, want string }{
		{"fewer values than there are", `{"state": "open"}`, "$.state", `{"match": "regex", "regex": "^open$"}`,
			`warning rule-refuses-documented: the matching rule of the response's body /state refuses "paid", which the document allows`},
		{"the value of this state", `{"state": "open"}`, "$.state", `{"match": "equality"}`, ``},
		{"all values and one more", `{"state": "open"}`, "$.state", `{"match": "regex", "regex": "^(open|paid|lost)$"}`,
			`warning rule-allows-more: the matching rule of the response's body /state allows "lost", which the document forbids: it must be one of "open", "paid"`},
		{"any text, as a tolerant reader does", `{"state": "open"}`, "$.state", `{"match": "regex", "regex": ".*"}`, ``},
		{"values of a union", `{"either": "a"}`, "$.either", `{"match": "regex", "regex": "^a$"}`,
			`warning rule-refuses-documented: the matching rule of the response's body /either refuses "b", which the document allows`},
		{"fewer texts than the pattern has", `{"id": "o-001"}`, "$.id", `{"match": "regex", "regex": "^o-001$"}`, `warning rule-refuses-documented: the matching rule of the response's body /id refuses "o-`},
		{"what the pattern has", `{"id": "o-001"}`, "$.id", `{"match": "regex", "regex": "^[a-z]-\\d+$"}`, ``},
		{"a text that the document leaves open", `{"name": "x"}`, "$.name", `{"match": "regex", "regex": "^[a-z]$"}`, ``},
		{"a format that leaves much open", `{"link": "https://a.example"}`, "$.link", `{"match": "regex", "regex": "^https:.*"}`, ``},
		{"the beginning of a text", `{"link": "https://a.example"}`, "$.link", `{"match": "regex", "regex": "^https:"}`,
			`warning rule-matches-part: the matching rule of the response's body /link matches a part of the example only, and is refused by verifiers that match the whole value`},
		{"the middle of a text", `{"name": "flat 12 b"}`, "$.name", `{"match": "regex", "regex": "[0-9]+"}`, `warning rule-matches-part: the matching rule of the response's body /name matches a part`},
		{"a digit of a number", `{"quantity": 12}`, "$.quantity", `{"match": "regex", "regex": "[0-9]"}`, `warning rule-matches-part: the matching rule of the response's body /quantity matches a part`},
		{"the whole of a text without anchors", `{"name": "12"}`, "$.name", `{"match": "regex", "regex": "[0-9]|[0-9]+"}`, ``},
		{"a date", `{"due": "2030-01-31"}`, "$.due", `{"match": "regex", "regex": "^\\d{4}-\\d{2}-\\d{2}$"}`, ``},
		{"a date in this century", `{"due": "2030-01-31"}`, "$.due", `{"match": "regex", "regex": "^203.*"}`, `warning rule-refuses-documented: the matching rule of the response's body /due refuses "`},
		{"one truth", `{"paid": true}`, "$.paid", `{"match": "regex", "regex": "true"}`, `warning rule-refuses-documented: the matching rule of the response's body /paid refuses false, which the document allows`},
		{"a boolean", `{"paid": true}`, "$.paid", `{"match": "boolean"}`, ``},
		{"whole numbers only", `{"price": 5}`, "$.price", `{"match": "integer"}`,
			`warning rule-refuses-documented: the matching rule of the response's body /price (integer) refuses fractions, which the document allows; write number`},
		{"fractions only", `{"price": 5.5}`, "$.price", `{"match": "decimal"}`,
			`warning rule-refuses-documented: the matching rule of the response's body /price (decimal) refuses whole numbers such as 5, which the document allows; write number`},
		{"whole numbers where only these are listed", `{"rating": 1}`, "$.rating", `{"match": "integer"}`, ``},
		{"any number", `{"price": 5}`, "$.price", `{"match": "number"}`, ``},
		{"numbers where there are whole ones", `{"quantity": 5}`, "$.quantity", `{"match": "number"}`,
			`warning rule-allows-more: the matching rule of the response's body /quantity (number) allows fractions, which the document forbids: it is an integer; write integer`},
		{"short lists", `{"list": ["a"]}`, "$.list", `{"match": "type", "max": 2}`,
			`warning rule-refuses-documented: the matching rule of the response's body /list refuses lists of more than 2 items, which the document allows`},
		{"lists of at least one", `{"list": ["a"]}`, "$.list", `{"match": "type", "min": 1}`, ``},
		{"lists longer than there are", `{"list": ["a"]}`, "$.list", `{"match": "type", "min": 4}`,
			`error rule-contradicts-document: the matching rule of the response's body /list wants at least 4 items, and the document has at most 3`},
		{"a value that is not shown", `{"pin": "1"}`, "$.pin", `{"match": "regex", "regex": "1"}`, `warning rule-refuses-documented: the matching rule of the response's body /pin refuses a value, which the document allows`},
		{"two matchers at once", `{"state": "open"}`, "$.state", `{"match": "type"}, {"match": "include", "value": "o"}`,
			`warning rule-refuses-documented: the matching rule of the response's body /state refuses "paid", which the document allows`},
		{"names of members", `{"map": {"size": "open"}}`, "$.map", `{"match": "eachKey", "rules": [{"match": "regex", "regex": "size"}]}`,
			`warning rule-refuses-documented: the matching rule of the names in the response's body /map refuses "weight", which the document allows`},
		{"values of members", `{"map": {"size": "open", "weight": "paid"}}`, "$.map", `{"match": "eachValue", "rules": [{"match": "regex", "regex": "^(open|paid|lost)$"}]}`,
			`warning rule-allows-more: the matching rule of the response's body /map/size allows "lost", which the document forbids: it must be one of "open", "paid"`},
		{"a text that may not be empty", `{"name": ""}`, "$.name", `{"match": "notEmpty"}`, `warning rule-refuses-example: the matching rule of the response's body /name refuses the example that stands beside it`},
		{"a value that is wrong already", `{"state": "lost"}`, "$.state", `{"match": "regex", "regex": "lost"}`, `error response-body: the response's body /state must be one of "open", "paid"`},
		{"null", `{"name": "x"}`, "$.name", `{"match": "null"}`, `error rule-contradicts-document: the matching rule of the response's body /name (null) takes null only, and the document has a string`},
		{"whole numbers where there are texts", `{"name": "x"}`, "$.name", `{"match": "integer"}`,
			`error rule-contradicts-document: the matching rule of the response's body /name (integer) takes whole numbers only, and the document has a string`},
		{"numbers where there are texts", `{"name": "x"}`, "$.name", `{"match": "type"}, {"match": "number"}`,
			`error rule-contradicts-document: the matching rule of the response's body /name (number) takes numbers only, and the document has a string`},
		{"fractions where there are texts", `{"state": "open"}`, "$.state", `{"match": "decimal"}`,
			`error rule-contradicts-document: the matching rule of the response's body /state (decimal) takes fractions only, and the document has a string`},
		{"truth where there are texts", `{"name": "x"}`, "$.name", `{"match": "boolean"}`,
			`error rule-contradicts-document: the matching rule of the response's body /name (boolean) takes true and false only, and the document has a string`},
		{"null where there may be", `{"maybe": "x"}`, "$.maybe", `{"match": "null"}`, `warning rule-refuses-example: the matching rule of the response's body /maybe refuses the example that stands beside it`},
		{"whole numbers in a union of kinds", `{"mixed": "x"}`, "$.mixed", `{"match": "integer"}`, `warning rule-refuses-example: the matching rule of the response's body /mixed refuses the example that stands beside it`},
		{"a tag of either form", `{"way": {"kind": "card"}}`, "$.way.kind", `{"match": "regex", "regex": "card|upi"}`, ``},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := about(said(check(t, ruled(true, c.body, c.path, c.matchers)))); got != c.want && (c.want == "" || !strings.HasPrefix(got, c.want)) {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
	either := strings.Replace(ruled(true, `{"state": "open"}`, "$.state", `{"match": "regex", "regex": "^open$"}, {"match": "regex", "regex": "^paid$"}`), `"matchers"`, `"combine": "OR", "matchers"`, 1)
	if got := said(check(t, either)); got != "" {
		t.Errorf("matchers of which one is enough: %s", got)
	}
	neither := strings.Replace(ruled(true, `{"name": "x"}`, "$.name", `{"match": "integer"}, {"match": "null"}`), `"matchers"`, `"combine": "OR", "matchers"`, 1)
	if got := about(said(check(t, neither))); got != `error rule-contradicts-document: the matching rule of the response's body /name (integer) takes whole numbers only, and the document has a string` {
		t.Errorf("matchers of which none is possible: %s", got)
	}
	one := strings.Replace(neither, `"null"`, `"type"`, 1)
	if got := said(check(t, one)); got != "" {
		t.Errorf("matchers of which one is possible: %s", got)
	}
}

func TestRulesOfPathsParametersAndHeadersAreJudged(t *testing.T) {
	list := func(query, header, rules string) string {
		return exchange("GET", "/v1/orders", `"query": {`+query+`}, "headers": {`+header+`}, "matchingRules": {`+rules+`}`, 200, "")
	}
	for _, c := range []struct{ name, interaction, want string }{
		{"a path", exchange("GET", found, `"matchingRules": {"path": {"matchers": [{"match": "regex", "regex": "/v1/orders/o-\\d{3}"}]}}`, 200, ""), ``},
		{"a path of other operations", exchange("GET", found, `"matchingRules": {"path": {"matchers": [{"match": "regex", "regex": "/v1/(orders|carts)/o-001"}]}}`, 200, ""),
			`error rule-allows-more: the matching rule of the request's path allows "/v1/carts/o-001", which the document forbids: it is no path of getOrder`},
		{"a path with other identifiers", exchange("GET", found, `"matchingRules": {"path": {"matchers": [{"match": "regex", "regex": "/v1/orders/o-\\d+"}]}}`, 200, ""),
			`warning rule-allows-more: the matching rule of the request's path allows "/v1/orders/o-0", which the document forbids: id must match the pattern ^o-[0-9]{3}$`},
		{"a parameter", list(`"state": ["open"]`, ``, `"query": {"state": {"matchers": [{"match": "regex", "regex": "open|paid"}]}}`), ``},
		{"a parameter with another value", list(`"state": ["open"]`, ``, `"query": {"state[0]": {"matchers": [{"match": "regex", "regex": "open|lost"}]}}`),
			`error rule-allows-more: the matching rule of the request's query parameter state allows "lost", which the document forbids: it must be one of "open", "paid"`},
		{"a parameter that is not sent", list(``, ``, `"query": {"state": {"matchers": [{"match": "regex", "regex": "open|lost"}]}}`), ``},
		{"a header", list(``, `"X-Trace": "00ff"`, `"header": {"x-trace": {"matchers": [{"match": "regex", "regex": "[0-9a-f]{4}"}]}}`), ``},
		{"a header with other values", list(``, `"X-Trace": "00ff"`, `"header": {"x-trace": {"matchers": [{"match": "regex", "regex": "\\w{4}"}]}}`),
			`warning rule-allows-more: the matching rule of the request's header x-trace allows "000A", which`},
		{"a header of the response", exchange("GET", "/v1/orders", "", 200, `"headers": {"X-State": "full"}, "matchingRules": {"header": {"X-State": {"matchers": [{"match": "regex", "regex": "full"}]}}}`),
			`warning rule-refuses-documented: the matching rule of the response's header x-state refuses "part", which the document allows`},
		{"a header of the response with another value", exchange("GET", "/v1/orders", "", 200, `"headers": {"X-State": "full"}, "matchingRules": {"header": {"X-State": {"matchers": [{"match": "regex", "regex": "full|part|none"}]}}}`),
			`warning rule-allows-more: the matching rule of the response's header x-state allows "none", which the document forbids: it must be one of "full", "part"`},
		{"a header that the document does not have", exchange("GET", "/v1/orders", "", 200, `"headers": {"Content-Type": "application/json"}, "matchingRules": {"header": {"Content-Type": {"matchers": [{"match": "regex", "regex": ".*json"}]}}}`), ``},
		{"statuses", exchange("GET", found, "", 200, `"matchingRules": {"status": {"matchers": [{"match": "statusCode", "status": [200, 418]}]}}`),
			`warning rule-allows-more: the rule of the response's status allows 418; the document has 200, 404`},
		{"a class of statuses", exchange("GET", found, "", 200, `"matchingRules": {"status": {"matchers": [{"match": "statusCode", "status": "success"}]}}`), ``},
		{"a request that is to be refused", exchange("GET", "/v1/orders", `"query": {"state": ["lost"]}, "matchingRules": {"query": {"state": {"matchers": [{"match": "regex", "regex": "[a-z]+"}]}}}`, 400, ""), ``},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := about(said(check(t, c.interaction))); got != c.want && (c.want == "" || !strings.HasPrefix(got, c.want)) {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestARuleOfManyValuesIsNamedOnce(t *testing.T) {
	i := exchange("GET", "/v1/orders", "", 200, `"body": [{"state": "open"}, {"state": "paid"}], "matchingRules": {"body": {"$[*].state": {"matchers": [{"match": "regex", "regex": "open|paid|lost"}]}}}`)
	if r := check(t, i); len(r.Findings) != 1 {
		t.Errorf("%s", said(r))
	}
}
