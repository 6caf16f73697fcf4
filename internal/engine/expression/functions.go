package expression

import (
	"fmt"
	"strings"

	"github.com/expr-lang/expr/ast"
)

// Function describes a function for the reference.
type Function struct {
	Name      string
	Signature string // such as "find(list, condition) optional element"
	Doc       string // one line
	Example   string // an expression that uses it
}

// Functions lists all functions in the order of the reference: by what they
// are about, not by name.
func Functions() []Function {
	all := make([]Function, 0, len(functionList))
	for i := range functionList {
		f := &functionList[i]
		all = append(all, Function{Name: f.name, Signature: f.signature(), Doc: f.doc, Example: f.example})
	}
	return all
}

// function is an entry of the function table.
type function struct {
	name    string
	params  []parameter
	result  string // for the reference
	doc     string
	example string
	impure  bool // two calls may give different values, or one does something
	// build compiles a call whose arguments were checked against params.
	build func(*compiler, *call) code
}

// parameter is what a function takes at one place.
type parameter struct {
	name     string
	takes    takes
	optional bool // may be left out
	repeats  bool // the last one: any number of further arguments
	predicate,
	condition bool // evaluated for every element; must be true or false
}

// takes says which values an argument may have.
type takes struct {
	noun   string
	kinds  uint16 // bits by Kind
	adapt  Kind   // literals are read as this kind; Any = they are not
	absent bool   // may be nil
}

func kinds(all ...Kind) (bits uint16) {
	for _, k := range all {
		bits |= 1 << k
	}
	return bits
}

var (
	takesList     = takes{noun: "a list", kinds: kinds(List)}
	takesObject   = takes{noun: "an object", kinds: kinds(Object)}
	takesText     = takes{noun: "text", kinds: kinds(String, Decimal, Date, DateTime, Duration)}
	takesInt      = takes{noun: "a whole number", kinds: kinds(Int)}
	takesNumber   = takes{noun: "a number", kinds: kinds(Int, Number, Decimal)}
	takesScalar   = takes{noun: "a single value", kinds: kinds(Bool, Int, Number) | takesText.kinds}
	takesDay      = takes{noun: "a date", kinds: kinds(Date, DateTime), adapt: Date}
	takesMoment   = takes{noun: "a date or date-time", kinds: kinds(Date, DateTime), adapt: DateTime}
	takesDuration = takes{noun: "a duration", kinds: kinds(Duration), adapt: Duration}
	takesOrdered  = takes{noun: "a number or a date", kinds: kinds(Int, Number, Decimal, Date, DateTime, String)}
	takesAnything = takes{noun: "a value", kinds: 1<<16 - 1, absent: true}
)

func (f *function) signature() string {
	var b strings.Builder
	b.WriteString(f.name + "(")
	for i, p := range f.params {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(p.name)
		if p.repeats {
			b.WriteString("…")
		} else if p.optional {
			b.WriteString("?")
		}
	}
	return b.String() + ") " + f.result
}

// functionList is the function table, in the order of the reference.
var functionList []function

// functionTable finds an entry of functionList by name.
var functionTable map[string]*function

func init() {
	functionList = append(functionList, listFunctions()...)
	functionList = append(functionList, predicateFunctions()...)
	functionList = append(functionList, numberFunctions()...)
	functionList = append(functionList, textFunctions()...)
	functionList = append(functionList, timeFunctions()...)
	functionList = append(functionList, objectFunctions()...)
	functionList = append(functionList, bankFunctions()...)
	functionTable = make(map[string]*function, len(functionList))
	for i := range functionList {
		functionTable[functionList[i].name] = &functionList[i]
	}
}

// call is one call of a function, with checked arguments.
type call struct {
	node ast.Node
	name string
	args []code
	at   int
	cost int // steps of the predicate for each element
}

// otherNames are functions that people know from expr-lang or elsewhere, and what to use here.
var otherNames = map[string]string{
	"sum": "total adds up exactly", "reduce": "total, count, any and all fold lists", "now": "now is a fact: write it without parentheses",
	"float": "decimal(x) is exact", "size": "len(x) counts", "length": "len(x) counts", "concat": "+ joins texts", "uniq": "distinct(list)",
	"today": "date(now) is today", "get": "x?.name gives nil where there is no name", "repeat": "write the text out",
}

// call compiles a call of a function.
func (c *compiler) call(n ast.Node, name string, args []ast.Node) code {
	f := functionTable[name]
	if f == nil {
		hint := otherNames[name]
		if hint == "" {
			names := make([]string, 0, len(functionList))
			for _, known := range functionList {
				names = append(names, known.name)
			}
			hint = didYouMean(name, names)
		}
		c.report(n, CodeUnknownFunction, hint, "there is no function %q", name)
		return invalid()
	}
	if f.impure {
		c.effects++
	}
	k := &call{node: n, name: name, at: c.offsets.at(n.Location().From)}
	ok := c.countArguments(f, n, len(args))
	for i, arg := range args {
		p := parameter{takes: takesAnything} // one too many, which was reported
		if i < len(f.params) {
			p = f.params[i]
		} else if last := len(f.params) - 1; last >= 0 && f.params[last].repeats {
			p = f.params[last]
		}
		x, good := c.argument(k, p, i, arg)
		ok = ok && good
		k.args = append(k.args, x)
	}
	if !ok {
		return invalid()
	}
	out := f.build(c, k)
	if out.at == 0 {
		out.at = k.at
	}
	return out
}

func (c *compiler) countArguments(f *function, n ast.Node, count int) bool {
	least, most := 0, len(f.params)
	for _, p := range f.params {
		if !p.optional {
			least++
		}
		if p.repeats {
			most = count
		}
	}
	if count >= least && count <= most {
		return true
	}
	c.report(n, CodeArguments, f.signature(), "%s is called with %s", f.name, countOf(count, "argument"))
	return false
}

func countOf(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// argument compiles and checks one argument. A predicate is compiled with the
// elements of the first argument.
func (c *compiler) argument(k *call, p parameter, i int, n ast.Node) (code, bool) {
	body, isPredicate := n.(*ast.PredicateNode)
	if isPredicate != p.predicate && isPredicate {
		c.report(n, CodeArgument, "", "%s takes no predicate here", k.name)
		return invalid(), false
	}
	if isPredicate {
		return c.predicate(k, p, body)
	}
	x := c.compile(n)
	switch {
	case x.invalid():
		return x, false
	case x.typ.Omit || !p.takes.absent && x.typ.Optional:
		c.usable(x)
		return x, false
	case !c.adapt(&x, p.takes.adapt):
		return x, false
	case x.typ.Kind == Any || p.takes.kinds&(1<<x.typ.Kind) != 0:
		return x, true
	}
	hint := ""
	switch {
	case p.takes.adapt != Any && x.typ.Kind == String:
		hint = fmt.Sprintf("%s(%s) reads it", map[Kind]string{Date: "date", DateTime: "dateTime", Duration: "duration", Decimal: "decimal"}[p.takes.adapt], c.text(x))
	case p.takes.kinds == takesNumber.kinds && x.typ.Kind == String:
		hint = fmt.Sprintf("decimal(%s) reads it", c.text(x))
	case p.takes.kinds == takesText.kinds && x.typ.Kind.numeric():
		hint = fmt.Sprintf("string(%s) makes text of it", c.text(x))
	}
	c.report(n, CodeArgument, hint, "%s takes %s as its %s argument, and %s is %s", k.name, p.takes.noun, ordinal(i), c.quoted(x), x.typ)
	return x, false
}

func ordinal(i int) string {
	words := [...]string{"first", "second", "third", "fourth", "fifth"}
	if i < len(words) {
		return words[i]
	}
	return fmt.Sprintf("%dth", i+1)
}

// predicate compiles what is evaluated for every element of the first argument.
func (c *compiler) predicate(k *call, p parameter, n *ast.PredicateNode) (code, bool) {
	if len(c.elements) == maxPredicates {
		c.report(k.node, CodeNesting, "name what the inner one gives with let, in the scenario", "predicates nest more than twice")
		return invalid(), false
	}
	elem := invalidType
	if len(k.args) > 0 && !k.args[0].invalid() {
		if list := k.args[0].typ; list.Kind == List {
			elem = inherit(list, list.elem())
		} else if list.Kind == Any {
			elem = anything
		}
	}
	before := c.nodes
	c.elements = append(c.elements, elem)
	body := c.compile(n.Node)
	if p.condition && !body.invalid() {
		body.test = c.condition(body)
	}
	c.elements = c.elements[:len(c.elements)-1]
	k.cost = 1 + c.nodes - before
	return body, !body.invalid()
}
