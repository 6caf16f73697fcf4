package expression

import "strconv"

func predicateFunctions() []function {
	list := parameter{name: "list", takes: takesList}
	condition := parameter{name: "condition", predicate: true, condition: true}
	return []function{
		{
			name: "filter", params: []parameter{list, condition}, result: "list",
			doc: "The elements for which the condition holds.", example: `filter(rows, .state == "MH")`, build: buildFilter,
		},
		{
			name: "map", params: []parameter{list, {name: "value", predicate: true}}, result: "list",
			doc: "A value for every element; omit leaves it out. An object stands in parentheses.", example: `map(rows, ({"id": .id, "place": #index}))`, build: buildMap,
		},
		{
			name: "find", params: []parameter{list, condition}, result: "optional element",
			doc: "The first element for which the condition holds; nil if there is none.", example: `find(rows, .id == body.id)?.name`, build: buildFind,
		},
		{
			name: "findIndex", params: []parameter{list, condition}, result: "optional int",
			doc:     "The place, from 0, of the first element for which the condition holds; nil if there is none.",
			example: `findIndex(body.instructions, len(.nominees ?? []) > 4) != nil`, build: buildFindIndex,
		},
		{
			name: "count", params: []parameter{list, condition}, result: "int",
			doc: "For how many elements the condition holds.", example: `count(body.sections, .status == "paid") > 1`, build: buildCount,
		},
		{
			name: "any", params: []parameter{list, condition}, result: "bool",
			doc: "Whether the condition holds for at least one element.", example: `any(terms, not (.id in body.acceptedTerms))`,
			build: func(c *compiler, k *call) code { return buildQuantifier(c, k, true, true) },
		},
		{
			name: "all", params: []parameter{list, condition}, result: "bool",
			doc: "Whether the condition holds for every element; true for an empty list.", example: `all(body.sections, .status == "paid")`,
			build: func(c *compiler, k *call) code { return buildQuantifier(c, k, false, false) },
		},
		{
			name: "none", params: []parameter{list, condition}, result: "bool",
			doc: "Whether the condition holds for no element.", example: `none(body.sections, .status == "failed")`,
			build: func(c *compiler, k *call) code { return buildQuantifier(c, k, true, false) },
		},
	}
}

// loop runs a predicate over a list.
type loop struct {
	list  evalFunc
	test  testFunc // a condition
	value evalFunc // or any value
	depth int
	cost  int
	at    int
}

func (c *compiler) loop(k *call) *loop {
	return &loop{list: k.args[0].eval, test: k.args[1].test, value: k.args[1].eval, depth: len(c.elements), cost: k.cost, at: k.at}
}

// enter makes an element the one that the predicate is about.
func (l *loop) enter(env *Env, i int, item any) *RuntimeError {
	env.elements[l.depth], env.indexes[l.depth] = item, i
	return env.charge(l.cost, l.at)
}

// search gives the place of the first element for which the test gives want; -1 if there is none.
func (l *loop) search(env *Env, items []any, want bool) (int, *RuntimeError) {
	for i, item := range items {
		if err := l.enter(env, i, item); err != nil {
			return 0, err
		}
		if ok, err := l.test(env); err != nil || ok == want {
			return i, err
		}
	}
	return -1, nil
}

func buildFilter(c *compiler, k *call) code {
	l := c.loop(k)
	list := k.args[0].typ
	elem := narrowed(elemOf(list), k.args[1].yes, "e"+strconv.Itoa(l.depth))
	t := &Type{Kind: List, Elem: elem, Sensitive: list.Sensitive}
	return code{typ: t, eval: func(env *Env) (any, *RuntimeError) {
		items, err := evalList(env, l.list, l.at)
		if err != nil {
			return nil, err
		}
		out := []any{}
		for i, item := range items {
			if err := l.enter(env, i, item); err != nil {
				return nil, err
			}
			ok, err := l.test(env)
			if err != nil {
				return nil, err
			}
			if ok {
				out = append(out, item)
			}
		}
		return out, nil
	}}
}

func buildMap(c *compiler, k *call) code {
	l := c.loop(k)
	elem := k.args[1].typ.with(func(t *Type) { t.Omit = false })
	c.builds = c.builds || k.args[1].mayBeLarge()
	return code{typ: &Type{Kind: List, Elem: elem}, eval: func(env *Env) (any, *RuntimeError) {
		items, err := evalList(env, l.list, l.at)
		if err != nil {
			return nil, err
		}
		out := make([]any, 0, min(len(items), env.Steps))
		for i, item := range items {
			if err := l.enter(env, i, item); err != nil {
				return nil, err
			}
			v, err := l.value(env)
			if err != nil {
				return nil, err
			}
			if v != Omit {
				out = append(out, v)
			}
		}
		return out, nil
	}}
}

func buildFind(c *compiler, k *call) code {
	l := c.loop(k)
	list := k.args[0].typ
	elem := narrowed(elemOf(list), k.args[1].yes, "e"+strconv.Itoa(l.depth))
	return code{typ: inherit(list, elem.maybe()), eval: func(env *Env) (any, *RuntimeError) {
		items, err := evalList(env, l.list, l.at)
		if err != nil {
			return nil, err
		}
		i, err := l.search(env, items, true)
		if err != nil || i < 0 {
			return nil, err
		}
		return items[i], nil
	}}
}

func buildFindIndex(c *compiler, k *call) code {
	l := c.loop(k)
	return code{typ: &Type{Kind: Int, Optional: true}, eval: func(env *Env) (any, *RuntimeError) {
		items, err := evalList(env, l.list, l.at)
		if err != nil {
			return nil, err
		}
		i, err := l.search(env, items, true)
		if err != nil || i < 0 {
			return nil, err
		}
		return i, nil
	}}
}

func buildCount(c *compiler, k *call) code {
	l := c.loop(k)
	return code{typ: intType, eval: func(env *Env) (any, *RuntimeError) {
		items, err := evalList(env, l.list, l.at)
		if err != nil {
			return nil, err
		}
		n := 0
		for i, item := range items {
			if err := l.enter(env, i, item); err != nil {
				return nil, err
			}
			ok, err := l.test(env)
			if err != nil {
				return nil, err
			}
			if ok {
				n++
			}
		}
		return n, nil
	}}
}

// buildQuantifier compiles any, all and none: a search for an element with the
// answer wanted, and what it means that there is one.
func buildQuantifier(c *compiler, k *call, want, found bool) code {
	l := c.loop(k)
	out := logic(func(env *Env) (bool, *RuntimeError) {
		items, err := evalList(env, l.list, l.at)
		if err != nil {
			return false, err
		}
		i, err := l.search(env, items, want)
		return (i >= 0) == found, err
	})
	out.explain = k.args[0].operand()
	return out
}
