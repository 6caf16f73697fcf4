package portal

import (
	"fmt"
	"strings"

	"github.com/sandbank/sandbank/internal/problem"
)

// step is something that is done with an application.
type step string

// Everything that is done with an application.
const (
	stepApprove      step = "approve"
	stepReject       step = "reject"
	stepEdit         step = "edit"
	stepSubmit       step = "submit"
	stepEnable       step = "enable"
	stepDisable      step = "disable"
	stepSuspend      step = "suspend"
	stepLift         step = "lift"
	stepDelete       step = "delete"
	stepChangeAPIs   step = "change APIs"
	stepCredentials  step = "change credentials"
	stepShowSecrets  step = "show credentials"
	stepPartnerScope step = "set partner scope"
	stepAskPlan      step = "ask for a plan"
	stepAskStage     step = "ask for a stage"
)

// interrupted stands for the state that a suspension interrupted.
const interrupted ApplicationState = "as before"

// applicationStates are the states in the order in which an application comes to them.
var applicationStates = []ApplicationState{ApplicationPending, ApplicationRejected, ApplicationRevised, ApplicationEnabled,
	ApplicationDisabled, ApplicationSuspended, ApplicationDeleted}

// states says which states a step leads to, by those that it can be taken in.
type states map[ApplicationState]ApplicationState

// steps is the whole state machine of applications: what can be done in which state, and what the state is then. does
// completes the sentence "The application is suspended; it can … only while it is enabled or disabled."
var steps = map[step]struct {
	does string
	to   states
}{
	stepApprove: {"be approved", states{ApplicationPending: ApplicationEnabled, ApplicationRevised: ApplicationEnabled}},
	stepReject:  {"be rejected", states{ApplicationPending: ApplicationRejected, ApplicationRevised: ApplicationRejected}},
	stepEdit: {"be changed", states{ApplicationPending: ApplicationPending, ApplicationRejected: ApplicationRevised,
		ApplicationRevised: ApplicationRevised, ApplicationEnabled: ApplicationEnabled, ApplicationDisabled: ApplicationDisabled}},
	stepSubmit:  {"be submitted again", states{ApplicationRejected: ApplicationRevised}},
	stepEnable:  {"be enabled", states{ApplicationDisabled: ApplicationEnabled, ApplicationEnabled: ApplicationEnabled}},
	stepDisable: {"be disabled", states{ApplicationEnabled: ApplicationDisabled, ApplicationDisabled: ApplicationDisabled}},
	stepSuspend: {"be suspended", states{ApplicationEnabled: ApplicationSuspended, ApplicationDisabled: ApplicationSuspended}},
	stepLift:    {"be lifted", states{ApplicationSuspended: interrupted}},
	stepDelete: {"be deleted", states{ApplicationPending: ApplicationDeleted, ApplicationRejected: ApplicationDeleted,
		ApplicationRevised: ApplicationDeleted, ApplicationEnabled: ApplicationDeleted, ApplicationDisabled: ApplicationDeleted,
		ApplicationSuspended: ApplicationDeleted, ApplicationDeleted: ApplicationDeleted}},
	stepChangeAPIs:  {"get or lose APIs", staying(ApplicationPending, ApplicationRejected, ApplicationRevised, ApplicationEnabled, ApplicationDisabled)},
	stepCredentials: {"get or lose credentials", staying(ApplicationEnabled, ApplicationDisabled)},
	stepShowSecrets: {"show credentials", staying(ApplicationPending, ApplicationRejected, ApplicationRevised, ApplicationEnabled,
		ApplicationDisabled, ApplicationSuspended)},
	stepPartnerScope: {"get another partner scope", staying(ApplicationPending, ApplicationRejected, ApplicationRevised, ApplicationEnabled,
		ApplicationDisabled, ApplicationSuspended)},
	stepAskPlan:  {"get another plan", staying(ApplicationEnabled, ApplicationDisabled)},
	stepAskStage: {"move to another stage", staying(ApplicationEnabled)},
}

// staying is what leaves the state as it is.
func staying(in ...ApplicationState) states {
	out := states{}
	for _, s := range in {
		out[s] = s
	}
	return out
}

// take takes a step, which changes the state, or refuses it.
func (a *Application) take(s step) error {
	next, ok := steps[s].to[a.State]
	if !ok {
		return refuse(problem.ApplicationStateConflict, a.outOf(s))
	}
	if next == interrupted {
		next = a.Before
	}
	if a.Before = ""; next == ApplicationSuspended {
		a.Before = a.State
	}
	a.State = next
	return nil
}

// outOf says why a step cannot be taken.
func (a *Application) outOf(s step) string {
	var in []string
	for _, state := range applicationStates {
		if _, ok := steps[s].to[state]; ok {
			in = append(in, string(state))
		}
	}
	list := strings.Join(in, ", ")
	if last := len(in) - 1; last > 0 {
		list = strings.Join(in[:last], ", ") + " or " + in[last]
	}
	return fmt.Sprintf("The application is %s; it can %s only while it is %s.", a.State, steps[s].does, list)
}
