package expression

import (
	"strconv"
	"strings"
)

// operand is a part of a condition whose value explains the outcome.
type operand struct {
	text      string
	eval      evalFunc
	sensitive bool
}

// The bounds on explanations.
const (
	maxOperands    = 6
	maxExplanation = 400 // characters
	maxShown       = 60  // characters of one value
)

// explained keeps what Explain needs of a condition.
func (c *compiler) explained(root code) []operand {
	var kept []operand
	for _, x := range root.explained() {
		if x.impure || x.node == nil || len(kept) == maxOperands {
			continue
		}
		at := c.span(x.node)
		o := operand{text: c.spans.text(at), eval: x.eval, sensitive: x.typ.Sensitive}
		twice := false
		for _, k := range kept {
			twice = twice || k.text == o.text
		}
		if !twice {
			kept = append(kept, o)
		}
	}
	return kept
}

// Explain tells the values of what a condition compares, such as
//
//	session.tries >= 3: session.tries is 1
//
// Long texts are cut, lists and objects told by their size, and sensitive
// values hidden. It costs steps as evaluating does. An operand that cannot be
// evaluated, because the condition was decided before it, is not told.
func (e *Expression) Explain(env *Env) string {
	text := []rune(strings.Join(strings.Fields(e.source), " "))
	if len(text) > maxExplanation/2 {
		text = append(text[:maxExplanation/2-1], '…')
	}
	explanation := string(text)
	if e.begin(env) != nil {
		return explanation
	}
	if _, err := e.holds(env); err != nil { // also gives the names of let their values
		return explanation + ": " + err.Message
	}
	var values []string
	for _, o := range e.operands {
		v, err := o.eval(env)
		if err != nil {
			continue
		}
		if o.text == explanation {
			return explanation + " is " + o.show(v)
		}
		values = append(values, o.text+" is "+o.show(v))
	}
	if len(values) == 0 {
		return explanation
	}
	all := []rune(explanation + ": " + strings.Join(values, ", "))
	if len(all) > maxExplanation {
		all = append(all[:maxExplanation-1], '…')
	}
	return string(all)
}

// show writes a value for people.
func (o *operand) show(v any) string {
	switch v := v.(type) {
	case nil:
		return "absent"
	case []any:
		return "a list of " + strconv.Itoa(len(v))
	case map[string]any:
		return "an object"
	case omitted:
		return "omit"
	}
	if o.sensitive {
		return "hidden"
	}
	if s, ok := v.(string); ok {
		runes := []rune(s)
		if len(runes) > maxShown {
			return strconv.Quote(string(runes[:maxShown])) + "…"
		}
		return strconv.Quote(s)
	}
	s, err := Text(v)
	if err != nil {
		return "something else"
	}
	return s
}
