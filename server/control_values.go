package server

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	control "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
)

// maxTableRows is how many rows of a table are shown beside magic values and personas; pages have them all.
const maxTableRows = 200

// ListMagicValues answers GET /magic-values.
func (controller) ListMagicValues(c *gin.Context, params control.ListMagicValuesParams) {
	k := callOf(c)
	selected := k.box.Selected()
	out := control.MagicValueList{Operations: []control.OperationMagicValues{}, Tables: []control.TableContent{}}
	for _, a := range k.servedAPIs(params.Api) {
		scenarios := k.playing().Describe(a)
		looked := map[string]bool{}
		for _, o := range a.Operations {
			if params.Operation != nil && *params.Operation != o.ID {
				continue
			}
			values := magicOf(o, scenarios, selected)
			if len(values.Values)+len(values.Lookups) == 0 {
				continue
			}
			out.Operations = append(out.Operations, values)
			for _, l := range values.Lookups {
				looked[l.Table] = true
			}
		}
		for _, name := range k.playing().TableNames(a.Name) {
			if looked[name] {
				out.Tables = append(out.Tables, k.contentOf(a.Name, name))
			}
		}
	}
	k.json(http.StatusOK, out)
}

// magicOf gathers what the rules of all scenarios look for in requests of one operation.
func magicOf(o *contract.Operation, scenarios []engine.ScenarioDescription, selected []string) control.OperationMagicValues {
	out := control.OperationMagicValues{Api: o.API.Name, Operation: o.ID, Method: control.HttpMethod(o.Method), Path: o.API.BasePath + o.Path,
		Summary: optional(o.Summary), Values: []control.MagicValue{}, Lookups: []control.MagicLookup{}}
	for i := range scenarios {
		s := &scenarios[i]
		active := s.Default || isSelected(s, selected)
		for _, described := range s.Operations {
			if described.Operation != o.ID {
				continue
			}
			for j := range described.Rules {
				r := &described.Rules[j]
				if v := magicValue(r); len(v.Terms) > 0 {
					v.Scenario, v.Active = s.Name, active
					out.Values = append(out.Values, v)
				}
				for _, l := range lookups(r) {
					l.Scenario, l.Active = s.Name, active
					out.Lookups = append(out.Lookups, l)
				}
			}
		}
	}
	return out
}

// magicValue parts the conditions of a rule into constants that a caller can send and what else it demands.
func magicValue(r *engine.RuleDescription) control.MagicValue {
	out := control.MagicValue{Rule: r.Name, Terms: []control.MagicTerm{}, Otherwise: []string{}, Answer: answerOf(&r.Answer)}
	for _, c := range r.Conditions {
		if len(c.Values) == 0 {
			out.Otherwise = append(out.Otherwise, inWords(&c))
			continue
		}
		relation := control.MagicTermRelationEquals
		if c.Prefix {
			relation = control.MagicTermRelationBeginsWith
		}
		out.Terms = append(out.Terms, control.MagicTerm{Place: c.Place, Relation: relation, Values: c.Values})
	}
	return out
}

// inWords says what a condition demands.
func inWords(c *engine.ConditionDescription) string {
	switch c.Kind {
	case engine.MatchCondition:
		return c.Place + " is " + c.Wants
	case engine.StateCondition:
		return "the state " + c.Place + " is " + c.Wants
	case engine.FindCondition:
		return "there is " + c.Wants
	case engine.TimesCondition:
		return "it is one of " + c.Wants + " requests"
	case engine.ChanceCondition:
		return "a chance of " + c.Wants
	}
	return c.Wants
}

// lookups lists where a rule looks something of the request up.
func lookups(r *engine.RuleDescription) []control.MagicLookup {
	var out []control.MagicLookup
	for _, c := range r.Conditions {
		if len(c.Terms) == 0 {
			continue
		}
		l := control.MagicLookup{Rule: r.Name, Table: c.Table, Terms: make([]control.LookupTerm, 0, len(c.Terms)), Answer: answerOf(&r.Answer)}
		for _, t := range c.Terms {
			l.Terms = append(l.Terms, control.LookupTerm{Column: t.Column, Place: strings.TrimSpace(t.Place)})
		}
		out = append(out, l)
	}
	return out
}

// contentOf gives a table with its first rows, as the sandbox has them.
func (k *call) contentOf(api, name string) control.TableContent {
	p := k.playing()
	t, _ := p.Table(api, name)
	_, rows, _ := p.Rows(api, name, k.box.State())
	return control.TableContent{Api: api, Name: name, Title: optional(t.Title), Columns: full(t.Columns), Total: len(rows),
		Rows: pageOf(rows, firstPage, maxTableRows)}
}

// ListPersonas answers GET /personas.
func (controller) ListPersonas(c *gin.Context, params control.ListPersonasParams) {
	k := callOf(c)
	out := control.PersonaList{Tables: []control.TableContent{}}
	for _, a := range k.servedAPIs(params.Api) {
		for _, name := range k.playing().TableNames(a.Name) {
			if t, _ := k.playing().Table(a.Name, name); t.Title != "" {
				out.Tables = append(out.Tables, k.contentOf(a.Name, name))
			}
		}
	}
	k.json(http.StatusOK, out)
}
