package server_test

import (
	"encoding/json"
	"net/http"
	"testing"

	"github.com/sandbank/sandbank/internal/portal"
)

// limit gives the organisation of the demo a quota for a day.
func (r *real) limit(calls int64) {
	r.t.Helper()
	err := r.store.Portal().Update(r.t.Context(), func(tx portal.Tx) error {
		plans, err := tx.QuotaPlans(r.t.Context())
		if err != nil {
			return err
		}
		for _, p := range plans {
			if p.Name == "unlimited" {
				p.Limits.PerDay = calls
				p.Version++
				err = tx.UpdateQuotaPlan(r.t.Context(), p)
			}
		}
		return err
	})
	if err != nil {
		r.t.Fatal(err)
	}
}

func TestARequestIsExplainedForWhoeverSteersTheSandbox(t *testing.T) {
	d := newDeployed(t)
	d.limit(1)
	asked := `{"method":"GET","path":"/deposits/v1/fields","headers":{"x-api-key":"` + d.demo.ClientID + `"}}`
	for name, who := range map[string]struct {
		key     string
		headers []string
	}{
		"by the key":     {d.demo.ClientID, nil},
		"by the session": {"", []string{"Cookie", d.partner(), "X-Application", d.demo.Application}},
	} {
		t.Run(name, func(t *testing.T) {
			for range 2 { // an explanation does not count against the quota of one call
				w := d.call(http.MethodPost, "/sandbox/v1/explanations", who.key, asked, who.headers...)
				var e struct{ Answer struct{ Status int } }
				if err := json.Unmarshal(w.Body.Bytes(), &e); err != nil || w.Code != 200 || e.Answer.Status != 200 {
					t.Errorf("status %d with %s", w.Code, w.Body)
				}
			}
		})
	}
}
