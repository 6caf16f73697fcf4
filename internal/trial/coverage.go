package trial

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
)

// Pairs are operations with statuses that were seen in answers.
type Pairs struct{ seen map[pair]bool }

type pair struct {
	operation *contract.Operation
	status    string // as the document declares it
}

func newPairs() *Pairs { return &Pairs{map[pair]bool{}} }

func (p *Pairs) add(o *contract.Operation, status int) {
	if r := o.Response(status); r != nil {
		p.seen[pair{o, r.Status}] = true
	}
}

// Coverage is how much of the scenarios and of the contract a run has touched. Every rule counts once, for having
// matched, and every condition twice, for having held and for having failed.
type Coverage struct {
	Rules      Share `json:"rules"`
	Conditions Share `json:"conditions"`
	// Answers are operations with the statuses that their documents declare.
	Answers Share `json:"answers"`
	// Missing says what of rules and conditions was not seen, MissingAnswers which answers.
	Missing        []Gap `json:"missing"`
	MissingAnswers []Gap `json:"missingAnswers"`
}

// Share is a part of a whole.
type Share struct {
	Seen int `json:"seen"`
	Of   int `json:"of"`
}

// Gap is something that no case has touched.
type Gap struct {
	File string `json:"file"`
	Line int    `json:"line"`
	What string `json:"what"`
}

// Percent is the share in hundredths of a per cent, rounded down; the whole when there is nothing.
func (s Share) Percent() int {
	if s.Of == 0 {
		return 10_000
	}
	return s.Seen * 10_000 / s.Of
}

func (s Share) String() string {
	p := s.Percent()
	return fmt.Sprintf("%d.%d%% (%d of %d)", p/100, p%100/10, s.Seen, s.Of)
}

// Total is the share of rules and conditions together, which a threshold is about.
func (c *Coverage) Total() Share {
	return Share{c.Rules.Seen + c.Conditions.Seen, c.Rules.Of + c.Conditions.Of}
}

// NewCoverage sums up what a run has touched of the program's rules and of the APIs' documents.
func NewCoverage(seen *engine.Coverage, pairs *Pairs, apis []*contract.API) *Coverage {
	c := &Coverage{Missing: []Gap{}, MissingAnswers: []Gap{}}
	for _, r := range seen.Rules() {
		c.rule(&r)
	}
	slices.SortStableFunc(c.Missing, func(a, b Gap) int { return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line)) })
	for _, a := range apis {
		for _, o := range a.Operations {
			c.operation(o, pairs)
		}
	}
	return c
}

func (c *Coverage) rule(r *engine.RuleCoverage) {
	name := fmt.Sprintf("rule %q of scenario %s for %s", r.Rule, r.Scenario, r.Operation)
	c.Rules.Of++
	if r.Hits > 0 {
		c.Rules.Seen++
	} else {
		c.Missing = append(c.Missing, Gap{r.File, r.Line, name + " never matched"})
	}
	for i, condition := range r.Conditions {
		c.Conditions.Of += 2
		what := fmt.Sprintf("condition %d of %s ", i+1, name)
		if condition.Yes > 0 {
			c.Conditions.Seen++
		}
		if condition.No > 0 {
			c.Conditions.Seen++
		}
		switch {
		case condition.Yes == 0 && condition.No == 0:
			what += "was never tried"
		case condition.Yes == 0:
			what += "never held"
		case condition.No == 0:
			what += "never failed"
		default:
			continue
		}
		c.Missing = append(c.Missing, Gap{r.File, condition.Line, what})
	}
}

func (c *Coverage) operation(o *contract.Operation, pairs *Pairs) {
	var missing []string
	for _, r := range o.Responses {
		if _, err := strconv.Atoi(r.Status); err != nil {
			continue // a class or the default stands for no answer in particular
		}
		c.Answers.Of++
		if pairs.seen[pair{o, r.Status}] {
			c.Answers.Seen++
		} else {
			missing = append(missing, r.Status)
		}
	}
	if len(missing) > 0 {
		place := o.Place()
		c.MissingAnswers = append(c.MissingAnswers, Gap{place.File, place.Line, fmt.Sprintf("operation %s never answered with %s", o.ID, either(missing))})
	}
}

// Located names every file as it is reached from the working directory.
func (c *Coverage) Located(scenario, document func(file string) string) {
	for i := range c.Missing {
		c.Missing[i].File = scenario(c.Missing[i].File)
	}
	for i := range c.MissingAnswers {
		c.MissingAnswers[i].File = document(c.MissingAnswers[i].File)
	}
}
