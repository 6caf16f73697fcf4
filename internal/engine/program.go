package engine

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode/utf8"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/problem"
)

// Program is a compiled set of scenarios. It is immutable and safe for concurrent use.
type Program struct {
	scenarios map[*contract.API][]*scenario
	defaults  map[target]*ruleSet
	documents map[*contract.Operation]*documentAnswer
	sites     map[*expression.Expression]site
	tables    map[string]map[string]*table          // by API, then name
	states    map[string]map[string]*stateDecl      // by API, then name
	problems  map[string]map[string]declaredProblem // by API, then code
	given     []*given
	slots     int
	// overrideSlots is the number of slots that the largest override needs.
	overrideSlots atomic.Int64
	rules         []*rule
	pool          sync.Pool // of *evaluation
}

func newProgram() *Program {
	return &Program{
		scenarios: map[*contract.API][]*scenario{}, defaults: map[target]*ruleSet{},
		documents: map[*contract.Operation]*documentAnswer{}, sites: map[*expression.Expression]site{}, slots: slotItem + 1,
		tables: map[string]map[string]*table{}, states: map[string]map[string]*stateDecl{}, problems: map[string]map[string]declaredProblem{},
	}
}

// scenario is one compiled scenario file.
type scenario struct {
	api         string
	name, title string
	file        string
	isDefault   bool
	over        bool // as a default it goes before others
	targets     map[target]*ruleSet
	star        *ruleSet // the rules for "*", nil if there are none
	files       []SourceFile
}

// ruleSet holds the rules of one scenario for one target, in the order in which they are tried.
type ruleSet struct {
	rules []*rule
	index *ruleIndex
	reads factSet
	// writes tells that a rule may change the sandbox's state, answers that a rule gives an answer, star that the
	// rules are those for every operation.
	writes, answers, star bool
}

// factSet says which of the facts that cost something to make are read.
type factSet uint8

const (
	readsNow factSet = 1 << iota
	readsCaller
	readsRequest
	readsState
	// readsEverything is set for "*", whose rules may look at headers and cookies that no operation declares.
	readsEverything
)

// Slots of the facts, the same in every scope.
const (
	slotPath = iota
	slotQuery
	slotHeader
	slotCookie
	slotBody
	slotNow
	slotCaller
	slotRequest
	slotState
	factSlots
	// slotItem is that of the item that is decided about, in the scopes of decision points alone.
	slotItem = factSlots
)

// partSlots says in which slot the parts of a request stand that match speaks of.
var partSlots = map[string]int{"path": slotPath, "query": slotQuery, "header": slotHeader, "cookie": slotCookie, "body": slotBody, "item": slotItem}

// Caller is who makes a request. Empty texts mean that it is not known.
type Caller struct {
	App, Organisation, Subject, Token string
	Scopes                            []string
}

// World is what an answer may depend on beside the request: the clock, chance, and who is asking. Base is the
// absolute URL of the API's base path and URL that of the request.
type World struct {
	Now time.Time
	// Seed is the sandbox's: chance is drawn from it alone. Number tells the requests of a sandbox apart, so that values
	// made at random differ from one to the next.
	Seed      uint64
	Number    uint64
	Caller    Caller
	RequestID string
	URL, Base string
	Services  expression.Services
	// State is what has happened in the sandbox; nil is nothing.
	State  *State
	Levels Levels
	// Coverage, if there is one, notes which rules and conditions are used. Decisions are slower with it.
	Coverage *Coverage
	// Handler answers what no rule does; nil has the contract answer. Reads tells that it changes nothing.
	Handler Handler
	Reads   bool

	watch *watch // of an explanation
}

// Field is one response header.
type Field struct{ Name, Value string }

// Decision is what the scenarios say to one request. Body belongs to the program and must not be changed.
type Decision struct {
	// Scenario and Rule name the rule that answered; a handler's are "go" and "handler". Both are empty when the document
	// or nobody did.
	Scenario, Rule string
	Status         int
	// Type is the media type of Body; empty when there is no body.
	Type   string
	Header []Field
	Body   []byte
	// Problem is set instead of Body; the server renders it in the error schema that the operation declares.
	Problem *problem.Problem
	Delay   time.Duration
	Fault   Fault
	// OffContract tells that the rule answers outside the contract on purpose.
	OffContract bool
	// Continued are the rules that contributed and went on, as scenario/rule.
	Continued []string
	// Verdicts are the rules of decision points that have decided about items.
	Verdicts []VerdictHits
	// State is the sandbox's state after the request: the very one of the world when nothing has changed.
	State *State
	// Callbacks are to be sent now that the request is answered.
	Callbacks []Callback
	// Contract tells that no scenario has a rule for the operation and the document itself answered.
	Contract bool
	// None tells that rules were tried and none matched; Nearest are those that came closest, best first. With Contract
	// it tells that the document cannot answer; Program.Unanswerable says why.
	None    bool
	Nearest []Miss

	rule *rule
}

// VerdictHits says about how many items of a request a rule of a decision point has decided.
type VerdictHits struct {
	Scenario, Rule string
	Items          int
}

// Miss says why a rule did not match: the first of its conditions that failed.
type Miss struct {
	Scenario, Rule string
	// Condition is the place or the expression, such as body.vpa; Wanted and Got say what it demands and what was there.
	Condition, Wanted, Got string
	// Passed is the number of conditions that held before this one.
	Passed int
}

// ScenarioError is a rule that failed while it answered.
type ScenarioError struct {
	Scenario, Rule string
	File           string
	Line, Column   int
	Err            error
}

func (e *ScenarioError) Error() string {
	place := ""
	if e.File != "" {
		place = fmt.Sprintf(" at %s:%d:%d", e.File, e.Line, e.Column)
	}
	return fmt.Sprintf("rule %q of scenario %s failed%s: %v", e.Rule, e.Scenario, place, e.Err)
}

func (e *ScenarioError) Unwrap() error { return e.Err }

// OffContract tells whether the error is a rendered body that breaks the operation's contract.
func (e *ScenarioError) OffContract() bool {
	var broken *offContract
	return errors.As(e.Err, &broken)
}

// site is where an expression begins.
type site struct {
	file         string
	line, column int
}

// expressionError is a run-time error of one expression.
type expressionError struct {
	expr *expression.Expression
	err  error
}

func (e *expressionError) Error() string { return e.err.Error() }
func (e *expressionError) Unwrap() error { return e.err }

// at gives the place of a byte offset in the expression's source.
func (s site) at(source string, offset int) (line, column int) {
	before := source[:max(0, min(offset, len(source)))]
	if n := strings.Count(before, "\n"); n > 0 {
		return s.line + n, s.column + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
	}
	return s.line, s.column + utf8.RuneCountInString(before)
}

// Stats counts what the program holds.
func (p *Program) Stats() (scenarios, rules int) {
	for _, list := range p.scenarios {
		scenarios += len(list)
	}
	return scenarios, len(p.rules)
}

// Covers tells whether a default scenario has rules for the operation.
func (p *Program) Covers(o *contract.Operation) bool { return p.defaults[target{operation: o}] != nil }
