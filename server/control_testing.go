package server

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	control "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/internal/sandbox"
)

// ListSnapshots answers GET /snapshots.
func (controller) ListSnapshots(c *gin.Context) {
	k := callOf(c)
	out := control.SnapshotList{Snapshots: []control.Snapshot{}}
	for _, s := range k.box.Snapshots() {
		out.Snapshots = append(out.Snapshots, snapshotOf(s))
	}
	k.json(http.StatusOK, out)
}

func snapshotOf(s sandbox.Snapshot) control.Snapshot {
	return control.Snapshot{Name: s.Name, TakenAt: s.Taken, Clock: s.At}
}

// TakeSnapshot answers PUT /snapshots/{snapshot}.
func (controller) TakeSnapshot(c *gin.Context, name control.SnapshotNameParameter) {
	k := callOf(c)
	switch made, err := k.box.Snapshot(name); {
	case errors.Is(err, sandbox.ErrSnapshotsLimit):
		k.fail(problem.SnapshotsFull, sentence(err.Error()))
	case err != nil:
		k.failed(err)
	default:
		k.json(http.StatusOK, snapshotOf(made))
	}
}

// RestoreSnapshot answers POST /snapshots/{snapshot}/restore.
func (controller) RestoreSnapshot(c *gin.Context, name control.SnapshotNameParameter) {
	k := callOf(c)
	list := k.box.Snapshots()
	i := slices.IndexFunc(list, func(s sandbox.Snapshot) bool { return s.Name == name })
	if i < 0 {
		k.noSnapshot(name)
		return
	}
	switch err := k.box.Restore(name); {
	case errors.Is(err, sandbox.ErrNoSnapshot):
		k.noSnapshot(name)
	case err != nil:
		k.failed(err)
	default:
		k.json(http.StatusOK, snapshotOf(list[i]))
	}
}

// DeleteSnapshot answers DELETE /snapshots/{snapshot}.
func (controller) DeleteSnapshot(c *gin.Context, name control.SnapshotNameParameter) {
	k := callOf(c)
	switch err := k.box.DropSnapshot(name); {
	case errors.Is(err, sandbox.ErrNoSnapshot):
		k.noSnapshot(name)
	case err != nil:
		k.failed(err)
	default:
		k.done()
	}
}

func (k *call) noSnapshot(name string) {
	k.fail(problem.SnapshotNotFound, sentence("the sandbox has no snapshot "+quoted(name)))
}

// ChangeProviderState answers POST /provider-states, as verifiers of contracts call it.
func (controller) ChangeProviderState(c *gin.Context) {
	k := callOf(c)
	var in control.ProviderStateChange
	if !k.read(&in) {
		return
	}
	states := k.providerStates()
	if either(in.Action, control.ProviderStateChangeActionSetup) == control.ProviderStateChangeActionTeardown || len(states) == 0 {
		_, sent, err := k.box.ProviderState(k.playing(), nil, sandbox.Teardown, "", nil)
		k.server.send(c.Request.Context(), k.box, sent)
		if err != nil {
			k.failed(err)
			return
		}
		k.json(http.StatusOK, control.ProviderStateValues{})
		return
	}
	if !k.knownStates(states) {
		return
	}
	values := control.ProviderStateValues{}
	for _, s := range states {
		returns, sent, err := k.box.ProviderState(k.playing(), k.server.world(k), sandbox.Setup, s.name, s.params)
		k.server.send(c.Request.Context(), k.box, sent)
		if errors.Is(err, sandbox.ErrStorage) {
			k.failed(err)
			return
		}
		if err != nil {
			k.refuseField(problem.ProviderStateInvalid, s.pointer, err.Error())
			return
		}
		for name, v := range returns {
			values[name] = v
		}
	}
	k.json(http.StatusOK, values)
}

// providerState is one provider state that is to be set up, with the place in the body where it is named.
type providerState struct {
	name, pointer string
	params        map[string]any
}

// providerStates reads the states from the body: state with params, else states. Parameters keep the form in which the
// contract has decoded them.
func (k *call) providerStates() []providerState {
	body, _ := k.request.Body.(map[string]any)
	params, _ := body["params"].(map[string]any)
	if name, _ := body["state"].(string); name != "" {
		return []providerState{{name, "/state", params}}
	}
	list, _ := body["states"].([]any)
	var out []providerState
	for i, e := range list {
		s := providerState{pointer: fmt.Sprintf("/states/%d", i), params: params}
		switch e := e.(type) {
		case string:
			s.name = e
		case map[string]any:
			s.name, _ = e["name"].(string)
			s.params, _ = e["params"].(map[string]any)
		}
		out = append(out, s)
	}
	return out
}

// knownStates refuses states that no scenario declares, before any of them is set up.
func (k *call) knownStates(states []providerState) bool {
	var known []string
	for _, g := range k.playing().GivenStates() {
		known = append(known, g.State)
	}
	for _, s := range states {
		if slices.Contains(known, s.name) {
			continue
		}
		hint := finding.DidYouMean(s.name, known)
		if hint == "" && len(known) > 0 {
			slices.Sort(known)
			hint = "declared: " + strings.Join(slices.Compact(known), ", ")
		}
		k.refuseField(problem.ProviderStateUnknown, s.pointer, shorten(joined(engine.ErrUnknownState.Error()+" "+quoted(s.name), hint), maxViolation))
		return false
	}
	return true
}
