package expression

import (
	"errors"
	"fmt"
	"math/rand/v2"

	"github.com/sandbank/sandbank/internal/bank"
)

func bankFunctions() []function {
	ttl := parameter{name: "ttl", takes: takesDuration}
	return []function{
		{
			name: "jwt", params: []parameter{{name: "claims", takes: takesObject}, ttl}, result: "string", impure: true,
			doc: "A signed token with the claims, good for a time on the sandbox's clock.", example: `jwt({"sub": session.mobile}, "PT1H")`,
			build: func(_ *compiler, k *call) code { return k.binary(&Type{Kind: String, Sensitive: true}, signToken) },
		},
		{
			name: "claims", params: []parameter{{name: "token", takes: takesText}}, result: "optional object", impure: true,
			doc:     "The claims of a token that jwt made; nil when it is another's, or has expired.",
			example: `claims(body.refreshToken) != nil`,
			build: func(_ *compiler, k *call) code {
				return k.unary(&Type{Kind: Object, Open: true, Optional: true, Sensitive: true}, tokenClaims)
			},
		},
		{
			name: "link", params: []parameter{{name: "path", takes: takesText}, ttl}, result: "string", impure: true,
			doc: "A signed URL of a path of this API, good for a time on the sandbox's clock and bound to who is calling.", example: `link("/statements/" + row.id + ".pdf", "PT1H")`,
			build: func(_ *compiler, k *call) code { return k.binary(k.of(stringType), signLink) },
		},
		{
			name: "fd", params: []parameter{{name: "terms", takes: takesObject}}, result: "{rate, maturityDate, interest, maturityAmount, payout}",
			doc: "What a fixed deposit earns: terms are principal, rate (per cent a year), tenure, start, " +
				`and optionally payout ("at_maturity", "monthly", "quarterly") and senior.`,
			example: `fd({"principal": body.amount, "rate": "10.5", "tenure": body.tenure, "start": now}).maturityAmount`, build: buildDeposit,
		},
	}
}

// random gives the source of randomness.
func (env *Env) random(at int) (*rand.Rand, *RuntimeError) {
	if env.Random != nil {
		if r := env.Random(); r != nil {
			return r, nil
		}
	}
	return nil, fail(at, "there is no randomness here")
}

func (env *Env) services(at int) (Services, *RuntimeError) {
	if env.Services == nil {
		return nil, fail(at, "there are no tokens and links here")
	}
	return env.Services, nil
}

func signToken(env *Env, a, b any, at int) (any, *RuntimeError) {
	claims, err := toObject(a, at)
	if err != nil {
		return nil, err
	}
	ttl, err := toDuration(b, at)
	if err != nil {
		return nil, err
	}
	services, err := env.services(at)
	if err != nil {
		return nil, err
	}
	if err := measure(env, claims); err != nil {
		return nil, err
	}
	plain, _ := Plain(claims).(map[string]any) // an object stays an object
	token, bad := services.SignToken(plain, ttl, env.Now)
	if bad != nil {
		return nil, fail(at, "the token cannot be made: "+bad.Error())
	}
	return token, nil
}

func tokenClaims(env *Env, v any, at int) (any, *RuntimeError) {
	token, err := toText(v, at)
	if err != nil {
		return nil, err
	}
	services, err := env.services(at)
	if err != nil {
		return nil, err
	}
	if err := env.chargeText(len(token), at); err != nil {
		return nil, err
	}
	if claims, ok := services.TokenClaims(token, env.Now); ok {
		return claims, nil
	}
	return nil, nil
}

func signLink(env *Env, a, b any, at int) (any, *RuntimeError) {
	path, err := toText(a, at)
	if err != nil {
		return nil, err
	}
	ttl, err := toDuration(b, at)
	if err != nil {
		return nil, err
	}
	services, err := env.services(at)
	if err != nil {
		return nil, err
	}
	if err := env.chargeText(len(path), at); err != nil {
		return nil, err
	}
	link, bad := services.SignLink(path, ttl, env.Now)
	if bad != nil {
		return nil, fail(at, "the link cannot be made: "+bad.Error())
	}
	return link, nil
}

// depositTerms are what fd takes, and what each may be.
var depositTerms = []struct {
	name     string
	takes    takes
	optional bool
}{
	{"principal", takes{noun: "a decimal", kinds: takesNumber.kinds | kinds(String), adapt: Decimal}, false},
	{"rate", takes{noun: "a decimal", kinds: takesNumber.kinds | kinds(String), adapt: Decimal}, false},
	{"tenure", takes{noun: "a duration", kinds: kinds(Duration, String), adapt: Duration}, false},
	{"start", takes{noun: "a date", kinds: kinds(Date, DateTime, String), adapt: Date}, false},
	{"payout", takes{noun: "at_maturity, monthly or quarterly", kinds: kinds(String)}, true},
	{"senior", takes{noun: "true or false", kinds: kinds(Bool)}, true},
}

var payouts = []string{string(bank.AtMaturity), string(bank.Monthly), string(bank.Quarterly)}

var returnsType = &Type{Kind: Object, Name: "returns", Fields: map[string]*Type{
	"rate": decimalType, "maturityDate": {Kind: Date}, "interest": decimalType, "maturityAmount": decimalType, "payout": decimalType,
}}

func buildDeposit(c *compiler, k *call) code {
	terms := k.args[0]
	if terms.typ.Kind == Object && !c.checkTerms(terms) {
		return invalid()
	}
	return k.unary(k.of(returnsType), func(_ *Env, v any, at int) (any, *RuntimeError) {
		terms, err := toObject(v, at)
		if err != nil {
			return nil, err
		}
		d, err := depositOf(terms, at)
		if err != nil {
			return nil, err
		}
		returns, bad := d.Returns()
		if bad != nil {
			return nil, fail(at, depositMessage(bad))
		}
		return map[string]any{
			"rate": returns.Rate, "maturityDate": returns.Maturity, "interest": returns.Interest,
			"maturityAmount": returns.MaturityAmount, "payout": returns.Payout,
		}, nil
	})
}

// checkTerms reports terms that are missing, unknown, or of the wrong kind.
func (c *compiler) checkTerms(terms code) bool {
	before := len(c.problems)
	known := make([]string, 0, len(depositTerms))
	for _, term := range depositTerms {
		known = append(known, term.name)
		t, ok := terms.typ.member(term.name)
		switch {
		case !ok && term.optional:
		case !ok:
			c.report(terms.node, CodeArgument, "fd takes principal, rate, tenure and start", "the deposit has no %s", term.name)
		case t.Optional && !term.optional && t.Kind != Any:
			c.report(terms.node, CodeOptional, "give it a value for that case: (… ?? …)", "the deposit's %s may be absent", term.name)
		case t.Kind != Any && term.takes.kinds&(1<<t.Kind) == 0:
			c.report(terms.node, CodeArgument, "", "the deposit's %s must be %s, and is %s", term.name, term.takes.noun, t)
		default:
			c.checkTermLiteral(terms, term.name, term.takes.adapt, t)
		}
	}
	if !terms.typ.Open {
		for _, name := range terms.typ.names() {
			if hint := didYouMean(name, known); hint != "" && !overlap([]string{name}, known) {
				c.report(terms.node, CodeArgument, hint, "a deposit has no %q", name)
			}
		}
	}
	return len(c.problems) == before
}

// checkTermLiteral reports a literal that cannot be what the term is.
func (c *compiler) checkTermLiteral(terms code, name string, kind Kind, t *Type) {
	for _, v := range t.Enum {
		_, ok := convert(v, kind)
		switch {
		case name == "payout" && !overlap([]string{v}, payouts):
			c.report(terms.node, CodeNotListed, "it is one of "+listed(payouts, len(payouts)), "the deposit's payout is never %q", v)
		case name != "payout" && !ok:
			c.report(terms.node, CodeLiteral, "write "+kind.form(), "the deposit's %s is not a %s", name, kind)
		}
	}
}

func depositOf(terms map[string]any, at int) (d bank.Deposit, err *RuntimeError) {
	if d.Principal, err = toDecimal(terms["principal"], at); err != nil {
		return d, fail(at, "the deposit's principal: "+err.Message)
	}
	if d.Rate, err = toDecimal(terms["rate"], at); err != nil {
		return d, fail(at, "the deposit's rate: "+err.Message)
	}
	if d.Tenure, err = toDuration(terms["tenure"], at); err != nil {
		return d, fail(at, "the deposit's tenure: "+err.Message)
	}
	start, err := toMoment(terms["start"], at)
	if err != nil {
		return d, fail(at, "the deposit's start: "+err.Message)
	}
	d.Start, d.Payout = start.date(), bank.AtMaturity
	if v := terms["payout"]; v != nil {
		text, ok := v.(string)
		if !ok || !overlap([]string{text}, payouts) {
			return d, fail(at, "the deposit's payout is none of "+listed(payouts, len(payouts)))
		}
		d.Payout = bank.Payout(text)
	}
	if v := terms["senior"]; v != nil {
		senior, ok := v.(bool)
		if !ok {
			return d, fail(at, "the deposit's senior is neither true nor false")
		}
		d.Senior = senior
	}
	return d, nil
}

func depositMessage(err error) string {
	switch {
	case errors.Is(err, bank.ErrPayoutTenure):
		return "the deposit cannot be worked out: " + bank.ErrPayoutTenure.Error()
	case errors.Is(err, bank.ErrRange):
		return "the deposit cannot be worked out: its amounts or dates are too large"
	}
	return fmt.Sprintf("the deposit cannot be worked out: %v", err)
}
