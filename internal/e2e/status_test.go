package e2e_test

import (
	"bytes"
	"slices"
	"strconv"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/scenarios"
)

// TestEveryDocumentedStatusIsSeenOrListedAsAGap calls every operation in every way that has a status of its own. What
// the document promises and was not seen must be listed by Program.Gaps, and nothing that was seen may be.
func TestEveryDocumentedStatusIsSeenOrListedAsAGap(t *testing.T) {
	s := serveInside(t)
	client := newClient(t, s.origin)
	playAll(t, s, client)
	for _, op := range deposits(t).Operations {
		for _, k := range refusedCalls(t, op) {
			client.send(t, k)
		}
		playTrouble(t, client, op)
	}

	gaps := map[string][]string{}
	for _, g := range programOf(t, scenarios.FS).Gaps(apis(t)) {
		gaps[g.Operation.ID] = g.Statuses
	}
	seen, listed := 0, 0
	for _, op := range deposits(t).Operations {
		for _, status := range op.StatusCodes() {
			number, err := strconv.Atoi(status)
			if err != nil {
				t.Fatalf("%s declares the status %s, which this test does not know how to count", op.ID, status)
			}
			times := client.seen[outcome{op.ID, number}]
			switch gap := slices.Contains(gaps[op.ID], status); {
			case times == 0 && !gap:
				t.Errorf("%s: %s is documented, is no gap, and was not seen", op.ID, status)
			case times > 0 && gap:
				t.Errorf("%s: %s was seen %d times and is listed as a gap", op.ID, status, times)
			case gap:
				listed++
			default:
				seen++
			}
		}
	}
	t.Logf("%d documented statuses of %d operations seen, %d listed as gaps", seen, len(deposits(t).Operations), listed)
}

// refusedCalls are requests that the contract's check refuses, one for each status that it can end with.
func refusedCalls(t *testing.T, op *contract.Operation) []call {
	t.Helper()
	usual := usualCall(t, op)
	wrongMethod := usual
	wrongMethod.method, wrongMethod.body = "DELETE", nil
	calls := []call{
		withQuery(usual, "unknown", "1"), wrongMethod,
		withHeader(usual, "X-Api-Key", ""), withHeader(usual, "Accept", "application/xml"),
	}
	if op.Body != nil {
		large := usual
		large.body = bytes.Repeat([]byte(" "), 2<<20)
		calls = append(calls, large, withHeader(usual, "Content-Type", "text/plain"))
	}
	return calls
}

// playTrouble asks for the scenarios in which every operation fails, until it has failed in each way.
func playTrouble(t *testing.T, client *client, op *contract.Operation) {
	t.Helper()
	down := withHeader(usualCall(t, op), "X-Sandbox-Scenario", "down")
	refusal{503, "SERVICE_UNAVAILABLE", "none", "Retry-After", "30"}.check(t, client.send(t, down))
	flaky := withHeader(usualCall(t, op), "X-Sandbox-Scenario", "flaky")
	missing := func() bool {
		client.guard.Lock()
		defer client.guard.Unlock()
		return client.seen[outcome{op.ID, 500}] == 0 || client.seen[outcome{op.ID, 502}] == 0 || client.seen[outcome{op.ID, 504}] == 0
	}
	const most = 2000
	for n := 0; missing(); n++ {
		if n == most {
			t.Errorf("%s has not failed in each way after %d flaky calls", op.ID, n)
			return
		}
		response, err := client.http.Do(client.request(flaky))
		if err != nil {
			continue // the connection broke, which is one of the ways
		}
		if err := response.Body.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestEveryDocumentedStatusCanBeAskedFor(t *testing.T) {
	client := newClient(t, start(t).origin)
	for _, op := range slices.Concat(deposits(t).Operations, apiNamed(t, "virtual-accounts").Operations) {
		for _, status := range op.StatusCodes() {
			a := client.send(t, withHeader(usualCall(t, op), "Prefer", "code="+status))
			if strconv.Itoa(a.status) != status || a.header.Get("Preference-Applied") != "code="+status {
				t.Errorf("%s: asked for %s, got %d, applied %q", op.ID, status, a.status, a.header.Get("Preference-Applied"))
			}
		}
	}
}
