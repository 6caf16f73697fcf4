package portal

import (
	"context"
	"slices"

	"github.com/sandbank/sandbank/internal/problem"
)

// openRequest asks the bank for something. The caller says what; the rest is filled in.
func (s *Service) openRequest(ctx context.Context, tx Tx, by Actor, r Request) (Request, error) {
	r.ID, r.State, r.CreatedBy, r.CreatedAt, r.Version = s.newID(), RequestOpen, by.named(), s.now(), 1
	return r, tx.InsertRequest(ctx, r)
}

// pending refuses a second request while one that fits is open.
func pending(ctx context.Context, tx Tx, f RequestFilter, what string) error {
	f.State = RequestOpen
	open, err := tx.Requests(ctx, f)
	if err == nil && len(open) > 0 {
		err = refuse(problem.RequestPending, "A request for "+what+" is open already.")
	}
	return err
}

// withdraw withdraws the open requests about an application that are without object now.
func withdraw(ctx context.Context, tx Tx, application string, which func(Request) bool) error {
	open, err := openRequests(ctx, tx, application)
	if err != nil {
		return err
	}
	return withdrawAll(ctx, tx, slices.DeleteFunc(open, func(r Request) bool { return !which(r) }))
}

func withdrawAll(ctx context.Context, tx Tx, list []Request) error {
	for _, r := range list {
		r.State = RequestWithdrawn
		r.Version++
		if err := tx.UpdateRequest(ctx, r); err != nil {
			return err
		}
	}
	return nil
}

// openRequests lists the open requests about an application, the latest first.
func openRequests(ctx context.Context, tx Tx, application string) ([]Request, error) {
	return tx.Requests(ctx, RequestFilter{State: RequestOpen, Applications: []string{application}})
}

// renewReview makes that requests about an application, which were open before it was edited, are decided on what it is
// now.
func renewReview(ctx context.Context, tx Tx, application string, before []Request) error {
	for _, known := range before {
		r, err := tx.Request(ctx, known.ID)
		if err != nil {
			return err
		}
		if r.State != RequestOpen {
			continue
		}
		if r.Kind == ApplicationRequest {
			if r.APIs, err = apisOf(ctx, tx, application); err != nil {
				return err
			}
		}
		r.Version++
		if err := tx.UpdateRequest(ctx, r); err != nil {
			return err
		}
	}
	return nil
}

// WithdrawRequest takes back a request for a plan or a stage.
func (s *Service) WithdrawRequest(ctx context.Context, by Actor, id string) (d RequestDetail, err error) {
	if err := by.adminOfOwn(); err != nil {
		return d, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		r, err := visibleRequest(ctx, tx, by, id)
		if err != nil {
			return err
		}
		switch {
		case r.State != RequestOpen:
			return refuse(problem.RequestClosed, "The request is "+string(r.State)+" already.")
		case r.Kind == ApplicationRequest || r.Kind == SubscriptionRequest:
			return refuse(problem.RequestNotWithdrawable, "The request goes when the application is deleted, or the API removed from it.")
		}
		r.State = RequestWithdrawn
		r.Version++
		if err := tx.UpdateRequest(ctx, r); err != nil {
			return err
		}
		if err := s.auditRequest(ctx, tx, by, r, "request.withdrawn"); err != nil {
			return err
		}
		d, err = showOne(ctx, tx, by, r)
		return err
	})
	return d, err
}

// auditRequest writes down what was done with a request.
func (s *Service) auditRequest(ctx context.Context, tx Tx, by Actor, r Request, action string) error {
	e := AuditEntry{Action: action, ObjectKind: "request", Object: r.ID, ObjectName: string(r.Kind), Organisation: r.Organisation,
		Application: r.Application, Changes: r.asked()}
	if r.Decision != nil {
		e.Reason = r.Decision.Reason
	}
	return s.audit(ctx, tx, by, e)
}

// asked says what a request asks for, as the audit log has it.
func (r Request) asked() []AuditChange {
	var out []AuditChange
	for _, m := range []member{{"access", r.Access}, {"quota", r.Quota}, {"plan", r.Plan}, {"stage", string(r.Stage)}} {
		if m.value != "" {
			out = append(out, AuditChange{Member: m.name, After: m.value})
		}
	}
	for _, api := range r.APIs {
		out = append(out, AuditChange{Member: "api", After: api})
	}
	return out
}
