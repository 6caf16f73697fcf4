package trial

import (
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/finding"
)

// Plan is what the test files of a folder say. It is immutable.
type Plan struct {
	program *engine.Program
	cases   []*testCase
	files   int
}

// Files is the number of test files, Cases that of the cases in them; a case with rows counts once for each row.
func (p *Plan) Files() int { return p.files }

// Cases is the number of cases. See [Plan.Files].
func (p *Plan) Cases() int { return len(p.cases) }

// suite is one test file.
type suite struct {
	api  *contract.API
	name string
	file string
}

// testCase is one case, for one row of its with.
type testCase struct {
	*caseDecl
	name string
	row  any // of with; nil when there is none
}

// id names the case for people and for --run: api/test/case.
func (c *testCase) id() string { return c.suite.api.Name + "/" + c.suite.name + "/" + c.name }

// caseDecl is a case as it stands in its file.
type caseDecl struct {
	suite    *suite
	place    finding.Place
	skip     string // why it is not run
	key      string // the caller of steps that name none; "" is the target's default
	selected []selection
	given    []givenState
	seed     *uint64
	start    time.Time // zero when the file does not say
	steps    []*step
	slots    int
	withSlot int // -1 without with
}

// Slots of the facts that every case has.
const slotNow = 0

// selection is what a case selects for one caller; "" is the case's own.
type selection struct {
	key   string
	names []string
	place finding.Place
}

// givenState is a provider state that a case sets up.
type givenState struct {
	key    string
	state  string
	params *engine.Template // nil for none
	slot   int              // of the name it is bound to; -1 for none
	place  finding.Place
}

// step is one thing that a case does. Exactly one of the actions is set.
type step struct {
	place  finding.Place
	key    string
	call   *call
	action *action
	expect *expectation // nil for none
	slot   int          // of the name that the answer is bound to; -1 for none
	repeat int
}

// action is what a step does beside calling an operation.
type action struct {
	kind     actionKind
	duration time.Duration
	time     time.Time
	selected selection
	given    givenState
	changes  []change
}

type actionKind string

// The actions, by the key that names them.
const (
	advanceClock actionKind = "advance"
	freezeClock  actionKind = "freeze"
	resumeClock  actionKind = "resume"
	setClock     actionKind = "setClock"
	setState     actionKind = "setState"
	selectNames  actionKind = "select"
	provide      actionKind = "given"
	resetAll     actionKind = "reset"
	upsertRow    actionKind = "upsert"
	deleteRows   actionKind = "delete"
	look         actionKind = "expect"
)

// change is one change of a table or a state, with holes.
type change struct {
	table, state string
	value        string           // of the state
	row          *engine.Template // upsert: the row; delete: what its rows have
	place        finding.Place
}

// call is a request that a step makes.
type call struct {
	operation *contract.Operation
	url       *engine.Template // instead of path and query; nil for none
	path      []argument
	query     []argument
	header    []argument
	cookie    []argument
	body      *engine.Template // nil for none
	raw       *engine.Template // a body as text; nil for none
	mediaType string           // "" chooses
	media     *contract.MediaType
	place     finding.Place // of the operation's name
}

// argument is one parameter that a call sends.
type argument struct {
	name      string
	parameter *contract.Parameter // nil for one that the contract does not know
	value     *engine.Template
	place     finding.Place
}

// scopeOf says what steps may name at one point of a case.
type scopeOf struct {
	*expression.Scope
}

func (s *scopeOf) bind(name string, t *expression.Type) (slot int) {
	s.Scope, slot = s.With(name, t)
	return slot
}

// Names lists the cases as api/test/case, in the order of the files.
func (p *Plan) Names() []string {
	names := make([]string, len(p.cases))
	for i, c := range p.cases {
		names[i] = c.id()
	}
	return names
}
