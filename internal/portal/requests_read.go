package portal

import (
	"context"
	"slices"
)

// RequestDetail is a request with everything that is shown of it.
type RequestDetail struct {
	Request
	OrganisationName, ApplicationName string
	Records                           []AgreementRecord
}

// RequestList narrows a list of requests, and says which page of it is meant; empty members narrow nothing.
type RequestList struct {
	Kind                           RequestKind
	State                          RequestState
	Organisation, Application, API string
	After                          Place
	Limit                          int
}

func (q RequestList) filter() RequestFilter {
	f := RequestFilter{Kind: q.Kind, State: q.State, Organisation: q.Organisation, API: q.API, After: q.After, Limit: q.Limit + 1}
	if q.Application != "" {
		f.Applications = []string{q.Application}
	}
	return f
}

// Requests lists what the actor's organisation has asked for, the latest first.
func (s *Service) Requests(ctx context.Context, by Actor, q RequestList) (list []RequestDetail, next string, err error) {
	if err := by.inOrganisation(); err != nil {
		return nil, "", err
	}
	q.Organisation = by.Organisation
	return s.listRequests(ctx, by, q.filter())
}

// ReviewRequests lists the requests of all organisations for the bank's staff, the oldest first; where nothing narrows
// the list, those that are open.
func (s *Service) ReviewRequests(ctx context.Context, by Actor, q RequestList) (list []RequestDetail, next string, err error) {
	if err := by.staff(); err != nil {
		return nil, "", err
	}
	if (q == RequestList{After: q.After, Limit: q.Limit}) {
		q.State = RequestOpen
	}
	f := q.filter()
	f.Oldest = true
	return s.listRequests(ctx, by, f)
}

func (s *Service) listRequests(ctx context.Context, by Actor, f RequestFilter) (list []RequestDetail, next string, err error) {
	err = s.store.View(ctx, func(tx Tx) error {
		found, err := tx.Requests(ctx, f)
		if err != nil {
			return err
		}
		found, next = page(found, f.Limit-1, func(r Request) Place { return Place{r.CreatedAt, r.ID} })
		list, err = showRequests(ctx, tx, by, found)
		return err
	})
	return list, next, err
}

// Request gives a request to the people of the organisation that has made it.
func (s *Service) Request(ctx context.Context, by Actor, id string) (d RequestDetail, err error) {
	if err := by.inOrganisation(); err != nil {
		return d, err
	}
	return s.showRequest(ctx, by, id)
}

// ReviewRequest gives a request of any organisation to the bank's staff.
func (s *Service) ReviewRequest(ctx context.Context, by Actor, id string) (d RequestDetail, err error) {
	if err := by.staff(); err != nil {
		return d, err
	}
	return s.showRequest(ctx, by, id)
}

func (s *Service) showRequest(ctx context.Context, by Actor, id string) (d RequestDetail, err error) {
	err = s.store.View(ctx, func(tx Tx) error {
		r, err := visibleRequest(ctx, tx, by, id)
		if err == nil {
			d, err = showOne(ctx, tx, by, r)
		}
		return err
	})
	return d, err
}

// visibleRequest gives a request to the bank's staff, and to the organisation that has made it.
func visibleRequest(ctx context.Context, tx Tx, by Actor, id string) (Request, error) {
	r, err := tx.Request(ctx, id)
	if err != nil || by.Role.Staff() {
		return r, err
	}
	return r, by.member(r.Organisation)
}

func showOne(ctx context.Context, tx Tx, by Actor, r Request) (RequestDetail, error) {
	list, err := showRequests(ctx, tx, by, []Request{r})
	if err != nil {
		return RequestDetail{}, err
	}
	return list[0], nil
}

// showRequests adds to requests what is shown of them, and leaves out who has decided but for the bank's staff.
func showRequests(ctx context.Context, tx Tx, by Actor, requests []Request) ([]RequestDetail, error) {
	list := make([]RequestDetail, len(requests))
	organisations, applications, records := map[string]string{}, map[string]string{}, map[string][]AgreementRecord{}
	for i, r := range requests {
		if r.Decision != nil && !by.Role.Staff() {
			decision := *r.Decision
			decision.By = PersonName{}
			r.Decision = &decision
		}
		d := RequestDetail{Request: r}
		if _, known := organisations[r.Organisation]; !known {
			o, err := tx.Organisation(ctx, r.Organisation)
			if err != nil {
				return nil, err
			}
			organisations[o.ID] = o.Name
		}
		d.OrganisationName = organisations[r.Organisation]
		if _, known := applications[r.Application]; !known && r.Application != "" {
			a, err := tx.Application(ctx, r.Application)
			if err != nil {
				return nil, err
			}
			applications[a.ID] = a.Name
		}
		d.ApplicationName = applications[r.Application]
		if len(r.Agreements) > 0 {
			all, known := records[r.Organisation]
			if !known {
				var err error
				if all, err = tx.AgreementRecords(ctx, r.Organisation, Place{}, 0); err != nil {
					return nil, err
				}
				records[r.Organisation] = all
			}
			for _, record := range all {
				if slices.Contains(r.Agreements, record.ID) {
					record.ApplicationName = applications[record.Application]
					d.Records = append(d.Records, record)
				}
			}
		}
		list[i] = d
	}
	return list, nil
}
