package e2e_test

import (
	"bufio"
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	bank "github.com/sandbank/sandbank/gen/deposits"
	gen "github.com/sandbank/sandbank/gen/sandbox"
)

// TestTheGeneratedClientSteersASandboxThroughEveryOperation calls each operation of the control API with its generated
// client, wants the answer decoded and right, and its effect seen by the client of the bank.
func TestTheGeneratedClientSteersASandboxThroughEveryOperation(t *testing.T) {
	s := newSteering(t)
	for _, part := range []struct {
		name string
		do   func(*steering, *testing.T)
	}{
		{"scenarios are listed and selected", (*steering).scenarios},
		{"overrides are set and dropped", (*steering).overrides},
		{"time and chance are set", (*steering).clockAndSeed},
		{"state is read and changed", (*steering).state},
		{"rows are listed, put and taken out", (*steering).rows},
		{"snapshots are taken and restored", (*steering).snapshots},
		{"the journal is searched, explained, replayed, followed and emptied", (*steering).journal},
		{"coverage is recorded", (*steering).coverage},
		{"values and people are listed", (*steering).values},
		{"provider states are set up", (*steering).providerStates},
		{"callbacks are listed and sent again", (*steering).callbacks},
		{"what the world does is simulated", (*steering).simulations},
		{"a decision of the bank is simulated", (*steering).reviews},
		{"everything is reset", (*steering).reset},
	} {
		t.Run(part.name, func(t *testing.T) { part.do(s, t) })
	}
	api := control(t)
	if len(api.Operations) != 49 {
		t.Errorf("the control API has %d operations; this test knows of 49", len(api.Operations))
	}
	for _, op := range api.Operations {
		if s.transport.seen[outcome{op.ID, op.DefaultStatus()}] == 0 {
			t.Errorf("the client did not see %s answer with %d", op.ID, op.DefaultStatus())
		}
	}
}

// steering is a sandbox with the clients that steer it and use it.
type steering struct {
	transport *checked
	client    *gen.ClientWithResponses
	bank      *bank.ClientWithResponses
	// unread is a client whose answers are not read before their caller does, for those that do not end.
	unread *gen.Client
}

func newSteering(t *testing.T) *steering {
	t.Helper()
	s := &steering{transport: newChecked(t)}
	origin := start(t).origin
	credentials := func(_ context.Context, r *http.Request) error {
		r.Header.Set("x-api-key", "steered")
		r.Header.Set("Authorization", "Bearer "+exampleToken)
		return nil
	}
	h := &http.Client{Transport: s.transport, Timeout: patience}
	var err error
	if s.client, err = gen.NewClientWithResponses(origin+control(t).BasePath, gen.WithHTTPClient(h), gen.WithRequestEditorFn(credentials)); err != nil {
		t.Fatal(err)
	}
	if s.bank, err = bank.NewClientWithResponses(origin+deposits(t).BasePath, bank.WithHTTPClient(h), bank.WithRequestEditorFn(credentials)); err != nil {
		t.Fatal(err)
	}
	if s.unread, err = gen.NewClient(origin+control(t).BasePath, gen.WithRequestEditorFn(credentials)); err != nil {
		t.Fatal(err)
	}
	return s
}

// answered gives a decoded body; the test ends here when there is none.
func answered[T any](t *testing.T, body *T, err error) T {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	if body == nil {
		t.Fatal("the answer was not decoded")
	}
	return *body
}

// done wants an answer of a status.
func done(t *testing.T, r interface{ StatusCode() int }, err error, status int) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	if r.StatusCode() != status {
		t.Fatalf("the status is %d, want %d", r.StatusCode(), status)
	}
}

// verify asks the bank who owns a VPA and gives the status and the problem's code.
func (s *steering) verify(t *testing.T, vpa string) (status int, code string) {
	t.Helper()
	r, err := s.bank.VerifyMyVpaWithResponse(t.Context(), bank.VpaVerification{Vpa: vpa})
	if err != nil {
		t.Fatal(err)
	}
	if r.Problem != nil {
		code = r.Problem.Code
	}
	return r.StatusCode(), code
}

// profile asks the bank for the profile of the caller.
func (s *steering) profile(t *testing.T) {
	t.Helper()
	r, err := s.bank.GetMyProfileWithResponse(t.Context())
	done(t, r, err, http.StatusOK)
}

func (s *steering) scenarios(t *testing.T) {
	api := "deposits"
	list, err := s.client.ListScenariosWithResponse(t.Context(), &gen.ListScenariosParams{Api: &api})
	var names []string
	for _, found := range answered(t, list.JSON200, err).Scenarios {
		names = append(names, found.Name)
		if found.Api != api || found.Selected {
			t.Errorf("listed is %+v", found)
		}
	}
	if !slices.Contains(names, "psp-down") || !slices.Contains(names, "verifications") {
		t.Errorf("listed are %v", names)
	}
	one, err := s.client.GetScenarioWithResponse(t.Context(), api, "psp-down")
	if found := answered(t, one.JSON200, err); found.Default || len(found.Operations) == 0 || len(found.Operations[0].Rules) == 0 {
		t.Errorf("the scenario is %+v", found)
	}
	files, err := s.client.ListScenarioFilesWithResponse(t.Context(), api, "more-branches")
	if found := answered(t, files.JSON200, err).Files; len(found) != 2 || found[0].Kind != gen.ScenarioFileKindScenario || found[1].Name != "deposits/more-branches.csv" || found[1].Text == nil {
		t.Errorf("the files are %+v", found)
	}
	schema, err := s.client.GetScenarioSchemaWithResponse(t.Context(), api)
	if found := answered(t, schema.JSON200, err); found["title"] != "Scenario files of deposits" {
		t.Errorf("the schema is of %v", found["title"])
	}
	every, err := s.client.ListScenariosWithResponse(t.Context(), &gen.ListScenariosParams{})
	count := len(answered(t, every.JSON200, err).Scenarios)
	status, err := s.client.GetScenarioStatusWithResponse(t.Context())
	if found := answered(t, status.JSON200, err); !found.UpToDate || found.Version != 1 || found.Scenarios != count || count <= len(names) || found.LoadedAt.IsZero() {
		t.Errorf("the status is %+v, with %d scenarios listed", found, count)
	}
	replaced, err := s.client.ReplaceSelectionWithResponse(t.Context(), gen.Selection{Scenarios: []string{"down"}})
	answered(t, replaced.JSON200, err)
	selection, err := s.client.GetSelectionWithResponse(t.Context())
	if found := answered(t, selection.JSON200, err).Scenarios; !slices.Equal(found, []string{"down"}) {
		t.Errorf("selected are %v", found)
	}
	if status, code := s.verify(t, "john@okhdfc"); status != http.StatusServiceUnavailable || code != "SERVICE_UNAVAILABLE" {
		t.Errorf("while it is down the bank answers %d %s", status, code)
	}
	cleared, err := s.client.ClearSelectionWithResponse(t.Context())
	done(t, cleared, err, http.StatusNoContent)
	if status, _ := s.verify(t, "john@okhdfc"); status != http.StatusOK {
		t.Errorf("with nothing selected the bank answers %d", status)
	}
}

func (s *steering) overrides(t *testing.T) {
	rule := gen.RuleSource{}
	if err := rule.FromRuleText("respond: {problem: SERVICE_UNAVAILABLE}"); err != nil {
		t.Fatal(err)
	}
	times := 5
	create := func() gen.Override {
		made, err := s.client.CreateOverrideWithResponse(t.Context(), gen.NewOverride{Operation: "verifyMyVpa", Rule: rule, Times: &times})
		return answered(t, made.JSON201, err)
	}
	first := create()
	if status, code := s.verify(t, "john@okhdfc"); status != http.StatusServiceUnavailable || code != "SERVICE_UNAVAILABLE" {
		t.Errorf("under the override the bank answers %d %s", status, code)
	}
	one, err := s.client.GetOverrideWithResponse(t.Context(), first.Id)
	if found := answered(t, one.JSON200, err); found.Operation != "verifyMyVpa" || !found.Active || found.Api != "deposits" {
		t.Errorf("the override is %+v", found)
	}
	create()
	list := func() int {
		r, err := s.client.ListOverridesWithResponse(t.Context())
		return len(answered(t, r.JSON200, err).Overrides)
	}
	if n := list(); n != 2 {
		t.Errorf("%d overrides are listed, want 2", n)
	}
	deleted, err := s.client.DeleteOverrideWithResponse(t.Context(), first.Id)
	done(t, deleted, err, http.StatusNoContent)
	if n := list(); n != 1 {
		t.Errorf("%d overrides are left, want 1", n)
	}
	cleared, err := s.client.ClearOverridesWithResponse(t.Context())
	done(t, cleared, err, http.StatusNoContent)
	if status, _ := s.verify(t, "john@okhdfc"); status != http.StatusOK || list() != 0 {
		t.Errorf("without overrides the bank answers %d", status)
	}
	again, err := s.client.GetOverrideWithResponse(t.Context(), first.Id)
	if err != nil || again.Problem == nil || again.Problem.Code != "OVERRIDE_NOT_FOUND" {
		t.Errorf("an override that is gone: %+v, %v", again.Problem, err)
	}
}

func (s *steering) clockAndSeed(t *testing.T) {
	at, frozen := time.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC), true
	changed, err := s.client.ChangeClockWithResponse(t.Context(), gen.ClockChange{Set: &at, Frozen: &frozen})
	if found := answered(t, changed.JSON200, err); !found.Now.Equal(at) || !found.Frozen {
		t.Errorf("the clock is %+v", found)
	}
	day := "P1D"
	changed, err = s.client.ChangeClockWithResponse(t.Context(), gen.ClockChange{Advance: &day})
	answered(t, changed.JSON200, err)
	clock, err := s.client.GetClockWithResponse(t.Context())
	if found := answered(t, clock.JSON200, err); !found.Now.Equal(at.AddDate(0, 0, 1)) {
		t.Errorf("a day later the clock is %+v", found)
	}
	replaced, err := s.client.ReplaceSeedWithResponse(t.Context(), gen.Seed{Seed: "18446744073709551615"})
	answered(t, replaced.JSON200, err)
	seed, err := s.client.GetSeedWithResponse(t.Context())
	if found := answered(t, seed.JSON200, err); found.Seed != "18446744073709551615" {
		t.Errorf("the seed is %s", found.Seed)
	}
}

// service gives the value of the declared state "service".
func (s *steering) service(t *testing.T) string {
	t.Helper()
	state, err := s.client.GetStateWithResponse(t.Context(), &gen.GetStateParams{})
	for _, v := range answered(t, state.JSON200, err).Values {
		if v.Api == "deposits" && v.Name == "service" {
			return v.Value
		}
	}
	t.Fatal("there is no state called service")
	return ""
}

func (s *steering) setService(t *testing.T, value string) {
	t.Helper()
	set, err := s.client.SetStateValueWithResponse(t.Context(), "deposits", "service", gen.StateValueChange{Value: value})
	if found := answered(t, set.JSON200, err); found.Value != value || found.Initial != "up" {
		t.Errorf("the value is %+v", found)
	}
}

func (s *steering) state(t *testing.T) {
	if got := s.service(t); got != "up" {
		t.Errorf("the service is %s in the beginning", got)
	}
	s.setService(t, "down")
	if got := s.service(t); got != "down" {
		t.Errorf("the service is %s after it was set", got)
	}
	s.setService(t, "up")
}

func (s *steering) rows(t *testing.T) {
	size := 1
	list := func() gen.TableRowPage {
		r, err := s.client.ListTableRowsWithResponse(t.Context(), "deposits", "vpas", &gen.ListTableRowsParams{Size: &size})
		return answered(t, r.JSON200, err)
	}
	before := list()
	if !before.Writable || len(before.Rows) != 1 || before.Total < 2 || !slices.Equal(before.Key, []string{"vpa"}) {
		t.Errorf("the table is %+v", before)
	}
	const vpa = "client@okhdfc"
	put, err := s.client.PutTableRowWithResponse(t.Context(), "deposits", "vpas", vpa, gen.RowValues{"vpa": vpa, "owner": jane})
	if found := answered(t, put.JSON200, err); found.Row["vpa"] == nil {
		t.Errorf("the row is %+v", found)
	}
	if got := list().Total; got != before.Total+1 {
		t.Errorf("with one more the table has %d rows, before %d", got, before.Total)
	}
	taken, err := s.client.DeleteTableRowWithResponse(t.Context(), "deposits", "vpas", vpa)
	done(t, taken, err, http.StatusNoContent)
	if got := list().Total; got != before.Total {
		t.Errorf("with one less the table has %d rows, before %d", got, before.Total)
	}
}

func (s *steering) snapshots(t *testing.T) {
	made, err := s.client.TakeSnapshotWithResponse(t.Context(), "before")
	if found := answered(t, made.JSON200, err); found.Name != "before" || found.TakenAt.IsZero() {
		t.Errorf("the snapshot is %+v", found)
	}
	s.setService(t, "down")
	restored, err := s.client.RestoreSnapshotWithResponse(t.Context(), "before")
	if found := answered(t, restored.JSON200, err); found.Name != "before" {
		t.Errorf("restored is %+v", found)
	}
	if got := s.service(t); got != "up" {
		t.Errorf("the service is %s after the restore", got)
	}
	list := func() []gen.Snapshot {
		r, err := s.client.ListSnapshotsWithResponse(t.Context())
		return answered(t, r.JSON200, err).Snapshots
	}
	if found := list(); len(found) != 1 || found[0].Name != "before" {
		t.Errorf("listed are %+v", found)
	}
	deleted, err := s.client.DeleteSnapshotWithResponse(t.Context(), "before")
	done(t, deleted, err, http.StatusNoContent)
	if found := list(); len(found) != 0 {
		t.Errorf("left are %+v", found)
	}
}

// firstEvent reads the data of the first event of a stream.
func firstEvent(t *testing.T, response *http.Response) string {
	t.Helper()
	lines := bufio.NewScanner(response.Body)
	for lines.Scan() {
		if data, ok := strings.CutPrefix(lines.Text(), "data:"); ok {
			return strings.TrimSpace(data)
		}
	}
	t.Fatalf("the stream ended without an event: %v", lines.Err())
	return ""
}
