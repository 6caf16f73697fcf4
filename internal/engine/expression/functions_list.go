package expression

import (
	"fmt"
	"unicode/utf8"

	"github.com/sandbank/sandbank/internal/bank"
)

func listFunctions() []function {
	list := parameter{name: "list", takes: takesList}
	return []function{
		{
			name: "len", params: []parameter{{name: "x", takes: takes{noun: "text, a list or an object", kinds: takesText.kinds | kinds(List, Object)}}},
			result: "int", doc: "How many elements a list, members an object, or characters a text has.",
			example: `len(body.instructions) > 1`, build: buildLen,
		},
		{
			name: "first", params: []parameter{list}, result: "optional element",
			doc: "The first element; nil when the list is empty.", example: `first(rows)?.name`,
			build: func(c *compiler, k *call) code { return buildEnd(k, false) },
		},
		{
			name: "last", params: []parameter{list}, result: "optional element",
			doc: "The last element; nil when the list is empty.", example: `last(rows)?.name`,
			build: func(c *compiler, k *call) code { return buildEnd(k, true) },
		},
		{
			name: "distinct", params: []parameter{list}, result: "list",
			doc:     "The elements without those that equal an earlier one; decimals and dates compare by value.",
			example: `len(distinct(map(body.holders, .order))) == len(body.holders)`, build: buildDistinct,
		},
		{
			name: "total", params: []parameter{{name: "values", takes: takes{noun: "numbers, or a list of them", kinds: summands, absent: true}, repeats: true}},
			result:  "decimal",
			doc:     "The exact sum of numbers, decimals and objects with an amount, alone or in lists; nil counts nothing.",
			example: `total(map(body.sections, .amount)) == total(body.fee, "1.50")`, build: buildTotal,
		},
	}
}

func buildLen(_ *compiler, k *call) code {
	eval, at := k.args[0].eval, k.at
	return code{typ: intType, eval: func(env *Env) (any, *RuntimeError) {
		v, err := eval(env)
		if err != nil {
			return nil, err
		}
		switch v := v.(type) {
		case []any:
			return len(v), nil
		case map[string]any:
			return len(v), nil
		case string:
			return utf8.RuneCountInString(v), env.chargeText(len(v), at)
		case nil:
			return nil, absent(at)
		}
		if s, ok := computedText(v); ok {
			return len(s), nil
		}
		return nil, fail(at, "the value has no length")
	}}
}

func buildEnd(k *call, last bool) code {
	eval, at := k.args[0].eval, k.at
	list := k.args[0].typ
	return code{typ: inherit(list, elemOf(list).maybe()), eval: func(env *Env) (any, *RuntimeError) {
		items, err := evalList(env, eval, at)
		if err != nil || len(items) == 0 {
			return nil, err
		}
		if last {
			return items[len(items)-1], nil
		}
		return items[0], nil
	}}
}

func evalList(env *Env, eval evalFunc, at int) ([]any, *RuntimeError) {
	v, err := eval(env)
	if err != nil {
		return nil, err
	}
	return toList(v, at)
}

// fewItems is up to which length lists are searched for repetitions by
// comparing each element with each.
const fewItems = 12

func buildDistinct(_ *compiler, k *call) code {
	eval, at, list := k.args[0].eval, k.at, k.args[0].typ
	elem := elemOf(list)
	return code{typ: list, eval: func(env *Env) (any, *RuntimeError) {
		items, err := evalList(env, eval, at)
		if err != nil {
			return nil, err
		}
		if err := env.charge(len(items), at); err != nil {
			return nil, err
		}
		if len(items) > fewItems {
			if out, ok := distinctByKey(elem, items); ok {
				return out, nil
			}
		}
		return distinctByPairs(env, at, elem, items)
	}}
}

// distinctByKey works for lists of scalars of one kind only; false for others.
func distinctByKey(elem *Type, items []any) ([]any, bool) {
	if elem.Kind == Any || elem.Kind == List || elem.Kind == Object {
		return nil, false
	}
	out := make([]any, 0, len(items))
	seen := make(map[any]struct{}, len(items))
	for _, item := range items {
		k, ok := key(elem, item)
		if !ok {
			return nil, false
		}
		if _, twice := seen[k]; !twice {
			seen[k] = struct{}{}
			out = append(out, item)
		}
	}
	return out, true
}

func distinctByPairs(env *Env, at int, elem *Type, items []any) (any, *RuntimeError) {
	out := make([]any, 0, len(items))
	for _, item := range items {
		twice, err := among(env, at, elem, elem, item, out)
		if err != nil {
			return nil, err
		}
		if !twice {
			out = append(out, item)
		}
	}
	return out, nil
}

var zero = bank.DecimalOf(0)

// addUp adds one summand of total.
func addUp(sum bank.Decimal, v any, at int) (bank.Decimal, *RuntimeError) {
	if object, ok := v.(map[string]any); ok {
		v = object["amount"]
	}
	if v == nil {
		return sum, nil
	}
	d, bad := toDecimal(v, at)
	if bad != nil {
		return sum, bad
	}
	sum, err := sum.Add(d)
	if err != nil {
		return sum, fail(at, "the sum has more than 19 digits")
	}
	return sum, nil
}

// summands are the kinds that total adds up, alone.
var summands = kinds(Int, Number, Decimal, String, List, Object, Null)

func buildTotal(c *compiler, k *call) code {
	evals := make([]evalFunc, len(k.args))
	for i := range k.args {
		x := &k.args[i]
		t := x.typ
		if t.Kind == List {
			t = t.elem()
		}
		if !summable(t) {
			c.report(x.node, CodeArgument, c.totalHint(*x, t),
				"total adds up numbers, decimals and objects with an amount, and %s is %s", c.quoted(*x), x.typ)
			return invalid()
		}
		if x.typ.Kind == String && !c.adapt(x, Decimal) {
			return invalid()
		}
		evals[i] = x.eval
	}
	at := k.at
	return code{typ: decimalType, eval: func(env *Env) (any, *RuntimeError) {
		sum := zero
		for _, eval := range evals {
			v, err := eval(env)
			if err != nil {
				return nil, err
			}
			list, ok := v.([]any)
			if !ok {
				if sum, err = addUp(sum, v, at); err != nil {
					return nil, err
				}
				continue
			}
			if err := env.charge(len(list), at); err != nil {
				return nil, err
			}
			for _, item := range list {
				if sum, err = addUp(sum, item, at); err != nil {
					return nil, err
				}
			}
		}
		return sum, nil
	}}
}

// totalHint says how the numbers are taken out of a list's elements.
func (c *compiler) totalHint(list code, elem *Type) string {
	for _, name := range elem.names() {
		if summable(elem.Fields[name]) && elem.Fields[name].Kind != String {
			return fmt.Sprintf("take the numbers out of it: total(map(%s, .%s))", c.text(list), name)
		}
	}
	return ""
}

// summable kinds can be an element that total adds up.
func summable(t *Type) bool {
	switch t.Kind {
	case Object:
		amount, ok := t.member("amount")
		return ok && (amount.Kind.numeric() || amount.Kind == String || amount.Kind == Any)
	case List:
		return false
	}
	return t.Kind == Any || t.Kind == Nothing || summands&(1<<t.Kind) != 0
}
