package portal

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// EventData is something that applications are told by webhook, in the transaction in which it happens. Members that it has
// nothing to say about are empty.
type EventData struct {
	Type EventType
	APIs []string
	// Access and Quota are an account plan, Plan an API plan.
	Access, Quota, Plan string
	Stage               Stage
	Request             string // the id of the request that was decided
	Reason              string
}

// EventType is what happened.
type EventType = string

// What applications are told.
const (
	EventApplicationApproved  EventType = "application.approved"
	EventApplicationRejected  EventType = "application.rejected"
	EventApplicationSuspended EventType = "application.suspended"
	EventApplicationLifted    EventType = "application.lifted"
	EventSubscriptionApproved EventType = "subscription.approved"
	EventSubscriptionRejected EventType = "subscription.rejected"
	EventAPIPlanApproved      EventType = "api-plan.approved"
	EventAPIPlanRejected      EventType = "api-plan.rejected"
	EventAccountPlanApproved  EventType = "account-plan.approved"
	EventAccountPlanRejected  EventType = "account-plan.rejected"
	EventStageApproved        EventType = "stage.approved"
	EventStageRejected        EventType = "stage.rejected"
	WebhookTest               EventType = "webhook.test"
	ScenarioCallback          EventType = "scenario.callback"
)

// tellApplication tells an application what happened, if it has a webhook address.
func (s *Service) tellApplication(ctx context.Context, tx Tx, a Application, e EventData) error {
	if a.WebhookURL == "" || a.State == ApplicationDeleted {
		return nil
	}
	o, err := tx.Organisation(ctx, a.Organisation)
	if err != nil {
		return err
	}
	_, err = s.deliver(ctx, tx, a, o, e)
	return err
}

// tellOrganisation tells all applications of an organisation what happened to it.
func (s *Service) tellOrganisation(ctx context.Context, tx Tx, organisation string, e EventData) error {
	list, err := tx.ApplicationsOf(ctx, organisation, false)
	if err != nil {
		return err
	}
	for _, a := range list {
		if err := s.tellApplication(ctx, tx, a, e); err != nil {
			return err
		}
	}
	return nil
}

// reference names something in an event.
type reference struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// eventBody is what an event says.
type eventBody struct {
	Organisation reference         `json:"organisation"`
	Application  *reference        `json:"application,omitempty"`
	APIs         []string          `json:"apis,omitempty"`
	AccountPlan  *accountPlanNames `json:"accountPlan,omitempty"`
	Plan         string            `json:"plan,omitempty"`
	Stage        Stage             `json:"stage,omitempty"`
	Request      string            `json:"request,omitempty"`
	Reason       string            `json:"reason,omitempty"`
}

type accountPlanNames struct {
	Access string `json:"access"`
	Quota  string `json:"quota"`
}

// deliver puts an event into the deliveries of an application.
func (s *Service) deliver(ctx context.Context, tx Tx, a Application, o Organisation, e EventData) (Delivery, error) {
	now := s.now()
	data := eventBody{Organisation: reference{o.ID, o.Name}, APIs: e.APIs, Plan: e.Plan, Stage: e.Stage, Request: e.Request, Reason: e.Reason}
	if e.Access != "" || e.Quota != "" {
		data.AccountPlan = &accountPlanNames{e.Access, e.Quota} // of the organisation, not of an application
	} else {
		data.Application = &reference{a.ID, a.Name}
	}
	payload, err := json.Marshal(struct {
		Type      EventType `json:"type"`
		Timestamp time.Time `json:"timestamp"`
		Data      eventBody `json:"data"`
	}{e.Type, now, data})
	if err != nil {
		return Delivery{}, fmt.Errorf("write an event: %w", err)
	}
	d := Delivery{ID: s.newID(), Message: s.newID(), Application: a.ID, Type: e.Type, URL: a.WebhookURL, Method: http.MethodPost,
		MediaType: "application/json", Payload: payload, State: DeliveryPending, CreatedAt: now, NextAt: now}
	if err := tx.InsertDelivery(ctx, d); err != nil {
		return d, fmt.Errorf("put an event into the deliveries: %w", err)
	}
	return d, nil
}
