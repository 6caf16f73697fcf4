//go:build pact

package contracts_test

import (
	"net/http"
	"testing"

	"github.com/pact-foundation/pact-go/v2/matchers"

	"github.com/sandbank/sandbank/gen/virtualaccounts"
)

// money is any amount.
func money(example string) matchers.Matcher {
	return matchers.Regex(example, `^[0-9]+(\.[0-9]{1,2})?$`)
}

func ledgerTransactions() []entry {
	fetch := func(t *testing.T, c *books) virtualaccounts.TransactionBatch {
		r := answered(c.FetchTransactionsWithResponse(t.Context(), virtualaccounts.TransactionQuery{PhysicalAccountNumber: ownAccount}))(t)
		return read(t, r.JSON200, r.Body)
	}
	return []entry{
		{
			description: "a request to fetch what was credited",
			given:       given("a credit", "amount", "4200.00", "reference", "TXN-GIVEN-1"),
			method:      http.MethodPost, path: "/transactions/fetch", body: map[string]any{"physicalAccountNumber": ownAccount},
			status: http.StatusOK,
			answer: map[string]any{
				"batchId": matchers.Like("batch-1"), "count": matchers.Integer(5), "hasMore": matchers.Like(false),
				"records": matchers.EachLike(map[string]any{
					"transactionReference": matchers.Regex("TXN20260106000001", `^[A-Za-z0-9-]+$`),
					"virtualAccountNumber": matchers.Like("SBAC0000000001"), "amount": money("12500.00"), "creditedAt": instant(),
					"mode": matchers.Regex("NEFT", "^(NEFT|RTGS|IMPS|UPI|FT)$"), "utr": matchers.Regex("SBINN52026010600", "^[A-Z0-9]+$"),
					"remitter": map[string]any{
						"name": matchers.Like("Asha Textiles"), "account": matchers.Like("30211234567"), "ifsc": matchers.Regex("SBIN0001234", "^[A-Z]{4}0[A-Z0-9]{6}$"),
					},
				}, 1),
			},
			use: func(t *testing.T, c *books) {
				batch := fetch(t, c)
				if _, err := batch.BatchId.Get(); err != nil || len(batch.Records) == 0 {
					t.Errorf("the client read the batch %v with %d records", batch.BatchId, len(batch.Records))
				}
				want(t, batch.Records[0].Mode, "NEFT")
				want(t, batch.Records[0].Remitter.Ifsc, "SBIN0001234")
			},
		},
		{
			description: "a request to fetch what was credited where nothing was",
			given:       given("a physical account without credits"),
			method:      http.MethodPost, path: "/transactions/fetch", body: map[string]any{"physicalAccountNumber": fromState("physicalAccountNumber", ownAccount)},
			status: http.StatusOK, answer: map[string]any{"batchId": nil, "count": 0, "hasMore": false, "records": []any{}},
			use: func(t *testing.T, c *books) {
				batch := fetch(t, c)
				want(t, batch.BatchId.IsNull(), true)
				want(t, len(batch.Records), 0)
			},
		},
		{
			description: "a request to fetch a batch again that was not acknowledged",
			given:       given("a batch that waits", "batch", "batch-given-1", "amount", "100.00"),
			method:      http.MethodPost, path: "/transactions/fetch", body: map[string]any{"physicalAccountNumber": fromState("physicalAccountNumber", ownAccount)},
			status: http.StatusOK,
			answer: map[string]any{"batchId": fromState("batchId", "batch-given-1"), "count": 1, "records": []any{map[string]any{"amount": "100.00"}}},
			use: func(t *testing.T, c *books) {
				batch := fetch(t, c)
				want(t, batch.BatchId.MustGet(), "batch-given-1")
				want(t, batch.Records[0].Amount, "100.00")
			},
		},
		acknowledged("a request to acknowledge a batch", "a batch that waits", "batch-given-1", 1, 0, ""),
		acknowledged("a request to acknowledge a batch with a wrong count", "a batch that waits", "batch-given-1", 2, http.StatusUnprocessableEntity, "COUNT_WRONG"),
		acknowledged("a request to acknowledge a batch a second time", "a batch that was acknowledged", "batch-given-2", 1, http.StatusConflict, "BATCH_ACKNOWLEDGED"),
		acknowledged("a request to acknowledge a batch that the bank does not know", "", "batch-of-nobody", 1, http.StatusNotFound, "BATCH_UNKNOWN"),
	}
}

// acknowledged acknowledges a batch, in a state or, with "", in none. It is refused with a status and code, or with 0 and
// "" accepted.
func acknowledged(description, state, batch string, count, status int, code string) entry {
	body := virtualaccounts.Acknowledgement{BatchId: batch, Count: count}
	id := any(batch)
	i := entry{
		description: description, method: http.MethodPost, path: "/transactions/acknowledge", send: once(description),
		status: http.StatusOK,
		use: func(t *testing.T, c *books) {
			r := answered(c.AcknowledgeTransactionsWithResponse(t.Context(), &virtualaccounts.AcknowledgeTransactionsParams{IdempotencyKey: new(onceKey)}, body))(t)
			if status != 0 {
				wantProblem(t, r.Problem, status, code)
				return
			}
			receipt := read(t, r.JSON200, r.Body)
			want(t, receipt.BatchId, batch)
			want(t, receipt.Status, "acknowledged")
		},
	}
	if state != "" {
		i.given, id = given(state, "batch", batch), fromState("batchId", batch)
	}
	i.body = map[string]any{"batchId": id, "count": count}
	i.answer = map[string]any{"batchId": id, "status": "acknowledged"}
	if status != 0 {
		i.status, i.answer = status, refused(status, code)
	}
	return i
}

const givenRefund = "refund-given-1"

func ledgerRefunds() []entry {
	return []entry{
		refunding("a request to refund a part of a credit", "Asha Textiles", "40.00", http.StatusAccepted, ""),
		refunding("a request to refund a credit to another client", "Somebody Else", "40.00", http.StatusUnprocessableEntity, "CLIENT_NAME_MISMATCH"),
		refunding("a request to refund more than was credited", "Asha Textiles", "100.01", http.StatusUnprocessableEntity, "REFUND_AMOUNT_TOO_HIGH"),
		refunding("a request to refund while the payment service does not answer", "Asha Textiles", "5.03", http.StatusServiceUnavailable, "PAYMENT_SERVICE_DOWN"),
		refundRead("a request to get a refund that was accepted", "accepted", func(t *testing.T, r virtualaccounts.Refund) {
			want(t, r.EndedAt == nil, true)
		}),
		refundRead("a request to get a refund that has settled", "settled", func(t *testing.T, r virtualaccounts.Refund) {
			want(t, r.EndedAt != nil, true)
		}),
		refundRead("a request to get a refund that has failed", "failed", func(t *testing.T, r virtualaccounts.Refund) {
			want(t, r.EndedAt != nil && r.Reason != nil, true)
		}),
		{
			description: "a request to get a refund that the bank does not know",
			method:      http.MethodGet, path: "/refunds/refund-of-nobody",
			status: http.StatusNotFound, answer: refused(http.StatusNotFound, "REFUND_UNKNOWN"),
			use: func(t *testing.T, c *books) {
				r := answered(c.GetRefundWithResponse(t.Context(), "refund-of-nobody"))(t)
				wantProblem(t, r.Problem, http.StatusNotFound, "REFUND_UNKNOWN")
			},
		},
	}
}

// refundRead reads a refund of a status; check looks at what the client has read of how it ended.
func refundRead(description, status string, check func(*testing.T, virtualaccounts.Refund)) entry {
	answer := map[string]any{
		"refundId": fromState("refundId", givenRefund), "transactionReference": matchers.Like("TXN20260106000001"), "amount": "500.00",
		"status": status, "requestedAt": instant(),
	}
	if status != "accepted" {
		answer["endedAt"] = instant()
	}
	if status == "failed" {
		answer["reason"] = matchers.Like("The payment could not be made.")
	}
	return entry{
		description: description, given: given("a refund", "refundId", givenRefund, "amount", "500.00", "status", status),
		method: http.MethodGet, path: "/refunds/" + givenRefund, pathOf: "/refunds/${refundId}",
		status: http.StatusOK, answer: answer,
		use: func(t *testing.T, c *books) {
			r := answered(c.GetRefundWithResponse(t.Context(), givenRefund))(t)
			refund := read(t, r.JSON200, r.Body)
			want(t, string(refund.Status), status)
			want(t, refund.Amount, "500.00")
			check(t, refund)
		},
	}
}

// refunding asks for a refund of a credit of 100 rupees of Asha Textiles. It is accepted, or refused with a status and code.
func refunding(description, client, amount string, status int, code string) entry {
	const reference = "TXN-GIVEN-1"
	answer := map[string]any{"refundId": matchers.Like(givenRefund), "status": "accepted", "message": matchers.Like("The refund was accepted.")}
	if code != "" {
		answer = refused(status, code)
	}
	return entry{
		description: description, given: given("a credit", "reference", reference, "amount", "100.00"),
		method: http.MethodPost, path: "/refunds", send: once(description),
		body:   map[string]any{"clientName": client, "transactionReference": fromState("transactionReference", reference), "amount": amount},
		status: status, answer: answer,
		use: func(t *testing.T, c *books) {
			r := answered(c.RefundTransactionWithResponse(t.Context(), &virtualaccounts.RefundTransactionParams{IdempotencyKey: new(onceKey)},
				virtualaccounts.RefundRequest{ClientName: client, TransactionReference: reference, Amount: &amount}))(t)
			if code != "" {
				wantProblem(t, r.Problem, status, code)
				return
			}
			receipt := read(t, r.JSON202, r.Body)
			want(t, receipt.Status, "accepted")
			want(t, receipt.RefundId, givenRefund)
		},
	}
}
