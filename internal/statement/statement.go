// Package statement makes bank statements up: a few months of an account whose rows add up, and the PDF that a bank would
// send. What is made depends on the statement's id and what is known of it alone, so that the same statement is the same
// whenever it is asked for. It knows neither HTTP nor sandboxes; cmd → server → bankconnect → statement → bank.
package statement

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/sandbank/sandbank/internal/bank"
)

// Source is what a statement is made from.
type Source struct {
	// ID is the statement's, Account that of its account; Bank is the bank's name in small letters, such as "axis".
	ID, Account, Bank string
	// Uploaded is when it was given; it ends on the day before, in India.
	Uploaded time.Time
}

// Statement is what happened on an account from one day to another, both included. Amounts are rupees with two decimal
// places. Opening plus Credits minus Debits is Closing, which is the balance of the last row.
type Statement struct {
	ID       string
	Bank     string // in capitals
	Holder   string
	Account  string // its number, masked
	IFSC     string
	From, To bank.Date
	Uploaded time.Time

	Opening, Closing, Credits, Debits bank.Decimal
	// Rows are in order of their dates; there is at least one.
	Rows []Row
}

// Row is one booking.
type Row struct {
	Date                 bank.Date
	Narration, Reference string
	// Amount is negative for a debit. Balance is what the account holds after it; it never is negative.
	Amount, Balance bank.Decimal
}

// months is how many months a statement covers.
const months = 3

// booking is a row before the balance is known; amounts are in paise.
type booking struct {
	date                 bank.Date
	narration, reference string
	paise                int64
}

// Make makes a statement up. It fails only when the dates are out of range.
func Make(from Source) (Statement, error) {
	sum := sha256.Sum256([]byte(from.ID + "\x00" + from.Account + "\x00" + from.Bank))
	r := rand.New(rand.NewPCG(binary.BigEndian.Uint64(sum[:8]), binary.BigEndian.Uint64(sum[8:16])))
	day := bank.DateOf(from.Uploaded.In(bank.India))
	s := Statement{
		ID: from.ID, Bank: strings.ToUpper(from.Bank) + " BANK", Holder: holders[r.IntN(len(holders))],
		Account: fmt.Sprintf("XXXXXXXX%04d", r.IntN(10_000)), Uploaded: from.Uploaded,
		IFSC: fmt.Sprintf("%s0%06d", (strings.ToUpper(onlyLetters(from.Bank)) + "XXXX")[:4], r.IntN(1_000_000)),
		From: day.Add(bank.Duration{Months: -months}), To: day.Add(bank.Duration{Days: -1}),
	}
	opening := 1_500_000 + r.Int64N(4_000_000)
	bookings := book(r, s.From, s.To)
	if err := s.settle(opening, bookings); err != nil {
		return Statement{}, fmt.Errorf("make statement %s: %w", from.ID, err)
	}
	return s, nil
}

// settle works the balances out. A debit that the account cannot bear is left out, as a bank declines it.
func (s *Statement) settle(opening int64, bookings []booking) error {
	balance, credits, debits := opening, int64(0), int64(0)
	for _, b := range bookings {
		if balance+b.paise < 0 {
			continue
		}
		balance += b.paise
		if b.paise > 0 {
			credits += b.paise
		} else {
			debits -= b.paise
		}
		row := Row{Date: b.date, Narration: b.narration, Reference: b.reference}
		if err := rupees(map[*bank.Decimal]int64{&row.Amount: b.paise, &row.Balance: balance}); err != nil {
			return err
		}
		s.Rows = append(s.Rows, row)
	}
	return rupees(map[*bank.Decimal]int64{&s.Opening: opening, &s.Closing: balance, &s.Credits: credits, &s.Debits: debits})
}

// rupees fills decimals with amounts that are given in paise.
func rupees(amounts map[*bank.Decimal]int64) error {
	for to, paise := range amounts {
		amount, err := bank.DecimalOf(paise).Quo(bank.DecimalOf(100))
		if err != nil {
			return err
		}
		*to = amount
	}
	return nil
}

// book makes the bookings of a period, in order of their dates: what comes every month, and what comes by chance.
func book(r *rand.Rand, from, to bank.Date) []booking {
	var out []booking
	salary, rent := 3_500_000+r.Int64N(90)*100_000, 900_000+r.Int64N(30)*50_000
	employer := employers[r.IntN(len(employers))]
	for day := from; day.Compare(to) <= 0; day = day.Add(bank.Duration{Days: 1}) {
		switch day.Day {
		case 1:
			out = append(out, booking{day, "NEFT CR " + employer + " SALARY", reference(r, "N"), salary})
		case 5:
			out = append(out, booking{day, "NEFT RENT", reference(r, "N"), -rent})
		case 10:
			out = append(out, booking{day, "ACH D LOAN EMI", reference(r, "E"), -(600_000 + rent/4)})
		}
		if day.Day == 30 || day.Month == time.February && day.Day == 28 {
			out = append(out, booking{day, "INTEREST CREDIT", reference(r, "I"), 1_000 + r.Int64N(20_000)})
		}
		for range r.IntN(2) {
			out = append(out, everyday(r, day))
		}
	}
	return out
}

// everyday makes a booking that comes by chance.
func everyday(r *rand.Rand, day bank.Date) booking {
	k := everydays[r.IntN(len(everydays))]
	paise := k.from + r.Int64N(k.to-k.from+1)
	if k.round > 0 {
		paise -= paise % k.round
	}
	if k.debit {
		paise = -paise
	}
	return booking{day, k.narration, reference(r, k.kind), paise}
}

// reference makes the reference number of a booking.
func reference(r *rand.Rand, kind string) string {
	return fmt.Sprintf("%s%012d", kind, r.Int64N(1_000_000_000_000))
}

// onlyLetters leaves the letters from a to z of a text.
func onlyLetters(s string) string {
	return strings.Map(func(c rune) rune {
		if c >= 'a' && c <= 'z' {
			return c
		}
		return -1
	}, s)
}

var (
	holders   = []string{"JOHN DOE", "JANE DOE", "A SHARMA", "P IYER", "R KHAN", "S DAS", "M FERNANDES", "K REDDY"}
	employers = []string{"EXAMPLE TECHNOLOGIES", "SAMPLE TEXTILES", "DEMO LOGISTICS", "SPECIMEN FOODS"}
	// everydays are bookings that come by chance: amounts are from and to so many paise, cut down to a multiple of round.
	everydays = []struct {
		narration, kind string
		from, to, round int64
		debit           bool
	}{
		{"UPI GROCERY STORE", "U", 12_000, 350_000, 0, true},
		{"UPI CAB RIDE", "U", 8_000, 90_000, 0, true},
		{"UPI RESTAURANT", "U", 25_000, 280_000, 0, true},
		{"UPI MOBILE RECHARGE", "U", 19_900, 99_900, 10_000, true},
		{"POS FUEL STATION", "P", 50_000, 400_000, 0, true},
		{"ATM CASH WITHDRAWAL", "A", 50_000, 1_000_000, 50_000, true},
		{"BILL PAY ELECTRICITY", "B", 60_000, 450_000, 0, true},
		{"IMPS CR TRANSFER", "M", 100_000, 1_500_000, 10_000, false},
		{"UPI CR REFUND", "U", 9_900, 180_000, 0, false},
	}
)
