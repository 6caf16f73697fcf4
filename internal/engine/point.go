package engine

import (
	"errors"
	"fmt"
	"slices"

	"github.com/sandbank/sandbank/internal/contract"
)

// itemSteps is what each item that is decided about adds to the work that one request may cost.
const itemSteps = 10_000

// Ask has the scenarios decide about an item at a decision point of the operation: ok is false when no rule does, and
// the handler's own verdict counts. Item is decided about as the world is now, the turn's own changes included. The
// verdict keeps to its schema and belongs to the caller. An error is a *ScenarioError, of the rule that failed, or says
// what is wrong with the question.
func (t *Turn) Ask(point string, item map[string]any) (verdict map[string]any, ok bool, err error) {
	if t.request == nil {
		return nil, false, errors.New("there are no decision points outside a request")
	}
	o := t.request.Operation
	at := target{o, o.Point(point)}
	if at.point == nil {
		return nil, false, fmt.Errorf("operation %s has no decision point %q%s", o.ID, point, hinted(point, pointNames(o)))
	}
	if found := at.point.Item.Validate(item, contract.Inbound); len(found) > 0 {
		return nil, false, fmt.Errorf("the item of %s breaks its schema: %s", at, (&offContract{found}).Error())
	}
	ev := t.evaluation()
	ev.asked++
	ev.state, ev.next = t.next, t.next
	ev.env.Steps += itemSteps
	ev.env.Slots[slotItem], ev.env.Slots[slotState] = item, nil
	if t.world.watch != nil {
		t.world.watch.item(t.program, ev, at)
	}
	var d Decision
	_, decided, err := t.program.ask(&d, ev, at)
	if err != nil {
		return nil, false, err
	}
	t.next = ev.next
	if !decided {
		return nil, false, nil
	}
	if verdict, err = d.rule.answer.outcome(&ev.env); err != nil {
		return nil, false, t.program.scenarioError(d.rule, err)
	}
	t.hit(d.rule)
	return verdict, true, nil
}

type verdictHits struct {
	rule  *rule
	items int
}

// hit counts an item that a rule has decided about.
func (t *Turn) hit(r *rule) {
	i := slices.IndexFunc(t.verdicts, func(h verdictHits) bool { return h.rule == r })
	if i < 0 {
		i = len(t.verdicts)
		t.verdicts = append(t.verdicts, verdictHits{rule: r})
	}
	t.verdicts[i].items++
}

// maxWatched is the number of items of which an explanation tells the rules.
const maxWatched = 20

// watch notes what becomes of the rules of decision points while a handler decides once more to be explained.
type watch struct {
	items  int
	traces []Trace
}

// item notes what will become of the rules for the item at hand.
func (x *watch) item(p *Program, ev *evaluation, at target) {
	if x.items++; x.items > maxWatched {
		return
	}
	steps := ev.env.Steps
	traces, _ := p.traces(ev, at)
	ev.env.Steps, ev.env.Slots[slotState] = steps, nil
	for i := range traces {
		traces[i].Point, traces[i].Item = at.point.Name, x.items
	}
	x.traces = append(x.traces, traces...)
}
