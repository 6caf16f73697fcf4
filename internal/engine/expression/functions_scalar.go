package expression

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/sandbank/sandbank/internal/bank"
)

// unary is the code of a function of one argument.
func (k *call) unary(t *Type, work func(env *Env, v any, at int) (any, *RuntimeError)) code {
	eval, at := k.args[0].eval, k.at
	return code{typ: t, eval: func(env *Env) (any, *RuntimeError) {
		v, err := eval(env)
		if err != nil {
			return nil, err
		}
		return work(env, v, at)
	}}
}

// binary is the code of a function of two arguments.
func (k *call) binary(t *Type, work func(env *Env, a, b any, at int) (any, *RuntimeError)) code {
	first, second, at := k.args[0].eval, k.args[1].eval, k.at
	return code{typ: t, eval: func(env *Env) (any, *RuntimeError) {
		a, err := first(env)
		if err != nil {
			return nil, err
		}
		b, err := second(env)
		if err != nil {
			return nil, err
		}
		return work(env, a, b, at)
	}}
}

// of is a type that is sensitive when an argument is.
func (k *call) of(t *Type) *Type {
	for _, x := range k.args {
		if x.typ.Sensitive {
			return t.with(func(t *Type) { t.Sensitive = true })
		}
	}
	return t
}

func numberFunctions() []function {
	number := parameter{name: "x", takes: takesNumber}
	readable := takes{noun: "a number, or text of one", kinds: takesNumber.kinds | kinds(String)}
	exact := readable
	exact.adapt = Decimal
	ordered := []parameter{{name: "x", takes: takesOrdered}, {name: "y", takes: takesOrdered, repeats: true}}
	return []function{
		{
			name: "decimal", params: []parameter{{name: "x", takes: exact}}, result: "decimal",
			doc: "The exact decimal of a number or of its text.", example: `decimal("100.00") == decimal(body.share)`,
			build: func(_ *compiler, k *call) code {
				return k.converted(decimalType, Decimal, func(_ *Env, v any, at int) (any, *RuntimeError) {
					d, err := toDecimal(v, at)
					return d, err
				})
			},
		},
		{
			name: "int", params: []parameter{{name: "x", takes: readable}}, result: "int",
			doc: "The whole number that a number or its text stands for; a fraction is an error.", example: `int(query.page ?? "1")`,
			build: func(_ *compiler, k *call) code { return k.unary(k.of(intType), wholeOf) },
		},
		{
			name: "abs", params: []parameter{number}, result: "the same kind of number",
			doc: "The number without its sign.", example: `abs(body.difference)`, build: buildAbs,
		},
		{
			name: "min", params: ordered, result: "the smallest", doc: "The smallest of numbers, or the earliest of dates.",
			example: `min(body.amount, "5000")`, build: func(c *compiler, k *call) code { return buildExtreme(c, k, -1) },
		},
		{
			name: "max", params: ordered, result: "the largest", doc: "The largest of numbers, or the latest of dates.",
			example: `max(query.size ?? 20, 1)`, build: func(c *compiler, k *call) code { return buildExtreme(c, k, 1) },
		},
		{
			name: "random", params: []parameter{{name: "from", takes: takesInt}, {name: "to", takes: takesInt}}, result: "int", impure: true,
			doc: "A whole number between two, both included, drawn from the sandbox's seed.", example: `random(1000, 9999)`,
			build: func(_ *compiler, k *call) code { return k.binary(intType, randomInt) },
		},
	}
}

// converted is the code of a function that reads a value as another kind. A
// literal was read when it was checked.
func (k *call) converted(t *Type, kind Kind, work func(env *Env, v any, at int) (any, *RuntimeError)) code {
	if x := k.args[0]; x.constant && x.typ.Kind == kind && natureOf(x.value) != natureText {
		return literal(t, x.value)
	}
	return k.unary(k.of(t), work)
}

func wholeOf(_ *Env, v any, at int) (any, *RuntimeError) {
	if i, ok := v.(int); ok {
		return i, nil
	}
	d, err := toDecimal(v, at)
	if err != nil {
		return nil, err
	}
	n, ok := d.Int()
	if !ok {
		return nil, fail(at, "the number is not whole, or does not fit 64 bits")
	}
	return int(n), nil
}

func buildAbs(_ *compiler, k *call) code {
	kind := k.args[0].typ.Kind
	work := operationOn(kind)
	return k.unary(k.of(&Type{Kind: kind}), func(env *Env, v any, at int) (any, *RuntimeError) {
		order, err := compareNumbers(v, 0, at)
		if err != nil {
			return nil, err
		}
		if order < 0 {
			return work(env, '-', 0, v, at)
		}
		return work(env, '+', 0, v, at)
	})
}

// buildExtreme compiles min (sign -1) and max (sign 1).
func buildExtreme(c *compiler, k *call, sign int) code {
	for i := range k.args {
		for _, other := range k.args {
			if !c.adapt(&k.args[i], other.typ.Kind) {
				return invalid()
			}
		}
	}
	for _, x := range k.args[1:] {
		if !c.ordered(k.node, k.args[0], x) {
			return invalid()
		}
	}
	t := c.unify(k.args)
	evals := make([]evalFunc, len(k.args))
	for i, x := range k.args {
		evals[i] = x.eval
	}
	at := k.at
	compare := compareAny
	switch {
	case t.Kind.numeric():
		compare = compareNumbers
	case t.Kind.temporal():
		compare = compareMoments
	}
	return code{typ: t, eval: func(env *Env) (any, *RuntimeError) {
		best, err := evals[0](env)
		if err != nil {
			return nil, err
		}
		if _, err := compare(best, best, at); err != nil {
			return nil, err
		}
		for _, eval := range evals[1:] {
			v, err := eval(env)
			if err != nil {
				return nil, err
			}
			order, err := compare(v, best, at)
			if err != nil {
				return nil, err
			}
			if order == sign {
				best = v
			}
		}
		return best, nil
	}}
}

func randomInt(env *Env, a, b any, at int) (any, *RuntimeError) {
	from, err := toInt(a, at)
	if err != nil {
		return nil, err
	}
	to, err := toInt(b, at)
	if err != nil {
		return nil, err
	}
	if from > to {
		return nil, fail(at, "the first number of random is larger than the second")
	}
	r, err := env.random(at)
	if err != nil {
		return nil, err
	}
	width := uint64(to) - uint64(from)
	if width == math.MaxUint64 {
		return int(r.Uint64()), nil
	}
	return int(uint64(from) + r.Uint64N(width+1)), nil
}

func textFunctions() []function {
	text := parameter{name: "text", takes: takesText}
	return []function{
		{
			name: "string", params: []parameter{{name: "x", takes: takesScalar}}, result: "string",
			doc: "A single value as text, as it would be written inside text.", example: `"paid " + string(body.amount)`,
			build: func(_ *compiler, k *call) code {
				return k.unary(k.of(stringType), func(_ *Env, v any, at int) (any, *RuntimeError) {
					s, err := Text(v)
					if err != nil {
						return nil, fail(at, err.Error())
					}
					return s, nil
				})
			},
		},
		{
			name: "lower", params: []parameter{text}, result: "string", doc: "The text in small letters.", example: `lower(body.name)`,
			build: func(_ *compiler, k *call) code { return k.textual(strings.ToLower) },
		},
		{
			name: "upper", params: []parameter{text}, result: "string", doc: "The text in capitals.", example: `upper(body.pan)`,
			build: func(_ *compiler, k *call) code { return k.textual(strings.ToUpper) },
		},
		{
			name: "trim", params: []parameter{text}, result: "string", doc: "The text without white space at its ends.", example: `trim(body.name) == ""`,
			build: func(_ *compiler, k *call) code { return k.textual(strings.TrimSpace) },
		},
		{
			name: "split", params: []parameter{text, {name: "separator", takes: takesText}}, result: "list of strings",
			doc: "The parts of a text between separators.", example: `split(body.vpa, "@")[0]`,
			build: func(_ *compiler, k *call) code { return k.binary(k.of(&Type{Kind: List, Elem: stringType}), splitText) },
		},
		{
			name: "join", params: []parameter{{name: "list", takes: takesList}, {name: "separator", takes: takesText}}, result: "string",
			doc: "Single values as one text, with a separator between them.", example: `join(map(rows, .code), ", ")`, build: buildJoin,
		},
		{
			name: "mask", params: []parameter{text}, result: "string", doc: `"***" and the last two characters.`, example: `mask(body.mobile)`,
			build: func(_ *compiler, k *call) code {
				out := k.textual(bank.Mask)
				out.typ = stringType
				return out
			},
		},
		{
			name: "uuid", result: "string", impure: true, doc: "A new UUID (version 4), drawn from the sandbox's seed.", example: `uuid()`,
			build: func(_ *compiler, k *call) code {
				at := k.at
				return code{typ: stringType, eval: func(env *Env) (any, *RuntimeError) {
					r, err := env.random(at)
					if err != nil {
						return nil, err
					}
					return UUID(r.Uint64(), r.Uint64()), nil
				}}
			},
		},
	}
}

// textual is the code of a function from text to text.
func (k *call) textual(work func(string) string) code {
	return k.unary(k.of(stringType), func(env *Env, v any, at int) (any, *RuntimeError) {
		s, err := toText(v, at)
		if err != nil {
			return nil, err
		}
		if err := env.chargeText(len(s), at); err != nil {
			return nil, err
		}
		out := work(s)
		if len(out) > maxText {
			return nil, tooLong(at)
		}
		return out, nil
	})
}

func splitText(env *Env, a, b any, at int) (any, *RuntimeError) {
	s, err := toText(a, at)
	if err != nil {
		return nil, err
	}
	separator, err := toText(b, at)
	if err != nil {
		return nil, err
	}
	n := strings.Count(s, separator) + 1
	if separator == "" {
		n = utf8.RuneCountInString(s)
	}
	if err := env.charge(n+len(s)>>5, at); err != nil {
		return nil, err
	}
	parts := make([]any, 0, n)
	for part := range strings.SplitSeq(s, separator) {
		parts = append(parts, part)
	}
	return parts, nil
}

func buildJoin(c *compiler, k *call) code {
	elem := elemOf(k.args[0].typ)
	if elem.Kind == List || elem.Kind == Object || elem.Optional && elem.Kind != Any {
		c.report(k.args[0].node, CodeArgument, "", "join takes a list of single values that are there, and %s is %s", c.quoted(k.args[0]), k.args[0].typ)
		return invalid()
	}
	return k.binary(k.of(stringType), func(env *Env, a, b any, at int) (any, *RuntimeError) {
		items, err := toList(a, at)
		if err != nil {
			return nil, err
		}
		separator, err := toText(b, at)
		if err != nil {
			return nil, err
		}
		var out strings.Builder
		for i, item := range items {
			s, bad := Text(item)
			if bad != nil {
				return nil, fail(at, bad.Error())
			}
			if i > 0 {
				out.WriteString(separator)
			}
			out.WriteString(s)
			if out.Len() > maxText {
				return nil, tooLong(at)
			}
			if err := env.charge(1+(len(s)+len(separator))>>5, at); err != nil {
				return nil, err
			}
		}
		return out.String(), nil
	})
}

// UUID makes a version 4 UUID (RFC 9562) of 128 random bits.
func UUID(high, low uint64) string {
	high = high&^0xf000 | 0x4000
	low = low&^(0xc0<<56) | 0x80<<56
	return fmt.Sprintf("%08x-%04x-%04x-%04x-%012x", high>>32, high>>16&0xffff, high&0xffff, low>>48, low&0xffffffffffff)
}
