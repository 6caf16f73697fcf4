package portal

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/sandbank/sandbank/internal/problem"
)

// purposeOf says which agreements a stage needs.
var purposeOf = map[Stage]Purpose{StageUAT: ForUAT, StageProduction: ForProduction}

// laterStages are the stages that are asked for, in their order.
var laterStages = []Stage{StageUAT, StageProduction}

// Journey is how far the APIs of an application have come.
type Journey struct {
	Application Application
	APIs        []APIJourney
}

// APIJourney is how far one API has come.
type APIJourney struct {
	Subscription
	Title string
	Steps []JourneyStep
}

// JourneyStep is one stage to come, or reached.
type JourneyStep struct {
	Stage   Stage
	Reached bool
	// Request is the id of the open request for it.
	Request string
	// Missing is what a request would be refused with, in the order in which to provide it.
	Missing []JourneyGap
}

// JourneyGap is something that is missing for a stage.
type JourneyGap struct {
	Code, Message string
	// Agreement is the one that is missing; nil where it is something else.
	Agreement *AcceptedAgreement
}

// StageRequestText is what is asked for with a stage.
type StageRequestText struct {
	Stage      Stage
	Agreements []SignedAgreement
	Comment    string
}

// SignedAgreement is an agreement that is accepted, and by whom on behalf of the organisation.
type SignedAgreement struct {
	AcceptedAgreement
	Signatory string
}

// Journey tells for every API of an application which stage it is at, and what is missing for the next ones.
func (s *Service) Journey(ctx context.Context, by Actor, application string) (j Journey, err error) {
	err = s.store.View(ctx, func(tx Tx) error {
		a, err := ownApplication(ctx, tx, by, application)
		if err != nil {
			return err
		}
		d, err := s.detail(ctx, tx, a)
		if err != nil {
			return err
		}
		o, err := tx.Organisation(ctx, a.Organisation)
		if err != nil {
			return err
		}
		j = Journey{Application: a}
		for _, sub := range d.Subscriptions {
			api := APIJourney{Subscription: sub.Subscription, Title: sub.Title}
			for _, stage := range laterStages {
				step, err := stepTo(ctx, tx, o, a, sub.Subscription, stage)
				if err != nil {
					return err
				}
				api.Steps = append(api.Steps, step)
			}
			j.APIs = append(j.APIs, api)
		}
		return nil
	})
	return j, err
}

// stepTo tells what is missing for an API to go to a stage.
func stepTo(ctx context.Context, tx Tx, o Organisation, a Application, sub Subscription, stage Stage) (JourneyStep, error) {
	step := JourneyStep{Stage: stage, Reached: sub.Stage == stage || sub.Stage == StageProduction}
	if step.Reached {
		return step, nil
	}
	gap := func(code, message string) {
		step.Missing = append(step.Missing, JourneyGap{Code: code, Message: message})
	}
	if _, ok := steps[stepAskStage].to[a.State]; !ok {
		gap(problem.ApplicationStateConflict, a.outOf(stepAskStage))
	}
	if sub.State != SubscriptionApproved {
		gap(problem.SubscriptionStateConflict, "The API is "+string(sub.State)+"; the bank must approve it for the application first.")
	}
	known, err := tx.Requests(ctx, RequestFilter{Kind: StageRequest, Applications: []string{a.ID}, API: sub.API})
	if err != nil {
		return step, err
	}
	if slices.ContainsFunc(known, func(r Request) bool { return r.Stage == stage && r.Decision != nil && r.Decision.Final }) {
		gap(problem.StageRefusedFinally, "The bank has refused this stage for good.")
	}
	if stage == StageProduction {
		var refusal *Refusal
		if err := allowsProduction(ctx, tx, o); errors.As(err, &refusal) {
			gap(refusal.Code, refusal.Detail)
		} else if err != nil {
			return step, err
		}
	}
	agreements, err := missingAgreements(ctx, tx, o.ID, a.ID, purposeOf[stage])
	if err != nil {
		return step, err
	}
	for _, text := range agreements {
		step.Missing = append(step.Missing, JourneyGap{Code: problem.AgreementMissing, Message: shorten("Accept the agreement "+text.Title+".", 500),
			Agreement: &AcceptedAgreement{text.Name, text.Number}})
	}
	for _, r := range known {
		if r.State != RequestOpen {
			continue
		}
		gap(problem.RequestPending, fmt.Sprintf("A request for stage %s is open.", r.Stage))
		if r.Stage == stage {
			step.Request = r.ID
		}
	}
	return step, nil
}

// RequestStage asks the bank to move an API of an application on. Agreements are accepted in the same step.
func (s *Service) RequestStage(ctx context.Context, by Actor, application, api string, q StageRequestText) (d RequestDetail, err error) {
	if err := by.adminOfOwn(); err != nil {
		return d, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		a, err := ownApplication(ctx, tx, by, application)
		if err != nil {
			return err
		}
		sub, err := subscriptionOf(ctx, tx, a.ID, api)
		if err != nil {
			return err
		}
		o, err := tx.Organisation(ctx, a.Organisation)
		if err != nil {
			return err
		}
		if err := s.acceptWith(ctx, tx, by, q.Agreements); err != nil {
			return err
		}
		step, err := stepTo(ctx, tx, o, a, sub, q.Stage)
		switch {
		case err != nil:
			return err
		case step.Reached:
			return refuse(problem.StageReached, "The API is at stage "+string(sub.Stage)+".")
		case len(step.Missing) > 0:
			return refuse(step.Missing[0].Code, step.Missing[0].Message)
		}
		records, err := recordsFor(ctx, tx, o.ID, a.ID, q.Stage)
		if err != nil {
			return err
		}
		d, err = s.requestFor(ctx, tx, by, o, Request{Kind: StageRequest, Organisation: o.ID, Application: a.ID, APIs: []string{api},
			Stage: q.Stage, Comment: q.Comment, Agreements: records})
		if err != nil {
			return err
		}
		return s.mailMembers(ctx, tx, o.ID, letterAsked(o, d))
	})
	return d, err
}

// acceptWith records the agreements that come with a request.
func (s *Service) acceptWith(ctx context.Context, tx Tx, by Actor, list []SignedAgreement) error {
	for i, accepted := range list {
		current, err := currentAgreement(ctx, tx, accepted.AcceptedAgreement)
		var refusal *Refusal
		if errors.As(err, &refusal) {
			return refuseField(refusal.Code, refusal.Detail, fmt.Sprintf("/agreements/%d", i), "there is no such agreement in this version, or it is not the current one")
		}
		if err != nil {
			return err
		}
		if _, err := s.recordAcceptance(ctx, tx, by, by.Organisation, current, "", accepted.Signatory); err != nil {
			return err
		}
	}
	return nil
}

// recordsFor lists the ids of the records of the agreements that a stage needs, the latest of each.
func recordsFor(ctx context.Context, tx Tx, organisation, application string, stage Stage) ([]string, error) {
	needed, err := demanded(ctx, tx, purposeOf[stage])
	if err != nil {
		return nil, err
	}
	records, err := tx.AgreementRecords(ctx, organisation, Place{}, 0)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, text := range needed {
		i := slices.IndexFunc(records, func(r AgreementRecord) bool {
			return r.Agreement == text.Name && r.Number == text.Number && (r.Application == "" || r.Application == application)
		})
		if i >= 0 {
			ids = append(ids, records[i].ID)
		}
	}
	return ids, nil
}
