package expression_test

import (
	"errors"
	"testing"

	"github.com/sandbank/sandbank/internal/engine/expression"
)

func TestExpressionsGiveTheirValueAndType(t *testing.T) {
	for _, c := range []struct{ source, want, wantType string }{
		// Literals and paths
		{`1`, `1`, "int"},
		{`-5`, `-5`, "int"},
		{`1.50`, `1.5`, "number"},
		{`"a"`, `"a"`, "a"},
		{`true`, `true`, "bool"},
		{`nil`, `null`, "nil??"},
		{`omit`, `null`, "nothing!"},
		{`body.kind`, `"open_fd"`, "open_fd|open_sa"},
		{`body["kind"]`, `"open_fd"`, "open_fd|open_sa"},
		{`body.amount`, `"1000.00"`, "decimal"},
		{`body.notes`, `null`, "string?"},
		{`body.payment?.vpa`, `null`, "string?"},
		{`body.payment?.method`, `null`, "string?"},
		{`body.any.x`, `[1,"two"]`, "any?"},
		{`body.any.x?.[1]`, `"two"`, "any?"},
		{`body.free.k`, `"v"`, "any?"},
		{`body.prices.tea`, `"10.00"`, "decimal?"},
		{`body.prices["te" + "a"]`, `"10.00"`, "decimal?"},
		{`body.tags[0]`, `"a"`, "string?"},
		{`body.tags[-1]`, `"a"`, "string?"},
		{`body.tags[9]`, `null`, "string?"},
		{`body.tags[1:]`, `["b","a"]`, "[string]"},
		{`body.tags[:-1]`, `["a","b"]`, "[string]"},
		{`body.tags[2:1]`, `[]`, "[string]"},
		{`"grüße"[2:4]`, `"üß"`, "string"},
		{`body.instructions[0]?.holders?.[1]?.order`, `2`, "int?"},

		// Equality
		{`body.amount == "1000"`, `true`, "bool"},
		{`body.amount == 1000`, `true`, "bool"},
		{`body.amount != "1000.000"`, `false`, "bool"},
		{`body.amount == body.instructions[0]?.depositAmount?.amount`, `true`, "bool"},
		{`body.amount in ["1", "1000"]`, `true`, "bool"},
		{`"1.00" in body.amounts`, `true`, "bool"},
		{`body.amount not in body.amounts`, `true`, "bool"},
		{`body.amounts == ["1.0", "1", "2.5"]`, `true`, "bool"},
		{`body.instructions[0]?.depositAmount == {"amount": "1000", "currency": "INR"}`, `true`, "bool"},
		{`body.rate == 1.5`, `true`, "bool"},
		{`body.count == 7`, `true`, "bool"},
		{`body.count == 7.0`, `true`, "bool"},
		{`body.notes == nil`, `true`, "bool"},
		{`body.notes == "a"`, `false`, "bool"},
		{`body.notes != "a"`, `true`, "bool"},
		{`body.notes in ["a", nil]`, `true`, "bool"},
		{`body.dob == "2000-02-29"`, `true`, "bool"},
		{`now == "2026-04-01T01:30:00+05:30"`, `true`, "bool"},
		{`dateTime("2026-01-01T00:00:00+05:30") == date("2026-01-01")`, `true`, "bool"},
		{`body.tenure == "P18M"`, `true`, "bool"},
		{`body.tags == ["a", "b", "a"]`, `true`, "bool"},
		{`{"a": [1]} == {"a": [1.0]}`, `true`, "bool"},
		{`{"a": nil} == {}`, `false`, "bool"},
		{`body.any.x == [1, "two"]`, `true`, "bool"},

		// Order
		{`body.amount > "999.99"`, `true`, "bool"},
		{`1 < body.count <= 7`, `true`, "bool"},
		{`body.dob < "2000-03-01"`, `true`, "bool"},
		{`body.at > "2026-01-31"`, `true`, "bool"},
		{`now >= body.at`, `true`, "bool"},
		{`(body.n ?? 3) > 2`, `true`, "bool"},
		{`(body.fee ?? 0) >= 0`, `true`, "bool"},

		// Logic and flow
		{`body.payment != nil && body.payment.method == "upi"`, `false`, "bool"},
		{`body.payment == nil || body.payment.method == "upi"`, `true`, "bool"},
		{`not (body.payment == nil) and body.payment.method == "upi"`, `false`, "bool"},
		{`body.notes != nil ? body.notes : "none"`, `"none"`, "string"},
		{`body.notes == nil ? "none" : body.notes`, `"none"`, "string"},
		{`if body.yes { "y" } else { "n" }`, `"y"`, "y|n"},
		{`body.payment?.vpa != nil && body.payment.vpa startsWith "a"`, `false`, "bool"},
		{`(body.notes ?? "") != "" && body.notes startsWith "a"`, `false`, "bool"},
		{`body.maybe ?? false`, `false`, "bool"},
		{`body.yes ? 1 : 2.5`, `1`, "number"},
		{`body.yes ? body.amount : 5`, `"1000.00"`, "decimal"},
		{`body.yes ? 5 : body.amount`, `"5"`, "decimal"},
		{`body.fee ?? "0.00"`, `"0.00"`, "decimal"},
		{`body.start ?? "never"`, `"never"`, "string"},
		{`body.start ?? now`, `"2026-03-31T20:00:00Z"`, "date-time"},
		{`body.notes ?? omit`, `null`, "string!"},
		{`"k" in body.free`, `true`, "bool"},
		{`"null" in body.free`, `true`, "bool"},
		{`"payment" in body && body.payment.method == "upi"`, `false`, "bool"},
		{`body.kind in ["open_fd"]`, `true`, "bool"},
		{`let x = body.notes; x != nil && x startsWith "a"`, `false`, "bool"},
		{`let x = body.count; let y = 2; x * y`, `14`, "int"},

		// Arithmetic
		{`1 + 2 * 3 - 4 % 3`, `6`, "int"},
		{`7 / 2`, `"3.5"`, "decimal"},
		{`1 / 3`, `"0.3333333333333333"`, "decimal"},
		{`200 / 3`, `"66.66666666666667"`, "decimal"},
		{`body.rate + 1`, `2.5`, "number"},
		{`body.rate * 2`, `3`, "number"},
		{`body.amount + 1`, `"1001"`, "decimal"},
		{`body.amount - "0.01"`, `"999.99"`, "decimal"},
		{`-body.amount`, `"-1000"`, "decimal"},
		{`"a" + "b"`, `"ab"`, "string"},
		{`body.dob + body.tenure`, `"2001-08-29"`, "date"},
		{`now - "PT30M"`, `"2026-03-31T19:30:00Z"`, "date-time"},
		{`"2026-01-31" + duration("P1M")`, `"2026-02-28"`, "date"},
		{`body.any.x?.[0] ?? 0`, `1`, "any"},

		// Text
		{`"abc" matches "^a.c$"`, `true`, "bool"},
		{`"abc" contains "b" and "abc" endsWith "c"`, `true`, "bool"},
		{`lower("ABC") + upper("x") + trim(" y ")`, `"abcXy"`, "string"},
		{`split("a@b", "@")`, `["a","b"]`, "[string]"},
		{`join(["a", 1], "-")`, `"a-1"`, "string"},
		{`join(body.tags, "-")`, `"a-b-a"`, "string"},
		{`mask("9876543210")`, `"***10"`, "string"},
		{`string(body.amount) + string(7) + string(true)`, `"1000.007true"`, "string"},
		{`int("12") + int(body.amount)`, `1012`, "int"},
		{`abs(-3)`, `3`, "int"},
		{`abs(decimal("-0.5"))`, `"0.5"`, "decimal"},
		{`min(3, 2.5)`, `2.5`, "number"},
		{`max(body.amount, "5000")`, `"5000"`, "decimal"},
		{`max(body.dob, "2026-01-01")`, `"2026-01-01"`, "date"},
		{`len("grüße")`, `5`, "int"},

		// Lists
		{`len(body.tags)`, `3`, "int"},
		{`distinct(body.tags)`, `["a","b"]`, "[string]"},
		{`distinct(body.amounts)`, `["1","2.50"]`, "[decimal]"},
		{`total(body.amounts)`, `"4.5"`, "decimal"},
		{`total(body.amounts, 1, "0.5", nil)`, `"6"`, "decimal"},
		{`total(map(body.instructions, .depositAmount), map(body.instructions, .initialDeposit))`, `"1500.5"`, "decimal"},
		{`total([])`, `"0"`, "decimal"},
		{`first(rows)?.id`, `"1"`, "string?"},
		{`last(rows)?.id`, `"3"`, "string?"},
		{`first([])`, `null`, "nothing?"},
		{`filter(rows, .state == "MH")[1]?.id`, `"3"`, "string?"},
		{`map(filter(rows, .reason != nil), .reason)`, `["late"]`, "[string]"},
		{`find(rows, .reason != nil)?.reason`, `"late"`, "string?"},
		{`map(rows, #index)`, `[0,1,2]`, "[int]"},
		{`map(rows, .reason ?? omit)`, `["late"]`, "[string]"},
		{`map(rows, ({"id": .id, "reason": .reason ?? omit, "raw": .reason}))`,
			`[{"id":"1","raw":null},{"id":"2","raw":"late","reason":"late"},{"id":"3","raw":null}]`, "[{id: string, raw: string??, reason: string?}]"},
		{`findIndex(rows, .id == "2")`, `1`, "int?"},
		{`findIndex(rows, .id == "9")`, `null`, "int?"},
		{`count(rows, .state == "MH")`, `2`, "int"},
		{`any(rows, .state == "KA")`, `true`, "bool"},
		{`all(rows, .state == "KA")`, `false`, "bool"},
		{`none(rows, .state == "TN")`, `true`, "bool"},
		{`rows | filter(.state == "MH") | len()`, `2`, "int"},
		{`any(body.instructions, any(.holders ?? [], .order == 2))`, `true`, "bool"},
		{`filter(body.instructions, {let o = .id; any(body.sections, .id != o)}) | len()`, `2`, "int"},
		{`[1, omit, 2.5]`, `[1,2.5]`, "[number]"},
		{`[body.amount, 5]`, `["1000.00","5"]`, "[decimal]"},
		{`{"a": 1, b: omit, "c": body.notes ?? "x"}`, `{"a":1,"c":"x"}`, "{a: int, b: nothing?, c: string}"},
		{`{("a" + "b"): 1}`, `{"ab":1}`, "{…}"},

		// Objects and pages
		{`merge(row, {"id": "9", "new": now}).id`, `"9"`, "9"},
		{`merge({"a": 1, "b": 2}, {"b": "x"})`, `{"a":1,"b":"x"}`, "{a: int, b: x}"},
		{`merge({"a": 1}, {"a": body.n ?? omit})`, `{"a":1}`, "{a: int}"},
		{`merge({"a": 1}, {"a": body.n})`, `{"a":null}`, "{a: int??}"},
		{`page(rows, 1, 2, request.url).next`, `"https://bank.test/v1/x?page=2&b=%20c"`, "string??"},
		{`page(rows, 2, 2, "http://h/x")`,
			`{"count":3,"exists":true,"items":[{"id":"3","price":"30","state":"MH","uploaded":"2026-03-30T00:00:00Z"}],"next":null,"number":2,"pages":2,"previous":"http://h/x?page=1"}`, ""},
		{`page([], 1, 10, request.url).exists`, `true`, "bool"},
		{`page([], 2, 10, request.url).exists`, `false`, "bool"},
		{`page(rows, 0, 10, request.url).exists`, `false`, "bool"},
		{`page(rows, 9223372036854775807, 2, request.url).exists`, `false`, "bool"},
		{`page(rows, query.page ?? 1, 10, request.url).exists`, `false`, "bool"},

		// Banking and time
		{`decimal("100")`, `"100"`, "decimal"},
		{`date(now)`, `"2026-04-01"`, "date"},
		{`date("2026-02-28")`, `"2026-02-28"`, "date"},
		{`dateTime(body.dob)`, `"2000-02-28T18:30:00Z"`, "date-time"},
		{`duration("P1Y")`, `"P1Y"`, "duration"},
		{`addDuration(now, "PT5M")`, `"2026-03-31T20:05:00Z"`, "date-time"},
		{`addDuration(body.dob, body.tenure)`, `"2001-08-29"`, "date"},
		{`ageOn(body.dob, now)`, `26`, "int"},
		{`daysBetween("2026-01-01", now)`, `90`, "int"},
		{`utc("2026-04-01T02:05:09+05:30", "YYYY-MM-DD hh:mm:ss")`, `"2026-03-31 20:35:09"`, "string"},
		{`utc(date("2026-04-01"), "DD.MM.YYYY, Jan 2 at hh h")`, `"31.03.2026, Jan 2 at 18 h"`, "string"},
		{`fd({"principal": "10000", "rate": "10.5", "tenure": "P1Y", "start": "2026-01-01"})`,
			`{"interest":"1092.07","maturityAmount":"11092.07","maturityDate":"2027-01-01","payout":"0","rate":"10.5"}`,
			"{interest: decimal, maturityAmount: decimal, maturityDate: date, payout: decimal, rate: decimal}"},
		{`fd({principal: body.amount, rate: 10, tenure: body.tenure, start: now, payout: "monthly", senior: body.yes}).rate`, `"10.5"`, "decimal"},
		{`jwt({"sub": "x", "at": body.dob, "gone": omit}, "PT1H")`, `"token({\"at\":\"2000-02-29\",\"sub\":\"x\"}, PT1H)"`, "string"},
		{`link("/s/" + row.id, "PT1H")`, `"https://bank.test/s/1?for=PT1H"`, "string"},
		{`map(rows, ({"id": .id, "url": now > addDuration(.uploaded, "P31D") ? "" : link("/s/" + .id + ".pdf", "PT1H")}))`,
			`[{"id":"1","url":"https://bank.test/s/1.pdf?for=PT1H"},{"id":"2","url":""},{"id":"3","url":"https://bank.test/s/3.pdf?for=PT1H"}]`, "[{id: string, url: string}]"},
		{`any(body.tags, not (# in ["a"]))`, `true`, "bool"},
		{`(query.page != nil) == (query.link_id != nil || query.page == nil)`, `false`, "bool"},
		{`claims("good")?.sub`, `"john"`, "any?"},
		{`claims("bad")?.sub`, `null`, "any?"},
		{`random(3, 3)`, `3`, "int"},
		{`len(uuid())`, `36`, "int"},
		{`uuid() matches "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"`, `true`, "bool"},
	} {
		e := compile(t, c.source)
		v, err := e.Eval(testEnv())
		if err != nil {
			t.Errorf("%s: %v", c.source, err)
			continue
		}
		got, err := expression.Encode(nil, v)
		if err != nil {
			t.Errorf("%s: %v", c.source, err)
		}
		if string(got) != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.source, got, c.want)
		}
		if typ := typeText(e.Type()); c.wantType != "" && typ != c.wantType {
			t.Errorf("%s: type is %s, want %s", c.source, typ, c.wantType)
		}
	}
}

func TestRunTimeErrorsNameTheirPlaceAndNoValues(t *testing.T) {
	for _, c := range []struct {
		source string
		offset int
		want   string
	}{
		{`body.count / (body.count - 7)`, 11, "division by zero"},
		{`body.count % (body.count - 7)`, 11, "division by zero"},
		{`9223372036854775807 + body.count`, 20, "the result does not fit a whole number of 64 bits"},
		{`decimal(row.state)`, 0, "the text is no decimal number of at most 19 digits"},
		{`body.any.x?.y`, 12, "the value is no object and has no members"},
		{`(body.any.x ?? 0) > 1`, 18, "the two values have no order"},
		{`total(map(rows, .state))`, 0, "the text is no decimal number of at most 19 digits"},
		{`random(2, 1)`, 0, "the first number of random is larger than the second"},
		{`page(rows, 1, 0, request.url)`, 0, "the size of a page is less than 1"},
		{`jwt({"refuse": true}, "PT1H")`, 0, "the token cannot be made: refused"},
		{`date(row.state)`, 0, "the text is no date (YYYY-MM-DD) or date-time (RFC 3339)"},
		{`body.dob + duration("PT1H")`, 9, "a date has no time of day that hours and minutes could change"},
		{`body.dob + duration("P999Y") + duration("P999Y") + duration("P999Y") + duration("P999Y") + duration("P999Y") + duration("P999Y") + duration("P999Y") + duration("P999Y") + duration("P999Y")`, 169, "the date is beyond the year 9999"},
		{`decimal("9999999999999999999") * 10`, 31, "the result has more than 19 digits"},
		{`int(1.5)`, 0, "the number is not whole, or does not fit 64 bits"},
		{`fd({"principal": "0", "rate": "10", "tenure": "P1Y", "start": "2026-01-01"})`, 0, "the deposit cannot be worked out: invalid deposit: the principal is not more than zero"},
	} {
		e := compile(t, c.source)
		_, err := e.Eval(testEnv())
		var failed *expression.RuntimeError
		if !errors.As(err, &failed) {
			t.Errorf("%s: error is %v, want a RuntimeError", c.source, err)
			continue
		}
		if failed.Message != c.want || failed.Offset != c.offset {
			t.Errorf("%s\n got %d %s\nwant %d %s", c.source, failed.Offset, failed.Message, c.offset, c.want)
		}
	}
}
