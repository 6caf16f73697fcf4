package bank_test

import (
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/sandbank/sandbank/internal/bank"
)

// dec is a decimal known to be well formed.
func dec(s string) bank.Decimal {
	d, err := bank.ParseDecimal(s)
	if err != nil {
		panic(s + ": " + err.Error())
	}
	return d
}

// decimals draws any decimal, with many that sit at the edges of what fits.
func decimals() *rapid.Generator[bank.Decimal] {
	return rapid.Custom(func(t *rapid.T) bank.Decimal {
		digits := rapid.OneOf(
			rapid.StringMatching(`[0-9]{1,19}`),
			rapid.StringMatching(`9{15,19}`),
			rapid.StringMatching(`[1-9]0{0,18}`),
		).Draw(t, "digits")
		point := rapid.IntRange(0, len(digits)).Draw(t, "point")
		sign := rapid.SampledFrom([]string{"", "-", "+"}).Draw(t, "sign")
		s := sign + "0" + digits[:point]
		if point < len(digits) {
			s += "." + digits[point:]
		}
		return dec(s)
	})
}

func TestParseDecimalReadsAndPrintsTheCanonicalText(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"0", "0"}, {"-0", "0"}, {"+0.000", "0"}, {"-0.0", "0"},
		{"1000.00", "1000"}, {"1000", "1000"}, {"+1000.0", "1000"}, {"0001000", "1000"},
		{"10.50", "10.5"}, {"0.05", "0.05"}, {"-0.10", "-0.1"}, {"100", "100"}, {"00.01", "0.01"},
		{"9999999999999999999", "9999999999999999999"}, {"-9999999999999999999", "-9999999999999999999"},
		{"9223372036854775808", "9223372036854775808"}, {"9223372036854775807", "9223372036854775807"},
		{"999999999999999999.9", "999999999999999999.9"}, {"0.9999999999999999999", "0.9999999999999999999"},
		{"0.0000000000000000001", "0.0000000000000000001"},
		{strings.Repeat("0", 500) + "7." + strings.Repeat("0", 500), "7"},
		{"9999999999999999999.000000000000000000000", "9999999999999999999"},
	} {
		d, err := bank.ParseDecimal(c.in)
		if err != nil || d.String() != c.want {
			t.Errorf("ParseDecimal(%q) = %q, %v; want %q", c.in, d, err, c.want)
		}
	}
}

func TestParseDecimalRefusesOtherForms(t *testing.T) {
	for _, in := range []string{
		"", " ", "+", "-", ".", "1.", ".5", "-.5", "1..2", "1.2.3", "--1", "+-1", "1e5", "1E5", "0x10", "1,000", "1_000",
		" 1", "1 ", "1\n", "NaN", "Inf", "١", "1.-2", "1.5e3", "12345678901234567890x", "0.00000000000000000000000001x", "123456789012345678901.",
	} {
		if d, err := bank.ParseDecimal(in); !errors.Is(err, bank.ErrSyntax) {
			t.Errorf("ParseDecimal(%q) = %v, %v; want ErrSyntax", in, d, err)
		}
	}
}

func TestParseDecimalRefusesMoreThanNineteenDigits(t *testing.T) {
	for _, in := range []string{
		"10000000000000000000", "12345678901234567890", "-99999999999999999999", "0.00000000000000000001",
		"1.0000000000000000001", "1234567890.1234567890123", strings.Repeat("9", 4000), "0." + strings.Repeat("0", 4000) + "1",
	} {
		if d, err := bank.ParseDecimal(in); !errors.Is(err, bank.ErrRange) {
			t.Errorf("ParseDecimal(%.30q) = %v, %v; want ErrRange", in, d, err)
		}
	}
}

func TestDecimalErrorsDoNotQuoteTheText(t *testing.T) {
	for _, in := range []string{"ABCDE1234F", strings.Repeat("7", 30)} {
		if _, err := bank.ParseDecimal(in); err == nil || strings.Contains(err.Error(), in) {
			t.Errorf("ParseDecimal(%q): error %v", in, err)
		}
	}
}

func TestParseDecimalOfOrdinaryTextDoesNotAllocate(t *testing.T) {
	var sink bank.Decimal
	for _, in := range []string{"1000.00", "-12345678.90", "0", "not a number", "0.1234567890"} {
		if n := testing.AllocsPerRun(100, func() { sink, _ = bank.ParseDecimal(in) }); n != 0 {
			t.Errorf("ParseDecimal(%q): %v allocations (last %v)", in, n, sink)
		}
	}
}

func TestEqualDecimalsAreTheSameMapKey(t *testing.T) {
	seen := map[bank.Decimal]int{}
	for _, s := range []string{"1000", "1000.00", "+1000.0", "01000"} {
		seen[dec(s)]++
	}
	if len(seen) != 1 || seen[bank.DecimalOf(1000)] != 4 {
		t.Errorf("keys %v", seen)
	}
	if dec("-0.00") != (bank.Decimal{}) {
		t.Error("negative zero differs from the zero value")
	}
}

func TestDecimalsThatAreEqualInValueAreIdentical(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := decimals().Draw(t, "a"), decimals().Draw(t, "b")
		if (a == b) != (a.Compare(b) == 0) || (a == b) != (a.Rat().Cmp(b.Rat()) == 0) {
			t.Fatalf("%v, %v: ==, Compare and Rat disagree", a, b)
		}
		if a.Compare(b) != a.Rat().Cmp(b.Rat()) {
			t.Fatalf("%v.Compare(%v) = %d", a, b, a.Compare(b))
		}
		// Every operation leads back to the same canonical value.
		if sum, err := a.Add(b); err == nil {
			if back, err := sum.Sub(b); err != nil || back != a {
				t.Fatalf("(%v + %v) - %v = %v, %v", a, b, b, back, err)
			}
		}
		if text := a.String(); dec(text) != a || dec(text).String() != text {
			t.Fatalf("%v does not survive its text", a)
		}
		if padded := a.String(); !strings.Contains(padded, ".") && dec(padded+".000") != a {
			t.Fatalf("%v with zeros is another value", a)
		}
		if a.Neg().Neg() != a || a.Sign() != a.Rat().Sign() || a.IsZero() != (a == bank.Decimal{}) {
			t.Fatalf("%v: sign", a)
		}
	})
}

// representable reports whether r is a whole number of at most 19 digits over
// a power of ten up to 10^19.
func representable(r *big.Rat) bool {
	limit := new(big.Int).Exp(big.NewInt(10), big.NewInt(19), nil)
	scaled := new(big.Rat).Set(r)
	for range 20 {
		if scaled.IsInt() {
			return scaled.Num().CmpAbs(limit) < 0
		}
		scaled.Mul(scaled, big.NewRat(10, 1))
	}
	return false
}

func TestArithmeticIsExactOrRefused(t *testing.T) {
	type operation struct {
		name  string
		of    func(a, b bank.Decimal) (bank.Decimal, error)
		exact func(z, a, b *big.Rat) *big.Rat
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := decimals().Draw(t, "a"), decimals().Draw(t, "b")
		for _, op := range []operation{
			{"+", bank.Decimal.Add, (*big.Rat).Add}, {"-", bank.Decimal.Sub, (*big.Rat).Sub}, {"*", bank.Decimal.Mul, (*big.Rat).Mul},
		} {
			want := op.exact(new(big.Rat), a.Rat(), b.Rat())
			got, err := op.of(a, b)
			if err == nil {
				if got.Rat().Cmp(want) != 0 {
					t.Fatalf("%v %s %v = %v, want %v", a, op.name, b, got, want)
				}
				continue
			}
			if !errors.Is(err, bank.ErrRange) {
				t.Fatalf("%v %s %v: %v", a, op.name, b, err)
			}
			if representable(want) {
				t.Fatalf("%v %s %v was refused, but is %s", a, op.name, b, want.FloatString(19))
			}
		}
	})
}

func TestArithmeticAtTheEdges(t *testing.T) {
	for _, c := range []struct {
		name string
		got  func() (bank.Decimal, error)
		want string
	}{
		{"cents add up", func() (bank.Decimal, error) { return dec("0.1").Add(dec("0.2")) }, "0.3"},
		{"a sum that trims to fit", func() (bank.Decimal, error) { return dec("1.4999999999999999").Add(dec("0.5000000000000001")) }, "2"},
		{"twenty digits before trimming", func() (bank.Decimal, error) { return dec("0.0000000000000000001").Add(dec("0.9999999999999999999")) }, "1"},
		{"carry into a whole number", func() (bank.Decimal, error) { return dec("5000000000000000000").Mul(dec("0.0000000000000000002")) }, "1"},
		{"more than nineteen places before trimming", func() (bank.Decimal, error) { return dec("0.0000000004").Mul(dec("0.0000000005")) }, "0.0000000000000000002"},
		{"thirds are rounded half up", func() (bank.Decimal, error) { return dec("2").Quo(dec("3")) }, "0.6666666666666666667"},
		{"whole digits take from the places", func() (bank.Decimal, error) { return dec("20000").Quo(dec("-3")) }, "-6666.666666666666667"},
		{"an exact quotient", func() (bank.Decimal, error) { return dec("262.5").Quo(dec("0.25")) }, "1050"},
		{"zero divided", func() (bank.Decimal, error) { return dec("0").Quo(dec("-7")) }, "0"},
	} {
		got, err := c.got()
		if err != nil || got != dec(c.want) {
			t.Errorf("%s: %v, %v; want %s", c.name, got, err, c.want)
		}
	}
}

func TestArithmeticRefusesWhatDoesNotFit(t *testing.T) {
	largest, smallest := dec("9999999999999999999"), dec("0.0000000000000000001")
	for name, op := range map[string]func() (bank.Decimal, error){
		"sum too large":       func() (bank.Decimal, error) { return largest.Add(dec("1")) },
		"sum too long":        func() (bank.Decimal, error) { return largest.Add(dec("0.1")) },
		"difference too long": func() (bank.Decimal, error) { return dec("10").Sub(smallest) },
		"product too large":   func() (bank.Decimal, error) { return largest.Mul(dec("2")) },
		"product too small":   func() (bank.Decimal, error) { return smallest.Mul(dec("0.1")) },
		"quotient too large":  func() (bank.Decimal, error) { return largest.Quo(smallest) },
	} {
		if got, err := op(); !errors.Is(err, bank.ErrRange) {
			t.Errorf("%s: %v, %v; want ErrRange", name, got, err)
		}
	}
	if got, err := dec("1").Quo(dec("0.0")); !errors.Is(err, bank.ErrDivisionByZero) {
		t.Errorf("1/0 = %v, %v; want ErrDivisionByZero", got, err)
	}
}

func TestQuotientIsTheNearestDecimal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := decimals().Draw(t, "a"), decimals().Draw(t, "b")
		if b.IsZero() {
			return
		}
		got, err := a.Quo(b)
		exact := new(big.Rat).Quo(a.Rat(), b.Rat())
		if err != nil {
			if !errors.Is(err, bank.ErrRange) || len(new(big.Int).Quo(exact.Num(), exact.Denom()).String()) < 19 {
				t.Fatalf("%v / %v: %v", a, b, err)
			}
			return
		}
		whole := new(big.Int).Quo(exact.Num(), exact.Denom())
		places := 19 - len(whole.Abs(whole).String())
		if whole.Sign() == 0 {
			places = 19
		}
		unit := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
		off := new(big.Rat).Sub(got.Rat(), exact)
		if off.Abs(off).Mul(off, big.NewRat(2, 1)).Cmp(unit) > 0 {
			t.Fatalf("%v / %v = %v, more than half a unit off", a, b, got)
		}
	})
}

func TestRoundHalfUpTakesTiesAwayFromZero(t *testing.T) {
	for _, c := range []struct {
		in     string
		places int
		want   string
	}{
		{"1.005", 2, "1.01"}, {"1.0049", 2, "1"}, {"-1.005", 2, "-1.01"}, {"-0.004", 2, "0"}, {"0.5", 0, "1"}, {"-0.5", 0, "-1"},
		{"2.5", 0, "3"}, {"86.738", 2, "86.74"}, {"1.25", 5, "1.25"}, {"1.25", -3, "1"}, {"0.9999999999999999999", 0, "1"},
		{"0.4999999999999999999", 0, "0"}, {"99999999999999999.99", 1, "100000000000000000"}, {"9999999999999999999", 0, "9999999999999999999"},
		{"999999999999999999.5", 0, "1000000000000000000"},
	} {
		if got := dec(c.in).RoundHalfUp(c.places); got != dec(c.want) {
			t.Errorf("%s to %d places = %v, want %s", c.in, c.places, got, c.want)
		}
	}
}

func TestRoundingADecimalAndItsFractionAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, places := decimals().Draw(t, "d"), rapid.IntRange(0, 19).Draw(t, "places")
		fromRat, err := bank.DecimalFromRat(d.Rat(), places)
		if got := d.RoundHalfUp(places); err != nil || got != fromRat {
			t.Fatalf("%v to %d places: %v, from the fraction %v, %v", d, places, got, fromRat, err)
		}
	})
}

func TestDecimalFromRatRoundsOrRefuses(t *testing.T) {
	for _, c := range []struct {
		in     *big.Rat
		places int
		want   string
	}{
		{big.NewRat(1, 3), 4, "0.3333"}, {big.NewRat(-2, 3), 4, "-0.6667"}, {big.NewRat(1, 8), 2, "0.13"}, {big.NewRat(-1, 8), 2, "-0.13"},
		{big.NewRat(1, 1000), 2, "0"}, {big.NewRat(-1, 1000), 2, "0"}, {new(big.Rat), 19, "0"}, {big.NewRat(math.MaxInt64, 1), 19, "9223372036854775807"},
	} {
		before := c.in.String()
		got, err := bank.DecimalFromRat(c.in, c.places)
		if err != nil || got != dec(c.want) {
			t.Errorf("%v to %d places = %v, %v; want %s", c.in, c.places, got, err, c.want)
		}
		if c.in.String() != before {
			t.Errorf("the fraction %s became %v", before, c.in)
		}
	}
	huge := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(19), nil))
	for _, c := range []struct {
		in     *big.Rat
		places int
	}{{huge, 0}, {huge, 2}, {huge.Neg(huge), 19}, {big.NewRat(100, 3), 19}, {big.NewRat(1, 3), -1}, {big.NewRat(1, 3), 20}} {
		if got, err := bank.DecimalFromRat(c.in, c.places); !errors.Is(err, bank.ErrRange) {
			t.Errorf("%v to %d places = %v, %v; want ErrRange", c.in, c.places, got, err)
		}
	}
}

func TestDecimalAndIntegerConvert(t *testing.T) {
	for _, n := range []int64{0, 1, -1, 1000, math.MaxInt64, math.MinInt64} {
		got, ok := bank.DecimalOf(n).Int()
		if !ok || got != n || bank.DecimalOf(n).Rat().Cmp(new(big.Rat).SetInt64(n)) != 0 {
			t.Errorf("DecimalOf(%d) = %v, back %d %t", n, bank.DecimalOf(n), got, ok)
		}
	}
	for _, s := range []string{"1.5", "0.1", "9223372036854775808", "-9223372036854775809"} {
		if n, ok := dec(s).Int(); ok {
			t.Errorf("%s is the integer %d", s, n)
		}
	}
}

func TestDecimalIsAStringInJSON(t *testing.T) {
	type amount struct{ Amount bank.Decimal }
	text, err := json.Marshal(amount{dec("1000.50")})
	if err != nil || string(text) != `{"Amount":"1000.5"}` {
		t.Errorf("%s, %v", text, err)
	}
	var back amount
	if err := json.Unmarshal(text, &back); err != nil || back.Amount != dec("1000.5") {
		t.Errorf("%v, %v", back, err)
	}
	for _, in := range []string{`{"Amount":1000.5}`, `{"Amount":"1e3"}`} {
		if err := json.Unmarshal([]byte(in), &back); err == nil {
			t.Errorf("%s was read as %v", in, back)
		}
	}
}

var decimalForm = regexp.MustCompile(`^[+-]?[0-9]+(\.[0-9]+)?$`)

func FuzzParseDecimal(f *testing.F) {
	for _, s := range []string{"", "0", "-0.00", "1000.00", "12345678901234567890", "0.0000000000000000001", "1e9", "+.5", "9999999999999999999", "1\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := bank.ParseDecimal(s)
		if wellFormed := decimalForm.MatchString(s) && !strings.HasSuffix(s, "\n"); wellFormed == errors.Is(err, bank.ErrSyntax) {
			t.Fatalf("ParseDecimal(%q): %v", s, err)
		}
		if err != nil {
			return
		}
		want, ok := new(big.Rat).SetString(s)
		if !ok || d.Rat().Cmp(want) != 0 {
			t.Fatalf("ParseDecimal(%q) = %v, want %v", s, d, want)
		}
		if back, err := bank.ParseDecimal(d.String()); err != nil || back != d {
			t.Fatalf("%q: %v read back is %v, %v", s, d, back, err)
		}
	})
}

func BenchmarkParseDecimal(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := bank.ParseDecimal("1234567.50"); err != nil {
			b.Fatal(err)
		}
	}
}
