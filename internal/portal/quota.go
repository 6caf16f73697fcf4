package portal

import (
	"context"
	"time"
)

// QuotaStatus says which quotas hold for an organisation today. How much of them is used is known to who counts calls.
type QuotaStatus struct {
	Organisation string
	Limits       Limits
	APIs         []APIQuota
	// Day is the day of Asia/Kolkata, which ends at ResetsAt.
	Day      Day
	ResetsAt time.Time
}

// APIQuota is the quota of one API in one application.
type APIQuota struct {
	Application, ApplicationName string
	API, Plan                    string
	Limits                       Limits
}

// QuotaStatus gives the quotas that hold for the actor's organisation: its own, and those of the API plans of approved
// APIs, of one application and one API where these are named.
func (s *Service) QuotaStatus(ctx context.Context, by Actor, application, api string) (q QuotaStatus, err error) {
	if err := by.inOrganisation(); err != nil {
		return q, err
	}
	err = s.store.View(ctx, func(tx Tx) error {
		o, err := tx.Organisation(ctx, by.Organisation)
		if err != nil {
			return err
		}
		if application != "" {
			if _, err := ownApplication(ctx, tx, by, application); err != nil {
				return err
			}
		}
		plan, err := accountPlanOf(ctx, tx, o)
		if err != nil {
			return err
		}
		today := DayOf(s.now())
		q = QuotaStatus{Organisation: o.ID, Limits: plan.Limits, Day: today, ResetsAt: today.End()}
		q.APIs, err = apiQuotas(ctx, tx, o.ID, application, api)
		return err
	})
	return q, err
}

// apiQuotas lists the quotas of the approved APIs of an organisation's applications, by application and API.
func apiQuotas(ctx context.Context, tx Tx, organisation, application, api string) ([]APIQuota, error) {
	plans, err := tx.APIPlans(ctx)
	if err != nil {
		return nil, err
	}
	limits := map[string]Limits{}
	for _, p := range plans {
		limits[p.Name] = p.Limits
	}
	applications, err := tx.ApplicationsOf(ctx, organisation, false)
	if err != nil {
		return nil, err
	}
	subscriptions, err := tx.Subscriptions(ctx, organisation, api, "")
	if err != nil {
		return nil, err
	}
	of := map[string][]Subscription{}
	for _, sub := range subscriptions {
		of[sub.Application] = append(of[sub.Application], sub)
	}
	var list []APIQuota
	for _, a := range applications {
		if application != "" && a.ID != application {
			continue
		}
		for _, sub := range of[a.ID] {
			if sub.State == SubscriptionApproved {
				list = append(list, APIQuota{Application: a.ID, ApplicationName: a.Name, API: sub.API, Plan: sub.Plan, Limits: limits[sub.Plan]})
			}
		}
	}
	return list, nil
}
