package portal

import (
	"context"

	"github.com/sandbank/sandbank/internal/problem"
)

// simulated is the bank where it only pretends to decide. The audit log shows it as the server itself.
var simulated = Actor{Name: system.Name, FullName: "simulated review"}

// SimulateDecision decides a request of an organisation as the bank's staff would, for whoever may act on the sandboxes of
// that organisation. The audit log tells who asked for it, and that the decision is simulated.
func (s *Service) SimulateDecision(ctx context.Context, by Actor, id string, v Verdict) (r Request, err error) {
	err = s.store.Update(ctx, func(tx Tx) error {
		if r, err = tx.Request(ctx, id); err != nil {
			return err
		}
		switch {
		case by.Organisation == "" || r.Organisation != by.Organisation:
			return ErrNotFound
		case r.State != RequestOpen:
			return refuse(problem.RequestClosed, "The request is "+string(r.State)+" already.")
		}
		bank := simulated
		bank.Organisation, bank.RequestID, bank.Address = by.Organisation, by.RequestID, by.Address
		if err := s.auditRequest(ctx, tx, by, r, "decision.simulated"); err != nil {
			return err
		}
		return s.decide(ctx, tx, &decision{Request: &r, Verdict: v, by: bank})
	})
	return r, err
}
