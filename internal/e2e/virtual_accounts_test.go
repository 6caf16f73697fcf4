package e2e_test

import (
	"bytes"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
)

// Numbers that ship: the physical account that has no credits, and its virtual account.
const (
	emptyAccount = "919010087654321"
	lotus        = "KONK000000001"
)

// company is an application that keeps virtual accounts.
type company struct {
	*client
	t   *testing.T
	key string
	// token is an access token; any will do where nothing checks it.
	token string
}

func newCompany(t *testing.T, origin, key string) *company {
	t.Helper()
	return &company{newClient(t, origin), t, key, "any"}
}

// try calls an operation of the virtual accounts API; idempotencyKey "" sends none. It may be used from any goroutine.
func (c *company) try(method, path string, body any, idempotencyKey string) answer {
	c.t.Helper()
	path, query, _ := strings.Cut(path, "?")
	return c.send(c.t, call{api: apiNamed(c.t, "virtual-accounts"), method: method, path: path, rawQuery: query, body: body,
		header: map[string]string{"X-Api-Key": c.key, "Authorization": "Bearer " + c.token, "Idempotency-Key": idempotencyKey}})
}

// do is try for a call that must succeed; it decodes the answer.
func (c *company) do(method, path string, body any) map[string]any {
	c.t.Helper()
	a := c.try(method, path, body, "")
	if a.status >= 300 {
		c.t.Fatalf("%s %s: %d %s", method, path, a.status, a.body)
	}
	out, _ := a.json(c.t).(map[string]any)
	return out
}

// refused checks that a call is refused.
func (c *company) refused(method, path string, body any, status int, code string) {
	c.t.Helper()
	refusal{status, code, "none", "", ""}.check(c.t, c.try(method, path, body, ""))
}

// steer calls the control API, which must take it.
func (c *company) steer(method, path string, body any) {
	c.t.Helper()
	a := c.send(c.t, call{api: control(c.t), method: method, path: path, body: body, header: map[string]string{"X-Api-Key": c.key}})
	if a.status >= 300 {
		c.t.Fatalf("%s %s: %d %s", method, path, a.status, a.body)
	}
}

// credited puts credits to a virtual account into the ledger, and gives their references in order.
func (c *company) credited(number string, count int) []string {
	c.t.Helper()
	var references []string
	for i := range count {
		reference := fmt.Sprintf("TXN-%s-%d", number, i)
		c.steer("PUT", "/tables/virtual-accounts/credits/rows/"+url.PathEscape(reference), map[string]any{
			"virtualAccountNumber": number, "amount": "100.00", "creditedAt": "2026-02-01T10:00:00Z", "mode": "NEFT",
			"utr": fmt.Sprintf("UTR%d", i), "remitterName": "Lotus Pharmacy", "remitterAccount": "30211234567", "remitterIfsc": "SBIN0001234",
		})
		references = append(references, reference)
	}
	return references
}

func (c *company) fetch(physical string) answer {
	c.t.Helper()
	return c.try("POST", "/transactions/fetch", map[string]any{"physicalAccountNumber": physical}, "")
}

func acknowledgement(batch any, count any) map[string]any {
	return map[string]any{"batchId": batch, "count": count}
}

// referencesOf gives the references of a batch's records.
func referencesOf(batch map[string]any) []string {
	var out []string
	records, _ := batch["records"].([]any)
	for _, r := range records {
		out = append(out, r.(map[string]any)["transactionReference"].(string))
	}
	return out
}

func TestABatchOfCreditsComesAgainUntilItIsAcknowledged(t *testing.T) {
	c := newCompany(t, start(t).origin, "demo")
	references := c.credited(lotus, 101)
	batch := func(a answer) map[string]any {
		t.Helper()
		out, _ := a.json(t).(map[string]any)
		return out
	}
	a := c.fetch(emptyAccount)
	first := batch(a)
	if !slices.Equal(referencesOf(first), references[:100]) || first["count"] != 100.0 || first["hasMore"] != true {
		t.Fatalf("the first batch is %s", a.body)
	}
	same := func() {
		t.Helper()
		if again := c.fetch(emptyAccount); !bytes.Equal(again.body, a.body) {
			t.Errorf("without an acknowledgement the batch becomes %s", again.body)
		}
	}
	same()
	const path = "/transactions/acknowledge"
	c.refused("POST", path, acknowledgement(first["batchId"], 99), 422, "COUNT_WRONG")
	c.refused("POST", path, acknowledgement(first["batchId"], 101), 422, "COUNT_WRONG")
	c.refused("POST", path, acknowledgement("another", 100), 404, "BATCH_UNKNOWN")
	same()
	taken := c.try("POST", path, acknowledgement(first["batchId"], 100), "ack-1")
	if want := fmt.Sprintf(`{"batchId":%q,"status":"acknowledged"}`, first["batchId"]); taken.status != 200 || string(taken.body) != want {
		t.Fatalf("the acknowledgement is answered with %d %s, want %s", taken.status, taken.body, want)
	}
	c.refused("POST", path, acknowledgement(first["batchId"], 100), 409, "BATCH_ACKNOWLEDGED")
	if again := c.try("POST", path, acknowledgement(first["batchId"], 100), "ack-1"); again.status != 200 || !bytes.Equal(again.body, taken.body) {
		t.Errorf("the same acknowledgement with the same key is answered with %d %s", again.status, again.body)
	}
	second := batch(c.fetch(emptyAccount))
	if !slices.Equal(referencesOf(second), references[100:]) || second["hasMore"] != false {
		t.Fatalf("the second batch is %v", second)
	}
	c.do("POST", path, acknowledgement(second["batchId"], 1))
	if last := c.fetch(emptyAccount); string(last.body) != `{"batchId":null,"count":0,"hasMore":false,"records":[]}` {
		t.Errorf("after everything %s is left", last.body)
	}
}

func TestFiftyCallersAtOnceLoseAndDoubleNoCredit(t *testing.T) {
	c := newCompany(t, start(t).origin, "demo")
	want := c.credited(lotus, 731)
	var guard sync.Mutex
	times := map[string]int{} // how often a credit was in a batch that a caller acknowledged
	refused := 0
	var group sync.WaitGroup
	for range 50 {
		group.Go(func() {
			for {
				batch, _ := c.fetch(emptyAccount).json(t).(map[string]any)
				if batch["count"] == 0.0 || t.Failed() {
					return
				}
				a := c.try("POST", "/transactions/acknowledge", acknowledgement(batch["batchId"], batch["count"]), "")
				guard.Lock()
				switch a.status {
				case http.StatusOK:
					for _, reference := range referencesOf(batch) {
						times[reference]++
					}
				case http.StatusConflict:
					refused++
				default:
					t.Errorf("an acknowledgement is answered with %d %s", a.status, a.body)
				}
				guard.Unlock()
			}
		})
	}
	group.Wait()
	if got := slices.Sorted(maps.Keys(times)); !slices.Equal(got, slices.Sorted(slices.Values(want))) {
		t.Errorf("%d of %d credits were acknowledged", len(got), len(want))
	}
	for reference, n := range times {
		if n != 1 {
			t.Errorf("%s was acknowledged %d times", reference, n)
		}
	}
	if refused == 0 {
		t.Error("no caller was slower than another: nothing was tried at once")
	}
}

// planted gives 1,000 virtual accounts to create, 30 of which cannot be, and the codes of these by their places.
func planted() (items []any, codes map[int]string) {
	codes = map[int]string{}
	for i := range 1000 {
		item := map[string]any{"virtualAccountNumber": fmt.Sprintf("SBAC%010d", 1000+i), "clientName": fmt.Sprintf("Client %d", i)}
		if i%33 == 7 && len(codes) < 30 {
			kind := len(codes) % 5
			codes[i] = []string{"PREFIX_UNKNOWN", "NUMBER_TOO_LONG", "NUMBER_TAKEN", "NUMBER_TAKEN", "VALID_TO_PAST"}[kind]
			switch kind {
			case 0:
				item["virtualAccountNumber"] = fmt.Sprintf("WRONG%d", i)
			case 1:
				item["virtualAccountNumber"] = fmt.Sprintf("SBAC%017d", i)
			case 2:
				item["virtualAccountNumber"] = "SBAC0000000001"
			case 3:
				item["virtualAccountNumber"] = fmt.Sprintf("SBAC%010d", 1000+i-1)
			case 4:
				item["validTo"] = "2020-02-29"
			}
		}
		items = append(items, item)
	}
	return items, codes
}

func TestAThousandCreationsTellEachFailureAndAreDoneOnce(t *testing.T) {
	c := newCompany(t, start(t).origin, "demo")
	items, codes := planted()
	if len(codes) != 30 {
		t.Fatalf("%d failures are planted", len(codes))
	}
	body := map[string]any{"physicalAccountNumber": "919010012345678", "virtualAccounts": items}
	made := c.try("POST", "/virtual-accounts", body, "thousand")
	outcome, _ := made.json(t).(map[string]any)
	if made.status != 200 || outcome["status"] != "partial" || outcome["message"] != "970 of 1000 virtual accounts were created." {
		t.Fatalf("%d %v %v", made.status, outcome["status"], outcome["message"])
	}
	for i, r := range outcome["results"].([]any) {
		got := r.(map[string]any)
		code, fails := codes[i]
		number := items[i].(map[string]any)["virtualAccountNumber"]
		switch {
		case got["index"] != float64(i) || got["virtualAccountNumber"] != number:
			t.Errorf("result %d is of another item: %v", i, got)
		case fails && (got["status"] != "failed" || got["code"] != code || got["reason"] == nil || got["message"] != "The virtual account was not created."):
			t.Errorf("item %d, which is %s: %v", i, code, got)
		case !fails && (got["status"] != "success" || got["code"] != nil):
			t.Errorf("item %d: %v", i, got)
		}
	}
	total := func() any {
		t.Helper()
		return c.do("GET", "/virtual-accounts?size=1", nil)["total"]
	}
	const shipped = 6
	if got := total(); got != 970.0+shipped {
		t.Errorf("there are %v virtual accounts", got)
	}
	if again := c.try("POST", "/virtual-accounts", body, "thousand"); again.status != 200 || !bytes.Equal(again.body, made.body) || again.header.Get("Idempotency-Replayed") != "true" {
		t.Errorf("the same request with the same key is answered with %d, %d bytes of %d", again.status, len(again.body), len(made.body))
	}
	if got := total(); got != 970.0+shipped {
		t.Errorf("after the same request there are %v virtual accounts", got)
	}
	refusal{422, "IDEMPOTENCY_KEY_REUSED", "none", "", ""}.check(t, c.try("POST", "/virtual-accounts",
		map[string]any{"physicalAccountNumber": "919010012345678", "virtualAccounts": items[:1]}, "thousand"))
	c.refused("POST", "/virtual-accounts", map[string]any{"physicalAccountNumber": "919010012345678", "virtualAccounts": append(items, items[0])}, 413, "BATCH_TOO_LARGE")
}

func TestNumbersThatAreDeletedAThousandAtATimeAreNeverGivenAgain(t *testing.T) {
	c := newCompany(t, start(t).origin, "demo")
	var items, numbers []any
	for i := range 1000 {
		number := fmt.Sprintf("KONK%09d", 1000+i)
		items, numbers = append(items, map[string]any{"virtualAccountNumber": number, "clientName": "A"}), append(numbers, number)
	}
	create := map[string]any{"physicalAccountNumber": emptyAccount, "virtualAccounts": items}
	for _, step := range []struct {
		path, status string
		body         any
	}{
		{"/virtual-accounts", "success", create},
		{"/virtual-accounts/delete", "success", map[string]any{"physicalAccountNumber": emptyAccount, "virtualAccountNumbers": numbers}},
		{"/virtual-accounts/delete", "failed", map[string]any{"physicalAccountNumber": emptyAccount, "virtualAccountNumbers": numbers}},
		{"/virtual-accounts", "failed", create},
	} {
		if got := c.do("POST", step.path, step.body); got["status"] != step.status {
			t.Fatalf("%s: %v %v", step.path, got["status"], got["message"])
		}
	}
	if got := c.do("GET", "/virtual-accounts?status=deleted&physicalAccountNumber="+emptyAccount, nil)["total"]; got != 1000.0 {
		t.Errorf("%v are deleted", got)
	}
}
