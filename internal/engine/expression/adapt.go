package expression

// unify makes the values of several parts, of which one will be the result or
// which will stand in one list, of one kind, and gives their type. Literals
// beside decimals, dates and durations become such; numbers beside decimals
// are converted when they are used.
func (c *compiler) unify(parts []code) *Type {
	for i := range parts {
		for _, other := range parts {
			resemble(&parts[i], other.typ.Kind)
		}
	}
	t := &Type{Kind: Nothing}
	for i, part := range parts {
		if i == 0 {
			t = part.typ
		} else {
			t = joinConverted(t, part.typ)
		}
	}
	for i := range parts {
		from, eval, at := parts[i].typ.Kind, parts[i].eval, parts[i].at
		switch {
		case t.Kind == Decimal && (from == Int || from == Number):
			parts[i].eval = func(env *Env) (any, *RuntimeError) {
				v, err := eval(env)
				if err != nil || v == nil || v == Omit {
					return v, err
				}
				d, err := toDecimal(v, at)
				return d, err
			}
		case t.Kind == DateTime && from == Date:
			parts[i].eval = func(env *Env) (any, *RuntimeError) {
				v, err := eval(env)
				if err != nil || v == nil || v == Omit {
					return v, err
				}
				m, err := toMoment(v, at)
				return m.start(), err
			}
		}
	}
	return t
}

// joinConverted is join for values that are converted to the joined kind.
func joinConverted(a, b *Type) *Type {
	joined := join(a, b)
	if kind := joinKinds(a.Kind, b.Kind); kind != Any && kind != joined.Kind {
		return joined.with(func(t *Type) { t.Kind = kind })
	}
	return joined
}

// resemble gives a literal the type of what stands beside it, if it can have
// it. A text stays as it is written: "0.00" is a decimal and is copied as "0.00".
func resemble(x *code, kind Kind) {
	if !x.constant || !convertible(kind) {
		return
	}
	switch v := x.value.(type) {
	case string:
		if _, ok := convert(v, kind); ok {
			x.typ = &Type{Kind: kind}
		}
	case int:
		if d, err := toDecimal(v, 0); err == nil && kind == Decimal {
			x.typ, x.value, x.eval = decimalType, d, constantly(d)
		}
	}
}

// convertible kinds are written as text in literals.
func convertible(k Kind) bool { return k == Decimal || k.temporal() || k == Duration }

// adapt makes a literal a value of the kind that stands beside it. A literal
// that cannot be one is a problem; the answer is then false.
func (c *compiler) adapt(x *code, kind Kind) bool {
	text, ok := x.value.(string)
	if !ok || !x.constant || !convertible(kind) {
		return true
	}
	value, ok := convert(text, kind)
	if m, isMoment := parseMoment(text); !ok && kind.temporal() && isMoment {
		// A moment may stand beside a date, and a date beside a moment.
		ok, kind, value = true, DateTime, m.time
		if m.isDay {
			kind, value = Date, m.day
		}
	}
	if !ok {
		c.report(x.node, CodeLiteral, "write "+kind.form(), "%s is not a %s", c.quoted(*x), kind)
		return false
	}
	x.typ, x.value, x.eval = &Type{Kind: kind}, value, constantly(value)
	return true
}
