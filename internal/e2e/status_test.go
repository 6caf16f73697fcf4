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
	for _, c := range source(t) {
		client.send(t, c.call())
	}
	for _, c := range scenarioCases(t) {
		c.run(t, s, client)
	}
	for _, op := range deposits(t).Operations {
		for _, k := range refusedCalls(t, op) {
			client.send(t, k)
		}
	}

	gaps := map[string][]string{}
	for _, g := range programOf(t, scenarios.FS).Gaps([]*contract.API{deposits(t)}) {
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
