package e2e_test

import (
	"context"
	"encoding/json"
	"net/http"
	"testing"

	gen "github.com/sandbank/sandbank/gen/sandbox"
)

func (s *steering) journal(t *testing.T) {
	s.profile(t)
	operation := "getMyProfile"
	profile := deposits(t).Operation(operation)
	search := func() gen.JournalPage {
		r, err := s.client.SearchJournalWithResponse(t.Context(), &gen.SearchJournalParams{Operation: &operation})
		return answered(t, r.JSON200, err)
	}
	page := search()
	if page.Total != 1 || len(page.Entries) != 1 || page.Entries[0].Status != http.StatusOK {
		t.Fatalf("the journal has %+v", page)
	}
	id := page.Entries[0].Id
	entry, err := s.client.GetJournalEntryWithResponse(t.Context(), id)
	if found := answered(t, entry.JSON200, err); found.Id != id || *found.Operation != operation || found.Answer.Status != http.StatusOK {
		t.Errorf("the entry is %+v", found)
	}
	explained, err := s.client.ExplainJournalEntryWithResponse(t.Context(), id)
	why := answered(t, explained.JSON200, err)
	if why.Answer.Source != gen.ExplainedAnswerSourceRule || why.Answer.Rule == nil || len(why.Rules) == 0 {
		t.Errorf("the explanation is %+v", why)
	}
	replayed, err := s.client.ReplayJournalEntryWithResponse(t.Context(), id)
	if found := answered(t, replayed.JSON200, err); !found.Same || found.Entry != id || found.Replay == nil {
		t.Errorf("the replay is %+v", found)
	}
	asked, err := s.client.ExplainRequestWithResponse(t.Context(), gen.ExplanationRequest{
		Method: gen.HttpMethod(profile.Method), Path: profile.API.BasePath + profile.Path})
	if found := answered(t, asked.JSON200, err); found.Answer.Rule == nil || *found.Answer.Rule != *why.Answer.Rule {
		t.Errorf("the explanation of a request that is not sent is %+v", found)
	}
	s.tail(t, operation, id)
	cleared, err := s.client.ClearJournalWithResponse(t.Context())
	done(t, cleared, err, http.StatusNoContent)
	if page := search(); page.Total != 0 {
		t.Errorf("after it was emptied the journal has %+v", page)
	}
}

// tail follows the journal from its beginning and wants the entry of an operation.
func (s *steering) tail(t *testing.T, operation, id string) {
	ctx, stop := context.WithTimeout(t.Context(), patience)
	defer stop()
	beginning := "0"
	response, err := s.unread.TailJournal(ctx, &gen.TailJournalParams{Operation: &operation, LastEventID: &beginning})
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if got := response.Header.Get("Content-Type"); response.StatusCode != http.StatusOK || got != "text/event-stream; charset=utf-8" {
		t.Fatalf("the stream is %d, %s", response.StatusCode, got)
	}
	s.transport.note("tailJournal", response)
	var entry gen.JournalEntrySummary
	if err := json.Unmarshal([]byte(firstEvent(t, response)), &entry); err != nil {
		t.Fatal(err)
	}
	if entry.Id != id || entry.Operation == nil || *entry.Operation != operation {
		t.Errorf("the event is %+v", entry)
	}
}

func (s *steering) coverage(t *testing.T) {
	started, err := s.client.StartCoverageWithResponse(t.Context())
	if found := answered(t, started.JSON200, err); !found.Recording || found.Totals.RulesMatched != 0 {
		t.Errorf("in the beginning the coverage is %+v", found.Totals)
	}
	s.profile(t)
	api := "deposits"
	coverage, err := s.client.GetCoverageWithResponse(t.Context(), &gen.GetCoverageParams{Api: &api})
	found := answered(t, coverage.JSON200, err)
	if !found.Recording || found.Totals.RulesMatched != 1 || found.Totals.AnswersSeen != 1 || found.Totals.Rules < 100 {
		t.Errorf("after one call the coverage is %+v", found.Totals)
	}
	stopped, err := s.client.StopCoverageWithResponse(t.Context())
	done(t, stopped, err, http.StatusNoContent)
	coverage, err = s.client.GetCoverageWithResponse(t.Context(), &gen.GetCoverageParams{Api: &api})
	if answered(t, coverage.JSON200, err).Recording {
		t.Error("coverage is recorded after it was stopped")
	}
}

func (s *steering) values(t *testing.T) {
	operation := "verifyMyVpa"
	magic, err := s.client.ListMagicValuesWithResponse(t.Context(), &gen.ListMagicValuesParams{Operation: &operation})
	found := answered(t, magic.JSON200, err)
	if len(found.Operations) != 1 || found.Operations[0].Operation != operation || len(found.Operations[0].Values)+len(found.Operations[0].Lookups) == 0 {
		t.Errorf("the values with a meaning are %+v", found.Operations)
	}
	personas, err := s.client.ListPersonasWithResponse(t.Context(), &gen.ListPersonasParams{})
	people := 0
	for _, table := range answered(t, personas.JSON200, err).Tables {
		if table.Name == "people" {
			people = len(table.Rows)
		}
	}
	if people < 2 {
		t.Errorf("%d people are listed", people)
	}
}

func (s *steering) providerStates(t *testing.T) {
	api, state := "deposits", "a VPA with an outcome"
	list, err := s.client.ListProviderStatesWithResponse(t.Context(), &gen.ListProviderStatesParams{Api: &api})
	known := false
	for _, declared := range answered(t, list.JSON200, err).States {
		known = known || declared.State == state && len(declared.Params) > 0
	}
	if !known {
		t.Errorf("the state %q is not listed", state)
	}
	setup := gen.ProviderStateChangeActionSetup
	params := gen.ProviderStateParams{"vpa": "pact@okhdfc", "outcome": "failed", "reason": "urn:verification:vpa:name-mismatch"}
	changed, err := s.client.ChangeProviderStateWithResponse(t.Context(), gen.ProviderStateChange{State: &state, Params: &params, Action: &setup})
	if found := answered(t, changed.JSON200, err); found == nil {
		t.Error("the answer to the change of a provider state is null")
	}
	if status, _ := s.verify(t, "pact@okhdfc"); status != http.StatusOK {
		t.Errorf("in the provider state the bank answers %d", status)
	}
}

func (s *steering) reset(t *testing.T) {
	s.setService(t, "down")
	parts := []gen.SandboxPart{gen.SandboxPartState}
	some, err := s.client.ResetSandboxWithResponse(t.Context(), gen.ResetRequest{Parts: &parts})
	if found := answered(t, some.JSON200, err).Parts; len(found) != 1 || found[0] != gen.SandboxPartState {
		t.Errorf("reset is %v", found)
	}
	if got := s.service(t); got != "up" {
		t.Errorf("the service is %s after the reset of the state", got)
	}
	clock, err := s.client.GetClockWithResponse(t.Context())
	if !answered(t, clock.JSON200, err).Frozen {
		t.Error("the reset of the state has reset the clock")
	}
	all, err := s.client.ResetSandboxWithResponse(t.Context(), gen.ResetRequest{})
	if found := answered(t, all.JSON200, err).Parts; len(found) != 7 {
		t.Errorf("reset are %v", found)
	}
	clock, err = s.client.GetClockWithResponse(t.Context())
	if answered(t, clock.JSON200, err).Frozen {
		t.Error("the clock stands still after everything was reset")
	}
}
